"""What is denied: "no fever", "I'm not pregnant", and where a "no" ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match, words_before
from skinproof.catalogue.text import END
from skinproof.question.said_not import said_not
from skinproof.question.still_so import still_so
from skinproof.question.whose import SELF, THIRD

NEGATIONS = frozenset("hardly barely no not never without dont doesnt didnt isnt arent aint havent hasnt wasnt nor neither non sans pas ni nunca sin jamais tampoco ningun ninguna".split())
# "no" that does not deny what follows
_NOT_NEGATING = (*((no, it) for no in ("never", "not", "havent", "hasnt", "hadnt", "didnt", "dont", "cant", "wont") for it in ("stop", "stopped", "stopping", "finished", "quit")), ("pas", "normal"), ("pas", "normale"), ("pas", "beau"), ("pas", "belle"), ("pas", "possible"), ("pas", "mieux"), ("pas", "seulement"), ("pas", "que"), ("pas", "permis"), ("pas", "croyable"), ("no", "idea"), *(("sans", it) for it in ("danger", "risque", "risques", "probleme", "souci")), ("not", "only"), ("not", "sure"), ("no", "wonder"), ("no", "longer"), ("no", "improvement"), ("no", "difference"), ("no", "change"), ("no", "results"), ("no", "effect"), *((no, it) for no in ("dont", "not", "never", "isnt", "arent", "without", "sans", "pas", "sin", "no") for it in ("treat", "treated", "treating", "treatment", "traite", "traiter", "traitement", "soigne", "tratar", "trato", "trata", "tratamiento")), *((no, it) for no in ("not", "isnt", "wont", "arent", "doesnt") for it in ("go", "going", "getting", "better", "improving", "settling", "healing", "heal", "settle", "improve")), *((no, it) for no in ("no", "ni") for it in "puedo puede podia pude aguanto aguanta soporto soporta paro para deja dejo baja cede mejora duermo duerme contesta contestan coge sirve funciona recuerdo recuerda entiendo sabia fue solo mas paran recupero respiro retengo".split()), *(("sin", it) for it in "peligro riesgo riesgos problema problemas parar querer embargo poder dormir aire aliento fuerza fuerzas gafas proteccion receta saber motivo razon guantes etiqueta licencia cita".split()))
# Where what is told begins anew: "no rash, only wheezing", "no ve bien desde que le rellenaron".
_BEGINS_ANEW = frozenset("just juste but except mais pero and though now because cause cuz since due parce porque et puis sauf car pcq donc depuis maintenant y aunque sino xq pq ahora entonces luego only solely seulement uniquement solo solamente nomas simplemente apart besides hormis excepto salvo aparte desde hasta until till".split())
_REACH, _JUST_BEFORE = 5, 2  # words
_SANS = 3  # words that a French "sans" reaches
_TROUBLE = frozenset("problem problems issue issues trouble".split())
# What a phrase of a sign may end with, and what denies just that.
_THINGS = frozenset("lump lumps bump bumps nodule nodules blister blisters pus fever bleeding rash redness discharge swelling".split())
_NONE = frozenset("no without zero sans sin".split())
_LEAVING = frozenset("leave leaves leaving show make cause burn look turn clog".split())


def denied(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a match is negated: "no fever", "I'm not pregnant".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    return not still_so(match, text) and (said_not(match, text) or _said_no(match, text))


def _said_no(match: Match, text: Sequence[str]) -> bool:
    if _denied_behind(match, text[match.end : match.end + _REACH_BEHIND]):
        return True
    before = words_before(match, text, reach=_JUST_BEFORE if match.owner == "condition:stops_blood_thinner" else _REACH)  # "you do not want that, so just skip the apixaban"
    not_me = ("not", "me") in pairwise(text[match.end : match.end + 6])  # "cancer in my aunt, not me"
    if not_me or _none_at_its_end(match, text) or (before[-1:] in (["nothing"], ["zero"]) and before[-2:-1] not in (["probably"], ["prolly"], ["likely"], ["maybe"])) or before[-2:] == ["nada", "de"] or (before[-2:-1] in (["cant"], ["cannot"]) and before[-1:] in (["get"], ["be"], ["become"], ["fall"])):
        return True
    if {"negative", "negatif", "negatifs"} & set(text[match.end : match.end + 3]) and (match.owner.endswith("pregnancy") or match.owner == "sign:pregnant"):
        return True
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        if word in _BEGINS_ANEW or (match.owner.startswith("condition:") and _had_instead(word, before[:place])):
            return False
        following = before[place + 1] if place + 1 < len(before) else text[match.start]
        if match.owner.startswith("condition:") and word in {"doesnt", "dont", "wont", "without"} and following in _LEAVING:
            continue  # "doesn't leave a white cast on brown skin"
        if _reaches_no_further(match, word, before[place + 1 :]):
            continue
        if match.owner.startswith("condition:") and _told_anew(match, text, before, place):
            continue
        if word in NEGATIONS and (word, following) not in _NOT_NEGATING and not _ends_there(word, following, before[:place], next(iter(before[place + 2 : place + 3]), "")):
            return True
    return False


_REACH_BEHIND = 5  # words
_UNTRUE_BEHIND = frozenset("impossible possible there present it that them chance possibility thing option factor case mine me anymore".split())
_NO_WORRY = frozenset("concern issue problem worry".split())
_SMALL_BEHIND = frozenset("a an the my even really on".split())
_AFTER_THAT = frozenset({"i", "im", "ive", "we", "or", "and", "but", "so", END})  # "not that I know of"


def _denied_behind(match: Match, behind: Sequence[str]) -> bool:
    """"Pregnancy is not possible", "Accutane, not on it"; but not "my diabetes is not well controlled", nor "lupus, not on any medicine"."""
    for no in (("is", "not"), ("isnt",), ("not",), ("is",)):
        if tuple(behind[: len(no)]) == no:
            told = [word for word in behind[len(no) :] if word not in _SMALL_BEHIND]
            if told[:1] == ["that"] and told[1:2] != [] and told[1] not in _AFTER_THAT:
                return False  # "my epilepsy isn't that bad"
            untrue = _UNTRUE_BEHIND | (_NO_WORRY if match.owner.endswith(("pregnancy", "trying_to_conceive", "nursing")) else frozenset())
            return told[:1] == ["impossible"] if no == ("is",) else bool(told) and told[0] in untrue
    return False


def _none_at_its_end(match: Match, text: Sequence[str]) -> bool:
    """Whether what a phrase of a sign ends with is denied: "still numb two weeks on, no lump"."""
    told = match.owner.startswith("sign:") and match.end - match.start > 1 and match.end <= len(text)
    return told and text[match.end - 1] in _THINGS and text[match.end - 2] in _NONE


_KNIFE = frozenset("surgical invasive surgery chirurgie chirurgical chirurgicale cirugia quirurgico quirurgica quirurgicos invasivo invasif needles injections aiguille aiguilles agujas inyecciones downtime".split())


def only_no_surgery(match: Match, text: Sequence[str]) -> bool:
    """Tell whether the last "no" before a match denies no more than surgery or needles: "the best non-surgical treatment for jowls".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    before = words_before(match, text, reach=_REACH + 1)
    place = max((n for n, word in enumerate(before) if word in NEGATIONS), default=None)
    return place is not None and bool(_KNIFE & set(before[place + 1 : place + 2]))


