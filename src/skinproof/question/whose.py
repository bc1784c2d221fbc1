"""Whose a thing said is: somebody else's, or the asker's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match, words_before
from skinproof.catalogue.text import END

_OTHERS = frozenset(
    "sister brother mother mum mom dad father friend bestie husband hubby wife boyfriend girlfriend gf bf partner fiance fiancee daughter son "
    "cousin stepson stepdaughter stepmum stepdad grandson granddaughter goddaughter godson teenager aunt auntie uncle neighbour neighbor coworker colleague boss roommate flatmate mate lad lass twin niece nephew grandma grandmother gran nan nana granny grandad granddad grandpa grandfather client patient "
    "soeur frere mere maman pere ami amie copine copain mari femme fille fils hermana hermano madre mama padre papa abuela abuelo amiga amigo marido esposa esposo novia novio hija hijo prima primo tante tatie oncle tonton cousine voisine voisin collegue clienta tia tio sobrina sobrino suegra suegro cunada cunado vecina vecino companera companero".split()
)
SELF = frozenset("i im ive id ill me my mine myself je j moi mon ma mes yo mi".split())
THIRD = frozenset("she he her his him they them hers shes hes theyre elle il ella el".split())
_ASKING = frozenset("can should could will is for wants help tell puede peut would does para pour".split())
_ALLOWED = frozenset("can could should may wants".split())
_WANTING = frozenset("wants fancies wishes hopes asks wonders considering quiere veut needs plans".split())
SAYING = frozenset("says said say saying swears thinks reckons insists claims recommends recommended suggests suggested told tells dit dice".split())
_PROVIDING = frozenset("can may could should do".split())
# "Lupus patient here" is the asker; "my patient" is not. "My ex" is somebody, "ex smoker" is not.
_OWNED = frozenset("patient patients client clients ex".split())
_MAN = frozenset("man bloke fella".split())  # "my man takes it"


def _related(words: Sequence[str], place: int) -> bool:
    """Whether a word names another person where it stands."""
    if words[place] in _MAN:
        return place > 0 and words[place - 1] == "my"
    if words[place] in _OWNED:
        return place > 0 and words[place - 1] in {"my", "our", "a", "the", "her", "his"}
    return is_relation(words[place])


def is_relation(word: str) -> bool:
    """Tell whether a word names another person, in the plural and as an owner too: "sister", "sisters", "dads"."""
    return word in _OTHERS or word.removesuffix("s") in _OTHERS


_DONE_TO_ME = frozenset({("do", "my"), ("on", "my"), ("on", "me"), ("to", "me"), ("do", "me"), ("do", "mine"), ("inject", "my"), ("inject", "me"), ("sur", "moi"), ("a", "mi")})
_OF_THE_OFFER = frozenset({"condition:unlicensed_provider", "condition:unknown_product", "condition:borrowed_medicine"})
_OF_A_TIP = frozenset({"condition:self_treating", "condition:home_device"})  # "a friend says 30% glycolic from Amazon helps"
_WITH_ME = frozenset("me i myself moi yo".split())


_SO_DO_I = (("so", "do", "i"), ("me", "too"), ("i", "do", "too"), ("i", "have", "it", "too"), ("moi", "aussi"), ("yo", "tambien"), ("me", "as", "well"),
            ("so", "am", "i"), ("so", "have", "i"), ("as", "do", "i"), ("as", "am", "i"), ("i", "am", "too"), ("i", "am", "as", "well"), ("i", "do", "as", "well"), ("same", "as", "me"), ("and", "now", "me"), ("now", "i", "am"), ("now", "i", "do"))


def somebody_elses(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a match is said of another person, with no first person between: "my sister takes Accutane".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    if _mine_too(match, text) or match.owner in _OF_THE_OFFER:
        return False  # "a lady does it in my neighbour's kitchen": it is what is offered, whoever's the kitchen
    if _in_the_family(match, text) or _a_pets(match, text):
        return True
    if match.owner.startswith(("treatment:", "family:")) and _DONE_TO_ME & set(pairwise(text[match.end : match.end + 20])):
        return False  # "my sister bought a peel and wants to do my cheeks"
    before = words_before(match, text, reach=7)
    inside = list(text[match.start : match.end])
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        if _related(before, place):
            with_me = {"and", "n", "et", "y"} & set(before[max(0, place - 2) : place]) and _WITH_ME & set(before[max(0, place - 3) : place])  # "me and hubby start trying next month"
            return not (with_me or ((match.owner.startswith(("treatment:", "family:")) or match.owner in _OF_A_TIP) and _quoted([*before[place + 1 :], *inside])))
        if word in SELF and not (word in {"my", "mi", "mon", "ma", "mes"} and any(is_relation(w) for w in (*before[place + 1 :], *inside))):
            return False
    return False


_TAKING = frozenset("took take takes taken taking on had used using popped popping swallowed borrowed borrow borrowing started starting finished stole nicked".split())
_SELF_TAKING = frozenset("my some of a few the from".split())


def borrowed(match: Match, text: Sequence[str]) -> bool:
    """Tell whether what stands behind an owner's name was taken by the asker: "took my daughter's Roaccutane", "I'm on my friend's".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    before = words_before(match, text, reach=7)
    owner = next((n for n in range(len(before) - 1, max(-1, len(before) - 4), -1) if before[n].endswith("s") and before[n].removesuffix("s") in _OTHERS), None)
    if owner is None:
        return False
    taking = next((n for n in range(owner - 1, -1, -1) if before[n] in _TAKING), None)
    return taking is not None and not (THIRD | _OTHERS) & set(before[:owner]) and set(before[taking + 1 : owner]) <= _SELF_TAKING


