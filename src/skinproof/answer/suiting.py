"""Whether a treatment can be offered to somebody at all."""

from __future__ import annotations

from skinproof.answer.knowledge import Knowledge
from skinproof.catalogue.treatment import Treatment
from skinproof.question.case import WITH_CHILD, Case
from skinproof.safety.context import Context
from skinproof.safety.precautions import applied

_NEEDLES = frozenset({"needling", "rf_needling", "toxin", "filler", "skin_booster", "biostimulator", "injection_other", "biologic", "thread", "jet_injection"})

_MEDICINES = frozenset({"topical_medicine", "oral_medicine", "antibiotic"})


def suits(case: Case, treatment: Treatment, knowledge: Knowledge) -> bool:
    """Tell whether nothing that was said stops it, puts it off or wants a doctor asked first; to the young nothing is offered that asks for care, with child no medicine of which no rule says that it is fine, and for a baby nothing.

    Args:
        case: what was understood.
        treatment: what might be offered.
        knowledge: the pack.
    """
    if case.person.has("infant"):
        return False
    if case.person.needles_unwanted and _NEEDLES & set(treatment.classes):
        return False
    against = {"stop", "defer", "ask", "caution"} if case.person.has("minor") else {"stop", "defer", "ask"}
    actions = {a.rule.action for a in applied(case, Context(treatments=(treatment,)), knowledge.precautions)}
    medicine = treatment.by_whom == "prescriber" or bool(_MEDICINES & set(treatment.classes))
    if medicine and case.person.has(*WITH_CHILD) and "ok" not in actions:
        return False
    return not against & actions
