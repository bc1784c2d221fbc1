"""Which signs a text tells of as happening: not those denied, feared, long past, or asked about in general."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match, sentence_of
from skinproof.catalogue.text import END, opening
from skinproof.question.denial import denied
from skinproof.question.elsewhere import BEFALLS_NOBODY, ON_THE_SKIN, described, of_people
from skinproof.question.harmless import HARMLESS
from skinproof.question.in_french import FRENCH
from skinproof.question.in_spanish import BEFALLS_NOBODY_IN_SPANISH
from skinproof.question.language import language_of
from skinproof.question.long_healed import LONG_HEALED, but_mine, once_low_and_well
from skinproof.question.lookalikes import LOOKS_LIKE
from skinproof.question.may_do import WOULD, may_do
from skinproof.question.only_asked import ONLY_ASKED, feared_low_mood
from skinproof.question.settled import SETTLED, Told

_OPENERS = frozenset("can could does do did will would is are how what which should why when".split())
_REAL = frozenset(
    "baby babys toddler toddlers i im ive id my me mine we our she he her his they their sister mum mom wife husband daughter son friend brother after since ago now today yesterday tonight "
    "morning hours days weeks months minutes just still suddenly started turned".split()
)
# Asking of chances speaks of nobody unless a person is named.
_PERSONS = frozenset("i im ive id my me mine we our she he her his they their hers sister mum mom wife husband daughter son friend brother today yesterday tonight now".split())
_CHANCES = frozenset("chances chance odds likelihood".split())
_GENERAL_OPENINGS = {("do", "you"), ("do", "people"), ("how", "often"), ("how", "common"), ("how", "likely")}


def asserted(matches: Iterable[Match], text: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the signs that are told as happening.

    Args:
        matches: matches of any owner; those of `sign:ID` are looked at.
        text: the words that they were found in.
    """
    if _hypothetical(text):
        matches = [m for m in matches if m.owner in ON_THE_SKIN] if described(text) else []
    found: dict[str, None] = {}
    somewhere_else = (*_ELSEWHERE, *_IN_ITS_LANGUAGE.get(language_of(text), ()))
    for match in matches:
        kind, _, sign = match.owner.partition(":")
        if kind != "sign" or sign in found or denied(match, text) or any(elsewhere(match, text) for elsewhere in somewhere_else):
            continue
        if not any(settled(_told(match, text)) for settled in SETTLED):
            found[sign] = None
    return tuple(found)


_LONG_AGO_WORDS = 14
_YEAR_PAST = re.compile(r"(?:19[5-9]\d|20[01]\d|202[0-4])")
_OF_NOW = frozenset("now still today tonight since yesterday again suddenly keeps ongoing".split())


def _long_ago(match: Match, text: Sequence[str]) -> bool:
    """"When I was 12 a black henna tattoo blistered", "optic neuritis in 2016": told of the past, in one sentence and without a word of now."""
    before = list(text[max(0, match.start - _LONG_AGO_WORDS) : match.start])
    before = before[len(before) - before[::-1].index(END) :] if END in before else before
    near = [*before, *text[match.start : match.end + 3]]
    child = any(tuple(near[n : n + 3]) in {("when", "i", "was"), ("quand", "j", "avais"), ("cuando", "yo", "tenia")} and near[n + 3 : n + 4] != [] and near[n + 3].isdigit() for n in range(len(near)))
    dated = any(a in {"in", "en", "back"} and _YEAR_PAST.fullmatch(b) for a, b in pairwise(before))
    return (child or dated) and not _OF_NOW & set(near)


_AROUND = 60  # words that are asked on either side


def befell(match: Match, text: Sequence[str]) -> bool:
    """Tell whether something that may follow a treatment is told as having followed it: not denied, feared, read of, or somebody else's.

    Args:
        match: a match of any owner.
        text: the words that it was found in.
    """
    first = max(0, match.start - _AROUND)
    near, match = text[first : match.end + _AROUND], Match(match.owner, match.start - first, match.end - first)
    return not (denied(match, near) or any(elsewhere(match, near) for elsewhere in (_read_about, _only_feared, _befell_another, _only_heard, _asked_in_general, of_people, once_low_and_well, feared_low_mood)))


_SAID_NOT = frozenset({"sign:leg_swelling", "sign:face_swelling", "sign:fever_unwell", "sign:spreading_redness", "sign:pus", "sign:hot_painful_swelling"})


def _said_not(match: Match, text: Sequence[str]) -> bool:
    """"Leg itself not swollen": the no stands inside."""
    return match.owner in _SAID_NOT and bool({"not", "isnt", "arent", "wasnt", "never"} & set(text[max(match.start, match.end - 3) : match.end - 1]))


