"""Illness of now, told before a treatment that is still to come: a reason to wait, and no sign after it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match
from skinproof.catalogue.text import END, opening
from skinproof.question.there_before import STILL_GOING

_APPOINTMENT = frozenset("appointment appt booked booking reschedule postpone cancel".split())
_AFTER_IT = frozenset("after since ago yesterday post following had did done last later day days hours hrs swollen swelling lump lumps spreading worse injected site sites area".split())
_NEEDLED = frozenset("filler fillers botox dysport toxin lips injections injection threads prp profhilo sculptra".split())


def _ill_before_it(match: Match, text: Sequence[str]) -> bool:
    """"Sinus infection and fever, shall I still go to my filler appointment": the illness came first, and nothing was injected yet."""
    if match.owner == "sign:fever_unwell" and _soon(text) and not (_AFTER_IT | _COUNTED) & set(text) and _nothing_had(text):
        return True  # "I have a fever, lip filler this afternoon, go?"
    if match.owner not in {"sign:fever_unwell", "sign:pus"} or not (_APPOINTMENT & set(text) or STILL_GOING & set(pairwise(text))) or _AFTER_IT & set(text):
        return False
    if STILL_GOING & set(pairwise(text)):
        return True  # "fever of 38.5, can I still go for my peel"
    return not any(word in {"got", "getting", "my"} and _NEEDLED & set(text[n + 1 : n + 3]) and not _APPOINTMENT & set(text[n + 1 : n + 4]) for n, word in enumerate(text))


_PROCEDURES = (_NEEDLED - {"lips", "threads"}) | frozenset("laser peel peels microneedling needling relleno rellenos toxina peeling filling facial ipl dermaplaning waxing".split())
_TREATMENTS = _NEEDLED | _PROCEDURES | frozenset("lip labios levres".split())
_LEAVE = frozenset({("can", "i"), ("may", "i"), ("could", "i"), ("should", "i"), ("shall", "i"), ("do", "i"), ("ok", "to"), ("okay", "to"), ("alright", "to"), ("safe", "to"), ("fine", "to"), ("je", "peux"), ("puis", "je"), ("can", "she"), ("can", "he"), ("should", "she"), ("should", "he"), ("it", "ok"), ("it", "okay"), ("it", "safe"), ("it", "alright")})
_LEAVE_WORDS = frozenset("cancel postpone reschedule puedo voy peux tomorrow appointment booked demain rdv rendez manana cita".split())
_DONE = frozenset("had got did done used using put applied tried after since following post despues tras desde hice apres depuis fait".split())
_THEN = frozenset("ago yesterday last earlier ayer hace hier".split())
_BY_ITSELF = frozenset("site sites injected swollen swelling lump lumps spreading blotchy confused shaking hinchado hinchada gonfle gonflee".split())


def _nothing_had(text: Sequence[str]) -> bool:
    """Whether leave is asked, nothing is swollen, and no treatment is told as had: by a word before its name, or a time behind it."""
    places = [n for n, word in enumerate(text) if word in _TREATMENTS]
    named_last = bool(places) and places[-1] >= len([word for word in text if word != END]) - _LAST and not _COUNTED & set(text)  # "root canal abscess, antibiotics, filler?"
    asked = bool(_LEAVE & set(pairwise(text)) or _LEAVE_WORDS & set(text)) or named_last or _soon(text)
    had = any(_DONE & set(text[max(opening(text, n), n - 4) : n]) or _THEN & set(text[n + 1 : n + 5]) for n in places)
    return asked and bool(places) and not had and not _BY_ITSELF & set(text)


_SOON = frozenset("afternoon tarde saturday sunday monday tuesday wednesday thursday friday samedi dimanche lundi mardi mercredi jeudi vendredi sabado domingo lunes martes miercoles jueves viernes".split())
_NEAR = 5  # words


def _soon(text: Sequence[str]) -> bool:
    """Whether a treatment is told with a time to come right behind it: "lip filler this afternoon"."""
    return any(_SOON & set(text[n + 1 : n + _NEAR]) for n, word in enumerate(text) if word in _PROCEDURES)


_COUNTED = frozenset("day days week weeks night from with of since jour jours dia dias".split())
_LAST = 2  # words


_ELSEWHERE = frozenset("root canal tooth teeth gum dental dentist chest sinus throat tonsil tonsils cough coughing flu cold covid bronchitis uti dentaire dent gencive toux grippe angine rhume sinusite muela diente dental encia tos gripe garganta resfriado catarro".split())
_OF_AN_ILLNESS = frozenset({"sign:fever_unwell", "sign:pus", "sign:hot_painful_swelling", "sign:rash_now"})


def _ill_elsewhere(match: Match, text: Sequence[str]) -> bool:
    """"Halfway through antibiotics for a tooth abscess, ok to get my lips topped up": the illness has a place of its own, and nothing was injected yet."""
    return match.owner in _OF_AN_ILLNESS and bool(_ELSEWHERE & set(text)) and _nothing_had(text)


_SPOTS = frozenset("spots zits pimples acne breakout pustules heads rosacea rosacee boutons granos espinillas".split())
_MORE_THAN_SPOTS = frozenset("fever hot throbbing boil abscess lump eye wound cut piercing streak fievre fiebre".split())


def _spots_before(match: Match, text: Sequence[str]) -> bool:
    """"Yellow pus heads all over my chin, ok to get a peel": acne, and no treatment that went wrong."""
    return match.owner == "sign:pus" and bool(_SPOTS & set(text)) and bool(_PROCEDURES & set(text)) and not _MORE_THAN_SPOTS & set(text) and _nothing_had(text)


_OF_THE_SKIN = frozenset("eczema exema eccema dermatitis psoriasis rosacea".split())
_RAW = frozenset({"sign:burn_blisters", "sign:skin_flaring", "sign:grows_fast_or_bleeds", "sign:peel_wounds"})
_NOT_ITS_OWN = frozenset("hydrocortisone cortisone steroid steroids betnovate clobetasol betamethasone mometasone elocon cortisona blister blisters blistered blistering fever punched sores eye eyes cloques ampollas fievre fiebre".split())


def _skin_ill_before(match: Match, text: Sequence[str]) -> bool:
    """"My eczema is raw and weepy, should I still go for my peel": the illness does it, and no acid was put on yet."""
    return match.owner in _RAW and bool(_OF_THE_SKIN & set(text)) and bool(_PROCEDURES & set(text)) and not _NOT_ITS_OWN & set(text) and _nothing_had(text)


_COLD_LIKE = frozenset("a stinking streaming heavy head chest bad rotten awful nasty".split())


def _a_cold(match: Match, text: Sequence[str]) -> bool:
    """"I have a stinking cold, is my lip filler tomorrow still ok": an illness, and no cold skin."""
    places = [n for n, word in enumerate(text[: match.end]) if n >= match.start and word == "cold"]
    return match.owner in {"sign:colour_change", "sign:skin_white_mottled"} and bool(places) and all(text[n - 1] in _COLD_LIKE for n in places)


ILL_BEFORE: tuple[Callable[[Match, Sequence[str]], bool], ...] = (_ill_before_it, _ill_elsewhere, _spots_before, _skin_ill_before, _a_cold)
