"""Forecasts made beforehand for the pack: every variant of each treatment, on a face, by decade of age."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from skinproof.skin.brief import BAND_AGES, USUAL_AGE, Brief, key_of
from skinproof.skin.draws import DEFAULT_PEOPLE
from skinproof.skin.forecast import ASKED_DAYS, NOT_CLAIMED, TIMES_H, followed, recovery_days
from skinproof.skin.insult import Insult
from skinproof.skin.insults import INSULTS
from skinproof.skin.setting import Setting, setting_of
from skinproof.skin.summary import LEAKY_RATIO

_SITE = "face"


def prepared() -> Iterator[Brief]:
    """Yield a brief of each forecast; about a second for all."""
    for treatment, variants in INSULTS.items():
        for place, insult in enumerate(variants):
            for age in sorted({*BAND_AGES, USUAL_AGE}):
                yield brief_of(key_of(treatment, place, _SITE, age), insult, setting_of(age=age, site=_SITE))


def brief_of(key: str, insult: Insult, setting: Setting) -> Brief:
    """Return a forecast in brief; rounded, so that it is the same on every machine.

    Args:
        key: what it is kept under.
        insult: what was done.
        setting: who and where.
    """
    draws, _, ratio = followed(insult, setting, DEFAULT_PEOPLE)
    leaky = {day: round(float((ratio[_row(day)] > LEAKY_RATIO).mean()), 3) for day in ASKED_DAYS}
    low, middle, high = (round(days, 1) if np.isfinite(days) else None for days in recovery_days(ratio))
    return Brief(
        key=key, treatment=insult.treatment, variant=insult.variant, needle_mm=insult.needles.length_um / 1000.0 if insult.needles else None, site=setting.site,
        age=int(setting.age), people=DEFAULT_PEOPLE, leaky=leaky, recovery_days=(low, middle, high), tag=draws.weakest(), assumed=insult.assumed, not_claimed=NOT_CLAIMED,
        sources=insult.sources, citations=tuple(p.cited() for p in draws.papers()),
    )


def _row(day: int) -> int:
    return int(np.flatnonzero(24.0 * day == TIMES_H)[0])
