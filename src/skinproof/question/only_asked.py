"""Signs that are asked about and have not happened: how common one is, what to do if it ever comes, what a sunburn is like, what nerves do before a needle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match, sentence_of
from skinproof.catalogue.text import opening
from skinproof.question.long_healed import PETS

_LASTING = frozenset({"sign:suicidal_self_harm", "sign:low_mood", "sign:mole_change", "sign:named_one_changed", "sign:sore_not_healing"})
_ONE_SELF = frozenset("i im ive id my me mine we our she he her his they j je mon ma mes moi suis me mi mis tengo estoy".split())
_HAPPENED = frozenset("now today tonight yesterday ago since hours minutes still already suddenly just went turned maintenant aujourdhui hier depuis heures deja ahora hoy ayer anoche desde hace horas ya".split())
_HOW_OFTEN = frozenset({
    ("how", "common"), ("how", "likely"), ("how", "often"), ("how", "rare"), ("how", "frequent"), ("how", "high"), ("a", "quelle"), ("quel", "risque"), ("quels", "risques"), ("est", "frequent"), ("est", "frequente"), ("est", "courant"),
    ("tan", "comun"), ("tan", "frecuente"), ("que", "riesgo"), ("que", "probabilidad"), ("es", "frecuente"), ("es", "comun"),
})
_RISK = frozenset("risk risks odds chance chances likelihood probability risque risques riesgo riesgos".split())
_WHAT = frozenset("what whats quel quels cual".split())


def _how_common(match: Match, text: Sequence[str]) -> bool:
    """"How common is vascular occlusion with filler? I'm booking next month", "what's the frostbite risk": asked of chances, in a sentence in which nobody is named."""
    said = sentence_of(match, text)
    asked = bool(_HOW_OFTEN & set(pairwise(said[:5]))) or (said[:1] != [] and said[0] in _WHAT and bool(_RISK & set(said)))
    return match.owner not in _LASTING and asked and not _ONE_SELF & set(said) and not _HAPPENED & set(text)


_IF = frozenset("if si".split())
_SOME_DAY = frozenset({("algun", "dia"), ("un", "jour"), ("were", "to")})
_EVER = frozenset("ever avalait mangeait buvait lechait tragara tragase comiera bebiera".split())
_FOR_THE_BOX = frozenset("planning hypothetically hypothetical childproof childproofing".split())
_TO_PREPARE = frozenset({("first", "aid"), ("be", "prepared"), ("to", "prepare"), ("just", "curious"), ("just", "wondering"), ("in", "case"), ("premiers", "secours"), ("primeros", "auxilios"), ("por", "precaucion")})
_HE_DID = frozenset({("just", "did"), ("he", "did"), ("she", "did"), ("just", "swallowed"), ("just", "ate"), ("just", "drank"), ("has", "swallowed"), ("has", "eaten"), ("vient", "de"), ("acaba", "de")})
_ILL = frozenset("vomiting vomited vomits sick drooling sleepy floppy limp vomit vomi vomito".split())


def _if_it_ever(match: Match, text: Sequence[str]) -> bool:
    """"What should I do if my toddler ever swallowed a cream? I want to store it safely": to be ready, and nothing was swallowed."""
    if match.owner not in {"sign:child_swallowed", "sign:swallowed_product"} or _HE_DID & set(pairwise(text)):
        return False
    said = sentence_of(match, text)
    ever = bool(_EVER & set(said)) or bool(_SOME_DAY & set(pairwise(said))) or bool(_FOR_THE_BOX & set(text)) or bool(_TO_PREPARE & set(pairwise(text)))
    return bool(_IF & set(text[opening(text, match.start) : match.start])) and ever and not (_HAPPENED - {"just", "still", "ya"} | _ILL) & set(text)


_OFF_SKIN = frozenset("arm arms hand hands leg legs face skin foot feet chin cheek neck".split())
# What harms an animal in the smallest amount, so that a lick is enough.
_HARMSPETS = (
    "minoxidil", "rogaine", "tret", "retin", "adapalene", "tazarotene", "isotretinoin", "fluorouracil", "efudix", "5fu", "calcipot", "numbing", "lidocaine", "emla", "estrogen", "estradiol", "estriol", "testosterone", "progesterone",
    "diclofenac", "voltar", "ibuprofen", "nsaid", "salicyl", "peel", "tca", "zinc", "steroid", "cortisone", "tea", "xylitol", "vitamin", "sunscreen", "spf", "dapsone", "imiquimod", "finasteride", "medicat", "prescri", "oil", "nicotine",
)


def _licked_off_the_skin(match: Match, text: Sequence[str]) -> bool:
    """"My dog licked moisturiser off my arm": a plain cream, a lick, and an animal that is well."""
    if match.owner not in {"sign:child_swallowed", "sign:swallowed_product"}:
        return False
    near = text[match.start : match.end + 8]
    licked = any(word.startswith("lick") for word in near) and any(a == "off" and _OFF_SKIN & {b, c} for a, b, c in zip(near, near[1:], near[2:], strict=False))
    harmful = any(word.startswith(_HARMSPETS) for word in text) or ("5", "fu") in pairwise(text)
    ate = bool({"tube", "bottle", "jar", "ate", "swallowed", "chewed"} & set(text))
    return bool(PETS & set(text)) and licked and not harmful and not ate and not _ILL & set(text)


_GOES = frozenset("go goes turn turns get gets went becomes deviennent devient ponen pone quedan queda vuelven vuelve".split())
_PLANNED = frozenset("appointment appt booked booking tomorrow beforehand prepared ready monday tuesday wednesday thursday friday saturday sunday rdv rendez demain lundi mardi mercredi jeudi vendredi samedi cita manana lunes martes miercoles jueves viernes sabado".split())


def _to_be_ready(match: Match, text: Sequence[str]) -> bool:
    """"If my lips turn white after filler what should I do? Appointment is Friday": asked for the day to come."""
    condition = bool(_IF & set(text[max(0, match.start - 4) : match.start])) and bool(_GOES & set(text[match.start : match.end]))
    return match.owner not in _LASTING and condition and bool(_PLANNED & set(text)) and not (_HAPPENED - {"went"} | {"again"}) & set(text)


_LIKE = frozenset("like comme como".split())
_IN_THE_SUN = frozenset("beach sunbathing sunbathed sunbed pool holiday plage piscine vacances bronzage playa piscina vacaciones tomando".split())
_NO_BLISTER = ("no blister", "without blister", "pas de cloque", "sans cloque", "sin ampolla", "no hay ampolla")
_WORSE = frozenset("worse spreading raw weeping oozing pus fever pire suinte fievre peor supura fiebre".split())


def _like_a_sunburn(match: Match, text: Sequence[str]) -> bool:
    """"Red like a sunburn after the laser, no blisters": a likeness, and neither sun nor burn."""
    if match.owner not in {"sign:named_sunburn", "sign:burn_blisters"} or (_IN_THE_SUN | _WORSE) & set(text):
        return False
    likened = bool(_LIKE & set(text[max(0, match.start - 3) : match.end])) and any(word in {"sunburn", "soleil", "sol", "sun"} for word in text[match.start : match.end + 5])
    return likened and (match.owner == "sign:named_sunburn" or any(said in " ".join(text) for said in _NO_BLISTER))


_NERVES = frozenset("nerves nervous phobia scared afraid anxious stress stresse stressee trac peur nervios nerviosa nervioso miedo".split())
_BEFORE = frozenset({
    ("before", "the"), ("before", "my"), ("before", "every"), ("before", "each"), ("before", "a"), ("before", "any"), ("see", "the"), ("see", "a"), ("sight", "of"), ("thought", "of"), ("avant", "chaque"), ("avant", "la"), ("avant", "l"), ("avant", "mes"),
    ("avant", "les"), ("antes", "de"),
})
_STARTLED = frozenset({"sign:irregular_heartbeat", "sign:fever_unwell", "sign:shaky_sweaty", "sign:ill_shaky"})


def _nerves_before_the_needle(match: Match, text: Sequence[str]) -> bool:
    """"My heart races before every needle, I'm just nervous": fear, and no sign."""
    if match.owner not in _STARTLED:
        return False
    grave = {"chest", "fainted", "fits", "skipping", "irregular", "breath", "fever", "cream", "minoxidil"} | _HAPPENED - {"just", "now"}
    return bool(_NERVES & set(text)) and bool(_BEFORE & set(pairwise(text))) and not grave & set(text)


_FEAR = frozenset("miedo preocupa preocupada preocupado asusta peur inquiete angoisse scared worried afraid fear".split())
_GOOD_MOOD = frozenset({("estoy", "bien"), ("animo", "bien"), ("bien", "animo"), ("animicamente", "bien"), ("moral", "bon"), ("est", "bon"), ("vais", "bien"), ("moral", "va"), ("mood", "fine"), ("mood", "good"), ("feel", "fine"), ("im", "fine")})
_LOW = ("llor", "triste", "pleur", "depri", "morir", "mourir", "suicid", "cry", "sad", "hopeless")


def feared_low_mood(match: Match, text: Sequence[str]) -> bool:
    """"I start isotretinoin on Monday and fear depression, my mood is fine": feared, in good spirits.

    Args:
        match: a match of any owner.
        text: the words that it was found in.
    """
    if match.owner not in {"sign:low_mood", "aftermath:isotretinoin_mood"}:
        return False
    near = text[max(0, match.start - 9) : match.end]
    low = any(word.startswith(_LOW) for word in text if word not in {"depression", "depresion"}) or {"pero", "but", "mais"} & set(text)
    return bool(_FEAR & set(near)) and bool(_GOOD_MOOD & set(pairwise(text))) and not low


_OF_MOOD = frozenset({"sign:low_mood", "sign:suicidal_self_harm", "aftermath:isotretinoin_mood"})
_MEDICINES = ("isotret", "lisotret", "roaccutan", "roacutan", "accutan", "curacne", "procuta", "contracne", "finasterid", "dutasterid", "propecia", "minoxidil", "montelukast")
_NOT_BEGUN = frozenset({("before", "i"), ("before", "starting"), ("avant", "de"), ("antes", "de"), ("simple", "question"), ("just", "asking"), ("just", "curious"), ("just", "wondering"), ("por", "curiosidad"), ("read", "it"), ("lo", "lei"), ("lu", "sur"), ("read", "that"), ("pas", "commence"), ("not", "started"), ("havent", "started"), ("sin", "empezar"), ("no", "empezado")})
_ASKED_OF_IT = frozenset({("is", "it"), ("it", "true"), ("c", "est"), ("est", "vrai"), ("es", "verdad"), ("es", "cierto"), ("est", "ce"), ("does", "it")})
_OF_MY_OWN = frozenset(
    "feel feeling felt since depuis desde cry crying cries pleure pleurs lloro siento struggling alone worse getting having want wants wish but mais pero sometimes lately me m my mon ma mes mi mis daughter son fille fils hija hijo".split()
)


def mood_asked_of_a_medicine(match: Match, text: Sequence[str]) -> bool:
    """"Does Roaccutane make you depressed? I'm fine, asking before I start": what a medicine can do, of somebody who is well or has not begun.

    Args:
        match: a match of any owner.
        text: the words that it was found in.
    """
    if match.owner not in _OF_MOOD or not any(word.startswith(_MEDICINES) for word in text):
        return False
    pairs = set(pairwise(text))
    well = bool(_GOOD_MOOD & pairs) or ("tres", "bien") in pairs
    if (_OF_MY_OWN - ({"me"} if well else set())) & set(text):
        return False
    true = bool({"true", "vrai", "verdad", "cierto"} & set(text)) and bool(_ASKED_OF_IT & pairs) and match.owner != "sign:suicidal_self_harm"
    return well or true or bool(_NOT_BEGUN & pairs)


_KNOW = frozenset({("would", "i", "know"), ("will", "i", "know"), ("do", "i", "know"), ("can", "i", "tell"), ("would", "i", "tell"), ("do", "you", "tell"), ("should", "i", "watch"), ("would", "it", "look")})
_TO_WATCH = frozenset("watch prepared ready before beforehand book booking booked appointment thinking planning considering next".split())


def _how_to_know(match: Match, text: Sequence[str]) -> bool:
    """"How would I know if my filler is infected, so I can watch for it": asked beforehand, and nothing is told."""
    told = tuple(text[opening(text, match.start) : match.start])
    asked = bool(_KNOW & set(zip(told, told[1:], told[2:], strict=False)))
    return match.owner not in _LASTING and asked and bool(_TO_WATCH & set(text)) and not _HAPPENED & set(text)


ONLY_ASKED: tuple[Callable[[Match, Sequence[str]], bool], ...] = (
    _how_common, _if_it_ever, _licked_off_the_skin, _to_be_ready, _like_a_sunburn, _nerves_before_the_needle, feared_low_mood, mood_asked_of_a_medicine, _how_to_know,
)
