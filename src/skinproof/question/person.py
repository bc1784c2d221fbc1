"""The person: age, conditions, and whose they are; what is denied or somebody else's does not count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Literal

from skinproof.catalogue.pattern import Match, sentence_of, words_before
from skinproof.catalogue.text import END
from skinproof.question.age import age_of, by_age, only_the_day
from skinproof.question.case import Person
from skinproof.question.denial import denied
from skinproof.question.infant import small_one
from skinproof.question.ink_elsewhere import of_far_ink
from skinproof.question.ink_to_come import ink_to_come
from skinproof.question.long_cured import long_cured
from skinproof.question.lookalikes import only_likened
from skinproof.question.not_had import leave_stands_between, not_so, of_something_else, when_young
from skinproof.question.over import over
from skinproof.question.said_not import of_nobody, supposed
from skinproof.question.still_so import never_ended, never_out, so_of_me
from skinproof.question.whose import about_someone_else, somebody_elses

_SKIN = {"dry": "dry", "oily": "oily", "greasy": "oily", "combo": "combination", "combination": "combination", "normal": "normal"}


def _likened(match: Match, text: Sequence[str]) -> bool:
    """"Red like a sunburn" is no sunburn; "conditions like eczema" is eczema."""
    before = words_before(match, text, 4)
    while before and before[-1] in _HOW_MUCH:
        before = before[:-1]
    if match.owner == "condition:sunburn_or_tan" and (before[-2:] == ["comme", "un"] or before[-1:] == ["como"]):
        return True
    if match.owner == "condition:sunburn_or_tan" and before[-1:] != [] and before[-1] in _SEEMS:
        return True  # "feels sunburnt after needling"
    return before[-2:] in (["like", "a"], ["like", "an"]) or (before[-1:] == ["like"] and match.owner == "condition:sunburn_or_tan") or only_likened(match, text)


_SEEMS = frozenset("feels feel looks look felt looked".split())
# "Like a really bad sunburn".
_HOW_MUCH = frozenset("really very bad mild light slight nasty horrible severe proper".split())


def _flaking(match: Match, text: Sequence[str]) -> bool:
    """"My lips are peeling since": skin that comes off, and no peel that was had."""
    place = next((n for n in range(match.start, match.end) if text[n] == "peeling"), None)
    return place is not None and bool(_COMES_OFF & set(text[max(0, place - 2) : place]))


_COMES_OFF = frozenset("is are am im was were been being be started starts keeps kept skin lips lip face cheeks nose chin hands red dry flaky burning still".split())


def _option(match: Match, text: Sequence[str]) -> bool:
    """"After losing weight, needling or surgery": an operation that is one side of a choice was not had, but for the one that stands right behind "after" or "had". A cream that is one side is not in use."""
    if match.owner == "condition:retinoid_user":
        return _one_side(match, text)
    if match.owner not in {"condition:recent_surgery", "condition:recent_face_surgery"}:
        return False
    place = next((n for n in range(match.start, match.end) if text[n] in _OPERATIONS), None)
    told = place is None or place - match.start < _RIGHT_BEHIND
    return not told and place is not None and bool({text[place - 1], *text[place + 1 : place + 2]} & _EITHER)


def _one_side(match: Match, text: Sequence[str]) -> bool:
    """Whether a retinoid is one side of a choice, and nothing tells that it is in use: "a peel, a laser or a year of tretinoin"; in doubt it is."""
    told = text[match.start : match.end - 1]
    if told and not _EITHER & set(told):
        return False  # "on tretinoin, peel or laser"
    before = [*words_before(match, text, _NEAR), *told][-_NEAR:]
    after = [*takewhile(lambda word: word != END, text[match.end : match.end + _NEAR])]
    return bool(_EITHER & {*before, *after}) and not _MINE & set(before[-1:]) and not _IN_USE & set(sentence_of(match, text))


_OPERATIONS = frozenset("surgery facelift lift op operation blepharoplasty bleph rhinoplasty lipo liposuction chirurgie lifting operacion cirugia".split())
_EITHER = frozenset("or vs versus ou o".split())
_RIGHT_BEHIND = 2  # words: "after surgery", "had surgery"
_NEAR = 4  # words: "or a year of tretinoin"
_IN_USE = frozenset("use uses used using been already still started currently nightly every nights night while after since before stop stopped pause off prescribed taking take utilise utilisant mets deja encore apres avant uso usando pongo llevo ya despues antes".split())
_MINE = frozenset("my on with mi mon ma con avec sous".split())


def _fine_needle(match: Match, text: Sequence[str]) -> bool:
    """"Insulin needles" are a size of needle, and nobody's diabetes."""
    return match.owner == "condition:diabetes" and text[match.start] == "insulin" and text[match.end : match.end + 1] != [] and text[match.end] in _NEEDLE


