"""A molecule, as far as the model needs it."""

from __future__ import annotations

from math import isfinite

from msgspec import Struct

from skinproof.errors import InputError

HEAVIEST_DA = 600.0
LIGHTEST_DA = 18.0
LOG_KOW = (-4.0, 6.0)


class Solute(Struct, frozen=True, kw_only=True):
    """A molecule in a watery product: mass in Da, log10 of the octanol-water partition, and, if known, mg/mL in the product and its solubility in water."""

    name: str
    molar_mass_da: float
    log_kow: float
    concentration_mg_ml: float | None = None
    solubility_mg_ml: float | None = None


def no_data(solute: Solute) -> str | None:
    """Return why there is no data for a molecule, or None when there is.

    Args:
        solute: the molecule.
    """
    if solute.molar_mass_da > HEAVIEST_DA:
        return f"no data: {solute.molar_mass_da:g} Da lies above {HEAVIEST_DA:g} Da, where permeability was measured"
    if not LOG_KOW[0] <= solute.log_kow <= LOG_KOW[1]:
        return f"no data: log Kow {solute.log_kow:g} lies outside {LOG_KOW[0]:g} to {LOG_KOW[1]:g}"
    return None


def check_solute(solute: Solute) -> None:
    """Refuse a molecule that cannot exist.

    Args:
        solute: the molecule.

    Raises:
        InputError: a mass below water's, a value that is no number, or a concentration or solubility of zero or less.
    """
    amounts = [a for a in (solute.concentration_mg_ml, solute.solubility_mg_ml) if a is not None]
    if not (isfinite(solute.molar_mass_da) and isfinite(solute.log_kow) and solute.molar_mass_da >= LIGHTEST_DA):
        raise InputError(f"{solute.name}: the mass {solute.molar_mass_da:g} Da or log Kow {solute.log_kow:g} cannot be used. Give numbers, and a mass of at least {LIGHTEST_DA:g} Da.")
    if any(not (isfinite(a) and a > 0) for a in amounts):
        raise InputError(f"{solute.name}: concentration and solubility must be above zero mg/mL. Leave them out when they are not known.")
