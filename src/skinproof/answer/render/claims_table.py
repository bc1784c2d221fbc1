"""The table of claims and evidence, read from an answer's own statements and the verdicts that they name."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from skinproof.answer.answer import Answer
from skinproof.answer.pages import figures
from skinproof.answer.pictures.grid import Seen, certainty_grid
from skinproof.answer.pictures.svg import Picture
from skinproof.answer.render.messages import Messages
from skinproof.answer.statement import Section, Statement
from skinproof.synthesis.verdict import Verdict

_MOST_TREATMENTS, _MOST_OUTCOMES, _FEWEST_CELLS = 5, 10, 3


class ClaimRow(Struct, kw_only=True):
    """One row: the claim as a statement, the verdict behind it, the steps of its grading, and details."""

    statement: Statement
    verdict: Verdict | None
    steps: list[tuple[int, str]]
    details: list[tuple[str, ...]]  # ids of the statements of each line

    @property
    def seen(self) -> Seen:
        """Direction and certainty."""
        return (self.verdict.direction, self.verdict.certainty) if self.verdict else ("no_evidence", "none")


def verdicts_of(answer: Answer) -> dict[str, Verdict]:
    """Return the verdicts of an answer's rows, by fact id."""
    found = [v for row in answer.gathered.rows for v in (*((row.verdict,) if row.verdict else ()), *row.also)]
    return {f"verdict:{v.id}": v for v in found}


def claim_rows(answer: Answer, section: Section, messages: Messages) -> list[ClaimRow]:
    """Return the rows of the section of claims.

    Args:
        answer: the answer.
        section: its claims.
        messages: of its language.
    """
    verdicts, rows = verdicts_of(answer), list[ClaimRow]()
    for line in section.lines:
        if line.style != "row" and rows:
            rows[-1].details.append(line.statements)
            continue
        statement = answer.statements[line.statements[0]]
        verdict = next((verdicts[f] for f in statement.fact_ids if f in verdicts), None)
        steps = [(s.change, messages.reason(s.reason)) for s in verdict.steps] if verdict else []
        rows.append(ClaimRow(statement=statement, verdict=verdict, steps=steps, details=[]))
    return rows


def pictures_of(answer: Answer, rows: Iterable[ClaimRow], messages: Messages) -> list[Picture]:
    """Return the pictures that belong to the claims: grid, effects as stated, counted events, needles.

    Args:
        answer: the answer.
        rows: its claims.
        messages: of its language.
    """
    rows = list(rows)
    studies = {s.id: s for s in answer.studies}
    behind = [studies[i] for i in dict.fromkeys(i for r in rows if r.verdict for i in r.verdict.study_ids) if i in studies]
    labels = {r.verdict.outcome: str(r.statement.arguments["outcome"]) for r in rows if r.verdict}
    needles = [p for t in answer.treatments if t.route == "needle_channels" for p in figures.needles_used(t, answer.studies)]
    return [*_grid(rows, messages), *figures.effects_stated(behind, labels), *figures.counted_events(behind, labels), *needles[:1]]


def _grid(rows: list[ClaimRow], messages: Messages) -> list[Picture]:
    treatments = list(dict.fromkeys(str(r.statement.arguments["treatment"]) for r in rows))[:_MOST_TREATMENTS]
    outcomes = list(dict.fromkeys(str(r.statement.arguments["outcome"]) for r in rows))[:_MOST_OUTCOMES]
    if len(treatments) * len(outcomes) < _FEWEST_CELLS or not any(r.verdict for r in rows):
        return []
    seen = {(str(r.statement.arguments["treatment"]), str(r.statement.arguments["outcome"])): r.seen for r in reversed(rows)}
    return [certainty_grid("grid", messages.word("grid"), {t: t for t in treatments}, {o: o for o in outcomes}, seen)]
