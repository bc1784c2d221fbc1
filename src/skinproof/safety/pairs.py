"""Rules about two things: may they be combined, and how long to leave between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from skinproof.catalogue.rules import CombinationRule, Interval
from skinproof.catalogue.text import words
from skinproof.question.case import Case
from skinproof.safety.context import Context

Fit = Literal["too_soon", "within", "long_enough", "not_stated"]


class Spaced(Struct, frozen=True, kw_only=True):
    """An interval that applies, and how the person's own plan fits it."""

    rule: Interval
    planned_days: float | None
    fit: Fit


def combined(case: Case, context: Context, rules: Iterable[CombinationRule]) -> list[CombinationRule]:
    """Return the rules about using together what a case names, the most specific first; of three things or more the strictest.

    Args:
        case: what was understood.
        context: its treatments.
        rules: the rules.
    """
    things = [frozenset({t.id, *t.classes}) for t in context.treatments] + [frozenset({i}) for i in case.ingredients]
    found = [rule for rule in rules if meets(things, rule.a, rule.b)]
    ids = {t.id for t in context.treatments} | set(case.ingredients)
    many = len(things) > 2  # the strictest of several pairs decides
    return sorted(found, key=lambda rule: (_STRICTEST.index(rule.same_time) if many else 0, -len(ids & {*rule.a, *rule.b})))


_STRICTEST = ("do_not", "separate", "take_care", "fine")


def meets(things: Sequence[frozenset[str]], a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two different things meet the two sides of a rule.

    Args:
        things: ids and classes of what is named.
        a: one side of the rule.
        b: the other.
    """
    return any(
        bool(one & set(a)) and bool(other & set(b))
        for place, one in enumerate(things) for other_place, other in enumerate(things) if place != other_place
    )


# What gives a condition of its own, by condition.
_GIVES = {"photosensitising_medicine": frozenset({"oral_antibiotic"})}


def settled(context: Context, rules: Iterable[CombinationRule]) -> frozenset[str]:
    """Return the conditions that rules about this very medicine beside everything else that is named have spoken of.

    Args:
        context: the treatments of a case.
        rules: the rules about using together that apply.
    """
    named = [frozenset({t.id, *t.classes}) for t in context.treatments]
    found = set()
    for condition, medicines in _GIVES.items():
        spoken = [rule for rule in rules if condition in rule.settles]
        others = [thing for thing in named if not thing & medicines]
        if len(others) < len(named) and others and all(any(meets((medicines, thing), rule.a, rule.b) for rule in spoken) for thing in others):
            found.add(condition)
    return frozenset(found)


_AGAIN = frozenset("often apart between again repeat repeated next top soon early every redo cada entre apres encore souvent otra frecuencia".split())
# Signs that the treatment has left: it was had, and is not planned for the event.
_LEFT = frozenset({"eyelid_droop", "face_swelling", "lip_swelling_big", "colour_change", "late_lumps", "lump_soon", "pigment_change", "burn_blisters"})


def spaced(case: Case, context: Context, rules: Iterable[Interval]) -> list[Spaced]:
    """Return the intervals between what a case names, with how the person's plan fits.

    Args:
        case: what was understood.
        context: its treatments.
        rules: the rules.
    """
    things = [frozenset({t.id, *t.classes}) for t in context.treatments] + [frozenset({c}) for c in _told(case, context)]
    things += [frozenset({word}) for word in case.occasions]
    single = len(context.treatments) <= 1 or "one_name" in case.concerns
    planned = min(case.days) if case.days else None
    found = []
    for rule in rules:
        done = rule.kind == "stop_before" and set(rule.then) & set(context.past_classes)
        bruised = any("bruise" in name for name in case.symptoms) and not {"planned", "again"} & set(case.concerns)
        had = case.past or ("had_it" in case.concerns and (bool(_LEFT & set(case.signs)) or bruised or "onset" in case.concerns))
        if done or (had and rule.kind == "before_event"):
            continue  # what is done cannot be moved
        often = rule.kind == "how_often"
        if often and case.repeat_days is None and ("onset" in case.concerns or ({"lasting_asked", "recovery_asked", "sessions_asked"} & set(case.concerns) and not _AGAIN & set(words(case.question)))):
            continue  # when it begins to work, how long it lasts, how long one is off work or how many sittings it takes is asked, not how often it is done
        if (single and any(set(rule.first) & thing for thing in things)) if often else meets(things, rule.first, rule.then):
            plan = case.repeat_days if often else min(case.days_ahead, default=None) if rule.kind == "before_event" else _planned(case, rule, planned)
            found.append(Spaced(rule=rule, planned_days=plan, fit=_fit(rule, plan)))
    found = [s for s in found if not _backwards(case, context, s.rule)] or found
    if case.repeat_days is None and any(set(s.rule.then) & set(case.occasions) for s in found):
        found = [s for s in found if s.rule.kind != "how_often"]  # "a half marathon on Sunday" is no further session
    asked = set(case.occasions)  # "filler Tuesday, botox Monday, sauna tonight" asks of the sauna
    return sorted(found, key=lambda s: (s.rule.kind == "how_often", s.fit != "too_soon", not asked & set(s.rule.then)))  # what is too soon goes before the rest


_PAST_COURSE, _HALF_A_YEAR = "isotretinoin_past", 180.0


def _planned(case: Case, rule: Interval, shortest: float | None) -> float | None:
    """The days between the two things of a rule: at least those since the first where what follows is still to come: "filler 6 months ago, dentist next week"; half a year or more since a course long over."""
    past = [d for d in case.days if d not in case.days_ahead]
    after_another = rule.kind == "wait_between" and bool(case.history) and not case.past  # "botox three weeks ago, HydraFacial today"
    if past and case.days_ahead and len(case.treatments) == 1 and (after_another or set(rule.then) & set(case.occasions)) and "event" not in case.occasions:
        other_way = rule.kind == "wait_between" and not after_another  # "dentist last week, filler next month"
        return min(past) + (min(case.days_ahead) if other_way else 0)
    long_over = shortest is None and _PAST_COURSE in rule.first and case.person.has(_PAST_COURSE)
    return _HALF_A_YEAR if long_over else shortest


def _backwards(case: Case, context: Context, rule: Interval) -> bool:
    """Whether a rule speaks of the two the other way round: when to stop retinol before a peel, asked about retinol after one."""
    done = {name for t in context.treatments if t.id in case.done_first for name in (t.id, *t.classes)}
    return rule.kind in {"stop_before", "resume_after"} and bool(done & set(rule.then)) and not done & set(rule.first)


def _told(case: Case, context: Context) -> tuple[str, ...]:
    """Conditions and past treatments; what was had and is asked about is one thing, not two."""
    if not case.past:
        return (*case.person.conditions, *context.past_classes)
    return tuple(c for c in case.person.conditions if not c.startswith("recent_"))


def _fit(rule: Interval, planned: float | None) -> Fit:
    if planned is None:
        return "not_stated"
    if planned < rule.least_days:
        return "too_soon"
    return "long_enough" if planned >= rule.most_days else "within"
