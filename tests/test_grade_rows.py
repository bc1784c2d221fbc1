"""Rows of published ratings are read as tables print them, and never end the benchmark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.grade_agreement import apart, count_of, effect_of, events_of, number_of, plain_rule, rule_set, summary_of
from skinproof.synthesis.rating import LEVELS, PooledEffect

EFFECTS = [
    ("RR 1.84 (95% CI 1.31 to 2.59)", ("RR", 1.84, 1.31, 2.59)),
    ("RR 1.84 (1.31\u20132.59)", ("RR", 1.84, 1.31, 2.59)),
    ("MD -3,4 [-5,6; -1,2]", ("MD", -3.4, -5.6, -1.2)),
    ("SMD \u22120.45 (\u22120.80 to \u22120.10)", ("SMD", -0.45, -0.8, -0.1)),
    ("odds ratio 2.0 (1.1-3.9)", ("OR", 2.0, 1.1, 3.9)),
    ("hazard ratio 0.5 (0.2, 0.9)", ("HR", 0.5, 0.2, 0.9)),
    ("RD 0.05 (-0.01 to 0.11)", ("RD", 0.05, -0.01, 0.11)),
    ("MD 3.4 lower (5.6 lower to 1.2 lower)", ("MD", -3.4, -5.6, -1.2)),
    ("MD 0.3 higher (0.1 lower to 0.7 higher)", ("MD", 0.3, -0.1, 0.7)),
    ({"measure": "RR", "estimate": None, "ci_lb": "1,2", "ci_ub": "2,5"}, ("RR", None, 1.2, 2.5)),
    ({"measure": "RR", "estimate": 2.0, "ci_lb": 3.0, "ci_ub": 1.0}, ("RR", 2.0, 1.0, 3.0)),
    ({"measure": "RR", "estimate": 1.0, "ci_lb": 1.01, "ci_ub": 1.5}, ("RR", 1.01, 1.01, 1.5)),
    ({"measure": "log OR", "estimate": -0.2, "ci_lb": -0.4, "ci_ub": 0.1}, ("MD", -0.2, -0.4, 0.1)),
    ({"measure": "RR", "estimate": 2.0}, ("RR", 2.0, None, None)),
]


@pytest.mark.parametrize(("value", "expected"), EFFECTS)
def test_printed_effects_are_read(value, expected):
    """Fields and text, decimal commas, dashes, and words for the sign give the same numbers."""
    measure, estimate, lower, upper = expected
    assert effect_of(value) == PooledEffect(measure=measure, estimate=estimate, lower=lower, upper=upper)


@pytest.mark.parametrize("value", [None, "", "not estimable", {"measure": "RR"}, [1], 3])
def test_effects_without_numbers_are_none(value):
    """What tells no number is no effect."""
    assert effect_of(value) is None


def test_printed_counts_are_read():
    """Thousands marks and words around a number are left out; what is no number is unknown."""
    values = [147, "1,234", "1 234 participants", "147 (2 RCTs)", 12.0, "?", None, float("nan"), -1]
    assert [count_of(v) for v in values] == [147, 1234, 1234, 147, 12, None, None, None, None]
    assert [events_of(v) for v in (5, "10/10 vs 8/10", "8 of 20 v 3 of 20", "12", None)] == [5, 18, 11, 12, None]
    assert [number_of(v) for v in ("45%", "<50", 0, True)] == [45.0, 50.0, 0.0, None]


DESIGNS = [
    ("RCT", True, False), ("quasi-RCT", True, False), ("randomised split-face trial", True, False), ("Non-randomised study", False, False),
    ("cohort", False, False), ("quasi-experimental", False, False), ("before-after", False, True), ("case series", False, True), (None, False, False),
]


@pytest.mark.parametrize(("design", "randomised", "single_arm"), DESIGNS)
def test_designs_are_told_apart(design, randomised, single_arm):
    """Random allocation, other comparisons and single arms start differently."""
    read = summary_of({"design": design})
    assert (read.randomised, read.single_arm) == (randomised, single_arm)


anything = st.one_of(st.none(), st.integers(-5, 2000), st.floats(), st.sampled_from(["12", "1,234", "45%", "a", "3/10 vs 4/10", "RR 2 (1 to 3)", "MD 1 (2 to -3)"]))
effects = st.one_of(anything, st.fixed_dictionaries({}, optional={"measure": st.sampled_from(["RR", "OR", "MD", "SMD", "RD", "HR", "x", None]), "estimate": anything, "ci_lb": anything, "ci_ub": anything}))


@given(st.fixed_dictionaries({}, optional={"design": st.sampled_from(["RCT", "cohort", None, 3]), "studies": anything, "n": anything, "events": anything, "effect": effects, "i2": anything}))
def test_no_row_ends_the_benchmark(row):
    """Whatever a row holds, both rules give a level, `none` or nothing."""
    assert {rule_set(row), plain_rule(row)} <= {None, "none", *LEVELS}


def test_rules_are_compared_on_same_draws():
    """Where both rules agree on every row their difference is zero."""
    rows = [
        {"review": review, "certainty": level, "design": "RCT", "studies": 2, "n": n, "effect": None}
        for review in "ab" for level, n in (("moderate", 900), ("low", 200))
    ]
    assert apart(rows) == "rules minus plain rule, 95% interval: exact +0.00 to +0.00, kappa +0.00 to +0.00"
