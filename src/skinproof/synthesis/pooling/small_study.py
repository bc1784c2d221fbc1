"""Whether small studies show larger effects: the tests of Egger and Begg. Asymmetry has other causes than unpublished studies."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import ArrayLike

from skinproof.errors import InputError
from skinproof.synthesis.pooling.design import Design, Floats, design
from skinproof.synthesis.pooling.distributions import normal_two_sided_p
from skinproof.synthesis.pooling.fit import fit
from skinproof.synthesis.pooling.inference import limits
from skinproof.synthesis.pooling.least_squares import at
from skinproof.synthesis.settings import SETTINGS

FEWEST_STUDIES = SETTINGS.few_studies


@dataclass(frozen=True, slots=True, kw_only=True)
class Asymmetry:
    """A test of asymmetry; `limit` is the effect that a study of no sampling error would have."""

    k: int
    statistic: float
    p_value: float
    df: float | None
    slope: float | None = None
    limit: float | None = None
    limit_lower: float | None = None
    limit_upper: float | None = None

    @property
    def caution(self) -> str | None:
        """What to say when studies are too few to rely on the test."""
        return None if self.k >= FEWEST_STUDIES else f"Too few studies ({self.k}, fewer than {FEWEST_STUDIES}) to judge asymmetry."


def egger(estimates: ArrayLike, variances: ArrayLike, *, level: float = 0.95) -> Asymmetry:
    """Regress effects on standard errors with a multiplicative dispersion (Egger et al. 1997, BMJ 315:629).

    Args:
        estimates: effect sizes, of shape (k,).
        variances: their sampling variances, of shape (k,).
        level: of confidence.

    Raises:
        InputError: there are fewer than three studies, or all have the same precision.
    """
    data = _with_predictor(design(estimates, variances), np.sqrt(np.asarray(variances, dtype=np.float64)))
    line = at(data, 0)
    df = float(data.df)
    told = limits(line.coefficients, line.inverse * line.residual_sum / df, df, level)
    return Asymmetry(
        k=data.k, statistic=float(told.statistics[1]), p_value=float(told.p_values[1]), df=df, slope=float(line.coefficients[1]),
        limit=float(line.coefficients[0]), limit_lower=float(told.lower[0]), limit_upper=float(told.upper[0]),
    )


def egger_mixed(
    estimates: ArrayLike, variances: ArrayLike, *, predictor: ArrayLike | None = None, method: str = "REML", level: float = 0.95,
) -> Asymmetry:
    """Regress effects on a measure of size in a random-effects model (Sterne and Egger 2005).

    Args:
        estimates: effect sizes, of shape (k,).
        variances: their sampling variances, of shape (k,).
        predictor: what stands for size: standard errors when not given, else variances or one over the number of people.
        method: estimator of tau2.
        level: of confidence.

    Raises:
        InputError: there are fewer than three studies, or all have the same size.
    """
    chosen = np.sqrt(np.asarray(variances, dtype=np.float64)) if predictor is None else np.asarray(predictor, dtype=np.float64)
    line = fit(_with_predictor(design(estimates, variances), chosen), method=method, test="z", level=level)
    told = line.inference
    return Asymmetry(
        k=line.k, statistic=float(told.statistics[1]), p_value=float(told.p_values[1]), df=None, slope=float(line.coefficients[1]),
        limit=line.estimate, limit_lower=line.lower, limit_upper=line.upper,
    )


def _with_predictor(data: Design, predictor: Floats) -> Design:
    if data.k < 3:
        raise InputError(f"{data.k} studies cannot show asymmetry. Give at least three; below ten the answer says little.")
    return design(data.estimates, data.variances, predictor, ("size",))


def begg(estimates: ArrayLike, variances: ArrayLike) -> Asymmetry:
    """Return the rank correlation of standardised effects with their variances (Begg and Mazumdar 1994, Biometrics 50:1088).

    Args:
        estimates: effect sizes, of shape (k,).
        variances: their sampling variances, of shape (k,).

    Raises:
        InputError: there are fewer than three studies, or all have the same estimate or the same variance.
    """
    data = design(estimates, variances)
    if data.k < 3:
        raise InputError(f"{data.k} studies cannot show asymmetry. Give at least three; below ten the answer says little.")
    common = at(data, 0)
    standardised = common.residuals / np.sqrt(data.variances - common.inverse[0, 0])
    tau, p = kendall(standardised, data.variances)
    if math.isnan(tau):
        raise InputError("All estimates or all variances are the same, so their ranks tell nothing. Leave this test out.")
    return Asymmetry(k=data.k, statistic=tau, p_value=p, df=None)


def kendall(left: Floats, right: Floats) -> tuple[float, float]:
    """Return Kendall's tau-b and its two-sided p value: exact without ties, else normal with the variance for ties (Kendall 1970).

    Neither is a number where all values of a side are the same.

    Args:
        left: of shape (n,).
        right: of shape (n,).
    """
    n = len(left)
    score = int(np.sum(np.triu(_signs(left) * _signs(right))))
    pairs = n * (n - 1) // 2
    ties_left, ties_right = _ties(left), _ties(right)
    free = [math.sqrt(pairs - sum(t * (t - 1) // 2 for t in ties)) for ties in (ties_left, ties_right)]
    if not all(free):
        return math.nan, math.nan
    tau = score / (free[0] * free[1])
    if max(*ties_left, *ties_right) == 1:
        return tau, _exact_p(n, (score + pairs) // 2)
    return tau, normal_two_sided_p(score / math.sqrt(_tied_variance(n, ties_left, ties_right)))


def _signs(values: Floats) -> Floats:
    return np.sign(values[:, None] - values[None, :])


def _ties(values: Floats) -> list[int]:
    return [int(count) for count in np.unique(values, return_counts=True)[1]]


def _exact_p(n: int, concordant: int) -> float:
    """Twice the smaller tail of the number of concordant pairs when all orders are equally likely."""
    density = [1.0]
    for size in range(2, n + 1):
        sums = list(accumulate(density))
        top = len(density) + size - 1
        density = [(sums[min(i, len(sums) - 1)] - (sums[i - size] if i >= size else 0.0)) / size for i in range(top)]
    return min(1.0, 2 * min(sum(density[: concordant + 1]), sum(density[concordant:])))


def _tied_variance(n: int, left: list[int], right: list[int]) -> float:
    first = n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in left) - sum(t * (t - 1) * (2 * t + 5) for t in right)
    second = sum(t * (t - 1) for t in left) * sum(t * (t - 1) for t in right) / (2 * n * (n - 1))
    third = sum(t * (t - 1) * (t - 2) for t in left) * sum(t * (t - 1) * (t - 2) for t in right) / (9 * n * (n - 1) * (n - 2))
    return first / 18 + second + third
