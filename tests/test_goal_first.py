"""Questions that name an aim or a mark and no treatment, or a plan to do it oneself."""

from __future__ import annotations

import pytest

import skinproof


@pytest.mark.parametrize("question", [
    "a spot on my forehead bleeds for no reason, comes and goes. what cream helps",
    "theres a blue bump on my lip that's new, can a laser take it off",
])
def test_marks_that_need_a_look_are_raised(question):
    assert skinproof.ask(question).to_dict()["bottom_line"]["because"].startswith("red_flag:")


def test_a_bump_without_blood_is_not_raised():
    """"For no reason" denies nothing and adds nothing: harmless dryness stays quiet."""
    assert not skinproof.ask("my lips get dry for no reason, which balm is good").gathered.flags


@pytest.mark.parametrize(("question", "direction"), [
    ("can i put duct tape on my wart to get rid of it", "mixed"),
    ("if i wash my face five times a day will the acne clear", "does_not_help"),
    ("will botox lift my saggy jowls", "does_not_help"),
    ("bought a hyaluron pen kit on ebay to do my own lip filler, tips?", "unsafe"),
])
def test_common_beliefs_are_answered_first(question, direction):
    assert skinproof.ask(question).to_dict()["bottom_line"]["direction"] == direction


def test_offers_leave_out_needles_for_who_wants_none():
    """Who wants no needles is told of no injection among what is better tested."""
    answer = skinproof.ask("what can be done about frown lines? absolutely no needles for me")
    offers = [line for line in answer.to_text().split("\n") if "Better tested" in line]
    assert offers
    assert not [line for line in offers if "toxin" in line or "filler" in line]
