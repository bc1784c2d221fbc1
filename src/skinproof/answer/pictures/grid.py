"""Certainty grid: treatments by outcomes; a sign for the direction, dots for the certainty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import ascii_uppercase

from skinproof.answer.pictures.signs import CERTAIN, MEANING, SIGNS, dots
from skinproof.answer.pictures.svg import MARGIN, WIDTH, Picture, line, picture, shortened, text
from skinproof.types import Certainty, Direction

Seen = tuple[Direction, Certainty]
_LEGEND_ROW, _ROW = 16, 52
NOTHING: Seen = ("no_evidence", "none")


def certainty_grid(name: str, title: str, treatments: Mapping[str, str], outcomes: Mapping[str, str], seen: Mapping[tuple[str, str], Seen]) -> Picture:
    """Return a grid of treatments by outcomes.

    Args:
        name: unique on a page.
        title: what is compared.
        treatments: name by id, one to five or so; they become the columns.
        outcomes: label by id; they become the rows.
        seen: direction and certainty by (treatment, outcome); what is missing was not studied.
    """
    used = {seen.get((t, o), NOTHING)[0] for t in treatments for o in outcomes}
    body, y = _legend(list(treatments.values()), [d for d in SIGNS if d in used])
    column = (WIDTH - 2 * MARGIN) / len(treatments)
    for outcome, label in outcomes.items():
        body += [line(MARGIN, y, WIDTH - MARGIN, y), text(MARGIN, y + 14, shortened(label, WIDTH - 2 * MARGIN, bold=True), weight="bold")]
        for place, treatment in enumerate(treatments):
            body += _cell(MARGIN + column * (place + 0.5), y, ascii_uppercase[place], seen.get((treatment, outcome), NOTHING))
        y += _ROW
    told = "; ".join(f"{n} for {label}: {_told(seen.get((t, o), NOTHING))}" for o, label in outcomes.items() for t, n in treatments.items())
    return picture(name, title, f"{told}.", y, *body)


def _told(seen: Seen) -> str:
    direction, certainty = seen
    return MEANING[direction] if direction == "no_evidence" else f"{MEANING[direction]}, certainty {CERTAIN[certainty]}"


def _legend(names: Sequence[str], used: Sequence[Direction]) -> tuple[list[str], float]:
    """Return the names behind the letters and the meaning of the signs, and where they end, px."""
    rows = [f"{ascii_uppercase[place]}  {shortened(name, WIDTH - 3 * MARGIN)}" for place, name in enumerate(names)]
    signs = [f"{SIGNS[d]} {MEANING[d]}" for d in used]
    rows += ["   ".join(signs[i : i + 3]) for i in range(0, len(signs), 3)]
    rows.append("Dots: how sure, of four")
    return [text(MARGIN, 14 + _LEGEND_ROW * place, row, size=11) for place, row in enumerate(rows)], 22 + _LEGEND_ROW * len(rows) - 8


def _cell(x: float, y: float, letter: str, seen: Seen) -> list[str]:
    direction, certainty = seen
    sign = text(x, y + 33, f"{letter} {SIGNS[direction]}", anchor="middle", size=14)
    return [sign] if direction == "no_evidence" else [sign, dots(x, y + 47, certainty)]
