"""Several effects from the same study or group: random effects at nested levels, fitted by REML.

Sources: Konstantopoulos 2011 (Res Synth Methods 2:61) for the three-level model; Harville 1977 (J Am Stat Assoc 72:320) for REML.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from skinproof.errors import InputError
from skinproof.synthesis.pooling.design import Design, Floats, design
from skinproof.synthesis.pooling.distributions import chi_squared_upper_p
from skinproof.synthesis.pooling.inference import Limits, Omnibus, critical_value, limits, omnibus
from skinproof.synthesis.pooling.least_squares import at

_STEPS = 500
_PRECISION = 1e-12
_ROUNDING = 1e-8  # change, in shares of the total variance, below which steps that no longer shrink are rounding


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MultilevelFit:
    """A multilevel model; `variances` has a component for each level, outermost first."""

    design: Design
    level: float
    groups: tuple[tuple[str, ...], ...]  # for each level, the label of each estimate
    variances: Floats
    group_counts: tuple[int, ...]
    marginal: Floats  # k by k, of the estimates
    coefficients: Floats
    covariance: Floats
    inference: Limits
    log_likelihood: float
    q: float
    q_p: float
    i2_percent: Floats  # for each level
    moderator_test: Omnibus | None

    @property
    def aic(self) -> float:
        """Akaike's criterion."""
        return -2 * self.log_likelihood + 2 * (self.design.p + len(self.variances))

    def prediction_interval(self) -> tuple[float, float]:
        """Return the interval that the effect of a new estimate in a new group would fall in.

        Raises:
            InputError: there are moderators.
        """
        if not self.design.intercept_only:
            raise InputError("A prediction interval with moderators needs their values. Pool without moderators.")
        half = critical_value(self.level, self.inference.df) * math.sqrt(float(self.variances.sum() + self.covariance[0, 0]))
        return float(self.coefficients[0]) - half, float(self.coefficients[0]) + half


def nested_labels(*levels: Sequence[object]) -> tuple[tuple[str, ...], ...]:
    """Return labels in which each inner group is told apart by the outer ones that hold it.

    Args:
        levels: labels of shape (k,), outermost first, such as study and then sample.
    """
    rows = list(zip(*levels, strict=True))
    return tuple(tuple("/".join(map(str, row[: depth + 1])) for row in rows) for depth in range(len(levels)))


def multilevel(
    estimates: ArrayLike, variances: ArrayLike, groups: tuple[tuple[str, ...], ...], *, moderators: ArrayLike | None = None,
    names: tuple[str, ...] = (), level: float = 0.95,
) -> MultilevelFit:
    """Fit random effects at several levels by REML, with independent sampling errors.

    Args:
        estimates: effect sizes, of shape (k,).
        variances: their sampling variances, of shape (k,).
        groups: for each level the label of each estimate; see `nested_labels`.
        moderators: numbers of shape (k,) or (k, m), without an intercept.
        names: of the moderators.
        level: of confidence.

    Raises:
        InputError: labels are missing, the numbers cannot be pooled, or the components cannot be told apart.
    """
    data = design(estimates, variances, moderators, names)
    if data.df < 1 or not groups or any(len(labels) != data.k for labels in groups):
        raise InputError("Each level needs a label for each estimate, and there must be more estimates than coefficients.")
    together = [_together(labels) for labels in groups]
    components = _components(data, together)
    marginal = np.diag(data.variances) + sum((c * shared for c, shared in zip(components, together, strict=True)), np.zeros((data.k, data.k)))
    now = _solve(data, marginal)
    fixed = at(data, 0)
    told = limits(now.coefficients, now.covariance, None, level)
    typical = data.df / fixed.trace()
    return MultilevelFit(
        design=data, level=level, groups=groups, variances=components, group_counts=tuple(len(set(labels)) for labels in groups), marginal=marginal,
        coefficients=now.coefficients, covariance=now.covariance, inference=told, log_likelihood=now.log_likelihood,
        q=fixed.residual_sum, q_p=chi_squared_upper_p(fixed.residual_sum, data.df), i2_percent=100 * components / (components.sum() + typical),
        moderator_test=None if data.intercept_only else omnibus(now.coefficients, now.covariance, None),
    )


def _together(labels: Sequence[str]) -> Floats:
    """A k by k table that is 1 where two estimates share a group."""
    codes = np.unique(np.array(labels), return_inverse=True)[1].ravel()
    return np.asarray(codes[:, None] == codes[None, :], dtype=np.float64)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Solution:
    coefficients: Floats
    covariance: Floats
    projection: Floats
    log_likelihood: float


def _solve(data: Design, marginal: Floats) -> _Solution:
    x, y = data.matrix, data.estimates
    precision: Floats = np.asarray(np.linalg.inv(marginal), dtype=np.float64)
    covariance: Floats = np.asarray(np.linalg.inv(x.T @ precision @ x), dtype=np.float64)
    coefficients = covariance @ (x.T @ (precision @ y))
    projection: Floats = precision - precision @ x @ covariance @ x.T @ precision
    determinants = np.linalg.slogdet(marginal)[1] - np.linalg.slogdet(covariance)[1] - np.linalg.slogdet(x.T @ x)[1]
    value = -0.5 * (data.df * math.log(2 * math.pi) + float(determinants) + float(y @ projection @ y))
    return _Solution(coefficients=coefficients, covariance=covariance, projection=projection, log_likelihood=value)


def _components(data: Design, together: list[Floats]) -> Floats:
    """Maximise the restricted likelihood by Fisher scoring, halving steps that do not climb; a component at zero may stay there."""
    sampling = np.diag(data.variances)
    scale = float(np.var(data.estimates)) + float(data.variances.mean())

    def solved(at_: Floats) -> _Solution:
        return _solve(data, sampling + sum((c * shared for c, shared in zip(at_, together, strict=True)), np.zeros_like(sampling)))

    value = np.full(len(together), scale / (2 * len(together)))
    now, before, last = solved(value), math.inf, np.zeros(len(value))
    for _ in range(_STEPS):
        step = _step(data, now.projection, together, value)
        size = 0.5 if step @ last < -0.5 * (last @ last) else 1.0  # steps that turn back without shrinking reach too far
        last = step
        while size > 1e-10:
            tried = np.maximum(0.0, value + size * step)
            then = solved(tried)
            if then.log_likelihood >= now.log_likelihood - 1e-13 * abs(now.log_likelihood):
                break
            size /= 2
        moved = float(np.abs(tried - value).max())
        value, now = tried, then
        if moved <= _PRECISION * scale or before <= moved <= _ROUNDING * scale:
            return value
        before = moved
    raise InputError("The variance components cannot be told apart in these data. Leave out a level.")


def _step(data: Design, projection: Floats, together: list[Floats], value: Floats) -> Floats:
    y = projection @ data.estimates
    products = [projection @ shared for shared in together]
    score = np.array([y @ shared @ y - np.trace(product) for shared, product in zip(together, products, strict=True)])
    information = np.array([[np.sum(left * right.T) for right in products] for left in products])
    free = (value > 0) | (score > 0)
    step = np.zeros(len(value))
    if free.any():
        step[free] = np.linalg.lstsq(information[np.ix_(free, free)], score[free], rcond=None)[0]
    return step
