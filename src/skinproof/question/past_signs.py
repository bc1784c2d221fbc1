"""Signs told of the past: of one's childhood, of kin long ago, of whenever it is touched, or over and healed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match, sentence_of
from skinproof.catalogue.text import END, opening
from skinproof.question.long_healed import but_mine, dates_an_illness
from skinproof.question.not_had import of_tests
from skinproof.question.now_and_own import HAPPENING, LASTS, OWN, STILL

_LONG_AGO_WORDS = 14
_YEAR_PAST = re.compile(r"(?:19[5-9]\d|20[01]\d|202[0-4])")
_OF_NOW = frozenset("now still today tonight since yesterday again suddenly keeps ongoing depuis maintenant aujourd hier encore desde ahora hoy ayer monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo".split())


def _long_ago(match: Match, text: Sequence[str]) -> bool:
    """"When I was 12 a black henna tattoo blistered", "optic neuritis in 2016": told of the past, in one sentence and without a word of now."""
    before = list(text[max(0, match.start - _LONG_AGO_WORDS) : match.start])
    before = before[len(before) - before[::-1].index(END) :] if END in before else before
    near = [*before, *text[match.start : match.end + 3]]
    child = any(tuple(near[n : n + 3]) in {("when", "i", "was"), ("quand", "j", "avais"), ("cuando", "yo", "tenia")} and near[n + 3 : n + 4] != [] and near[n + 3].isdigit() for n in range(len(near)))
    dated = any(a in {"in", "en", "back"} and _YEAR_PAST.fullmatch(b) for a, b in pairwise(before))
    return (child or dated) and not _OF_NOW & set(near) and not dates_an_illness(match, text)


_KIN_OF_OLD = {("years", "ago"), ("ans", "moi"), ("anos", "yo"), ("vingt", "ans"), ("dix", "ans"), ("veinte", "anos"), ("diez", "anos"), ("hace", "anos"), ("hace", "siglos"), ("decades", "ago"), ("ages", "ago")}
_KIN = frozenset("nan nana gran grandma grandmother mum mom mother dad father aunt uncle sister brother cousin neighbour neighbor voisine voisin tante mere grand abuela abuelo vecina vecino tia tio madre padre mama papa suegra prima primo amiga amigo".split())


def _kin_long_ago(match: Match, text: Sequence[str]) -> bool:
    """"My nan went blind in one eye years ago" befell her, long ago."""
    start = opening(text, match.start) - 1
    hers = bool(_KIN & set(text[start + 1 : match.end])) and not but_mine(match, text)
    return hers and bool(_KIN_OF_OLD & set(pairwise(sentence_of(match, text)))) and not OWN - {"my", "mi"} & set(text[max(start + 1, match.start - 2) : match.end]) and not HAPPENING & set(sentence_of(match, text)[: match.end - start])


_ALLERGIC_SIGNS = frozenset({"sign:trouble_breathing", "sign:hives_spreading", "sign:throat_tongue_swelling", "sign:face_swelling"})
_AT_PRESENT = frozenset("now today tonight hour hours minute minutes just started since yesterday suddenly still ago morning after".split())
_COLD_THINGS = frozenset("water air weather things wind objects drinks".split())
_WHENEVER = frozenset({("gives", "me"), ("makes", "me"), ("give", "me"), ("make", "me"), ("hives", "from"), ("hives", "with"), ("hives", "when")})


def _of_old(match: Match, text: Sequence[str]) -> bool:
    """"Allergic to salmon (throat swells)", "aspirin gives me hives": what happens whenever, and nothing that happens now."""
    if match.owner not in _ALLERGIC_SIGNS or _AT_PRESENT & set(text):
        return False
    start = opening(text, match.start) - 1
    sentence = text[start + 1 : match.end + 4]
    cold = bool({"frio", "froid"} & set(sentence)) or any(a == "cold" and b in _COLD_THINGS for a, b in pairwise(sentence))
    return cold or bool({"allergic", "allergy", "allergies"} & set(sentence)) or bool(_WHENEVER & set(pairwise(sentence)))


_AT_THE_DENTISTS = frozenset("dentist dentists dental dentiste dentista".split())
_JUST_NOW = frozenset("now today tonight just ago hour hours minutes morning afternoon still yesterday again aujourd hui hier heure heures hoy ayer ahora hora horas im am is are getting cant estoy suis".split())
_ONCE_WHEN = frozenset("when once years quand lorsque fois cuando vez".split())


def _at_the_dentists(match: Match, text: Sequence[str]) -> bool:
    """"Passed out with hives when the dentist numbed me": what happened once at the dentist's, where nothing tells that it is of today."""
    if match.owner not in _ALLERGIC_SIGNS | _FAINTS or _JUST_NOW & set(text):
        return False
    sentence = set(sentence_of(match, text))
    return bool(_AT_THE_DENTISTS & sentence and _ONCE_WHEN & sentence)


_FAINTS = frozenset({"sign:faint_collapse", "sign:fainted_outright"})
_ONCE = {("back", "when"), ("years", "ago"), ("yrs", "ago"), ("year", "ago"), ("last", "year")}
_AS_A_CHILD = {("when", "i", "was"), ("as", "a", "kid"), ("as", "a", "child"), ("as", "a", "teen"), ("as", "a", "teenager")}
_LONG_PAST = frozenset("2005 2006 2007 2008 2009 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 kid child teenager".split())
_PAST_PAIRS = {("long", "healed"), ("a", "mark"), ("a", "scar"), ("no", "mark"), ("no", "harm"), ("fine", "since"), ("all", "fine"), ("all", "healed"), ("healed", "with"), ("eat", "strawberries"), ("went", "away"), ("gone", "now"), ("all", "good"), ("cleared", "up"), ("bother", "since"), ("ever", "since"), ("no", "trouble"), ("all", "clear")}
_ENDS = frozenset({END, "and", "but", "so", "though", "can", "is"})


