"""Message catalogues: from the .po files that people review to what gettext reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import polib

_FALLBACK = "en"
FOLDER = Path(__file__).parent.parent / "answer" / "messages"


def compiled_catalogues(folder: Path = FOLDER, names: Mapping[str, Mapping[str, str]] | None = None) -> Iterable[tuple[str, bytes]]:
    """Yield each language with its compiled catalogue; what a language lacks is filled from English.

    Args:
        folder: one folder a language, each with .po files.
        names: by language, what is called how where no file says it.
    """
    for language in sorted(p for p in folder.iterdir() if p.is_dir()):
        merged = polib.POFile()
        entries: dict[str, polib.POEntry] = {}
        for path in (*sorted((folder / _FALLBACK).glob("*.po")), *sorted(language.glob("*.po"))):
            part = polib.pofile(str(path))
            merged.metadata = part.metadata
            entries |= {entry.msgid: entry for entry in part if entry.translated()}
        called = (names or {}).get(language.name, {})
        merged.extend([*entries.values(), *(polib.POEntry(msgid=name, msgstr=said) for name, said in called.items() if name not in entries)])
        yield language.name, merged.to_binary()
