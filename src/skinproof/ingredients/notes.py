"""What is said of a list as a whole: what it holds, lacks, repeats, and how long it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from skinproof.catalogue.ingredient import ListNote
from skinproof.ingredients.listing import Listed
from skinproof.types import Route

# "At the end": all bearers stand within this last share of a list that is long enough to have an end.
_LAST_SHARE = 0.5
_LONG_ENOUGH = 8


class NoteHeld(Struct, frozen=True, kw_only=True):
    """A note that holds, and the entries that made it hold."""

    note: ListNote
    entries: tuple[str, ...] = ()


def notes_of(entries: Sequence[Listed], route: Route, notes: Iterable[ListNote]) -> list[NoteHeld]:
    """Return the notes that hold of a list, in the order of the facts.

    Args:
        entries: of the list.
        route: how the product meets the skin.
        notes: from the facts.
    """
    certain = [e for e in entries if not e.may_contain]
    tags = [{*e.classes, f"={e.key}"} for e in certain]
    return [held for note in notes if (not note.routes or route in note.routes) and (held := _held(note, certain, tags)) is not None]


def _held(note: ListNote, entries: Sequence[Listed], tags: Sequence[set[str]]) -> NoteHeld | None:
    wanted = {*note.classes, *(f"={i}" for i in note.ingredients)}
    bearing = [e for e, own in zip(entries, tags, strict=True) if not wanted.isdisjoint(own)]
    kinds = {e.key for e in bearing}
    if note.looks == "repeated":
        bearing = [e for e in entries if e.repeats is not None]
    holds = {
        "present": bool(bearing), "absent": any(e.ingredient is not None for e in entries) and not bearing, "many": len(kinds) >= note.least, "several": len(bearing) >= note.least, "repeated": bool(bearing),
        "last": _at_the_end(bearing, entries), "short": 0 < len(entries) <= note.least, "long": len(entries) >= note.least,
    }[note.looks]
    return NoteHeld(note=note, entries=tuple(dict.fromkeys(e.written for e in bearing))) if holds else None


def _at_the_end(bearing: Sequence[Listed], entries: Sequence[Listed]) -> bool:
    return bool(bearing) and len(entries) >= _LONG_ENOUGH and min(e.position for e in bearing) > len(entries) * _LAST_SHARE
