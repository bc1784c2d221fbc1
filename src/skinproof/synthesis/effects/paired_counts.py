"""The same people under two conditions, counted by whether an event came under both, one or neither of them.

Sources: Curtin, Elbourne and Altman 2002 (Stat Med 21:2145); Elbourne et al. 2002 (Int J Epidemiol 31:140); Zou 2007 (Clin Trials 4:25).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from skinproof.synthesis.effects.counts import corrected
from skinproof.synthesis.effects.estimates import Effects, Floats, columns, need


def _pairs(both: ArrayLike, first_only: ArrayLike, second_only: ArrayLike, neither: ArrayLike) -> tuple[Floats, ...]:
    cells = columns(both=both, first_only=first_only, second_only=second_only, neither=neither)
    need(~(np.min(cells, axis=0) < 0), "a count is below zero. Give numbers of people.")
    return cells


def paired_risk_ratio(*, both: ArrayLike, first_only: ArrayLike, second_only: ArrayLike, neither: ArrayLike) -> Effects:
    """Return log ratios of the two risks of the same people (MPRR).

    Args:
        both: people with the event under both conditions, of shape (k,).
        first_only: people with it under the first alone.
        second_only: people with it under the second alone.
        neither: people without it.

    Raises:
        InputError: a count is below zero.
    """
    a, b, c, _ = corrected(_pairs(both, first_only, second_only, neither))
    return Effects(measure="MPRR", estimates=np.log((a + b) / (a + c)), variances=(b + c) / ((a + b) * (a + c)))


def paired_odds_ratio(*, both: ArrayLike, first_only: ArrayLike, second_only: ArrayLike, neither: ArrayLike) -> Effects:
    """Return log ratios of the two odds of the same people (MPOR, marginal), fit to pool with the odds ratio of parallel trials.

    Args:
        both: people with the event under both conditions, of shape (k,).
        first_only: people with it under the first alone.
        second_only: people with it under the second alone.
        neither: people without it.

    Raises:
        InputError: a count is below zero.
    """
    a, b, c, d = corrected(_pairs(both, first_only, second_only, neither))
    n = a + b + c + d
    p1, p2 = (a + b) / n, (a + c) / n
    spread1, spread2 = n * p1 * (1 - p1), n * p2 * (1 - p2)
    shared = (a * d - b * c) / n**2
    variances = 1 / spread1 + 1 / spread2 - 2 * shared * n / (spread1 * spread2)
    return Effects(measure="MPOR", estimates=np.log(p1 / (1 - p1)) - np.log(p2 / (1 - p2)), variances=variances)


def paired_risk_difference(*, both: ArrayLike, first_only: ArrayLike, second_only: ArrayLike, neither: ArrayLike) -> Effects:
    """Return differences of the two risks of the same people (MPRD).

    Args:
        both: people with the event under both conditions, of shape (k,).
        first_only: people with it under the first alone.
        second_only: people with it under the second alone.
        neither: people without it.

    Raises:
        InputError: a count is below zero.
    """
    a, b, c, d = corrected(_pairs(both, first_only, second_only, neither))
    n = a + b + c + d
    return Effects(measure="MPRD", estimates=(b - c) / n, variances=((b + c) / n - ((b - c) / n) ** 2) / n)


def conditional_odds_ratio(*, both: ArrayLike, first_only: ArrayLike, second_only: ArrayLike, neither: ArrayLike) -> Effects:
    """Return log odds ratios from the people whose two results differ (MPORC).

    Args:
        both: people with the event under both conditions, of shape (k,).
        first_only: people with it under the first alone.
        second_only: people with it under the second alone.
        neither: people without it.

    Raises:
        InputError: a count is below zero.
    """
    _, b, c, _ = corrected(_pairs(both, first_only, second_only, neither))
    return Effects(measure="MPORC", estimates=np.log(b / c), variances=1 / b + 1 / c)
