"""Claims and evidence: for each thing hoped for, the best cell of the treatment, or the nearest evidence."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from skinproof.answer.knowledge import Knowledge
from skinproof.question.case import Case
from skinproof.synthesis.ranking import rank
from skinproof.synthesis.verdict import Verdict

_GOAL_ROWS = 2
_NEAREST = 3
_UNASKED_OUTCOMES = 5


class Row(Struct, frozen=True, kw_only=True):
    """One row of claims and evidence."""

    treatment: str
    goal: str | None
    outcome: str
    verdict: Verdict | None
    also: tuple[Verdict, ...] = ()  # the same cell in other windows or against other comparators
    nearest: tuple[Verdict, ...] = ()


def on(knowledge: Knowledge, treatment: str, outcome: str) -> list[Verdict]:
    """Return the verdicts on a treatment and outcome, the best first."""
    return sorted((v for v in knowledge.verdicts(treatment) if v.outcome == outcome), key=rank)


def nearest(knowledge: Knowledge, treatment: str, outcomes: Iterable[str]) -> tuple[Verdict, ...]:
    """Return the best verdicts of the relatives of a treatment, the closest relative first."""
    record = knowledge.treatment(treatment)
    wanted = tuple(outcomes)
    found = []
    for relative in record.relatives if record else ():
        for outcome in wanted:
            cells = on(knowledge, relative, outcome)
            if cells:
                found.append(cells[0])
                break
    return tuple(found[:_NEAREST])


def row(knowledge: Knowledge, treatment: str, goal: str | None, outcome: str, outcomes: Iterable[str]) -> Row:
    """Return one row.

    Args:
        knowledge: the pack.
        treatment: what is asked about.
        goal: what is hoped for, if it was said.
        outcome: what would show it.
        outcomes: all outcomes that could show the goal, for the nearest evidence.
    """
    cells = on(knowledge, treatment, outcome)
    return Row(
        treatment=treatment, goal=goal, outcome=outcome, verdict=cells[0] if cells else None, also=tuple(cells[1:4]),
        nearest=() if cells else nearest(knowledge, treatment, outcomes),
    )


def rows_for(case: Case, knowledge: Knowledge) -> list[Row]:
    """Return the rows of claims and evidence of a case: each treatment by each outcome asked.

    Args:
        case: what was understood.
        knowledge: the pack.
    """
    found = []
    for treatment in case.treatments:
        if not case.goals:
            record = knowledge.treatment(treatment)
            known = [v.outcome for v in sorted(knowledge.verdicts(treatment), key=rank)]
            hoped = [o for o in (record.sold_for if record else ()) if o in known] + known
            outcomes = list(dict.fromkeys(hoped))[:_UNASKED_OUTCOMES] or list(record.sold_for[:_UNASKED_OUTCOMES] if record else ())
            found += [row(knowledge, treatment, None, o, (o,)) for o in outcomes]
        for goal in case.goals:
            outcomes = list(knowledge.goals[goal].outcomes)
            direct = [o for o in outcomes if on(knowledge, treatment, o)]
            chosen = direct[:_GOAL_ROWS] or outcomes[:1]
            found += [row(knowledge, treatment, goal, o, outcomes) for o in chosen]
    return list({(r.treatment, r.outcome): r for r in reversed(found)}.values())[::-1]
