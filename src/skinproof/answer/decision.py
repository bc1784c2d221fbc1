"""A decision: the one word of a bottom line with what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from skinproof.answer.efficacy import Row
from skinproof.synthesis.ranking import counts, direct, level
from skinproof.synthesis.settings import SETTINGS
from skinproof.synthesis.verdict import Verdict
from skinproof.types import Action, BottomLine, Certainty, Grade

Effect = Literal["helps", "no_difference", "mixed", "worsens", "not_shown", "not_asked"]
Basis = Literal["trial", "mechanism", "label", "consensus", "none"]

# From the most cautious to the least: the top-level bottom line is the most cautious part's.
CAUTION: tuple[BottomLine, ...] = ("see_a_doctor", "unsafe", "does_not_help", "not_enough_evidence", "mixed", "helps", "out_of_scope")
_GRADE_BASIS: dict[Grade, Basis] = {
    "label": "label", "regulator": "label", "consensus": "consensus", "systematic_review": "trial", "trial": "trial", "review": "consensus",
    "clinic": "consensus", "inference": "mechanism",
}
# Whether to do it, or what to pay: with little certainty that turns on what a person values, as GRADE's conditional recommendations say.
WEIGHS_VALUE = {"worth_it", "price"}
_LEAST_CERTAIN = SETTINGS.help_level - 1
_MODERATE = SETTINGS.deny_level - 1


class Decision(Struct, frozen=True, kw_only=True):
    """The bottom line of one part."""

    direction: BottomLine
    effect: Effect
    action: Action | None
    basis: Basis
    certainty: Certainty
    because: str  # the id of the rule or verdict that decided


class Shown(Struct, frozen=True, kw_only=True):
    """What the evidence shows over the outcomes asked: the effect, its certainty, and the deciding verdict's id."""

    effect: Effect
    certainty: Certainty
    verdict_id: str

    def decide(self, direction: BottomLine, because: str, *, action: Action | None = None, grade: Grade | None = None, basis: Basis = "none") -> Decision:
        """Return a decision on these grounds.

        Args:
            direction: its one word.
            because: the id of what decided.
            action: what a rule asks for.
            grade: the grade of that rule, from which the basis follows.
            basis: the basis where no rule decided.
        """
        return Decision(
            direction=direction, effect=self.effect, action=action, basis=_GRADE_BASIS[grade] if grade else basis, certainty=self.certainty, because=because,
        )


def shown(rows: Sequence[Row]) -> Shown:
    """Return what the evidence shows over the outcomes asked.

    Args:
        rows: claims and evidence of one treatment, or of several.
    """
    if not rows:
        return Shown(effect="not_asked", certainty="none", verdict_id="")
    sure = [(r, r.verdict) for r in rows if r.verdict and level(r.verdict) >= _LEAST_CERTAIN and direct(r.verdict)]
    helped = [(r, v) for r, v in sure if v.direction == "helps" and counts(v)]
    if helped:
        asked = {r.goal for r in rows if r.goal}
        most = not asked or len({r.goal for r, _ in helped}) >= SETTINGS.hoped_share * len(asked)
        return _told("helps" if most else "mixed", [v for _, v in helped])
    conflicting = [v for _, v in sure if v.direction == "mixed"]
    against = [v for _, v in sure if v.direction in {"no_difference", "worsens"} and level(v) >= _MODERATE]
    if conflicting or against:
        return _told("mixed", conflicting) if conflicting else _told("no_difference", against)
    return _told("not_shown", [r.verdict for r in rows if r.verdict])


def _told(effect: Effect, verdicts: Sequence[Verdict]) -> Shown:
    top = max(verdicts, key=level, default=None)
    return Shown(effect=effect, certainty=top.certainty if top else "none", verdict_id=top.id if top else "")
