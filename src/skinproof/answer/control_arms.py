"""What people did on a dummy treatment or on none: readings of control arms, against which a gain within one arm can be held."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec import Struct

from skinproof.answer.knowledge import Knowledge
from skinproof.answer.words import outcome_label
from skinproof.evidence.study import Arm, Finding, Group, Study
from skinproof.types import INERT, NO_TREATMENT


class ControlReading(Struct, frozen=True, kw_only=True):
    """One reading of a control arm as the source gives it, in the unit of its instrument."""

    study: str
    year: int | None
    control: str  # "dummy" or "nothing"
    outcome: str
    instrument: str
    rater: str
    timepoint: str
    weeks: float | None
    people: int | None
    value: str
    address: str


def control_readings(knowledge: Knowledge, outcomes: Collection[str] | None = None) -> list[ControlReading]:
    """Return the readings of all control arms, by outcome and time.

    Args:
        knowledge: the pack.
        outcomes: ids of outcomes; all if not given.
    """
    found = [r for study in knowledge.store.all("study", Study) for r in _of_study(study) if outcomes is None or r.outcome in outcomes]
    once = {(r.study, r.outcome, r.instrument, r.timepoint, r.value): r for r in found}
    return sorted(once.values(), key=lambda r: (r.outcome, r.control, r.weeks or 0.0, r.study))


def lines(readings: list[ControlReading], knowledge: Knowledge) -> Iterator[str]:
    """Return readings as lines of text, a heading for each outcome.

    Args:
        readings: sorted by outcome.
        knowledge: the pack.
    """
    heading = ""
    for r in readings:
        if r.outcome != heading:
            heading = r.outcome
            yield f"{outcome_label(knowledge, heading)}:"
        people = f"{r.people:,} people" if r.people else "people in this arm not stated"
        yield f"  {r.value}; on {'a dummy' if r.control == 'dummy' else 'nothing'}, {r.timepoint}; {r.instrument}, rated by {r.rater.replace('_', ' ')}; {people} ({r.study})"


def _of_study(study: Study) -> Iterator[ControlReading]:
    controls = {arm.id: kind for arm in study.arms if (kind := _kind(arm)) is not None}
    for finding in study.findings:
        arm_group, versus_group = (finding.numbers.arm, finding.numbers.versus) if finding.numbers is not None else (None, None)
        for arm, group in ((finding.arm, arm_group), (finding.versus, versus_group)):
            value = _value(group, finding) if arm in controls and group is not None else None
            if value is None and arm in controls and finding.analysis == "within":
                value = finding.reported
            if value is not None:
                yield ControlReading(
                    study=study.id, year=study.citation.year, control=controls[arm], outcome=finding.outcome, instrument=finding.instrument, rater=finding.rater,
                    timepoint=finding.timepoint or (f"{finding.timepoint_weeks:g} weeks" if finding.timepoint_weeks else "time not stated"),
                    weeks=finding.timepoint_weeks, people=group.n if group is not None else None, value=value, address=study.sources[0].address,
                )


def _kind(arm: Arm) -> str | None:
    """A dummy, or nothing, if the arm holds nothing else."""
    parts = {c.what for c in arm.components}
    if parts and parts <= NO_TREATMENT:
        return "nothing"
    return "dummy" if parts & INERT and parts <= INERT | NO_TREATMENT else None


def _value(group: Group, finding: Finding) -> str | None:
    """What was measured, in words: cases, a change, or the values before and after."""
    unit = f" {finding.numbers.unit}" if finding.numbers is not None and finding.numbers.unit else ""
    if group.events is not None and group.n:
        return f"{group.events} of {group.n} ({100 * group.events / group.n:.0f} %)"
    if group.percent_change is not None:
        return f"{group.percent_change:+g} % from the start"
    if group.change_mean is not None:
        return f"{group.change_mean:+g}{unit} from the start"
    if group.baseline_mean is not None and group.mean is not None:
        return f"from {group.baseline_mean:g} to {group.mean:g}{unit}"
    return None
