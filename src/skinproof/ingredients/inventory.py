"""The Commission's full CosIng inventory that a user downloaded: read once into a file of ours, known from then on."""

from __future__ import annotations

import csv
import gzip
import io
import os
import re
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from skinproof.catalogue.ingredient import is_cas
from skinproof.errors import InputError
from skinproof.ingredients.keys import folded, squash, tokens
from skinproof.ingredients.names import LONGEST_NAME, Names

FORMAT = 1
_LARGEST_BYTES = 200_000_000
_PREFIX = "cosing:"
_CAS = re.compile(r"\d{2,7}-\d{2}-\d")
_COLUMNS = {"inci name": "inci", "cas no": "cas", "cas number": "cas", "function": "functions", "functions": "functions", "cosing ref no": "ref", "ref no": "ref"}
_SHORTEST_WORD = 3


class Row(Struct, frozen=True, array_like=True):
    """One name of the inventory."""

    ref: str
    inci: str
    cas: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()


class _File(Struct, frozen=True, kw_only=True):
    format: int
    rows: tuple[Row, ...]
    names: Names


class Inventory:
    """An imported inventory."""

    def __init__(self, rows: Iterable[Row], names: Names) -> None:
        self._rows = {_PREFIX + row.ref: row for row in rows}
        self.names = names

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, name: str) -> Row | None:
        """Return the row of an id, or None."""
        return self._rows.get(name)


def default_place() -> Path:
    """Return where an imported inventory is kept: the folder for data of this user."""
    base = os.environ.get("XDG_DATA_HOME") or (os.environ.get("LOCALAPPDATA") if os.name == "nt" else None)
    return (Path(base) if base else Path.home() / ".local" / "share") / "skinproof" / "inventory.json"


def import_inventory(source: Path, target: Path) -> int:
    """Read a CSV export of the inventory, plain or gzipped, and keep its names, CAS numbers and functions.

    Args:
        source: the file as downloaded; lines before the header are skipped.
        target: the file to write; it is replaced only when all was read.

    Returns:
        The number of names.

    Raises:
        InputError: the file cannot be read or is no such export.
    """
    rows = list(_rows(_text(source), source.name))
    if not rows:
        raise InputError(f"{source.name} holds no names. Download the ingredient inventory from CosIng as CSV and give that file.")
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(f".{os.getpid()}.draft")
    draft.write_bytes(msgspec.json.encode(_File(format=FORMAT, rows=tuple(rows), names=_names(rows))))
    draft.replace(target)
    return len(rows)


def open_inventory(path: Path) -> Inventory | None:
    """Return the imported inventory, or None when there is none.

    Args:
        path: the file that `import_inventory` wrote.

    Raises:
        InputError: the file was made by another version or is damaged.
    """
    if not path.exists():
        return None
    try:
        kept = msgspec.json.decode(path.read_bytes(), type=_File)
    except (msgspec.MsgspecError, OSError, UnicodeDecodeError):
        kept = None
    if kept is None or kept.format != FORMAT:
        raise InputError(f"{path.name} is damaged or was made by another version. Import the inventory again: skinproof ingredients --inventory FILE")
    return Inventory(kept.rows, kept.names)


def _text(source: Path) -> str:
    try:
        raw = source.read_bytes()
        if raw[:2] == b"\x1f\x8b":
            with gzip.open(io.BytesIO(raw)) as packed:
                raw = packed.read(_LARGEST_BYTES + 1)
    except (OSError, EOFError) as fault:
        raise InputError(f"{source.name} cannot be read ({type(fault).__name__}). Give the CSV file of the inventory as downloaded.") from None
    if len(raw) > _LARGEST_BYTES:
        raise InputError(f"{source.name} is larger than {_LARGEST_BYTES:,} bytes, which no inventory is. Give the CSV file as downloaded.")
    return raw.decode("utf-8-sig", errors="replace").replace("\0", "")


def _rows(text: str, name: str) -> Iterable[Row]:
    lines = csv.reader(io.StringIO(text))
    try:
        header = next((found for line in lines if "inci" in (found := [_COLUMNS.get(c.strip().casefold().replace("_", " ").replace(".", ""), "") for c in line])), None)
        if header is None:
            raise InputError(f"{name} has no line with a column INCI name. Download the ingredient inventory from CosIng as CSV and give that file.")
        seen: set[str] = set()
        for number, line in enumerate(lines):
            row = dict(zip(header, line, strict=False))
            inci = " ".join(row.get("inci", "").split())
            ref = row.get("ref", "").strip() or str(number)
            if inci and ref not in seen and len(inci) <= LONGEST_NAME:
                seen.add(ref)
                cas = tuple(n for n in dict.fromkeys(_CAS.findall(row.get("cas", ""))) if is_cas(n))
                yield Row(ref, inci, cas, tuple(f for part in row.get("functions", "").split(",") if (f := part.strip().lower())))
    except csv.Error as fault:
        raise InputError(f"{name} is no valid CSV ({fault}). Give the file as downloaded.") from None


def _names(rows: Iterable[Row]) -> Names:
    rows = list(rows)
    exact = {key: _PREFIX + row.ref for row in reversed(rows) if (key := squash(row.inci))}
    words = {w for row in rows for w in tokens(row.inci) if len(w) >= _SHORTEST_WORD and w.isalpha()}
    orders = {folded(row.inci)[0]: _PREFIX + row.ref for row in reversed(rows)}
    return Names(exact=exact, folded=orders, scanned={}, words=frozenset(words))
