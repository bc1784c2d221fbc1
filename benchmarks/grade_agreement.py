"""Compare the rating of summary lines with published GRADE ratings: `python -m benchmarks.grade_agreement PATH`.

Only design, studies, n, events, effect and i2 of a row reach the rules. Rows with n or an effect are scored; other rated rows are ungradable;
rows with no study must come out `none`. A published range counts as agreement when the rating lies inside it.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import statistics
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from skinproof.synthesis.rating import LEVELS, RATIOS, PooledEffect, Summary, distance, quadratic_kappa, rate
from skinproof.types import Certainty

Row = dict[str, Any]
Pairs = list[tuple[Certainty, Certainty]]
SEEN = ("design", "studies", "n", "events", "effect", "i2")  # all that a rule may look at
DRAWS = 2000
SINGLE_ARM = ("before", "single", "case series", "case report", "uncontrolled")
RANDOM = ("rct", "random", "crossover", "cross-over", "split", "quasi")
NOT_RANDOM = ("non-random", "nonrandom", "non random", "non-rct", "quasi-exp", "observational", "cohort")
MEASURES = {"smd": "SMD", "standardised mean": "SMD", "standardized mean": "SMD", "odds ratio": "OR", "risk ratio": "RR", "relative risk": "RR", "hazard": "HR", "rate ratio": "IRR"}
NUMBER = r"[-\u2212]?\d+(?:[.,]\d+)?"
INTERVAL = re.compile(rf"({NUMBER})\s*(?:to|,\s|;|\u2013|\u2014|\u2026|-)\s*({NUMBER})")


def summary_of(row: Row) -> Summary:
    """Return the part of a row that the rules may see."""
    design = str(row.get("design") or "").lower()
    randomised = any(word in design for word in RANDOM) and not any(word in design for word in NOT_RANDOM)
    return Summary(
        randomised=randomised, single_arm=not randomised and any(word in design for word in SINGLE_ARM), studies=count_of(row.get("studies")),
        people=count_of(row.get("n")), events=events_of(row.get("events")), effect=effect_of(row.get("effect")), i2_percent=number_of(row.get("i2")),
    )


def number_of(value: Any) -> float | None:
    """Return the first number of a value: 45, "45%", "0,75" or "1.5 (SD 2)"."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return None if math.isnan(value) else float(value)
    found = re.search(NUMBER, str(value))
    return float(found[0].replace(",", ".").replace("\u2212", "-")) if found else None


def count_of(value: Any) -> int | None:
    """Return a count: 147, "1,234", "1 234 participants" or "147 (2 RCTs)"."""
    if isinstance(value, str):
        value = re.sub(r"(?<=\d)[, \u00a0\u202f](?=\d{3}\b)", "", value)
    found = number_of(value)
    return None if found is None or found < 0 else int(found)


def events_of(value: Any) -> int | None:
    """Return events of both groups: from a number, or from "10/10 vs 8/10"."""
    counts = re.findall(r"(\d+)\s*(?:/|of|out of)\s*\d+", value) if isinstance(value, str) else []
    return sum(map(int, counts)) if counts else count_of(value)


def effect_of(value: Any) -> PooledEffect | None:
    """Return an effect: from fields, or from text such as "RR 1.84 (95% CI 1.31 to 2.59)"; None where it tells no number."""
    if isinstance(value, dict):
        measure, estimate = str(value.get("measure") or ""), number_of(value.get("estimate"))
        ends = [number_of(value.get("ci_lb")), number_of(value.get("ci_ub"))]
    elif isinstance(value, str):
        text = re.sub(r"\b\d+\s*%\s*(?:CI|confidence interval)| higher", " ", value)
        text = re.sub(r"(\d+(?:[.,]\d+)?) lower", r"-\1", text)
        bracket = re.search(r"[(\[]([^)\]]*)[)\]]", text)
        found = INTERVAL.search(bracket[1] if bracket else text)
        ends = [number_of(found[1]), number_of(found[2])] if found else [None, None]
        measure, estimate = text, number_of(re.split(r"[(\[]", text)[0]) if bracket else None
    else:
        return None
    lower, upper = sorted(e for e in ends if e is not None) if None not in ends else (None, None)
    if estimate is None and lower is None:
        return None
    if estimate is not None and lower is not None and upper is not None:
        estimate = min(max(estimate, lower), upper)  # rounding may put it just outside
    return PooledEffect(measure=measure_of(measure, lower), estimate=estimate, lower=lower, upper=upper)


def measure_of(text: str, lower: float | None) -> str:
    """Return a measure's short name; a ratio that lies below zero is a logarithm, so a difference."""
    short = re.search(r"\b(SMD|RR|OR|HR|IRR|ROM|WMD|MD|RD)\b", text)
    name = short[1] if short else next((short for word, short in MEASURES.items() if word in text.lower()), "MD")
    return "MD" if name in RATIOS and lower is not None and lower < 0 else name


def rule_set(row: Row) -> Certainty | None:
    """Rate by the rules of the package."""
    return rate(summary_of(row)).certainty


