"""`python -m skinproof.ingredients.annex_export FOLDER`: the Commission's export of Annexes II to VI → our table of their facts.

The Commission offers each annex as a CSV file (CosIng, "Annexes", export). Put the files annex_II.csv to annex_VI.csv into a folder.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from skinproof.catalogue.ingredient import is_cas
from skinproof.errors import InputError, SkinproofError

ANNEXES = ("II", "III", "IV", "V", "VI")
_FACTS = Path(__file__).parent.parent / "facts" / "annexes"
_SPLIT = re.compile(r"\s*(?:;|\n|(?<!\d),|,(?!\d)| / |(?<=[a-z)])(?<!Flower)(?<!Leaf)(?<!Stem)(?<!Root)(?<!Bark)(?<!Twig)(?<!Fruit)(?<!Seed)/(?=[A-Z]))\s*")
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
_CAS = re.compile(r"\d{2,7}-\d{2}-\d")
_PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z' -]{3,38}[a-z]")
# A name of a medicine before "(INN)", and a name such as quaternium-15 behind a chemical one.
_INN = re.compile(r"(?<![\w-])([A-Z][a-z]+(?: [a-z]+)?) \(INNM?\)")
_NUMBERED = re.compile(r"(?<=, )([a-z]{5,}-\d{1,2})$")
# A chemical name turned round, such as "Phenol, 2-methoxy-4-(2-propenyl)-, acetate", holds commas of its own.
_INVERTED = re.compile(r"^[A-Z][a-z]+, \d")
_EXCEPT = re.compile(r"\b(?:except|exception|unless|if |when |with the|other than|apart from)", re.IGNORECASE)
_LABELLED = re.compile(r"(?:shall|must)\s+be\s+indicated.{0,80}?\s+in\s+the\s+list\s+of\s+ingredients", re.IGNORECASE | re.DOTALL)
_LABELLED_AS = re.compile(r"indicated\s+(?:as\s+)?‘([^’]{3,60})’")
_LONGEST = 160


def read_annex(path: Path, annex: str) -> tuple[str, list[dict[str, Any]]]:
    """Return the date of last update of an annex, and its entries as our table holds them.

    Args:
        path: the CSV file as exported; lines before the header are skipped.
        annex: II, III, IV, V or VI.

    Raises:
        InputError: the file is missing or is no such export.
    """
    try:
        lines = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(keepends=True)))
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise InputError(f"{path.name} cannot be read ({type(fault).__name__}). Export Annex {annex} from CosIng as CSV and save it under this name.") from None
    start = next((place for place, line in enumerate(lines) if line and line[0].casefold().replace("_", " ") == "reference number"), None)
    if start is None:
        raise InputError(f"{path.name} has no line that begins with Reference Number. Export Annex {annex} from CosIng as CSV and save it under this name.")
    header = [_column(name) for name in lines[start]]
    if "inn" in lines[start]:  # exports of before 2025 carry the IUPAC name under "chemical_name"
        header = ["-" if name == "chemical_name" else column for name, column in zip(lines[start], header, strict=True)]
    date = next((cell.partition(":")[2].strip() for line in lines[:start] for cell in line if "last update" in cell.casefold()), "not stated")
    rows = (dict(zip(header, line, strict=False)) for line in lines[start + 1 :] if line and line[0].strip())
    return date, [entry for row in rows if (entry := _entry(row, annex)) is not None]


def _column(name: str) -> str:
    lowered = name.casefold().replace("_", " ")
    known = {"glossary": "glossary", "common ingredients": "glossary", "identified": "identified", "cas": "cas", "product type": "products", "maximum": "limit", "wording": "wording", "update date": "updated",
             "reference number": "entry", "other directives": "-", "other regulations": "-", "chemical/iupac": "-", "chemical name": "substance", "inn": "substance", "other": "other", "colour index": "glossary"}
    return next((to for part, to in known.items() if part in lowered), lowered)


def _entry(row: dict[str, str], annex: str) -> dict[str, Any] | None:
    """One entry, or None when it names nothing that a label could carry."""
    substance = " ".join(row.get("substance", "").split())
    names = list(dict.fromkeys(_names(row, substance)))
    if not names or substance.casefold().startswith("moved"):
        return None
    limit = " ".join(row.get("limit", "").split())
    shares = [float(n.replace(",", ".")) for n in _PERCENT.findall(limit)]
    facts = {
        "id": f"{annex}/{row['entry'].strip()}", "annex": annex, "entry": row["entry"].strip(), "substance": substance[:_LONGEST], "names": names,
        "cas": [n for n in dict.fromkeys(_CAS.findall(row.get("cas", ""))) if is_cas(n)], "limit": limit[:_LONGEST] or None, "limit_percent": max(shares, default=None),
        "rinse_off_only": _rinse_off_only(f"{row.get('products', '')} {limit}") or None, "conditional": (annex == "II" and bool(_EXCEPT.search(substance))) or None,
        "label_allergen": bool(_LABELLED.search(row.get("other", ""))) or None, "updated": row.get("updated", "").strip() or None,
    }
    return {key: value for key, value in facts.items() if value not in (None, [], "")}


def _names(row: dict[str, str], substance: str) -> Iterator[str]:
    for column in ("identified", "glossary"):
        cell = row.get(column, "")
        parts = [cell] if _INVERTED.search(cell) else _SPLIT.split(cell)
        yield from (" ".join(name.split()).upper() for name in parts if len(name.strip()) > 2 and "[" not in name)
    yield from (name.upper() for name in _LABELLED_AS.findall(row.get("other", "")))
    yield from (name.upper() for pattern in (_INN, _NUMBERED) for name in pattern.findall(substance))
    alone = substance.removesuffix(" (INN)")
    if _PLAIN_NAME.fullmatch(alone) and " and " not in alone:
        yield alone.upper()


def _rinse_off_only(products: str) -> bool:
    lowered = products.casefold()
    return "rinse-off" in lowered and not any(word in lowered for word in ("leave-on", "face", "other products", "all products", "hair products", "(a)"))


def write_annexes(folder: Path, target: Path = _FACTS) -> dict[str, int]:
    """Write our table of the annexes from a folder of exports.

    Args:
        folder: holds annex_II.csv to annex_VI.csv.
        target: the folder of facts to write to.

    Returns:
        The number of entries kept, by annex.

    Raises:
        InputError: a file is missing or is no such export; nothing has been written then.
    """
    read = {annex: read_annex(folder / f"annex_{annex}.csv", annex) for annex in ANNEXES}
    target.mkdir(parents=True, exist_ok=True)
    for annex, (date, entries) in read.items():
        (target / f"annex_{annex}.yaml").write_text("\n".join([*_head(annex, date), *_lines(entries)]) + "\n", encoding="utf-8")
    return {annex: len(entries) for annex, (_, entries) in read.items()}


def _head(annex: str, date: str) -> list[str]:
    return [f"# Facts of Annex {annex} to Regulation (EC) No 1223/2009 that a label can show. Source: European Commission, CosIng export, last update {date}.",
            "# Made by python -m skinproof.ingredients.annex_export; do not edit by hand. Only the Official Journal is authentic."]


def _lines(entries: Iterable[dict[str, Any]]) -> Iterator[str]:
    for entry in _once(entries):
        yield "- " + yaml.safe_dump(entry, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**9).strip()


def _once(entries: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give an entry that stands twice under one number a letter of its own."""
    seen: dict[str, int] = {}
    for entry in entries:
        count = seen[entry["id"]] = seen.get(entry["id"], 0) + 1
        yield entry if count == 1 else {**entry, "id": f"{entry['id']}-{count}"}


def main() -> int:
    """Write the table; return 0, or 1 when a file cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m skinproof.ingredients.annex_export", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--target", type=Path, default=_FACTS)
    options = parser.parse_args()
    try:
        counts = write_annexes(options.folder, options.target)
    except SkinproofError as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    sys.stdout.write(", ".join(f"Annex {annex}: {count} entries" for annex, count in counts.items()) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
