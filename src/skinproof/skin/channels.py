"""Open holes: the water that passes them, and how they close. Closing as water loss tells and as imaged are two things."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from skinproof.skin.draws import Draws
from skinproof.skin.needle import Holes
from skinproof.skin.quasi_random import Array
from skinproof.skin.setting import Setting

# Kelchen 2016: mean ages of the two groups.
_CLOSING_YOUNG_YEARS, _CLOSING_OLD_YEARS = 25.6, 77.3
# The longest needle of Kalluri 2011; beyond it a delay was not measured and none is added.
_REFERENCE_LENGTH_UM = 770.0
_REFERENCE_TEWL_G_M2_H = 12.0


class Closing(Struct, frozen=True, kw_only=True):
    """Half-lives of the holes and the share that closes slowly, one value a person."""

    fast_h: Array
    slow_h: Array
    slow_share: Array


def closing_of(draws: Draws, setting: Setting, length_um: float) -> Closing:
    """Return how holes close in each person.

    About 2 h uncovered and dry (Gupta 2011), 20 to 26 h covered or by impedance (Brogden group 2021); longer in older
    (Kelchen 2016) and darker skin (Ogunjimi 2020), and after longer needles (Kalluri 2011).

    Args:
        draws: the ensemble.
        setting: age, tone, cover.
        length_um: needle length.
    """
    slower = _slower(draws, setting, length_um)
    slow_share = np.ones(draws.people) if setting.covered else draws["water_slow_share"]
    fast = draws["closing_uncovered_h"] * slower
    return Closing(fast_h=fast, slow_h=np.maximum(draws["closing_covered_h"] * slower, fast), slow_share=slow_share)


def _slower(draws: Draws, setting: Setting, length_um: float) -> Array:
    """Return the factor on closing times by age, tone and needle length."""
    aged = np.clip((setting.age - _CLOSING_YOUNG_YEARS) / (_CLOSING_OLD_YEARS - _CLOSING_YOUNG_YEARS), 0.0, 1.1)
    longer = min(length_um / _REFERENCE_LENGTH_UM, 1.0) ** draws["closing_length_power"]
    return np.asarray(draws["closing_age_factor"] ** aged * _tone(draws, setting) * longer)


def _tone(draws: Draws, setting: Setting) -> Array:
    """Darker skin closes later; an unknown tone stands for the mixed group in which closing was measured."""
    power = {"lighter": -0.5, "unknown": 0.0, "darker": 0.5}[setting.tone]
    return np.asarray(draws["closing_darker_factor"] ** power)


def open_to_water(time_h: Array, closing: Closing) -> Array:
    """Return the share of the holes' first conductance that is left, shape (times, people).

    Args:
        time_h: hours since the holes were made, shape (times, 1).
        closing: shape (people,) each.
    """
    fast = np.exp2(-time_h / closing.fast_h)
    slow = np.exp2(-time_h / closing.slow_h)
    return np.asarray((1.0 - closing.slow_share) * fast + closing.slow_share * slow)


def imaged_closure_h(draws: Draws, setting: Setting, length_um: float) -> Array:
    """Return the hours until holes look closed, by impedance or image, shape (people,).

    Args:
        draws: the ensemble.
        setting: age and tone.
        length_um: needle length.
    """
    return np.asarray(draws["imaged_closure_h"] * _slower(draws, setting, length_um))


def hole_conductance(draws: Draws, holes: Holes) -> Array:
    """Return the conductance of fresh holes to water, g/m2/h, shape (people,).

    Each hole is an open disc in air; of its conductance only a share counts, since tissue springs back.

    Args:
        draws: the ensemble.
        holes: number, radius and depth.
    """
    relative = holes.per_cm2 * holes.radius_um * draws["hole_disc_gain"] * draws["hole_open_share"]
    return np.asarray(relative * holes.piercing * _REFERENCE_TEWL_G_M2_H)
