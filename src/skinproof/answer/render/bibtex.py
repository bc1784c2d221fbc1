"""The studies of an answer in the BibTeX format."""

from __future__ import annotations

import re
from collections.abc import Iterable

from skinproof.answer.render.bibliography import Entry, entry_of
from skinproof.evidence.study import Study

# Signs that TeX would read as commands.
_ESCAPED = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", **{sign: f"\\{sign}" for sign in "&%$#_"}}
_SIGNS = re.compile("[" + re.escape("".join(_ESCAPED)) + "]")
_VERBATIM = {"doi", "url"}  # reference styles print these without TeX reading them


def as_bibtex(studies: Iterable[Study]) -> str:
    """Return studies as BibTeX in UTF-8.

    Args:
        studies: the studies.
    """
    return "\n".join(_entry(entry_of(study)) for study in studies)


def _entry(entry: Entry) -> str:
    lines = [f"  {name} = {{{_written(name, value)}}}," for name, value in _fields(entry).items() if value]
    return "\n".join((f"@article{{{entry.key},", *lines, "}", ""))


def _fields(entry: Entry) -> dict[str, str]:
    pages = "--".join(p for p in (entry.first_page, entry.last_page) if p)
    return {
        "author": f"{{{entry.author}}}" if entry.author else "", "year": str(entry.year), "journal": entry.journal, "volume": entry.volume, "number": entry.issue,
        "pages": pages, "doi": entry.doi, "pmid": entry.pmid, "url": entry.address, "note": "; ".join(t for t in (entry.registry, entry.note) if t),
    }


def _written(name: str, value: str) -> str:
    if name in _VERBATIM:
        return value.replace("{", "%7B").replace("}", "%7D")
    if name == "author":
        return f"{{{_escaped(value[1:-1])}}}"  # braces keep a name of several words, or a group, as one
    return _escaped(value)


def _escaped(text: str) -> str:
    return _SIGNS.sub(lambda found: _ESCAPED[found.group()], " ".join(text.split()))
