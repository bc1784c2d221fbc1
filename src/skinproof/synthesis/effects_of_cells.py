"""Verdicts with the effect that the numbers of their studies show together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from skinproof.catalogue.outcome import Outcome
from skinproof.evidence.study import Study
from skinproof.synthesis.cell import Combinations, Placed
from skinproof.synthesis.robustness import interval
from skinproof.synthesis.settings import SETTINGS, Settings
from skinproof.synthesis.synthesize import synthesize
from skinproof.synthesis.verdict import Effect, Verdict, all_placed, verdicts


def verdicts_with_effects(studies: Iterable[Study], combinations: Combinations, outcomes: Mapping[str, Outcome], settings: Settings = SETTINGS) -> list[Verdict]:
    """Return the verdicts of all cells, each with its effect where the studies give numbers.

    Args:
        studies: the studies.
        combinations: known combinations and the treatment that each is.
        outcomes: the outcomes by id.
        settings: the policy numbers.
    """
    studies = list(studies)
    by_cell: dict[str, list[Placed]] = {}
    for item in all_placed(studies, combinations, settings):
        by_cell.setdefault(item.cell.id, []).append(item)
    return [replace(v, effect=_effect(by_cell[v.id], outcomes[v.outcome], settings)) for v in verdicts(studies, combinations, settings)]


def _effect(placed: list[Placed], outcome: Outcome, settings: Settings) -> Effect | None:
    found = synthesize(placed, outcome, settings=settings)
    if not found.rows or found.scale is None:
        return None
    estimate, lower, upper = interval(found.rows, settings)
    return Effect(scale=found.scale, estimate=estimate, lower=lower, upper=upper, studies=found.k)
