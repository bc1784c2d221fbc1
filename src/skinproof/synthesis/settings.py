"""Every threshold of grading and of the bottom line, with its reason. Change here, nowhere else."""

from __future__ import annotations

from msgspec import Struct

from skinproof.types import Severity


class Settings(Struct, frozen=True, kw_only=True):
    """Named and versioned policy numbers; sources stand in docs/grading.md."""

    version: str = "2026-11"

    # Imprecision: without a pooled estimate, 400 people or fewer are a concern (Murad 2017); under a quarter, two levels.
    information_size_people: int = 400
    information_size_small_people: int = 100
    # Two halves of one face correlate; the range 0.3 to 0.8 is usual, 0.5 the middle.
    within_person_correlation: float = 0.5
    correlation_range: tuple[float, float] = (0.3, 0.8)

    # Risk of bias: the share of people from studies at high risk from which a level is lost (GRADING, step A).
    high_risk_share: float = 0.25
    high_risk_share_all: float = 0.75
    unclear_share: float = 0.5

    # Inconsistency without effect sizes: the share of people whose study agrees from which the others count as minority.
    agreement_share: float = 0.75

    # Windows of time after the last treatment or from the start of a course.
    hours_window_weeks: float = 0.15
    weeks_window_weeks: float = 8.5
    months_window_weeks: float = 39.0

    # A body read from abstracts alone cannot show low risk of bias: it stops at moderate (3).
    abstract_ceiling: int = 3

    # Synthesis without meta-analysis: a direction without numbers stops at low (2).
    wordless_ceiling: int = 2

    # The smallest change that matters where nothing is published, in standard deviations.
    assumed_mid_sd: float = 0.5

    # Pooling. Below ten studies the modified Knapp-Hartung limits are used, which cannot be narrower than normal ones, and no test tells chance from
    # asymmetry (Cochrane Handbook). Two to four say little of how much they differ, so a model with a prior on that stands beside: half-normal, with
    # the smallest change that matters as its scale. A prediction interval needs three.
    few_studies: int = 10
    bayes_studies: tuple[int, int] = (2, 4)
    prior_tau_sd: float = 0.5
    prediction_studies: int = 3

    # Intervals of printed summaries. Under 0.75 or over 1.25 a ratio is appreciable (GRADE guidelines 6). An interval whose ends differ more than
    # tenfold tells next to nothing, nor do fewer than ten events (ours).
    important_relative_change: float = 0.25
    widest_ratio: float = 10.0
    fewest_events: int = 10
    # I2 that one review group acts on when studies disagree in direction, and when they agree (table in PMC7195185).
    substantial_i2_percent: float = 50.0
    considerable_i2_percent: float = 75.0

    # Bias that an effect is set beside, in standard deviations: 0.37 is that of subjective outcomes in people who knew their treatment (Page 2016); 0.13
    # and the mean of the two are policy. Below this share of ways to reckon it a call is said to be unstable, and below this chance nobody is ahead (ours).
    bias_sd: tuple[float, float, float] = (0.13, 0.24, 0.37)
    stable_share: float = 0.6
    ahead_chance: float = 0.6

    # What would change a verdict: smaller and larger trials than these are not looked at (ours).
    smallest_trial_people: int = 20
    largest_trial_people: int = 2000

    # The bottom line: low certainty (2) is the least that lets studies say "helps", and then from 100 people on (fewer are very serious imprecision);
    # moderate (3) is the least to deny. Half of what is hoped for must be helped.
    help_level: int = 2
    help_people: int = 100
    deny_level: int = 3
    hoped_share: float = 0.5

    # What is it worth (docs/grading.md, section 8). How far an effect is believed, from very low to high certainty: shallow, for levels tell little apart;
    # the rest is drawn around no effect. Thresholds and weights are ours; weights are against one person more who improves.
    credibility: tuple[float, float, float, float] = (0.45, 0.6, 0.75, 0.9)
    credibility_shifts: tuple[float, float, float] = (-0.1, 0.0, 0.1)
    sceptical_sd: float = 0.25
    worth_chance: float = 0.7
    try_chance: float = 0.5
    useless_chance: float = 0.2
    base_shares: tuple[float, float, float] = (0.1, 0.3, 0.5)
    harm_weight_factors: tuple[float, float, float] = (0.5, 1.0, 2.0)
    harm_weights: tuple[tuple[Severity, float], ...] = (("mild", 0.1), ("moderate", 0.5), ("severe", 5.0), ("not_stated", 0.25))

    def within_person_factor(self) -> float:
        """How many people of a two-arm parallel trial one person treated on both sides is worth."""
        return 2 / (1 - self.within_person_correlation)


SETTINGS = Settings()
