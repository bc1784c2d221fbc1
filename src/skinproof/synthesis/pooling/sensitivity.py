"""What single studies do to a pooled effect: leave-one-out, cumulative, influence, and shrunken effects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from skinproof.errors import InputError
from skinproof.synthesis.pooling.design import Floats
from skinproof.synthesis.pooling.fit import Fit, fit


def leave_one_out(fitted: Fit) -> list[Fit]:
    """Return the model fitted without each study in turn.

    Args:
        fitted: a model with at least two studies.

    Raises:
        InputError: only one study is there.
    """
    if fitted.k < 2:
        raise InputError("Leaving out the only study leaves nothing. Give at least two.")
    return [_again(fitted, [j for j in range(fitted.k) if j != i]) for i in range(fitted.k)]


def cumulative(fitted: Fit, order: Sequence[int]) -> list[Fit]:
    """Return the model fitted to the first study, the first two, and so on.

    Args:
        fitted: a model.
        order: indices of the studies, such as by year.

    Raises:
        InputError: the order does not hold each study once.
    """
    if sorted(order) != list(range(fitted.k)):
        raise InputError(f"The order must hold each of 0 to {fitted.k - 1} once.")
    return [_again(fitted, list(order[: i + 1])) for i in range(fitted.k)]


def _again(fitted: Fit, rows: list[int]) -> Fit:
    return fit(fitted.design.keep(rows), method=fitted.method, test=fitted.test, level=fitted.level)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Influence:
    """Measures of each study's influence, of shape (k,) (Viechtbauer and Cheung 2010, Res Synth Methods 1:112)."""

    residuals_deleted: Floats  # externally standardised
    dffits: Floats
    cook_distance: Floats
    covariance_ratio: Floats
    tau2_deleted: Floats
    q_deleted: Floats
    leverage: Floats
    weights_percent: Floats


def influence(fitted: Fit) -> Influence:
    """Return how much each study moves the model.

    Args:
        fitted: a model with at least two studies more than coefficients.

    Raises:
        InputError: too few studies are there, or a moderator rests on one study.
    """
    data, solution = fitted.design, fitted.solution
    if data.df < 2:
        raise InputError(f"Influence needs at least {data.p + 2} studies. Name the studies instead.")
    without = leave_one_out(fitted)
    x = data.matrix
    leverage = solution.weights * np.einsum("ij,jk,ik->i", x, solution.inverse, x)
    predicted = np.array([row @ left.coefficients for row, left in zip(x, without, strict=True)])
    spread = np.array([row @ left.covariance @ row for row, left in zip(x, without, strict=True)])
    tau2 = np.array([left.tau2 for left in without])
    moved = np.array([fitted.coefficients - left.coefficients for left in without])
    inverse = np.linalg.inv(fitted.covariance)
    return Influence(
        residuals_deleted=(data.estimates - predicted) / np.sqrt(data.variances + tau2 + spread),
        dffits=(x @ fitted.coefficients - predicted) / np.sqrt(leverage * (tau2 + data.variances)),
        cook_distance=np.einsum("ij,jk,ik->i", moved, inverse, moved),
        covariance_ratio=np.array([np.linalg.det(left.covariance) for left in without]) / np.linalg.det(fitted.covariance),
        tau2_deleted=tau2, q_deleted=np.array([left.q for left in without]), leverage=leverage, weights_percent=fitted.weights_percent,
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shrunken:
    """Best linear unbiased predictions of the true effect in each study, of shape (k,)."""

    estimates: Floats
    standard_errors: Floats


def shrunken(fitted: Fit) -> Shrunken:
    """Return the effect of each study, shrunk towards the model (Raudenbush and Bryk 1985, J Educ Stat 10:75).

    Args:
        fitted: a model.
    """
    data = fitted.design
    share = fitted.tau2 / (fitted.tau2 + data.variances)
    expected = data.matrix @ fitted.coefficients
    spread = np.einsum("ij,jk,ik->i", data.matrix, fitted.covariance, data.matrix)
    return Shrunken(
        estimates=share * data.estimates + (1 - share) * expected,
        standard_errors=np.sqrt(share * data.variances + (1 - share) ** 2 * spread),
    )
