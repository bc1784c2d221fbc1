"""The chain of one molecule in the skin of each person of an ensemble."""

from __future__ import annotations

import numpy as np

from skinproof.skin.draws import Draws
from skinproof.skin.needle import horny_layer_um
from skinproof.skin.quasi_random import Array
from skinproof.skin.setting import Setting
from skinproof.skin.solute.chain import Chain
from skinproof.skin.solute.permeability import PATHS, outer_path_cm_h, watery_path_cm_h
from skinproof.skin.solute.solute import Solute
from skinproof.skin.solute.stepping import Layers

HORNY_CELLS, EPIDERMIS_CELLS, DERMIS_CELLS = 40, 6, 10
_CM_PER_UM = 1e-4
_CM2_PER_M2 = 1e4
FILM, HORNY = slice(0, 1), slice(1, HORNY_CELLS + 1)
LIVING = slice(HORNY_CELLS + 1, HORNY_CELLS + EPIDERMIS_CELLS + 1)
DERMIS = slice(HORNY_CELLS + EPIDERMIS_CELLS + 1, HORNY_CELLS + EPIDERMIS_CELLS + DERMIS_CELLS + 1)
LAYERS: Layers = (FILM, HORNY, LIVING, DERMIS)


def horny_permeability_cm_s(draws: Draws, solute: Solute, setting: Setting) -> Array:
    """Return the permeability of the intact stratum corneum alone, cm/s, shape (people,).

    Args:
        draws: the ensemble.
        solute: the molecule.
        setting: whether it is covered.
    """
    outer = outer_path_cm_h(solute.log_kow, solute.molar_mass_da, _coefficients(draws))
    return np.asarray(outer * 10.0 ** draws["permeability_error_log10"] * hydration(draws, setting) / 3600.0)


def hydration(draws: Draws, setting: Setting) -> Array:
    """Return the permeability as a share of that of fully hydrated skin, which covered skin is, shape (people,)."""
    return np.ones(draws.people) if setting.covered else draws["dry_skin_share"]


def _coefficients(draws: Draws) -> tuple[Array, ...]:
    return tuple(draws[name] for name in PATHS)


def _watery_rest_s_cm(draws: Draws, solute: Solute, tissue: Array) -> Array:
    """Return the resistance of the watery path that the living epidermis of the chain does not already hold."""
    whole = 3600.0 / watery_path_cm_h(solute.molar_mass_da, _coefficients(draws))
    return np.maximum(whole - draws["living_epidermis_um"] * _CM_PER_UM / tissue, 0.0)


def tissue_diffusion_cm2_s(draws: Draws, solute: Solute) -> Array:
    """Return the diffusion coefficient in living tissue, cm2/s, shape (people,) (Chen 2015)."""
    return np.asarray(_CM2_PER_M2 * 10.0 ** (draws["tissue_diffusion_log"] - draws["tissue_diffusion_mass_power"] * np.log10(solute.molar_mass_da)))


def skin_chain(draws: Draws, solute: Solute, setting: Setting) -> Chain:
    """Return the chain: film, stratum corneum, living epidermis, dermis with clearance.

    Args:
        draws: the ensemble.
        solute: the molecule.
        setting: site and cover.
    """
    horny_cm = horny_layer_um(draws, setting) * _CM_PER_UM
    partition = (1.0 + 10.0 ** (draws["path_lipid_log_kow"] * solute.log_kow)) * draws["partition_factor"]
    widths = _widths(draws)
    tissue = tissue_diffusion_cm2_s(draws, solute)
    capacity = np.concatenate([draws["film_um"][None] * _CM_PER_UM, np.repeat((horny_cm * partition / HORNY_CELLS)[None], HORNY_CELLS, axis=0), widths])
    half_horny = 0.5 / (HORNY_CELLS * horny_permeability_cm_s(draws, solute, setting))
    halves = np.concatenate([np.zeros((1, draws.people)), np.repeat(half_horny[None], HORNY_CELLS, axis=0), widths / (2.0 * tissue)])
    between = halves[:-1] + halves[1:]
    between[HORNY_CELLS] += _watery_rest_s_cm(draws, solute, tissue)
    loss = np.zeros_like(capacity)
    loss[DERMIS] = capacity[DERMIS] * draws["dermal_clearance_per_h"] / 3600.0
    return Chain(
        capacity=capacity, conductance=1.0 / between, loss=loss, horny_cells=HORNY_CELLS, side_cell=HORNY_CELLS + 1,
        most_dissolved=_saturation(draws, solute),
    )


def _widths(draws: Draws) -> Array:
    """Return the widths of the living cells, cm: even in the epidermis, growing with depth in the dermis."""
    growth = np.arange(1.0, DERMIS_CELLS + 1.0)
    epidermis = np.repeat((draws["living_epidermis_um"] / EPIDERMIS_CELLS)[None], EPIDERMIS_CELLS, axis=0)
    return np.concatenate([epidermis, (growth / growth.sum())[:, None] * draws["dermis_um"]]) * _CM_PER_UM


def _saturation(draws: Draws, solute: Solute) -> Array | None:
    """Return the share of the dose's concentration that can be dissolved, if less than all of it."""
    if solute.concentration_mg_ml is None or solute.solubility_mg_ml is None or solute.solubility_mg_ml >= solute.concentration_mg_ml:
        return None
    return np.full(draws.people, solute.solubility_mg_ml / solute.concentration_mg_ml)


def dose_on_skin(chain: Chain) -> Array:
    """Return start amounts with the whole dose in the film, at a concentration of one, shape (cells, people)."""
    start = np.zeros_like(chain.capacity)
    start[0] = chain.capacity[0]
    return start


def dose_at_depth(chain: Chain, depth_um: Array) -> Array:
    """Return start amounts with a dose of one placed in the cell that holds a depth, as a hollow needle does.

    Args:
        chain: the skin.
        depth_um: depth below the stratum corneum, um, shape (people,).
    """
    floors = np.cumsum(chain.capacity[HORNY_CELLS + 1:], axis=0) / _CM_PER_UM
    place = np.minimum((np.maximum(depth_um, 0.0) > floors).sum(axis=0), EPIDERMIS_CELLS + DERMIS_CELLS - 1)
    start = np.zeros_like(chain.capacity)
    start[HORNY_CELLS + 1 + place, np.arange(len(place))] = 1.0
    return start
