"""One study as the facts hold it: what was done to whom, what was found, who paid, where it was read."""

from __future__ import annotations

import datetime as dt

from msgspec import field

from skinproof.catalogue.record import Record, need
from skinproof.types import (
    HUMAN_DESIGNS,
    INERT,
    NO_TREATMENT,
    Allocation,
    Analysis,
    Blinded,
    Depth,
    Design,
    FundingKind,
    Judgement,
    Pairing,
    Rater,
    Result,
    Severity,
    Status,
    Ties,
    Unit,
    is_doi,
    is_pmid,
    is_registry_id,
    is_slug,
)


class Citation(Record, frozen=True, kw_only=True):
    """How to find the paper."""

    first_author: str
    year: int
    journal: str
    pmid: str | None = None
    doi: str | None = None
    pmcid: str | None = None
    registry: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        need(1950 <= self.year <= 2030, "year must lie between 1950 and 2030")
        need(self.pmid is None or is_pmid(self.pmid), "pmid must be the number alone, quoted")
        need(self.doi is None or is_doi(self.doi), "doi must begin with 10. and hold no address")
        need(self.registry is None or is_registry_id(self.registry), "registry must be a trial number such as NCT01234567")
        need(any((self.pmid, self.doi, self.pmcid, self.registry, self.url)), "give pmid, doi, pmcid, registry or a stable original url")


class Source(Record, frozen=True, kw_only=True):
    """One page that was read, how much of it, and when."""

    address: str
    read: Depth
    date: dt.date


class Dose(Record, frozen=True, kw_only=True):
    """How much, how deep, how often."""

    needle_mm: float | None = None
    passes: float | None = None
    concentration: str | None = None
    amount: str | None = None
    sessions: int | None = None
    interval_days: float | None = None
    duration_weeks: float | None = None
    device: str | None = None
    note: str | None = None


class Component(Record, frozen=True, kw_only=True):
    """One thing that an arm received: a treatment, an ingredient, or an inert control."""

    what: str
    dose: Dose | None = None


class Arm(Record, frozen=True, kw_only=True):
    """A group of people, or a side of a face, that received the same."""

    id: str
    label: str
    components: tuple[Component, ...]
    n: int | None = None

    def __post_init__(self) -> None:
        need(bool(self.components), "an arm needs at least one component; an untreated arm has `what: no_treatment`")

    @property
    def active(self) -> frozenset[str]:
        """The components that are not inert controls."""
        return frozenset(c.what for c in self.components) - INERT - NO_TREATMENT


class Population(Record, frozen=True, kw_only=True):
    """Who was studied."""

    description: str
    n_enrolled: int | None = None
    n_analysed: int | None = None
    age_mean: float | None = None
    age_min: float | None = None
    age_max: float | None = None
    female: int | None = None
    skin_tone: str | None = None
    site: str | None = None

    def __post_init__(self) -> None:
        if self.n_enrolled is not None and self.n_analysed is not None:
            need(self.n_analysed <= self.n_enrolled, "n_analysed cannot exceed n_enrolled")


class Blinding(Record, frozen=True, kw_only=True):
    """Who did not know what was given."""

    participants: Blinded = "not_stated"
    raters: Blinded = "not_stated"


class Group(Record, frozen=True, kw_only=True):
    """Numbers of one arm for one finding, as reported, in the unit of the instrument."""

    n: int | None = None
    baseline_mean: float | None = None
    baseline_sd: float | None = None
    mean: float | None = None
    sd: float | None = None
    se: float | None = None
    change_mean: float | None = None
    change_sd: float | None = None
    percent_change: float | None = None
    events: int | None = None
    median: float | None = None
    q1: float | None = None
    q3: float | None = None


class Effect(Record, frozen=True, kw_only=True):
    """An effect as the paper states it."""

    measure: str
    value: float
    ci_low: float | None = None
    ci_high: float | None = None
    ci_level: float = 0.95
    studies: int | None = None
    participants: int | None = None
    i2_percent: float | None = None

    def __post_init__(self) -> None:
        if self.ci_low is not None and self.ci_high is not None:
            need(self.ci_low <= self.value <= self.ci_high, "the interval must contain its estimate")


class Numbers(Record, frozen=True, kw_only=True):
    """What the source gives that allows an effect size."""

    unit: str | None = None
    arm: Group | None = None
    versus: Group | None = None
    effect: Effect | None = None
    p: str | None = None


