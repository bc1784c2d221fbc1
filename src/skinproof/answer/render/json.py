"""An answer as plain JSON data, in the shape of the published schema (answer/answer.schema.json)."""

from __future__ import annotations

from typing import Any

import msgspec

from skinproof.answer.answer import Answer
from skinproof.answer.efficacy import Row
from skinproof.answer.render.messages import Messages, messages_of, reference_text
from skinproof.answer.sections.safety import weak
from skinproof.synthesis.verdict import PaidView, Verdict

SCHEMA = "skinproof.answer/1"


def as_dict(answer: Answer) -> dict[str, Any]:
    """Return an answer as JSON data.

    Args:
        answer: the answer.
    """
    messages = messages_of(answer.catalogue)
    said = {s.id: messages.say(s) for s in answer.statements.values()}
    case, gathered = answer.case, answer.gathered
    return {
        "schema": SCHEMA, "engine": answer.engine, "evidence": answer.evidence, "as_of": answer.as_of, "question": case.question, "language": answer.language,
        "status": answer.status,
        "parts": [{"kind": p.kind, "proposition": {"treatments": list(p.treatments), "outcomes": list(p.outcomes)}, "bottom_line": _decision(d)} for p, d in answer.decisions],
        "understood": {
            "treatments": list(case.treatments), "ingredients": list(case.ingredients), "outcomes": list(case.outcomes), "goals": list(case.goals), "profile": _profile(answer),
            "unknown_names": list(case.unknown_names), "guessed": [list(g) for g in case.guessed],
        },
        "urgent": _urgent(answer),
        "bottom_line": {**_decision(answer.decision), "by_rules_alone": answer.first.direction, "text": _section_text(answer, said, "bottom_line", first=True), "until": _until(answer, said), "alternatives": list(answer.alternatives)},
        "verdicts": [_row(answer, row, messages) for row in gathered.rows],
        "harms": _texts(answer, said, "harms"),
        "precautions": _precautions(answer),
        "regulation": [
            {"id": r.id, "jurisdiction": r.jurisdiction, "topic": r.topic, "text": r.text, "date": r.date.isoformat() if r.date else None, "not_seen": r.not_seen,
             "sources": [s.address for s in r.sources]} for r in gathered.regulation
        ],
        "barrier": {
            "measured": [{"treatment": v.treatment, "outcome": v.outcome, "window": v.window, "direction": v.direction, "study_ids": list(v.study_ids)} for v in answer.measured],
            "forecast": [
                {"treatment": b.treatment, "variant": b.variant, "needle_mm": b.needle_mm, "site": b.site, "age": b.age, "age_given": case.person.age is not None, "people": b.people,
                 "back_after_days": list(b.recovery_days), "leaky": {str(day): share for day, share in b.leaky.items()}, "tag": b.tag, "not_claimed": b.not_claimed, "fact_id": f"forecast:{b.key}"}
                for b in answer.forecasts
            ],
            "passes": [{"ingredient": p.ingredient, "intact": p.intact, "opened": p.opened, "basis": p.basis} for p in answer.passing],
        },
        "ingredients": _ingredients(answer),
        "regimen": [{"id": s.id, "treatment": s.treatment, "time": s.time, "order": s.order, "text": s.note.text} for s in answer.regimen],
        "ask_your_provider": [{"id": q.id, "text": q.note.text} for q in answer.questions],
        "what_would_change_this": _texts(answer, said, "change"),
        "sections": [{"id": s.id, "lines": [{"style": line.style, "statements": list(line.statements)} for line in s.lines]} for s in answer.sections],
        "statements": [{"id": s.id, "text": said[s.id], "fact_ids": list(s.fact_ids), "basis": s.basis} for s in answer.statements.values()],
        "references": [
            {"id": s.id, "citation": reference_text(answer, place, messages), "pmid": s.citation.pmid, "doi": s.citation.doi, "url": s.citation.url, "funding": s.funding.kind}
            for place, s in enumerate(answer.studies)
        ],
    }


def _decision(decision: Any) -> dict[str, Any]:
    return {
        "direction": decision.direction, "effect": decision.effect, "action": decision.action, "basis": decision.basis, "certainty": decision.certainty, "because": decision.because,
    }


def _profile(answer: Answer) -> dict[str, Any]:
    person = answer.case.person
    return {
        "age": person.age, "sex": person.sex, "skin_type": person.skin_type, "country": person.country, "conditions": list(person.conditions), "denied": list(person.denied),
        "about_someone_else": person.about_someone_else, "budget": person.budget,
    }


def _urgent(answer: Answer) -> dict[str, Any] | None:
    flags = answer.gathered.flags or answer.gathered.doubted
    return {"level": flags[0].level if answer.gathered.flags else "routine", "why": flags[0].why, "do": flags[0].do, "ids": [f.id for f in flags]} if flags else None


