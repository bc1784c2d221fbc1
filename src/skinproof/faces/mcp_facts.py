"""From what the public functions return to the typed parts of a tool's result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

import skinproof.api as api  # noqa: PLR0402 - a door sees the public functions by this name
from skinproof.faces.mcp_results import BriefCell, Cell, Paid, Reference, Rule, Statement, Together, Urgent

NOTE = (
    "These are all the facts there are here. Say nothing beyond them, keep the words of certainty, and name the sources. "
    "This informs; it does not diagnose and it does not clear anyone for a treatment."
)
# What a person must hear first comes first, so that a small budget cuts the rest.
_FIRST = ("urgent", "bottom_line", "precautions", "claims", "harms")


def made() -> dict[str, Any]:
    """Return what every result carries: which evidence it is from, and the note."""
    meta = api.evidence_meta()
    return {"evidence_version": meta["version"], "evidence_hash": meta["hash"], "note": NOTE}


def statements(answer: Mapping[str, Any]) -> list[Statement]:
    """Return the statements of an answer, those that must be heard first in front."""
    found = [Statement(section=s["id"].partition(".")[0], source_ids=s["fact_ids"], **{k: s[k] for k in ("id", "text", "basis")}) for s in answer["statements"]]
    return sorted(found, key=lambda s: _FIRST.index(s.section) if s.section in _FIRST else len(_FIRST))


def references(answer: Mapping[str, Any], said: Iterable[Statement]) -> list[Reference]:
    """Return the studies of an answer in the order in which its statements need them."""
    order = list(dict.fromkeys(f.partition("#")[0] for s in said for f in s.source_ids))
    found = [Reference(source_id=f"study:{r['id']}", **{k: r[k] for k in ("citation", "pmid", "doi", "url", "funding")}) for r in answer["references"]]
    return sorted(found, key=lambda r: order.index(r.source_id) if r.source_id in order else len(order))


def row_cell(row: Mapping[str, Any], labels: Mapping[str, str]) -> Cell:
    """Return the verdict of one row of an answer.

    Args:
        row: as the JSON of an answer has it.
        labels: plain words by outcome id.
    """
    same = {k: row[k] for k in ("id", "treatment", "outcome", "window", "direction", "certainty", "participants", "newest", "reading_depth")}
    ids = [f"study:{i}" for i in row["study_ids"]]
    return Cell(
        **same, outcome_label=labels.get(row["outcome"], row["outcome"]), compared_with=row["comparator"], sentence=row["statement"] or "No study was found.",
        reasons=[r["text"] for r in row["reasons"]], funding={k: Paid(**v) for k, v in row["funding"].items()}, source_ids=[f"verdict:{row['id']}", *ids] if ids else [],
    )


def line_cell(line: Any) -> Cell:
    """Return a verdict as a page shows it."""
    same = {k: getattr(line, k) for k in ("id", "treatment", "outcome", "outcome_label", "window", "direction", "certainty", "sentence", "participants", "newest", "reading_depth")}
    return Cell(
        **same, compared_with=line.comparator, reasons=[s.text for s in line.steps], funding={k: Paid(**msgspec.to_builtins(v)) for k, v in line.funding.items()},
        source_ids=[f"verdict:{line.id}", *(f"study:{s.id}" for s in line.studies)],
    )


def brief_cell(line: Any) -> BriefCell:
    """Return a verdict without the steps of its grading, as a comparison shows it."""
    return BriefCell(**line_cell(line).model_dump(include=set(BriefCell.model_fields)))


def urgent(flags: Iterable[Any]) -> list[Urgent]:
    """Return signs that need a doctor, the loudest first."""
    return [Urgent(level=f.level, why=f.why, do=f.do, source_ids=[f"red_flag:{f.id}", *_pages(f)]) for f in flags]


def held(gathered: Any) -> list[Rule]:
    """Return the rules that hold for what was said of the person, what has already happened first."""
    return [_rule(a.rule, (a.condition,)) for a in (*gathered.exposures, *gathered.precautions)]


def unsaid(gathered: Any) -> list[Rule]:
    """Return the rules that would stop or put off the treatment if their condition held."""
    return [_rule(rule, rule.when) for rule in gathered.unsaid]


def together(gathered: Any) -> list[Together]:
    """Return the rules about using together what was named."""
    return [Together(id=f"combination:{r.id}", rule=r.same_time, why=r.why, do=r.do, clinician_reviewed=r.clinician_reviewed, source_ids=_pages(r)) for r in gathered.combinations]


def intervals(gathered: Any) -> list[Together]:
    """Return the rules about the time between what was named."""
    return [_interval(s.rule, s.fit) for s in gathered.intervals]


def _interval(rule: Any, fit: str) -> Together:
    span = f"{rule.least_days:g} days" if rule.least_days == rule.most_days else f"{rule.least_days:g} to {rule.most_days:g} days"
    return Together(
        id=f"interval:{rule.id}", rule=f"{rule.kind}: {span}", why=rule.why, do=f"Take the longer time. The plan that was told: {fit.replace('_', ' ')}.",
        clinician_reviewed=rule.clinician_reviewed, source_ids=_pages(rule),
    )


def _rule(rule: Any, conditions: Iterable[str | None]) -> Rule:
    labels = api.conditions()
    said = " or ".join(labels.get(c, c.replace("_", " ")) for c in conditions if c)
    same = {k: getattr(rule, k) for k in ("action", "why", "do", "until", "grade", "clinician_reviewed")}
    return Rule(id=f"precaution:{rule.id}", condition=said, source_ids=_pages(rule), **same)


def _pages(rule: Any) -> list[str]:
    return list(dict.fromkeys(f"PMID {s.pmid}" if s.pmid else f"doi:{s.doi}" if s.doi else s.address for s in rule.sources))
