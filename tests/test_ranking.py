"""Which cell answers best: graded before ungraded, direct before head-to-head, then the surer, the larger and the longer."""

from __future__ import annotations

import msgspec
import pytest
from fakes import body, member
from hypothesis import given
from hypothesis import strategies as st

from skinproof.synthesis.ranking import chance_ahead, direct, leaders, level, rank
from skinproof.synthesis.verdict import Effect, Verdict, judge

BASE = judge(body(member()))


def verdict(**changes) -> Verdict:
    """Return a verdict: tretinoin helps rated wrinkles against vehicle, high certainty, 500 people."""
    return msgspec.structs.replace(BASE, **({"id": "made"} | changes))


ORDER = [
    ("graded before ungraded", {}, {"certainty": "none"}),
    ("direct before head-to-head", {"certainty": "low"}, {"comparator": "active:adapalene"}),
    ("direct before single-arm", {"certainty": "low"}, {"comparator": "baseline"}),
    ("surer before larger", {"certainty": "moderate", "share": 50}, {"certainty": "low", "share": 5000}),
    ("larger before a better comparator", {"share": 600, "comparator": "none"}, {"share": 599}),
    ("sham before nothing", {}, {"comparator": "none"}),
    ("nothing before add-on", {"comparator": "none"}, {"comparator": "same_without_ingredient"}),
    ("longer before shorter", {"window": "year"}, {"window": "months"}),
    ("weeks before unknown", {"window": "weeks"}, {"window": "not_stated"}),
]


@pytest.mark.parametrize(("first", "second"), [case[1:] for case in ORDER], ids=[case[0] for case in ORDER])
def test_better_answer_comes_first(first, second):
    """Of two verdicts that differ in one respect the better answer has the smaller key."""
    assert rank(verdict(**first)) < rank(verdict(**second))


def test_levels_become_numbers():
    """Certainty counts from 0 to 3; what is ungraded is below all."""
    assert [level(verdict(certainty=c)) for c in ("none", "very_low", "low", "moderate", "high")] == [-1, 0, 1, 2, 3]


@pytest.mark.parametrize(("comparator", "expected"), [
    ("vehicle_or_sham", True), ("none", True), ("same_without_ingredient", True), ("active:discretionary_tretinoin", True),
    ("active:adapalene", False), ("active:discretionary_sunscreen", False), ("baseline", False),
])
def test_direct_comparisons_are_known(comparator, expected):
    """Nothing, a sham, the same without it, and the same at will are direct comparisons."""
    assert direct(verdict(comparator=comparator)) is expected


def test_leaders_help_without_contradiction():
    """A treatment leads by its best helping verdict, unless its best verdict says otherwise; head-to-head results never lead."""
    sure, weak = verdict(id="sure", treatment="a"), verdict(id="weak", treatment="b", certainty="low")
    early = verdict(id="early", treatment="c", certainty="low")
    denied = verdict(id="denied", treatment="c", direction="no_difference")
    worse = verdict(id="worse", treatment="d", direction="worsens")
    open_ = [verdict(id="open", treatment="e", direction="uncertain"), verdict(id="helping", treatment="e", certainty="moderate", participants=400)]
    rival = verdict(id="rival", treatment="f", comparator="active:a")
    gain = verdict(id="gain", treatment="g", comparator="baseline", certainty="very_low")
    assert leaders([weak, rival, denied, early, gain, *open_, worse, sure]) == {"wrinkles_rated": ["sure", "helping", "weak", "gain"]}
    assert leaders([]) == {}


def effect(estimate, half=1.0, scale="SMD"):
    """Return an effect with limits so far away on both sides."""
    return Effect(scale=scale, estimate=estimate, lower=estimate - half, upper=estimate + half, studies=1)


@given(st.floats(-3, 3), st.floats(0.1, 2), st.floats(-3, 3), st.floats(0.1, 2))
def test_chances_add_up(a, v, b, w):
    """One of two is ahead, the larger more often."""
    one, other = verdict(effect=effect(a, v)), verdict(effect=effect(b, w))
    chance = chance_ahead(one, other)
    assert chance + chance_ahead(other, one) == pytest.approx(1)
    assert (chance - 0.5) * (a - b) >= -1e-12


@pytest.mark.parametrize("changes", [{"outcome": "tewl"}, {"comparator": "none"}, {"effect": None}, {"effect": effect(0, scale="log OR")}])
def test_what_cannot_be_compared_has_no_chance(changes):
    """Another outcome, comparator or scale, or no effect size: no chance is told."""
    assert chance_ahead(verdict(effect=effect(0)), verdict(**{"effect": effect(0), **changes})) is None
