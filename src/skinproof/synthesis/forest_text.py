"""A forest plot in plain characters, for a terminal."""

from __future__ import annotations

import math

from skinproof.errors import InputError
from skinproof.synthesis.pooling.distributions import normal_quantile
from skinproof.synthesis.synthesize import Synthesis

_PLOT = 41  # characters; odd, so that one stands in the middle


def forest_lines(found: Synthesis, level: float = 0.95) -> list[str]:
    """Return the effects of a cell as lines, one a study, with the pooled one last where there are several.

    Args:
        found: the synthesis of a cell, with at least one effect size.
        level: of confidence of each study's interval, as a share.

    Raises:
        InputError: there is no effect size to draw.
    """
    if not found.rows:
        raise InputError("No study of this cell gives numbers that allow an effect size, so there is nothing to draw.")
    z = normal_quantile(0.5 + level / 2)
    rows = [(row.study_id, row.estimate, row.estimate - z * math.sqrt(row.variance), row.estimate + z * math.sqrt(row.variance)) for row in found.rows]
    if found.fit is not None:
        rows.append(("together", found.fit.estimate, found.fit.lower, found.fit.upper))
    reach = max(max(abs(low), abs(high)) for _, _, low, high in rows)
    width = max(len(name) for name, *_ in rows)
    lines = [f"{name:<{width}}  {_bar(estimate, low, high, reach)}  {estimate:.2f} ({low:.2f} to {high:.2f})" for name, estimate, low, high in rows]
    return [*lines, f"{'':<{width}}  {_axis(reach)}  {found.scale}; right of 0 favours the treatment"]


def _place(value: float, reach: float) -> int:
    return round((value / reach + 1) / 2 * (_PLOT - 1))


def _bar(estimate: float, low: float, high: float, reach: float) -> str:
    left, middle, right = (_place(value, reach) for value in (low, estimate, high))
    drawn = ["-" if left <= place <= right else " " for place in range(_PLOT)]
    drawn[_place(0.0, reach)] = "|"
    drawn[middle] = "o"
    return "".join(drawn)


def _axis(reach: float) -> str:
    return f"{-reach:<{_PLOT // 2}.2g}0{reach:>{_PLOT // 2}.2g}"
