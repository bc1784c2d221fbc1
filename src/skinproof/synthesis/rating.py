"""Certainty of a summary that gives no more than design, studies, people, events, effect and I2, as in a summary-of-findings table.

The rules are those of the grading of cells, as far as such a line allows them, and GRADE's guidance on intervals. Each has its source in docs/grading.md.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from skinproof.errors import InputError
from skinproof.synthesis.settings import SETTINGS, Settings
from skinproof.types import Certainty

LEVELS: tuple[Certainty, ...] = ("very_low", "low", "moderate", "high")
RATIOS = frozenset({"RR", "OR", "HR", "IRR", "ROM"})

@dataclass(frozen=True, slots=True, kw_only=True)
class PooledEffect:
    """A pooled effect as printed: ratios are not logarithms."""

    measure: str
    estimate: float | None = None
    lower: float | None = None
    upper: float | None = None

    def __post_init__(self) -> None:
        limits = [v for v in (self.lower, self.estimate, self.upper) if v is not None]
        if limits != sorted(limits):
            raise InputError("The estimate lies outside its interval. Give lower limit, estimate and upper limit in this order.")
        if self.measure in RATIOS and any(v < 0 for v in limits):
            raise InputError(f"A {self.measure} cannot lie below zero. Give the ratio itself, not its logarithm.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One line of a summary of findings; what is not known is None."""

    randomised: bool
    single_arm: bool = False
    studies: int | None = None
    people: int | None = None
    events: int | None = None  # in both groups together
    effect: PooledEffect | None = None
    i2_percent: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction:
    """Levels taken off by one domain, and why."""

    domain: str
    levels: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """The level, `none` without a study or None when too little is told; and a sentence for each domain."""

    certainty: Certainty | None
    start: int
    deductions: tuple[Deduction, ...]


def rate(summary: Summary, settings: Settings = SETTINGS) -> Rating:
    """Rate the certainty of a summary line.

    Args:
        summary: the line.
        settings: the policy numbers.
    """
    start = 4 if summary.randomised else 2
    if summary.studies == 0:
        return Rating(certainty="none", start=start, deductions=(Deduction(domain="evidence", levels=0, reason="No study."),))
    if summary.people is None and (summary.effect is None or summary.effect.lower is None):
        return Rating(certainty=None, start=start, deductions=(Deduction(domain="evidence", levels=0, reason="Neither people nor an interval are told."),))
    taken = tuple(step(summary, settings) for step in STEPS)
    level = max(1, start - sum(d.levels for d in taken))
    return Rating(certainty=LEVELS[level - 1], start=start, deductions=taken)


def _risk_of_bias(summary: Summary, settings: Settings) -> Deduction:
    """Bias that is not told is a close call; of two close calls, bias and information size, one is counted (GRADE guidelines 4)."""
    if summary.single_arm:
        return Deduction(domain="risk of bias", levels=2, reason="No control group: people often improve without treatment.")
    if not summary.randomised:
        return Deduction(domain="risk of bias", levels=0, reason="Without random allocation the start is low already.")
    if _clear(summary.effect, settings) and _by_people(summary, settings).levels:
        return Deduction(domain="risk of bias", levels=0, reason="How the studies were done is not told. The interval is clear and people are few: one close call is counted.")
    return Deduction(domain="risk of bias", levels=1, reason="How the studies were done is not told, which counts as unclear.")


def _inconsistency(summary: Summary, settings: Settings) -> Deduction:
    """The table of a review group: I2 costs more where the studies may point both ways."""
    i2 = summary.i2_percent
    if i2 is None or i2 < settings.substantial_i2_percent or (summary.studies is not None and summary.studies < 2):
        return Deduction(domain="inconsistency", levels=0, reason="No sign of conflict between studies." if i2 is not None else "I2 is not told.")
    considerable = i2 >= settings.considerable_i2_percent
    if _one_sided(summary.effect):
        return Deduction(domain="inconsistency", levels=int(considerable), reason=f"I2 is {i2:.0f}%, but the pooled interval lies on one side of no effect.")
    return Deduction(domain="inconsistency", levels=1 + considerable, reason=f"I2 is {i2:.0f}% and the studies fall on both sides of no effect.")


