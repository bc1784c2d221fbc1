"""Text that sells or steers, languages that we do not speak, a test of one's own: short, kind, and never obeyed."""

from __future__ import annotations

from skinproof.answer.draft import Draft
from skinproof.question.language import SUPPORTED

# What an advertisement says, and the fixed text that takes it apart.
CLAIMS = ("selling_approved", "selling_downtime", "selling_safe", "selling_proven", "selling_registered", "selling_hurry", "selling_instant", "selling_pure")
_ASKED_TOO = {"selling_approved", "selling_downtime"}  # what a plain question asks about as well
_SELF_TESTED = {"leave_on", "occluded"}


def add(draft: Draft, section: str) -> None:
    """Say what needs saying about the manner of the question.

    Args:
        draft: the answer in the making.
        section: where to say it.
    """
    case, writer = draft.case, draft.writer
    if case.language not in SUPPORTED and "fixed.another_language" not in writer.messages(section):
        writer.say(section, "fixed.language_unsupported", basis="none")
    if "steering" in case.concerns:
        writer.say(section, "fixed.steering", basis="none")
    bought = all(t.kind == "leave_on" for t in draft.treatments)  # a cheap cream has no course and no session
    if any(p.kind == "price" for p in case.parts) and draft.treatments and not bought and draft.decision.direction not in {"unsafe", "see_a_doctor"}:
        told = "fixed.headline.mixed.price" in writer.messages(section)
        writer.say(section, "fixed.price" if told else "fixed.price.none", basis="none")
    claims = [claim for claim in CLAIMS if claim in case.concerns]
    if set(claims) <= _ASKED_TOO and "selling" not in case.concerns:
        claims = []  # "is it FDA approved, and is there no downtime" only asks
    if claims:
        writer.say(section, "fixed.selling", basis="none")
    for claim in claims:
        writer.say(section, f"fixed.{claim}", basis="none", style="bullet")


def add_self_test(draft: Draft, section: str) -> None:
    """Say how to test a leave-on product on one's own skin, and when to stop paying.

    Args:
        draft: the answer in the making.
        section: where to say it.
    """
    products = [t for t in draft.treatments if t.route in _SELF_TESTED and t.by_whom in {"home", "clinic_or_home"}]
    if products and draft.decision.direction not in {"unsafe", "see_a_doctor"}:
        draft.writer.say(section, "fixed.self_test", basis="none", style="bullet")
