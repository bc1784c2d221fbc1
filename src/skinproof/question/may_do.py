"""What a treatment may do, asked before anything has happened: "could Botox make my eyelid droop"."""

from __future__ import annotations

from collections.abc import Sequence

from skinproof.catalogue.text import END

WOULD = frozenset("can could will would might does do".split())
_MAKES = frozenset("make makes give gives cause causes leave leaves turn go blister burn melt paralyse infect".split())
_HAPPENED = frozenset(
    "baby babys toddler toddlers after since ago now today yesterday tonight morning hours days weeks months minutes just still suddenly started turned went got had is was has been are were im ive already getting it its this mine".split()
)
_SHORT = 16  # words


def may_do(text: Sequence[str]) -> bool:
    """Tell whether a text is one short sentence about what a treatment may do, with no word of anything that has happened.

    Args:
        text: its words.
    """
    said = [word for word in text if word != END]
    return text[:1] != [] and text[0] in WOULD and END not in text[:-1] and len(said) <= _SHORT and bool(_MAKES & set(text[2:9])) and not _HAPPENED & set(said)
