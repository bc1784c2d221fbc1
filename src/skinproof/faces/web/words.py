"""The words of the pages for the vocabularies of the evidence."""

from __future__ import annotations

DIRECTION = {
    "helps": "better", "no_difference": "no difference", "worsens": "worse", "mixed": "results disagree", "uncertain": "not clear", "no_evidence": "nobody looked",
}
CERTAINTY = {"high": "high", "moderate": "moderate", "low": "low", "very_low": "very low", "none": "not graded"}
WINDOW = {
    "hours": "within a day", "weeks": "within about two months", "months": "two to nine months", "year": "later than nine months", "not_stated": "time not stated",
}
VIEWS = (("all", "All"), ("without_known_maker", "Without known maker ties"), ("independent", "Confirmed independent"))
PAID = {
    "maker": "paid by the maker", "mixed": "partly paid by a maker", "independent": "independently paid", "not_stated": "not stated, though the paper was read to the end",
    "not_checked": "not visible in what was read",
}
DESIGN = {
    "systematic_review": "systematic review", "rct": "randomised trial", "crossover": "crossover trial", "nonrandomised_controlled": "comparison, not randomised",
    "before_after": "before and after, no control", "case_series": "case series", "case_report": "case report", "measurement": "measurement", "histology": "tissue study",
    "ex_vivo": "excised skin", "in_vitro": "cells or models", "animal": "animals",
}
RESULT = {
    "arm_better": "better", "versus_better": "worse", "no_clear_difference": "no clear difference", "equivalence_shown": "shown to be equal", "not_reported": "direction not reported",
}
SAYS = {"recommended": "recommends it", "conditional": "suggests it under conditions", "not_recommended": "advises against it", "uncertain": "is not sure"}
BY_WHOM = {"prescriber": "on prescription", "clinic": "in a clinic", "home": "at home", "clinic_or_home": "in a clinic or at home"}


def plain(name: str) -> str:
    """Return an id as words."""
    return name.replace("_", " ")
