"""Stages of the build, each kept by the hash of its input, code and settings."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def digest(*parts: bytes | str) -> str:
    """Return a hash over some parts."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()


def code_digest(packages: Iterable[str]) -> str:
    """Return a hash over the Python files of some rooms."""
    root = Path(__file__).parent.parent
    files = sorted(f for package in packages for f in root.glob(package))
    return digest(*(f.read_bytes() for f in files))


class Stages:
    """Results of earlier builds, kept in a file that can be deleted at any time."""

    def __init__(self, path: Path | None) -> None:
        """Open the kept results.

        Args:
            path: the file; None keeps nothing.
        """
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._kept = sqlite3.connect(path or ":memory:", timeout=60)
        self._kept.execute("CREATE TABLE IF NOT EXISTS stage (key TEXT PRIMARY KEY, value BLOB)")
        self._new: dict[str, bytes] = {}  # written at the end, so that two builds at once do not wait for each other
        self.made = 0
        self.reused = 0

    def run(self, key: str, kind: Any, make: Callable[[], T]) -> T:
        """Return what a stage makes, from an earlier build if nothing that it rests on has changed.

        Args:
            key: the hash of input, code and settings.
            kind: the type of the result.
            make: makes the result.
        """
        row = self._kept.execute("SELECT value FROM stage WHERE key = ?", (key,)).fetchone()
        known = self._new.get(key) or (row[0] if row is not None else None)
        if known is not None:
            self.reused += 1
            return msgspec.json.decode(known, type=kind)  # type: ignore[no-any-return]
        result = make()
        self.made += 1
        self._new[key] = msgspec.json.encode(result)
        return result

    def close(self) -> None:
        """Write what was made."""
        self._kept.executemany("INSERT OR REPLACE INTO stage VALUES (?, ?)", self._new.items())
        self._kept.commit()
        self._kept.close()
