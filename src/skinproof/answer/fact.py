"""Opening any fact by the id that a statement names."""

from __future__ import annotations

import json
from typing import Any

from msgspec import Struct

from skinproof.answer.knowledge import Knowledge
from skinproof.errors import InputError

# Kind of a fact id, and the kind of its record in the pack.
RECORDS = {
    "precaution": "precautions", "red_flag": "red_flags", "interval": "intervals", "combination": "combinations", "premise": "premises", "practice": "practice", "aftermath": "aftermath", "regulation": "regulation",
    "hazard": "hazards", "question": "provider_questions", "regimen": "regimen", "ingredient": "ingredients", "search": "searches", "treatment": "treatment",
    "help_line": "help_line", "consensus": "consensus", "claim": "claims", "list_note": "list_notes", "forecast": "forecast", "study": "study", "verdict": "verdict",
}
_OF_THE_QUESTION = {"condition", "goal", "word", "active", "none"}
_LONGEST_SHOWN = 80


class Fact(Struct, frozen=True, kw_only=True):
    """One record of the evidence, or the part of it that an id names."""

    id: str
    kind: str
    content: Any


def fact(knowledge: Knowledge, name: str) -> Fact:
    """Return a fact.

    Args:
        knowledge: the pack.
        name: its id as statements name it, such as `premise:pores_look_smaller` or `treatment:tazarotene#harms.0`.

    Raises:
        InputError: there is no such fact.
    """
    kind, _, rest = name.strip().partition(":")
    record, _, field = rest.partition("#")
    if kind == "evidence":
        meta = knowledge.store.meta
        return Fact(id=name, kind=kind, content={key: meta[key] for key in ("version", "date", "hash")})
    if kind in _OF_THE_QUESTION:
        raise InputError(f"{name[:_LONGEST_SHOWN]!r} stands for what the question itself says. There is nothing more to open.")
    content = knowledge.store.blob(RECORDS[kind], record) if kind in RECORDS else None
    if content is None:
        raise InputError(f"There is no fact with the id {name[:_LONGEST_SHOWN]!r}. Take one as a statement names it, such as study:kang-2005-tazarotene-photodamage or treatment:tazarotene#harms.0.")
    return Fact(id=name, kind=kind, content=part_of(json.loads(content), field))


def part_of(content: object, field: str) -> object:
    """Return the part of a record that the end of an id names; as much of it as there is.

    Args:
        content: the record as plain data.
        field: names and places with dots between them; empty for all.
    """
    for step in filter(None, field.split(".")):
        if isinstance(content, list) and step.isdigit() and int(step) < len(content):
            content = content[int(step)]
        elif isinstance(content, dict) and step in content:
            content = content[step]
    return content
