"""An answer as a fragment of HTML: bottom line first, claims as a table, each "why" one click away."""

from __future__ import annotations

from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from skinproof.answer.answer import Answer
from skinproof.answer.bottom_line import Decision
from skinproof.answer.pages.barrier_figure import course_after
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
_SHORT = {"alternatives", "barrier", "timing", "sceptical", "change", "regulation"}
_FIRST = ("urgent", "bottom_line")
_HELPS = {"high": "helps", "moderate": "probably_helps"}
# With the frame around it, and the question twice in its forms, a page stays under 150 KB.
_LARGEST_BYTES = 143 * 1024


def word_of(decision: Decision) -> str:
    """Return the bottom line of a decision as the name of a word or a few, no surer than its certainty and no firmer than its basis.

    Args:
        decision: the decision.
    """
    if decision.direction != "helps":
        return decision.direction
    if decision.because.startswith("aftermath:"):
        return "usual"
    if decision.action == "ok" or decision.because.startswith(("premise:", "practice:")):
        return "nothing_against"
    if decision.basis in {"consensus", "label"}:
        return "guidelines"
    return _HELPS.get(decision.certainty, "may_help") if decision.basis == "trial" else "yes"


class Room(Struct, frozen=True, kw_only=True):
    """How many claims are shown in full, how many more without studies and steps, and how many pictures."""

    full: int
    brief: int
    pictures: int


_ROOMS = (
    Room(full=10_000, brief=0, pictures=100), Room(full=16, brief=14, pictures=100), Room(full=10, brief=20, pictures=6), Room(full=5, brief=20, pictures=4),
    Room(full=2, brief=18, pictures=1), Room(full=0, brief=8, pictures=0),
)


class Reference(Struct, frozen=True, kw_only=True):
    """A study in the list at the end, with its number."""

    number: int
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
        raise MissingExtraError.of("HTML", "jinja2", "web") from None
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
    html, most = "", _LARGEST_BYTES - 2 * len(escape(answer.case.question).encode())
    for room in _ROOMS:
        html = _in_room(answer, room, pages=pages)
        if len(html.encode()) <= most:
            break
    return html


def _in_room(answer: Answer, room: Room, *, pages: bool) -> str:
    writer = LineWriter(answer)
    claims = next((s for s in answer.sections if s.id == "claims"), None)
    rows = claim_rows(answer, claims, writer.messages) if claims else []
    pictures = {"claims": pictures_of(answer, rows, writer.messages)[: room.pictures], "barrier": _courses(answer)[: room.pictures]}
    return _template().render(
        answer=answer, writer=writer, fixed=writer.messages.fixed, say=writer.messages.word, pages=pages, rows=rows, room=room, pictures=pictures, picture=picture_html, word=word_of(answer.decision),
        first=[s for s in answer.sections if s.id in _FIRST], rest=[s for s in answer.sections if s.id not in _FIRST], blocks=blocks, full=_IN_FULL, most=_SHOWN_BULLETS, short=_SHORT,
        references=lambda: _references(answer, writer, every=room is _ROOMS[0]),
    )


def _references(answer: Answer, writer: LineWriter, *, every: bool) -> list[Reference]:
    """The studies of an answer, or those that a shortened page points to."""
    return [
        Reference(number=place + 1, study=s, text=reference_text(answer, place, writer.messages)) for place, s in enumerate(answer.studies) if every or place + 1 in writer.cited
    ]


def picture_html(picture: Picture) -> str:
    """Return a picture's SVG whose description is the text beside it, so that a page holds it once.

    Args:
        picture: the picture; an element with the id `NAME-words` must hold its words.
    """
    return picture.svg.replace(f'<desc id="{picture.name}-words">{escape(picture.words)}</desc>', "", 1)
