"""Where a "no" leaves what it seems to deny true: never stopped, not known to somebody, all but this, never without it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match, words_before
from skinproof.catalogue.text import END
from skinproof.question.now_and_own import TAKES_OR_IS
from skinproof.question.whose import THIRD, is_relation

_REACH = 8  # words

_NOT = frozenset("not never havent hasnt hadnt didnt dont doesnt wont arent isnt aint cant cannot couldnt wouldnt pas jamais nunca no refuse refused refusing forgot forget".split())
_BETWEEN = frozenset("yet even actually still fully completely quite really ever to i im have had been being encore completement totalement he ha hemos todavia aun del all".split())
_ENDING = frozenset(
    "stop stopped stopping finish finished finishing end ended quit weaned come came coming off complete completed done through "
    "arrete arreter arretee stoppe fini finir finie termine terminer sevre deje dejado dejar dejo acabado terminado terminar parado suspendido destetado".split()
)
_HAVE_SPANISH = frozenset("he ha hemos".split())
_AFTER_END = frozenset("my the taking using with from off on course of le la el l de d mon ma mi mes du un a dar tomar prendre prenant".split())


def never_ended(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a course or a state is said to go on: "never stopped Accutane", "haven't finished chemo", "je n'ai pas arrêté d'allaiter".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    said = [*words_before(match, text, _REACH), *text[match.start : match.end]]
    if _ENDING & set(said[-4:]) and [word for word in text[match.end : match.end + 3] if word != END][:2] == ["not", "yet"]:
        return True  # "stopped breastfeeding? not yet"
    place = next((n for n in range(len(said) - 1, -1, -1) if said[n] in _NOT), None)
    if place is None:
        return False
    behind = said[place + 1 :]
    first = next((n for n, word in enumerate(behind) if word not in _BETWEEN), len(behind))
    if first == len(behind) or behind[first] not in _ENDING or (said[place] == "no" and not _HAVE_SPANISH & set(behind[:first])):
        return False  # "no, stopped it years ago"
    named = len(said) - (match.end - match.start)
    return all(word in _AFTER_END | _ENDING for word in said[place + 1 + first : named])


_KNOW = frozenset("know knows knew realise realize realised realized aware sait sais saient savent savait sabe saben sabia sabian".split())
_WHAT = frozenset("that que qu if whether si yet still encore".split())
_I_SAY = frozenset("i im ive my je j tomo estoy tengo soy llevo uso doy".split())


def _unknown(match: Match, text: Sequence[str]) -> bool:
    """"My injector doesn't know I'm pregnant", "I don't know, I'm diabetic"; but not "she doesn't know I'm not pregnant"."""
    said = [*words_before(match, text, _REACH), *text[match.start : match.start + 1]]
    place = next((n for n in range(len(said) - 1, -1, -1) if said[n] in _NOT), None)
    if place is None or {"not", "never"} & set(text[match.start : match.end]):
        return False
    behind = said[place + 1 :]
    known = next((n for n, word in enumerate(behind[:2]) if word in _KNOW), None)
    if known is None and said[place] in {"pas", "jamais"} and set(said[place - 1 : place]) & _KNOW:
        known = -1  # "ne sait pas que je suis"
    return known is not None and next((word in _I_SAY for word in behind[known + 1 :] if word not in _WHAT), False)


_EXCEPT = frozenset("except excepting excluding bar barring besides but aside apart only just well sauf hormis excepte excepto salvo menos aparte solo seulement".split())
_EXCEPT_PAIRS = frozenset({("other", "than"), ("you", "count"), ("a", "part"), ("autre", "que"), ("en", "dehors"), ("otra", "que"), ("mas", "que")})
_TO = frozenset("from for of to a an the my maybe possibly de du des d del la le les l el los un une una que some severe mild bad allergy allergic".split())


def _excepted(match: Match, text: Sequence[str]) -> bool:
    """"No allergies other than latex", "not allergic to anything but lidocaine", "no medical history aside from an ICD"."""
    said = [*words_before(match, text, 5), *text[match.start : match.end - 1]]
    while said and said[-1] in _TO and tuple(said[-2:]) not in _EXCEPT_PAIRS:
        said = said[:-1]
    all_of_it = match.owner.startswith("condition:allergy") or not {"but", "well", "only", "just"} & set(said[-1:])
    return bool(said) and all_of_it and (said[-1] in _EXCEPT or tuple(said[-2:]) in _EXCEPT_PAIRS)


_WITHOUT = frozenset("without sans sin".split())
_NEVER = frozenset("never cant cannot couldnt wouldnt not dont jamais nunca dead die lost love wish rather pas no".split())
_LIVING = frozenset("live manage go a day single night hear see walk function survive be been being am im leave home the house here alive cope do breathe sleep eat i ill to vis vivre vivo vivir puis peux puedo estoy salgo sors".split())
_FARE = frozenset("id fit fits die dead faint flare seize stroke swell wouldnt".split())
_MY = frozenset("my a an the any mon ma mes mi mis".split())


def _never_without(match: Match, text: Sequence[str]) -> bool:
    """"Never without my defibrillator", "can't hear without my cochlear implant", "can't go a day without insulin"."""
    said = words_before(match, text, _REACH)
    place = max((n for n, word in enumerate(said) if word in _WITHOUT), default=None)
    if place is None or not set(said[place + 1 :]) <= _MY:
        return False
    if said[place + 1 : place + 2] == ["my"] and _FARE & set(text[match.end : match.end + 5]):
        return True  # "without my epilepsy tablets I fit"
    before = said[:place]
    while before and before[-1] in _LIVING:
        before = before[:-1]
    return before[-1:] != [] and before[-1] in _NEVER


# How somebody says that, against a no, it is so of them; each ends its clause.
_SO_IT_IS = (
    ("i", "do"), ("i", "am"), ("i", "have", "it"), ("i", "take", "it"), ("i", "use", "it"), ("i", "get", "it"), ("i", "got", "it"), ("i", "had", "it"), ("only", "me"), ("just", "me"), ("moi", "si"), ("moi", "oui"), ("yo", "si"), ("mais", "moi"), ("pero", "yo"),
)
_CLAUSE_ENDS = frozenset({END, "", "too", "though", "now", "so", "and", "also", "from", "can", "is", "actually", "et", "y", "est", "puedo"})
_TURNED = frozenset("but wrong lie lied untrue actually false now".split())


def so_of_me(match: Match, text: Sequence[str]) -> bool:
    """Tell whether somebody says that, against a no, it is so of them: "my husband isn't diabetic, I am"; but not "I'm not pregnant but I am on Accutane".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    before, after = words_before(match, text, _REACH), [*text[match.end : match.end + 9], ""]
    others = any(is_relation(word) or word in THIRD - {"la"} or word in {"friends", "neither", "none"} for word in [*before, *text[match.start : match.end]])
    for said in _SO_IT_IS:
        place = next((n for n in range(len(after)) if tuple(after[n : n + len(said)]) == said), None)
        if place is None or sum(word == END for word in after[:place]) > 1 or {"not", "dont", "nor"} & set(after[:place]):
            continue
        ends = after[place + len(said)] in _CLAUSE_ENDS
        close = place <= (1 if others else 2) or _TURNED & set(after[max(0, place - 2) : place])
        if close and (ends or said[0] in {"moi", "yo"} or (others and not _TURNED & set(after[:place]) and after[place + len(said)] == "on")) and (others or _TURNED & set(after[:place])):
            return True
    return False


