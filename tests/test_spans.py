"""Spans of time that a question names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skinproof.catalogue.text import words
from skinproof.question.spans import days_named, repeat_named

SPANS = {
    "48 hrs": (2,), "twelve weeks": (84,), "nine days": (9,), "half a year": (182.5,), "en dos semanas": (14,), "une semaine": (7,), "two and a half weeks": (17.5,),
    "in 3 days": (3,), "two weeks ago": (14,), "a couple of weeks": (14,), "a few days": (3,), "a month": (30,), "ten days": (10,),
    "next week": (7,), "last night": (1,), "once a week": (7,), "every 4 weeks": (28,), "1.5 years": (547.5,), "48 hours": (2,), "2-3 weeks": (21,),
    "3 more weeks": (21,), "a couple more days": (2,), "6w": (42,), "24h": (1,), "3mo ago": (90,), "2yrs": (730,), "10d": (10,),
    "tomorrow": (1,), "today": (0,), "yesterday": (1,), "demain": (1,), "mañana": (1,), "dans 3 jours": (3,), "hace 2 semanas": (14,), "il y a 2 mois": (60,),
    "a peel 2 weeks ago and a wedding in 5 days": (14, 5),
}
NO_SPANS = [
    "", "week", "days", "for weeks", "of weeks", "30 units", "3 sessions", "10 years old", "5 minutes", "day 3", "4 mm", "2x", "more weeks than 3", "10 years younger",
]
SHORT = {"d": 1, "w": 7, "wk": 7, "wks": 7, "mo": 30, "mos": 30, "yr": 365, "yrs": 365, "h": 1 / 24, "hrs": 1 / 24}
LONG = {
    "day": 1, "days": 1, "night": 1, "nights": 1, "week": 7, "weeks": 7, "wk": 7, "wks": 7, "month": 30, "months": 30, "year": 365, "years": 365, "hour": 1 / 24, "hours": 1 / 24,
    "dias": 1, "semana": 7, "semanas": 7, "mes": 30, "meses": 30, "jours": 1, "semaine": 7, "semaines": 7, "mois": 30,
}
COUNTS = {"a": 1, "an": 1, "one": 1, "next": 1, "last": 1, "two": 2, "couple": 2, "few": 3, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}
ALONE = {"tomorrow": 1, "tonight": 0, "today": 0, "yesterday": 1, "manana": 1, "ayer": 1, "demain": 1, "hier": 1}
REPEATS = {
    "every 4 weeks": 28, "every week": 7, "every two months": 60, "each month": 30, "a facial every day": 1, "cada semana": 7, "cada 2 semanas": 14, "every 10 days please": 10,
    "weekly peels": 7, "a monthly facial": 30, "daily": 1, "fortnightly": 14, "semanal": 7, "mensual": 30,
}
NO_REPEATS = ["", "every", "every now and then", "each", "in 4 weeks", "every other", "4 weeks after every"]


@pytest.mark.parametrize("text", SPANS)
def test_named_span_is_given_in_days(text):
    """A span of time is read in days, in the order of the text."""
    assert days_named(words(text)) == SPANS[text]


@pytest.mark.parametrize("text", NO_SPANS)
def test_other_words_name_no_span(text):
    """A unit without a number, an age, a dose or a count is no span of time."""
    assert days_named(words(text)) == ()


@pytest.mark.parametrize("word", COUNTS)
def test_number_words_count_units(word):
    """A number told in a word counts the unit after it."""
    assert days_named([word, "weeks"]) == (COUNTS[word] * 7,)


@pytest.mark.parametrize("word", ALONE)
def test_single_words_name_days(word):
    """A word such as tomorrow is a span of its own."""
    assert days_named([word]) == (ALONE[word],)


@pytest.mark.parametrize("text", REPEATS)
def test_named_repeat_is_given_in_days(text):
    """How often something is repeated is read in days."""
    assert repeat_named(words(text)) == REPEATS[text]


@pytest.mark.parametrize("text", NO_REPEATS)
def test_single_span_is_no_repeat(text):
    """A span that is named once, or no span at all, repeats nothing."""
    assert repeat_named(words(text)) is None


@given(st.integers(1, 99), st.sampled_from(sorted(SHORT)), st.sampled_from(sorted(LONG)))
def test_short_and_long_units_agree(number, short, long):
    """A number with a unit means that many times the unit, joined or apart."""
    assert days_named([f"{number}{short}"]) == (number * SHORT[short],)
    assert days_named([str(number), long]) == (number * LONG[long],)


@given(st.lists(st.sampled_from(["a", "3", "of", "more", "few", "weeks", "day", "old", "6w", "today", "."]), max_size=8))
def test_any_order_of_words_is_survived(text):
    """No order of words makes the reader raise, no span is negative, and there is at most one a word."""
    spans = days_named(text)
    assert all(span >= 0 for span in spans)
    assert len(spans) <= len(text)


@given(st.text(max_size=60), st.text(max_size=60))
def test_spans_of_sentences_add_up(first, second):
    """Two sentences name the spans of the first and then those of the second."""
    together = days_named([*words(first), ".", "so", *words(second)])
    assert together == (*days_named(words(first)), *days_named(["so", *words(second)]))
