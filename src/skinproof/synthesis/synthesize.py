"""Pool the findings of one cell as Cochrane advises, and say in words what came out.

Sources: Cochrane Handbook (REML; Hartung-Knapp; prediction interval; within-person designs); Roever, Knapp and
Friede 2015 for the modified form that is never narrower.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from skinproof.catalogue.outcome import Outcome
from skinproof.errors import InputError
from skinproof.synthesis.cell import Cell, Placed
from skinproof.synthesis.made_effect import Scale
from skinproof.synthesis.pooling.bayes import Posterior, bayes
from skinproof.synthesis.pooling.fit import Fit, pool
from skinproof.synthesis.robustness import Interval, Robustness, interval, robustness, spreads
from skinproof.synthesis.settings import SETTINGS, Settings
from skinproof.synthesis.study_effect import LeftOut, StudyEffect, in_standard_deviations, study_effect
from skinproof.types import MAKER_TIES

LOGISTIC_SD = math.pi / math.sqrt(3)  # of the logistic distribution: log odds in a standard deviation


@dataclass(frozen=True, slots=True, kw_only=True)
class Synthesis:
    """What the studies of a cell show together; effects above zero favour the cell's treatment."""

    cell: Cell
    scale: Scale | None
    rows: tuple[StudyEffect, ...]
    left_out: tuple[LeftOut, ...]
    fit: Fit | None  # None without a row, and for one study
    posterior: Posterior | None
    prediction: tuple[float, float] | None
    by_correlation: tuple[tuple[float, float, float, float], ...]  # correlation, estimate, lower, upper
    robustness: Robustness | None  # None without a row
    spreads: tuple[Interval, ...]  # in standard deviations, in each way to reckon it, the base case first
    sentences: tuple[str, ...]

    @property
    def k(self) -> int:
        """The number of studies with an effect size."""
        return len(self.rows)

    @property
    def people(self) -> int | None:
        """People behind the rows; None when one study does not say."""
        told = [row.people for row in self.rows]
        return None if None in told else sum(n for n in told if n is not None)


def synthesize(findings: Sequence[Placed], outcome: Outcome, *, settings: Settings = SETTINGS) -> Synthesis:
    """Pool the findings of one cell: one treatment, outcome, comparator class and window of time.

    Args:
        findings: findings in their cell; each study counts once, reviews not at all.
        outcome: what was measured, with the direction that is better.
        settings: the policy numbers, among them the assumed correlation of two sides of a face.

    Raises:
        InputError: there is no finding, or they belong to several cells or another outcome.
    """
    cell = _one_cell(findings, outcome)
    chosen, left_out = _one_each(findings, outcome, settings.within_person_correlation)
    rows, scale, more = _rows(chosen, outcome, settings.within_person_correlation)
    fit = _pooled(rows, settings) if len(rows) > 1 else None
    posterior = _believed(rows, scale, settings) if settings.bayes_studies[0] <= len(rows) <= settings.bayes_studies[1] else None
    prediction = fit.prediction_interval() if fit and fit.k >= settings.prediction_studies else None
    assumed = any(row.correlation is not None for row in rows)
    rows_at: dict[float | None, Sequence[StudyEffect]] = {r: _rows(chosen, outcome, r)[0] for r in settings.correlation_range} if assumed else {}
    by_correlation = tuple((r, *interval(found, settings)) for r, found in rows_at.items() if r is not None)
    makers = {p.study.id for p in chosen if p.study.funding.kind in MAKER_TIES}
    firm = robustness({None: rows, **rows_at}, scale, makers, settings) if rows and scale else None
    return Synthesis(
        cell=cell, scale=scale, rows=rows, left_out=(*left_out, *more), fit=fit, posterior=posterior, prediction=prediction,
        by_correlation=by_correlation, robustness=firm, spreads=tuple(spreads({None: rows, **rows_at}, scale, makers, settings)) if rows and scale else (), sentences=(*_sentences(rows, scale, fit, posterior, prediction, by_correlation), *_firmness(firm, settings)),
    )


def _one_cell(findings: Sequence[Placed], outcome: Outcome) -> Cell:
    cells = {placed.cell for placed in findings}
    if not cells:
        raise InputError("There is no finding to pool. Give at least one.")
    if len(cells) > 1:
        raise InputError(f"The findings belong to {len(cells)} cells, such as {min(cells).id} and {max(cells).id}. Pool one cell at a time.")
    cell = cells.pop()
    if cell.outcome != outcome.id:
        raise InputError(f"The findings are about {cell.outcome}, but the outcome given is {outcome.id}. Give the outcome of the findings.")
    return cell


def _one_each(findings: Sequence[Placed], outcome: Outcome, correlation: float) -> tuple[list[Placed], list[LeftOut]]:
    """One finding a study: of those with an effect size the primary and earliest; the order of the input does not matter."""
    left_out: list[LeftOut] = []
    chosen: dict[str, Placed] = {}
    for placed in sorted(findings, key=lambda p: (isinstance(study_effect(p, outcome, correlation), LeftOut), *_preferred(p))):
        if placed.study.design == "systematic_review":
            left_out.append(_without(placed, "a review is not pooled with the studies that it holds"))
        elif placed.study.status == "retracted":
            left_out.append(_without(placed, "the study was retracted"))
        elif placed.study.id in chosen:
            left_out.append(_without(placed, "another finding of the same study is used"))
        else:
            chosen[placed.study.id] = placed
    return sorted(chosen.values(), key=_preferred), sorted(left_out, key=lambda left: (left.study_id, left.finding))


