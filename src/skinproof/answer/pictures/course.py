"""Barrier course: water loss after a treatment as a multiple of normal; a forecast's band, and what was measured."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2, sqrt
from typing import Literal

from msgspec import Struct

from skinproof.answer.pictures.svg import MARGIN, WIDTH, Picture, element, line, picture, shortened, text

_LEFT, _TOP, _PLOT = 34, 14, 170
_DAY_H = 24.0
_LOWEST = 0.8
_RATIOS = (1, 2, 4, 8, 16)
_MARKS = {"raised": "▲", "back": "●", "below": "▼", "ratio": "■"}
_SAID = {"raised": "raised", "back": "back to normal", "below": "below normal", "ratio": "{:.2g} times normal"}


class Measured(Struct, frozen=True, kw_only=True):
    """A reading of a study: hours after the treatment, and the multiple of normal if the source gives one."""

    hours: float
    said: Literal["raised", "back", "below", "ratio"]
    label: str
    ratio: float | None = None

    @property
    def words(self) -> str:
        """What was read, in words."""
        return _SAID[self.said].format(self.ratio)


class Expected(Struct, frozen=True, kw_only=True):
    """A forecast at one time: median and the range that holds nine people in ten, as multiples of normal."""

    hours: float
    low: float
    median: float
    high: float


class _Plot(Struct, frozen=True):
    """The scales: time as its square root, since most happens early; multiples as logarithms."""

    end_h: float
    top: float

    def x(self, hours: float) -> float:
        return _LEFT + (WIDTH - _LEFT - MARGIN) * sqrt(hours / self.end_h)

    def y(self, ratio: float) -> float:
        return _TOP + _PLOT * (1 - log2(max(ratio, _LOWEST) / _LOWEST) / log2(self.top / _LOWEST))

    def path(self, points: Sequence[tuple[float, float]]) -> str:
        return " ".join(f"{self.x(h):.1f},{self.y(r):.1f}" for h, r in points)


def barrier_course(name: str, title: str, measured: Sequence[Measured], expected: Sequence[Expected] = ()) -> Picture:
    """Return the course of water loss; a reading without a figure stands on the line of normal.

    Args:
        name: unique on a page.
        title: after what.
        measured: readings of studies; at least these or a forecast.
        expected: a forecast, by time.
    """
    plot = _Plot(max([*(m.hours for m in measured), *(e.hours for e in expected)]) or 1.0, max([2.0, *(m.ratio or 1.0 for m in measured), *(e.high for e in expected)]))
    body = [*_band(plot, expected), *_axes(plot)]
    bottom = _TOP + _PLOT + 44
    for place, reading in enumerate(measured):
        x, y = plot.x(reading.hours), plot.y(reading.ratio or 1.0)
        body.append(text(x, y + 5, _MARKS[reading.said], anchor="middle", size=14))
        body.append(text(MARGIN, bottom + 15 * place, shortened(f"{_MARKS[reading.said]} {_time(reading.hours)}: {reading.words}, {reading.label}", WIDTH - 2 * MARGIN), size=11))
    return picture(name, title, _told(measured, expected), bottom + 15 * len(measured), *body)


def _band(plot: _Plot, expected: Sequence[Expected]) -> list[str]:
    if not expected:
        return []
    around = plot.path([(e.hours, e.high) for e in expected] + [(e.hours, e.low) for e in reversed(expected)])
    band = element("polygon", points=around, fill="currentColor", fill_opacity=0.15, stroke="currentColor", stroke_width=0.5)
    return [band, element("polyline", points=plot.path([(e.hours, e.median) for e in expected]), fill="none", stroke="currentColor", stroke_width=2)]


def _axes(plot: _Plot) -> list[str]:
    bottom = _TOP + _PLOT
    ticks = [0.0, *(d * _DAY_H for d in (1, 3, 7, 14, 28) if d * _DAY_H <= plot.end_h)]
    names = [text(plot.x(t), bottom + 14, f"{t / _DAY_H:g}", anchor="middle", size=11) for t in ticks]
    ratios = [text(_LEFT - 4, plot.y(r) + 4, f"{r}×", anchor="end", size=11) for r in _RATIOS if r <= plot.top]
    return [
        line(_LEFT, _TOP, _LEFT, bottom), line(_LEFT, bottom, WIDTH - MARGIN, bottom), line(_LEFT, plot.y(1.0), WIDTH - MARGIN, plot.y(1.0), dashes="3 3"),
        *ratios, *names, text(WIDTH - MARGIN, bottom + 28, "days after; dashed: own normal", anchor="end", size=11),
    ]


def _time(hours: float) -> str:
    return f"{hours:g} h" if hours < _DAY_H else f"day {hours / _DAY_H:g}"


def _told(measured: Sequence[Measured], expected: Sequence[Expected]) -> str:
    told = []
    if expected:
        top, last = max(expected, key=lambda e: e.median), expected[-1]
        told += [f"Forecast, {_time(e.hours)}: {e.median:.2g} times normal water loss, nine in ten people between {e.low:.2g} and {e.high:.2g}." for e in (top, last)]
    return " ".join([*told, *(f"Measured, {_time(m.hours)}: {m.words} ({m.label})." for m in measured)])
