"""What words seem to tell of a person and do not: something else was had, it is only asked for, or it lies years back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from skinproof.catalogue.pattern import Match, sentence_of, words_before
from skinproof.catalogue.text import END
from skinproof.question.age import age_of

_FINE = frozenset("ok okay safe fine alright allowed possible".split())
_DATED = frozenset("ago now".split())
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")


def of_something_else(match: Match, text: Sequence[str]) -> bool:
    """"Had covid two years ago, filler ok?", "radiotherapy in 2015, laser there?": the time stands between, and what was had is something else."""
    inside = text[match.start + 1 : match.end - 1]
    dated = bool(_DATED & set(inside)) or any(a == "in" and _YEAR.fullmatch(b) for a, b in pairwise(inside)) or _another_course(match, text) or yesterday_before(text[match.start + 1 : match.end - 1])
    if text[match.start] == "since" and set(inside[:3]) & _COURSE_WORDS:
        return True  # "since my stroke, neck botox?"
    if text[match.start] == "since" and inside and _YEAR.fullmatch(inside[0]) and not _HAVING & set(inside):
        return True  # "myasthenia since 2015, botox ok?"
    had = text[match.start] in {"had", "got", "did", "have"}
    return had and not _DONE_TO_IT & set(inside) and (dated or (bool(_FINE & set(text[match.end : match.end + 1])) and bool(set(inside) & _COURSE_WORDS)))


_LEAVE = frozenset({("can", "i"), ("may", "i"), ("could", "i"), ("should", "i"), ("shall", "i"), ("is", "it"), ("can", "she"), ("can", "he"), ("may", "she"), ("may", "he"), ("should", "she"), ("should", "he"), ("puis", "je"), ("peux", "je"), ("je", "peux"), ("je", "fais"), ("me", "hago"), ("peut", "elle"), ("peut", "il"), ("elle", "peut"), ("il", "peut"), ("puede", "ponerse"), ("puede", "hacerse")})
_LASTING = frozenset("mois ans semaines semaine jours annees meses anos semanas dias".split())


def leave_stands_between(match: Match, text: Sequence[str]) -> bool:
    """"Flaring since Easter, may I get filler", "me hice la cera, ¿puedo ir al láser", "depuis huit mois, laser": what comes last is only asked for."""
    inside = text[match.start : match.end]
    lasting = inside[0] in {"depuis", "desde", "il", "hace"} and bool(_LASTING & set(inside[1:-1]))
    return bool(_LEAVE & set(pairwise(inside[:-1]))) or "puedo" in inside[1:-1] or (lasting and inside[-1] not in _LASTING and inside[0] == "depuis")


def _another_course(match: Match, text: Sequence[str]) -> bool:
    """"Got my covid jab yesterday, filler today", "had Guillain Barré after flu, botox?", "chickenpox as a kid, IPL ok": an illness or jab stands first, then a time or the end."""
    inside = text[match.start + 1 : match.end]
    place = next((n for n, word in enumerate(inside) if word in _COURSE_WORDS), None)
    if place is None or {"from", "of"} & set(inside[:place]):
        return False
    timed = bool(_WHEN & set(inside[place:]) or _YOUNG & set(pairwise(inside[place:])))
    return timed or match.end >= len(text) or text[match.end] == END


def yesterday_before(between: Sequence[str]) -> bool:
    """"Had botox yesterday, HydraFacial today": of the words from "had" to a name, a yesterday stands behind one thing and before the next."""
    place = next((n for n, word in enumerate(between) if word == "yesterday"), None)
    return place is not None and place > 0 and not {"and", "then", "plus", "with", "n"} & set(between[place:])


_WHEN = frozenset("yesterday today morning week weeks month months day days year years last monday tuesday wednesday thursday friday saturday sunday".split())
_YOUNG = frozenset({("a", "kid"), ("a", "child"), ("a", "teen"), ("a", "teenager"), ("a", "baby"), ("in", "childhood")})
_HAVING = frozenset("had have having get getting got using use used did doing done been".split())
_DONE_TO_IT = frozenset("it them this that mine these done lips cheeks injected treatment appointment session".split())
_COURSE_WORDS = frozenset(
    "covid flu shingles surgery operation baby stroke cancer chemo radiotherapy chickenpox measles mumps jab vaccine vaccination guillain palsy meningitis seizure seizures pneumonia hepatitis melanoma "
    "sinus sinusitis".split()
)


_HELD = frozenset("my the on of with and after since during pre post no off from taking take takes while despite".split())
_ASKING_FOR = frozenset("start starting restart begin try go going get getting put be".split())
_LEAVE_BEFORE = frozenset("is are can should could may would ok okay".split())
_TAKING = frozenset("on taking take takes using started been was".split())


def only_asked_for(match: Match, text: Sequence[str]) -> bool:
    """"High triglycerides, is Accutane ok", "can I start isotretinoin": asked for, and not taken yet."""
    if match.owner != "condition:isotretinoin_now" or set(text[match.start : match.end - 1]) & (_TAKING - {"take", "on"}):
        return False
    before = words_before(match, text, 4)
    start = text[match.start]
    leave = bool(_LEAVE_BEFORE & set(before))
    alone = match.end - match.start == 1 and [*text, END][match.end] == END and before != [] and before[-1] not in _HELD
    asked = alone or (before[-1:] in (["is"], ["are"]) and bool(_FINE & set(text[match.end : match.end + 1]))) or (leave and (bool(_ASKING_FOR & set(before)) or start == "take" or before[-1:] == ["take"]))
    return asked and not {"while", "still", "already"} & set(before)


_TESTS = frozenset("test tests prueba pruebas".split())
_FOUND = frozenset("positive positif positifs positivo positiva faint pink".split())
_AGAIN_AND_AGAIN = frozenset("every each monthly month have need needs must do chaque mois cada mes avec con with tests pruebas obligatoire".split())


def of_tests(match: Match, text: Sequence[str]) -> bool:
    """"Tablets where you have to do pregnancy tests", "con prueba de embarazo cada mes": a test that is asked for tells of no pregnancy."""
    named = match.owner in {"condition:pregnancy", "sign:pregnant"} and bool({"pregnancy", "grossesse", "embarazo"} & set(text[match.start : match.end]))
    beside = bool(_TESTS & {*text[max(0, match.start - 2) : match.start], *text[match.start : match.end + 1]})
    return named and beside and not _FOUND & set(text) and bool(_AGAIN_AND_AGAIN & set(text[max(0, match.start - 5) : match.end + 4]))


_CLEARED = frozenset("remission clear".split())
_OF_CANCER = re.compile(r"cancer|melanoma|chemo|tumou?r|lymphoma|leuk|carcinoma|radiotherapy|mastectomy|oncolog|sarcoma|myeloma")


def of_other_illness(match: Match, conditions: Sequence[Match], text: Sequence[str], ills: AbstractSet[str]) -> bool:
    """"Myasthenia in remission", "stopped the thinner, all clear": of the illness that is named, where no word tells of cancer."""
    inside = set(text[match.start : match.end])
    other = any(m.owner.removeprefix("condition:") in ills and m.owner not in {"condition:cancer_history", "condition:melanoma_risk"} for m in conditions)
    return match.owner == "condition:cancer_history" and bool(_CLEARED & inside) and other and not any(_OF_CANCER.match(word) for word in text)


_MARKS = frozenset(
    "scar scars scarring scarred spot spots mark marks craters pits pitted pigment pigmentation hyperpigmentation stain stains discoloration patches redness "
    "cicatrice cicatrices tache taches marque marques cicatriz mancha manchas marca marcas".split()
)
_LEFT_BY = frozenset("from of by after post old past apres de del par tras despues".split())
_BESIDE = frozenset("and plus with but et y avec con".split())
_STILL_SPOTTY = frozenset("still active now currently again flaring flare breakouts breaking encore todavia".split())
_OF_ACNE = frozenset({"condition:acne", "condition:inflamed_acne", "goal:acne_goal"})


def left_marks(match: Match, text: Sequence[str]) -> bool:
    """"Deep ice pick scars from cystic acne", "brown spots after acne": the acne left them; it is not told as there now, and not what is to be treated."""
    before = words_before(match, text, 6)
    place = next((n for n, word in enumerate(before) if word in _MARKS), len(before))
    left = next((n for n, word in enumerate(before) if n > place and word in _LEFT_BY), None)
    return match.owner in _OF_ACNE and left is not None and not _BESIDE & set(before[left:]) and not _STILL_SPOTTY & set(sentence_of(match, text))


_AGES = frozenset("years yrs decades".split())


def years_behind(match: Match, text: Sequence[str]) -> bool:
    """"Surgery was 5 years ago", "had a peel two years ago": not long ago no longer."""
    near = text[match.start : match.end + (6 if match.owner == "condition:recent_surgery" else 3)]
    near = near[: near.index(END)] if END in near else near
    years = any(unit in _AGES and ago in {"ago", "back"} for unit, ago in pairwise(near))
    return match.owner.startswith("condition:recent_") and (years or _half_a_year(near))


def _half_a_year(near: Sequence[str]) -> bool:
    """"Eight months ago", "a year ago"."""
    spans = zip(near, near[1:], near[2:], strict=False)
    return any(c in {"ago", "back"} and ((b in {"months", "mths"} and a.isdigit() and int(a) >= _HALF) or (b == "year" and a in {"a", "1", "one"})) for a, b, c in spans)


_HALF = 6  # months


_YOUTH = frozenset({("a", "teen"), ("a", "teenager"), ("my", "teens"), ("at", "school"), ("in", "school"), ("at", "uni"), ("my", "twenties"), ("my", "20s")})
_PAST = frozenset("was took had were did used finished".split())


def when_young(match: Match, text: Sequence[str]) -> bool:
    """"I was on Accutane as a teen, now 35": a course of another age of life."""
    near = text[max(0, match.start - 3) : match.end + 5]
    near = near[: near.index(END)] if END in near[match.end - max(0, match.start - 3) :] and END in near else near
    age = None if {"again", "still", "currently"} & set(text) else age_of(text)
    return bool(_PAST & set(near)) and bool(_YOUTH & set(pairwise(near))) and age is not None and age >= _GROWN


_GROWN = 25


def not_so(match: Match, conditions: Sequence[Match], text: Sequence[str], ills: AbstractSet[str]) -> bool:
    """Tell whether what the words name is not so of the person: only asked for, tested for, what left scars, of another illness, or years back.

    Args:
        match: the match.
        conditions: all that were found.
        text: the words that they were found in.
        ills: the illnesses that a remission may be of.
    """
    return only_asked_for(match, text) or left_marks(match, text) or of_tests(match, text) or of_other_illness(match, conditions, text, ills) or years_behind(match, text)
