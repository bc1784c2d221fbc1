"""Words of danger: beside one of them no symptom is called usual, even where no rule knows the sign."""

from __future__ import annotations

from collections.abc import Sequence

from skinproof.catalogue.text import END
from skinproof.question.whose import NEGATIONS

_DANGER = frozenset(
    "hot hotter swallow swallowing swallows choke chokes choking choked breathe breathing breath hoarse slurred slurring slurry double vision sight blurry blurred blind blindness pupil pupils speech confused confusion "
    "faint fainted fainting collapsed fever feverish shivering shivery chills pus blotchy mottled lace lacy net dusky marbled necrosis worst stroke paralysed paralyzed unconscious seizure convulsion spreading spreads voice tongue throat "
    "avaler respirer souffle fievre vue vision double voix gorge langue frissons tragar respirar fiebre vista doble voz garganta lengua escalofrios".split()
)
_REACH = 4  # words from a "no" to what it denies: "no fever or pus", "swallowing is fine"
_WELL = frozenset("fine ok okay normal bien".split())


def named(text: Sequence[str]) -> bool:
    """Tell whether a word of danger stands in a text and is not denied.

    Args:
        text: plain words with sentence ends as full stops.
    """
    return any(word in _DANGER and not _denied(text, place) for place, word in enumerate(text))


def _denied(text: Sequence[str], place: int) -> bool:
    before = list(text[max(0, place - _REACH) : place])
    while END in before:
        before = before[before.index(END) + 1 :]
    return bool(NEGATIONS & set(before)) or bool(_WELL & set(text[place + 1 : place + _REACH]))
