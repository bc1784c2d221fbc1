"""Effect sizes agree with metafor on data of our own, and keep the laws that any effect size must keep."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skinproof.errors import InputError
from skinproof.synthesis.effects import conversions, correlations, proportions, within_person
from skinproof.synthesis.effects.measures import MEASURES, effect_sizes
from tests.metafor import NEWER, OLDER, apart, close

INPUTS = NEWER["inputs"]
MEANS = {"n1": "n1", "mean1": "m1", "sd1": "sd1", "n2": "n2", "mean2": "m2", "sd2": "sd2"}
TABLES = {"events1": "a", "without1": "b", "events2": "c", "without2": "d"}
PAIRED_TABLES = {"both": "a", "first_only": "b", "second_only": "c", "neither": "d"}
PAIRS = {"n": "n", "mean1": "m1", "sd1": "sd1", "mean2": "m2", "sd2": "sd2", "correlation": "r"}
COLUMNS = (
    dict.fromkeys(("MD", "SMD", "SMDH", "ROM"), ("means", MEANS))
    | dict.fromkeys(("OR", "RR", "RD"), ("tables", TABLES))
    | dict.fromkeys(("MPRR", "MPOR", "MPRD", "MPORC"), ("paired_tables", PAIRED_TABLES))
    | dict.fromkeys(("MC", "SMCC", "SMCR", "SMCRH"), ("pairs", PAIRS))
    | dict.fromkeys(("IRR", "IRD"), ("rates", {"events1": "x1", "time1": "t1", "events2": "x2", "time2": "t2"}))
    | dict.fromkeys(("PR", "PLN", "PLO", "PAS", "PFT"), ("shares", {"events": "x", "n": "n"}))
    | dict.fromkeys(("COR", "ZCOR"), ("correlations", {"correlation": "r", "n": "n"}))
    | {"MN": ("pairs", {"n": "n", "mean": "m1", "sd": "sd1"})}
)
CHANGED_SINCE = {"ROM", "SMDH", "SMCRH"}  # metafor corrected these after 3.8


def columns_of(measure: str) -> dict:
    group, names = COLUMNS[measure]
    return {ours: INPUTS[group][theirs] for ours, theirs in names.items()}


def told(effects) -> dict:
    return {"estimates": effects.estimates, "variances": effects.variances}


@pytest.mark.parametrize("measure", MEASURES)
def test_effect_sizes_agree_with_metafor(measure):
    """Each measure's estimates and variances are metafor's, also with empty cells and few people."""
    found = told(effect_sizes(measure, **columns_of(measure)))
    assert apart(found, NEWER["effects"][measure]) == {}
    assert (apart(found, OLDER["effects"][measure]) != {}) == (measure in CHANGED_SINCE)


def test_unbiased_variance_agrees_with_metafor():
    """The unbiased variance of Hedges' g is metafor's."""
    assert apart(told(effect_sizes("SMD", **columns_of("SMD"), variance="unbiased")), NEWER["effects"]["SMD_unbiased"]) == {}


COUNTS = st.integers(0, 60)
SPREADS = st.floats(0.1, 9)
LEVELS = st.floats(0.5, 20)
SIZES = st.integers(3, 200)


@given(a=COUNTS, b=COUNTS, c=COUNTS, d=COUNTS)
@pytest.mark.parametrize("measure", ["OR", "RR", "RD"])
def test_swapping_groups_flips_counted_effects(measure, a, b, c, d):
    """Swapping the arms flips the sign and nothing else, for counts."""
    if min(a + b, c + d) == 0:
        return
    one = effect_sizes(measure, events1=a, without1=b, events2=c, without2=d)
    other = effect_sizes(measure, events1=c, without1=d, events2=a, without2=b)
    assert close(other.estimates, [-one.estimates[0]])
    assert close(other.variances, [one.variances[0]])


@given(n1=SIZES, mean1=LEVELS, sd1=SPREADS, n2=SIZES, mean2=LEVELS, sd2=SPREADS)
@pytest.mark.parametrize("measure", ["MD", "SMD", "SMDH", "ROM"])
def test_swapping_groups_flips_measured_effects(measure, n1, mean1, sd1, n2, mean2, sd2):
    """Swapping the arms flips the sign and nothing else, for means."""
    one = effect_sizes(measure, n1=n1, mean1=mean1, sd1=sd1, n2=n2, mean2=mean2, sd2=sd2)
    other = effect_sizes(measure, n1=n2, mean1=mean2, sd1=sd2, n2=n1, mean2=mean1, sd2=sd1)
    assert close(other.estimates, [-one.estimates[0]])
    assert close(other.variances, [one.variances[0]])


@given(unit=st.floats(0.01, 100), mean1=LEVELS, mean2=LEVELS, sd1=SPREADS, sd2=SPREADS)
@pytest.mark.parametrize("measure", ["SMD", "SMDH", "ROM"])
def test_units_leave_standardised_effects_alone(measure, unit, mean1, mean2, sd1, sd2):
    """Millimetres or centimetres give the same standardised effect and ratio."""
    one = effect_sizes(measure, n1=20, mean1=mean1, sd1=sd1, n2=25, mean2=mean2, sd2=sd2)
    other = effect_sizes(measure, n1=20, mean1=unit * mean1, sd1=unit * sd1, n2=25, mean2=unit * mean2, sd2=unit * sd2)
    assert close(other.estimates, one.estimates.tolist(), 1e-7)
    assert close(other.variances, one.variances.tolist(), 1e-7)


@given(low=st.floats(0, 0.8), more=st.floats(0.05, 0.2))
def test_higher_correlation_gives_more_information(low, more):
    """The better two sides of a face correlate, the smaller the variance of their difference."""
    sides = {"n": 20, "mean1": 5, "sd1": 2, "mean2": 4, "sd2": 2}
    weak, strong = (within_person.raw_standardised_change(**sides, correlation=r) for r in (low, low + more))
    assert strong.variances[0] < weak.variances[0]
    assert close(strong.estimates, weak.estimates.tolist())


@given(r=st.floats(-0.99, 0.99))
def test_fisher_z_can_be_undone(r):
    """From a correlation to Fisher's z and back."""
    assert close(correlations.from_fisher_z(correlations.fisher_z(correlation=r, n=20).estimates), [r])


