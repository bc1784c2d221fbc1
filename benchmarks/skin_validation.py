"""`python -m benchmarks.skin_validation`: forecasts beside measured courses, calibration and held-out sets apart.

Calibration: recovery and turnover after tape stripping, closing of holes, the day-1-to-7 shape after radiofrequency needles.
Held out: every course that stands with a treatment in `skin/insults.py` except that last one (Wu 2022).
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import numpy as np

from skinproof.skin.barrier import Repair, deficit_left, intact_conductance, repair_of, water_loss
from skinproof.skin.channels import imaged_closure_h
from skinproof.skin.draws import Draws
from skinproof.skin.forecast import ASKED_DAYS, Forecast, forecast
from skinproof.skin.insult import MeasuredPoint
from skinproof.skin.insults import INSULTS
from skinproof.skin.plan import Plan
from skinproof.skin.quasi_random import Array
from skinproof.skin.setting import setting_of
from skinproof.skin.summary import band

CALIBRATION_SOURCE = "Wu 2022"
STRIPPED = 0.74  # the fitted share that stripping took
TABLE = (
    ("micro_infusion", None), ("microneedling", "0.25"), ("microneedling", "1.5"), ("rf_microneedling", None),
    ("microdermabrasion", None), ("hydradermabrasion", None), ("laser_ablative", None),
)


def excess_recovered(draws: Draws, age: float, time_h: float) -> Array:
    """Return the share of the excess water loss after stripping that has gone."""
    repair, base, without = repair_of(draws, setting_of(age=age, site="forearm")), draws["tewl_arm_g_m2_h"], draws["tewl_without_barrier_g_m2_h"]
    intact = intact_conductance(base, without)

    def excess(left: Array) -> Array:
        return water_loss(intact / (1.0 - STRIPPED * left), without) - base

    return 1.0 - excess(deficit_left(np.array([[time_h]]), repair)[0]) / excess(np.ones(draws.people))


def turnover(draws: Draws, time_h: float) -> Array:
    """Return cell production after complete stripping, relative to normal, from the slope of the deficit."""
    repair: Repair = repair_of(draws, setting_of(age=25, site="forearm"))
    here, there = deficit_left(np.array([[time_h], [time_h + 0.01]]), repair)
    return np.asarray(1.0 - here - repair.turnover_h * (there - here) / 0.01)


CALIBRATION: tuple[tuple[str, float, Callable[[Draws], Array]], ...] = (
    ("excess recovered 24 h after tape, 20-30 y", 0.50, lambda d: excess_recovered(d, 25, 24)),
    ("excess recovered 72 h after tape, 20-30 y", 0.80, lambda d: excess_recovered(d, 25, 72)),
    ("excess recovered 24 h after tape, over 80 y (forecast at 80)", 0.15, lambda d: excess_recovered(d, 80, 24)),
    ("turnover 1 h after tape", 2.5, lambda d: turnover(d, 1)),
    ("turnover 72 h after tape", 3.75, lambda d: turnover(d, 72)),
    ("turnover 240 h after tape", 1.0, lambda d: turnover(d, 240)),
    ("hours until holes look closed, forearm", 58.3, lambda d: imaged_closure_h(d, setting_of(age=30, site="forearm"), 770)),
)


def agrees(made: Forecast, point: MeasuredPoint) -> tuple[bool, str]:
    """Tell whether a measured point agrees, and what the forecast says there."""
    times = [p.time_h for p in made.course]
    low, middle, high, leaky = (float(np.interp(point.time_h, times, [getattr(p, key) for p in made.course])) for key in ("low", "median", "high", "leaky"))
    said = f"median {middle:.2f} ({low:.2f} to {high:.2f}), P(leaky) {leaky:.2f}"
    if point.ratio is not None:
        return low <= point.ratio <= high, said
    return (leaky >= 0.5 if point.said == "raised" else leaky < 0.5 and point.said != "below"), said


def print_courses() -> tuple[int, int]:
    """Print all measured points beside the forecast; return how many held-out points agree, and how many there are."""
    right = total = 0
    seen: set[tuple[str, MeasuredPoint]] = set()
    for treatment, kinds in INSULTS.items():
        for kind in kinds:
            made = forecast(treatment, age=30, variant=kind.variant)
            for point in kind.measured:
                if (kind.variant, point) in seen:
                    continue
                seen.add((kind.variant, point))
                ok, said = agrees(made, point)
                held_out = not point.citation.startswith(CALIBRATION_SOURCE)
                right, total = right + (ok and held_out), total + held_out
                measured = f"{point.said} {point.ratio or ''}".strip()
                print(f"{'held out' if held_out else 'calibration'} | {treatment}, {kind.variant} | {point.time_h:g} h | {measured} | {said} | {'agrees' if ok else 'DISAGREES'}")
    return right, total


def print_arms() -> None:
    """Print arrays of 0.6 mm needles on arms, whose water loss was back within 24 h in 15 people (PMC4119956); their density was not seen."""
    for holes in (50.0, 100.0, 300.0):
        made = forecast("needle_stamp", age=25, site="upper_arm", plan=Plan(needle_mm=0.6, holes_per_cm2=holes))
        said = agrees(made, MeasuredPoint(time_h=24, said="back", who="15 arms", citation="PMC4119956"))
        print(f"led to wider ranges | array of 0.6 mm needles, {holes:g} a cm2, arm, 25 y | 24 h | back | {said[1]} | {'agrees' if said[0] else 'DISAGREES'}")


def main() -> int:
    """Print the tables; return 1 when a calibration point lies outside its band."""
    draws, missed = Draws(), 0
    for name, measured, value in CALIBRATION:
        low, middle, high = band(value(draws))
        missed += not low <= measured <= high
        print(f"calibration | {name} | measured {measured:g} | {middle:.2f} ({low:.2f} to {high:.2f})")
    right, total = print_courses()
    print_arms()
    print(f"held out: {right} of {total} points agree")
    print("P(more than 10 % above own normal), age 55, face, days", *ASKED_DAYS)
    for treatment, variant in TABLE:
        made = forecast(treatment, age=55, variant=variant)
        print(f"{treatment}, {made.variant} |", " | ".join(f"{made.leaky(day):.2f}" for day in ASKED_DAYS), f"| back after {made.recovery_days[1]:.1f} ({made.recovery_days[0]:.1f} to {made.recovery_days[2]:.1f}) days")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
