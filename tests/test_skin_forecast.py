"""Forecasts as a reader sees them: order, duration, ranges, texts, pictures, sources."""

import json
import subprocess
import sys
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from skinproof.errors import InputError
from skinproof.skin.draws import Draws
from skinproof.skin.forecast import ASKED_DAYS, forecast
from skinproof.skin.insults import INSULTS
from skinproof.skin.parameters import HOMES, NAMES, PAPERS
from skinproof.skin.plan import Plan
from skinproof.skin.quasi_random import levels
from skinproof.skin.solute.passage import bin_of
from skinproof.skin.solute.solute import Solute
from skinproof.skin.words import chance, duration, times

VITAMIN_C = Solute(name="vitamin C", molar_mass_da=176.12, log_kow=-1.41)
HYALURONIC = Solute(name="hyaluronic acid", molar_mass_da=100_000.0, log_kow=-3.0)

# What measured courses say of the median: treatment, variant, leaky at these hours, back at these hours.
DURATIONS = [
    ("microneedling", "0.25", (0,), (72,)), ("nano_needling", None, (0,), (72,)), ("needle_stamp", None, (0,), (72,)),
    ("microneedling", "0.5", (0, 48), (336,)), ("microneedling", "1.5", (0, 48), (336,)), ("rf_microneedling", None, (24, 72), (168,)),
    ("microdermabrasion", None, (24,), (168,)), ("hydradermabrasion", None, (0.5,), (48,)), ("laser_ablative", None, (72,), (168,)),
]


def point(made, hours):
    """Return the point of a course at some hours."""
    return next(p for p in made.course if p.time_h == hours)


@pytest.mark.parametrize(("treatment", "variant", "leaky", "back"), DURATIONS)
def test_duration_agrees_with_measured_course(treatment, variant, leaky, back):
    """At 30 years the median is above 110 % when measured courses are raised, and below it when they are back."""
    made = forecast(treatment, age=30, variant=variant)
    assert all(point(made, h).median > 1.1 for h in leaky)
    assert all(point(made, h).median < 1.1 for h in back)


def test_order_of_treatments_is_as_measured():
    """On day 3 ablative laser and heat needles lead, then the long pen, then abrasion, then the short roller and the wet tip."""
    asked = [("laser_ablative", None), ("microneedling", "1.5"), ("microdermabrasion", None), ("microneedling", "0.25"), ("hydradermabrasion", None)]
    chances = [forecast(t, age=55, variant=v).leaky(3) for t, v in asked]
    assert chances == sorted(chances, reverse=True)
    assert forecast("rf_microneedling", age=55).leaky(3) > forecast("microneedling", age=55, variant="1.5").leaky(3)


def test_laser_band_holds_measured_ratio():
    """Twice the start on day 3 after a fractional laser, held out, lies inside a band that is narrower than fourfold."""
    day3 = point(forecast("laser_ablative", age=30), 72)
    assert day3.low <= 2.0 <= day3.high
    assert day3.high / day3.low < 4


def test_same_question_gets_same_answer():
    """Two forecasts of the same question are equal in every number."""
    assert forecast("microdermabrasion", age=55, solutes=(VITAMIN_C,)) == forecast("microdermabrasion", age=55, solutes=(VITAMIN_C,))


def test_larger_ensemble_changes_little():
    """The default ensemble is large enough: twice as many sets move no chance by more than three in a hundred."""
    small, large = forecast("micro_infusion", age=55), forecast("micro_infusion", age=55, people=8192)
    assert max(abs(a.leaky - b.leaky) for a, b in zip(small.course, large.course, strict=True)) < 0.03


ERRORS = [
    ({"treatment": "micro_infusion", "age": 85}, "No data: the age 85.*18 to 80"),
    ({"treatment": "micro_infusion", "age": float("nan")}, "No data: the age nan"),
    ({"treatment": "micro_infusion", "age": 55, "site": "eyelid"}, "No data: the site 'eyelid'.*face"),
    ({"treatment": "micro_infusion", "age": 55, "tone": "olive"}, "tone 'olive'.*lighter"),
    ({"treatment": "peel_deep", "age": 55}, "No data: peel_deep goes deeper"),
    ({"treatment": "botox", "age": 55}, "No data: what 'botox'.*micro_infusion"),
    ({"treatment": "microneedling", "age": 55, "variant": "9"}, "no variant '9'.*1.5 mm pen"),
    ({"treatment": "microneedling", "age": 55, "plan": Plan(needle_mm=2.5)}, "No data: a needle length in mm of 2.5.*0.1 to 2"),
    ({"treatment": "microneedling", "age": 55, "plan": Plan(holes_per_cm2=float("nan"))}, "No data: a number of holes in a square centimetre of nan"),
    ({"treatment": "microneedling", "age": 55, "plan": Plan(passes=2)}, "microneedling has no passes or grit.*Leave out passes"),
    ({"treatment": "peel_glycolic", "age": 55, "plan": Plan(acid_percent=90.0)}, "No data: an acid in percent of 90"),
    ({"treatment": "micro_infusion", "age": 55, "people": 10}, "64 to 20,000"),
    ({"treatment": "micro_infusion", "age": 55, "solutes": (Solute(name="x", molar_mass_da=-1.0, log_kow=0.0),)}, "x: the mass -1 Da"),
    ({"treatment": "micro_infusion", "age": 55, "solutes": (Solute(name="x", molar_mass_da=100.0, log_kow=0.0, solubility_mg_ml=0.0),)}, "above zero mg/mL"),
]


@pytest.mark.parametrize(("asked", "message"), ERRORS)
def test_input_outside_data_is_refused(asked, message):
    """What lies outside the data or cannot be used is refused with a sentence that says what to do."""
    with pytest.raises(InputError, match=message):
        forecast(asked.pop("treatment"), **asked)


