"""Which beliefs bear on a case, and which rules are not told because a belief speaks of the very thing."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from skinproof.answer.knowledge import Knowledge
from skinproof.catalogue.rules import Practice, Premise
from skinproof.question.case import Case
from skinproof.question.person import SERIOUS
from skinproof.safety.context import context_of
from skinproof.safety.precautions import Applied, applied

_WITH_CHILD = ("pregnancy", "nursing", "trying_to_conceive")


def beliefs(case: Case, knowledge: Knowledge) -> list[Premise]:
    """The beliefs that the words hold, and those that are put in words which could speak of anything, where their own treatment is asked about, or of a pregnant or nursing person their own aim."""
    with_child = any(case.person.has(state) for state in _WITH_CHILD)
    more = [p for p in knowledge.premises(case.premises_of_it) if set(p.treatments) & set(case.treatments) or (p.phrases_with_child and with_child and not case.treatments and set(p.outcomes) & set(case.outcomes))]
    found = [*knowledge.premises(case.premises), *(p for p in more if p.id not in case.premises)]
    instead = {name for p in found if not p.of_another for name in p.instead_of}
    return [p for p in found if p.id not in instead]


def not_beside(practice: Iterable[Practice], premises: Iterable[Premise]) -> list[Premise]:
    """Leave out beliefs that merely name the subject of a fact which answers what is asked: "is fungal acne catching"."""
    instead = {name for fact in practice for name in fact.instead_of}
    return [p for p in premises if p.id not in instead]


def nearest_first(case: Case, premises: Iterable[Premise]) -> tuple[Premise, ...]:
    """Beliefs about what is asked about, then those about nothing named; one about another treatment only where no other was found."""
    asked = set(case.treatments)
    found = sorted(premises, key=lambda p: not p.treatments or not asked & set(p.treatments))
    near = tuple(p for p in found if not p.treatments or asked & set(p.treatments))
    return near or tuple(found)


def of_another(case: Case, premises: Iterable[Premise]) -> bool:
    """Whether what somebody else takes is asked about, for a pregnancy of the asker."""
    return "used_by_another" in case.concerns and any(p.of_another for p in premises)


def told_instead(case: Case, premises: Iterable[Premise]) -> set[str]:
    """The rules that are not told because a belief speaks of the very thing: "can a lip flip do what filler does" asks of no visit with both."""
    return {rule for p in premises if not p.of_another or "used_by_another" in case.concerns for rule in p.instead_of}


def not_instead(case: Case, premises: Iterable[Premise], found: Iterable[Applied]) -> list[Applied]:
    """Leave out what a belief is told instead of: no "stop it" for her where he takes it, or where it ended long before."""
    dropped = told_instead(case, premises)
    return [a for a in found if a.rule.id not in dropped]


def after_the_law(case: Case, premises: Iterable[Premise], found: Iterable[Applied]) -> list[Applied]:
    """"Is it legal that a beautician injects": where the law is asked about and nothing is planned, what the law says leads, and it warns too."""
    asked = "who_may" in case.concerns and any(p.about_who for p in premises) and not {"planned", "booked", "had_it", "done_to_me"} & set(case.concerns)
    return [a for a in found if not (asked and a.condition == "unlicensed_provider")]


def of_beliefs(case: Case, premises: Iterable[Premise], knowledge: Knowledge) -> list[Applied]:
    """What the person's own state rules out of the treatments that a belief speaks of, where none is named: "I have Lambert Eaton, toxin in my armpits for sweating"."""
    meant = tuple(dict.fromkeys(t for p in premises for t in p.treatments))
    if case.treatments or case.ingredients or not meant or not SERIOUS & set(case.person.conditions):
        return []
    asked = replace(case, treatments=meant)
    found = applied(asked, context_of(asked, knowledge.treatments(meant)), knowledge.precautions)
    return [a for a in found if a.condition in SERIOUS and a.rule.action == "stop"]
