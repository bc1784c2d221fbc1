"""Two groups compared by how many people had an event: the 2 by 2 table.

Sources: Fleiss and Berlin 2009 (Handbook of Research Synthesis, ch. 13); half a person is added to each cell of tables with an empty cell.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from skinproof.synthesis.effects.estimates import Effects, Floats, columns, need

CONTINUITY = 0.5  # of a person, added where a cell is empty


def table(events1: ArrayLike, without1: ArrayLike, events2: ArrayLike, without2: ArrayLike) -> tuple[Floats, ...]:
    """Return the checked four columns of 2 by 2 tables.

    Args:
        events1: people with the event in group 1, of shape (k,).
        without1: people without it in group 1.
        events2: people with it in group 2.
        without2: people without it in group 2.

    Raises:
        InputError: a count is below zero.
    """
    cells = columns(events1=events1, without1=without1, events2=events2, without2=without2)
    need(~(np.min(cells, axis=0) < 0), "a count is below zero. Give people with and without the event, not totals.")
    return cells


def corrected(cells: tuple[Floats, ...], addition: float = CONTINUITY) -> tuple[Floats, ...]:
    """Return tables with a constant added to all cells of those that have an empty one.

    Args:
        cells: four columns of counts.
        addition: what is added.
    """
    empty = np.min(cells, axis=0) == 0
    return tuple(cell + addition * empty for cell in cells)


def odds_ratio(*, events1: ArrayLike, without1: ArrayLike, events2: ArrayLike, without2: ArrayLike) -> Effects:
    """Return log odds ratios (OR).

    Args:
        events1: people with the event in group 1, of shape (k,).
        without1: people without it in group 1.
        events2: people with it in group 2.
        without2: people without it in group 2.

    Raises:
        InputError: a count is below zero.
    """
    a, b, c, d = corrected(table(events1, without1, events2, without2))
    return Effects(measure="OR", estimates=np.log(a * d / (b * c)), variances=1 / a + 1 / b + 1 / c + 1 / d)


def risk_ratio(*, events1: ArrayLike, without1: ArrayLike, events2: ArrayLike, without2: ArrayLike) -> Effects:
    """Return log risk ratios (RR).

    Args:
        events1: people with the event in group 1, of shape (k,).
        without1: people without it in group 1.
        events2: people with it in group 2.
        without2: people without it in group 2.

    Raises:
        InputError: a count is below zero.
    """
    a, b, c, d = corrected(table(events1, without1, events2, without2))
    n1, n2 = a + b, c + d
    return Effects(measure="RR", estimates=np.log(a / n1) - np.log(c / n2), variances=1 / a - 1 / n1 + 1 / c - 1 / n2)


def risk_difference(*, events1: ArrayLike, without1: ArrayLike, events2: ArrayLike, without2: ArrayLike) -> Effects:
    """Return risk differences, group 1 minus group 2 (RD).

    Args:
        events1: people with the event in group 1, of shape (k,).
        without1: people without it in group 1.
        events2: people with it in group 2.
        without2: people without it in group 2.

    Raises:
        InputError: a count is below zero.
    """
    a, b, c, d = corrected(table(events1, without1, events2, without2))
    n1, n2 = a + b, c + d
    return Effects(measure="RD", estimates=a / n1 - c / n2, variances=a * b / n1**3 + c * d / n2**3)
