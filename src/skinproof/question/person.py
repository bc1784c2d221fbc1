"""The person: age, conditions, and whose they are; what is denied or somebody else's does not count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from skinproof.catalogue.pattern import Match
from skinproof.catalogue.text import END
from skinproof.question.case import Person

NEGATIONS = frozenset("hardly barely no not never without dont doesnt didnt isnt arent aint havent hasnt wasnt nor neither non sans pas ni nunca sin jamais".split())
# "no" that does not deny what follows
_NOT_NEGATING = (("no", "idea"), ("not", "only"), ("not", "sure"), ("no", "wonder"), ("no", "longer"))
_OTHERS = frozenset(
    "sister sisters brother mother mum mom moms mums dad father friend friends bestie husband wife boyfriend girlfriend partner daughter son "
    "cousin cousins aunt auntie uncle neighbour neighbor coworker colleague roommate niece nephew grandma grandmother client patient "
    "soeur mere amie ami mari fille fils hermana madre amiga amigo marido hija hijo prima".split()
)
_SELF = frozenset("i im ive id ill me my mine myself je j moi mon ma mes yo mi me".split())
_THIRD = frozenset("she he her his him they them hers shes hes elle il ella el".split())
_REACH = 5
_TENS = {"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
_DECADES = {"teens": 15, "twenties": 25, "thirties": 35, "forties": 45, "fifties": 55, "sixties": 65, "seventies": 75, "eighties": 85}
# what makes a number no age: "im 50 kg", "is 50 dollars fair", "im 5'6"
_MEASURE = r"(?! ?(?:weeks?|wks?|months?|days?|hours?|minutes?|min|units?|mg|ml|cc|mm|cm|kg|kilos?|lbs?|pounds?|dollars?|bucks|euros?|quid|usd|gbp|times|sessions|spf|pm|am|oclock|degrees|nm|hz|khz|mhz|joules?|watts?|percent|feet|ft|inches)\b| ?%)"
_AGE = re.compile(
    r"\b(?:im|i am|am|at|aged?|turning|turned|being|age is|me|tengo|j ai|shes|hes|she is|he is|is|daughters|sons|nieces|nephews|sisters|brothers|kids|moms|mums) (?:a |only |just |now |almost |nearly )?(\d{1,2})\b" + _MEASURE
    + r"|\b(\d{1,2}) ?(?:yo|y o|yrs? old|years? old|year old|yr old|ans|anos|f|m)\b"
    r"|\b[fm](\d{2})\b|^(\d{2}) (?:here|and|with|years)\b|\b(\d{2}) (?:female|male|woman|man|girl|guy|normal|dry|oily|combo)\b"
)
_SPELT = re.compile(r"\b(?:im|i am|at|aged?|turning|turned|shes|hes|she is|he is) (?:a |only |just |now |almost |nearly )?(" + "|".join(_TENS) + r")\b" + _MEASURE)
_DECADE = re.compile(r"\b(?:in my |in her |in his |mid |late |early |my |her |his )+(\d0)s\b|(?<!spf )(?<!spent )(?<!for )(?<!about )\b([2-9]0)s\b|\b(?:in my |in her |in his |mid |late |early |my |her |his )+(\w+ties|teens)\b")
_SKIN = {"dry": "dry", "oily": "oily", "greasy": "oily", "combo": "combination", "combination": "combination", "normal": "normal"}


def denied(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a match is negated: "no fever", "I'm not pregnant".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    before = _before(match, text)
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        if word in {"but", "except", "mais", "pero", "and", "though"}:
            return False
        following = before[place + 1] if place + 1 < len(before) else text[match.start]
        if word in NEGATIONS and (word, following) not in _NOT_NEGATING and not _ends_there(word, following, before[:place]):
            return True
    return False


def _ends_there(word: str, following: str, before: Sequence[str]) -> bool:
    """A "no" that ends its own clause: "she says no, I'm pregnant"; "why not"."""
    return (word == "no" and following in _SELF | _THIRD) or before[-1:] == ["why"]


def somebody_elses(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a match is said of another person, with no first person between: "my sister takes Accutane".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    before = _before(match, text, reach=7)
    inside = list(text[match.start : match.end])
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        if word in _OTHERS:
            return True
        if word in _SELF and not (word in {"my", "mi", "mon", "ma", "mes"} and {*before[place + 1 :], *inside} & _OTHERS):
            return False
    return False


def about_someone_else(text: Sequence[str]) -> bool:
    """Tell whether the question is asked for another person: "my daughter is 15, can she ..."."""
    relation = any(w in _OTHERS for w in text)
    asked = any(a in {"can", "should", "could", "will", "is", "for", "wants", "help", "tell", "puede", "peut"} and b in _THIRD | {"my"} for a, b in pairwise(text))
    return relation and asked and sum(w in _THIRD for w in text) >= sum(w in {"i", "im", "ive"} for w in text)


def _before(match: Match, text: Sequence[str], reach: int = _REACH) -> list[str]:
    start = max(0, match.start - reach)
    before = list(text[start : match.start])
    while END in before:
        before = before[before.index(END) + 1 :]
    return before


def _likened(match: Match, text: Sequence[str]) -> bool:
    """"Red like a sunburn" is no sunburn; "conditions like eczema" is eczema."""
    before = _before(match, text, reach=2)
    return before in (["like", "a"], ["like", "an"]) or (before[-1:] == ["like"] and match.owner == "condition:sunburn_or_tan")


def _planned(match: Match, text: Sequence[str]) -> bool:
    """"Got laser booked on Thursday" is still to come."""
    return bool(_TO_COME & set(text[match.start : match.end + 4]))


_TO_COME = frozenset("booked book booking scheduled appointment upcoming tomorrow tmrw next".split())


def age_of(text: Sequence[str]) -> int | None:
    """Return the age that a text states, or the middle of the decade that it names."""
    joined = " ".join(w for w in text if w != END)
    for found in _AGE.finditer(joined):
        age = int(next(g for g in found.groups() if g))
        if 5 <= age <= 99 and (age >= 18 or _of_a_person(joined, found)):
            return age
    spelt = _SPELT.search(joined)
    if spelt:
        return _TENS[spelt[1]]
    decade = _DECADE.search(joined)
    if decade:
        number, bare, word = decade.groups()
        tens = number or bare
        return int(tens) + 5 if tens else _DECADES.get(word or "")
    return None


def _of_a_person(joined: str, found: re.Match[str]) -> bool:
    """A small number before "years old" is no age of a thing: "14 year old ink" is none, "14 year old boy" and "15f" are."""
    after = set(joined[found.end() :].split()[:1])
    if after & _THINGS:
        return False
    before = joined[: found.start() + 2].split()[-6:]
    short = found.group().split()[-1][-1:] in {"f", "m", "o"}
    if found.group().startswith("at "):  # "lip filler at 16"
        return int(found.group().split()[-1]) >= 10
    if found.group().startswith("is ") and not set(before[-2:]) & (_OTHERS | _THIRD):  # "is 8 the right number"
        return False
    return short or bool(after & _YOUNG) or not after or bool({*_SELF, *_OTHERS, *_THIRD, "aged", "age", "teen", "kid", "tengo"} & {*before, *found.group().split()})


_YOUNG = frozenset("boy girl kid teen teenager child son daughter niece nephew male female student here and with".split())
_THINGS = frozenset("ink tattoo tattoos scar scars mark marks mole filler cream bottle stretch implant surgery tube serum product".split())


_SINCE = frozenset("ago after post postop postpartum of since on into later in out from between old pp".split())


def _weeks_gone(text: Sequence[str]) -> bool:
    """"22 weeks. Can I have ..." opens as only a pregnant person does, or "I'm 30 weeks"."""
    place = next((n + 1 for n, w in enumerate(text[:-1]) if w == "im"), 2 if list(text[:2]) == ["i", "am"] else 0)
    number, unit, after = [*text[place : place + 3], "", "", ""][:3]
    return number.isdigit() and 4 <= int(number) <= 42 and unit in {"weeks", "wks", "wk"} and after not in _SINCE


def read_person(text: Sequence[str], conditions: Sequence[Match], profile: Person | None = None) -> Person:
    """Return the person a text speaks of.

    Args:
        text: plain words with sentence ends.
        conditions: matches owned by `condition:ID`.
        profile: what is known of the person beside the text; the text adds to it.
    """
    other = about_someone_else(text)
    named, refused = [], []
    for match in conditions:
        condition = match.owner.partition(":")[2]
        if _likened(match, text) or (condition.startswith("recent_") and _planned(match, text)):
            continue
        if denied(match, text):
            refused.append(condition)
        elif other or not somebody_elses(match, text):
            named.append(condition)
    age = age_of(text) or (profile.age if profile else None)
    named += ["pregnancy"] if _weeks_gone(text) else []
    named += list(profile.conditions) if profile else []
    named += [c for c, holds in (("minor", age is not None and age < 18), ("under_22", age is not None and age < 22), ("over_65", age is not None and age > 65)) if holds]
    if age is not None and age >= 18:
        named = [c for c in named if c != "minor"]
    skin = next((_SKIN[w] for w, n in pairwise(text) if w in _SKIN and n.startswith("skin")), None)
    return Person(
        age=age, sex=_sex(text, named) or (profile.sex if profile else None),
        skin_type=skin or (profile.skin_type if profile else None),  # type: ignore[arg-type]
        country=profile.country if profile else None, conditions=tuple(dict.fromkeys(_settle(named))),
        denied=tuple(dict.fromkeys(c for c in (*refused, *(profile.denied if profile else ())) if c not in named)), about_someone_else=other or bool(profile and profile.about_someone_else),
        budget=_budget(text) or (profile.budget if profile else None), needles_unwanted=bool(profile and profile.needles_unwanted) or any((a, b) in {("no", "needles"), ("without", "needles"), ("no", "needle")} for a, b in pairwise(text)),
    )


def _settle(named: list[str]) -> list[str]:
    """A narrower fact replaces the wider one that its words also match."""
    for narrow, wide in (("isotretinoin_recent", "isotretinoin_now"), ("cold_sore_active", "cold_sore_history"), ("cancer_treatment_now", "cancer_history")):
        if narrow in named:
            named = [c for c in named if c != wide]
    return named


def _sex(text: Sequence[str], named: Sequence[str]) -> Literal["female", "male"] | None:
    if {"pregnancy", "nursing", "trying_to_conceive"} & set(named) or {"woman", "female", "girl", "lady", "menopause", "mujer", "femme"} & set(text):
        return "female"
    return "male" if {"male", "guy", "dude", "hombre", "homme"} & set(text) else None


def _budget(text: Sequence[str]) -> float | None:
    prices = [float(w[1:]) for w in text if w[0] in "$£€₹" and w[1:].replace(".", "", 1).isdigit()]
    return max(prices) if prices else None
