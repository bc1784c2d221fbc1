"""Leave asked for what is still to come, after something that is told: "burnt my nose on the beach yesterday. TCA peel on Saturday, do I go?"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from skinproof.catalogue.lexicon import Found
from skinproof.catalogue.pattern import Match
from skinproof.catalogue.text import END

_LEAVE = frozenset({
    ("may", "i"), ("can", "i"), ("could", "i"), ("should", "i"), ("shall", "i"), ("do", "i"), ("is", "it"), ("puis", "je"), ("je", "peux"), ("j", "y"), ("je", "vais"), ("yes", "or"),
})
_LEAVE_WORDS = frozenset("puedo voy".split())
_FINE = frozenset("ok okay safe fine alright allowed".split())  # "would dermabrasion be ok now"
_TO_COME = frozenset("tomorrow demain manana saturday sunday monday tuesday wednesday thursday friday samedi dimanche lundi mardi mercredi jeudi vendredi sabado domingo lunes martes miercoles jueves viernes next prochain proximo".split())
_THIS_TIME = {("this", "week"), ("this", "weekend"), ("this", "month"), ("this", "afternoon")}
# What tells that something was done before leave is asked.
_DEED = frozenset("had did done after afterwards following used using tried left gave made fait apres mis use hice hicieron puse despues tras".split())
_AHEAD = 5


def leave_for_what_follows(found: Found, text: Sequence[str]) -> bool:
    """Tell whether leave is asked for everything that is named, and nothing is told as done.

    Args:
        found: names and phrases in the text.
        text: the words of the question.
    """
    names = [m for m in found.names if m.owner.startswith(("treatment:", "family:")) and m.owner != "treatment:isotretinoin_oral"]  # a course of capsules is history
    asked = _asked_at(text)
    first = min([m.start for m in names] + ([asked] if asked is not None else []), default=0)
    if not names or _DEED & set(text[:first]):
        return False
    return all((asked is not None and m.start > asked) or _to_come(m, text) for m in names)


_PAST = _DEED | frozenset("ago yesterday now since today hier depuis ayer desde hace".split())


def named_last(found: Found, text: Sequence[str]) -> bool:
    """Tell whether all treatments stand in the last sentence, and nothing before tells of a deed or a time: "a lump in my groin comes out. Fat freezing?".

    Args:
        found: names and phrases in the text.
        text: the words of the question.
    """
    ends = [n for n, word in enumerate(text[:-1]) if word == END]
    names = [m for m in found.names if m.owner.startswith(("treatment:", "family:"))]
    return bool(names and ends) and all(m.start > ends[-1] for m in names) and not _PAST & set(text)


def _asked_at(text: Sequence[str]) -> int | None:
    """Where leave is asked."""
    pair = next((n for n, pair in enumerate(pairwise(text)) if pair in _LEAVE), None)
    word = next((n for n, word in enumerate(text) if word in _LEAVE_WORDS or (word == "would" and _FINE & set(text[n + 1 : n + 9]))), None)
    return min((n for n in (pair, word) if n is not None), default=None)


def _to_come(name: Match, text: Sequence[str]) -> bool:
    """"TCA peel on Saturday", "IPL for the redness this week", "mañana tengo el láser"."""
    near = list(text[max(0, name.start - 4) : name.start]) + list(text[name.end : name.end + _AHEAD])
    booked = bool({"appointment", "appt", "rdv", "cita"} & set(text[name.start : name.end])) or any(a == "at" and b[:1].isdigit() for a, b in pairwise(near))
    return booked or bool(_TO_COME & set(near)) or bool(_THIS_TIME & set(pairwise(near)))
