"""What matters for one person: allergies, pregnancy, medicines and skin conditions against the ingredients of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from msgspec import Struct

from skinproof.catalogue.ingredient import Ingredient
from skinproof.catalogue.rules import CombinationRule, Precaution
from skinproof.catalogue.treatment import Treatment
from skinproof.ingredients.allergy_groups import AllergyGroup, groups_said
from skinproof.ingredients.listing import Listed
from skinproof.types import Action

_ORDER = ("stop", "defer", "ask", "caution", "ok")
# What a person uses already, by condition; and what a rule about using two things together asks for.
_IN_USE = {"retinoid_user": frozenset({"retinoid", "tretinoin"}), "isotretinoin_now": frozenset({"retinoid_oral", "isotretinoin_oral"})}
_TOGETHER: dict[str, Action] = {"do_not": "stop", "separate": "caution", "take_care": "caution"}


class Profile(Protocol):
    """What is known of the person."""

    @property
    def conditions(self) -> tuple[str, ...]:
        """Ids of the conditions that hold."""


class Concern(Struct, frozen=True, kw_only=True):
    """A rule that touches ingredients of the list, the condition that raised it, what it asks for, and those ingredients."""

    rule_id: str
    condition: str
    action: Action
    why: str
    do: str
    entries: tuple[str, ...]


class Allergy(Struct, frozen=True, kw_only=True):
    """An allergy that the person named, what of the list it touches, and whether only as something that may hold it."""

    name: str
    entries: tuple[str, ...]
    perhaps: bool = False
    known: bool = False  # whether we know what is meant, so that its absence can be told


def concerns(
    profile: Profile, entries: Sequence[Listed], precautions: Iterable[Precaution], combinations: Iterable[CombinationRule], treatment: Callable[[str], Treatment | None],
    groups: Iterable[AllergyGroup] = (),
) -> list[Concern]:
    """Return what a person's conditions and medicines raise over a list, the strictest first; what is fine is not told.

    A rule touches an ingredient by its classes, or by the treatment that the ingredient is when used alone.

    Args:
        profile: what is known of the person.
        entries: of the list.
        precautions: rules by condition.
        combinations: rules about using two things together; they matter for what the person uses already.
        treatment: returns the treatment of an id.
        groups: what people are allergic to.
    """
    allergic = {condition: [g for g in groups if condition in g.conditions] for condition in profile.conditions}
    known = [(e, e.ingredient) for e in entries if e.ingredient]
    found = []
    for rule in (r for r in precautions if r.action != "ok"):
        for condition in (c for c in rule.when if c in profile.conditions):
            of_allergy = allergic[condition]
            touched = _written(e for e, i in known if (any(g.holds(e) for g in of_allergy) if of_allergy else _touches(rule, i, treatment)))
            if touched:
                found.append(Concern(rule_id=rule.id, condition=condition, action=rule.action, why=rule.why, do=rule.do, entries=touched))
    for condition in (c for c in _IN_USE if c in profile.conditions):
        for pair in (c for c in combinations if c.same_time in _TOGETHER):
            other = _other_side(pair, _IN_USE[condition])
            touched = _written(e for e, i in known if _tags(i, treatment) & other)
            if touched:
                found.append(Concern(rule_id=pair.id, condition=condition, action=_TOGETHER[pair.same_time], why=pair.why, do=pair.do, entries=touched))
    return sorted(found, key=lambda c: (_ORDER.index(c.action), c.rule_id))


def _written(entries: Iterable[Listed]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(e.written for e in entries))


def _other_side(pair: CombinationRule, used: frozenset[str]) -> frozenset[str]:
    """What a rule sets against something that is in use; nothing when it speaks of something else."""
    if used & set(pair.a):
        return frozenset(pair.b) - used
    return frozenset(pair.a) - used if used & set(pair.b) else frozenset()


def _tags(ingredient: Ingredient, treatment: Callable[[str], Treatment | None]) -> set[str]:
    alone = treatment(ingredient.treatment) if ingredient.treatment else None
    return {*ingredient.classes, ingredient.id, *((alone.id, *alone.classes) if alone else ())}


def _touches(rule: Precaution, ingredient: Ingredient, treatment: Callable[[str], Treatment | None]) -> bool:
    return bool(_tags(ingredient, treatment) & {*rule.scope.classes, *rule.scope.treatments})


def allergies(names: Iterable[str], entries: Sequence[Listed], identify: Callable[[str], Ingredient | None], groups: Iterable[AllergyGroup] = ()) -> list[Allergy]:
    """Return the allergies that a person named, with what of the list each touches: the same ingredient, the same name, or one that may hold it.

    Args:
        names: as the person calls them.
        entries: of the list.
        identify: returns the ingredient of a name, or None.
        groups: what people are allergic to.
    """
    groups = tuple(groups)
    return [_allergy(name, entries, identify(name), groups_said(name, groups)) for name in names]


def _allergy(name: str, entries: Sequence[Listed], known: Ingredient | None, meant: Sequence[AllergyGroup]) -> Allergy:
    said = name.casefold()
    same = _written(e for e in entries if (known and e.key == known.id) or said in e.written.casefold() or said in e.shown.casefold())
    perhaps = _written(e for e in entries if any(g.holds(e) for g in meant))
    return Allergy(name=name, entries=tuple(dict.fromkeys((*same, *perhaps))), perhaps=not same, known=known is not None or bool(meant))
