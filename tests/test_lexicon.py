"""The lexicon at work: names, misspellings, and words that are no names."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skinproof.catalogue.lexicon import Lexicon, words_of
from skinproof.catalogue.text import END, words
from skinproof.pack.lexicon import ingredient_names, lexicon_terms

SMALL = Lexicon.of([
    ("treatment:microneedling", "microneedling"), ("treatment:microneedling", "skin needling"), ("treatment:rf_microneedling", "rf microneedling"),
    ("treatment:peel", "peel"), ("ingredient:retinol", "retinol"), ("goal:glow", "glow"), ("goal:lasting_glow", "glow that lasts"),
    ("condition:glowing", "glow"), ("family:needling", "needling"), ("treatment:filler", "fillers"), ("treatment:plasma", "plasma"),
])
MISSPELT = {
    "hydrafascial": "hydradermabrasion", "hydrofacial": "hydradermabrasion", "hydra facial": "hydradermabrasion",
    "micro needeling": "microneedling", "microneedeling": "microneedling", "mircroneedling": "microneedling", "micro-needling": "microneedling",
    "botoks": "botulinum_lines", "microdermabration": "microdermabrasion", "dermaplanning": "dermaplaning", "tretenoin": "tretinoin",
    "retinoll": "retinol", "niacinimide": "niacinamide",
}
ORDINARY = [
    "facials", "needles", "needed", "needing", "product", "filled", "filling", "machine", "medical", "general", "mineral", "vitamins", "masking",
    "oxygen", "reading", "threaten", "lifting", "platelet", "cooling", "peppermint", "presence", "treatment", "restaurant", "volume", "vacuum",
    "microphone", "micro", "lasered", "dermatologist", "appointment", "beautiful", "moisture", "electricity", "radiator", "injury",
]
GUESSED = [
    ("microneedlng", "microneedling", "microneedling"), ("micronedling", "microneedling", "microneedling"), ("microneedlinng", "microneedling", "microneedling"),
    ("filers", "fillers", "filler"),   # six letters are enough to be read
    ("plassma", "plasma", "plasma"),   # and to be read as
]
NOT_GUESSED = [
    "mikro",          # too short to be told apart
    "nicroneedling",  # another first letter
    "microneedlings", # an ordinary ending
    "retnol",         # an ingredient's name is no treatment's
    "micr0needlng",   # no word of letters
    "microscope",     # not like enough
]


@pytest.mark.parametrize("typed", MISSPELT)
def test_misspelt_name_is_read_right(lexicon, typed):
    """What people type for a treatment is read as that treatment and no other."""
    assert lexicon.find(words(f"is {typed} worth it")).ids("treatment") == (MISSPELT[typed],)


@pytest.mark.parametrize("word", ORDINARY)
def test_ordinary_word_names_no_treatment(lexicon, word):
    """An ordinary word is neither a treatment nor guessed to be one."""
    found = lexicon.find(words(f"the {word} was fine"))
    assert (found.ids("treatment"), found.guessed) == ((), ())


@pytest.mark.parametrize(("typed", "read", "treatment"), GUESSED)
def test_near_miss_is_guessed_openly(typed, read, treatment):
    """A long unknown word that is much like a name is read as it, and the guess is told."""
    found = SMALL.find(words(f"my {typed} went well"))
    assert found.guessed == ((typed, read),)
    assert found.ids("treatment") == (treatment,)


@pytest.mark.parametrize("typed", NOT_GUESSED)
def test_far_miss_is_left_alone(typed):
    """A word that is short, unlike, or an ordinary form of a known word is not guessed at."""
    found = SMALL.find(words(f"my {typed} went well"))
    assert (found.guessed, found.ids("treatment")) == ((), ())


def test_guess_is_told_only_once():
    """The same misspelling twice is one guess."""
    assert SMALL.find(words("microneedlng or microneedlng")).guessed == (("microneedlng", "microneedling"),)


@pytest.mark.parametrize(("text", "kind", "ids"), [
    ("rf microneedling", "treatment", ("rf_microneedling",)),
    ("microneedling", "treatment", ("microneedling",)),
    ("skin needling", "treatment", ("microneedling",)),
    ("skin needling", "family", ()),
    ("needling", "family", ("needling",)),
    ("peel after microneedling", "treatment", ("peel", "microneedling")),
    ("microneedling then peel then microneedling", "treatment", ("microneedling", "peel")),
    ("a peel with retinol", "ingredient", ("retinol",)),
    ("peel microneedling", "treatment", ("peel", "microneedling")),
    ("microneedling peel", "treatment", ("microneedling", "peel")),
    ("glow that lasts", "goal", ("lasting_glow",)),
    ("glow", "goal", ("glow",)),
    ("glow that lasts", "condition", ("glowing",)),
    ("nothing of it", "treatment", ()),
])
def test_longest_name_hides_shorter_ones(text, kind, ids):
    """Each word serves one name, the longest; ids stand in the order of the text, each once; other kinds stand beside."""
    assert SMALL.find(words(text)).ids(kind) == ids


def test_known_words_come_from_patterns():
    """The vocabulary holds the words of patterns without their signs, and only long words of treatments can be guessed."""
    vocabulary = words_of([("treatment:a", "laser lift"), ("treatment:b", "resurfacing"), ("condition:c", "swollen|puffy lip*"), ("ingredient:d", "niacinamide"), ("ingredient:e", "vitamin c d3")])
    assert vocabulary.known == {"laser", "lift", "resurfacing", "swollen", "puffy", "lip", "niacinamide", "vitamin", "d3"}
    assert vocabulary.guessable == ("resurfacing",)


@pytest.mark.parametrize(("word", "known"), [("microneedling", True), ("skin", True), ("zebra", False)])
def test_known_word_is_told_apart(word, known):
    """The lexicon tells whether a word stands anywhere in it."""
    assert SMALL.knows(word) is known


def test_every_plain_name_finds_itself(facts, lexicon):
    """Whoever types a name of the facts exactly as it is written there is understood."""
    lost = []
    for owner, pattern in lexicon_terms(facts):
        typed = words(pattern)
        if owner.startswith("treatment:") and not {"|", "*", END} & {*pattern, *typed}:
            kind, _, name = owner.partition(":")
            found = lexicon.find(typed)
            if name not in found.ids(kind):
                lost.append((owner, pattern))
    assert lost == []


def test_ingredient_names_are_plain_words(facts):
    """Every name by which a list may call an ingredient leads to an ingredient that exists."""
    names = ingredient_names(facts)
    assert set(names.values()) == {i.id for i in facts.lists["ingredients"]}
    assert [name for name in names if " ".join(words(name)) != name] == []


@given(text=st.text(max_size=80))
def test_real_lexicon_survives_any_text(lexicon, text):
    """No text makes the real lexicon raise, and what it finds lies within the text, names without overlap."""
    read = words(text)
    found = lexicon.find(read)
    spans = sorted((m.start, m.end) for m in found.names)
    assert all(0 <= m.start < m.end <= len(read) for m in (*found.names, *found.phrases))
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@given(data=st.data(), after=st.text(max_size=40))
def test_named_treatment_survives_following_words(facts, lexicon, data, after):
    """Whatever sentence follows a question, the treatment that it named is still named."""
    name = data.draw(st.sampled_from(sorted(t.name for t in facts.treatments.values())))
    first = lexicon.find(words(f"is {name} safe?")).ids("treatment")
    assert set(first) <= set(lexicon.find(words(f"is {name} safe? {after}")).ids("treatment"))
