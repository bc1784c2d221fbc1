"""The same people measured twice: before and after, or on two sides of the face."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from skinproof.synthesis.effects.estimates import Effects, Floats, bias_correction, columns, need


def _pairs(
    n: ArrayLike, mean1: ArrayLike, sd1: ArrayLike, mean2: ArrayLike, sd2: ArrayLike, correlation: ArrayLike,
) -> tuple[Floats, ...]:
    """Check the columns of paired measurements."""
    read = columns(n=n, mean1=mean1, sd1=sd1, mean2=mean2, sd2=sd2, correlation=correlation)
    need(~(read[0] < 1), "fewer than one person. Check n.")
    need(~((read[2] < 0) | (read[4] < 0)), "a standard deviation is below zero. Check whether the columns are in order.")
    need(~(np.abs(read[5]) > 1), "a correlation lies outside -1 to 1. Within persons 0.3 to 0.8 is usual.")
    return read


def sd_of_difference(sd1: ArrayLike, sd2: ArrayLike, correlation: ArrayLike) -> Floats:
    """Return standard deviations of the difference of two correlated measurements (Cochrane Handbook).

    Args:
        sd1: standard deviation of the first measurement, of shape (k,).
        sd2: of the second.
        correlation: between the two, from -1 to 1.
    """
    s, t, r = columns(sd1=sd1, sd2=sd2, correlation=correlation)
    return np.sqrt(np.maximum(0.0, s**2 + t**2 - 2 * r * s * t))


def mean_change(
    *, n: ArrayLike, mean1: ArrayLike, sd1: ArrayLike, mean2: ArrayLike, sd2: ArrayLike, correlation: ArrayLike,
) -> Effects:
    """Return mean changes, measurement 1 minus measurement 2, in the unit of the instrument (MC).

    Args:
        n: people measured twice, of shape (k,).
        mean1: mean of measurement 1.
        sd1: its standard deviation.
        mean2: mean of measurement 2.
        sd2: its standard deviation.
        correlation: between the measurements, stated or assumed.

    Raises:
        InputError: a column is wrong.
    """
    m, x, s, y, t, r = _pairs(n, mean1, sd1, mean2, sd2, correlation)
    return Effects(measure="MC", estimates=x - y, variances=sd_of_difference(s, t, r) ** 2 / m)


def standardised_change(
    *, n: ArrayLike, mean1: ArrayLike, sd1: ArrayLike, mean2: ArrayLike, sd2: ArrayLike, correlation: ArrayLike,
) -> Effects:
    """Return mean changes in standard deviations of the change (SMCC; Gibbons 1993, J Educ Stat 18:271); never pool with parallel trials.

    Args:
        n: people measured twice, of shape (k,).
        mean1: mean of measurement 1.
        sd1: its standard deviation.
        mean2: mean of measurement 2.
        sd2: its standard deviation.
        correlation: between the measurements, stated or assumed.

    Raises:
        InputError: a column is wrong.
    """
    m, x, s, y, t, r = _pairs(n, mean1, sd1, mean2, sd2, correlation)
    with np.errstate(divide="ignore", invalid="ignore"):
        g = bias_correction(m - 1) * (x - y) / sd_of_difference(s, t, r)
    return Effects(measure="SMCC", estimates=g, variances=1 / m + g**2 / (2 * m))


def raw_standardised_change(
    *, n: ArrayLike, mean1: ArrayLike, sd1: ArrayLike, mean2: ArrayLike, sd2: ArrayLike, correlation: ArrayLike,
) -> Effects:
    """Return mean changes in standard deviations of measurement 1 (SMCR; Becker 1988, Br J Math Stat Psychol 41:257), fit to pool with SMD.

    Args:
        n: people measured twice, of shape (k,).
        mean1: mean of measurement 1.
        sd1: its standard deviation, the unit of the result.
        mean2: mean of measurement 2.
        sd2: its standard deviation; not used, since the two are held to be equal.
        correlation: between the measurements, stated or assumed.

    Raises:
        InputError: a column is wrong.
    """
    m, x, s, y, _, r = _pairs(n, mean1, sd1, mean2, sd2, correlation)
    with np.errstate(divide="ignore", invalid="ignore"):
        g = bias_correction(m - 1) * (x - y) / s
    return Effects(measure="SMCR", estimates=g, variances=2 * (1 - r) / m + g**2 / (2 * m))


def raw_standardised_change_unequal(
    *, n: ArrayLike, mean1: ArrayLike, sd1: ArrayLike, mean2: ArrayLike, sd2: ArrayLike, correlation: ArrayLike,
) -> Effects:
    """Return the change in standard deviations of measurement 1 where spread differs (SMCRH; Bonett 2008, Psychol Methods 13:99).

    Args:
        n: people measured twice, of shape (k,).
        mean1: mean of measurement 1.
        sd1: its standard deviation, the unit of the result.
        mean2: mean of measurement 2.
        sd2: its standard deviation.
        correlation: between the measurements, stated or assumed.

    Raises:
        InputError: a column is wrong.
    """
    m, x, s, y, t, r = _pairs(n, mean1, sd1, mean2, sd2, correlation)
    with np.errstate(divide="ignore", invalid="ignore"):
        g = bias_correction(m - 1) * (x - y) / s
        of_change = sd_of_difference(s, t, r) ** 2 / (s**2 * (m - 1))
    return Effects(measure="SMCRH", estimates=g, variances=of_change + g**2 / (2 * (m - 1)))


def mean_of_one_group(*, n: ArrayLike, mean: ArrayLike, sd: ArrayLike) -> Effects:
    """Return means of single groups, or single-arm mean changes when mean and sd are those of the change (MN).

    Args:
        n: people, of shape (k,).
        mean: their mean, or mean change.
        sd: its standard deviation.

    Raises:
        InputError: a column is wrong.
    """
    m, x, s = columns(n=n, mean=mean, sd=sd)
    need(~(m < 1), "fewer than one person. Check n.")
    need(~(s < 0), "a standard deviation is below zero. Check whether the columns are in order.")
    return Effects(measure="MN", estimates=x, variances=s**2 / m)
