"""How many null studies would undo significance. Kept for comparison with old papers; not a measure of bias."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from skinproof.synthesis.pooling.design import design
from skinproof.synthesis.pooling.distributions import normal_quantile, normal_upper_p


@dataclass(frozen=True, slots=True, kw_only=True)
class FailSafe:
    """The fail-safe number of studies, and the one-sided p value of the sum of z."""

    studies: int
    p_value: float


def fail_safe_number(estimates: ArrayLike, variances: ArrayLike, *, alpha: float = 0.05) -> FailSafe:
    """Return Rosenthal's fail-safe number (Rosenthal 1979, Psychol Bull 86:638).

    Args:
        estimates: effect sizes, of shape (k,).
        variances: their sampling variances, of shape (k,).
        alpha: one-sided level of significance.

    Raises:
        InputError: the numbers cannot be pooled.
    """
    data = design(estimates, variances)
    total = abs(float(np.sum(data.estimates / np.sqrt(data.variances))))
    needed = (total / normal_quantile(1 - alpha)) ** 2 - data.k
    return FailSafe(studies=max(0, math.ceil(needed)), p_value=normal_upper_p(total / math.sqrt(data.k)))
