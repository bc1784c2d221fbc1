"""Measure how many small faults the tests notice: `python -m benchmarks.mutation skinproof.PACKAGE --tests tests/test_A.py ... --sample 150 --seed 1`.

A mutant is the package with one comparison, operation, condition, number or returned value changed, in a copy of the tree. It is killed when a test
fails, an error ends the run, or the run takes too long. Strings, annotations, decorators and what classes are given are left as they are.
"""

from __future__ import annotations

import argparse
import ast
import math
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "*.draft", "dist", "build", "node_modules")
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.Pow: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.And: ast.Or, ast.Or: ast.And, ast.USub: ast.UAdd,
}
SLOWER, SPARE_SECONDS = 4, 30  # a mutant may take so many times the unchanged run, and so many seconds more, before it counts as hanging


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change in one file."""

    path: Path
    index: int  # of the place among the places of the file
    line: int
    kind: str
    before: str
    after: str

    def told(self) -> str:
        """Return it in a line."""
        return f"{self.path}:{self.line} {self.kind}: {self.before} -> {self.after}"


def mutated(tree: ast.AST) -> Iterator[tuple[str, ast.AST, str]]:
    """Change one place after another, yielding kind, place and what stood there before; each change is undone before the next."""
    for node in _places(tree):
        before = ast.unparse(node)
        if isinstance(node, ast.Compare):
            for number, op in enumerate(node.ops):
                node.ops[number] = SWAPS[type(op)]()  # type: ignore[call-overload]
                yield "comparison", node, before
                node.ops[number] = op
        elif isinstance(node, ast.BinOp | ast.BoolOp) or (isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)):
            kept = node.op
            if type(kept) in SWAPS:
                node.op = SWAPS[type(kept)]()  # type: ignore[assignment]
                yield ("condition" if isinstance(node, ast.BoolOp) else "arithmetic"), node, before
                node.op = kept
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            inner = node.operand
            node.operand = ast.UnaryOp(ast.Not(), inner)
            yield "condition", node, before
            node.operand = inner
        elif isinstance(node, ast.Constant):
            value = node.value
            node.value = (not value) if isinstance(value, bool) else value + 1  # type: ignore[operator]
            yield "constant", node, before
            node.value = value
        elif isinstance(node, ast.Return):
            returned = node.value
            node.value = ast.Constant(None)
            yield "return", node, before
            node.value = returned


def _places(node: ast.AST) -> Iterator[ast.AST]:
    number = isinstance(node, ast.Constant) and isinstance(node.value, bool | int | float)
    returned = isinstance(node, ast.Return) and node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None)
    if number or returned or isinstance(node, ast.Compare | ast.BinOp | ast.BoolOp | ast.UnaryOp):
        yield node
    left_out = {"annotation", "returns", "decorator_list", "type_comment"} | ({"keywords", "bases"} if isinstance(node, ast.ClassDef) else set())
    for name, value in ast.iter_fields(node):
        if name not in left_out:
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from _places(child)


def mutants(folder: Path, root: Path) -> list[Mutant]:
    """Return every mutant of the modules under a folder."""
    return [
        Mutant(path.relative_to(root), index, getattr(node, "lineno", 0), kind, before, ast.unparse(node))
        for path in sorted(folder.rglob("*.py"))
        for index, (kind, node, before) in enumerate(mutated(ast.parse(path.read_text())))
    ]


def written(source: str, index: int) -> str:
    """Return a module's source with one of its places changed."""
    tree = ast.parse(source)
    for number, _ in enumerate(mutated(tree)):
        if number == index:
            return ast.unparse(tree)
    raise IndexError(index)


def run(tree: Path, tests: list[str], seconds: float | None) -> str:
    """Run tests on a tree: `passed`, `failed` or `hangs`."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    try:
        done = subprocess.run(command, cwd=tree, env={**os.environ, "PYTHONPATH": str(tree / "src")}, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return "hangs"
    return "failed" if done.returncode else "passed"


def nearest(tests: list[str], tree: Path, mutant: Mutant) -> list[str]:
    """Return the tests with those first that name the changed module."""
    name = mutant.path.stem
    return sorted(tests, key=lambda test: not re.search(rf"\b{name}\b", (tree / test).read_text()))


def share(killed: int, all_of_them: int) -> str:
    """Return a share with its 95% interval (Wilson 1927)."""
    z, p = 1.96, killed / all_of_them
    middle, half = p + z * z / (2 * all_of_them), z * math.sqrt(p * (1 - p) / all_of_them + (z / (2 * all_of_them)) ** 2)
    low, high = ((middle + sign * half) / (1 + z * z / all_of_them) for sign in (-1, 1))
    return f"{killed} of {all_of_them} killed, {100 * p:.0f}% ({100 * low:.0f} to {100 * high:.0f})"


def measure(tree: Path, chosen: list[Mutant], tests: list[str], seconds: float) -> dict[Mutant, str]:
    """Run the tests on each mutant in turn, and print those that survive."""
    results = {}
    for mutant in chosen:
        place = tree / mutant.path
        source = place.read_text()
        place.write_text(written(source, mutant.index))
        results[mutant] = run(tree, nearest(tests, tree, mutant), seconds)
        place.write_text(source)
        if results[mutant] == "passed":
            print(f"survived: {mutant.told()}", flush=True)
    return results


def main() -> int:
    """Print the survivors, and how many mutants of each kind were killed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("package", help="such as skinproof.synthesis")
    parser.add_argument("--sample", type=int, default=150, help="how many mutants")
    parser.add_argument("--seed", type=int, default=1, help="the same seed draws the same mutants of the same code")
    parser.add_argument("--tests", nargs="+", required=True, help="files of tests")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        tree = Path(place) / "tree"
        shutil.copytree(ROOT, tree, ignore=LEFT_OUT)
        every = mutants(tree / "src" / Path(*given.package.split(".")), tree)
        missing = [test for test in given.tests if not (ROOT / test).is_file()]
        if not every or missing:
            print(f"{given.package} has {len(every)} places to change; tests that are not there: {missing or 'none'}. Name a package under src/ and its tests.")
            return 2
        began = time.monotonic()
        if run(tree, given.tests, None) != "passed":
            print(f"The tests fail before anything is changed. Mend them first: {' '.join(given.tests)}")
            return 2
        seconds = SLOWER * (time.monotonic() - began) + SPARE_SECONDS
        chosen = random.Random(given.seed).sample(every, min(given.sample, len(every)))  # noqa: S311 - a draw, no secret
        results = measure(tree, chosen, given.tests, seconds)
    print(f"{len(every)} places, {len(chosen)} drawn with seed {given.seed}; {len(given.tests)} files of tests")
    for kind in sorted({m.kind for m in chosen}):
        counted = Counter(results[m] != "passed" for m in chosen if m.kind == kind)
        print(f"{kind:12}{counted[True]:>5} of {counted.total()}")
    print(share(sum(r != "passed" for r in results.values()), len(results)), f"({sum(r == 'hangs' for r in results.values())} by hanging)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
