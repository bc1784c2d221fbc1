"""The common effect of every subset of studies (Olkin, Dahabreh and Trikalinos 2012, Res Synth Methods 3:214)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from skinproof.errors import InputError
from skinproof.synthesis.pooling.design import Floats, design

MOST_STUDIES = 20  # a million subsets; each more doubles time and memory


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Subsets:
    """Pooled effects and I2 in percent of all subsets but the empty one, of shape (2^k - 1,)."""

    estimates: Floats
    i2_percent: Floats


def all_subsets(estimates: ArrayLike, variances: ArrayLike) -> Subsets:
    """Pool every subset by the common-effect model.

    Args:
        estimates: effect sizes, of shape (k,).
        variances: their sampling variances, of shape (k,).

    Raises:
        InputError: there are more than 20 studies, or the numbers cannot be pooled.
    """
    data = design(estimates, variances)
    if data.k > MOST_STUDIES:
        raise InputError(f"{data.k} studies have too many subsets. Give at most {MOST_STUDIES}.")
    inside = ((np.arange(1, 2**data.k)[:, None] >> np.arange(data.k)) & 1).astype(np.float64)
    w = 1 / data.variances
    total, first = inside @ w, inside @ (w * data.estimates)
    pooled = first / total
    q = np.array(inside * w * (data.estimates - pooled[:, None]) ** 2).sum(axis=1)
    df = inside.sum(axis=1) - 1
    return Subsets(estimates=pooled, i2_percent=100 * np.maximum(0.0, q - df) / np.where(q > 0, q, 1.0) * (df > 0))
