"""Laws of reading lists: it reads back what it prints, no text breaks it, and an added ingredient takes no hazard away."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skinproof.catalogue.ingredient import Ingredient
from skinproof.errors import InputError
from skinproof.ingredients.inspect import inspect
from skinproof.ingredients.keys import folded, squash
from skinproof.ingredients.shelf import Shelf
from skinproof.types import Route

MARKS = [", ", ",", "; ", "\n", " ", "(", ")", "[", "]", "*", "%", " 5%", "1", "2", "-", "/", "•", ":", "may contain ", "+/-", "Ingredients:", "ingredients", " and ", " & ", ". ", "?", "[nano]", "é", "the ", "Foo", "Extract", "\t", "²", "ß", "№", "1. ", "Directions: ", "CI ", "rn"]
ROUTES: tuple[Route, ...] = ("leave_on", "occluded", "abraded", "needle_channels", "injected", "swallowed", "rinse_off")
BIG = 1_000_000
HEAVY = {
    "letters": "a" * BIG, "blanks": " " * BIG, "breaks": "\n" * BIG, "brackets": "([" * (BIG // 2), "commas": "a," * (BIG // 2), "headings": "ingredients: " * (BIG // 13), "numbers": "1. a " * (BIG // 5), "shares": "5% " * (BIG // 3),
    "half a label of brackets": "(" * 90_000, "half a label of letters": "ab " * 30_000, "half a label of shares": "5% " * 30_000, "misspelt": ", ".join(f"Glycerinx{n}q" for n in range(900)),
}
# How a name is written in two languages, and whether the keys agree.
SAME = [
    ("Natriumhyaluronat", "Sodium Hyaluronate"), ("acide citrique", "Citric Acid"), ("Ácido cítrico", "Citric Acid"), ("Zitronensäure", "Citric Acid"), ("alcool benzylique", "Benzyl Alcohol"), ("Benzylalkohol", "Benzyl Alcohol"),
    ("fenoxietanol", "Phenoxyethanol"), ("dioxyde de titane", "Titanium Dioxide"), ("Kaliumsorbat", "Potassium Sorbate"), ("glicerina", "Glycerin"), ("palmitato de retinilo", "Retinyl Palmitate"), ("ácido esteárico", "Stearic Acid"),
]
DIFFERENT = [("Retinol", "Retinal"), ("Methylparaben", "Ethylparaben"), ("Sodium Lactate", "Sodium Laurate"), ("Polysorbate 20", "Polysorbate 80"), ("Citric Acid", "Citraconic Acid")]


@pytest.fixture(scope="module")
def shelf(knowledge) -> Shelf:
    """Return the shelf of the pack."""
    return Shelf(knowledge.store)


@pytest.fixture(scope="module")
def names(facts) -> list[str]:
    """Return all INCI names of the facts."""
    return [i.inci for i in facts.lists["ingredients"]]


def keys(listing):
    """Return what makes a reading: each entry with its share and marks."""
    return [(e.key, e.percent, e.nano, e.may_contain) for e in listing.entries]


@settings(max_examples=300)
@given(data=st.data())
def test_printed_list_reads_back(shelf, names, data):
    """Whatever was read from names and marks thrown together, the clean copy of it reads as the same."""
    text = "".join(data.draw(st.lists(st.sampled_from(names) | st.sampled_from(MARKS), max_size=24)))
    listing = shelf.read(text)
    assert keys(shelf.read(listing.printed())) == keys(listing)


@settings(max_examples=200)
@given(text=st.text(max_size=200))
def test_any_text_reads_back(shelf, text):
    """Any text at all is read without an error, and its clean copy reads as the same."""
    listing = shelf.read(text)
    assert keys(shelf.read(listing.printed())) == keys(listing)
    assert [e.position for e in listing.entries] == list(range(1, len(listing.entries) + 1))


@given(raw=st.binary(max_size=400))
def test_any_bytes_can_be_inspected(shelf, raw):
    """Any bytes, decoded as a file would be, end in a report or in a sentence that says what to do."""
    text = raw.decode("utf-8", errors="replace")
    if not text.strip():
        with pytest.raises(InputError, match="Paste the ingredients"):
            inspect(text, shelf)
    else:
        assert inspect(text, shelf, route="needle_channels").to_text()


@pytest.mark.parametrize("case", HEAVY)
def test_heavy_text_is_answered_soon(shelf, case):
    """A text of up to a million characters is read or refused within two seconds."""
    began = time.perf_counter()
    try:
        shelf.read(HEAVY[case])
    except InputError as fault:
        assert "Paste" in str(fault)  # noqa: PT017 - being read is as good as being refused
    assert time.perf_counter() - began < 2.0


@given(data=st.data())
def test_added_ingredient_removes_no_hazard(shelf, names, data):
    """A list with one more ingredient raises every hazard that it raised before."""
    chosen = data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=10))
    added, route = data.draw(st.sampled_from(names)), data.draw(st.sampled_from(ROUTES))
    before = {f.hazard.id for f in inspect(", ".join(chosen), shelf, route=route).flags}
    after = {f.hazard.id for f in inspect(", ".join([*chosen, added]), shelf, route=route).flags}
    assert before <= after


@given(data=st.data())
def test_joined_names_are_read_back(shelf, facts, data):
    """A list that is made of real names, joined in a usual way, is read back as those ingredients in that order."""
    chosen: list[Ingredient] = data.draw(st.lists(st.sampled_from(facts.lists["ingredients"]), min_size=1, max_size=12))
    joint = data.draw(st.sampled_from([", ", "; ", " • ", ",\n"]))
    assert [e.ingredient for e in shelf.read(joint.join(i.inci for i in chosen)).entries] == chosen


@pytest.mark.parametrize(("foreign", "inci"), SAME)
def test_foreign_spelling_has_the_same_key(foreign, inci):
    """A French, Spanish or German spelling folds to a key of the INCI name."""
    assert set(folded(foreign)) & set(folded(inci))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_names_have_different_keys(one, other):
    """Names that differ by a letter or a number are kept apart by every key."""
    assert squash(one) != squash(other)
    assert not set(folded(one)) & set(folded(other))
