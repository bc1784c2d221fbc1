"""Signs that are feared, planned for or asked about in general: nothing has happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match, sentence_of
from skinproof.catalogue.text import opening
from skinproof.question.may_do import WOULD
from skinproof.question.now_and_own import LASTS, OWN, STILL

_LISTING = {("warning", "signs"), ("signs", "should"), ("what", "if"), ("would", "happen"), ("nothing", "has"), ("too", "much")}
_AFRAID = {("scared", "of"), ("afraid", "of"), ("worried", "about"), ("peur", "de"), ("miedo", "de"), ("miedo", "a"), ("miedo", "que"), ("miedo", "quedarme"), ("me", "aterra"), ("aterra", "que"), ("aterra", "dejar"), ("aterra", "quedarme"), ("panico", "de"), ("fear", "of"), ("scared", "it"), ("terrified", "of"), ("terrified", "ill"), ("scared", "ill"), ("afraid", "ill"), ("risk", "of"), ("risks", "of"), ("chance", "of")}
_HAD = frozenset("after since ago yesterday today now hours days started still depuis desde hier ayer hoy anoche ahora hace".split())


_TELLS = frozenset("veo vois noto siento".split())


def only_feared(match: Match, text: Sequence[str]) -> bool:
    """"I'm scared of going blind from filler", "which warning signs should I list": nothing has happened."""
    if match.owner in {"sign:suicidal_self_harm", "sign:low_mood"} and not {("scared", "of")} & set(pairwise(text[max(0, match.start - 3) : match.start + 1])):
        return False
    sentence = sentence_of(match, text)
    before = text[max(0, match.start - 6) : match.start + 1]
    feared = bool(_AFRAID & set(pairwise(before)))
    if _TELLS & set(text[match.start : match.end]):
        return False  # "miedo a quedarme ciega, veo borroso"
    return (feared or bool(_LISTING & set(pairwise(sentence)) and not OWN & {*text[match.start : match.end]})) and not _HAD & set(sentence)


_WILL = {("worried", "about"), ("worry", "about"), ("scared", "of"), ("afraid", "of"), ("risk", "of"), ("fear", "is"), ("chance", "of"), ("chances", "of"), ("will", "i"), ("could", "i"), ("would", "i"), ("will", "it"), ("would", "it"), ("could", "it"), ("peur", "de"), ("risque", "de"), ("miedo", "a"), ("riesgo", "de"), ("va", "a")}
_GOT = frozenset("got get has have had now left gave noticed appeared showed still since ago yesterday today last fades fade faded".split())

_DARK = frozenset("mark marks dark darker hyperpigmentation pigmentation spots taches marques manchas marcas".split())


def feared_marks(match: Match, text: Sequence[str]) -> bool:
    """"Should I worry about dark marks after microneedling": later marks are feared, and none is there."""
    if match.owner != "sign:pigment_change" and not (match.owner.startswith("aftermath:") and _DARK & set(text[match.start : match.end])):
        return False
    sentence = sentence_of(match, text)
    first = max(0, match.start - 6)
    asked = _WILL & set(pairwise(text[first : match.start + 1]))
    reason = any(a == "since" and b in {"i", "im", "ive", "my"} for a, b in pairwise(sentence)) and not {"had", "have", "got"} & set(sentence)  # "since I tan easily"
    told = _GOT - ({"since"} if reason else set()) - ({"get", "have"} if asked & {("will", "i"), ("could", "i"), ("would", "i")} else set())
    return bool(asked) and not told & set(sentence) and not any(pair in {("these", "marks"), ("my", "dark"), ("the", "dark"), ("my", "marks")} for pair in pairwise(sentence))


_WORRY = {("worry", "about"), ("worried", "about"), ("scared", "of"), ("afraid", "of"), ("fear", "is"), ("peur", "d"), ("miedo", "a"), ("miedo", "de")}


def fears_marks(text: Sequence[str]) -> bool:
    """Tell whether marks are only feared: "do I need to worry about dark patches after a laser".

    Args:
        text: plain words.
    """
    return bool(_WORRY & set(pairwise(text))) and bool((_DARK | {"patches", "scarring", "scars"}) & set(text)) and not (_GOT | {"my"}) & set(text)


_UNDONE = {("not", "had"), ("never", "had"), ("nothing", "done"), ("had", "nothing"), ("none", "of"), ("not", "started"), ("havent", "started"), ("havent", "had"), ("before", "i")}
_PLANS = {("had", "a"), ("thing", "done"), ("had", "any"), ("anything", "done"), ("started", "yet"), ("us", "have"), ("let", "her"), ("had", "it"), ("i", "book"), ("i", "let")}


def _nothing_done(match: Match, text: Sequence[str]) -> bool:
    """"I've not had a thing done yet", "I've never had any": what is told befell others or is feared."""
    pairs = set(pairwise(text))
    return match.owner not in LASTS and bool(_UNDONE & pairs) and bool(_PLANS & pairs) and not STILL & set(text) and not {"my", "mine"} & set(text[max(0, match.start - 2) : match.end])


_TO_COME = {("mois", "prochain"), ("semaine", "prochaine"), ("next", "month"), ("next", "week"), ("next", "year")}
_NOW = frozenset("now today yesterday tonight ago since already".split())


def _still_to_come(match: Match, text: Sequence[str]) -> bool:
    """"After my CO2 next month they want to put it on the raw skin": nothing has been done."""
    sentence = sentence_of(match, text)
    planned = bool(_TO_COME & set(pairwise(text[max(0, match.start - 12) : match.start])))
    return match.owner == "sign:burn_blisters" and planned and bool({"raw", "vif"} & set(text[match.start : match.end])) and not (_NOW | {"is", "are", "feels", "has"}) & set(sentence)


_ANYONES = frozenset("black dark darker brown asian indian african coloured colored".split())
_GROWN = frozenset({"sign:area_bigger_firm", "sign:area_grew_after_freezing"})
_MAY_CAUSE = frozenset("cause causes causer provoquer donner causar provocar".split())
_MAY = frozenset("can could may might peut peuvent puede pueden podria pourrait".split())


def asked_in_general(match: Match, text: Sequence[str]) -> bool:
    """"Est-ce que le filler peut causer une nécrose": asked of what can be, and nothing is told as done."""
    if match.owner == "sign:burn_blisters" and any(burns == "burns" and whose in _ANYONES for burns, whose in pairwise(text[match.start : match.end + 1])):
        return True  # "a barber says laser burns black skin"
    before = text[max(0, match.start - 5) : match.start + 1]
    sentence = sentence_of(match, text)
    true = next((n for n, pair in enumerate(pairwise(sentence)) if pair == ("it", "true")), None)
    if true is not None and not (_HAD | OWN) & set(sentence[true:]):
        return True  # "my son wants it, is it true it makes them suicidal"
    if match.owner in _GROWN and text[0] in WOULD and not (_HAD | {"went", "got", "mine"}) & set(text):
        return True  # "could fat freezing make my belly bigger"
    may = bool(_MAY_CAUSE & set(before) and _MAY & set(before))
    return may and not (_HAD | OWN) & set(sentence_of(match, text))


_FEARS = frozenset("miedo panico terror pavor temo asusta aterra peur panique terrifiee terrifie flippe angoisse crains".split())
_OF_IT = frozenset("que qu de d a".split())
_ALREADY = frozenset(
    "haya hayan hubiera haber tener este esten estar siga soit soient ait aie avoir etre pero mais porque ya car sigue hoy ayer anoche ahora desde hace hier depuis matin maintenant encore todavia now since today yesterday tonight already still ago feel feeling dizzy lightheaded dejo puse puso hizo hice fait faite".split()
)
_DONE = frozenset("puse puso hizo hice fait faite".split())
_NEVER = frozenset("jamais nunca jamas".split())
_REACH = 14  # words


def _feared_to_come(match: Match, text: Sequence[str]) -> bool:
    """"Me da pánico que el peeling me deje la cara quemada", "panique à l'idée qu'un peeling me brûle": feared of what is to come."""
    if match.owner in LASTS or _TELLS & set(text[match.start : match.end]):
        return False
    told = text[max(opening(text, match.start), match.start - _REACH) : match.start + 1]
    place = max((n for n, word in enumerate(told) if word in _FEARS), default=None)
    linked = place is not None and bool(_OF_IT & set(told[place + 1 : place + 4]))
    return linked and not (_ALREADY - (_DONE if _NEVER & set(text) else set())) & set(text)


_WHAT_IF = frozenset({("y", "si"), ("pasa", "si"), ("pasaria", "si"), ("hago", "si"), ("et", "si"), ("passe", "si"), ("what", "if")})
_NEVER_HAD = (
    "nunca me ha pasado", "jamas me ha pasado", "nunca me paso", "aun no me", "todavia no me", "no me lo he hecho", "nunca me lo", "jamais arrive", "pas encore fait", "jamais fait", "jamais eu", "not had it", "never had it", "havent had it", "hasnt been done", "never happened",
)
_DURING = frozenset("durante pendant during".split())


def _what_if(match: Match, text: Sequence[str]) -> bool:
    """"¿Y si me desmayo en la depilación? Nunca me ha pasado", "qué pasa si me desmayo durante la cera": asked of what may come, by somebody to whom nothing has happened."""
    told = text[max(opening(text, match.start), match.start - 8) : match.start + 1]
    if match.owner in LASTS or not _WHAT_IF & set(pairwise(told)):
        return False
    joined = " ".join(text)
    return (any(said in joined for said in _NEVER_HAD) or bool(_DURING & set(sentence_of(match, text)))) and not (_ALREADY - {"fait", "a", "encore", "todavia", "pero", "mais"}) & set(text)


_THINGS = frozenset("gel nail nails lamp lamps uv sunbed sunbeds solarium tanning shellac sunscreen deodorant talc botox laser lasers ipl retinol hydroquinone parabens".split())
_BY = frozenset("from with by".split())
_A_SPOT = frozenset(
    "mole moles spot spots patch patches line stripe streak lump lumps bump sore sores mark marks dark brown black growth freckle freckles changed changing changes bleeding bleeds grew growing new itchy crusty nailbed this it".split()
)


def _cancer_of_a_thing(match: Match, text: Sequence[str]) -> bool:
    """"Worried about cancer from gel nails": fear of a thing, where no spot is told of."""
    by = any(a in {"cancer", "melanoma"} and b in _BY and bool(_THINGS & set(text[n + 2 : n + 5])) for n, (a, b) in enumerate(pairwise(text)))
    return match.owner == "sign:mole_change" and by and not _A_SPOT & set(text)


NOT_YET: tuple[Callable[[Match, Sequence[str]], bool], ...] = (_still_to_come, only_feared, feared_marks, _nothing_done, asked_in_general, _feared_to_come, _what_if, _cancer_of_a_thing)
