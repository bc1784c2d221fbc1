"""What is in a pasted list or a cocktail, and what of it matters by the route."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from skinproof.answer.knowledge import Knowledge
from skinproof.ingredients.hazards import Flag, flags
from skinproof.ingredients.listing import Listed, read_list
from skinproof.question.case import Case
from skinproof.types import Route


class Inside(Struct, frozen=True, kw_only=True):
    """The entries of a list, its route, and the flags by that route."""

    route: Route
    listed: tuple[Listed, ...]
    flags: tuple[Flag, ...]


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
    route = route_of(case, knowledge)
    listed = read_list(case.ingredient_list, knowledge.ingredient_named)
    return Inside(route=route, listed=tuple(listed), flags=tuple(flags(listed, route, knowledge.hazards)))
