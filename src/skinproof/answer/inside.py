"""What is in a pasted list or a cocktail, and what of it matters by the route."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from skinproof.answer.knowledge import Knowledge
from skinproof.evidence.store import Store
from skinproof.ingredients.hazards import Flag
from skinproof.ingredients.inspect import Inspection, inspect
from skinproof.ingredients.listing import Listed
from skinproof.ingredients.shelf import Shelf
from skinproof.question.case import Case
from skinproof.types import Route


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


@lru_cache(maxsize=4)
def shelf_of(store: Store) -> Shelf:
    """Return the shelf of ingredients of a pack, kept for the next list.

    Args:
        store: the opened pack.
    """
    return Shelf(store)


def route_of(case: Case, knowledge: Knowledge) -> Route:
    """Return the route by which a case's product meets the skin: needles if any needle is named, else left on.

    Args:
        case: what was understood.
        knowledge: the pack.
    """
    routes = [t.route for name in case.treatments if (t := knowledge.treatment(name)) is not None and t.route]
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
    return Inside(inspection=inspect(case.ingredient_list, shelf_of(knowledge.store), route=route_of(case, knowledge), sold_as=around, profile=case.person))
