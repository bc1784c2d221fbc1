"""Repair of the barrier: closed form, calibration courses, abrasion, acid, needles, pain, moisture."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skinproof.skin.abrasion import removed_share
from skinproof.skin.barrier import Repair, deficit_left, intact_conductance, repair_of, water_loss
from skinproof.skin.channels import closing_of, imaged_closure_h, open_to_water
from skinproof.skin.course import competent_share, water_loss_ratio, wound
from skinproof.skin.draws import Draws
from skinproof.skin.hydration import reading_ratio
from skinproof.skin.inflammation import response
from skinproof.skin.insult import Abrasion, Acid, Insult, Needles
from skinproof.skin.insults import insult_of
from skinproof.skin.needle import holes_of, horny_layer_um, layers_reached, stamp_volume_nl
from skinproof.skin.pain import pain_ratio, pain_tag, pain_words
from skinproof.skin.setting import setting_of
from skinproof.skin.summary import band, recovery_h

# Ghadially 1995: share of the excess water loss after tape that has gone.
STRIPPED = 0.74
TAPE = [(25, 24.0, 0.50), (25, 72.0, 0.80), (80, 24.0, 0.15)]


def by_small_steps(repair, hours, steps=3000):
    """Integrate the two equations of repair by Runge and Kutta's fourth order."""
    a, lag, gain, share = repair.turnover_h[0], repair.lag_h[0], repair.gain[0], repair.direct_share[0]
    slope = lambda y: np.array([-(y[0] + gain * (share * y[0] + (1 - share) * y[1])) / a, (y[0] - y[1]) / lag])  # noqa: E731
    state, h = np.array([1.0, 0.0]), hours / steps
    for _ in range(steps):
        k1 = slope(state)
        k2 = slope(state + h / 2 * k1)
        k3 = slope(state + h / 2 * k2)
        state = state + h / 6 * (k1 + 2 * k2 + 2 * k3 + slope(state + h * k3))
        if state[0] <= 0:
            return 0.0
    return state[0]


@pytest.mark.parametrize(("turnover_h", "gain", "share", "lag_h"), [(240, 5.3, 0.27, 21), (240, 0.5, 0.8, 60), (480, 9.0, 0.05, 5), (700, 1.0, 0.3, 200)])
@pytest.mark.parametrize("hours", [5.0, 48.0, 150.0])
def test_closed_form_equals_small_steps(turnover_h, gain, share, lag_h, hours):
    """The closed form, with real and with complex rates, equals the equations integrated in small steps."""
    repair = Repair(turnover_h=np.array([turnover_h]), gain=np.array([gain]), direct_share=np.array([share]), lag_h=np.array([lag_h]))
    assert deficit_left(np.array([[hours]]), repair)[0, 0] == pytest.approx(by_small_steps(repair, hours), abs=1e-6)


@pytest.mark.parametrize(("age", "hours", "measured"), TAPE)
def test_tape_recovery_lies_in_band(age, hours, measured):
    """Recovery after tape stripping, the calibration set, lies inside the 90 % band."""
    draws = Draws(2048)
    base, without = draws["tewl_arm_g_m2_h"], draws["tewl_without_barrier_g_m2_h"]
    intact = intact_conductance(base, without)
    left = deficit_left(np.array([[hours]]), repair_of(draws, setting_of(age=age, site="forearm")))[0]
    start = water_loss(intact / (1 - STRIPPED), without) - base
    low, _, high = band(1 - (water_loss(intact / (1 - STRIPPED * left), without) - base) / start)
    assert low <= measured <= high


@given(st.floats(1.0, 60.0), st.floats(0.0, 12.0), st.floats(0.02, 0.9), st.floats(2.0, 200.0))
@settings(max_examples=60, deadline=None)
def test_deficit_never_grows_again(days, gain, share, lag_h):
    """For any rates the deficit starts at one, never rises, never goes below zero."""
    repair = Repair(turnover_h=np.array([24 * days]), gain=np.array([gain]), direct_share=np.array([share]), lag_h=np.array([lag_h]))
    left = deficit_left(np.linspace(0.0, 900.0, 400)[:, None], repair)[:, 0]
    assert left[0] == pytest.approx(1.0)
    assert (np.diff(left) <= 1e-12).all()
    assert (left >= 0).all()


