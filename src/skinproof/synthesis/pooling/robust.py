"""Standard errors that hold when effects of one cluster are correlated in ways that the model does not know.

Sources: Hedges, Tipton and Johnson 2010 (Res Synth Methods 1:39); Tipton 2015 (Psychol Methods 20:375) and Pustejovsky and Tipton 2018
(J Bus Econ Stat 36:672) for the bias-reduced form CR2 with Satterthwaite degrees of freedom.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from skinproof.errors import InputError
from skinproof.synthesis.pooling.design import Floats
from skinproof.synthesis.pooling.inference import critical_value, two_sided_p
from skinproof.synthesis.pooling.multilevel import MultilevelFit


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RobustErrors:
    """Robust errors, tests and limits of the coefficients, each of shape (p,)."""

    standard_errors: Floats
    statistics: Floats
    df: Floats
    p_values: Floats
    lower: Floats
    upper: Floats


def robust(fitted: MultilevelFit, clusters: Sequence[str], *, small_sample: bool = True) -> RobustErrors:
    """Return cluster-robust errors.

    Args:
        fitted: a multilevel model.
        clusters: a label for each estimate, such as its study.
        small_sample: CR2 with Satterthwaite's degrees of freedom; else CR1 with a factor of m/(m - p) for m clusters.

    Raises:
        InputError: labels are missing, or there are no more clusters than coefficients.
    """
    rows = _rows(fitted, clusters)
    return _bias_reduced(fitted, rows) if small_sample else _scaled(fitted, rows)


def _rows(fitted: MultilevelFit, clusters: Sequence[str]) -> list[list[int]]:
    if len(clusters) != fitted.design.k:
        raise InputError(f"There are {fitted.design.k} estimates but {len(clusters)} cluster labels. Give one label for each estimate.")
    rows: dict[str, list[int]] = {}
    for index, name in enumerate(clusters):
        rows.setdefault(name, []).append(index)
    if len(rows) <= fitted.design.p:
        raise InputError(f"{len(rows)} clusters cannot carry robust errors of {fitted.design.p} coefficients. Use the model's own errors.")
    return list(rows.values())


def _scaled(fitted: MultilevelFit, rows: list[list[int]]) -> RobustErrors:
    lever, residuals = _lever(fitted), _residuals(fitted)
    scores = np.array([lever[:, part] @ residuals[part] for part in rows])
    m, p = len(rows), fitted.design.p
    variance = np.diag(scores.T @ scores) * m / (m - p)
    return _told(fitted, np.sqrt(variance), np.full(p, float(m - p)))


def _lever(fitted: MultilevelFit) -> Floats:
    """(X'WX)^-1 X'W, which turns estimates into coefficients."""
    return fitted.covariance @ np.linalg.solve(fitted.marginal, fitted.design.matrix).T


def _residuals(fitted: MultilevelFit) -> Floats:
    return fitted.design.estimates - fitted.design.matrix @ fitted.coefficients


def _bias_reduced(fitted: MultilevelFit, rows: list[list[int]]) -> RobustErrors:
    lever, residuals = _lever(fitted), _residuals(fitted)
    k, x = fitted.design.k, fitted.design.matrix
    away = np.eye(k) - x @ lever  # I - H
    adjusted = [lever[:, part] @ _adjustment(fitted.marginal, x, fitted.covariance, part) for part in rows]
    scores = np.array([weights @ residuals[part] for weights, part in zip(adjusted, rows, strict=True)])
    variance = np.sum(scores**2, axis=0)
    df = np.empty(fitted.design.p)
    for c in range(fitted.design.p):
        spread = np.array([weights[c] @ away[part] for weights, part in zip(adjusted, rows, strict=True)])
        gram = spread @ fitted.marginal @ spread.T
        df[c] = np.trace(gram) ** 2 / np.sum(gram**2)
    return _told(fitted, np.sqrt(variance), df)


def _adjustment(marginal: Floats, x: Floats, covariance: Floats, part: list[int]) -> Floats:
    """The matrix that makes the cluster's part of the sandwich unbiased when the model is true."""
    own = marginal[np.ix_(part, part)]
    upper = np.linalg.cholesky(own).T
    inner = upper @ (own - x[part] @ covariance @ x[part].T) @ upper.T
    values, vectors = np.linalg.eigh(inner)
    kept = values > values.max() * 1e-12 * len(part)
    root = (vectors[:, kept] / np.sqrt(values[kept])) @ vectors[:, kept].T
    adjusted: Floats = upper.T @ root @ upper
    return adjusted


def _told(fitted: MultilevelFit, errors: Floats, df: Floats) -> RobustErrors:
    statistics = fitted.coefficients / errors
    half = np.array([critical_value(fitted.level, float(d)) for d in df]) * errors
    p_values = [two_sided_p(float(s), float(d)) if math.isfinite(s) else math.nan for s, d in zip(statistics, df, strict=True)]
    return RobustErrors(
        standard_errors=errors, statistics=statistics, df=df, p_values=np.array(p_values),
        lower=fitted.coefficients - half, upper=fitted.coefficients + half,
    )
