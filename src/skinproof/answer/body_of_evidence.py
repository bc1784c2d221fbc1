"""The body of evidence of a treatment: each cell with its grading, its studies, and a forest plot where numbers allow one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from msgspec import Struct

from skinproof.answer.knowledge import Knowledge
from skinproof.answer.lookup import near_names
from skinproof.answer.pictures.forest import Estimate, forest_plot
from skinproof.answer.pictures.svg import Picture
from skinproof.answer.render.messages import Messages
from skinproof.answer.why import verdict_lines
from skinproof.catalogue.text import words
from skinproof.catalogue.treatment import Treatment
from skinproof.errors import InputError
from skinproof.synthesis.cell import place
from skinproof.synthesis.forest_text import forest_lines
from skinproof.synthesis.ranking import rank
from skinproof.synthesis.settings import SETTINGS
from skinproof.synthesis.synthesize import Synthesis, synthesize
from skinproof.synthesis.verdict import Verdict

_Z = 1.959964  # 97.5th percentile of the normal distribution


class CellEvidence(Struct, frozen=True, kw_only=True):
    """One cell: its verdict, and what its effect sizes show together where studies give any."""

    verdict: Verdict
    synthesis: Synthesis | None


def treatment_named(knowledge: Knowledge, text: str) -> str:
    """Return the id of a treatment named by id or as people call it.

    Args:
        knowledge: the pack.
        text: the name.

    Raises:
        InputError: no treatment has that name.
    """
    if knowledge.treatment(text) is not None:
        return text
    found = knowledge.lexicon.find(words(text)).ids("treatment")
    if not found:
        near = ", ".join(near_names(knowledge, text))
        raise InputError(f"No treatment is known as {text!r}.{f' Near to it: {near}.' if near else ''} All names: skinproof evidence treatments")
    return found[0]


def outcomes_named(knowledge: Knowledge, text: str | None) -> tuple[str, ...] | None:
    """Return the ids of the outcomes that a word stands for: an id, a label or an aim such as "wrinkles"; None for all.

    Args:
        knowledge: the pack.
        text: the word.

    Raises:
        InputError: no outcome is called that.
    """
    if text is None:
        return None
    if text in knowledge.outcomes:
        return (text,)
    goals = [m.owner.partition(":")[2] for m in knowledge.lexicon.find(words(text)).phrases if m.owner.startswith("goal:")]
    found = tuple(dict.fromkeys(o for g in goals for o in knowledge.goals[g].outcomes)) or tuple(o.id for o in knowledge.outcomes.values() if set(words(text)) <= set(words(o.label)))
    if not found:
        raise InputError(f"No outcome is called {text!r}. Outcomes are: {', '.join(sorted(knowledge.outcomes))}.")
    return found


def cells(knowledge: Knowledge, treatment: str, outcomes: Iterable[str] | None = None) -> list[CellEvidence]:
    """Return the cells of a treatment, the surest first.

    Args:
        knowledge: the pack.
        treatment: its id.
        outcomes: the outcomes wanted; None for all.
    """
    wanted = set(outcomes) if outcomes is not None else None
    verdicts = sorted((v for v in knowledge.verdicts(treatment) if wanted is None or v.outcome in wanted), key=rank)
    made_of = {frozenset(parts): t.id for t in knowledge.store.all("treatment", Treatment) for parts in t.made_of}
    return [CellEvidence(verdict=v, synthesis=_synthesis(knowledge, v, made_of)) for v in verdicts]


def _synthesis(knowledge: Knowledge, verdict: Verdict, made_of: dict[frozenset[str], str]) -> Synthesis | None:
    studies = [s for name in verdict.study_ids if (s := knowledge.study(name)) is not None]
    placed = [p for s in studies for f in s.findings for p in place(s, f, made_of, SETTINGS) if p.cell.id == verdict.id]
    found = synthesize(placed, knowledge.outcomes[verdict.outcome]) if placed else None
    return found if found is not None and found.rows else None


def lines(found: Iterable[CellEvidence], knowledge: Knowledge, messages: Messages) -> Iterator[str]:
    """Yield the cells as text: verdict, steps, who paid, studies, forest plot.

    Args:
        found: the cells.
        knowledge: the pack.
        messages: of the language to print.
    """
    for cell in found:
        yield from verdict_lines(cell.verdict, messages)
        for name, said in cell.verdict.reported:
            study = knowledge.study(name)
            yield f"  {study.cited if study else name} {study.citation.year if study else ''}: {said}"
        if cell.synthesis is not None:
            yield from (f"  {line}" for line in (*forest_lines(cell.synthesis), *cell.synthesis.sentences))
        yield ""


def forests(found: Iterable[CellEvidence], knowledge: Knowledge) -> list[Picture]:
    """Return a forest plot of each cell whose studies give numbers.

    Args:
        found: the cells.
        knowledge: the pack.
    """
    return [_forest(number, cell.synthesis, knowledge) for number, cell in enumerate(found) if cell.synthesis is not None]


def _forest(number: int, found: Synthesis, knowledge: Knowledge) -> Picture:
    rows = [_estimate(knowledge, row.study_id, row.estimate, math.sqrt(row.variance)) for row in found.rows]
    pooled = Estimate(label="together", value=found.fit.estimate, low=found.fit.lower, high=found.fit.upper) if found.fit is not None else None
    title = f"{knowledge.treatment_name(found.cell.treatment)}: {knowledge.outcomes[found.cell.outcome].label}; right of 0 favours it"
    return forest_plot(f"body-{number}", title, rows, measure=str(found.scale), pooled=pooled)


def _estimate(knowledge: Knowledge, name: str, value: float, error: float) -> Estimate:
    study = knowledge.study(name)
    return Estimate(label=f"{study.cited} {study.citation.year}" if study else name, value=value, low=value - _Z * error, high=value + _Z * error)
