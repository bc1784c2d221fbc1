"""Misspelt names: the one known name that is near enough, or none; near to two is a doubt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

SHORTEST = 5
LONGEST = 120
_DIGITS = re.compile(r"\d+")
# Most edits (one letter put in, left out, replaced or two swapped) that a name of at least this many letters may carry.
_EDITS = ((30, 4), (20, 3), (11, 2), (SHORTEST, 1))


class Near(Struct, frozen=True):
    """Known ingredients near to a misspelt name: one is an answer, several are a doubt; and the number of edits."""

    owners: tuple[str, ...]
    edits: int


class Spelling:
    """Finds what a misspelt name was meant to be."""

    def __init__(self, exact: Mapping[str, str], words: AbstractSet[str]) -> None:
        self._exact = exact
        self._words = words
        self._shelves: dict[tuple[str, ...], dict[int, list[str]]] | None = None

    def nearest(self, key: str, tokens: Sequence[str]) -> Near | None:
        """Return the known ingredients nearest to a misspelt name, or None.

        Numbers must agree, and only words that no known name holds can be misspelt: two correct names are never mixed up.

        Args:
            key: the squashed name.
            tokens: its words and numbers.
        """
        most = next((edits for letters, edits in _EDITS if len(key) >= letters), 0)
        if not most or len(key) > LONGEST or all(len(t) < 3 or t in self._words for t in tokens if t.isalpha()):
            return None
        sure = [t for t in tokens if len(t) > 3 and t in self._words]
        return self._search(key, most, sure)

    def _search(self, key: str, most: int, sure: Sequence[str]) -> Near | None:
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - well-spelt lists do without
        from rapidfuzz.process import extract  # noqa: PLC0415

        shelf = self._shelf(tuple(_DIGITS.findall(key)))
        candidates = [c for size in range(len(key) - most, len(key) + most + 1) for c in shelf.get(size, ())]
        hits = [(c, int(d)) for c, d, _ in extract(key, candidates, scorer=OSA.distance, score_cutoff=most, limit=8) if all(word in c for word in sure)]
        if not hits:
            return None
        least = min(d for _, d in hits)
        owners = tuple(dict.fromkeys(self._exact[c] for c, d in hits if d <= least + (least > 1)))
        return Near(owners, least)

    def _shelf(self, digits: tuple[str, ...]) -> dict[int, list[str]]:
        """Known keys with these numbers in this order, by length."""
        if self._shelves is None:
            shelves: dict[tuple[str, ...], dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
            for key in self._exact:
                shelves[tuple(_DIGITS.findall(key))][len(key)].append(key)
            self._shelves = shelves
        return self._shelves.get(digits, {})
