"""A verdict in words: the sentence, the steps of its grading, and who paid."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from skinproof.answer.knowledge import Knowledge
from skinproof.answer.render.messages import Messages
from skinproof.answer.statement import Statement
from skinproof.answer.words import capital, counted, outcome_label, persons
from skinproof.synthesis.verdict import PaidView, Verdict
from skinproof.types import Certainty, Depth, Direction

View = Literal["all", "without_known_maker", "independent"]
_COMPARED = {"vehicle_or_sham": "a dummy treatment", "none": "no treatment", "baseline": "how the skin was before", "same_without_ingredient": "the same without it"}


class GradeStep(Struct, frozen=True, kw_only=True):
    """One step of grading: levels gained or lost, and why."""

    name: str
    change: int
    text: str


class Cited(Struct, frozen=True, kw_only=True):
    """A study by its id and short name."""

    id: str
    name: str


class VerdictLine(Struct, frozen=True, kw_only=True):
    """A verdict as a page shows it."""

    id: str
    treatment: str
    treatment_name: str
    outcome: str
    outcome_label: str
    comparator: str
    window: str
    direction: Direction
    certainty: Certainty
    sentence: str
    steps: tuple[GradeStep, ...]
    funding: dict[View, PaidView]
    participants: int
    newest: int
    reading_depth: Depth
    studies: tuple[Cited, ...]


def messages_of(knowledge: Knowledge, language: str = "en") -> Messages:
    """Return the messages of a language, English where it has none."""
    return Messages(knowledge.store.blob("messages", language) or knowledge.store.blob("messages", "en") or b"")


def compared_with(knowledge: Knowledge, verdict: Verdict) -> str:
    """Return what a verdict compares with, in words."""
    kind, _, other = verdict.comparator.partition(":")
    return knowledge.treatment_name(other) if kind == "active" else _COMPARED[kind]


def sentence_of(knowledge: Knowledge, messages: Messages, verdict: Verdict) -> str:
    """Return a verdict as a sentence, in GRADE's words.

    Args:
        knowledge: the pack.
        messages: of the language to say it in.
        verdict: the verdict.
    """
    word = "ungraded" if verdict.certainty == "none" else f"{verdict.direction}.{verdict.certainty}"
    versus = "versus." if verdict.comparator.startswith("active:") and word != "ungraded" else ""
    name = knowledge.treatment_name(verdict.treatment)
    return messages.say(Statement(
        id="", message=f"verdict.{versus}{word}", fact_ids=(), basis="trial", arguments={
            "treatment": name, "name": capital(name), "outcome": outcome_label(knowledge, verdict.outcome), "comparator": compared_with(knowledge, verdict),
            "counts": counted(verdict.studies, verdict.reviews), "persons": persons(verdict.participants, verdict.silent),
        },
    ))


def cited(knowledge: Knowledge, study_ids: tuple[str, ...]) -> tuple[Cited, ...]:
    """Return studies by id and short name, without those that are not in the pack."""
    found = [s for i in study_ids if (s := knowledge.study(i)) is not None]
    return tuple(Cited(id=s.id, name=f"{s.cited} {s.citation.year}") for s in found)


def verdict_line(knowledge: Knowledge, messages: Messages, verdict: Verdict) -> VerdictLine:
    """Return a verdict as a page shows it.

    Args:
        knowledge: the pack.
        messages: of the language to say it in.
        verdict: the verdict.
    """
    paid = verdict.funding
    return VerdictLine(
        id=verdict.id, treatment=verdict.treatment, treatment_name=knowledge.treatment_name(verdict.treatment), outcome=verdict.outcome,
        outcome_label=outcome_label(knowledge, verdict.outcome), comparator=compared_with(knowledge, verdict), window=verdict.window, direction=verdict.direction,
        certainty=verdict.certainty, sentence=sentence_of(knowledge, messages, verdict),
        steps=tuple(GradeStep(name=s.name, change=s.change, text=messages.reason(s.reason)) for s in verdict.steps),
        funding={"all": paid.all, "without_known_maker": paid.without_known_maker, "independent": paid.independent}, participants=verdict.participants,
        newest=verdict.newest, reading_depth=verdict.reading_depth, studies=cited(knowledge, verdict.study_ids),
    )
