"""A verdict: what a body of evidence shows, how sure that is, who paid, and what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from skinproof.evidence.study import Study
from skinproof.synthesis.body import Body, Member, bodies, people_behind
from skinproof.synthesis.cell import Cell, Combinations, Placed, place
from skinproof.synthesis.certainty import Step, certainty
from skinproof.synthesis.direction import direction
from skinproof.synthesis.next_trial import NextTrial, next_trial
from skinproof.synthesis.settings import SETTINGS, Settings
from skinproof.synthesis.worth import Worth
from skinproof.types import MAKER_TIES, Certainty, Depth, Direction

Unknown = Literal["nobody_looked", "too_small", "conflicting", "tested_no_effect", "not_applicable"]


class PaidView(Struct, frozen=True, kw_only=True):
    """The same steps over a part of the findings, chosen by who paid."""

    studies: int
    participants: int
    direction: Direction
    certainty: Certainty


class Paid(Struct, frozen=True, kw_only=True):
    """Three views: all studies, those without a known maker tie, those confirmed independent."""

    all: PaidView
    without_known_maker: PaidView
    independent: PaidView


_Z = 1.959964  # 97.5th percentile of the normal distribution


class Effect(Struct, frozen=True, kw_only=True):
    """What the effect sizes of a cell show together; above zero favours its treatment."""

    scale: str
    estimate: float
    lower: float
    upper: float
    studies: int

    @property
    def variance(self) -> float:
        """The variance that the interval stands for, as of a normal estimate."""
        return ((self.upper - self.lower) / (2 * _Z)) ** 2


class Verdict(Struct, frozen=True, kw_only=True):
    """What is known of one cell."""

    id: str
    treatment: str
    outcome: str
    comparator: str
    window: str
    direction: Direction
    certainty: Certainty
    steps: tuple[Step, ...]
    studies: int
    reviews: int
    participants: int
    funding: Paid
    reading_depth: Depth
    newest: int
    unknown: Unknown
    study_ids: tuple[str, ...]
    review_ids: tuple[str, ...]
    beside: tuple[str, ...]
    reported: tuple[tuple[str, str], ...]  # (study id, what it reported)
    next_trial: NextTrial | None = None  # the smallest trial that would lift the certainty
    effect: Effect | None = None
    worth: Worth | None = None
    share: int = 0  # people taken in grading to stand behind this
    silent: int = 0  # studies and reviews that do not tell how many stand behind this: then `participants` are those of the whole studies


_NOTHING = PaidView(studies=0, participants=0, direction="no_evidence", certainty="none")


def _view(body: Body, members: Sequence[Member]) -> PaidView:
    if not members:
        return _NOTHING
    members = _once(members)  # a review outside of the view hides no study in it
    part = Body(cell=body.cell, members=members, settings=body.settings)
    return PaidView(
        studies=len(members), participants=int(people_behind(members, _counted(members))), direction=direction(part), certainty=certainty(part)[0],
    )


def _paid(body: Body) -> Paid:
    members = body.members
    return Paid(
        all=_view(body, members),
        without_known_maker=_view(body, [m for m in members if m.funding not in MAKER_TIES]),
        independent=_view(body, [m for m in members if m.funding == "independent"]),
    )


def unknown_kind(said: Direction, level: Certainty, steps: Iterable[Step]) -> Unknown:
    """Return which of the four unknowns a verdict leaves.

    Args:
        said: its direction.
        level: its certainty.
        steps: the steps of its grading.
    """
    if said == "no_evidence":
        return "nobody_looked"
    if said == "mixed":
        return "conflicting"
    if said == "uncertain" and level == "none":  # looked at, but no study reports a direction
        return "not_applicable"
    if said in {"no_difference", "uncertain"}:
        return "tested_no_effect"
    few = any(step.name == "imprecision" and step.change < 0 for step in steps)
    return "too_small" if level in {"very_low", "low"} and few else "not_applicable"


def _once(members: Sequence[Member]) -> tuple[Member, ...]:
    """Leave out studies that a review of the same cell includes: nobody is counted twice."""
    return tuple(m for m in members if not any(_covers(review, m) for review in members if review.review))


def _counted(members: Iterable[Member]) -> Literal["people", "whole"]:
    """People behind the result where each study tells them, else those in the studies."""
    return "whole" if any(m.people is None for m in members) else "people"


def _covers(review: Member, other: Member) -> bool:
    """Whether a review includes a study; no review includes itself or a newer one."""
    older = not other.review or (other.year, other.study_id) < (review.year, review.study_id)
    return older and not set(review.includes).isdisjoint(other.keys)


def judge(body: Body) -> Verdict:
    """Return the verdict on a body of evidence.

    Args:
        body: the studies of one cell.
    """
    funding = _paid(body)
    body = Body(cell=body.cell, members=_once(body.members), settings=body.settings)
    said = direction(body)
    level, steps = certainty(body)
    depths: tuple[Depth, ...] = ("abstract", "excerpt", "full_text")
    return Verdict(
        id=body.cell.id, treatment=body.cell.treatment, outcome=body.cell.outcome, comparator=body.cell.comparator, window=body.cell.window,
        direction=said, certainty=level, steps=steps, studies=len(body.studies), reviews=len(body.reviews),
        participants=int(people_behind(body.members, _counted(body.members))), funding=funding,
        reading_depth=max((m.depth for m in body.members), key=depths.index), newest=max(m.year for m in body.members),
        unknown=unknown_kind(said, level, steps), study_ids=tuple(m.study_id for m in body.members),
        review_ids=tuple(m.study_id for m in body.reviews), beside=tuple(sorted({b for m in body.members for b in m.beside})),
        reported=tuple((m.study_id, text) for m in body.members if m.result != "not_reported" for text in m.reported), next_trial=next_trial(body),
        share=int(people_behind(body.members, "share")), silent=sum(m.people is None for m in body.members),
    )


def verdicts(studies: Iterable[Study], combinations: Combinations, settings: Settings = SETTINGS) -> list[Verdict]:
    """Return the verdicts of all cells that some human studies inform.

    Args:
        studies: the studies; tissue and animal work is left out, as are retracted studies.
        combinations: known combinations and the treatment that each is.
        settings: the policy numbers.
    """
    return [judge(body) for body in bodies(all_placed(studies, combinations, settings), settings)]


def all_placed(studies: Iterable[Study], combinations: Combinations, settings: Settings) -> list[Placed]:
    """Return the findings of all usable studies in their cells.

    Args:
        studies: the studies; tissue and animal work is left out, as are retracted studies.
        combinations: known combinations and the treatment that each is.
        settings: the policy numbers.
    """
    usable = [s for s in studies if s.human and s.status != "retracted"]
    return [p for study in usable for finding in study.findings for p in place(study, finding, combinations, settings)]


def cells_of(found: Iterable[Verdict], treatment: str, outcome: str) -> list[Verdict]:
    """Return the verdicts of one treatment and outcome, over all comparators and windows."""
    return [v for v in found if v.treatment == treatment and v.outcome == outcome]


__all__ = ["Cell", "Paid", "PaidView", "Unknown", "Verdict", "cells_of", "judge", "unknown_kind", "verdicts"]