_NEEDLE = frozenset("needle needles syringe syringes pin pins".split())

# Illnesses, medicines and times of life under which silence of the rules is no comfort.
SERIOUS = frozenset({
    "autoimmune", "diabetes", "immunosuppression", "anticoagulant", "cancer_history", "cancer_treatment_now", "neuromuscular_disease", "pacemaker_or_implant",
    "heart_kidney_liver_disease", "epilepsy", "photosensitising_medicine", "bleeding_disorder", "clotting_risk", "isotretinoin_now", "isotretinoin_recent", "pregnancy",
    "nursing", "trying_to_conceive", "keloid", "vitiligo", "psoriasis", "lichen_planus", "retinal_disease", "transplant", "lupus", "numb_feet", "cold_disease", "tattoo_in_area", "metal_implant_in_area", "connective_tissue",
    "heart_vessel_disease", "kidney_disease", "liver_disease", "nerve_disease", "light_disease", "worn_device", "surgery_soon",
    "chemo_now", "diabetes_unsteady", "diabetes_steady", "glaucoma_medicine", "hiv", "hepatitis", "intimate_site", "eaten", "hernia", "blistering_skin", "lymphoedema", "sickle_cell", "cancer_hormone_tablets",
    "paper_skin", "cannot_decide", "support_to_decide", "intoxicated", "eating_disorder", "body_dysmorphia", "no_feeling", "infection_elsewhere", "irradiated_skin", "lung_disease", "pressure_too_high", "inr_too_high", "hiv_not_held", "stoma",
    "stroke_lately", "hereditary_angioedema", "dialysis_fistula", "vein_line", "neutropenia",
})


def _planned(match: Match, text: Sequence[str]) -> bool:
    """"Got laser booked on Thursday", "cita para el relleno" is still to come; the yesterday of "found out yesterday" dates no treatment."""
    if match.owner == "condition:recent_eye_surgery" and {"ago", "yesterday"} & set(text[match.start : match.end]):
        return False  # "lasik 5 days ago, lash lift tomorrow"
    asked = text[match.end - 2] in {"is", "are", "does", "do", "can", "will", "would", "about"} or of_something_else(match, text) or leave_stands_between(match, text)  # "had melanoma, is IPL ok"
    return asked or bool(_TO_COME & set(text[max(0, match.start - 3) : match.end + 4])) or bool({("found", "out")} & set(pairwise(text[match.start : match.end]))) or any(a == "this" and b in WEEKDAYS for a, b in pairwise(text[match.start : match.end + 2]))


WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo".split())
_TO_COME = frozenset("booked book booking scheduled appointment upcoming tomorrow tmrw next cita rdv reservado reservada".split())

_SINCE = frozenset("ago after post postop postpartum of since on into later in out from between old pp".split())


_JOINED_WEEKS = re.compile(r"(\d{1,2})(weeks|wks|wk|w)")


