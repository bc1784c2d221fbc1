"""Needles in skin: how deep they get, what holes they leave, which layer they reach, how much one stamp puts in."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from skinproof.skin.draws import Draws
from skinproof.skin.insult import Needles
from skinproof.skin.quasi_random import Array, standard_normals
from skinproof.skin.setting import Setting

_HOLE_DEPTH_UM = 152.5  # Kalluri 2011: where its hole radius was measured
_RADIUS_MOST_UM = 70.0  # Kalluri 2011: half of the needle's base width
_LAYERS = ("in the horny layer", "in the living epidermis", "in the dermis", "below the dermis")


class Holes(Struct, frozen=True, kw_only=True):
    """Fresh holes, one value a person: how many a cm2, how wide, how deep, and whether they pass the horny layer."""

    per_cm2: Array
    radius_um: Array
    depth_um: Array
    piercing: Array


def horny_layer_um(draws: Draws, setting: Setting) -> Array:
    """Return the thickness of the stratum corneum at a site, shape (people,)."""
    return draws["horny_layer_face_um" if setting.site == "face" else "horny_layer_arm_um"]


def holes_of(draws: Draws, setting: Setting, needles: Needles) -> Holes:
    """Return the holes that needles leave.

    Args:
        draws: the ensemble.
        setting: the site.
        needles: length, kind of insertion, holes a cm2.
    """
    share = draws["insertion_manual_share" if needles.insertion == "manual" else "insertion_motor_share"]
    depth = share * needles.length_um
    density = draws.spread("technique_density_factor", needles.holes_per_cm2 * np.exp(np.log(needles.holes_spread) * standard_normals(draws.people)))
    radius = np.minimum(draws["hole_radius_um"] * (depth / _HOLE_DEPTH_UM) ** draws["hole_depth_power"], _RADIUS_MOST_UM)
    piercing = np.clip(depth / horny_layer_um(draws, setting) - 1.0, 0.0, 1.0)
    return Holes(per_cm2=density, radius_um=radius, depth_um=depth, piercing=piercing)


def layers_reached(draws: Draws, setting: Setting, depth_um: Array) -> dict[str, float]:
    """Return the share of people in whom the tip lies in each layer, by layer from the surface.

    Args:
        draws: the ensemble.
        setting: the site.
        depth_um: depth of the tip, shape (people,).
    """
    horny = horny_layer_um(draws, setting)
    epidermis = horny + draws["living_epidermis_um"]
    floors = np.stack([horny, epidermis, epidermis + draws["dermis_um"]])
    passed = (depth_um > floors).sum(axis=0)
    return {layer: float((passed == place).mean()) for place, layer in enumerate(_LAYERS)}


def stamp_volume_nl(draws: Draws, holes: Holes, count: int) -> Array:
    """Return the volume that one press of a hollow stamp leaves below the surface, nL, shape (people,).

    Limited by the flow that skin takes up (Martanto 2006) and by the volume of the cone-shaped holes.

    Args:
        draws: the ensemble.
        holes: the holes of the stamp.
        count: needles on it.
    """
    nl_a_needle = draws["hollow_flow_ul_h"] * 1000.0 / 3600.0 * draws["contact_s"]
    cone_nl = np.pi / 3.0 * holes.radius_um**2 * holes.depth_um * 1e-6
    return np.asarray(count * np.minimum(nl_a_needle, cone_nl))
