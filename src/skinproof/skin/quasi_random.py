"""A fixed quasi-random set: the same question always gets the same answer."""

from __future__ import annotations

from functools import lru_cache
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
_FIRST_PRIME = 2


def primes(count: int) -> list[int]:
    """Return the first `count` prime numbers."""
    found: list[int] = []
    candidate = _FIRST_PRIME
    while len(found) < count:
        if all(candidate % p for p in found if p * p <= candidate):
            found.append(candidate)
        candidate += 1
    return found


@lru_cache(maxsize=256)
def levels(people: int, column: int) -> NDArray[np.intp]:
    """Return one column of the set: each of `people` levels once, in quasi-random order.

    Richtmyer's lattice (multiples of the root of a prime, modulo one) replaced by its ranks, so that every column is
    also a Latin hypercube's.

    Args:
        people: number of members, shape of the result.
        column: which column, from 0.
    """
    root = np.sqrt(float(primes(column + 1)[-1]))
    place = np.modf(np.arange(1, people + 1) * root)[0]
    return np.argsort(np.argsort(place, kind="stable"), kind="stable")


@lru_cache(maxsize=8)
def standard_normals(people: int) -> Array:
    """Return the normal quantiles of the mid-levels, ascending, shape (people,)."""
    normal = NormalDist()
    half = [normal.inv_cdf((k + 0.5) / people) for k in range(people // 2)]
    middle = [0.0] if people % 2 else []
    return np.array(half + middle + [-z for z in reversed(half)])
