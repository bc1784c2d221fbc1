"""Evidence map of one treatment: outcomes by certainty; the larger the circle, the more people."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from msgspec import Struct

from skinproof.answer.pictures.signs import CERTAIN, MEANING, SIGNS
from skinproof.answer.pictures.svg import MARGIN, WIDTH, Picture, circle, element, line, picture, shortened, text
from skinproof.types import Certainty, Direction

_LEVELS: tuple[Certainty, ...] = ("none", "very_low", "low", "moderate", "high")
_TOP, _ROW = 24, 46
_LEAST, _MOST = 8.0, 14.0
_PEOPLE_MOST = 1000


class Spot(Struct, frozen=True, kw_only=True):
    """One outcome on the map: what was seen, how sure that is, and in how many people."""

    label: str
    direction: Direction
    certainty: Certainty
    people: int


def evidence_map(name: str, title: str, spots: Sequence[Spot]) -> Picture:
    """Return the map.

    Args:
        name: unique on a page.
        title: what it maps.
        spots: one an outcome.
    """
    column = (WIDTH - 2 * MARGIN) / len(_LEVELS)
    places = {level: MARGIN + column * (i + 0.5) for i, level in enumerate(_LEVELS)}
    body = [text(places[level], 12, CERTAIN[level], anchor="middle", size=11) for level in _LEVELS]
    for number, spot in enumerate(spots):
        body += _spot(spot, _TOP + number * _ROW, places[spot.certainty])
    used = dict.fromkeys(s.direction for s in spots)
    bottom = _TOP + _ROW * len(spots)
    body += [line(MARGIN, bottom, WIDTH - MARGIN, bottom), text(MARGIN, bottom + 16, "   ".join(f"{SIGNS[d]} {MEANING[d]}" for d in used)[:56], size=11)]
    told = "; ".join(f"{s.label}: {MEANING[s.direction]}, certainty {CERTAIN[s.certainty]}, {s.people} people" for s in spots)
    return picture(name, title, f"{told}.", bottom + 24, *body)


def _spot(spot: Spot, y: float, x: float) -> list[str]:
    radius = _LEAST + (_MOST - _LEAST) * sqrt(min(spot.people, _PEOPLE_MOST) / _PEOPLE_MOST)
    ring = element("g", circle(x, y + 30, radius, filled=False), stroke_width=1.5)
    label = text(MARGIN, y + 13, shortened(spot.label, WIDTH - 2 * MARGIN - 90))
    people = text(WIDTH - MARGIN, y + 13, f"{spot.people:,} people" if spot.people else "people not stated", anchor="end", size=11)
    return [line(MARGIN, y, WIDTH - MARGIN, y), label, people, ring, text(x, y + 35, SIGNS[spot.direction], anchor="middle", size=14, weight="bold")]