def test_large_molecule_gets_no_number():
    """A molecule above 600 Da is said to have no data, and the rest of the forecast stands."""
    made = forecast("micro_infusion", age=55, solutes=(VITAMIN_C, HYALURONIC))
    assert made.passages[0].bins is not None
    assert made.passages[1].bins is None
    assert "no data: 100000 Da lies above 600 Da" in made.to_text()


def test_ablated_skin_gets_no_moisture():
    """After ablation, where measured readings fall, no moisture reading is forecast; after abrasion it is higher."""
    assert "Moisture readings: no data" in forecast("laser_ablative", age=55).to_text()
    assert forecast("microdermabrasion", age=30).moisture[1][1] > 1.02


def test_text_says_what_reader_needs():
    """The text holds days, chances, depth, pain, what passes, tags, sources, and what is never claimed."""
    text = forecast("micro_infusion", age=55, solutes=(VITAMIN_C,)).to_text()
    for words in ("Barrier back in half of people within", "day 1:", "day 14:", "Tip reaches", "injection", "vitamin C in a thin film", "[assumed]", "PMID 7738193", "Why it is wide", "nothing about collagen, pores, oil, wrinkles or allergy"):
        assert words in text


def test_deeper_claims_stand_nowhere_else():
    """No line but the one that denies it speaks of collagen, pores, oil, wrinkles or allergy."""
    for treatment in INSULTS:
        lines = [line for line in forecast(treatment, age=55).to_text().splitlines() if not line.startswith("This says nothing")]
        assert not [line for line in lines if any(w in line.lower() for w in ("collagen", "pores", "wrinkle", "allerg", " oil"))]


@pytest.mark.parametrize("treatment", list(INSULTS))
def test_picture_and_tables_are_well_formed(treatment):
    """The picture is XML with the median, the band and each measured point of two weeks; CSV and JSON hold the course."""
    made = forecast(treatment, age=55)
    root = ET.fromstring(made.to_svg())  # noqa: S314 - own output
    tags = [child.tag.split("}")[1] for child in root]
    assert {"polygon", "polyline"} <= set(tags)
    assert len(root.findall("{*}text/{*}title")) == sum(p.time_h <= 336 for p in made.measured)
    assert len(made.to_csv().splitlines()) == len(made.course) + 1
    plain = json.loads(json.dumps(made.to_dict(), allow_nan=False))
    assert set(plain["leaky"]) == {str(d) for d in ASKED_DAYS}


def test_run_prints_only_used_citations():
    """A forecast cites the papers of the constants that it used and no others."""
    needles, peel = forecast("micro_infusion", age=55).citations, forecast("peel_glycolic", age=55).citations
    assert any("Gill 2008" in c for c in needles)
    assert not any("Gill 2008" in c or "Kalluri" in c for c in peel)
    assert any("Ghadially" in c for c in peel)
    assert not any("dansyl" in c.lower() for c in peel)
    assert any("dansyl" in c.lower() for c in forecast("peel_glycolic", age=55, site="forearm").citations)


def test_width_comes_from_three_sources():
    """The variance split names person, technique and science, sums to one, and an ablative laser's is mostly science."""
    width = forecast("laser_ablative", age=55).width
    assert set(width) == {"person", "technique", "science"}
    assert sum(width.values()) == pytest.approx(1.0)
    assert width["science"] > 0.5


ROUNDED = [(chance, 0.01, "under 5 %"), (chance, 0.42, "about 40 %"), (chance, 0.99, "over 95 %"), (duration, 0.0, "an hour"), (duration, 2.7, "three days"), (duration, float("inf"), "more than four weeks"), (times, 1.234, "1.2 times"), (times, 5.6, "6 times"), (bin_of, 0.0005, "practically none"), (bin_of, 0.3, "a good part"), (bin_of, 1.0, "most of it")]


@pytest.mark.parametrize(("say", "value", "words"), ROUNDED)
def test_numbers_are_said_in_bins(say, value, words):
    """Numbers are said in bins and rounded, never with false certainty."""
    assert say(value) == words


def test_every_constant_is_complete():
    """Each constant has a unit, a source, what it does not claim, ordered values, and its paper a citation; names are unique."""
    assert len(NAMES) == sum(len(p.parameters) for p in PAPERS)
    for paper, constant in HOMES.values():
        assert paper.citation
        assert constant.unit
        assert constant.source
        assert constant.not_claimed
        if constant.shape in {"uniform", "loguniform", "triangular"}:
            assert list(constant.values) == sorted(constant.values)
        if constant.shape in {"lognormal", "loguniform"}:
            assert constant.values[0] > 0
            assert constant.values[1] > 0


def test_columns_of_ensemble_are_independent():
    """Each column holds every level once, and no two columns are correlated by more than a tenth."""
    columns = np.array([levels(4096, c) for c in range(2 * len(NAMES))], dtype=float)
    assert (np.sort(columns, axis=1) == np.arange(4096)).all()
    correlation = np.corrcoef(columns) - np.eye(len(columns))
    assert np.abs(correlation).max() < 0.1


def test_drawn_quantiles_match_stated_spread():
    """Drawn values have the stated median and geometric standard deviation."""
    drawn = Draws(4096)["transit_face_d"]
    assert np.median(drawn) == pytest.approx(10.0, rel=1e-3)
    assert np.exp(np.log(drawn).std()) == pytest.approx(1.2, rel=1e-2)


def test_cold_forecast_answers_in_time():
    """A first forecast in a new process, import included, takes under a second and a half of processor time."""
    code = "import time; from skinproof.skin.forecast import forecast; forecast('micro_infusion', age=55); print(time.process_time())"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert float(done.stdout) < 1.5
