"""What an effect bears: the bias that would erase it, the weight that makers paid for, and how many ways to reckon it give the same call.

The grid and the sizes of bias follow the project's grading rules (docs/grading.md, section 8).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from skinproof.synthesis.made_effect import Scale
from skinproof.synthesis.pooling.distributions import normal_quantile
from skinproof.synthesis.pooling.fit import pool
from skinproof.synthesis.settings import Settings
from skinproof.synthesis.study_effect import StudyEffect

Call = Literal["better", "worse", "no clear difference"]
Interval = tuple[float, float, float]  # estimate, lower, upper
_TO_SD: dict[str, float] = {"SMD": 1.0, "SMD of change": 1.0, "log OR": math.sqrt(3) / math.pi}


@dataclass(frozen=True, slots=True, kw_only=True)
class Robustness:
    """How firmly the effect of a cell stands; sizes of bias are in standard deviations, or on the scale of the effect."""

    studies: int
    call: Call
    usual_call: Call  # of most ways to reckon it
    stability: float  # the share of ways that give the usual call
    ways: int
    erases_interval: float | None  # bias after which the interval holds no effect; None where it does already
    erases_estimate: float
    in_sd: bool
    maker_weight: float  # share of the weight of studies paid by a maker, in whole or in part


def robustness(rows_at: Mapping[float | None, Sequence[StudyEffect]], scale: Scale, makers: Collection[str], settings: Settings) -> Robustness:
    """Return how firmly an effect stands.

    Args:
        rows_at: the effects of the studies at each assumed correlation; the first are those of the base case.
        scale: of the effects.
        makers: ids of the studies that a maker paid for.
        settings: the policy numbers.
    """
    base = next(iter(rows_at.values()))
    estimate, lower, upper = interval(base, settings)
    factor = _TO_SD.get(scale)
    calls = Counter(_calls(rows_at, factor, makers, settings))
    [(usual, count)] = calls.most_common(1)
    weights = {row.study_id: 1.0 / row.variance for row in base}
    nearest = lower if lower > 0 else -upper if upper < 0 else None
    return Robustness(
        studies=len(base), call=call(lower, upper), usual_call=usual, stability=count / calls.total(), ways=calls.total(), erases_interval=None if nearest is None else nearest * (factor or 1.0),
        erases_estimate=abs(estimate) * (factor or 1.0), in_sd=factor is not None, maker_weight=sum(w for name, w in weights.items() if name in makers) / sum(weights.values()),
    )


def call(lower: float, upper: float) -> Call:
    """Return the call of an interval: on which side of no effect it lies."""
    return "better" if lower > 0 else "worse" if upper < 0 else "no clear difference"


def interval(rows: Sequence[StudyEffect], settings: Settings, method: str = "REML") -> Interval:
    """Return estimate and 95 % limits of one effect or of several pooled ones.

    Args:
        rows: the effects.
        settings: the policy numbers.
        method: the model, if there are several.
    """
    if len(rows) == 1:
        half = normal_quantile(0.975) * math.sqrt(rows[0].variance)
        return rows[0].estimate, rows[0].estimate - half, rows[0].estimate + half
    test = "z" if method == "CE" else "modified_knapp_hartung" if len(rows) < settings.few_studies else "knapp_hartung"
    fit = pool([row.estimate for row in rows], [row.variance for row in rows], method=method, test=test)
    return fit.estimate, fit.lower, fit.upper


def spreads(rows_at: Mapping[float | None, Sequence[StudyEffect]], scale: Scale, makers: Collection[str], settings: Settings) -> list[Interval]:
    """Return the effect in standard deviations in each way to reckon it, the base case first; empty on a scale that has none.

    Args:
        rows_at: the effects of the studies at each assumed correlation; the first are those of the base case.
        scale: of the effects.
        makers: ids of the studies that a maker paid for.
        settings: the policy numbers.
    """
    factor = _TO_SD.get(scale)
    found = [interval(part, settings, method) for rows in rows_at.values() for part in _parts(rows, makers) for method in (("REML", "CE") if len(part) > 1 else ("REML",))]
    return [] if factor is None else [(estimate * factor, lower * factor, upper * factor) for estimate, lower, upper in found]


def _calls(rows_at: Mapping[float | None, Sequence[StudyEffect]], factor: float | None, makers: Collection[str], settings: Settings) -> Iterator[Call]:
    """The call of each way to reckon: correlation, studies in or out, model, bias in favour of the treatment."""
    shifts = (0.0, *settings.bias_sd) if factor else (0.0,)
    for rows in rows_at.values():
        for part in _parts(rows, makers):
            for method in ("REML", "CE") if len(part) > 1 else ("REML",):
                found = interval(part, settings, method)
                for shift in shifts:
                    moved = shift / (factor or 1.0) * (1 if found[0] >= 0 else -1)
                    yield call(found[1] - moved, found[2] - moved)


def _parts(rows: Sequence[StudyEffect], makers: Collection[str]) -> Iterator[Sequence[StudyEffect]]:
    """All studies, those without the makers', and all but each one."""
    yield rows
    others = [row for row in rows if row.study_id not in makers]
    if others and len(others) < len(rows):
        yield others
    if len(rows) > 1:
        for left in rows:
            yield [row for row in rows if row is not left]

