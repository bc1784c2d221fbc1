"""What checking a list needs from the pack, read once and kept; and the ingredients that only the law or an inventory names."""

from __future__ import annotations

from functools import cached_property
from typing import Protocol, TypeVar

from skinproof.catalogue.ingredient import AnnexEntry, Claim, Ingredient, ListNote, NamingRule
from skinproof.catalogue.rules import CombinationRule, Hazard, Precaution, ProviderQuestion
from skinproof.catalogue.treatment import Treatment
from skinproof.ingredients.allergy_groups import AllergyGroup, read_groups
from skinproof.ingredients.inventory import Inventory
from skinproof.ingredients.keys import squash
from skinproof.ingredients.listing import Listing, read_label
from skinproof.ingredients.names import Names
from skinproof.ingredients.naming import classes_of_name, is_large
from skinproof.ingredients.resolving import Resolver
from skinproof.ingredients.strength import Strengths, read_strengths

T = TypeVar("T")
_LAW = "law:"
_NO_NAMES = Names(exact={}, folded={}, scanned={}, words=frozenset())


class Records(Protocol):
    """Where prepared facts are looked up; the pack is one."""

    meta: dict[str, str]

    def get(self, kind: str, name: str, record: type[T]) -> T | None:
        """Return one record, or None."""

    def all(self, kind: str, record: type[T]) -> list[T]:
        """Return all records of a kind."""


_MOST_GUESSED = 4096


class Shelf:
    """Ingredients, hazards, law, claims and notes, each list read when first needed."""

    def __init__(self, records: Records, inventory: Inventory | None = None) -> None:
        """Open a shelf.

        Args:
            records: the pack.
            inventory: names of the Commission's inventory that the user imported.
        """
        self._records = records
        self._inventory = inventory
        self._ingredients: dict[str, Ingredient | None] = {}
        self._guessed: dict[str, tuple[str, ...]] = {}
        self._treatments: dict[str, Treatment | None] = {}

    @cached_property
    def resolver(self) -> Resolver:
        """Recognises names: those of the facts first, then those of the inventory, then those that only the law holds."""
        own = self._records.get("lexicon", "list_names", Names) or _NO_NAMES
        imported = self._inventory.names if self._inventory else _NO_NAMES
        law = {key: f"{_LAW}{key}" for key in own.law if not key[0].isdigit() or not key.replace("-", "").isdigit()}
        return Resolver(Names(
            exact={**law, **imported.exact, **own.exact}, folded={**imported.folded, **own.folded}, scanned={**imported.scanned, **own.scanned}, words=own.words | imported.words, law=own.law,
        ))

    def read(self, text: str) -> Listing:
        """Return the entries of a text that holds ingredient lists.

        Raises:
            InputError: the text is too long to be a label.
        """
        return read_label(text, self.resolver, self.ingredient, self.guess)

    def guess(self, name: str) -> tuple[str, ...]:
        """Return the classes that an unknown name tells; one that tells nothing counts as an ordinary cosmetic."""
        if name not in self._guessed:
            if len(self._guessed) >= _MOST_GUESSED:
                self._guessed.clear()
            self._guessed[name] = classes_of_name(name, self.naming) or ("other",)
        return self._guessed[name]

    def ingredient(self, name: str) -> Ingredient | None:
        """Return the ingredient of an id, or None."""
        if name not in self._ingredients:
            self._ingredients[name] = self._find(name)
        return self._ingredients[name]

    def _find(self, name: str) -> Ingredient | None:
        if name.startswith(_LAW):
            return self._named_by_law(name.removeprefix(_LAW))
        if self._inventory and (row := self._inventory.row(name)) is not None:
            classes = classes_of_name(row.inci, self.naming, row.functions)
            return Ingredient(id=name, inci=row.inci, classes=classes or ("other",), functions=row.functions, cas=row.cas, macromolecule=is_large(row.inci, self.naming))
        return self._records.get("ingredients", name, Ingredient)

    def _named_by_law(self, key: str) -> Ingredient:
        entries = [e for i in self.law.get(key, ()) if (e := self.annex(i)) is not None]
        inci = next(name for e in entries for name in e.names if squash(name) == key).title()
        allergen = ("fragrance", "fragrance_allergen") if any(e.label_allergen for e in entries) else ()
        return Ingredient(id=f"{_LAW}{key}", inci=inci, classes=tuple(dict.fromkeys((*classes_of_name(inci, self.naming), *allergen))) or ("other",))

    @cached_property
    def law(self) -> dict[str, tuple[str, ...]]:
        """Ids of annex entries by squashed name, and by CAS number."""
        names = self._records.get("lexicon", "list_names", Names)
        return names.law if names else {}

    def annex(self, name: str) -> AnnexEntry | None:
        """Return an entry of the EU annexes, or None."""
        return self._annexes.get(name)

    @cached_property
    def _annexes(self) -> dict[str, AnnexEntry]:
        return {e.id: e for e in self._records.all("annexes", AnnexEntry)}

    @cached_property
    def naming(self) -> list[NamingRule]:
        """What words of a name tell of the class."""
        return self._records.all("naming", NamingRule)

    @cached_property
    def hazards(self) -> list[Hazard]:
        """Hazards by class and route."""
        return self._records.all("hazards", Hazard)

    @cached_property
    def claims(self) -> list[Claim]:
        """What products are sold as."""
        return self._records.all("claims", Claim)

    @cached_property
    def notes(self) -> list[ListNote]:
        """What is said of a list as a whole."""
        return self._records.all("list_notes", ListNote)

    @cached_property
    def precautions(self) -> list[Precaution]:
        """Precautions by condition of the person."""
        return self._records.all("precautions", Precaution)

    @cached_property
    def combinations(self) -> list[CombinationRule]:
        """Rules about using two things together."""
        return self._records.all("combinations", CombinationRule)

    @cached_property
    def questions(self) -> list[ProviderQuestion]:
        """Questions for the provider."""
        return self._records.all("provider_questions", ProviderQuestion)

    @cached_property
    def strengths(self) -> Strengths:
        """Usual shares by ingredient."""
        return read_strengths()

    @cached_property
    def allergy_groups(self) -> tuple[AllergyGroup, ...]:
        """What people are allergic to."""
        return read_groups()

    def treatment(self, name: str) -> Treatment | None:
        """Return a treatment, or None."""
        if name not in self._treatments:
            self._treatments[name] = self._records.get("treatment", name, Treatment)
        return self._treatments[name]

    @property
    def evidence(self) -> dict[str, str]:
        """Version, date and hash of the facts."""
        return {key: self._records.meta.get(key, "") for key in ("version", "date", "hash")}

