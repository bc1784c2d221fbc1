"""Precautions: the union over the treatment, everything it carries in, and any numbing cream."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from skinproof.catalogue.rules import Precaution
from skinproof.question.age import by_age
from skinproof.question.case import Case
from skinproof.safety.context import Context, touches
from skinproof.types import Action

# A rule with this condition holds for everybody.
ANYONE = "anyone"
ORDER: tuple[Action, ...] = ("stop", "defer", "ask", "caution", "ok")


class Applied(Struct, frozen=True, kw_only=True):
    """A precaution that holds, and the condition that made it hold; None when the person did not say."""

    rule: Precaution
    condition: str | None


def applied(case: Case, context: Context, rules: Iterable[Precaution]) -> list[Applied]:
    """Return the precautions that hold for what the person said, the strictest first.

    Args:
        case: what was understood.
        context: its treatments.
        rules: the rules.
    """
    found = [
        Applied(rule=rule, condition=condition)
        for rule in rules
        for condition in _holding(case, rule)[:1] if context.touches(rule.scope)
    ]
    return sorted((a for a in found if not _overruled(a, found, context)), key=lambda a: (ORDER.index(a.rule.action), a.rule.id))


def _overruled(one: Applied, all_found: Iterable[Applied], context: Context) -> bool:
    """A rule by class yields to one that calls the very treatments fine by name for the same condition; so does one on what only a name in the words brings in ("lidocaine allergy, botox")."""
    touched = {t.id for t in context.treatments if touches(t, one.rule.scope)}
    carried = {c for t in context.treatments for c in t.carries}
    if not touched and not any(t.id in carried and touches(t, one.rule.scope) for t in context.carried):
        touched = {t.id for t in context.treatments}
    named_fine = {t for a in all_found if a.rule.action == "ok" and a.condition == one.condition for t in a.rule.scope.treatments}
    return one.rule.action != "ok" and bool(touched) and touched <= named_fine and not touched & set(one.rule.scope.treatments)


def _holding(case: Case, rule: Precaution) -> list[str]:
    """Conditions that hold; having had a treatment says nothing against that same treatment when neither another nor it again is planned."""
    if not set(rule.also) <= set(case.person.conditions):
        return []
    only_past = bool(case.past) and set(case.past) == set(case.treatments) and "again" not in case.concerns
    return [c for c in rule.when if (c in case.person.conditions and not (only_past and c.startswith("recent_"))) or c == ANYONE]


def unsaid(case: Case, context: Context, rules: Iterable[Precaution]) -> list[Precaution]:
    """Return the rules that would stop or defer the treatment if their condition held: "do not book if".

    Args:
        case: what was understood.
        context: its treatments.
        rules: the rules.
    """
    settled = {*case.person.conditions, *case.person.denied, *by_age(case.person.age)}
    found = [
        rule for rule in rules
        if rule.action in {"stop", "defer"} and not rule.also and not rule.of_product and ANYONE not in rule.when and context.treatments and context.touches(rule.scope) and not settled & set(rule.when)
    ]
    return sorted(found, key=lambda rule: ("pregnancy" not in rule.when, rule.action != "stop"))
