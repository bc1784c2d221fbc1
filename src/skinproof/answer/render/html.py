"""An answer as a fragment of HTML: bottom line first, claims as a table, each "why" one click away."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from skinproof.answer.answer import Answer
from skinproof.answer.bottom_line import Decision
from skinproof.answer.pages.barrier_figure import course_after
from skinproof.answer.pictures.signs import CERTAIN, MEANING
from skinproof.answer.pictures.svg import Picture
from skinproof.answer.render.claims_table import claim_rows, pictures_of
from skinproof.answer.render.lines_html import LineWriter
from skinproof.answer.render.messages import reference_text
from skinproof.answer.statement import Section
from skinproof.errors import MissingExtraError
from skinproof.evidence.study import Study

if TYPE_CHECKING:
    from jinja2 import Template

_OPENING, _MOST_COURSES = {"needle_channels", "injected", "abraded"}, 2
_SHOWN_BULLETS = 5
_IN_FULL = {"urgent", "bottom_line", "understood", "harms", "precautions", "ask", "regimen"}
_SHORT = {"alternatives": "Alternatives", "barrier": "The barrier", "timing": "How long", "sceptical": "What to doubt", "change": "What would change this", "regulation": "Regulators"}
_FIRST = ("urgent", "bottom_line")
_WORDS = {
    "does_not_help": "does not help", "mixed": "it depends", "not_enough_evidence": "not enough evidence", "unsafe": "not safe now", "see_a_doctor": "see a doctor",
    "out_of_scope": "outside what we answer",
}
_HELPS = {"high": "helps", "moderate": "probably helps"}


def word_of(decision: Decision) -> str:
    """Return the bottom line of a decision in a word or a few, no surer than its certainty and no firmer than its basis.

    Args:
        decision: the decision.
    """
    if decision.direction != "helps":
        return _WORDS[decision.direction]
    if decision.action == "ok":
        return "nothing speaks against it"
    if decision.basis in {"consensus", "label"}:
        return "guidelines speak for it"
    return _HELPS.get(decision.certainty, "may help") if decision.basis == "trial" else "yes"


class Reference(Struct, frozen=True, kw_only=True):
    """A study in the list at the end."""

    study: Study
    text: str


def blocks(section: Section) -> list[tuple[str, list[tuple[str, ...]]]]:
    """Return the lines of a section, those of one style that follow each other taken together.

    Args:
        section: the section.
    """
    return [(style, [line.statements for line in lines]) for style, lines in groupby(section.lines, key=lambda line: line.style)]


def _courses(answer: Answer) -> list[Picture]:
    """The courses of the barrier after what was asked about."""
    opening = [t for t in answer.treatments if t.route in _OPENING][:_MOST_COURSES]
    return [p for t in opening for p in course_after(t.id, t.name, answer.case.person.age)]


@cache
def _template() -> Template:
    """The template, compiled once."""
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - an optional part
    except ModuleNotFoundError:
        raise MissingExtraError('HTML needs the package jinja2. Install it: pip install "skinproof[web]"') from None
    folder = FileSystemLoader(Path(__file__).parent / "templates")
    return Environment(loader=folder, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True).get_template("answer.html")


def as_html(answer: Answer, *, pages: bool = False) -> str:
    """Return an answer as a fragment of HTML, escaped, without styles or scripts of its own.

    Args:
        answer: the answer.
        pages: whether pages of treatments, outcomes and studies exist at `/treatments/ID` and so on, to link to.

    Raises:
        MissingExtraError: jinja2 is not installed.
    """
    template = _template()
    writer = LineWriter(answer)
    claims = next((s for s in answer.sections if s.id == "claims"), None)
    rows = claim_rows(answer, claims, writer.messages) if claims else []
    return template.render(
        answer=answer, writer=writer, fixed=writer.messages.fixed, pages=pages, rows=rows, pictures={"claims": pictures_of(answer, rows), "barrier": _courses(answer)}, word=word_of(answer.decision),
        first=[s for s in answer.sections if s.id in _FIRST], rest=[s for s in answer.sections if s.id not in _FIRST], meaning=MEANING, certain=CERTAIN, blocks=blocks, full=_IN_FULL, most=_SHOWN_BULLETS, short=_SHORT,
        references=[Reference(study=s, text=reference_text(answer, place)) for place, s in enumerate(answer.studies)],
    )
