"""The bottom line's one word, derived last from effect, action and basis, in the order that docs/grading.md tells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from skinproof.answer.efficacy import Row
from skinproof.answer.gathered import Gathered
from skinproof.catalogue.rules import Consensus
from skinproof.question.case import Part
from skinproof.synthesis.certainty import LEVELS
from skinproof.synthesis.ranking import direct, level
from skinproof.synthesis.verdict import Verdict
from skinproof.types import Action, BottomLine, Certainty

Effect = Literal["helps", "no_difference", "mixed", "worsens", "not_shown", "not_asked"]
Basis = Literal["trial", "mechanism", "label", "consensus", "none"]

# From the most cautious to the least: the top-level bottom line is the most cautious part's.
CAUTION: tuple[BottomLine, ...] = ("see_a_doctor", "unsafe", "does_not_help", "not_enough_evidence", "mixed", "helps", "out_of_scope")
_GRADE_BASIS: dict[str, Basis] = {
    "label": "label", "regulator": "label", "consensus": "consensus", "systematic_review": "trial", "trial": "trial", "review": "consensus",
    "clinic": "consensus", "inference": "mechanism",
}
_LEAST_CERTAIN = LEVELS.index("low")
_MODERATE = LEVELS.index("moderate")


class Decision(Struct, frozen=True, kw_only=True):
    """The bottom line of one part."""

    direction: BottomLine
    effect: Effect
    action: Action | None
    basis: Basis
    certainty: Certainty
    because: str  # the id of the rule or verdict that decided


def effect_of(rows: Sequence[Row]) -> tuple[Effect, Certainty, str]:
    """Return what the evidence shows over the outcomes asked, at which certainty, and the deciding verdict's id.

    Args:
        rows: claims and evidence of one treatment, or of several.
    """
    if not rows:
        return "not_asked", "none", ""
    sure = [(r, r.verdict) for r in rows if r.verdict and level(r.verdict) >= _LEAST_CERTAIN and direct(r.verdict)]
    helped = [(r, v) for r, v in sure if v.direction == "helps"]
    conflicting = [v for _, v in sure if v.direction == "mixed"]
    against = [v for _, v in sure if v.direction in {"no_difference", "worsens"} and level(v) >= _MODERATE]
    if helped:
        asked = {r.goal for r in rows if r.goal}
        most = not asked or 2 * len({r.goal for r, _ in helped}) >= len(asked)
        return _told("helps" if most else "mixed", [v for _, v in helped])
    if conflicting:
        return _told("mixed", conflicting)
    if against:
        return _told("no_difference", against)
    return _told("not_shown", [r.verdict for r in rows if r.verdict])


def _told(effect: Effect, verdicts: Sequence[Verdict]) -> tuple[Effect, Certainty, str]:
    top = max(verdicts, key=level, default=None)
    return (effect, top.certainty, top.id) if top else (effect, "none", "")


def decide(part: Part, gathered: Gathered) -> Decision:
    """Return the bottom line of one part.

    Args:
        part: the question.
        gathered: everything that bears on it.
    """
    effect, certainty, verdict_id = effect_of(gathered.rows)
    if gathered.flags:
        flag = gathered.flags[0]
        return Decision(direction="see_a_doctor", effect=effect, action="stop", basis=_GRADE_BASIS[flag.grade], certainty=certainty, because=f"red_flag:{flag.id}")
    act = gathered.strictest(part)
    if act is not None and act.action in {"stop", "defer"}:
        spared = gathered.comparing and gathered.spared(act)
        wait = part.kind == "timing" and gathered.open_timing and act.action == "defer" and bool(gathered.intervals)
        return Decision(direction="mixed" if spared or wait else "unsafe", effect=effect, action=act.action, basis=_GRADE_BASIS[act.grade], certainty=certainty, because=act.fact_id)
    if gathered.exposures:
        rule = gathered.exposures[0].rule
        direction: BottomLine = "mixed" if rule.if_already_known else "not_enough_evidence"
        return Decision(direction=direction, effect=effect, action=rule.action, basis=_GRADE_BASIS[rule.grade], certainty=certainty, because=f"precaution:{rule.id}")
    if act is not None and act.action in {"ask", "caution"}:
        return Decision(direction="mixed", effect=effect, action=act.action, basis=_GRADE_BASIS[act.grade], certainty=certainty, because=act.fact_id)
    if act is not None and part.kind in {"safe_for_me", "mixing", "timing"}:
        return Decision(direction="helps", effect=effect, action="ok", basis=_GRADE_BASIS[act.grade], certainty=certainty, because=act.fact_id)
    if gathered.unruled:
        return Decision(direction="mixed", effect=effect, action="ask", basis="none", certainty=certainty, because=f"condition:{gathered.unruled[0]}")
    return _by_evidence(part, gathered, effect, certainty, verdict_id)


def _unequal(gathered: Gathered) -> bool:
    """Of things compared, one helps and another is not shown to: which to take turns on more than the evidence."""
    names = {r.treatment for r in gathered.rows}
    if not gathered.comparing or len(names) < 2:
        return False
    return len({effect_of([r for r in gathered.rows if r.treatment == name])[0] == "helps" for name in names}) > 1


_WEIGHED = {"consensus", "label"}  # guidelines, societies and approved uses; a clearance or one review is less


def _word(said: Consensus) -> BottomLine:
    """A guideline's suggestion counts as help; a suggestion of less standing stays mixed."""
    if said.says == "conditional":
        return "helps" if said.grade in _WEIGHED else "mixed"
    words: dict[str, BottomLine] = {"recommended": "helps", "uncertain": "not_enough_evidence", "not_recommended": "does_not_help"}
    return words[said.says]


