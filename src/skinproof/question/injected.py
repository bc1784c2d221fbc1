"""Things known as creams, drinks or powders that are to be injected: "can I inject GHK-Cu", "glutathione, injected"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from skinproof.catalogue.lexicon import Found
from skinproof.catalogue.outcome import Family
from skinproof.catalogue.pattern import Match, words_before
from skinproof.catalogue.text import END

BY_ANYBODY, BY_DOCTOR = "condition:injected_unmade", "condition:injected_by_doctor"

_VERBS = ("inject", "inyect")
_SHOTS = frozenset("injection injections injectable injectables inyeccion inyecciones inyectable inyectables piqure piqures".split())
_DONE = frozenset("injected inject injecte injectee injectes inyectado inyectada inyectados inyectadas".split())  # behind a name
_BEING = frozenset("to be being is gets get i can".split())
_OF = frozenset("of de du d".split())
_BETWEEN = 4  # words
_LONGEST_NAME = 3
_ENDS_IT = frozenset("after before then and or vs versus use using apply applying put take taking than instead without not apres avant puis ou et utiliser despues antes luego usar".split())
_LISTED = frozenset("or and vs versus with ou et o y".split())
_CLINIC = frozenset("doctor doctors dr derm derms dermatologist dermatologists nurse nurses clinic clinics surgeon gp medspa medecin dermatologue clinique infirmiere medico medica dermatologo dermatologa clinica enfermera".split())
_NO_CLINIC = frozenset("no not without isnt never sans pas sin".split())


def as_injected(found: Found, text: Sequence[str], families: Mapping[str, Family], injected: Mapping[str, str]) -> Found:
    """Return what was found with the injected form of what is to be injected, and else with the condition that it was not made for that.

    Args:
        found: what the lexicon found.
        text: the words that it was found in.
        families: names wide enough for several treatments.
        injected: by what is known only on the skin or swallowed, the record of its injected form; empty where there is none.
    """
    names, told = [], []
    for match in found.names:
        kind, _, name = match.owner.partition(":")
        meant = families[name].members if kind == "family" and name in families else (name,)
        if kind == "ingredient" or not meant or not set(meant) <= set(injected) or not _is_injected(match, found, text):
            names.append(match)
            continue
        form = next((injected[m] for m in meant if injected[m]), "")
        names.append(replace(match, owner=f"treatment:{form}") if form else match)
        told += [] if form else [replace(match, owner=BY_DOCTOR if _in_clinic(text) else BY_ANYBODY)]
    return replace(found, names=tuple(names), phrases=(*found.phrases, *told)) if names != list(found.names) or told else found


def _is_injected(match: Match, found: Found, text: Sequence[str]) -> bool:
    """Whether a word of injecting belongs to this name and to no other."""
    if any(_injecting(word) for word in text[match.start : match.end]):
        return match.end - match.start > _LONGEST_NAME  # "biotin be injected for hair"; "injectable moisturiser" is a name of its own
    after = [*(word for word in text[match.end : match.end + 4] if word not in _BEING), END, END]
    if after[0] in _DONE or (after[0] in _SHOTS and after[1] not in _LISTED):
        return True
    before = words_before(match, text, reach=_BETWEEN + 1)
    place = max((n for n, word in enumerate(before) if _injecting(word)), default=None)
    if place is None:
        return False
    between, first = before[place + 1 :], match.start - len(before) + place
    if before[place] in _SHOTS:
        return bool(between) and between[0] in _OF
    return not _ENDS_IT & set(between) and not any(first < other.start < match.start for other in found.names)


def _injecting(word: str) -> bool:
    return word.startswith(_VERBS) and not word.startswith(("injector", "injectrice"))


def _in_clinic(text: Sequence[str]) -> bool:
    """Whether somebody who may inject is said to do it."""
    return any(word in _CLINIC and not _NO_CLINIC & set(text[max(0, place - 3) : place]) for place, word in enumerate(text))


__all__ = ["BY_ANYBODY", "BY_DOCTOR", "as_injected"]
