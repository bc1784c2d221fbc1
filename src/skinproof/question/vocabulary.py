"""What understanding needs of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from skinproof.catalogue.lexicon import Lexicon
from skinproof.catalogue.outcome import Family, Goal, Meaning
from skinproof.catalogue.word_model import AnswerModel, WordModel


def _nothing(_text: Sequence[str]) -> None:
    return None


class Vocabulary(Struct, frozen=True, kw_only=True):
    """What understanding needs of the catalogue.

    `carries` holds, by treatment, the treatments that its usual contents are when used alone: named beside it, they are
    contents. `families` are names wide enough for several treatments. `alarming` returns what was learned of words of alarm in a
    language. `meant` returns what a text that names nothing is like. `injected` holds what is known only on the skin or swallowed,
    with the record of its injected form, if there is one.
    """

    lexicon: Lexicon
    goals: Mapping[str, Goal]
    carries: Mapping[str, Sequence[str]]
    families: Mapping[str, Family]
    injected: Mapping[str, str] = {}
    alarming: Callable[[str], WordModel | None] = _nothing
    answers: AnswerModel | None = None
    meant: Callable[[Sequence[str]], tuple[str, Meaning] | None] = _nothing