_OUT = (("taken", "out"), ("removed",), ("out",), ("took", "out"))


def never_out(match: Match, text: Sequence[str]) -> bool:
    """Tell whether something is said to be in the body still: "I didn't have the pacemaker taken out".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    before, after = words_before(match, text, 5), [word for word in text[match.end : match.end + 3] if word not in {"of", "my", "the", "jaw"}]
    inside = set(text[match.start : match.end])
    out = any(tuple(after[: len(how)]) == how for how in _OUT) or bool({"removed", "out"} & inside)
    return out and not match.owner.startswith("condition:recent_") and any(a in _NOT and b in {"had", "have", "got", "getting"} for a, b in pairwise([*before, *text[match.start : match.start + 1]]))


_FIRST = frozenset("first second premiere deuxieme primer segundo only".split())


def _not_the_first(match: Match, text: Sequence[str]) -> bool:
    """"Ce n'est pas ma première grossesse", "it isn't my first pregnancy"."""
    said = [*words_before(match, text, 4), *text[match.start : match.end]]
    return match.owner in {"condition:pregnancy", "sign:pregnant"} and any(a in {"not", "isnt", "pas", "no", "es"} and b in {"my", "ma", "mi", "the"} and c in _FIRST for a, b, c in zip(said, said[1:], said[2:], strict=False))


_LYING = frozenset("lied pretended lying fibbed".split())


def _untrue(match: Match, text: Sequence[str]) -> bool:
    """"I lied and said I don't have lupus", "I said no to a pacemaker, which was a lie"."""
    after = text[match.end : match.end + 9]
    if list(after[:3]) == ["but", "it", "was"] and [*after[3:4], END][0] == END:
        return True  # "they thought it wasn't lupus but it was"
    return bool(_LYING & set(words_before(match, text, _REACH))) or bool({("a", "lie"), ("is", "wrong"), ("i", "lied"), ("is", "untrue"), ("thats", "wrong")} & set(pairwise(after)))


_KINDS: tuple[Callable[[Match, Sequence[str]], bool], ...] = (never_ended, _unknown, _excepted, _never_without, so_of_me, never_out, _not_the_first, _untrue)


def still_so(match: Match, text: Sequence[str]) -> bool:
    """Tell whether something holds in spite of a "no" about it; only of what a person has, takes or is.

    Args:
        match: the match.
        text: the words that it was found in.
    """
    return (match.owner.startswith("condition:") or match.owner in TAKES_OR_IS) and any(kind(match, text) for kind in _KINDS)
