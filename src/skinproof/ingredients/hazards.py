"""Hazards by route: they hang on ingredient classes, and an added ingredient never removes one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from skinproof.catalogue.rules import Hazard
from skinproof.ingredients.listing import Listed
from skinproof.types import Action, Route

_ACTIONS: dict[str, Action] = {"stop": "stop", "high": "stop", "caution": "caution", "info": "ok"}
SEVERITIES = ("stop", "high", "caution", "info")


class Flag(Struct, frozen=True, kw_only=True):
    """A hazard that holds, the entries of the list that made it hold, and those whose class is only guessed from their name."""

    hazard: Hazard
    entries: tuple[str, ...]
    positions: tuple[int, ...] = ()
    guessed: tuple[str, ...] = ()

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
    by_class: dict[str, list[Listed]] = {}
    for entry in listed:
        for name in entry.classes:
            by_class.setdefault(name, []).append(entry)
    found = [_flag(h, by_class[h.ingredient_class]) for h in hazards if route in h.routes and h.ingredient_class in by_class]
    return sorted(found, key=lambda f: (SEVERITIES.index(f.hazard.severity), f.hazard.id))


def _flag(hazard: Hazard, entries: Sequence[Listed]) -> Flag:
    once = {e.key: e for e in reversed(entries)}
    ordered = sorted(once.values(), key=lambda e: e.position)
    return Flag(
        hazard=hazard, entries=tuple(e.written for e in ordered), positions=tuple(e.position for e in ordered),
        guessed=tuple(e.written for e in ordered if e.ingredient is None),
    )
