"""Verdicts with the effect that the numbers of their studies show together, and what they are worth against known harms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from skinproof.catalogue.outcome import Outcome
from skinproof.evidence.study import Study
from skinproof.synthesis.cell import Combinations, Placed
from skinproof.synthesis.robustness import interval
from skinproof.synthesis.settings import SETTINGS, Settings
from skinproof.synthesis.synthesize import Synthesis, synthesize
from skinproof.synthesis.verdict import Effect, Verdict, all_placed, verdicts
from skinproof.synthesis.worth import HarmSeen, Spread, Worth, by_table, weigh


def verdicts_with_effects(studies: Iterable[Study], combinations: Combinations, outcomes: Mapping[str, Outcome], settings: Settings = SETTINGS) -> list[Verdict]:
    """Return the verdicts of all cells, each with its effect where the studies give numbers, and with what it is worth.

    Args:
        studies: the studies.
        combinations: known combinations and the treatment that each is.
        outcomes: the outcomes by id.
        settings: the policy numbers.
    """
    studies = list(studies)
    harms = harms_of(studies)
    by_cell: dict[str, list[Placed]] = {}
    for item in all_placed(studies, combinations, settings):
        by_cell.setdefault(item.cell.id, []).append(item)
    found = []
    for verdict in verdicts(studies, combinations, settings):
        together = synthesize(by_cell[verdict.id], outcomes[verdict.outcome], settings=settings)
        found.append(replace(verdict, effect=_effect(together, settings), worth=_worth(verdict, together, outcomes[verdict.outcome], harms.get(verdict.treatment, []), settings)))
    return found


def harms_of(studies: Iterable[Study]) -> dict[str, list[HarmSeen]]:
    """Return what studies saw of harm, by the one treatment of the arm that it was seen in; a rate is one of people.

    Args:
        studies: the studies.
    """
    found: dict[str, list[HarmSeen]] = {}
    for study in studies:
        alone = {arm.id: arm.components[0].what for arm in study.arms if len(arm.components) == 1}
        for harm in study.harms if study.human else ():
            if harm.arm in alone:
                rated = harm.unit == "persons" and harm.count is not None and harm.of
                found.setdefault(alone[harm.arm], []).append(HarmSeen(severity=harm.severity, events=harm.count if rated else None, people=harm.of if rated else None))
    return found


def _effect(found: Synthesis, settings: Settings) -> Effect | None:
    if not found.rows or found.scale is None:
        return None
    estimate, lower, upper = interval(found.rows, settings)
    return Effect(scale=found.scale, estimate=estimate, lower=lower, upper=upper, studies=found.k)


def _worth(verdict: Verdict, found: Synthesis, outcome: Outcome, harms: list[HarmSeen], settings: Settings) -> Worth:
    ways = [Spread(estimate=estimate, lower=lower, upper=upper) for estimate, lower, upper in found.spreads]
    return weigh(ways, verdict.certainty, harms, settings) if ways and outcome.mid is not None else by_table(verdict.direction, verdict.certainty, harms)
