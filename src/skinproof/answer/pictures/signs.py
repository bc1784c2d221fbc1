"""The signs that pictures share: a direction as one character, a certainty as dots, each with its words."""

from __future__ import annotations

from skinproof.answer.pictures.svg import circle
from skinproof.types import Certainty, Direction

SIGNS: dict[Direction, str] = {"helps": "+", "no_difference": "=", "worsens": "−", "mixed": "±", "uncertain": "?", "no_evidence": "·"}
MEANING: dict[Direction, str] = {
    "helps": "better", "no_difference": "no difference", "worsens": "worse", "mixed": "studies disagree", "uncertain": "not clear", "no_evidence": "nobody looked",
}
DOTS: dict[Certainty, int] = {"high": 4, "moderate": 3, "low": 2, "very_low": 1, "none": 0}
CERTAIN: dict[Certainty, str] = {"high": "high", "moderate": "moderate", "low": "low", "very_low": "very low", "none": "not graded"}
_MOST, _RADIUS, _STEP = 4, 3.0, 9.0


def dots(x: float, y: float, certainty: Certainty) -> list[str]:
    """Return four circles, as many filled as the certainty has levels.

    Args:
        x: the middle, px from the left.
        y: the middle, px from the top.
        certainty: high fills four, very low one.
    """
    first = x - _STEP * (_MOST - 1) / 2
    return [circle(first + _STEP * place, y, _RADIUS, filled=place < DOTS[certainty]) for place in range(_MOST)]
