"""Which harm a question asks after ("can filler make me go blind"), and the note of the treatment's record that tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from skinproof.catalogue.text import words
from skinproof.catalogue.treatment import Treatment
from skinproof.question.case import Case
from skinproof.question.heard_of import real_of_another
from skinproof.question.not_yet import fears_marks

# By the stem of a word of the question, the stems that a note of harm may hold.
_STEMS = {
    "blind": ("blind", "sight"), "aveugl": ("blind", "sight"), "cieg": ("blind", "sight"), "droop": ("droop",), "paupier": ("droop",), "parpado": ("droop",), "burn": ("burn",), "brul": ("burn",), "quem": ("burn",),
    "blister": ("blister", "burn"), "cloque": ("blister", "burn"), "ampolla": ("blister", "burn"), "scar": ("scar",), "cicatri": ("scar",), "tram": ("tram",), "lump": ("lump", "granuloma", "nodule"), "bump": ("lump", "bump", "granuloma"),
    "nodul": ("lump", "nodule", "granuloma"), "boule": ("lump", "granuloma"), "bosse": ("lump", "granuloma"), "bulto": ("lump", "granuloma"), "dark": ("dark", "colour"), "fonce": ("dark", "colour"), "oscur": ("dark", "colour"),
    "pale": ("pale", "lighter", "colour"), "white": ("pale", "lighter", "white"), "numb": ("nerve", "numb"), "paraly": ("nerve", "weakness"), "nerve": ("nerve",), "infect": ("infect", "bacteria", "herpes"), "allerg": ("allerg",),
    "rash": ("rash", "allerg", "red"), "melt": ("fat",), "hollow": ("fat", "hollow"), "hund": ("fat", "hollow"), "mark": ("dark", "colour"), "brown": ("dark", "colour"), "hyperpig": ("dark", "colour"), "tache": ("dark", "colour"), "mancha": ("dark", "colour"), "creus": ("fat", "hollow"), "dent": ("fat", "dent"), "stroke": ("stroke",), "brain": ("stroke",), "necrosis": ("kill", "dead"), "necros": ("kill", "dead"), "kill": ("kill", "fatal"), "hiv": ("hiv",),
    "swell": ("swell",), "bruis": ("bruis",), "peel": ("peel", "skin reaction"), "redness": ("red",), "poison": ("poison",), "cancer": ("cancer",), "hairier": ("more hair",),
}
_MAKES = frozenset(
    "make makes give gives cause causes leave leaves turn turns lead trigger blind burn burns blister blisters melt melts kill kills damage scar go get paralyse paralyze infect faire causer provoquer laisser donner bruler rendre "
    "hacer hacerme causar provocar dejar dejarme dar darme quemar quemarme quedar quedarme salir salirme manchar mancharme".split()
)
_MAY = frozenset("can could will would might may does do peut peuvent pourrait va puede pueden podria van".split())
_GAIN = frozenset("prevent prevents preventing protect protects against lower lowers off stretch remove removes fade fades treat treats help helps rid improve improves fix fixes clear clears cure cures reduce reduces lighten lightens away hide heal smooth enlever effacer attenuer quitar borrar eliminar tratar mejorar aclarar".split())
_BODY = frozenset("me my people brain body skin face lip lips eye eyes eyelid eyelids blind nose cheek cheeks hair nerve nerves peau visage levres oeil yeux paupiere aveugle piel cara labios ojo ojos parpado ciego ciega mi".split())
_HOW_OFTEN = frozenset({("how", "often"), ("how", "common"), ("how", "likely"), ("how", "rare"), ("how", "high"), ("is", "there")})
_CLAIMED = frozenset("swears reckons claims insists".split())
_LEAVE = frozenset("ok okay safe".split())
_FEARS = frozenset("terrified scared afraid frightened petrified peur miedo".split())  # "I'm terrified of going blind with the filler"
_BEFALLS = frozenset("die dies rot spread spreads travel travels migrate migrates lose losing risk chance cancer".split())
_ON_THE_SKIN = ("sepsis", "septic", "poisoning", "blind", "cancer", "stroke", "necros", "aveugl", "cieg", "rash", "hives", "blister", "redness")  # what needs no word of the body beside it
_HAPPENED = frozenset({"had_it", "harm_told", "all_had", "already_done"})


def harm_asked_after(case: Case, treatments: Iterable[Treatment]) -> tuple[str, str] | None:
    """Return the fact and the text that tell of the harm asked after; two empty texts where none does; None where no harm is asked after.

    Args:
        case: what was understood.
        treatments: what it asks about.
    """
    said = words(case.question)
    named = list(treatments)
    told = [sign for sign in case.signs if not (_worst(said) and sign.startswith("named_"))]
    if ruin_feared(said) and not (_HAPPENED & set(case.concerns) or case.past or told) and {p.kind for p in case.parts} <= _PLAIN_KINDS:
        return next(((f"treatment:{t.id}#harms.0", t.harms[0].text) for t in named if t.harms), ("", "")) if named else None
    stems = _asked(said)
    if not stems and named and named[0].harms and _at_large(said, case):
        return f"treatment:{named[0].id}#harms.0", named[0].harms[0].text
    if not stems or not named:
        return None
    another = real_of_another(said) or fears_marks(said)
    if not another and (_HAPPENED & set(case.concerns) or case.days or case.past or not {p.kind for p in case.parts} <= {"does_it_work", "safe_for_me"}):
        return None
    for treatment in named:
        for place, note in enumerate(treatment.harms):
            if any(stem in note.text.casefold() for stem in stems):
                return f"treatment:{treatment.id}#harms.{place}", note.text
    return None if another else ("", "")


_DANGERS = frozenset("risks dangers dangerous harmful risques dangereux dangereuse dangers riesgos peligroso peligrosa peligros".split())
_FOR_YOU = frozenset({("bad", "for", "you"), ("bad", "for", "skin"), ("bad", "for", "your")})


def _at_large(said: Sequence[str], case: Case) -> bool:
    """Whether the risks of one thing are asked after by somebody who tells nothing of themselves: "vampire facial risks", "is IPL dangerous"."""
    asked = bool(_DANGERS & set(said)) or any(three in _FOR_YOU for three in zip(said, said[1:], said[2:], strict=False))
    alone = (len(case.treatments) == 1 or "one_name" in case.concerns) and not (case.person.conditions or case.person.age or case.everyday or set(case.asks) - {"dangerous"} or case.history or case.premises)
    return asked and alone and not _MENDS & set(said) and not (_HAPPENED & set(case.concerns) or case.past or case.days) and {p.kind for p in case.parts} <= {"safe_for_me", "does_it_work"}


_PLAIN_KINDS = {"does_it_work", "timing", "worth_it", "home_device", "mixing"}
_RUINS = frozenset("worse worsen worsens empirer aggraver aggrave empeora empeorar ruin ruins damage damages harm harms harmful destroy destroys wreck wrecks abime abiment abimer detruit nocif mauvais dana danan danar estropea estropean perjudica arruina malo".split())
_IS_IT_BAD = frozenset({("is", "it", "bad"), ("is", "that", "bad"), ("is", "it", "harmful"), ("est", "ce", "mauvais"), ("est", "il", "mauvais")})
_MENDS = _GAIN | frozenset("reverse reverses repair repairs undo prevent prevents protect protects against sun uv from barrier soleil sol".split())


def ruin_feared(said: Sequence[str]) -> bool:
    """Tell whether it is asked if something does harm at large: "does it ruin the face in the long run", "is it bad to use it daily".

    Args:
        said: plain words.
    """
    bad = any(three in _IS_IT_BAD for three in zip(said[:4], said[1:5], said[2:6], strict=False)) or tuple(said[:2]) == ("es", "malo")
    asked = bool(_MAY & set(said[:4]) or set(said[:2]) & {"is", "are", "est", "es", "el", "la", "le"}) and bool(_RUINS & set(said)) and bool(_OWN & set(said))
    return _worst(said) or ((bad or asked) and not _MENDS & set(said))


_WORST = ({"worst", "happen"}, {"worst", "happens"}, {"worst", "wrong"}, {"pire", "arriver"}, {"peor", "pasar"})


def _worst(said: Sequence[str]) -> bool:
    """"What's the worst that can happen with botox"."""
    return any(words_of_it <= set(said) for words_of_it in _WORST)


_OWN = frozenset("skin face my your peau visage piel cara".split())


def _asked(said: Sequence[str]) -> tuple[str, ...]:
    """The stems to look for, where something that a treatment may do is asked after, and not a gain."""
    claimed = bool(_CLAIMED & set(said)) and not _LEAVE & set(said)  # "my aunt swears it darkens the eye, ok to use": leave is asked
    asked = bool(_MAY & set(said[:4])) or bool(_FEARS & set(said[:4])) or tuple(said[:2]) in _HOW_OFTEN or tuple(said[:3]) == ("is", "it", "true") or claimed
    if real_of_another(said) or fears_marks(said):
        return _stems(said) or (("fat",) if {"fat", "graisse", "grasa"} & set(said) else ())
    scars = any(a == "scars" and b in _BODY | {"your", "you"} for a, b in pairwise(said))
    if asked and _ALLERGIC & set(said) and _ANYBODY & set(said):
        return _STEMS["allerg"]  # "can you be allergic to sunscreen"
    if not asked or not ((_MAKES | _BEFALLS) & set(said) or scars) or not (_BODY & set(said) or any(word.startswith(_ON_THE_SKIN) for word in said)) or _GAIN & set(said):
        return ()
    return _stems(said)


_ALLERGIC = frozenset("allergic allergy allergique allergie alergico alergica alergia".split())
_ANYBODY = frozenset("you people somebody someone anyone anybody on one uno se".split())


def _stems(said: Sequence[str]) -> tuple[str, ...]:
    if {("blood", "poisoning"), ("septic", "shock")} & set(pairwise(said)) or "sepsis" in said:
        return _STEMS["infect"]
    return tuple(stem for word in said for start, stems in _STEMS.items() if word.startswith(start) for stem in stems)
