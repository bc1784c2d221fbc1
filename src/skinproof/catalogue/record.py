"""What all fact records share: strictness, sources, and notes in our own words."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

from skinproof.types import Depth, Grade, is_doi, is_pmid


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A fact: frozen, slotted, keyword-only, and intolerant of fields that it does not know."""


def need(condition: bool, mend: str) -> None:
    """Refuse a record.

    Args:
        condition: what must hold.
        mend: how to mend it when it does not.

    Raises:
        ValueError: the condition does not hold.
    """
    if not condition:
        raise ValueError(mend)


class Source(Record, frozen=True, kw_only=True):
    """One page that was read, how much of it, and when; with the identifiers of the paper behind it."""

    address: str
    read: Depth
    date: dt.date
    citation: str | None = None
    pmid: str | None = None
    doi: str | None = None

    def __post_init__(self) -> None:
        need(self.pmid is None or is_pmid(self.pmid), "pmid must be the number alone, quoted")
        need(self.doi is None or is_doi(self.doi), "doi must begin with 10. and hold no address")


Basis = Literal["trial", "measured", "label", "regulator", "consensus", "review", "case", "clinic", "maker", "inference", "not_stated"]


class Note(Record, frozen=True, kw_only=True):
    """One statement in our own words, with what it rests on."""

    text: str
    basis: Basis
    sources: tuple[Source, ...] = ()
    studies: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        need(bool(self.sources or self.studies) or self.basis in {"inference", "not_stated"},
             "a note rests on a source or a study; otherwise its basis is inference or not_stated")


class Scope(Record, frozen=True, kw_only=True):
    """What a rule is about: treatments by class or id, ingredients, routes. Empty means anything."""

    classes: tuple[str, ...] = ()
    treatments: tuple[str, ...] = ()


class Rule(Record, frozen=True, kw_only=True):
    """What any safety rule carries."""

    id: str
    grade: Grade
    sources: tuple[Source, ...]
    clinician_reviewed: bool = False
