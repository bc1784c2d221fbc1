"""What the evidence covers: counts over all studies, and treatment by outcome; and random records to check against their sources."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from typing import Any

from skinproof.answer.knowledge import Knowledge
from skinproof.catalogue.treatment import Treatment
from skinproof.evidence.study import Study
from skinproof.synthesis.verdict import Verdict

_NULL = {"no_clear_difference", "versus_better", "equivalence_shown"}


def coverage(knowledge: Knowledge) -> dict[str, Any]:
    """Return counts over the evidence, with the treatments that no human study was found for.

    Args:
        knowledge: the pack.
    """
    studies = knowledge.store.all("study", Study)
    human = [s for s in studies if s.human]
    treatments = knowledge.store.all("treatment", Treatment)
    studied = {v.treatment for v in knowledge.store.all("verdict", Verdict)}
    named = sum(bool(s.citation.pmid or s.citation.doi or s.citation.registry) for s in human)
    stated = sum(s.funding.kind in {"independent", "maker", "mixed"} for s in human)
    return {
        "treatments": len(treatments), "studies": len(studies), "human_studies": len(human),
        "randomised_or_systematic_review": sum(s.design == "systematic_review" or s.allocation == "random" for s in human),
        "null_or_negative": sum(_null(s) for s in human),
        "identified_share": round(named / len(human), 3) if human else 0,  # PMID, DOI or registry id
        "identified_share_with_pmcid": round(sum(bool(s.citation.pmid or s.citation.doi or s.citation.registry or s.citation.pmcid) for s in human) / len(human), 3) if human else 0,
        "computable_effect_sizes": sum(_computable(s) for s in human),
        "funding_stated_share": round(stated / len(human), 3) if human else 0,
        "funding": dict(sorted(Counter(s.funding.kind for s in human).items())),
        "reading_depth": dict(sorted(Counter(s.depth for s in human).items())),
        "read_by_two": sum(s.read_by > 1 for s in human),
        "without_human_study": [
            {"treatment": t.id, "searched": [s.query for s in knowledge.searches if t.id in s.about]} for t in treatments if t.id not in studied
        ],
    }


def _null(study: Study) -> bool:
    """Whether the primary finding is null or negative; without a primary one, at least half of those that tell a direction."""
    told = [f for f in study.findings if f.result != "not_reported"]
    chosen = [f for f in told if f.primary] or [f for f in told if f.analysis == "between"] or told
    return bool(chosen) and 2 * sum(f.result in _NULL for f in chosen) >= len(chosen)


def _computable(study: Study) -> int:
    """How many findings carry an effect, or numbers of both sides."""
    numbers = [f.numbers for f in study.findings if f.numbers is not None]
    return sum(n.effect is not None or (n.arm is not None and n.versus is not None) for n in numbers)


def table(knowledge: Knowledge) -> list[dict[str, Any]]:
    """Return one row for each treatment and outcome that was studied.

    Args:
        knowledge: the pack.
    """
    rows: dict[tuple[str, str], list[Verdict]] = {}
    for verdict in knowledge.store.all("verdict", Verdict):
        rows.setdefault((verdict.treatment, verdict.outcome), []).append(verdict)
    return [_row(knowledge, treatment, outcome, verdicts) for (treatment, outcome), verdicts in sorted(rows.items()) if knowledge.treatment(treatment)]


def _row(knowledge: Knowledge, treatment: str, outcome: str, verdicts: Iterable[Verdict]) -> dict[str, Any]:
    studies = [s for i in sorted({i for v in verdicts for i in v.study_ids}) if (s := knowledge.study(i)) is not None]
    return {
        "treatment": treatment, "outcome": outcome, "studies": len(studies), "people": sum(s.participants or 0 for s in studies),
        "designs": dict(sorted(Counter(s.design for s in studies).items())), "funding": dict(sorted(Counter(s.funding.kind for s in studies).items())),
        "newest": max(s.citation.year for s in studies), "reading_depth": dict(sorted(Counter(s.depth for s in studies).items())),
    }


def sample(knowledge: Knowledge, count: int, seed: int) -> list[Study]:
    """Return random records, for a person to check against their sources.

    Args:
        knowledge: the pack.
        count: how many.
        seed: the same seed draws the same records.
    """
    studies = knowledge.store.all("study", Study)
    return random.Random(seed).sample(studies, min(count, len(studies)))  # noqa: S311 - a draw for an audit, no secret


def to_check(study: Study) -> str:
    """Return a record as a person would check it: each claim beside where it was read.

    Args:
        study: the record.
    """
    c = study.citation
    ids = " · ".join(i for i in (f"PMID {c.pmid}" if c.pmid else "", f"doi:{c.doi}" if c.doi else "", c.pmcid or "", c.registry or "", c.url or "") if i)
    lines = [f"{study.id}: {study.cited} {c.year}, {c.journal}. {ids}"]
    lines += [f"  read: {s.address} ({s.read.replace('_', ' ')}, {s.date})" for s in study.sources]
    enrolled, analysed = ("not stated" if n is None else f"{n:,}" for n in (study.population.n_enrolled, study.population.n_analysed))
    people = f"enrolled {enrolled}, analysed {analysed}"
    lines.append(f"  {study.design.replace('_', ' ')}, allocation {study.allocation.replace('_', ' ')}, {people}; funding {study.funding.kind.replace('_', ' ')}")
    lines += [
        f"  [ ] {f.outcome} ({f.instrument}), {f.arm} against {f.versus}, {f.analysis}: {f.result.replace('_', ' ')}; {f.significance}; {f.reported} [{f.place}]" for f in study.findings
    ]
    lines += [f"  [ ] harm {h.event}: {h.reported}" for h in study.harms]
    return "\n".join(lines)
