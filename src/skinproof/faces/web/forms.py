"""What people send: the fields of a form or of JSON, made into a question and a person, or refused with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, Struct
from starlette.datastructures import UploadFile
from starlette.requests import Request

import skinproof
from skinproof import api
from skinproof.errors import InputError

if TYPE_CHECKING:
    from skinproof import Person

SEXES, SKINS = ("female", "male"), ("dry", "oily", "combination", "normal")
COUNTRY_LETTERS = 2
YOUNGEST, OLDEST = 1, 120
_AGE_DIGITS, _MOST_FIELDS = 3, 200
# What is asked about on the page; all others can be said in the question.
OFFERED = (
    "pregnancy", "nursing", "trying_to_conceive", "isotretinoin_now", "isotretinoin_recent", "anticoagulant", "immunosuppression", "diabetes", "cold_sore_history", "keloid",
    "melasma", "pih_history", "dark_skin", "rosacea", "eczema", "allergy_severe_any",
)


class Said(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said of the person, beside the question."""

    age: Annotated[float, Meta(ge=YOUNGEST, le=OLDEST, multiple_of=1, description="years, a whole number")] | None = None  # 34.0 is whole, too
    sex: Literal["female", "male"] | None = None
    skin_type: Literal["dry", "oily", "combination", "normal"] | None = None
    country: Annotated[str, Meta(pattern="^[A-Za-z]{2}$")] | None = None
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
            age=None if self.age is None else int(self.age), sex=self.sex, skin_type=self.skin_type, country=self.country.upper() if self.country else None, conditions=self.conditions,
        )


class Form(Struct, frozen=True, kw_only=True):
    """The fields of a form, and the contents of its files."""

    fields: dict[str, tuple[str, ...]]
    files: dict[str, bytes]

    def field(self, name: str) -> str:
        """Return one field as text without spaces around it; empty when it is missing."""
        return next(iter(self.fields.get(name, ())), "").strip()

    def uploaded(self, name: str) -> str:
        """Return the text of an uploaded file; empty when there is none.

        Args:
            name: of its field.

        Raises:
            InputError: the file is no text.
        """
        try:
            return self.files.get(name, b"").decode("utf-8-sig").strip()
        except UnicodeDecodeError:
            raise InputError("The file is no plain text. Save the list as a .txt file in UTF-8, or paste it.") from None

    def said(self) -> Said:
        """Return what the form says of the person.

        Raises:
            InputError: the age is no number.
        """
        return Said(
            age=age_of(self.field("age")), sex=self.field("sex") or None, skin_type=self.field("skin_type") or None,  # type: ignore[arg-type]
            country=self.field("country") or None, conditions=self.fields.get("condition", ()),
        )


def age_of(text: str) -> int | None:
    """Return an age in years as it was typed; None when nothing was.

    Args:
        text: what was typed or stood in a link.

    Raises:
        InputError: it is no whole number of up to three plain digits.
    """
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= _AGE_DIGITS):
        raise InputError("The age must be a whole number, such as 34, or empty.")
    return int(text)


async def read_form(request: Request) -> Form:
    """Return the form of a request, with its files read and closed.

    Args:
        request: the request.
    """
    fields: dict[str, list[str]] = {}
    files: dict[str, bytes] = {}
    async with request.form(max_files=1, max_fields=_MOST_FIELDS) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                files[name] = await value.read()
            else:
                fields.setdefault(name, []).append(value)
    return Form(fields={name: tuple(values) for name, values in fields.items()}, files=files)
