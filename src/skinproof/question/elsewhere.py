"""Signs that stand in a text and befall nobody now: a skin colour, a saying, an exam, a list of what to watch for, a year long past."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match
from skinproof.catalogue.text import END, opening

_PALE = frozenset({"sign:skin_white_mottled", "sign:colour_change", "sign:dark_skin_spot", "sign:blue_lips_grey_skin"})
_PEOPLES = frozenset("people person guy guys man men woman women girl lady male female scottish irish english british welsh american european australian german dutch polish scandinavian nordic caucasian mixed hispanic latina latino asian folk folks".split())
_COLOURS = frozenset("white black pale brown".split())
_IS = frozenset({("im", "white"), ("am", "white"), ("being", "white"), ("im", "pale"), ("im", "black"), ("am", "black"), ("pasty", "white"), ("ghost", "white"), ("suis", "blanche"), ("suis", "blanc"), ("pas", "blanche"), ("milk", "white"), ("soy", "blanca"), ("soy", "blanco")})
_OF_THE_BODY = frozenset("autour depuis apres la ou alrededor desde donde despues levre labio nariz nez tache mancha".split())
_PATCHES = frozenset("plaque plaques tache zone bout morceau bande croute parche trozo placa".split())
_HAVE_SKIN = frozenset({("ans", "peau"), ("femme", "peau"), ("homme", "peau"), ("la", "piel"), ("la", "peau"), ("une", "peau"), ("de", "piel"), ("de", "peau"), ("a", "peau")})
_SKIN_COLOURS = frozenset("blanche noire mate claire foncee blanca negra morena clara oscura".split())


def _colour_of_a_person(match: Match, text: Sequence[str]) -> bool:
    """"I'm white Scottish", "j'ai la peau noire": the colour somebody was born with."""
    if match.owner not in _PALE:
        return False
    near = [word for word in text[max(0, match.start - 2) : match.end + 3] if word not in {"tres", "super", "assez", "plutot", "muy", "bastante"}]
    pairs = set(pairwise(near))
    if any((a in _COLOURS and b in _PEOPLES) or (a in _PEOPLES and b in _COLOURS and b != "brown") for a, b in pairs) or bool(_IS & pairs):
        return True
    return any(tuple(near[n : n + 2]) in _HAVE_SKIN and near[n + 2 : n + 3] and near[n + 2] in _SKIN_COLOURS and not _OF_THE_BODY & set(near[n + 3 :]) and not _PATCHES & set(near[:n]) for n in range(len(near)))


_LIVING = frozenset("move moves moving bouge bouger mueve".split())
_PARTS = frozenset("lip lips brow brows eyebrow eyebrows face mouth forehead corner cheek smile eyelid lid".split())


def _a_part_does_not_move(match: Match, text: Sequence[str]) -> bool:
    """"My lower lip doesn't move": a part, not the person."""
    return match.owner == "sign:unresponsive" and bool(_LIVING & set(text[match.start : match.end])) and bool(_PARTS & set(text[max(0, match.start - 3) : match.end]))


_EXAM = ({"not", "a", "real"}, {"exam", "scenario"}, {"exam", "question"}, {"case", "study"}, {"hypothetical"})


def _an_exam(_match: Match, text: Sequence[str]) -> bool:
    """"In an exam scenario, not a real patient"."""
    return any(wanted <= set(text) for wanted in _EXAM) and bool({"exam", "revising", "revision", "assignment", "essay", "course", "level", "student", "dissertation"} & set(text)) and not {"my", "me"} & set(text)


_NONE_OF_THESE = frozenset({("none", "of"), ("havent", "any"), ("no", "such"), ("aucun", "de"), ("ninguno", "de"), ("ninguna", "de"), ("tengo", "nada")})


_KIN_WAS = frozenset("aunt uncle sister brother mum mom mother dad father cousin nan gran grandma friend tante oncle soeur mere pere tia tio madre padre hermana".split())


def _kin_was_low(match: Match, text: Sequence[str]) -> bool:
    """"Her aunt had depression": not whoever is to be treated."""
    near = text[max(match.start, match.end - 5) : match.end]
    return match.owner == "sign:low_mood" and bool(_KIN_WAS & set(near)) and bool({"had", "has", "tuvo", "a", "eu"} & set(near))


def _none_of_these(match: Match, text: Sequence[str]) -> bool:
    """"Call if vision loss, fever, bulging eye. I have none of these": a list of what to watch for, denied in the sentence after it."""
    end = next((n for n in range(match.end, len(text)) if text[n] == END), len(text))
    after = text[end + 1 : next((n for n in range(end + 1, len(text)) if text[n] == END), len(text))]
    start = opening(text, match.start)
    listed = bool({"if", "sheet", "list", "leaflet", "watch", "signs", "says", "said", "llama", "llamar", "hoja", "folleto", "prospecto"} & set(text[start : match.end]))
    return listed and bool(_NONE_OF_THESE & set(pairwise(after))) and "but" not in after


_YEARS = frozenset(str(year) for year in range(2005, 2025))
_AGAIN = frozenset("again still now since today yesterday tonight keeps back".split())


def _once_in_a_year(match: Match, text: Sequence[str]) -> bool:
    """"Zigzag lights once in 2021, was a migraine": told as one time, years ago."""
    sentence = text[opening(text, match.start) : next((n for n in range(match.end, len(text)) if text[n] == END), len(text))]
    return {"once", "in"} <= set(sentence) and bool(_YEARS & set(sentence)) and not _AGAIN & set(sentence)


_SMALL = frozenset("she he was were".split())
_FINE_NOW = frozenset({("fine", "now"), ("and", "fine"), ("now", "fine"), ("was", "fine"), ("totally", "fine"), ("been", "fine")})


def _as_a_child(match: Match, text: Sequence[str]) -> bool:
    """"Ate a bit of cream when she was two, she's nine now and fine"."""
    when = any(a == "when" and b in _SMALL for a, b in pairwise(text))
    return match.owner in {"sign:swallowed_product", "sign:child_swallowed"} and when and bool(_FINE_NOW & set(pairwise(text))) and not {"today", "yesterday", "just", "hour", "hours", "minutes"} & set(text)


# What is told of "a mole that has changed and bleeds" is told of a real one, also where a cream for it is asked about.
ON_THE_SKIN = frozenset({"sign:mole_change", "sign:grows_fast_or_bleeds"})
_THINGS = frozenset({"mole", "freckle", "birthmark"})


def described(text: Sequence[str]) -> bool:
    """Tell whether a single mole is described, and not what such moles look like: "does anything work for a mole that bleeds".

    Args:
        text: plain words.
    """
    return any(first in _THINGS and then in {"that", "which", "thats"} for first, then in pairwise(text)) and not {"look", "looks", "mean", "means"} & set(text)


_OPENERS = frozenset("can does do could will would is are".split())
_REAL = frozenset("i im ive my me mine she he her his our today yesterday now ago since after hours minutes just still".split())


def _asked_of_a_kind(match: Match, text: Sequence[str]) -> bool:
    """"Does numbing cream turn your lips blue?? read it somewhere": a sentence that asks about a product, in a text in which nothing is told as happening."""
    if match.owner in ON_THE_SKIN and described(text):
        return False
    start = opening(text, match.start)
    sentence = text[start : next((n for n in range(match.end, len(text)) if text[n] == END), len(text))]
    general = bool(sentence) and sentence[0] in _OPENERS and not _REAL & set(sentence)
    return general and not {"now", "today", "yesterday", "ago", "since", "still", "just", "hours", "minutes", "turned", "went", "gone", "look", "looks"} & set(text)


def _at_an_age(match: Match, text: Sequence[str]) -> bool:
    """"At 14 I had a black henna tattoo that blistered. I'm 29": years ago."""
    sentence = text[opening(text, match.start) : match.end]
    then = [int(b) for a, b in pairwise(sentence) if a in {"at", "aged"} and b.isdigit() and int(b) < _OLDEST]
    now = [int(b) for a, b in pairwise(text) if a in {"im", "am", "now"} and b.isdigit() and int(b) < _OLDEST]
    return bool(then and now) and min(then) + _YEARS_APART <= max(now) and not _AGAIN - {"since", "back"} & set(sentence)


_OLDEST, _YEARS_APART = 100, 3


def _migraine_of_old(match: Match, text: Sequence[str]) -> bool:
    """"I get migraines with zigzag lights, a few times a year": as always, and nothing new."""
    sentence = text[opening(text, match.start) : match.end + 8]
    usual = bool({("i", "get"), ("always", "get"), ("i", "have"), ("get", "migraines")} & set(pairwise(sentence))) and any(w.startswith("migraine") for w in sentence)
    return match.owner == "sign:eye_flashes" and usual and not {"now", "today", "yesterday", "since", "suddenly", "new", "first", "worse"} & set(sentence)


BEFALLS_NOBODY: tuple[Callable[[Match, Sequence[str]], bool], ...] = (
    _colour_of_a_person, _a_part_does_not_move, _an_exam, _none_of_these, _kin_was_low, _once_in_a_year, _as_a_child, _asked_of_a_kind, _at_an_age, _migraine_of_old,
)
