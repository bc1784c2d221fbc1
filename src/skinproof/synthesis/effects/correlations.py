"""Correlation coefficients, raw and by Fisher's transformation (Hedges and Olkin 1985, ch. 11)."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from skinproof.synthesis.effects.estimates import Effects, Floats, columns, need

FEWEST = 3  # people that leave no variance of a correlation


def _checked(correlation: ArrayLike, n: ArrayLike) -> tuple[Floats, Floats]:
    r, m = columns(correlation=correlation, n=n)
    need(~(np.abs(r) > 1), "a correlation lies outside -1 to 1.")
    return r, m


def _enough(n: Floats) -> Floats:
    """People, or not a number where they are too few for a variance."""
    return np.where(n > FEWEST, n, np.nan)


def raw_correlation(*, correlation: ArrayLike, n: ArrayLike) -> Effects:
    """Return correlation coefficients with the variance (1 - r^2)^2 / (n - 1) (COR).

    Args:
        correlation: from -1 to 1, of shape (k,).
        n: people.

    Raises:
        InputError: a correlation lies outside -1 to 1.
    """
    r, m = _checked(correlation, n)
    return Effects(measure="COR", estimates=r, variances=(1 - r**2) ** 2 / (_enough(m) - 1))


def fisher_z(*, correlation: ArrayLike, n: ArrayLike) -> Effects:
    """Return Fisher's z, the inverse hyperbolic tangent, with the variance 1 / (n - 3) (ZCOR).

    Args:
        correlation: from -1 to 1, of shape (k,).
        n: people, more than 3.

    Raises:
        InputError: a correlation lies outside -1 to 1.
    """
    r, m = _checked(correlation, n)
    inside = np.where(np.abs(r) < 1, r, np.nan)
    return Effects(measure="ZCOR", estimates=np.arctanh(inside), variances=1 / (_enough(m) - 3))


def from_fisher_z(values: ArrayLike) -> Floats:
    """Return correlations from Fisher's z.

    Args:
        values: Fisher's z.
    """
    return np.tanh(np.asarray(values, dtype=np.float64))
