"""Which signs a text tells of as happening: not those denied, feared, long past, or asked about in general."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match
from skinproof.question.before_it import BEFORE_IT
from skinproof.question.changing_spot import darkened_by_treatment
from skinproof.question.denial import denied
from skinproof.question.elsewhere import BEFALLS_NOBODY, ON_THE_SKIN, described, of_people, of_this_spot
from skinproof.question.fainted_once import fainted_long_ago
from skinproof.question.harmless import HARMLESS
from skinproof.question.heard_of import HEARD_OF, asked_of_a_friend, befell_another, only_heard, read_about
from skinproof.question.in_french import FRENCH
from skinproof.question.in_passing import IN_PASSING
from skinproof.question.in_spanish import BEFALLS_NOBODY_IN_SPANISH
from skinproof.question.language import language_of
from skinproof.question.long_healed import LONG_HEALED, once_low_and_well
from skinproof.question.lookalikes import LOOKS_LIKE
from skinproof.question.may_do import may_do
from skinproof.question.not_yet import NOT_YET, asked_in_general, feared_marks, only_feared
from skinproof.question.old_trouble import OLD_TROUBLE
from skinproof.question.only_asked import ONLY_ASKED, feared_low_mood, mood_asked_of_a_medicine
from skinproof.question.other_senses import said_of_a_thing
from skinproof.question.past_signs import PAST_SIGNS
from skinproof.question.sayings import SAYINGS
from skinproof.question.settled import SETTLED, Told

_OPENERS = frozenset("can could does do did will would is are how what which should why when".split())
_REAL = frozenset(
    "baby babys toddler toddlers i im ive id my me mine we our she he her his they their sister mum mom wife husband daughter son friend brother after since ago now today yesterday tonight "
    "morning hours days weeks months minutes just still suddenly started turned".split()
)
# Asking of chances speaks of nobody unless a person is named.
_PERSONS = frozenset("i im ive id my me mine we our she he her his they their hers sister mum mom wife husband daughter son friend brother today yesterday tonight now".split())
_CHANCES = frozenset("chances chance odds likelihood".split())
_BEFALLEN = frozenset({("had", "it"), ("had", "them"), ("had", "mine"), ("last", "week"), ("last", "night"), ("last", "month")})
_EVEN_IF_ASKED = frozenset({"sign:lethal_amount"})  # the question itself is the sign
_LEFT_OUT_I = {("could", "be"), ("might", "be")}  # "could be pregnant, on spiro"
_GENERAL_OPENINGS = {("do", "you"), ("do", "people"), ("how", "often"), ("how", "common"), ("how", "likely")}


def asserted(matches: Iterable[Match], text: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the signs that are told as happening.

    Args:
        matches: matches of any owner; those of `sign:ID` are looked at.
        text: the words that they were found in.
    """
    if _hypothetical(text):
        kept = ON_THE_SKIN if described(text) else {"sign:mole_change"} if of_this_spot(text) else ()
        matches = [m for m in matches if m.owner in kept or m.owner in _EVEN_IF_ASKED]
    found: dict[str, None] = {}
    somewhere_else = (*_ELSEWHERE, *_IN_ITS_LANGUAGE.get(language_of(text), ()))
    for match in matches:
        kind, _, sign = match.owner.partition(":")
        if kind != "sign" or sign in found:
            continue
        at, near = _around(match, text, _STORY)
        if not (denied(at, near) or any(elsewhere(at, near) for elsewhere in somewhere_else) or any(settled(_told(at, near)) for settled in SETTLED)):
            found[sign] = None
    return tuple(found)


_STORY, _AROUND = 300, 60  # words that are asked on either side, of a sign and of what may follow a treatment


def _around(match: Match, text: Sequence[str], words: int) -> tuple[Match, Sequence[str]]:
    """Return the words about a match, and where it stands in them."""
    first = max(0, match.start - words)
    return Match(match.owner, match.start - first, match.end - first), text[first : match.end + words]


def befell(match: Match, text: Sequence[str]) -> bool:
    """Tell whether something that may follow a treatment is told as having followed it: not denied, feared, read of, or somebody else's.

    Args:
        match: a match of any owner.
        text: the words that it was found in.
    """
    match, near = _around(match, text, _AROUND)
    return not (denied(match, near) or any(elsewhere(match, near) for elsewhere in (read_about, only_feared, feared_marks, befell_another, asked_of_a_friend, only_heard, asked_in_general, of_people, once_low_and_well, feared_low_mood, mood_asked_of_a_medicine)))


_ELSEWHERE: tuple[Callable[[Match, Sequence[str]], bool], ...] = (*PAST_SIGNS, *HEARD_OF, *NOT_YET, *SAYINGS, *BEFALLS_NOBODY, *LOOKS_LIKE, *BEFORE_IT, *OLD_TROUBLE, *LONG_HEALED, *HARMLESS, *ONLY_ASKED, *IN_PASSING, darkened_by_treatment, said_of_a_thing, fainted_long_ago)
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
    return bool(text) and text[0] in _OPENERS and tuple(text[:2]) not in _LEFT_OUT_I and not _REAL & set(text) and not _BEFALLEN & set(pairwise(text))