def _is_weeks(sentence: Sequence[str]) -> bool:
    """A sentence of nothing but "32 wks"."""
    said = [*(m.groups() if len(sentence) == 1 and (m := _JOINED_WEEKS.fullmatch(sentence[0])) else sentence)]
    return len(said) == 2 and said[0].isdigit() and 4 <= int(said[0]) <= 42 and said[1] in {"weeks", "wks", "wk", "w"}


def _weeks_gone(text: Sequence[str]) -> bool:
    """"22 weeks. Can I have ..." opens as only a pregnant person does, or "I'm 30 weeks"."""
    alone = any(_is_weeks(text[first + 1 : last]) for first, last in pairwise([-1, *(n for n, w in enumerate([*text, END]) if w == END)]))
    if alone:
        return True
    if _BEARING & set(text) and any(_weeks_said(text, place) for place in range(len(text))):
        return True  # "itching palms at night, 34 weeks"
    if _OPENS.fullmatch(" ".join(text[:1])) and not _WATTS & set(text[1:3]) and not set(text[1:2]) & _SINCE:
        return True  # "32w, peels?"
    place = next((n + 1 for n, w in enumerate(text[:-1]) if w == "im"), 2 if list(text[:2]) == ["i", "am"] else 0)
    joined = _JOINED_WEEKS.fullmatch(text[place]) if place < len(text) else None
    number, unit, after = [*joined.groups(), *text[place + 1 : place + 2], ""][:3] if joined else [*text[place : place + 3], "", "", ""][:3]
    return number.isdigit() and 4 <= int(number) <= 42 and unit in {"weeks", "wks", "wk"} and after not in _SINCE


_OPENS = re.compile(r"(?:[5-9]|[123]\d|4[0-2])w")
_WATTS = frozenset("laser led lamp diode watt watts ipl light bulb device jeans waist".split())

# What beside "34 weeks" tells of a pregnancy, and what before it tells of something else.
_BEARING = frozenset("palms soles heartburn kicking kicks kicked midwife trimester antenatal contractions scan ultrasound bump belly heartbeat sage-femme matrona".split())
_BORN = frozenset("born newborn nee ne nacio nacida nacido".split())  # the weeks are the baby's
_SPAN = frozenset("for in after every last about past over took of used using since within next another than least each".split())


def _weeks_said(text: Sequence[str], place: int) -> bool:
    joined = _JOINED_WEEKS.fullmatch(text[place])
    number, unit, after = [*joined.groups(), *text[place + 1 : place + 2], ""][:3] if joined else [*text[place : place + 3], "", "", ""][:3]
    counted = number.isdigit() and 6 <= int(number) <= 42 and unit in {"weeks", "wks", "wk"} and not _BORN & set(text)
    return counted and after not in _SINCE | {"now", "no", "still"} and not _SPAN & set(text[max(0, place - 2) : place])


def _wished_for(match: Match, conditions: Sequence[Match]) -> bool:
    """A pregnancy inside words of wishing for one is still to come: "planning to get pregnant"."""
    return match.owner == "condition:pregnancy" and any(
        wish.owner == "condition:trying_to_conceive" and wish.start <= match.start and match.end <= wish.end for wish in conditions
    )


def _of_anybody(match: Match, text: Sequence[str]) -> bool:
    """"I thought you have to be pregnant for that": said of people at large."""
    before = words_before(match, text, 6)
    return match.owner == "condition:pregnancy" and before[-2:] == ["to", "be"] and bool({"you", "people", "women"} & set(before))


def _hers_and_not_mine(match: Match, conditions: Sequence[Match], text: Sequence[str]) -> bool:
    """"She's 14 weeks pregnant, I'm not": a pregnancy told of her, where the asker denies one."""
    hers = match.owner == "condition:pregnancy" and bool({"shes", "she", "sister", "friend"} & {*words_before(match, text, 5), *text[match.start : match.end]})
    return hers and any(m.owner == match.owner and m is not match and denied(m, text) and {"im", "i"} & set(words_before(m, text, 4)) for m in conditions)


