"""Joining and casing of words for sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable

from skinproof.answer.knowledge import Knowledge


def capital(text: str) -> str:
    """Return text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def listed(items: Iterable[str], last: str = "and") -> str:
    """Return items as a list in words: "a, b and c"."""
    items = list(dict.fromkeys(items))
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}" if items else ""


def sentence(text: str) -> str:
    """Return text as a sentence: a capital first, a full stop last."""
    text = text.strip()
    return capital(text if text[-1:] in {".", "!", "?"} else text + ".")


def goal_labels(knowledge: Knowledge, goals: Iterable[str]) -> list[str]:
    """Return the plain labels of some goals."""
    return [knowledge.goals[g].label for g in goals]


def outcome_label(knowledge: Knowledge, outcome: str) -> str:
    """Return the plain label of an outcome."""
    found = knowledge.outcomes.get(outcome)
    return found.label if found else outcome.replace("_", " ")


def counted(studies: int, reviews: int) -> str:
    """Return a number of studies and reviews in words."""
    parts = [f"{n} {one if n == 1 else many}" for n, one, many in ((studies, "study", "studies"), (reviews, "review", "reviews")) if n]
    return listed(parts) or "no study"


def persons(count: int, silent: int = 0) -> str:
    """Return a number of people in words: those behind a result, or those in the studies where some do not tell that; unknown when nothing was stated."""
    if not count:
        return "number of people not stated"
    return f"of {count:,} people in all" if silent else f"{count:,} people"


def joined(texts: Iterable[str]) -> str:
    """Return reported results as one run of words."""
    return "; ".join(text.strip().rstrip(".") for text in texts)


def days(count: float) -> str:
    """Return a number of days in the words that people use."""
    if count >= 60 and count % 30 == 0:
        return f"{count / 30:g} months"
    if count >= 14 and count % 7 == 0:
        return f"{count / 7:g} weeks"
    if count < 1:
        return f"{count * 24:g} hours" if count else "no time"
    return "1 day" if count == 1 else f"{count:g} days"


_SHARE = 0.4  # of the sentences of the shorter


def says_again(one: str, other: str) -> bool:
    """Tell whether two texts share so many sentences that the second tells little that is new.

    Args:
        one: a text.
        other: another.
    """
    first, second = ({part.strip(" .") for part in re.split(r"[.;] ", text)} for text in (one, other))
    return len(first & second) >= max(2, _SHARE * min(len(first), len(second)))
