"""Laws of the skin model that hold for any input in the documented ranges."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skinproof.skin.course import water_loss_ratio, wound
from skinproof.skin.draws import Draws
from skinproof.skin.forecast import TIMES_H, forecast
from skinproof.skin.insults import INSULTS, insult_of
from skinproof.skin.plan import Plan, planned
from skinproof.skin.setting import setting_of
from skinproof.skin.solute.passage import shares_passed, weather_after, weather_intact
from skinproof.skin.solute.solute import Solute
from skinproof.skin.summary import recovery_h

PEOPLE = 256
ages = st.integers(18, 80)
sites = st.sampled_from(["face", "forearm", "upper_arm"])
tones = st.sampled_from(["lighter", "darker", "unknown"])
treatments = st.sampled_from([(t, i.variant) for t, found in INSULTS.items() for i in found])
needled = st.sampled_from([(t, i.variant) for t, found in INSULTS.items() for i in found if i.needles])


def course(treatment, *, age=50, site="face", plan=None, tone="unknown"):
    """Return the ratio over time of one forecast, all people."""
    draws, setting = Draws(PEOPLE), setting_of(age=age, site=site, tone=tone)
    insult = planned(insult_of(*treatment), plan or Plan())
    return water_loss_ratio(draws, insult, wound(draws, setting, insult), TIMES_H)


def median_recovery(ratio):
    """Return the median hours until people are within 10 % of their normal."""
    return np.quantile(recovery_h(TIMES_H, ratio), 0.5, method="lower")


@given(treatments, ages, sites, tones)
@settings(max_examples=60, deadline=None)
def test_recovery_is_monotone_after_peak(treatment, age, site, tone):
    """After the inflammatory peak, two days at the latest, nobody's water loss rises again, and none is below normal."""
    ratio = course(treatment, age=age, site=site, tone=tone)
    assert (np.diff(ratio[TIMES_H >= 48], axis=0) <= 1e-9).all()
    assert (ratio >= 1 - 1e-12).all()


@given(needled, ages, st.floats(0.1, 2.0), st.floats(0.1, 2.0))
@settings(max_examples=40, deadline=None)
def test_deeper_never_recovers_sooner(treatment, age, one_mm, other_mm):
    """Longer needles never recover sooner at the median."""
    short, long = (course(treatment, age=age, plan=Plan(needle_mm=mm)) for mm in sorted((one_mm, other_mm)))
    assert median_recovery(short) <= median_recovery(long) + 1e-6


@given(needled, ages, st.floats(1.0, 1000.0), st.floats(1.0, 1000.0))
@settings(max_examples=40, deadline=None)
def test_denser_never_recovers_sooner(treatment, age, one, other):
    """More holes never recover sooner at the median."""
    few, many = (course(treatment, age=age, plan=Plan(holes_per_cm2=n)) for n in sorted((one, other)))
    assert median_recovery(few) <= median_recovery(many) + 1e-6


@given(treatments, sites, ages, ages)
@settings(max_examples=40, deadline=None)
def test_older_never_recovers_sooner(treatment, site, one, other):
    """Older skin never recovers sooner at the median."""
    young, old = (course(treatment, age=age, site=site) for age in sorted((one, other)))
    assert median_recovery(young) <= median_recovery(old) + 1e-6


molecules = st.builds(lambda m, k: Solute(name="x", molar_mass_da=m, log_kow=k), st.floats(18.0, 600.0), st.floats(-4.0, 6.0))


@given(treatments, molecules, ages)
@settings(max_examples=8, deadline=None)
def test_cover_never_lessens_passage(treatment, molecule, age):
    """Under cover no less passes than without, at the median and at both ends of the band, on treated and on intact skin."""
    draws, insult = Draws(64), insult_of(*treatment)
    bands = {}
    for covered in (False, True):
        setting = setting_of(age=age, covered=covered)
        skin = wound(draws, setting, insult)
        shares = [shares_passed(draws, setting, molecule, w) for w in (weather_intact(draws, setting), weather_after(draws, setting, insult, skin, molecule))]
        assert all(((s >= -1e-6) & (s <= 1 + 1e-6)).all() for s in shares)
        bands[covered] = np.quantile(shares, (0.05, 0.5, 0.95), axis=1)
    assert (bands[True] >= bands[False] - 1e-3).all()


@given(treatments, ages, sites, tones, st.booleans())
@settings(max_examples=25, deadline=None)
def test_forecast_holds_only_finite_numbers(treatment, age, site, tone, covered):
    """For any input in the ranges no number is missing, bands are in order, chances lie between zero and one."""
    made = forecast(treatment[0], variant=treatment[1], age=age, site=site, tone=tone, covered=covered, people=64)
    for point in made.course:
        assert 0.999 <= point.low <= point.median <= point.high < 200
        assert 0 <= point.leaky <= 1
    assert not np.isnan(made.recovery_days).any()
    assert sum(made.width.values()) == pytest.approx(1.0)
    assert made.to_text()
