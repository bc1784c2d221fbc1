"""Where the ingredient lists stand in a text: behind headings, before directions and warnings, with what may be in it apart."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from msgspec import Struct

Part = Literal["before", "list", "may_contain"]

_HEADING = re.compile(
    r"(?:\b(?:full|complete|key|hero|active|inactive|other|sonstige|weitere|autres|otros|main|star|medicinal|non-medicinal)\s+){0,3}\b(?:ingredients?|ingrédients?|ingredientes?|inhaltsstoffe|wirkstoffe?|hilfsstoffe|principes? actifs?|principios? activos?|excipients?|excipientes?|inci|composición|composicion|composition|zusammensetzung|bestandteile)\b"
    r"(?:[^:,;?\n()]{0,24}|\s*\([^)\n]{0,40}\)\s*(?:purposes?\s*)?)(?::|\?|\n|：|$)(?!//)"
    r"|(?:^|(?<=[.\n] )|(?<=\n))(?:in)?active\s+ingredients?\b(?=\s+[A-Za-z])"
    r"|(?:^|(?<=[.;] )|(?<=\n))(?:in)?actives?\s*:|(?<=[.;] )others?\s*:", re.IGNORECASE)
_MAY_CONTAIN = re.compile(r"(?:[\[(]\s*)?(?:\b(?:may contain|can contain|peut contenir|puede contener|kann enthalten)\b(?!\s+(?:traces?|trazas|des traces|spuren))|\+\s?/\s?-|±)(?:\s*\(\s*\+\s?/\s?-\s*\))?\s*[:\]]?", re.IGNORECASE)
_END = re.compile(
    r"(?:^|[.\n;!?]\s*|\s[-–]\s)(?:directions?|how to use|usage|use instructions|warnings?|cautions?|storage|store (?:in|at|below)|keep (?:out|in|away)|made in|manufactured|distributed|"
    r"dist\. by|net (?:wt|weight)|best before|batch|please (?:be aware|note|check|refer)|disclaimer|for external use|external use|suggested use|mode d'emploi|conseils d'utilisation|"
    r"précautions?|anwendung|hinweise?|warnhinweise?|modo de (?:empleo|uso)|advertencias?|precauciones|free (?:of|from)|does not contain|patch test|shelf life|apply (?:to|a|on|evenly|daily|twice)|"
    r"avoid (?:contact|the)|drug facts|other information|not tested|cruelty[- ]free|may contain traces|vegan(?! )|dermatologically tested|ingredients? (?:lists? )?(?:may|are) (?:be |subject|change|differ|vary)|thanks|thank you|gracias|merci|danke)\b"
    r"|(?:^|[.\n;!?]\s*)(?:purposes?|uses?|questions)\s*[:\n?•]"
    r"|[.,;\n]?\s*[*†‡°¹²³]+\s*=?\s*(?:from|of|made|organic|natural|naturally|certified|ingredients?|ingrédients?|ingredientes?|issue?s?|provenant|d'origine|de culture|aus|kontrolliert|procedentes?|de cultivo|derived|obtained|produced|transform\w+|component)\b",
    re.IGNORECASE)


class Region(Struct, frozen=True):
    """A stretch of the text, from `start` up to but not including `end`, and what it is."""

    start: int
    end: int
    part: Part


@lru_cache(maxsize=64)
def regions(text: str) -> tuple[Region, ...]:
    """Return the stretches of a text in which ingredients may stand, in their order.

    Args:
        text: as pasted; what stands before the first heading comes as `before`.
    """
    headings = list(_HEADING.finditer(text))
    starts = [0, *(h.end() for h in headings)]
    ends = [*(h.start() for h in headings), len(text)]
    found: list[Region] = []
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if start < end:
            found += _sections(text, start, _until_end(text, start, end), "before" if headings and place == 0 else "list")
    return tuple(found)


def _until_end(text: str, start: int, end: int) -> int:
    """A list ends before directions, warnings and the like; they never begin it."""
    body = next((m for m in _END.finditer(text, start, end) if text[start : m.start()].strip()), None)
    return body.start() if body else end


def _sections(text: str, start: int, end: int, part: Part) -> list[Region]:
    """Set apart what is only sometimes in the product: all shades share one list."""
    mark = _MAY_CONTAIN.search(text, start, end)
    if mark is None:
        return [Region(start, end, part)]
    return [Region(start, mark.start(), part), Region(mark.end(), end, "may_contain")]
