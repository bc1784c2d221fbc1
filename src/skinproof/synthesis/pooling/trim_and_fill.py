"""Trim and fill: how many studies seem to be missing on one side, and the pooled effect with their mirror images (Duval and Tweedie 2000)."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from skinproof.errors import InputError
from skinproof.synthesis.pooling.design import Design, Floats, design
from skinproof.synthesis.pooling.fit import Fit, fit

_ROUNDS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The number of studies that seem to be missing, on which side, and the model with them filled in."""

    missing: int
    missing_se: float
    side: Literal["left", "right"]
    fit: Fit


def trim_and_fill(
    estimates: ArrayLike, variances: ArrayLike, *, estimator: str = "L0", method: str = "REML", test: str = "z",
    side: Literal["left", "right"] | None = None, level: float = 0.95,
) -> Filled:
    """Estimate how many studies are missing and pool with their mirror images.

    Args:
        estimates: effect sizes, of shape (k,).
        variances: their sampling variances, of shape (k,).
        estimator: L0 or R0 (Duval and Tweedie 2000, J Am Stat Assoc 95:89; Biometrics 56:455).
        method: see `pool`.
        test: see `pool`.
        side: where studies are missing; by the slope of effects on standard errors when not given.
        level: of confidence.

    Raises:
        InputError: there are fewer than three studies, all estimates are the same, or the estimator is unknown.
    """
    if estimator not in _COUNTS:
        raise InputError(f"No estimator of missing studies is called {estimator!r}. Take L0 or R0.")
    data = design(estimates, variances)
    if data.k < 3:
        raise InputError(f"{data.k} studies cannot show that others are missing. Give at least three; below ten the answer says little.")
    if np.ptp(data.estimates) == 0:
        raise InputError("All estimates are the same, so no side can lack studies. Leave this analysis out.")
    where = side or _missing_side(data, method)
    flip = -1.0 if where == "right" else 1.0
    order = np.argsort(flip * data.estimates, kind="stable")
    sorted_ = Design(estimates=flip * data.estimates[order], variances=data.variances[order], matrix=data.matrix, names=data.names)
    missing, error = _missing(sorted_, _COUNTS[estimator], lambda part: fit(part, method=method, test="z"))
    centre = fit(sorted_.keep(np.arange(data.k - missing)), method=method, test="z").estimate
    tail = sorted_.keep(np.arange(data.k - missing, data.k))
    full = design(flip * np.concatenate([sorted_.estimates, 2 * centre - tail.estimates]), np.concatenate([sorted_.variances, tail.variances]))
    return Filled(missing=missing, missing_se=error, side=where, fit=fit(full, method=method, test=test, level=level))


def _missing_side(data: Design, method: str) -> Literal["left", "right"]:
    if np.ptp(data.variances) == 0:
        raise InputError("All studies have the same precision. Say on which side studies are missing.")
    sloped = design(data.estimates, data.variances, np.sqrt(data.variances))
    return "right" if fit(sloped, method=method, test="z").coefficients[1] < 0 else "left"


def _missing(data: Design, count: _Count, model: Callable[[Design], Fit]) -> tuple[int, float]:
    """Trim the extreme studies and count again, until the count stays."""
    missing, error = 0, 0.0
    for _ in range(_ROUNDS):
        centre = model(data.keep(np.arange(data.k - missing))).estimate
        apart = data.estimates - centre
        ranks = np.empty(data.k)
        ranks[np.argsort(np.abs(apart), kind="stable")] = np.arange(1, data.k + 1)
        raw, error = count(np.sign(apart) * ranks)
        found = round(max(0.0, raw))
        if found == missing:
            return missing, error
        missing = min(found, data.k - 1)
    raise InputError("The number of missing studies does not settle for these data. Take the other estimator.")


_Count = Callable[[Floats], tuple[float, float]]


def _l0(signed_ranks: Floats) -> tuple[float, float]:
    k = len(signed_ranks)
    above = float(signed_ranks[signed_ranks > 0].sum())
    raw = (4 * above - k * (k + 1)) / (2 * k - 1)
    cubic = 10 * raw**3 + 27 * raw**2 + 17 * raw - 18 * k * raw**2 - 18 * k * raw + 6 * k**2 * raw
    spread = k * (k + 1) * (2 * k + 1) + cubic
    return raw, 4 * math.sqrt(max(0.0, spread / 24)) / (2 * k - 1)


def _r0(signed_ranks: Floats) -> tuple[float, float]:
    below = signed_ranks[signed_ranks < 0]
    raw = len(signed_ranks) - (float(-below.min()) if len(below) else 0.0) - 1
    return raw, math.sqrt(2 * max(0.0, raw) + 2)


_COUNTS: dict[str, _Count] = {"L0": _l0, "R0": _r0}
