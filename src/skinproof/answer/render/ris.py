"""The studies of an answer in the RIS format, for reference managers."""

from __future__ import annotations

from collections.abc import Iterable

from skinproof.answer.render.bibliography import Entry, entry_of
from skinproof.evidence.study import Study


def as_ris(studies: Iterable[Study]) -> str:
    """Return studies as RIS: one tag a line, two spaces, a dash, a space; lines end with CR LF.

    Args:
        studies: the studies.
    """
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for study in studies for tag, value in _tags(entry_of(study)) if value or tag == "ER")


def _tags(entry: Entry) -> Iterable[tuple[str, str]]:
    yield "TY", "JOUR"
    yield "ID", entry.key
    yield "AU", entry.author
    yield "PY", str(entry.year)
    yield "JO", entry.journal
    yield "VL", entry.volume
    yield "IS", entry.issue
    yield "SP", entry.first_page
    yield "EP", entry.last_page
    yield "AN", entry.pmid or entry.registry
    yield "DB", "PubMed" if entry.pmid else ""
    yield "DO", entry.doi
    yield "UR", entry.address
    yield "N1", entry.note
    yield "ER", ""
