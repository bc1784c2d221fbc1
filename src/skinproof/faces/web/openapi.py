"""The description of the JSON interface, made from the records that it reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec

import skinproof
from skinproof import api

_ERRORS = {
    400: "cannot be used; the message says why", 404: "there is no such record", 413: "too large", 415: "no JSON", 422: "JSON of another shape", 429: "too many requests; wait a minute",
}
_ERROR = {"type": "object", "required": ["error"], "properties": {"error": {
    "type": "object", "required": ["code", "message"], "properties": {"code": {"type": "string"}, "message": {"type": "string"}},
}}}
_TREATMENTS = ["microneedling", "tretinoin"]


def document(bodies: Mapping[str, type]) -> dict[str, Any]:
    """Return the OpenAPI 3.1 document.

    Args:
        bodies: record by name, of what is sent.
    """
    _, components = msgspec.json.schema_components(list(bodies.values()), ref_template="#/components/schemas/{name}")
    components["Said"]["properties"]["conditions"]["items"]["enum"] = list(api.conditions())
    return {
        "openapi": "3.1.0",
        "info": {"title": "skinproof", "version": skinproof.__version__, "description": "An unsponsored second opinion on cosmetic skin treatments. It informs; it does not diagnose."},
        "paths": {
            "/api/evidence": {"get": _operation("List version, treatments, outcomes and conditions", _listing())},
            "/api/ask": {"post": _operation("Answer a question", {"$ref": "#/components/schemas/Answer"}, (400, 413, 415, 422), body="Question")},
            "/api/search": {"post": _operation("Find treatments, outcomes and studies", _object("hits"), (400, 413, 415, 422), body="Words")},
            "/api/compare": {"get": _operation("Compare two to five treatments", _object("treatments", "rows"), (400, 404), parameters=[
                {"name": "t", "in": "query", "required": True, "schema": {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 5, "uniqueItems": True}, "description": "ids of treatments", "example": _TREATMENTS},
            ])},
            "/api/fact": {"get": _operation("Open any fact by the id that a statement names", _object("id", "kind", "content"), (404,), parameters=[
                {"name": "id", "in": "query", "required": True, "schema": {"type": "string"}, "description": "one of the fact_ids of a statement", "example": f"treatment:{_TREATMENTS[1]}#harms.0"},
            ])},
            **{f"/api/{many}/{{name}}": {"get": _operation(f"One of the {many}", _object(one), (404,), parameters=[_id(example)])} for many, one, example in
               (("treatments", "treatment", _TREATMENTS[0]), ("outcomes", "outcome", api.outcomes()[0].id), ("studies", "study", _some_study()))},
        },
        "components": {"schemas": {**components, "Error": _ERROR, **_answer_schemas()}},
    }


def _id(example: str) -> dict[str, Any]:
    return {"name": "name", "in": "path", "required": True, "schema": {"type": "string"}, "description": "an id from /api/evidence or a search", "example": example}


def _some_study() -> str:
    """The id of a study that is there."""
    return next(study.id for verdict in api.treatment_page(_TREATMENTS[0]).verdicts for study in verdict.studies)


def _answer_schemas() -> dict[str, Any]:
    """The schema of an answer, its definitions moved to where references of the document lead."""
    schema = json.loads(json.dumps(api.answer_schema()).replace("#/$defs/", "#/components/schemas/answer_"))
    schema.pop("$schema", None)
    return {**{f"answer_{name}": part for name, part in schema.pop("$defs", {}).items()}, "Answer": schema}


def _object(*required: str) -> dict[str, Any]:
    return {"type": "object", "required": list(required)}


def _listing() -> dict[str, Any]:
    return _object("evidence", "treatments", "outcomes", "conditions")


def _operation(summary: str, schema: dict[str, Any], errors: tuple[int, ...] = (), *, body: str = "", parameters: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    refusals = {str(e): {"description": _ERRORS[e], "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}} for e in (*errors, 429)}
    found: dict[str, Any] = {
        "summary": summary, "operationId": "_".join(summary.lower().split()), "responses": {"200": {"description": "found", "content": {"application/json": {"schema": schema}}}, **refusals},
    }
    if body:
        found["requestBody"] = {"required": True, "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{body}"}}}}
    if parameters:
        found["parameters"] = parameters
    return found
