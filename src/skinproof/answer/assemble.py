"""Case → Answer: gather, decide, write."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from skinproof.answer.answer import Answer, Status
from skinproof.answer.bottom_line import CAUTION, Decision, decide
from skinproof.answer.draft import Draft
from skinproof.answer.everyday import narrowed
from skinproof.answer.gather import gather
from skinproof.answer.gathered import Gathered
from skinproof.answer.instead import ways_instead
from skinproof.answer.knowledge import Knowledge
from skinproof.answer.likely_belief import likely_belief
from skinproof.answer.second_reading import read_again
from skinproof.answer.sections import (
    alternatives,
    barrier,
    barrier_forecast,
    claims,
    first_screen,
    going_through,
    home,
    nothing_known,
    safety,
    understood,
    urgent,
)
from skinproof.answer.sections import inside as inside_section
from skinproof.answer.statement import Writer
from skinproof.question.case import Case, Part
from skinproof.question.kinds import CONTEXT_SIGNS
from skinproof.question.language import SUPPORTED

ENGINE = "0.1.0"
ORDER = (
    "urgent", "bottom_line", "understood", "claims", "inside", "alternatives", "sceptical", "barrier", "harms", "precautions", "regulation", "timing", "regimen", "ask", "change",
)


def status_of(case: Case, gathered: Gathered) -> Status:
    """Return the status of an answer.

    Args:
        case: what was understood.
        gathered: everything that bears on it.
    """
    if gathered.flags and gathered.flags[0].level != "routine":
        return "urgent"
    about_skin = case.premises or (case.treatments and (case.goals or any(not s.startswith(CONTEXT_SIGNS) for s in case.signs) or "had_it" in case.concerns))
    about_skin = about_skin or _operation_ruled(gathered)
    elsewhere = {"not_skin", "name_a_person"} & set(case.concerns) and not about_skin
    elsewhere = elsewhere or ("insurance" in case.concerns and (not case.treatments or ({p.kind for p in case.parts} <= {"does_it_work", "price"} and not case.goals)))
    legal = "legal_matter" in case.concerns and not case.unknown_names and not case.goals and not gathered.symptoms
    if not gathered.flags and (elsewhere or legal or ("animal" in case.concerns and not case.person.has("animal_product"))):
        return "out_of_scope"
    if case.unknown_names and not case.ingredient_list and not gathered.flags and not any(p.rule.action == "stop" for p in gathered.precautions) and _only_selling(case, gathered):
        return "unknown_treatment"
    if (not case.skin_words and not case.ingredient_list and not gathered.practice and not gathered.by_likeness) or case.language not in SUPPORTED:
        return "not_understood"
    return "answered"


def _only_selling(case: Case, gathered: Gathered) -> bool:
    """Whether no belief is held, or only some about labels and words of selling: they do not tell what an unknown treatment is."""
    return set(case.premises) <= {p.id for p in gathered.premises if p.of_selling}


def _operation_ruled(gathered: Gathered) -> bool:
    """Whether an operation is asked about whose effect we do not weigh, and a rule of safety or a fact of use speaks of it: "the day after a tummy tuck, may I fly"."""
    operated = any("surgery" in t.classes for t in gathered.treatments)
    return operated and bool(gathered.practice or gathered.intervals or gathered.unheld or any(p.rule.action in {"stop", "defer", "ask"} for p in gathered.precautions))


_WITHOUT_EVIDENCE = Decision(direction="not_enough_evidence", effect="not_asked", action=None, basis="none", certainty="none", because="")
_GIVES_WAY = {"", "verdict", "consensus", "kind:nothing_against"}
_OUT_OF_SCOPE = Decision(direction="out_of_scope", effect="not_asked", action=None, basis="none", certainty="none", because="")


def decide_all(case: Case, gathered: Gathered, status: Status) -> tuple[tuple[tuple[Part, Decision], ...], Decision]:
    """Return the decision of each part, and the most cautious of them.

    Args:
        case: what was understood.
        gathered: everything that bears on it.
        status: the status of the answer.
    """
    if status == "out_of_scope":
        return (), _OUT_OF_SCOPE
    if status == "not_understood":
        return (), _OUT_OF_SCOPE
    if status == "unknown_treatment":
        return (), _WITHOUT_EVIDENCE
    decisions = tuple((part, decide(part, gathered)) for part in case.parts)
    return decisions, min((d for _, d in decisions), key=lambda d: CAUTION.index(d.direction))


def with_likely_belief(case: Case, gathered: Gathered, first: Decision, knowledge: Knowledge) -> Gathered:
    """Return what bears on a case, with the belief that its words are most like where nothing nearer to the question leads than what is measured or that nothing is known.

    Args:
        case: what was understood.
        gathered: everything that bears on it.
        first: the decision without it.
        knowledge: the pack.
    """
    nearer = gathered.premises or gathered.practice or gathered.symptoms or gathered.flags or gathered.exposures or case.everyday
    kind = first.because.partition(":")[0]
    weak = first.because in _GIVES_WAY or (kind in _GIVES_WAY and not (kind == "consensus" and first.direction in {"not_enough_evidence", "unsafe"}))
    alike = likely_belief(case, knowledge) if weak and not nearer else None
    return replace(gathered, premises=(alike,), by_likeness=True) if alike else gathered


def _gathered(case: Case, knowledge: Knowledge) -> tuple[Case, Gathered]:
    """Return what bears on a case; where leave for something of daily life is asked and no sign of danger told, what bears on that alone."""
    whole = replace(case, everyday=None)
    gathered = gather(whole, knowledge)
    asked = narrowed(case, knowledge) if case.everyday is not None and not gathered.flags else whole
    if asked.everyday is None:
        return whole, gathered
    return replace(asked, person=case.person), gather(asked, knowledge)  # what was understood of the person is told whole


def assemble(case: Case, knowledge: Knowledge, *, as_of: dt.date, language: str, catalogue: bytes) -> Answer:
    """Return the answer to a case.

    Args:
        case: what was understood.
        knowledge: the pack.
        as_of: the day for which the answer holds.
        language: the language of the answer.
        catalogue: the compiled message catalogue of that language.
    """
    case, gathered = _gathered(ways_instead(case, knowledge), knowledge)
    status = status_of(case, gathered)
    decisions, first = decide_all(case, gathered, status)
    if status in {"answered", "not_understood"} and (alike := with_likely_belief(case, gathered, first, knowledge)) is not gathered:
        gathered, status = alike, status_of(case, alike)
        decisions, first = decide_all(case, gathered, status)
    decisions, decision = read_again(decisions, first, gathered, case, status, knowledge.vocabulary.answers)
    draft = Draft(case=case, gathered=gathered, decisions=decisions, decision=decision, first=first, knowledge=knowledge, writer=Writer())
    _write(draft, status)
    writer = draft.writer
    used = {f.removeprefix("study:").partition("#")[0] for s in writer.statements.values() for f in s.fact_ids if f.startswith("study:")}
    answered = status == "answered"
    return Answer(
        engine=ENGINE, evidence={key: knowledge.store.meta[key] for key in ("version", "hash", "date")}, as_of=as_of.isoformat(), language=language, status=status, case=case,
        decisions=decisions, decision=decision, first=first, gathered=gathered, treatments=tuple(draft.treatments),
        alternatives=tuple(t.id for t in alternatives.gentler(draft)) + tuple(v.treatment for v in alternatives.helping(draft, case.outcomes)[:6]) if answered else (),
        measured=tuple(barrier.measured(draft)), passing=tuple(barrier.passing(draft)), forecasts=tuple(barrier_forecast.forecasts(draft)) if answered else (), regimen=tuple(home.steps(draft)) if answered else (),
        questions=tuple(home.questions(draft)), sections=writer.section_list(ORDER), statements=writer.statements,
        studies=tuple(s for name in sorted(used) if (s := knowledge.study(name)) is not None),
        help_line=knowledge.help_line(case.person.country) if case.person.country else None, catalogue=catalogue,
    )


def _write(draft: Draft, status: Status) -> None:
    urgent.add(draft)
    if status in {"not_understood", "unknown_treatment", "out_of_scope"}:
        nothing_known.add(draft, status)
        urgent.add_doubted(draft, "bottom_line")
        understood.add(draft)
        return
    if status == "urgent" and draft.decision.direction == "see_a_doctor":
        understood.add(draft, hopes=False)
        safety.add_precautions(draft, unsaid=False)
        return
    first_screen.add(draft)
    for add in (
        understood.add, claims.add, inside_section.add, alternatives.add, going_through.add_sceptical, barrier.add, going_through.add_harms, safety.add_precautions, safety.add_regulation,
        going_through.add_timing, home.add_regimen, home.add_questions, home.add_change,
    ):
        add(draft)