def _long_over(match: Match, text: Sequence[str]) -> bool:
    """"Two years ago the filler blanched, it healed with no mark": told as past, and told as healed."""
    if match.owner in LASTS or STILL & set(text):
        return False
    pairs = set(pairwise(text))
    fine = any(b == "now" and a in {"fine", "up", "ok", "okay"} and c in _ENDS for a, b, c in zip(text, text[1:], (*text[2:], END), strict=False))  # not "was fine, now one side is hot"
    child = bool(_AS_A_CHILD & set(zip(text, text[1:], text[2:], strict=False)))
    return (fine or bool(_PAST_PAIRS & pairs)) and bool(child or _ONCE & pairs or _LONG_PAST & set(sentence_of(match, text)) or {"may", "june", "july", "summer", "spring"} & set(sentence_of(match, text)))


_OVER = {("rien", "aujourdhui"), ("rien", "maintenant"), ("nothing", "today"), ("nothing", "now"), ("gone", "today"), ("gone", "now"), ("fine", "today"), ("fine", "now"), ("all", "gone")}


def _over_now(match: Match, text: Sequence[str]) -> bool:
    """"Pink for ten minutes, nothing today, was that a burn": it is over."""
    return match.owner in {"sign:burn_blisters", "sign:hives_spreading", "sign:spreading_redness"} and bool(_OVER & set(pairwise(text))) and not STILL - {"today", "yesterday", "hours"} & set(text)


_CHILD = {("as", "a", "kid"), ("as", "a", "child"), ("as", "a", "teen"), ("as", "a", "teenager"), ("in", "my", "childhood"), ("cuando", "era", "nina"), ("cuando", "era", "pequena"), ("cuando", "era", "nino")}
_CHILD_PAIRS = {("de", "pequena"), ("de", "pequeno"), ("de", "nina"), ("de", "nino"), ("etant", "enfant"), ("etant", "petite")}
_YOUNG = frozenset("little small young twelve eleven ten nine eight thirteen fourteen fifteen sixteen petite petit enfant ado".split())
_APART = frozenset("my now and but today since mon ma mes mi mis ahora maintenant".split())
_CHILD_REACH = 10


def _in_childhood(match: Match, text: Sequence[str]) -> bool:
    """"My henna tattoo as a kid came up in blisters", "de pequeña un tatuaje me hizo ampollas": told of a child, right beside it, and nothing of now."""
    if match.owner in LASTS or (_OF_NOW | {"ahora", "hoy", "maintenant", "aujourdhui"}) & set(text):
        return False
    before, after = list(text[max(0, match.start - _CHILD_REACH) : match.start]), list(text[match.end : match.end + _CHILD_REACH])
    before = before[len(before) - before[::-1].index(END) :] if END in before else before
    after = after[: after.index(END)] if END in after else after
    return _child_said(before, last=True) or _child_said(after, last=False) or _child_said(list(text[match.start : match.end]), last=True)


def _child_said(words: Sequence[str], *, last: bool) -> bool:
    """Whether words tell of a child, with nobody and nothing else between them and the sign."""
    for place in range(len(words)):
        young = tuple(words[place : place + 3]) in {("when", "i", "was"), ("quand", "j", "etais"), ("quand", "j", "avais")} and any(w in _YOUNG or w.isdigit() for w in words[place + 3 : place + 4])
        said = 4 if young else 3 if tuple(words[place : place + 3]) in _CHILD else 2 if tuple(words[place : place + 2]) in _CHILD_PAIRS else 0
        if said and not _APART & set(words[place + said :] if last else words[:place]):
            return True
    return False


_CLOTS = frozenset("clot dvt thrombosis embolism phlebite thrombose embolie trombosis flebitis embolia".split())
_MONTHS_AGO = {("months", "ago"), ("weeks", "ago")}
_SWELLS = frozenset("swollen swells swelling hurts hurting pain painful red hot now today gonfle gonflee douleur mal rouge chaude aujourdhui hinchada hinchado duele dolor roja caliente ahora hoy".split())


def _clot_once(match: Match, text: Sequence[str]) -> bool:
    """"Phlébite il y a deux mois, puis-je": a clot that was found weeks ago, and nothing that is felt now."""
    told = sentence_of(match, text)
    dated = bool(_MONTHS_AGO & set(pairwise(told))) or (bool({"mois", "semaines", "meses", "semanas"} & set(told)) and (("y", "a") in set(pairwise(told)) or "hace" in told))
    return match.owner == "sign:leg_swelling" and bool(_CLOTS & set(text[match.start : match.end])) and dated and not _SWELLS & set(text)


def _once_only(match: Match, text: Sequence[str]) -> bool:
    """"I once went blind for a minute after filler last year, is more filler ok": it befell once, a year or more ago, and nothing is told of now."""
    if match.owner in LASTS:
        return False  # "tried to kill myself once last year", "my mole bled once last year"
    told = sentence_of(match, text)
    past = bool((_ONCE - {("back", "when")}) & set(pairwise(told))) or any(a == "in" and _YEAR_PAST.fullmatch(b) for a, b in pairwise(told))
    return "once" in told and past and not (_OF_NOW - {"again"} | STILL) & set(text)


PAST_SIGNS: tuple[Callable[[Match, Sequence[str]], bool], ...] = (_kin_long_ago, _long_ago, _of_old, _long_over, _over_now, _in_childhood, _clot_once, _once_only, _at_the_dentists, of_tests)
