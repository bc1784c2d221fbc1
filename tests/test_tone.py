"""Tone: plain words at about the level of a 13-year-old, no scolding, no selling."""

from __future__ import annotations

import statistics
import warnings

import pytest

import skinproof
from skinproof.answer.render.messages import Messages

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the library's own use of an old module
    import textstat

QUESTIONS = (
    "does microneedling help acne scars", "is HydraFacial worth $200 for pores", "tretinoin while pregnant?", "retinol with vitamin c", "how long before my wedding should I get a peel",
    "microdermabrasion or hydrafacial for rosacea", "collagen drinks for wrinkles", "ipl on brown skin for dark spots", "can i tca peel myself at home", "im 15 and want lip filler",
)


def first_screen(question):
    answer = skinproof.ask(question)
    messages = Messages(answer.catalogue)
    lines = [line for s in answer.sections if s.id in {"bottom_line", "urgent"} for line in s.lines]
    return " ".join(messages.say(answer.statements[i]) for line in lines for i in line.statements)


def test_first_screens_read_at_grade_eight():
    """Half of the first screens read at grade 8 or below, and none above grade 10 (Flesch-Kincaid)."""
    grades = [textstat.flesch_kincaid_grade(first_screen(q)) for q in QUESTIONS]
    assert statistics.median(grades) <= 8
    assert max(grades) <= 10


def test_rules_of_safety_read_plainly(facts):
    """Warning signs and precautions read at grade 8 or below in the middle, and none above grade 10."""
    for name in ("red_flags", "precautions"):
        grades = [textstat.flesch_kincaid_grade(f"{rule.why} {rule.do}") for rule in facts.lists[name]]
        assert statistics.median(grades) <= 8
        assert max(grades) <= 10


@pytest.mark.parametrize("word", ["stupid", "silly", "foolish", "careless", "irresponsible", "your fault", "you should have", "should have known", "obviously", "shame"])
def test_no_rule_of_safety_scolds(facts, word):
    """No warning and no precaution blames the reader."""
    assert not [rule.id for name in ("red_flags", "precautions") for rule in facts.lists[name] if word in f"{rule.why} {rule.do}".lower()]


@pytest.mark.parametrize("word", ["stupid", "silly", "you should have", "obviously", "shame", "scam", "best price", "amazing", "miracle"])
def test_no_screen_scolds_or_sells(word):
    """No first screen scolds the reader, bashes or praises a seller."""
    assert not [q for q in QUESTIONS if word in first_screen(q).lower()]
