"""What sort of answer the words of a question call for: a linear reader of word stems, learned from questions of our own and what careful experts answer to them."""

from __future__ import annotations

from collections.abc import Sequence

from skinproof.catalogue.word_model import AnswerModel
from skinproof.question.linear import features, scores, softmax

_STEM = 5  # letters kept of a word: "pores" and "poreless" tell the same


def stems(text: Sequence[str]) -> set[str]:
    """Return the word stems of a text and their pairs of neighbours; numbers are all alike.

    Args:
        text: plain words with sentence ends as full stops.
    """
    return features([word[:_STEM] for word in text])


def expected(text: Sequence[str], model: AnswerModel) -> dict[str, float]:
    """Return how likely each direction of an answer is by the words alone.

    Args:
        text: plain words with sentence ends as full stops.
        model: what was learned.
    """
    return dict(zip(model.labels, softmax(scores(stems(text), model.words, model.bias)), strict=True))
