"""`skinproof evidence`: what the evidence covers, one treatment's cells, and records to check."""

from __future__ import annotations

import json

import click

from skinproof.errors import SkinproofError


@click.group()
def evidence() -> None:
    """Look at the evidence itself."""


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
        click.echo(json.dumps({**counts, "cells": rows}, ensure_ascii=False, indent=2))
        return
    for name, value in counts.items():
        if name != "without_human_study":
            click.echo(f"{name.replace('_', ' '):34} {value}")
    click.echo("without a human study: " + ", ".join(t["treatment"] for t in counts["without_human_study"]))


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
