"""Signs that stand in a text and befall nobody now: a skin colour, a saying, an exam, a list of what to watch for, a year long past."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match
from skinproof.catalogue.text import END, opening

_PALE = frozenset({"sign:skin_white_mottled", "sign:colour_change", "sign:dark_skin_spot", "sign:blue_lips_grey_skin"})
_PEOPLES = frozenset("people person guy guys man men woman women girl lady male female scottish irish english british welsh american european australian german dutch polish scandinavian nordic caucasian mixed hispanic latina latino asian folk folks".split())
_COLOURS = frozenset("white black pale brown".split())
_IS = frozenset({("im", "white"), ("am", "white"), ("being", "white"), ("im", "pale"), ("im", "black"), ("am", "black"), ("pasty", "white"), ("ghost", "white"), ("suis", "blanche"), ("suis", "blanc"), ("pas", "blanche"), ("milk", "white"), ("soy", "blanca"), ("soy", "blanco")})
_BORN_WITH = frozenset((first, colour, "skin") for first in ("have", "ive", "for", "on", "with") for colour in ("black", "dark", "brown"))
_PLACED = frozenset("on at where around over under and".split())
_OF_THE_BODY = frozenset("autour depuis apres la ou alrededor desde donde despues levre labio nariz nez tache mancha".split())
_PATCHES = frozenset("plaque plaques tache zone bout morceau bande croute parche trozo placa".split())
_HAVE_SKIN = frozenset({("ans", "peau"), ("femme", "peau"), ("homme", "peau"), ("la", "piel"), ("la", "peau"), ("une", "peau"), ("de", "piel"), ("de", "peau"), ("a", "peau")})
_SKIN_COLOURS = frozenset("blanche noire mate claire foncee blanca negra morena clara oscura".split())


def _colour_of_a_person(match: Match, text: Sequence[str]) -> bool:
    """"I'm white Scottish", "j'ai la peau noire": the colour somebody was born with."""
    if match.owner not in _PALE:
        return False
    near = [word for word in text[max(0, match.start - 2) : match.end + 3] if word not in {"tres", "super", "assez", "plutot", "muy", "bastante"}]
    pairs = set(pairwise(near))
    if _BORN_WITH & set(zip(near, near[1:], near[2:], strict=False)) and not _PLACED & set(text[match.end : match.end + 2]):
        return True
    if any((a in _COLOURS and b in _PEOPLES) or (a in _PEOPLES and b in _COLOURS and b != "brown") for a, b in pairs) or bool(_IS & pairs):
        return True
    return any(tuple(near[n : n + 2]) in _HAVE_SKIN and near[n + 2 : n + 3] and near[n + 2] in _SKIN_COLOURS and not _OF_THE_BODY & set(near[n + 3 :]) and not _PATCHES & set(near[:n]) for n in range(len(near)))


_LIVING = frozenset("move moves moving bouge bouger mueve".split())
_PARTS = frozenset("lip lips brow brows eyebrow eyebrows face mouth forehead corner cheek smile eyelid lid".split())


def _a_part_does_not_move(match: Match, text: Sequence[str]) -> bool:
    """"My lower lip doesn't move": a part, not the person."""
    return match.owner == "sign:unresponsive" and bool(_LIVING & set(text[match.start : match.end])) and bool(_PARTS & set(text[max(0, match.start - 3) : match.end]))


_EXAM = ({"not", "a", "real"}, {"exam", "scenario"}, {"exam", "question"}, {"case", "study"}, {"hypothetical"})


def _an_exam(_match: Match, text: Sequence[str]) -> bool:
    """"In an exam scenario, not a real patient"."""
    return any(wanted <= set(text) for wanted in _EXAM) and bool({"exam", "revising", "revision", "assignment", "essay", "course", "level", "student", "dissertation"} & set(text)) and not {"my", "me"} & set(text)


_NONE_OF_THESE = frozenset({("none", "of"), ("havent", "any"), ("no", "such"), ("aucun", "de"), ("ninguno", "de"), ("ninguna", "de"), ("tengo", "nada")})


_KIN_WAS = frozenset("aunt uncle sister brother mum mom mother dad father cousin nan gran grandma friend tante oncle soeur mere pere tia tio madre padre hermana".split())


def _kin_was_low(match: Match, text: Sequence[str]) -> bool:
    """"Her aunt had depression": not whoever is to be treated."""
    near = text[max(match.start, match.end - 5) : match.end]
    return match.owner == "sign:low_mood" and bool(_KIN_WAS & set(near)) and bool({"had", "has", "tuvo", "a", "eu"} & set(near))


def _none_of_these(match: Match, text: Sequence[str]) -> bool:
    """"Call if vision loss, fever, bulging eye. I have none of these": a list of what to watch for, denied in the sentence after it."""
    end = next((n for n in range(match.end, len(text)) if text[n] == END), len(text))
    after = text[end + 1 : next((n for n in range(end + 1, len(text)) if text[n] == END), len(text))]
    start = opening(text, match.start)
    listed = bool({"if", "sheet", "list", "leaflet", "watch", "signs", "says", "said", "llama", "llamar", "hoja", "folleto", "prospecto"} & set(text[start : match.end]))
    return listed and bool(_NONE_OF_THESE & set(pairwise(after))) and "but" not in after


_YEARS = frozenset(str(year) for year in range(2005, 2025))
_AGAIN = frozenset("again still now since today yesterday tonight keeps back".split())


def _once_in_a_year(match: Match, text: Sequence[str]) -> bool:
    """"Zigzag lights once in 2021, was a migraine": told as one time, years ago."""
    sentence = text[opening(text, match.start) : next((n for n in range(match.end, len(text)) if text[n] == END), len(text))]
    return {"once", "in"} <= set(sentence) and bool(_YEARS & set(sentence)) and not _AGAIN & set(sentence)


_SMALL = frozenset("she he was were".split())
_AS_ONE = frozenset(("as", "a", who) for who in "toddler baby child kid".split())
_FINE_NOW = frozenset({("fine", "now"), ("and", "fine"), ("now", "fine"), ("was", "fine"), ("totally", "fine"), ("been", "fine")})


def _as_a_child(match: Match, text: Sequence[str]) -> bool:
    """"Ate a bit of cream when she was two, she's nine now and fine"."""
    when = any(a == "when" and b in _SMALL for a, b in pairwise(text)) or bool(_AS_ONE & set(zip(text, text[1:], text[2:], strict=False)))
    return match.owner in {"sign:swallowed_product", "sign:child_swallowed"} and when and bool(_FINE_NOW & set(pairwise(text))) and not {"today", "yesterday", "just", "hour", "hours", "minutes"} & set(text)


_ONCE_UPON = frozenset({("years", "ago"), ("yrs", "ago"), ("as", "a"), ("il", "y"), ("hace", "anos")})
_A_PET = frozenset("dog cat puppy kitten chien chat perro gato".split())
_GOES_ON = frozenset({END, "anyway", "and", "so", "but", "can", "should", "which", "what"})
_ILL_NOW = frozenset("today yesterday tonight just hour hours minute minutes vomiting vomits vomited sick drooling sleepy floppy limp still seems".split())
_HAD_BEFORE = frozenset("bought got made opened prescribed ordered kept expired old gave".split())


def _swallowed_once(match: Match, text: Sequence[str]) -> bool:
    """"Years ago my toddler ate some toothpaste", "once as a child I drank shampoo", "my dog ate my sunscreen once": over long ago, and nothing of now is told."""
    if match.owner not in {"sign:swallowed_product", "sign:child_swallowed"} or _ILL_NOW & set(text):
        return False
    opened = list(text[opening(text, match.start) : match.start + 1])[:5]
    ago = bool(_ONCE_UPON & set(pairwise(opened))) and opened[:1] in (["years"], ["yrs"], ["once"], ["il"], ["hace"]) and not _HAD_BEFORE & set(text)
    pet = any(a in _A_PET and b == "once" for a, b in pairwise(text[max(0, match.start - 1) : match.end]))
    pet = pet or (bool(_A_PET & set(text[max(0, match.start - 1) : match.end])) and any(a == "once" and b in _GOES_ON for a, b in pairwise([*text[match.end - 1 : match.end + 5], END])))
    return ago or pet


# What is told of "a mole that has changed and bleeds" is told of a real one, also where a cream for it is asked about.
ON_THE_SKIN = frozenset({"sign:labelled_spot_changes", "sign:mole_change", "sign:named_one_changed", "sign:grows_fast_or_bleeds"})
_THINGS = frozenset({"mole", "freckle", "birthmark", "spot", "sunspot", "mark", "patch", "tag", "wart", "verruca", "cyst"})


def described(text: Sequence[str]) -> bool:
    """Tell whether a single mole is described, and not what such moles look like: "does anything work for a mole that bleeds".

    Args:
        text: plain words.
    """
    return any(first in _THINGS and then in {"that", "which", "thats"} for first, then in pairwise(text)) and not {"look", "looks", "mean", "means"} & set(text)


_ASKS = frozenset("is could can might may does".split())
_THIS = frozenset("this it that my".split())


def of_this_spot(text: Sequence[str]) -> bool:
    """Tell whether it is asked what one thing is: "could this be skin cancer".

    Args:
        text: plain words.
    """
    return len(text) > 1 and text[0] in _ASKS and text[1] in _THIS


_OPENERS = frozenset("can does do could will would is are".split())
_REAL = frozenset("i im ive my me mine she he her his our today yesterday now ago since after hours minutes just still".split())


def _asked_of_a_kind(match: Match, text: Sequence[str]) -> bool:
    """"Does numbing cream turn your lips blue?? read it somewhere": a sentence that asks about a product, in a text in which nothing is told as happening."""
    if (match.owner in ON_THE_SKIN and described(text)) or (match.owner == "sign:mole_change" and of_this_spot(text[match.start : match.end])):
        return False
    start = opening(text, match.start)
    sentence = text[start : next((n for n in range(match.end, len(text)) if text[n] == END), len(text))]
    general = bool(sentence) and sentence[0] in _OPENERS and not _REAL & set(sentence)
    return general and not {"now", "today", "yesterday", "ago", "since", "still", "just", "hours", "minutes", "turned", "went", "gone", "look", "looks"} & set(text)


def _at_an_age(match: Match, text: Sequence[str]) -> bool:
    """"At 14 I had a black henna tattoo that blistered. I'm 29": years ago."""
    sentence = text[opening(text, match.start) : match.end]
    then = [int(b) for a, b in pairwise(sentence) if a in {"at", "aged"} and b.isdigit() and int(b) < _OLDEST]
    now = [int(b) for a, b in pairwise(text) if a in {"im", "am", "now"} and b.isdigit() and int(b) < _OLDEST]
    return bool(then and now) and min(then) + _YEARS_APART <= max(now) and not _AGAIN - {"since", "back"} & set(sentence)


_OLDEST, _YEARS_APART = 100, 3


def _migraine_of_old(match: Match, text: Sequence[str]) -> bool:
    """"I get migraines with zigzag lights, a few times a year": as always, and nothing new."""
    sentence = text[opening(text, match.start) : match.end + 8]
    usual = bool({("i", "get"), ("always", "get"), ("i", "have"), ("get", "migraines")} & set(pairwise(sentence))) and any(w.startswith("migraine") for w in sentence)
    return match.owner == "sign:eye_flashes" and usual and not {"now", "today", "yesterday", "since", "suddenly", "new", "first", "worse"} & set(sentence)


_MAY_YET = frozenset("could might will would may gonna youll ill".split())
_TELLS = frozenset("says said say thinks thought told warns warned reckons swears scared convinced worried".split())
_IS_SO = frozenset("is are am im its was were now already started keeps keep since has have got feel feels".split())
_NEVER_MERELY_SAID = frozenset({"sign:suicidal_self_harm", "sign:low_mood"})


def _foretold(match: Match, text: Sequence[str]) -> bool:
    """"A friend says I could end up with my throat closing": what somebody says may come, and nothing has."""
    before = text[opening(text, match.start) : match.start]
    place = next((n for n, word in enumerate(before) if word in _MAY_YET and _TELLS & set(before[:n])), None)
    return match.owner not in _NEVER_MERELY_SAID and place is not None and not _IS_SO & {*before[place:], *text[match.start : match.end + 2]}


_SOMEBODY = frozenset("somebody someone girl woman lady man guy people person client customer".split())
_ABOUT = frozenset({("told", "me", "about"), ("telling", "me", "about"), ("hear", "about", "a"), ("story", "about", "a"), ("stories", "about", "people"), ("posted", "about", "a"), ("post", "about", "a"), ("story", "of", "a"), ("about", "a", "girl"), ("about", "a", "woman"), ("knows", "of", "somebody"), ("knows", "of", "someone"), ("knows", "someone", "who"), ("knows", "somebody", "who"), ("know", "of", "someone")})
_MINE = frozenset("i im ive my mine we our".split())


def _of_somebody(match: Match, text: Sequence[str]) -> bool:
    """"A colleague told me about somebody who lost her sight", "reading stories about people going blind"."""
    start = opening(text, match.start)
    told = text[start : match.end]
    place = next((n + 2 for n, three in enumerate(zip(told, told[1:], told[2:], strict=False)) if three in _ABOUT), None)
    return match.owner not in _NEVER_MERELY_SAID and place is not None and bool(_SOMEBODY & set(told[place:])) and not _MINE & set(told[place:])


def _looked_up(match: Match, text: Sequence[str]) -> bool:
    """"He googled botulism": the word that was looked up."""
    return bool({"googled", "googling", "google"} & set(text[max(0, match.start - 2) : match.start])) and match.end - match.start == 1


_AN_HOUR = frozenset({("in", "an"), ("within", "an"), ("in", "minutes"), ("gone", "in"), ("gone", "within"), ("went", "in"), ("gone", "after"), ("faded", "in"), ("gone", "by"), ("gone", "now"), ("settled", "in")})
_ONLY_THERE = frozenset({("only", "where"), ("exactly", "where"), ("just", "where"), ("only", "exactly"), ("right", "where")})
_ALL_OVER = frozenset("body chest back belly tummy throat tongue dizzy faint wheezy wheezing everywhere spreading vomiting sick tight".split())


def _only_where_put(match: Match, text: Sequence[str]) -> bool:
    """"Itchy welts only where I put it, gone in an hour, breathing fine": a weal from touch, which is over."""
    gone = {"gone", "faded", "went", "settled"} & set(text) and _AN_HOUR & set(pairwise(text))
    return match.owner in {"sign:hives_spreading", "sign:itchy_body"} and bool(gone) and bool(_ONLY_THERE & set(pairwise(text))) and not _ALL_OVER & set(text)


_GONE_DOWN = frozenset({("gone", "down"), ("went", "down"), ("going", "down"), ("came", "down"), ("settled", "down"), ("gone", "again"), ("down", "again")})


def _went_down(match: Match, text: Sequence[str]) -> bool:
    """"Forehead puffed up the day after, gone down mostly": a swelling that is going."""
    after = text[match.end : match.end + 12]
    return match.owner in {"sign:face_swelling", "sign:lip_swelling_big"} and bool(_GONE_DOWN & set(pairwise(after))) and not {"not", "hasnt", "isnt", "wont", "again", "back", "hot", "worse", "but"} & (set(after) - ({"again"} if ("down", "again") in pairwise(after) else set()))


def _allergic_as_a_child(match: Match, text: Sequence[str]) -> bool:
    """"Hives once from penicillin when I was six": an allergy of old, told beside a plan."""
    when = ("when", "i", "was") in zip(text, text[1:], text[2:], strict=False)
    return match.owner == "sign:hives_spreading" and when and not {"now", "today", "yesterday", "since", "again", "tonight", "hours"} & set(text)


_ASKING = frozenset("do does can could will would is are".split())
_PEOPLE = frozenset("people everyone everybody anyone anybody someone patients users women men".split())


def of_people(match: Match, text: Sequence[str]) -> bool:
    """"Does it always make people suicidal": asked of people, and nobody is told of."""
    before = text[opening(text, match.start) : match.end]
    return bool(before) and before[0] in _ASKING and bool(_PEOPLE & set(before)) and not _MINE & set(before)


_WISHING = frozenset("thought thoughts thinking think wish wishing wished hope hoping dream".split())


def _wished(match: Match, text: Sequence[str]) -> bool:
    """"I thought about just not waking up": a wish, and whoever writes is awake."""
    return match.owner == "sign:unresponsive" and "up" in text[match.start : match.end] and bool(_WISHING & set(text[max(0, match.start - 5) : match.start]))


_OFF = frozenset({("mole", "off"), ("mole", "removed"), ("moles", "off"), ("moles", "removed"), ("mole", "out"), ("mole", "taken")})
_CLEARED = frozenset({("all", "clear"), ("was", "benign"), ("came", "back"), ("biopsy", "clear"), ("biopsy", "benign"), ("was", "fine"), ("clear", "on"), ("came", "clear"), ("harmless", END)})
_RETURNED = frozenset("again growing grew returned darker black bleeds bleeding itches itchy changed changing new".split())


def _mole_taken_off(match: Match, text: Sequence[str]) -> bool:
    """"A doctor took a mole off years ago, all clear": gone, and nothing has come back."""
    near = text[match.start : match.end + 12]
    return match.owner == "sign:mole_change" and bool(_OFF & set(pairwise(text))) and bool(_CLEARED & set(pairwise(near))) and not _RETURNED & set(text)


BEFALLS_NOBODY: tuple[Callable[[Match, Sequence[str]], bool], ...] = (
    _colour_of_a_person, _a_part_does_not_move, _an_exam, _none_of_these, _kin_was_low, _once_in_a_year, _as_a_child, _swallowed_once, _asked_of_a_kind, _at_an_age, _migraine_of_old,
    _foretold, _of_somebody, _looked_up, _only_where_put, _went_down, _allergic_as_a_child, _mole_taken_off, of_people, _wished,
)
