"""`python -m benchmarks.questions PATH`: how answers agree with a file of questions and what experts answered.

Direction agreement and macro-F1, beside what answering "mixed" always would get; urgent recall; how often emergency or
same-day is raised for the others; a rough word match for the points that must be mentioned; all by kind, with the misses.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import yaml

import skinproof

URGENT = "see a doctor now"
_WORDS = {"does not help": "does_not_help", "not enough evidence": "not_enough_evidence", URGENT: "see_a_doctor", "out of scope": "out_of_scope"}
_CONTENT = re.compile(r"[a-z]{4,}")
_CORRECTING = {"wrong", "untrue", "belief", "neithe"}
_ORDINARY = frozenset("that this with from have been their them they when what which more than also only should would could about other into over such these those most very".split())


def expected_directions(item: dict[str, Any]) -> set[str]:
    """Return the directions that count as agreement; where experts disagree, mixed and not enough evidence do."""
    said = item["expected"]["direction"]
    wanted = {_WORDS.get(said, said)}
    return wanted | {"mixed", "not_enough_evidence"} if item.get("disagreement") else wanted


def stems(text: str) -> set[str]:
    """Return the content words of a text, cut to six letters."""
    return {w[:6] for w in _CONTENT.findall(text.lower()) if w not in _ORDINARY}


def mentioned(point: str, answer: set[str]) -> bool:
    """Tell roughly whether an answer touches a point: at least half of its content words stand in it."""
    wanted = stems(point)
    return not wanted or len(wanted & answer) * 2 >= len(wanted)


def met(point: str, refuted: list[str], answer: set[str]) -> bool:
    """Tell whether a point counts as met: mentioned, or, where our sources refute it, named and corrected."""
    if mentioned(point, answer):
        return True
    against = [r for r in refuted if len(stems(r) & stems(point)) >= 2]
    return any(mentioned(r, answer) and answer & _CORRECTING for r in against)


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """Return the mean F1 over the expected classes.

    Args:
        pairs: (expected, answered) for each item.
    """
    scores = []
    for label in sorted({e for e, _ in pairs}):
        hit = sum(e == a == label for e, a in pairs)
        scores.append(2 * hit / (sum(e == label for e, _ in pairs) + sum(a == label for _, a in pairs) or 1))
    return sum(scores) / len(scores) if scores else 0.0


def run(items: list[dict[str, Any]]) -> dict[str, Any]:
    """Ask every question and return the counts."""
    rows, errors = [], []
    for item in items:
        began = time.perf_counter()
        try:
            answer = skinproof.ask(item["question"])
            data, text = answer.to_dict(), answer.to_text()
        except Exception as fault:  # noqa: BLE001 - any error on any item is a finding of this benchmark
            errors.append((item["id"], repr(fault)))
            continue
        given, wanted = data["bottom_line"]["direction"], expected_directions(item)
        points, words = item["expected"].get("must_mention") or [], stems(text)
        rows.append({
            "id": item["id"], "slug": item.get("slug", ""), "kind": str(item.get("question_kind") or item.get("kind", "")).split(":")[0], "wanted": wanted, "first": _WORDS.get(item["expected"]["direction"], item["expected"]["direction"]),
            "given": given, "agree": given in wanted, "urgent": data["urgent"], "because": data["bottom_line"]["because"], "status": data["status"],
            "missed": [p for p in points if not met(p, item.get("contradicted_by_sources") or [], words)], "points": len(points), "seconds": time.perf_counter() - began,
        })
    return {"rows": rows, "errors": errors}


def report(result: dict[str, Any], *, verbose: bool) -> None:
    """Print the figures."""
    rows = result["rows"]
    pairs = [(r["given"] if r["agree"] else r["first"], r["given"]) for r in rows]
    always = [("mixed" if "mixed" in r["wanted"] else r["first"], "mixed") for r in rows]
    urgent = [r for r in rows if r["first"] == "see_a_doctor"]
    others = [r for r in rows if r["first"] != "see_a_doctor"]
    loud = [r for r in others if r["urgent"] and r["urgent"]["level"] in {"emergency", "same_day"}]
    print(f"items {len(rows)}, errors {len(result['errors'])}")
    print(f"direction agreement {sum(r['agree'] for r in rows) / len(rows):.0%} ({sum(r['agree'] for r in rows)}/{len(rows)}), macro-F1 {macro_f1(pairs):.2f}")
    print(f"always 'mixed' would get {sum('mixed' in r['wanted'] for r in rows) / len(rows):.0%}, macro-F1 {macro_f1(always):.2f}")
    print(f"urgent recall {sum(bool(r['urgent']) for r in urgent)}/{len(urgent)}; emergency or same day raised for {len(loud)}/{len(others)} others ({len(loud) / max(1, len(others)):.1%})")
    print(f"points mentioned (rough word match) {sum(r['points'] - len(r['missed']) for r in rows)}/{sum(r['points'] for r in rows)}")
    by_kind: dict[str, list[bool]] = defaultdict(list)
    for r in rows:
        by_kind[r["kind"]].append(r["agree"])
    print(*(f"  {kind:35} {sum(agreed)}/{len(agreed)}" for kind, agreed in sorted(by_kind.items())), sep="\n")
    print("answers:", dict(Counter(r["given"] for r in rows)))
    print(*misses(rows, urgent, loud), *(f"ERROR {name}: {fault}" for name, fault in result["errors"]), sep="\n")
    if verbose:
        print(*(f"unmentioned {r['id']}: {point}" for r in rows for point in r["missed"]), sep="\n")


def misses(rows: list[dict[str, Any]], urgent: list[dict[str, Any]], loud: list[dict[str, Any]]) -> list[str]:
    """Return a line for each miss."""
    wrong = [f"miss {r['id']} {r['slug']}: wanted {'|'.join(sorted(r['wanted']))}, gave {r['given']} ({r['status']}; {r['because']})" for r in rows if not r["agree"]]
    missed = [f"URGENT MISSED {r['id']} {r['slug']}" for r in urgent if not r["urgent"]]
    return wrong + missed + [f"loud {r['id']} {r['slug']}: {r['urgent']['level']} {r['urgent']['ids']}" for r in loud]


def main() -> int:
    """Run the benchmark; return 1 when a bar of the project is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.questions", description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--verbose", action="store_true", help="list the points that were not mentioned")
    options = parser.parse_args()
    if not options.path.exists():
        print(f"{options.path} does not exist; give a file of questions.", file=sys.stderr)
        return 2
    result = run(yaml.safe_load(options.path.read_text()))
    report(result, verbose=options.verbose)
    return int(bool(result["errors"]))


if __name__ == "__main__":
    sys.exit(main())
