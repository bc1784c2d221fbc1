"""Of which of several things asked about a line speaks, where it does not say so itself."""

from __future__ import annotations

from collections.abc import Collection

from skinproof.answer.draft import Draft
from skinproof.answer.words import capital, listed
from skinproof.catalogue.text import words

_STEM = 5  # letters
_WITHOUT_NAME = ("It ", "Its ", "They ")


def of_which(draft: Draft, scope: Collection[str], short: str, *, most: int) -> str:
    """Return of which of several things asked about a line speaks, if of some alone and it does not name them; else nothing.

    Args:
        draft: the answer in the making.
        scope: ids and classes of what the fact is about.
        short: the line.
        most: how many names at most.
    """
    meant = [t for t in draft.treatments if {t.id, *t.classes} & set(scope)]
    if short and not (draft.gathered.choosing or short.startswith(_WITHOUT_NAME)):
        return ""  # where nothing is chosen between, only a line that says "it" needs the name
    if not meant or len(meant) > most or len(meant) == len(draft.treatments):
        return ""
    said = {word[:_STEM] for word in words(short) if len(word) >= _STEM}
    named = {word[:_STEM] for t in draft.treatments for name in (t.name, *t.names, *t.brands) for word in words(name) if len(word) >= _STEM}
    return "" if said & named else capital(listed([t.name for t in meant], "or"))
