"""`python -m benchmarks.ask_latency PATH`: how long a warm `ask` takes over a file of questions.

Median, 99th percentile and the slowest with its id, by the clock and by the processor's time of this process: on a shared machine only the
second tells of the code. With `--random COUNT` it also asks mutated and random texts, and prints the slowest of them.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

import skinproof
from skinproof.errors import InputError

MEDIAN_MS, P99_MS = 15.0, 60.0
ROUNDS, SEED = 3, 20261125
_SIGNS = "  \n\t.,;:!?%$£€()[]{}'\"’-–…|*+/\\&<>#@0123456789abcdefgijlmnoprstuvéñüßøЖя中日🤰💉\u0000\u200b\u202e"


class Taken(Struct, frozen=True, kw_only=True):
    """How long one question took, in ms."""

    name: str
    wall_ms: float
    processor_ms: float


def ask_timed(name: str, text: str) -> Taken:
    """Return how long an answer to a text took, rendering included."""
    wall, processor = time.perf_counter(), time.process_time()
    skinproof.ask(text).to_text()
    return Taken(name=name, wall_ms=(time.perf_counter() - wall) * 1e3, processor_ms=(time.process_time() - processor) * 1e3)


def asked_only(name: str, text: str) -> Taken:
    """Return how long `ask` alone took."""
    wall, processor = time.perf_counter(), time.process_time()
    skinproof.ask(text)
    return Taken(name=name, wall_ms=(time.perf_counter() - wall) * 1e3, processor_ms=(time.process_time() - processor) * 1e3)


def p99(values: Iterable[float]) -> float:
    """Return the 99th percentile, the nearest rank at or above it."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, -(-99 * len(ordered) // 100) - 1)]


def mutated(text: str, dice: random.Random) -> str:
    """Return a text with a few random changes: signs put in, cut, doubled, swapped, or words in another order."""
    for _ in range(dice.randrange(1, 8)):
        at = dice.randrange(len(text) + 1)
        choice = dice.randrange(5)
        if choice == 0:
            text = text[:at] + "".join(dice.choices(_SIGNS, k=dice.randrange(1, 6))) + text[at:]
        elif choice == 1:
            text = text[:at] + text[at + dice.randrange(1, 9) :]
        elif choice == 2:
            text = text[:at] + text[at : at + 12] * dice.randrange(2, 12) + text[at:]
        elif choice == 3:
            text = text[at:] + " " + text[:at]
        else:
            text = " ".join(dice.sample(text.split(), len(text.split())))
    return text


def random_texts(questions: list[str], count: int) -> Iterable[tuple[str, str]]:
    """Yield named texts: nine in ten mutated questions, the others random signs of any length up to 3,000."""
    dice = random.Random(SEED)  # noqa: S311 - the same texts in every run
    for number in range(count):
        if number % 10:
            yield f"mutated {number}", mutated(dice.choice(questions), dice)
        else:
            yield f"random {number}", "".join(dice.choices(_SIGNS, k=dice.randrange(1, 3000)))


def told(label: str, taken: list[Taken]) -> None:
    """Print the figures of some questions."""
    slowest = max(taken, key=lambda t: t.wall_ms)
    wall, processor = [t.wall_ms for t in taken], [t.processor_ms for t in taken]
    print(f"{label}: {len(taken)} asked; clock: median {statistics.median(wall):.1f} ms, p99 {p99(wall):.1f} ms; "
          f"processor: median {statistics.median(processor):.1f} ms, p99 {p99(processor):.1f} ms")
    print(f"  slowest: {slowest.name}, {slowest.wall_ms:.1f} ms by the clock, {slowest.processor_ms:.1f} ms of processor")


def try_random(questions: list[str], count: int) -> int:
    """Ask random texts, print the figures, and return how many ended in an error or an empty answer."""
    taken, faults = [], 0
    for name, text in random_texts(questions, count):
        try:
            taken.append(ask_timed(name, text))
            faults += not skinproof.ask(text).to_text().strip()
        except InputError:
            continue  # an empty or overlong text is refused with a sentence
        except Exception as fault:  # noqa: BLE001 - any other error is a finding
            faults += 1
            print(f"  ERROR {name}: {fault!r} on {text[:120]!r}")
    told(f"random and mutated ({count} texts)", taken)
    print(f"  errors or empty answers: {faults}")
    return faults


def main() -> int:
    """Run the benchmark; return 1 when a bar of the project is missed, 2 when the file is not there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ask_latency", description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--random", type=int, default=0, metavar="COUNT", help="also ask this many mutated and random texts")
    options = parser.parse_args()
    if not options.path.exists():
        print(f"{options.path} does not exist; give a file of questions.", file=sys.stderr)
        return 2
    items: list[dict[str, Any]] = yaml.safe_load(options.path.read_text())
    named = [(str(item.get("id", place)), item.get("question") or item["text"]) for place, item in enumerate(items)]
    for name, text in named:  # the first time opens the pack and fills its caches
        asked_only(name, text)
    taken = [asked_only(name, text) for _ in range(ROUNDS) for name, text in named]
    told("ask", taken)
    told("ask and text", [ask_timed(name, text) for name, text in named])
    faults = try_random([text for _, text in named], options.random) if options.random else 0
    missed = statistics.median(t.wall_ms for t in taken) > MEDIAN_MS or p99(t.wall_ms for t in taken) > P99_MS
    return int(missed or bool(faults))


if __name__ == "__main__":
    sys.exit(main())
