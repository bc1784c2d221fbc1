"""A fixed quasi-random set: the same question always gets the same answer."""

from __future__ import annotations

from functools import lru_cache
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
_SEED = 2026


@lru_cache(maxsize=256)
def levels(people: int, column: int) -> NDArray[np.intp]:
    """Return one column of the set: each of `people` levels once, in a fixed order.

    A Latin hypercube: the order is by the raw stream of PCG64, which numpy's compatibility policy (NEP 19) keeps for good.

    Args:
        people: number of members, shape of the result.
        column: which column, from 0.
    """
    return np.argsort(np.random.PCG64([_SEED, column]).random_raw(people), kind="stable")


@lru_cache(maxsize=8)
def standard_normals(people: int) -> Array:
    """Return the normal quantiles of the mid-levels, ascending, shape (people,)."""
    normal = NormalDist()
    half = [normal.inv_cdf((k + 0.5) / people) for k in range(people // 2)]
    middle = [0.0] if people % 2 else []
    return np.array(half + middle + [-z for z in reversed(half)])
