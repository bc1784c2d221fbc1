"""Which verdict answers "does it work" best: the most direct and the surest first."""

from __future__ import annotations

import math
from collections.abc import Iterable

from skinproof.synthesis.certainty import LEVELS
from skinproof.synthesis.settings import SETTINGS
from skinproof.synthesis.verdict import Verdict

_WINDOWS = ("year", "months", "weeks", "not_stated", "hours")
_COMPARATORS = ("vehicle_or_sham", "none", "same_without_ingredient")


def level(verdict: Verdict) -> int:
    """Return the certainty of a verdict as a number: 0 very low to 3 high, -1 where nothing was graded."""
    return LEVELS.index(verdict.certainty) if verdict.certainty in LEVELS else -1


def direct(verdict: Verdict) -> bool:
    """Tell whether a verdict compares with no treatment, a sham, the same without the ingredient, or the same at will."""
    return verdict.comparator in _COMPARATORS or verdict.comparator == f"active:discretionary_{verdict.treatment}"


def counts(verdict: Verdict) -> bool:
    """Tell whether a direct verdict is sure enough to say that something helps: moderate certainty, or low certainty in enough people."""
    enough = verdict.share >= SETTINGS.help_people or (verdict.reviews > 0 and not verdict.share)  # a review that tells no number holds several trials
    return direct(verdict) and (level(verdict) >= SETTINGS.deny_level - 1 or (level(verdict) >= SETTINGS.help_level - 1 and enough))


def rank(verdict: Verdict) -> tuple[int, ...]:
    """Return a sort key: graded before ungraded, direct before head-to-head and single-arm, then the surer, the larger, the longer."""
    comparator = _COMPARATORS.index(verdict.comparator) if verdict.comparator in _COMPARATORS else len(_COMPARATORS)
    return (int(verdict.certainty == "none"), int(not direct(verdict)), -level(verdict), -verdict.share, comparator, _WINDOWS.index(verdict.window))


def chance_ahead(one: Verdict, other: Verdict) -> float | None:
    """Return the chance that one treatment's effect is the larger, both taken as normal, from trials of each against the same kind of control.

    None where they cannot be set beside each other: another outcome, comparator or scale, or no effect size.

    Args:
        one: its verdict.
        other: the verdict on the other treatment.
    """
    a, b = one.effect, other.effect
    if a is None or b is None or a.scale != b.scale or (one.outcome, one.comparator) != (other.outcome, other.comparator) or not direct(one):
        return None
    return 0.5 * (1.0 + math.erf((a.estimate - b.estimate) / math.sqrt(2.0 * (a.variance + b.variance))))


def leaders(verdicts: Iterable[Verdict]) -> dict[str, list[str]]:
    """Return, by outcome, the ids of the best helping verdict of each treatment that its best verdict does not contradict, the surest first.

    Args:
        verdicts: all verdicts.
    """
    best: dict[tuple[str, str], list[Verdict]] = {}
    for verdict in sorted(verdicts, key=rank):
        if direct(verdict) or not verdict.comparator.startswith("active:"):
            best.setdefault((verdict.outcome, verdict.treatment), []).append(verdict)
    found: dict[str, list[Verdict]] = {}
    for (outcome, _), cells in best.items():
        helping = next((v for v in cells if v.direction == "helps"), None)
        if helping is not None and cells[0].direction not in {"worsens", "no_difference"}:
            found.setdefault(outcome, []).append(helping)
    return {outcome: [v.id for v in sorted(them, key=rank)] for outcome, them in sorted(found.items())}
