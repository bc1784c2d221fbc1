"""The options with which a command is told of the person and the answer, the same for each that asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from skinproof import Answer

F = TypeVar("F", bound=Callable[..., Any])
_OPTIONS = (
    click.option("--profile", "profile_file", type=click.Path(path_type=Path), help="YAML or JSON file about the person: age, conditions, country ..."),
    click.option("--country", metavar="CODE", help="Two-letter country, for emergency numbers: US, GB, FR ..."),
    click.option("--language", type=click.Choice(["en", "fr", "es"]), help="Language of the answer; that of the question if not given."),
    click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Day for which the answer holds; today if not given."),
)


def person_options(command: F) -> F:
    """Add the options to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def asked(question: str, told: dict[str, Any]) -> Answer:
    """Return the answer to a question.

    Args:
        question: in plain words.
        told: the options, by name.

    Raises:
        SkinproofError: something that was given cannot be used.
    """
    from msgspec import structs  # noqa: PLC0415 - loaded when asked

    import skinproof.api as api  # noqa: PLC0415, PLR0402

    person = api.read_profile(told["profile_file"]) if told["profile_file"] else None
    if told["country"] is not None:
        given = api.person_of({"country": told["country"]})
        person = structs.replace(person, country=given.country) if person else given
    return api.ask(question, profile=person, as_of=told["as_of"] and told["as_of"].date(), language=told["language"])
