"""A second opinion: asked, explained, written to a file, checked again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from skinproof.api.known import knowledge
from skinproof.errors import InputError

if TYPE_CHECKING:
    from skinproof.answer.answer import Answer
    from skinproof.answer.verify import Check
    from skinproof.question.case import Person

LONGEST_QUESTION = 20_000
_FIRST_YEAR, _LAST_YEAR = 2000, 2099


def person_of(given: Mapping[str, Any]) -> Person:
    """Return the person that plain data describes, such as the fields of a form.

    Args:
        given: value by field of `Person`; None is nothing said.

    Raises:
        InputError: a field or a value is not known; the message says what can be given instead.
    """
    from skinproof.question.given import person_of as made  # noqa: PLC0415

    return made(given, knowledge().conditions)


def read_profile(path: Path | str) -> Person:
    """Return the person that a YAML or JSON file describes.

    Args:
        path: the file.

    Raises:
        InputError: it cannot be read or holds something unknown; the message shows an example.
    """
    from skinproof.question.profile import read_profile as read  # noqa: PLC0415

    return read(path, knowledge().conditions)


def ask(text: str, *, profile: Person | None = None, as_of: dt.date | str | None = None, language: str | None = None) -> Answer:
    """Return a second opinion on a question about a cosmetic skin treatment.

    Args:
        text: the question in plain words.
        profile: what is known of the person beside the text.
        as_of: the day for which the answer holds, a date or text such as 2026-11-27; today if not given.
        language: `en`, `fr` or `es`; the language of the question if not given.

    Raises:
        InputError: the question is empty or too long, or something given beside it is not known.
        PackError: the pack of facts cannot be used.
    """
    from skinproof.answer.assemble import assemble  # noqa: PLC0415
    from skinproof.question.given import checked  # noqa: PLC0415
    from skinproof.question.language import SUPPORTED  # noqa: PLC0415
    from skinproof.question.understand import understand  # noqa: PLC0415

    if not isinstance(text, str) or not text.strip():
        raise InputError("The question is empty. Ask in plain words, for example: does microneedling help acne scars")
    if len(text) > LONGEST_QUESTION:
        raise InputError(f"The question has {len(text):,} characters; up to {LONGEST_QUESTION:,} can be read. Leave out what does not matter.")
    if language not in {None, *SUPPORTED}:
        raise InputError(f"The language {language!r} is not spoken here. Take {', '.join(SUPPORTED[:-1])} or {SUPPORTED[-1]}, or leave it out.")
    known, day = knowledge(), _day(as_of)
    case = understand(text, known.vocabulary, None if profile is None else checked(profile, known.conditions), day)
    spoken = language or case.language
    catalogue = known.store.blob("messages", spoken) or known.store.blob("messages", "en") or b""
    return assemble(case, known, as_of=day, language=spoken if known.store.blob("messages", spoken) else "en", catalogue=catalogue)


def _day(given: dt.date | str | None) -> dt.date:
    """The day for which an answer holds."""
    if given is None:
        return dt.date.today()  # noqa: DTZ011 - where the person is
    try:
        day = dt.date.fromisoformat(given) if isinstance(given, str) else given.date() if isinstance(given, dt.datetime) else given
    except ValueError:
        day = None
    if not isinstance(day, dt.date) or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise InputError(f"The day {str(given)[:40]!r} cannot be used. Give one from {_FIRST_YEAR} to {_LAST_YEAR}, such as 2026-11-27, or leave it out.")
    return day


def why(answer: Answer, statement_id: str) -> str:
    """Return what one statement of an answer rests on: facts, grading steps, studies.

    Args:
        answer: the answer.
        statement_id: such as `claims.3`.

    Raises:
        InputError: the answer has no such statement.
    """
    from skinproof.answer.why import why as opened  # noqa: PLC0415

    return opened(answer, statement_id, knowledge())


def answer_html(answer: Answer, *, pages: bool = False) -> str:
    """Return an answer as a fragment of HTML.

    Args:
        answer: the answer.
        pages: whether pages of treatments and studies stand at `/treatments/ID` and so on, to link to.

    Raises:
        MissingExtraError: jinja2 is not installed.
    """
    from skinproof.answer.render.html import as_html  # noqa: PLC0415

    return as_html(answer, pages=pages)


def answer_schema() -> dict[str, Any]:
    """Return the JSON Schema of an answer."""
    import json  # noqa: PLC0415

    return dict(json.loads((Path(__file__).parents[1] / "answer" / "answer.schema.json").read_text(encoding="utf-8")))


def report(answer: Answer, form: str, *, card: bool = False) -> bytes:
    """Return an answer as the content of a file: `pdf`, `html` or `md`, its references as `ris` or `bib`, or its one-page card.

    Args:
        answer: the answer.
        form: the ending of the file's name, without the dot.
        card: the card for an appointment instead of the report.

    Raises:
        InputError: the form is not known, or there is nothing to make a card of.
        MissingExtraError: a PDF is asked for and typst is not installed.
    """
    from skinproof.answer.render.export import exported  # noqa: PLC0415

    return exported(answer, knowledge(), form, card=card)


def verify(content: bytes | str | Path, *, pack: Path | str | None = None) -> Check:
    """Return whether an answer, made again from the evidence that it names, is the same, and what changed and why.

    Args:
        content: the answer as JSON, or the path of its file.
        pack: the pack of that evidence; the installed one if not given.

    Raises:
        InputError: the content is no answer, or the file cannot be read.
        PackError: the pack cannot be used.
    """
    from skinproof.answer.verify import verify as checked  # noqa: PLC0415

    try:
        whole = content.read_bytes() if isinstance(content, Path) else content.encode() if isinstance(content, str) else content
    except OSError as fault:
        raise InputError(f"{fault.filename} cannot be read ({fault.strerror}). Give a file that you may read.") from None
    return checked(whole, knowledge(Path(pack)) if pack else knowledge())
