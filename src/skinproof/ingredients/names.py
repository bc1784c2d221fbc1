"""All names of ingredients, ready to be looked up: prepared when the pack is built, read when a list is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from skinproof.catalogue.ingredient import AnnexEntry, Ingredient
from skinproof.ingredients.keys import folded, scanned, squash, tokens

LONGEST_NAME = 400
_SHORTEST_WORD = 3


class Names(Struct, frozen=True, kw_only=True):
    """Ids of ingredients by squashed name, by name as other languages spell it, and by name as scanners misread it; every word of a name.

    `law` holds entries of the EU annexes by squashed name, and by CAS number where the entry is no ban.
    """

    exact: dict[str, str]
    folded: dict[str, str]
    scanned: dict[str, str]
    words: frozenset[str]
    law: dict[str, tuple[str, ...]] = {}


def names_of(ingredients: Iterable[Ingredient], annexes: Iterable[AnnexEntry] = ()) -> Names:
    """Return the names of ingredients.

    An INCI name wins over other names; a folded or scanned key that two ingredients share is left out.

    Args:
        ingredients: all that are known.
        annexes: entries of the EU annexes.
    """
    ingredients = tuple(ingredients)
    pairs = [(name, i.id) for i in ingredients for name in reversed(i.all_names)]
    inci = [(i.inci, i.id) for i in ingredients]
    exact = {key: owner for name, owner in (*pairs, *inci) if (key := squash(name))}
    words = {w for name, _ in pairs for w in tokens(name) if len(w) >= _SHORTEST_WORD and w.isalpha()}
    return Names(
        exact=exact, folded=_unshared((key, owner) for name, owner in pairs for key in folded(name)),
        scanned=_unshared((scanned(key), owner) for key, owner in exact.items()), words=frozenset(words), law=_law(annexes),
    )


def _law(annexes: Iterable[AnnexEntry]) -> dict[str, tuple[str, ...]]:
    """A ban is looked up by name alone: one CAS number often covers more than the ban means."""
    found: dict[str, list[str]] = defaultdict(list)
    for entry in annexes:
        for key in dict.fromkeys((*map(squash, entry.names), *(entry.cas if entry.annex != "II" else ()))):
            found[key].append(entry.id)
    return {key: tuple(ids) for key, ids in found.items() if key}


def _unshared(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    owners: dict[str, set[str]] = defaultdict(set)
    for key, owner in pairs:
        owners[key].add(owner)
    return {key: next(iter(them)) for key, them in owners.items() if len(them) == 1 and key}
