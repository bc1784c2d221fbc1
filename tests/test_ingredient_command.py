"""The command `skinproof ingredients`: one list, a file, standard input, many lists, and an inventory."""

from __future__ import annotations

import json
from typing import ClassVar

import pytest
from click.testing import CliRunner

import skinproof
from skinproof.errors import InputError
from skinproof.faces import ingredients_command
from skinproof.faces.ingredients_command import ingredients
from skinproof.ingredients.inspect import inspect
from skinproof.ingredients.shelf import Shelf


@pytest.fixture(autouse=True)
def offered(knowledge, monkeypatch):
    """Let the public functions work on the pack of the tests."""
    shelf = Shelf(knowledge.store)
    monkeypatch.setattr(skinproof, "inspect_ingredients", lambda text, **given: inspect(text, shelf, **given), raising=False)


def run(*words: str, given: bytes | None = None):
    """Run the command with some words."""
    return CliRunner().invoke(ingredients, words, input=given)


def test_list_is_checked_for_its_route():
    """A list and a route give a readable report."""
    done = run("Aqua, Glycerin, Parfum", "--route", "needle_channels")
    assert (done.exit_code, "through needle holes" in done.output, "Perfume should not go through needle holes" in done.output) == (0, True, True)


def test_treatment_and_json_are_understood():
    """A treatment gives the route, and JSON holds the whole inspection."""
    data = json.loads(run("Aqua, Parfum", "--treatment", "micro_infusion", "--format", "json").output)
    assert (data["route"], data["schema"]) == ("needle_channels", "skinproof.inspection/1")


@pytest.mark.parametrize("how", ["file", "standard input"])
def test_list_comes_from_elsewhere(tmp_path, how):
    """A file and standard input are read, and bytes that are no text do no harm."""
    raw = "Aqua, Phénoxyéthanol".encode() + b"\xff"
    (tmp_path / "list.txt").write_bytes(raw)
    done = run("--file", str(tmp_path / "list.txt")) if how == "file" else run("-", given=raw)
    assert (done.exit_code, "Phenoxyethanol" in done.output) == (0, True)


def test_person_and_claims_are_passed_on():
    """What holds for the person, what they react to and what it is sold as reach the report."""
    text = run("Aqua, Retinol, Parfum", "--condition", "pregnancy", "--allergic-to", "parfum", "--sold-as", "salmon DNA").output
    assert ("For you" in text, "You react to parfum: it is in the list" in text, "Sold as salmon DNA, yet" in text) == (True, True, True)


def test_many_lists_become_json_lines(tmp_path):
    """Each line of a file becomes a line of JSON in its place; a line that cannot be used carries its error."""
    path = tmp_path / "lists.jsonl"
    path.write_text('"Aqua, Parfum"\n{"id": "b", "text": "Aqua", "route": "injected"}\nAqua, Glycerin\n{"text": ""}\n{"text": "Aqua", "route": "sideways"}\n[1]\nnull\n{"text": ["Aqua"]}\n{"text": 5}\n')
    lines = [json.loads(line) for line in run("--jsonl", str(path), "--route", "leave_on").stdout.splitlines()]
    assert [(line["line"], line["id"], line.get("route"), "error" in line) for line in lines] == [
        (1, None, "leave_on", False), (2, "b", "injected", False), (3, None, "leave_on", False), (4, None, None, True), (5, None, None, True), *((n, None, None, True) for n in range(6, 10)),
    ]


class TwoWorkers:
    """Stands in for a pool of processes, and remembers how the work was handed over."""

    handed: ClassVar[list[int]] = []

    def __init__(self, processes, mp_context):
        assert (processes, mp_context.get_start_method()) == (2, "spawn")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def map(self, work, jobs, chunksize):
        """Do the work in order."""
        self.handed.append(len(jobs))
        assert chunksize > 0
        return map(work, jobs)


def test_long_file_is_shared_in_order(tmp_path, monkeypatch):
    """A long file is handed to two processes, some lines at a time, and comes back in its order."""
    path = tmp_path / "long.jsonl"
    path.write_text("".join(f'{{"id": {n}, "text": "Aqua"}}\n' for n in range(25)))
    monkeypatch.setattr(ingredients_command, "_SHARED_FROM", 20)
    monkeypatch.setattr(ingredients_command, "_BATCH", 10)
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", TwoWorkers)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr("skinproof.api.ingredient_shelf", lambda: None)
    lines = [json.loads(line) for line in run("--jsonl", str(path)).stdout.splitlines()]
    assert [(line["line"], line["id"]) for line in lines] == [(n + 1, n) for n in range(25)]
    assert TwoWorkers.handed == [10, 10, 5]


def test_inventory_is_imported_by_command(tmp_path, monkeypatch):
    """The inventory of a file is imported, and the number of names is told."""
    seen = []
    monkeypatch.setattr(skinproof, "import_inventory", lambda path: seen.append(path) or 30070, raising=False)
    done = run("--inventory", str(tmp_path / "cosing.csv"))
    assert (done.exit_code, done.output, seen) == (0, "30,070 names of the inventory are known from now on.\n", [tmp_path / "cosing.csv"])


@pytest.mark.parametrize(("words", "mend"), [((), "Paste the ingredients"), (("--file", "nowhere.txt"), "Give a text file"), (("--jsonl", "nowhere.jsonl"), "one list a line"), (("Aqua", "--treatment", "magic"), "Give its id")])
def test_fault_is_one_clear_sentence(words, mend):
    """What cannot be used ends in one sentence that says what to do, without a traceback."""
    done = run(*words)
    assert (done.exit_code, mend in done.output, "Traceback" in done.output) == (1, True, False)


def test_refused_inventory_is_told(monkeypatch):
    """A file that is no inventory ends in its sentence."""
    def refuse(_path):
        raise InputError("inventory.csv holds no names. Give the CSV file.")

    monkeypatch.setattr(skinproof, "import_inventory", refuse, raising=False)
    done = run("--inventory", "inventory.csv")
    assert (done.exit_code, "holds no names" in done.output) == (1, True)
