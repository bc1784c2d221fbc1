"""Every threshold of grading and of the bottom line, with its reason. Change here, nowhere else."""

from __future__ import annotations

from msgspec import Struct


class Settings(Struct, frozen=True, kw_only=True):
    """Named and versioned policy numbers; sources stand in docs/grading.md."""

    version: str = "2026-11"

    # Imprecision: without a pooled estimate, 400 people or fewer are a concern (Murad 2017); under a quarter, two levels.
    information_size_people: int = 400
    information_size_small_people: int = 100
    # Two halves of one face correlate; the range 0.3 to 0.8 is usual, 0.5 the middle.
    within_person_correlation: float = 0.5

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

    def within_person_factor(self) -> float:
        """How many people of a two-arm parallel trial one person treated on both sides is worth."""
        return 2 / (1 - self.within_person_correlation)


SETTINGS = Settings()
