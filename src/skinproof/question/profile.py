"""A profile file: what is known of a person beside the question."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import msgspec

from skinproof.errors import InputError
from skinproof.question.case import Person

_EXAMPLE = "age: 52\nskin_type: combination\ncountry: GB\nconditions: [rosacea, anticoagulant]"


def read_profile(path: Path, conditions: Collection[str]) -> Person:
    """Return the person that a YAML or JSON file describes.

    Args:
        path: the file, with any of the fields of `Person`.
        conditions: the known condition ids.

    Raises:
        InputError: the file is missing, no YAML, or holds something unknown; the message shows an example.
    """
    import yaml  # noqa: PLC0415 - most questions come without a profile

    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        person = msgspec.convert(content, Person)
    except OSError as fault:
        raise InputError(f"{path} cannot be read ({fault.strerror}). Give a file such as:\n{_EXAMPLE}") from None
    except (yaml.YAMLError, UnicodeDecodeError, msgspec.ValidationError) as fault:
        raise InputError(f"{path} is no profile: {fault}. A profile looks like this:\n{_EXAMPLE}") from None
    strange = sorted({*person.conditions, *person.denied} - set(conditions)) + sorted(set(content) - set(Person.__struct_fields__))
    if strange:
        raise InputError(f"{path}: not known: {', '.join(strange)}. Fields: {', '.join(Person.__struct_fields__)}. Conditions: {', '.join(sorted(conditions))}.")
    return person
