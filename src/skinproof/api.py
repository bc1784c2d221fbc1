"""The public functions: what `import skinproof` offers, each loading only what it needs."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from skinproof.errors import InputError

if TYPE_CHECKING:
    from skinproof.answer.answer import Answer
    from skinproof.answer.knowledge import Knowledge
    from skinproof.question.case import Person

LONGEST_QUESTION = 20_000


@cache
def knowledge(pack: Path | None = None) -> Knowledge:
    """Return the opened pack, kept for the next call.

    Args:
        pack: another pack than the one installed.

    Raises:
        PackError: it cannot be used.
    """
    from skinproof.answer.knowledge import Knowledge  # noqa: PLC0415
    from skinproof.evidence.store import DEFAULT, Store  # noqa: PLC0415
    from skinproof.fresh import refresh  # noqa: PLC0415

    if pack is None:
        refresh(DEFAULT)
    return Knowledge(Store(pack or DEFAULT))


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


def coverage() -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return counts over the evidence, and one row for each treatment and outcome that was studied."""
    from skinproof.answer import coverage as tables  # noqa: PLC0415

    known = knowledge()
    return tables.coverage(known), tables.table(known)


def audit(count: int, seed: int) -> list[str]:
    """Return random study records as a person would check them.

    Args:
        count: how many.
        seed: the same seed draws the same records.
    """
    from skinproof.answer import coverage as tables  # noqa: PLC0415

    return [tables.to_check(study) for study in tables.sample(knowledge(), count, seed)]


def read_profile(path: Path) -> Person:
    """Return the person that a YAML or JSON file describes.

    Args:
        path: the file.

    Raises:
        InputError: it cannot be read or holds something unknown; the message shows an example.
    """
    from skinproof.question.profile import read_profile as read  # noqa: PLC0415

    return read(path, knowledge().conditions)


def ask(text: str, *, profile: Person | None = None, as_of: dt.date | None = None, language: str | None = None) -> Answer:
    """Return a second opinion on a question about a cosmetic skin treatment.

    Args:
        text: the question in plain words.
        profile: what is known of the person beside the text.
        as_of: the day for which the answer holds; today if not given.
        language: `en`, `fr` or `es`; the language of the question if not given.

    Raises:
        InputError: the question is empty or too long.
        PackError: the pack of facts cannot be used.
    """
    from skinproof.answer.assemble import assemble  # noqa: PLC0415
    from skinproof.question.understand import understand  # noqa: PLC0415

    if not text.strip():
        raise InputError('The question is empty. Ask in plain words, for example: skinproof ask "does microneedling help acne scars"')
    if len(text) > LONGEST_QUESTION:
        raise InputError(f"The question has {len(text):,} characters; up to {LONGEST_QUESTION:,} can be read. Leave out what does not matter.")
    known = knowledge()
    case = understand(text, known.vocabulary, profile)
    spoken = language or case.language
    catalogue = known.store.blob("messages", spoken) or known.store.blob("messages", "en") or b""
    return assemble(case, known, as_of=as_of or dt.date.today(), language=spoken if known.store.blob("messages", spoken) else "en", catalogue=catalogue)  # noqa: DTZ011
