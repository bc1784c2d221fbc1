"""What is asked about: treatments, what they carry, what is history or was tried, and the aims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from skinproof.catalogue.lexicon import Found
from skinproof.catalogue.outcome import Family, Meaning
from skinproof.catalogue.text import END, opening
from skinproof.question.case import WITH_CHILD, Person
from skinproof.question.left_out import given_up, of_a_nail, ruled_out, tried_before
from skinproof.question.read import Read
from skinproof.question.shunned import left_out_of
from skinproof.question.vocabulary import Vocabulary
from skinproof.question.whose import somebody_elses

# Products that only carry what is asked about, and the aims that they serve themselves.
_VEHICLES = frozenset({"moisturiser", "toner", "cleanser", "facial"})
_SERVED = frozenset({"hydration", "eczema_goal", "oil", "blackheads"})
# Words that set two names against each other, and how far apart the names may stand.
_OR = frozenset({"or", "vs", "versus", "ou", "o", "contre"})
_CHOICE_WORDS = 4
_FAR_CHOICE_WORDS = 8  # where "or" opens a question of its own: "is filler right or should she have laser"
_OPENS = frozenset("should would could just rather simply maybe".split())
_BOTH = 2  # of a choice between two neither is history
# Treatments that a person mentions as their past or their medicine when another one is asked about.
_HISTORY = {
    "recent_filler": {"ha_filler", "filler_other", "poly_l_lactic_acid", "calcium_hydroxylapatite"}, "recent_toxin": {"botulinum_lines", "intradermal_toxin"},
    "recent_laser": {"ipl", "laser_ablative", "laser_nonablative", "vascular_laser", "pico_laser", "q_switched_laser", "thulium_laser"},
    "recent_peel": {"peel_glycolic", "peel_salicylic", "peel_tca", "peel_deep", "peel_lactic", "peel_mandelic", "peel_jessner", "peel_other"},
    "recent_needling": {"microneedling", "microneedling_home", "rf_microneedling", "micro_infusion"}, "recent_prp": {"prp"},
    "isotretinoin_now": {"isotretinoin_oral"}, "isotretinoin_recent": {"isotretinoin_oral"}, "isotretinoin_past": {"isotretinoin_oral"}, "recent_waxing": {"waxing_threading"},
    "recent_hydrafacial": {"hydradermabrasion"}, "recent_microdermabrasion": {"microdermabrasion"}, "recent_surgery": {"facelift", "blepharoplasty", "body_surgery"}, "recent_face_surgery": {"facelift", "blepharoplasty"}, "recent_removal": {"mole_removal_home", "skin_tag_removal_home", "mole_removal_doctor"},
}


class Asked(Struct, frozen=True, kw_only=True):
    """What is asked about: treatments, what they carry, what is history, and the aims."""

    named: tuple[str, ...]
    subjects: tuple[str, ...]
    treatments: tuple[str, ...]
    contents: tuple[str, ...]
    past: tuple[str, ...]
    left_out: tuple[str, ...]
    tried: tuple[str, ...]
    choice: Literal["treatments", "brands"] | None
    premises: tuple[str, ...]
    alike: tuple[str, Meaning] | None
    hoped: list[str]
    goals: tuple[str, ...]
    outcomes: tuple[str, ...]


def asked_of(read: Read, vocabulary: Vocabulary) -> Asked:
    """Return what is asked about.

    Args:
        read: the question as read.
        vocabulary: names, goals and what treatments usually carry.
    """
    found, text, hoped = read.found, read.text, read.hoped
    left_out = left_out_of(found, text, read.families, hoped=bool(hoped))
    named = () if left_out else _named(found, text, read.families, read.person)
    choice = _choice(found, text)
    neither_past = (choice == "treatments" and len(named) == _BOTH) or _wished_for(found, text)  # "spironolactone or roaccutane", "Accutane for big pores": neither is history
    subjects, past = (named, ()) if neither_past else _subjects(named, read.person)
    carried = {c for t in subjects for c in vocabulary.carries.get(t, ()) if c != t} if not (choice or "which" in found.ids("kind")) else set()
    treatments = tuple(t for t in subjects if t not in carried)
    if "goal_first" in found.ids("concern") and hoped and not set(hoped) <= _SERVED and set(treatments) <= _VEHICLES:
        treatments = ()  # "the key ingredient for a night cream": the cream only carries it
    if "goal_first" in found.ids("concern") and hoped and choice is None and _all_routine(found, text):
        treatments = ()  # "use retinol and spf. Broken veins on my cheek. Is there a cream for that"
    treatments, tried = _still_asked(treatments, found, text, read.families, hoped=bool(hoped), choice=choice is not None)
    premises = _premises(found, read.person)
    alike = None
    if not (treatments or tried or left_out or hoped or premises or found.ids("ingredient") or read.listed or read.person.has(*WITH_CHILD, "infant", "child")):
        alike = vocabulary.meant(text)
    if alike is not None:
        treatments, hoped = alike[1].treatments, list(alike[1].goals)
    goals = tuple(dict.fromkeys(g for goal in hoped for g in (*vocabulary.goals[goal].implies, goal)))
    return Asked(
        named=named, subjects=subjects, treatments=treatments, contents=tuple(t for t in subjects if t in carried), past=past, left_out=left_out, tried=tried, choice=choice,
        premises=premises, alike=alike, hoped=hoped, goals=goals, outcomes=tuple(dict.fromkeys(o for g in goals for o in vocabulary.goals[g].outcomes)),
    )


_USES = frozenset("use using uses wear wearing utilise uso utilizo mets".split())
_BEFORE_ROUTINE = 4  # words


def _all_routine(found: Found, text: Sequence[str]) -> bool:
    """Whether all that is named is what somebody uses, told in a sentence without the aim."""
    names = [m for m in found.names if m.owner.startswith(("treatment:", "family:"))]
    aims = [m for m in found.phrases if m.owner.startswith("goal:")]
    apart = [opening(text, m.start) for m in names]
    return bool(names) and all(_USES & set(text[max(first, m.start - _BEFORE_ROUTINE) : m.start]) for m, first in zip(names, apart, strict=True)) and any(opening(text, m.start) not in apart for m in aims)


_FOR = frozenset("for pour para".split())
_IN_USE_OR_HAD = frozenset("on im ive i was been had took taken taking take takes started finished off my month months week weeks days year years since after while still now sur sous depuis mon tomo tomando desde mi".split())


def _wished_for(found: Found, text: Sequence[str]) -> bool:
    """Whether the one thing named is asked about for an aim, and nothing tells that somebody has it or had it: "Accutane for big pores"."""
    names = [m for m in found.names if m.owner.startswith(("treatment:", "family:"))]
    return len(names) == 1 and bool(_FOR & set(text[names[0].end : names[0].end + 1])) and not _IN_USE_OR_HAD & set(text)


def _premises(found: Found, person: Person) -> tuple[str, ...]:
    """Beliefs that the words hold; some phrases count only of somebody who is pregnant, nursing or trying: "8 weeks pregnant. Can I have my hair dyed"."""
    more = found.ids("premise_with_child") if person.has(*WITH_CHILD) else ()
    return tuple(dict.fromkeys((*found.ids("premise"), *more)))


def _still_asked(treatments: tuple[str, ...], found: Found, text: Sequence[str], families: Mapping[str, Family], *, hoped: bool, choice: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The treatments that are asked about, and those that were tried or given up."""
    tried: tuple[str, ...] = ()
    if "something_else" in found.ids("concern") and hoped and not choice:
        tried, treatments = treatments, ()  # "four peels and no change, what else smooths lines"
    if len(treatments) > 1 and set(found.ids("kind")).isdisjoint({"mixing", "which", "timing"}) and not choice:
        treatments = _without_background(treatments, found, text)
    another = "goal_first" in found.ids("concern") and hoped  # "tried kojic and arbutin, what works best for brown spots"
    dropped = {m.owner.partition(":")[2] for m in found.names if given_up(m, text) or (another and tried_before(m, text))}
    dropped |= {member for name in dropped if name in families for member in families[name].members}
    if dropped & set(treatments) and (set(treatments) - dropped or ("goal_first" in found.ids("concern") and hoped)):
        tried, treatments = (*tried, *(t for t in treatments if t in dropped)), tuple(t for t in treatments if t not in dropped)  # "threw out my tretinoin, what can I use"
    return treatments, tried


