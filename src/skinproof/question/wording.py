"""What a text is about where it names nothing: the likeness of its words to how people say things, learned from wordings of our own."""

from __future__ import annotations

from collections.abc import Sequence

from skinproof.catalogue.text import END
from skinproof.catalogue.word_model import Wordings
from skinproof.question.linear import scores, softmax, without_numbers

_ENDINGS = ("ings", "ing", "ed", "es", "s", "y", "ier", "er")
_SHORTEST_STEM = 3
_EMPTY = frozenset(
    "i im ive id my me the a an and or of to in on it its is are was for with that this so but like have has had do does did get got just at be as if they them their "
    "she he her his you your what can any no not dont".split()
)


def stems(text: Sequence[str]) -> set[str]:
    """Return the telling words of a text without their endings; numbers are all alike.

    Args:
        text: plain words with sentence ends as full stops.
    """
    return {_stem(without_numbers(word)) for word in text if word != END and word not in _EMPTY}


def _stem(word: str) -> str:
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _SHORTEST_STEM), "")
    return word.removesuffix(ending)


def likest(text: Sequence[str], wordings: Wordings) -> tuple[str, float]:
    """Return the label that the words of a text are most like, and its probability.

    Args:
        text: plain words with sentence ends as full stops.
        wordings: what was learned.
    """
    likely = softmax(scores(stems(text), wordings.words, wordings.bias))
    best = max(range(len(likely)), key=likely.__getitem__)
    return wordings.labels[best], likely[best]
