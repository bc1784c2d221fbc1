"""How long the skin is likely to leak, as the skin model forecast it for the pack."""

from __future__ import annotations

import re

from skinproof.answer.draft import Draft
from skinproof.answer.words import capital
from skinproof.catalogue.treatment import Treatment
from skinproof.skin.brief import Brief, band_age, forecast_as, key_of, variant_of
from skinproof.skin.insults import NO_DATA
from skinproof.skin.plan import LONGEST_UM
from skinproof.skin.words import duration

SECTION = "barrier"
_BREAKING = {"needle_channels", "abraded"}
_LENGTH = re.compile(r"\b(\d+(?:[.,]\d+)?) ?mm\b", re.IGNORECASE)
_FEWEST, _MOST = 0.05, 0.95
_UM_PER_MM = 1000.0


def needle_mm(text: str) -> float | None:
    """Return the needle length that a text names, in mm; the longest of several, None if there is none."""
    return max((float(found.replace(",", ".")) for found in _LENGTH.findall(text)), default=None)


def breaks(treatment: Treatment) -> bool:
    """Tell whether a treatment opens the skin without an injection, so that a forecast is looked for."""
    return treatment.route in _BREAKING or treatment.id in NO_DATA or forecast_as(treatment.id) is not None


def forecasts(draft: Draft) -> list[Brief]:
    """Return the prepared forecasts for the treatments asked about, at the age band of the person."""
    return [found for treatment in draft.treatments if (found := _forecast(draft, treatment)) is not None]


def _forecast(draft: Draft, treatment: Treatment) -> Brief | None:
    known, age, length = forecast_as(treatment.id), band_age(draft.case.person.age), needle_mm(draft.case.question)
    if known is None or age is None or (length is not None and length * _UM_PER_MM > LONGEST_UM and treatment.route == "needle_channels"):
        return None
    return draft.knowledge.forecast(key_of(known, variant_of(known, length), "face", age))


def add(draft: Draft) -> None:
    """Write the forecast of each treatment that breaks the skin, or that there is no data for one.

    Args:
        draft: the answer in the making.
    """
    said = False
    for treatment in (t for t in draft.treatments if breaks(t)):
        found = _forecast(draft, treatment)
        if found is None:
            draft.writer.say(SECTION, "barrier.forecast.none", (f"treatment:{treatment.id}",), basis="model", style="bullet", treatment=treatment.name)
        else:
            _say(draft, treatment, found)
            said = True
    if said:
        draft.writer.say(SECTION, "fixed.barrier.forecast_limits", basis="model", style="bullet")


def _say(draft: Draft, treatment: Treatment, found: Brief) -> None:
    facts = (f"forecast:{found.key}",)
    _, middle, slow = found.recovery_days
    message = "barrier.forecast" if draft.case.person.age is not None else "barrier.forecast.usual_age"
    draft.writer.say(
        SECTION, message, facts, basis="model", style="bullet", name=capital(treatment.name), variant=found.variant, site=found.site, age=found.age,
        within=_within(middle), slow=_within(slow),
    )
    day1, day3, day7, day14 = (_chance(found.leaky[day]) for day in (1, 3, 7, 14))
    draft.writer.say(SECTION, "barrier.chances", facts, basis="model", same_line=True, key=found.key, day1=day1, day3=day3, day7=day7, day14=day14)


def _within(days: float | None) -> str:
    return duration(float("inf") if days is None else days)


def _chance(share: float) -> str:
    """A probability in steps of 5 %, without false certainty at the ends."""
    return "<5 %" if share < _FEWEST else ">95 %" if share > _MOST else f"{5 * round(20 * share)} %"