@given(events=st.integers(0, 40), more=st.integers(0, 40))
def test_freeman_tukey_can_be_undone(events, more):
    """From a proportion to the double arcsine and back with the same number of people, all or none included."""
    n = events + more + 1
    found = proportions.from_freeman_tukey(proportions.freeman_tukey_proportion(events=events, n=n).estimates, n)
    assert close(found, [events / n], floor=1e-7)
    assert close(proportions.from_logit(0.0), 0.5)


CONVERSIONS = [
    (lambda: conversions.sd_from_se(0.5, 16), 2.0),
    (lambda: conversions.se_from_interval(-1.959963984540054, 1.959963984540054), 1.0),
    (lambda: conversions.se_from_interval(-2.178812829667228, 2.178812829667228, df=12), 1.0),
    (lambda: conversions.log_ratio(2.0, 1.0, 4.0), (math.log(2), math.log(4) / (2 * 1.959963984540054))),
    (lambda: conversions.se_from_p(-1.959963984540054, 0.05), 1.0),
    (lambda: conversions.se_from_p(2.178812829667228, 0.05, df=12), 1.0),
    (lambda: conversions.sd_from_difference(0.5, 8, 8), 1.0),
    (lambda: conversions.smd_from_t(2.3, 20, 25), (0.677882880196896, 0.095105835547378)),  # metafor 5.1-12: 0.6779, 0.0951
    (lambda: conversions.smd_from_f(2.3**2, 20, 25, first_higher=False), (-0.677882880196896, 0.095105835547378)),
    (lambda: conversions.smd_from_log_odds_ratio(math.pi, 3.0), (math.sqrt(3), 9 / math.pi**2)),
    (lambda: conversions.correlation_from_sds(2.0, 2.0, 2.0), 0.5),
    (lambda: conversions.correlation_from_sds(3.0, 4.0, 5.0), 0.0),
    (lambda: conversions.correlation_from_sds(3.0, 3.0, 1.0), 17 / 18),
    (lambda: effect_sizes("MN", n=4, mean=1, sd=0.5).variances[0], 0.0625),
    (lambda: effect_sizes("IRD", events1=2, time1=10, events2=0, time2=20).estimates[0], 0.225),
    (lambda: conversions.mean_sd_from_quartiles(10, 14, 19, 25), (14.3578, 7.07506298311791)),  # metafor 5.1-12, conv.fivenum
    (lambda: conversions.mean_sd_from_range(4, 14, 30, 25), (14.7904961344036, 6.61841387486688)),  # metafor 5.1-12, conv.fivenum
    (lambda: conversions.paired_table(5, 5, 10, 0.0), (2.5, 2.5, 2.5, 2.5)),
    (lambda: conversions.paired_table(5, 5, 10, 1.0), (5.0, 0.0, 0.0, 5.0)),
    (lambda: conversions.paired_table(2, 1, 10, -0.8), (0.0, 2.0, 1.0, 7.0)),
    (lambda: conversions.paired_table(9, 2, 10, 0.8), (2.0, 7.0, 0.0, 1.0)),
    (lambda: conversions.paired_table(9, 8, 10, -0.8), (7.0, 2.0, 1.0, 0.0)),
]


