"""Outcomes and goals: what is measured, and what people hope for."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from skinproof.catalogue.record import Record


class Mid(Record, frozen=True, kw_only=True):
    """The smallest change that matters, and whether it was published or is assumed."""

    value: float
    unit: str
    basis: Literal["published", "assumed"]
    source: str | None = None


class Outcome(Record, frozen=True, kw_only=True):
    """One thing that is measured or rated."""

    id: str
    label: str
    better: Literal["higher", "lower"]
    mid: Mid | None = None  # none where cases are counted: each one fewer matters


class Goal(Record, frozen=True, kw_only=True):
    """What a person hopes for: a plain label, the outcomes that could show it, best first, and goals that it takes for granted.

    Where an outcome is wider than the aim, `only` names the treatments that are for this aim.
    """

    label: str
    outcomes: tuple[str, ...]
    en: tuple[str, ...]
    fr: tuple[str, ...] = ()
    es: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


class Sense(Record, frozen=True, kw_only=True):
    """What a wide name means when the text also holds one of some words, or hopes for nothing but some goals."""

    members: tuple[str, ...]
    words: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()


class Bare(Record, frozen=True, kw_only=True):
    """Words that name a family alone, unless one of some words stands right before or after: "my skin will peel" names none. Those of `abroad` do so in French and Spanish: "peeling"."""

    words: tuple[str, ...]
    abroad: tuple[str, ...] = ()
    not_after: tuple[str, ...]
    not_before: tuple[str, ...]


class Family(Record, frozen=True, kw_only=True):
    """A name wide enough for several treatments, and the members that it usually means."""

    label: str
    members: tuple[str, ...]
    names: tuple[str, ...]
    senses: tuple[Sense, ...] = ()  # the first that fits replaces the members
    bare: Bare | None = None
    substance: bool = False  # one substance in several forms: only the name of a form makes it silent
    kin: tuple[str, ...] = ()  # filled by the pack: treatments that share a class with a member, whose naming makes the family silent


class Search(Record, frozen=True, kw_only=True):
    """A search for studies: what "nothing found" rests on."""

    id: str
    about: tuple[str, ...]
    query: str
    source: str
    date: dt.date
    hits: int | None = None
    kept: int | None = None
    note: str | None = None


class Meaning(Record, frozen=True, kw_only=True):
    """What a wording stands for: aims, treatments, or nothing that we hold."""

    goals: tuple[str, ...] = ()
    treatments: tuple[str, ...] = ()
