"""Tail areas and quantiles of the normal, t, chi-squared and F distributions, without scipy.

Source: Press et al., Numerical Recipes, 3rd ed., sections 6.2 and 6.4 (incomplete gamma and beta as series and continued fractions).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from statistics import NormalDist

_NORMAL = NormalDist()
_TINY = 1e-300
_EPSILON = 1e-16
_TERMS = 100_000


def normal_two_sided_p(statistic: float) -> float:
    """Return the two-sided p value of a standard normal statistic."""
    return math.erfc(abs(statistic) / math.sqrt(2))


def normal_upper_p(statistic: float) -> float:
    """Return the probability that a standard normal variable exceeds a statistic."""
    return math.erfc(statistic / math.sqrt(2)) / 2


@lru_cache(maxsize=256)
def normal_quantile(probability: float) -> float:
    """Return the standard normal quantile.

    Args:
        probability: between 0 and 1, the ends left out.
    """
    start = _NORMAL.inv_cdf(probability)
    density = _NORMAL.pdf(start)
    return start - (math.erfc(-start / math.sqrt(2)) / 2 - probability) / density


def chi_squared_upper_p(statistic: float, df: float) -> float:
    """Return the probability that a chi-squared variable exceeds a statistic; 1 when there are no degrees of freedom.

    Args:
        statistic: not negative.
        df: degrees of freedom.
    """
    if df <= 0 or statistic <= 0:
        return 1.0
    return _gamma_upper(df / 2, statistic / 2)


@lru_cache(maxsize=1024)
def chi_squared_quantile(probability: float, df: float) -> float:
    """Return the chi-squared quantile.

    Args:
        probability: of a smaller value, between 0 and 1, the ends left out.
        df: degrees of freedom, above 0.
    """
    return _bisected(lambda x: (1 - probability) - chi_squared_upper_p(x, df), 0.0, max(1.0, df))


def t_two_sided_p(statistic: float, df: float) -> float:
    """Return the two-sided p value of a t statistic.

    Args:
        statistic: any number.
        df: degrees of freedom, above 0.
    """
    return beta_lower(df / 2, 0.5, df / (df + statistic * statistic))


@lru_cache(maxsize=1024)
def t_quantile(probability: float, df: float) -> float:
    """Return the quantile of Student's t.

    Args:
        probability: of a smaller value, between 0 and 1, the ends left out.
        df: degrees of freedom, above 0; need not be whole.
    """
    if probability < 0.5:
        return -t_quantile(1 - probability, df)
    tail = 2 * (1 - probability)
    return _bisected(lambda x: tail - t_two_sided_p(x, df), 0.0, 2.0)


def f_upper_p(statistic: float, df1: float, df2: float) -> float:
    """Return the probability that an F variable exceeds a statistic.

    Args:
        statistic: not negative.
        df1: degrees of freedom of the numerator.
        df2: degrees of freedom of the denominator.
    """
    if statistic <= 0:
        return 1.0
    return beta_lower(df2 / 2, df1 / 2, df2 / (df2 + df1 * statistic))


def _bisected(rising: Callable[[float], float], low: float, high: float) -> float:
    """Return the root of a rising function by bisection to the last bit, widening the upper end first."""
    while rising(high) < 0:
        low, high = high, high * 2
    for _ in range(2000):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return (low + high) / 2


def _gamma_upper(a: float, x: float) -> float:
    """The regularised upper incomplete gamma function."""
    scale = math.exp(a * math.log(x) - x - math.lgamma(a))
    if x < a + 1:
        term = total = 1 / a
        for n in range(1, _TERMS):
            term *= x / (a + n)
            total += term
            if term < total * _EPSILON:
                break
        return max(0.0, 1 - total * scale)
    b = x + 1 - a
    c, d = 1 / _TINY, 1 / b
    fraction = d
    for n in range(1, _TERMS):
        factor = -n * (n - a)
        b += 2
        d = 1 / (_floored(factor * d + b))
        c = _floored(b + factor / c)
        fraction *= d * c
        if abs(d * c - 1) < _EPSILON * 4:
            break
    return scale * fraction


def beta_lower(a: float, b: float, x: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b).

    Args:
        a: first shape, above 0.
        b: second shape, above 0.
        x: between 0 and 1.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    scale = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return scale * _beta_fraction(a, b, x) / a
    return 1 - scale * _beta_fraction(b, a, 1 - x) / b


def _beta_fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function, by Lentz's method."""
    c, d = 1.0, 1 / _floored(1 - (a + b) * x / (a + 1))
    fraction = d
    for m in range(1, _TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for factor in (even, odd):
            d = 1 / _floored(1 + factor * d)
            c = _floored(1 + factor / c)
            fraction *= d * c
        if abs(d * c - 1) < _EPSILON * 4:
            break
    return fraction


def _floored(value: float) -> float:
    return _TINY if abs(value) < _TINY else value
