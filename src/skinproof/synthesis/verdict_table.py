"""The table of all verdicts, and what differs between two of them: the change log of verdicts from one release of the evidence to the next."""

from __future__ import annotations

from collections.abc import Iterable

from skinproof.errors import InputError
from skinproof.synthesis.verdict import Verdict

COLUMNS = ("cell", "direction", "certainty", "people", "studies", "reviews")


def verdict_table(verdicts: Iterable[Verdict]) -> str:
    """Return the verdicts as lines of tab-separated values, sorted by cell, so that a diff of two tables tells what changed.

    Args:
        verdicts: all verdicts.
    """
    rows = sorted((v.id, v.direction, v.certainty, str(v.participants), str(v.studies), str(v.reviews)) for v in verdicts)
    return "".join("\t".join(row) + "\n" for row in (COLUMNS, *rows))


def changes(older: str, newer: str) -> list[str]:
    """Return a sentence for each verdict that is new, gone, or has another direction or certainty.

    Args:
        older: a table.
        newer: a later table.

    Raises:
        InputError: a text is no such table.
    """
    before, after = _read(older), _read(newer)
    said = [f"{cell}: new, {_word(after[cell])}." for cell in sorted(after.keys() - before.keys())]
    said += [f"{cell}: gone; it was {_word(before[cell])}." for cell in sorted(before.keys() - after.keys())]
    for cell in sorted(before.keys() & after.keys()):
        if before[cell][:2] != after[cell][:2]:
            said.append(f"{cell}: {_word(before[cell])} became {_word(after[cell])}; people {before[cell][2]} and {after[cell][2]}.")
    return said


def _read(table: str) -> dict[str, list[str]]:
    head, *rows = [line.split("\t") for line in table.splitlines()] or [[]]
    if tuple(head) != COLUMNS or any(len(row) != len(COLUMNS) for row in rows):
        raise InputError(f"This is no table of verdicts. Its first line must be {', '.join(COLUMNS)}, and each line must have {len(COLUMNS)} fields.")
    return {row[0]: row[1:] for row in rows}


def _word(row: list[str]) -> str:
    return f"{row[0].replace('_', ' ')} ({row[1].replace('_', ' ')})"
