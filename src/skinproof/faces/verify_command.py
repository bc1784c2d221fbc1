"""`skinproof verify`: make an answer again, and say whether it is the same."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from skinproof.errors import SkinproofError
from skinproof.faces.terminal import echo_json

_EXIT = {"same": 0, "changed": 3, "evidence_unavailable": 4}
_LARGEST_BYTES = 20_000_000


@click.command()
@click.argument("answer", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--pack", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The pack of the evidence that the answer names, when it is an older one.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def verify(answer: Path, pack: Path | None, *, as_json: bool) -> None:
    """Make an ANSWER (a JSON file, or -) again from the same evidence, and say what changed and why.

    The exit status is 0 when it is the same, 3 when it changed, 4 when the evidence that it names is not at hand.

    Example: skinproof ask --json "does tazarotene shrink pores" > answer.json && skinproof verify answer.json
    """
    import skinproof.api as api  # noqa: PLC0415, PLR0402 - loaded when asked

    try:
        check = api.verify(_content(answer), pack=pack)
    except SkinproofError as fault:
        raise click.ClickException(str(fault)) from None
    if as_json:
        echo_json(check.to_dict())
    else:
        click.echo(check.to_text(), nl=False)
    sys.exit(_EXIT[check.outcome])


def _content(answer: Path) -> bytes:
    try:
        content = sys.stdin.buffer.read(_LARGEST_BYTES + 1) if str(answer) == "-" else answer.read_bytes() if answer.stat().st_size <= _LARGEST_BYTES else b""
    except OSError as fault:
        raise click.ClickException(f"{answer} cannot be read ({fault.strerror}). Give a file that you may read.") from None
    if not content or len(content) > _LARGEST_BYTES:
        raise click.ClickException(f"{answer} is empty or larger than {_LARGEST_BYTES // 1_000_000} MB, so it is no answer. Make one: skinproof ask --json QUESTION > answer.json")
    return content
