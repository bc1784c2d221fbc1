"""Two groups compared by events in person-time (Bagos and Nikolopoulos 2009, Int J Biostat 5(1))."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from skinproof.synthesis.effects.counts import corrected
from skinproof.synthesis.effects.estimates import Effects, Floats, columns, need


def person_time(events1: ArrayLike, time1: ArrayLike, events2: ArrayLike, time2: ArrayLike) -> tuple[Floats, ...]:
    """Return the checked columns of two rates.

    Args:
        events1: events in group 1, of shape (k,).
        time1: person-time of group 1.
        events2: events in group 2.
        time2: person-time of group 2, in the same unit.

    Raises:
        InputError: a count is below zero or a time not above it.
    """
    x, t, y, u = columns(events1=events1, time1=time1, events2=events2, time2=time2)
    need(~((x < 0) | (y < 0)), "a count is below zero. Give numbers of events.")
    need(~((t <= 0) | (u <= 0)), "person-time is not above zero. Give it in the same unit for both groups.")
    return x, t, y, u


def rate_ratio(*, events1: ArrayLike, time1: ArrayLike, events2: ArrayLike, time2: ArrayLike) -> Effects:
    """Return log rate ratios (IRR).

    Args:
        events1: events in group 1, of shape (k,).
        time1: person-time of group 1.
        events2: events in group 2.
        time2: person-time of group 2, in the same unit.

    Raises:
        InputError: a count is below zero or a time not above it.
    """
    x, t, y, u = person_time(events1, time1, events2, time2)
    x, y = corrected((x, y))
    return Effects(measure="IRR", estimates=np.log(x / t) - np.log(y / u), variances=1 / x + 1 / y)


def rate_difference(*, events1: ArrayLike, time1: ArrayLike, events2: ArrayLike, time2: ArrayLike) -> Effects:
    """Return rate differences, group 1 minus group 2, per unit of person-time (IRD).

    Args:
        events1: events in group 1, of shape (k,).
        time1: person-time of group 1.
        events2: events in group 2.
        time2: person-time of group 2, in the same unit.

    Raises:
        InputError: a count is below zero or a time not above it.
    """
    x, t, y, u = person_time(events1, time1, events2, time2)
    x, y = corrected((x, y))
    return Effects(measure="IRD", estimates=x / t - y / u, variances=x / t**2 + y / u**2)
