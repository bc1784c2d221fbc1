"""`skinproof report`: an answer as a file to hand on, its references, or a card for the appointment."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from skinproof.errors import SkinproofError
from skinproof.faces.person_options import asked, person_options
from skinproof.faces.terminal import words_or_input, write_whole


@click.command()
@click.argument("question", nargs=-1, required=True)
@click.option("-o", "--output", "outputs", multiple=True, required=True, type=click.Path(dir_okay=False, path_type=Path),
              help="File to write: .pdf, .html or .md; .ris or .bib for the references alone. May be given several times.")
@click.option("--card", is_flag=True, help="One page to take to the appointment: what to say, what to ask, when not to go ahead.")
@person_options
def report(question: tuple[str, ...], outputs: tuple[Path, ...], *, card: bool, **told: Any) -> None:
    """Answer a QUESTION in plain words as a file; use - to read it from standard input.

    Example: skinproof report "does tazarotene shrink pores" -o answer.pdf -o references.ris
    """
    from skinproof import api  # noqa: PLC0415 - loaded when asked

    try:
        answer = asked(words_or_input(question), told)
        contents = {path: api.report(answer, path.suffix.removeprefix(".").lower(), card=card) for path in outputs}
    except SkinproofError as fault:
        raise click.ClickException(str(fault)) from None
    for path, content in contents.items():
        write_whole(path, content)
        click.echo(f"{path}: {len(content) / 1000:.1f} kB")