def _reaches_no_further(match: Match, word: str, after: Sequence[str]) -> bool:
    """"Sans lunettes hier soir et l'oeil est rouge"; "my cousin uses it, no problem, my lip is blanched"."""
    untroubled = match.owner.startswith("sign:") and word == "no" and bool(_TROUBLE & set(after[:1])) and list(after[1:2]) not in (["with"], ["of"], ["like"])
    return untroubled or (word == "sans" and len(after) >= _SANS)


# What may stand between a "no" and what it denies: "I do not currently have", "no plans to get", "never been".
_CARRYING = frozenset(
    "more started starting took taken used tried carry carried carries needed on taking take takes using use have having had got get i im ive j je estoy trying currently actually really yet even still also am is are was were be been being become becoming getting gets a an the any my of to with for as "
    "either officially know think sure if that ever planning want in life past once before look looks feel feels seem seems like known new "
    "eu eue avais he ha tenido tuve sous prends avec tomo llevo tengo uso suis etre encore actuellement de d du la le un une en ser estar aun todavia actualmente el".split()
)
_NOTHING_YET = frozenset("on taking have with".split())  # "no issues, on warfarin" is told
_OF_IT = frozenset("chance way issues issue problems problem trouble sign signs plans plan intention experience risk evidence antecedents antecedentes probleme problemas".split())
_OR = frozenset("or nor ni ou o".split())


def _told_anew(match: Match, text: Sequence[str], before: Sequence[str], place: int) -> bool:
    """"No allergies, pregnant 20 weeks": what was denied ends before it, unless an "or" or "history of" makes it one list; in doubt it is told."""
    between = before[place + 1 :]
    listed = {*before[-1:], *text[match.end : match.end + 1]} & _OR or (set(before[-2:-1]) & _OR and before[-1] in _CARRYING)  # "nursing or on Accutane"
    if "history" in between or listed:
        return False
    return any(word not in _CARRYING and not (word in _OF_IT and set(between[n + 1 : n + 2]) & (_CARRYING - _NOTHING_YET)) for n, word in enumerate(between))


# French denies a verb with a "pas" behind it, and what comes next is told: "elle répond pas, joue gonflée", "arrête pas de saigner".
VERBS_DENIED = frozenset(
    "arrete arretent arretait jarrete cesse sais sait peux peut pouvais pouvait marche marchent passe passent part partent dors dort dormi mange repond repondent reponds parle parlent tient tiens comprends supporte supportent "
    "suffit suffisent change guerit cicatrise ouvre ouvrent revient reviennent redevient arrive narrive jarrive arrivait bouge bougent rigole deconne panique paniquez aide descend desenfle degonfle lache efface effacent disparait".split()
)


def _had_instead(word: str, before: Sequence[str]) -> bool:
    """"No allergies, had a pacemaker put in": the verb begins anew."""
    return word in {"had", "has", "got", "have"} and bool(before) and before[-1] not in NEGATIONS | {"do", "to"}


def _ends_there(word: str, following: str, before: Sequence[str], beyond: str = "") -> bool:
    """A "no" that ends its own clause: "she says no, I'm pregnant"; "why not"; "elle ne répond pas, fièvre"; "je ne fume pas, je suis enceinte"."""
    return (word == "no" and following in (SELF | THIRD) - {"me", "el", "mi"}) or before[-1:] == ["why"] or (word in {"pas", "jamais"} and before[-1:] != [] and (before[-1] in VERBS_DENIED or (before[-1] in _VERBS_WHOLE and following not in _OF_WHAT))) or (word in {"pas", "jamais"} and following in {"je", "j"} and beyond not in {"ne", "n"})


# Verbs that need nothing behind their "pas": "je ne conduis pas, épileptique".
_VERBS_WHOLE = frozenset("fume fumais bois buvais conduis travaille vapote voit vois".split())
_OF_WHAT = frozenset("de d du des le la les l un une a au aux en avec sous".split())
