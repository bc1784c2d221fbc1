"""Mistyped words of alarm, and everyday words that must stay what they are."""

from __future__ import annotations

import pytest

import skinproof
from skinproof.question.spelling import respelt

MISTYPED = {
    "swolen": "swollen", "toungue": "tongue", "tonuge": "tongue", "fuzy": "fuzzy", "fillr": "filler", "brething": "breathing", "thraot": "throat", "blury": "blurry", "visoin": "vision",
    "pregnent": "pregnant", "bliters": "blisters", "infectd": "infected", "cnat": "cant", "blu": "blue", "swallw": "swallow", "headach": "headache", "acutane": "accutane",
}
EVERYDAY = ["selling", "threat", "breeding", "spelling", "fillet", "feller", "sallow", "blotch", "inflection", "bluster", "prenant", "filles", "skin", "cant", "lip", "botox"]


@pytest.mark.parametrize("typed", MISTYPED)
def test_mistyped_alarm_is_read_right(typed):
    """One letter wrong, missing, doubled or swapped with its neighbour is put right, and told."""
    assert respelt(["my", typed], lambda _: False) == (["my", MISTYPED[typed]], ((typed, MISTYPED[typed]),))


@pytest.mark.parametrize("word", EVERYDAY)
def test_everyday_word_is_left_alone(word):
    """A real word that lies near one of alarm stays as it is."""
    assert respelt([word], lambda _: False) == ([word], ())


def test_known_word_is_left_alone():
    """A word that the lexicon knows is never read as another."""
    assert respelt(["fillr", "fillr"], lambda word: word == "fillr") == (["fillr", "fillr"], ())
    assert respelt(["fillr", "fillr"], lambda _: False) == (["filler", "filler"], (("fillr", "filler"),))


def test_misspelling_is_told_in_the_answer():
    """What was read as something else is shown among what was understood."""
    answer = skinproof.ask("my toungue is swolen after the mask")
    assert answer.gathered.flags[0].level == "emergency"
    assert ("toungue", "tongue") in answer.case.guessed
    assert "toungue" in answer.to_text()
