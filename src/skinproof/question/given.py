"""What is given of a person beside the question: one check for every door, so that each refuses the same with the same words."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from msgspec import structs

from skinproof.errors import InputError
from skinproof.question.case import Person

YOUNGEST, OLDEST = 1, 120
SEXES, SKINS = ("female", "male"), ("dry", "oily", "combination", "normal")
FIELDS = Person.__struct_fields__
_COUNTRY_LETTERS = 2
_WRITTEN_AS = {"UK": "GB"}  # codes that people write for another
_NEAR = 3
_AGE_DIGITS = 3
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}
_LONGEST_SHOWN = 40


def person_of(given: Mapping[str, Any], conditions: Collection[str]) -> Person:
    """Return the person that plain data describes.

    Args:
        given: value by field of `Person`; None is nothing said.
        conditions: the known condition ids.

    Raises:
        InputError: a field or a value is not known; the message says what can be given instead.
    """
    if strange := [name for name in given if name not in FIELDS]:
        raise InputError(f"Of a person, {_shown(strange[0])} is not known. What can be told: {', '.join(FIELDS)}.")
    of_conditions = _Known(conditions)
    readers: dict[str, Callable[[Any], Any]] = {
        "age": _age, "sex": lambda v: _one_of("sex", v, SEXES), "skin_type": lambda v: _one_of("skin_type", v, SKINS), "country": country_of, "budget": _budget,
        "conditions": of_conditions, "denied": of_conditions,
    }
    read: dict[str, Any] = {name: readers[name](value) if name in readers else _yes(name, value) for name, value in given.items() if value is not None}
    return Person(**read)


def checked(person: Person, conditions: Collection[str]) -> Person:
    """Return a person whose values can be used.

    Args:
        person: as it was made.
        conditions: the known condition ids.

    Raises:
        InputError: it is no `Person`, or a value is not known.
    """
    if not isinstance(person, Person):
        raise InputError(f"What is known of the person must be a Person, such as skinproof.Person(age=52, conditions=('rosacea',)); {type(person).__name__} was given.")
    return person_of(structs.asdict(person), conditions)


def country_of(value: Any) -> str:
    """Return a country as two capital letters; UK is GB.

    Args:
        value: as it was given.

    Raises:
        InputError: it has not two letters.
    """
    if not (isinstance(value, str) and len(code := value.strip()) == _COUNTRY_LETTERS and code.isascii() and code.isalpha()):
        raise InputError(f"The country {_shown(value)} cannot be used. Give two letters, such as GB or US, or leave it out.")
    return _WRITTEN_AS.get(code.upper(), code.upper())


class _Known:
    """Reads condition ids."""

    def __init__(self, conditions: Collection[str]) -> None:
        self._conditions = conditions

    def __call__(self, value: Any) -> tuple[str, ...]:
        if isinstance(value, str) or not isinstance(value, Sequence):
            raise InputError(f"Conditions must be a list, such as [rosacea, anticoagulant]; {_shown(value)} was given.")
        for name in value:
            if not isinstance(name, str) or name not in self._conditions:
                near = difflib.get_close_matches(str(name).lower(), self._conditions, n=_NEAR)
                meant = f" Near to it: {', '.join(near)}." if near else ""
                raise InputError(f"The condition {_shown(name)} is not known.{meant} Say it in the question, or take one of: {', '.join(sorted(self._conditions))}.")
        return tuple(value)


def _age(value: Any) -> int:
    number = int(value) if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= _AGE_DIGITS else value
    if isinstance(number, bool) or not isinstance(number, int | float) or not YOUNGEST <= number <= OLDEST or number != int(number):
        raise InputError(f"The age {_shown(value)} cannot be used. Give a whole number from {YOUNGEST} to {OLDEST}, or leave it out.")
    return int(number)


def _one_of(name: str, value: Any, known: Sequence[str]) -> str:
    if value not in known:
        raise InputError(f"The {name.replace('_', ' ')} {_shown(value)} is not known. It can be {', '.join(known[:-1])} or {known[-1]}; or leave it out.")
    return str(value)


def _budget(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
        raise InputError(f"The budget {_shown(value)} cannot be used. Give a number above 0, or leave it out.")
    return float(value)


def _yes(name: str, value: Any) -> bool:
    told = _YES_NO.get(value.lower()) if isinstance(value, str) else value
    if not isinstance(told, bool):
        raise InputError(f"{name} is yes or no; {_shown(value)} was given.")
    return told


def _shown(value: Any) -> str:
    return str(value)[:_LONGEST_SHOWN] if isinstance(value, str | int | float) and str(value).strip() else repr(value)[:_LONGEST_SHOWN]
