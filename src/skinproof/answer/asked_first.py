"""Gates for what is asked in so many words: how strong, how many sessions, whose law. They come before a rule that only says to take care."""

from __future__ import annotations

from msgspec.structs import replace

from skinproof.answer.decision import Decision, Shown
from skinproof.answer.gathered import Act, Gathered
from skinproof.answer.law import law_of_the_place
from skinproof.catalogue.text import words
from skinproof.question.case import WITH_CHILD, Part
from skinproof.safety.context import touches

# What holds of the skin or the place that is told besides, and changes no number.
_BESIDES = frozenset({"product_reaction", "self_treating", "dark_skin", "pih_history", "retinoid_user", "over_65"})
_COLOUR = frozenset({"dark_skin", "pih_history"})
_WITH_CHILD_STEMS = ("pregnan", "breastfe", "nursing", "milk")  # a belief that speaks of it says no less than the rule
# Asked of these, how a belief answers comes before "take care".
_NO_DOCTOR = frozenset("esthetician estheticians aesthetician beautician beauticians hairdresser estheticienne estheticiennes coiffeuse coiffeur manucure prothesiste tatoueuse cosmeticienne cosmetologue injectrice esteticista esteticistas esteticien cosmetologa cosmetologas cosmiatra cosmiatras peluquera manicurista".split())
_OF_EFFECT = frozenset({"does_it_work", "which", "worth_it", "price", "regulation", "course", "home_device"})


def number_asked(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """How strong or how many sessions is asked, and a fact says it: "what percentage, 10 stings" gets the number, and the care below.

    Args:
        part: the question.
        gathered: everything that bears on it.
        seen: what is shown of the effect.
    """
    told = gathered.practice[0] if gathered.practice else None
    asked = {"strength"} | ({"sessions"} if gathered.sessions_asked else set())
    if told is None or not asked & set(told.asks) or gathered.flags or gathered.exposures or gathered.premises:
        return None
    if "safe_for_me" in gathered.kinds and gathered.precautions:
        return None  # "16 weeks pregnant, is 2.5 percent ok"
    act = gathered.strictest(part)
    if act is not None and act.action != "ok" and not _besides(act, gathered):
        return None
    return replace(seen.decide(told.direction, f"practice:{told.id}", grade=told.grade), effect="not_asked", certainty="none")


def law_here(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Who may do it is asked, a place is named, and its law is held in one line.

    Args:
        part: the question.
        gathered: everything that bears on it.
        seen: what is shown of the effect.
    """
    who = "who_may" in gathered.case.concerns or any(p.about_who for p in gathered.premises)
    told = law_of_the_place(gathered.case, gathered.regulation) if who else None
    act = gathered.strictest(part)
    if told is None or gathered.flags or (act is not None and act.action in {"stop", "defer"} and not act.of_provider):
        return None
    barred = told.doctors_only and bool(_NO_DOCTOR & set(words(gathered.case.question)))
    return replace(seen.decide("does_not_help" if barred else "mixed", f"regulation:{told.id}", action="ask", grade=told.grade), effect="not_asked", certainty="none")


def gives_way(part: Part, act: Act, gathered: Gathered) -> bool:
    """Tell whether a rule that only says to take care or to ask first comes after a belief that answers what was asked.

    Args:
        part: the question.
        act: what the rule asks for.
        gathered: everything that bears on it.
    """
    if _colour_beside_choice(part, act, gathered):
        return True
    if act.action == "ask":
        return part.kind == "which" and _besides(act, gathered) and any(gathered.chosen_by(p) for p in gathered.premises)
    if act.fact_id.startswith("interval:"):
        return _untimed(part, act, gathered)
    mine = [a for a in gathered.precautions if act.fact_id == f"precaution:{a.rule.id}"]
    if any(a.condition in WITH_CHILD for a in mine):
        touched = {t.id for t in gathered.treatments if any(touches(t, a.rule.scope) for a in mine)}
        return not gathered.carry_on and any(touched <= set(p.treatments) and any(stem in f"{p.belief} {p.short}" for stem in _WITH_CHILD_STEMS) for p in gathered.premises)
    return bool(mine) and part.kind in _OF_EFFECT and bool(gathered.premises) and "what_went_wrong" not in gathered.kinds


def _colour_beside_choice(part: Part, act: Act, gathered: Gathered) -> bool:
    """Whether which of several things is asked and the rule speaks of nothing but the colour of the skin: the choice is told first, and the care below."""
    mine = [a for a in gathered.precautions if act.fact_id == f"precaution:{a.rule.id}"]
    chosen = part.kind == "which" and gathered.comparing and len(gathered.treatments) > 1 and not gathered.says("safer_asked")
    return chosen and bool(mine) and all(a.condition in _COLOUR for a in mine)


def _untimed(part: Part, act: Act, gathered: Gathered) -> bool:
    """Whether an interval for which no time is told comes after a belief about the very treatment, as no time is asked: "laser hair removal in July, I go to the pool"."""
    told = any(f"interval:{s.rule.id}" == act.fact_id and s.fit == "not_stated" for s in gathered.intervals)
    return told and part.kind == "safe_for_me" and "timing" not in gathered.kinds and any({t.id for t in gathered.treatments} & set(p.treatments) for p in gathered.premises)


def _besides(act: Act, gathered: Gathered) -> bool:
    """Whether what the rule speaks of is told besides: the skin, doing it oneself, or how often it is done."""
    if act.fact_id.startswith("interval:"):
        return act.action == "caution" and act.fact_id not in gathered.too_often
    return any(act.fact_id == f"precaution:{a.rule.id}" and a.condition in _BESIDES for a in gathered.precautions)


__all__ = ["gives_way", "law_here", "number_asked"]
