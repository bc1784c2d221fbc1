"""Forecasts prepared for the pack: bands of age, keys, contents, and what has no data."""

import msgspec
import numpy as np
import pytest

from skinproof.skin.brief import BAND_AGES, USUAL_AGE, band_age, forecast_as, key_of, variant_of
from skinproof.skin.forecast import ASKED_DAYS, forecast
from skinproof.skin.insults import INSULTS
from skinproof.skin.prepared import brief_of, prepared
from skinproof.skin.setting import setting_of

BANDS = [(None, 40), (18, 25), (29, 25), (30, 35), (39.9, 35), (55, 55), (59, 55), (60, 65), (79, 75), (80, 80), (17, None), (81, None), (float("nan"), None)]
NEEDLES = [("microneedling", None, "1.5 mm pen"), ("microneedling", 0.5, "0.5 mm pen"), ("microneedling", 0.2, "0.25 mm roller"), ("microneedling", 1.1, "1.0 mm pen"), ("peel_glycolic", 1.0, "50 % at pH 2")]
HELD = [("micro_infusion", "micro_infusion"), ("needled_toxin", "microneedling"), ("exosomes", "microneedling"), ("ha_filler", None), ("peel_deep", None)]


@pytest.mark.parametrize(("age", "band"), BANDS)
def test_age_falls_into_one_band(age, band):
    """An age takes the middle of its decade, an unknown one 40 years, one without data none."""
    assert band_age(age) == band


@pytest.mark.parametrize(("treatment", "needle_mm", "variant"), NEEDLES)
def test_nearest_needle_gives_the_variant(treatment, needle_mm, variant):
    """The variant with the nearest needle is taken, and the first where no length is named or needles are absent."""
    assert INSULTS[treatment][variant_of(treatment, needle_mm)].variant == variant


@pytest.mark.parametrize(("treatment", "known"), HELD)
def test_same_holes_share_one_forecast(treatment, known):
    """What is spread on needled skin has the forecast of the needles; what is not recorded has none."""
    assert forecast_as(treatment) == known


def test_prepared_forecasts_are_whole_and_small():
    """Every variant has every age under its own key, in well under two kilobytes each."""
    made = list(prepared())
    keys = [key_of(t, place, "face", age) for t, variants in INSULTS.items() for place in range(len(variants)) for age in sorted({*BAND_AGES, USUAL_AGE})]
    assert [brief.key for brief in made] == keys
    assert max(len(msgspec.json.encode(brief)) for brief in made) < 2048


@pytest.mark.parametrize("treatment", list(INSULTS))
def test_brief_says_what_forecast_says(treatment):
    """The numbers of a brief are those of the whole forecast, rounded."""
    made = forecast(treatment, age=55)
    brief = brief_of("key", INSULTS[treatment][0], setting_of(age=55))
    assert brief.leaky == {day: round(made.leaky(day), 3) for day in ASKED_DAYS}
    assert brief.recovery_days == tuple(round(d, 1) if np.isfinite(d) else None for d in made.recovery_days)
    assert (brief.tag, brief.sources, set(brief.citations) <= set(made.citations)) == (made.tag, made.sources, True)