def _by_consensus(said: Sequence[Consensus], effect: Effect, certainty: Certainty) -> Decision:
    """Where no trial of low certainty or better was read, guidelines and labels speak; for and against make it mixed."""
    words = [_word(c) for c in said]
    order: tuple[BottomLine, ...] = ("helps", "mixed", "does_not_help", "not_enough_evidence")
    direction: BottomLine = "mixed" if {"helps", "does_not_help"} <= set(words) else min(words, key=order.index)
    first = said[words.index(direction)] if direction in words else said[0]
    return Decision(direction=direction, effect=effect, action=None, basis=_GRADE_BASIS[first.grade], certainty=certainty, because=f"consensus:{first.id}")


def _by_evidence(part: Part, gathered: Gathered, effect: Effect, certainty: Certainty, verdict_id: str) -> Decision:
    if part.kind == "what_went_wrong":
        return Decision(direction="mixed", effect=effect, action="ask", basis="consensus", certainty=certainty, because="kind:what_went_wrong")
    said = {"false": "does_not_help", "partly": "mixed", "true": "helps"}
    premise = min(gathered.premises, key=lambda p: ("false", "partly", "true").index(p.verdict), default=None)
    if premise is not None:
        direction = premise.when_wrong if premise.verdict == "false" else said[premise.verdict]
        if effect == "helps" and direction == "does_not_help" and part.treatments:
            direction = "mixed"
        return Decision(direction=direction, effect=effect, action=None, basis=_GRADE_BASIS[premise.grade], certainty=certainty, because=f"premise:{premise.id}")  # type: ignore[arg-type]
    if part.kind == "regulation" and gathered.regulation:
        return Decision(direction="mixed", effect=effect, action="ask", basis="consensus", certainty=certainty, because=f"kind:{part.kind}")
    if effect in {"not_shown", "not_asked"} and gathered.consensus:
        return _by_consensus(gathered.consensus, effect, certainty)
    if effect == "helps" and (_unequal(gathered) or certainty == "low" and (gathered.experts_disagree or not part.treatments)):
        return Decision(direction="mixed", effect=effect, action=None, basis="trial", certainty=certainty, because=f"verdict:{verdict_id}")
    words: dict[Effect, BottomLine] = {"helps": "helps", "mixed": "mixed", "no_difference": "does_not_help", "worsens": "does_not_help"}
    basis: Basis = "none" if effect in {"not_shown", "not_asked"} else "trial"
    return Decision(direction=words.get(effect, "not_enough_evidence"), effect=effect, action=None, basis=basis, certainty=certainty, because=f"verdict:{verdict_id}" if verdict_id else "")
