"""What differs from the usual way of a treatment: needle length, number, density, passes."""

from __future__ import annotations

from math import isfinite
from typing import TypeVar

import msgspec
from msgspec import Struct

from skinproof.errors import InputError
from skinproof.skin.insult import Grit, Insult

Part = TypeVar("Part", bound=Struct)
LONGEST_UM, SHORTEST_UM = 2000.0, 100.0
_RANGES = {
    "needle_mm": ("a needle length in mm", SHORTEST_UM / 1000.0, LONGEST_UM / 1000.0, "needles of this length were not measured"),
    "count": ("a number of needles", 1, 200, "so many needles at once were not measured"),
    "holes_per_cm2": ("a number of holes in a square centimetre", 1.0, 1000.0, "so many holes were not measured"),
    "passes": ("a number of passes", 1, 6, "so many passes were not measured"),
    "acid_percent": ("an acid in percent", 1.0, 70.0, "so strong an acid goes deeper than the horny layer"),
    "acid_ph": ("a pH", 0.5, 6.0, "such a pH was not measured"),
}


class Plan(Struct, frozen=True, kw_only=True):
    """Values that replace those of the treatment's record; None keeps them."""

    needle_mm: float | None = None
    count: int | None = None
    holes_per_cm2: float | None = None
    passes: int | None = None
    grit: Grit | None = None
    acid_percent: float | None = None
    acid_ph: float | None = None


def planned(insult: Insult, plan: Plan) -> Insult:
    """Return the record of a treatment with a plan's values put in.

    Args:
        insult: the usual record.
        plan: what differs.

    Raises:
        InputError: a value lies where there is no data, or the treatment has no such thing.
    """
    for name, (words, low, high, why) in _RANGES.items():
        value = getattr(plan, name)
        if value is not None and not (isfinite(value) and low <= value <= high):
            raise InputError(f"No data: {words} of {value:.15g}: {why}. Give a value from {low:g} to {high:g}.")
    needles = _put(insult.needles, {"length_um": _um(plan.needle_mm), "count": plan.count, "holes_per_cm2": plan.holes_per_cm2}, insult, "needles")
    abrasion = _put(insult.abrasion, {"passes": plan.passes, "grit": plan.grit}, insult, "passes or grit")
    acid = _put(insult.acid, {"percent": plan.acid_percent, "ph": plan.acid_ph}, insult, "acid")
    return msgspec.structs.replace(insult, needles=needles, abrasion=abrasion, acid=acid)


def _um(length_mm: float | None) -> float | None:
    return None if length_mm is None else 1000.0 * length_mm


def _put(part: Part | None, values: dict[str, object], insult: Insult, what: str) -> Part | None:
    given = {name: value for name, value in values.items() if value is not None}
    if not given:
        return part
    if part is None:
        raise InputError(f"{insult.treatment} has no {what}. Leave out {', '.join(given)}.")
    return msgspec.structs.replace(part, **given)
