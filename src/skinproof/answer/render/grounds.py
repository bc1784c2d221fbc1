"""What the sentences of an answer rest on besides studies: rules, notes of treatments, records of regulators, with their sources."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from skinproof.answer.answer import Answer
from skinproof.catalogue.record import Note, Rule, Source
from skinproof.catalogue.treatment import Treatment

_NOTES = ("what_it_is", "mechanism", "depth", "sessions", "downtime", "pain", "lasts", "first_change", "stop_when", "maintain")


class Ground(Struct, frozen=True, kw_only=True):
    """A ground that is no study: how firm it is, where it was read, and whether a clinician reviewed the rule (None: it is no rule)."""

    basis: str
    sources: tuple[Source, ...]
    reviewed: bool | None = None


def grounds_of(answer: Answer) -> dict[str, Ground]:
    """Return the grounds of an answer by fact id.

    Args:
        answer: the answer.
    """
    found = {f"{kind}:{rule.id}": Ground(basis=rule.grade, sources=rule.sources, reviewed=rule.clinician_reviewed) for kind, rule in _rules(answer)}
    for treatment in answer.treatments:
        found |= {f"treatment:{treatment.id}#{field}": Ground(basis=note.basis, sources=note.sources) for field, note in _notes(treatment)}
    found |= {f"question:{q.id}": Ground(basis=q.note.basis, sources=q.note.sources) for q in answer.questions}
    return found | {f"regimen:{s.id}": Ground(basis=s.note.basis, sources=s.note.sources) for s in answer.regimen}


def _rules(answer: Answer) -> Iterable[tuple[str, Rule]]:
    gathered = answer.gathered
    yield from (("red_flag", r) for r in gathered.flags)
    yield from (("precaution", a.rule) for a in (*gathered.precautions, *gathered.exposures))
    yield from (("precaution", r) for r in gathered.unsaid)
    yield from (("combination", r) for r in gathered.combinations)
    yield from (("interval", s.rule) for s in gathered.intervals)
    yield from (("premise", r) for r in gathered.premises)
    yield from (("practice", r) for r in gathered.practice)
    yield from (("aftermath", r) for r in gathered.symptoms)
    yield from (("consensus", r) for r in gathered.consensus)
    yield from (("regulation", r) for r in gathered.regulation)
    yield from (("hazard", f.hazard) for f in (gathered.inside.flags if gathered.inside else ()))


def _notes(treatment: Treatment) -> Iterable[tuple[str, Note]]:
    yield from ((field, note) for field in _NOTES if (note := getattr(treatment, field)) is not None)
    yield from ((f"harms.{place}", note) for place, note in enumerate(treatment.harms))
    yield from ((f"sceptical.{place}", note) for place, note in enumerate(treatment.sceptical))
    yield from ((f"course.{place}", phase.note) for place, phase in enumerate(treatment.course))