def _only_in_the_family(match: Match, conditions: Sequence[Match], text: Sequence[str]) -> bool:
    """"My nan had it, does it count if it is only in the family": an illness of kin that is named again; keloids of kin do count."""
    kin = match.owner != "condition:keloid" and bool({"family", "inherited", "hereditary", "genetic"} & set(text))
    return kin and any(m.owner == match.owner and somebody_elses(m, text) for m in conditions)


def read_person(text: Sequence[str], conditions: Sequence[Match], profile: Person | None = None, *, set_off_age: int | None = None, this_year: int | None = None) -> Person:
    """Return the person a text speaks of.

    Args:
        text: plain words with sentence ends.
        conditions: matches owned by `condition:ID`.
        profile: what is known of the person beside the text; the text adds to it.
        set_off_age: a number set off as ages are, used when the words tell none.
        this_year: the year in which it is asked.
    """
    other = about_someone_else(text)
    conditions = [m for m in conditions if not (m.owner == "condition:minor" and only_the_day(text, match=m))]
    named, refused = _told(text, conditions, about_other=other, this_year=this_year)
    age = age_of(text, about_other=other, this_year=this_year) or set_off_age or (profile.age if profile else None)
    named += ["pregnancy"] if _weeks_gone(text) else []
    small = small_one(text) if (age is None or age < 5) and not (_weeks_gone(text) and {"im", "am"} & set(text)) else None
    if small is not None:
        named = [c for c in named if c not in {"pregnancy", "nursing", "trying_to_conceive"} or c in {m.owner.partition(":")[2] for m in conditions if not _of_a_baby(m, text)}]
        named += [*(["infant"] if small == "infant" else ["child"]), "minor", "under_22"]
    if _not_hers(text):
        named = [c for c in named if c not in {"pregnancy", "trying_to_conceive"}]
    named = ["cancer_long_over" if c == "cancer_history" and long_cured(text, named, this_year) else c for c in named]
    named += list(profile.conditions) if profile else []
    spotty = "acne" in named or bool(_SPOTTY & set(text))
    named += [c for c, holds in by_age(age).items() if holds and not (c == "teen_without_spots" and spotty)]
    if age is not None and age >= 18:
        named = [c for c in named if c not in {"minor", "child"}]
    skin = next((_SKIN[w] for w, n in pairwise(text) if w in _SKIN and n.startswith("skin")), None)
    return Person(
        age=age, sex=_sex(text, named) or (profile.sex if profile else None),
        skin_type=skin or (profile.skin_type if profile else None),  # type: ignore[arg-type]
        country=profile.country if profile else None, conditions=tuple(dict.fromkeys(_settle(named))),
        denied=tuple(dict.fromkeys(c for c in (*refused, *(profile.denied if profile else ())) if c not in named)), about_someone_else=other or bool(profile and profile.about_someone_else),
        budget=_budget(text) or (profile.budget if profile else None), needles_unwanted=bool(profile and profile.needles_unwanted) or _shuns_needles(text),
    )


# Courses that end: what somebody is who had one long ago.
_COURSES = {"isotretinoin_now": "isotretinoin_past", "isotretinoin_recent": "isotretinoin_past", "cancer_treatment_now": "cancer_history", "chemo_now": "cancer_history"}
# What is told as ended: what it is where that is denied.
_GOES_ON = {"isotretinoin_recent": "isotretinoin_now", "pacemaker_removed": "pacemaker_or_implant"}
_ONGOING = frozenset("now still since again restarted currently daily every".split())
_HALF_A_YEAR = 6  # months


