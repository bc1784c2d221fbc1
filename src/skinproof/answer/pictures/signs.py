"""The signs that pictures share: a direction as one character, a certainty as dots, each with its words."""

from __future__ import annotations

from skinproof.answer.pictures.svg import text
from skinproof.types import Certainty, Direction

SIGNS: dict[Direction, str] = {"helps": "+", "no_difference": "=", "worsens": "−", "mixed": "±", "uncertain": "?", "no_evidence": "·"}
MEANING: dict[Direction, str] = {
    "helps": "better", "no_difference": "no difference", "worsens": "worse", "mixed": "results disagree", "uncertain": "not clear", "no_evidence": "nobody looked",
}
DOTS: dict[Certainty, int] = {"high": 4, "moderate": 3, "low": 2, "very_low": 1, "none": 0}
CERTAIN: dict[Certainty, str] = {"high": "high", "moderate": "moderate", "low": "low", "very_low": "very low", "none": "not graded"}
_LEVELS = 4


def dots(x: float, y: float, certainty: Certainty) -> str:
    """Return four dots, as many filled as the certainty has levels.

    Args:
        x: the middle, px from the left.
        y: the baseline, px from the top.
        certainty: high fills four, very low one.
    """
    filled = DOTS[certainty]
    return text(x, y, "●" * filled + "○" * (_LEVELS - filled), anchor="middle", size=11)
