"""A question as words, what was found in them, and the person, before anything is concluded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from skinproof.catalogue.lexicon import Found
from skinproof.catalogue.outcome import Family
from skinproof.catalogue.pattern import Match
from skinproof.catalogue.text import END, words
from skinproof.question.age import set_off
from skinproof.question.case import Person
from skinproof.question.denial import denied, only_no_surgery
from skinproof.question.injected import as_injected
from skinproof.question.ink_elsewhere import without_far_ink
from skinproof.question.language import language_of
from skinproof.question.not_had import left_marks
from skinproof.question.pasted import names_treatments, short_pieces, with_actives
from skinproof.question.person import read_person
from skinproof.question.spelling import respelt
from skinproof.question.spoken import in_full
from skinproof.question.unfounded import founded
from skinproof.question.vocabulary import Vocabulary
from skinproof.question.whose import somebody_elses


class Read(Struct, frozen=True, kw_only=True):
    """A question as words, what was found in them, and the person, before anything is concluded."""

    question: str
    listed: str | None
    text: list[str]
    put_right: Sequence[tuple[str, str]]
    found: Found
    person: Person
    hoped: list[str]
    families: Mapping[str, Family]


def read_words(question: str, vocabulary: Vocabulary, profile: Person | None, as_of: dt.date | None) -> Read:
    """Return the words of a question with what was found in them.

    Args:
        question: as typed.
        vocabulary: names, phrases and families.
        profile: what is known of the person beside the question.
        as_of: the day on which it is asked.
    """
    run = short_pieces(question)
    if run and names_treatments(run, vocabulary.lexicon):
        run = None
    text, put_right = respelt(in_full(words(question.replace(run, " ") if run else question)), vocabulary.lexicon.knows)
    listed = with_actives(question, run) if run else None
    found = _with_bare(vocabulary.lexicon.find([*text, END]), text, vocabulary.families)
    found = as_injected(found, text, vocabulary.families, vocabulary.injected)
    person = read_person(
        text, [m for m in found.phrases if m.owner.startswith("condition:")], profile,
        set_off_age=None if listed else set_off(question), this_year=(as_of or dt.date.today()).year,  # noqa: DTZ011
    )
    hoped = [
        m.owner.partition(":")[2] for m in found.phrases
        if m.owner.startswith("goal:") and (not denied(m, text) or only_no_surgery(m, text)) and not _part_of_name(m, found, text) and not _ill_relative(m, text, person) and not _cancer_told(m, text, person) and not _keloid_told(m, found, text) and not left_marks(m, text)
    ]
    near = without_far_ink(text)
    families = {name: _in_sense(family, near, hoped) for name, family in vocabulary.families.items()}
    return Read(question=question, listed=listed, text=text, put_right=put_right, found=found, person=person, hoped=hoped, families=families)


def _ill_relative(goal: Match, text: Sequence[str], person: Person) -> bool:
    """The skin cancer that a sister had is no aim of the asker."""
    return goal.owner == "goal:skin_cancer" and not person.about_someone_else and somebody_elses(goal, text)


_MAY_I = frozenset({("can", "i"), ("may", "i"), ("could", "i"), ("puis", "je"), ("je", "peux")})
_OF_CANCER = frozenset("prevent prevents preventing treat treats treating cure cures clear against again risk lower another prevenir traiter evitar tratar".split())


def _cancer_told(goal: Match, text: Sequence[str], person: Person) -> bool:
    """"Melanoma in 2021, may I have a spray tan": told of the person, and not what the tan is for."""
    leave = bool(_MAY_I & set(pairwise(text))) or "puedo" in text
    cured = {"clear"} if ("all", "clear") in pairwise(text) else set()
    return goal.owner == "goal:skin_cancer" and person.has("cancer_history", "cancer_long_over", "melanoma_risk") and leave and not (_OF_CANCER - cured) & set(text)


_NOT_FOR_KELOIDS = frozenset("ha_filler filler botulinum_lines toxin ha_skin_booster filler_other hydradermabrasion laser_hair_removal injectable".split())


def _keloid_told(goal: Match, found: Found, text: Sequence[str]) -> bool:
    """"I have a keloid, thinking of lip filler": told of the person, and not what the filler is for."""
    told = goal.owner == "goal:scars" and text[goal.start].startswith(("keloid", "cheloid", "queloid"))
    return told and bool(found.names) and all(m.owner.partition(":")[2] in _NOT_FOR_KELOIDS for m in found.names)


def _part_of_name(goal: Match, found: Found, text: Sequence[str]) -> bool:
    """The oil of "castor oil" is nobody's aim."""
    if goal.owner == "goal:oil" and text[goal.end - 1 : goal.end + 1] in (["oily", "skin"], ["greasy", "skin"]) and text[goal.start - 1 : goal.start] in (["for"], ["on"], ["with"]):
        return True  # "which sunscreen for oily skin", "powder brows on oily skin"
    if goal.owner == "goal:collagen" and any(word.startswith(_MADE) for word in text[max(0, goal.start - 4) : goal.start]):
        return False  # "estimula el colágeno"
    return goal.owner in {"goal:oil", "goal:collagen"} and any(name.start <= goal.start and goal.end <= name.end for name in found.names)


_MADE = ("stimul", "estimul", "produ", "fabri", "regener", "augment", "aument", "relanc", "activ", "boost", "build", "rebuild")  # how words of making begin


def _in_sense(family: Family, text: Sequence[str], hoped: Sequence[str]) -> Family:
    """A family with the members that its name means in this text: "laser" beside "chin hair" removes hair."""
    for sense in family.senses:
        if set(sense.words) & set(text) or (hoped and set(hoped) <= set(sense.goals)):
            return replace(family, members=sense.members)
    return family


def _with_bare(found: Found, text: Sequence[str], families: Mapping[str, Family]) -> Found:
    """Add the words that are a family's name only where they stand as a noun, outside of longer names, and leave out beliefs whose subject is denied."""
    found = founded(found, text)
    padded = (END, *text, END)
    abroad = language_of(text) != "en"
    bare = [
        Match(owner=f"family:{name}", start=place, end=place + 1) for name, family in families.items() if family.bare for place, word in enumerate(text)
        if (word in family.bare.words or (abroad and word in family.bare.abroad)) and padded[place] not in family.bare.not_after and padded[place + 2] not in family.bare.not_before
        and not any(m.start <= place < m.end for m in found.names)
    ]
    return replace(found, names=tuple(sorted((*found.names, *bare), key=lambda m: m.start))) if bare else found
