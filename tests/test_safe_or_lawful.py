"""Whether it is safe where no rule speaks to what was said, and who may do it where."""

from __future__ import annotations

import pytest

import skinproof


@pytest.mark.parametrize(("question", "direction"), [
    ("not pregnant, no cold sores, no meds, fair skin, 40. anything against a light glycolic peel for me?", "helps"),
    ("can I wax my brows, no meds", "helps"),
    ("is botox safe for me, 45, no illness, no medicines", "mixed"),
])
def test_nothing_against_is_fine_only_for_what_is_gentle(question, direction):
    answer = skinproof.ask(question)
    line = answer.to_dict()["bottom_line"]
    assert (line["direction"], line["because"]) == (direction, "kind:nothing_against")
    assert "What would stop or put off" in answer.to_text()


def test_a_rule_that_speaks_is_not_passed_over():
    line = skinproof.ask("i am 12 weeks pregnant, can I wax my brows and have a glycolic peel?").to_dict()["bottom_line"]
    assert line["because"] != "kind:nothing_against"


@pytest.mark.parametrize(("question", "law"), [
    ("UK: is it legal for a beautician with a weekend course to do my dermal fillers?", "UK: In England"),
    ("is an esthetician allowed to do laser hair removal in texas?", "US: Texas law"),
    ("can a nurse inject botox in florida", "US: No single US rule"),
    ("is a beautician allowed to inject filler in new zealand", "We hold no rule on who may do this where you are"),
])
def test_law_of_the_place_comes_first(question, law):
    answer = skinproof.ask(question)
    first = answer.to_text().split("WHAT WAS UNDERSTOOD")[0].replace("\n", " ")
    assert law in first
    assert ("UK:" in first) == law.startswith("UK")
