"""The card for the appointment: one page with what to say, what to ask, and when not to go ahead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from msgspec import Struct

from skinproof.answer.answer import Answer
from skinproof.answer.knowledge import Knowledge
from skinproof.answer.render.messages import Messages, made_of, messages_of
from skinproof.answer.statement import Style
from skinproof.answer.words import capital
from skinproof.errors import InputError

# What fits on a page that can be read at arm's length, in characters; a question to ask also takes a line for its answer.
_LONGEST_QUESTION = 300
_LONGEST_SHORT_ANSWER = 500
_LONGEST_LIST = 1100
_MOST_CONDITIONS = 12
# A last sentence such as "The closest studies:" leads to a list that the card leaves out.
_LEADS_ON = re.compile(r"\s*[^.!?]*:$")


class Part(Struct, frozen=True, kw_only=True):
    """One list of the card; `tick` gives each item a box and a line to write on."""

    heading: str
    items: tuple[str, ...]
    tick: bool = False
    more: bool = False


class Card(Struct, frozen=True, kw_only=True):
    """The card, ready to be set."""

    language: str
    title: str
    asked: str
    question: str
    parts: tuple[Part, ...]
    more: str
    close: str
    reviewed: str
    informs: str
    made: str
    as_of: str


def card_of(answer: Answer, knowledge: Knowledge) -> Card:
    """Return the card of an answer; an urgent answer's card holds what to do at once, and no question about looks.

    Args:
        answer: the answer.
        knowledge: the pack that it was made from.

    Raises:
        InputError: the question was not understood or lies outside, so there is nothing to take along.
    """
    if answer.status not in {"answered", "urgent"}:
        raise InputError("There is no card for this question: no treatment that we know was found in it. Name the treatment, or leave out --card to read why.")
    messages = messages_of(answer.catalogue)
    parts = _urgent(answer, messages) if answer.status == "urgent" else _planned(answer, knowledge, messages)
    return Card(
        language=answer.language, title=messages.fixed("card.urgent" if answer.status == "urgent" else "card.title"), asked=messages.fixed("card.about") + messages.colon.rstrip(),
        question=_cut(answer.case.question), parts=tuple(p for p in parts if p.items), more=messages.fixed("card.more"),
        close="" if answer.status == "urgent" else messages.fixed("card.nothing_proven"), reviewed=_reviewed(answer, messages), informs=messages.fixed("informs"), made=made_of(answer, messages), as_of=answer.as_of,
    )


def _urgent(answer: Answer, messages: Messages) -> Iterable[Part]:
    yield Part(heading="", items=tuple(line for line in _lines(answer, "urgent", messages) if line != _reviewed(answer, messages)))
    yield _part(messages.fixed("card.tell"), _lines(answer, "understood", messages))


def _planned(answer: Answer, knowledge: Knowledge, messages: Messages) -> Iterable[Part]:
    told = [*_said(answer, "because.", messages), *_said(answer, "exposure", messages)]
    holds = [text for text in told if not any(text != other and text in other for other in told)]
    yield _part(messages.fixed("card.short"), [line for line in _lines(answer, "bottom_line", messages, until="bullet") if line not in told], most=_LONGEST_SHORT_ANSWER)
    yield _part(messages.fixed("heading.understood"), _lines(answer, "understood", messages), most=_LONGEST_SHORT_ANSWER)
    yield _part(messages.fixed("card.holds"), holds)
    yield _conditions(answer, knowledge, messages)
    yield _part(messages.fixed("card.ask"), [messages.fact(q.note.text) for q in answer.questions], tick=True)


def _part(heading: str, texts: Iterable[str], *, most: int = _LONGEST_LIST, tick: bool = False) -> Part:
    texts = list(dict.fromkeys(texts))
    kept: list[str] = []
    for text in texts:
        if kept and sum(map(len, kept)) + len(text) > most:
            break
        kept.append(text)
    return Part(heading=heading, items=tuple(kept), tick=tick, more=len(kept) < len(texts))


def _lines(answer: Answer, section: str, messages: Messages, *, until: Style | None = None) -> list[str]:
    lines = takewhile(lambda line: line.style != until, next((s.lines for s in answer.sections if s.id == section), ()))
    said = [" ".join(messages.say(answer.statements[name]) for name in line.statements) for line in lines]
    return [text for line in said if (text := _LEADS_ON.sub("", line))]


def _reviewed(answer: Answer, messages: Messages) -> str:
    """The note that no clinician has reviewed the rules, if the answer carries it."""
    return messages.fixed("rules_not_reviewed") if any(s.message == "fixed.rules_not_reviewed" for s in answer.statements.values()) else ""


def _said(answer: Answer, message: str, messages: Messages) -> list[str]:
    return list(dict.fromkeys(messages.say(s) for s in answer.statements.values() if s.message.startswith(message)))


def _conditions(answer: Answer, knowledge: Knowledge, messages: Messages) -> Part:
    """Conditions, in plain words, under which a rule would stop or put off the treatment."""
    names = dict.fromkeys(c for rule in answer.gathered.unsaid for c in rule.when)
    labels = [messages.fact((found.label if (found := knowledge.conditions.get(name)) else None) or name.replace("_", " ")) for name in names]
    listed = (capital(", ".join(labels[:_MOST_CONDITIONS])) + ".",) if labels else ()
    return Part(heading=messages.fixed("card.do_not_book"), items=listed, more=len(labels) > _MOST_CONDITIONS)


def _cut(question: str) -> str:
    flat = " ".join(question.split())
    return flat if len(flat) <= _LONGEST_QUESTION else flat[: _LONGEST_QUESTION - 2].rsplit(" ", 1)[0] + " …"
