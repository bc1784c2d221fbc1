"""Who may import whom: the rooms of the architecture, checked against the import graph."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import skinproof

ROOT = Path(skinproof.__file__).parent
SHARED = {"errors", "types"}
BELOW_ANSWER = {"catalogue", "evidence", "synthesis", "skin", "ingredients", "question", "safety"}
ROOMS: dict[str, set[str]] = {
    "errors": set(), "types": set(), "catalogue": SHARED, "evidence": SHARED | {"catalogue"}, "synthesis": SHARED | {"evidence", "catalogue"},
    "skin": SHARED, "ingredients": SHARED | {"catalogue", "skin"}, "question": SHARED | {"catalogue"},
    "safety": SHARED | {"question", "ingredients", "catalogue"},
    "pack": SHARED | {"synthesis", "skin", "ingredients", "evidence", "catalogue"}, "answer": SHARED | BELOW_ANSWER,
}
DOORS_SEE = {"skinproof", "skinproof.api", "skinproof.errors"}
DOORS_SEE_LAZILY = DOORS_SEE | {"skinproof.answer.why"}
TOP = {"__init__", "api", "fresh"}
DOORS = {"faces", "__main__"}
HEAVY = ("numpy", "msgspec", "sqlite3")


def imports(tree: ast.AST, *, lazy: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield the own modules that some code imports, and whether only when a function runs or for type checkers."""
    for node in ast.iter_child_nodes(tree):
        later = lazy or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test))
        if isinstance(node, ast.Import):
            yield from ((name.name, later) for name in node.names if name.name.split(".")[0] == "skinproof")
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield "." * node.level + (node.module or ""), later
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "skinproof":
            yield from ((_named(node.module or "", name.name), later) for name in node.names)
        yield from imports(node, lazy=later)


def _named(module: str, name: str) -> str:
    """Return the module behind `from module import name`, which may be the name itself."""
    place = ROOT.joinpath(*module.split(".")[1:], name)
    return f"{module}.{name}" if place.is_dir() or place.with_suffix(".py").exists() else module


def faults(path: str, code: str) -> list[str]:
    """Return the imports of one file that the table of rooms does not allow."""
    room = Path(path).parts[0].removesuffix(".py")
    return [module for module, lazy in imports(ast.parse(code)) if not _allowed(room, module, lazy=lazy)]


def _allowed(room: str, module: str, *, lazy: bool) -> bool:
    target = [*module.split("."), "__init__"][1]
    if module.startswith("."):
        return False
    if room in TOP:
        return lazy or target in SHARED | {room}
    if room in DOORS:
        return target == "faces" or module in (DOORS_SEE_LAZILY if lazy else DOORS_SEE)
    return target == room or target in ROOMS[room]


FORBIDDEN = [
    ("errors.py", "from skinproof.types import Pmid", "skinproof.types"),
    ("catalogue/files.py", "from skinproof.evidence.store import Store", "skinproof.evidence.store"),
    ("evidence/store.py", "import skinproof.synthesis.body", "skinproof.synthesis.body"),
    ("synthesis/body.py", "def later():\n    from skinproof.question import person", "skinproof.question.person"),
    ("skin/needle.py", "from skinproof.catalogue.record import Record", "skinproof.catalogue.record"),
    ("question/case.py", "from skinproof.safety.context import Context", "skinproof.safety.context"),
    ("safety/pairs.py", "from skinproof.evidence.study import Study", "skinproof.evidence.study"),
    ("pack/build.py", "from skinproof.answer.words import capital", "skinproof.answer.words"),
    ("answer/assemble.py", "from skinproof.pack import build", "skinproof.pack.build"),
    ("answer/assemble.py", "from skinproof import ask", "skinproof"),
    ("faces/web.py", "from skinproof.answer.answer import Answer", "skinproof.answer.answer"),
    ("faces/web.py", "from skinproof.answer.why import why", "skinproof.answer.why"),
    ("api/opinion.py", "from skinproof.answer.answer import Answer", "skinproof.answer.answer"),
    ("answer/words.py", "from . import draft", "."),
]

ALLOWED = [
    ("catalogue/files.py", "from skinproof.errors import FactError"),
    ("skin/needle.py", "from skinproof.types import Route"),
    ("answer/words.py", "from skinproof.answer.draft import Draft"),
    ("faces/cli.py", "from skinproof import ask\nfrom skinproof.errors import InputError"),
    ("faces/cli.py", "def door():\n    from skinproof.answer.why import why"),
    ("api/opinion.py", "def ask():\n    from skinproof.answer.assemble import assemble"),
    ("api/opinion.py", "if TYPE_CHECKING:\n    from skinproof.answer.answer import Answer"),
]


def test_rooms_import_only_allowed_rooms():
    """No file of the package imports a room that the table does not open to it."""
    found = {str(path.relative_to(ROOT)): faults(str(path.relative_to(ROOT)), path.read_text()) for path in sorted(ROOT.rglob("*.py"))}
    assert {path: them for path, them in found.items() if them} == {}


def test_every_room_stands_in_table():
    """A folder or file at the top that the table does not know is refused until someone decides who may use it."""
    there = {p.name.removesuffix(".py") for p in ROOT.iterdir() if p.suffix == ".py" or list(p.rglob("*.py"))}
    assert there == set(ROOMS) | TOP | DOORS


@pytest.mark.parametrize(("path", "code"), ALLOWED)
def test_allowed_imports_are_let_through(path, code):
    """What the table allows, also lazily at the top and in the doors, is no fault."""
    assert faults(path, code) == []


@pytest.mark.parametrize(("path", "code", "module"), FORBIDDEN)
def test_forbidden_imports_are_named_exactly(path, code, module):
    """An import against the table, lazy or not, is found and named."""
    assert faults(path, code) == [module]


@pytest.mark.parametrize("name", HEAVY)
def test_plain_import_loads_nothing_heavy(name):
    """`import skinproof` alone loads no library that takes long."""
    code = f"import sys, skinproof; sys.exit({name!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT.parent)}, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("name", skinproof.__all__)
def test_every_offered_name_is_there(name):
    """Each name in `__all__` can be had from the package."""
    assert getattr(skinproof, name) is not None


def test_unknown_name_lists_what_exists():
    """Asking the package for a name that it lacks says which names it offers."""
    with pytest.raises(AttributeError, match=r"offers no 'answer_me'.*ask"):
        _ = skinproof.answer_me
