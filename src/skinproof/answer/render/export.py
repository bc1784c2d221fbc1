"""An answer as the content of a file, by the form that the file's name asks for."""

from __future__ import annotations

from collections.abc import Callable

from skinproof.answer.answer import Answer
from skinproof.answer.knowledge import Knowledge
from skinproof.answer.render.bibtex import as_bibtex
from skinproof.answer.render.card import Card, card_of
from skinproof.answer.render.markdown import plain
from skinproof.answer.render.report import report_of
from skinproof.answer.render.report_html import card_html, report_html
from skinproof.answer.render.ris import as_ris
from skinproof.answer.render.typst import card_pdf, report_pdf
from skinproof.errors import InputError

Form = Callable[[Answer, Knowledge], bytes]
_REFERENCES: dict[str, Form] = {
    "ris": lambda answer, _: as_ris(answer.studies).encode(),
    "bib": lambda answer, _: as_bibtex(answer.studies).encode(),
}
_REPORT: dict[str, Form] = _REFERENCES | {
    "pdf": lambda answer, knowledge: report_pdf(report_of(answer, knowledge)),
    "html": lambda answer, knowledge: report_html(report_of(answer, knowledge)).encode(),
    "md": lambda answer, _: answer.to_markdown().encode(),
}
_CARD: dict[str, Form] = _REFERENCES | {
    "pdf": lambda answer, knowledge: card_pdf(card_of(answer, knowledge)),
    "html": lambda answer, knowledge: card_html(card_of(answer, knowledge)).encode(),
    "md": lambda answer, knowledge: card_markdown(card_of(answer, knowledge)).encode(),
}


def exported(answer: Answer, knowledge: Knowledge, form: str, *, card: bool = False) -> bytes:
    """Return the content of a file.

    Args:
        answer: the answer.
        knowledge: the pack that it was made from.
        form: `pdf`, `html` or `md` for the report or card; `ris` or `bib` for its references.
        card: the one-page card instead of the report.

    Raises:
        InputError: the form is not known, or there is nothing to make a card or a list of references of.
        MissingExtraError: a PDF is asked for and typst is not installed.
    """
    forms = _CARD if card else _REPORT
    if form not in forms:
        raise InputError(f"A report cannot be written as {form!r}. End the file's name in one of: {', '.join(f'.{f}' for f in sorted(forms))}.")
    if form in _REFERENCES and not answer.studies:
        raise InputError(f"This answer rests on no study, so there are no references to write as {form!r}. Take .pdf, .html or .md.")
    return forms[form](answer, knowledge)


def card_markdown(card: Card) -> str:
    """Return a card as Markdown.

    Args:
        card: the card.
    """
    parts = [f"# {plain(card.title)}", f"{card.asked} *{plain(card.question)}*"]
    for part in card.parts:
        parts += [f"## {plain(part.heading)}"] if part.heading else []
        parts.append("\n".join(f"- {'[ ] ' if part.tick else ''}{plain(item)}" for item in part.items))
        parts += [card.more] if part.more else []
    parts += [f"**{card.close}**"] if card.close else []
    return "\n\n".join([*parts, *filter(None, (card.reviewed,)), f"*{card.informs}* {card.made}"]) + "\n"
