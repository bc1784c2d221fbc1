"""Inflammation as a two-step response, heat, swelling in ordinal days, and re-epithelialisation of ablated zones."""

from __future__ import annotations

import numpy as np

from skinproof.skin.draws import Draws
from skinproof.skin.insult import Insult
from skinproof.skin.needle import Holes
from skinproof.skin.quasi_random import Array

_REFERENCE_LENGTH_UM = 1500.0
_REFERENCE_HOLES_PER_CM2 = 200.0
_SWELLING = ((0.05, "none to be expected"), (0.25, "hours"), (0.7, "one to two days"), (1.3, "two to four days"), (np.inf, "four to seven days"))


def inflammation_gain(draws: Draws, insult: Insult, holes: Holes | None) -> Array:
    """Return by how much inflammation raises the barrier's leak at its peak, as a share, shape (people,).

    It grows with a power of depth times density, and heat adds its own part. Sizes and the power are assumed.

    Args:
        draws: the ensemble.
        insult: whether there is heat.
        holes: the holes, if there are needles.
    """
    gain = np.zeros(draws.people)
    if holes is not None:
        dose = np.minimum(holes.depth_um / _REFERENCE_LENGTH_UM * holes.per_cm2 / _REFERENCE_HOLES_PER_CM2, 4.0)
        gain = gain + draws["inflammation_needle_gain"] * dose ** draws["inflammation_dose_power"]
    return gain + draws["inflammation_heat_gain"] if insult.heat else gain


def response(time_h: Array, draws: Draws) -> Array:
    """Return the course of inflammation, 0 at the start, 1 at its peak, shape (times, people).

    A first step decays and drives a second that decays too; the shape after Wu 2022 (peak days 1 to 3, back on day 7).

    Args:
        time_h: hours, shape (times, 1).
        draws: the ensemble.
    """
    rise, fall = draws["inflammation_rise_h"], draws["inflammation_fall_h"]
    fall = np.where(np.abs(fall - rise) < 0.01 * rise, rise * 1.01, fall)
    peak_h = np.log(fall / rise) * rise * fall / (fall - rise)
    height = np.exp(-peak_h / fall) - np.exp(-peak_h / rise)
    return np.asarray((np.exp(-time_h / fall) - np.exp(-time_h / rise)) / height)


def swelling(gain: Array) -> str:
    """Return how long swelling is usual, in words; an ordinal guess from the median strength of inflammation."""
    strength = float(np.median(gain))
    return next(words for limit, words in _SWELLING if strength <= limit)
