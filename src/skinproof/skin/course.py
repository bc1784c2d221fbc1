"""The course of water loss after a treatment: barrier, holes, inflammation and ablated zones together."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from skinproof.skin.abrasion import removed_share
from skinproof.skin.barrier import LEAST_COMPETENT, Repair, deficit_left, intact_conductance, repair_of, water_loss
from skinproof.skin.channels import Closing, closing_of, hole_conductance, open_to_water
from skinproof.skin.draws import Draws
from skinproof.skin.inflammation import inflammation_gain, response
from skinproof.skin.insult import Ablation, Insult
from skinproof.skin.needle import Holes, holes_of
from skinproof.skin.quasi_random import Array, standard_normals
from skinproof.skin.setting import Setting

_ABLATED_MOST = 0.6


class Wounded(Struct, frozen=True, kw_only=True):
    """Skin right after a treatment, one value a person."""

    baseline: Array
    without_barrier: Array
    intact: Array
    repair: Repair
    removed: Array
    inflamed: Array
    holes: Holes | None
    closing: Closing | None


def wound(draws: Draws, setting: Setting, insult: Insult) -> Wounded:
    """Return the state of skin right after a treatment.

    Args:
        draws: the ensemble.
        setting: who and where.
        insult: what was done.
    """
    holes = holes_of(draws, setting, insult.needles) if insult.needles else None
    baseline = draws["tewl_face_g_m2_h" if setting.site == "face" else "tewl_arm_g_m2_h"]
    without = np.maximum(draws["tewl_without_barrier_g_m2_h"], 2.0 * baseline)
    return Wounded(
        baseline=baseline, without_barrier=without, intact=intact_conductance(baseline, without), repair=repair_of(draws, setting),
        removed=removed_share(draws, insult), inflamed=inflammation_gain(draws, insult, holes), holes=holes,
        closing=closing_of(draws, setting, insult.needles.length_um) if insult.needles else None,
    )


def water_loss_ratio(draws: Draws, insult: Insult, skin: Wounded, times_h: Array) -> Array:
    """Return TEWL as a multiple of each person's own normal, shape (times, people).

    Args:
        draws: the ensemble.
        insult: what was done.
        skin: its state right after.
        times_h: hours since then, shape (times,).
    """
    time = times_h[:, None]
    whole = water_loss(_conductance(draws, skin, time), skin.without_barrier)
    if insult.ablation is not None:
        share = ablated_share(draws, insult.ablation)
        whole = (1.0 - share) * whole + share * _ablated_loss(draws, skin, time)
    return np.asarray(whole / water_loss(skin.intact, skin.without_barrier))


def competent_share(skin: Wounded, times_h: Array) -> Array:
    """Return the competent share of the stratum corneum between the holes, shape (times, people)."""
    left = deficit_left(times_h[:, None], skin.repair) if skin.removed.any() else np.zeros((times_h.size, 1))
    return np.asarray(1.0 - skin.removed * left)


def _conductance(draws: Draws, skin: Wounded, time: Array) -> Array:
    total = skin.intact / np.maximum(competent_share(skin, time[:, 0]), LEAST_COMPETENT)
    if skin.inflamed.any():
        total = total * (1.0 + skin.inflamed * response(time, draws))
    if skin.holes is not None and skin.closing is not None:
        total = total + hole_conductance(draws, skin.holes) * open_to_water(time, skin.closing)
    return np.asarray(total)


def ablated_share(draws: Draws, ablation: Ablation) -> Array:
    """Return the share of the surface that a fractional laser removed, shape (people,)."""
    share = ablation.share * np.exp(np.log(ablation.spread) * standard_normals(draws.people))
    return np.minimum(draws.spread("technique_density_factor", share), _ABLATED_MOST)


def _ablated_loss(draws: Draws, skin: Wounded, time: Array) -> Array:
    """Return TEWL of an ablated zone: an open wound until new epidermis covers it, then a barrier that is built from nothing."""
    left = deficit_left(time - draws["reepithelialisation_h"], skin.repair)
    competent = np.maximum(1.0 - left, LEAST_COMPETENT)
    return water_loss(skin.intact / competent, skin.without_barrier)
