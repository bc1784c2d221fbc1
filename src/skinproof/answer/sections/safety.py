"""Precautions for this person, "do not book if", and what regulators say."""

from __future__ import annotations

from skinproof.answer.draft import Draft
from skinproof.answer.words import sentence
from skinproof.catalogue.rules import Precaution, Regulation
from skinproof.safety.precautions import ANYONE

_UNSAID = 10
_REGULATION = 6
_PUT_ON = frozenset({"leave_on", "rinse_off", "occluded", "swallowed"})


def label(draft: Draft, condition: str) -> str:
    """Return a condition in plain words."""
    phrases = draft.knowledge.conditions.get(condition)
    return (phrases.label if phrases else None) or condition.replace("_", " ")


def weak(rule: Precaution) -> bool:
    """Tell whether a rule rests on clinic copies or on reasoning alone."""
    return rule.grade in {"clinic", "inference"}


def _used_at_home(draft: Draft) -> bool:
    """Tell whether nothing is to be booked: a cream, a wash or a tablet."""
    return all(t.route in _PUT_ON and t.by_whom != "clinic" for t in draft.treatments)


def add_precautions(draft: Draft, *, unsaid: bool = True) -> None:
    """Write what holds for what the person said, and what would stop the treatment if it held.

    Args:
        draft: the answer in the making.
        unsaid: whether to write what would stop the treatment.
    """
    writer = draft.writer
    open_rules = draft.gathered.unsaid[:_UNSAID] if unsaid else ()
    for found in draft.gathered.precautions:
        word = "for_all" if found.condition == ANYONE else "because"
        writer.say(
            "precautions", f"{word}.{found.rule.action}", (f"precaution:{found.rule.id}",), basis=found.rule.grade, style="bullet",
            condition=label(draft, found.condition or ""), why=sentence(found.rule.why), do=sentence(found.rule.do),
        )
    for rule in open_rules:
        conditions = " or ".join(label(draft, c) for c in rule.when[:3])
        writer.say("precautions", "do_not_use.stop" if rule.action == "stop" and _used_at_home(draft) else f"do_not_book.{rule.action}", (f"precaution:{rule.id}",), basis=rule.grade, style="bullet", condition=conditions, why=sentence(rule.why))
    shown = [*(a.rule for a in draft.gathered.precautions), *open_rules]
    if any(weak(rule) for rule in shown):
        writer.say("precautions", "fixed.rules_weak", basis="none")
    if any(not rule.clinician_reviewed for rule in shown):
        writer.say("precautions", "fixed.rules_not_reviewed", basis="none")


def relevant(draft: Draft) -> list[Regulation]:
    """Return what regulators say of the treatments asked about; warnings and enforcement first."""
    wanted = {i for t in draft.treatments for i in (t.id, *t.classes)}
    order = {"enforcement": 0, "safety_notice": 1, "authorised_use": 2, "device_class": 3}
    return sorted((r for r in draft.knowledge.regulation if wanted & set(r.applies_to)), key=lambda r: order.get(r.topic, 4))


def add_regulation(draft: Draft) -> None:
    """Write what regulators say: never proof of benefit.

    Args:
        draft: the answer in the making.
    """
    for rule in draft.gathered.regulation[:_REGULATION]:
        draft.writer.say(
            "regulation", "regulation.unseen" if rule.not_seen else "regulation", (f"regulation:{rule.id}",), basis=rule.grade, style="bullet", jurisdiction=rule.jurisdiction,
            text=sentence(rule.text), unseen=sentence(rule.not_seen or ""),
        )
    if draft.gathered.regulation:
        draft.writer.say("regulation", "fixed.regulation_no_proof", basis="none")
