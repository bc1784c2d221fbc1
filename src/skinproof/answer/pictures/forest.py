"""Forest plot: estimates with their intervals, and a pooled one where there is one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp, log

from msgspec import Struct

from skinproof.answer.pictures.svg import MARGIN, WIDTH, Picture, element, line, picture, shortened, text

_ROW = 50
_TOP = 8
_NUMBERS = 120
_SQUARE = 8


class Estimate(Struct, frozen=True, kw_only=True):
    """An estimate with its interval, in the unit of its measure; `detail` tells what was compared."""

    label: str
    detail: str = ""
    value: float
    low: float
    high: float


def is_ratio(measure: str) -> bool:
    """Tell whether no difference is 1 and the axis logarithmic."""
    return "ratio" in measure or "relative odds" in measure


def forest_plot(name: str, title: str, rows: Sequence[Estimate], *, measure: str, pooled: Estimate | None = None) -> Picture:
    """Return a forest plot.

    Args:
        name: unique on a page.
        title: what is estimated.
        rows: one estimate a study, at least one.
        measure: the name of the effect measure; ratios get a logarithmic axis.
        pooled: the estimate over all rows, drawn as a diamond.
    """
    shown = [*rows, *([pooled] if pooled else [])]
    null = 1.0 if is_ratio(measure) else 0.0
    place, ticks = _scale(shown, null, ratio=is_ratio(measure))
    height = _TOP + _ROW * len(shown) + 34
    body: list[str] = []
    for number, row in enumerate(shown):
        body += [line(place(null), _TOP + number * _ROW + 30, place(null), _TOP + (number + 1) * _ROW - 4, dashes="3 3")]
        body += _row(row, _TOP + number * _ROW, place, diamond=row is pooled)
    body += _axis(place, ticks, height - 30, measure)
    told = "; ".join(f"{r.label}, {r.detail}: {spelled(r)}" if r.detail else f"{r.label}: {spelled(r)}" for r in rows)
    words = f"{measure[:1].upper()}{measure[1:]}, with 95 % intervals. {told}." + (f" Together: {spelled(pooled)}." if pooled else " Not pooled.") + f" No difference would be {null:g}."
    return picture(name, title, words, height, *body)


def spelled(row: Estimate) -> str:
    """Return an estimate and its interval as text."""
    return f"{row.value:.3g} ({row.low:.3g} to {row.high:.3g})"


def _scale(rows: Sequence[Estimate], null: float, *, ratio: bool) -> tuple[Callable[[float], float], list[float]]:
    """Return where a value lies, in px, and the values to mark."""
    ends = [v for r in rows for v in (r.low, r.high, null) if v > 0 or not ratio]
    low, high = min(ends), max(ends)
    if ratio:
        low, high = min(low, 0.8), max(high, 1.25)

    def share(value: float) -> float:
        if ratio:
            return (log(max(value, low)) - log(low)) / (log(high) - log(low))
        return (value - low) / ((high - low) or 1.0)

    def place(value: float) -> float:
        return MARGIN + 4 + (WIDTH - 2 * MARGIN - 8) * share(value)

    middle = exp((log(low) + log(high)) / 2) if ratio else (low + high) / 2
    ticks = [low, high, null] if min(abs(share(null) - s) for s in (0.0, 1.0)) > 0.15 else [low, middle, high]
    return place, ticks


def _row(row: Estimate, top: float, place: Callable[[float], float], *, diamond: bool) -> list[str]:
    y, x = top + 38, place(row.value)
    label = text(MARGIN, top + 12, shortened(row.label, WIDTH - 2 * MARGIN - _NUMBERS, bold=True), weight="bold")
    numbers = text(WIDTH - MARGIN, top + 12, spelled(row), anchor="end", size=11)
    detail = text(MARGIN, top + 26, shortened(row.detail, WIDTH - 2 * MARGIN, size=11), size=11)
    if diamond:
        points = f"{place(row.low):.1f},{y} {x:.1f},{y - 6} {place(row.high):.1f},{y} {x:.1f},{y + 6}"
        return [label, detail, numbers, element("polygon", points=points, fill="currentColor")]
    square = element("rect", x=x - _SQUARE / 2, y=y - _SQUARE / 2, width=_SQUARE, height=_SQUARE, fill="currentColor")
    return [label, detail, numbers, line(place(row.low), y, place(row.high), y, width=1.5), square]


def _axis(place: Callable[[float], float], ticks: Sequence[float], y: float, measure: str) -> list[str]:
    marks = [line(place(t), y, place(t), y + 4) for t in ticks]
    anchors = {min(ticks): "start", max(ticks): "end"}
    names = [text(place(t), y + 15, f"{t:.2g}", anchor=anchors.get(t, "middle"), size=11) for t in ticks]
    return [line(MARGIN, y, WIDTH - MARGIN, y), *marks, *names, text(WIDTH / 2, y + 28, measure, anchor="middle", size=11)]
