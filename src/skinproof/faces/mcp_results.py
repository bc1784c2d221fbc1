"""What the tools for assistants return: typed, with the ids of the sources, and flags for what was left out."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

_SOURCES = "Ids to cite and to open: study:ID with the tool study, any other id with fact; else a PMID, DOI or address."


class LeftOut(BaseModel):
    """A list that was cut."""

    field: str
    shown: int
    total: int


class Result(BaseModel):
    """What every result carries."""

    evidence_version: str
    evidence_hash: str
    note: str = Field(description="Pass this on with the facts.")
    truncated: bool = Field(default=False, description="True when something did not fit. Say so, or ask again for less or with a larger max_characters.")
    left_out: list[LeftOut] = []


class Statement(BaseModel):
    """One sentence of the answer with what it rests on."""

    id: str
    section: str
    text: str
    basis: str
    source_ids: list[str] = Field(description=_SOURCES)


class Reference(BaseModel):
    """A study that the statements cite."""

    source_id: str
    citation: str
    pmid: str | None
    doi: str | None
    url: str | None
    funding: str


class Decision(BaseModel):
    """The bottom line: one word, and the three things that it was derived from."""

    direction: str
    effect: str
    action: str | None
    basis: str
    certainty: str
    text: str


class Urgent(BaseModel):
    """A sign that needs a doctor: said before anything else."""

    level: str
    why: str
    do: str
    source_ids: list[str]


class Rule(BaseModel):
    """A rule of safety for one condition."""

    id: str
    condition: str = Field(description="What makes it hold.")
    action: str = Field(description="stop, defer, ask, caution or ok.")
    why: str
    do: str
    until: str | None
    grade: str = Field(description="What the rule rests on; clinic and inference are weak.")
    clinician_reviewed: bool
    source_ids: list[str]


class Together(BaseModel):
    """A rule about using two things together, or about the time between them."""

    id: str
    rule: str
    why: str
    do: str
    clinician_reviewed: bool
    source_ids: list[str]


class Paid(BaseModel):
    """The same verdict over a part of the studies, chosen by who paid."""

    studies: int
    participants: int
    direction: str
    certainty: str


class BriefCell(BaseModel):
    """What is known of one treatment, outcome, comparator and window of time."""

    id: str
    compared_with: str
    window: str
    direction: str
    certainty: str
    sentence: str
    participants: int
    newest: int | None
    reading_depth: str | None
    source_ids: list[str] = Field(description=_SOURCES)


class Cell(BriefCell):
    """The same, with the steps of its grading and who paid."""

    treatment: str
    outcome: str
    outcome_label: str
    reasons: list[str] = Field(description="Each step of the grading, in words.")
    funding: dict[str, Paid]


class Searched(BaseModel):
    """A search that "nothing found" rests on."""

    id: str
    query: str
    source: str
    date: str
    hits: int | None


class Asked(Result):
    """A second opinion on a question."""

    status: str
    bottom_line: Decision
    urgent: Urgent | None = Field(description="When set: repeat it first, and discuss no benefit.")
    understood: dict[str, Any] = Field(description="What was read from the question; correct a misreading by asking again in other words.")
    precautions: list[Rule] = Field(description="Rules that hold for what the person said. Never cut.")
    statements: list[Statement] = []
    verdicts: list[Cell] = []
    references: list[Reference] = []


class Profile(Result):
    """All verdicts on one treatment, the most direct and surest first."""

    treatment: str
    name: str
    what_it_is: str
    untested: list[str] = Field(description="Outcomes that it is sold for and that no study was found for.")
    cells: list[Cell] = []
    searches: list[Searched] = []


class ComparedOutcome(BaseModel):
    """One outcome: the best verdict on each treatment; null where none was found."""

    outcome: str
    outcome_label: str
    cells: dict[str, BriefCell | None]


class Compared(Result):
    """Treatments side by side on the same outcomes; no ranking is meant."""

    treatments: dict[str, str]
    outcomes: list[ComparedOutcome] = []


class StudyRecord(Result):
    """One study as it was read."""

    id: str
    citation: str
    pmid: str | None
    doi: str | None
    registry: str | None
    design: str
    allocation: str
    population: str
    participants: int | None
    funding: dict[str, Any]
    status: str
    read: list[dict[str, str]] = Field(description="Pages that were read, how much of each, and when.")
    limits: list[str]
    arms: list[dict[str, Any]] = []
    findings: list[dict[str, Any]] = []
    harms: list[dict[str, Any]] = []


class Guarded(Result):
    """Rules of safety for treatments and a person."""

    treatments: dict[str, str]
    urgent: list[Urgent] = Field(description="When not empty: repeat it first, and discuss no benefit.")
    precautions: list[Rule] = Field(description="Rules that hold for what was said of the person. Never cut.")
    do_not_book_if: list[Rule] = Field(default=[], description="Rules that would stop or put off the treatment; nothing was said of these conditions, so ask about them.")
    together: list[Together] = []
    intervals: list[Together] = []


class Hit(BaseModel):
    """A record that holds the words."""

    kind: str = Field(description="treatment, outcome or study.")
    id: str
    title: str
    detail: str


class Found(Result):
    """Records that hold some words."""

    hits: list[Hit] = []


class Facts(Result):
    """Facts of a part whose shape is its own."""

    facts: dict[str, Any]
