"""Beliefs found by the likeness of words, where no phrase that we know is there."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import skinproof
from skinproof import api
from skinproof.answer.likely_belief import features, likely, ranked, stem, stems
from skinproof.catalogue.facts import read_facts
from skinproof.catalogue.text import words


@pytest.fixture(scope="module")
def facts():
    return read_facts()


def test_every_belief_that_may_be_found_so_is_known(facts):
    """A new belief asks for a new training: python -m training.beliefs."""
    assert set(facts.likeness.beliefs) == {p.id for p in facts.lists["premises"] if not p.by_name}


FOUND = (
    ("blue eyes here. will latisse turn them brown", "lash_serum_eye_colour"),
    ("pillowcase of silk, will it keep wrinkles away or is it a con", "silk_pillow"),
)
NOT_FOUND = (
    "latisse gave me brown eyes and since this morning i cannot see on the left",  # a sign of danger
    "le latisse va-t-il rendre mes yeux bleus marron",  # another language
    "will latisse make my dog's blue eyes brown",
    "Aqua, Glycerin, Butylene Glycol, Collagen, Phenoxyethanol, Carbomer, Sodium Hydroxide",  # a pasted list
    "is the Zorbulax Helio lift worth it",  # nothing that we know
    "i'm pregnant, is retinol ok",  # a rule on her state leads
    "how often can i have a peel",  # a span leads
    "what is the weather in Oslo",
)


@pytest.mark.parametrize(("question", "belief"), FOUND)
def test_belief_told_in_other_words(question, belief):
    answer = skinproof.ask(question)
    assert [p.id for p in answer.gathered.premises] == [belief]
    assert answer.gathered.by_likeness
    assert "because they are like those of people" in " ".join(answer.to_text().split())


@pytest.mark.parametrize("question", NOT_FOUND)
def test_nothing_is_read_into(question):
    assert not skinproof.ask(question).gathered.by_likeness


def test_what_holds_only_for_somebody_is_told_by_name(facts):
    """Beliefs on a pregnancy, an allergy or an illness, and those that call something harmless, are never found by likeness."""
    named = {p.id for p in facts.lists["premises"] if p.by_name}
    assert {"snail_bee_allergy", "tretinoin_before_known_pregnant", "cherry_spots_are_harmless", "toxin_nursing_harms"} <= named
    assert not [p.id for p in facts.lists["premises"] if p.id.endswith(("_pregnancy", "_are_harmless", "_father")) and not p.by_name]


@given(st.lists(st.sampled_from("collagen powder coffee skin wrinkles botox cheap sunscreen pill pore steam tattoo cream".split()), max_size=12), st.randoms())
def test_order_of_words_changes_nothing(said: list[str], chance: Random):
    known = api.knowledge().likeness
    shuffled = chance.sample(said, len(said))
    assert ranked(stems(said), (), known) == ranked(stems(shuffled), (), known)


@given(st.text(max_size=200))
def test_any_text_gets_chances(text: str):
    knowledge = api.knowledge()
    known, plain = knowledge.likeness, words(text)
    found = ranked(stems(plain), (), known)
    held = {p.id: p for p in knowledge.premises(tuple(known.beliefs[place] for place, _ in found))}
    for place, _ in found:
        assert 0 <= likely(features(place, found, held[known.beliefs[place]], set(plain), (), known), known) <= 1


def test_plurals_are_one():
    assert stem("pills") == stem("pill")
    assert stem("pores") == stem("pore")
    assert stem("glass") == "glass"
