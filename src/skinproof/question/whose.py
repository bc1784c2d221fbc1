"""Whose a thing said is: denied, past, somebody else's, or the asker's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match
from skinproof.catalogue.text import END
from skinproof.question.spans import days_named

NEGATIONS = frozenset("hardly barely no not never without dont doesnt didnt isnt arent aint havent hasnt wasnt nor neither non sans pas ni nunca sin jamais tampoco ningun ninguna".split())
# "no" that does not deny what follows
_NOT_NEGATING = (("pas", "normal"), ("pas", "normale"), ("pas", "beau"), ("pas", "belle"), ("pas", "possible"), ("pas", "mieux"), ("pas", "seulement"), ("pas", "que"), ("pas", "permis"), ("pas", "croyable"), ("no", "idea"), *(("sans", it) for it in ("danger", "risque", "risques", "probleme", "souci")), ("not", "only"), ("not", "sure"), ("no", "wonder"), ("no", "longer"), ("no", "improvement"), ("no", "difference"), ("no", "change"), ("no", "results"), ("no", "effect"), *((no, it) for no in ("not", "isnt", "wont", "arent", "doesnt") for it in ("go", "going", "getting", "better", "improving", "settling", "healing", "heal", "settle", "improve")), *((no, it) for no in ("no", "ni") for it in "puedo puede podia pude aguanto aguanta soporto soporta paro para deja dejo baja cede mejora duermo duerme contesta contestan coge sirve funciona recuerdo recuerda entiendo sabia fue solo mas paran recupero respiro retengo".split()), *(("sin", it) for it in "peligro riesgo riesgos problema problemas parar querer embargo poder dormir aire aliento fuerza fuerzas gafas proteccion receta saber motivo razon guantes etiqueta licencia cita".split()))
_OTHERS = frozenset(
    "sister brother mother mum mom dad father friend bestie husband hubby wife boyfriend girlfriend gf bf partner fiance fiancee daughter son "
    "cousin stepson stepdaughter stepmum stepdad grandson granddaughter goddaughter godson teenager aunt auntie uncle neighbour neighbor coworker colleague boss roommate flatmate mate lad lass twin niece nephew grandma grandmother gran nan nana granny grandad grandpa client patient "
    "soeur mere maman pere ami amie copine copain mari femme fille fils hermana hermano madre mama padre papa abuela abuelo amiga amigo marido esposa esposo novia novio hija hijo prima primo clienta tia tio sobrina sobrino suegra suegro cunada cunado vecina vecino companera companero".split()
)
SELF = frozenset("i im ive id ill me my mine myself je j moi mon ma mes yo mi".split())
THIRD = frozenset("she he her his him they them hers shes hes theyre elle il ella el".split())
_REACH, _JUST_BEFORE = 5, 2
_SANS = 3  # words that a French "sans" reaches
_ASKING = frozenset("can should could will is for wants help tell puede peut would does para pour".split())
_ALLOWED = frozenset("can could should may wants".split())
_WANTING = frozenset("wants asks wonders considering quiere veut needs plans".split())
_SAYING = frozenset("says said say saying swears thinks reckons insists claims recommends recommended suggests suggested told tells dit dice".split())
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


_LEAVING = frozenset("leave leaves leaving show make cause burn look turn clog".split())


def denied(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a match is negated: "no fever", "I'm not pregnant".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    if tuple(text[match.end : match.end + 2]) in {("not", "a"), ("not", "possible"), ("not", "on"), ("isnt", "a"), ("is", "not"), ("is", "impossible")}:
        return text[match.end + 2 : match.end + 3] not in (["sure"], ["gone"])
    before = _before(match, text, reach=_JUST_BEFORE if match.owner == "condition:stops_blood_thinner" else _REACH)  # "you do not want that, so just skip the apixaban"
    not_me = ("not", "me") in pairwise(text[match.end : match.end + 6])  # "cancer in my aunt, not me"
    if not_me or (before[-1:] in (["nothing"], ["zero"]) and before[-2:-1] not in (["probably"], ["prolly"], ["likely"], ["maybe"])) or before[-2:] == ["nada", "de"] or (before[-2:-1] in (["cant"], ["cannot"]) and before[-1:] in (["get"], ["be"], ["become"], ["fall"])):
        return True
    if {"negative", "negatif", "negatifs"} & set(text[match.end : match.end + 3]) and (match.owner.endswith("pregnancy") or match.owner == "sign:pregnant"):
        return True
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        if word in {"but", "except", "mais", "pero", "and", "though", "now", "because", "cause", "cuz", "since", "due", "parce", "porque", "et", "puis", "sauf", "car", "pcq", "donc", "depuis", "maintenant", "y", "aunque", "sino", "xq", "pq", "ahora", "entonces", "luego"} or (match.owner.startswith("condition:") and _had_instead(word, before[:place])):
            return False
        following = before[place + 1] if place + 1 < len(before) else text[match.start]
        if match.owner.startswith("condition:") and word in {"doesnt", "dont", "wont", "without"} and following in _LEAVING:
            continue  # "doesn't leave a white cast on brown skin"
        if word == "sans" and len(before) - place > _SANS:
            continue  # "sans lunettes hier soir et l'oeil est rouge"
        if match.owner.startswith("condition:") and _told_anew(match, text, before, place):
            continue
        if word in NEGATIONS and (word, following) not in _NOT_NEGATING and not _ends_there(word, following, before[:place]):
            return True
    return False


# What may stand between a "no" and what it denies: "I do not currently have", "no plans to get", "never been".
_CARRYING = frozenset(
    "took taken used tried on taking take takes using use have having had got get i im ive j je estoy trying currently actually really yet even still also am is are was were be been being become becoming getting gets a an the any my of to with for as "
    "either officially know think sure if that ever planning want in life past once before look looks feel feels seem seems like known "
    "sous prends avec tomo llevo tengo uso suis etre encore actuellement de d du la le un une en ser estar aun todavia actualmente el".split()
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


def _ends_there(word: str, following: str, before: Sequence[str]) -> bool:
    """A "no" that ends its own clause: "she says no, I'm pregnant"; "why not"; "elle ne répond pas, fièvre"."""
    return (word == "no" and following in (SELF | THIRD) - {"me", "el", "mi"}) or before[-1:] == ["why"] or (word in {"pas", "jamais"} and before[-1:] != [] and before[-1] in VERBS_DENIED)


_UNABLE = frozenset("cant cannot couldnt".split())
_PLAIN = frozenset({"treatment:cleanser", "treatment:moisturiser", "treatment:petrolatum", "treatment:toner", "treatment:facial"})
_MOCKING = frozenset("fancy glorified expensive overpriced posh pricey".split())
_LIKENED = frozenset("natural vegan herbal nature natures".split())
_USING = frozenset("use take have tolerate handle get do".split())


_MORE = (["stronger"], ["better"], ["gentler"], ["faster"], ["safer"])


def ruled_out(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a treatment is named only to leave it out: "no retinoids", "can't use my adapalene".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    before = [word for word in _before(match, text, reach=3) if word not in {"my", "any", "the"}]
    if match.owner == "treatment:botulinum_lines" and before[-1:] != [] and before[-1] in _LIKENED:
        return True  # "natural botox" is something else
    if match.owner.startswith("treatment:") and before[-1:] == ["than"] and before[-2:-1] in _MORE and _SAYING & set(text[max(0, match.start - 8) : match.start]):
        return True  # "the facialist says stronger than retinol"
    if match.owner in _PLAIN and "than" in before:
        return True  # "more than a normal moisturiser"
    if match.owner in _PLAIN and before[-1:] != [] and before[-1] in _MOCKING:
        return True  # "or just a fancy face wash"
    if before[-2:] in (["thing", "since"], ["invention", "since"]) or (before[-2:] == ["no", "to"] and before[-3:-2] in (["says"], ["said"])):
        return True  # "the best thing since sunscreen", "my OB says no to adapalene"
    return before[-1:] == ["no"] or (before[-1:] != [] and before[-1] in _USING and before[-2:-1] != [] and before[-2] in _UNABLE)


_HURTS = frozenset("burns burned burnt irritates irritated stings stung".split())
_DROPPED = frozenset("binned bin threw tossed trashed ditched shelved chucked stopped quit dropped".split())


_OFF = {("come", "off"), ("came", "off"), ("get", "off"), ("taken", "off")}


_SWAPPED = frozenset("swapped switched replaced traded changed remplace remplacé cambie cambié".split())
_FOR = frozenset("for to with by pour par por".split())


def given_up(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a treatment is told as given up already: "threw out my tretinoin", "had to bin hydroquinone".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    before = _before(match, text, reach=5)
    place = max((n for n, word in enumerate(before) if word in _DROPPED), default=None)
    swapped = max((n for n, word in enumerate(before) if word in _SWAPPED), default=None)
    if swapped is not None and not _FOR & set(before[swapped:]) and _FOR & set(text[match.end : match.end + 3]):
        return True  # "swapped retinol for bakuchiol": the one before "for"
    if any(a in _HURTS and b in {"me", "my"} for a, b in pairwise(text[match.end : match.end + 4])):
        return True  # "hydroquinone burns me"
    if ("had", "to") in pairwise(before) and "stop" in before and {"fine", "safe", "ok", "okay", "instead", "can", "alright", "allowed"} & set(text) and not {"restart", "again", "resume", "back"} & set(text):
        return True  # "had to stop adapalene, is azelaic acid fine"
    if any(pair in _OFF for pair in pairwise(before)) and {"fine", "safe", "ok", "okay", "instead"} & set(text):
        return True  # "had to come off adapalene, is azelaic acid ok"
    return place is not None and not {"should", "can", "must", "when", "if", "before", "after"} & set(before[: place + 1]) and "ago" not in text[match.end : match.end + 4]


_ENDED = frozenset("stopped finished done quit weaned completed ended finishing stopping".split())
_ENDING = frozenset({"condition:nursing", "condition:pregnancy", "condition:cancer_treatment_now", "condition:chemo_now", "condition:trying_to_conceive"})
_PASSED = frozenset("year years yrs ago last back".split())
_AFTERWARDS = frozenset("after since from post last previous past following apres depuis despues desde tras".split())


def over(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a state that passes is said to be past: "stopped breastfeeding", "since my last pregnancy", "when I was pregnant".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    if match.owner not in _ENDING:
        return False
    before, inside, after = _before(match, text), text[match.start : match.end], text[match.end : match.end + 3]
    if _ENDED & {*before[-3:], *after[:1]} or ("no", "longer") in pairwise(before[-3:]):
        return True
    if match.owner != "condition:pregnancy":
        return False
    before = [word for word in before if word not in {"only", "just", "last"}]
    was = before[-1:] in (["was"], ["etais"], ["estaba"]) and (bool(_PASSED & set(after)) or bool({"when", "while", "quand", "cuando"} & set(before[-3:])))
    noun = bool({"pregnancy", "pregnancies", "grossesse", "embarazo"} & set(inside))
    return was or (noun and (bool(_AFTERWARDS & set(before[-3:])) or bool(_PASSED & set(after)) or before[-2:] == ["before", "my"]))


_STOPPED = _ENDED | {"off", "ended", "arrete", "fini", "termine", "deje"}
_YEAR = 365
_CLEARED_DAYS = 35  # a month, as the label of isotretinoin asks, and some days
_SLOW = frozenset("acitretin soriatane neotigason acitretine acitretina alitretinoin toctino".split())
_WISHING = frozenset("to want wants wanted wanting trying try hope hoping plan planning before about".split())
_BECOMING = frozenset("get getting become becoming fall falling be being".split())


def washed_out(phrases: Sequence[Match], text: Sequence[str]) -> set[str]:
    """Tell whether isotretinoin ended more than a month before a pregnancy that is told, or before one that is only wished for.

    "Finished Accutane ten weeks before we conceived"; "came off acitretin 8 months ago, can I get pregnant", where nobody is pregnant. What was stopped some time ago, with
    a pregnancy now, counts as taken: the dates are for a doctor.

    Args:
        phrases: what was found in the text.
        text: its words.
    """
    taken = [m for m in phrases if m.owner == "sign:on_isotretinoin"]
    child = [m for m in phrases if m.owner == "sign:pregnant"]
    wished = bool(child) and all(_wished(m, text) for m in child)
    return {"on_isotretinoin"} if taken and all(_ended_long_before(m, text, wished=wished) for m in taken) else set()


def _wished(match: Match, text: Sequence[str]) -> bool:
    before = [*text[max(0, match.start - 2) : match.start], *text[match.start : match.end - 1]][-2:]
    return bool(_BECOMING & set(before[-1:])) and bool(_WISHING & set(before[:-1]))


def _ended_long_before(match: Match, text: Sequence[str], *, wished: bool) -> bool:
    before, after = set(text[max(0, match.start - 4) : match.end]), list(text[match.end : match.end + 10])
    if _ongoing(before, after):
        return False
    end = next((n for n, word in enumerate(after) if word in {"before", "ago", END}), None)
    if end is None or not any(days >= _CLEARED_DAYS for days in days_named(after[:end])):
        return False
    slow, days = bool(_SLOW & set(text[match.start : match.end])), max(days_named(after[:end]))
    if after[end] == "ago" and days >= _YEAR and not slow:
        return True  # longer than any pregnancy and a month
    if not _STOPPED & before:
        return False
    if after[end] == "before" and not slow:
        return any(word.startswith(("conceiv", "pregnan")) for word in after[end:])
    return after[end] == "ago" and wished


def _ongoing(before: set[str], after: Sequence[str]) -> bool:
    """"Since two years ago", "started it a year ago"."""
    return bool({"since", "started", "start", "began", "begun", "still", "depuis", "desde"} & {*before, *after})


_DONE_TO_ME = frozenset({("do", "my"), ("on", "my"), ("on", "me"), ("to", "me"), ("do", "me"), ("do", "mine"), ("inject", "my"), ("inject", "me"), ("sur", "moi"), ("a", "mi")})


_OF_THE_OFFER = frozenset({"condition:unlicensed_provider", "condition:unknown_product"})


_WITH_ME = frozenset("me i myself moi yo".split())


def somebody_elses(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a match is said of another person, with no first person between: "my sister takes Accutane".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    if _in_the_family(match, text):
        return True
    if match.owner in _OF_THE_OFFER:
        return False  # "a lady does it in my neighbour's kitchen": it is what is offered, whoever's the kitchen
    if match.owner.startswith(("treatment:", "family:")) and _DONE_TO_ME & set(pairwise(text[match.end : match.end + 20])):
        return False  # "my sister bought a peel and wants to do my cheeks"
    before = _before(match, text, reach=7)
    inside = list(text[match.start : match.end])
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        if _related(before, place):
            with_me = {"and", "n", "et", "y"} & set(before[max(0, place - 2) : place]) and _WITH_ME & set(before[max(0, place - 3) : place])  # "me and hubby start trying next month"
            return not (with_me or (match.owner.startswith(("treatment:", "family:")) and _quoted([*before[place + 1 :], *inside])))
        if word in SELF and not (word in {"my", "mi", "mon", "ma", "mes"} and any(is_relation(w) for w in (*before[place + 1 :], *inside))):
            return False
    return False


def _quoted(after: Sequence[str]) -> bool:
    """Whether a relation only speaks of a treatment: "my friend says retinol is enough", but not "my friend says she is on retinol"."""
    said = next((place for place, word in enumerate(after) if word in _SAYING), None)
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
    if _of_a_child(text) or _for_a_relation(text) or _provides(text) or _wants(text) or _offered(pairs, text) or _of_that_age(text) or _only_theirs(text):
        return True
    asked = any((a in _ASKING and b in THIRD | {"my"}) or (a in THIRD and b in _ALLOWED) for a, b in pairs)
    return asked and sum(w in THIRD for w in text) >= sum(w in {"i", "im", "ive"} for w in text)


def _offered(pairs: set[tuple[str, str]], text: Sequence[str]) -> bool:
    """"My dad has a pacemaker, the salon offered him this": he is the one to be treated."""
    return not {"i", "im", "ive", "me"} & set(text) and any(a in {"offered", "offering", "offers", "sold", "selling", "booked", "give", "gives"} and b in {"him", "her", "them"} for a, b in pairs)


_IS_OR_HAS = frozenset("is has takes gets on tiene toma esta es prend est a".split())
_MINE = frozenset("my our mon ma notre mi nuestra nuestro".split())


_TOLD_AND_ASKED = 7  # words


def _only_theirs(text: Sequence[str]) -> bool:
    """"My dad is on warfarin, is filler a good idea", "ma mère a un lupus": told of a relation, who only is or has, and nobody says I."""
    if len(text) < _TOLD_AND_ASKED or _ASKERS & set(text) or _SAYING & set(text):
        return False
    weeks = {"weeks", "wks", "week", "semaines", "semanas"}  # "my wife is 8 weeks" is read elsewhere
    return any(a in _MINE and is_relation(b) and c in _IS_OR_HAS and not weeks & set(text[place + 3 : place + 6]) for place, (a, b, c) in enumerate(zip(text, text[1:], text[2:], strict=False)))


def _of_that_age(text: Sequence[str]) -> bool:
    """"My husband is 60 and has a red nose, what can be done": told with an age, and nobody else is there."""
    first, relation, is_, age, after = [*text[:5], "", "", "", "", ""][:5]
    aged = age.isdigit() and after not in {"weeks", "wks", "months", "days"}  # "my wife is 8 weeks"
    return first == "my" and is_relation(relation) and is_ == "is" and aged and not {"i", "im", "ive", "me"} & set(text)


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


def _before(match: Match, text: Sequence[str], reach: int = _REACH) -> list[str]:
    start = max(0, match.start - reach)
    before = list(text[start : match.start])
    while END in before:
        before = before[before.index(END) + 1 :]
    return before


def words_before(match: Match, text: Sequence[str], reach: int) -> list[str]:
    """Return up to so many words before a match, within its sentence.

    Args:
        match: the match.
        text: the words that it was found in.
        reach: how many words at most.
    """
    return _before(match, text, reach)
