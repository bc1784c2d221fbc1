"""Log-likelihoods of the random-effects model and the information criteria made from them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from skinproof.errors import InputError
from skinproof.synthesis.pooling.design import Design
from skinproof.synthesis.pooling.fit import Fit
from skinproof.synthesis.pooling.least_squares import at


@dataclass(frozen=True, slots=True, kw_only=True)
class Information:
    """Log-likelihood at its maximum and the criteria of Akaike (with and without correction) and Schwarz."""

    log_likelihood: float
    aic: float
    bic: float
    aicc: float


def log_likelihood(data: Design, tau2: float, *, restricted: bool) -> float:
    """Return the log-likelihood with the coefficients at their best for one tau2.

    Args:
        data: the design.
        tau2: heterogeneity variance.
        restricted: REML (with the determinant of X'X, as in Harville 1974) rather than ML.
    """
    now = at(data, tau2)
    value = -0.5 * (data.k * math.log(2 * math.pi) - float(np.log(now.weights).sum()) + now.residual_sum)
    if not restricted:
        return value
    gram = float(np.linalg.slogdet(data.matrix.T @ data.matrix)[1])
    return value + 0.5 * (data.p * math.log(2 * math.pi) + gram + float(np.linalg.slogdet(now.inverse)[1]))


def information(fitted: Fit) -> Information:
    """Return the log-likelihood and information criteria of a model fitted by REML or ML.

    Args:
        fitted: the model.

    Raises:
        InputError: it was fitted by another method.
    """
    if fitted.method not in {"REML", "ML"}:
        raise InputError(f"The method {fitted.method} maximises no likelihood. Fit by REML or ML.")
    restricted = fitted.method == "REML"
    data = fitted.design
    value = log_likelihood(data, fitted.tau2, restricted=restricted)
    parameters, n = data.p + 1, data.df if restricted else data.k
    enough = max(n, parameters + 2)
    return Information(
        log_likelihood=value, aic=-2 * value + 2 * parameters, bic=-2 * value + parameters * math.log(n),
        aicc=-2 * value + 2 * parameters * enough / (enough - parameters - 1),
    )
