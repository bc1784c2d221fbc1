"""What a person goes through: harms, pain, time off, how long it lasts, when to stop paying; and what to doubt in the selling."""

from __future__ import annotations

from skinproof.answer.draft import Draft
from skinproof.answer.sections import manners
from skinproof.catalogue.treatment import Treatment

# Field of the treatment's record, and the message that frames it.
_TIMING = (
    ("sessions", "going.sessions"), ("pain", "going.pain"), ("downtime", "going.downtime"), ("first_change", "going.first_change"), ("lasts", "going.lasts"),
    ("stop_when", "going.stop_when"), ("maintain", "going.maintain"),
)
_HARMS = 6
_LEAST_COUNTED = 5


def add_timing(draft: Draft) -> None:
    """Write how long it lasts, when change should show, and when to stop paying.

    Args:
        draft: the answer in the making.
    """
    for treatment in draft.treatments[:2]:
        for field, message in _TIMING:
            note = getattr(treatment, field)
            if note is not None:
                draft.note("timing", message, treatment, field, note)
        for place, phase in enumerate(treatment.course):
            draft.writer.say(
                "timing", "going.course", (f"treatment:{treatment.id}#course.{place}",), basis=phase.note.basis, style="bullet", first=f"{phase.from_day:g}", last=f"{phase.to_day:g}", text=phase.note.text,
            )
    manners.add_self_test(draft, "timing")


def add_harms(draft: Draft) -> None:
    """Write what harm has been seen, with counts where a study gives them and never a rate where it does not.

    Args:
        draft: the answer in the making.
    """
    for treatment in draft.treatments[:2]:
        for place, note in enumerate(treatment.harms):
            draft.note("harms", "harm.note", treatment, f"harms.{place}", note)
        counted = _counted(draft, treatment)
        if not treatment.harms and not counted:
            draft.writer.say("harms", "harm.unknown", (f"treatment:{treatment.id}",), basis="none", style="bullet", treatment=treatment.name)


def _counted(draft: Draft, treatment: Treatment) -> int:
    """Say harms that a study of the treatment or of a relative counted; return how many."""
    ids = dict.fromkeys(s for name in (treatment.id, *treatment.relatives) for v in draft.knowledge.verdicts(name) for s in v.study_ids)
    studies = [study for i in ids if (study := draft.knowledge.study(i)) is not None]
    found = [(s, h) for s in studies for h in s.harms if h.count is not None and (h.of or 0) >= _LEAST_COUNTED][:_HARMS]
    for study, harm in found:
        draft.writer.say(
            "harms", "harm.counted", (f"study:{study.id}",), style="bullet", event=harm.event, count=harm.count or 0, of=harm.of or 0,
            unit="people" if harm.unit == "persons" else harm.unit.replace("not_stated", "cases"), author=study.cited, year=study.citation.year,
        )
    return len(found)


def add_sceptical(draft: Draft) -> None:
    """Write what to doubt in the selling.

    Args:
        draft: the answer in the making.
    """
    for treatment in draft.treatments[:3]:
        for place, note in enumerate(treatment.sceptical):
            draft.note("sceptical", "sceptical", treatment, f"sceptical.{place}", note)
