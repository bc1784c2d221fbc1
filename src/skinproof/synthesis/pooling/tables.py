"""Pooling of 2 by 2 tables and of rates without estimating each study first: Mantel-Haenszel and Peto.

Sources: Robins, Breslow and Greenland 1986 (Biometrics 42:311) for the odds ratio; Greenland and Robins 1985 (Biometrics 41:55) for the risk ratio
and rates; Sato, Greenland and Robins 1989 (Biometrics 45:1323) for the risk difference; Yusuf et al. 1985 (Prog Cardiovasc Dis 27:335) for Peto.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from skinproof.errors import InputError
from skinproof.synthesis.effects import counts, rates
from skinproof.synthesis.effects.estimates import Effects, Floats
from skinproof.synthesis.pooling.distributions import chi_squared_upper_p, normal_quantile, normal_two_sided_p


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFit:
    """A pooled effect of tables; ratios are logarithms."""

    measure: str
    k: int
    estimate: float
    se: float
    statistic: float
    p_value: float
    lower: float
    upper: float
    q: float
    q_df: int
    q_p: float
    i2_percent: float


def mantel_haenszel(
    measure: str, first1: ArrayLike, second1: ArrayLike, first2: ArrayLike, second2: ArrayLike, *, level: float = 0.95,
) -> TableFit:
    """Pool tables or rates by the method of Mantel and Haenszel, without adding anything to empty cells.

    Args:
        measure: OR, RR or RD with people with and without the event; IRR or IRD with events and person-time.
        first1: people with the event, or events, in group 1, of shape (k,).
        second1: people without it, or person-time, in group 1.
        first2: the same of group 2.
        second2: the same of group 2.
        level: of confidence.

    Raises:
        InputError: the measure is unknown, a column is wrong, or the pooled effect is not defined.
    """
    if measure not in _POOLED:
        raise InputError(f"Mantel-Haenszel pools no {measure!r}. Take one of {', '.join(_POOLED)}.")
    pooled, single, read = _POOLED[measure]
    cells = read(first1, second1, first2, second2)
    with np.errstate(divide="ignore", invalid="ignore"):
        estimate, variance = pooled(*cells)
    if not (math.isfinite(estimate) and variance > 0):
        raise InputError("No study tells the groups apart: one side has no event in any of them. Report the counts instead.")
    told = cells if measure in {"IRR", "IRD"} else informative(cells)
    return _summary(measure, len(cells[0]), estimate, variance, single(told), level)


def informative(cells: tuple[Floats, ...]) -> tuple[Floats, ...]:
    """Return the tables in which somebody, and not everybody, had the event.

    Args:
        cells: four columns of counts.
    """
    a, b, c, d = cells
    kept = ~(((a == 0) & (c == 0)) | ((b == 0) & (d == 0)))
    return tuple(cell[kept] for cell in cells)


def _odds(a: Floats, b: Floats, c: Floats, d: Floats) -> tuple[float, float]:
    n = a + b + c + d
    p, q, r, s = (a + d) / n, (b + c) / n, a * d / n, b * c / n
    top, bottom = r.sum(), s.sum()
    variance = ((p * r).sum() / top**2 + (p * s + q * r).sum() / (top * bottom) + (q * s).sum() / bottom**2) / 2
    return float(np.log(top / bottom)), float(variance)


def _risks(a: Floats, b: Floats, c: Floats, d: Floats) -> tuple[float, float]:
    n1, n2 = a + b, c + d
    n = n1 + n2
    top, bottom = (a * n2 / n).sum(), (c * n1 / n).sum()
    return float(np.log(top / bottom)), float(((n1 * n2 * (a + c) / n**2 - a * c / n).sum()) / (top * bottom))


def _risk_differences(a: Floats, b: Floats, c: Floats, d: Floats) -> tuple[float, float]:
    n1, n2 = a + b, c + d
    n = n1 + n2
    total = (n1 * n2 / n).sum()
    estimate = (a * n2 / n - c * n1 / n).sum() / total
    skew = (c * (n1 / n) ** 2 - a * (n2 / n) ** 2 + n1 * n2 / n * (n2 - n1) / n / 2).sum()
    spread = (a * (n2 - c) / n + c * (n1 - a) / n).sum() / 2
    return float(estimate), float((estimate * skew + spread) / total**2)


def _rate_ratios(x: Floats, t: Floats, y: Floats, u: Floats) -> tuple[float, float]:
    time = t + u
    top, bottom = (x * u / time).sum(), (y * t / time).sum()
    return float(np.log(top / bottom)), float((t * u * (x + y) / time**2).sum() / (top * bottom))


def _rate_differences(x: Floats, t: Floats, y: Floats, u: Floats) -> tuple[float, float]:
    time = t + u
    total = (t * u / time).sum()
    weight = (t * u / time) ** 2
    return float((x * u / time - y * t / time).sum() / total), float((weight * (x / t**2 + y / u**2)).sum() / total**2)


def _single_table(make: Callable[..., Effects]) -> Callable[[tuple[Floats, ...]], Effects]:
    return lambda cells: make(events1=cells[0], without1=cells[1], events2=cells[2], without2=cells[3])


def _single_rate(make: Callable[..., Effects]) -> Callable[[tuple[Floats, ...]], Effects]:
    return lambda cells: make(events1=cells[0], time1=cells[1], events2=cells[2], time2=cells[3])


_Pooled = Callable[[Floats, Floats, Floats, Floats], tuple[float, float]]
_Read = Callable[[ArrayLike, ArrayLike, ArrayLike, ArrayLike], tuple[Floats, ...]]
_POOLED: dict[str, tuple[_Pooled, Callable[[tuple[Floats, ...]], Effects], _Read]] = {
    "OR": (_odds, _single_table(counts.odds_ratio), counts.table),
    "RR": (_risks, _single_table(counts.risk_ratio), counts.table),
    "RD": (_risk_differences, _single_table(counts.risk_difference), counts.table),
    "IRR": (_rate_ratios, _single_rate(rates.rate_ratio), rates.person_time),
    "IRD": (_rate_differences, _single_rate(rates.rate_difference), rates.person_time),
}


def peto(events1: ArrayLike, without1: ArrayLike, events2: ArrayLike, without2: ArrayLike, *, level: float = 0.95) -> TableFit:
    """Pool odds ratios by Peto's one-step method, for rare events and groups of like size.

    Args:
        events1: people with the event in group 1, of shape (k,).
        without1: people without it in group 1.
        events2: people with it in group 2.
        without2: people without it in group 2.
        level: of confidence.

    Raises:
        InputError: a count is below zero, or no study has events.
    """
    cells = counts.table(events1, without1, events2, without2)
    excess, information = observed_minus_expected(informative(cells))
    total = float(information.sum())
    if total <= 0:
        raise InputError("No study had an event, so there is no odds ratio. Report the counts instead.")
    single = Effects(measure="PETO", estimates=excess / information, variances=1 / information)
    return _summary("PETO", len(cells[0]), float(excess.sum()) / total, 1 / total, single, level)


def observed_minus_expected(cells: tuple[Floats, ...]) -> tuple[Floats, Floats]:
    """Return the events of group 1 above their expectation, and the hypergeometric variance, of each table.

    Args:
        cells: four columns of counts.
    """
    a, b, c, d = cells
    n1, n2, events, without = a + b, c + d, a + c, b + d
    n = n1 + n2
    return a - n1 * events / n, n1 * n2 * events * without / (n**2 * (n - 1))


def _summary(measure: str, k: int, estimate: float, variance: float, single: Effects, level: float) -> TableFit:
    se = math.sqrt(variance)
    half = normal_quantile((1 + level) / 2) * se
    kept = single.usable
    q = float(np.sum((single.estimates[kept] - estimate) ** 2 / single.variances[kept]))
    df = int(kept.sum()) - 1
    return TableFit(
        measure=measure, k=k, estimate=estimate, se=se, statistic=estimate / se, p_value=normal_two_sided_p(estimate / se), lower=estimate - half,
        upper=estimate + half, q=q, q_df=df, q_p=chi_squared_upper_p(q, df), i2_percent=max(0.0, 100 * (q - df) / q) if q > 0 else 0.0,
    )
