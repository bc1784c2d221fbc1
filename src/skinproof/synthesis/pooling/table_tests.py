"""Tests beside the pooled odds ratio: of no effect (Cochran-Mantel-Haenszel) and of one odds ratio in all studies (Breslow-Day-Tarone)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from skinproof.errors import InputError
from skinproof.synthesis.effects import counts
from skinproof.synthesis.pooling.distributions import chi_squared_upper_p
from skinproof.synthesis.pooling.tables import informative, observed_minus_expected


@dataclass(frozen=True, slots=True, kw_only=True)
class ChiSquared:
    """A chi-squared statistic with its degrees of freedom and p value."""

    statistic: float
    df: int
    p_value: float


def _chi_squared(statistic: float, df: int) -> ChiSquared:
    return ChiSquared(statistic=statistic, df=df, p_value=chi_squared_upper_p(statistic, df))


def no_effect_test(events1: ArrayLike, without1: ArrayLike, events2: ArrayLike, without2: ArrayLike) -> ChiSquared:
    """Test for no effect in any study, with continuity correction (Cochran 1954; Mantel and Haenszel 1959, J Natl Cancer Inst 22:719).

    Args:
        events1: people with the event in group 1, of shape (k,).
        without1: people without it in group 1.
        events2: people with it in group 2.
        without2: people without it in group 2.

    Raises:
        InputError: a count is below zero, or no study has events.
    """
    excess, information = observed_minus_expected(informative(counts.table(events1, without1, events2, without2)))
    if not information.sum() > 0:
        raise InputError("No study had an event, so there is nothing to test. Report the counts instead.")
    distance = max(0.0, abs(float(excess.sum())) - 0.5)
    return _chi_squared(distance**2 / float(information.sum()), 1)


def one_odds_ratio_test(
    log_odds_ratio: float, events1: ArrayLike, without1: ArrayLike, events2: ArrayLike, without2: ArrayLike,
) -> ChiSquared:
    """Test for one odds ratio in all studies (Breslow and Day 1980, with the correction of Tarone 1985, Biometrika 72:91).

    Args:
        log_odds_ratio: pooled by Mantel-Haenszel.
        events1: people with the event in group 1, of shape (k,).
        without1: people without it in group 1.
        events2: people with it in group 2.
        without2: people without it in group 2.

    Raises:
        InputError: a count is below zero.
    """
    a, b, c, d = informative(counts.table(events1, without1, events2, without2))
    n1, n2, events = a + b, c + d, a + c
    ratio = float(np.exp(log_odds_ratio))
    linear = ratio * (n1 + events) + (n2 - events)
    square = 1 - ratio
    if abs(square) < 1e-12:
        expected = n1 * events / (n1 + n2)
    else:  # the smaller root in a form that does not cancel
        expected = 2 * ratio * n1 * events / (linear + np.sqrt(linear**2 + 4 * square * ratio * n1 * events))
    variance = 1 / (1 / expected + 1 / (events - expected) + 1 / (n1 - expected) + 1 / (n2 - events + expected))
    statistic = float(np.sum((a - expected) ** 2 / variance)) - float(np.sum(a - expected)) ** 2 / float(variance.sum())
    return _chi_squared(statistic, len(a) - 1)
