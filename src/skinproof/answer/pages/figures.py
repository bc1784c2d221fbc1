"""Pictures made from what studies and treatments hold: effects as stated, counted events, needle lengths."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from skinproof.answer.pages.verdict_line import VerdictLine
from skinproof.answer.pictures.depth import Needle, needle_depth
from skinproof.answer.pictures.evidence_map import Spot, evidence_map
from skinproof.answer.pictures.forest import Estimate, forest_plot
from skinproof.answer.pictures.icons import Counted, icon_array
from skinproof.answer.pictures.svg import Picture
from skinproof.answer.words import capital
from skinproof.catalogue.treatment import Treatment
from skinproof.evidence.study import Finding, Study

_MOST_ROWS, _MOST_PLOTS, _MOST_ICONS, _MOST_NEEDLES = 12, 3, 2, 5
_LEAST_PEOPLE = 10


def effects_stated(studies: Iterable[Study], outcomes: Mapping[str, str]) -> list[Picture]:
    """Return forest plots of effects that sources state with an interval, one for each outcome and measure.

    Args:
        studies: whose findings to show.
        outcomes: label by id of those to show.
    """
    groups: dict[tuple[str, str], list[Estimate]] = {}
    for study in studies:
        for finding in study.findings:
            row = _estimate(study, finding)
            if row is not None and finding.outcome in outcomes:
                groups.setdefault((finding.outcome, finding.numbers.effect.measure), []).append(row)  # type: ignore[union-attr]
    largest = sorted(groups.items(), key=lambda item: -len(item[1]))[:_MOST_PLOTS]
    return [
        forest_plot(f"forest-{place}", f"Effects on {outcomes[outcome]} ({measure}), as their sources state them", rows[:_MOST_ROWS], measure=measure)
        for place, ((outcome, measure), rows) in enumerate(largest)
    ]


def _name(study: Study) -> str:
    """A short name: pictures have little room."""
    author = study.citation.first_author
    return f"Study of {study.citation.year}" if author == "not seen" else f"{author} {study.citation.year}"


def _estimate(study: Study, finding: Finding) -> Estimate | None:
    effect = finding.numbers.effect if finding.numbers else None
    if effect is None or effect.ci_low is None or effect.ci_high is None:
        return None
    versus = "the start" if finding.versus == "baseline" else study.arm(finding.versus).label
    when = finding.timepoint or (f"week {finding.timepoint_weeks:g}" if finding.timepoint_weeks is not None else "")
    label = f"{_name(study)}{', ' if when else ''}{when}"
    return Estimate(label=label, detail=f"{study.arm(finding.arm).label} against {versus}", value=effect.value, low=effect.ci_low, high=effect.ci_high)


def counted_events(studies: Iterable[Study], outcomes: Container[str]) -> list[Picture]:
    """Return icon arrays of findings that count people in both groups.

    Args:
        studies: whose findings to show.
        outcomes: ids of those to show.
    """
    found = [p for s in studies for f in s.findings if f.outcome in outcomes and (p := _both_groups(s, f)) is not None]
    return [icon_array(f"icons-{place}", title, group, control) for place, (title, group, control) in enumerate(found[:_MOST_ICONS])]


def _both_groups(study: Study, finding: Finding) -> tuple[str, Counted, Counted] | None:
    numbers = finding.numbers
    if numbers is None or numbers.arm is None or numbers.versus is None or finding.versus == "baseline":
        return None
    sides = [(study.arm(finding.arm).label, numbers.arm), (study.arm(finding.versus).label, numbers.versus)]
    counted = [Counted(label=label, count=g.events, of=g.n) for label, g in sides if g.events is not None and g.n and g.n >= _LEAST_PEOPLE]
    if len(counted) < len(sides):
        return None
    return f"{_name(study)}: {capital(finding.instrument)}", counted[0], counted[1]


def needles_used(treatment: Treatment, studies: Iterable[Study]) -> list[Picture]:
    """Return needles of a treatment to scale, as long as studies used them; nothing when none is told.

    Args:
        treatment: the treatment.
        studies: studies of it.
    """
    users: dict[float, list[str]] = {}
    for study in studies:
        for component in (c for arm in study.arms for c in arm.components if c.what == treatment.id and c.dose and c.dose.needle_mm):
            users.setdefault(component.dose.needle_mm or 0.0, []).append(_name(study))  # type: ignore[union-attr]
    lengths = sorted(users)[:_MOST_NEEDLES]
    needles = [Needle(length_mm=mm, label=", ".join(dict.fromkeys(users[mm]))) for mm in lengths]
    return [needle_depth("needles", f"Needles of {treatment.name} to scale", needles)] if needles else []


def map_of(name: str, lines: Sequence[VerdictLine]) -> list[Picture]:
    """Return the evidence map of a treatment from the best verdict on each outcome.

    Args:
        name: of the treatment.
        lines: its verdicts, best first for each outcome.
    """
    best: dict[str, VerdictLine] = {}
    for line in lines:
        best.setdefault(line.outcome, line)
    spots = [Spot(label=v.outcome_label, direction=v.direction, certainty=v.certainty, people=v.participants) for v in list(best.values())[:_MOST_ROWS]]
    return [evidence_map("map", f"What was tested with {name}, and how sure it is", spots)] if spots else []