_PETS = frozenset("dog dogs cat cats puppy kitten chien chat chienne chatte perro perra gato gata".split())


def _a_pets(match: Match, text: Sequence[str]) -> bool:
    """"My dog has seizures": the dog's, and not the asker's."""
    before = words_before(match, text, reach=4)
    return match.owner.startswith("condition:") and any(a in _MINE and b in _PETS for a, b in pairwise([*before, *text[match.start : match.end]])) and not SELF - _MINE & set(before)


def _mine_too(match: Match, text: Sequence[str]) -> bool:
    """"My mother has lupus, and so do I"."""
    like_me = list(text[match.end : match.end + 2]) == ["like", "me"]
    return like_me or any(tuple(text[n : n + len(said)]) == said and not _THEN_ASKED & set(text[n + len(said) : n + len(said) + 1]) for said in _SO_DO_I for n in range(match.end, min(match.end + 6, len(text))))


# "My mum has lupus, so am I at risk": asked, and not told.
_THEN_ASKED = frozenset("at ok okay safe allowed need got to have more likely able fine right going a eligible still just being good suitable wrong".split())



def _quoted(after: Sequence[str]) -> bool:
    """Whether a relation only speaks of a treatment: "my friend says retinol is enough", but not "my friend says she is on retinol"."""
    said = next((place for place, word in enumerate(after) if word in SAYING), None)
    return said is not None and not THIRD & set(after[said + 1 :])


def _in_the_family(match: Match, text: Sequence[str]) -> bool:
    """"Lupus runs in my family" and "family history of clots" are no illness of the asker."""
    after = list(text[match.end : match.end + 4])
    before = list(text[max(0, match.start - 3) : match.start + 1])
    return ("family" in after and "in" in after) or ("family", "history") in pairwise(before)


def about_someone_else(text: Sequence[str]) -> bool:
    """Tell whether the question is asked for another person: "my daughter is 15, can she ..."."""
    pairs = set(pairwise(text))
    if {("for", "me"), ("for", "myself")} & pairs and ("asking", "for") in pairs:
        return False
    if not any(_related(text, place) for place in range(len(text))):
        return False
    if _of_a_child(text) or _for_a_relation(text) or _provides(text) or _wants(text) or _offered(pairs, text) or _of_that_age(text) or _only_theirs(text) or _done_for_them(text) or _aged_kin(text):
        return True
    asked = any((a in _ASKING and b in THIRD | {"my"}) or (a == "for" and is_relation(b)) or (a in THIRD and b in _ALLOWED) for a, b in pairs)
    return asked and sum(w in THIRD for w in text) >= sum(w in {"i", "im", "ive"} for w in text)


def _offered(pairs: set[tuple[str, str]], text: Sequence[str]) -> bool:
    """"My dad has a pacemaker, the salon offered him this": he is the one to be treated."""
    return not {"i", "im", "ive", "me"} & set(text) and any(a in {"offered", "offering", "offers", "sold", "selling", "booked", "give", "gives"} and b in {"him", "her", "them"} for a, b in pairs)


_IS_OR_HAS = frozenset("is has takes gets on got suffers wears tiene toma esta es lleva padece sufre usa prend est a porte souffre".split())
_MINE = frozenset("my our mon ma notre mi nuestra nuestro".split())
_TOLD_AND_ASKED = 5  # words
_I_SPANISH = frozenset("puedo quiero debo tengo voy tomo uso estoy soy he estamos queremos".split())
_FOR_ME = re.compile(r"\w{2,}[aei]rme")  # "hacerme", "ponerme"


def _only_theirs(text: Sequence[str]) -> bool:
    """"My dad is on warfarin, is filler a good idea", "ma mère a un lupus": told of a relation, who only is or has, and nobody says I."""
    if len(text) < _TOLD_AND_ASKED or (_ASKERS | _I_SPANISH) & set(text) or SAYING & set(text) or any(_FOR_ME.fullmatch(word) for word in text):
        return False
    weeks = {"weeks", "wks", "week", "semaines", "semanas"}  # "my wife is 8 weeks" is read elsewhere
    if is_relation(text[0]) and text[1] in _IS_OR_HAS and not weeks & set(text[2:5]):
        return True  # "hubby's got motor neurone disease"
    return any(a in _MINE and is_relation(b) and c in _IS_OR_HAS and not weeks & set(text[place + 3 : place + 6]) for place, (a, b, c) in enumerate(zip(text, text[1:], text[2:], strict=False)))


