"""What an effect is worth against known harms: made-up cases, and laws. The table of cases stands in docs/grading.md."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skinproof.synthesis.certainty import LEVELS
from skinproof.synthesis.settings import SETTINGS
from skinproof.synthesis.worth import HarmSeen, Spread, by_table, weigh

DOCS = Path(__file__).parent.parent / "docs" / "grading.md"
BOLD = ("worth_it", "reasonable_to_try", "not_worth_it", "unproven")


def spread(estimate, half=0.2):
    return Spread(estimate=estimate, lower=estimate - half, upper=estimate + half)


def mild(events=4, people=100):
    return HarmSeen(severity="mild", events=events, people=people)


SEVERE = HarmSeen(severity="severe")
# name, effect in SD and half of its interval, certainty, harms, word
CASES = [
    ("clearly useful, mild harm of known rate", 1.2, 0.2, "moderate", [mild()], "worth_it"),
    ("clearly useful, high certainty", 1.2, 0.2, "high", [mild()], "worth_it"),
    ("clearly useful, no harm has a rate", 1.2, 0.2, "high", [], "reasonable_to_try"),
    ("clearly useful, a severe harm of unknown rate", 1.2, 0.2, "moderate", [mild(), SEVERE], "reasonable_to_try"),
    ("useful, low certainty", 1.2, 0.2, "low", [mild()], "reasonable_to_try"),
    ("useful, low certainty, a severe harm", 1.2, 0.2, "low", [mild(), SEVERE], "unproven"),
    ("useful, severe harm in one of ten", 1.2, 0.2, "high", [HarmSeen(severity="severe", events=10, people=100)], "reasonable_to_try"),
    ("helps, but by less than matters", 0.25, 0.1, "high", [mild()], "unproven"),
    ("useless and harmless", 0.0, 0.15, "high", [mild(0)], "not_worth_it"),
    ("useless, low certainty", 0.0, 0.15, "low", [mild(0)], "unproven"),
    ("unknown: a wide interval", 0.5, 1.5, "moderate", [mild()], "unproven"),
    ("very low certainty", 1.2, 0.2, "very_low", [mild()], "unproven"),
]


@pytest.mark.parametrize(("estimate", "half", "certainty", "harms", "word"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_made_up_cases(estimate, half, certainty, harms, word):
    """A clearly useful, a useless harmless, a useful harmful and an unknown one get the words that they should."""
    assert weigh([spread(estimate, half)], certainty, harms, SETTINGS).word == word


def test_docs_hold_the_table():
    """The published table is what the rule gives."""
    rows = [f"| {name} | {estimate:g} (±{half:g}) | {certainty.replace('_', ' ')} | {word.replace('_', ' ')} |" for name, estimate, half, certainty, _, word in CASES]
    said = DOCS.read_text()
    assert [row for row in rows if row not in said] == []


@pytest.mark.parametrize(("direction", "certainty", "harms", "word"), [
    ("helps", "high", [], "reasonable_to_try"), ("helps", "low", [mild()], "reasonable_to_try"), ("helps", "low", [SEVERE], "unproven"), ("helps", "moderate", [SEVERE], "reasonable_to_try"),
    ("helps", "very_low", [], "unproven"), ("helps", "none", [], "unproven"), ("no_difference", "moderate", [], "not_worth_it"), ("no_difference", "low", [], "unproven"),
    ("worsens", "low", [], "not_worth_it"), ("worsens", "very_low", [], "unproven"), ("mixed", "high", [], "unproven"), ("uncertain", "moderate", [], "unproven"),
])
def test_without_effect_size(direction, certainty, harms, word):
    """Where no effect size exists the words come from a table, at most reasonable to try, and no chance is told."""
    found = by_table(direction, certainty, harms)
    assert (found.word, found.benefit_chance, found.stability) == (word, None, None)


@given(st.floats(-2, 3), st.floats(0.05, 2), st.sampled_from(LEVELS), st.integers(0, 50))
def test_more_harm_never_makes_it_worth_more(estimate, half, certainty, events):
    """The chance that a benefit outweighs the harms never rises with the harm, and one more severe harm never makes the word bolder."""
    few, many = (weigh([spread(estimate, half)], certainty, [mild(n)], SETTINGS) for n in (events, events + 50))
    assert many.net_chance <= few.net_chance + 1e-9
    harsher = weigh([spread(estimate, half)], certainty, [mild(events), SEVERE], SETTINGS)
    assert BOLD.index(harsher.word) >= BOLD.index(few.word)


@given(st.floats(-1, 2), st.floats(0.05, 1), st.sampled_from(LEVELS))
def test_larger_effect_never_lowers_the_chances(estimate, half, certainty):
    """A larger effect of the same precision has no smaller chance to matter."""
    small, large = (weigh([spread(e, half)], certainty, [mild()], SETTINGS) for e in (estimate, estimate + 0.3))
    assert large.benefit_chance >= small.benefit_chance
    assert large.net_chance >= small.net_chance


@given(st.floats(0, 3), st.floats(0.05, 1))
def test_worth_it_needs_certainty(estimate, half):
    """Low certainty never calls anything worth it, however large the effect."""
    assert weigh([spread(estimate, half)], "low", [mild()], SETTINGS).word != "worth_it"


def test_none_seen_is_not_never():
    """No event in 126 people still leaves a rate: half an event more than seen (Jeffreys)."""
    assert mild(0, 126).rate == pytest.approx(0.5 / 127)
    assert HarmSeen(severity="mild").rate is None


def test_unstable_word_is_unproven():
    """Where ways to reckon differ too much, neither the usual word nor the base case's stands."""
    found = weigh([spread(0.1), spread(1.5), spread(1.5)], "moderate", [mild()], msgspec.structs.replace(SETTINGS, stable_share=1.0))
    assert found.word == "unproven"
    assert found.stability < 1


def test_bias_that_changes_the_word_is_told():
    """The least bias tried that changes the word stands beside it; None where none does."""
    assert weigh([spread(0.7, 0.1)], "high", [mild()], SETTINGS).tipping_bias_sd in SETTINGS.bias_sd
    assert weigh([spread(3.0, 0.1)], "high", [mild()], SETTINGS).tipping_bias_sd is None
