"""A random-effects model with a weakly informative prior on heterogeneity, for two to four studies.

The prior on tau is half-normal and that on the effect is flat, as Roever et al. 2021 discuss for few studies;
given tau the effect is normal, so the posterior is a mixture over a grid of tau (Roever 2020).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike

from skinproof.errors import InputError
from skinproof.synthesis.pooling.design import Floats, design
from skinproof.synthesis.pooling.distributions import normal_upper_p
from skinproof.synthesis.settings import SETTINGS

_NODES = 120
_REACH = 6.0  # scales of the half-normal prior, beyond which less than one in a hundred million lies


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Posterior:
    """What is believed after seeing the data, as a mixture of normal distributions of the effect."""

    level: float
    tau_scale: float
    estimate: float  # posterior median of the mean effect
    lower: float  # central credible interval
    upper: float
    tau_median: float
    predicted_lower: float
    predicted_upper: float
    weights: Floats
    centres: Floats
    spreads: Floats

    def probability_above(self, threshold: float) -> float:
        """Return the probability that the mean effect exceeds a threshold.

        Args:
            threshold: on the scale of the effect.
        """
        return _mixture_above(threshold, self.weights, self.centres, self.spreads)


def bayes(estimates: ArrayLike, variances: ArrayLike, *, tau_scale: float = SETTINGS.prior_tau_sd, level: float = 0.95) -> Posterior:
    """Pool few studies with a half-normal prior on tau.

    Args:
        estimates: effect sizes, of shape (k,).
        variances: their sampling variances, of shape (k,).
        tau_scale: scale of the prior, on the scale of the effect; 0.5 fits standardised mean differences and log ratios.
        level: of the central credible interval.

    Raises:
        InputError: the numbers cannot be pooled, or the scale is not above zero.
    """
    if not tau_scale > 0:
        raise InputError(f"The scale of the prior on tau is {tau_scale}. Give a number above zero, such as 0.5.")
    data = design(estimates, variances)
    shares, mass = _grid()
    tau = tau_scale * _REACH * shares
    w = 1 / (data.variances + tau[:, None] ** 2)
    total = w.sum(axis=1)
    centres = (w @ data.estimates) / total
    misfit = np.sum(w * (data.estimates - centres[:, None]) ** 2, axis=1)
    log_density = 0.5 * np.sum(np.log(w), axis=1) - 0.5 * np.log(total) - 0.5 * misfit - 0.5 * (tau / tau_scale) ** 2
    weights = np.exp(log_density - log_density.max()) * mass
    weights /= weights.sum()
    spreads = np.sqrt(1 / total)
    tail = (1 - level) / 2
    new = np.sqrt(1 / total + tau**2)
    return Posterior(
        level=level, tau_scale=tau_scale, estimate=_quantile(0.5, weights, centres, spreads), lower=_quantile(tail, weights, centres, spreads),
        upper=_quantile(1 - tail, weights, centres, spreads), tau_median=float(np.interp(0.5, np.cumsum(weights), tau)),
        predicted_lower=_quantile(tail, weights, centres, new), predicted_upper=_quantile(1 - tail, weights, centres, new),
        weights=weights, centres=centres, spreads=spreads,
    )


@cache
def _grid() -> tuple[Floats, Floats]:
    """Points from 0 to 1, denser near 0, and their weights (Gauss-Legendre in the root of tau)."""
    nodes, mass = np.polynomial.legendre.leggauss(_NODES)
    root = (nodes + 1) / 2
    return root**2, mass * root


def _mixture_above(threshold: float, weights: Floats, centres: Floats, spreads: Floats) -> float:
    tails = [normal_upper_p(z) for z in ((threshold - centres) / spreads).tolist()]
    return float(weights @ np.array(tails))


def _quantile(probability: float, weights: Floats, centres: Floats, spreads: Floats) -> float:
    reach = 40 * float(spreads.max())
    return _root(lambda x: 1 - _mixture_above(x, weights, centres, spreads) - probability, float(centres.min()) - reach, float(centres.max()) + reach)


def _root(rising: Callable[[float], float], low: float, high: float) -> float:
    while not math.isclose(low, high, rel_tol=1e-10, abs_tol=1e-10):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return (low + high) / 2
