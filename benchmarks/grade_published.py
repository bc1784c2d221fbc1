"""Compare the rating of summary lines with a large collection of published ones: `python -m benchmarks.grade_published LINES.csv REVIEWS.csv`.

The collection of Woelfle and others (github.com/timwoelfle/Cochrane-Summary-of-Findings, files of 2025-04-01) holds 50,839 lines of 5,015 Cochrane
reviews; it is fetched, never kept here. A line tells a ratio with its interval, people, studies and the certainty. Lines of the skin group are kept apart:
the rules were chosen on the others. The six reviews of `shared/benchmarks/grade` are left out of both.

Beside the rules and the plain rule of `grade_agreement` it prints what nothing that sees the same can pass: for each kind of line the commonest rating,
learnt on half of the reviews and scored on the other half.
"""

from __future__ import annotations

import argparse
import bisect
import csv
import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from skinproof.synthesis.rating import LEVELS, RATIOS, PooledEffect, Summary, distance, quadratic_kappa, rate
from skinproof.types import Certainty

Line = dict[str, Any]
NAMED = frozenset({"CD011946", "CD007628", "CD003262", "CD009446", "CD008138", "CD013878"})
PEOPLE = (30, 50, 100, 150, 200, 300, 400, 600, 1000, 2000, 3000, 10000)


def number(text: str) -> float | None:
    """Return a number of a cell, or None where it is empty."""
    return float(text) if text not in {"", "nan"} else None


def read(lines: Path, reviews: Path) -> list[Line]:
    """Return the rated lines that tell people or an interval, with their review group."""
    groups = {row["Cochrane Review ID"].upper(): row["Cochrane Review Group Code"] for row in csv.DictReader(reviews.open())}
    kept = []
    for row in csv.DictReader(lines.open()):
        review, level = row["cochrane_id"].upper(), row["certainty_cleaned"].replace(" ", "_")
        people, studies = number(row["nr_participants_cleaned"]), number(row["nr_studies_cleaned"])
        estimate, lower, upper = (number(row[name]) for name in ("point_estimate", "lower_ci", "upper_ci"))
        effect = None
        if row["effect_type"] in RATIOS and estimate is not None and lower is not None and upper is not None and 0 <= lower <= estimate <= upper:
            effect = PooledEffect(measure=row["effect_type"], estimate=estimate, lower=lower, upper=upper)
        if level in LEVELS and studies != 0 and (people or effect) and review[:8] not in NAMED:
            summary = Summary(randomised=True, studies=int(studies) if studies else None, people=int(people) if people else None, effect=effect)
            kept.append({"review": review, "group": groups[review], "published": level, "summary": summary})
    return kept


def plain(summary: Summary) -> Certainty:
    """Bias -1, under 400 people -1, under 100 -2, an interval that holds important benefit and harm -1."""
    level = 3 - (0 if summary.people is None or summary.people >= 400 else 1 if summary.people >= 100 else 2)
    if summary.effect is not None and summary.effect.lower is not None and summary.effect.upper is not None:
        level -= summary.effect.lower < 0.75 and summary.effect.upper > 1.25
    return LEVELS[max(0, level - 1)]


def ours(summary: Summary) -> Certainty:
    """Rate by the rules of the package."""
    return rate(summary).certainty or "none"  # never none: every line kept tells people or an interval


def kind(summary: Summary) -> tuple[Any, ...]:
    """Return what kind of line it is, as finely as some thousand lines allow."""
    effect, people = summary.effect, bisect.bisect(PEOPLE, summary.people) if summary.people else -1
    if effect is None or effect.lower is None or effect.upper is None:
        return people, min(summary.studies or 0, 3)
    low, high = effect.lower, effect.upper
    return people, min(summary.studies or 0, 3), low <= 1 <= high, low < 0.75 and high > 1.25, low >= 0.75 and high <= 1.25, high > 5 * low, high > 10 * low


def half(review: str) -> int:
    """Return the half that a review falls into, the same on every machine."""
    return hashlib.sha256(review.encode()).digest()[0] % 2


def commonest(learnt_on: list[Line]) -> Callable[[Summary], Certainty]:
    """Return the rule that gives each kind of line its commonest published rating."""
    seen: dict[tuple[Any, ...], Counter[Certainty]] = defaultdict(Counter)
    for line in learnt_on:
        seen[kind(line["summary"])][line["published"]] += 1
    return lambda summary: seen[kind(summary)].most_common(1)[0][0] if seen[kind(summary)] else "low"


def report(name: str, lines: list[Line], rule: Callable[[Summary], Certainty]) -> None:
    """Print one rule's agreement with the published ratings."""
    pairs = [(rule(line["summary"]), line["published"]) for line in lines]
    exact, near = (sum(distance(a, b) <= most for a, b in pairs) / len(pairs) for most in (0, 1))
    print(f"  {name}: exact {exact:.3f}, within one {near:.3f}, kappa {quadratic_kappa(pairs):.3f}")


def main(lines: Path, reviews: Path) -> None:
    """Print the agreement of the rules, the plain rule and the commonest rating of each kind."""
    rated = read(lines, reviews)
    others, skin = [r for r in rated if r["group"] != "Skin"], [r for r in rated if r["group"] == "Skin"]
    for name, part in (("other groups", others), ("skin group", skin)):
        print(f"{name}: {len(part)} lines of {len({r['review'] for r in part})} reviews")
        report("rules", part, ours)
        report("plain rule", part, plain)
    report("commonest rating of the kind, learnt on half of the other groups, on the other half", [r for r in others if half(r["review"])], commonest([r for r in others if not half(r["review"])]))
    report("the same learnt on all other groups, on the skin group", skin, commonest(others))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines", type=Path, help="LINES.csv")
    parser.add_argument("reviews", type=Path, help="REVIEWS.csv")
    given = parser.parse_args()
    main(given.lines, given.reviews)