_KIN_OF_OLD = {("years", "ago"), ("ans", "moi"), ("anos", "yo"), ("vingt", "ans"), ("dix", "ans"), ("veinte", "anos"), ("diez", "anos"), ("hace", "anos"), ("hace", "siglos"), ("decades", "ago"), ("ages", "ago")}
_KIN = frozenset("nan nana gran grandma grandmother mum mom mother dad father aunt uncle sister brother cousin neighbour neighbor voisine voisin tante mere grand abuela abuelo vecina vecino tia tio madre padre mama papa suegra prima primo amiga amigo".split())


def _kin_long_ago(match: Match, text: Sequence[str]) -> bool:
    """"My nan went blind in one eye years ago" befell her, long ago."""
    start = opening(text, match.start) - 1
    hers = bool(_KIN & set(text[start + 1 : match.end])) and not but_mine(match, text)
    return hers and bool(_KIN_OF_OLD & set(pairwise(sentence_of(match, text)))) and not _OWN - {"my", "mi"} & set(text[max(start + 1, match.start - 2) : match.end]) and not _HAPPENING & set(sentence_of(match, text)[: match.end - start])


def _a_keloid(match: Match, text: Sequence[str]) -> bool:
    """A keloid that keeps growing and itches is a keloid and no mole."""
    return match.owner in {"sign:mole_change", "sign:grows_fast_or_bleeds"} and any(word.startswith("keloid") for word in sentence_of(match, text)) and not {"mole", "moles"} & set(text)


_ALLERGIC_SIGNS = frozenset({"sign:trouble_breathing", "sign:hives_spreading", "sign:throat_tongue_swelling", "sign:face_swelling"})
_AT_PRESENT = frozenset("now today tonight hour hours minute minutes just started since yesterday suddenly still ago morning after".split())


_WHENEVER = frozenset({("gives", "me"), ("makes", "me"), ("give", "me"), ("make", "me"), ("hives", "from"), ("hives", "with"), ("hives", "when")})


def _of_old(match: Match, text: Sequence[str]) -> bool:
    """"Allergic to salmon (throat swells)", "aspirin gives me hives": what happens whenever, and nothing that happens now."""
    if match.owner not in _ALLERGIC_SIGNS or _AT_PRESENT & set(text):
        return False
    start = opening(text, match.start) - 1
    sentence = text[start + 1 : match.end + 4]
    return bool({"allergic", "allergy", "allergies"} & set(sentence)) or bool(_WHENEVER & set(pairwise(sentence)))


_REPORTS = frozenset(
    "warning warnings article study studies reddit news report reports headlines read influencer influencers celebrity celeb actress documentary video videos headline podcast horror stories mail star tweet noticias noticia articulo folleto prospecto reportaje leyo lei foro reels vi infos".split()
)


_CANNOT = frozenset("cant cannot couldnt hardly barely to".split())  # "can't read properly" tells of eyes, not of news
_HEARD_OF = {("heard", "of"), ("heard", "about"), ("heard", "that"), ("heard", "people"), ("heard", "it"), ("heard", "you")}
_HAPPENING = frozenset("now then suddenly today yesterday tonight ahora hoy ayer anoche repente".split())


def _read_about(match: Match, text: Sequence[str]) -> bool:
    """"Then I read the FDA put a warning out about fat loss": what is read of is not what one has."""
    start = opening(text, match.start) - 1
    told = text[start + 1 : match.end]
    place = max((n for n, w in enumerate(told) if (w in _REPORTS and not (w == "read" and _CANNOT & set(told[max(0, n - 1) : n]))) or (w, *told[n + 1 : n + 2]) in _HEARD_OF), default=None)
    return place is not None and not (_OWN | _HAPPENING) & set(told[place:])


_SOMEBODY = frozenset("woman lady girl guy man someone somebody person people patient celebrity influencer model".split())
_SEEN_IN = frozenset("group forum news feed tiktok facebook fb instagram insta reddit article magazine class chat".split())
_IF_IT_DOES = {("if", "it"), ("if", "this"), ("if", "that")}


def _of_one_heard_of(match: Match, text: Sequence[str]) -> bool:
    """"It went wrong for a woman in my group, she went blind. If it happens, can they fix it": nobody here has it."""
    before = text[max(0, match.start - 30) : match.start]
    place = next((n for n, w in enumerate(before[:-1]) if w in _SOMEBODY and _SEEN_IN & set(before[n + 1 : n + 5])), None)
    return place is not None and bool(_IF_IT_DOES & set(pairwise(text))) and not {"i", "im", "ive", "me"} & set(before[place:])


