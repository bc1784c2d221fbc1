"""An answer as text for a terminal."""

from __future__ import annotations

import textwrap

from skinproof.answer.answer import Answer
from skinproof.answer.render.messages import line_texts, made_of, messages_of, reference_text
from skinproof.errors import InputError

_NARROWEST = 20
_BOLD, _DIM, _END = "\033[1m", "\033[2m", "\033[0m"
_INDENT = {"headline": "", "paragraph": "", "bullet": "  • ", "row": "", "detail": "    "}


def as_text(answer: Answer, *, colour: bool, width: int) -> str:
    """Return an answer as text.

    Args:
        answer: the answer.
        colour: whether to use terminal colours.
        width: the longest line, in characters.

    Raises:
        InputError: the width is too narrow.
    """
    if not isinstance(width, int) or width < _NARROWEST:
        raise InputError(f"The width {width} is too narrow for text. Give {_NARROWEST} characters or more.")
    messages = messages_of(answer.catalogue)
    blocks = []
    for section in answer.sections:
        lines = [] if section.id in {"bottom_line", "urgent"} else [_mark(messages.fixed(f"heading.{section.id}").upper(), _BOLD, colour=colour)]
        for style, text in line_texts(answer, section, messages):
            wrapped = _wrap(text, _INDENT[style], width)
            lines.append(_mark(wrapped, _BOLD if style in {"headline", "row"} else _DIM if style == "detail" else "", colour=colour))
        blocks.append("\n".join(lines))
    if answer.studies:
        blocks.append("\n".join((
            _mark(messages.fixed("heading.references").upper(), _BOLD, colour=colour),
            *(_wrap(reference_text(answer, place, messages), f"  {place + 1}. ", width) for place in range(len(answer.studies))),
        )))
    blocks.append(_mark(_wrap(messages.fixed("informs"), "", width) + "\n" + made_of(answer, messages), _DIM, colour=colour))
    return "\n\n".join(blocks) + "\n"


def _wrap(text: str, indent: str, width: int) -> str:
    return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=" " * len(indent), break_on_hyphens=False)


def _mark(text: str, mark: str, *, colour: bool) -> str:
    return f"{mark}{text}{_END}" if colour and mark else text
