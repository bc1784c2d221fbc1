"""What gets past the barrier, and how long the skin leaks: as forecast, and as measured."""

from __future__ import annotations

from msgspec import Struct

from skinproof.answer.draft import Draft
from skinproof.answer.sections import barrier_forecast
from skinproof.answer.sections.alternatives import gentler
from skinproof.answer.sections.claims import verdict_facts
from skinproof.answer.words import capital, outcome_label
from skinproof.catalogue.treatment import Treatment
from skinproof.synthesis.ranking import rank
from skinproof.synthesis.verdict import Verdict

SECTION = "barrier"
OPENING = {"needle_channels", "injected", "abraded"}
_OUTCOMES = ("tewl", "barrier_closure", "hydration", "penetration")
_MOST = 24
_MOST_LINES = 14


class Passing(Struct, frozen=True, kw_only=True):
    """Whether something that a treatment carries passes the skin by its route."""

    ingredient: str
    intact: str
    opened: str
    basis: str


def measured(draft: Draft) -> list[Verdict]:
    """Return the measured courses of barrier readings for the treatments asked about and their relatives."""
    wanted: list[str] = []
    for treatment in draft.treatments:
        if treatment.route in OPENING:
            wanted += [treatment.id, *treatment.relatives]
        elif barrier_forecast.breaks(treatment):
            wanted.append(treatment.id)
    wanted += [t.id for t in gentler(draft) if t.route in OPENING] if wanted else []
    order = {o: place for place, o in enumerate(_OUTCOMES)}
    found = [v for name in dict.fromkeys(wanted) for v in sorted(draft.knowledge.verdicts(name), key=lambda v: (order.get(v.outcome, 9), rank(v))) if v.outcome in order and v.certainty != "none"]
    return sorted(found, key=lambda v: order[v.outcome])[:_MOST]


def passing(draft: Draft) -> list[Passing]:
    """Return what the treatments carry, and whether it passes intact and opened skin, by size alone."""
    found = []
    for treatment in draft.treatments:
        for name in treatment.carries:
            ingredient = draft.knowledge.ingredient(name)
            large = ingredient.macromolecule if ingredient else False
            label = draft.knowledge.treatment_name(name)
            found.append(Passing(ingredient=label, intact="practically none" if large else "not known", opened="passes, amount not known", basis="inference"))
    return found


def add(draft: Draft) -> None:
    """Write the section.

    Args:
        draft: the answer in the making.
    """
    for treatment in draft.treatments:
        if treatment.route in OPENING:
            _treatment(draft, treatment)
    barrier_forecast.add(draft)
    told: set[str] = set()
    for verdict in measured(draft):
        for study_id, text in dict.fromkeys(verdict.reported[:2]):
            if text in told or len(told) == _MOST_LINES:
                continue
            told.add(text)
            draft.writer.say(
                SECTION, "barrier.measured", (*verdict_facts(verdict), f"study:{study_id}"), basis="measured", style="bullet",
                treatment=capital(draft.knowledge.treatment_name(verdict.treatment)), outcome=outcome_label(draft.knowledge, verdict.outcome), text=text.rstrip("."),
            )


def _treatment(draft: Draft, treatment: Treatment) -> None:
    if treatment.depth:
        draft.note(SECTION, "barrier.depth", treatment, "depth", treatment.depth)
    for name in treatment.carries:
        ingredient = draft.knowledge.ingredient(name)
        if ingredient is not None and ingredient.macromolecule:
            draft.writer.say(SECTION, "barrier.large", (f"ingredient:{name}",), basis="inference", style="bullet", ingredient=capital(ingredient.inci.lower()))
    hazards = [h for h in draft.knowledge.hazards if treatment.route in h.routes]
    carried = {c for name in treatment.carries if (i := draft.knowledge.ingredient(name)) is not None for c in i.classes} | set(treatment.carries)
    for hazard in [h for h in hazards if h.ingredient_class in carried][:4]:
        draft.writer.say(SECTION, "barrier.hazard", (f"hazard:{hazard.id}",), basis=hazard.proof, style="bullet", text=hazard.text)
    if treatment.route == "needle_channels":
        draft.writer.say(SECTION, "fixed.barrier.unknown_contents", style="bullet", basis="consensus")
