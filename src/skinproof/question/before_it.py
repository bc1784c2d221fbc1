"""Signs of the person, and not of a treatment: an eye blind from birth, lids heavy from an illness, a hernia, a burn from the sun."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match, sentence_of
from skinproof.catalogue.text import END, opening

_LIFELONG = frozenset("already birth born child childhood always kid baby naissance enfance pequeno pequena nacimiento nino nina siempre".split())
_DEED = frozenset("after yesterday today ago hour hours minute minutes suddenly injected filled had did done got put went gone following later tonight apres hier soudain despues ayer hoy repente".split())

_FROM = frozenset("since depuis desde from".split())


def _blind_from_birth(match: Match, text: Sequence[str]) -> bool:
    """"Blind in one eye already; someone wants to fill my nose": it was so before, and nothing was injected."""
    lifelong = _LIFELONG & set(text)
    begun = _FROM & set(text) and not lifelong - {"already", "always", "siempre"}  # "since the injection", and not "since birth"
    return match.owner == "sign:vision_loss" and bool(lifelong) and not begun and not _DEED & set(text)


_NERVE_TO_MUSCLE = ("myasthen", "lambert", "miasten")
_TREATED = _DEED - {"got", "today"}


def _lids_ill_before(match: Match, text: Sequence[str]) -> bool:
    """"Eyelids droop by evening, it's myasthenia. Wrinkle injections?": the illness does it, and no toxin was had."""
    ill = any(word.startswith(_NERVE_TO_MUSCLE) for word in text)
    had = bool(_TREATED & set(text)) or any(a in {"got", "since"} and b in {"botox", "toxin", "dysport", "my", "the", "jabs", "injections"} for a, b in pairwise(text))
    return match.owner in {"sign:eyelid_droop", "sign:double_vision"} and ill and not had


_STRAINS = frozenset("cough coughing strain straining lift lifting sneeze laugh tousse force souleve pousse toso toser esfuerzo levanto fuerzo".split())


def _hernia(match: Match, text: Sequence[str]) -> bool:
    """"A bulge by my belly button that pops when I cough, fat freezing?": nothing that grew after a treatment."""
    return match.owner in {"sign:area_bigger_firm", "sign:area_grew_after_freezing"} and bool(_STRAINS & set(sentence_of(match, text))) and not (_DEED - {"got"}) & set(text)


_OUTDOORS = frozenset("beach pool sun sunbathing boat slopes plage piscine soleil terrasse playa piscina sol barco terraza".split())
_BY_IT = frozenset("laser peel acid cream wax ipl peeling acide crema acido cera creme luz lumiere after apres despues tras".split())
_BLISTERS = frozenset("blister blisters blistered blistering cloque cloques ampolla ampollas".split())


def _burnt_by_the_sun(match: Match, text: Sequence[str]) -> bool:
    """"Me quemé en la playa, ¿puedo hacerme el peeling?": a sunburn, told before what is planned."""
    if match.owner not in {"sign:burn_blisters", "sign:skin_flaring"} or _BLISTERS & set(text):
        return False
    told = list(text[match.start : match.start + 8])
    told = told[: told.index(END)] if END in told else told
    place = next((n for n, word in enumerate(told) if word in _OUTDOORS), None)
    return place is not None and not _BY_IT & {*text[opening(text, match.start) : match.start], *told[:place]}


def _blister_of_the_mouth(match: Match, text: Sequence[str]) -> bool:
    """"Una calentura en el labio" is a cold sore, and no fever."""
    return match.owner == "sign:fever_unwell" and list(text[match.start : match.end]) == ["calentura"] and bool({"labio", "labios", "boca"} & set(text[match.end : match.end + 4]))


BEFORE_IT: tuple[Callable[[Match, Sequence[str]], bool], ...] = (_blind_from_birth, _lids_ill_before, _hernia, _burnt_by_the_sun, _blister_of_the_mouth)
