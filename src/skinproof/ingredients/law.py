"""What Annexes II to VI of the EU cosmetics regulation say of the ingredients of a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from skinproof.catalogue.ingredient import AnnexEntry, Ingredient
from skinproof.ingredients.keys import squash
from skinproof.ingredients.listing import Listed
from skinproof.types import Route

Standing = Literal["banned", "banned_with_exceptions", "rinse_off_only", "limited", "preservative", "colour", "uv_filter"]
# A limit on something else than the share on a label: on an impurity, on what is set free, on the metal or acid in a salt.
_NOT_OF_SHARE = re.compile(r"content|impurit|amine|released|of H2O2|of Hg|as free|as zinc|as silver|as phenol|as triclosan|nitros", re.IGNORECASE)
_AS_ACID = re.compile(r"as (?:the )?(?:free )?acid|\(acid\)", re.IGNORECASE)
# An entry for two substances together says nothing of one of them.
_AND = "(and)"
_STAYS: frozenset[Route] = frozenset({"leave_on", "occluded", "abraded", "needle_channels", "injected"})


class LawHit(Struct, frozen=True, kw_only=True):
    """An entry of an annex that names an ingredient of the list, and what it makes of it.

    `by_name` tells that it names the ingredient, not only its CAS number; `percent` is the share that the label tells; `over`
    tells that this is above all that the annexes allow.
    """

    annex: AnnexEntry
    shown: str
    position: int
    standing: Standing
    by_name: bool = True
    percent: float | None = None
    over: bool = False

    @property
    def most_percent(self) -> float | None:
        """The highest share in percent that the entry allows the ingredient in any product; None when it limits something else."""
        limit = self.annex.limit or ""
        if not self.by_name or _NOT_OF_SHARE.search(limit) or (_AS_ACID.search(limit) and not self.shown.casefold().endswith("acid")):
            return None
        return self.annex.limit_percent


def law_hits(entries: Sequence[Listed], index: Mapping[str, Sequence[str]], annex: Callable[[str], AnnexEntry | None]) -> list[LawHit]:
    """Return what the annexes say of some entries, each ingredient once, in the order of the list.

    Args:
        entries: of a list.
        index: ids of annex entries by squashed name, and by CAS number.
        annex: returns the annex entry of an id.
    """
    hits = []
    for entry in {e.key: e for e in reversed(entries)}.values():
        name, *numbers = _keys(entry)
        named = index.get(name, ())
        ids = dict.fromkeys((*named, *(i for number in numbers for i in index.get(number, ()))))
        hits += _marked([
            LawHit(annex=found, shown=entry.shown, position=entry.position, standing=_standing(found), by_name=i in named and not any(_AND in n.casefold() for n in found.names), percent=entry.percent) for i in ids if (found := annex(i)) is not None
        ])
    return sorted(hits, key=lambda h: (h.position, h.annex.id))


def _marked(hits: list[LawHit]) -> list[LawHit]:
    """Mark the most generous entry when the share on the label is above it; an entry without a limit allows any share."""
    allowing = [h for h in hits if h.annex.annex != "II"]
    limits = [h.most_percent for h in allowing]
    if not limits or any(limit is None for limit in limits):
        return hits
    widest = max(allowing, key=lambda h: h.most_percent or 0.0)
    over = widest.percent is not None and widest.percent > (widest.most_percent or 0.0)
    return [replace(h, over=True) if over and h is widest else h for h in hits]


def _keys(entry: Listed) -> Sequence[str]:
    """The squashed name first, then CAS numbers."""
    ingredient: Ingredient | None = entry.ingredient
    if ingredient is None:
        return (_squash(entry.name),)
    return (_squash(ingredient.inci), *ingredient.cas)


_squash = lru_cache(maxsize=20_000)(squash)


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

    What may be there for another reason, such as perfume, is left out.

    Args:
        hits: what the annexes say.
    """
    hits = [h for h in hits if h.by_name]
    free = {h.position for h in hits if h.annex.annex == "III"}
    return {h.position: h.annex.limit_percent for h in hits if h.annex.annex == "V" and h.annex.limit_percent is not None and h.position not in free}