def plain_rule(row: Row) -> Certainty | None:
    """Rate by a plain rule: bias -1, n under 400 -1, n under 100 -2, an interval that holds important benefit and harm -1."""
    summary = summary_of(row)
    n, effect = summary.people, summary.effect
    if summary.studies == 0:
        return "none"
    if n is None and effect is None:
        return None
    level = 4 - 1 - (0 if n is None or n >= 400 else 1 if n >= 100 else 2)
    if effect and effect.lower is not None and effect.upper is not None:
        low, high = (0.75, 1.25) if effect.measure in RATIOS else (-0.5, 0.5)
        level -= effect.lower < low and effect.upper > high
    return LEVELS[max(0, level - 1)]


def published(row: Row, ours: Certainty) -> Certainty:
    """Return the published level; of a range the one that is nearest to ours."""
    ends = [LEVELS.index(end) for end in row["certainty"].split("_to_")]
    return min(LEVELS[min(ends) : max(ends) + 1], key=lambda level: distance(level, ours))


def measures(pairs: Pairs) -> dict[str, float]:
    """Return exact agreement, agreement within one level, and quadratic kappa."""
    apart = [distance(a, b) for a, b in pairs]
    return {"exact": sum(d == 0 for d in apart) / len(pairs), "within one": sum(d <= 1 for d in apart) / len(pairs), "kappa": quadratic_kappa(pairs)}


def intervals(pairs: dict[str, Pairs]) -> dict[str, tuple[float, float]]:
    """Return 95% intervals by drawing reviews, and rows in them, with replacement."""
    dice = random.Random(20261125)  # noqa: S311 - drawing rows, not secrets
    names = sorted(pairs)
    drawn: dict[str, list[float]] = {}
    for _ in range(DRAWS):
        rows = [dice.choice(pairs[name]) for name in dice.choices(names, k=len(names)) for _ in pairs[name]]
        for key, value in measures(rows).items():
            if not math.isnan(value):  # where a draw never varies
                drawn.setdefault(key, []).append(value)
    return {key: (statistics.quantiles(values, n=40)[0], statistics.quantiles(values, n=40)[-1]) for key, values in drawn.items()}


def apart(rows: list[Row]) -> str:
    """Return by how much the rules agree better than the plain rule, drawing reviews with replacement; both rate the same draws."""
    both: dict[str, list[tuple[tuple[Certainty, Certainty], tuple[Certainty, Certainty]]]] = {}
    for row in rows:
        shown = {key: row.get(key) for key in SEEN}
        ours, plain = rule_set(shown), plain_rule(shown)
        if row["certainty"] is not None and ours not in {None, "none"} and plain not in {None, "none"}:
            both.setdefault(row["review"], []).append(((ours, published(row, ours)), (plain, published(row, plain))))
    dice, names = random.Random(20261125), sorted(both)  # noqa: S311 - drawing rows, not secrets
    more: dict[str, list[float]] = {}
    for _ in range(DRAWS if names else 0):
        drawn = [dice.choice(both[name]) for name in dice.choices(names, k=len(names)) for _ in both[name]]
        left, right = measures([o for o, _ in drawn]), measures([p for _, p in drawn])
        for key in ("exact", "kappa"):
            if not math.isnan(left[key] + right[key]):  # where a draw never varies
                more.setdefault(key, []).append(left[key] - right[key])
    cut = {key: statistics.quantiles(values, n=40) for key, values in more.items() if len(values) > 1}
    return "rules minus plain rule, 95% interval: " + ", ".join(f"{key} {c[0]:+.2f} to {c[-1]:+.2f}" for key, c in cut.items())


def report(name: str, rows: list[Row], rule: Callable[[Row], Certainty | None]) -> list[str]:
    """Print one rule's agreement and return its wrong rows."""
    scored: dict[str, Pairs] = {}
    wrong, none_right, none_all, ungradable = [], 0, 0, 0
    for row in rows:
        ours = rule({key: row.get(key) for key in SEEN})
        if row["certainty"] is None or count_of(row.get("studies")) == 0:
            none_all += 1
            none_right += ours == "none"
            continue
        if ours is None or ours == "none":
            ungradable += 1
            continue
        theirs = published(row, ours)
        scored.setdefault(row["review"], []).append((ours, theirs))
        if ours != theirs:
            wrong.append(f"{row['id']}: {ours}, published {row['certainty']}")
    pairs = [pair for group in scored.values() for pair in group]
    if not pairs:
        print(f"{name}: no row can be scored")
        return wrong
    bounds = intervals(scored)
    figures = ", ".join(f"{key} {value:.2f} ({bounds[key][0]:.2f} to {bounds[key][1]:.2f})" for key, value in measures(pairs).items())
    print(f"{name}: {len(pairs)} rows scored, {figures}; ungradable {ungradable}; without a study {none_right} of {none_all} `none`")
    return wrong


def main(path: Path) -> None:
    """Print the agreement of both rules and the rows that differ."""
    rows = yaml.safe_load(path.read_text())["rows"]
    wrong = report("rules", rows, rule_set)
    report("plain rule", rows, plain_rule)
    print(apart(rows))
    print("\n".join(wrong))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path, nargs="?", default=Path("../shared/benchmarks/grade/grade_reference.yaml"), help="the file of rated summary lines")
    main(parser.parse_args().path)
