"""Two groups of people compared by a mean."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from skinproof.errors import InputError
from skinproof.synthesis.effects.estimates import Effects, Floats, bias_correction, columns, need


def _groups(n1: ArrayLike, mean1: ArrayLike, sd1: ArrayLike, n2: ArrayLike, mean2: ArrayLike, sd2: ArrayLike) -> tuple[Floats, ...]:
    """Check the six columns of two groups."""
    read = columns(n1=n1, mean1=mean1, sd1=sd1, n2=n2, mean2=mean2, sd2=sd2)
    size1, _, spread1, size2, _, spread2 = read
    need(~((size1 < 1) | (size2 < 1)), "a group holds fewer than one person. Check n.")
    need(~((spread1 < 0) | (spread2 < 0)), "a standard deviation is below zero. Check whether the columns are in order.")
    return read


def mean_difference(
    *, n1: ArrayLike, mean1: ArrayLike, sd1: ArrayLike, n2: ArrayLike, mean2: ArrayLike, sd2: ArrayLike,
) -> Effects:
    """Return mean differences, group 1 minus group 2, in the unit of the instrument (MD).

    The variance is sd1^2/n1 + sd2^2/n2 (Cochrane Handbook).

    Args:
        n1: people in group 1, of shape (k,).
        mean1: their mean.
        sd1: their standard deviation.
        n2: people in group 2.
        mean2: their mean.
        sd2: their standard deviation.

    Raises:
        InputError: a column is wrong.
    """
    a, x, s, b, y, t = _groups(n1, mean1, sd1, n2, mean2, sd2)
    return Effects(measure="MD", estimates=x - y, variances=s**2 / a + t**2 / b)


def standardised_mean_difference(
    *, n1: ArrayLike, mean1: ArrayLike, sd1: ArrayLike, n2: ArrayLike, mean2: ArrayLike, sd2: ArrayLike, variance: str = "large_sample",
) -> Effects:
    """Return mean differences in pooled standard deviations, Hedges' g (SMD).

    Args:
        n1: people in group 1, of shape (k,).
        mean1: their mean.
        sd1: their standard deviation.
        n2: people in group 2.
        mean2: their mean.
        sd2: their standard deviation.
        variance: large_sample, 1/n1 + 1/n2 + g^2/(2(n1 + n2)) (Hedges 1982), or unbiased (Hedges 1983, Psychol Bull 93:388).

    Raises:
        InputError: a column is wrong or the form of variance unknown.
    """
    a, x, s, b, y, t = _groups(n1, mean1, sd1, n2, mean2, sd2)
    df = a + b - 2
    with np.errstate(divide="ignore", invalid="ignore"):
        pooled_sd = np.sqrt(((a - 1) * s**2 + (b - 1) * t**2) / df)
        factor = bias_correction(df)
        g = factor * (x - y) / pooled_sd
        forms = {"large_sample": g**2 / (2 * (a + b)), "unbiased": (1 - (df - 2) / (df * factor**2)) * g**2}
    if variance not in forms:
        raise InputError(f"No variance of a standardised mean difference is called {variance!r}. Take large_sample or unbiased.")
    return Effects(measure="SMD", estimates=g, variances=1 / a + 1 / b + forms[variance])


def standardised_mean_difference_unequal(
    *, n1: ArrayLike, mean1: ArrayLike, sd1: ArrayLike, n2: ArrayLike, mean2: ArrayLike, sd2: ArrayLike,
) -> Effects:
    """Return mean differences in averaged standard deviations, for groups of unequal spread (SMDH; Bonett 2009, Psychol Methods 14:225).

    Args:
        n1: people in group 1, of shape (k,).
        mean1: their mean.
        sd1: their standard deviation.
        n2: people in group 2.
        mean2: their mean.
        sd2: their standard deviation.

    Raises:
        InputError: a column is wrong.
    """
    a, x, s, b, y, t = _groups(n1, mean1, sd1, n2, mean2, sd2)
    squared = (s**2 + t**2) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        d = bias_correction(a + b - 2) * (x - y) / np.sqrt(squared)
        of_spread = d**2 * (s**4 / (a - 1) + t**4 / (b - 1)) / (8 * squared**2)
        of_means = s**2 / squared / (a - 1) + t**2 / squared / (b - 1)
    return Effects(measure="SMDH", estimates=d, variances=of_spread + of_means)


def ratio_of_means(
    *, n1: ArrayLike, mean1: ArrayLike, sd1: ArrayLike, n2: ArrayLike, mean2: ArrayLike, sd2: ArrayLike,
) -> Effects:
    """Return logarithms of the ratio of means, bias-corrected to second order (ROM; Lajeunesse 2015, Ecology 96:2056).

    Args:
        n1: people in group 1, of shape (k,).
        mean1: their mean, of the same sign as mean2; rows with unequal signs or a zero cannot be computed.
        sd1: their standard deviation.
        n2: people in group 2.
        mean2: their mean.
        sd2: their standard deviation.

    Raises:
        InputError: a column is wrong.
    """
    a, x, s, b, y, t = _groups(n1, mean1, sd1, n2, mean2, sd2)
    with np.errstate(divide="ignore", invalid="ignore"):
        of_1, of_2 = s**2 / (a * x**2), t**2 / (b * y**2)
        ratio = np.log(np.where(x / y > 0, x / y, np.nan))
    return Effects(measure="ROM", estimates=ratio + (of_1 - of_2) / 2, variances=of_1 + of_2)
