"""What is denied in another way than by a "no" before it: "diabetic? no", tested and found not, ruled out, nobody in the family."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match, sentence_of, words_before
from skinproof.catalogue.text import END
from skinproof.question.now_and_own import TAKES_OR_IS

_NO = frozenset("no nope nah non never nunca jamais".split())
_ASKED = frozenset("am i im are you do have had ever any a an the pregnancy suis je es soy tengo tiene embarazo grossesse and or".split())
_OPENING = 3  # words


def _answered_no(match: Match, text: Sequence[str]) -> bool:
    """"Diabetic? No.", "pacemaker: no."; but not "can I peel if pregnant? no?" nor "diabetic, no allergies"."""
    after = [*text[match.end : match.end + 3], END, END, END]
    after = after[1:] if after[0] == END else after
    before = words_before(match, text, _OPENING + 1)
    return len(before) <= _OPENING and set(before) <= _ASKED and after[0] in _NO and after[1] == END


_TESTED = frozenset("test tests tested testing biopsy checked bloods scan pruebas prueba analisis cherche depistage bilan biopsie biopsia".split())
_NEGATIVE = frozenset("negative negatif negatifs negativo negativa negativos neg".split())
_FOUND = frozenset("positive positif positivo false waiting triple margins margin nodes lymph removed treated remission awaiting before until".split())
_BY_NAME = frozenset({"condition:hiv", "condition:hepatitis"})


def _tested_negative(match: Match, text: Sequence[str]) -> bool:
    """"They tested me for lupus and it came back negative", "HIV negative"; but not "lupus, HIV test negative" of the lupus."""
    sentence, after = set(sentence_of(match, text)), list(text[match.end : match.end + 7])
    after = after[: after.index(END)] if END in after else after
    inside_too = {*text[match.start : match.end], *after}
    if _FOUND & sentence:
        return False
    if match.owner in _BY_NAME and _NEGATIVE & {*after[:1], *text[match.start : match.end]}:
        return True
    found_not = bool(_NEGATIVE & inside_too) or ("nothing", "found") in pairwise(after) or ("came", "clear") in pairwise(after)
    before = words_before(match, text, 7)
    tested = max((n for n, word in enumerate(before) if word in _TESTED), default=None)
    for_it = tested is not None and set(before[tested + 1 :]) <= _FOR
    return found_not and (for_it or bool(_TESTED & {*text[match.end - 1 : match.end], *after[:1]}))


_FOR = frozenset("me us for if i had have a the to see un une de du d des l la el las los whether".split())


_RULED = frozenset({("ruled", "out"), ("me", "descartaron"), ("han", "descartado"), ("a", "elimine"), ("a", "ecarte"), ("ont", "elimine"), ("ont", "ecarte")})
_SMALL = frozenset("a an any the un une el la le l los las".split())
_WAS = frozenset("was were been is got".split())
_NOT_RULED = frozenset("not hasnt havent wasnt didnt isnt cant yet never until pas nunca".split())
_THOUGHT = frozenset("thought suspected suspecting wondered feared".split())


def _ruled_out(match: Match, text: Sequence[str]) -> bool:
    """"Doctor ruled out lupus", "sarcoidosis was ruled out", "they thought lupus but it wasn't"; but not "lupus hasn't been ruled out"."""
    before, after = words_before(match, text, 4), list(text[match.end : match.end + 7])
    after = after[: after.index(END)] if END in after else after
    thought = bool(_THOUGHT & set(words_before(match, text, 7))) and ("it", "wasnt") in pairwise(after)
    if thought or _NOT_RULED & {*before, *after}:
        return thought
    while before and before[-1] in _SMALL:
        before = before[:-1]
    behind = any((a in _WAS and (b, c) == ("ruled", "out")) or (a, b, c) == ("ruled", "it", "out") for a, b, c in zip(after, after[1:], after[2:], strict=False))
    return tuple(before[-2:]) in _RULED or behind


def _neither(match: Match, text: Sequence[str]) -> bool:
    """"Neither my mum nor I have epilepsy"."""
    before = words_before(match, text, 7)
    return "neither" in before and ("nor", "i") in pairwise(before)


def _wished(match: Match, text: Sequence[str]) -> bool:
    """"I wish I was pregnant but I'm not"."""
    before, after = words_before(match, text, 5), list(text[match.end : match.end + 4])
    after = after[: after.index(END)] if END in after else after
    return bool({("i", "wish"), ("would", "love"), ("id", "love"), ("wish", "i")} & set(pairwise(before))) and after[:1] == ["but"] and bool({"no", "not"} & set(after))


_I_DONT = (("i", "dont"), ("i", "do", "not"), ("im", "not"), ("i", "am", "not"))


def _asked_on_a_form(match: Match, text: Sequence[str]) -> bool:
    """"The form asks if I have lupus. I don't."."""
    before, after = words_before(match, text, 7), [*text[match.end : match.end + 5], END]
    said = any(tuple(after[1 : 1 + len(no)]) == no and after[1 + len(no)] == END for no in _I_DONT)
    return bool({"asks", "asked", "asking"} & set(before)) and "if" in before and after[0] == END and said


_NO_FLARE = frozenset("hasnt havent doesnt dont not never didnt isnt".split())
_OFTEN = frozenset("really actually even ever been had a".split())


def _no_flare(match: Match, text: Sequence[str]) -> bool:
    """"Lupus hasn't flared since 2019": no flare, and the lupus stays."""
    if not match.owner.endswith("_flare"):
        return False
    near = text[max(0, match.start - 3) : match.end + 1]
    return any(word.startswith("flar") and bool(_NO_FLARE & {*[w for w in near[:place] if w not in _OFTEN][-1:]}) for place, word in enumerate(near))


_WITH_CHILD = frozenset("pregnant enceinte embarazada".split())


def _not_inside(match: Match, text: Sequence[str]) -> bool:
    """"I'm not pregnant and I take Accutane": the no stands within the words of the sign."""
    inside = text[match.start : match.end]
    return match.owner == "sign:pregnant" and len(inside) == match.end - match.start > 1 and inside[-1] in _WITH_CHILD and inside[-2] in {"not", "isnt", "arent", "never"}


_KINDS: tuple[Callable[[Match, Sequence[str]], bool], ...] = (_answered_no, _tested_negative, _ruled_out, _neither, _wished, _asked_on_a_form, _no_flare, _not_inside)


def said_not(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a condition is denied by what stands around it.

    Args:
        match: the match.
        text: the words that it was found in.
    """
    return (match.owner.startswith("condition:") or match.owner in TAKES_OR_IS) and any(kind(match, text) for kind in _KINDS)


