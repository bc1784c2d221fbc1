"""`python -m benchmarks.inci_speed PATH`: how long reading and checking lists takes, warm, and 10,000 lists through the command line.

The lists of the file are put together to one of 60 ingredients; the 10,000 are samples of 5 to 60 known ingredients, every tenth name misspelt.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from benchmarks.inci import text_of, typed
from skinproof.api import knowledge
from skinproof.catalogue.ingredient import Ingredient
from skinproof.ingredients.inspect import inspect
from skinproof.ingredients.shelf import Shelf

LISTS, ROUNDS, SIZE, SEED = 10_000, 50, 60, 20261125


def long_list(path: Path) -> str:
    """Return one list of 60 different ingredients from the lists of a file, filled up from the facts."""
    data = yaml.safe_load(path.read_text())
    names = dict.fromkeys(n.strip() for item in data["real_lists"] for n in text_of(item).split(", "))
    names |= dict.fromkeys(i.inci for i in knowledge().store.all("ingredients", Ingredient)[100:160])
    return ", ".join(list(names)[:SIZE])


def many_lists(target: Path) -> None:
    """Write 10,000 lists as JSON lines."""
    dice, known = random.Random(SEED), [i.inci for i in knowledge().store.all("ingredients", Ingredient)]  # noqa: S311 - the same lists in every run
    with target.open("w") as lines:
        for number in range(LISTS):
            names = [typed(n, dice) if dice.random() < 0.1 else n for n in dice.sample(known, dice.randrange(5, SIZE))]
            lines.write(json.dumps({"id": number, "text": ", ".join(names), "route": "needle_channels"}) + "\n")


def warm(text: str) -> list[float]:
    """Return how long each of 50 inspections of a list took, in ms, after one to warm up."""
    shelf = Shelf(knowledge().store)
    inspect(text, shelf, route="needle_channels").to_dict()
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        inspect(text, shelf, route="needle_channels")
        taken.append((time.perf_counter() - began) * 1e3)
    return taken


def main() -> int:
    """Run the benchmark; return 1 when a bar of the project is missed, 2 when the file is not there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.inci_speed", description=__doc__)
    parser.add_argument("path", type=Path)
    options = parser.parse_args()
    if not options.path.exists():
        print(f"{options.path} does not exist; give a file of ingredient lists.", file=sys.stderr)
        return 2
    taken = warm(long_list(options.path))
    print(f"a list of {SIZE}, warm: median {statistics.median(taken):.1f} ms, worst {max(taken):.1f} ms of {ROUNDS}")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "lists.jsonl"
        many_lists(source)
        began = time.perf_counter()
        done = subprocess.run([sys.executable, "-m", "skinproof.faces.cli", "ingredients", "--jsonl", str(source)], capture_output=True, text=True, check=False, env=os.environ)
        seconds = time.perf_counter() - began
    lines = done.stdout.count("\n")
    print(f"{lines:,} lists by --jsonl: {seconds:.1f} s ({done.stderr.strip()[-200:] if done.returncode else 'ok'})")
    return int(statistics.median(taken) >= 10 or lines != LISTS or seconds >= 60)


if __name__ == "__main__":
    sys.exit(main())
