"""What of an ingredient gets past the skin by a route, in bins: from size and charge first, then from the skin model where it has data.

Source of the size limit: the 500 Dalton rule (Bos and Meinardi 2000, Exp Dermatol 9:165), read through a chemist's summary; it holds for whole
skin only. Small uncharged molecules: the skin model, read from `passing_table`.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from skinproof.catalogue.ingredient import Ingredient
from skinproof.ingredients.listing import Listed
from skinproof.ingredients.passing_table import PassingTable, read_table
from skinproof.types import Route

Bin = Literal["practically none", "< 1 %", "1-10 %", "> 10 %", "not known"]
Basis = Literal["model", "inference"]
BINS: tuple[Bin, ...] = ("practically none", "< 1 %", "1-10 %", "> 10 %")
HEAVY_DA = 500.0
# A bin is named when at least this share of the model's people lies in it.
ENOUGH = 0.5
_METAL = re.compile(r"(?:Na|K|Ca|Mg|Zn|Cu)(?![a-z])")
_WHOLE_SKIN: frozenset[Route] = frozenset({"leave_on", "rinse_off", "occluded"})
_REASONS = {
    "large": "a large molecule", "particle": "particles that do not dissolve", "heavy": "heavier than 500 Da", "charged": "a salt: charged molecules pass badly", "small": "small; no data to calculate it from",
    "holes": "gets through the holes; how much was not measured", "inside": "all of it is put inside", "swallowed": "what the gut takes up is another matter", "worn": "the barrier is worn down; how much passes was not measured",
    "stays": "particles stay where they are pushed", "unknown": "the ingredient is not known", "mixture": "a mixture of many substances", "rinsed": "less than when left on", "water": "water itself",
}


class Passes(Struct, frozen=True, kw_only=True):
    """The bin of one ingredient by one route, why, and what it rests on; `spread` is the chance of each bin in the model, the least first."""

    share: Bin
    reason: str
    basis: Basis = "inference"
    spread: tuple[float, float, float, float] | None = None


def passes(entry: Listed, route: Route, table: PassingTable | None = None) -> Passes:
    """Return what of an entry gets past the skin by a route.

    Args:
        entry: of a list.
        route: how the product meets the skin.
        table: of the skin model; the one of the package if not given.
    """
    share, reason = _whole_skin(entry) if route in _WHOLE_SKIN else _opened(entry, route)
    if reason not in {"small", "holes", "worn"} or (modelled := _modelled(entry, route, table or read_table())) is None:
        return Passes(share=share, reason=_REASONS[reason])
    return modelled


def _whole_skin(entry: Listed) -> tuple[Bin, str]:
    ingredient = entry.ingredient
    if "pigment_particle" in entry.classes:
        return "practically none", "particle"
    if ingredient is None:
        return "not known", "unknown"
    if ingredient.macromolecule or (ingredient.molecule and ingredient.molecule.molecular_weight_da > HEAVY_DA):
        return "practically none", "large" if ingredient.macromolecule else "heavy"
    if _is_salt(ingredient):
        return "< 1 %", "charged"
    mixed = {"botanical", "ferment"} & set(ingredient.classes) and ingredient.molecule is None
    return "not known", "water" if _is_water(entry) else "mixture" if mixed else "small"


def _opened(entry: Listed, route: Route) -> tuple[Bin, str]:
    if route == "injected":
        return "> 10 %", "inside"
    if route == "swallowed":
        return "not known", "swallowed"
    if "pigment_particle" in entry.classes:
        return "not known", "stays"
    if _is_water(entry):
        return "not known", "water"
    return "not known", "holes" if route == "needle_channels" else "worn"


def _is_water(entry: Listed) -> bool:
    return {"solvent", "water"} <= set(entry.classes)


def _is_salt(ingredient: Ingredient) -> bool:
    return "salt" in ingredient.classes or bool(ingredient.molecule and _METAL.search(ingredient.molecule.formula))


def _modelled(entry: Listed, route: Route, table: PassingTable) -> Passes | None:
    """What the model says of a single uncharged molecule, or None where it has no data."""
    ingredient = entry.ingredient
    molecule = ingredient.molecule if ingredient and not ingredient.macromolecule else None
    if ingredient is None or molecule is None or molecule.log_p is None or _is_salt(ingredient):
        return None
    spread = table.spread("leave_on" if route == "rinse_off" else route, molecule.molecular_weight_da, molecule.log_p)
    if spread is None:
        return None
    most = max(range(len(BINS)), key=lambda i: spread[i])
    held = spread[most] >= ENOUGH
    if route == "rinse_off" and (most or not held):
        return Passes(share="not known", reason=_REASONS["rinsed"])
    told = f"calculated: so in {round(10 * spread[most])} of 10 people" if held else f"calculated: anything from {_ends(spread)}"
    return Passes(share=BINS[most] if held else "not known", reason=told, basis="model", spread=tuple(round(s, 2) for s in spread))  # type: ignore[arg-type]


def _ends(spread: tuple[float, float, float, float]) -> str:
    """The bins that hold more than one in twenty, the least and the most of them."""
    there = [name for name, chance in zip(BINS, spread, strict=True) if chance > 0.05]
    return f"{there[0]} to {there[-1]}"
