"""A profile file: what is known of a person beside the question."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from skinproof.errors import InputError
from skinproof.question.case import Person
from skinproof.question.given import person_of

_EXAMPLE = "age: 52\nskin_type: combination\ncountry: GB\nconditions: [rosacea, anticoagulant]"


def read_profile(path: Path | str, conditions: Collection[str]) -> Person:
    """Return the person that a YAML or JSON file describes.

    Args:
        path: the file, with any of the fields of `Person`.
        conditions: the known condition ids.

    Raises:
        InputError: the file is missing, no YAML, or holds something unknown; the message shows an example.
    """
    try:
        content = _content(Path(path).read_bytes())
        return person_of({str(name): value for name, value in content.items()}, conditions)
    except OSError as fault:
        raise InputError(f"{path} cannot be read ({fault.strerror}). Give a file such as:\n{_EXAMPLE}") from None
    except InputError as fault:
        raise InputError(f"{path} is no profile: {str(fault).rstrip('.')}.\nA profile looks like this:\n{_EXAMPLE}") from None


def _content(raw: bytes) -> dict[Any, Any]:
    """The fields that a file names."""
    import yaml  # noqa: PLC0415 - most questions come without a profile

    from skinproof.catalogue.files import UniqueLoader  # noqa: PLC0415

    class Loader(UniqueLoader):  # "NO" is Norway, as YAML 1.2 has it
        def construct_yaml_bool(self, node: Any) -> Any:
            return super().construct_yaml_bool(node) if node.value.lower() in {"true", "false"} else node.value

    Loader.add_constructor("tag:yaml.org,2002:bool", Loader.construct_yaml_bool)
    try:
        content = yaml.load(raw, Loader=Loader)  # noqa: S506 - a subclass of the safe loader
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        raise InputError(f"{getattr(fault, 'problem', None) or 'it is no text in UTF-8'}{f', line {mark.line + 1}' if mark else ''}") from None
    except (RecursionError, ValueError):
        raise InputError("it is no YAML that could be read") from None
    if not isinstance(content, dict):
        raise InputError("it names no field such as age")
    return content
