"""A table pasted with bars between its columns: only the column with the names is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from skinproof.ingredients.label import Region

_CELL = re.compile(r"[^|\n]+")
_FEWEST_ROWS = 3


def name_column(text: str, region: Region, likely: Callable[[str], bool]) -> list[Region]:
    """Return the cells of the column that holds most names, or the region itself when it is no table.

    table = row (line break row)+ ; row = cell ("|" cell)+ ; all rows have the same number of cells.

    Args:
        text: the whole text.
        region: a stretch of it.
        likely: tells whether a name is recognised at all.
    """
    if text.count("|", region.start, region.end) < _FEWEST_ROWS:
        return [region]
    breaks = [region.start, *(m.start() for m in re.finditer("\n", text[region.start : region.end])), region.end - region.start]
    lines = [(region.start + a if place else region.start, region.start + b) for place, (a, b) in enumerate(pairwise([0, *breaks[1:]]))]
    rows = [cells for start, end in lines if (cells := [(m.start(), m.end()) for m in _CELL.finditer(text, start, end) if m.group().strip(" -:")])]
    if len(rows) < _FEWEST_ROWS or len({len(cells) for cells in rows}) != 1 or len(rows[0]) < 2:
        return [region]
    columns = list(zip(*rows, strict=True))
    held = [sum(likely(text[a:b].strip()) for a, b in column) for column in columns]
    best = held.index(max(held))
    if held[best] * 2 < len(rows) or sum(held) - held[best] > held[best] // 2:
        return [region]
    return [Region(a, b, region.part) for a, b in columns[best]]
