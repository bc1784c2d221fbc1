"""`python -m benchmarks.inci PATH`: how ingredient lists are read, against a file of lists with what is expected.

Parsed ingredients and flags for each list; then precision and recall of ingredients over 200 distorted copies of the lists:
typing errors, scanner noise, line breaks, and other languages, a quarter each, the same in every run.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml

from skinproof.api import knowledge
from skinproof.ingredients.inspect import inspect
from skinproof.ingredients.shelf import Shelf

DISTORTIONS = 200
SEED = 20261125
_HERE = Path(__file__).parent
_SCANNED = {"l": "1", "o": "0", "O": "0", "i": "l", "m": "rn", "s": "5", "I": "l", "S": "5", "B": "8"}
_SHARE_TYPED, _SHARE_SCANNED = 0.4, 0.06


def typed(name: str, dice: random.Random) -> str:
    """Return a name with one typing error in a word of five letters or more, if it has one."""
    words = name.split(" ")
    long = [place for place, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    if not long or dice.random() > _SHARE_TYPED:
        return name
    place = dice.choice(long)
    word = words[place]
    at = dice.randrange(1, len(word) - 1)
    letter = dice.choice("abcdefghijklmnopqrstuvwxyz")
    words[place] = dice.choice([word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :], word[:at] + word[at + 1] + word[at] + word[at + 2 :]])
    return " ".join(words)


def misread(text: str, dice: random.Random) -> str:
    """Return a text with letters that a scanner takes for others."""
    return "".join(_SCANNED[c] if c in _SCANNED and dice.random() < _SHARE_SCANNED else c for c in text)


def wrapped(text: str, dice: random.Random) -> str:
    """Return a text broken into lines at a random width, here and there inside a name, with stray spaces."""
    width, lines, line = dice.randrange(28, 60), [], ""
    for word in text.split(" "):
        if line and len(line) + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def distorted(names: Sequence[str], kind: int, dice: random.Random, translations: dict[str, list[str]]) -> str:
    """Return a list of names as one distorted text.

    Args:
        names: INCI names in their order.
        kind: 0 typing errors, 1 scanner noise, 2 line breaks, 3 another language.
        dice: where chance comes from.
        translations: by INCI name, the French, Spanish and German names.
    """
    if kind == 0:
        return ", ".join(typed(n, dice) for n in names)
    if kind == 1:
        return misread(", ".join(names), dice)
    if kind == 2:
        joint, head = dice.choice([", ", "; ", " • ", ","]), dice.choice(["", "INGREDIENTS: ", "Ingrédients : ", "Full ingredient list\n"])
        return head + wrapped(joint.join(n.upper() if dice.random() < 0.5 else n for n in names), dice)
    language = dice.randrange(3)
    return ", ".join(translations[n][language] if n in translations else n for n in names)


def agreement(found: Iterable[str], wanted: Iterable[str]) -> tuple[int, int, int]:
    """Return how many were found rightly, found, and wanted, each id once."""
    found, wanted = set(found), set(wanted)
    return len(found & wanted), len(found), len(wanted)


class Bench:
    """The lists, the shelf, and what was counted."""

    def __init__(self, items: list[dict[str, Any]], shelf: Shelf) -> None:
        self.items, self.shelf = items, shelf
        self.flags = yaml.safe_load((_HERE / "inci_flags.yaml").read_text())

    def ids(self, text: str) -> list[str]:
        """Return the normalised ids of a list, each once, in order."""
        return list(dict.fromkeys(e.key for e in self.shelf.read(text).entries))

    def expected(self, item: dict[str, Any]) -> list[str]:
        """Return the ids that a list must be read as: each expected name is read by itself."""
        return list(dict.fromkeys(self.ids(name)[0] for name in item["expected_parse"]))

    def missed_flags(self, item: dict[str, Any], sold_as: str) -> list[str]:
        """Return the expected flags that an inspection by needle channels does not raise."""
        found = inspect(text_of(item), self.shelf, route="needle_channels", sold_as=sold_as)
        there = {*found.flag_ids, *(f"ingredient:{e.key}" for e in found.entries)}
        return [flag for flag in item["expected_flags"] if flag not in self.flags or not set(self.flags[flag]) <= there]

    def known(self, text: str) -> list[str]:
        """Return the ids of the ingredients that were recognised."""
        return [e.ingredient.id for e in self.shelf.read(text).entries if e.ingredient]


def text_of(item: dict[str, Any]) -> str:
    """Return the list as shown on the page or as messed up."""
    return str(item.get("list_as_shown") or item["messy_text"])


def parse_and_flags(bench: Bench) -> tuple[int, int]:
    """Print what each list is read as; return how many lists are read rightly and how many have all flags."""
    products = {item["id"]: item.get("product", "") for item in bench.items}
    right = complete = 0
    for item in bench.items:
        found, wanted = bench.ids(text_of(item)), bench.expected(item)
        missed = bench.missed_flags(item, products.get(item.get("based_on", item["id"]), ""))
        right += found == wanted
        complete += not missed
        print(f"{item['id']:32} {len(found):3} of {len(wanted)} {'equal' if found == wanted else 'DIFFERENT ' + str(set(found) ^ set(wanted))}; flags {'all' if not missed else 'MISSED ' + str(missed)}")
    print(f"lists read as expected {right}/{len(bench.items)}; with all expected flags {complete}/{len(bench.items)}")
    return right, complete


def distortions(bench: Bench, *, verbose: bool) -> tuple[float, float]:
    """Print precision and recall over the distorted copies; return both."""
    translations = yaml.safe_load((_HERE / "inci_translations.yaml").read_text())
    dice, counts = random.Random(SEED), Counter[tuple[int, int]]()  # noqa: S311 - the same noise in every run
    for number in range(DISTORTIONS):
        kind = number % 4
        names = [n for n in bench.items[dice.randrange(len(bench.items))]["expected_parse"] if "(" not in n]
        text = distorted(names, kind, dice, translations)
        wanted = [i for name in names for i in bench.known(name)]
        found = bench.known(text)
        for place, count in enumerate(agreement(found, wanted)):
            counts[kind, place] += count
        if verbose:
            for i in sorted(set(found) ^ set(wanted)):
                print(f"  {'missed' if i in wanted else 'wrong'} {i} in {text!r}")
    rows: list[tuple[str, Callable[[int], int]]] = [(name, lambda place, k=kind: counts[k, place]) for kind, name in enumerate(("typing errors", "scanner noise", "line breaks", "other languages"))]  # type: ignore[misc]
    rows.append(("all", lambda place: sum(counts[k, place] for k in range(4))))
    for name, of in rows:
        print(f"  {name:16} precision {of(0) / of(1):7.2%}  recall {of(0) / of(2):7.2%}  ({of(0)} right, {of(1)} found, {of(2)} there)")
    return rows[-1][1](0) / rows[-1][1](1), rows[-1][1](0) / rows[-1][1](2)


def main() -> int:
    """Run the benchmark; return 1 when a bar of the project is missed, 2 when the file is not there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.inci", description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--verbose", action="store_true", help="list what was missed or wrong in the distorted copies")
    options = parser.parse_args()
    if not options.path.exists():
        print(f"{options.path} does not exist; give a file of ingredient lists.", file=sys.stderr)
        return 2
    data = yaml.safe_load(options.path.read_text())
    bench = Bench([*data["real_lists"], *data["messy_variants"]], Shelf(knowledge().store))
    right, complete = parse_and_flags(bench)
    precision, recall = distortions(bench, verbose=options.verbose)
    return int(right < len(bench.items) or complete < len(bench.items) or precision < 0.99 or recall < 0.97)


if __name__ == "__main__":
    sys.exit(main())