def _long_ago(match: Match, text: Sequence[str], this_year: int | None) -> bool:
    """"Took Roaccutane 30 years ago", "radiotherapy in 2019", "finished Accutane 8 months ago": a course that ended half a year ago or more, or began two years ago or more."""
    condition = match.owner.removeprefix("condition:")
    near = text[max(0, match.start - 4) : match.end + 8]
    if condition not in _COURSES or _ONGOING & set(text[max(0, match.start - 2) : match.end + 2]):
        return False
    spans = list(zip(near, near[1:], near[2:], strict=False))
    years = any(c in {"ago", "off"} and b in {"years", "yrs"} and a not in {"1", "one"} for a, b, c in spans)
    months = condition == "isotretinoin_recent" and any(c in {"ago", "off"} and ((b in {"months", "mths"} and a.isdigit() and int(a) >= _HALF_A_YEAR) or (b == "year" and a in {"a", "1", "one"})) for a, b, c in spans)
    dated = this_year is not None and any(a in {"in", "en"} and b.isdigit() and 1980 <= int(b) <= this_year - 2 for a, b in pairwise(near))
    return years or months or dated or _years_back(condition, near) or when_young(match, text)


_GOES_ON_STILL = frozenset("prends prend tomo encore toujours sigo todavia commence empece empeze".split())


def _years_back(condition: str, near: Sequence[str]) -> bool:
    """"Roaccutane fini il y a 5 ans", "terminé el Roacután hace 5 años"; "depuis 5 ans" only of what has ended."""
    spans = zip(near, near[1:], near[2:], strict=False)
    back = {"a", "hace", "depuis", "desde"} if condition == "isotretinoin_recent" else {"a", "hace"}
    return not _GOES_ON_STILL & set(near) and any(a in back and b.isdigit() and int(b) > 1 and c in {"ans", "anos"} for a, b, c in spans)


def _told(text: Sequence[str], conditions: Sequence[Match], *, about_other: bool, this_year: int | None) -> tuple[list[str], list[str]]:
    """The conditions that are told of the person, and those that are denied."""
    named: list[str] = []
    refused: list[str] = []
    long_ago: set[str] = set()
    for match in conditions:
        condition = match.owner.partition(":")[2]
        if _likened(match, text) or _of_a_nurse(match, text) or _told_apart(match, text) or _fine_needle(match, text) or _option(match, text) or ink_to_come(match, text) or of_far_ink(match, text) or _of_a_unit(match, text) or (condition.startswith("recent_") and _planned(match, text)) or (condition == "recent_peel" and _flaking(match, text)):
            continue
        if condition == "minor" and match.start and text[match.start - 1] in {"since", "from"}:
            continue  # "used it since my teens"
        goes_on = never_ended(match, text)
        if condition in _GOES_ON and (goes_on or never_out(match, text)):
            named.append(_GOES_ON[condition])
            continue
        if _long_ago(match, text, this_year) and not denied(match, text) and (about_other or not somebody_elses(match, text)):
            long_ago.add(condition)
            named.append(_COURSES[condition])
            continue
        if (not goes_on and (not_so(match, conditions, text, SERIOUS | {"eczema", "rosacea"}) or over(match, text))) or of_nobody(match, text) or _wished_for(match, conditions) or _of_anybody(match, text) or supposed(match, text) or _hers_and_not_mine(match, conditions, text) or _only_in_the_family(match, conditions, text):
            continue
        if denied(match, text):
            refused.append(condition)
        elif about_other or not somebody_elses(match, text) or so_of_me(match, text) or _injects(match, text) or _in_the_family(match, text):
            named.append(condition)
    return [c for c in named if not (long_ago and _COURSES.get(c) in {_COURSES[d] for d in long_ago})], refused


_SCHOOLED = frozenset("student students school degree college course diploma homes assistant lecturer graduate".split())


def _of_a_nurse(match: Match, text: Sequence[str]) -> bool:
    """"Nursing student here": learns to care for the ill, and gives no milk."""
    return match.owner == "condition:nursing" and list(text[match.end - 1 : match.end]) == ["nursing"] and bool(_SCHOOLED & set(text[match.end : match.end + 1]))


_APART = frozenset("tell distinguish differentiate difference distinguer distinguir diferenciar".split())
_FROM = frozenset("from between apart vs versus entre de".split())