def _imprecision(summary: Summary, settings: Settings) -> Deduction:
    """The largest single deduction, never the sum."""
    found = [_by_interval(summary, settings), _by_people(summary, settings), _by_events(summary, settings)]
    return max(found, key=lambda d: d.levels)


def _by_people(summary: Summary, settings: Settings) -> Deduction:
    """The information size, which a review asks for beside a clear interval (GRADE guidelines 6)."""
    n = summary.people
    if n is None or n >= settings.information_size_people:
        return Deduction(domain="imprecision", levels=0, reason="People are enough, or not told.")
    if n < settings.information_size_small_people:
        return Deduction(domain="imprecision", levels=2, reason=f"{n} people, fewer than {settings.information_size_small_people}.")
    return Deduction(domain="imprecision", levels=1, reason=f"{n} people, fewer than {settings.information_size_people}.")


def _by_interval(summary: Summary, settings: Settings) -> Deduction:
    effect = summary.effect
    if effect is None or effect.lower is None or effect.upper is None:
        return Deduction(domain="imprecision", levels=0, reason="No interval is told.")
    span = f"The interval from {effect.lower:g} to {effect.upper:g}"
    if effect.measure in RATIOS and effect.upper > settings.widest_ratio * effect.lower:
        return Deduction(domain="imprecision", levels=2, reason=f"{span} spans more than {settings.widest_ratio:g}-fold.")
    if _one_sided(effect):
        return Deduction(domain="imprecision", levels=0, reason=f"{span} lies on one side of no effect.")
    if _clear(effect, settings):
        return Deduction(domain="imprecision", levels=0, reason=f"{span} holds no effect, and no important one on either side.")
    important = _important(effect, settings)
    both = important is not None and effect.lower < important[0] and effect.upper > important[1]
    return Deduction(domain="imprecision", levels=1, reason=f"{span} holds " + ("both important benefit and important harm." if both else "no effect."))


def _by_events(summary: Summary, settings: Settings) -> Deduction:
    if summary.events is not None and summary.events < settings.fewest_events:
        return Deduction(domain="imprecision", levels=3, reason=f"{summary.events} events, fewer than {settings.fewest_events}.")
    return Deduction(domain="imprecision", levels=0, reason="Events are enough, or not told.")


def _one_sided(effect: PooledEffect | None) -> bool:
    """Whether an interval is told and does not hold the value of no effect."""
    if effect is None or effect.lower is None or effect.upper is None:
        return False
    null = 1.0 if effect.measure in RATIOS else 0.0
    return not effect.lower <= null <= effect.upper


def _clear(effect: PooledEffect | None, settings: Settings) -> bool:
    """Whether an interval settles the question: on one side of no effect, or without an important effect on either side."""
    if effect is None or effect.lower is None or effect.upper is None:
        return False
    important = _important(effect, settings)
    return _one_sided(effect) or (important is not None and important[0] <= effect.lower and effect.upper <= important[1])


def _important(effect: PooledEffect, settings: Settings) -> tuple[float, float] | None:
    """The important effects on both sides; None where the unit says nothing about importance."""
    if effect.measure in RATIOS:
        return 1 - settings.important_relative_change, 1 + settings.important_relative_change
    if effect.measure == "SMD":
        return -settings.assumed_mid_sd, settings.assumed_mid_sd
    return None


Step = Callable[[Summary, Settings], Deduction]
STEPS: tuple[Step, ...] = (_risk_of_bias, _inconsistency, _imprecision)


def distance(left: Certainty, right: Certainty) -> int:
    """Return how many levels two certainties lie apart.

    Args:
        left: very_low to high.
        right: very_low to high.
    """
    return abs(LEVELS.index(left) - LEVELS.index(right))


def quadratic_kappa(pairs: list[tuple[Certainty, Certainty]]) -> float:
    """Return Cohen's kappa with quadratic weights (Cohen 1968); not a number when both sides never vary.

    Args:
        pairs: two ratings of the same line.
    """
    numbers = [(LEVELS.index(a), LEVELS.index(b)) for a, b in pairs]
    seen = sum((a - b) ** 2 for a, b in numbers) / len(numbers)
    expected = sum((a - b) ** 2 for a, _ in numbers for _, b in numbers) / len(numbers) ** 2
    return 1 - seen / expected if expected else math.nan
