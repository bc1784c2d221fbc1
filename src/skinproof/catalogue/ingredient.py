"""Ingredients: names, class, what is known of the molecule, and how names of ingredients tell their class."""

from __future__ import annotations

import re
from typing import Literal

from skinproof.catalogue.record import Record, Source, need

# Standard atomic weights in g/mol, IUPAC 1997 as printed in USP 28.
_ATOMS = {"H": 1.00794, "C": 12.0107, "N": 14.00674, "O": 15.9994, "S": 32.066, "Cl": 35.4527, "Na": 22.98977, "P": 30.973761, "K": 39.0983, "Mg": 24.305, "Ca": 40.078,
          "Zn": 65.39, "Cu": 63.546, "Fe": 55.845, "Ti": 47.867, "Al": 26.981538, "Si": 28.0855, "Br": 79.904, "I": 126.90447, "F": 18.9984032}
_FORMULA = re.compile(r"([A-Z][a-z]?)(\d*)")
_TOLERANCE = 0.001
_CAS = re.compile(r"\d{2,7}-\d{2}-\d")

Part = Literal["present", "absent", "many", "last", "repeated", "several", "short", "long"]


def formula_mass_da(formula: str) -> float | None:
    """Return the mass of a molecular formula in Da, or None when it holds an element that is not in the table.

    Args:
        formula: such as C6H8O6.
    """
    parts = _FORMULA.findall(formula)
    if "".join(e + n for e, n in parts) != formula or any(e not in _ATOMS for e, _ in parts):
        return None
    return sum(_ATOMS[e] * int(n or 1) for e, n in parts)


def is_cas(number: str) -> bool:
    """Tell whether a string is a CAS number: its last digit is the weighted sum of the others, modulo 10."""
    if not _CAS.fullmatch(number):
        return False
    digits = [int(d) for d in number.replace("-", "")]
    return sum(place * d for place, d in enumerate(reversed(digits[:-1]), 1)) % 10 == digits[-1]


class Molecule(Record, frozen=True, kw_only=True):
    """A single substance: formula, molecular weight in Da, octanol-water log P calculated after Wildman and Crippen 1999."""

    formula: str
    molecular_weight_da: float
    log_p: float | None = None
    pubchem_cid: int | None = None

    def __post_init__(self) -> None:
        mass = formula_mass_da(self.formula)
        need(mass is None or abs(mass - self.molecular_weight_da) <= _TOLERANCE * mass, f"the formula {self.formula} weighs {mass or 0:.2f} Da, not {self.molecular_weight_da}")


class Ingredient(Record, frozen=True, kw_only=True):
    """One ingredient of products or infusions.

    `label_names` are names on labels that would mislead in a question; with `label_only` none of its names is looked for in
    questions. `inventory` is the month of the Commission's inventory in which name, CAS numbers and functions were seen.
    """

    id: str
    inci: str
    names: tuple[str, ...] = ()
    names_fr: tuple[str, ...] = ()
    names_es: tuple[str, ...] = ()
    names_de: tuple[str, ...] = ()
    label_names: tuple[str, ...] = ()
    label_only: bool = False
    classes: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    cas: tuple[str, ...] = ()
    inventory: str | None = None
    treatment: str | None = None
    molecule: Molecule | None = None
    macromolecule: bool = False
    note: str | None = None
    sources: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        need(all(is_cas(n) for n in self.cas), "each CAS number must end in its check digit")

    @property
    def all_names(self) -> tuple[str, ...]:
        """The INCI name and every other name."""
        return (self.inci, *self.names, *self.label_names, *self.names_fr, *self.names_es, *self.names_de)


class NamingRule(Record, frozen=True, kw_only=True):
    """What the words of an INCI name tell of the class; `large` says that it is a large molecule.

    A rule holds when a word of the name is among `words`, or one ends with an ending, or the name begins with a beginning,
    or holds a part, or it has one of the functions; and nothing of `unless` stands in the name.
    """

    id: str
    words: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    large: bool = False


class AnnexEntry(Record, frozen=True, kw_only=True):
    """What one entry of an annex of the EU cosmetics regulation says of some names.

    `limit_percent` is the highest share that it allows in any use; `rinse_off_only` that it allows no product that stays on.
    `conditional` tells that a ban has exceptions which a label cannot show.
    """

    id: str
    annex: Literal["II", "III", "IV", "V", "VI"]
    entry: str
    substance: str
    names: tuple[str, ...] = ()
    cas: tuple[str, ...] = ()
    limit: str | None = None
    limit_percent: float | None = None
    rinse_off_only: bool = False
    conditional: bool = False
    label_allergen: bool = False
    updated: str | None = None


class Claim(Record, frozen=True, kw_only=True):
    """What products are sold as, and what a list must or must not hold for it to be true.

    `phrases` are looked for in the text around the list; any ingredient of `classes` or `ingredients` fulfils a claim of
    kind `holds`, and breaks one of kind `free_from`.
    """

    id: str
    kind: Literal["holds", "free_from"]
    label: str
    phrases: tuple[str, ...]
    classes: tuple[str, ...] = ()
    ingredients: tuple[str, ...] = ()
    absent: str
    present: str
    sources: tuple[Source, ...] = ()


class ListNote(Record, frozen=True, kw_only=True):
    """Something worth saying about a list as a whole: what it holds, lacks, repeats, or how long it is."""

    id: str
    looks: Part
    classes: tuple[str, ...] = ()
    ingredients: tuple[str, ...] = ()
    least: int = 1
    routes: tuple[str, ...] = ()
    severity: Literal["caution", "info"] = "info"
    text: str
