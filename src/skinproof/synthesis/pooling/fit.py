"""Common-effect and random-effects models, with or without moderators."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from skinproof.errors import InputError
from skinproof.synthesis.pooling.design import Design, Floats, design
from skinproof.synthesis.pooling.distributions import chi_squared_upper_p
from skinproof.synthesis.pooling.heterogeneity import tau2_of
from skinproof.synthesis.pooling.inference import TESTS, Limits, Omnibus, critical_value, limits, omnibus
from skinproof.synthesis.pooling.least_squares import Weighted, at

COMMON_EFFECT = "CE"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fit:
    """A fitted model; coefficients, limits and errors are on the scale of the effect size."""

    design: Design
    method: str
    test: str
    level: float
    tau2: float
    tau2_se: float | None  # not defined for the common effect
    solution: Weighted
    covariance: Floats  # of the coefficients, p by p
    inference: Limits
    q: float  # Cochran's Q of what is left, with inverse-variance weights
    q_p: float
    i2_percent: float
    h2: float
    moderator_test: Omnibus | None
    r2_percent: float | None  # of tau2 that the moderators account for

    @property
    def k(self) -> int:
        """The number of estimates."""
        return self.design.k

    @property
    def coefficients(self) -> Floats:
        """Intercept first, then the moderators."""
        return self.solution.coefficients

    @property
    def standard_errors(self) -> Floats:
        """Standard errors of the coefficients."""
        errors: Floats = np.sqrt(np.diag(self.covariance))
        return errors

    @property
    def estimate(self) -> float:
        """The first coefficient: the pooled effect of a model without moderators."""
        return float(self.coefficients[0])

    @property
    def se(self) -> float:
        """The standard error of the first coefficient."""
        return float(self.standard_errors[0])

    @property
    def lower(self) -> float:
        """The lower confidence limit of the first coefficient."""
        return float(self.inference.lower[0])

    @property
    def upper(self) -> float:
        """The upper confidence limit of the first coefficient."""
        return float(self.inference.upper[0])

    @property
    def p_value(self) -> float:
        """The two-sided p value of the first coefficient."""
        return float(self.inference.p_values[0])

    @property
    def weights_percent(self) -> Floats:
        """The share of weight of each study, of shape (k,)."""
        shares: Floats = 100 * self.solution.weights / self.solution.weights.sum()
        return shares

    def prediction_interval(self, df: float | None = None) -> tuple[float, float]:
        """Return the interval that the effect of a new study would fall in.

        Args:
            df: degrees of freedom of t; those of the test when not given. k - 2 gives the form of Higgins 2009.

        Raises:
            InputError: there are moderators, or no degrees of freedom.
        """
        if not self.design.intercept_only:
            raise InputError("A prediction interval with moderators needs their values. Pool without moderators.")
        if df is not None and df <= 0:
            raise InputError("Two studies or fewer leave no degrees of freedom for this prediction interval.")
        critical = critical_value(self.level, df if df is not None else self.inference.df)
        half = critical * math.sqrt(self.tau2 + self.se**2)
        return self.estimate - half, self.estimate + half


def pool(
    estimates: ArrayLike, variances: ArrayLike, *, moderators: ArrayLike | None = None, names: tuple[str, ...] = (),
    method: str = "REML", test: str = "modified_knapp_hartung", level: float = 0.95,
) -> Fit:
    """Fit a model to effect sizes.

    Args:
        estimates: effect sizes, of shape (k,).
        variances: their sampling variances, of shape (k,).
        moderators: numbers of shape (k,) or (k, m), without an intercept.
        names: of the moderators.
        method: CE for the common effect, or an estimator of tau2: DL, PM, REML, ML, EB, HE, HS or SJ.
        test: z, knapp_hartung, or modified_knapp_hartung, which is never narrower than z with the same t quantile.
        level: of confidence, between 0 and 1.

    Raises:
        InputError: the numbers cannot be pooled, or an option is unknown.
    """
    return fit(design(estimates, variances, moderators, names), method=method, test=test, level=level)


def fit(data: Design, *, method: str = "REML", test: str = "modified_knapp_hartung", level: float = 0.95) -> Fit:
    """Fit a model to a checked design; see `pool`.

    Args:
        data: the design.
        method: see `pool`.
        test: see `pool`.
        level: see `pool`.

    Raises:
        InputError: there are fewer estimates than coefficients, or an option is unknown.
    """
    _check(data, test, level)
    if data.df == 0:  # nothing is left to see heterogeneity in
        method, test = COMMON_EFFECT, "z"
    fixed = at(data, 0)
    tau2, tau2_se = 0.0, None
    if method != COMMON_EFFECT:
        found = tau2_of(data, method)
        tau2, tau2_se = found.value, found.se
    solution = at(data, tau2) if tau2 else fixed
    covariance = solution.inverse * _inflation(solution, data, test)
    df = None if test == "z" else float(data.df)
    i2, h2 = heterogeneity_shares(fixed, data, tau2 if method != COMMON_EFFECT else None)
    q = fixed.residual_sum
    return Fit(
        design=data, method=method, test=test, level=level, tau2=tau2, tau2_se=tau2_se, solution=solution, covariance=covariance,
        inference=limits(solution.coefficients, covariance, df, level), q=q, q_p=chi_squared_upper_p(q, data.df), i2_percent=i2, h2=h2,
        moderator_test=None if data.intercept_only else omnibus(solution.coefficients, covariance, df),
        r2_percent=_explained(data, method, tau2),
    )


def _check(data: Design, test: str, level: float) -> None:
    if test not in TESTS:
        raise InputError(f"No test is called {test!r}. Take one of {', '.join(TESTS)}.")
    if not 0 < level < 1:
        raise InputError(f"The level of confidence is {level}. Give a number between 0 and 1, such as 0.95.")
    if data.df < 0:
        raise InputError(f"{data.k} estimates cannot carry {data.p} coefficients. Leave out moderators.")


def _inflation(solution: Weighted, data: Design, test: str) -> float:
    """The factor of Knapp and Hartung 2003 (Stat Med 22:2693) on the variance of the coefficients."""
    if test == "z":
        return 1.0
    factor = solution.residual_sum / data.df
    return max(1.0, factor) if test == "modified_knapp_hartung" else factor


def heterogeneity_shares(fixed: Weighted, data: Design, tau2: float | None) -> tuple[float, float]:
    """Return I2 in percent and H2 (Higgins and Thompson 2002, Stat Med 21:1539).

    Args:
        fixed: the solution with tau2 = 0.
        data: the design.
        tau2: heterogeneity variance; None takes them from Q instead, as for the common effect.
    """
    if data.df == 0:
        return 0.0, 1.0
    if tau2 is None:
        q = fixed.residual_sum
        return (max(0.0, 100 * (q - data.df) / q) if q else 0.0), q / data.df
    typical = data.df / fixed.trace()
    return 100 * tau2 / (typical + tau2), tau2 / typical + 1


def _explained(data: Design, method: str, tau2: float) -> float | None:
    """R2 of Raudenbush: the share of tau2, or for the common effect of Q over its degrees of freedom, that goes when moderators come in."""
    if data.intercept_only:
        return None
    if method == COMMON_EFFECT:
        plain = data.without_moderators()
        h2, h2_before = (at(d, 0).residual_sum / d.df if d.df else 0.0 for d in (data, plain))
        return max(0.0, 100 * (1 - h2 / h2_before)) if h2_before > 0 else 0.0
    before = tau2_of(data.without_moderators(), method).value
    return max(0.0, 100 * (before - tau2) / before) if before > 0 else 0.0
