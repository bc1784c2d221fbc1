"""A question for leave: "when can I wear make-up after botox" is answered by what is held on make-up after botox, and by nothing near it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from msgspec.structs import replace

from skinproof.answer.gathered import Gathered
from skinproof.answer.knowledge import Knowledge
from skinproof.catalogue.rules import Interval, Premise
from skinproof.catalogue.text import words
from skinproof.question.case import Case, Everyday, Part
from skinproof.safety.pairs import Spaced

# Treatments that are done on a day, after which life is to go on; not creams and tablets.
_DONE_ON_A_DAY = frozenset({
    "toxin", "filler", "skin_booster", "biostimulator", "thread", "injection_other", "medical_injection", "biologic", "fat_reduction", "jet_injection", "needling", "rf_needling", "peel_superficial", "peel_deep",
    "laser_ablative", "laser_nonablative", "laser_pigment", "laser_vascular", "ipl", "hair_removal", "hifu", "rf", "heat_plasma", "abrasion", "suction", "dermaplaning", "extraction", "cryo", "lesion_removal", "doctors_removal", "surgery",
})
# What tells of a treatment that is over, or of the cream that is asked about: no state of the person that a rule must speak to.
_IMPLIED = ("recent_", "retinoid_user")
_INJECTED = frozenset({"toxin", "filler", "skin_booster", "biostimulator", "thread", "fat_reduction"})
_PLANNED = ("event",)  # what bears on a plan, and not on what was had
# How facts speak of a thing.
_SPOKEN: dict[str, frozenset[str]] = {
    "alcohol": frozenset({"alcohol", "wine", "drink"}), "wash": frozenset({"wash", "washing", "shower", "showers", "cleanser", "bathe"}), "heat": frozenset({"sauna", "saunas", "steam", "heat", "hot"}),
    "swim": frozenset({"swim", "swimming", "pool", "pools", "sea"}), "exercise": frozenset({"exercise", "sport", "sweat", "gym"}), "sun": frozenset({"sun"}), "makeup": frozenset({"make", "makeup"}),
    "retinoid": frozenset({"retinol", "retinoid", "retinoids", "tretinoin"}), "actives": frozenset({"acids", "actives", "scrub", "scrubs", "exfoliants", "vitamin"}),
    "sunscreen": frozenset({"sunscreen", "spf"}), "moisturiser": frozenset({"moisturiser", "moisturise", "cream", "ointment"}), "facial": frozenset({"facial", "facials", "massage"}),
    "sleep": frozenset({"sleep", "sleeping", "lying", "lie", "pillow", "upright"}), "dental": frozenset({"dentist", "dental"}), "fly": frozenset({"fly", "flying", "flight"}), "painkiller": frozenset({"painkillers", "ibuprofen", "aspirin", "paracetamol"}),
    "wax": frozenset({"wax", "waxing"}), "deodorant": frozenset({"deodorant", "deodorants", "perfume", "scent"}), "headwear": frozenset({"hat", "hats", "helmet", "helmets"}), "supplement": frozenset({"supplements", "oil"}), "hair_dye": frozenset({"dye", "bleach"}), "shave": frozenset({"shave", "shaving"}), "kiss": frozenset({"kiss", "kissing", "straw", "straws"}),
    "hot_food": frozenset({"coffee", "food", "chew", "chewing", "drinks"}), "fake_tan": frozenset({"bottle", "tanner"}), "smoke": frozenset({"smoke", "smoking"}),
}
# The ids by which rules of two may name a thing.
_KNOWN_AS = {"fly": ("flight",), "smoke": ("smoking",), "retinoid": ("retinoid", "actives", "actives_again"), "actives": ("actives", "actives_again"), "facial": ("facial", "massage", "facial_care"), "wax": ("wax", "waxing_threading")}


def narrowed(case: Case, knowledge: Knowledge) -> Case:
    """Return the case as one for that leave alone; without it where a cream is meant, or where what the person is bears on the thing.

    Args:
        case: what was understood.
        knowledge: the pack.
    """
    asked = case.everyday
    if asked is None:
        return case
    beside = [t for name in asked.beside if (t := knowledge.treatment(name)) is not None and _DONE_ON_A_DAY & set(t.classes)]
    pausing = asked.beforehand and not _INJECTED & {c for t in beside for c in t.classes}  # "I use tretinoin, waxing on Friday": what is used bears on it
    aside = (*(() if pausing else _IMPLIED), *(() if asked.beforehand else _PLANNED))
    if {"sun", "fake_tan"} & set(asked.things) and not asked.beforehand:
        aside = (*aside, "sunburn_or_tan")
    own = tuple(c for c in case.person.conditions if not c.startswith(aside))
    if not beside or (asked.itself and own) or (pausing and {"retinoid", "actives"} & set(asked.things)):
        return replace(case, everyday=None)
    itself = [i for name in asked.itself if (t := knowledge.treatment(name)) is not None for i in (t.id, *t.classes)]
    ids = tuple(dict.fromkeys((*(i for thing in asked.things for i in _KNOWN_AS.get(thing, (thing,))), *itself)))
    done = tuple(t.id for t in beside)
    at_once = not case.days and bool(_AT_ONCE & set(pairwise(words(case.question))))
    return replace(
        case, treatments=done, ingredients=(), goals=(), outcomes=(), history=(),
        parts=(Part(kind="timing", treatments=done, outcomes=()),), done_first=() if asked.beforehand else done,
        past=tuple(t for t in case.past if t in done), person=replace(case.person, conditions=own), occasions=ids, days=(0.0,) if at_once else case.days,
        asks=(*asked.asks, *(a for a in case.asks if a in _ALSO), *(("prepare",) if asked.beforehand else ("aftercare",))), concerns=tuple(c for c in case.concerns if c not in _ASIDE),
    )


_AT_ONCE = frozenset({("right", "after"), ("straight", "after"), ("immediately", "after"), ("directly", "after"), ("juste", "apres"), ("nada", "mas"), ("justo", "despues"), ("evening", "after"), ("afternoon", "after"), ("same", "day"), ("same", "evening"), ("this", "evening"), ("later", "today"), ("soir", "meme"), ("ce", "soir"), ("esta", "noche"), ("misma", "noche"), ("mismo", "dia")})
_ALSO = {"fly_after", "makeup_after", "hair_wash"}
# What words of time make a question ask beside.
_ASIDE = {"recovery_asked", "change_asked", "lasting_asked", "sessions_asked", "often_asked", "onset", "goal_first", "this_or_that", "brands_compared", "again", "who_may", "harm_asked", "explain", "alternative_asked", "beside_medicine"}


_LEAVE = frozenset({("can", "i"), ("could", "i"), ("may", "i"), ("should", "i"), ("am", "i"), ("puis", "je"), ("je", "peux")})
_AFTER = frozenset("after following post apres despues tras".split())


def leave_after(question: str) -> bool:
    """Tell whether leave is asked for something after something: "can I straighten my hair after botox".

    Args:
        question: as typed.
    """
    said = words(question)
    return bool(_AFTER & set(said)) and (bool(_LEAVE & set(pairwise(said))) or "puedo" in said)


def of_leave(gathered: Gathered) -> Gathered:
    """Return what was gathered with what speaks of the thing alone, if such leave is asked.

    Args:
        gathered: everything that bears on the case.
    """
    asked = gathered.case.everyday
    if asked is None:
        return gathered
    own = {i for t in gathered.treatments for i in (t.id, *t.classes)}
    told = tuple(p for p in gathered.practice if set(p.asks) & {*asked.asks, *_ALSO})
    nearer = any(p.when_said and set(p.asks) & set(asked.asks) for p in told)  # what is said of a toothache goes before how long a check-up waits
    bearing = [] if nearer else [s for s in gathered.intervals if _bears(s.rule, asked, own, set(gathered.case.occasions))]
    intervals = sorted(bearing, key=lambda s: _nearness(s, asked))
    speaking = tuple(p for p in gathered.practice if p not in told and _speaks(asked, p.answer))
    held = bool(intervals or told)
    symptoms = () if held else tuple(s for s in gathered.symptoms if _speaks(asked, s.answer))
    premises = tuple(p for p in gathered.premises if _warns(p) or (not held and _speaks(asked, f"{p.belief} {p.answer}")))
    held = held or bool(symptoms or premises)
    return replace(
        gathered, intervals=tuple(intervals), practice=(told or speaking) if held or speaking else gathered.practice,
        symptoms=symptoms, premises=premises, combinations=(), consensus=(), rows=(), times=(), harm=None, unheld=not held and not speaking,
    )


def _warns(premise: Premise) -> bool:
    return premise.verdict == "false" and premise.when_wrong == "unsafe"


def _speaks(asked: Everyday, text: str) -> bool:
    """Whether a text speaks of any of the things."""
    said = set(words(text))
    return any(_SPOKEN.get(thing, frozenset()) & said for thing in asked.things)


def _bears(rule: Interval, asked: Everyday, own: Iterable[str], ids: Iterable[str]) -> bool:
    """Whether a gap is one between the treatment and the thing, in the order that is asked."""
    if asked.beforehand:
        turned = bool(_EITHER_SIDE & set(rule.then) & set(ids)) and bool(set(rule.first) & set(own))
        return turned or (rule.kind in {"stop_before", "wait_between"} and bool(set(rule.first) & set(ids)) and bool(set(rule.then) & set(own)))
    return rule.kind in {"resume_after", "wait_between"} and bool(set(rule.first) & set(own)) and bool(set(rule.then) & set(ids))


_EITHER_SIDE = frozenset({"dental"})  # what keeps its distance on both sides of a treatment


def _nearness(spaced: Spaced, asked: Everyday) -> tuple[bool, bool, int]:
    """What names the thing itself goes before what names its kind, and what speaks of little else before what speaks of much."""
    rule = spaced.rule
    side = rule.first if asked.beforehand else rule.then
    return (spaced.fit != "too_soon", not {*asked.things, *asked.itself} & set(side), len(side))
