"""Direction without numbers: an unweighted effect-direction plot of results between arms, and what may be concluded.

Source of the method: synthesis without meta-analysis (SWiM) as docs/grading.md tells it. No vote counting by
significance: studies that report no direction are listed, never counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from skinproof.synthesis.body import Body, Member
from skinproof.types import Direction


def direction(body: Body) -> Direction:
    """Return what the graded members of a body show together.

    Args:
        body: the studies of one cell.
    """
    members = body.graded
    if not members:
        return "uncertain"
    reviews = [m for m in members if m.review and m.result in {"arm_better", "versus_better", "equivalence_shown", "no_clear_difference"}]
    newest = max(reviews, key=lambda m: (m.year, m.share or 0, m.study_id), default=None)
    if newest is not None:
        return _single(newest)
    return _together(members, body.settings.agreement_share)


def _single(member: Member) -> Direction:
    match member.result:
        case "arm_better":
            return "helps"
        case "versus_better":
            return "worsens"
        case "equivalence_shown":
            return "no_difference"
        case "conflicting":
            return "mixed"
        case _:
            return "uncertain"


def _together(members: Sequence[Member], agreement_share: float) -> Direction:
    results = {m.result for m in members}
    if len(results) == 1:
        return _single(members[0])
    if {"arm_better", "versus_better"} <= results:
        return "mixed"
    for wanted, said in (("arm_better", "helps"), ("versus_better", "worsens")):
        if wanted in results:
            return said if _share(members, wanted) >= agreement_share else "mixed"  # type: ignore[return-value]
    return "mixed" if "conflicting" in results else "uncertain"


def _share(members: Sequence[Member], result: str) -> float:
    """The share of people whose study shows a result; a study of unknown size counts as the smallest known one."""
    smallest = min((m.share for m in members if m.share), default=1)
    weight = {m.study_id: m.share or smallest for m in members}
    return sum(weight[m.study_id] for m in members if m.result == result) / sum(weight.values())
