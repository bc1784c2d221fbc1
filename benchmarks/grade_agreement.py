"""Compare the rating of summary lines with published GRADE ratings: `python -m benchmarks.grade_agreement PATH`.

Only design, studies, n, events, effect and i2 of a row reach the rules. Rows with n or an effect are scored; other rated rows are ungradable;
rows with no study must come out `none`. A published range counts as agreement when the rating lies inside it.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from skinproof.synthesis.rating import LEVELS, PooledEffect, Summary, distance, quadratic_kappa, rate
from skinproof.types import Certainty

Row = dict[str, Any]
Pairs = list[tuple[Certainty, Certainty]]
SEEN = ("design", "studies", "n", "events", "effect", "i2")  # all that a rule may look at
DRAWS = 2000
SINGLE_ARM = ("before", "single", "case")
RANDOM = ("rct", "random", "crossover", "cross-over", "split", "quasi")


def summary_of(row: Row) -> Summary:
    """Return the part of a row that the rules may see."""
    design = str(row["design"] or "").lower()
    effect = row["effect"]
    told = PooledEffect(measure=effect["measure"], estimate=effect.get("estimate"), lower=effect.get("ci_lb"), upper=effect.get("ci_ub")) if effect else None
    return Summary(
        randomised=any(word in design for word in RANDOM) and "non-random" not in design, single_arm=any(word in design for word in SINGLE_ARM),
        studies=row["studies"], people=row["n"], events=events_of(row["events"]), effect=told, i2_percent=row["i2"],
    )


def events_of(text: Any) -> int | None:
    """Return events of both groups: from a number, or from "10/10 vs 8/10"."""
    if text is None or isinstance(text, int):
        return text
    counts = re.findall(r"(\d+)\s*/\s*\d+", str(text))
    return sum(map(int, counts)) if counts else None


def rule_set(row: Row) -> Certainty | None:
    """Rate by the rules of the package."""
    return rate(summary_of(row)).certainty


def plain_rule(row: Row) -> Certainty | None:
    """Rate by a plain rule: bias -1, n under 400 -1, n under 100 -2, an interval that holds important benefit and harm -1."""
    if row["studies"] == 0:
        return "none"
    if row["n"] is None and row["effect"] is None:
        return None
    n, effect = row["n"], row["effect"]
    level = 4 - 1 - (0 if n is None or n >= 400 else 1 if n >= 100 else 2)
    if effect and effect.get("ci_lb") is not None:
        low, high = (0.75, 1.25) if effect["measure"] in {"RR", "OR", "HR"} else (-0.5, 0.5)
        level -= effect["ci_lb"] < low and effect["ci_ub"] > high
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
            if value == value:  # noqa: PLR0124 - not a number where a draw never varies
                drawn.setdefault(key, []).append(value)
    return {key: (statistics.quantiles(values, n=40)[0], statistics.quantiles(values, n=40)[-1]) for key, values in drawn.items()}


def report(name: str, rows: list[Row], rule: Callable[[Row], Certainty | None]) -> list[str]:
    """Print one rule's agreement and return its wrong rows."""
    scored: dict[str, Pairs] = {}
    wrong, none_right, none_all, ungradable = [], 0, 0, 0
    for row in rows:
        ours = rule({key: row.get(key) for key in SEEN})
        if row["certainty"] is None or row.get("studies") == 0:
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
    print("\n".join(wrong))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/benchmarks/grade/grade_reference.yaml"))
