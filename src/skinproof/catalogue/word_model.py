"""What was learned of words from messages of our own writing, as training.train leaves it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class WordModel(Struct, frozen=True, kw_only=True):
    """By word or pair of words its rarity (idf) and its weight, and the intercept.

    A text belongs to what was learned from the probability `threshold` on, and from `today` on so surely that it is acted on the
    same day. `trained_on` is the hash of the messages.
    """

    trained_on: str
    threshold: float
    today: float
    bias: float
    words: Mapping[str, tuple[float, float]]


class Wordings(Struct, frozen=True, kw_only=True):
    """By word stem its rarity (idf) and its weights for some labels, by their place; and the intercept of each label."""

    trained_on: str
    threshold: float
    labels: tuple[str, ...]
    bias: tuple[float, ...]
    words: Mapping[str, tuple[float, tuple[tuple[int, float], ...]]]


class AnswerModel(Struct, frozen=True, kw_only=True):
    """By word stem or pair of stems its rarity (idf) and its weight for each direction of an answer; and how that is weighed against what the rules said.

    `weighing` holds the weights of features of the first reading, as `answer.second_reading` names them. `trained_on` is the hash
    of the questions and of their first readings.
    """

    trained_on: str
    labels: tuple[str, ...]
    bias: tuple[float, ...]
    words: Mapping[str, tuple[float, tuple[tuple[int, float], ...]]]
    weighing_bias: tuple[float, ...]
    weighing: Mapping[str, tuple[float, ...]]


class BeliefModel(Struct, frozen=True, kw_only=True):
    """By word stem and by treatment asked about, how much it speaks for each belief, by their place; and how that is weighed.

    `rarity` holds the idf of stems that are not in every other question, `weighing` the weights of what
    `answer.likely_belief` names, `threshold` the probability from which a belief is told. `trained_on` is the hash of the questions.
    """

    trained_on: str
    threshold: float
    beliefs: tuple[str, ...]
    rarity: Mapping[str, float]
    words: Mapping[str, tuple[tuple[int, float], ...]]
    treatments: Mapping[str, tuple[tuple[int, float], ...]]
    bias: float
    weighing: tuple[float, ...]
