"""What a treatment does to skin, as far as the model needs it: needles, abrasion, acid, ablation, heat."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Insertion = Literal["manual", "motor"]
Grit = Literal["fine", "medium", "coarse"]


class Needles(Struct, frozen=True, kw_only=True):
    """Needles: length in um, number on one stamp or roller, holes a cm2 after all passes with their spread, and how they go in."""

    length_um: float
    count: int
    holes_per_cm2: float
    holes_spread: float
    insertion: Insertion
    hollow: bool = False


class Abrasion(Struct, frozen=True, kw_only=True):
    """Abrasion: share of the stratum corneum that one pass of medium grit takes (median, spread), passes, grit."""

    share_a_pass: float
    spread: float
    passes: int = 2
    grit: Grit = "medium"


class Acid(Struct, frozen=True, kw_only=True):
    """A superficial peel: strength in per cent and the pH of the product."""

    percent: float
    ph: float


class Ablation(Struct, frozen=True, kw_only=True):
    """A fractional ablative laser: share of the surface that it removes (median, spread)."""

    share: float
    spread: float


class MeasuredPoint(Struct, frozen=True, kw_only=True):
    """A measured reading of water loss after a treatment: when, what was said, and its ratio to the start if given."""

    time_h: float
    said: Literal["raised", "back", "below", "ratio"]
    ratio: float | None = None
    who: str
    citation: str


class Insult(Struct, frozen=True, kw_only=True):
    """What one treatment does to skin, with its sources and what is only assumed."""

    treatment: str
    variant: str
    needles: Needles | None = None
    abrasion: Abrasion | None = None
    acid: Acid | None = None
    ablation: Ablation | None = None
    heat: bool = False
    sources: tuple[str, ...]
    assumed: str
    measured: tuple[MeasuredPoint, ...] = ()
