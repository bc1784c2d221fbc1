"""Ingredient lists: what they hold, and the inventory that knows their names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from skinproof.api.known import knowledge

if TYPE_CHECKING:
    from skinproof.ingredients.inspect import Inspection
    from skinproof.ingredients.shelf import Shelf
    from skinproof.question.case import Person


@cache
def ingredient_shelf() -> Shelf:
    """Return ingredients, hazards and law of the pack, with the inventory that the user imported."""
    from skinproof.ingredients.inventory import default_place, open_inventory  # noqa: PLC0415
    from skinproof.ingredients.shelf import Shelf  # noqa: PLC0415

    return Shelf(knowledge().store, open_inventory(default_place()))


def inspect_ingredients(
    text: str, *, route: str | None = None, treatment: str | None = None, sold_as: str = "", profile: Person | None = None, allergic_to: Iterable[str] = (),
) -> Inspection:
    """Return what an ingredient list holds and what of it matters by a route.

    Args:
        text: a label, a list, or a message with a list in it.
        route: such as needle_channels; that of the treatment if not given, else leave_on.
        treatment: id of the treatment in which it is used.
        sold_as: name and promises of the product.
        profile: what is known of the person.
        allergic_to: names of ingredients that the person reacts to.

    Raises:
        InputError: the text is empty or too long, or the route, the treatment or something told of the person is not known.
        PackError: the pack of facts cannot be used.
    """
    from skinproof.ingredients.inspect import inspect  # noqa: PLC0415
    from skinproof.question.given import checked  # noqa: PLC0415

    person = None if profile is None else checked(profile, knowledge().conditions)
    return inspect(text, ingredient_shelf(), route=route, treatment=treatment, sold_as=sold_as, profile=person, allergic_to=allergic_to)


def import_inventory(source: Path) -> int:
    """Import the Commission's CosIng inventory from a CSV file and return the number of its names.

    Args:
        source: the file.

    Raises:
        InputError: the file cannot be read or is no such export.
    """
    from skinproof.ingredients.inventory import default_place  # noqa: PLC0415
    from skinproof.ingredients.inventory import import_inventory as imported  # noqa: PLC0415

    count = imported(source, default_place())
    ingredient_shelf.cache_clear()
    return count
