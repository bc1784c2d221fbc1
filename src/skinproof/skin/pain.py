"""Pain of a needle or stamp against a 26 G injection of the forearm (Gill 2008)."""

from __future__ import annotations

import numpy as np

from skinproof.skin.draws import Draws
from skinproof.skin.parameter import Tag
from skinproof.skin.quasi_random import Array

_REFERENCE_UM = 480.0
MEASURED_UM = (480.0, 1450.0)
MEASURED_COUNT = 50
_WORDS = ((0.1, "far less than an injection"), (0.4, "clearly less than an injection"), (2.5, "about like an injection"), (np.inf, "more than an injection"))


def pain_ratio(draws: Draws, length_um: float, count: int) -> Array:
    """Return the pain of one press as a share of a 26 G prick's, shape (people,).

    Args:
        draws: the ensemble.
        length_um: needle length.
        count: needles that go in at once.
    """
    longer = (length_um / _REFERENCE_UM) ** draws["pain_length_power"]
    return np.asarray(draws["pain_ratio_480_um"] * longer * count ** draws["pain_number_power"])


def pain_tag(length_um: float, count: int) -> Tag:
    """Return `calibrated` inside the lengths and numbers of the study, else `assumed`."""
    inside = MEASURED_UM[0] <= length_um <= MEASURED_UM[1] and count <= MEASURED_COUNT
    return "calibrated" if inside else "assumed"


def pain_words(ratio: float) -> str:
    """Return a ratio in words.

    Args:
        ratio: share of the pain of an injection.
    """
    return next(words for limit, words in _WORDS if ratio <= limit)
