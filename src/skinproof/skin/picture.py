"""A small picture of the course: the median, its band, and the measured points beside it."""

from __future__ import annotations

from html import escape
from math import log2
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skinproof.skin.forecast import Forecast
    from skinproof.skin.insult import MeasuredPoint

_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _BOTTOM = 480, 260, 48, 28, 12, 36
_LAST_DAY = 14.0
_MARKS = {"raised": "▲ raised", "back": "● back", "below": "▼ below", "ratio": "■ ratio"}


def drawn(forecast: Forecast) -> str:
    """Return the picture as SVG, readable without colour.

    Args:
        forecast: what to draw.
    """
    points = [p for p in forecast.course if p.time_h <= 24 * _LAST_DAY]
    top = max(2.0, *(p.high for p in points), *(m.ratio or 1.0 for m in forecast.measured))
    upper = [(_x(p.time_h), _y(p.high, top)) for p in points]
    lower = [(_x(p.time_h), _y(p.low, top)) for p in reversed(points)]
    middle = [(_x(p.time_h), _y(p.median, top)) for p in points]
    body = [
        f'<polygon points="{_path(upper + lower)}" fill="#9ecae1" fill-opacity="0.5"/>',
        f'<polyline points="{_path(middle)}" fill="none" stroke="#08519c" stroke-width="2"/>', *_axes(top),
        *(_mark(m, top) for m in forecast.measured if m.time_h <= 24 * _LAST_DAY),
    ]
    title = escape(f"Water loss after {forecast.treatment} ({forecast.variant}), {forecast.setting.age:g} years")
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" font-family="sans-serif" font-size="11">'
    return f'{head}<title>{title}</title><text x="{_LEFT}" y="16">{title}</text>{"".join(body)}</svg>\n'


def _x(time_h: float) -> float:
    return _LEFT + (_WIDTH - _LEFT - _RIGHT) * time_h / (24 * _LAST_DAY)


def _y(ratio: float, top: float) -> float:
    """Place a multiple on a logarithmic axis from 0.9 to the top."""
    share = (log2(max(ratio, 0.9)) - log2(0.9)) / (log2(top) - log2(0.9))
    return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * share


def _path(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _axes(top: float) -> list[str]:
    floor, right = _HEIGHT - _BOTTOM, _WIDTH - _RIGHT
    normal = _y(1.0, top)
    lines = [f'<line x1="{_LEFT}" y1="{normal:.1f}" x2="{right}" y2="{normal:.1f}" stroke="#555" stroke-dasharray="4 3"/>']
    lines += [f'<text x="{_x(24 * d):.1f}" y="{floor + 14}" text-anchor="middle">{d}</text>' for d in (0, 1, 3, 7, 14)]
    lines += [f'<text x="{_LEFT - 6}" y="{_y(r, top) + 4:.1f}" text-anchor="end">{r}×</text>' for r in (1, 2, 4, 8) if r <= top]
    return [*lines, f'<text x="{(_LEFT + right) / 2:.0f}" y="{floor + 29}" text-anchor="middle">days; dashed: own normal; band: 5 to 95 %; signs: measured</text>']


def _mark(point: MeasuredPoint, top: float) -> str:
    """A ratio is placed at its height; what was only said up or down is placed on the normal line."""
    height = _y(point.ratio or 1.0, top)
    words = escape(f"{_MARKS[point.said][2:]}: {point.who}; {point.citation}")
    return f'<text x="{_x(point.time_h):.1f}" y="{height + 4:.1f}" text-anchor="middle" font-size="13">{_MARKS[point.said][0]}<title>{words}</title></text>'
