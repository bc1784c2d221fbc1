"""The command line: a thin door to the public functions."""

from __future__ import annotations

from typing import Any

import click

from skinproof.errors import SkinproofError
from skinproof.faces.evidence_command import evidence
from skinproof.faces.forecast_command import forecast
from skinproof.faces.ingredients_command import ingredients
from skinproof.faces.mcp_command import mcp
from skinproof.faces.person_options import asked, person_options
from skinproof.faces.report_command import report
from skinproof.faces.serve_command import serve
from skinproof.faces.terminal import Door, coloured, echo_json, words_or_input
from skinproof.faces.verify_command import verify


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="skinproof")
def main() -> None:
    """An unsponsored second opinion on cosmetic skin treatments."""


@main.command()
@click.argument("question", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), help="How to print the answer; text if not given.")
@click.option("--json", "as_json", is_flag=True, help="Same as --format json.")
@click.option("--why", metavar="ID", help="Open one statement: the facts, steps and studies behind it.")
@person_options
def ask(question: tuple[str, ...], form: str | None, *, as_json: bool, why: str | None, **told: Any) -> None:
    """Answer a QUESTION in plain words; use - to read it from standard input.

    Example: skinproof ask "does microneedling help acne scars"
    """
    import skinproof  # noqa: PLC0415 - loaded when asked

    if as_json and form not in {None, "json"}:
        raise click.UsageError(f"--json and --format {form} do not go together. Give one of them.")
    form = "json" if as_json else form
    if why is not None and form:
        raise click.UsageError("--why prints text alone. Leave --json and --format out, or leave --why out.")
    try:
        answer = asked(words_or_input(question), told)
        opened = None if why is None else skinproof.why(answer, why)
    except SkinproofError as fault:
        raise click.ClickException(str(fault)) from None
    if opened is not None:
        click.echo(opened)
    elif form == "json":
        echo_json(answer.to_dict())
    else:
        click.echo(answer.to_markdown() if form == "markdown" else answer.to_text(colour=coloured()), nl=False)


for command in (evidence, forecast, ingredients, mcp, report, serve, verify):
    main.add_command(command)

if __name__ == "__main__":
    main()