def _told_apart(match: Match, text: Sequence[str]) -> bool:
    """"How do doctors tell melanoma from a seb k": two growths are to be told apart, and nobody is told to have one."""
    asked = bool(_APART & set(text)) and bool(_FROM & set(text))
    return match.owner in {"condition:melanoma_risk", "condition:cancer_history"} and asked and not {"i", "im", "ive", "my", "had", "mum", "dad", "j", "mon", "ma", "mi", "tengo"} & set(text)


def _of_a_baby(match: Match, text: Sequence[str]) -> bool:
    """"Feeding my 6 month old", "safe for my baby": words about a baby that tell of no pregnancy or milk where the baby itself is to be treated."""
    inside = " ".join(text[match.start : match.end])
    return not any(sign in inside for sign in ("pregn", "breast", "nurs", "lactat", "trimester", "expecting", "embaraz", "enceinte", "allait", "lactan"))


_KIN = frozenset("mother mothers mum mums mom moms father fathers dad dads sister sisters brother brothers parents gran grandmother grandma family mere pere soeur frere madre padre hermana hermano familia famille".split())


def _in_the_family(match: Match, text: Sequence[str]) -> bool:
    """Keloids of near kin count, as the rule on them says, unless the asker's own skin is said to heal well: "my mother gets keloids"."""
    return match.owner in {"condition:keloid", "condition:melanoma_risk"} and bool(_KIN & set(text[max(0, match.start - 4) : match.end])) and not {"never", "mine", "flat", "jamais", "nunca"} & set(text)


def _injects(match: Match, text: Sequence[str]) -> bool:
    """"My sister injects herself, how do I do it": no harm is less for being somebody else's."""
    shared = match.owner in {"condition:borrowed_medicine", "condition:leftover_medicine"}  # "my nan uses a tub from the 1990s"
    return shared or match.owner.removeprefix("condition:") in _PLANS or (match.owner == "condition:self_treating" and any(word.startswith("inject") for word in text[match.start : match.end]))


# What is planned, whoever does it too: "my mates do whole body cryotherapy, should I join".
_PLANS = frozenset({"foot_acid_or_blade", "whole_body_heat", "whole_body_cold", "ozone_gas", "hormone_like_cream", "plant_hormone_cream", "eye_area_plan", "on_breast_implant"})


_UNITS = frozenset({"ms", "mg"})


def _of_a_unit(match: Match, text: Sequence[str]) -> bool:
    """"A 20 ms pulse", "20 mg for acne": a measure, and neither multiple sclerosis nor myasthenia."""
    said = [place for place in range(match.start, min(match.end, len(text))) if text[place] in _UNITS]
    return match.owner in _UNIT_ILLS and bool(said) and all(place and text[place - 1][0].isdigit() for place in said)


_UNIT_ILLS = frozenset({"condition:nerve_disease", "condition:autoimmune", "condition:neuromuscular_disease"})


_SPOTTY = frozenset("spots spot spotty blackheads blackhead bumps bumpy boutons granos sweat sweaty sweats sweating hyperhidrosis wart warts transpiration sudor sudan".split())  # a child's spots are acne


def _settle(named: list[str]) -> list[str]:
    """A narrower fact replaces the wider one that its words also match."""
    for narrow, wide in (("isotretinoin_recent", "isotretinoin_now"), ("cold_sore_active", "cold_sore_history"), ("cancer_treatment_now", "cancer_history"), ("eczema_calm", "eczema"), ("eczema_elsewhere", "eczema"), ("surgery_soon", "metal_elsewhere"), ("diabetes_steady", "diabetes"), ("pacemaker_removed", "pacemaker_or_implant")):
        if narrow in named:
            named = [c for c in named if c != wide]
    return named


