"""What a capacitance reading of moisture does after a treatment: why skin can read plump while it leaks.

The surface takes the water activity at which leak and evaporation balance; below it activity rises to one over the
stratum corneum that is left. A probe sees the outer layers only, so a thinner or leakier layer reads wetter.
"""

from __future__ import annotations

import numpy as np

from skinproof.skin.draws import Draws
from skinproof.skin.quasi_random import Array

_ROOM_HUMIDITY = 0.5  # where an open wound's loss is taken to be measured
_STEPS = 16


def reading_ratio(draws: Draws, tewl: Array, baseline: Array, without_barrier: Array, thickness_um: Array, competent: Array) -> Array:
    """Return the moisture reading as a multiple of each person's own normal, shape (times, people).

    Args:
        draws: the ensemble.
        tewl: water loss, g/m2/h, shape (times, people).
        baseline: own normal, shape (people,).
        without_barrier: loss of an open wound, shape (people,).
        thickness_um: intact stratum corneum, shape (people,).
        competent: share of it that is there, shape (times, people) or (times, 1).
    """
    air = without_barrier / (1.0 - _ROOM_HUMIDITY)
    humidity = draws["ambient_humidity"]
    now = _seen(draws, np.minimum(humidity + tewl / air, 1.0), thickness_um * competent)
    before = _seen(draws, np.minimum(humidity + baseline / air, 1.0)[None, :], thickness_um[None, :])
    return np.asarray(now / before)


def _seen(draws: Draws, surface: Array, thickness_um: Array) -> Array:
    """Return the mean water content over the depth that the probe sees."""
    bend, probe = draws["sorption_curvature"], draws["probe_depth_um"]
    total = np.zeros(np.broadcast_shapes(surface.shape, thickness_um.shape))
    for step in range(_STEPS):
        depth = probe * (step + 0.5) / _STEPS
        activity = np.minimum(surface + (1.0 - surface) * depth / np.maximum(thickness_um, 0.1), 1.0)
        total += activity / (1.0 - bend * activity)
    return total / _STEPS
