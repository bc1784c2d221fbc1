"""Message catalogues: from the .po files that people review to what gettext reads."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import polib

FOLDER = Path(__file__).parent.parent / "answer" / "messages"


def compiled_catalogues(folder: Path = FOLDER) -> Iterable[tuple[str, bytes]]:
    """Yield each language with its compiled catalogue.

    Args:
        folder: one folder a language, each with .po files.
    """
    for language in sorted(p for p in folder.iterdir() if p.is_dir()):
        merged = polib.POFile()
        for path in sorted(language.glob("*.po")):
            part = polib.pofile(str(path))
            merged.metadata = part.metadata
            merged.extend(part)
        yield language.name, merged.to_binary()
