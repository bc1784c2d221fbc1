"""What sort of answer the words of a question call for: a linear reader of word stems, learned from questions of our own and what careful experts answer to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from math import exp, sqrt

from skinproof.catalogue.text import END
from skinproof.catalogue.word_model import AnswerModel

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_STEM = 5  # letters kept of a word: "pores" and "poreless" tell the same


def stems(text: Sequence[str]) -> set[str]:
    """Return the word stems of a text and their pairs of neighbours; numbers are all alike.

    Args:
        text: plain words with sentence ends as full stops.
    """
    plain = [_NUMBER.sub("#", word[:_STEM]) for word in text]
    return {w for w in plain if w != END} | {f"{a} {b}" for a, b in pairwise(plain) if END not in {a, b}}


def expected(text: Sequence[str], model: AnswerModel) -> dict[str, float]:
    """Return how likely each direction of an answer is by the words alone: multinomial logistic regression on tf-idf of stems.

    Args:
        text: plain words with sentence ends as full stops.
        model: what was learned.
    """
    known = [model.words[s] for s in stems(text) if s in model.words]
    length = sqrt(sum(idf * idf for idf, _ in known)) or 1.0
    scores = list(model.bias)
    for idf, weights in known:
        for label, weight in enumerate(weights):
            scores[label] += idf / length * weight
    return softmax(dict(zip(model.labels, scores, strict=True)))


def softmax(scores: dict[str, float]) -> dict[str, float]:
    """Return scores as probabilities that add up to one.

    Args:
        scores: by label, as log odds up to one constant.
    """
    most = max(scores.values())
    powers = {label: exp(score - most) for label, score in scores.items()}
    whole = sum(powers.values())
    return {label: power / whole for label, power in powers.items()}
