"""What all commands share: text that comes in, text that goes out, and files that are written whole or not at all."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import click

from skinproof.faces.plain_text import plain_text

_NO_OUTPUT = "The answer could not be written: {}."


class Door(click.Group):
    """The command line; output that cannot be written is told in one sentence."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command."""
        if sys.stdout is None:
            _end(_NO_OUTPUT.format("standard output is closed"))
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="replace")  # signs that the terminal does not know
        try:
            return super().main(*args, **extra)
        except OSError as fault:
            if fault.filename is not None:
                raise  # of a file, not of the output
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing more is tried at the end of the process
            _end(_NO_OUTPUT.format(fault.strerror))


def _end(message: str) -> None:
    click.echo(f"Error: {message}", err=True)
    sys.exit(1)


def coloured() -> bool:
    """Return whether what is printed may hold colours: on a terminal that shows them, to a person who wants them."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def echo_json(data: Any) -> None:
    """Print data as JSON that the terminal's encoding can hold.

    Args:
        data: plain data.
    """
    click.echo(json.dumps(data, ensure_ascii=not sys.stdout.encoding.lower().startswith("utf"), indent=2))


def words_or_input(words: tuple[str, ...]) -> str:
    """Return arguments as one text; a dash alone is standard input.

    Args:
        words: the arguments.

    Raises:
        InputError: standard input holds no text.
    """
    return plain_text(sys.stdin.buffer.read(), "input") if words == ("-",) else " ".join(words)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and put it there when it is complete, so that what stood there is never lost by halves.

    Args:
        path: the file.
        content: what it shall hold.

    Raises:
        click.ClickException: it cannot be written; the message says why.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a device or a pipe
            return
        place = path.resolve()
        beside = place.with_name(f".{place.name}.{os.getpid()}.part")
        try:
            beside.write_bytes(content)
            if place.exists():
                beside.chmod(place.stat().st_mode)
            beside.replace(place)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as fault:
        raise click.ClickException(f"{path} cannot be written ({fault.strerror}). Choose a folder that exists, that you may write to and that has room.") from None
