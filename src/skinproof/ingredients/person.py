"""What matters for one person: allergies, pregnancy, medicines and skin conditions against the ingredients of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from msgspec import Struct

from skinproof.catalogue.ingredient import Ingredient
from skinproof.catalogue.rules import Precaution
from skinproof.catalogue.treatment import Treatment
from skinproof.ingredients.listing import Listed

_ORDER = ("stop", "defer", "ask", "caution", "ok")
# Allergies that are named by class of ingredient; what each asks for is that of the precaution behind it.
_ALLERGIES = {
    "allergy_fragrance": ("fragrance", "fragrance_allergen"), "allergy_bee": ("bee_product",), "allergy_fish": ("fish_derived", "pdrn"), "allergy_shellfish": ("fish_derived",), "allergy_metal": ("metal",),
    "allergy_aspirin": ("salicylate",), "allergy_lidocaine": ("anaesthetic",), "allergy_toxin": ("toxin",),
}


class Profile(Protocol):
    """What is known of the person."""

    @property
    def conditions(self) -> tuple[str, ...]:
        """Ids of the conditions that hold."""


class Concern(Struct, frozen=True, kw_only=True):
    """A precaution that touches ingredients of the list, the condition that raised it, and those ingredients."""

    condition: str
    rule: Precaution
    entries: tuple[str, ...]


class Allergy(Struct, frozen=True, kw_only=True):
    """An allergy that the person named, and what of the list it touches."""

    name: str
    entries: tuple[str, ...]


def concerns(profile: Profile, entries: Sequence[Listed], precautions: Iterable[Precaution], treatment: Callable[[str], Treatment | None]) -> list[Concern]:
    """Return the precautions that a person's conditions raise over a list, the strictest first.

    A precaution touches an ingredient by its classes, or by the treatment that the ingredient is when used alone.

    Args:
        profile: what is known of the person.
        entries: of the list.
        precautions: from the facts.
        treatment: returns the treatment of an id.
    """
    found = []
    for rule in precautions:
        for condition in (c for c in rule.when if c in profile.conditions):
            touched = tuple(dict.fromkeys(e.written for e in entries if e.ingredient and _touches(rule, condition, e.ingredient, treatment)))
            if touched:
                found.append(Concern(condition=condition, rule=rule, entries=touched))
    return sorted(found, key=lambda c: (_ORDER.index(c.rule.action), c.rule.id))


def _touches(rule: Precaution, condition: str, ingredient: Ingredient, treatment: Callable[[str], Treatment | None]) -> bool:
    if condition in _ALLERGIES:
        return bool(set(_ALLERGIES[condition]) & set(ingredient.classes))
    alone = treatment(ingredient.treatment) if ingredient.treatment else None
    classes = {*ingredient.classes, *(alone.classes if alone else ())}
    ids = {ingredient.id, *((alone.id,) if alone else ())}
    return bool(classes & set(rule.scope.classes) or ids & set(rule.scope.treatments))


def allergies(names: Iterable[str], entries: Sequence[Listed], identify: Callable[[str], Ingredient | None]) -> list[Allergy]:
    """Return the allergies that a person named, with what of the list each touches: the same ingredient, or the same name.

    Args:
        names: as the person calls them.
        entries: of the list.
        identify: returns the ingredient of a name, or None.
    """
    found = []
    for name in names:
        known = identify(name)
        touched = tuple(dict.fromkeys(e.written for e in entries if (known and e.key == known.id) or name.casefold() in e.written.casefold() or name.casefold() in e.shown.casefold()))
        found.append(Allergy(name=name, entries=touched))
    return found
