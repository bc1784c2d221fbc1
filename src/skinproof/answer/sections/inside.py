"""What is in a pasted list: hazards by the route, what it is sold as, what stands out, and what was not recognised."""

from __future__ import annotations

from skinproof.answer.draft import Draft
from skinproof.answer.words import listed, sentence
from skinproof.ingredients.inspect import Inspection
from skinproof.ingredients.report import claim_text

SECTION = "inside"
_FEW = 4
_MOST_DOUBTS = 6


def add(draft: Draft) -> None:
    """Write the section when a list was pasted.

    Args:
        draft: the answer in the making.
    """
    if draft.gathered.inside is None:
        return
    found, writer = draft.gathered.inside.inspection, draft.writer
    known = [f"ingredient:{e.ingredient.id}" for e in found.entries if e.ingredient]
    if not known:
        return
    writer.say(SECTION, f"inside.count.{found.route}", known, basis="label", count=len({e.key for e in found.entries}))
    for fact_id, entries in draft.gathered.inside.allergens.items():
        writer.say(SECTION, "inside.allergen", (fact_id,), basis="label", style="bullet", entries=listed(entries[:_FEW]))
    for flag in found.flags:
        if flag.hazard.severity != "info":
            writer.say(SECTION, "hazard", (f"hazard:{flag.hazard.id}",), basis=flag.hazard.proof, style="bullet", entries=listed(flag.entries[:_FEW]), text=sentence(flag.hazard.text))
    for claim in found.claims:
        writer.say(SECTION, "inside.claim", (f"claim:{claim.claim.id}",), basis="label", style="bullet", text=sentence(claim_text(claim)))
    for held in found.notes:
        writer.say(SECTION, "inside.note", (f"list_note:{held.note.id}",), basis="label", style="bullet", text=sentence(held.note.text))
    _doubts(draft, found)


def _doubts(draft: Draft, found: Inspection) -> None:
    for entry in found.doubts[:_MOST_DOUBTS]:
        facts = (f"ingredient:{entry.ingredient.id}",) if entry.ingredient else (f"evidence:{draft.knowledge.store.meta['version']}",)
        message = "inside.read_as" if entry.ingredient else "inside.unknown"
        draft.writer.say(SECTION, message, facts, basis="question", style="bullet", written=entry.written, inci=entry.shown)
