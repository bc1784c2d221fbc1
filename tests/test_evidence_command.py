"""The body of evidence of a treatment on the command line, and the table of verdicts."""

from __future__ import annotations

from collections import Counter

import pytest

from skinproof import api
from skinproof.errors import InputError
from skinproof.evidence.study import Study
from skinproof.types import INERT, NO_TREATMENT


def test_named_treatment_shows_its_cells():
    """A lay name and an aim give verdicts with steps, views by who paid, and what studies reported."""
    lines, _ = api.evidence_of("botox", "wrinkles")
    text = "\n".join(lines)
    assert "verdict botulinum_lines.wrinkles_rated.vehicle_or_sham" in text
    assert "confirmed independent:" in text


def test_cells_with_numbers_get_forest_plots():
    """Where several studies give numbers, the plot has a row for each and one for all together, in text and as SVG."""
    lines, pictures = api.evidence_of("botulinum_lines", "wrinkles_rated")
    together = [line for line in lines if line.strip().startswith("together")]
    assert together
    assert pictures
    assert all(p.startswith("<svg") for p in pictures)


def test_one_study_is_not_called_pooled():
    """A cell with one effect size has no line for all together."""
    lines, _ = api.evidence_of("deoxycholic_acid")
    cells = "\n".join(lines).split("\n\n")
    single = [c for c in cells if "right of 0" in c and "together" not in c]
    assert all("I2" not in c for c in single)


@pytest.mark.parametrize(("treatment", "outcome", "words"), [("nonsensefoo", None, "No treatment is known"), ("retinol", "zzz", "No outcome is called")])
def test_unknown_names_are_told(treatment, outcome, words):
    """An unknown treatment or outcome ends in a sentence that says what to do."""
    with pytest.raises(InputError, match=words):
        api.evidence_of(treatment, outcome)


def test_table_holds_every_verdict_once():
    """The table of verdicts has one line a cell, sorted, below its head."""
    head, *rows = api.verdict_table().splitlines()
    names = [row.split("\t")[0] for row in rows]
    assert head.startswith("cell\t")
    assert names == sorted(set(names))


def test_control_arms_are_those_of_the_records():
    readings, lines = api.control_arms("hair_growth")
    lucky = [r for r in readings if r["study"] == "lucky-2004-minoxidil-women"]
    assert [(r["control"], r["people"], r["value"]) for r in lucky] == [("dummy", 51, "+9.4 hairs per cm2 as the later review prints it from the start")]
    assert lines[0] == "hair growth:"
    assert {r["outcome"] for r in readings} == {"hair_growth"}


def test_no_active_arm_is_taken_for_a_control():
    """A study gives no more readings than its findings have groups of people on a dummy or on nothing."""
    readings, _ = api.control_arms()
    assert len(readings) > 100
    told = Counter(r["study"] for r in readings)
    for study in api.knowledge().store.all("study", Study):
        inert = {a.id for a in study.arms if a.components and {c.what for c in a.components} <= INERT | NO_TREATMENT}
        assert told[study.id] <= sum((f.arm in inert) + (f.versus in inert) for f in study.findings)
