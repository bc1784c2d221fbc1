"""Estimators of the heterogeneity variance tau2, each with its asymptotic standard error.

Sources: Viechtbauer 2005 (J Educ Behav Stat 30:261) for HE, HS, DL, ML, REML; Paule and Mandel 1982 and Morris 1983 for PM and EB;
Sidik and Jonkman 2005 (J R Stat Soc C 54:367) for SJ; Viechtbauer, Lopez-Lopez et al. 2015 (Psychol Methods 20:360) for moderators.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from skinproof.errors import InputError
from skinproof.synthesis.pooling.design import Design
from skinproof.synthesis.pooling.least_squares import Weighted, at, log_likelihood, weighted

_STEPS = 500
_PRECISION = 1e-13  # relative change at which iteration stops: far below the six figures that anyone reads
_ROUNDING = 1e-8  # relative change below which steps that no longer shrink are rounding


@dataclass(frozen=True, slots=True, kw_only=True)
class Tau2:
    """A heterogeneity variance and its standard error."""

    value: float
    se: float


def tau2_of(data: Design, method: str) -> Tau2:
    """Estimate the heterogeneity variance.

    Args:
        data: the design, with k > p.
        method: DL, PM, REML, ML, EB, HE, HS or SJ.

    Raises:
        InputError: the method is unknown or does not converge.
    """
    if method not in ESTIMATORS:
        raise InputError(f"No estimator of tau2 is called {method!r}. Take one of {', '.join(ESTIMATORS)}, or CE for the common effect.")
    return ESTIMATORS[method](data)


def _hedges(data: Design) -> Tau2:
    flat = weighted(data, np.ones(data.k))
    v, df = data.variances, data.df
    value = max(0.0, (flat.residual_sum - flat.trace(v)) / df)
    spread = 2 * flat.double_trace(v, v) + 4 * value * flat.trace(v) + 2 * value**2 * df
    return Tau2(value=value, se=math.sqrt(spread) / df)


def _dersimonian_laird(data: Design) -> Tau2:
    fixed = at(data, 0)
    trace = fixed.trace()
    value = max(0.0, (fixed.residual_sum - data.df) / trace)
    return Tau2(value=value, se=math.sqrt(_moment_spread(data, fixed, value)) / trace)


def _hunter_schmidt(data: Design) -> Tau2:
    fixed = at(data, 0)
    total = float(fixed.weights.sum())
    value = max(0.0, (fixed.residual_sum - data.k) / total)
    return Tau2(value=value, se=math.sqrt(_moment_spread(data, fixed, value)) / total)


def _moment_spread(data: Design, fixed: Weighted, value: float) -> float:
    """The variance of the residual sum under inverse-variance weights."""
    return 2 * data.df + 4 * value * fixed.trace() + 2 * value**2 * fixed.double_trace()


def _sidik_jonkman(data: Design) -> Tau2:
    start = float(np.var(data.estimates))
    if start <= 0:
        raise InputError("All estimates are equal, so the SJ estimator has no start. Take REML instead.")
    v, df = data.variances, data.df
    first = weighted(data, start / (v + start))
    value = first.residual_sum / df
    spread = 2 * first.double_trace(v, v) + 4 * value * first.double_trace(v) + 2 * value**2 * first.double_trace()
    return Tau2(value=value, se=math.sqrt(spread) / df)


def _paule_mandel(data: Design) -> Tau2:
    value = 0.0
    now = at(data, value)
    if now.residual_sum > data.df:
        value = moment_root(data, data.df)
        now = at(data, value)
    total = float(now.weights.sum())
    return Tau2(value=value, se=math.sqrt(2 * data.k**2 / data.df) / total)


def moment_root(data: Design, target: float) -> float:
    """Return the tau2 at which the weighted residual sum equals a target; Newton rises to it without overshooting.

    Args:
        data: the design.
        target: above zero and below the residual sum at tau2 = 0.
    """
    value = 0.0
    for _ in range(_STEPS):
        now = at(data, value)
        step = (now.residual_sum - target) / now.slope
        value += step
        if abs(step) <= _PRECISION * value:
            break
    return value


Score = Callable[[Design, float], tuple[float, float, float]]  # score, its observed and its expected fall


def _restricted(data: Design, tau2: float) -> tuple[float, float, float]:
    now = at(data, tau2)
    expected = now.double_trace()
    return now.slope - now.trace(), 2 * now.curvature - expected, expected


def _likelihood(data: Design, tau2: float) -> tuple[float, float, float]:
    now = at(data, tau2)
    expected = float(np.sum(now.weights**2))
    return now.slope - float(now.weights.sum()), 2 * now.curvature - expected, expected


def _climb(data: Design, score: Score, *, restricted: bool) -> float:
    """Maximise a likelihood; one that is highest at zero may have another, higher maximum, so it is then also tried from the moment estimate."""
    found = _climbed(data, score, _hedges(data).value, restricted=restricted)
    if found > 0:
        return found
    other = _climbed(data, score, _dersimonian_laird(data).value, restricted=restricted)
    return max(found, other, key=lambda tau2: log_likelihood(data, tau2, restricted=restricted))


def _climbed(data: Design, score: Score, start: float, *, restricted: bool) -> float:
    """Climb from a start by Newton's steps where the likelihood is concave and Fisher's elsewhere, not below zero."""
    value, before = start, math.inf
    typical = data.k / float(np.sum(1 / data.variances))
    for _ in range(_STEPS):
        slope, observed, expected = score(data, value)
        step = slope / observed if observed > 0 else slope / expected
        if value + step <= 0:
            step = -value if _falls_from_zero(data, score, value, restricted=restricted) else -value / 2
        value += step
        size = abs(step) / (value + typical)
        if size <= _PRECISION or (size <= _ROUNDING and size >= before):
            return value
        before = size
    raise InputError("The likelihood of tau2 has no clear maximum for these data. Take the estimator DL or PM instead.")


def _falls_from_zero(data: Design, score: Score, value: float, *, restricted: bool) -> bool:
    """Whether the likelihood falls from zero on and is no lower there than where the climb stands."""
    if score(data, 0.0)[0] > 0:
        return False
    return log_likelihood(data, 0.0, restricted=restricted) >= log_likelihood(data, value, restricted=restricted)


def _reml(data: Design) -> Tau2:
    value = _climb(data, _restricted, restricted=True)
    return Tau2(value=value, se=math.sqrt(2 / at(data, value).double_trace()))


def _ml(data: Design) -> Tau2:
    value = _climb(data, _likelihood, restricted=False)
    return Tau2(value=value, se=math.sqrt(2 / float(np.sum(at(data, value).weights ** 2))))


ESTIMATORS: dict[str, Callable[[Design], Tau2]] = {
    "DL": _dersimonian_laird, "PM": _paule_mandel, "REML": _reml, "ML": _ml, "EB": _paule_mandel,
    "HE": _hedges, "HS": _hunter_schmidt, "SJ": _sidik_jonkman,
}
