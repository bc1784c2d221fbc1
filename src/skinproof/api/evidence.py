"""The evidence itself: counts, bodies of evidence, control arms, verdicts, pooling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from skinproof.api.known import knowledge

if TYPE_CHECKING:
    from skinproof.catalogue.outcome import Outcome
    from skinproof.synthesis.cell import Placed
    from skinproof.synthesis.synthesize import Synthesis


def coverage() -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return counts over the evidence, and one row for each treatment and outcome that was studied."""
    from skinproof.answer import coverage as tables  # noqa: PLC0415

    known = knowledge()
    return tables.coverage(known), tables.table(known)


def evidence_meta() -> dict[str, str]:
    """Return version, date and hash of the evidence."""
    return {key: knowledge().store.meta[key] for key in ("version", "date", "hash")}


def evidence_of(treatment: str, outcome: str | None = None) -> tuple[list[str], list[str]]:
    """Return the body of evidence of a treatment: lines of text, and a forest plot as SVG for each cell with effect sizes.

    Args:
        treatment: its id, or a name that people use.
        outcome: an outcome's id or label, or an aim such as "wrinkles"; all if not given.

    Raises:
        InputError: the treatment or the outcome is not known.
    """
    from skinproof.answer import body_of_evidence as body  # noqa: PLC0415
    from skinproof.answer.render.messages import messages_of  # noqa: PLC0415

    known = knowledge()
    name, outcomes = body.treatment_named(known, treatment), body.outcomes_named(known, outcome)
    found = body.cells(known, name, outcomes)
    if not found:
        return [f"No study of {known.treatment_name(name)}{'' if outcome is None else ' for that outcome'} is in the evidence."], []
    messages = messages_of(known.store.blob("messages", "en") or b"")
    return list(body.lines(found, known, messages)), [picture.svg for picture in body.forests(found, known)]


def control_arms(outcome: str | None = None) -> tuple[list[dict[str, Any]], list[str]]:
    """Return what people did on a dummy treatment or on none, as plain data and as lines of text.

    Args:
        outcome: an outcome's id or label, or an aim such as "wrinkles"; all if not given.

    Raises:
        InputError: the outcome is not known.
    """
    from msgspec import to_builtins  # noqa: PLC0415

    from skinproof.answer import body_of_evidence as body  # noqa: PLC0415
    from skinproof.answer import control_arms as arms  # noqa: PLC0415

    known = knowledge()
    found = arms.control_readings(known, body.outcomes_named(known, outcome))
    return to_builtins(found), list(arms.lines(found, known))


def verdict_table() -> str:
    """Return all verdicts as tab-separated lines, sorted by cell; a diff of two such tables tells what a release changed."""
    from skinproof.synthesis.verdict import Verdict  # noqa: PLC0415
    from skinproof.synthesis.verdict_table import verdict_table as table  # noqa: PLC0415

    return table(knowledge().store.all("verdict", Verdict))


def verdict_changes(older: str) -> list[str]:
    """Return what changed since an older table of verdicts, a sentence each.

    Args:
        older: the text of the table.

    Raises:
        InputError: it is no such table.
    """
    from skinproof.synthesis.verdict_table import changes  # noqa: PLC0415

    return changes(older, verdict_table())


def audit(count: int, seed: int) -> list[str]:
    """Return random study records as a person would check them.

    Args:
        count: how many.
        seed: the same seed draws the same records.
    """
    from skinproof.answer import coverage as tables  # noqa: PLC0415

    return [tables.to_check(study) for study in tables.sample(knowledge(), count, seed)]


def synthesize(findings: Sequence[Placed], outcome: Outcome) -> Synthesis:
    """Pool the findings of one cell as Cochrane advises.

    Args:
        findings: findings of one treatment, outcome, comparator class and window, from `skinproof.synthesis.cell.place`.
        outcome: what was measured, with the direction that is better.

    Raises:
        InputError: there is no finding, or they belong to several cells.
    """
    from skinproof.synthesis.synthesize import synthesize as pooled  # noqa: PLC0415

    return pooled(findings, outcome)
