"""What a reference list for other programs needs of a citation: only what was seen, and the parts of "Journal 31(3):263-271"."""

from __future__ import annotations

import re

from msgspec import Struct

from skinproof.answer.render.report import address_of
from skinproof.evidence.study import Study

_UNSEEN = ("not seen", "not shown")
# journal = name, volume, ["(" issue ")"], [":" first page ["-" last page]]
_JOURNAL = re.compile(r"(?P<name>.+?),? (?P<volume>\d+)(?:\((?P<issue>[^)]+)\))?(?::(?P<first>\w+)(?:[-–](?P<last>\w+))?)?")


class Entry(Struct, frozen=True, kw_only=True):
    """One study as a reference manager takes it; what was not seen is empty."""

    key: str
    author: str
    year: int
    journal: str
    volume: str = ""
    issue: str = ""
    first_page: str = ""
    last_page: str = ""
    pmid: str = ""
    doi: str = ""
    registry: str = ""
    address: str = ""
    note: str = ""


def entry_of(study: Study) -> Entry:
    """Return the reference of a study.

    Args:
        study: the study.
    """
    c = study.citation
    found = _JOURNAL.fullmatch(c.journal)
    part = {k: v or "" for k, v in found.groupdict().items()} if found else {}
    return Entry(
        key=study.id, author=_seen(c.first_author), year=c.year, journal=_seen(part.get("name", c.journal)), volume=part.get("volume", ""), issue=part.get("issue", ""),
        first_page=part.get("first", ""), last_page=part.get("last", ""), pmid=c.pmid or "", doi=c.doi or "", registry=c.registry or "", address=address_of(c),
        note=f"{study.depth.replace('_', ' ')} read; funding {study.funding.kind.replace('_', ' ')}; other authors and the title were not kept",
    )


def _seen(text: str) -> str:
    return "" if text.startswith(_UNSEEN) else text
