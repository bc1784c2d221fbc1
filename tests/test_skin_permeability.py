"""Permeability by three paths: limits, cross-validation on curated records, what passes through skin."""

import csv
import importlib.util
from pathlib import Path

import numpy as np
import pytest

from skinproof.skin.course import wound
from skinproof.skin.draws import Draws
from skinproof.skin.insults import insult_of
from skinproof.skin.setting import setting_of
from skinproof.skin.solute.passage import shares_passed, weather_after, weather_intact
from skinproof.skin.solute.permeability import log_permeability, log_permeability_band, outer_path_cm_h, watery_path_cm_h
from skinproof.skin.solute.solute import Solute

RECORDS = Path(__file__).parents[2] / "shared" / "benchmarks" / "kp" / "measured_kp_calibrate.csv"
COEFFICIENTS = (-1.0, 0.8, 0.2, -3.4, -0.3)
# log Kow, mass, which path alone gives the permeability.
LIMITS = [(-4.0, 180.0, "polar"), (1.0, 100.0, "lipid"), (6.0, 100.0, "watery")]


@pytest.mark.parametrize(("log_kow", "mass", "path"), LIMITS)
def test_one_path_rules_at_each_end(log_kow, mass, path):
    """Watery molecules take the polar path, middling ones the lipid path, and the oiliest are held by the watery layer."""
    intercept, slope, loss, polar, aqueous = COEFFICIENTS
    root = mass**0.5
    alone = {"polar": polar - np.log10(root), "lipid": intercept + slope * log_kow - loss * root, "watery": aqueous - np.log10(root)}[path]
    assert log_permeability(log_kow, mass, COEFFICIENTS) == pytest.approx(alone, abs=0.2)


def test_series_never_exceeds_either_part():
    """The whole is less permeable than the horny layer and than the watery layer, and falls with mass."""
    kow, mass = np.meshgrid(np.linspace(-4, 6, 21), np.linspace(18, 600, 21))
    whole = 10 ** log_permeability(kow, mass, COEFFICIENTS)
    assert (whole < outer_path_cm_h(kow, mass, COEFFICIENTS)).all()
    assert (whole < watery_path_cm_h(mass, COEFFICIENTS)).all()
    assert (np.diff(whole, axis=0) < 0).all()


@pytest.mark.skipif(not RECORDS.exists(), reason="the shared benchmark data is not here")
def test_stored_fit_predicts_held_out_compounds():
    """In folds by compound the three paths beat the form of Potts and Guy and a constant, and 85 to 95 % lie in the interval."""
    kp = fitting()
    data, compounds = kp.read(RECORDS)
    fold = kp.folds_of(compounds, 10, 0)
    with np.errstate(over="ignore"):
        error = {fit.__name__: np.sqrt(((kp.held_out(fit, data, fold) - data[2]) ** 2).mean()) for fit in (kp.three_path, kp.potts_guy, kp.constant)}
        inside = kp.coverage(kp.three_path, data, compounds, fold)
    assert error["three_path"] < error["potts_guy"] < error["constant"]
    assert error["three_path"] < 0.62
    assert 0.85 <= inside <= 0.95


@pytest.mark.skipif(not RECORDS.exists(), reason="the shared benchmark data is not here")
def test_band_for_new_molecules_covers_records():
    """The band for molecules outside the fit holds at least 85 % of the records."""
    with RECORDS.open(newline="", encoding="utf-8") as file:
        rows = [(float(r["logKow"]), float(r["MW"]), float(r["logKp_cm_h"])) for r in csv.DictReader(file)]
    inside = [low <= measured <= high for kow, mass, measured in rows for low, _, high in [log_permeability_band(kow, mass)]]
    assert np.mean(inside) >= 0.85


def fitting():
    """Load the benchmark that fits the paths; it lives outside the package."""
    spec = importlib.util.spec_from_file_location("skin_kp", Path(__file__).parents[1] / "benchmarks" / "skin_kp.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def passed(treatment, molecule):
    """Return the shares of a dose that pass treated and intact skin."""
    draws, setting, insult = Draws(128), setting_of(age=40), insult_of(treatment)
    skin = wound(draws, setting, insult)
    return shares_passed(draws, setting, molecule, weather_after(draws, setting, insult, skin, molecule)), shares_passed(draws, setting, molecule, weather_intact(draws, setting))


@pytest.mark.parametrize("treatment", ["micro_infusion", "microdermabrasion", "laser_ablative"])
def test_opened_skin_lets_more_through(treatment):
    """In everyone opened skin lets at least as much of a watery molecule pass as intact skin, and clearly more at the median."""
    opened, intact = passed(treatment, Solute(name="x", molar_mass_da=176.0, log_kow=-1.4))
    assert (opened >= intact - 1e-3).all()
    assert np.median(opened) > 1.2 * np.median(intact)


def test_saturated_film_gives_less():
    """Of a dose above its solubility a smaller share passes than of a dissolved one."""
    dissolved = Solute(name="x", molar_mass_da=176.0, log_kow=0.5, concentration_mg_ml=1.0, solubility_mg_ml=10.0)
    saturated = Solute(name="x", molar_mass_da=176.0, log_kow=0.5, concentration_mg_ml=100.0, solubility_mg_ml=10.0)
    part, whole = passed("micro_infusion", saturated)[1], passed("micro_infusion", dissolved)[1]
    assert (part <= whole + 1e-6).all()
    assert np.median(part) < 0.5 * np.median(whole)
