"""The home regimen, the questions for the provider, and what would change the answer."""

from __future__ import annotations

from skinproof.answer.draft import Draft
from skinproof.answer.sections.alternatives import allowed
from skinproof.answer.sections.claims import search_facts, verdict_facts
from skinproof.answer.words import outcome_label
from skinproof.catalogue.rules import ProviderQuestion, RegimenStep
from skinproof.synthesis.settings import SETTINGS
from skinproof.synthesis.verdict import Verdict

_QUESTIONS = 9
_MILD = {"sunscreen", "moisturiser", "cleanser"}
_SORE = ("barrier_damaged", "product_reaction", "open_wound")  # skin that is to have nothing active


def steps(draft: Draft) -> list[RegimenStep]:
    """Return the steps of a home regimen that fit the aims and the person."""
    person = draft.case.person
    sore = draft.gathered.hurt or person.has(*_SORE)
    aims = set(draft.case.outcomes or [o for t in draft.treatments for o in t.sold_for])
    found = []
    for step in draft.knowledge.regimen:
        treatment = draft.knowledge.treatment(step.treatment)
        fits = step.treatment in _MILD or (not sore and bool(set(step.outcomes) & aims))
        if fits and not person.has(*step.not_when) and (treatment is None or allowed(draft, treatment)):
            found.append(step)
    return found


def questions(draft: Draft) -> list[ProviderQuestion]:
    """Return what to ask the provider of the treatments in question."""
    classes = {c for t in draft.treatments for c in t.classes}
    fitting = [q for q in draft.knowledge.questions if not q.classes or classes & set(q.classes)] if classes else []
    return [q for q in fitting if q.id != "toxin_details" or "toxin" in classes][:_QUESTIONS]  # needles carry toxin only where it is sold so


def add_regimen(draft: Draft) -> None:
    """Write the home regimen.

    Args:
        draft: the answer in the making.
    """
    for step in steps(draft):
        draft.writer.say("regimen", f"regimen.{step.time}", (f"regimen:{step.id}", *(f"study:{s}" for s in step.note.studies)), basis=step.note.basis, style="bullet", text=step.note.text)


def add_questions(draft: Draft) -> None:
    """Write the questions for the provider.

    Args:
        draft: the answer in the making.
    """
    for question in questions(draft):
        draft.writer.say("ask", "ask.question", (f"question:{question.id}",), basis=question.note.basis, style="bullet", text=question.note.text)


def _next_trial(draft: Draft, verdict: Verdict, name: str, outcome: str) -> None:
    """The people that one more sound trial would need to lift the certainty by a step."""
    trial = verdict.next_trial
    if trial is not None and trial.parallel is not None and trial.sides is not None:
        draft.writer.say(
            "change", "change.next_trial", verdict_facts(verdict), style="bullet", treatment=name, outcome=outcome, parallel=trial.parallel, sides=trial.sides, level=trial.level.replace("_", " "),
        )


def add_change(draft: Draft) -> None:
    """Write what would change the answer: for each row, the weakest point of its grading.

    Args:
        draft: the answer in the making.
    """
    for row in draft.gathered.rows[:6]:
        name, outcome = draft.knowledge.treatment_name(row.treatment), outcome_label(draft.knowledge, row.outcome)
        if row.verdict is None:
            draft.writer.say("change", "change.first_trial", search_facts(draft, row.treatment, row.outcome), basis="none", style="bullet", treatment=name, outcome=outcome)
            continue
        _next_trial(draft, row.verdict, name, outcome)
        lowered = [s for s in row.verdict.steps if s.change < 0]
        weakest = min(lowered, key=lambda s: s.change, default=None)
        start = next((s for s in row.verdict.steps if s.name == "start"), None)
        if start is not None and start.change < 4:
            draft.writer.say("change", "change.controlled_trial", verdict_facts(row.verdict), style="bullet", treatment=name, outcome=outcome)
        elif weakest is not None:
            draft.writer.say(
                "change", "change.imprecision_unknown" if weakest.name == "imprecision" and not row.verdict.participants else f"change.{weakest.name}", verdict_facts(row.verdict), style="bullet", treatment=name, outcome=outcome, people=row.verdict.participants, needed=SETTINGS.information_size_people,
            )
