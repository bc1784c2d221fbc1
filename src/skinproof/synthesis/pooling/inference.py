"""Tests and confidence limits of coefficients, by the normal or the t distribution."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from skinproof.synthesis.pooling.design import Floats
from skinproof.synthesis.pooling.distributions import (
    chi_squared_upper_p,
    f_upper_p,
    normal_quantile,
    normal_two_sided_p,
    t_quantile,
    t_two_sided_p,
)

TESTS = ("z", "knapp_hartung", "modified_knapp_hartung")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Limits:
    """Statistics, p values and confidence limits, each of shape (p,)."""

    statistics: Floats
    p_values: Floats
    lower: Floats
    upper: Floats
    df: float | None  # None where the normal distribution was used


@dataclass(frozen=True, slots=True, kw_only=True)
class Omnibus:
    """The joint test of all moderators: chi-squared when df2 is None, else F."""

    statistic: float
    df1: int
    df2: float | None
    p_value: float


def critical_value(level: float, df: float | None) -> float:
    """Return the two-sided quantile of the t, or without degrees of freedom of the normal, distribution.

    Args:
        level: of confidence, between 0 and 1.
        df: degrees of freedom.
    """
    probability = (1 + level) / 2
    return normal_quantile(probability) if df is None else t_quantile(probability, df)


def two_sided_p(statistic: float, df: float | None) -> float:
    """Return the two-sided p value of a normal or t statistic.

    Args:
        statistic: estimate over standard error.
        df: degrees of freedom; None for the normal distribution.
    """
    return normal_two_sided_p(statistic) if df is None else t_two_sided_p(statistic, df)


def limits(coefficients: Floats, covariance: Floats, df: float | None, level: float) -> Limits:
    """Return tests and limits of coefficients.

    Args:
        coefficients: of shape (p,).
        covariance: of shape (p, p).
        df: degrees of freedom; None for the normal distribution.
        level: of confidence.
    """
    errors = np.sqrt(np.diag(covariance))
    statistics = np.divide(coefficients, errors, out=np.full(len(errors), np.inf), where=errors > 0)
    half = critical_value(level, df) * errors
    return Limits(
        statistics=statistics, p_values=np.array([two_sided_p(float(s), df) for s in statistics]),
        lower=coefficients - half, upper=coefficients + half, df=df,
    )


def omnibus(coefficients: Floats, covariance: Floats, df: float | None) -> Omnibus:
    """Test all coefficients but the intercept together (Wald).

    Args:
        coefficients: of shape (p,), p of at least 2.
        covariance: of shape (p, p).
        df: residual degrees of freedom; None for the chi-squared distribution.
    """
    moved = coefficients[1:]
    statistic = float(moved @ np.linalg.solve(covariance[1:, 1:], moved))
    m = len(moved)
    if df is None:
        return Omnibus(statistic=statistic, df1=m, df2=None, p_value=chi_squared_upper_p(statistic, m))
    return Omnibus(statistic=statistic / m, df1=m, df2=df, p_value=f_upper_p(statistic / m, m, df))
