"""What every effect size is: an estimate and its sampling variance, and how input is checked."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from skinproof.errors import InputError

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Effects:
    """Effect sizes of one measure; a row that cannot be computed is not a number."""

    measure: str
    estimates: Floats  # of shape (k,)
    variances: Floats  # of shape (k,)

    @property
    def usable(self) -> NDArray[np.bool_]:
        """Rows with a finite estimate and a variance above zero."""
        return np.isfinite(self.estimates) & np.isfinite(self.variances) & (self.variances > 0)


def columns(**given: ArrayLike) -> tuple[Floats, ...]:
    """Return checked columns of equal length; a single number stands for every row.

    Args:
        given: the columns by name.

    Raises:
        InputError: a column holds no numbers, or the lengths differ.
    """
    read = {name: _read(name, values) for name, values in given.items()}
    longest = max(len(column) for column in read.values())
    for name, column in read.items():
        if len(column) not in {1, longest}:
            raise InputError(f"`{name}` has {len(column)} rows, other columns {longest}. Give one value for each study.")
    return tuple(np.broadcast_to(column, longest).astype(np.float64) for column in read.values())


def _read(name: str, values: ArrayLike) -> Floats:
    try:
        return np.atleast_1d(np.asarray(values, dtype=np.float64))
    except (TypeError, ValueError) as fault:
        raise InputError(f"`{name}` holds something that is not a number. Give numbers only.") from fault


def need(condition: NDArray[np.bool_], mend: str) -> None:
    """Refuse columns in which some row breaks a rule; rows with missing numbers pass.

    Args:
        condition: of shape (k,), what each row must satisfy.
        mend: a sentence on what to do.

    Raises:
        InputError: a row breaks the rule.
    """
    if not condition.all():
        raise InputError(f"Row {int(np.argmin(condition)) + 1}: {mend}")


def bias_correction(df: ArrayLike) -> Floats:
    """Return the exact factor that removes the small-sample bias of a standardised mean difference (Hedges 1981, J Educ Stat 6:107).

    Args:
        df: degrees of freedom of the standard deviation; below 2 there is no factor.
    """
    return np.array([_factor(float(m)) for m in np.atleast_1d(np.asarray(df, dtype=np.float64))])


def _factor(m: float) -> float:
    if not m > 1:
        return math.nan
    return math.exp(math.lgamma(m / 2) - math.log(m / 2) / 2 - math.lgamma((m - 1) / 2))
