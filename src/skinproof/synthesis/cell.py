"""Which question a finding answers: a finding informs only what differs between its arms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from skinproof.evidence.study import Arm, Finding, Study
from skinproof.synthesis.settings import Settings
from skinproof.types import INERT, NO_TREATMENT

Window = Literal["hours", "weeks", "months", "year", "not_stated"]
Contrast = Literal["alone", "add_on", "head_to_head"]
_WEEKS = {"minute": 1 / 10080, "hour": 1 / 168, "h": 1 / 168, "day": 1 / 7, "week": 1.0, "month": 365.25 / 84, "year": 365.25 / 7}
_LIST = r"\d+(?:\.\d+)?(?:(?:, | and | to | or |-|/| )+\d+(?:\.\d+)?)*"
_UNIT = "(?:minute|hour|h|day|week|month|year)"
_NUMERALS = {
    word: number for words in ("one two three four five six seven eight nine ten eleven twelve", "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
    for number, word in enumerate(words.split(), 1)
}
_SAID = re.compile(rf"\b(?:{'|'.join(_NUMERALS)})(?=[ -]{_UNIT}s?\b)")
_AFTER = re.compile(rf"({_LIST})[ -]?(minute|hour|h|day|week|month|year)s?\b")
_BEFORE = re.compile(rf"\b(minute|hour|day|week|month|year)s? ({_LIST})")
_APART = re.compile(rf"\bevery {_LIST}[ -]?{_UNIT}s?\b|{_LIST}[ -]?{_UNIT}s? (?:apart|intervals?)\b")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")

# What carries something else when given with it: a moisturiser base informs nothing of its own then.
BASES: frozenset[str] = frozenset({"moisturiser"})
Combinations = Mapping[frozenset[str], str]


class Cell(Struct, frozen=True, order=True):
    """Treatment by outcome by comparator class by window of time."""

    treatment: str
    outcome: str
    comparator: str  # baseline, none, vehicle_or_sham, same_without_ingredient, active:ID
    window: Window

    @property
    def id(self) -> str:
        """A name that can be typed."""
        return f"{self.treatment}.{self.outcome}.{self.comparator.replace(':', '-')}.{self.window}"


class Placed(Struct, frozen=True):
    """A finding in its cell; `flipped` when the cell looks from the comparator's side."""

    cell: Cell
    study: Study
    finding: Finding
    contrast: Contrast
    beside: frozenset[str]  # what both arms received
    flipped: bool = False

    @property
    def people(self) -> int | None:
        """People behind the finding, where its source tells how many; the size of a whole study tells no such number."""
        if self.finding.n is not None:
            return self.finding.n
        effect = self.finding.numbers.effect if self.finding.numbers is not None else None
        return effect.participants if effect is not None else None

    @property
    def share(self) -> int | None:
        """What is taken for it in grading: people told; else the arms compared, or their even share of several parallel arms; else the whole study, but not a review of several comparisons or outcomes."""
        study, arms = self.study, self._compared
        if self.people is not None:
            return self.people
        if self._in_parts:
            told = [a.n for a in arms if a.n is not None]
            return sum(told) if len(told) == len(arms) else None if study.participants is None else study.participants * len(arms) // len(study.arms)
        several = study.design == "systematic_review" and len({(frozenset({f.arm, f.versus}), f.outcome) for f in study.findings}) > 1
        return None if several else study.participants

    @property
    def _in_parts(self) -> bool:
        """Whether each arm is a part of the people of its own: in a factorial trial both sides of each comparison together are everybody."""
        return self.study.pairing == "parallel" or (self.study.pairing == "factorial" and self.finding.analysis == "within")

    @property
    def _compared(self) -> list[Arm]:
        return [a for a in self.study.arms if a.id in {self.finding.arm, self.finding.versus}]

    @property
    def result(self) -> str:
        """The result from the side of the cell's treatment."""
        if not self.flipped:
            return self.finding.result
        return {"arm_better": "versus_better", "versus_better": "arm_better"}.get(self.finding.result, self.finding.result)


