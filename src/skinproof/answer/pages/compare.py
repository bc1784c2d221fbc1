"""Treatments side by side on the same outcomes."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from skinproof.answer.efficacy import on
from skinproof.answer.knowledge import Knowledge
from skinproof.answer.pages.treatment import Named
from skinproof.answer.pages.verdict_line import VerdictLine, messages_of, verdict_line
from skinproof.answer.pictures.grid import certainty_grid
from skinproof.answer.pictures.svg import Picture
from skinproof.answer.words import listed, outcome_label
from skinproof.errors import InputError

FEWEST, MOST = 2, 5
_MOST_OUTCOMES = 12


class ComparedRow(Struct, frozen=True, kw_only=True):
    """One outcome: the best verdict on each treatment, None where it was not studied."""

    outcome: Named
    verdicts: tuple[VerdictLine | None, ...]


class Comparison(Struct, frozen=True, kw_only=True):
    """Treatments by outcomes."""

    treatments: tuple[Named, ...]
    rows: tuple[ComparedRow, ...]
    picture: Picture | None


def compare(knowledge: Knowledge, names: Sequence[str]) -> Comparison:
    """Return treatments side by side on what any of them was tested on or is sold for; outcomes that more share come first.

    Args:
        knowledge: the pack.
        names: ids of two to five treatments.

    Raises:
        InputError: too few, too many, or an unknown id.
    """
    wanted = list(dict.fromkeys(names))
    if not FEWEST <= len(wanted) <= MOST:
        raise InputError(f"Choose {FEWEST} to {MOST} different treatments to compare; {len(wanted)} given.")
    found = {name: t for name in wanted if (t := knowledge.treatment(name)) is not None}
    if unknown := [name for name in wanted if name not in found]:
        raise InputError(f"There is no treatment with the id {unknown[0]!r}. Search for it by name.")
    tested = {name: {v.outcome for v in knowledge.verdicts(name) if v.certainty != "none"} for name in wanted}
    shared = sorted({o for them in tested.values() for o in them}, key=lambda o: (-sum(o in t for t in tested.values()), outcome_label(knowledge, o)))
    rows = tuple(_row(knowledge, wanted, outcome) for outcome in shared[:_MOST_OUTCOMES])
    treatments = tuple(Named(id=name, name=t.name) for name, t in found.items())
    return Comparison(treatments=treatments, rows=rows, picture=_picture(treatments, rows) if rows else None)


def _row(knowledge: Knowledge, names: Sequence[str], outcome: str) -> ComparedRow:
    messages = messages_of(knowledge)
    best = [next((v for v in on(knowledge, name, outcome) if v.certainty != "none"), None) for name in names]
    return ComparedRow(
        outcome=Named(id=outcome, name=outcome_label(knowledge, outcome)), verdicts=tuple(verdict_line(knowledge, messages, v) if v else None for v in best),
    )


def _picture(treatments: Sequence[Named], rows: Sequence[ComparedRow]) -> Picture:
    seen = {(v.treatment, v.outcome): (v.direction, v.certainty) for row in rows for v in row.verdicts if v is not None}
    names = listed(t.name for t in treatments)
    return certainty_grid("grid", f"How sure the evidence is: {names}", {t.id: t.name for t in treatments}, {r.outcome.id: r.outcome.name for r in rows}, seen)
