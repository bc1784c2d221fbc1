"""Labels of many kinds and languages: each is read as written down beforehand, and raises what it must and nothing that it must not."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from skinproof.ingredients.inspect import Inspection, inspect
from skinproof.ingredients.shelf import Shelf

KINDS = yaml.safe_load((Path(__file__).parent / "labels" / "kinds.yaml").read_text())


@pytest.fixture(scope="module")
def shelf(knowledge) -> Shelf:
    """Return the shelf of the pack."""
    return Shelf(knowledge.store)


@pytest.fixture(params=KINDS, ids=[k["id"] for k in KINDS])
def kind(request) -> dict:
    """Return one label with what is expected of it."""
    return request.param


@pytest.fixture
def found(kind, shelf) -> Inspection:
    """Return the inspection of the label."""
    return inspect(kind["text"], shelf, route=kind["route"], sold_as=kind.get("sold_as", ""))


def told(entry):
    """Return an entry as the file of expectations writes it."""
    return f"{'~' if entry.may_contain else ''}{'' if entry.ingredient else '?'}{entry.shown}"


def agrees(shown, wanted):
    """Tell whether an entry is the expected one; `*` stands before a beginning of a name."""
    return shown.startswith(wanted[1:]) if wanted.startswith("*") else shown == wanted


def test_label_is_read_as_expected(kind, found):
    """The entries are those that stand on the label, in order, known or unknown as expected."""
    shown = [told(e) for e in found.entries]
    assert len(shown) == len(kind["entries"]), shown
    assert [(s, w) for s, w in zip(shown, kind["entries"], strict=True) if not agrees(s, w)] == []


def test_shares_and_marks_are_read(kind, found):
    """Shares in percent and nano marks reach their entries and no others."""
    assert {e.shown: e.percent for e in found.entries if e.percent is not None} == kind.get("shares", {})
    assert [e.shown for e in found.entries if e.nano] == kind.get("nano", [])


def test_label_raises_what_it_must(kind, found):
    """Expected flags are raised; those that must stay silent are."""
    raised = {*found.flag_ids, *(f"implausible:{c.claim.id}" for c in found.claims if c.implausible)}
    assert (set(kind.get("flags", [])) - raised, set(kind.get("silent", [])) & raised) == (set(), set())