_NOBODY = frozenset("nobody noone personne nadie none".split())
_KIN = frozenset("family famille familia relatives".split())


def of_nobody(match: Match, text: Sequence[str]) -> bool:
    """Tell whether an illness is told of nobody in a family, the asker apart: "nobody in my family has lupus".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    before, after = words_before(match, text, 7), set(text[match.end : match.end + 4])
    nobody = bool(_NOBODY & set(before)) or ("no", "one") in pairwise(before)
    kin = next((n for n in range(len(before) - 1, -1, -1) if before[n] in _KIN), None)
    return nobody and kin is not None and not {"i", "im", "my", "ive"} & set(before[kin:]) and not {"me", "i", "im", "myself", "moi", "yo"} & after


_SOMEBODY = frozenset({("if", "someone"), ("if", "somebody"), ("if", "anyone"), ("if", "a"), ("if", "people"), ("si", "quelqu"), ("si", "alguien"), ("si", "una"), ("si", "une")})
_ONLY_WONDERING = frozenset({("just", "wondering"), ("just", "curious"), ("just", "asking"), ("out", "of"), ("not", "me"), ("am", "not"), ("im", "not"), ("never", "reacted"), ("pure", "curiosite"), ("simple", "curiosite"), ("por", "curiosidad"), ("pas", "moi"), ("no", "soy"), ("yo", "no"), ("jamais", "reagi"), ("nunca", "reaccione")})


_OF_MY_PLAN = frozenset({("my", "first"), ("before", "my"), ("my", "next"), ("can", "i"), ("should", "i"), ("may", "i"), ("mon", "premier"), ("ma", "premiere"), ("avant", "mon"), ("avant", "ma"), ("je", "peux"), ("mi", "primera"), ("mi", "primer"), ("antes", "de"), ("puedo", "hacerme")})


def supposed(match: Match, text: Sequence[str]) -> bool:
    """Tell whether an allergy is only supposed of somebody, by a person who wonders before a plan and tells of none: "what if someone was allergic to lidocaine? Never reacted to anything".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    before = words_before(match, text, 8)
    somebody = bool(_SOMEBODY & set(pairwise(before)))
    return match.owner.startswith("condition:allergy") and somebody and not {"i", "my", "je", "yo"} & set(before) and all(said & set(pairwise(text)) for said in (_ONLY_WONDERING, _OF_MY_PLAN))