def _of_that_age(text: Sequence[str]) -> bool:
    """"My husband is 60 and has a red nose, what can be done": told with an age, and nobody else is there."""
    first, relation, is_, age, after = [*text[:5], "", "", "", "", ""][:5]
    aged = age.isdigit() and after not in {"weeks", "wks", "months", "days"}  # "my wife is 8 weeks"
    mine = any(word in {"i", "im", "ive", "me"} and after not in _GRANTS for word, after in pairwise([*text, ""]))
    return first == "my" and is_relation(relation) and is_ == "is" and aged and not mine


_MAY_I = frozenset({("may", "i"), ("can", "i"), ("should", "i"), ("could", "i"), ("shall", "i"), ("do", "i"), ("puis", "je")})
_DOES_TO = frozenset("wax shave pluck thread peel treat inject needle laser zap bleach tint dye exfoliate tweeze epilate clean remove get have let book take make".split())
_THEM = frozenset("her his him them their".split())


def _done_for_them(text: Sequence[str]) -> bool:
    """"May I wax her lip", "should I have her get botox": what the asker does is done to somebody else."""
    asked = next((n for n, pair in enumerate(pairwise(text)) if pair in _MAY_I), None)
    if asked is None:
        return False
    following = [*text[asked:], ""]
    return any(a in _DOES_TO and (b in _THEM or (b == "my" and is_relation(c))) for a, b, c in zip(following, following[1:], following[2:], strict=False))


_OLDEST = 110


def _aged_kin(text: Sequence[str]) -> bool:
    """"My great aunt, 88, with dementia. Filler?": kin told with an age, and nobody says I."""
    if (_ASKERS | _I_SPANISH | {"me", "je", "j", "moi", "mi"}) & set(text) or SAYING & set(text) or any(_FOR_ME.fullmatch(word) for word in text):
        return False
    if any(is_relation(a) and b in _HAVING for a, b in pairwise(text[:4])):
        return True  # "daughter with CMPA, Dysport?"
    return any(is_relation(a) and any(word.isdigit() and _YOUNGEST <= int(word) <= _OLDEST for word in text[place + 1 : place + 3]) for place, a in enumerate(text) if text[place + 2 : place + 3] not in (["weeks"], ["wks"], ["months"]))


_YOUNGEST = 10
_HAVING = frozenset("with w avec con".split())


_GRANTS = frozenset("say let allow buy get give worry stop tell".split())  # "should I let her"


_ASKERS = frozenset("i im ive me je j moi yo".split())
_CHILDREN = frozenset("son daughter fils fille hijo hija kid child teenager grandson granddaughter".split())


def _of_a_child(text: Sequence[str]) -> bool:
    """"Mon fils de 14 ans a de l'acné, on fait quoi": a child told with an age, and nobody says I."""
    if _ASKERS & set(text):
        return False
    return any(a in {"my", "our", "mon", "ma", "notre", "mi", "nuestro", "nuestra"} and b in _CHILDREN and any(w.isdigit() and int(w) < 19 for w in text[place + 2 : place + 5]) for place, (a, b) in enumerate(pairwise(text)))


def _for_a_relation(text: Sequence[str]) -> bool:
    """"For my mum", "asking for a friend", "pour ma mère", "para mi madre": said first, or with nobody else asking."""
    alone = not {"i", "im", "ive", "me"} & set(text)
    return any(
        a in {"for", "pour", "para"} and b in {"my", "a", "ma", "mon", "mi", "una", "un"} and is_relation(c) and (place == 0 or alone or text[place - 1] == "asking")
        for place, (a, b, c) in enumerate(zip(text, text[1:], text[2:], strict=False))
    )


def _provides(text: Sequence[str]) -> bool:
    """A provider asks what to do to a client: "my client is on Eliquis, can I needle her"."""
    for place, (a, b) in enumerate(pairwise(text)):
        if a in _PROVIDING and b == "i":
            asked = [*text[place + 2 : place + 9], END]
            if any(c in {"her", "him", "them"} and d in {END, "and", "if", "while", "now"} for c, d in pairwise(asked)):
                return True
    return False


def _wants(text: Sequence[str]) -> bool:
    """Somebody else wants a treatment, and the asker speaks of nobody else: "my dad wants RF"."""
    if {"i", "im", "ive", "me"} & set(text):
        return False
    return any(_related(text, place) and _WANTING & set(text[place + 1 : place + 13]) for place in range(len(text)))
