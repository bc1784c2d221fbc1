"""What was learned of words from messages of our own writing, as training/train.py leaves it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class WordModel(Struct, frozen=True, kw_only=True):
    """By word or pair of words its rarity (idf) and its weight, and the intercept.

    A text belongs to what was learned from the probability `threshold` on. `trained_on` is the hash of the messages.
    """

    trained_on: str
    threshold: float
    bias: float
    words: Mapping[str, tuple[float, float]]
