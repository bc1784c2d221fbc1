"""`skinproof report`: an answer as a file to hand on, its references, or a card for the appointment."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from skinproof.errors import SkinproofError


@click.command()
@click.argument("question", nargs=-1, required=True)
@click.option("-o", "--output", "outputs", multiple=True, required=True, type=click.Path(dir_okay=False, path_type=Path),
              help="File to write: .pdf, .html or .md; .ris or .bib for the references alone. May be given several times.")
@click.option("--card", is_flag=True, help="One page to take to the appointment: what to say, what to ask, when not to go ahead.")
@click.option("--profile", "profile_file", type=click.Path(path_type=Path), help="YAML or JSON file about the person: age, conditions, country ...")
@click.option("--country", metavar="CODE", help="Two-letter country, for emergency numbers: US, GB, FR ...")
@click.option("--language", type=click.Choice(["en", "fr", "es"]), help="Language of the answer; that of the question if not given.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Day for which the answer holds; today if not given.")
def report(question: tuple[str, ...], outputs: tuple[Path, ...], *, card: bool, profile_file: Path | None, country: str | None, language: str | None,
           as_of: dt.datetime | None) -> None:
    """Answer a QUESTION in plain words as a file; use - to read it from standard input.

    Example: skinproof report "does tazarotene shrink pores" -o answer.pdf -o references.ris
    """
    from msgspec import structs  # noqa: PLC0415 - loaded when asked

    import skinproof  # noqa: PLC0415
    from skinproof import api  # noqa: PLC0415

    text = sys.stdin.read() if question == ("-",) else " ".join(question)
    try:
        profile = api.read_profile(profile_file) if profile_file else skinproof.Person()
        answer = api.ask(text, profile=structs.replace(profile, country=country.upper()) if country else profile, as_of=as_of.date() if as_of else None, language=language)
        contents = {path: api.report(answer, path.suffix.removeprefix(".").lower(), card=card) for path in outputs}
    except SkinproofError as fault:
        raise click.ClickException(str(fault)) from None
    for path, content in contents.items():
        _write(path, content)
        click.echo(f"{path}: {len(content) / 1000:.1f} kB")


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as fault:
        raise click.ClickException(f"{path} cannot be written ({fault.strerror}). Choose a folder that exists and that you may write to.") from None
