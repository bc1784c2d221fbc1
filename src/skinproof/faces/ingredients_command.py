"""The command `skinproof ingredients`: one list, or many from a file of JSON lines."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import click
from msgspec import Struct, ValidationError, convert
from msgspec.json import encode

from skinproof.errors import InputError, SkinproofError
from skinproof.faces.plain_text import plain_text
from skinproof.faces.terminal import echo_json, words_or_input

_ROUTES = ("leave_on", "rinse_off", "occluded", "abraded", "needle_channels", "injected", "swallowed")
_FIELDS = ("route", "treatment", "sold_as")
# From this many lines on, two processes share a file; each works through some at a time.
_SHARED_FROM, _PROCESSES, _BATCH, _CHUNK = 2_000, 2, 4_000, 50
Job = tuple[int, bytes, dict[str, Any]]


class Line(Struct, frozen=True, kw_only=True):
    """What a line of `--jsonl` may hold."""

    text: str
    id: Any = None
    route: str | None = None
    treatment: str | None = None
    sold_as: str | None = None


@click.command()
@click.argument("ingredient_list", nargs=-1, metavar="LIST")
@click.option("--file", "file", type=click.Path(dir_okay=False, path_type=Path), help="Read the list from a text file.")
@click.option("--route", type=click.Choice(_ROUTES), help="How the product meets the skin; leave_on if neither route nor treatment is given.")
@click.option("--treatment", metavar="ID", help="Treatment in which it is used, such as micro_infusion; gives the route.")
@click.option("--sold-as", default="", metavar="TEXT", help='Name and promises of the product, such as "salmon DNA ampoule, vitamin C 15 %".')
@click.option("--condition", "conditions", multiple=True, metavar="ID", help="What holds for you, such as pregnancy, rosacea, retinoid_user, isotretinoin_now, allergy_aspirin. May be given again.")
@click.option("--allergic-to", "allergic_to", multiple=True, metavar="NAME", help="An ingredient that you react to. May be given again.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), help="How to print the result; text if not given.")
@click.option("--jsonl", type=click.Path(dir_okay=False, path_type=Path), help="Check many lists: one JSON string or object with text, route, treatment, sold_as and id a line. Prints JSON lines; a line that cannot be used gets its error, and the exit status stays 0.")
@click.option("--inventory", type=click.Path(dir_okay=False, path_type=Path), help="Import the Commission's CosIng inventory (CSV) that you downloaded, and know its names from then on.")
def ingredients(
    ingredient_list: tuple[str, ...], file: Path | None, route: str | None, treatment: str | None, sold_as: str, conditions: tuple[str, ...], allergic_to: tuple[str, ...], form: str | None, jsonl: Path | None, inventory: Path | None,
) -> None:
    """Check what is in an ingredient LIST for the way in which it is used; use - to read it from standard input.

    Example: skinproof ingredients "Aqua, Glycerin, Parfum" --route needle_channels
    """
    import skinproof  # noqa: PLC0415 - loaded when asked

    if ingredient_list and file:
        raise click.UsageError("A list and --file were given. Give one of them.")
    if jsonl and (ingredient_list or file or conditions or allergic_to or form):
        raise click.UsageError("--jsonl reads lists from its own lines and prints JSON. Leave out the list, --file, --condition, --allergic-to and --format.")
    try:
        if inventory:
            click.echo(f"{skinproof.import_inventory(inventory):,} names of the inventory are known from now on.")
        if jsonl:
            _many(jsonl, {"route": route, "treatment": treatment, "sold_as": sold_as})
        elif ingredient_list or file or not inventory:
            found = skinproof.inspect_ingredients(
                _of_file(file) if file else words_or_input(ingredient_list), route=route, treatment=treatment, sold_as=sold_as,
                profile=skinproof.Person(conditions=conditions) if conditions else None, allergic_to=allergic_to,
            )
            if form == "json":
                echo_json(found.to_dict())
            else:
                click.echo(found.to_text(), nl=False)
    except SkinproofError as fault:
        raise click.ClickException(str(fault)) from None


def _of_file(file: Path) -> str:
    try:
        return plain_text(file.read_bytes())
    except OSError as fault:
        raise InputError(f"{file} cannot be read ({fault.strerror}). Give a text file that holds the list.") from None


def _many(path: Path, plain: dict[str, Any]) -> None:
    """Check each line of a file; a line that cannot be used becomes a line with its error."""
    try:
        with path.open("rb") as raw:
            total = sum(1 for _ in raw)
        lines = path.open("rb")
    except OSError as fault:
        raise InputError(f"{path} cannot be read ({fault.strerror}). Give a file with one list a line.") from None
    with lines, click.progressbar(_results(_jobs(lines, plain), total), length=total, label="Checking lists", file=sys.stderr) as results:
        for result in results:
            click.echo(result)


def _jobs(lines: BinaryIO, plain: dict[str, Any]) -> Iterator[Job]:
    """Each line with its number and what holds for all lines."""
    yield from ((number, line, plain) for number, line in enumerate(lines, 1))


def _results(jobs: Iterator[Job], total: int) -> Iterator[str]:
    """The results in the order of the lines; a long file is shared by two processes."""
    if total < _SHARED_FROM or (os.cpu_count() or 1) < _PROCESSES:
        yield from map(_checked, jobs)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only a long file needs it
    from multiprocessing import get_context  # noqa: PLC0415

    from skinproof.api import ingredient_shelf  # noqa: PLC0415

    ingredient_shelf()  # one process, not each, finds out whether the pack must be made anew
    with ProcessPoolExecutor(_PROCESSES, mp_context=get_context("spawn")) as pool:
        while batch := list(islice(jobs, _BATCH)):
            yield from pool.map(_checked, batch, chunksize=_CHUNK)


def _checked(job: Job) -> str:
    """One line → one line of JSON, with what was found or why the line cannot be used."""
    import skinproof  # noqa: PLC0415

    number, raw, plain = job
    line = None
    try:
        line = _line(plain_text(raw, "line"))
        given = {name: getattr(line, name) or plain[name] for name in _FIELDS}
        result = skinproof.inspect_ingredients(line.text, **given).to_dict()
    except SkinproofError as fault:
        result = {"error": str(fault)}
    return encode({"line": number, "id": line.id if line else None, **result}).decode()


def _line(text: str) -> Line:
    """A line as a request; one that is no JSON is a list itself."""
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        return Line(text=text)
    try:
        return Line(text=read) if isinstance(read, str) else convert(read, Line)
    except ValidationError as fault:
        raise InputError(f"A line holds a list, a JSON string, or a JSON object with the list as text: {fault}.") from None