def test_open_wound_loses_all():
    """With no competent layer left water loss is an open wound's, and inverse loss is linear in thickness."""
    without, intact = np.array([150.0]), intact_conductance(np.array([12.0]), np.array([150.0]))
    assert water_loss(intact / 1e-12, without)[0] == pytest.approx(150.0)
    inverse = [1 / water_loss(intact / m, without)[0] for m in (0.25, 0.5, 0.75, 1.0)]
    assert np.diff(inverse, 2) == pytest.approx([0, 0], abs=1e-12)


ABRASIONS = [
    (Abrasion(share_a_pass=0.2, spread=1.5, passes=1), Abrasion(share_a_pass=0.2, spread=1.5, passes=3)),
    (Abrasion(share_a_pass=0.2, spread=1.5, grit="fine"), Abrasion(share_a_pass=0.2, spread=1.5, grit="coarse")),
    (Acid(percent=20, ph=2.0), Acid(percent=60, ph=2.0)),
    (Acid(percent=50, ph=4.5), Acid(percent=50, ph=1.5)),
]


def of(part):
    """Wrap an abrasion or an acid as an insult."""
    return Insult(treatment="x", variant="x", abrasion=part if isinstance(part, Abrasion) else None, acid=part if isinstance(part, Acid) else None, sources=(), assumed="")


@pytest.mark.parametrize(("mild", "strong"), ABRASIONS)
def test_stronger_abrasion_takes_more_away(mild, strong):
    """More passes, coarser grit, stronger or sourer acid take more from everyone, and never all."""
    a, b = removed_share(Draws(256), of(mild)), removed_share(Draws(256), of(strong))
    assert (a < b).all()
    assert (a > 0).all()
    assert (b < 1).all()


def test_two_closings_are_different_outputs():
    """Water loss is back long before holes look closed; cover and age delay; darker skin closes later than lighter."""
    draws = Draws(2048)
    young, old = (setting_of(age=a, site="forearm") for a in (25, 78))
    after_day = open_to_water(np.array([[24.0]]), closing_of(draws, young, 770.0))[0]
    assert np.median(after_day) < 0.15
    assert 40 < np.median(imaged_closure_h(draws, young, 770.0)) < 75
    covered = open_to_water(np.array([[24.0]]), closing_of(draws, setting_of(age=25, covered=True), 770.0))[0]
    assert (covered >= after_day).all()
    assert (imaged_closure_h(draws, old, 770.0) >= imaged_closure_h(draws, young, 770.0)).all()
    light, dark = (imaged_closure_h(draws, setting_of(age=25, tone=t), 770.0) for t in ("lighter", "darker"))
    assert np.median(dark / light) == pytest.approx(66.5 / 50.2)


def test_inflammation_peaks_once_within_days():
    """The response is zero at first, peaks at one between 12 hours and 3 days, and is nearly gone after a week."""
    draws, hours = Draws(512), np.linspace(0.0, 336.0, 3000)
    course = response(hours[:, None], draws)
    assert course[0] == pytest.approx(np.zeros(512))
    assert course.max(axis=0) == pytest.approx(np.ones(512), abs=1e-3)
    peak = hours[course.argmax(axis=0)]
    assert ((peak > 12) & (peak < 72)).all()
    assert np.quantile(course[np.searchsorted(hours, 168.0)], 0.95) < 0.15


def test_needles_reach_the_expected_layer():
    """A motor pen of 1.5 mm gets through the dermis in some, a 0.25 mm roller barely below the epidermis, never through it."""
    draws, setting = Draws(2048), setting_of(age=55)
    pen, roller = (insult_of("microneedling", v).needles for v in ("1.5", "0.25"))
    reached = layers_reached(draws, setting, holes_of(draws, setting, pen).depth_um)
    assert reached["below the dermis"] > 0.5
    short = layers_reached(draws, setting, holes_of(draws, setting, roller).depth_um)
    assert short["below the dermis"] == 0.0
    assert 0.2 < short["in the dermis"] < 0.9
    assert sum(reached.values()) == pytest.approx(1.0)


