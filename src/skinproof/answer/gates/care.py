"""Gates of care: what to do and leave around a treatment is asked in general, and a fact on just that is held, or none."""

from __future__ import annotations

from skinproof.answer.decision import Decision, Shown
from skinproof.answer.gates.told import practice
from skinproof.answer.gathered import Gathered
from skinproof.question.case import Part

CARE = frozenset({"care", "prepare", "aftercare"})
# What else a question may put beside it; whether it works, what it costs or the law is another matter.
_ASKED_SO = frozenset({"does_it_work", "safe_for_me", "timing", "course", "mixing", "what_went_wrong", "ingredient"})


def care_held(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """"What can't I do after eyelid surgery", where nothing is complained of: the fact on its care, and not what may go wrong."""
    told = gathered.practice[0] if gathered.practice else None
    if told is None or "care" not in gathered.case.asks or not CARE & set(told.asks) or gathered.symptoms or "harm_told" in gathered.case.concerns:
        return None
    return practice(part, gathered, seen) if part.kind == "what_went_wrong" and not gathered.acts(part) else None


def no_care_held(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """"What should I avoid after mesotherapy", where no fact on its care is held: that is said, and not what it does."""
    if "care" not in gathered.case.asks or not gathered.treatments or part.kind not in _ASKED_SO:
        return None
    answered = any(CARE & set(p.asks) for p in gathered.practice) or any(p.verdict == "false" and p.when_wrong == "unsafe" for p in gathered.premises)
    if answered or gathered.flags or gathered.symptoms or gathered.exposures or gathered.acts(part):
        return None
    return seen.decide("mixed", "kind:no_care_held", action="ask")
