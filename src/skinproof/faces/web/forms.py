"""What people send: the fields of a form or of JSON, made into a question and a person, or refused with a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, Struct, structs
from starlette.datastructures import UploadFile
from starlette.requests import Request

from skinproof import api
from skinproof.faces.plain_text import plain_text

if TYPE_CHECKING:
    from skinproof import Person

_MOST_FIELDS = 200
# What is asked about on the page; all others can be said in the question.
OFFERED = (
    "pregnancy", "nursing", "trying_to_conceive", "isotretinoin_now", "isotretinoin_recent", "anticoagulant", "immunosuppression", "diabetes", "cold_sore_history", "keloid",
    "melasma", "pih_history", "dark_skin", "rosacea", "eczema", "allergy_severe_any",
)


class Said(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said of the person, beside the question. What comes from a form is kept as it was typed until `person` reads it."""

    age: Annotated[float, Meta(ge=1, le=120, multiple_of=1, description="years, a whole number")] | None = None  # 34.0 is whole, too
    sex: Literal["female", "male"] | None = None
    skin_type: Literal["dry", "oily", "combination", "normal"] | None = None
    country: Annotated[str, Meta(pattern="^[A-Za-z]{2}$")] | None = None
    conditions: tuple[str, ...] = ()

    def person(self) -> Person:
        """Return the person.

        Raises:
            InputError: a value cannot be used; the message says which.
        """
        return api.person_of(structs.asdict(self))


def typed(value: Callable[[str], str], conditions: Sequence[str]) -> Said:
    """Return what was typed in the fields of a form or stands in a link.

    Args:
        value: returns the text of a field, empty if there is none.
        conditions: what was ticked.
    """
    return Said(**{name: value(name) or None for name in ("age", "sex", "skin_type", "country")}, conditions=tuple(conditions))  # type: ignore[arg-type]


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
        return plain_text(self.files.get(name, b"")).strip()

    def said(self) -> Said:
        """Return what the form says of the person."""
        return typed(self.field, self.fields.get("condition", ()))


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
