"""What is in a pasted list or a cocktail, and what of it matters by the route."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from skinproof.answer.knowledge import Knowledge
from skinproof.catalogue.ingredient import Ingredient
from skinproof.catalogue.text import words
from skinproof.evidence.store import Store
from skinproof.ingredients.claims import ClaimChecked
from skinproof.ingredients.hazards import Flag
from skinproof.ingredients.inspect import Inspection, inspect
from skinproof.ingredients.listing import Listed
from skinproof.ingredients.shelf import Shelf
from skinproof.question.case import Case
from skinproof.types import Route

# "Allergic to nickel, fragrance mix and MI (methylisothiazolinone)", "a peanut allergy".
_ALLERGIC = re.compile(r"\b(?:(?:allerg\w*|react(?:s|ed)?|positive|patch tested)(?: ?\++)? (?:to|for|a|al|aux?|à)|(?:rash|hives|eczema|welts|itchy|swollen) from) (?:the |la |le )?([^.?!:;\n]{3,120})", re.IGNORECASE)
# "oxybenzone gives me a rash"
_GIVES = re.compile(r"\b([\w-]{3,30}(?: [\w-]{3,30})?) (?:gives?|gave|brings?|brought) me (?:an? |the |some )?(?:\w+ )?(?:rash|hives|eczema|welts|itch)", re.IGNORECASE)
_ALLERGY = re.compile(r"\b(\w{3,}) allerg(?:y|ies|ic)\b", re.IGNORECASE)
_BETWEEN = re.compile(r",|/|\(|\)|\band\b|\bor\b|\bet\b|\by\b|&|\+")
_SHORTEST_NAME, _LONGEST_NAME = 3, 4
# How a list is brought in, where no treatment is named: "needle this into my neck", "push it with a 1.5 mm pen".
_NEEDLED = re.compile(r"\bneedl|\bderma ?(?:pen|roll|stamp)|\bmicro ?(?:need|infus|chann)|\d mm\b.*\bpen\b|\bwith (?:a|the|their|his|her) (?:[\d.]+ ?mm )?pen\b|\baiguille|\bagujas?\b", re.IGNORECASE)
_INJECTED = re.compile(r"\binject|\binyect|\bmesotherap|\bwith a syringe", re.IGNORECASE)


_TOLD: tuple[tuple[Route, re.Pattern[str]], ...] = (("injected", _INJECTED), ("needle_channels", _NEEDLED))


class Inside(Struct, frozen=True, kw_only=True):
    """The inspection of a list by the route of the case."""

    inspection: Inspection

    @property
    def route(self) -> Route:
        """How the product meets the skin."""
        return self.inspection.route

    @property
    def listed(self) -> tuple[Listed, ...]:
        """The entries of the list."""
        return self.inspection.entries

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The hazards by that route, the severest first."""
        return self.inspection.flags

    @property
    def broken_claims(self) -> tuple[ClaimChecked, ...]:
        """What the product is sold as and the list does not bear out."""
        return tuple(c for c in self.inspection.claims if c.outcome in {"not_there", "broken"})

    @property
    def doubtful_claims(self) -> tuple[ClaimChecked, ...]:
        """What the list does not bear out, and shares that its order does not fit."""
        return (*self.broken_claims, *(c for c in self.inspection.claims if c.outcome == "there" and c.implausible))

    @property
    def free_of(self) -> tuple[str, ...]:
        """What the person is allergic to and the list does not name, if it names nothing of the kind."""
        return () if self.allergens else tuple(a.name for a in self.inspection.allergies if a.known and not a.entries)

    @property
    def allergens(self) -> dict[str, tuple[str, ...]]:
        """What the person is allergic to and the list holds, by the fact that says so."""
        named = {f"ingredient:{e.ingredient.id}": a.entries for a in self.inspection.allergies for e in self.listed if e.ingredient and e.written in a.entries}
        kinds = {f"precaution:{c.rule_id}": c.entries for c in self.inspection.concerns if c.condition.startswith("allergy_") and c.entries}
        return {**named, **kinds}


@lru_cache(maxsize=4)
def shelf_of(store: Store) -> Shelf:
    """Return the shelf of ingredients of a pack, kept for the next list.

    Args:
        store: the opened pack.
    """
    return Shelf(store)


def route_of(case: Case, knowledge: Knowledge) -> Route:
    """Return the route by which a case's product meets the skin: needles if any needle is named or told of, else left on.

    Args:
        case: what was understood.
        knowledge: the pack.
    """
    routes = [t.route for name in case.treatments if (t := knowledge.treatment(name)) is not None and t.route]
    around = case.question.replace(case.ingredient_list or "", " ")
    routes += [route for route, told in _TOLD if told.search(around)]
    order: Sequence[Route] = ("injected", "needle_channels", "abraded", "occluded", "swallowed", "rinse_off", "leave_on")
    return next((r for r in order if r in routes), "leave_on")


def inside(case: Case, knowledge: Knowledge) -> Inside | None:
    """Return what a pasted list holds, or None when no list was pasted.

    Args:
        case: what was understood.
        knowledge: the pack.
    """
    if case.ingredient_list is None:
        return None
    around = case.question.replace(case.ingredient_list, " ")
    return Inside(inspection=inspect(case.ingredient_list, shelf_of(knowledge.store), route=route_of(case, knowledge), sold_as=around, profile=case.person, allergic_to=_allergic_to(around)))


def _allergic_to(text: str) -> tuple[str, ...]:
    """The things that a text names as allergies, short names only, each also as its oil."""
    named = [piece.strip(" '\"-").casefold() for found in _ALLERGIC.findall(text) for piece in _BETWEEN.split(found)] + [n.casefold() for found in (*_ALLERGY.findall(text), *_GIVES.findall(text)) for n in (found, found.split()[-1])]
    names = [n for n in named if len(n) >= _SHORTEST_NAME and len(n.split()) <= _LONGEST_NAME]
    return tuple(dict.fromkeys(x for n in names for x in (n, f"{n} oil")))


# What is told of, in the safe direction, where it is part of a name that no inventory knows: "L-Retinol AGP".
_POTENT = ("retinol", "retinal", "retinaldehyde", "tretinoin", "adapalene", "tazarotene", "hydroquinone")


def potent_and_known(listed: Inside, knowledge: Knowledge) -> list[Ingredient]:
    """Return the ingredients of a list that are known, and the potent ones inside names that are not.

    Args:
        listed: the inspected list.
        knowledge: the pack.
    """
    known = [e.ingredient for e in listed.listed if e.ingredient is not None]
    inside = {word for e in listed.listed if e.ingredient is None for word in words(e.name) if word in _POTENT}
    return known + [i for word in sorted(inside) if (i := knowledge.ingredient_named(word)) is not None and i not in known]
