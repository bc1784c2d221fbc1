"""Hazards by route: they hang on ingredient classes, and an added ingredient never removes one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from skinproof.catalogue.rules import Hazard
from skinproof.ingredients.listing import Listed
from skinproof.types import Action, Route

_ACTIONS: dict[str, Action] = {"stop": "stop", "high": "stop", "caution": "caution", "info": "ok"}


class Flag(Struct, frozen=True, kw_only=True):
    """A hazard that holds, and the entries of the list that made it hold."""

    hazard: Hazard
    entries: tuple[str, ...]

    @property
    def action(self) -> Action:
        """What the hazard asks for by this route."""
        return _ACTIONS[self.hazard.severity]


def flags(listed: Sequence[Listed], route: Route, hazards: Iterable[Hazard]) -> list[Flag]:
    """Return the hazards of a list by a route, the severest first.

    Args:
        listed: the entries of the list.
        route: how the product meets the skin.
        hazards: the rules.
    """
    order = ("stop", "high", "caution", "info")
    found = []
    for hazard in hazards:
        if route in hazard.routes:
            entries = tuple(e.written for e in listed if e.ingredient and hazard.ingredient_class in e.ingredient.classes)
            if entries:
                found.append(Flag(hazard=hazard, entries=entries))
    return sorted(found, key=lambda f: (order.index(f.hazard.severity), f.hazard.id))
