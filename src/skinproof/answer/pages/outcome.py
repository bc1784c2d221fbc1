"""The page of one outcome: how it is read, and which treatments were tested on it, the surest first."""

from __future__ import annotations

from msgspec import Struct

from skinproof.answer.knowledge import Knowledge
from skinproof.answer.pages import figures
from skinproof.answer.pages.treatment import Named
from skinproof.answer.pages.verdict_line import VerdictLine, messages_of, verdict_line
from skinproof.answer.pictures.svg import Picture
from skinproof.catalogue.outcome import Outcome
from skinproof.errors import InputError
from skinproof.synthesis.ranking import rank
from skinproof.synthesis.verdict import Verdict


class OutcomePage(Struct, frozen=True, kw_only=True):
    """All treatments that were tested on one outcome."""

    outcome: Outcome
    verdicts: tuple[VerdictLine, ...]  # the best of each treatment
    others: int  # further verdicts, in other windows or against other comparators
    pictures: tuple[Picture, ...]


def outcome_page(knowledge: Knowledge, name: str) -> OutcomePage:
    """Return the page of an outcome.

    Args:
        knowledge: the pack.
        name: its id.

    Raises:
        InputError: there is no such outcome.
    """
    outcome = knowledge.outcomes.get(name)
    if outcome is None:
        raise InputError(f"There is no outcome with the id {name!r}. Search for it by name.")
    messages = messages_of(knowledge)
    found = sorted((v for v in knowledge.store.all("verdict", Verdict) if v.outcome == name), key=rank)
    best = list({v.treatment: v for v in reversed(found)}.values())
    best.sort(key=rank)
    studies = [s for i in dict.fromkeys(i for v in found for i in v.study_ids) if (s := knowledge.study(i)) is not None]
    return OutcomePage(
        outcome=outcome, verdicts=tuple(verdict_line(knowledge, messages, v) for v in best), others=len(found) - len(best),
        pictures=(*figures.effects_stated(studies, {name: outcome.label}), *figures.counted_events(studies, (name,))),
    )


def outcome_list(knowledge: Knowledge) -> list[Named]:
    """Return all outcomes by label."""
    return sorted((Named(id=o.id, name=o.label) for o in knowledge.outcomes.values()), key=lambda o: o.name.lower())