def _without(placed: Placed, reason: str) -> LeftOut:
    return LeftOut(study_id=placed.study.id, finding=placed.finding.slug, reason=reason)


def _preferred(placed: Placed) -> tuple[str, bool, float, str]:
    finding = placed.finding
    return placed.study.id, not finding.primary, finding.timepoint_weeks or 0.0, finding.slug


def _rows(chosen: list[Placed], outcome: Outcome, correlation: float) -> tuple[tuple[StudyEffect, ...], Scale | None, list[LeftOut]]:
    """Effect sizes on the scale that most studies have; the first in the alphabet when it is a tie."""
    found = [study_effect(placed, outcome, correlation) for placed in chosen]
    effects = [f for f in found if isinstance(f, StudyEffect)]
    left_out = [f for f in found if isinstance(f, LeftOut)]
    if not effects:
        return (), None, left_out
    if {e.scale for e in effects} >= {"SMD", "log OR"}:
        effects = [in_standard_deviations(e) for e in effects]
    counted = Counter(effect.scale for effect in effects)
    scale = max(sorted(counted), key=lambda s: counted[s])
    left_out += [
        LeftOut(study_id=e.study_id, finding=e.finding, reason=f"it is given as {e.scale}, the other studies as {scale}") for e in effects if e.scale != scale
    ]
    return tuple(e for e in effects if e.scale == scale), scale, left_out


def _pooled(rows: Sequence[StudyEffect], settings: Settings) -> Fit:
    test = "modified_knapp_hartung" if len(rows) < settings.few_studies else "knapp_hartung"
    return pool([row.estimate for row in rows], [row.variance for row in rows], method="REML", test=test)


def _believed(rows: Sequence[StudyEffect], scale: Scale | None, settings: Settings) -> Posterior:
    tau_scale = settings.prior_tau_sd * (1.0 if scale in {"SMD", "SMD of change"} else LOGISTIC_SD)
    return bayes([row.estimate for row in rows], [row.variance for row in rows], tau_scale=tau_scale)


def _sentences(
    rows: Sequence[StudyEffect], scale: Scale | None, fit: Fit | None, posterior: Posterior | None, prediction: tuple[float, float] | None,
    by_correlation: Sequence[tuple[float, float, float, float]],
) -> list[str]:
    if not rows:
        return ["No study gives numbers that allow an effect size."]
    said = [_one(rows) if fit is None else _several(fit, scale)]
    if prediction:
        said.append(f"In a new setting the effect may lie between {prediction[0]:.2f} and {prediction[1]:.2f}.")
    if posterior:
        said.append(
            f"So few studies say little of how much they differ. With a cautious assumption about that, the effect is {posterior.estimate:.2f} "
            f"(95% credible interval {posterior.lower:.2f} to {posterior.upper:.2f})."
        )
    if by_correlation:
        told = "; ".join(f"with {r:g}, {estimate:.2f} ({low:.2f} to {high:.2f})" for r, estimate, low, high in by_correlation)
        said.append(f"Measurements of the same person are taken to correlate by {next(r.correlation for r in rows if r.correlation is not None):g}; {told}.")
    return said


def _one(rows: Sequence[StudyEffect]) -> str:
    estimate, low, high = interval(rows, SETTINGS)
    return f"One study: {rows[0].scale} {estimate:.2f} (95% confidence interval {low:.2f} to {high:.2f}); above zero favours the treatment."


def _several(fit: Fit, scale: Scale | None) -> str:
    return (
        f"{fit.k} studies: {scale} {fit.estimate:.2f} (95% confidence interval {fit.lower:.2f} to {fit.upper:.2f}); above zero favours the treatment. "
        f"I2 {fit.i2_percent:.0f}%."
    )


def _firmness(firm: Robustness | None, settings: Settings) -> list[str]:
    """What bias would erase it, what makers paid for, and how stable the call is."""
    if firm is None:
        return []
    said = []
    if firm.erases_interval is not None:
        beside = f" Sizes of bias to set beside it: {', '.join(f'{b:g}' for b in settings.bias_sd)}." if firm.in_sd else ""
        unit = "standard deviations" if firm.in_sd else "on this scale"
        said.append(f"A bias of {firm.erases_interval:.2f} {unit} would let the interval hold no effect, and one of {firm.erases_estimate:.2f} would erase it.{beside}")
    if firm.studies > 1:
        said.append(f"Studies that a maker paid for carry {firm.maker_weight:.0%} of the weight.")
    how = "bias, model, payer, correlation, a study left out" if firm.studies > 1 else "bias, correlation"
    unstable = " The call is not stable." if firm.stability < settings.stable_share else ""
    said.append(f"Of {firm.ways} ways to reckon it ({how}) {firm.stability:.0%} say: {firm.usual_call}.{unstable}")
    return said
