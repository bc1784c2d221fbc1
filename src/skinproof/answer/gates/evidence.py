"""Gates of efficacy: what guidelines, labels and trials say."""

from __future__ import annotations

from skinproof.answer.decision import WEIGHS_VALUE, Decision, Shown, shown
from skinproof.answer.gathered import Gathered
from skinproof.catalogue.rules import Consensus
from skinproof.question.case import Part
from skinproof.types import BottomLine

_WEIGHED = {"consensus", "label"}  # guidelines, societies and approved uses; a clearance or one review is less


def word(said: Consensus) -> BottomLine:
    """A conditional recommendation depends on the person; a regulator advises against what harms."""
    against: BottomLine = "unsafe" if said.grade == "regulator" else "does_not_help"
    words: dict[str, BottomLine] = {"recommended": "helps", "conditional": "mixed", "uncertain": "not_enough_evidence", "not_recommended": against}
    return words[said.says]


def guidelines(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Where no trial of low certainty or better was read, or such trials disagree, guidelines and labels speak."""
    said = gathered.consensus
    settled = seen.effect == "mixed" and seen.certainty == "low" and all(c.says == "recommended" and c.grade in _WEIGHED for c in said)
    if not said or not (settled or seen.effect in {"not_shown", "not_asked"}):
        return None
    words = [word(c) for c in said]
    order: tuple[BottomLine, ...] = ("unsafe", "helps", "mixed", "does_not_help", "not_enough_evidence")
    divided = {"helps", "does_not_help"} <= set(words) or ("helps" in words and len(gathered.treatments) > 1 and first_is_recommended(gathered) and "not_enough_evidence" in words)
    direction: BottomLine = "mixed" if divided else min(words, key=order.index)
    first = said[words.index(direction)] if direction in words else said[0]
    compared = part.kind == "which" and len(gathered.treatments) > 1
    if direction == "helps" and (gathered.experts_disagree or compared or gathered.brands_compared or gathered.price_only):
        direction = "mixed"
    return seen.decide(direction, f"consensus:{first.id}", grade=first.grade)


def doubted(_part: Part, gathered: Gathered, _seen: Shown) -> Decision | None:
    """Of several things asked about together, one that guidelines or regulators doubt decides, unless guidelines recommend the one named first."""
    if gathered.chosen_between or gathered.experts_disagree or len(gathered.treatments) < 2 or first_is_recommended(gathered):
        return None
    for treatment in gathered.treatments:
        own = [c for c in gathered.consensus if c.treatment == treatment.id]
        told = shown([r for r in gathered.rows if r.treatment == treatment.id])
        if own and told.effect != "helps" and all(c.says in {"uncertain", "not_recommended"} for c in own):
            return told.decide(word(own[0]), f"consensus:{own[0].id}", grade=own[0].grade)
    return None


def first_is_recommended(gathered: Gathered) -> bool:
    """Whether guidelines recommend what is named first: "silicone gel, or vitamin E as my mother says"."""
    return any(c.says == "recommended" and c.treatment == gathered.treatments[0].id for c in gathered.consensus)


def efficacy(part: Part, gathered: Gathered, seen: Shown) -> Decision:
    """By efficacy: direct evidence at low certainty or better helps, no difference at moderate does not, conflict is mixed."""
    because = f"verdict:{seen.verdict_id}" if seen.verdict_id else ""
    if seen.effect in {"not_shown", "not_asked"}:
        return seen.decide("not_enough_evidence", because)
    backed = any(c.says == "recommended" and c.grade in _WEIGHED for c in gathered.consensus)
    disputed = gathered.experts_disagree or (seen.certainty == "low" and (not backed or not (part.treatments or gathered.aims) or part.kind in WEIGHS_VALUE))
    if seen.effect == "helps" and (disputed or _unequal(gathered) or gathered.price_only):
        return seen.decide("mixed", because, basis="trial")
    words: dict[str, BottomLine] = {"helps": "helps", "mixed": "mixed"}
    return seen.decide(words.get(seen.effect, "does_not_help"), because, basis="trial")


def _unequal(gathered: Gathered) -> bool:
    """Of things compared, one helps and another is not shown to, or both are one treatment: the choice turns on more than the evidence."""
    names = {r.treatment for r in gathered.rows}
    helped = {shown([r for r in gathered.rows if r.treatment == name]).effect == "helps" for name in names}
    return (gathered.comparing and len(helped) > 1) or gathered.brands_compared or (gathered.choosing and len(names) > 1)
