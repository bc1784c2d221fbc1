"""The effect size of one study in one cell: above zero when the cell's treatment did better."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass

from skinproof.catalogue.outcome import Outcome
from skinproof.errors import InputError
from skinproof.evidence.study import Group
from skinproof.synthesis.cell import Placed
from skinproof.synthesis.effects.conversions import smd_from_log_odds_ratio
from skinproof.synthesis.made_effect import MAKERS, Made, Scale

_UNWANTED: dict[Scale, Scale] = {"log RR": "log RR of unwanted events", "log HR": "log HR of unwanted events"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyEffect:
    """An effect size, and what it was made from."""

    study_id: str
    finding: str
    scale: Scale
    estimate: float
    variance: float
    people: int | None
    correlation: float | None  # assumed between two measurements of the same person; None for parallel groups
    made_from: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A finding that gives no effect size, and why."""

    study_id: str
    finding: str
    reason: str


def study_effect(placed: Placed, outcome: Outcome, correlation: float) -> StudyEffect | LeftOut:
    """Return the effect size of a finding, or why there is none.

    Args:
        placed: a finding in its cell.
        outcome: what was measured, with the direction that is better.
        correlation: assumed between two measurements of the same person.
    """
    try:
        made = next((found for make in MAKERS if (found := make(placed, outcome, correlation)) is not None), None)
    except InputError as fault:
        return _left_out(placed, str(fault))
    if made is None:
        return _left_out(placed, "its numbers allow no effect size")
    if not (math.isfinite(made.estimate) and math.isfinite(made.variance) and made.variance > 0):
        return _left_out(placed, "people are too few for a variance")
    if made.events and outcome.better == "lower" and placed.finding.result not in {"arm_better", "versus_better"}:
        return _left_out(placed, "whether the events counted are wanted is not told, so neither is which side did better")
    if (made.estimate < 0 and placed.finding.result == "arm_better") or (made.estimate > 0 and placed.finding.result == "versus_better"):
        if not (made.events or _better_arm_moved_further(placed)):
            return _left_out(placed, "its numbers and its reported direction disagree; the scale may run the other way")
        made = _turned(made)
    sign = -1.0 if placed.flipped else 1.0
    return StudyEffect(
        study_id=placed.study.id, finding=placed.finding.slug, scale=made.scale, estimate=sign * made.estimate, variance=made.variance,
        people=placed.people, correlation=made.correlation, made_from=made.made_from,
    )


def _left_out(placed: Placed, reason: str) -> LeftOut:
    return LeftOut(study_id=placed.study.id, finding=placed.finding.slug, reason=reason)


def _better_arm_moved_further(placed: Placed) -> bool:
    """Whether both groups moved the same way and the one that the source calls better moved further: then that way is better on this scale."""
    numbers = placed.finding.numbers
    arm, versus = (_moved(group) for group in (numbers.arm, numbers.versus)) if numbers else (None, None)
    if arm is None or versus is None or arm * versus <= 0:
        return False
    return (abs(arm) > abs(versus)) == (placed.finding.result == "arm_better")


def _moved(group: Group | None) -> float | None:
    if group is None or group.change_mean is not None:
        return group.change_mean if group else None
    return None if group.mean is None or group.baseline_mean is None else group.mean - group.baseline_mean


def _turned(made: Made) -> Made:
    """The same effect where the source's direction shows that less is better; odds turn round, other ratios are then of another kind."""
    made_from = f"{made.made_from}; less is better, as the source's direction shows"
    return dataclasses.replace(made, scale=_UNWANTED.get(made.scale, made.scale), estimate=-made.estimate, made_from=made_from)


def in_standard_deviations(effect: StudyEffect) -> StudyEffect:
    """Return a log odds ratio as a standardised mean difference, other effects as they are (Chinn 2000; Cochrane Handbook, chapter 10)."""
    if effect.scale != "log OR":
        return effect
    estimate, variance = smd_from_log_odds_ratio(effect.estimate, effect.variance)
    return dataclasses.replace(effect, scale="SMD", estimate=estimate, variance=variance, made_from=f"{effect.made_from}, turned into standard deviations")
