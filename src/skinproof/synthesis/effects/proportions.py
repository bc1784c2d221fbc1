"""The share of people with an event in one group, on several scales, and the way back.

Source: Freeman and Tukey 1950 (Ann Math Stat 21:607); Miller 1978 (Am Stat 32:138) for its inverse.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from skinproof.synthesis.effects.counts import CONTINUITY
from skinproof.synthesis.effects.estimates import Effects, Floats, columns, need


def _shares(events: ArrayLike, n: ArrayLike) -> tuple[Floats, Floats]:
    x, m = columns(events=events, n=n)
    need(~((x < 0) | (x > m)), "events lie below zero or above n. Check whether the columns are in order.")
    return x, m


def _corrected(events: Floats, n: Floats) -> tuple[Floats, Floats]:
    """Half a person added to events and to people without, where nobody or everybody had the event."""
    edge = (events == 0) | (events == n)
    return events + CONTINUITY * edge, n + 2 * CONTINUITY * edge


def raw_proportion(*, events: ArrayLike, n: ArrayLike) -> Effects:
    """Return proportions (PR).

    Args:
        events: people with the event, of shape (k,).
        n: people.

    Raises:
        InputError: events exceed people.
    """
    x, m = _corrected(*_shares(events, n))
    return Effects(measure="PR", estimates=x / m, variances=x * (m - x) / m**3)


def log_proportion(*, events: ArrayLike, n: ArrayLike) -> Effects:
    """Return logarithms of proportions (PLN).

    Args:
        events: people with the event, of shape (k,).
        n: people.

    Raises:
        InputError: events exceed people.
    """
    x, m = _corrected(*_shares(events, n))
    return Effects(measure="PLN", estimates=np.log(x / m), variances=1 / x - 1 / m)


def logit_proportion(*, events: ArrayLike, n: ArrayLike) -> Effects:
    """Return log odds of proportions (PLO).

    Args:
        events: people with the event, of shape (k,).
        n: people.

    Raises:
        InputError: events exceed people.
    """
    x, m = _corrected(*_shares(events, n))
    return Effects(measure="PLO", estimates=np.log(x / (m - x)), variances=1 / x + 1 / (m - x))


def arcsine_proportion(*, events: ArrayLike, n: ArrayLike) -> Effects:
    """Return arcsines of the root of proportions (PAS).

    Args:
        events: people with the event, of shape (k,).
        n: people.

    Raises:
        InputError: events exceed people.
    """
    x, m = _shares(events, n)
    return Effects(measure="PAS", estimates=np.arcsin(np.sqrt(x / m)), variances=1 / (4 * m))


def freeman_tukey_proportion(*, events: ArrayLike, n: ArrayLike) -> Effects:
    """Return proportions by the double arcsine of Freeman and Tukey (PFT).

    Args:
        events: people with the event, of shape (k,).
        n: people.

    Raises:
        InputError: events exceed people.
    """
    x, m = _shares(events, n)
    return Effects(measure="PFT", estimates=_double_arcsine(x, m), variances=1 / (4 * m + 2))


def _double_arcsine(events: Floats, n: Floats) -> Floats:
    return (np.arcsin(np.sqrt(events / (n + 1))) + np.arcsin(np.sqrt((events + 1) / (n + 1)))) / 2


def from_logit(values: ArrayLike) -> Floats:
    """Return proportions from log odds.

    Args:
        values: log odds.
    """
    return 1 / (1 + np.exp(-np.asarray(values, dtype=np.float64)))


def from_freeman_tukey(values: ArrayLike, n: ArrayLike) -> Floats:
    """Return proportions from double arcsines, for one size of group: the harmonic mean of n.

    Args:
        values: double arcsines, of shape (m,).
        n: people in each study, of shape (k,).
    """
    (z,) = columns(values=values)
    (sizes,) = columns(n=n)
    size = len(sizes) / float(np.sum(1 / sizes))
    ends = _double_arcsine(np.array([0.0, size]), np.array([size, size]))
    inside = np.clip(z, *ends)
    sine = np.sin(2 * inside)
    root = np.sqrt(np.maximum(0.0, 1 - (sine + (sine - 1 / sine) / size) ** 2))
    found = (1 - np.sign(np.cos(2 * inside)) * root) / 2
    return np.where(z >= ends[1], 1.0, np.where(z <= ends[0], 0.0, found))
