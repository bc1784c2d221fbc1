"""Lines of a summary of findings are rated by the published rules, each domain with its reason."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skinproof.errors import InputError
from skinproof.synthesis.rating import LEVELS, PooledEffect, Summary, distance, quadratic_kappa, rate


def line(low: float | None = 1.3, high: float | None = 2.0, measure: str = "RR", **changes) -> Summary:
    """Return a line of 3 trials of 800 people whose interval lies on one side of no effect."""
    effect = PooledEffect(measure=measure, estimate=None, lower=low, upper=high)
    return Summary(**{"randomised": True, "studies": 3, "people": 800, "effect": effect} | changes)


CASES = [
    ("good", line(), "moderate"),
    ("observational", line(randomised=False), "low"),
    ("observational and few", line(randomised=False, people=399), "very_low"),
    ("single arm", line(randomised=False, single_arm=True), "very_low"),
    ("400 people", line(people=400), "moderate"),
    ("clear, 399 people: two close calls cost one", line(people=399), "moderate"),
    ("clear, 100 people", line(people=100), "moderate"),
    ("clear, 99 people", line(people=99), "low"),
    ("no interval, 399 people", line(low=None, high=None, people=399), "low"),
    ("no interval, 100 people", line(low=None, high=None, people=100), "low"),
    ("no interval, 99 people", line(low=None, high=None, people=99), "very_low"),
    ("people unknown", line(people=None), "moderate"),
    ("holds no effect", line(low=0.9), "low"),
    ("touches no effect", line(low=1.0), "low"),
    ("touches no effect from below", line(low=0.6, high=1.0), "low"),
    ("clear harm", line(low=0.6, high=0.9), "moderate"),
    ("benefit and harm cost one level", line(low=0.7, high=1.3), "low"),
    ("harm not important", line(low=0.75, high=1.3), "low"),
    ("benefit not important", line(low=0.7, high=1.25), "low"),
    ("no important effect", line(low=0.75, high=1.25), "moderate"),
    ("no important effect, 399 people", line(low=0.8, high=1.2, people=399), "moderate"),
    ("more than tenfold", line(low=1.1, high=11.1), "very_low"),
    ("tenfold", line(low=1.1, high=11.0), "moderate"),
    ("difference of more than tenfold", line(low=1.1, high=15.0, measure="MD"), "moderate"),
    ("few events", line(events=9), "very_low"),
    ("enough events", line(events=10), "moderate"),
    ("largest deduction, not the sum", line(low=0.9, people=300), "low"),
    ("SMD holds no effect", line(low=-0.1, high=0.6, measure="SMD"), "low"),
    ("SMD without an important effect", line(low=-0.5, high=0.5, measure="SMD"), "moderate"),
    ("SMD benefit and harm cost one level", line(low=-0.6, high=0.6, measure="SMD"), "low"),
    ("MD holds no effect", line(low=-9.0, high=9.0, measure="MD"), "low"),
    ("MD on one side", line(low=2.0, high=90.0, measure="MD"), "moderate"),
    ("no interval, many people", line(low=None, high=None), "moderate"),
    ("some conflict but one side", line(i2_percent=74.9), "moderate"),
    ("much conflict but one side", line(i2_percent=75.0), "low"),
    ("conflict on both sides", line(low=0.9, i2_percent=60.0), "very_low"),
    ("no conflict", line(low=0.9, i2_percent=49.0), "low"),
    ("conflict cannot come from one study", line(low=0.9, i2_percent=60.0, studies=1), "low"),
    ("conflict of an unknown number of studies", line(low=0.9, i2_percent=60.0, studies=None), "very_low"),
    ("no study", line(studies=0), "none"),
    ("an estimate without an interval or people", Summary(randomised=True, studies=2, effect=PooledEffect(measure="RR", estimate=2.0)), None),
    ("nothing told", Summary(randomised=True, studies=2), None),
]


@pytest.mark.parametrize(("summary", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_lines_are_rated_by_rules(summary, expected):
    """Each threshold of the rules moves the level where it should."""
    assert rate(summary).certainty == expected


def test_deductions_count_each_domain():
    """Each domain says what it took, and the start says the design."""
    rated = rate(line(low=0.9, people=300, i2_percent=60.0))
    assert (rated.start, [(d.domain, d.levels) for d in rated.deductions]) == (4, [("risk of bias", 1), ("inconsistency", 1), ("imprecision", 1)])
    assert rate(line(randomised=False)).start == 2
    assert next(d.levels for d in rate(line(events=9)).deductions if d.domain == "imprecision") == 3
    assert next(d.levels for d in rate(line(randomised=False, single_arm=True)).deductions if d.domain == "risk of bias") == 2


def test_considerable_conflict_costs_two_levels():
    """I2 of 75 percent or more on both sides of no effect costs two levels, less costs one."""
    levels = {i2: next(d.levels for d in rate(line(low=0.9, i2_percent=i2)).deductions if d.domain == "inconsistency") for i2 in (49.9, 50.0, 74.9, 75.0)}
    assert levels == {49.9: 0, 50.0: 1, 74.9: 1, 75.0: 2}


REASONS = [
    (line(people=80), "80 people, fewer than 100."),
    (line(people=200), "200 people, fewer than 400."),
    (line(low=0.9), "The interval from 0.9 to 2 holds no effect."),
    (line(low=0.5, high=3), "The interval from 0.5 to 3 holds both important benefit and important harm."),
    (line(low=0.1, high=3), "The interval from 0.1 to 3 spans more than 10-fold."),
    (line(low=0.8, high=1.2), "The interval from 0.8 to 1.2 holds no effect, and no important one on either side."),
    (line(people=200), "How the studies were done is not told. The interval is clear and people are few: one close call is counted."),
    (line(randomised=False), "Without random allocation the start is low already."),
    (line(i2_percent=20), "No sign of conflict between studies."),
    (line(), "I2 is not told."),
    (line(events=3), "3 events, fewer than 10."),
    (line(i2_percent=90, low=0.9), "I2 is 90% and the studies fall on both sides of no effect."),
    (line(i2_percent=90), "I2 is 90%, but the pooled interval lies on one side of no effect."),
    (line(single_arm=True), "No control group: people often improve without treatment."),
    (line(), "How the studies were done is not told, which counts as unclear."),
]


@pytest.mark.parametrize(("summary", "reason"), REASONS)
def test_reasons_carry_their_numbers(summary, reason):
    """Each deduction is a sentence with the numbers that it rests on."""
    assert reason in [d.reason for d in rate(summary).deductions]


def level(summary: Summary) -> int:
    return LEVELS.index(rate(summary).certainty)


@given(people=st.integers(1, 2000), fewer=st.integers(1, 1999), low=st.floats(0.2, 1.5), i2=st.floats(0, 100), lower=st.floats(0, 0.2))
def test_more_concerns_never_raise_certainty(people, fewer, low, i2, lower):
    """Fewer people, more conflict, a wider interval, or no random allocation never give a higher level."""
    plain = line(low=low, high=2.0, people=people, i2_percent=i2)
    worse = [
        line(low=low, high=2.0, people=max(1, people - fewer), i2_percent=i2), line(low=low, high=2.0, people=people, i2_percent=min(100.0, i2 + 30)),
        line(low=max(0.01, low - lower), high=2.0, people=people, i2_percent=i2), line(low=low, high=2.0, people=people, i2_percent=i2, randomised=False),
    ]
    assert all(level(other) <= level(plain) for other in worse)


def test_kappa_of_known_tables():
    """Agreement in everything is 1, chance is 0, and no variation gives no figure."""
    assert quadratic_kappa([("low", "low"), ("high", "high")]) == 1
    assert quadratic_kappa([("low", "low"), ("low", "high"), ("high", "low"), ("high", "high")]) == 0
    assert quadratic_kappa([("very_low", "low"), ("low", "low"), ("high", "moderate")]) == pytest.approx(1 - (2 / 3) / (16 / 9))
    assert math.isnan(quadratic_kappa([("low", "low")]))
    assert distance("very_low", "moderate") == 2


@pytest.mark.parametrize(("act", "mend"), [
    (lambda: PooledEffect(measure="RR", estimate=3.0, lower=1.0, upper=2.0), "in this order"),
    (lambda: PooledEffect(measure="RR", estimate=-0.2, lower=-0.5, upper=0.1), "not its logarithm"),
])
def test_wrong_intervals_say_what_helps(act, mend):
    """An estimate outside its interval, or a logarithm in place of a ratio, is refused with what to do."""
    with pytest.raises(InputError, match=mend):
        act()
