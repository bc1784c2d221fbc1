"""The forecast command: lengths, comparison, formats, errors."""

import json

import click
import pytest
from click.testing import CliRunner

import skinproof
from skinproof.faces.forecast_command import forecast, needle_length_mm
from skinproof.skin.forecast import forecast as made
from skinproof.skin.plan import Plan

LENGTHS = [("0.6mm", 0.6), ("0.6", 0.6), ("600um", 0.6), (" 1.5 MM ", 1.5), ("250 µm", 0.25)]


@pytest.fixture
def command(monkeypatch):
    """Run the command against the model, without the pack."""
    def public(treatment, *, needle_mm=None, count=None, holes_per_cm2=None, passes=None, **rest):
        return made(treatment, plan=Plan(needle_mm=needle_mm, count=count, holes_per_cm2=holes_per_cm2, passes=passes), people=64, **rest)

    monkeypatch.setattr(skinproof, "forecast", public, raising=False)
    return lambda *words: CliRunner().invoke(forecast, words)


@pytest.mark.parametrize(("text", "length_mm"), LENGTHS)
def test_length_is_read_with_units(text, length_mm):
    """A length may be written in mm or um, with or without a space."""
    assert needle_length_mm(text) == pytest.approx(length_mm)


@pytest.mark.parametrize("text", ["deep", "-1mm", "0.6 inch", ""])
def test_length_without_sense_is_refused(text):
    """What is no length is refused with an example."""
    with pytest.raises(click.BadParameter, match=r"write it as 0\.6mm"):
        needle_length_mm(text)


def test_comparison_prints_both_treatments(command):
    """A compared treatment stands below the first, with the same person."""
    result = command("micro_infusion", "--age", "55", "--needle", "0.6mm", "--count", "20", "--density", "80", "--site", "face", "--compare", "microdermabrasion")
    assert result.exit_code == 0
    assert result.output.index("micro_infusion, hollow stamp") < result.output.index("microdermabrasion, crystals")


def test_formats_hold_the_course(command):
    """CSV starts with its head, SVG is a picture, JSON is one object."""
    assert command("micro_infusion", "--age", "55", "--csv").output.startswith("hours,ratio_5,ratio_50,ratio_95,probability_leaky\n0,")
    assert command("micro_infusion", "--age", "55", "--svg").output.startswith("<svg")
    assert json.loads(command("micro_infusion", "--age", "55", "--json").output)["treatment"] == "micro_infusion"


def test_product_says_what_passes(command):
    """Of a product's list the molecules on record get a bin, one too large is left without a number, and the rest is named on standard error."""
    result = command("micro_infusion", "--age", "55", "--product", "Niacinamide, Sodium Hyaluronate, Zorblattium")
    assert "niacinamide in a thin film for a day" in result.stdout
    assert "No data on the molecule of: Sodium Hyaluronate, Zorblattium." in result.stderr


ERRORS = [(("micro_infusion", "--age", "99"), "No data: the age 99"), (("micro_infusion", "--age", "55", "--needle", "3mm"), "No data: a needle length in mm of 3"), (("peel_deep", "--age", "55"), "No data: peel_deep"), (("micro_infusion", "--age", "55", "--product", " "), "empty")]


@pytest.mark.parametrize(("words", "message"), ERRORS)
def test_bad_input_ends_without_traceback(command, words, message):
    """Input without data ends with one clear sentence and a failing status."""
    result = command(*words)
    assert result.exit_code == 1
    assert message in result.output
    assert "Traceback" not in result.output
