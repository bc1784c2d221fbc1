"""What of an ingredient gets past the skin by a route, in bins, from size, charge and solubility.

Source of the size limit: the 500 Dalton rule (Bos and Meinardi 2000, Exp Dermatol 9:165), read through a chemist's summary; it holds for whole
skin only. It says nothing of small molecules, which stay `not known` here.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from skinproof.ingredients.listing import Listed
from skinproof.types import Route

Bin = Literal["practically none", "< 1 %", "1-10 %", "> 10 %", "not known"]
HEAVY_DA = 500.0
_WHOLE_SKIN: frozenset[Route] = frozenset({"leave_on", "rinse_off", "occluded"})
_REASONS = {
    "large": "a large molecule", "particle": "particles that do not dissolve", "heavy": "heavier than 500 Da", "charged": "a salt: charged molecules pass badly", "small": "small: no number without a measurement",
    "holes": "gets through the holes; how much was not measured", "inside": "all of it is put inside", "swallowed": "what the gut takes up is another matter", "worn": "the barrier is worn down; how much passes was not measured",
    "stays": "particles stay where they are pushed", "unknown": "the ingredient is not known", "mixture": "a mixture of many substances",
}


class Passes(Struct, frozen=True, kw_only=True):
    """The bin of one ingredient by one route, and why."""

    share: Bin
    reason: str


def passes(entry: Listed, route: Route) -> Passes:
    """Return what of an entry gets past the skin by a route.

    Args:
        entry: of a list.
        route: how the product meets the skin.
    """
    share, reason = _whole_skin(entry) if route in _WHOLE_SKIN else _opened(entry, route)
    return Passes(share=share, reason=_REASONS[reason])


def _whole_skin(entry: Listed) -> tuple[Bin, str]:
    ingredient = entry.ingredient
    if "pigment_particle" in entry.classes:
        return "practically none", "particle"
    if ingredient is None:
        return "not known", "unknown"
    if ingredient.macromolecule:
        return "practically none", "large"
    if ingredient.molecule and ingredient.molecule.molecular_weight_da > HEAVY_DA:
        return "practically none", "heavy"
    if {"botanical", "ferment"} & set(ingredient.classes) and ingredient.molecule is None:
        return "not known", "mixture"
    return ("< 1 %", "charged") if "salt" in ingredient.classes else ("not known", "small")


def _opened(entry: Listed, route: Route) -> tuple[Bin, str]:
    if route == "injected":
        return "> 10 %", "inside"
    if route == "swallowed":
        return "not known", "swallowed"
    if "pigment_particle" in entry.classes:
        return "not known", "stays"
    return "not known", "holes" if route == "needle_channels" else "worn"
