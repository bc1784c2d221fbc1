"""How much of an ingredient is usual: shares seen in trials, safety reports, monographs and law, each with its source; and shares beyond them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from msgspec import Struct

from skinproof.catalogue.record import Record, Source, need
from skinproof.ingredients.law import LawHit
from skinproof.ingredients.listing import Listed

FOLDER = Path(__file__).parent.parent / "facts" / "ingredients" / "usual"
Basis = Literal["law", "monograph", "safety_report", "trial", "review"]
Severity = Literal["stop", "high", "caution", "info"]


class Strength(Record, frozen=True, kw_only=True):
    """A share in percent in which an ingredient was seen, for what use, and where.

    `low` and `high` are the ends as told; one may be missing. `above` is what to say, and with which `severity`, when a label
    tells more than `high`.
    """

    id: str
    ingredients: tuple[str, ...]
    low: float | None = None
    high: float | None = None
    basis: Basis
    use: str
    above: str | None = None
    severity: Severity = "caution"
    studies: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        told = [share for share in (self.low, self.high) if share is not None]
        need(bool(told) and told == sorted(told) and 0 < told[-1] <= 100, "give low or high in percent, the lower first, above 0 and at most 100")
        need(bool(self.sources or self.studies), "a usual share rests on a source or a study")


class Usual(Struct, frozen=True, kw_only=True):
    """A usual share of an ingredient, in percent: its ends, what it rests on, for what use, and where that stands."""

    low: float | None
    high: float | None
    basis: Basis
    use: str
    sources: tuple[str, ...]


class Strong(Struct, frozen=True, kw_only=True):
    """An entry of which the label tells more than the highest usual share."""

    strength: Strength
    entry: str
    percent: float


class Strengths:
    """The usual shares by ingredient."""

    def __init__(self, records: Iterable[Strength]) -> None:
        held: dict[str, list[Strength]] = {}
        for record in records:
            for name in record.ingredients:
                held.setdefault(name, []).append(record)
        self._held: Mapping[str, Sequence[Strength]] = held

    def of(self, name: str) -> Sequence[Strength]:
        """Return the records of an ingredient, by its id."""
        return self._held.get(name, ())

    def strong(self, entries: Iterable[Listed]) -> list[Strong]:
        """Return the entries of which the label tells more than a record that has something to say to that.

        Args:
            entries: of a list.
        """
        return [
            Strong(strength=s, entry=e.written, percent=e.percent) for e in entries if e.ingredient and e.percent is not None for s in self.of(e.ingredient.id) if s.above and s.high is not None and e.percent > s.high
        ]


@cache
def read_strengths(folder: Path = FOLDER) -> Strengths:
    """Return the usual shares of a folder of fact files.

    Args:
        folder: where they lie.

    Raises:
        FactError: something is wrong; the message has one line for each file at fault.
    """
    from skinproof.catalogue.files import load_all  # noqa: PLC0415 - most questions paste no list and need no YAML

    return Strengths(record for records in load_all(sorted(folder.glob("*.yaml")), tuple[Strength, ...]) for record in records)


def usual(entry: Listed, strengths: Strengths, law: Iterable[LawHit]) -> list[Usual]:
    """Return the usual shares of an entry: what the law allows first, then what was seen.

    Args:
        entry: of a list.
        strengths: the facts.
        law: what the annexes say of the entry.
    """
    allowed = [
        Usual(low=None, high=h.most_percent, basis="law", use=f"EU cosmetics, Annex {h.annex.annex}", sources=(f"Regulation (EC) No 1223/2009, Annex {h.annex.annex}, entry {h.annex.entry}",))
        for h in law if h.most_percent is not None
    ]
    seen = strengths.of(entry.ingredient.id) if entry.ingredient else ()
    return [*allowed, *(Usual(low=s.low, high=s.high, basis=s.basis, use=s.use, sources=(*s.studies, *(x.pmid or x.doi or x.address for x in s.sources))) for s in seen)]
