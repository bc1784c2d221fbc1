"""A name as written → the ingredient that it is, how it was recognised, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from skinproof.ingredients.keys import folded, scanned, squash, tokens
from skinproof.ingredients.names import LONGEST_NAME, Names
from skinproof.ingredients.spelling import Spelling

How = Literal["exact", "other_language", "scanned", "spelling", "part", "doubt", "unknown"]
# How sure a match is, from 0 to 1. Assumed: an order, not a measured chance.
CONFIDENCE: dict[How, float] = {"exact": 1.0, "other_language": 0.97, "part": 0.95, "scanned": 0.93, "spelling": 0.9, "doubt": 0.4, "unknown": 0.0}
_MOST_KEPT = 100_000
_BRACKETS = re.compile(r"\s*[(\[{][^()\[\]{}]*[)\]}]?\s*")
_INSIDE = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]?")
_FOOTNOTE = re.compile(r"(?<=[A-Za-z)])\d{1,2}$|[¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇ]+$")
_SLASH = re.compile(r"\s*[/|\\]\s*")
_TRANSLATION = re.compile(r"\b(?:de|du|des|d|del|von|of|huile|extrait|beurre|eau|aceite|extracto|agua|wasser)\b", re.IGNORECASE)
# Names that many substances share: what stands in brackets behind them says which is meant.
_LOOSE = frozenset({"vita", "vitc", "vite", "vitb3", "vitb5", "vitamina", "vitaminea", "vitaminc", "vitaminec", "vitamine", "vitaminb3", "vitaminb5", "peptidecomplex", "peptideblend", "fragrancemix"})
# Names with these words are one substance however many slashes they hold.
_ONE_SUBSTANCE = ("polymer", "protein", "glyceride", "ferment", "extract", "copolyol")


class Match(Struct, frozen=True):
    """The ingredient of a name (None when unknown or in doubt), how it was found, and who else it may be."""

    ingredient_id: str | None
    how: How
    candidates: tuple[str, ...] = ()

    @property
    def confidence(self) -> float:
        """How sure the match is, from 0 to 1; an order, not a measured chance."""
        return CONFIDENCE[self.how]


UNKNOWN = Match(None, "unknown")


class Resolver:
    """Looks names up, and remembers what it found."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._spelling = Spelling(names.exact, names.words)
        self._kept: dict[str, Match] = {}
        self._known: dict[str, str | None] = {}

    def known(self, name: str) -> str | None:
        """Return the ingredient of a name spelt exactly as known, spaces and case apart, or None."""
        if name not in self._known:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            self._known[name] = self._names.exact.get(squash(name)) if len(name) <= LONGEST_NAME else None
        return self._known[name]

    def resolve(self, name: str) -> Match:
        """Return what a name is.

        Args:
            name: one entry of a list, without percentages and marks.
        """
        if name not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[name] = self._resolve(name) if len(name) <= LONGEST_NAME else UNKNOWN
        return self._kept[name]

    def _resolve(self, name: str) -> Match:
        for form in _forms(name):
            key = squash(form)
            if (owner := self._names.exact.get(key)) is not None:
                return Match((self._inside(name) if key in _LOOSE else None) or owner, "exact")
        return self._parts(name) or self._spelt_otherwise(name) or UNKNOWN

    def _inside(self, name: str) -> str | None:
        """The one ingredient named in brackets, or None."""
        owners = {o for p in _INSIDE.findall(name) if (o := self.known(p)) is not None}
        return owners.pop() if len(owners) == 1 else None

    def _parts(self, name: str) -> Match | None:
        """Several names of one thing beside each other: "Aqua/Water/Eau", "Provitamin B5 (Panthenol)"."""
        bare = _BRACKETS.sub(" ", name)
        if "/" not in bare and "|" not in bare:
            inside = self._inside(name) if "(" in name.lstrip("( ") else None
            return Match(inside, "part") if inside else None
        pieces = _SLASH.split(bare)
        if any(word in name.casefold() for word in _ONE_SUBSTANCE) and not any(_TRANSLATION.search(p) for p in pieces):
            return None
        owners: set[str] = set()
        for piece in pieces:
            owner = self.known(piece) or self._names.folded.get(folded(piece)[0])
            if owner is not None:
                owners.add(owner)
            elif not _TRANSLATION.search(piece):
                return None
        return Match(owners.pop(), "part") if len(owners) == 1 else None

    def _spelt_otherwise(self, name: str) -> Match | None:
        forms = list(dict.fromkeys(_forms(name)))
        for form in forms:
            owners = {o for key in folded(form) if (o := self._names.folded.get(key)) is not None}
            if len(owners) == 1:
                return Match(owners.pop(), "other_language")
        for form in forms:
            if (owner := self._names.scanned.get(scanned(squash(form)))) is not None:
                return Match(owner, "scanned")
        return self._misspelt(forms)

    def _misspelt(self, forms: list[str]) -> Match | None:
        doubt: tuple[str, ...] = ()
        for form in forms:
            near = self._spelling.nearest(squash(form), tokens(form))
            if near is not None and len(near.owners) == 1:
                return Match(near.owners[0], "spelling")
            doubt = doubt or (near.owners if near else ())
        return Match(None, "doubt", doubt) if doubt else None


def _forms(name: str) -> Iterator[str]:
    """A name as it stands, without a footnote number, without brackets, without both."""
    yield name
    if _FOOTNOTE.search(name):
        yield _FOOTNOTE.sub("", name)
    if ("(" in name or "[" in name) and name[0] not in "([":
        bare = _BRACKETS.sub(" ", name).strip()
        if bare:
            yield bare
            if _FOOTNOTE.search(bare):
                yield _FOOTNOTE.sub("", bare)