_OWN = frozenset("my me i ive im mine mi yo tengo estoy".split())
_PEOPLE = frozenset("friend friends sister cousin colleague coworker neighbour neighbor mum mom aunt mate".split())
_HAD_IT = {("amie", "a"), ("ami", "a"), ("copine", "a"), ("voisine", "a")}
_URGENT_FOR_ANYBODY = frozenset({"sign:trouble_breathing", "sign:throat_tongue_swelling", "sign:suicidal_self_harm", "sign:vision_loss"})


def _befell_another(match: Match, text: Sequence[str]) -> bool:
    """"My friend's face blew up after hers", told beside one's own plans, befell the friend, some time ago."""
    before = text[max(0, match.start - 2) : match.start]
    inside = text[match.start : match.end + 3]
    if match.owner == "sign:eyelid_droop" and _HAD_IT & set(pairwise(text[max(0, match.start - 4) : match.start])):
        return True  # "une amie a eu un oeil qui tombe"
    plans = bool({"booked", "getting", "having", "planning", "thinking", "save", "considering", "worth", "scared"} & set(text)) and "now" not in text
    return plans and bool(_PEOPLE & {w.removesuffix("s") for w in before} | _PEOPLE & set(before)) and "hers" in inside and match.owner not in _URGENT_FOR_ANYBODY


_ONCE = {("back", "when"), ("years", "ago"), ("yrs", "ago"), ("year", "ago"), ("last", "year")}
_AS_A_CHILD = {("when", "i", "was"), ("as", "a", "kid"), ("as", "a", "child"), ("as", "a", "teen"), ("as", "a", "teenager")}
_LONG_PAST = frozenset("2005 2006 2007 2008 2009 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 kid child teenager".split())
_HEALED = frozenset("healed fine resolved cleared better recovered mark harm since now later".split())
_PAST_PAIRS = {("long", "healed"), ("a", "mark"), ("a", "scar"), ("no", "mark"), ("no", "harm"), ("fine", "since"), ("all", "fine"), ("all", "healed"), ("healed", "with"), ("eat", "strawberries"), ("went", "away"), ("gone", "now"), ("all", "good"), ("cleared", "up"), ("bother", "since"), ("ever", "since"), ("no", "trouble"), ("all", "clear")}
_ENDS = frozenset({END, "and", "but", "so", "though", "can", "is"})
_STILL = frozenset("still again suddenly today yesterday tonight keeps worse spreading hours hurts".split())
_LASTS = frozenset({"sign:late_lumps", "sign:lump_many_months", "sign:suicidal_self_harm", "sign:mole_change", "sign:sore_not_healing", "sign:low_mood"})


def _long_over(match: Match, text: Sequence[str]) -> bool:
    """"Two years ago the filler blanched, it healed with no mark": told as past, and told as healed."""
    if match.owner in _LASTS or _STILL & set(text):
        return False
    pairs = set(pairwise(text))
    fine = any(b == "now" and a in {"fine", "up", "ok", "okay"} and c in _ENDS for a, b, c in zip(text, text[1:], (*text[2:], END), strict=False))  # not "was fine, now one side is hot"
    child = bool(_AS_A_CHILD & set(zip(text, text[1:], text[2:], strict=False)))
    return (fine or bool(_PAST_PAIRS & pairs)) and bool(child or _ONCE & pairs or _LONG_PAST & set(sentence_of(match, text)) or {"may", "june", "july", "summer", "spring"} & set(sentence_of(match, text)))


_LISTING = {("warning", "signs"), ("signs", "should"), ("what", "if"), ("would", "happen"), ("nothing", "has"), ("too", "much")}
_AFRAID = {("scared", "of"), ("afraid", "of"), ("worried", "about"), ("peur", "de"), ("miedo", "de"), ("miedo", "a"), ("miedo", "que"), ("miedo", "quedarme"), ("me", "aterra"), ("aterra", "que"), ("aterra", "dejar"), ("aterra", "quedarme"), ("panico", "de"), ("fear", "of"), ("scared", "it"), ("terrified", "of"), ("terrified", "ill"), ("scared", "ill"), ("afraid", "ill"), ("risk", "of"), ("risks", "of"), ("chance", "of")}
_HAD = frozenset("after since ago yesterday today now hours days started still depuis desde hier ayer hoy anoche ahora hace".split())


