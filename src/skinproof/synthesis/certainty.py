"""Certainty in GRADE's sense: a list of steps of one signature, each with a reason that holds its numbers.

The rules and their sources are told in docs/grading.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from skinproof.synthesis.body import PHYSIOLOGICAL, SURROGATES, Body, people_behind
from skinproof.types import Certainty, Said

LEVELS: tuple[Certainty, ...] = ("very_low", "low", "moderate", "high")
_LEVEL = re.compile(r"\b(?:very low|low|moderate|high)\b")


class Step(Struct, frozen=True, kw_only=True):
    """One step of grading: what it changed, and why."""

    name: str
    change: int
    reason: Said


Grader = Callable[[Body], Step]


def _said(message: str, **arguments: str | float) -> Said:
    return Said(message=f"grade.{message}", arguments=arguments)


def start(body: Body) -> Step:
    """Random allocation starts high, other comparisons low, single arms at very low unless the reading is physiological."""
    members = body.graded
    if any(m.randomised or (m.review and m.between) for m in members):
        return Step(name="start", change=4, reason=_said("start.random", studies=len(members)))
    if any(m.between for m in members):
        return Step(name="start", change=2, reason=_said("start.compared", studies=len(members)))
    if body.cell.window == "hours" and body.cell.outcome in PHYSIOLOGICAL:
        return Step(name="start", change=2, reason=_said("start.physiological", studies=len(members)))
    return Step(name="start", change=1, reason=_said("start.single_arm", studies=len(members)))


def risk_of_bias(body: Body) -> Step:
    """Lower by the share of people from studies at high or unclear risk."""
    members, settings = body.graded, body.settings
    if not any(m.between for m in members):
        return Step(name="risk_of_bias", change=0, reason=_said("bias.counted_in_start"))
    total = sum(m.share or 1 for m in members)
    high = sum(m.share or 1 for m in members if m.high_risk) / total
    open_subjective = sum(m.share or 1 for m in members if m.open_and_subjective) / total
    unclear = sum(m.share or 1 for m in members if m.unclear_risk and not m.high_risk) / total
    percent = round(100 * high)
    if high > settings.high_risk_share_all and open_subjective > settings.high_risk_share_all:
        return Step(name="risk_of_bias", change=-2, reason=_said("bias.high_and_open", percent=percent))
    if high >= settings.high_risk_share:
        return Step(name="risk_of_bias", change=-1, reason=_said("bias.high", percent=percent))
    if high + unclear > settings.unclear_share:
        return Step(name="risk_of_bias", change=-1, reason=_said("bias.unclear", percent=round(100 * (high + unclear))))
    return Step(name="risk_of_bias", change=0, reason=_said("bias.low", percent=percent))


def inconsistency(body: Body) -> Step:
    """Lower when studies of one comparator class point different ways."""
    members = body.graded
    results = {m.result for m in members}
    if len(members) == 1:
        return Step(name="inconsistency", change=0, reason=_said("inconsistency.one_study"))
    if {"arm_better", "versus_better"} <= results:
        return Step(name="inconsistency", change=-2, reason=_said("inconsistency.opposite", studies=len(members)))
    if len(results) > 1:
        agree = max(sum(m.result == r for m in members) for r in results)
        return Step(name="inconsistency", change=-1, reason=_said("inconsistency.unequal", agree=agree, studies=len(members)))
    return Step(name="inconsistency", change=0, reason=_said("inconsistency.agree", studies=len(members)))


def indirectness(body: Body) -> Step:
    """Lower when the outcome stands in for something that a person would notice."""
    if body.cell.outcome in SURROGATES:
        return Step(name="indirectness", change=-1, reason=_said("indirectness.surrogate"))
    return Step(name="indirectness", change=0, reason=_said("indirectness.none"))


def imprecision(body: Body) -> Step:
    """Lower by the number of people against the information size; sides of one face are no extra people."""
    members, settings = body.graded, body.settings
    told = all(m.people is not None for m in members)
    people, effective = people_behind(members, "people" if told else "whole"), people_behind(members, "effective_people")
    if not any(m.effective_people for m in members):
        if any(m.review for m in members):  # several trials, of a size not seen: below the information size, hardly below a quarter of it
            return Step(name="imprecision", change=-1, reason=_said("imprecision.unknown_review"))
        return Step(name="imprecision", change=-2, reason=_said("imprecision.unknown"))
    change = -2 if effective < settings.information_size_small_people else -1 if effective < settings.information_size_people else 0
    key = {-2: "imprecision.very_few", -1: "imprecision.few", 0: "imprecision.enough"}[change] if told else "imprecision.share"
    return Step(name="imprecision", change=change, reason=_said(key, people=people, effective=round(effective), needed=settings.information_size_people))


def publication_bias(body: Body) -> Step:
    """Lower when the whole body is small studies tied to makers."""
    members = body.graded
    small = all((m.effective_people or 0) < body.settings.information_size_people for m in members)
    if len(members) > 1 and small and all(m.funding in {"maker", "mixed"} for m in members):
        return Step(name="publication_bias", change=-1, reason=_said("publication.small_and_maker", studies=len(members)))
    return Step(name="publication_bias", change=0, reason=_said("publication.not_shown"))


def numbers(body: Body) -> Step:
    """Direction without numbers is at most low."""
    if any(m.quantified or m.review for m in body.graded):
        return Step(name="numbers", change=0, reason=_said("numbers.given"))
    return Step(name="numbers", change=0, reason=_said("numbers.none"))


def reading_depth(body: Body) -> Step:
    """Stop at moderate when nothing but abstracts was read."""
    if all(m.depth == "abstract" and _published(m.grade_published) is None for m in body.graded):
        return Step(name="reading_depth", change=0, reason=_said("depth.abstracts"))
    return Step(name="reading_depth", change=0, reason=_said("depth.more"))


STEPS: tuple[Grader, ...] = (start, risk_of_bias, inconsistency, indirectness, imprecision, publication_bias, numbers, reading_depth)


def certainty(body: Body) -> tuple[Certainty, tuple[Step, ...]]:
    """Return the level of certainty of a body and the steps that led to it.

    Args:
        body: the studies of one cell.
    """
    if not body.graded:
        return "none", ()
    steps = tuple(step(body) for step in STEPS)
    taken = _taken_over(body)
    if taken is not None:
        return taken, (*steps, Step(name="published_grade", change=0, reason=_said("published", level=taken)))
    level = sum(step.change for step in steps)
    said = {step.reason.message for step in steps}
    if "grade.depth.abstracts" in said:
        level = min(level, body.settings.abstract_ceiling)
    if "grade.numbers.none" in said:
        level = min(level, body.settings.wordless_ceiling)
    return LEVELS[max(1, min(4, level)) - 1], steps


def _taken_over(body: Body) -> Certainty | None:
    """A review's own GRADE rating of the same cell, the newest first."""
    rated = [m for m in body.reviews if m.grade_published and m in body.graded]
    newest = max(rated, key=lambda m: (m.year, m.share or 0, m.study_id), default=None)
    return _published(newest.grade_published) if newest else None


def _published(words: str | None) -> Certainty | None:
    """Read a published rating; of two levels named, the lower counts; words of other systems are none of GRADE's."""
    plain = (words or "").lower().replace("-", " ").replace("_", " ")
    if not _LEVEL.match(plain):
        return None
    named = _LEVEL.findall(plain)
    return next(level for level in LEVELS if level.replace("_", " ") in named)
