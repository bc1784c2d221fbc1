"""The tools that an assistant may call: each looks facts up, and adds none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any, TypeVar

import msgspec
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import BaseModel, Field

import skinproof
import skinproof.api as api  # noqa: PLR0402 - a door sees the public functions by this name
from skinproof.errors import InputError, SkinproofError
from skinproof.faces import mcp_facts as facts
from skinproof.faces.mcp_budget import LEAST, MOST, USUAL, Listed, fit
from skinproof.faces.mcp_results import (
    Asked,
    Compared,
    ComparedOutcome,
    Decision,
    Facts,
    Found,
    Guarded,
    Hit,
    Profile,
    Searched,
    StudyRecord,
)

R = TypeVar("R", bound=BaseModel)
# One text takes at most this part of a budget, and what may hurt is cut last.
_LONGEST_SHARE = 8
_SHARES = {"hazards": 4.0, "person": 4.0, "allergies": 4.0}
Budget = Annotated[int, Field(ge=LEAST, le=MOST, description="Characters that the result may take. What does not fit is counted in left_out, and truncated is true; urgent signs, the bottom line and rules that hold are never cut.")]
Name = Annotated[str, Field(min_length=1, max_length=200, description="A treatment by its common name, brand or id.")]


def ask(
    question: Annotated[str, Field(min_length=1, max_length=api.LONGEST_QUESTION, description="The person's own words, with what they told of themselves; do not improve them.")],
    country: Annotated[str | None, Field(json_schema_extra={"pattern": "^[A-Za-z]{2}$"}, description="Two letters, for emergency numbers.")] = None,
    max_characters: Budget = USUAL,
) -> Asked:
    """Answer a question about a cosmetic skin treatment or product."""
    with _explained():
        answer = api.ask(question, profile=api.person_of({"country": country}))
        data = answer.to_dict()
        signs = facts.urgent(answer.gathered.flags) if data["urgent"] else []
        core = Asked(
            **facts.made(), status=data["status"], bottom_line=Decision(**{k: data["bottom_line"][k] for k in Decision.model_fields}), urgent=signs[0] if signs else None,
            understood={k: data["understood"][k] for k in ("treatments", "ingredients", "goals", "unknown_names", "profile")}, precautions=facts.held(answer.gathered),
        )
        said = facts.statements(data)
        labels = {o.id: o.name for o in api.outcomes()}
        rows = [facts.row_cell(row, labels) for row in data["verdicts"]] if data["status"] == "answered" else []
        return _fitted(core, max_characters, {"statements": said, "verdicts": rows, "references": facts.references(data, said)}, {"statements": 3.0})


def evidence_profile(
    treatment: Name, outcome: Annotated[str | None, Field(max_length=200, description="What is hoped for, such as pores or acne scars; all outcomes if not given.")] = None,
    max_characters: Budget = USUAL,
) -> Profile:
    """Return all verdicts on one treatment, with the steps of their grading and who paid."""
    with _explained():
        page = api.treatment_page(api.treatment_id(treatment))
        wanted = api.outcome_ids(outcome) if outcome else None
        lines = [line for line in page.verdicts if wanted is None or line.outcome in wanted]
        core = Profile(**facts.made(), treatment=page.treatment.id, name=page.treatment.name, what_it_is=page.treatment.what_it_is.text, untested=[n.name for n in page.untested])
        searches = [Searched(id=f"search:{s.id}", query=s.query, source=s.source, date=s.date.isoformat(), hits=s.hits) for s in page.searches]
        return _fitted(core, max_characters, {"cells": [facts.line_cell(line) for line in lines], "searches": searches}, {"cells": 4.0})


def compare(
    treatments: Annotated[list[Name], Field(min_length=2, max_length=5, description="Two to five treatments.")], max_characters: Budget = USUAL,
) -> Compared:
    """Put two to five treatments side by side on the same outcomes."""
    with _explained():
        found = api.compare([api.treatment_id(name) for name in treatments])
        ids = [t.id for t in found.treatments]
        rows = [
            ComparedOutcome(outcome=r.outcome.id, outcome_label=r.outcome.name, cells={i: facts.brief_cell(v) if v else None for i, v in zip(ids, r.verdicts, strict=True)}) for r in found.rows
        ]
        return _fitted(Compared(**facts.made(), treatments={t.id: t.name for t in found.treatments}), max_characters, {"outcomes": rows}, {})


def study(
    study_id: Annotated[str, Field(min_length=1, max_length=200, description="An id from source_ids, with or without study: in front.")], max_characters: Budget = USUAL,
) -> StudyRecord:
    """Return one study as it was read: who, what, what was found, harms, who paid, where it was read."""
    with _explained():
        found = api.study_page(study_id.removeprefix("study:").partition("#")[0]).study
        c, data = found.citation, msgspec.to_builtins(found)
        core = StudyRecord(
            **facts.made(), id=f"study:{found.id}", citation=f"{found.cited} {c.year}. {c.journal}.", pmid=c.pmid, doi=c.doi, registry=c.registry, design=found.design,
            allocation=found.allocation, population=found.population.description, participants=found.participants, funding=data["funding"], status=found.status, read=data["sources"],
            limits=list(found.limits),
        )
        return _fitted(core, max_characters, {name: data.get(name, []) for name in ("findings", "harms", "arms")}, {"findings": 3.0})


def fact(
    fact_id: Annotated[str, Field(min_length=1, max_length=300, description="An id from source_ids or of a rule, such as premise:pores_look_smaller or treatment:tazarotene#harms.0.")], max_characters: Budget = USUAL,
) -> Facts:
    """Open any fact by its id."""
    with _explained():
        found = api.fact(fact_id)
        content = found.content if isinstance(found.content, dict) else {"content": found.content}
        return _other({"fact_id": found.id, **content}, max_characters)


def search(
    words: Annotated[str, Field(min_length=1, max_length=200, description="A name, subject or first author.")], max_characters: Budget = USUAL,
) -> Found:
    """Find treatments, outcomes and studies by words."""
    with _explained():
        hits = [Hit(**msgspec.to_builtins(hit)) for hit in api.search(words)]
        return _fitted(Found(**facts.made()), max_characters, {"hits": hits}, {})


def precautions(
    treatments: Annotated[list[Name], Field(min_length=1, max_length=10, description="The treatments asked about.")],
    about_person: Annotated[str, Field(max_length=5_000, description="What was told of the person, signs and past treatments included, in plain words.")] = "",
    max_characters: Budget = USUAL,
) -> Guarded:
    """Return the rules of safety that bear on treatments and a person."""
    with _explained():
        found = api.precautions(treatments, about_person)
        core = Guarded(**facts.made(), treatments={t.id: t.name for t in found.treatments}, urgent=facts.urgent(found.flags), precautions=facts.held(found))
        return _fitted(core, max_characters, {"do_not_book_if": facts.unsaid(found), "together": facts.together(found), "intervals": facts.intervals(found)}, {"do_not_book_if": 2.0})


def ingredients(
    text: Annotated[str, Field(min_length=1, max_length=api.LONGEST_QUESTION, description="The ingredient list as the label has it.")],
    route: Annotated[str, Field(json_schema_extra={"enum": ["leave_on", "rinse_off", "occluded", "abraded", "needle_channels", "injected", "swallowed"]}, description="How it meets the skin.")] = "leave_on",
    max_characters: Budget = USUAL,
) -> Facts:
    """Read an ingredient list, and say what of it matters by its route."""
    with _explained():
        return _other(skinproof.inspect_ingredients(text, route=route), max_characters)


def forecast(
    treatment: Name, age: Annotated[int | None, Field(json_schema_extra={"minimum": 18, "maximum": 80}, description="Years, 18 to 80.")] = None, max_characters: Budget = USUAL,
) -> Facts:
    """Say how long the skin is likely to leak after a treatment, from a model checked against measurements."""
    with _explained():
        name = api.treatment_id(treatment)
        return _other(skinproof.forecast(name, age=age) if age is not None else skinproof.forecast(name), max_characters)


@contextmanager
def _explained() -> Iterator[None]:
    """What skinproof can explain reaches the assistant as that sentence."""
    try:
        yield
    except SkinproofError as fault:
        raise ToolError(str(fault)) from None


def _fitted(core: R, budget: int, lists: dict[str, Any], shares: dict[str, float]) -> R:
    plain = core.model_dump(mode="json")
    parts = [Listed(field=name, items=[_plain(i) for i in items], share=shares.get(name, 1.0)) for name, items in lists.items()]
    return type(core).model_validate(fit(plain, parts, budget))


def _plain(item: Any) -> dict[str, Any]:
    return item.model_dump(mode="json") if isinstance(item, BaseModel) else item


def _other(found: Any, budget: int) -> Facts:
    """Facts of a shape of their own: lists and long texts may be cut, all else stays."""
    data = found.to_dict() if hasattr(found, "to_dict") else msgspec.to_builtins(found)
    if not isinstance(data, dict):
        raise InputError("This part of skinproof gave no facts. Ask without it.")
    lists = {k: v for k, v in data.items() if isinstance(v, list) and v}
    longest = budget // _LONGEST_SHARE
    cut = [{"field": f"facts.{k}", "shown": longest, "total": len(v)} for k, v in data.items() if isinstance(v, str) and len(v) > longest]
    core = {**facts.made(), **{f"facts.{k}": v[:longest] if isinstance(v, str) else v for k, v in data.items() if k not in lists}}
    fitted = fit(core, [Listed(field=f"facts.{k}", items=v, share=_SHARES.get(k, 1.0)) for k, v in lists.items()], budget)
    inside = {k.removeprefix("facts."): v for k, v in fitted.items() if k.startswith("facts.")}
    left = [*cut, *fitted["left_out"]]
    rest = {k: v for k, v in fitted.items() if not k.startswith("facts.") and k not in {"truncated", "left_out"}}
    return Facts(facts=inside, truncated=bool(left), left_out=left, **rest)
