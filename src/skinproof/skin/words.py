"""A forecast in plain words; rounded, so that it never looks surer than it is."""

from __future__ import annotations

from math import isinf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skinproof.skin.forecast import Forecast, NeedleForecast
    from skinproof.skin.insult import MeasuredPoint
    from skinproof.skin.solute.passage import Passage

_DAYS = (1, 3, 7, 14)
_GROUPS = {"person": "differences between people", "technique": "technique", "science": "what science does not know"}
DURATIONS = ((1 / 24, "an hour"), (1.0, "a day"), (3.0, "three days"), (7.0, "a week"), (14.0, "two weeks"), (28.0, "four weeks"))


def told(forecast: Forecast) -> str:
    """Return the forecast as text, one statement a line."""
    lines = [
        f"{forecast.treatment}, {forecast.variant}: {forecast.setting.site.replace('_', ' ')}, {forecast.setting.age:g} years [{forecast.tag}]",
        f"Barrier back in half of people within {duration(forecast.recovery_days[1])}; for the slowest one in twenty: {duration(forecast.recovery_days[2])}.",
        "Chance of being more than 10 % leakier than your own normal: " + ", ".join(f"day {d}: {chance(forecast.leaky(d))}" for d in _DAYS) + ".",
        f"Right after: {times(forecast.course[0].median)} your normal water loss, between {times(forecast.course[0].low)} and {times(forecast.course[0].high)}.",
        f"Swelling: {forecast.swelling} [assumed].", _moisture(forecast),
    ]
    lines += _needles(forecast.needles) if forecast.needles else []
    lines += [_passage(p) for p in forecast.passages]
    lines += _why_wide(forecast) + ["Measured: " + _measured(p) for p in forecast.measured]
    lines += [f"Assumed: {forecast.assumed}.", forecast.not_claimed, "Sources used:"] + [f"  {c}" for c in (*forecast.sources, *forecast.citations)]
    return "\n".join(lines) + "\n"


def duration(days: float) -> str:
    """Return a duration as the shortest usual span that holds it."""
    return "more than four weeks" if isinf(days) else next((words for limit, words in DURATIONS if days <= limit), "more than four weeks")


def chance(share: float) -> str:
    """Return a probability rounded to steps of 5 %, without false certainty at the ends."""
    if share < 0.05:
        return "under 5 %"
    return "over 95 %" if share > 0.95 else f"about {5 * round(20 * share)} %"


def times(ratio: float) -> str:
    """Return a multiple of one's own normal, rounded to what can be told apart."""
    return f"{ratio:.1f} times" if ratio < 3 else f"{ratio:.0f} times"


def _moisture(forecast: Forecast) -> str:
    if not forecast.moisture:
        return "Moisture readings: no data after ablation; measured ones fall while crusts are there."
    reading = forecast.moisture[1][1]
    if reading < 1.02:
        return "A moisture reading would hardly differ on day 1 [assumed]."
    return f"A moisture reading may be {100 * (reading - 1):.0f} % higher on day 1 because thinner, leakier skin reads wetter, not because it is better [assumed]."


def _needles(needles: NeedleForecast) -> list[str]:
    layer = max(needles.layers, key=lambda name: needles.layers[name])
    lines = [
        f"Tip reaches {_round_um(needles.depth_um[0])} to {_round_um(needles.depth_um[2])} um, mostly {layer} ({chance(needles.layers[layer])}) [{needles.depth_tag}].",
        f"Holes look closed under the microscope or by impedance after {_round_h(needles.imaged_closure_h[0])} to {_round_h(needles.imaged_closure_h[2])} hours [{needles.closure_tag}].",
        f"Pain of one press: {needles.pain_words} [{needles.pain_tag}].",
    ]
    if needles.stamp_volume_nl:
        low, _, high = needles.stamp_volume_nl
        lines.append(f"One press leaves between {_one_digit(low)} and {_one_digit(high)} nL below the surface [assumed].")
    return lines


def _passage(passage: Passage) -> str:
    if passage.bins is None:
        return f"{passage.solute}: {passage.note}."
    low, middle, high = passage.bins
    span = "" if low == high else f" (from {low} to {high})"
    text = f"{passage.solute} in a thin film for a day: {middle} passes{span}, {passage.against_intact} [{passage.tag}]."
    if passage.deposit_half_gone_h is None:
        return text
    return f"{text} Of what the needles put in, half has left the skin {_within(passage.deposit_half_gone_h[1])} [assumed]."


def _within(hours: float) -> str:
    return "only after more than a day" if isinf(hours) else f"within {'an hour' if hours <= 1 else f'about {round(hours + 0.5)} hours'}"


def _why_wide(forecast: Forecast) -> list[str]:
    shares = sorted(forecast.width.items(), key=lambda item: -item[1])
    return ["Why it is wide on day 3: " + ", ".join(f"{_GROUPS[name]} {100 * share:.0f} %" for name, share in shares) + "."]


def _measured(point: MeasuredPoint) -> str:
    said = f"{point.ratio:g} times the start" if point.ratio else {"raised": "raised", "back": "back at the start", "below": "below the start"}.get(point.said, point.said)
    when = "right after" if point.time_h == 0 else f"after {point.time_h:g} h"
    return f"{when} water loss was {said} ({point.who}; {point.citation})"


def _one_digit(value: float) -> str:
    """Round to one digit, since no more is known."""
    return f"{float(f'{value:.0g}'):g}"


def _round_um(um: float) -> str:
    return f"{round(um, -1):.0f}"


def _round_h(hours: float) -> str:
    return f"{round(hours, -1):.0f}"
