"""What a person goes through: harms, pain, time off, how long it lasts, when to stop paying; and what to doubt in the selling."""

from __future__ import annotations

from skinproof.answer.draft import Draft

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


def add_harms(draft: Draft) -> None:
    """Write what harm has been seen, with counts where a study gives them and never a rate where it does not.

    Args:
        draft: the answer in the making.
    """
    for treatment in draft.treatments[:2]:
        for place, harm in enumerate(treatment.harms):
            draft.note("harms", "harm.note", treatment, f"harms.{place}", harm)
        counted = 0
        for study_id in dict.fromkeys(s for name in (treatment.id, *treatment.relatives) for v in draft.knowledge.verdicts(name) for s in v.study_ids):
            study = draft.knowledge.study(study_id)
            for harm in study.harms if study else ():
                if counted < _HARMS and harm.count is not None and harm.of is not None and harm.of >= _LEAST_COUNTED and study is not None:
                    counted += 1
                    draft.writer.say(
                        "harms", "harm.counted", (f"study:{study_id}",), basis="trial", style="bullet", event=harm.event, count=harm.count, of=harm.of,
                        unit="people" if harm.unit == "persons" else harm.unit.replace("not_stated", "cases"), author=study.citation.first_author, year=study.citation.year,
                    )
        if not treatment.harms and not counted:
            draft.writer.say("harms", "harm.unknown", (f"treatment:{treatment.id}",), basis="none", style="bullet", treatment=treatment.name)


def add_sceptical(draft: Draft) -> None:
    """Write what to doubt in the selling.

    Args:
        draft: the answer in the making.
    """
    for treatment in draft.treatments[:3]:
        for place, note in enumerate(treatment.sceptical):
            draft.note("sceptical", "sceptical", treatment, f"sceptical.{place}", note)
