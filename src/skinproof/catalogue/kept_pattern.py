"""Patterns as the pack keeps them: an element of several words or stems stands once in a list of its own, and patterns point to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from skinproof.catalogue.pattern import Element, Pattern

Part = str | int  # one whole word; minus so many words of a gap; or the place of an element in the list
_NOTHING: Element = (frozenset(), ())


class KeptPattern(Struct, frozen=True, array_like=True, omit_defaults=True):
    """A pattern whose elements are kept elsewhere; `unless` is a place in the list, or -1."""

    owner: str
    elements: tuple[Part, ...]
    unless: int = -1
    beside: tuple[tuple[Part, ...], ...] = ()


class Elements:
    """The list that is filled while patterns are put away."""

    def __init__(self) -> None:
        self._place: dict[Element, int] = {}

    def kept(self, patterns: Iterable[Pattern]) -> list[KeptPattern]:
        """Return patterns as they are kept.

        Args:
            patterns: the patterns of one key of the index.
        """
        return [KeptPattern(p.owner, self._parts(p.elements), self._at(p.unless) if p.unless != _NOTHING else -1, tuple(self._parts(b) for b in p.beside)) for p in patterns]

    def listed(self) -> list[Element]:
        """Return every element that is pointed to, in its place."""
        return list(self._place)

    def _parts(self, elements: Sequence[Element | int]) -> tuple[Part, ...]:
        return tuple(-e if isinstance(e, int) else next(iter(e[0])) if len(e[0]) == 1 and not e[1] else self._at(e) for e in elements)

    def _at(self, element: Element) -> int:
        return self._place.setdefault(element, len(self._place))


def restored(kept: Iterable[KeptPattern], listed: Sequence[Element]) -> list[Pattern]:
    """Return patterns as they were before they were put away.

    Args:
        kept: the patterns of one key of the index.
        listed: the list of elements that they point to.
    """
    return [Pattern(k.owner, _elements(k.elements, listed), listed[k.unless] if k.unless >= 0 else _NOTHING, tuple(_elements(b, listed) for b in k.beside)) for k in kept]


def _elements(parts: Sequence[Part], listed: Sequence[Element]) -> tuple[Element | int, ...]:
    return tuple((frozenset((part,)), ()) if isinstance(part, str) else listed[part] if part >= 0 else -part for part in parts)
