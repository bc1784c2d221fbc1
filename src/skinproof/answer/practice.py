"""What is to be known of the use of what was asked about: the facts that a question asks for, beside whether it works."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from msgspec.structs import replace

from skinproof.catalogue.rules import Practice
from skinproof.catalogue.text import words
from skinproof.catalogue.treatment import Treatment
from skinproof.question.case import Case

_MOST = 3
_LONGEST_ASKING = 70
_OF_AGE = frozenset("age old young younger early late tot tard tarde edad joven jeune".split())
_AGED = frozenset("age old young younger edad joven jeune".split())
_PLAIN = {"undo", "aftercare", "missed"}
_HOW_MUCH = {"amount", "strength", "how_to_use"}
# What is often only told of a condition, where what helps is asked: "my melasma gets worse in summer, what cream helps".
_IN_PASSING = frozenset({"in_sun", "with_age", "stress", "diet", "hormones", "inherited", "contagious", "left_alone"})
_YES_NO = frozenset("is are does do did will would can could has have should est sont peut es son puede".split())
_WHICH = frozenset("what whats which how quoi quel quelle comment cual como".split())
_OF_IT = frozenset("happens happen if causes caused age".split())  # "what happens", after "if I leave it"
_AFTER_QUE = frozenset("mettre faire prendre utiliser crema me puedo hago uso pongo".split())


def practice_of(case: Case, treatments: Iterable[Treatment], held: Iterable[Practice]) -> list[Practice]:
    """Return the facts on what is asked, of the treatments named or of the aims; what holds for anything only where nothing nearer is told.

    Args:
        case: what was understood.
        treatments: what the case names.
        held: all such facts.
    """
    if not case.asks:
        return []
    said = set(words(case.question))
    choosing = any(part.kind == "which" for part in case.parts) and not _OF_AGE & said
    other_sense = choosing or ("event" in case.occasions and not _AGED & said)  # "which one should I start at 45", "is it too late for it before my wedding"
    passing = _IN_PASSING if _told_in_passing(case) else frozenset()
    asks = [a for a in case.asks if a not in passing and (a != "start_age" or not other_sense)]
    asked = [f for f in held if set(f.asks) & set(asks) and (not f.when_said or any(set(w.split()) <= said for w in f.when_said))]
    found = [f for t in treatments for f in asked if {t.id, *t.classes} & set(f.treatments)]
    if not case.treatments:
        found += [f for f in asked if set(f.goals) & set(case.goals)]
    found = found or [f for f in asked if (f.when_said and not case.treatments and not f.goals and (f.bare or not f.treatments)) or (not f.treatments and not f.goals and case.skin_words)]
    found = _nearest_kind(found, asks)
    found = [replace(f, direction="mixed") if f.direction == "does_not_help" and set(f.asks) <= _HOW_MUCH and "more" not in case.asks else f for f in found]  # a plain "how much" gets a number
    if len(case.question.split()) > _LONGEST_ASKING and not set(case.asks) & _PLAIN:
        return []  # a long letter touches on much in passing
    return sorted(dict.fromkeys(found), key=lambda f: ("danger_signs" not in set(f.asks) & set(asks), not f.when_said, min(asks.index(a) for a in f.asks if a in asks), f.asks[0] not in asks))[:_MOST]


def _nearest_kind(found: list[Practice], asks: Iterable[str]) -> list[Practice]:
    """A fact on the very kind that is named ("bags", "fungal") takes the place of one on the whole aim that answers the same."""
    near = [f for f in found if f.when_said and f.goals]
    asked = set(asks)
    return [f for f in found if f.when_said or not any(set(f.goals) & set(n.goals) and set(f.asks) & set(n.asks) & asked for n in near)]


def _told_in_passing(case: Case) -> bool:
    """Whether what helps is asked, after something is told: "acne caused by PCOS, what is the best treatment", and not "does stress cause acne"."""
    said = words(case.question)
    yes_no = said[0] in _YES_NO and said[1:2] != ["there"]
    later = any((one in _WHICH and other not in _OF_IT) or (one == "que" and other in _AFTER_QUE) for one, other in pairwise(said[2:]))
    return not yes_no and (bool({"goal_first", "product_wanted"} & set(case.concerns)) or (later and said[0] not in _WHICH))
