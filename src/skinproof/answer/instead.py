"""Something in place of one treatment is asked for: a question for ways to what that treatment is sold for, itself left out."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from skinproof.answer.knowledge import Knowledge
from skinproof.catalogue.text import words
from skinproof.catalogue.treatment import Treatment
from skinproof.question.case import WITH_CHILD, Case
from skinproof.question.kinds import CONTEXT_SIGNS

_KINDS = {"does_it_work", "safe_for_me", "which", "price", "worth_it", "home_device", "course"}
_BOUGHT = frozenset("cheap cheaper cheapest natural organic gentle gentler milder home noninvasive invasive painless needle needles injection injections naturelle naturel douce natural suave barata barato".split())
_MILDER = frozenset("natural organic gentle gentler milder safer safe sensitive naturelle naturel douce doux suave segura seguro".split())  # nothing of the same kind


def ways_instead(case: Case, knowledge: Knowledge) -> Case:
    """Return the case as one for ways to its aims, where an alternative to the one treatment that it names is asked for; else as it is.

    Args:
        case: what was understood.
        knowledge: the pack.
    """
    named = knowledge.treatment(case.treatments[0]) if len(case.treatments) == 1 else None
    told = any(not s.startswith(CONTEXT_SIGNS) for s in case.signs) or case.days or case.premises or case.past or case.person.has(*WITH_CHILD)
    if named is None or told or "alternative_asked" not in case.concerns or not {p.kind for p in case.parts} <= _KINDS:
        return case
    aims = case.goals or tuple(dict.fromkeys(aim for outcome in named.sold_for if (aim := _aim_of(outcome, knowledge)) is not None))[:1]
    if not aims:
        return case
    outcomes = tuple(dict.fromkeys(o for aim in aims for o in knowledge.goals[aim].outcomes))
    parts = tuple(replace(part, kind="does_it_work", treatments=(), outcomes=outcomes) for part in case.parts[:1])
    said = set(words(case.question))
    concerns = dict.fromkeys((*case.concerns, "goal_first", *(["product_wanted"] if _BOUGHT & said else [])))
    same = _of_its_kind(named, outcomes, knowledge) if _MILDER & said else []
    return replace(case, treatments=(), goals=aims, outcomes=outcomes, parts=parts, tried=(*case.tried, named.id, *same), concerns=tuple(concerns))


def _of_its_kind(named: Treatment, outcomes: Iterable[str], knowledge: Knowledge) -> list[str]:
    """What is recommended or tested for these outcomes and shares a class with what was named."""
    found = dict.fromkeys(name for o in outcomes for name in (*knowledge.recommended.get(o, ()), *(v.treatment for v in knowledge.leaders(o))))
    return [name for name in found if (other := knowledge.treatment(name)) is not None and set(other.classes) & set(named.classes)]


def _aim_of(outcome: str, knowledge: Knowledge) -> str | None:
    """The aim that an outcome shows first."""
    first = (aim for aim, goal in knowledge.goals.items() if list(goal.outcomes[:1]) == [outcome])
    return next(first, None) or next((aim for aim, goal in knowledge.goals.items() if outcome in goal.outcomes), None)
