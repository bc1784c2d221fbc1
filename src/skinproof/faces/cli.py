"""The command line: a thin door to the public functions."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from skinproof.errors import SkinproofError
from skinproof.faces.evidence_command import evidence
from skinproof.faces.forecast_command import forecast
from skinproof.faces.ingredients_command import ingredients
from skinproof.faces.mcp_command import mcp
from skinproof.faces.report_command import report
from skinproof.faces.serve_command import serve
from skinproof.faces.verify_command import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="skinproof")
def main() -> None:
    """An unsponsored second opinion on cosmetic skin treatments."""


@main.command()
@click.argument("question", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True, help="How to print the answer.")
@click.option("--json", "as_json", is_flag=True, help="Same as --format json.")
@click.option("--why", metavar="ID", help="Open one statement: the facts, steps and studies behind it.")
@click.option("--profile", "profile_file", type=click.Path(path_type=Path), help="YAML or JSON file about the person: age, conditions, country ...")
@click.option("--country", metavar="CODE", help="Two-letter country, for emergency numbers: US, GB, FR ...")
@click.option("--language", type=click.Choice(["en", "fr", "es"]), help="Language of the answer; that of the question if not given.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Day for which the answer holds; today if not given.")
def ask(question: tuple[str, ...], form: str, *, as_json: bool, why: str | None, profile_file: Path | None, country: str | None, language: str | None, as_of: object) -> None:
    """Answer a QUESTION in plain words; use - to read it from standard input.

    Example: skinproof ask "does microneedling help acne scars"
    """
    from msgspec import structs  # noqa: PLC0415 - loaded when asked

    import skinproof  # noqa: PLC0415
    from skinproof import api  # noqa: PLC0415

    text = sys.stdin.read() if question == ("-",) else " ".join(question)
    try:
        profile = api.read_profile(profile_file) if profile_file else None
        if country:
            profile = structs.replace(profile or skinproof.Person(), country=country.upper())
        answer = skinproof.ask(text, profile=profile, as_of=as_of.date() if as_of else None, language=language)  # type: ignore[attr-defined]
        if why:
            click.echo(skinproof.why(answer, why))
            return
    except SkinproofError as fault:
        raise click.ClickException(str(fault)) from None
    if as_json or form == "json":
        click.echo(json.dumps(answer.to_dict(), ensure_ascii=False, indent=2))
    elif form == "markdown":
        click.echo(answer.to_markdown(), nl=False)
    else:
        click.echo(answer.to_text(colour=sys.stdout.isatty()), nl=False)


for command in (evidence, forecast, ingredients, mcp, report, serve, verify):
    main.add_command(command)

if __name__ == "__main__":
    main()