def _only_feared(match: Match, text: Sequence[str]) -> bool:
    """"I'm scared of going blind from filler", "which warning signs should I list": nothing has happened."""
    if match.owner in {"sign:suicidal_self_harm", "sign:low_mood"} and not {("scared", "of")} & set(pairwise(text[max(0, match.start - 3) : match.start + 1])):
        return False
    sentence = sentence_of(match, text)
    before = text[max(0, match.start - 6) : match.start + 1]
    feared = bool(_AFRAID & set(pairwise(before)))
    return (feared or bool(_LISTING & set(pairwise(sentence)) and not _OWN & {*text[match.start : match.end]})) and not _HAD & set(sentence)


_UNDONE = {("not", "had"), ("never", "had"), ("nothing", "done"), ("had", "nothing"), ("none", "of"), ("not", "started"), ("havent", "started"), ("havent", "had"), ("before", "i")}
_PLANS = {("had", "a"), ("thing", "done"), ("had", "any"), ("anything", "done"), ("started", "yet"), ("us", "have"), ("let", "her"), ("had", "it"), ("i", "book"), ("i", "let")}


def _nothing_done(match: Match, text: Sequence[str]) -> bool:
    """"I've not had a thing done yet", "I've never had any": what is told befell others or is feared."""
    pairs = set(pairwise(text))
    return match.owner not in _LASTS and bool(_UNDONE & pairs) and bool(_PLANS & pairs) and not _STILL & set(text) and not {"my", "mine"} & set(text[max(0, match.start - 2) : match.end])


_TO_COME = {("mois", "prochain"), ("semaine", "prochaine"), ("next", "month"), ("next", "week"), ("next", "year")}
_NOW = frozenset("now today yesterday tonight ago since already".split())


def _still_to_come(match: Match, text: Sequence[str]) -> bool:
    """"After my CO2 next month they want to put it on the raw skin": nothing has been done."""
    sentence = sentence_of(match, text)
    planned = bool(_TO_COME & set(pairwise(text[max(0, match.start - 12) : match.start])))
    return match.owner == "sign:burn_blisters" and planned and bool({"raw", "vif"} & set(text[match.start : match.end])) and not (_NOW | {"is", "are", "feels", "has"}) & set(sentence)


_DRINKERS = frozenset("skin face hair lips hands piel cara pelo labios".split())


def _skin_drinks(match: Match, text: Sequence[str]) -> bool:
    """Whether skin is said to drink: "my skin drank that moisturiser"."""
    return match.owner in {"sign:swallowed_product", "sign:child_swallowed"} and bool(_DRINKERS & set(text[max(0, match.start - 2) : match.start]))


_BRUISE = frozenset("bruise bruises bruised bruising bleu moraton".split())
_FADING = frozenset("yellow yellowish greeny green greenish mustard jaune amarillo fading".split())


def _fading_bruise(match: Match, text: Sequence[str]) -> bool:
    """A bruise that goes from purple to green or yellow, and does not hurt, is going."""
    calm = bool({("doesnt", "hurt"), ("no", "pain"), ("not", "painful"), ("dont", "hurt"), ("hardly", "sore"), ("barely", "hurts"), ("pinks", "straight"), ("pinks", "back")} & set(pairwise(text)))
    return match.owner in {"sign:skin_white_mottled", "sign:colour_change"} and calm and bool(_BRUISE & set(text)) and bool(_FADING & set(text))


_SAYINGS = (
    ("suicide", "squad"), ("cabin", "fever"), ("spring", "fever"), ("hay", "fever"), ("disco", "fever"), ("saw", "stars"), ("fever", "going"), ("it", "cant", "breathe"), ("cant", "breathe", "its", "so"), ("skin", "cant", "breathe"), ("skin", "breathes"), ("skin", "is", "not", "breathing"), ("skin", "isnt", "breathing"), ("passed", "out", "laughing"), ("pass", "out", "laughing"), ("died", "laughing"),
    ("lots", "of", "blood"), ("let", "it", "breathe"), ("skin", "breathe"), ("casi", "se", "desmaya"), ("escuadron", "suicida"), ("aire", "de", "lo"), ("ahogo", "en", "serums"), ("ahogo", "en", "productos"), ("morir", "de", "risa"), ("muero", "de", "risa"), ("mato", "de", "risa"), ("morir", "de", "verguenza"), ("morir", "de", "la", "verguenza"), ("asfixia", "la", "piel"), ("deja", "respirar", "la", "piel"), ("desmayo", "con", "las", "agujas"), ("desmayo", "con", "agujas"), ("purple", "shampoo"), ("suffocate", "your"), ("suffocating", "my", "skin"), ("smells", "like", "a", "chocolate"), ("make", "skin", "white"), ("makes", "skin", "white"), ("make", "my", "skin", "white"), ("skin", "is", "suffocating"), ("is", "suffocating"), ("melted", "my", "face", "fat"), ("melts", "face", "fat"), ("melt", "face", "fat"), ("melts", "the", "fat"), ("melts", "your"),
)


