"""The effect size of one study in one cell: above zero when the cell's treatment did better."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from skinproof.catalogue.outcome import Outcome
from skinproof.errors import InputError
from skinproof.evidence.study import Effect, Group
from skinproof.synthesis.cell import Placed
from skinproof.synthesis.effects import conversions, counts, means, paired_counts, within_person
from skinproof.synthesis.effects.estimates import Effects

Scale = Literal["SMD", "log OR", "log RR"]
_STATED: dict[str, Scale] = {
    "standardised mean difference": "SMD", "smd": "SMD", "odds ratio": "log OR", "or": "log OR", "risk ratio": "log RR", "rr": "log RR",
}


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
        made = next((found for make in _MAKERS if (found := make(placed, outcome, correlation)) is not None), None)
    except InputError as fault:
        return _left_out(placed, str(fault))
    if made is None:
        return _left_out(placed, "its numbers allow no effect size")
    if not (math.isfinite(made.estimate) and math.isfinite(made.variance) and made.variance > 0):
        return _left_out(placed, "people are too few for a variance")
    if (made.estimate < 0 and placed.finding.result == "arm_better") or (made.estimate > 0 and placed.finding.result == "versus_better"):
        return _left_out(placed, "its numbers and its reported direction disagree; the scale may run the other way")
    sign = -1.0 if placed.flipped else 1.0
    return StudyEffect(
        study_id=placed.study.id, finding=placed.finding.slug, scale=made.scale, estimate=sign * made.estimate, variance=made.variance,
        people=placed.people, correlation=made.correlation, made_from=made.made_from,
    )


def _left_out(placed: Placed, reason: str) -> LeftOut:
    return LeftOut(study_id=placed.study.id, finding=placed.finding.slug, reason=reason)


@dataclass(frozen=True, slots=True)
class _Made:
    """An effect of arm against versus, above zero when the arm did better."""

    scale: Scale
    estimate: float
    variance: float
    correlation: float | None
    made_from: str


def _from_means(placed: Placed, outcome: Outcome, correlation: float) -> _Made | None:
    """Means and standard deviations after treatment, of two groups, two sides, or before and after."""
    numbers = placed.finding.numbers
    if numbers is None or numbers.arm is None:
        return None
    sign = 1.0 if outcome.better == "higher" else -1.0
    if placed.finding.versus == "baseline":
        return _before_after(placed, numbers.arm, sign, correlation)
    if numbers.versus is None:
        return None
    one, two = _mean_sd(placed, numbers.arm, placed.finding.arm), _mean_sd(placed, numbers.versus, placed.finding.versus)
    if one is None or two is None:
        return None
    if placed.study.pairing == "within_person":
        return _changed(sign, correlation, "means of two sides of the same people", n=one[0], mean=one[1], control_mean=two[1], control_sd=two[2])
    found = means.standardised_mean_difference(n1=one[0], mean1=one[1], sd1=one[2], n2=two[0], mean2=two[1], sd2=two[2])
    return _made("SMD", found, sign, None, "means of two groups")


def _before_after(placed: Placed, group: Group, sign: float, correlation: float) -> _Made | None:
    n = group.n or placed.people
    if n is None or group.baseline_mean is None or group.baseline_sd is None or group.mean is None:
        return None
    return _changed(
        sign, correlation, "means before and after in the same people", n=n, mean=group.mean, control_mean=group.baseline_mean,
        control_sd=group.baseline_sd,
    )


def _changed(sign: float, correlation: float, made_from: str, *, n: float, mean: float, control_mean: float, control_sd: float) -> _Made:
    """The change in standard deviations of the control measurement, fit to pool with parallel groups."""
    found = within_person.raw_standardised_change(n=n, mean1=control_mean, sd1=control_sd, mean2=mean, sd2=control_sd, correlation=correlation)
    return _made("SMD", found, -sign, correlation, made_from)


def _mean_sd(placed: Placed, group: Group, arm: str) -> tuple[float, float, float] | None:
    """People, mean and standard deviation of a group, from its standard error or quartiles where those are given instead."""
    n = _people(placed, group, arm)
    if n is None:
        return None
    if group.mean is not None and group.sd is not None:
        return n, group.mean, group.sd
    if group.mean is not None and group.se is not None:
        return n, group.mean, conversions.sd_from_se(group.se, n)
    if group.median is not None and group.q1 is not None and group.q3 is not None:
        return n, *conversions.mean_sd_from_quartiles(group.q1, group.median, group.q3, n)
    return None


def _people(placed: Placed, group: Group, arm: str) -> int | None:
    whole = placed.people if placed.study.pairing == "within_person" else None
    return group.n or placed.study.arm(arm).n or whole


def _from_events(placed: Placed, _: Outcome, correlation: float) -> _Made | None:
    """People who improved, of two groups or of two sides of the same people."""
    numbers = placed.finding.numbers
    if numbers is None or numbers.arm is None or numbers.versus is None or placed.finding.versus == "baseline":
        return None
    a, c = numbers.arm.events, numbers.versus.events
    n1, n2 = _people(placed, numbers.arm, placed.finding.arm), _people(placed, numbers.versus, placed.finding.versus)
    if a is None or c is None or n1 is None or n2 is None:
        return None
    if placed.study.pairing == "within_person":
        both, first, second, neither = conversions.paired_table(a, c, n1, correlation)
        found = paired_counts.paired_odds_ratio(both=both, first_only=first, second_only=second, neither=neither)
        return _made("log OR", found, 1.0, correlation, "counts on two sides of the same people")
    return _made("log OR", counts.odds_ratio(events1=a, without1=n1 - a, events2=c, without2=n2 - c), 1.0, None, "counts of two groups")


def _from_stated(placed: Placed, outcome: Outcome, _: float) -> _Made | None:
    """An effect with its interval as the paper states it."""
    effect = placed.finding.numbers.effect if placed.finding.numbers else None
    scale = _STATED.get(effect.measure.strip().lower()) if effect else None
    if effect is None or scale is None or effect.ci_low is None or effect.ci_high is None or placed.finding.versus == "baseline":
        return None
    estimate, se = _stated(effect, scale, effect.ci_low, effect.ci_high)
    sign = -1.0 if scale == "SMD" and outcome.better == "lower" else 1.0
    return _Made(scale, sign * estimate, se**2, None, "the effect as stated")


def _stated(effect: Effect, scale: Scale, low: float, high: float) -> tuple[float, float]:
    if scale == "SMD":
        return effect.value, conversions.se_from_interval(low, high, level=effect.ci_level)
    return conversions.log_ratio(effect.value, low, high, level=effect.ci_level)


def _made(scale: Scale, found: Effects, sign: float, correlation: float | None, made_from: str) -> _Made:
    return _Made(scale, sign * float(found.estimates[0]), float(found.variances[0]), correlation, made_from)


_Maker = Callable[[Placed, Outcome, float], _Made | None]
_MAKERS: tuple[_Maker, ...] = (_from_means, _from_events, _from_stated)
