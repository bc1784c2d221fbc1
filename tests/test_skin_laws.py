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
from skinproof.skin.solute.passage import STEPS, weather_after, weather_intact
from skinproof.skin.solute.skin_chain import LAYERS, dose_on_skin, skin_chain
from skinproof.skin.solute.solute import Solute
from skinproof.skin.solute.stepping import graded_times, run
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


def left_film_and_passed(draws, setting, molecule, weather):
    """Return the shares of a dose that have left the film and that have passed the horny layer after a day, shape (people,)."""
    chain = skin_chain(draws, molecule, setting)
    start = dose_on_skin(chain)
    after = run(chain, start, graded_times(86400.0, STEPS), LAYERS, weather).by_layer[-1] / start[0]
    return 1.0 - after[0], after[2:].sum(axis=0)


def cover_gains(insult, molecule, age, people=64):
    """Return what cover adds to both shares, on intact and on treated skin, each of shape (people,), and what has passed without and with it."""
    draws, shares = Draws(people), {}
    for covered in (False, True):
        setting = setting_of(age=age, covered=covered)
        skin = wound(draws, setting, insult)
        weathers = (weather_intact(draws, setting), weather_after(draws, setting, insult, skin, molecule))
        shares[covered] = np.array([left_film_and_passed(draws, setting, molecule, w) for w in weathers])
    assert all(((s >= -1e-6) & (s <= 1 + 1e-6)).all() for s in shares.values())
    return shares[True] - shares[False], shares[False][1, 1], shares[True][1, 1]


@given(treatments, molecules, ages)
@settings(max_examples=12, deadline=None)
def test_cover_never_lessens_passage(treatment, molecule, age):
    """Under cover no less passes in any single person, on intact skin and after all treatments but a laser that opens wide zones."""
    insult = insult_of(*treatment)
    gains, _, _ = cover_gains(insult, molecule, age)
    judged = gains[:, 1] if insult.ablation is None else gains[:1, 1]
    assert (judged >= -1e-6).all()


@given(st.sampled_from([("laser_ablative", None), ("microneedling", "1.5"), ("micro_infusion", None)]), molecules, ages, st.floats(1.0, 1000.0), st.floats(0.1, 2.0))
@settings(max_examples=12, deadline=None)
def test_cover_never_keeps_molecules_outside(treatment, molecule, age, holes, needle_mm):
    """Beside zones or holes as wide as the ranges allow, no less enters the skin in any person, and no less passes at median and both ends."""
    insult = insult_of(*treatment)
    insult = planned(insult, Plan(holes_per_cm2=holes, needle_mm=needle_mm)) if insult.needles else insult
    gains, open_, covered = cover_gains(insult, molecule, age)
    assert (gains[:, 0] >= -1e-6).all()
    assert (np.quantile(covered, (0.05, 0.5, 0.95)) >= np.quantile(open_, (0.05, 0.5, 0.95)) - 1e-3).all()


@given(treatments, molecules, ages, sites)
@settings(max_examples=25, deadline=None)
def test_cover_never_lessens_what_a_forecast_tells(treatment, molecule, age, site):
    """Whatever was done, no told share of a dose, at the median or at either end of its band, is smaller under cover."""
    told = [forecast(treatment[0], variant=treatment[1], age=age, site=site, solutes=(molecule,), people=128, covered=covered).passages[0].share for covered in (False, True)]
    assert all(b >= a for a, b in zip(*told, strict=True))


PARTS = {"needle_mm": "needles", "count": "needles", "holes_per_cm2": "needles", "passes": "abrasion", "grit": "abrasion", "acid_percent": "acid", "acid_ph": "acid"}
plans = st.builds(
    Plan, needle_mm=st.none() | st.floats(0.1, 2.0), count=st.none() | st.integers(1, 200), holes_per_cm2=st.none() | st.floats(1.0, 1000.0),
    passes=st.none() | st.integers(1, 6), grit=st.none() | st.sampled_from(["fine", "medium", "coarse"]), acid_percent=st.none() | st.floats(1.0, 70.0), acid_ph=st.none() | st.floats(0.5, 6.0),
)


@given(treatments, plans, molecules, ages)
@settings(max_examples=30, deadline=None)
def test_any_plan_gives_finite_numbers(treatment, plan, molecule, age):
    """Any plan in the ranges, of what the treatment has, gives finite numbers, also of what passes."""
    insult = insult_of(*treatment)
    fitting = Plan(**{name: getattr(plan, name) for name, part in PARTS.items() if getattr(insult, part)})
    made = forecast(treatment[0], variant=treatment[1], age=age, plan=fitting, solutes=(molecule,), people=64)
    assert all(np.isfinite([p.low, p.median, p.high, p.leaky]).all() for p in made.course)
    assert all(np.isfinite(band).all() for band in made.moisture.values())
    assert np.isfinite(made.passages[0].share).all()


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
