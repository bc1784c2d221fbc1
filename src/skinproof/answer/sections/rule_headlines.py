"""First lines that a rule of safety gives: what it asks for and why, or how long to wait."""

from __future__ import annotations

from msgspec import Struct

from skinproof.answer.draft import Draft
from skinproof.answer.sections.of_which import of_which
from skinproof.answer.sections.safety import label
from skinproof.answer.words import days, listed
from skinproof.catalogue.text import words
from skinproof.safety.context import touches
from skinproof.safety.pairs import Spaced
from skinproof.safety.precautions import ANYONE, Applied

_BARRING = frozenset({"stop", "defer"})
_FEW = 2  # names before a line


class Line(Struct, frozen=True, kw_only=True):
    """The message of a first line, the facts it rests on, and what fills it."""

    message: str
    facts: list[str]
    words: dict[str, str]


def deciding(draft: Draft) -> Applied | None:
    """Return the precaution that decided, if what it holds against was told of the person.

    Args:
        draft: the answer in the making.
    """
    kind, _, name = draft.decision.because.partition(":")
    found = next((a for a in draft.gathered.precautions if a.rule.id == name), None) if kind == "precaution" else None
    after = any(p.kind == "what_went_wrong" for p in draft.case.parts)
    return None if found is None or found.condition in {None, ANYONE} or found.rule.action == "ok" or after else found


def of_precaution(draft: Draft) -> Line | None:
    """Return the first line of what a precaution asks for, with what the person told: "Not now, because of a cold sore now".

    Args:
        draft: the answer in the making.
    """
    found = deciding(draft)
    if found is None or draft.decision.direction not in {"unsafe", "mixed"}:
        return None
    own = _of_its_own(draft, found)
    if own is not None:
        return own
    asked = _wait(draft) if found.rule.action in {"ask", "caution"} and draft.gathered.open_timing else None
    if asked is not None:
        return asked  # "when can I have a peel, on Accutane" gets the wait, and whom to ask below
    parted = _parted(draft, found) if found.rule.action in _BARRING else None
    if parted is not None:
        return parted
    if draft.decision.direction == "mixed" and found.rule.action in _BARRING:
        return _wait(draft)
    return _because(draft, found)


def _because(draft: Draft, found: Applied) -> Line:
    """The rule's own line, or its action with what the person told."""
    facts = [f"precaution:{found.rule.id}"]
    if found.rule.short and found.rule.action in _BARRING:
        return Line(message="headline.short", facts=facts, words={"text": found.rule.short})
    aimed = ".aimed" if found.condition in draft.gathered.aimed and found.rule.action in {"ask", "caution"} else ""  # "IPL for melasma" is no question of melasma as well
    return Line(message=f"headline.because.{found.rule.action}{aimed}", facts=facts, words={"condition": label(draft, found.condition or "")})


def of_taking(draft: Draft) -> Line | None:
    """Return what to do now, where a medicine that is told as taken is one that a rule bars: whom to ring, and how soon.

    Args:
        draft: the answer in the making.
    """
    found = deciding(draft)
    if found is None or found.rule.action != "stop" or not found.rule.if_already or "takes_it" not in draft.case.concerns:
        return None
    return Line(message="headline.short", facts=[f"precaution:{found.rule.id}"], words={"text": found.rule.if_already})


def _of_its_own(draft: Draft, found: Applied) -> Line | None:
    """The rule's own line, where it bars or asks; or that of what people do to themselves."""
    facts = [f"precaution:{found.rule.id}"]
    parting = draft.decision.direction == "mixed" and found.rule.action == "stop"
    if found.condition == "self_treating" and found.rule.action in {"stop", "ask", "caution"} and not parting:
        return Line(message=f"fixed.headline.yourself.{found.rule.action}", facts=facts, words={})
    return Line(message="headline.short", facts=facts, words={"text": found.rule.short}) if found.rule.short and (draft.decision.direction == "unsafe" or found.rule.action == "ask") else None


