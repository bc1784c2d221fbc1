"""REML for many data sets at once: the same equations as for one, over a whole table."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from skinproof.errors import InputError

Floats = NDArray[np.float64]

_STEPS = 500
_PRECISION = 1e-12
_CHUNK = 1024  # rows whose working arrays stay in the processor's cache


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BatchFit:
    """Pooled effects, their standard errors by the normal distribution, and tau2, each of shape (m,)."""

    estimates: Floats
    standard_errors: Floats
    tau2: Floats


def pool_many(estimates: ArrayLike, variances: ArrayLike) -> BatchFit:
    """Fit a random-effects model by REML to each row.

    Args:
        estimates: effect sizes, of shape (m, k) with k of at least 2.
        variances: their sampling variances, of the same shape, above zero.

    Raises:
        InputError: shapes differ, a number is missing, or the iteration does not settle.
    """
    y, v = np.asarray(estimates, dtype=np.float64), np.asarray(variances, dtype=np.float64)
    if y.ndim != 2 or y.shape != v.shape or y.shape[1] < 2:
        raise InputError(f"Estimates of shape {y.shape} and variances of shape {v.shape} do not fit. Give two tables of one shape, a row for each data set.")
    if not (np.isfinite(y).all() and np.isfinite(v).all() and (v > 0).all()):
        raise InputError("A number is missing or a variance is not above zero. Leave such data sets out.")
    parts = [_chunk(y[start : start + _CHUNK].T.copy(), v[start : start + _CHUNK].T.copy()) for start in range(0, len(y), _CHUNK)]
    estimate, error, tau2 = (np.concatenate(column) for column in zip(*parts, strict=True)) if parts else (np.empty(0),) * 3
    return BatchFit(estimates=estimate, standard_errors=error, tau2=tau2)


def _chunk(y: Floats, v: Floats) -> tuple[Floats, Floats, Floats]:
    """Fit columns: studies run down, data sets across."""
    at_zero = _score(y, v, np.zeros(y.shape[1]))[0] <= 0
    tau2 = _climbed(y, v, np.maximum(0.0, y.var(axis=0, ddof=1) - v.mean(axis=0)), at_zero)
    other = _dersimonian_laird(y, v)
    again = np.flatnonzero((tau2 == 0) & (other > 0))
    if len(again):  # a likelihood that is highest at zero may have another, higher maximum
        found = _climbed(y[:, again], v[:, again], other[again], at_zero[again])
        higher = _log_likelihood(y[:, again], v[:, again], found) > _log_likelihood(y[:, again], v[:, again], np.zeros(len(again)))
        tau2[again] = np.where(higher, found, 0.0)
    w = 1 / (v + tau2)
    total = w.sum(axis=0)
    return (w * y).sum(axis=0) / total, 1 / np.sqrt(total), tau2


def _dersimonian_laird(y: Floats, v: Floats) -> Floats:
    w = 1 / v
    total = w.sum(axis=0)
    q = (w * (y - (w * y).sum(axis=0) / total) ** 2).sum(axis=0)
    value: Floats = np.maximum(0.0, (q - (len(y) - 1)) / (total - (w * w).sum(axis=0) / total))
    return value


def _climbed(y: Floats, v: Floats, start: Floats, at_zero: NDArray[np.bool_]) -> Floats:
    """The tau2 of a maximum of each restricted likelihood, climbed to from a start."""
    k, tau2 = len(y), start.copy()
    tiny = _PRECISION * k / (1 / v).sum(axis=0)
    active = np.arange(y.shape[1])
    for _ in range(_STEPS):
        now = tau2[active]
        moved = _moved(y[:, active], v[:, active], now, at_zero[active])
        tau2[active] = moved
        active = active[np.abs(moved - now) > _PRECISION * moved + tiny[active]]
        if not len(active):
            return tau2
    raise InputError(f"The likelihood of tau2 has no clear maximum for {len(active)} of the data sets of {k} studies. Fit those one by one.")


def _moved(y: Floats, v: Floats, tau2: Floats, at_zero: NDArray[np.bool_]) -> Floats:
    """One step: Newton's where the likelihood is concave, Fisher's elsewhere, not below zero."""
    slope, observed, expected = _score(y, v, tau2)
    moved = tau2 + slope / np.where(observed > 0, observed, expected)
    below = np.flatnonzero(moved <= 0)
    if len(below):
        at_hand = tau2[below]
        highest = at_zero[below] & (_log_likelihood(y[:, below], v[:, below], np.zeros(len(below))) >= _log_likelihood(y[:, below], v[:, below], at_hand))
        moved[below] = np.where(highest, 0.0, at_hand / 2)
    return moved


def _log_likelihood(y: Floats, v: Floats, tau2: Floats) -> Floats:
    """The restricted log-likelihood, but for a constant."""
    w = 1 / (v + tau2)
    total = w.sum(axis=0)
    apart = y - (w * y).sum(axis=0) / total
    found: Floats = 0.5 * (np.log(w).sum(axis=0) - (w * apart**2).sum(axis=0) - np.log(total))
    return found


def _score(y: Floats, v: Floats, tau2: Floats) -> tuple[Floats, Floats, Floats]:
    """The slope of the restricted likelihood, and how fast it falls: as observed and as expected."""
    w = 1 / (v + tau2)
    total = w.sum(axis=0)
    apart = w * (y - (w * y).sum(axis=0) / total)
    squares, w2 = apart * apart, w * w
    second, third = w2.sum(axis=0), (w2 * w).sum(axis=0)
    slope = squares.sum(axis=0) - (total - second / total)
    expected = second - 2 * third / total + (second / total) ** 2
    curved = (w * squares).sum(axis=0) - (w * apart).sum(axis=0) ** 2 / total
    return slope, 2 * curved - expected, expected
