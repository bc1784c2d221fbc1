"""Making an answer again from the evidence that it names, and telling whether it is the same."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal, cast

import msgspec
from msgspec import Struct

from skinproof.answer.answer import Answer
from skinproof.answer.assemble import ENGINE, assemble
from skinproof.answer.differences import Change, differences
from skinproof.answer.knowledge import Knowledge
from skinproof.answer.render.json import SCHEMA
from skinproof.errors import InputError
from skinproof.question.case import Case, Person
from skinproof.question.understand import understand

Outcome = Literal["same", "changed", "evidence_unavailable"]
_LONGEST_QUESTION = 20_000
_SHOWN = 40


class Evidence(Struct, frozen=True):
    """Which evidence an answer was made from."""

    version: str
    hash: str
    date: str


class _Understood(Struct, frozen=True):
    profile: Person


class Recorded(Struct, frozen=True):
    """What must stand in an answer file so that the answer can be made again."""

    schema: Literal["skinproof.answer/1"]
    engine: str
    evidence: Evidence
    as_of: dt.date
    question: str
    language: str
    understood: _Understood


class Check(Struct, frozen=True, kw_only=True):
    """Whether an answer made again is the same; where not, what changed and why."""

    outcome: Outcome
    because: str
    recorded: Evidence
    at_hand: Evidence
    recorded_engine: str
    engine: str
    changes: tuple[Change, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the check as JSON data."""
        return cast("dict[str, Any]", msgspec.to_builtins(self))

    def to_text(self) -> str:
        """Return the check as text for a terminal."""
        lines = [f"{self.outcome}: {self.because}"]
        if self.outcome == "evidence_unavailable":
            lines.append(f"With the evidence at hand, {_counted(self.changes)}.")
        for change in self.changes[:_SHOWN]:
            lines += ["", change.where, f"  was: {_told(change.was)}", f"  now: {_told(change.now)}", f"  why: {change.why}"]
        if len(self.changes) > _SHOWN:
            lines += ["", f"… and {len(self.changes) - _SHOWN} more; --json lists them all."]
        return "\n".join(lines) + "\n"


def verify(content: bytes, knowledge: Knowledge) -> Check:
    """Make an answer again and compare.

    Args:
        content: the answer as `--json` printed it.
        knowledge: the pack to make it from.

    Raises:
        InputError: the content is no answer of skinproof.
    """
    recorded, was = read_answer(content)
    now = msgspec.json.decode(msgspec.json.encode(again(recorded, knowledge).to_dict()))
    meta = knowledge.store.meta
    at_hand = Evidence(version=meta["version"], hash=meta["hash"], date=meta["date"])
    outcome: Outcome = "evidence_unavailable" if recorded.evidence.hash != at_hand.hash else "same" if was == now else "changed"
    cause = _cause(recorded, at_hand)
    return Check(
        outcome=outcome, because=_because(outcome, recorded, at_hand, cause), recorded=recorded.evidence, at_hand=at_hand, recorded_engine=recorded.engine, engine=ENGINE,
        changes=differences(was, now, cause) if was != now else (),
    )


def read_answer(content: bytes) -> tuple[Recorded, dict[str, Any]]:
    """Return what is needed to make an answer again, and the whole answer.

    Args:
        content: the answer as JSON.

    Raises:
        InputError: the content is no answer of skinproof.
    """
    mend = "Make one: skinproof ask --json QUESTION > answer.json"
    try:
        whole = msgspec.json.decode(content)
        recorded = msgspec.json.decode(content, type=Recorded)
    except (msgspec.ValidationError, RecursionError) as fault:
        raise InputError(f"This file is JSON, but no answer of the form {SCHEMA} ({fault}). {mend}") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise InputError(f"This file is not JSON. {mend}") from None
    if not recorded.question.strip() or len(recorded.question) > _LONGEST_QUESTION:
        raise InputError(f"The question in this file is empty or longer than {_LONGEST_QUESTION:,} characters, so no answer can have been made to it. {mend}")
    return recorded, whole


def again(recorded: Recorded, knowledge: Knowledge) -> Answer:
    """Return the answer made again: the same question, person, day and language.

    Args:
        recorded: what the earlier answer says of them.
        knowledge: the pack to make it from.
    """
    catalogue = knowledge.store.blob("messages", recorded.language) or knowledge.store.blob("messages", "en") or b""
    language = recorded.language if knowledge.store.blob("messages", recorded.language) else "en"
    return assemble(_case(recorded, knowledge), knowledge, as_of=recorded.as_of, language=language, catalogue=catalogue)


def _case(recorded: Recorded, knowledge: Knowledge) -> Case:
    """The question alone if it tells of the same person; else with what was known beside it."""
    alone = understand(recorded.question, knowledge.vocabulary)
    person = recorded.understood.profile
    same = msgspec.structs.replace(alone.person, needles_unwanted=False) == person
    return alone if same else understand(recorded.question, knowledge.vocabulary, person)


def _cause(recorded: Recorded, at_hand: Evidence) -> str:
    if recorded.evidence.hash != at_hand.hash:
        return f"The evidence is another: {recorded.evidence.version} then, {at_hand.version} now."
    if recorded.engine != ENGINE:
        return f"The program is another: {recorded.engine} then, {ENGINE} now."
    return "Evidence and program are the same by their names, so the file was edited after it was made, or the program's code was changed without a new number."


def _because(outcome: Outcome, recorded: Recorded, at_hand: Evidence, cause: str) -> str:
    if outcome == "same":
        return f"Made again from evidence {at_hand.version} ({at_hand.hash[:12]}), the answer is the same in every word."
    if outcome == "changed":
        return cause
    return (
        f"The answer names evidence {recorded.evidence.version} ({recorded.evidence.hash[:12]}); at hand is {at_hand.version} ({at_hand.hash[:12]}). "
        "Give the pack that it was made from: skinproof verify ANSWER.json --pack FILE"
    )


def _counted(changes: tuple[Change, ...]) -> str:
    return "nothing would differ" if not changes else "1 thing differs" if len(changes) == 1 else f"{len(changes)} things differ"


def _told(value: str | None) -> str:
    return "(not there)" if value is None else value
