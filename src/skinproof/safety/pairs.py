"""Rules about two things: may they be combined, and how long to leave between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from skinproof.catalogue.rules import CombinationRule, Interval
from skinproof.question.case import Case
from skinproof.safety.context import Context

Fit = Literal["too_soon", "within", "long_enough", "not_stated"]


class Spaced(Struct, frozen=True, kw_only=True):
    """An interval that applies, and how the person's own plan fits it."""

    rule: Interval
    planned_days: float | None
    fit: Fit


def combined(case: Case, context: Context, rules: Iterable[CombinationRule]) -> list[CombinationRule]:
    """Return the rules about using together what a case names, the most specific first.

    Args:
        case: what was understood.
        context: its treatments.
        rules: the rules.
    """
    things = [frozenset({t.id, *t.classes}) for t in context.treatments] + [frozenset({i}) for i in case.ingredients]
    found = [rule for rule in rules if _pair(things, rule.a, rule.b)]
    ids = {t.id for t in context.treatments} | set(case.ingredients)
    return sorted(found, key=lambda rule: -len(ids & {*rule.a, *rule.b}))


def _pair(things: Sequence[frozenset[str]], a: Sequence[str], b: Sequence[str]) -> bool:
    return any(
        bool(one & set(a)) and bool(other & set(b))
        for place, one in enumerate(things) for other_place, other in enumerate(things) if place != other_place
    )


def spaced(case: Case, context: Context, rules: Iterable[Interval]) -> list[Spaced]:
    """Return the intervals between what a case names, with how the person's plan fits.

    Args:
        case: what was understood.
        context: its treatments.
        rules: the rules.
    """
    now = {*context.ids, *context.classes, *case.person.conditions, *context.past_classes}
    single = len(context.treatments) <= 1
    planned = min(case.days) if case.days else None
    found = []
    for rule in rules:
        first, then = set(rule.first), set(rule.then)
        if rule.kind == "how_often":
            holds = bool(first & now) and single
        else:
            holds = bool(first & now) and bool(then & now) and not (first & now == then & now and len(first & now) < 2)
        if holds:
            plan = case.repeat_days if rule.kind == "how_often" else planned
            found.append(Spaced(rule=rule, planned_days=plan, fit=_fit(rule, plan)))
    return found


def _fit(rule: Interval, planned: float | None) -> Fit:
    if planned is None:
        return "not_stated"
    if planned < rule.least_days:
        return "too_soon"
    return "long_enough" if planned >= rule.most_days else "within"
