"""An answer as Markdown."""

from __future__ import annotations

from skinproof.answer.answer import Answer
from skinproof.answer.render.messages import line_texts, made_of, messages_of, reference_text

_FORM = {"headline": "**{}**", "paragraph": "{}", "bullet": "- {}", "row": "- **{}**", "detail": "  - {}"}

_LONGEST_TITLE = 300


def as_markdown(answer: Answer) -> str:
    """Return an answer as Markdown.

    Args:
        answer: the answer.
    """
    messages = messages_of(answer.catalogue)
    parts = [f"# {plain(answer.case.question[:_LONGEST_TITLE])}"]
    for section in answer.sections:
        if section.id not in {"bottom_line", "urgent"}:
            parts.append(f"## {messages.fixed(f'heading.{section.id}')}")
        lines = [_FORM[style].format(plain(text)) for style, text in line_texts(answer, section, messages)]
        parts.append("\n".join(f"{line}\n" if not line.lstrip().startswith("- ") else line for line in lines).rstrip())
    if answer.studies:
        parts.append(f"## {messages.fixed('heading.references')}")
        parts.append("\n".join(f"{place + 1}. {plain(reference_text(answer, place, messages))}" for place in range(len(answer.studies))))
    parts.append(f"*{messages.fixed('informs')}* {made_of(answer, messages)}")
    return "\n\n".join(parts) + "\n"


def plain(text: str) -> str:
    """Keep what people typed from turning into Markdown or HTML."""
    flat = " ".join(text.split())
    for sign, written in (("\\", "\\\\"), ("<", "&lt;"), ("[", "\\["), ("`", "\\`"), ("*", "\\*")):
        flat = flat.replace(sign, written)
    return flat
