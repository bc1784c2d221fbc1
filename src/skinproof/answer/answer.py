"""An answer: plain data that renders itself on request."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from skinproof.answer.bottom_line import Decision
from skinproof.answer.gathered import Gathered
from skinproof.answer.sections.barrier import Passing
from skinproof.answer.statement import Section, Statement
from skinproof.catalogue.rules import HelpLine, ProviderQuestion, RegimenStep
from skinproof.catalogue.treatment import Treatment
from skinproof.evidence.study import Study
from skinproof.question.case import Case, Part
from skinproof.skin.brief import Brief
from skinproof.synthesis.verdict import Verdict

Status = Literal["answered", "urgent", "not_understood", "unknown_treatment", "out_of_scope"]


class Answer(Struct, frozen=True, kw_only=True):
    """A second opinion: what was understood, what was decided, and every shown sentence with the facts behind it."""

    engine: str
    evidence: dict[str, str]
    as_of: str
    language: str
    status: Status
    case: Case
    decisions: tuple[tuple[Part, Decision], ...]
    decision: Decision
    first: Decision  # what the rules alone decided
    gathered: Gathered
    treatments: tuple[Treatment, ...]
    alternatives: tuple[str, ...]
    measured: tuple[Verdict, ...]
    passing: tuple[Passing, ...]
    forecasts: tuple[Brief, ...]
    regimen: tuple[RegimenStep, ...]
    questions: tuple[ProviderQuestion, ...]
    sections: tuple[Section, ...]
    statements: dict[str, Statement]
    studies: tuple[Study, ...]
    help_line: HelpLine | None
    catalogue: bytes

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as the published JSON schema describes it."""
        from skinproof.answer.render.json import as_dict  # noqa: PLC0415 - rendered on request only

        return as_dict(self)

    def to_text(self, *, colour: bool = False, width: int = 100) -> str:
        """Return the answer as text for a terminal.

        Args:
            colour: whether to use terminal colours.
            width: the longest line, in characters, 20 or more.
        """
        from skinproof.answer.render.text import as_text  # noqa: PLC0415 - rendered on request only

        return as_text(self, colour=colour, width=width)

    def to_markdown(self) -> str:
        """Return the answer as Markdown."""
        from skinproof.answer.render.markdown import as_markdown  # noqa: PLC0415 - rendered on request only

        return as_markdown(self)
