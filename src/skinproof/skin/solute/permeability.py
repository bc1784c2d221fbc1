"""Permeability of the stratum corneum: a lipid and a polar path side by side, both in series with a watery layer."""

from __future__ import annotations

import numpy as np

from skinproof.skin.parameters import HOMES
from skinproof.skin.quasi_random import Array

PATHS = ("path_lipid_intercept", "path_lipid_log_kow", "path_lipid_root_mass", "path_polar_log", "path_aqueous_log")
_NORMAL_95 = 1.6449


def outer_path_cm_h(log_kow: Array | float, molar_mass_da: Array | float, coefficients: tuple[Array | float, ...]) -> Array:
    """Return the permeability of the stratum corneum alone, cm/h: the lipid and the polar path side by side.

    Args:
        log_kow: log10 of the octanol-water partition.
        molar_mass_da: Da, same shape.
        coefficients: lipid intercept, its slopes with log Kow and with the root of mass (as a loss), log10 of the polar
            and of the watery path, each divided by the root of mass.
    """
    intercept, slope, loss, polar, _ = coefficients
    root = np.sqrt(molar_mass_da)
    return np.asarray(10.0 ** (intercept + slope * log_kow - loss * root) + 10.0**polar / root)


def watery_path_cm_h(molar_mass_da: Array | float, coefficients: tuple[Array | float, ...]) -> Array:
    """Return the permeability of the watery layer below, cm/h; arguments as in `outer_path_cm_h`."""
    return np.asarray(10.0 ** coefficients[4] / np.sqrt(molar_mass_da))


def log_permeability(log_kow: Array | float, molar_mass_da: Array | float, coefficients: tuple[Array | float, ...]) -> Array:
    """Return log10 of the whole permeability in cm/h from water; arguments as in `outer_path_cm_h`."""
    outer = outer_path_cm_h(log_kow, molar_mass_da, coefficients)
    return np.asarray(-np.log10(1.0 / outer + 1.0 / watery_path_cm_h(molar_mass_da, coefficients)))


def log_permeability_band(log_kow: float, molar_mass_da: float) -> tuple[float, float, float]:
    """Return the 5, 50 and 95 per cent levels of log10 permeability, cm/h from water, for a molecule not in the fit.

    Args:
        log_kow: log10 of the octanol-water partition.
        molar_mass_da: Da.
    """
    middle = float(log_permeability(log_kow, molar_mass_da, tuple(HOMES[name][1].values[0] for name in PATHS)))
    half = _NORMAL_95 * HOMES["permeability_error_log10"][1].values[1]
    return middle - half, middle, middle + half
