"""A cancer that was cured many years ago, which weighs less than one of late."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from skinproof.question.spans import days_named

_FIVE_YEARS, _TEN_YEARS, _DAYS = 5, 10, 365
_TABLETS_FOR_YEARS = frozenset("breast prostate sein mama prostata".split())
_WELL = frozenset("clear cured cure discharged free remission well fine gone over healthy guerie gueri guerison curado curada alta remision".split())
_STILL = frozenset("still tamoxifen letrozole anastrozole exemestane herceptin chemo radiotherapy radiation scan scans stage again back return returned checkup biopsy encore todavia sigo".split())
# Cancers of the skin, of the face and of the blood are left to the doctor, however old.
_NEAR = frozenset("melanoma melanome basal squamous mohs bcc scc lymphoma leukaemia leukemia myeloma brain lymphome leucemie linfoma leucemia".split())
_SITES = frozenset("skin lip nose face facial mouth throat neck eye eyelid tongue head".split())
_OTHERS = frozenset({"melanoma_risk", "cancer_treatment_now", "chemo_now", "suspicious_lesion", "irradiated_skin"})


def long_cured(text: Sequence[str], named: Sequence[str], this_year: int | None) -> bool:
    """Tell whether the cancer that is told of was cured five years ago or more (ten, where tablets are taken for years), far from skin, face and blood: "bowel cancer 12 years ago, all clear".

    Args:
        text: plain words.
        named: the conditions told.
        this_year: the year in which it is asked.
    """
    if _OTHERS & set(named) or (_STILL | _NEAR) & set(text) or any(a in _SITES and b.startswith("cancer") for a, b in pairwise(text)):
        return False
    years = _TEN_YEARS if _TABLETS_FOR_YEARS & set(text) else _FIVE_YEARS
    spans = any(days >= years * _DAYS for days in days_named(text)) and bool({"ago", "back", "clear", "since", "free", "remission", "hace", "depuis", "y"} & set(text))
    dated = this_year is not None and any(a in {"in", "en"} and b.isdigit() and 1950 <= int(b) <= this_year - years for a, b in pairwise(text))
    return bool(_WELL & set(text)) and (spans or dated)
