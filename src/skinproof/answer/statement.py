"""Plain data of an answer: statements, lines, sections."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Argument = str | int | float
Style = Literal["headline", "paragraph", "bullet", "row", "detail"]


class Statement(Struct, frozen=True, kw_only=True):
    """One shown sentence or group of sentences: a message, what fills it, and the facts that it rests on."""

    id: str
    message: str
    arguments: dict[str, Argument]
    fact_ids: tuple[str, ...]
    basis: str


class Line(Struct, frozen=True, kw_only=True):
    """Statements shown together, in one manner."""

    style: Style
    statements: tuple[str, ...]


class Section(Struct, frozen=True, kw_only=True):
    """A part of the answer under a heading from the fixed texts."""

    id: str
    lines: tuple[Line, ...]


class Writer:
    """Collects statements and sections while an answer is put together."""

    def __init__(self) -> None:
        self.statements: dict[str, Statement] = {}
        self.sections: list[Section] = []
        self._lines: dict[str, list[Line]] = {}
        self._said: set[tuple[str, str, str]] = set()

    def say(
        self, section: str, message: str, facts: Iterable[str] = (), *, basis: str = "trial", style: Style = "paragraph", same_line: bool = False,
        **arguments: Argument,
    ) -> None:
        """Add a statement to a section, unless it says what the section already says.

        Args:
            section: the section's id.
            message: the id of the message in the catalogue.
            facts: ids of the facts that it rests on.
            basis: what kind of ground that is.
            style: how it is shown.
            same_line: continue the last line instead of beginning one.
            arguments: what fills the message.
        """
        key = (section, message, repr(sorted((k, v) for k, v in arguments.items() if k != "treatment")))
        if key in self._said or self._opened_with(section, arguments.get("text")):
            return
        self._said.add(key)
        lines = self._lines.setdefault(section, [])
        count = sum(len(line.statements) for line in lines) + 1
        statement = Statement(
            id=f"{section}.{count}", message=message, arguments=arguments, fact_ids=tuple(dict.fromkeys(facts)), basis=basis,
        )
        self.statements[statement.id] = statement
        if same_line and lines:
            lines[-1] = Line(style=lines[-1].style, statements=(*lines[-1].statements, statement.id))
        else:
            lines.append(Line(style=style, statements=(statement.id,)))

    def _opened_with(self, section: str, text: Argument | None) -> bool:
        """Whether the first line of a section is this very text: a note that has answered is not told again as a note."""
        first = next(iter(self._lines.get(section, ())), None)
        return first is not None and isinstance(text, str) and self.statements[first.statements[0]].arguments.get("text") == text

    def opened_by(self, section: str, fact: str) -> bool:
        """Tell whether the first line of a section gives the number or text of a fact, so that only its reason is left to say.

        Args:
            section: the section's id.
            fact: the id of the fact.
        """
        first = next(iter(self._lines.get(section, ())), None)
        said = self.statements[first.statements[0]] if first is not None else None
        return said is not None and fact in said.fact_ids and not said.message.startswith("fixed.")

    def says_fact(self, section: str, message: str, fact: str) -> bool:
        """Tell whether a section says a fact in a message already.

        Args:
            section: the section's id.
            message: the id of the message.
            fact: the id of the fact.
        """
        said = (self.statements[i] for line in self._lines.get(section, []) for i in line.statements)
        return any(one.message == message and fact in one.fact_ids for one in said)

    def messages(self, section: str) -> set[str]:
        """Return the ids of the messages that a section says.

        Args:
            section: the section's id.
        """
        return {self.statements[i].message for line in self._lines.get(section, []) for i in line.statements}

    def section_list(self, order: Iterable[str]) -> tuple[Section, ...]:
        """Return the sections that have lines, in an order.

        Args:
            order: section ids.
        """
        return tuple(Section(id=name, lines=tuple(self._lines[name])) for name in order if self._lines.get(name))
