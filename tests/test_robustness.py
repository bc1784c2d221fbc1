"""Whatever is typed: an answer with a word for the reader, or a sentence on why not; never a traceback."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import skinproof
from benchmarks.ask_latency import mutated
from skinproof.errors import InputError

QUESTIONS = [item["question"] for name in "abcd" for item in yaml.safe_load((Path(__file__).parent / "questions" / f"own_{name}.yaml").read_text())]
ALARMS = [item["text"] for item in yaml.safe_load((Path(__file__).parent / "questions" / "red_flags.yaml").read_text()) if item["level"] == "emergency"]
STATUSES = {"answered", "urgent", "out_of_scope", "unknown_treatment", "not_understood"}


def answered(text):
    """Return whether an answer is whole, or the text was refused with a sentence."""
    try:
        answer = skinproof.ask(text)
    except InputError as refused:
        return str(refused).endswith((".", '"'))
    return bool(answer.status in STATUSES and answer.to_text().strip() and answer.to_dict()["bottom_line"]["direction"])


@settings(max_examples=100)
@given(st.text(max_size=400))
def test_random_signs_get_an_answer(text):
    """Signs of any script are answered or refused in words."""
    assert answered(text)


@settings(max_examples=150)
@given(st.sampled_from(QUESTIONS + ALARMS), st.randoms(use_true_random=False))
def test_mutated_questions_get_an_answer(question, dice):
    """A question with signs put in, cut, doubled or moved is answered."""
    assert answered(mutated(question, dice))


@pytest.mark.parametrize("text", [
    "?", "\x00", "a" * 19_000, "im " * 4_000, "12 " * 5_000, "$" * 300, "%%%", "....", "🤰" * 50, "born in 2011 " * 40, "(15)", ", 34, 35, 36,", "no no no no not",
    "my my my sister sister", "i i i i i", "١٥ سنة", "ß" * 40, "'" * 50, "between \u202e and \u202d",
])
def test_odd_texts_get_an_answer(text):
    """Texts that are long, empty of words or full of numbers are answered."""
    assert answered(text)


def test_overlong_text_is_refused_in_words():
    """More than 20,000 signs are refused with what to do."""
    with pytest.raises(InputError, match="Leave out"):
        skinproof.ask("a " * 10_001)


@pytest.mark.parametrize("seed", range(3))
def test_surrounding_talk_hides_no_alarm(seed):
    """An alarm stays one when other sentences stand before and after it."""
    dice = random.Random(seed)  # noqa: S311 - the same texts in every run
    for alarm in dice.sample(ALARMS, 40):
        text = f"Hello all. I love my moisturiser, I have used it for years. {alarm}. What sunscreen do you like?"
        assert skinproof.ask(text).gathered.flags[0].level == "emergency", text
