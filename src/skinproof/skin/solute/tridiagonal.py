"""Symmetric tridiagonal systems for many people at once, by an LDL' factorisation without pivoting.

The matrices are diagonally dominant, for which no pivoting is needed.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from skinproof.skin.quasi_random import Array


class Factors(Struct, frozen=True):
    """Inverse pivots, shape (cells, people), and multipliers, shape (cells - 1, people)."""

    inverse: Array
    multiplier: Array


def factor(diagonal: Array, below: Array) -> Factors:
    """Factor a matrix with `-below` beside its diagonal.

    Args:
        diagonal: shape (cells, people).
        below: the negative of the entries beside the diagonal, shape (cells - 1, people).
    """
    inverse, multiplier = np.empty_like(diagonal), np.empty_like(below)
    pivot = diagonal[0]
    for row in range(len(below)):
        np.divide(1.0, pivot, out=inverse[row])
        np.multiply(below[row], inverse[row], out=multiplier[row])
        pivot = diagonal[row + 1] - multiplier[row] * below[row]
    np.divide(1.0, pivot, out=inverse[-1])
    return Factors(inverse, multiplier)


def solve(factors: Factors, right: Array) -> Array:
    """Solve for one right-hand side a person, in place.

    Args:
        factors: of the matrix.
        right: shape (cells, people); it is overwritten by the solution and returned.
    """
    multiplier, scratch = factors.multiplier, np.empty(right.shape[1])
    for row in range(1, len(right)):
        np.multiply(multiplier[row - 1], right[row - 1], out=scratch)
        right[row] += scratch
    right *= factors.inverse
    for row in range(len(right) - 2, -1, -1):
        np.multiply(multiplier[row], right[row + 1], out=scratch)
        right[row] += scratch
    return right
