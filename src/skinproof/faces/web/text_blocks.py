"""Text that was set for a terminal, taken apart so that a page can set it anew at any width."""

from __future__ import annotations

import re

from msgspec import Struct

_ITEM = re.compile(r" {2}(?:-|\d+\.) ")
_COLUMNS = re.compile(r"\S {2,}\S")


class TextBlock(Struct, frozen=True, kw_only=True):
    """A heading with a list, a paragraph without one, or the lines of a table as they are."""

    text: str = ""
    items: tuple[str, ...] = ()
    numbered: bool = False
    table: str = ""


def text_blocks(text: str) -> list[TextBlock]:
    """Return the blocks of a text: those that blank lines part, with wrapped lines joined again.

    Args:
        text: items begin with two spaces and a hyphen or a number; a table has columns two or more spaces apart.
    """
    return [_block(part.split("\n")) for part in re.split(r"\n\s*\n", text.rstrip("\n")) if part.strip()]


def _block(lines: list[str]) -> TextBlock:
    items: list[str] = []
    before: list[str] = []
    for line in lines:
        if _ITEM.match(line):
            items.append(_ITEM.sub("", line, count=1).strip())
        elif items:
            items[-1] += f" {line.strip()}"
        else:
            before.append(line)
    if not items and all(_COLUMNS.search(line) for line in lines) and len(lines) > 1:
        return TextBlock(table="\n".join(lines))
    return TextBlock(text=" ".join(line.strip() for line in before), items=tuple(items), numbered=any(re.match(r" {2}\d", line) for line in lines))
