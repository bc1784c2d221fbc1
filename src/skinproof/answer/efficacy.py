"""Claims and evidence: for each thing hoped for, the best cell of the treatment, or the nearest evidence."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from skinproof.answer.knowledge import Knowledge
from skinproof.answer.suiting import suits
from skinproof.question.case import Case
from skinproof.synthesis.ranking import counts, rank
from skinproof.synthesis.verdict import Verdict

_GOAL_ROWS = 2
_NEAREST = 3
_UNASKED_OUTCOMES = 5
_ALSO = 2
_BUYS_A_CREAM = 100  # of most currencies: no procedure is had for less
_LEADERS = 3


class Nearest(Struct, frozen=True, kw_only=True):
    """The closest study of a relative: what it reported on an outcome, over time."""

    verdict: Verdict
    study_id: str
    texts: tuple[str, ...]


class Row(Struct, frozen=True, kw_only=True):
    """One row of claims and evidence."""

    treatment: str
    goal: str | None
    outcome: str
    verdict: Verdict | None
    also: tuple[Verdict, ...] = ()  # the same outcome in other windows or against other comparators
    nearest: tuple[Nearest, ...] = ()


def on(knowledge: Knowledge, treatment: str, outcome: str) -> list[Verdict]:
    """Return the verdicts on a treatment and outcome, the best first."""
    return sorted((v for v in knowledge.verdicts(treatment) if v.outcome == outcome), key=rank)


def nearest(knowledge: Knowledge, treatment: str, outcomes: Iterable[str]) -> tuple[Nearest, ...]:
    """Return the closest studies of the relatives of a treatment, the closest relative first.

    Args:
        knowledge: the pack.
        treatment: what has no study of its own.
        outcomes: what should be shown, best first.
    """
    record = knowledge.treatment(treatment)
    wanted = tuple(outcomes)
    found = []
    for relative in record.relatives if record else ():
        for outcome in wanted:
            cells = [v for v in on(knowledge, relative, outcome) if v.certainty != "none" and v.reported]
            if cells:
                found.append(_nearest(cells))
                break
    return tuple(found[:_NEAREST])


def _nearest(cells: list[Verdict]) -> Nearest:
    """The first study of the best cell, with what it reported in every window of that outcome."""
    study_id = cells[0].reported[0][0]
    by_time = sorted(cells, key=lambda v: ("hours", "weeks", "months", "year", "not_stated").index(v.window))
    texts = [text for v in by_time for i, text in v.reported if i == study_id]
    return Nearest(verdict=cells[0], study_id=study_id, texts=tuple(dict.fromkeys(texts))[:2])


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
        treatment=treatment, goal=goal, outcome=outcome, verdict=cells[0] if cells else None, also=tuple(v for v in cells[1:] if v.certainty != "none")[:_ALSO],
        nearest=() if cells else nearest(knowledge, treatment, outcomes),
    )


def rows_for(case: Case, knowledge: Knowledge) -> list[Row]:
    """Return the rows of claims and evidence of a case: each treatment by each outcome asked.

    Args:
        case: what was understood.
        knowledge: the pack.
    """
    if not case.treatments:
        return _goal_first(case, knowledge) if "goal_first" in case.concerns else []
    found = []
    for treatment in case.treatments:
        if not case.goals:
            found += [row(knowledge, treatment, None, o, (o,)) for o in _own_outcomes(knowledge, treatment)]
        for goal in case.goals:
            outcomes = list(knowledge.goals[goal].outcomes)
            direct = [o for o in outcomes if on(knowledge, treatment, o)]
            found += [row(knowledge, treatment, goal, o, outcomes) for o in direct[:_GOAL_ROWS] or outcomes[:1]]
    return list({(r.treatment, r.outcome): r for r in reversed(found)}.values())[::-1]


def _goal_first(case: Case, knowledge: Knowledge) -> list[Row]:
    """Without a treatment, the rows of each goal are what guidelines recommend for it, one of a class, what goes less far first, and without any the surest of what was tested for its first outcome; where a product is wanted, what is left on the skin."""
    steps = {step.treatment for step in knowledge.regimen}
    found = []
    for goal in case.goals:
        outcomes, only = list(knowledge.goals[goal].outcomes), knowledge.goals[goal].only
        if not outcomes:
            continue  # nothing was measured for it: what is to be known of the aim is told
        first = {name: o for o in outcomes for name in knowledge.recommended.get(o, ()) if not only or name in only}
        offered = sorted((n for n in first if _offered(case, knowledge, n)), key=lambda n: (outcomes.index(first[n]), _reach(knowledge, n), _ranked(knowledge, n, first[n])))
        one_of: dict[str, str] = {}
        for name in sorted(offered, key=lambda n: (_reach(knowledge, n), n not in steps)):
            one_of.setdefault(_class_of(knowledge, name), name)
        names = sorted([n for n in offered if n in one_of.values()][:_LEADERS], key=lambda n: not _shown(knowledge, n, first[n]))
        if not names:
            names = [v.treatment for v in sorted(knowledge.leaders(outcomes[0]), key=rank) if counts(v) and (not only or v.treatment in only) and _offered(case, knowledge, v.treatment)]
        found += [row(knowledge, n, goal, first.get(n, outcomes[0]), outcomes) for n in names[:_LEADERS]]
    return found


def _shown(knowledge: Knowledge, treatment: str, outcome: str) -> bool:
    """Whether studies that count speak for it, be it with some against: experts' word alone comes after."""
    return any(v.direction in {"helps", "mixed"} and counts(v) for v in on(knowledge, treatment, outcome)[:1])


def _ranked(knowledge: Knowledge, treatment: str, outcome: str) -> tuple[int, ...]:
    return min((rank(v) for v in on(knowledge, treatment, outcome)), default=(2,))


def _class_of(knowledge: Knowledge, name: str) -> str:
    """What kind of thing it is: of three sunscreens one is told."""
    treatment = knowledge.treatment(name)
    return treatment.classes[0] if treatment is not None and treatment.classes else name


def _offered(case: Case, knowledge: Knowledge, name: str) -> bool:
    treatment = knowledge.treatment(name)
    bought = (case.person.budget is not None and case.person.budget <= _BUYS_A_CREAM) or case.person.has("minor")  # the young are offered no procedure
    return treatment is not None and treatment.offered and not (bought and treatment.kind != "leave_on") and name not in case.tried and ("product_wanted" not in case.concerns or treatment.kind == "leave_on") and suits(case, treatment, knowledge)


def _reach(knowledge: Knowledge, name: str) -> int:
    """How far a treatment goes: bought and left on the skin, prescribed for the skin, a procedure, injected, swallowed."""
    treatment = knowledge.treatment(name)
    if treatment is None or treatment.route == "swallowed":
        return 4
    if treatment.kind != "leave_on":
        return 2 + int(treatment.kind == "injection")
    return int(treatment.by_whom == "prescriber")


def _own_outcomes(knowledge: Knowledge, treatment: str) -> list[str]:
    """What a treatment is sold for and what it was tested for, tested first, when nothing was asked."""
    record = knowledge.treatment(treatment)
    sold = record.sold_for if record else ()
    known = [v.outcome for v in sorted(knowledge.verdicts(treatment), key=rank)]
    return list(dict.fromkeys([*(o for o in sold if o in known), *known, *sold]))[:_UNASKED_OUTCOMES]
