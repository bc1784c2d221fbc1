"""What the linear readers of words share: words and pairs as features, and the scores of labels by tf-idf."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from math import exp, sqrt

from skinproof.catalogue.text import END

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
Weights = Sequence[tuple[int, float]]  # by the place of a label


def without_numbers(word: str) -> str:
    """Return a word with its numbers made alike.

    Args:
        word: a plain word.
    """
    return word if word.isalpha() else _NUMBER.sub("#", word)


def features(text: Sequence[str]) -> set[str]:
    """Return the words of a text and its pairs of neighbours; numbers are all alike.

    Args:
        text: plain words with sentence ends as full stops.
    """
    plain = [without_numbers(word) for word in text]
    return {w for w in plain if w != END} | {f"{a} {b}" for a, b in pairwise(plain) if END not in {a, b}}


def scores(found: Collection[str], words: Mapping[str, tuple[float, Weights]], bias: Sequence[float]) -> list[float]:
    """Return the log odds of each label, up to one constant: logistic regression on tf-idf of features said at least once, scaled to length one.

    Args:
        found: the features of a text.
        words: by feature its rarity (idf) and its weights.
        bias: the intercept of each label.
    """
    known = [words[f] for f in found if f in words]
    length = sqrt(sum(idf * idf for idf, _ in known)) or 1.0
    totals = list(bias)
    for idf, weights in known:
        for label, weight in weights:
            totals[label] += idf / length * weight
    return totals


def softmax(log_odds: Sequence[float]) -> list[float]:
    """Return log odds as probabilities that add up to one.

    Args:
        log_odds: of each label, up to one constant.
    """
    most = max(log_odds)
    powers = [exp(score - most) for score in log_odds]
    whole = sum(powers)
    return [power / whole for power in powers]