class Finding(Record, frozen=True, kw_only=True):
    """One result on one outcome: of an arm against another arm, or against its own start."""

    slug: str
    outcome: str
    instrument: str
    rater: Rater
    analysis: Analysis
    arm: str
    versus: str
    result: Result
    reported: str
    timepoint_weeks: float | None = None
    timepoint: str | None = None
    significance: str = "not_stated"
    n: int | None = None
    numbers: Numbers | None = None
    extraction: str = "curated"
    place: str = "abstract"
    primary: bool = False
    grade_published: str | None = None

    def __post_init__(self) -> None:
        need(is_slug(self.slug), "slug must be lower-case words joined by hyphens")
        need((self.analysis == "within") == (self.versus == "baseline"), "a within-arm finding has `versus: baseline`, a between-arm finding names the other arm")
        need(self.arm != self.versus, "arm and versus must differ")


class Harm(Record, frozen=True, kw_only=True):
    """Something unwanted that was seen, counted in one unit."""

    event: str
    reported: str
    arm: str | None = None
    count: int | None = None
    of: int | None = None
    unit: Unit = "not_stated"
    severity: Severity = "not_stated"
    duration: str | None = None

    def __post_init__(self) -> None:
        if self.count is not None and self.of is not None:
            need(self.count <= self.of, "count cannot exceed of")


class Funding(Record, frozen=True, kw_only=True):
    """Who paid, and how far the paper was read for it."""

    kind: FundingKind
    note: str | None = None
    author_ties: Ties = "not_stated"
    product_supplied: Ties = "not_stated"

    def __post_init__(self) -> None:
        need(self.kind not in {"maker", "mixed", "independent"} or bool(self.note), "a stated funding needs a note naming the company or body")


class BiasDomain(Record, frozen=True, kw_only=True):
    """One domain of RoB 2 or ROBINS-I with its reason."""

    domain: str
    judgement: Judgement
    reason: str


class Study(Record, frozen=True, kw_only=True):
    """One study, one file."""

    id: str
    citation: Citation
    sources: tuple[Source, ...]
    status: Status
    design: Design
    allocation: Allocation
    pairing: Pairing
    population: Population
    arms: tuple[Arm, ...]
    funding: Funding
    status_checked: dt.date | None = None
    blinding: Blinding = field(default_factory=Blinding)
    findings: tuple[Finding, ...] = ()
    harms: tuple[Harm, ...] = ()
    harms_statement: str | None = None
    risk_of_bias: tuple[BiasDomain, ...] = ()
    includes: tuple[str, ...] = ()
    reports: tuple[Citation, ...] = ()
    limits: tuple[str, ...] = ()
    read_by: int = 1

    def __post_init__(self) -> None:
        need(is_slug(self.id), "id must be lower-case words joined by hyphens")
        need(bool(self.sources), "give at least one source that was read")
        need(bool(self.findings) or bool(self.harms), "a study needs a finding or a harm; leave out what has no results")
        need(self.design not in {"rct", "crossover"} or self.allocation == "random" or self.design == "crossover",
              "an rct has `allocation: random`; otherwise it is nonrandomised_controlled")
        need(self.design != "nonrandomised_controlled" or self.allocation != "random", "random allocation makes it an rct")
        need(self.design != "systematic_review" or self.allocation == "not_applicable", "a review has `allocation: not_applicable`")
        arms = {arm.id for arm in self.arms}
        need(len(arms) == len(self.arms), "two arms share an id")
        slugs = [f.slug for f in self.findings]
        need(len(set(slugs)) == len(slugs), "two findings share a slug")
        for finding in self.findings:
            need(finding.arm in arms, f"finding {finding.slug}: arm {finding.arm!r} is not among the arms")
            need(finding.versus == "baseline" or finding.versus in arms, f"finding {finding.slug}: versus {finding.versus!r} is not among the arms")
            n_max = self.population.n_enrolled
            need(finding.n is None or n_max is None or finding.n <= n_max, f"finding {finding.slug}: n exceeds n_enrolled")
        for harm in self.harms:
            need(harm.arm is None or harm.arm in arms, f"harm {harm.event!r}: arm {harm.arm!r} is not among the arms")

    @property
    def human(self) -> bool:
        """Whether people, not tissue or animals, were studied."""
        return self.design in HUMAN_DESIGNS

    @property
    def depth(self) -> Depth:
        """The deepest reading that any source allowed."""
        order: tuple[Depth, ...] = ("abstract", "excerpt", "full_text")
        return max((s.read for s in self.sources), key=order.index)

    @property
    def participants(self) -> int | None:
        """People analysed if stated, else enrolled."""
        return self.population.n_analysed if self.population.n_analysed is not None else self.population.n_enrolled

    @property
    def cited(self) -> str:
        """The first author, or that none was shown where the study was read."""
        return "Study (author not seen)" if self.citation.first_author == "not seen" else self.citation.first_author

    def arm(self, arm_id: str) -> Arm:
        """Return the arm with this id."""
        return next(arm for arm in self.arms if arm.id == arm_id)
