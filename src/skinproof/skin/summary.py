"""From ensembles to what is said: medians with 5 and 95 per cent, probabilities of plain statements, what makes the width."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from skinproof.skin.course import water_loss_ratio, wound
from skinproof.skin.draws import Draws
from skinproof.skin.insult import Insult
from skinproof.skin.parameter import Group
from skinproof.skin.quasi_random import Array
from skinproof.skin.setting import Setting

# What counts as leaky: more than a tenth above one's own normal.
LEAKY_RATIO = 1.10
Band = tuple[float, float, float]
_SHARES = (0.05, 0.5, 0.95)
_GROUPS: tuple[Group, ...] = ("person", "technique", "science")


class CoursePoint(Struct, frozen=True, kw_only=True):
    """Water loss at one time, as multiples of one's own normal, and the probability of more than 10 % above it."""

    time_h: float
    low: float
    median: float
    high: float
    leaky: float


def band(values: Array) -> Band:
    """Return the 5, 50 and 95 per cent quantiles.

    Args:
        values: shape (people,).
    """
    low, middle, high = np.quantile(values, _SHARES)
    return float(low), float(middle), float(high)


def course_points(times_h: Array, ratio: Array) -> tuple[CoursePoint, ...]:
    """Return the course in numbers.

    Args:
        times_h: hours, shape (times,).
        ratio: multiples of one's own normal, shape (times, people).
    """
    low, middle, high = np.quantile(ratio, _SHARES, axis=1)
    leaky = (ratio > LEAKY_RATIO).mean(axis=1)
    columns = zip(times_h.tolist(), low.tolist(), middle.tolist(), high.tolist(), leaky.tolist(), strict=True)
    return tuple(CoursePoint(time_h=t, low=a, median=m, high=b, leaky=p) for t, a, m, b, p in columns)


def recovery_h(times_h: Array, ratio: Array) -> Array:
    """Return the hours after which each person stays within 10 % of their own normal, shape (people,); infinity if never.

    Between two times the ratio is taken as a straight line.

    Args:
        times_h: hours, shape (times,).
        ratio: shape (times, people).
    """
    above = ratio > LEAKY_RATIO
    last = len(times_h) - 1 - np.argmax(above[::-1], axis=0)
    ever, still_open = above.any(axis=0), above[-1]
    here, then = np.minimum(last, len(times_h) - 2), np.minimum(last, len(times_h) - 2) + 1
    people = np.arange(ratio.shape[1])
    fall = np.maximum(ratio[here, people] - ratio[then, people], 1e-12)
    part = np.clip((ratio[here, people] - LEAKY_RATIO) / fall, 0.0, 1.0)
    hours = times_h[here] + part * (times_h[then] - times_h[here])
    return np.where(still_open, np.inf, np.where(ever, hours, 0.0))


def width_shares(setting: Setting, insult: Insult, people: int, time_h: float) -> dict[str, float]:
    """Return which share of the width at one time comes from the person, the technique and what science does not know.

    Total effects by Jansen's estimator on the logarithm of the ratio, scaled to a sum of one.

    Args:
        setting: who and where.
        insult: what was done.
        people: size of the ensemble.
        time_h: hours.
    """
    first = _log_ratio(Draws(people), setting, insult, time_h)
    effects = {g: float(((first - _log_ratio(Draws(people, other=frozenset({g})), setting, insult, time_h)) ** 2).mean()) for g in _GROUPS}
    total = sum(effects.values())
    return {g: effect / total if total else 0.0 for g, effect in effects.items()}


def _log_ratio(draws: Draws, setting: Setting, insult: Insult, time_h: float) -> Array:
    return np.asarray(np.log(water_loss_ratio(draws, insult, wound(draws, setting, insult), np.array([time_h]))[0]))