def test_stamp_volume_stays_below_both_limits():
    """One press leaves no more than flow allows and no more than the holes hold."""
    draws, setting = Draws(512), setting_of(age=55)
    holes = holes_of(draws, setting, insult_of("micro_infusion").needles)
    volume = stamp_volume_nl(draws, holes, 20)
    assert (volume <= 20 * draws["hollow_flow_ul_h"] / 3.6 * draws["contact_s"] + 1e-9).all()
    assert (volume <= 20 * np.pi / 3 * holes.radius_um**2 * holes.depth_um * 1e-6 + 1e-9).all()
    assert (volume > 0).all()


PAINS = [(480, 1, 0.05, "far less than an injection"), (1440, 1, 0.35, "clearly less than an injection"), (1450, 50, 1.24, "about like an injection")]


@pytest.mark.parametrize(("length_um", "count", "ratio", "words"), PAINS)
def test_pain_follows_length_and_number(length_um, count, ratio, words):
    """Three times the length hurts seven times as much, ten times the needles about twice as much."""
    median = float(np.median(pain_ratio(Draws(1024), length_um, count)))
    assert median == pytest.approx(ratio, rel=0.03)
    assert pain_words(median) == words
    assert pain_tag(length_um, count) == "calibrated"


def test_pain_outside_study_is_assumed():
    """Lengths and numbers that the study did not have are tagged as assumed."""
    assert pain_tag(2000, 1) == pain_tag(250, 1) == pain_tag(600, 60) == "assumed"


def test_leaky_skin_reads_wetter():
    """After microdermabrasion a moisture reading is higher although the barrier leaks; on intact skin it is as before."""
    draws, setting, times = Draws(1024), setting_of(age=40), np.array([24.0])
    thick = horny_layer_um(draws, setting)
    for treatment, expected in (("microdermabrasion", True), (None, False)):
        insult = insult_of(treatment) if treatment else Insult(treatment="none", variant="none", sources=(), assumed="")
        skin = wound(draws, setting, insult)
        tewl = water_loss_ratio(draws, insult, skin, times) * skin.baseline
        reading = reading_ratio(draws, tewl, skin.baseline, skin.without_barrier, thick, competent_share(skin, times))[0]
        assert bool(np.median(reading) > 1.02) is expected
        assert expected or reading == pytest.approx(np.ones(1024))


def test_thin_layer_alone_reads_wetter():
    """At the same water loss half a horny layer reads wetter than a whole one, since the probe sees deeper water."""
    draws = Draws(256)
    base, without, thick = np.full(256, 12.0), np.full(256, 150.0), np.full(256, 16.8)
    half, whole = (reading_ratio(draws, base[None, :], base, without, thick, np.array([[share]]))[0] for share in (0.5, 1.0))
    assert (half > 1.01).all()
    assert whole == pytest.approx(np.ones(256))


def test_needles_inside_horny_layer_open_nothing():
    """Where the tip does not pass the horny layer there is no hole, and beyond twice its thickness a whole one."""
    draws, setting = Draws(1024), setting_of(age=40)
    holes = holes_of(draws, setting, Needles(length_um=100.0, count=1, holes_per_cm2=100.0, holes_spread=1.5, insertion="manual"))
    thick = horny_layer_um(draws, setting)
    assert (holes.piercing[holes.depth_um <= thick] == 0).all()
    assert (holes.depth_um <= thick).any()
    assert (holes.piercing[holes.depth_um >= 2 * thick] == 1).all()


RECOVERIES = [((2.0, 1.3, 1.0), 16.0), ((1.05, 1.0, 1.0), 0.0), ((2.0, 1.5, 1.2), np.inf), ((1.0, 1.2, 1.0), 15.0)]


@pytest.mark.parametrize(("ratios", "hours"), RECOVERIES)
def test_recovery_is_last_time_above(ratios, hours):
    """Recovery is the last crossing of 110 %, between times by a straight line; never is infinity, not at all is zero."""
    assert recovery_h(np.array([0.0, 10.0, 20.0]), np.array(ratios)[:, None])[0] == pytest.approx(hours, abs=0.7)
