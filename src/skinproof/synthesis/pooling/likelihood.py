"""Information criteria of models fitted by maximum likelihood."""

from __future__ import annotations

import math
from dataclasses import dataclass

from skinproof.errors import InputError
from skinproof.synthesis.pooling.fit import Fit
from skinproof.synthesis.pooling.least_squares import log_likelihood


@dataclass(frozen=True, slots=True, kw_only=True)
class Information:
    """Log-likelihood at its maximum and the criteria of Akaike (with and without correction) and Schwarz."""

    log_likelihood: float
    aic: float
    bic: float
    aicc: float


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
