"""The solver of the skin model against exact solutions: Fick's series, Frasch and Bunge, limits, balance, order."""

import numpy as np
import pytest

from skinproof.skin.course import water_loss_ratio, wound
from skinproof.skin.draws import Draws
from skinproof.skin.insult import Insult, Needles
from skinproof.skin.insults import insult_of
from skinproof.skin.parameters import HOMES
from skinproof.skin.setting import setting_of
from skinproof.skin.solute.chain import Chain, Weather
from skinproof.skin.solute.passage import STEPS, weather_after
from skinproof.skin.solute.permeability import PATHS, outer_path_cm_h, watery_path_cm_h
from skinproof.skin.solute.skin_chain import (
    EPIDERMIS_CELLS,
    HORNY_CELLS,
    LAYERS,
    dose_at_depth,
    dose_on_skin,
    skin_chain,
    tissue_diffusion_cm2_s,
)
from skinproof.skin.solute.solute import Solute
from skinproof.skin.solute.stepping import graded_times, run

DAY_S = 86400.0
SINK = slice(HORNY_CELLS + 1, HORNY_CELLS + 2)
ENDLESS = 1e9
# Frasch and Bunge 2015, table 2 (PMC4807354): ratio of evaporation to permeation, fraction absorbed after ten lag times.
FRASCH_BUNGE = [(155.0, 0.34), (1000.0, 0.33), (5.3, 0.44), (0.48, 0.78), (0.060, 0.96)]


def membrane(lag_s):
    """Make a membrane of unit thickness and partition, between an endless film and an endless sink."""
    diffusion, width = 1.0 / (6.0 * lag_s), 1.0 / HORNY_CELLS
    capacity, conductance = np.full((HORNY_CELLS + 2, 1), width), np.full((HORNY_CELLS + 1, 1), diffusion / width)
    capacity[0] = capacity[-1] = ENDLESS
    conductance[0] = conductance[-1] = 2.0 * diffusion / width
    return Chain(capacity=capacity, conductance=conductance, loss=np.zeros_like(capacity), horny_cells=HORNY_CELLS, side_cell=1)


def evaporating(lag_s, ratio):
    """Make the same membrane with its film wiped off; its surface loses to the air `ratio` times what the membrane can pass."""
    chain, diffusion = membrane(lag_s), 1.0 / (6.0 * lag_s)
    conductance, loss = chain.conductance.copy(), chain.loss.copy()
    conductance[0] = 0.0
    loss[1] = 1.0 / (1.0 / (ratio * diffusion) + 0.5 / HORNY_CELLS / diffusion)
    return Chain(capacity=chain.capacity, conductance=conductance, loss=loss, horny_cells=HORNY_CELLS, side_cell=1)


def fick_passed(time_s, lag_s):
    """Return Crank's series for the amount through a membrane, in units of its content at saturation."""
    n, diffusion = np.arange(1.0, 2000.0)[:, None], 1.0 / (6.0 * lag_s)
    return diffusion * time_s - 1 / 6 - 2 / np.pi**2 * ((-1.0) ** n / n**2 * np.exp(-diffusion * n**2 * np.pi**2 * time_s)).sum(axis=0)


def passed(chain, times_s):
    """Return the amount through a membrane under an endless film of concentration one."""
    start = np.zeros_like(chain.capacity)
    start[0] = chain.capacity[0]
    return run(chain, start, times_s, (SINK,)).by_layer[:, 0, 0]


@pytest.mark.parametrize("lag_h", [0.25, 1.0, 8.0, 40.0])
def test_amount_passed_follows_fick_series(lag_h):
    """On the default grid of a day the amount through a membrane differs from Fick's series by at most 1e-4."""
    times = graded_times(DAY_S, STEPS)
    assert np.abs(passed(membrane(lag_h * 3600.0), times)[1:] - fick_passed(times[1:], lag_h * 3600.0)).max() <= 1e-4


@pytest.mark.parametrize(("ratio", "fraction"), FRASCH_BUNGE)
def test_fraction_absorbed_matches_frasch_bunge(ratio, fraction):
    """After ten lag times of exposure the fraction of the depot that is absorbed is the published one, to its two digits."""
    lag_s, skin = 3600.0, slice(1, HORNY_CELLS + 1)
    exposed = membrane(lag_s)
    start = np.zeros_like(exposed.capacity)
    start[0] = ENDLESS
    depot = np.zeros_like(start)
    depot[skin] = run(exposed, start, graded_times(10 * lag_s, STEPS), (skin,)).last[skin]
    absorbed = run(evaporating(lag_s, ratio), depot, graded_times(200 * lag_s, 4 * STEPS), (SINK,)).by_layer[-1, 0, 0]
    assert absorbed / depot.sum() == pytest.approx(fraction, abs=0.0051)


def order_of(amount_at):
    """Return the order in the step of an amount, from runs with 64 and 256 steps against one with 2,048."""
    fine = amount_at(2048)
    coarse, finer = (np.sqrt(((amount_at(steps) - fine) ** 2).mean()) for steps in (64, 256))
    return np.log2(coarse / finer) / 2


def test_error_falls_with_square_of_step():
    """Halving the step divides the error by about four while holes close and the horny layer mends."""
    draws, setting, insult = Draws(64), setting_of(age=55, covered=True), insult_of("micro_infusion")
    molecule = Solute(name="x", molar_mass_da=200.0, log_kow=0.5)
    skin, chain = wound(draws, setting, insult), skin_chain(draws, molecule, setting)
    weather = weather_after(draws, setting, insult, skin, molecule)
    assert 1.7 < order_of(lambda steps: run(chain, dose_on_skin(chain), graded_times(DAY_S, steps), LAYERS, weather).by_layer[-1, 2:].sum(axis=0)) < 2.6


