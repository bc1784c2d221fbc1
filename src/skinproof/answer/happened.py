"""What has already happened: symptoms told, a treatment that was had in spite of a rule, and what its own course makes of other rules."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from skinproof.answer.asking import HURT, OWN_MARKS
from skinproof.answer.knowledge import Knowledge
from skinproof.catalogue.rules import Aftermath
from skinproof.question.case import WITH_CHILD, Case
from skinproof.safety.context import Context
from skinproof.safety.precautions import ANYONE, Applied

_MOST_SYMPTOMS = 2
_ALSO_AN_AIM = {"pigment_change"}  # "dark spots from the sun, is pico ok"
_LATE = 28  # days


def told_as_had(case: Case, context: Context) -> bool:
    """Whether a treatment, or what followed it, is told as had."""
    return bool(case.past or context.past_classes or {"had_it", "harm_told", "all_had"} & set(case.concerns))


def symptoms_told(case: Case, context: Context, knowledge: Knowledge) -> list[Aftermath]:
    """What is known of the symptoms told, of treatments that were had; what speaks of the one treatment before what speaks of its class."""
    kinds = {p.kind for p in case.parts}
    if "harm_asked" in case.concerns and "what_went_wrong" not in kinds and not told_as_had(case, context):
        return []  # "will a peel make my dark marks worse": nothing has followed
    if "well_again" in case.concerns and {"still_ahead", "planned"} & set(case.concerns) and "what_went_wrong" not in kinds:
        return []  # "numb at the dentist, back to normal, filler next month?"
    weighed = "price" in kinds and "timing" not in kinds and len(context.treatments) > 1 and "planned" in case.concerns
    if weighed and "what_went_wrong" not in kinds and not (case.past or context.past_classes or {"harm_told", "all_had"} & set(case.concerns)):
        return []  # "lost weight last year and have jowls, a facelift or needling": only a time was told
    hurt = bool(HURT & set(case.signs) - (_ALSO_AN_AIM if "safe_for_me" in kinds else set())) and "which" not in kinds
    dated = "what_went_wrong" in kinds and (bool(case.days) or "normal" in case.concerns)
    if not case.symptoms or not (told_as_had(case, context) or dated or hurt or kinds & {"timing", "course"}):
        return []
    named = {t.id for t in context.treatments}
    asked = named | {c for t in context.treatments for c in t.classes}
    had = asked or {t.id for t in context.history} | set(context.had_classes) | set(context.past_classes)
    past = tuple(d for d in case.days if d not in case.days_ahead)
    found = [told for told in knowledge.symptoms(case.symptoms) if had & set(told.after) and told.holds_at(past or case.days) and not (case.danger and told.direction == "helps")]
    if not case.days and not told_as_had(case, context):
        found = [told for told in found if told.least_days < _LATE]  # when it shows is asked before it was had
    early = ("normal" in case.concerns or "timing" in kinds) and not case.days  # "is swelling normal after filler", "how long till it goes" ask of the first days
    return sorted(found, key=lambda told: (not named & set(told.after), early and told.least_days > 0, case.symptoms.index(told.id)))[:_MOST_SYMPTOMS]


def of_its_course(case: Case, found: Iterable[Applied]) -> list[Applied]:
    """Leave out that the very treatment was had, and soften what it left, where nothing new is planned: "scabs after my IPL, normal?"."""
    kinds = {p.kind for p in case.parts}
    after = {"what_went_wrong", "does_it_work", "course"} | ({"safe_for_me"} if "again" not in case.concerns else set()) | ({"timing"} if len(case.treatments) == 1 else set())
    if case.history and "planned" in case.concerns:
        return list(found)  # "got botox three days ago and I want radiofrequency now"
    if not kinds <= after or "what_went_wrong" not in kinds or "had_it" not in case.concerns or "carry_on" in case.concerns:
        return list(found)
    bruised = any("bruise" in name for name in case.symptoms)
    # "a bruise from filler and a party in 3 days, what can I do" plans nothing
    more = not bruised or "planned" in case.concerns or ("leave_asked" in case.concerns and "goal_first" not in case.concerns)
    over = {"sunburn_or_tan"} if more else {"sunburn_or_tan", "event_within_2_weeks"}
    kept = [p for p in found if not (p.condition or "").startswith("recent_") and p.condition not in over]
    return [replace(p, rule=replace(p.rule, action="caution")) if p.condition in OWN_MARKS and p.rule.action in {"stop", "defer"} else p for p in kept]


# Rules that the marks of a treatment call up by themselves, and those that speak of everybody or of doing it oneself.
_CALLED_UP = OWN_MARKS | {"sunburn_or_tan", "dark_skin", "product_reaction"}
_STILL_TOLD = frozenset({ANYONE, "self_treating"})


def of_what_followed(case: Case, found: Iterable[Applied], symptoms: Iterable[Aftermath]) -> list[Applied]:
    """Leave out rules that the usual marks of a treatment call up, where what has followed is asked about and nothing more is wanted: "brown skin after TCA, normal?"; what speaks of everybody is told, and stops nothing that is done."""
    first = next(iter(symptoms), None)
    usual = first is not None and first.direction == "helps"
    if not (usual or (first is None and "normal" in case.concerns)) or "what_went_wrong" not in {p.kind for p in case.parts} or still_to_come(case) or "leave_asked" in case.concerns:
        return list(found)
    kept = [p for p in found if not usual or not (p.condition in _CALLED_UP or (p.condition or "").startswith(("recent_", "allergy_")))]
    return [replace(p, rule=replace(p.rule, action="caution")) if p.condition in _STILL_TOLD and p.rule.action in {"stop", "defer"} else p for p in kept]


def still_to_come(case: Case) -> bool:
    """Whether something more is asked for."""
    return bool({"again", "carry_on", "planned"} & set(case.concerns))


def exposed(case: Case, context: Context, precautions: list[Applied]) -> list[Applied]:
    """What has already happened is told apart from what is planned or leave is asked for, and from more of it; "may I carry on" of a nursing mother means her milk."""
    told, procedure = set(case.concerns), _is_procedure(context)
    used = "all_had" in told or bool(set(case.past) & set(case.treatments)) or (not procedure and "used_it" in told)
    done = "already_done" in told or ("found_out" in told and used)
    still = "booked" in told and not set(case.treatments) <= set(case.past) and (procedure or "already_done" not in told)
    if not done or "leave_asked" in told or still:  # "just found out I'm pregnant, lips booked for Friday"
        return []  # "just found out I'm pregnant, can I get botox for the wedding"
    more = "carry_on" in told
    return [p for p in precautions if p.rule.if_already and not (more and p.condition != "nursing")]


# Marks that the treatment itself leaves, and what is told with them.
_NOT_BEFORE = OWN_MARKS | {"sunburn_or_tan", "product_reaction", "inflamed_acne"}
_PROCEDURES = frozenset({
    "needling", "rf_needling", "rf", "hifu", "heat_plasma", "laser_ablative", "laser_nonablative", "laser_pigment", "laser_vascular", "ipl", "hair_removal", "toxin", "filler", "skin_booster", "biostimulator",
    "injection_other", "medical_injection", "thread", "jet_injection", "fat_reduction", "peel_superficial", "peel_deep", "cryo", "lesion_removal", "abrasion", "suction", "extraction", "dermaplaning", "plucking",
})


def _is_procedure(context: Context) -> bool:
    """Whether something that somebody does to the skin is named."""
    return any(c in _PROCEDURES for t in context.treatments for c in t.classes)


_ASKED_AFTER = {"what_went_wrong", "does_it_work", "safe_for_me", "home_device", "course"}


def done_already(case: Case, context: Context, precautions: list[Applied]) -> list[Applied]:
    """What would have stopped or put off a treatment that was had all the same, where nothing new is planned: what to do now."""
    kinds = {p.kind for p in case.parts}
    had = "all_had" in case.concerns or ("what_went_wrong" in kinds and set(case.past) >= set(case.treatments))
    if not had or not kinds <= _ASKED_AFTER or {"again", "carry_on", "planned"} & set(case.concerns) or not _is_procedure(context):
        return []
    wanted = WITH_CHILD if "leave_asked" in case.concerns else frozenset()
    return [p for p in precautions if p.rule.action in {"stop", "defer"} and not (p.condition or "").startswith("recent_") and p.condition not in _NOT_BEFORE | wanted]
