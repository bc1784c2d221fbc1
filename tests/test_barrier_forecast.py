"""The forecast of the barrier inside an answer: for whom, in which words, in three languages, at which cost."""

import re
import subprocess
import sys
from pathlib import Path

import polib
import pytest

import skinproof
from skinproof.answer.sections.barrier_forecast import needle_mm
from skinproof.api import knowledge
from skinproof.catalogue.treatment import Treatment
from skinproof.errors import InputError
from skinproof.skin.brief import Brief, forecast_as
from skinproof.skin.insults import INSULTS
from skinproof.skin.words import DURATIONS

MESSAGES = Path(skinproof.__file__).parent / "answer" / "messages"
# Question, and the age, whether it was given, and the variant of the forecast in its answer; None when there is none.
ASKED = [
    ("I am 55, is micro infusion worth it", ("micro_infusion", 55, True, "hollow stamp, 0.6 mm")),
    ("does microneedling help acne scars", ("microneedling", 40, False, "1.5 mm pen")),
    ("does microneedling with 0.5 mm help acne scars, I am 31", ("microneedling", 35, True, "0.5 mm pen")),
    ("is ablative fractional laser resurfacing worth it", ("laser_ablative", 40, False, "fractional")),
    ("are exosomes after microneedling any good for scars", ("microneedling", 40, False, "1.5 mm pen")),
    ("does home microneedling with a 0.5 mm roller work", ("microneedling_home", 40, False, "0.5 mm roller")), ("is dermaplaning worth it", None), ("I am 85, does microneedling help wrinkles", None), ("does microneedling with 3 mm needles help scars", None),
    ("does tretinoin help wrinkles", None), ("is botox safe", None),
]
LOOKED_UP = """
import datetime, sys
from pathlib import Path
from skinproof.answer.assemble import assemble
from skinproof.api import knowledge
from skinproof.question.understand import understand
known = knowledge(Path(sys.argv[1]))
case = understand("does microneedling help scars", known.vocabulary)
assert assemble(case, known, as_of=datetime.date(2026, 1, 1), language="en", catalogue=b"").forecasts
sys.exit("numpy" in sys.modules)
"""
LENGTHS = [("a 0.5 mm roller", 0.5), ("0,25mm ou 1.5 MM", 1.5), ("two sessions, 30 days", None), ("1500 mmHg", None)]


@pytest.mark.parametrize(("question", "found"), ASKED)
def test_answer_holds_forecast_of_person(question, found):
    """An answer has the forecast of what was asked at the age that was told, or of 40 years and says so, or none."""
    held = skinproof.ask(question).to_dict()["barrier"]["forecast"]
    assert [(f["treatment"], f["age"], f["age_given"], f["variant"]) for f in held][:1] == ([found] if found else [])


def test_sentences_say_days_and_chances():
    """The section says days and four chances, each resting on the prepared forecast, beside what was measured."""
    answer = skinproof.ask("I am 55, does microneedling help wrinkles")
    said = {s.message: s for s in answer.statements.values() if s.id.startswith("barrier.")}
    assert said["barrier.forecast"].fact_ids == said["barrier.chances"].fact_ids == ("forecast:microneedling.0.face.55",)
    assert {"fixed.barrier.forecast_limits", "barrier.measured"} <= set(said)
    text = " ".join(answer.to_text().split())
    assert "half of people the barrier is back within a week" in text
    assert "day 14: <5 %" in text
    assert "PMID 7738193" in skinproof.why(answer, said["barrier.chances"].id)


def test_breaking_without_data_is_said():
    """What breaks the skin and has no forecast is said to have none."""
    assert "No data to forecast how long the skin leaks after dermaplaning" in " ".join(skinproof.ask("is dermaplaning worth it").to_text().split())


@pytest.mark.parametrize("language", ["fr", "es"])
def test_words_that_fill_are_translated(language):
    """Every duration and every variant that fills a sentence stands in both other languages."""
    known = {e.msgid for e in polib.pofile(str(MESSAGES / language / "barrier.po")) if e.translated()}
    assert {words for _, words in DURATIONS} | {"more than four weeks", "face"} | {i.variant for found in INSULTS.values() for i in found} <= known
    assert {e.msgid for e in polib.pofile(str(MESSAGES / "en" / "barrier.po"))} <= known


@pytest.mark.parametrize(("question", "words"), [("le microneedling marche sur les cicatrices, j'ai 55 ans", "stylo de 1,5 mm"), ("¿sirve el microneedling para las cicatrices? tengo 55 años", "lápiz de 1,5 mm")])
def test_forecast_speaks_the_language(question, words):
    """The forecast of a French and of a Spanish question is in its language."""
    text = " ".join(skinproof.ask(question).to_text().split())
    assert words in text
    assert not re.search(r"is back within|Chance of", text)


@pytest.mark.parametrize(("text", "length"), LENGTHS)
def test_length_is_read_from_question(text, length):
    """The longest length in mm is read; days and pressures are none."""
    assert needle_mm(text) == length


def test_answer_with_forecast_loads_no_numpy(pack):
    """The forecast is looked up, never computed: an answer loads no numpy."""
    done = subprocess.run([sys.executable, "-c", LOOKED_UP, str(pack)], check=False)
    assert done.returncode == 0


def test_every_breaking_treatment_is_answered():
    """Each treatment of the catalogue gets a forecast or a sentence that there is no data, and the pack holds what it is said to hold."""
    held = {b.treatment for b in knowledge().store.all("forecast", Brief)}
    assert held == set(INSULTS)
    for treatment in knowledge().store.all("treatment", Treatment):
        if forecast_as(treatment.id):
            assert skinproof.forecast(treatment.id, age=55).course
        else:
            with pytest.raises(InputError, match="No data"):
                skinproof.forecast(treatment.id, age=55)