_MALE_AGE = re.compile(r"[1-7]\dm")
_WIVES, _HUSBANDS = frozenset("wife girlfriend gf fiancee missus".split()), frozenset("husband hubby boyfriend partner bf".split())
_ASKER, _HE = frozenset("i im ive we me my".split()), frozenset("i im ive me husband male".split())
_USES = frozenset("use uses using take takes taking apply applies one".split())
_ABOUT_HIM = {("does", "he"), ("should", "he"), ("can", "he"), ("must", "he"), ("he", "need"), ("he", "needs")}
_ABOUT_ME = {("can", "i"), ("should", "i"), ("may", "i"), ("could", "i"), ("do", "i"), ("i", "use"), ("i", "take"), ("i", "am"), ("me", "too")}


def _not_hers(text: Sequence[str]) -> bool:
    """"My wife is 8 weeks pregnant, I use tretinoin", "my husband uses tretinoin, does he need to stop before we try": who carries the child does not use it.

    Only where the words say so of both: whoever is with child and asks about her own use is believed before anybody.
    """
    pairs = set(pairwise(text))
    if {("its", "me"), ("not", "her")} <= pairs or {("its", "me"), ("not", "hers")} <= pairs:
        return bool(_WIVES & set(text))  # "my wife is 11 weeks, it's ME on tretinoin, not her"
    he_uses = any(word in _HUSBANDS and text[place + 1] in _USES for place, word in enumerate(text[:-1]))
    if he_uses and pairs & _ABOUT_HIM and not pairs & _ABOUT_ME:
        return True
    if _WIVES & set(text) and any(_MALE_AGE.fullmatch(word) for word in text) and any(_expects(text[place + 1 : place + 8]) for place, word in enumerate(text) if word in _WIVES):
        return True  # "34m, my wife and I start trying"
    bears = any(word in {"i", "im"} and _expects(text[place + 1 : place + 4]) for place, word in enumerate(text))
    return not bears and any(word in _WIVES and _expecting(text, place) for place, word in enumerate(text)) and any(word in _HE and _USES & set(text[place + 1 : place + 4]) for place, word in enumerate(text))


def _expecting(text: Sequence[str], wife: int) -> bool:
    """Whether it is she who expects or tries: "my wife is 8 weeks pregnant", "a baby with my wife"."""
    ahead = text[wife + 1 : wife + 8]
    own = next((n for n, word in enumerate(ahead) if word in _ASKER), len(ahead))
    return _expects(ahead[:own]) or (bool({"with", "w"} & set(text[max(0, wife - 3) : wife])) and "baby" in text[max(0, wife - 6) : wife])


def _expects(words: Sequence[str]) -> bool:
    return any(word.startswith(("pregnan", "expecting")) or word in {"trying", "ttc", "ivf"} for word in words)


_NEEDLES = frozenset("needle needles injection injections injectables jabs jab agujas aiguilles inyecciones piqures".split())
_SHUNNING = frozenset("no without not hate hates afraid scared fear phobic phobia terrified against dont avoid natural naturally sans sin pas miedo peur".split())


def _shuns_needles(text: Sequence[str]) -> bool:
    """"No needles", "not into needles", "scared of injections"."""
    return any(word in _NEEDLES and _SHUNNING & set(text[max(0, place - 3) : place]) for place, word in enumerate(text)) or ("phobia" in text[1:] and bool(_NEEDLES & set(text)))


def _sex(text: Sequence[str], named: Sequence[str]) -> Literal["female", "male"] | None:
    if {"pregnancy", "nursing", "trying_to_conceive"} & set(named) or {"woman", "female", "girl", "lady", "menopause", "mujer", "femme"} & set(text):
        return "female"
    return "male" if {"male", "guy", "dude", "hombre", "homme"} & set(text) else None


def _budget(text: Sequence[str]) -> float | None:
    prices = [float(w[1:]) for w in text if w[0] in "$£€₹" and w[1:].replace(".", "", 1).isdigit()]
    prices += [float(w) for w, n in pairwise(text) if w.replace(".", "", 1).isdigit() and n in _MONEY]
    return max(prices) if prices else None


_MONEY = frozenset("euro euros dollars dollar bucks pounds quid usd gbp eur".split())