def name_of(parts: frozenset[str], combinations: Combinations) -> str:
    """Return the treatment that some components make together.

    Args:
        parts: the components.
        combinations: known combinations and the treatment that each is.
    """
    return combinations.get(parts) or "+".join(sorted(parts))


def without_base(parts: frozenset[str]) -> frozenset[str]:
    """Return components without the cream that only carries another one."""
    return parts - BASES or parts


def window_of(finding: Finding, settings: Settings) -> Window:
    """Return the window of time in which a finding was made."""
    weeks = finding.timepoint_weeks if finding.timepoint_weeks is not None else _weeks_told(finding.timepoint or "")
    if weeks is None:
        return "not_stated"
    if weeks <= settings.hours_window_weeks:
        return "hours"
    if weeks <= settings.weeks_window_weeks:
        return "weeks"
    return "months" if round(weeks) <= settings.months_window_weeks else "year"  # nine months are 39.1 weeks


def _weeks_told(text: str) -> float | None:
    """The latest time that a source's own words name, such as "4, 8 and 12 weeks" or "month 6", in weeks; the time between two sessions is none."""
    text = _APART.sub("", _SAID.sub(lambda said: str(_NUMERALS[said[0]]), text.lower()))
    told = [float(n) * _WEEKS[unit] for numbers, unit in _AFTER.findall(text) for n in _NUMBER.findall(numbers)]
    told += [float(n) * _WEEKS[unit] for unit, numbers in _BEFORE.findall(text) for n in _NUMBER.findall(numbers)]
    if re.search(r"\b(at once|immediately|directly after)\b", text):
        told.append(0.0)
    return max(told, default=None)


def place(study: Study, finding: Finding, combinations: Combinations, settings: Settings) -> list[Placed]:
    """Return the cells that a finding informs: one, or two for a head-to-head comparison, or none.

    Args:
        study: the study.
        finding: one of its findings.
        combinations: known combinations and the treatment that each is.
        settings: the policy numbers.
    """
    window = window_of(finding, settings)
    arm = study.arm(finding.arm).active
    if finding.versus == "baseline":
        if not arm:
            return []
        cell = Cell(name_of(without_base(arm), combinations), finding.outcome, "baseline", window)
        return [Placed(cell, study, finding, "alone", frozenset())]
    other = study.arm(finding.versus)
    ours, theirs, both = without_base(arm - other.active), without_base(other.active - arm), arm & other.active
    if ours and theirs:
        left, right = name_of(ours, combinations), name_of(theirs, combinations)
        return [
            Placed(Cell(left, finding.outcome, f"active:{right}", window), study, finding, "head_to_head", both),
            Placed(Cell(right, finding.outcome, f"active:{left}", window), study, finding, "head_to_head", both, flipped=True),
        ]
    if not ours and not theirs:  # the same things in another dose or order
        return []
    treated, control = (study.arm(finding.arm), other) if ours else (other, study.arm(finding.arm))
    flipped = not ours
    parts = ours or theirs
    if both - BASES:
        whole = combinations.get(without_base(treated.active))  # a known combination without one of its parts
        cell = Cell(whole or name_of(parts, combinations), finding.outcome, "same_without_ingredient", window)
        return [Placed(cell, study, finding, "add_on", both - parts, flipped)]
    inert = {c.what for c in control.components} & INERT
    comparator = "vehicle_or_sham" if inert or both else "none"  # a cream in both arms is the vehicle of what one has more
    cell = Cell(name_of(parts, combinations), finding.outcome, comparator, window)
    return [Placed(cell, study, finding, "alone", frozenset(), flipped)]


def is_control(component: str) -> bool:
    """Tell whether a component holds nothing of interest."""
    return component in INERT or component in NO_TREATMENT
