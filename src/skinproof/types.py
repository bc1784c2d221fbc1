"""The words that every room shares: closed vocabularies and checked strings."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

Design = Literal[
    "systematic_review", "rct", "crossover", "nonrandomised_controlled", "before_after", "case_series",
    "case_report", "measurement", "histology", "ex_vivo", "in_vitro", "animal",
]
Allocation = Literal["random", "by_choice", "not_applicable", "not_stated"]
Pairing = Literal["within_person", "parallel", "factorial", "none"]  # factorial: everybody stands in each comparison
Analysis = Literal["between", "within"]
Result = Literal["arm_better", "versus_better", "no_clear_difference", "equivalence_shown", "not_reported"]
Rater = Literal["device", "blinded_assessor", "unblinded_assessor", "assessor_blinding_not_stated", "participant",
                "laboratory", "not_stated"]
Depth = Literal["abstract", "excerpt", "full_text"]
FundingKind = Literal["independent", "maker", "mixed", "not_stated", "not_checked"]
MAKER_TIES: frozenset[str] = frozenset({"maker", "mixed"})  # kinds of funding with a maker in it
Status = Literal["ok", "retracted", "corrected", "expression_of_concern", "not_checked"]
Judgement = Literal["low", "some_concerns", "high", "unclear"]
Severity = Literal["mild", "moderate", "severe", "not_stated"]
Unit = Literal["persons", "sittings", "sites", "not_stated"]
Blinded = Literal["blinded", "open", "not_stated"]
Ties = Literal["found", "none_declared", "not_stated", "not_checked"]
Route = Literal["leave_on", "rinse_off", "occluded", "abraded", "needle_channels", "injected", "swallowed"]
Urgency = Literal["emergency", "same_day", "soon", "routine"]
Action = Literal["stop", "defer", "ask", "caution", "ok"]
Grade = Literal["label", "consensus", "systematic_review", "trial", "review", "regulator", "clinic", "inference"]
Direction = Literal["helps", "no_difference", "worsens", "mixed", "uncertain", "no_evidence"]
Certainty = Literal["high", "moderate", "low", "very_low", "none"]
BottomLine = Literal["helps", "does_not_help", "mixed", "not_enough_evidence", "unsafe", "see_a_doctor", "out_of_scope"]

HUMAN_DESIGNS: frozenset[str] = frozenset({
    "systematic_review", "rct", "crossover", "nonrandomised_controlled", "before_after", "case_series", "case_report",
    "measurement", "histology",
})

# Arms that hold nothing of interest: a difference from them is a difference from "nothing" or from a sham.
NO_TREATMENT: frozenset[str] = frozenset({"no_treatment"})
INERT: frozenset[str] = frozenset({"vehicle", "placebo", "sham", "saline"})

_PMID = re.compile(r"[1-9]\d{0,8}")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_REGISTRY = re.compile(r"(NCT\d{8}|ISRCTN\d{8}|TCTR\d{11}|IRCT\S+|CTRI/\S+|ChiCTR\S+|ACTRN\d{14}|UMIN\d+|jRCT\S+|PROSPERO\S+|CRD\S+|KCT\d+)")
_SLUG = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")


def is_pmid(text: str) -> bool:
    """Tell whether a string has the form of a PubMed number."""
    return bool(_PMID.fullmatch(text))


def is_doi(text: str) -> bool:
    """Tell whether a string has the form of a DOI."""
    return bool(_DOI.fullmatch(text))


def is_registry_id(text: str) -> bool:
    """Tell whether a string has the form of a trial registry number."""
    return bool(_REGISTRY.fullmatch(text))


def is_slug(text: str) -> bool:
    """Tell whether a string can serve as an identifier: lower case, digits, hyphens or underscores."""
    return bool(_SLUG.fullmatch(text))


class Said(Struct, frozen=True, kw_only=True):
    """A message to be put into a language later: its id and what fills it."""

    message: str
    arguments: dict[str, str | int | float] = {}