def _section_text(answer: Answer, said: dict[str, str], name: str, *, first: bool = False) -> str:
    lines = next((s.lines for s in answer.sections if s.id == name), ())
    if not lines and name == "bottom_line":
        return _section_text(answer, said, "urgent", first=True) if first else ""
    texts = [" ".join(said[s] for s in line.statements) for line in lines]
    return texts[0] if first and texts else " ".join(texts)


def _until(answer: Answer, said: dict[str, str]) -> str | None:
    return " ".join(said[s.id] for s in answer.statements.values() if s.message.startswith("until.")) or None


def _texts(answer: Answer, said: dict[str, str], name: str) -> list[dict[str, Any]]:
    ids = [i for s in answer.sections if s.id == name for line in s.lines for i in line.statements]
    return [{"id": i, "text": said[i], "fact_ids": list(answer.statements[i].fact_ids)} for i in ids]


def _view(view: PaidView) -> dict[str, Any]:
    return {"studies": view.studies, "participants": view.participants, "direction": view.direction, "certainty": view.certainty}


def _verdict(answer: Answer, verdict: Verdict, messages: Messages) -> dict[str, Any]:
    return {
        "id": verdict.id, "treatment": verdict.treatment, "outcome": verdict.outcome, "comparator": verdict.comparator, "window": verdict.window, "direction": verdict.direction,
        "certainty": verdict.certainty, "statement": _statement_of(answer, verdict.id, messages), "effect": msgspec.to_builtins(verdict.effect), "worth": msgspec.to_builtins(verdict.worth), "studies": verdict.studies, "reviews": verdict.reviews, "participants": verdict.participants,
        "funding": {"all": _view(verdict.funding.all), "without_known_maker": _view(verdict.funding.without_known_maker), "independent": _view(verdict.funding.independent)},
        "reading_depth": verdict.reading_depth, "newest": verdict.newest, "unknown": verdict.unknown,
        "reasons": [{"step": s.name, "change": s.change, "text": messages.reason(s.reason)} for s in verdict.steps],
        "study_ids": list(verdict.study_ids), "reported": [{"study_id": i, "text": t} for i, t in verdict.reported],
    }


def _statement_of(answer: Answer, verdict_id: str, messages: Messages) -> str:
    fact = f"verdict:{verdict_id}"
    found = next((s for s in answer.statements.values() if s.fact_ids[:1] == (fact,) and s.message.startswith(("verdict.", "nearest"))), None)
    return messages.say(found) if found else ""


def _row(answer: Answer, row: Row, messages: Messages) -> dict[str, Any]:
    nearest = [{**_verdict(answer, n.verdict, messages), "reported": [{"study_id": n.study_id, "text": t} for t in n.texts]} for n in row.nearest]
    if row.verdict is not None:
        return {**_verdict(answer, row.verdict, messages), "also": [_verdict(answer, v, messages) for v in row.also], "nearest": nearest}
    nothing = {"studies": 0, "participants": 0, "direction": "no_evidence", "certainty": "none"}
    return {
        "id": f"{row.treatment}.{row.outcome}.none", "treatment": row.treatment, "outcome": row.outcome, "comparator": "none", "window": "not_stated", "direction": "no_evidence",
        "certainty": "none", "statement": "", "effect": None, "studies": 0, "participants": 0,
        "funding": {"all": nothing, "without_known_maker": nothing, "independent": nothing}, "reading_depth": None, "newest": None, "unknown": "nobody_looked", "reasons": [],
        "study_ids": [], "reported": [], "also": [], "nearest": nearest,
    }


def _precautions(answer: Answer) -> list[dict[str, Any]]:
    held = [{"id": a.rule.id, "condition": a.condition, "applies": True, **_rule(a.rule)} for a in answer.gathered.precautions]
    happened = [{"id": a.rule.id, "condition": a.condition, "applies": True, **_rule(a.rule)} for a in answer.gathered.exposures]
    return happened + held + [{"id": r.id, "condition": r.when[0], "applies": False, **_rule(r)} for r in answer.gathered.unsaid]


def _rule(rule: Any) -> dict[str, Any]:
    return {
        "action": rule.action, "why": rule.why, "do": rule.do, "until": rule.until, "grade": rule.grade, "weak": weak(rule), "clinician_reviewed": rule.clinician_reviewed,
        "source_ids": [s.pmid or s.doi or s.address for s in rule.sources],
    }


def _ingredients(answer: Answer) -> list[dict[str, Any]]:
    found = answer.gathered.inside
    if found is None:
        return []
    return [
        {"written": e.written, "position": e.position, "id": e.ingredient.id if e.ingredient else None, "inci": e.ingredient.inci if e.ingredient else None, "route": found.route,
         "flags": [f.hazard.id for f in found.flags if e.written in f.entries]} for e in found.listed
    ]
