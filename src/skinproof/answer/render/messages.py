"""Messages in a language: statements become sentences here, and nothing is decided."""

from __future__ import annotations

import gettext
import io

from skinproof.answer.answer import Answer
from skinproof.answer.statement import Argument, Section, Statement
from skinproof.types import Said


class Messages:
    """The message catalogue of one language."""

    def __init__(self, catalogue: bytes) -> None:
        """Read a compiled catalogue.

        Args:
            catalogue: the content of a .mo file.
        """
        self._translations = gettext.GNUTranslations(io.BytesIO(catalogue))

    def fixed(self, name: str) -> str:
        """Return a fixed text."""
        return self._text(f"fixed.{name}", {})

    def say(self, statement: Statement) -> str:
        """Return the sentence of a statement."""
        return self._text(statement.message, statement.arguments)

    def reason(self, said: Said) -> str:
        """Return the sentence of a grading step."""
        return self._text(said.message, said.arguments)

    def _text(self, message: str, arguments: dict[str, Argument]) -> str:
        number = next((arguments[k] for k in ("studies", "people", "count") if isinstance(arguments.get(k), int)), None)
        template = self._translations.ngettext(message, f"{message}.many", int(number)) if number is not None else self._translations.gettext(message)
        if template in {message, f"{message}.many"}:
            template = self._translations.gettext(message)
        spoken = {key: self._translations.gettext(value) if isinstance(value, str) and value else value for key, value in arguments.items()}
        return " ".join(template.format(**spoken).split())


def line_texts(answer: Answer, section: Section, messages: Messages) -> list[tuple[str, str]]:
    """Return (style, text) of the lines of a section."""
    return [(line.style, " ".join(messages.say(answer.statements[s]) for s in line.statements)) for line in section.lines]


def reference_text(answer: Answer, place: int) -> str:
    """Return one reference as text.

    Args:
        answer: the answer.
        place: which of its studies, from 0.
    """
    study = answer.studies[place]
    c = study.citation
    ids = [f"PMID {c.pmid}" if c.pmid else "", f"doi:{c.doi}" if c.doi else "", c.pmcid or "", c.registry or "", c.url or "" if not (c.pmid or c.doi) else ""]
    paid = {"maker": "paid by the maker", "mixed": "partly paid by a maker", "independent": "independently paid", "not_stated": "funding not stated", "not_checked": "funding not visible in what was read"}
    return f"{study.cited} {c.year}. {c.journal}. {' · '.join(i for i in ids if i)} ({study.depth.replace('_', ' ')} read; {paid[study.funding.kind]})"
