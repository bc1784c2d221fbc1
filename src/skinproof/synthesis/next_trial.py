"""What would change a verdict: the smallest trial that would lift its certainty by a step, by the same steps of grading."""

from __future__ import annotations

from dataclasses import dataclass

from skinproof.synthesis.body import Body, Member
from skinproof.synthesis.certainty import LEVELS, certainty
from skinproof.synthesis.direction import direction
from skinproof.types import Certainty

_RESULTS = {"helps": "arm_better", "worsens": "versus_better", "no_difference": "equivalence_shown"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NextTrial:
    """The people that one more trial would need; None where no trial of the size looked at would do."""

    level: Certainty  # that the trial would lead to
    parallel: int | None  # people in two groups
    sides: int | None  # people treated on two sides


def next_trial(body: Body) -> NextTrial | None:
    """Return the smallest trial that would lift a verdict by a step; None at the top, without a direction, or where a published rating stands.

    The trial is assumed to be random, at low risk of bias, read in full, paid independently, with numbers, and to find what the body shows.

    Args:
        body: the studies of one cell.
    """
    now, steps = certainty(body)
    result = _RESULTS.get(direction(body))
    if result is None or now not in LEVELS[:-1] or any(step.name == "published_grade" for step in steps):
        return None
    parallel, sides = (_smallest(body, result, now, two_sides=two_sides) for two_sides in (False, True))
    if sides is None:  # on two sides nobody is worth less, so two groups would not do either
        return None
    return NextTrial(level=_then(body, result, sides, two_sides=True), parallel=parallel, sides=sides)


def _smallest(body: Body, result: str, now: Certainty, *, two_sides: bool) -> int | None:
    """The fewest people from which on the level is higher; more people never lower it."""
    low, high = body.settings.smallest_trial_people - 1, body.settings.largest_trial_people
    if not _lifts(body, result, now, high, two_sides=two_sides):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        if _lifts(body, result, now, middle, two_sides=two_sides):
            high = middle
        else:
            low = middle
    return high


def _lifts(body: Body, result: str, now: Certainty, people: int, *, two_sides: bool) -> bool:
    return LEVELS.index(_then(body, result, people, two_sides=two_sides)) > LEVELS.index(now)


def _then(body: Body, result: str, people: int, *, two_sides: bool) -> Certainty:
    """The certainty with one more trial."""
    trial = _trial(body, result, people, two_sides=two_sides)
    return certainty(Body(cell=body.cell, members=(*body.members, trial), settings=body.settings))[0]


def _trial(body: Body, result: str, people: int, *, two_sides: bool) -> Member:
    factor = body.settings.within_person_factor() if two_sides else 1.0
    year = 1 + max(m.year for m in body.members)
    return Member(
        study_id="the next trial", result=result, findings=(), people=people, share=people, whole=people, effective_people=people * factor, design="rct", randomised=True, between=True,
        high_risk=False, open_and_subjective=False, unclear_risk=False, depth="full_text", funding="independent", year=year, sides=two_sides,
        grade_published=None, reported=(), beside=(), pooled_studies=None, quantified=True,
    )
