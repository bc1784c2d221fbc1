"""Reading the pack: prepared facts, verdicts and lexicons in one SQLite file, opened read-only."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from skinproof.errors import PackError

T = TypeVar("T")
DEFAULT = Path(__file__).parent.parent / "data" / "evidence.sqlite"
FORMAT = "3"


_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}


def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    if kind not in _decoders:
        _decoders[kind] = msgspec.json.Decoder(kind)
    return _decoders[kind]


_SQUEEZED = b"x"  # first byte of what zlib has compressed; JSON never begins so


def squeezed(data: bytes) -> bytes:
    """Return a record as it is kept where there are many long ones."""
    return zlib.compress(data, 9)


def plain(data: bytes) -> bytes:
    """Return a record as it was before it was squeezed, if it was."""
    return zlib.decompress(data) if data[:1] == _SQUEEZED else data


class Store:
    """An open pack."""

    def __init__(self, path: Path = DEFAULT) -> None:
        """Open a pack.

        Args:
            path: the SQLite file.

        Raises:
            PackError: the file is missing, unreadable, or made for another version of the program.
        """
        self._name = path.name
        if not path.exists():
            raise PackError(f"The pack of prepared facts is missing ({path.name}). Build it: python -m skinproof.pack")
        try:
            self._connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            self.meta: dict[str, str] = dict(self._connection.execute("SELECT key, value FROM meta"))
        except sqlite3.DatabaseError:
            raise self._damaged() from None
        if self.meta.get("format") != FORMAT:
            raise PackError(f"{path.name} was made for another version of skinproof. Build it again: python -m skinproof.pack")

    def _damaged(self) -> PackError:
        return PackError(f"{self._name} is not a pack of skinproof, or it is damaged. Build it again: python -m skinproof.pack")

    def _rows(self, query: str, *values: Any) -> Iterator[Any]:
        try:
            yield from self._connection.execute(query, values)
        except sqlite3.DatabaseError:
            raise self._damaged() from None

    def _read(self, content: bytes, record: Any) -> Any:
        try:
            return _decoder(record).decode(plain(content))
        except (zlib.error, msgspec.DecodeError, UnicodeDecodeError):
            raise self._damaged() from None

    def get(self, kind: str, name: str, record: type[T]) -> T | None:
        """Return one record, or None.

        Args:
            kind: what it is, such as `study`.
            name: its id.
            record: the type to return it as.
        """
        row = next(self._rows("SELECT json FROM record WHERE kind = ? AND id = ?", kind, name), None)
        return None if row is None else cast("T", self._read(row[0], record))

    def blob(self, kind: str, name: str) -> bytes | None:
        """Return the raw content of one record, or None."""
        row = next(self._rows("SELECT json FROM record WHERE kind = ? AND id = ?", kind, name), None)
        try:
            return None if row is None else plain(row[0])
        except zlib.error:
            raise self._damaged() from None

    def all(self, kind: str, record: type[T], topic: str | None = None) -> list[T]:
        """Return all records of a kind, in the order of the fact files.

        Args:
            kind: what they are.
            record: the type to return them as.
            topic: only those about this treatment, if given.
        """
        query, values = "SELECT json FROM record WHERE kind = ?", [kind]
        if topic is not None:
            query, values = query + " AND topic = ?", [kind, topic]
        return [cast("T", self._read(row[0], record)) for row in self._rows(query + " ORDER BY rowid", *values)]

    def some(self, kind: str, names: Iterable[str], record: type[T]) -> dict[str, T]:
        """Return the records of some ids, by id; unknown ids are left out."""
        wanted = list(dict.fromkeys(names))
        found = ((name, self.get(kind, name, record)) for name in wanted)
        return {name: value for name, value in found if value is not None}

    def search(self, text: str, limit: int = 20) -> list[tuple[str, str]]:
        """Return (kind, id) of the records whose text holds some words, best first."""
        query = " ".join(f'"{word}"' for word in text.replace('"', " ").split())
        if not query:
            return []
        return [(kind, name) for kind, name in self._rows("SELECT kind, id FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?", query, limit)]
