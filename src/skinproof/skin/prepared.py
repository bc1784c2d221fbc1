"""Forecasts made beforehand for the pack: the first variant of each treatment, on a face, by decade of age."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from skinproof.skin.forecast import ASKED_DAYS, Forecast, forecast
from skinproof.skin.insults import INSULTS
from skinproof.skin.setting import OLDEST, YOUNGEST
from skinproof.skin.words import chance, duration

DECADES = (20, 30, 40, 50, 60, 70, 80)
_USUAL_AGE = 40.0


def prepared() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each key with a brief forecast, plain data of well under a kilobyte.

    Key: `treatment:decade`. About two seconds for all.
    """
    for treatment in INSULTS:
        for age in DECADES:
            yield f"{treatment}:{age}", brief(forecast(treatment, age=age))


def key_of(treatment: str, age: float | None) -> str | None:
    """Return the key of the nearest prepared forecast, or None when there is no data.

    Args:
        treatment: its id.
        age: years; 40 stands for an unknown age.
    """
    known = _USUAL_AGE if age is None else age
    if treatment not in INSULTS or not YOUNGEST <= known <= OLDEST:
        return None
    return f"{treatment}:{min(DECADES, key=lambda decade: abs(decade - known))}"


def brief(made: Forecast) -> dict[str, Any]:
    """Return what an answer says of a forecast.

    Args:
        made: the forecast.
    """
    return {
        "treatment": made.treatment, "variant": made.variant, "age": made.setting.age, "tag": made.tag,
        "leaky": {str(day): chance(made.leaky(day)) for day in ASKED_DAYS}, "back_within": duration(made.recovery_days[1]),
        "slow_back_within": duration(made.recovery_days[2]), "swelling": made.swelling, "pain": made.needles.pain_words if made.needles else None,
        "assumed": made.assumed, "not_claimed": made.not_claimed,
    }