def test_saturated_film_keeps_second_order():
    """While a film stays saturated the error falls at least with the square of the step, and the film drives its saturated flux."""
    wet = membrane(3600.0)
    capacity = wet.capacity.copy()
    capacity[0] = 1.0
    chain = Chain(capacity=capacity, conductance=wet.conductance, loss=wet.loss, horny_cells=HORNY_CELLS, side_cell=1, most_dissolved=np.array([0.05]))
    start = np.zeros_like(capacity)
    start[0] = 1.0

    def through(steps):
        return run(chain, start, graded_times(DAY_S, steps), (SINK,)).by_layer[-1, 0, 0]

    assert order_of(through) > 1.7
    assert through(512) == pytest.approx(0.05 * fick_passed(np.array([DAY_S]), 3600.0)[0], rel=1e-3)


@pytest.mark.parametrize("treatment", ["micro_infusion", "microdermabrasion", "laser_ablative", "peel_glycolic"])
@pytest.mark.parametrize("log_kow", [-3.0, 0.0, 5.5])
def test_mass_is_kept_to_rounding(treatment, log_kow):
    """What is on, in and through the skin adds up to the dose within 1e-10 at every time."""
    draws, setting, insult = Draws(128), setting_of(age=40), insult_of(treatment)
    molecule = Solute(name="x", molar_mass_da=300.0, log_kow=log_kow, concentration_mg_ml=5.0, solubility_mg_ml=1.0)
    chain, skin = skin_chain(draws, molecule, setting), wound(draws, setting, insult)
    total = run(chain, dose_on_skin(chain), graded_times(14 * DAY_S, STEPS), LAYERS, weather_after(draws, setting, insult, skin, molecule)).by_layer.sum(axis=1)
    assert np.abs(total / total[0] - 1.0).max() <= 1e-10


def test_deposit_at_depth_is_whole():
    """A dose that a hollow needle leaves is one, below the horny layer, in one cell a person."""
    draws, setting = Draws(64), setting_of(age=40)
    start = dose_at_depth(skin_chain(draws, Solute(name="x", molar_mass_da=200.0, log_kow=0.0), setting), np.linspace(0.0, 5000.0, 64))
    assert (start.sum(axis=0) == 1.0).all()
    assert start[:HORNY_CELLS + 1].sum() == 0.0


def test_endless_film_reaches_steady_flux():
    """Under an endless film the flux becomes permeability times concentration, after a lag of a sixth of the diffusion time."""
    lag_s = 3600.0
    times = np.linspace(0.0, 40 * lag_s, 400)
    amount = passed(membrane(lag_s), times)
    flux = (amount[-1] - amount[-2]) / (times[-1] - times[-2])
    assert flux == pytest.approx(1.0 / (6.0 * lag_s), rel=1e-9)
    assert times[-1] - amount[-1] / flux == pytest.approx(lag_s, rel=1e-3)


def test_drying_film_gives_off_its_share():
    """A film that gives off a tenth drives a tenth of the flux of a wet one."""
    chain, times = membrane(3600.0), graded_times(DAY_S, STEPS)
    start = np.zeros_like(chain.capacity)
    start[0] = ENDLESS
    dry = run(chain, start, times, (SINK,), lambda _t, _people: Weather(activity=0.1)).by_layer[-1, 0, 0]
    assert dry == pytest.approx(0.1 * passed(chain, times)[-1], rel=1e-7)


def test_chain_resists_as_permeability_says():
    """From film to dermis the resistances of the chain add up to the inverse of the three-path permeability."""
    draws, setting = Draws(64), setting_of(age=40, covered=True)
    molecule = Solute(name="x", molar_mass_da=300.0, log_kow=5.0)
    chain, paths = skin_chain(draws, molecule, setting), tuple(HOMES[name][1].values[0] for name in PATHS)
    outer = outer_path_cm_h(5.0, 300.0, paths) * 10.0 ** draws["permeability_error_log10"]
    whole = 3600.0 * (1.0 / outer + 1.0 / watery_path_cm_h(300.0, paths))
    last = 0.5 * chain.capacity[HORNY_CELLS + EPIDERMIS_CELLS] / tissue_diffusion_cm2_s(draws, molecule)
    assert (1.0 / chain.conductance[:HORNY_CELLS + EPIDERMIS_CELLS]).sum(axis=0) + last == pytest.approx(whole, rel=1e-9)


def test_closed_side_path_changes_nothing():
    """A side path of no conductance gives exactly the chain without one."""
    draws, setting = Draws(64), setting_of(age=40)
    chain = skin_chain(draws, Solute(name="x", molar_mass_da=200.0, log_kow=0.0), setting)
    times = graded_times(DAY_S, 32)
    with_path = run(chain, dose_on_skin(chain), times, LAYERS, lambda _t, people: Weather(side=np.zeros(len(range(*people.indices(64))))))
    assert np.array_equal(with_path.by_layer, run(chain, dose_on_skin(chain), times, LAYERS).by_layer)


@pytest.mark.parametrize("needles", [None, Needles(length_um=1500.0, count=1, holes_per_cm2=0.0, holes_spread=1.5, insertion="motor")])
def test_no_insult_leaves_normal_exactly(needles):
    """Without holes and without removal water loss is exactly one's own normal at all times."""
    draws, insult = Draws(256), Insult(treatment="none", variant="none", needles=needles, sources=(), assumed="")
    ratio = water_loss_ratio(draws, insult, wound(draws, setting_of(age=60), insult), np.array([0.0, 1.0, 24.0, 336.0]))
    assert np.array_equal(ratio, np.ones_like(ratio))
