"""The barrier: how much competent stratum corneum there is, and the water that it lets through.

A competent share m (1 intact, 0 none) is lost by shedding and made anew. With the deficit d = 1 - m and a lagged
deficit s, the turnover time T, the repair gain G, the direct share a and the lag L:

    dd/dt = -(d + G (a d + (1 - a) s)) / T,    ds/dt = (d - s) / L,    s(0) = 0

It is solved in closed form for all people at once. Once the deficit has reached zero it stays there: the equation's
overshoot is below one hundredth and its sign is not claimed.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from skinproof.skin.draws import Draws
from skinproof.skin.quasi_random import Array
from skinproof.skin.setting import Setting

_YOUNG_YEARS, _OLD_YEARS = 25.0, 80.0
_GROVE_YEARS, _GROVE_SPAN = 35.0, 25.0
# Below this competent share a reading cannot be told from an open wound.
LEAST_COMPETENT = 1e-6


class Repair(Struct, frozen=True, kw_only=True):
    """What governs repair, one value a person."""

    turnover_h: Array
    gain: Array
    direct_share: Array
    lag_h: Array


def repair_of(draws: Draws, setting: Setting) -> Repair:
    """Return the repair of each person at a site and age.

    Args:
        draws: the ensemble.
        setting: site and age.
    """
    return Repair(turnover_h=24.0 * _transit_days(draws, setting), gain=_gain(draws, setting.age), direct_share=draws["repair_direct_share"], lag_h=draws["repair_lag_h"])


def _transit_days(draws: Draws, setting: Setting) -> Array:
    if setting.site == "face":
        return draws["transit_face_d"]
    base = draws["transit_forearm_35_d" if setting.site == "forearm" else "transit_upper_arm_35_d"]
    return base * (1.0 + draws["transit_ageing_share"] * max(setting.age - _GROVE_YEARS, 0.0) / _GROVE_SPAN)


def _gain(draws: Draws, age: float) -> Array:
    """Interpolate the repair gain between the two ages at which it was measured."""
    aged = np.clip((age - _YOUNG_YEARS) / (_OLD_YEARS - _YOUNG_YEARS), 0.0, 1.0)
    young = draws["repair_gain_young"]
    return np.asarray(young * (1.0 - aged * (1.0 - draws["repair_gain_old_share"])))


def deficit_left(time_h: Array, repair: Repair) -> Array:
    """Return the share of a deficit that is left.

    Args:
        time_h: hours since the insult, shape (times, 1) or (times, people); before it, with negative times, all is left.
        repair: shape (people,) each.
    """
    a = (1.0 + repair.gain * repair.direct_share) / repair.turnover_h
    coupling = repair.gain * (1.0 - repair.direct_share) / (repair.turnover_h * repair.lag_h)
    c = 1.0 / repair.lag_h
    mean, half = (a + c) / 2.0, (c - a) / 2.0
    bend = half**2 - coupling
    time = np.maximum(time_h, 0.0)
    left = np.empty(np.broadcast_shapes(time.shape, a.shape))
    for chosen, form in ((bend < 0, _ringing), (bend >= 0, _plain)):
        rate = np.sqrt(np.abs(bend[chosen]))
        mine = time[:, chosen] if time.shape[1] > 1 else time
        left[:, chosen] = form(mine, mean[chosen], half[chosen], rate)
    return left


def _ringing(time: Array, mean: Array, half: Array, rate: Array) -> Array:
    """Two complex rates: a damped oscillation, cut at its first zero."""
    zero = np.arctan2(rate, -half) / np.maximum(rate, 1e-300)
    phase = rate * time
    value = np.exp(-mean * time) * (np.cos(phase) + half / np.maximum(rate, 1e-300) * np.sin(phase))
    return np.where(time < zero, np.maximum(value, 0.0), 0.0)


def _plain(time: Array, mean: Array, half: Array, rate: Array) -> Array:
    """Two real rates: a sum of two exponentials, cut at zero."""
    ratio = half / np.maximum(rate, 1e-12)
    value = 0.5 * ((1.0 + ratio) * np.exp((rate - mean) * time) + (1.0 - ratio) * np.exp(-(rate + mean) * time))
    return np.maximum(value, 0.0)


def intact_conductance(baseline: Array, without_barrier: Array) -> Array:
    """Return the conductance of the intact barrier, in series with what an open wound loses.

    1 / TEWL rises linearly with the thickness of the stratum corneum (Schwindt 1998).

    Args:
        baseline: TEWL of intact skin, g/m2/h.
        without_barrier: TEWL of an open wound, g/m2/h.
    """
    return 1.0 / (1.0 / baseline - 1.0 / without_barrier)


def water_loss(conductance: Array, without_barrier: Array) -> Array:
    """Return TEWL in g/m2/h of a barrier of some conductance, in series with an open wound's loss."""
    return 1.0 / (1.0 / without_barrier + 1.0 / conductance)
