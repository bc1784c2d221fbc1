"""Gates of single facts: beliefs, facts of use, notes of a record, the law, what an aim or an ordinary step is."""

from __future__ import annotations

from msgspec.structs import replace

from skinproof.answer.decision import WEIGHS_VALUE, Decision, Shown, shown
from skinproof.answer.gathered import Gathered
from skinproof.catalogue.rules import Premise
from skinproof.question.case import Part
from skinproof.types import BottomLine

_MANY = 2  # other aims, beside which a belief about one is no answer


def side_by_side(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Which of two lasts longer, hurts more or is safer: what is known of each, and no rule that says stop or wait."""
    act = gathered.strictest(part)
    if not gathered.pair or (act is not None and act.action in {"stop", "defer", "ask"} and not act.fact_id.startswith(("interval:", "combination:"))) or gathered.symptoms:
        return None
    return replace(seen.decide("mixed", gathered.pair[0][0], basis="consensus"), effect="not_asked", certainty="none")


def lasts(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """How long it lasts, or when it shows, is all that is asked: the note says so, and not how often it may be repeated nor what it does."""
    act = gathered.strictest(part)
    ruled = act is not None and not act.of_anyone and (not act.fact_id.startswith("interval:") or any(s.rule.kind != "how_often" for s in gathered.intervals))
    if not gathered.times or ruled or gathered.premises or gathered.practice or gathered.symptoms:
        return None
    return replace(seen.decide("mixed", gathered.times[0][0], basis="consensus"), effect="not_asked", certainty="none")


def belief(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """A belief that sourced anatomy, chemistry or law speaks to; shown benefit keeps a false belief from a plain no."""
    premise = min(gathered.premises, key=lambda p: (not gathered.chosen_by(p), p.of_selling, ("false", "partly", "true").index(p.verdict), p.when_wrong != "unsafe"), default=None)
    if premise is None or (premise.of_selling and gathered.practice and gathered.case.goals):
        return None  # "clinically proven to erase stretch marks": what is known of stretch marks
    if _of_one_aim(premise, gathered):
        return None  # "does it build collagen, shrink pores or cut oil": all three are answered
    weighed = gathered.chosen_by(premise) or (premise.verdict == "true" and (gathered.choosing or part.kind in WEIGHS_VALUE))  # true of one, and the choice is between two; or it is true, and whether to pay is asked
    direction = "mixed" if weighed else belief_word(premise)
    own = shown([r for r in gathered.rows if r.treatment in premise.treatments])
    softened = not premise.firm and direction == "does_not_help" and bool(part.treatments) and (own.effect == "helps" or part.kind == "regulation")
    return seen.decide("mixed" if softened else direction, f"premise:{premise.id}", grade=premise.grade)


def _of_one_aim(premise: Premise, gathered: Gathered) -> bool:
    """Whether a belief is about one aim of several: what is not shown of one of three, and what holds of an aim whatever is done for it beside another."""
    its = {r.goal for r in gathered.rows if r.goal and r.outcome in premise.outcomes}
    others = {r.goal for r in gathered.rows if r.goal} - its
    return bool(its) and "goal_first" not in gathered.case.concerns and "timing" not in gathered.kinds and (len(others) >= _MANY if premise.when_wrong == "not_enough_evidence" else bool(others) and not premise.treatments)


def belief_word(premise: Premise) -> BottomLine:
    """Return the bottom line that a belief alone gives."""
    words: dict[str, BottomLine] = {"false": premise.when_wrong, "partly": "mixed", "true": "helps"}
    return words[premise.verdict]


def practice(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """How much, when, in which order, after what: the fact that was asked for, unless what it does or the law is asked too."""
    if not gathered.practice or part.kind == "regulation":
        return None
    told = gathered.practice[0]
    return replace(seen.decide(told.direction, f"practice:{told.id}", grade=told.grade), effect="not_asked", certainty="none")


def harm(_part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """What harm it can do is asked: the note that tells of it, and not what good it does."""
    if gathered.harm is None or gathered.flags or gathered.symptoms:
        return None
    return replace(seen.decide("mixed", gathered.harm[0] or "kind:harm_not_listed", action="ask"), effect="not_asked", certainty="none")


def regulation(part: Part, _gathered: Gathered, seen: Shown) -> Decision | None:
    """What is allowed turns on product, use, country and date."""
    if part.kind != "regulation":
        return None
    return seen.decide("mixed", "kind:regulation", action="ask", basis="consensus")


def plain_information(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """What a step of the ordinary home regimen does and is for: plain information about something useful."""
    if part.kind != "course" or not part.treatments or not set(part.treatments) <= set(gathered.ordinary):
        return None
    return seen.decide("helps", f"treatment:{part.treatments[0]}", basis="consensus")


def aim(_part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """An aim without a treatment, for which nothing tested fits the person: what is to be known about the aim is the answer."""
    return seen.decide("mixed", "kind:aim", basis="consensus") if gathered.aims and not gathered.rows else None
