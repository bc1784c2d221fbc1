"""An answer in the making: the case, what was gathered, the decisions, and the writer that sections write to."""

from __future__ import annotations

from msgspec import Struct, field

from skinproof.answer.bottom_line import Decision
from skinproof.answer.gathered import Gathered
from skinproof.answer.knowledge import Knowledge
from skinproof.answer.statement import Writer
from skinproof.answer.words import capital
from skinproof.catalogue.record import Note
from skinproof.catalogue.treatment import Treatment
from skinproof.question.case import Case, Part


class Draft(Struct, frozen=True, kw_only=True):
    """What every section of an answer is written from."""

    case: Case
    gathered: Gathered
    decisions: tuple[tuple[Part, Decision], ...]
    decision: Decision
    first: Decision  # what the rules alone decided
    knowledge: Knowledge
    writer: Writer
    suited: dict[str, bool] = field(default_factory=dict)  # by treatment: whether it can be offered, once it was asked

    @property
    def treatments(self) -> list[Treatment]:
        """The treatments asked about that have a record."""
        return [t for name in self.case.treatments if (t := self.knowledge.treatment(name)) is not None]

    def note(self, section: str, message: str, treatment: Treatment, field: str, note: Note) -> None:
        """Say a note of a treatment's record.

        Args:
            section: the section to write to.
            message: the message that frames the note; it takes `treatment` and `text`.
            treatment: whose note it is.
            field: the field of the record.
            note: the note.
        """
        facts = (f"treatment:{treatment.id}#{field}", *(f"study:{s}" for s in note.studies))
        self.writer.say(section, message, facts, basis=note.basis, style="bullet", treatment=treatment.name, name=capital(treatment.name), text=note.text)