# What most people use anyway, and the words that say so.
_BACKGROUND = frozenset({"sunscreen", "sunscreen_mineral", "sunscreen_chemical", "sunscreen_tinted", "moisturiser", "cleanser"})
_IN_USE = frozenset("already do always wear wearing daily religiously anyway".split())
_BEFORE_NAME, _AFTER_NAME = 4, 3


def _without_background(treatments: tuple[str, ...], found: Found, text: Sequence[str]) -> tuple[str, ...]:
    """Leave out what is only said to be in use: "is the capsule worth it, I already wear SPF 50 daily"."""
    used = {
        m.owner.partition(":")[2] for m in found.names
        if m.owner.partition(":")[2] in _BACKGROUND and _IN_USE & set(text[max(0, m.start - _BEFORE_NAME) : m.end + _AFTER_NAME])
    }
    return tuple(t for t in treatments if t not in used) or treatments


_PRAISED = frozenset("loved loves love raves raving swears recommended recommends amazing obsessed adore adora encanta".split())


def _named(found: Found, text: Sequence[str], families: Mapping[str, Family], person: Person) -> tuple[str, ...]:
    """Treatments named, and the usual members of families named without a member; not what somebody else takes, unless nothing else is asked about."""
    own = [m for m in found.names if (person.about_someone_else or not somebody_elses(m, text)) and not ruled_out(m, text)]
    taken = _taken(person) if _PRAISED & set(text) else set()  # "my friend had a peel and loved it. I'm on Accutane. Worth it?"
    own = own if any(m.owner.startswith(("treatment:", "family:")) and m.owner.partition(":")[2] not in taken for m in own) else [m for m in found.names if not of_a_nail(m, text)]
    told = [m.owner.partition(":")[2] for m in own if m.owner.startswith("treatment:")]
    named = [member for name in told for member in (families[name].members if name in families else (name,))]
    wide = [families[m.owner.partition(":")[2]] for m in own if m.owner.startswith("family:")]
    meant = [member for family in wide if not set(family.kin) & set(named) for member in family.members]
    return tuple(dict.fromkeys((*named, *meant)))


def _taken(person: Person) -> set[str]:
    """What the person takes or has had, as told."""
    return {t for condition, them in _HISTORY.items() if condition in person.conditions for t in them}


def _subjects(treatments: Sequence[str], person: Person) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The treatments that are asked about, and those of them that are history: history is asked about if nothing else is."""
    past = _taken(person)
    asked = tuple(t for t in treatments if t not in past)
    return (asked, ()) if asked else (tuple(treatments), tuple(treatments))


def _choice(found: Found, text: Sequence[str]) -> Literal["treatments", "brands"] | None:
    """Whether "this or that" stands between two names: two treatments, or two names of one."""
    for one, other in pairwise(found.names):
        between = text[max(one.start + 1, one.end - 1) : other.start + (text[other.start] in _OR)]  # "a facial or" and "o peeling" are names
        opened = any(a in _OR and b in _OPENS for a, b in pairwise(between))
        if other.start - one.end <= (_FAR_CHOICE_WORDS if opened else _CHOICE_WORDS) and (_OR & set(between) or ("difference" in text[max(0, one.start - 3) : one.start] and "and" in between)) and not {END, "before", "after"} & set(between):
            return "brands" if one.owner == other.owner else "treatments"
    return None
