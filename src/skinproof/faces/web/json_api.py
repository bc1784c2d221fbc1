"""The JSON interface under /api/: questions, evidence, comparison, search; every error is a sentence."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import skinproof
from skinproof import api
from skinproof.errors import InputError
from skinproof.faces.web.forms import Said
from skinproof.faces.web.openapi import document

PREFIX = "/api/"
_CODES = {400: "bad_request", 404: "not_found", 405: "method_not_allowed", 413: "too_large", 415: "not_json", 422: "wrong_shape", 429: "too_many_requests", 500: "internal", 503: "unavailable"}
Handler = Callable[[Request], Awaitable[Response]]


class Question(Struct, kw_only=True, forbid_unknown_fields=True):
    """What `POST /api/ask` takes."""

    question: Annotated[str, Meta(min_length=1, max_length=20_000, pattern=r"\S")]
    person: Said = Said()
    language: Literal["en", "fr", "es"] | None = None


class Words(Struct, kw_only=True, forbid_unknown_fields=True):
    """What `POST /api/search` takes."""

    words: Annotated[str, Meta(min_length=1, max_length=200, pattern=r"\w")]


def refused(status: int, message: str) -> Response:
    """Return an error: a code for programs, a sentence for people.

    Args:
        status: the HTTP status.
        message: what was wrong and what to do.
    """
    return _json({"error": {"code": _CODES.get(status, "bad_request"), "message": message}}, status)


def _json(content: Any, status: int = 200) -> Response:
    return Response(msgspec.json.encode(content), status_code=status, media_type="application/json")


def _limited(handler: Handler) -> Handler:
    """Refuse an address that asks too often, before anything is read."""

    async def wrapped(request: Request) -> Response:
        address = request.client.host if request.client else ""
        if not request.app.state.rate.allows(address):
            response = refused(429, "Too many requests from one address. Wait a minute, or run skinproof on your own machine.")
            response.headers["retry-after"] = "60"
            return response
        return await handler(request)

    return wrapped


async def _read(request: Request, shape: type[Any]) -> Any:
    """The body as a checked record, or the response that refuses it."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        return refused(415, "Send JSON, with the header content-type: application/json.")
    body = await request.body()
    try:
        return msgspec.json.decode(body, type=shape)
    except msgspec.ValidationError as fault:
        return refused(422, _of_person(body) or f"The JSON has another shape than expected: {fault}. See /api/openapi.json.")
    except (msgspec.DecodeError, UnicodeDecodeError):
        return refused(400, "The body is no valid JSON in UTF-8.")


def _of_person(body: bytes) -> str:
    """What is wrong with what is told of the person, in the words of every door; empty when it is not that."""
    sent = msgspec.json.decode(body)
    person = sent.get("person") if isinstance(sent, dict) else None
    try:
        api.person_of(person if isinstance(person, dict) else {})
    except InputError as fault:
        return str(fault)
    return ""


async def ask(request: Request) -> Response:
    """Answer a question."""
    asked = await _read(request, Question)
    if isinstance(asked, Response):
        return asked
    answer = await request.app.state.desk(partial(_answer, asked))
    return _json(answer)


def _answer(asked: Question) -> dict[str, Any]:
    return skinproof.ask(asked.question, profile=asked.person.person(), language=asked.language).to_dict()


async def search(request: Request) -> Response:
    """Search treatments, outcomes and studies."""
    asked = await _read(request, Words)
    return asked if isinstance(asked, Response) else _json({"hits": await request.app.state.desk(partial(api.search, asked.words))})


def _one(load: Callable[[str], Any]) -> Handler:
    """A handler for one record by its id."""

    async def handler(request: Request) -> Response:
        try:
            return _json(_without_pictures(load(request.path_params["name"])))
        except InputError as fault:
            return refused(404, str(fault))

    return handler


def _without_pictures(record: Struct) -> dict[str, Any]:
    """Pictures show what the numbers say; programs take the numbers."""
    return {name: value for name, value in msgspec.structs.asdict(record).items() if name not in {"pictures", "picture"}}


async def fact(request: Request) -> Response:
    """Open any fact by the id that a statement names."""
    try:
        return _json(api.fact(request.query_params.get("id", "")))
    except InputError as fault:
        return refused(404, str(fault))


async def compare(request: Request) -> Response:
    """Compare treatments."""
    wanted = request.query_params.getlist("t")
    if unknown := [t for t in wanted if t not in {known.id for known in api.treatments()}]:
        return refused(404, f"There is no treatment with the id {unknown[0][:60]!r}. /api/evidence lists them.")
    return _json(_without_pictures(api.compare(wanted)))


async def listing(request: Request) -> Response:
    """List what there is."""
    del request
    return _json({"evidence": api.evidence_meta(), "treatments": api.treatments(), "outcomes": api.outcomes(), "conditions": api.conditions()})


async def openapi(request: Request) -> Response:
    """Describe this interface."""
    del request
    return _json(document({"Question": Question, "Words": Words}))


ROUTES = [
    Route("/api/openapi.json", openapi),
    Route("/api/evidence", _limited(listing)),
    Route("/api/ask", _limited(ask), methods=["POST"]),
    Route("/api/search", _limited(search), methods=["POST"]),
    Route("/api/compare", _limited(compare)),
    Route("/api/fact", _limited(fact)),
    Route("/api/treatments/{name}", _limited(_one(api.treatment_page))),
    Route("/api/outcomes/{name}", _limited(_one(api.outcome_page))),
    Route("/api/studies/{name}", _limited(_one(api.study_page))),
]
