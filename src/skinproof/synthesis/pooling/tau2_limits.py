"""Confidence limits of the heterogeneity variance, and of I2 and H2 that follow from it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from skinproof.errors import InputError
from skinproof.synthesis.pooling.design import Design
from skinproof.synthesis.pooling.distributions import chi_squared_quantile
from skinproof.synthesis.pooling.fit import Fit, heterogeneity_shares
from skinproof.synthesis.pooling.heterogeneity import moment_root
from skinproof.synthesis.pooling.least_squares import at, log_likelihood


@dataclass(frozen=True, slots=True, kw_only=True)
class Tau2Limits:
    """Limits of tau2, and I2 in percent and H2 at them; `empty` when the data are more alike than chance allows."""

    lower: float
    upper: float
    i2_lower_percent: float
    i2_upper_percent: float
    h2_lower: float
    h2_upper: float
    empty: bool = False


def q_profile_limits(fitted: Fit) -> Tau2Limits:
    """Return the Q-profile limits of tau2 (Viechtbauer 2007, Stat Med 26:37).

    Args:
        fitted: a random-effects model.

    Raises:
        InputError: the model has no degrees of freedom.
    """
    data = _needed(fitted)
    tail = (1 - fitted.level) / 2
    high, low = chi_squared_quantile(1 - tail, data.df), chi_squared_quantile(tail, data.df)
    q = at(data, 0).residual_sum
    lower = moment_root(data, high) if q > high else 0.0
    upper = moment_root(data, low) if q > low else 0.0
    return _with_shares(fitted, lower, upper, empty=q < low)


def profile_likelihood_limits(fitted: Fit) -> Tau2Limits:
    """Return the profile-likelihood limits of tau2 (Hardy and Thompson 1996, Stat Med 15:619).

    Args:
        fitted: a model fitted by REML or ML.

    Raises:
        InputError: the model was fitted by another method or has no degrees of freedom.
    """
    data = _needed(fitted)
    if fitted.method not in {"REML", "ML"}:
        raise InputError(f"The method {fitted.method} has no likelihood to profile. Fit by REML or ML, or take the Q-profile.")
    restricted = fitted.method == "REML"
    floor = log_likelihood(data, fitted.tau2, restricted=restricted) - chi_squared_quantile(fitted.level, 1) / 2

    def above(tau2: float) -> float:
        return log_likelihood(data, tau2, restricted=restricted) - floor

    lower = 0.0 if fitted.tau2 == 0 or above(0.0) >= 0 else _crossing(above, fitted.tau2, 0.0)
    beyond = fitted.tau2 + float(data.variances.mean())
    while above(beyond) > 0:
        beyond *= 2
    return _with_shares(fitted, lower, _crossing(above, fitted.tau2, beyond))


def _needed(fitted: Fit) -> Design:
    if fitted.design.df < 1:
        raise InputError("One study cannot show heterogeneity. Give at least two.")
    return fitted.design


def _crossing(above: Callable[[float], float], inside: float, outside: float) -> float:
    """The point between where a function is above and where it is below zero, to the last bit."""
    while True:
        middle = (inside + outside) / 2
        if middle in (inside, outside) or math.isclose(inside, outside, rel_tol=1e-15, abs_tol=1e-300):
            return middle
        inside, outside = (middle, outside) if above(middle) > 0 else (inside, middle)


def _with_shares(fitted: Fit, lower: float, upper: float, *, empty: bool = False) -> Tau2Limits:
    fixed = at(fitted.design, 0)
    (i2_low, h2_low), (i2_high, h2_high) = (heterogeneity_shares(fixed, fitted.design, value) for value in (lower, upper))
    return Tau2Limits(
        lower=lower, upper=upper, i2_lower_percent=i2_low, i2_upper_percent=i2_high, h2_lower=h2_low, h2_upper=h2_high, empty=empty,
    )
