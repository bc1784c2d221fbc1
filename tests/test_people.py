"""People as they describe themselves, written before any run: whose facts count, and which."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import skinproof

PEOPLE = yaml.safe_load((Path(__file__).parent / "questions" / "people.yaml").read_text())


@pytest.fixture(scope="module")
def read():
    return [(item, skinproof.ask(item["text"]).case.person) for item in PEOPLE]


def test_ages_of_people_are_read(read):
    """The age of the person treated is read, and numbers that are no ages are not."""
    assert not [(item["text"], person.age) for item, person in read if "age" in item and person.age != item["age"]]


def test_told_conditions_are_all_held(read):
    """Pregnancy, skin colour, illness, medicine, allergy, past treatment and event are read in many wordings."""
    assert not [(item["text"], lacking) for item, person in read if (lacking := set(item.get("has", ())) - set(person.conditions))]


def test_denied_and_others_conditions_are_not(read):
    """What is denied, past, or true of somebody else is not held against the person."""
    assert not [(item["text"], wrong) for item, person in read if (wrong := set(item.get("hasnt", ())) & set(person.conditions))]
