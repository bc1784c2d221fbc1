"""Ingredients: names, class, and what decides whether they pass the skin."""

from __future__ import annotations

from skinproof.catalogue.record import Record, Source


class Ingredient(Record, frozen=True, kw_only=True):
    """One ingredient of products or infusions."""

    id: str
    inci: str
    names: tuple[str, ...] = ()
    names_fr: tuple[str, ...] = ()
    names_es: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    treatment: str | None = None
    molecular_weight_da: float | None = None
    macromolecule: bool = False
    note: str | None = None
    sources: tuple[Source, ...] = ()
