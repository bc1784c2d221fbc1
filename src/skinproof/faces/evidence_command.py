"""`skinproof evidence`: what the evidence covers, one treatment's cells, and records to check."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from skinproof.errors import SkinproofError
from skinproof.faces.terminal import echo_json, write_whole


class _OrTreatment(click.Group):
    """A group in which a name that is no command is a treatment."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write both ways to use it."""
        formatter.write_usage(ctx.command_path, "TREATMENT [--outcome AIM] [--svg FOLDER]")
        formatter.write_usage(ctx.command_path, "COMMAND [ARGS]...")

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is meant."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            _, command, rest = super().resolve_command(ctx, ["of", *args])
            return "", command, rest
        return super().resolve_command(ctx, args)


class _OfTreatment(click.Command):
    """The command behind a treatment's name; its own name is never typed."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage as it is typed."""
        formatter.write_usage(ctx.command_path.strip(), " ".join(reversed(self.collect_usage_pieces(ctx))))


@click.group(cls=_OrTreatment)
def evidence() -> None:
    """Look at the evidence itself: of a TREATMENT, or by one of the commands below.

    Of a treatment, each cell is printed: verdict, grading, who paid, studies, and a forest plot where numbers allow one.
    --outcome leaves those for one outcome or aim; --svg writes the plots into a folder.

    Example: skinproof evidence microneedling --outcome "acne scars"
    """


@evidence.command("of", hidden=True, cls=_OfTreatment)
@click.argument("treatment")
@click.option("--outcome", help="An outcome or an aim, such as wrinkles; all if left out.")
@click.option("--svg", type=click.Path(file_okay=False, path_type=Path), help="A folder for the forest plots.")
def of_treatment(treatment: str, outcome: str | None, svg: Path | None) -> None:
    """Print each cell of a treatment: verdict, grading, who paid, studies, and a forest plot where numbers allow one."""
    import skinproof.api as api  # noqa: PLC0415, PLR0402 - loaded when asked

    try:
        lines, pictures = api.evidence_of(treatment, outcome)
    except SkinproofError as fault:
        raise click.ClickException(str(fault)) from None
    if svg is not None:
        _folder(svg)
    click.echo("\n".join(lines))
    if svg is not None:
        for number, picture in enumerate(pictures, 1):
            write_whole(svg / f"forest-{number}.svg", picture.encode())
        click.echo(f"{len(pictures)} forest plot(s) written to {svg}.")


def _folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise click.ClickException(f"The folder {path} cannot be made ({fault.strerror}). Choose one that exists or that you may make.") from None


@evidence.command()
def treatments() -> None:
    """List all treatments: the id, and what people call it.

    Example: skinproof evidence treatments
    """
    import skinproof.api as api  # noqa: PLC0415, PLR0402 - loaded when asked

    try:
        known = api.treatments()
    except SkinproofError as fault:
        raise click.ClickException(str(fault)) from None
    click.echo("\n".join(f"{t.id:28} {t.name}" for t in known))


@evidence.command()
@click.option("--outcome", help="An outcome or an aim, such as acne; all if left out.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it.")
def controls(outcome: str | None, form: str) -> None:
    """Print what people did on a dummy treatment or on none, from the control arms of trials.

    Example: skinproof evidence controls --outcome acne
    """
    import skinproof.api as api  # noqa: PLC0415, PLR0402 - loaded when asked

    try:
        readings, lines = api.control_arms(outcome)
    except SkinproofError as fault:
        raise click.ClickException(str(fault)) from None
    if form == "json":
        echo_json(readings)
        return
    click.echo("\n".join(lines) or "No control arm with a reading of that is in the evidence.")


@evidence.command()
@click.option("--since", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="An older table: print what changed since.")
def verdicts(since: Path | None) -> None:
    """Print the table of all verdicts, or what changed since an older one.

    Example: skinproof evidence verdicts --since docs/verdicts.tsv
    """
    import skinproof.api as api  # noqa: PLC0415, PLR0402 - loaded when asked

    try:
        if since is None:
            click.echo(api.verdict_table(), nl=False)
            return
        click.echo("\n".join(api.verdict_changes(since.read_bytes().decode(errors="replace"))) or "No verdict changed.")
    except SkinproofError as fault:
        raise click.ClickException(str(fault)) from None


@evidence.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it.")
def coverage(form: str) -> None:
    """Count what the evidence covers, and name the treatments without a human study.

    Example: skinproof evidence coverage --format json
    """
    import skinproof.api as api  # noqa: PLC0415, PLR0402 - loaded when asked

    try:
        counts, rows = api.coverage()
    except SkinproofError as fault:
        raise click.ClickException(str(fault)) from None
    if form == "json":
        echo_json({**counts, "cells": rows})
        return
    for name, value in counts.items():
        if name != "without_human_study":
            click.echo(f"{name.replace('_', ' '):34} {_in_words(value)}")
    click.echo("without a human study: " + ", ".join(t["treatment"] for t in counts["without_human_study"]))


def _in_words(value: Any) -> str:
    """A count, a share as percent, or some counts by name."""
    if isinstance(value, dict):
        return ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in value.items())
    return f"{value:.1%}" if isinstance(value, float) else str(value)


@evidence.command()
@click.option("--sample", "count", type=click.IntRange(1, 500), default=20, show_default=True, help="How many records.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed draws the same records.")
def audit(count: int, seed: int) -> None:
    """Print random records as a person would check them: each claim beside its address and identifier.

    Example: skinproof evidence audit --sample 5 --seed 7
    """
    import skinproof.api as api  # noqa: PLC0415, PLR0402 - loaded when asked

    try:
        click.echo("\n\n".join(api.audit(count, seed)))
    except SkinproofError as fault:
        raise click.ClickException(str(fault)) from None
