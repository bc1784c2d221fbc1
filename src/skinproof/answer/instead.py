"""Something in place of one treatment is asked for: a question for ways to what that treatment is sold for, itself left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from skinproof.answer.knowledge import Knowledge
from skinproof.catalogue.text import words
from skinproof.catalogue.treatment import Treatment
from skinproof.question.case import WITH_CHILD, Case
from skinproof.question.kinds import CONTEXT_SIGNS

_KINDS = {"does_it_work", "safe_for_me", "which", "price", "worth_it", "home_device", "course"}
_BOUGHT = frozenset("cheap cheaper cheapest natural organic gentle gentler milder home noninvasive invasive painless needle needles injection injections naturelle naturel douce natural suave barata barato".split())
_MILDER = frozenset("natural organic gentle gentler milder safer safe sensitive naturelle naturel douce doux suave segura seguro".split())  # nothing of the same kind
_MEDICINES = frozenset({"topical_medicine", "oral_medicine", "antibiotic"})  # no kind that is shunned as one


def ways_instead(case: Case, knowledge: Knowledge) -> Case:
    """Return the case as one for ways to its aims, where an alternative to the one treatment that it names is asked for, or a way without what is not wanted; else as it is.

    Args:
        case: what was understood.
        knowledge: the pack.
    """
    if case.left_out:
        return _without(case, knowledge)
    named = knowledge.treatment(case.treatments[0]) if len(case.treatments) == 1 else None
    told = any(not s.startswith(CONTEXT_SIGNS) for s in case.signs) or case.days or case.premises or case.past or case.person.has(*WITH_CHILD)
    if named is None or told or "alternative_asked" not in case.concerns or not {p.kind for p in case.parts} <= _KINDS:
        return case
    return _to_the_aims(case, named, lambda outcomes: [named.id, *(_of_its_kind(named, outcomes, knowledge) if _MILDER & set(words(case.question)) else [])], knowledge) or case


def _without(case: Case, knowledge: Knowledge) -> Case:
    """A way without what is not wanted, nor anything of its kind: beliefs about it are not what is asked."""
    left = knowledge.treatments(case.left_out)
    shunned = [left[name] for name in case.left_out if name in left]

    def tried(outcomes: Sequence[str]) -> list[str]:
        near = dict.fromkeys(name for treatment in shunned for name in _of_its_kind(treatment, outcomes, knowledge, alike=True))
        return [*case.left_out, *near]

    beliefs = tuple(p.id for p in knowledge.premises(case.premises) if not set(p.treatments) & set(case.left_out))
    needles = case.person.needles_unwanted or (not case.goals and shunned[0].kind == "injection")  # "bigger lips without filler": no other injection either
    found = _to_the_aims(replace(case, premises=beliefs, person=replace(case.person, needles_unwanted=needles)), shunned[0], tried, knowledge)
    return found or replace(case, treatments=case.left_out[:1], left_out=(), parts=tuple(replace(part, treatments=case.left_out[:1]) for part in case.parts))


def _to_the_aims(case: Case, named: Treatment, tried: Callable[[Sequence[str]], Iterable[str]], knowledge: Knowledge) -> Case | None:
    """The case as one for ways to its aims, or to what the treatment is sold for; None where neither is known."""
    aims = case.goals or tuple(dict.fromkeys(aim for outcome in named.sold_for if (aim := _aim_of(outcome, knowledge)) is not None))[:1]
    if not aims:
        return None
    outcomes = tuple(dict.fromkeys(o for aim in aims for o in knowledge.goals[aim].outcomes))
    parts = tuple(replace(part, kind="does_it_work", treatments=(), outcomes=outcomes) for part in case.parts[:1])
    concerns = dict.fromkeys((*case.concerns, "goal_first", *(["product_wanted"] if _BOUGHT & set(words(case.question)) and not case.left_out else [])))
    return replace(case, treatments=(), goals=aims, outcomes=outcomes, parts=parts, tried=tuple(dict.fromkeys((*case.tried, *tried(outcomes)))), concerns=tuple(concerns))


def _of_its_kind(named: Treatment, outcomes: Iterable[str], knowledge: Knowledge, *, alike: bool = False) -> list[str]:
    """What is recommended or tested for these outcomes and shares a class with what was named; where they must be alike, in the same manner and not merely as a medicine."""
    found = dict.fromkeys(name for o in outcomes for name in (*knowledge.recommended.get(o, ()), *(v.treatment for v in knowledge.leaders(o))))
    return [name for name in found if (other := knowledge.treatment(name)) is not None and set(other.classes) & set(named.classes) - (_MEDICINES if alike else set()) and (not alike or other.kind == named.kind)]


def _aim_of(outcome: str, knowledge: Knowledge) -> str | None:
    """The aim that an outcome shows first."""
    first = (aim for aim, goal in knowledge.goals.items() if list(goal.outcomes[:1]) == [outcome])
    return next(first, None) or next((aim for aim, goal in knowledge.goals.items() if outcome in goal.outcomes), None)
