"""The ages that a text states, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match
from skinproof.catalogue.text import END
from skinproof.question.whose import SELF, THIRD, is_relation

_UNITS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "cinq": 5, "deux": 2, "trois": 3, "quatre": 4, "sept": 7, "huit": 8, "neuf": 9}
_SPELT = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciseis": 16, "diecisiete": 17,
}
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70,
}
_DECADES = {"teens": 15, "twenties": 25, "thirties": 35, "forties": 45, "fifties": 55, "sixties": 65, "seventies": 75, "eighties": 85}
_AGES = {"minor": (0, 17), "child": (0, 12), "teen_without_spots": (13, 15), "under_22": (0, 21), "over_65": (66, 999)}  # by condition, in years
# years that are a span and no age: "ten years post breast cancer", "12 years clear", "11 years married"
_SINCE_THEN = r"(?:post|clear|after|since|sober|married|together|divorced|single|free|in remission|into|without|off|on|cancer|clean|smoking|apart|from|past|with my|with this|with the|as a|at the|apres|depuis|despues|desde|sin|sans)"
# what makes a number no age: "im 50 kg", "is 50 dollars fair", "im 5'6"
_MEASURE = r"(?![.,]\d)(?! ?(?:plus )?(?:\d )?(?:mois|meses|semaines?|semanas?|jours?|dias?|years? of|yrs? of|(?:years?|yrs?) " + _SINCE_THEN + r"|weeks?|wks?|w|months?|mo|days?|hours?|hrs?|minutes?|mins?|units?|mg|ml|cc|mm|cm|kg|kilos?|lbs?|pounds?|dollars?|bucks|euros?|quid|usd|gbp|times|sessions|treatments|spf|pm|am|oclock|degrees|nm|hz|khz|mhz|joules?|watts?|percent|feet|ft|foot|grados?|degres?|de (?:fiebre|fievre|temperatura|temperature)|fiebre|fievre|stones?|inches|reviews|pack|people|pills|shots|syringes|facials|peels|bottles|jars)\b| ?%| (?:\w+ ){1,2}(?:sessions|treatments|facials|peels|appointments|syringes)\b)"
_YOUNG_ONE = r"(?:girl|boy|teen|teenager|lad|lass|kid|child|daughter|son|stepson|stepdaughter|niece|nephew|grandson|granddaughter|hija|hijo|nina|nino|chica|chico|fille|fils|fillette|garcon|ado|adolescente|soeur|frere|hermana|hermano|sobrina|sobrino|niece|neveu)"
_RELATED = r"(?:hija|hijo|nina|nino|chica|chico|fille|fils|garcon|soeur|frere|hermana|hermano|ado|teenager|stepson|stepdaughter|grandson|granddaughter|child|pupil|daughter|son|lad|lass|granny|boy|girl|teen|boyfriend|girlfriend|niece|nephew|sister|brother|kid|mom|mum|dad|mother|father|nan|gran|grandma|grandad|grandpa|husband|wife|partner|friend|cousin|aunt|uncle|client|patient)s?"
_SMALL = r"(?:a |only |just |now |nearly |almost |about |around )*"
_AGE = re.compile(
    r"\b(?:im|i am|am|at|aged?|turning|turned|turns|being|age is|my age|ripe age of|me|tengo|tiene|mis|j ai|il a|elle a|shes|hes|she is|he is|who is|whos|is|are"
    r"|nearing|pushing|now|currently|going on|almost|nearly|approaching|hit|hitting|reached|reaching|ill be|to be|will be|gonna be|(?:woman|man|lady|girl|guy|male|female|boy|lad|lass|kid|child|teen|teenager) (?:of|aged|age)|" + _YOUNG_ONE + r"s? de|" + _RELATED + r") "
    + _SMALL + r"(?P<said>\d{1,2})\b" + _MEASURE
    + r"|\b(?P<years>\d{1,2}(?! ?[fm]\b)|1[3-9](?= ?[fm]\b)|[2-9]\d(?= ?[fm]\b)) ?(?:yos?|y o|y olds?|yrs? (?:olds?|young)|years? (?:olds?|young)|yr olds?|yrolds?|ans|anos|f|m)\b"
    r"|\b[fm] ?(?P<after_letter>\d{2})\b(?! ?%)|^(?P<first>\d{2}) (?:here|and|with|years(?! (?:of|ago|now|later|" + _SINCE_THEN + r"))|next|this|tomorrow|today)\b"
    r"|(?<!spf )\b(?P<before>\d{2}) (?:female|male|woman|man|girl|guy|normal|dry|oily|combo)\b"
    r"|\b(?:female|male|woman|man|lady) (?P<role>\d{2})\b" + _MEASURE
    + r"|\b(?:(?:im|i am|shes|hes|she is|he is) (?:\w+ ){0,2})?(?:female|male|woman|man|girl|boy|pregnant|nursing|single|married|tall|short|asian|black|white|brown|indian|latina|blonde|pale|fair|redhead|healthy|trans) and (?:only |just |nearly |almost |about )?(?P<besides>\d{2})\b" + _MEASURE
    + r"|\b(?P<about>[2-8]\d)ish\b"
    r"|\bover (?P<over>[4-8]0)(?= (?:and|with|now|so|yrs?|years|skin|woman|women|man|but|im|i)\b| \.|$)|^(?P<plus>[4-8]0) skin\b"
)
_DECADE = re.compile(r"(?<!since )(?<!from )\b([2-8]0) something\b|\b(?:in my |in her |in his |mid |late |early |my |her |his )+(\d0)s\b|(?<!spf )(?<!spent )(?<!for )(?<!about )\b([2-9]0)s\b|(?<!since )(?<!from )\b(?:in my |in her |in his |mid |late |early |my |her |his )+(\w+ties|teens)\b")
# "Her 17th birthday", "sweet sixteen", "for her fifteenth", "cumple quince": an age under 18 told by the day that brings it.
_NTH = {"thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17}
_BIRTHDAY = re.compile(
    r"(?<!since )(?<!after )(?<!on )\b(?:(?:my |our |her |his |their |\w+s )(?:(?P<nth>1[3-7])th|(?P<word>" + "|".join(_NTH) + r"))(?: (?:birthday|bday)\b(?! (?:was|ago|years))| (?:present|gift|treat|party)\b|(?= \.|$)(?<=h))"
    r"|sweet (?P<sweet>1[5-6])\b(?! (?:photos?|pictures?|was|dress))|(?:cumple|cumplira|cumplir|fete|fetera|feter)(?: ses| sus| los)? (?P<cumple>1[1-7])\b(?! (?:semanas|meses|mois|semaines|ans de mariage)))"
)
_OF_THE_LAW = re.compile(r"\b(?:(?:have|has|need|needs|got|must|should|supposed) (?:to )?be|must be|be over|be at least|over|turn|legal at|allowed at) (?:over |at least )?(?:18|21)\b(?= (?:for|to|before|or|in|if|yet|first|my|but|\.)|$)")
_NOT_YET = re.compile(r"\b(?:almost|nearly|not|not yet|not even|not quite|ill be|i will be|till im|until im|until i am|before im|before i turn|turning|turn|about to be) 18\b|\bunder 18\b|\b18 (?:in|next) ")
_BARE_AGE = re.compile(r"\b(?:is|aged|age|im|shes|hes|being|just|only|" + _YOUNG_ONE + r") (?P<age>\d{1,2})\b(?! ?%)|\b(?P<age2>1[0-7]) ?(?:yos?|years? olds?|yr olds?)\b")
_YEARS_AGO = re.compile(r"\b\d+ (?:years|yrs) (?:ago|back)\b")
_LOOKS_LIKE = re.compile(r"\blike (?:im|i am|i was|shes|hes|a) \d{1,2}\b")  # "my face looks like I'm 15 again"
_AT_THAT_AGE = re.compile(r"\b(?:at|aged|when i was) \d{1,2}\b")  # "at 16 ... that is 9 years ago"
_SO_LONG_AGO = re.compile(r"\b(?:y a|ya|hace) (?:unos |environ |plus de |mas de )?\d{1,2} (?:ans|anos)\b")  # "il y a 20 ans"
# "I had braces at 14, can I have filler now": the age then, where a word tells of now; "now at 15" stays
_THEN_AT = re.compile(r"\b(?:had|got|fainted|gave|passed out|broke|lost|burned|burnt|suffered|diagnosed|developed|pierced|removed)(?: (?!at\b|now\b|want|can\b|could\b|should\b|booked|offered|told|asked|quoted|to\b)\w+){0,6} (?:at|aged|at age|when i was) \d{1,2}\b(?=.*\b(?:now|since|grown|adult|nowadays)\b)")
_HAD_THAT_AGE = re.compile(r"\b(?:avais|avait|tenia) (?:unos |que |environ )?\d{1,2}(?: ans| anos)?\b")  # "quand j'avais 12 ans"
_BORN = re.compile(r"\b(?:born in|born|nacida en|nacido en|nee en|ne en) (?:\w{3,9} )?((?:19|20)\d\d)\b")
# A number between commas or brackets, or at the end of a greeting: "Female, 52, rosacea", "my client (61)".
_SET_OFF = re.compile(r"(?:[,(;\[]|^(?:only |just )?)\s*(\d{2})\s*(?=[,);\].:]|$)")

_IN_WORDS = re.compile(rf"\b(?:{'|'.join([*_TENS, *_SPELT])})(?:[- ](?:{'|'.join(_UNITS)}))?\b")


def by_age(age: int | None) -> dict[str, bool]:
    """Return for each condition that is an age whether it holds at an age; empty where that is not known.

    Args:
        age: in years.
    """
    return {} if age is None else {condition: low <= age <= high for condition, (low, high) in _AGES.items()}


def set_off(question: str) -> int | None:
    """Return a two-digit number that stands alone between commas or brackets, as ages do; None if there is none.

    Args:
        question: as typed.
    """
    in_digits = _IN_WORDS.sub(lambda word: " ".join(_in_digits(re.split(r"[- ]", word[0]))), question.casefold())
    found = [int(n) for n in _SET_OFF.findall(in_digits) if 13 <= int(n) <= 95]
    return found[0] if len(found) == 1 else None


def age_of(text: Sequence[str], *, about_other: bool = False, this_year: int | None = None) -> int | None:
    """Return the age that a text states of the person treated, or the middle of the decade that it names.

    Args:
        text: plain words.
        about_other: whether another person than the asker is to be treated.
        this_year: the year in which it is asked, for "born in 2011".
    """
    joined = " ".join(_in_digits([w for w in text if w != END]))
    stated_below = any(5 <= int(found["age"] or found["age2"]) < 18 for found in _BARE_AGE.finditer(joined))
    joined = _OF_THE_LAW.sub(" ", joined) if stated_below else joined  # "do you have to be 18, my daughter is 16"
    joined = _put_right(_MEASURED.sub(" ", joined))
    if _NOT_YET.search(joined):
        return 17
    birthday = _BIRTHDAY.search(joined)
    if birthday and not only_the_day(text):
        return _NTH.get(birthday["word"] or "") or int(birthday["nth"] or birthday["sweet"] or birthday["cumple"])
    joined = _SO_LONG_AGO.sub(" ", _HAD_THAT_AGE.sub(" ", _LOOKS_LIKE.sub(" ", joined)))
    joined = joined if about_other else _THEN_AT.sub(" ", joined)  # a child of whom an age is told may still be one
    joined = _AT_THAT_AGE.sub(" ", joined) if _YEARS_AGO.search(joined) else joined
    stated = [(int(next(g for g in found.groups() if g)), found) for found in _AGE.finditer(joined)]
    ages = [(age, _anothers(joined, found)) for age, found in stated if 5 <= age <= 99 and (age >= 18 or _of_a_person(joined, found))]
    fitting = [age for age, anothers in ages if anothers == about_other] or [age for age, anothers in ages if about_other or not (anothers and _asks_for_self(text))]
    if fitting:
        return fitting[0]
    born = _BORN.search(joined)
    if born and this_year is not None and 5 <= this_year - int(born[1]) <= 99:
        years = this_year - int(born[1])
        return 17 if years == 18 else years  # the eighteenth birthday may be still to come
    return _decade(joined)


_MY_PLAN = (("i", "want"), ("i", "need"), ("i", "would"), ("id", "like"), ("for", "me"), ("for", "myself"), ("yo", "quiero"), ("je", "veux"), ("me", "pongo"), ("me", "hago"))
_MAY_I_HAVE = (("can", "i", "get"), ("can", "i", "have"), ("should", "i", "get"), ("should", "i", "have"))
_GIVEN = frozenset("present gift treat".split())
_THEIRS = frozenset("she he they shes hes wants asked asks begging let elle il ella quiere pide veut".split())


_BY_THE_DAY = re.compile(r"1[3-7]th|(?:four|fif|six|seven|thir)teenth|sweet|cumple|birthday")


def only_the_day(text: Sequence[str], match: Match | None = None) -> bool:
    """Tell whether the birthday of somebody young is only the day before which the asker plans something of their own: "I'm 45, botox before her sweet sixteen".

    Args:
        text: plain words.
        match: where it is told, if only that place counts.
    """
    if not any(_BY_THE_DAY.fullmatch(word) for word in (text if match is None else text[match.start : match.end])):
        return False
    joined = " ".join(_in_digits([w for w in text if w != END]))
    if (_THEIRS | _GIVEN) & set(text) or re.search(r"\bmy (?:1[3-7]th|sweet|(?:four|fif|six|seven|thir)teenth)\b", joined):
        return False
    grown = any(int(next(g for g in found.groups() if g)) >= _GROWN and not _anothers(joined, found) for found in _AGE.finditer(joined))
    triples = zip(text, text[1:], text[2:], strict=False)
    return grown or bool(set(_MY_PLAN) & set(pairwise(text))) or bool(set(_MAY_I_HAVE) & set(triples) and not {"her", "him", "his"} & set(text))


# "15 ans de botox", "15 ans après": no age of a person.
_LATER = frozenset("de d apres plus que depuis desde despues con sans sin avec".split())

# Values of blood and body that are no ages: "platelets are 40", "my eGFR is 55".
_MEASURED = re.compile(r"\b(?:platelets?|plts|plt|bmi|egfr|gfr|ferritin|inr|hba1c|a1c|potassium|haemoglobin|hemoglobin|cd4|psa|ldl|tsh|count|creatinine|triglycerides|cholesterol|pulse|heart rate|(?:blood )?sugars?|glucose|glycemie|glucosa|azucar|bgl|temp|temps|temperature|fever|thermometer|reading|temperatura|fiebre|fievre|thermometre|termometro)(?: (?:is|are|was|were|of|at|only|about|around|level|levels|reading|readings|runs|running|run|sits|sitting|been|hits|over|above|averages|averaging|count|has|reads|says|shows|hit|reached|esta|suele|autour|vers|sobre|es|de|a|est|marca|marque|indique)){0,3} \d{1,3}\b|\b(?:j ai|il a|elle a|tengo|tiene) (?:3[789]|4[01]) \d\b(?! (?:ans|anos|semaines|semanas|mois|meses|enfants|hijos|kg|kilos))")
_CORRECTED = re.compile(r"\b(?:no wait|wait no|no sorry|sorry no|i mean|i meant|scratch that|make that|actually no|correction)\b")


def _put_right(joined: str) -> str:
    """What is said after "no wait" holds, if it states an age: "I'm 18 next month, no wait I turned 19"."""
    *_, last = _CORRECTED.split(joined)
    return last if _AGE.search(last) else joined


def _decade(joined: str) -> int | None:
    decade = _DECADE.search(joined)
    if decade is None:
        return None
    about, number, bare, word = decade.groups()
    tens = about or number or bare
    return int(tens) + 5 if tens else _DECADES.get(word or "")


def _in_digits(text: Sequence[str]) -> list[str]:
    """Numbers in words from ten on, in digits: "twenty four" is 24."""
    read: list[str] = []
    before = ""
    for word in text:
        if before in _TENS and word in _UNITS:
            read[-1] = str(_TENS[before] + _UNITS[word])
        elif word in _SPELT or word in _TENS:
            read.append(str(_SPELT.get(word) or _TENS[word]))
        else:
            read.append(word)
        before = word
    return read


def _anothers(joined: str, found: re.Match[str]) -> bool:
    """Whether the nearest person named before an age is somebody else: "my mum who is 72", "she is 15"."""
    words = [*joined[: found.start()].split()[-3:], *found.group().split()]
    for word in reversed(words):
        if is_relation(word) or word in THIRD:
            return True
        if word in {"i", "im", "ive", "ill", "am", "me", "tengo", "j", "je"}:
            return False
    return False


def _asks_for_self(text: Sequence[str]) -> bool:
    """Whether the asker speaks of a treatment of their own: "and I want botox", "should I"."""
    pairs = {" ".join(text[n : n + 2]) for n in range(len(text) - 1)}
    return bool(pairs & {"i want", "can i", "should i", "for me", "for myself", "may i", "could i", "do i", "i just", "i have", "i use"})


def _of_a_person(joined: str, found: re.Match[str]) -> bool:
    """"17yo cheek filler ok" tells of a person, "14yo scar" of a thing."""
    if _in_letters(found):
        return not (_HELD | _BEASTS) & {*joined[found.end() :].split()[:1], *joined[: found.start()].split()[-3:]}
    return _in_words_of_years(joined, found)


def _in_words_of_years(joined: str, found: re.Match[str]) -> bool:
    """A small number before "years old" is no age of a thing: "14 year old ink" is none, "14 year old boy" and "15f" are."""
    after = set(joined[found.end() :].split()[:1])
    ahead = joined[: found.start() + 2].rpartition(END)[2].split()  # of the same sentence
    before = ahead[-6:] + [word for word in ahead[-16:] if word in _INKED]
    said = found.group().split()
    lasting = said[-1] in {"ans", "anos"} and bool(_LASTING & set(before[-3:]))  # "depuis 14 ans"
    opens = found.start() == 0 and said[-1] in {"ans", "anos"} and len(said) == 2 and not after & _LATER  # "17 ans, injection dans les lèvres ?"
    of_youth = said[0] in {"is", "are"} and tuple(joined[found.end() :].split()[:2]) in _OF_YOUTH  # "is 11 too young for retinol"
    by_now = "now" in said and said[0] in {"is", "are"} and not _THINGS & set(ahead) and any(is_relation(w) or w in THIRD for w in ahead)  # "my daughter had braces at 12 and is now 14"
    if opens or of_youth or by_now or found["besides"] is not None or _YOUNGSTERS & set(said) or is_relation(said[0]) or said[-1] in {"olds", "yos"}:
        return True  # "girl 15", "lad of 15", "hija de 16", "niece 17, tattoo removal", "a 5 year olds warts"
    of_many = bool({"twins", "triplets", "kids", "children"} & set(before[-3:]))  # "stretch marks (twins, now aged 6)"
    if after & (_OF_WHAT if (opening := _opening_years(found, before)) else _THINGS) or (lasting and not opening) or of_many:
        return False
    if said[-1] in {"old", "young"}:
        described = "year" in said or "yr" in said or "y" in said
        pointed = joined[: found.start()].split()[-1:]
        return not _THINGS & set(before) or (described and pointed in (["a"], ["my"], ["our"], ["her"], ["his"], ["for"], ["on"], ["an"]) and after != set() and not after & _THINGS) or (pointed == ["for"]) or joined[: found.start()].split()[-2:] == ["for", "a"]
    short = said[-1][-1:] in {"f", "m"} or found["after_letter"] is not None or (found.start() == 0 and found["first"] is not None)  # "15f", "17 next week, laser?"
    if said[0] == "at":  # "lip filler at 16"
        least = 8 if set(before[-2:-1]) & _ALLOWED else 13  # "is retinol ok at 12"
        return int(said[-1]) >= least and not after & _CLOCK  # "botox at 11 this morning", "at 10, flight at 3"
    if said[0] in {"is", "are"} and not any(is_relation(w) or w in THIRD for w in before[-2:]):  # "is 8 the right number"
        return False
    return opening or short or bool(after & _YOUNG) or not after or any(w in _PERSONAL or is_relation(w) for w in (*before, *said))


_YOUNGSTERS = frozenset("girl boy teen teenager lad lass kid child hija hijo nina nino chica chico fille fillette fils garcon ado stepson stepdaughter grandson granddaughter".split())
_YOUNG = frozenset("boy girl kid teen teenager child son daughter niece nephew male female student here and with".split())
_ALLOWED = frozenset("ok okay safe fine allowed start starting begin beginning".split())
_OF_YOUTH = frozenset({("too", "young"), ("old", "enough"), ("young", "to"), ("young", "for"), ("really", "too"), ("way", "too")})
_CLOCK = frozenset("flight gym same pm am this in tonight last yesterday today tomorrow sharp and then on".split())
_LASTING = frozenset("depuis pendant durante hace desde y por hay".split())
_THINGS = frozenset("sleeve permanent liner makeup brows microblading ink tattoo tattoos scar scars mark marks mole filler cream bottle stretch implant surgery tube serum product".split())


def _in_letters(found: re.Match[str]) -> bool:
    """"17yo", "17 y o": said of people, and seldom of things."""
    last = found.group().split()[-1]
    return last.lstrip("0123456789") in {"yo", "yos"} or last == "o"


def _opening_years(found: re.Match[str], before: Sequence[str]) -> bool:
    """"16 ans, botox", "con 16 años": years that open a sentence or stand behind "with"."""
    years = found["years"]
    return years is not None and found.group().split()[-1] in {"ans", "anos"} and _TEENS <= int(years) < _GROWN and (not before[:-1] or before[-2:-1] in (["con"], ["avec"]))


_TEENS, _GROWN = 13, 18
# What is so many years old and is no person: "a 15yo tattoo", "my 14yo dog".
_HELD = frozenset("sleeve brows ink tattoo tattoos scar scars mark marks mole cream bottle stretch implant implants surgery tube serum product".split())
_BEASTS = frozenset("dog cat puppy kitten horse pony rabbit car house".split())
_OF_WHAT = frozenset("de d que apres despues plus mas tatouage tatuaje cicatrice cicatriz".split())
_INKED = frozenset("tattoo tattoos sleeve ink".split())
_PERSONAL = SELF | THIRD | frozenset("aged age going nearing turning turned teen kid tengo tiene f m ok safe".split())
