"""Claims × evidence: one row for each thing hoped for."""

from __future__ import annotations

from skinproof.answer.draft import Draft
from skinproof.answer.efficacy import Nearest, Row
from skinproof.answer.statement import Style
from skinproof.answer.words import capital, counted, joined, outcome_label, persons
from skinproof.synthesis.ranking import direct
from skinproof.synthesis.verdict import Verdict


def verdict_facts(verdict: Verdict) -> tuple[str, ...]:
    """Return the ids of the facts behind a verdict."""
    return (f"verdict:{verdict.id}", *(f"study:{s}" for s in verdict.study_ids))


def search_facts(draft: Draft, treatment: str, outcome: str) -> tuple[str, ...]:
    """Return the searches that "nothing found" rests on; the evidence version where no search was logged."""
    logged = [s for s in draft.knowledge.searches if treatment in s.about]
    narrower = [s for s in logged if outcome in s.about]
    return tuple(f"search:{s.id}" for s in narrower or logged) or (f"evidence:{draft.knowledge.store.meta['version']}",)


def comparison(draft: Draft, verdict: Verdict) -> str:
    """Return what a verdict compares with, in words."""
    kind, _, other = verdict.comparator.partition(":")
    if kind == "active":
        return draft.knowledge.treatment_name(other)
    if kind == "same_without_ingredient":
        return "the same without it"
    return {"vehicle_or_sham": "a dummy treatment", "none": "no treatment", "baseline": "how the skin was before"}[kind]


def say_verdict(draft: Draft, section: str, verdict: Verdict, *, style: Style = "bullet") -> None:
    """Say what a verdict shows, in GRADE's words.

    Args:
        draft: the answer in the making.
        section: where to say it.
        verdict: the verdict.
        style: how it is shown.
    """
    word = "ungraded" if verdict.certainty == "none" else f"{verdict.direction}.{verdict.certainty}"
    versus = "versus." if verdict.comparator.startswith("active:") and word != "ungraded" else ""
    name = draft.knowledge.treatment_name(verdict.treatment)
    draft.writer.say(
        section, f"verdict.{versus}{word}", verdict_facts(verdict), style=style, treatment=name, name=capital(name), outcome=outcome_label(draft.knowledge, verdict.outcome),
        comparator=comparison(draft, verdict), counts=counted(verdict.studies, verdict.reviews), persons=persons(verdict.participants, verdict.silent),
    )


def add(draft: Draft) -> None:
    """Write the section.

    Args:
        draft: the answer in the making.
    """
    for row in draft.gathered.rows:
        _row(draft, row)


def _row(draft: Draft, row: Row) -> None:
    writer, knowledge = draft.writer, draft.knowledge
    label = outcome_label(knowledge, row.outcome)
    if row.verdict is None:
        writer.say("claims", "verdict.no_evidence", search_facts(draft, row.treatment, row.outcome), basis="none", style="row", treatment=knowledge.treatment_name(row.treatment), outcome=label)
        for found in row.nearest:
            _nearest(draft, found)
        return
    say_verdict(draft, "claims", row.verdict, style="row")
    if direct(row.verdict) and row.verdict.worth is not None and any(p.kind in {"worth_it", "price"} for p in draft.case.parts):
        writer.say("claims", f"worth.{row.verdict.worth.word}", verdict_facts(row.verdict), style="detail", treatment=knowledge.treatment_name(row.treatment), outcome=label)
    _details(draft, row.verdict)
    _reported(draft, row.verdict)
    for other in row.also:
        say_verdict(draft, "claims", other, style="detail")


def _nearest(draft: Draft, found: Nearest) -> None:
    study = draft.knowledge.study(found.study_id)
    if study is not None:
        draft.writer.say(
            "claims", "nearest", (*verdict_facts(found.verdict), f"study:{study.id}"), style="detail", treatment=draft.knowledge.treatment_name(found.verdict.treatment),
            text=joined(found.texts), persons=persons(study.participants or found.verdict.participants), author=study.cited, year=study.citation.year,
        )


def _details(draft: Draft, verdict: Verdict) -> None:
    paid = verdict.funding
    known = paid.all.studies - paid.without_known_maker.studies
    draft.writer.say(
        "claims", "details", verdict_facts(verdict), style="detail", counts=counted(verdict.studies, verdict.reviews), maker=known, independent=paid.independent.studies,
        unknown=paid.all.studies - known - paid.independent.studies, depth=verdict.reading_depth.replace("_", " "), newest=verdict.newest,
    )
    who = _who(draft, verdict)
    if who:
        draft.writer.say("claims", "who_was_studied", verdict_facts(verdict), style="detail", same_line=True, text=who)
    if verdict.unknown != "not_applicable":
        draft.writer.say("claims", f"unknown.{verdict.unknown}", verdict_facts(verdict), style="detail", same_line=True)


def _who(draft: Draft, verdict: Verdict) -> str:
    described = []
    for study_id in verdict.study_ids[:2]:
        study = draft.knowledge.study(study_id)
        if study is not None:
            described.append(study.population.description.rstrip("."))
    return "; ".join(dict.fromkeys(described))


def _reported(draft: Draft, verdict: Verdict) -> None:
    """What the largest studies reported, in our words."""
    seen: dict[str, str] = {}
    for study_id, text in verdict.reported:
        seen.setdefault(study_id, text)
    sizes = {s: (draft.knowledge.study(s).participants or 0) if draft.knowledge.study(s) else 0 for s in seen}  # type: ignore[union-attr]
    for study_id in sorted(seen, key=lambda s: -sizes[s])[:2]:
        study = draft.knowledge.study(study_id)
        if study is not None:
            draft.writer.say(
                "claims", "reported", (f"study:{study_id}",), style="detail", author=study.cited, year=study.citation.year, text=seen[study_id].rstrip("."),
            )
