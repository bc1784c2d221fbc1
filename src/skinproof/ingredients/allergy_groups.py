"""What people say that they are allergic to → the ingredients of a list that may hold it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from skinproof.catalogue.record import Record, need
from skinproof.ingredients.keys import plain
from skinproof.ingredients.listing import Listed

FILE = Path(__file__).parent.parent / "facts" / "ingredients" / "groups" / "allergies.yaml"
_APART = re.compile(r"[^a-z0-9]+")


class AllergyGroup(Record, frozen=True, kw_only=True):
    """Things that people name when they tell an allergy, and what of a list may hold them.

    `said` are names in four languages, `conditions` the ids of a profile that mean the same; an ingredient belongs to the group
    by one of its `classes`, or when a word of its name begins with one of `names`.
    """

    id: str
    said: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        need(bool(self.classes or self.names), "a group needs classes or names")

    def holds(self, entry: Listed) -> bool:
        """Tell whether an entry of a list may hold what the group is about."""
        if set(self.classes) & set(entry.classes):
            return True
        words = _words(entry.shown)
        return any(f" {_words(name).strip()}" in words for name in self.names)


def _words(text: str) -> str:
    return f" {_APART.sub(' ', plain(text)).strip()} "


@cache
def read_groups(file: Path = FILE) -> tuple[AllergyGroup, ...]:
    """Return the groups of a fact file.

    Raises:
        FactError: something is wrong; the message names file, line and mend.
    """
    from skinproof.catalogue.files import load  # noqa: PLC0415 - most questions paste no list and need no YAML

    return load(file, tuple[AllergyGroup, ...])


def groups_said(name: str, groups: Iterable[AllergyGroup]) -> Sequence[AllergyGroup]:
    """Return the groups that a person means by a name, as in "nuts" or "nut allergy".

    Args:
        name: as the person calls it.
        groups: from the facts.
    """
    told = _words(name).replace(" allergy ", " ").replace(" allergies ", " ").strip()
    return [g for g in groups if told and told in {_words(s).strip() for s in g.said}]