def _a_saying(match: Match, text: Sequence[str]) -> bool:
    """"Suicide Squad", "cabin fever", "my skin can't breathe": words of alarm in another sense."""
    near = " ".join(text[max(0, match.start - 3) : match.end + 3])
    return any(" ".join(saying) in near for saying in _SAYINGS)


_ANYONES = frozenset("black dark darker brown asian indian african coloured colored".split())
_GROWN = frozenset({"sign:area_bigger_firm", "sign:area_grew_after_freezing"})
_MAY_CAUSE = frozenset("cause causes causer provoquer donner causar provocar".split())
_MAY = frozenset("can could may might peut peuvent puede pueden podria pourrait".split())


def _asked_in_general(match: Match, text: Sequence[str]) -> bool:
    """"Est-ce que le filler peut causer une nécrose": asked of what can be, and nothing is told as done."""
    if match.owner == "sign:burn_blisters" and any(burns == "burns" and whose in _ANYONES for burns, whose in pairwise(text[match.start : match.end + 1])):
        return True  # "a barber says laser burns black skin"
    before = text[max(0, match.start - 5) : match.start + 1]
    sentence = sentence_of(match, text)
    true = next((n for n, pair in enumerate(pairwise(sentence)) if pair == ("it", "true")), None)
    if true is not None and not (_HAD | _OWN) & set(sentence[true:]):
        return True  # "my son wants it, is it true it makes them suicidal"
    if match.owner in _GROWN and text[0] in WOULD and not (_HAD | {"went", "got", "mine"}) & set(text):
        return True  # "could fat freezing make my belly bigger"
    may = bool(_MAY_CAUSE & set(before) and _MAY & set(before))
    return may and not (_HAD | _OWN) & set(sentence_of(match, text))


_OVER = {("rien", "aujourdhui"), ("rien", "maintenant"), ("nothing", "today"), ("nothing", "now"), ("gone", "today"), ("gone", "now"), ("fine", "today"), ("fine", "now"), ("all", "gone")}


def _over_now(match: Match, text: Sequence[str]) -> bool:
    """"Pink for ten minutes, nothing today, was that a burn": it is over."""
    return match.owner in {"sign:burn_blisters", "sign:hives_spreading", "sign:spreading_redness"} and bool(_OVER & set(pairwise(text))) and not _STILL - {"today", "yesterday", "hours"} & set(text)


_HEARSAY = {("they", "say"), ("people", "say"), ("everyone", "says"), ("i", "hear"), ("i", "heard"), ("ive", "heard"), ("supposedly", END), ("reviews", "say")}


def _only_heard(match: Match, text: Sequence[str]) -> bool:
    """"Hurts like hell, they say": told by others of others, and not "I hear voices"."""
    near = [*text[match.end : match.end + 4], END, END]
    return match.owner not in _LASTS and bool(_HEARSAY & {(a, b) for a, b, c in zip(near, near[1:], near[2:], strict=False) if c not in {"voices", "things", "noises"}})


_ELSEWHERE: tuple[Callable[[Match, Sequence[str]], bool], ...] = (_kin_long_ago, _long_ago, _a_keloid, _still_to_come, _said_not, _of_old, _read_about, _of_one_heard_of, _befell_another, _long_over, _only_feared, _nothing_done, _skin_drinks, _fading_bruise, _a_saying, _asked_in_general, _over_now, _only_heard, *BEFALLS_NOBODY, *LOOKS_LIKE, *LONG_HEALED, *HARMLESS, *ONLY_ASKED)
_IN_ITS_LANGUAGE: dict[str, tuple[Callable[[Match, Sequence[str]], bool], ...]] = {"fr": FRENCH, "es": BEFALLS_NOBODY_IN_SPANISH}


def _told(match: Match, text: Sequence[str]) -> Told:
    return Told(
        sign=match.owner.partition(":")[2], before=text[max(0, match.start - 3) : match.start], inside=text[match.start : match.end], after=text[match.end : match.end + 6],
    )


def _hypothetical(text: Sequence[str]) -> bool:
    """A question about what can happen, in which nobody and no time is named, tells of no sign: "can botox make lids droop"."""
    if may_do(text):
        return True
    general = bool(_CHANCES & set(text[:6])) or tuple(text[:2]) in _GENERAL_OPENINGS or (list(text[:1]) == ["is"] and text[-1] in {"common", "rare"})
    if general:
        return not _PERSONS & set(text)
    return bool(text) and text[0] in _OPENERS and not _REAL & set(text)
