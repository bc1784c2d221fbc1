"""What people send: the fields of a form or of JSON, made into a question and a person, or refused with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from starlette.datastructures import FormData, UploadFile

import skinproof
from skinproof import api
from skinproof.errors import InputError

if TYPE_CHECKING:
    from skinproof import Person

SEXES, SKINS = ("female", "male"), ("dry", "oily", "combination", "normal")
COUNTRY_LETTERS = 2
YOUNGEST, OLDEST = 1, 120
# What is asked about on the page; all others can be said in the question.
OFFERED = (
    "pregnancy", "nursing", "trying_to_conceive", "isotretinoin_now", "isotretinoin_recent", "anticoagulant", "immunosuppression", "diabetes", "cold_sore_history", "keloid",
    "melasma", "pih_history", "dark_skin", "rosacea", "eczema", "allergy_severe_any",
)


class Said(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said of the person, beside the question."""

    age: int | None = None
    sex: Literal["female", "male"] | None = None
    skin_type: Literal["dry", "oily", "combination", "normal"] | None = None
    country: str | None = None
    conditions: tuple[str, ...] = ()

    def person(self) -> Person:
        """Return the person.

        Raises:
            InputError: a value cannot be used; the message says which.
        """
        if self.age is not None and not YOUNGEST <= self.age <= OLDEST:
            raise InputError(f"The age {self.age} cannot be used. Give a number from {YOUNGEST} to {OLDEST}, or leave it empty.")
        if self.sex not in {None, *SEXES} or self.skin_type not in {None, *SKINS}:
            raise InputError(f"Sex can be {' or '.join(SEXES)}, the skin {', '.join(SKINS)}; or leave them empty.")
        if self.country is not None and not (len(self.country) == COUNTRY_LETTERS and self.country.isascii() and self.country.isalpha()):
            raise InputError("The country cannot be used. Give two letters, such as GB or US, or leave it empty.")
        if unknown := set(self.conditions) - set(api.conditions()):
            raise InputError(f"The condition {min(unknown)[:40]!r} is not known. Say it in the question instead.")
        return skinproof.Person(
            age=self.age, sex=self.sex, skin_type=self.skin_type, country=self.country.upper() if self.country else None, conditions=self.conditions,
        )


def said_of(form: FormData) -> Said:
    """Return what a form says of the person.

    Args:
        form: its fields.

    Raises:
        InputError: a value cannot be used.
    """
    age = field(form, "age")
    if age and not (age.isascii() and age.isdigit() and len(age) <= 3):
        raise InputError("The age must be a whole number, such as 34, or empty.")
    return Said(
        age=int(age) if age else None, sex=field(form, "sex") or None, skin_type=field(form, "skin_type") or None,  # type: ignore[arg-type]
        country=field(form, "country") or None, conditions=tuple(v for v in form.getlist("condition") if isinstance(v, str)),
    )


def field(form: FormData, name: str) -> str:
    """Return one field as text without spaces around it; empty when it is missing or a file."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


async def uploaded(form: FormData, name: str) -> str:
    """Return the text of an uploaded file; empty when there is none.

    Args:
        form: the form.
        name: of its field.

    Raises:
        InputError: the file is no text.
    """
    value = form.get(name)
    if not isinstance(value, UploadFile):
        return ""
    try:
        return (await value.read()).decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise InputError("The file is no plain text. Save the list as a .txt file in UTF-8, or paste it.") from None
