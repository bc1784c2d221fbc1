"""Words that together sound like a message that needed a doctor, where no sign is known by name: a linear reader of words and pairs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from math import exp, sqrt

from skinproof.catalogue.text import END
from skinproof.catalogue.word_model import WordModel

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def features(text: Sequence[str]) -> set[str]:
    """Return the words of a text and its pairs of neighbours; numbers are all alike.

    Args:
        text: plain words with sentence ends as full stops.
    """
    plain = [_NUMBER.sub("#", word) for word in text]
    return {w for w in plain if w != END} | {f"{a} {b}" for a, b in pairwise(plain) if END not in {a, b}}


def alarm(text: Sequence[str], model: WordModel) -> float:
    """Return how likely a text is one that needs a doctor, 0 to 1: logistic regression on tf-idf of words said at least once, scaled to length one.

    Args:
        text: plain words with sentence ends as full stops.
        model: what was learned.
    """
    known = [model.words[f] for f in features(text) if f in model.words]
    length = sqrt(sum(idf * idf for idf, _ in known)) or 1.0
    return 1.0 / (1.0 + exp(-(model.bias + sum(idf * weight for idf, weight in known) / length)))


_WIDTH, _STEP = 80, 40  # words; a sign fills a few sentences of a letter, and chance words of the rest drown it or add up


def loudest(text: Sequence[str], model: WordModel) -> float:
    """Return how likely the loudest stretch of a letter is a message that needs a doctor, 0 to 1.

    Args:
        text: plain words with sentence ends as full stops.
        model: what was learned.
    """
    return max(alarm(text[start : start + _WIDTH], model) for start in range(0, max(1, len(text) - _STEP + 1), _STEP))
