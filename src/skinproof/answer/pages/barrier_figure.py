"""The course of the barrier after a treatment: the skin model's band, and measured points beside it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from skinproof.answer.pictures.course import Expected, Measured, barrier_course
from skinproof.answer.pictures.svg import Picture
from skinproof.errors import InputError

if TYPE_CHECKING:
    from skinproof.skin.forecast import Forecast

_PEOPLE = 1024
_USUAL_AGE, _YOUNGEST, _OLDEST = 40, 18, 80
_LAST_H = 14 * 24.0


def course_after(treatment: str, name: str, age: int | None = None) -> list[Picture]:
    """Return the course after a treatment, or nothing where the skin model has no data.

    Args:
        treatment: its id.
        name: what people call it.
        age: years; 40 if not known, else its decade.
    """
    decade = _USUAL_AGE if age is None else 10 * (age // 10) + 5
    return list(_drawn(treatment, name, min(max(decade, _YOUNGEST), _OLDEST)))


@lru_cache(maxsize=64)
def _drawn(treatment: str, name: str, age: int) -> tuple[Picture, ...]:
    from skinproof.skin.forecast import forecast  # noqa: PLC0415 - numpy is loaded for this picture alone

    try:
        return (course_picture(forecast(treatment, age=age, people=_PEOPLE), name),)
    except InputError:
        return ()


def course_picture(found: Forecast, name: str) -> Picture:
    """Return a forecast as a picture, with the measured points beside its band.

    Args:
        found: the forecast.
        name: what people call the treatment.
    """
    expected = [Expected(hours=p.time_h, low=p.low, median=p.median, high=p.high) for p in found.course if p.time_h <= _LAST_H]
    measured = [Measured(hours=m.time_h, said=m.said, ratio=m.ratio, label=f"{m.who}; {m.citation}") for m in found.measured if m.time_h <= _LAST_H]
    setting = found.setting
    title = f"Water loss after {name} ({found.variant}), {setting.site.replace('_', ' ')}, {setting.age:g} years: forecast and what was measured"
    return barrier_course(f"course-{found.treatment}", title, measured, expected)