def of_sore_skin(draft: Draft) -> Line | None:
    """Return that it is to be stopped, where skin is told as sore from what is used on it: "it burns and peels, do I push through".

    Args:
        draft: the answer in the making.
    """
    name = draft.decision.because.removeprefix("precaution:")
    told = any(a.rule.id == name and a.condition == "barrier_damaged" and a.rule.action in _BARRING for a in draft.gathered.precautions)
    after = draft.decision.direction in {"unsafe", "mixed"} and any(p.kind == "what_went_wrong" for p in draft.case.parts)
    return Line(message="fixed.headline.pause", facts=[draft.decision.because], words={}) if told and after else None


def _parted(draft: Draft, found: Applied) -> Line | None:
    """Of several things asked about, what the rule stops or puts off, and what it does not touch."""
    barred = [t.name for t in draft.treatments if touches(t, found.rule.scope)]
    rules = [a.rule for a in draft.gathered.precautions if a.rule.id != found.rule.id]
    left = [t for t in draft.treatments if not touches(t, found.rule.scope) and not any(r.action in _BARRING and touches(t, r.scope) for r in rules)]
    if not barred or not left:
        return None
    cared = any(r.action != "ok" and touches(t, r.scope) for t in left for r in rules)
    fine = all(any(r.action == "ok" and touches(t, r.scope) for r in rules) for t in left)
    words = {"condition": label(draft, found.condition or ""), "barred": listed(barred, "or"), "spared": listed([t.name for t in left], "or")}
    return Line(message=f"headline.because.parted{'.care' if cared else '.fine' if fine else ''}", facts=[f"precaution:{found.rule.id}"], words=words)


def _wait(draft: Draft) -> Line | None:
    """Of "when can I", the wait that an interval names, where a rule puts it off."""
    told = next((s for s in draft.gathered.intervals if s.rule.kind in {"resume_after", "wait_between"}), None) if draft.gathered.open_timing else None
    return _spaced(draft, told, f"interval:{told.rule.id}") if told else None


def _spaced(draft: Draft, spaced: Spaced, fact: str) -> Line:
    message, rule = _message(spaced, open_timing=draft.gathered.open_timing), spaced.rule
    named = of_which(draft, rule.first, "", most=_FEW) if rule.kind in {"before_event", "how_often"} and not message.startswith("fixed.") and ".too_" not in message else ""
    return Line(message=message, facts=[fact], words={"least": days(rule.least_days), "most": days(rule.most_days), **({"about": named} if named else {})})


_STOPPING = frozenset("stop pause quit hold halt drop discontinue stopping arreter stopper dejar suspender parar".split())


def of_stopping(draft: Draft) -> Line | None:
    """Return how long before one thing has to be stopped for another, where that was asked and a sourced pause says it.

    Args:
        draft: the answer in the making.
    """
    pauses = [s.rule for s in draft.gathered.intervals if s.rule.kind == "stop_before"]
    decided = draft.decision.direction in {"unsafe", "mixed"} and draft.decision.because.partition(":")[0] in {"interval", "precaution", "combination"}
    if not decided or not pauses or not _STOPPING & set(words(draft.case.question)):
        return None
    pause = pauses[0]
    one = ".one" if pause.least_days == pause.most_days else ""
    return Line(message=f"headline.stop_first{one}", facts=[f"interval:{pause.id}"], words={"least": days(pause.least_days), "most": days(pause.most_days)})


def of_interval(draft: Draft) -> Line | None:
    """Return the first line of how long to wait, or that a plan leaves enough time or not.

    Args:
        draft: the answer in the making.
    """
    kind, _, name = draft.decision.because.partition(":")
    spaced = next((s for s in draft.gathered.intervals if s.rule.id == name), None) if kind == "interval" else None
    if spaced is None or draft.decision.direction not in {"unsafe", "mixed", "helps"}:
        return None
    return _spaced(draft, spaced, draft.decision.because)


def _message(spaced: Spaced, *, open_timing: bool) -> str:
    rule, fit = spaced.rule, "not_stated" if open_timing else spaced.fit
    if fit == "long_enough":
        return "fixed.headline.interval.long_enough"
    if fit == "too_soon" and rule.kind != "stop_before":
        return "headline.interval.too_often" if rule.kind == "how_often" else "headline.interval.too_soon"
    if not rule.least_days:
        return "headline.interval.up_to"
    one = ".one" if rule.least_days == rule.most_days else ""
    return f"headline.interval.{rule.kind if rule.kind in {'before_event', 'how_often', 'stop_before'} else 'wait'}{one}"
