"""Reading an ingredient list: pieces between commas, each matched to a known ingredient or left as a doubt."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from skinproof.catalogue.ingredient import Ingredient

# A comma between two digits belongs to a chemical name (1,2-hexanediol), not to the list.
_SEPARATOR = re.compile(r"(?<!\d),|,(?!\d)|[;•\n]")
_NOISE = re.compile(r"\s*\([^)]*\)\s*$|[*†‡.…]+$|^\s*(?:\.{2,}|…)\s*|\s*\d+(?:\.\d+)?\s?%\s*$")
_LEAD = re.compile(r"^.*\b(?:ingredients?|inci|list ok)\b[^:?]*[:?]\s*", re.IGNORECASE)


class Listed(Struct, frozen=True, kw_only=True):
    """One entry of a list: as written, its place, and the ingredient that it is, or None when in doubt."""

    written: str
    position: int
    ingredient: Ingredient | None


def read_list(text: str, find: Callable[[str], Ingredient | None]) -> list[Listed]:
    """list = entry (separator entry)* ; separator = "," not between digits, ";", bullet or line break

    Args:
        text: the list as pasted.
        find: returns the ingredient of a name, or None.
    """
    entries: list[Listed] = []
    for piece in _SEPARATOR.split(_LEAD.sub("", text)):
        written = piece.strip(" \t.…")
        if not written:
            continue
        name = _NOISE.sub("", _NOISE.sub("", written)).strip(" .")
        entries.append(Listed(written=written, position=len(entries) + 1, ingredient=find(name)))
    return entries
