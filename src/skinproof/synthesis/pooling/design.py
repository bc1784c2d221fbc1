"""Checked input of every model: estimates, sampling variances and a design matrix."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from skinproof.errors import InputError

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Design:
    """k estimates with sampling variances, and a k by p design matrix whose first column is the intercept."""

    estimates: Floats
    variances: Floats
    matrix: Floats
    names: tuple[str, ...]

    @property
    def k(self) -> int:
        """The number of estimates."""
        return len(self.estimates)

    @property
    def p(self) -> int:
        """The number of coefficients."""
        return int(self.matrix.shape[1])

    @property
    def df(self) -> int:
        """Residual degrees of freedom, k - p."""
        return self.k - self.p

    @property
    def intercept_only(self) -> bool:
        """Whether there are no moderators."""
        return self.p == 1

    def keep(self, rows: ArrayLike) -> Design:
        """Return the design of some rows.

        Args:
            rows: indices or a mask, of shape (k,).
        """
        chosen = np.asarray(rows)
        return Design(estimates=self.estimates[chosen], variances=self.variances[chosen], matrix=self.matrix[chosen], names=self.names)

    def without_moderators(self) -> Design:
        """Return the same estimates with the intercept alone."""
        return Design(estimates=self.estimates, variances=self.variances, matrix=self.matrix[:, :1], names=self.names[:1])


def design(estimates: ArrayLike, variances: ArrayLike, moderators: ArrayLike | None = None, names: tuple[str, ...] = ()) -> Design:
    """Return checked input of a model.

    Args:
        estimates: effect sizes, of shape (k,).
        variances: their sampling variances, of shape (k,), above zero.
        moderators: numbers of shape (k,) or (k, m), without an intercept.
        names: of the moderators.

    Raises:
        InputError: shapes differ, a number is missing, a variance is not above zero, or a moderator is redundant.
    """
    y, v = _column(estimates, "estimates"), _column(variances, "variances")
    if len(y) != len(v):
        raise InputError(f"There are {len(y)} estimates but {len(v)} variances. Give one variance for each estimate.")
    if len(y) == 0:
        raise InputError("There is no estimate to pool. Give at least one.")
    if not (v > 0).all():
        raise InputError(f"The variance in row {int(np.argmin(v > 0)) + 1} is not above zero. Leave the row out or give its variance.")
    matrix = np.ones((len(y), 1)) if moderators is None else _with_intercept(moderators, len(y))
    if matrix.shape[1] > 1 and np.linalg.matrix_rank(matrix / np.abs(matrix).max(axis=0).clip(1e-300)) < matrix.shape[1]:
        raise InputError("The moderators cannot be told apart in these data. Leave out one that is constant or follows from the others.")
    told = names or tuple(f"moderator_{i}" for i in range(1, matrix.shape[1]))
    return Design(estimates=y, variances=v, matrix=matrix, names=("intercept", *told))


def _column(values: ArrayLike, what: str) -> Floats:
    try:
        column = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as fault:
        raise InputError(f"The {what} hold something that is not a number. Give numbers only.") from fault
    if column.ndim != 1:
        raise InputError(f"The {what} have {column.ndim} dimensions. Give a plain list.")
    if not np.isfinite(column).all():
        raise InputError(f"The {what} lack a number in row {int(np.argmin(np.isfinite(column))) + 1}. Leave that row out.")
    return column


def _with_intercept(moderators: ArrayLike, k: int) -> Floats:
    table = np.asarray(moderators, dtype=np.float64)
    table = table.reshape(len(table), -1)
    if len(table) != k:
        raise InputError(f"The moderators have {len(table)} rows, the estimates {k}. Give one row for each estimate.")
    if not np.isfinite(table).all():
        raise InputError("A moderator lacks a number. Leave that row out.")
    return np.column_stack([np.ones(k), table])


def dummies(groups: list[str]) -> tuple[Floats, tuple[str, ...]]:
    """Return indicator columns of groups against the first one in sorted order, and the names of the others.

    Args:
        groups: one label for each estimate.

    Raises:
        InputError: there is only one group.
    """
    levels = sorted(set(groups))
    if len(levels) < 2:
        raise InputError("All studies lie in one subgroup. Give at least two subgroups.")
    return np.array([[float(group == level) for level in levels[1:]] for group in groups]), tuple(levels[1:])
