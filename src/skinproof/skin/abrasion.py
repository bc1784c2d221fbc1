"""The share of the stratum corneum that abrasion or a superficial acid peel takes away."""

from __future__ import annotations

import numpy as np

from skinproof.skin.draws import Draws
from skinproof.skin.insult import Abrasion, Acid, Insult
from skinproof.skin.quasi_random import Array, standard_normals

# Assumed: crystals of twice the size take about twice as much.
_GRIT = {"fine": 0.7, "medium": 1.0, "coarse": 1.4}


def removed_share(draws: Draws, insult: Insult) -> Array:
    """Return the share of the stratum corneum that is taken, 0 to below 1, shape (people,).

    Each pass takes a share of what is left, and so does each unit of free acid.

    Args:
        draws: the ensemble.
        insult: abrasion and acid; none of both takes nothing.
    """
    taken = np.zeros(draws.people)
    if insult.abrasion is not None:
        taken = taken + _by_abrasion(draws, insult.abrasion)
    if insult.acid is not None:
        taken = taken + _by_acid(draws, insult.acid)
    return 1.0 - np.exp(-taken)


def _by_abrasion(draws: Draws, abrasion: Abrasion) -> Array:
    a_pass = -np.log1p(-abrasion.share_a_pass) * np.exp(np.log(abrasion.spread) * standard_normals(draws.people))
    return np.asarray(draws.spread("technique_removal_factor", a_pass) * abrasion.passes * _GRIT[abrasion.grit])


def _by_acid(draws: Draws, acid: Acid) -> Array:
    free = 1.0 / (1.0 + 10.0 ** (acid.ph - draws["acid_pka"]))
    return np.asarray(draws["acid_removal_per_percent"] * acid.percent * free * draws["technique_removal_factor"])