@pytest.mark.parametrize(("act", "expected"), CONVERSIONS)
def test_conversions_give_known_numbers(act, expected):
    """What papers print becomes what effect sizes need."""
    found = act()
    assert close(list(found) if isinstance(found, tuple) else found, list(expected) if isinstance(expected, tuple) else expected, 1e-9)


GROUPS = {"n1": 5, "mean1": 1, "sd1": 1, "n2": 5, "mean2": 1, "sd2": 1}
TABLE = {"events1": 1, "without1": 1, "events2": 1, "without2": 1}
SIDES = {"n": 5, "mean1": 1, "sd1": 1, "mean2": 1, "sd2": 1, "correlation": 0.5}
ERRORS = [
    (lambda: effect_sizes("XYZ"), "Take one of MD"),
    (lambda: effect_sizes("SMD", n1=1), "SMD needs other columns"),
    (lambda: effect_sizes("SMD", **GROUPS, variance="odd"), "large_sample or unbiased"),
    (lambda: effect_sizes("MD", **GROUPS | {"sd1": -1}), "standard deviation is below zero"),
    (lambda: effect_sizes("MD", **GROUPS | {"n2": 0}), "fewer than one person"),
    (lambda: effect_sizes("MD", **GROUPS | {"mean1": [1, 2], "mean2": [1, 2, 3]}), "`mean1` has 2 rows"),
    (lambda: effect_sizes("MD", **GROUPS | {"mean1": "high"}), "not a number"),
    (lambda: effect_sizes("OR", **TABLE | {"events1": [3, -1]}), "Row 2: a count is below zero"),
    (lambda: effect_sizes("MPOR", both=-1, first_only=1, second_only=1, neither=1), "below zero"),
    (lambda: effect_sizes("IRR", events1=1, time1=0, events2=1, time2=1), "not above zero"),
    (lambda: effect_sizes("IRR", events1=-1, time1=1, events2=1, time2=1), "below zero"),
    (lambda: effect_sizes("PLO", events=5, n=4), "above n"),
    (lambda: effect_sizes("ZCOR", correlation=1.2, n=9), "outside -1 to 1"),
    (lambda: effect_sizes("SMCR", **SIDES | {"correlation": 2}), "0.3 to 0.8"),
    (lambda: effect_sizes("SMCR", **SIDES | {"sd1": -2}), "standard deviation is below zero"),
    (lambda: effect_sizes("MC", **SIDES | {"n": 0}), "fewer than one person"),
    (lambda: effect_sizes("MN", n=0, mean=1, sd=1), "fewer than one person"),
    (lambda: effect_sizes("MN", n=1, mean=1, sd=-1), "below zero"),
    (lambda: conversions.sd_from_se(0, 5), "above zero"),
    (lambda: conversions.se_from_interval(2, 1), "lower limit first"),
    (lambda: conversions.se_from_interval(1, 2, level=95), "0.95"),
    (lambda: conversions.log_ratio(1, -1, 2), "above zero"),
    (lambda: conversions.se_from_p(0, 0.5), "other than zero"),
    (lambda: conversions.statistic_from_p(0), "between 0 and 1"),
    (lambda: conversions.statistic_from_p(1.5), "between 0 and 1"),
    (lambda: conversions.se_from_p(1, 1.5), "exact p"),
    (lambda: conversions.smd_from_f(-1, 5, 5, first_higher=True), "below zero"),
    (lambda: conversions.correlation_from_sds(1, 1, 5), "a slip"),
    (lambda: conversions.mean_sd_from_quartiles(3, 2, 4, 10), "not in order"),
    (lambda: conversions.mean_sd_from_range(1, 2, 4, 1), "no spread"),
    (lambda: conversions.paired_table(5, 11, 10, 0.5), "above the number of people"),
]


@pytest.mark.parametrize(("act", "mend"), ERRORS)
def test_wrong_columns_say_what_helps(act, mend):
    """What gives no effect size is refused with a sentence on what to do."""
    with pytest.raises(InputError, match=mend):
        act()


def test_missing_numbers_give_unusable_rows():
    """A row that lacks a number, or has too few people, is not a number and is marked as unusable; the others stay."""
    found = effect_sizes("SMD", n1=[20, 20, 1], mean1=[5, math.nan, 5], sd1=2, n2=[20, 20, 1], mean2=4, sd2=2)
    assert found.usable.tolist() == [True, False, False]
    assert effect_sizes("ROM", **GROUPS | {"mean1": -1}).usable.tolist() == [False]
    assert effect_sizes("ZCOR", correlation=[0.5, 1.0, 0.5], n=[9, 9, 3]).usable.tolist() == [True, False, False]
    assert np.isnan(effect_sizes("COR", correlation=0.5, n=3).variances).all()
