"""An effect of one arm against another from the numbers of a finding: means, changes, counts, or the effect as the paper states it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from skinproof.catalogue.outcome import Outcome
from skinproof.evidence.study import Effect, Group
from skinproof.synthesis.cell import Placed
from skinproof.synthesis.effects import conversions, counts, means, paired_counts, within_person
from skinproof.synthesis.effects.estimates import Effects

Scale = Literal["SMD", "SMD of change", "log OR", "log RR", "log RR of unwanted events", "log HR", "log HR of unwanted events"]
# What a paper's measure begins with; one that names its own arms ("risk ratio, laser against cream") is not read.
_STATED: tuple[tuple[str, Scale], ...] = (
    (r"standardi[sz]ed mean difference|smd|hedges'? g", "SMD"), (r"odds ratio|relative odds|or", "log OR"), (r"risk ratio|relative risk|rr", "log RR"), (r"hazard ratio|hr", "log HR"),
)
_P = re.compile(r"\s*(?:p\s*)?(?:<=|[<=\u2264])?\s*(0?\.\d+)\s*")


@dataclass(frozen=True, slots=True)
class Made:
    """An effect of arm against versus, above zero when the arm did better; `events` where that holds only if the events counted are wanted."""

    scale: Scale
    estimate: float
    variance: float
    correlation: float | None
    made_from: str
    events: bool = False


def _from_means(placed: Placed, outcome: Outcome, correlation: float) -> Made | None:
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


def _from_changes(placed: Placed, outcome: Outcome, _: float) -> Made | None:
    """Mean changes of two groups; their spread from standard deviations, or from the p value of the difference (a bound on p gives a smaller effect)."""
    numbers = placed.finding.numbers
    if numbers is None or numbers.arm is None or numbers.versus is None or placed.finding.versus == "baseline" or placed.study.pairing == "within_person":
        return None
    arm, versus = numbers.arm, numbers.versus
    n1, n2 = _people(placed, arm, placed.finding.arm), _people(placed, versus, placed.finding.versus)
    if arm.change_mean is None or versus.change_mean is None or n1 is None or n2 is None:
        return None
    sign = 1.0 if outcome.better == "higher" else -1.0
    if arm.change_sd is not None and versus.change_sd is not None:
        found = means.standardised_mean_difference(n1=n1, mean1=arm.change_mean, sd1=arm.change_sd, n2=n2, mean2=versus.change_mean, sd2=versus.change_sd)
        return _made("SMD of change", found, sign, None, "mean changes of two groups")
    told = _P.fullmatch(numbers.p or "")
    if told is None or arm.change_mean == versus.change_mean:
        return None
    t = conversions.statistic_from_p(float(told[1]), df=n1 + n2 - 2)
    estimate, variance = conversions.smd_from_t(t if arm.change_mean > versus.change_mean else -t, n1, n2)
    return Made("SMD of change", sign * estimate, variance, None, "mean changes of two groups, their spread from p")


def _before_after(placed: Placed, group: Group, sign: float, correlation: float) -> Made | None:
    n = group.n or placed.share
    if n is None or group.baseline_mean is None or group.baseline_sd is None or group.mean is None:
        return None
    return _changed(
        sign, correlation, "means before and after in the same people", n=n, mean=group.mean, control_mean=group.baseline_mean,
        control_sd=group.baseline_sd,
    )


def _changed(sign: float, correlation: float, made_from: str, *, n: float, mean: float, control_mean: float, control_sd: float) -> Made:
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
    whole = placed.share if placed.study.pairing == "within_person" else None
    return group.n or placed.study.arm(arm).n or whole


def _from_events(placed: Placed, _: Outcome, correlation: float) -> Made | None:
    """People with an event, of two groups or of two sides of the same people."""
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
        return _made("log OR", found, 1.0, correlation, "counts on two sides of the same people", events=True)
    return _made("log OR", counts.odds_ratio(events1=a, without1=n1 - a, events2=c, without2=n2 - c), 1.0, None, "counts of two groups", events=True)


def _from_stated(placed: Placed, outcome: Outcome, _: float) -> Made | None:
    """An effect with its interval as the paper states it."""
    effect = placed.finding.numbers.effect if placed.finding.numbers else None
    scale = _scale_of(effect.measure) if effect else None
    if effect is None or scale is None or effect.ci_low is None or effect.ci_high is None or placed.finding.versus == "baseline":
        return None
    estimate, se = _stated(effect, scale, effect.ci_low, effect.ci_high)
    sign = -1.0 if scale == "SMD" and outcome.better == "lower" else 1.0
    return Made(scale, sign * estimate, se**2, None, "the effect as stated", events=scale != "SMD")


def _scale_of(measure: str) -> Scale | None:
    plain = measure.strip().lower().removeprefix("adjusted ").removeprefix("pooled ")
    return next((scale for words, scale in _STATED if re.fullmatch(rf"(?:{words})(?: \([^()]*\)| of [\w ]+| for [\w ]+| as reported)?", plain)), None)


def _stated(effect: Effect, scale: Scale, low: float, high: float) -> tuple[float, float]:
    if scale == "SMD":
        return effect.value, conversions.se_from_interval(low, high, level=effect.ci_level)
    return conversions.log_ratio(effect.value, low, high, level=effect.ci_level)


def _made(scale: Scale, found: Effects, sign: float, correlation: float | None, made_from: str, *, events: bool = False) -> Made:
    return Made(scale, sign * float(found.estimates[0]), float(found.variances[0]), correlation, made_from, events)


Maker = Callable[[Placed, Outcome, float], Made | None]
MAKERS: tuple[Maker, ...] = (_from_means, _from_changes, _from_events, _from_stated)
