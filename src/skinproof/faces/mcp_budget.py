"""Keeping a tool's result within a budget of characters, and saying what was left out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

LEAST, USUAL, MOST = 4_000, 20_000, 100_000
# Room for the flags themselves: three short fields for each list that may be cut.
_FLAGS, _FLAG = 100, 130


class Listed(Struct, frozen=True, kw_only=True):
    """A list of a result: its field, its items with the most important first, and its share of the room."""

    field: str
    items: Sequence[Any]
    share: float = 1.0


def fit(core: dict[str, Any], lists: Sequence[Listed], budget: int) -> dict[str, Any]:
    """Return a result that keeps its core whole and as many items of its lists as a budget allows.

    Args:
        core: what is never cut, such as urgent signs and the bottom line.
        lists: what may be cut, each from its end.
        budget: characters of the result as indented JSON, the form in which assistants get it.

    Returns:
        The core, the lists, `truncated`, and `left_out` with the field, the items shown and their total.
    """
    room = max(0, budget - size(core) - _FLAGS - _FLAG * len(lists))
    shown = {part.field: 0 for part in lists}
    for shares in (sum(p.share for p in lists), None):  # first each within its share, then whoever still has items
        free = room
        for part in lists:
            allowed = room if shares is None else int(free * part.share / shares)
            count, used = _taken(part.items[shown[part.field] :], allowed)
            shown[part.field] += count
            room -= used
    left = [{"field": p.field, "shown": shown[p.field], "total": len(p.items)} for p in lists if shown[p.field] < len(p.items)]
    return {**core, **{p.field: list(p.items[: shown[p.field]]) for p in lists}, "truncated": bool(left), "left_out": left}


def size(value: Any) -> int:
    """Return the characters that a value takes inside an indented JSON result."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return len(text) + 4 * (text.count("\n") + 1) + 2


def _taken(items: Sequence[Any], allowed: int) -> tuple[int, int]:
    """How many items fit from the front, and what they take."""
    count = used = 0
    for item in items:
        needed = size(item)
        if used + needed > allowed:
            break
        count, used = count + 1, used + needed
    return count, used
