"""Spans of time that a text names, in days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_DAYS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "wk": 7, "wks": 7, "month": 30, "months": 30, "year": 365, "years": 365, "hour": 1 / 24, "hours": 1 / 24,
         "hr": 1 / 24, "hrs": 1 / 24, "yr": 365, "yrs": 365, "fortnight": 14, "fortnights": 14,
         "night": 1, "nights": 1, "dias": 1, "semana": 7, "semanas": 7, "mes": 30, "meses": 30, "jours": 1, "semaine": 7, "semaines": 7, "mois": 30}
_WORDS = {"a": 1, "one": 1, "an": 1, "two": 2, "couple": 2, "three": 3, "few": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
          "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
          "next": 1, "last": 1, "half": 0.5, "un": 1, "une": 1, "una": 1, "deux": 2, "trois": 3, "dos": 2, "tres": 3,
          "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
          "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "douze": 12, "quinze": 15, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "doce": 12, "quince": 15, "quatre": 4, "cuatro": 4, "cinq": 5, "cinco": 5, "seis": 6}
_SINGLE = {"tomorrow": 1, "tonight": 0, "today": 0, "yesterday": 1, "manana": 1, "ayer": 1, "demain": 1, "hier": 1}
_EARLY, _LATER_THAT_DAY = "morning", frozenset("afternoon evening lunch lunchtime later".split())
_NUMBER = re.compile(r"\d+(\.\d+)?")
_JOINED = re.compile(r"(\d+(?:\.\d+)?)(d|w|wk|wks|mo|mos|h|hrs|yr|yrs)")
_SHORT = {"d": 1, "w": 7, "wk": 7, "wks": 7, "mo": 30, "mos": 30, "h": 1 / 24, "hrs": 1 / 24, "yr": 365, "yrs": 365}


_SINCE = frozenset("of after post since following".split())
_COUNTED = frozenset("hours hour days day weeks week months month minutes minute mins times percent mg ml sessions".split())


def _numbered_day(text: Sequence[str], place: int) -> float | None:
    """"Day four of my peel", "swollen after IPL, day 1", "week 2 on it": the number stands behind."""
    word, following = text[place], text[place + 1] if place + 1 < len(text) else ""
    number = float(following) if re.fullmatch(r"\d{1,2}", following) else float(_WORDS[following]) if following in _SPELT_DAYS else None
    if word not in {"day", "week"} or number is None:
        return None
    counted = text[place - 1 : place] != [] and (text[place - 1] in _WORDS or text[place - 1] in _A_DAY or _NUMBER.fullmatch(text[place - 1]))
    told = _SINCE & set(text[place + 2 : place + 3]) or (len(text) > _BARE and not counted and not _COUNTED & set(text[place + 2 : place + 3]) and not _CYCLED & set(text))
    return number * _DAYS[word] if told else None


_A_DAY = frozenset("a per every each this that next last same".split())
_BARE = 3  # words: "day 3" alone counts from nothing
_CYCLED = frozenset("rotation rotate cycle cycling schedule routine alternate alternating plan".split())


def _day_after(text: Sequence[str], place: int) -> bool:
    """"The day after filler", "le lendemain", "al día siguiente"."""
    if text[place] == "lendemain" or (text[place] == "siguiente" and text[place - 1 : place] == ["dia"]):
        return True
    if text[place] == "morning" and text[place + 1 : place + 2] == ["after"]:
        return True
    return text[place] == "day" and text[place - 1 : place] == ["the"] and text[place + 1 : place + 2] == ["after"] and text[place + 2 : place + 3] != ["tomorrow"]


_SPELT_DAYS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_WEEKDAYS = {day: place for names in (
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"), ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"),
) for place, day in enumerate(names) if day not in {"sun", "sat"}} | {"tues": 1, "thurs": 3}
_REPEATS = {"daily": 1.0, "weekly": 7.0, "fortnightly": 14.0, "monthly": 30.0, "semanal": 7.0, "mensual": 30.0}


# The dose of a medicine says how often that is taken: "prednisone 20mg daily", "I take naproxen every day".
_DOSE = re.compile(
    r"\b\d+(?:\.\d+)? ?(?:mg|mcg|ug|g|iu|ml) (?:of )?(?:\w+ )?(?:daily|weekly|(?:every|each|a|per|once|twice) (?:a )?(?:day|morning|night|evening|week))\b"
    r"|\b(?:daily|monthly|weekly) (?:contact )?(?:lenses|contacts|tablets?|pills?|inhaler|dose)\b|^(?:\w+ ){1,2}(?:every|each) day (?:is|are|can|may) (?!it|this|that|ok|safe|too|bad|good|fine)"
    r"|\b(?:attacks?|migraines?|seizures?|flares?|headaches?|drops|inhaler|lenses) (?:every|each|once a|twice a) (?:day|week|month)\b"
    r"|\b(?:i take|taking|tomo|je prends) (?:\w+ ){1,2}(?:daily|every day|each day|cada dia|tous les jours|chaque jour)\b"
)


def repeat_named(text: Sequence[str]) -> float | None:
    """Return how often something is repeated, in days: "every 2 weeks", "weekly"; None if not said.

    Args:
        text: plain words.
    """
    text = _DOSE.sub(" ", " ".join(text)).split()
    for place, word in enumerate(text):
        if word in _REPEATS:
            return _REPEATS[word]
        if word in {"every", "each", "cada"} or (word in {"les", "las", "los"} and text[place - 1 : place] in (["toutes"], ["tous"], ["todas"], ["todos"])):
            spans = days_named(["one", text[place + 1]] if place + 1 < len(text) and text[place + 1] in _DAYS else text[place + 1 : place + 5])
            if spans:
                return spans[0]
    return None


def days_named(text: Sequence[str]) -> tuple[float, ...]:
    """Return the spans of time in a text, in days, in their order.

    Args:
        text: plain words.
    """
    return _days_named(tuple(text))


@lru_cache(maxsize=32)
def _days_named(words: tuple[str, ...]) -> tuple[float, ...]:
    text, spans = list(words), []
    for place, word in enumerate(text):
        joined = _JOINED.fullmatch(word)
        if _day_after(text, place):
            spans.append(1.0)
        elif word == _EARLY and text[place - 1 : place] == ["this"] and _LATER_THAT_DAY & set(text):
            spans.append(0.0)  # "botox this morning, hot yoga this evening"
        elif word == "manana" and text[place - 1 : place] in (["esta"], ["la"]):
            continue  # "esta mañana" is this morning, "por la mañana" in the morning
        elif word in _SINGLE:
            spans.append(float(_SINGLE[word]))
        elif joined:
            spans.append(float(joined[1]) * _SHORT[joined[2]])
        elif (numbered := _numbered_day(text, place)) is not None:
            spans.append(numbered)
        elif word in _DAYS and place and text[place + 1 : place + 2] not in (["old"], ["olds"], ["younger"], ["older"]):
            number = _count(text[max(0, place - 4) : place])
            if number is not None:
                spans.append(number * _DAYS[word])
    return (*spans, *_apart(text))


_AGO = re.compile(r"\b(?:\w+ ){1,3}(?:days?|weeks?|wks?|months?|years?|yrs?) (?:ago|back|later)\b|\bil y a \w+ \w+|\bhace \w+ \w+")


def days_ahead(text: Sequence[str]) -> tuple[float, ...]:
    """Return the spans of time in a text, in days, that are not told as past: "kybella 3 weeks ago, reunion in 9 weeks" is 63.

    Args:
        text: plain words.
    """
    return days_named(_AGO.sub(" ", " ".join(text)).split())


def _apart(text: Sequence[str]) -> tuple[float, ...]:
    """The days between two named weekdays, the second coming after the first; nothing when only one is named."""
    named = [_WEEKDAYS[w] for w in text if w in _WEEKDAYS]
    return (float((named[1] - named[0]) % 7),) if len(named) > 1 and named[0] != named[1] else ()


def _count(before: Sequence[str]) -> float | None:
    """Return the number that the words before a unit end in: "3", "two", "a couple of", "two and a half", "half a"."""
    last = before[-1] if before[-1] not in {"of", "more"} or len(before) == 1 else before[-2]
    number = float(last) if _NUMBER.fullmatch(last) else _WORDS.get(last)
    if tuple(before[-3:]) == ("and", "a", "half") and len(before) == 4:
        whole = _count(before[:1])
        return None if whole is None else whole + 0.5
    return 0.5 if tuple(before[-2:]) in {("half", "a"), ("half", "an")} else number
