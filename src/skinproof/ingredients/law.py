"""What Annexes II to VI of the EU cosmetics regulation say of the ingredients of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from skinproof.catalogue.ingredient import AnnexEntry, Ingredient
from skinproof.ingredients.keys import squash
from skinproof.ingredients.listing import Listed
from skinproof.types import Route

Standing = Literal["banned", "banned_with_exceptions", "rinse_off_only", "limited", "preservative", "colour", "uv_filter"]
_STAYS: frozenset[Route] = frozenset({"leave_on", "occluded", "abraded", "needle_channels", "injected"})


class LawHit(Struct, frozen=True, kw_only=True):
    """An entry of an annex that names an ingredient of the list, and what it makes of it."""

    annex: AnnexEntry
    shown: str
    position: int
    standing: Standing


def law_hits(entries: Sequence[Listed], index: Mapping[str, Sequence[str]], annex: Callable[[str], AnnexEntry | None]) -> list[LawHit]:
    """Return what the annexes say of some entries, each ingredient once, in the order of the list.

    Args:
        entries: of a list.
        index: ids of annex entries by squashed name, and by CAS number.
        annex: returns the annex entry of an id.
    """
    hits = []
    for entry in {e.key: e for e in reversed(entries)}.values():
        ids = dict.fromkeys(i for key in _keys(entry) for i in index.get(key, ()))
        hits += [LawHit(annex=found, shown=entry.shown, position=entry.position, standing=_standing(found)) for i in ids if (found := annex(i)) is not None]
    return sorted(hits, key=lambda h: (h.position, h.annex.id))


def _keys(entry: Listed) -> Iterable[str]:
    ingredient: Ingredient | None = entry.ingredient
    if ingredient is None:
        return (squash(entry.name),)
    return (squash(ingredient.inci), *ingredient.cas)


def _standing(entry: AnnexEntry) -> Standing:
    if entry.annex == "II":
        return "banned_with_exceptions" if entry.conditional else "banned"
    if entry.rinse_off_only and entry.annex != "III":  # Annex III speaks of uses beside those that the other annexes allow
        return "rinse_off_only"
    kinds: dict[str, Standing] = {"III": "limited", "IV": "colour", "V": "preservative", "VI": "uv_filter"}
    return kinds[entry.annex]


def breaks_law(hit: LawHit, route: Route) -> bool:
    """Tell whether a cosmetic with this ingredient, used by this route, would break the entry as far as a label can show.

    Args:
        hit: what the annex says.
        route: how the product meets the skin.
    """
    return hit.standing == "banned" or (hit.standing == "rinse_off_only" and route in _STAYS)


def cap_percent(hits: Iterable[LawHit]) -> dict[int, float]:
    """Return, by position in the list, the highest share that the annex of preservatives allows, in percent.

    Args:
        hits: what the annexes say.
    """
    return {h.position: h.annex.limit_percent for h in hits if h.annex.annex == "V" and h.annex.limit_percent is not None}
