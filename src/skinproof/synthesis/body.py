"""The body of evidence of one cell: each study once, with what grading needs to know of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from skinproof.evidence.study import Finding, Study
from skinproof.synthesis.cell import Cell, Placed
from skinproof.synthesis.settings import Settings
from skinproof.types import Depth, Design, FundingKind

# Outcomes that stand in for something a person would notice.
SURROGATES: frozenset[str] = frozenset({"collagen_biopsy", "dermal_density", "elastin_biopsy", "epidermal_thickness", "gene_expression", "blood_flow"})
# Readings that are immediate, reversible and repeated in the same person.
PHYSIOLOGICAL: frozenset[str] = frozenset({"tewl", "hydration", "surface_oil", "skin_ph", "redness", "barrier_closure", "blood_flow", "pain", "insertion_depth"})
SUBJECTIVE_RATERS: frozenset[str] = frozenset({"unblinded_assessor", "participant"})


class Member(Struct, frozen=True, kw_only=True):
    """One study in a cell."""

    study_id: str
    result: str  # arm_better, versus_better, no_clear_difference, equivalence_shown, not_reported, conflicting
    findings: tuple[str, ...]
    people: int | None  # told to stand behind the result
    share: int | None  # what is taken for it in grading
    whole: int | None  # in the study
    effective_people: float | None
    design: Design
    randomised: bool
    between: bool
    high_risk: bool
    open_and_subjective: bool
    unclear_risk: bool
    depth: Depth
    funding: FundingKind
    year: int
    sides: bool
    grade_published: str | None
    reported: tuple[str, ...]
    beside: tuple[str, ...]
    pooled_studies: int | None
    includes: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()  # what a review may list it by: id, PubMed number, DOI
    quantified: bool = False  # whether the source gives numbers that allow an effect size

    @property
    def review(self) -> bool:
        """Whether this is a review of studies rather than a study."""
        return self.design == "systematic_review"


class Body(Struct, frozen=True, kw_only=True):
    """The studies of one cell, and the settings to grade them by."""

    cell: Cell
    members: tuple[Member, ...]
    settings: Settings

    @property
    def studies(self) -> tuple[Member, ...]:
        """Primary studies, without reviews."""
        return tuple(m for m in self.members if not m.review)

    @property
    def reviews(self) -> tuple[Member, ...]:
        """Systematic reviews that speak to the cell."""
        return tuple(m for m in self.members if m.review)

    @property
    def graded(self) -> tuple[Member, ...]:
        """The members that carry the verdict: the best tier of allocation among those that report a direction."""
        told = [m for m in self.members if m.result != "not_reported"]
        for wanted in (lambda m: m.randomised or (m.review and m.between), lambda m: m.between, lambda _: True):
            tier = tuple(m for m in told if wanted(m))
            if tier:
                return tier
        return ()


def people_behind(members: Iterable[Member], count: Literal["people", "share", "whole", "effective_people"] = "people") -> float:
    """Return the people of a body, none of them twice: a review may hold every study that is not newer than it, and other reviews.

    Args:
        members: studies and reviews.
        count: which number of each: those told to stand behind the result, those taken for it, those of the whole studies, or what they are worth in a two-arm parallel trial.
    """
    found = [(m, getattr(m, count) or 0) for m in members]
    studies = [(m, worth) for m, worth in found if not m.review]
    with_review = (worth + sum(w for m, w in studies if m.year > review.year) for review, worth in found if review.review)
    return max(sum(worth for _, worth in studies), *with_review, 0)


def _risk(study: Study) -> tuple[bool, bool]:
    judgements = [d.judgement for d in study.risk_of_bias]
    high = "high" in judgements
    unclear = not judgements or sum(j in {"unclear", "some_concerns"} for j in judgements) * 2 >= len(judgements)
    return high, unclear


def _quantified(finding: Finding) -> bool:
    """Whether a finding carries an effect, or numbers of both sides."""
    numbers = finding.numbers
    return numbers is not None and (numbers.effect is not None or (numbers.arm is not None and numbers.versus is not None))


def _study_result(placed: Sequence[Placed]) -> str:
    """One result a study and cell: its primary outcome's if named, else the common one; unequal ones conflict."""
    chosen = [p for p in placed if p.finding.primary] or list(placed)
    results = {p.result for p in chosen} - {"not_reported"}
    if not results:
        return "not_reported"
    if results == {"arm_better", "no_clear_difference"} or len(results) > 1:
        return "conflicting"
    return results.pop()


def _told_first(placed: Placed) -> tuple[bool, bool, float]:
    """Primary findings that report a direction first, then by time."""
    return placed.result == "not_reported", not placed.finding.primary, placed.finding.timepoint_weeks or 0.0


def member(placed: Sequence[Placed], settings: Settings) -> Member:
    """Return one study's part in a cell.

    Args:
        placed: the study's findings that fall in the cell, at least one.
        settings: the policy numbers.
    """
    study = placed[0].study
    people = max((p.people for p in placed if p.people is not None), default=None)
    share = max((p.share for p in placed if p.share is not None), default=None)
    sides = study.pairing == "within_person" and placed[0].finding.analysis == "between"
    factor = settings.within_person_factor() if sides else 1.0
    high, unclear = _risk(study)
    raters = {p.finding.rater for p in placed}
    effects = [p.finding.numbers.effect for p in placed if p.finding.numbers and p.finding.numbers.effect]
    return Member(
        study_id=study.id,
        result=_study_result(placed),
        findings=tuple(p.finding.slug for p in placed),
        people=people,
        share=share,
        whole=study.participants,
        effective_people=None if share is None else share * factor,
        design=study.design,
        randomised=study.allocation == "random" and placed[0].finding.analysis == "between",
        between=placed[0].finding.analysis == "between",
        high_risk=high,
        open_and_subjective=study.blinding.participants == "open" and bool(raters) and raters <= SUBJECTIVE_RATERS,
        unclear_risk=unclear,
        depth=study.depth,
        funding=study.funding.kind,
        year=study.citation.year,
        sides=sides,
        grade_published=next((p.finding.grade_published for p in placed if p.finding.grade_published), None),
        reported=tuple(p.finding.reported for p in sorted(placed, key=_told_first)),
        beside=tuple(sorted(placed[0].beside)),
        pooled_studies=next((e.studies for e in effects if e.studies), None),
        includes=study.includes,
        keys=tuple(k for k in (study.id, study.citation.pmid, study.citation.doi) if k),
        quantified=any(_quantified(p.finding) for p in placed),
    )


def bodies(placed: Iterable[Placed], settings: Settings) -> list[Body]:
    """Group findings into cells, each study once in each cell.

    Args:
        placed: findings in their cells.
        settings: the policy numbers.
    """
    cells: dict[Cell, dict[str, list[Placed]]] = {}
    for item in placed:
        cells.setdefault(item.cell, {}).setdefault(item.study.id, []).append(item)
    return [
        Body(cell=cell, members=tuple(member(items, settings) for _, items in sorted(studies.items())), settings=settings)
        for cell, studies in sorted(cells.items())
    ]
