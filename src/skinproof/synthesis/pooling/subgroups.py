"""Subgroups: each with a heterogeneity of its own, or all with one in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from skinproof.errors import InputError
from skinproof.synthesis.pooling.design import design, dummies
from skinproof.synthesis.pooling.distributions import chi_squared_upper_p
from skinproof.synthesis.pooling.fit import Fit, fit, pool


@dataclass(frozen=True, slots=True, kw_only=True)
class Subgroups:
    """A model for each subgroup, and Q between them (Borenstein and Higgins 2013)."""

    fits: dict[str, Fit]
    q_between: float
    df: int
    p_value: float


def separate_subgroups(
    estimates: ArrayLike, variances: ArrayLike, groups: Sequence[str], *, method: str = "REML", test: str = "z", level: float = 0.95,
) -> Subgroups:
    """Fit a model in each subgroup and compare the pooled effects.

    Args:
        estimates: effect sizes, of shape (k,).
        variances: their sampling variances, of shape (k,).
        groups: a label for each study.
        method: see `pool`.
        test: see `pool`.
        level: see `pool`.

    Raises:
        InputError: there are fewer than two subgroups or the numbers cannot be pooled.
    """
    data = design(estimates, variances)
    labels = np.array(_labels(groups, data.k))
    levels = sorted(set(labels.tolist()))
    if len(levels) < 2:
        raise InputError("All studies lie in one subgroup. Give at least two subgroups.")
    fits = {name: fit(data.keep(labels == name), method=method, test=test, level=level) for name in levels}
    effects, errors = np.array([f.estimate for f in fits.values()]), np.array([f.se for f in fits.values()])
    weights = 1 / errors**2
    q = float(np.sum(weights * (effects - (weights @ effects) / weights.sum()) ** 2))
    return Subgroups(fits=fits, q_between=q, df=len(levels) - 1, p_value=chi_squared_upper_p(q, len(levels) - 1))


def common_tau2_subgroups(
    estimates: ArrayLike, variances: ArrayLike, groups: Sequence[str], *, method: str = "REML", test: str = "z", level: float = 0.95,
) -> Fit:
    """Fit one model with an effect for each subgroup and one tau2; the first subgroup in sorted order is the reference.

    Args:
        estimates: effect sizes, of shape (k,).
        variances: their sampling variances, of shape (k,).
        groups: a label for each study.
        method: see `pool`.
        test: see `pool`.
        level: see `pool`.

    Raises:
        InputError: there are fewer than two subgroups or the numbers cannot be pooled.
    """
    columns, names = dummies(_labels(groups, len(np.atleast_1d(estimates))))
    return pool(estimates, variances, moderators=columns, names=names, method=method, test=test, level=level)


def _labels(groups: Sequence[str], k: int) -> list[str]:
    if len(groups) != k:
        raise InputError(f"There are {k} estimates but {len(groups)} subgroup labels. Give one label for each study.")
    return [str(group) for group in groups]
