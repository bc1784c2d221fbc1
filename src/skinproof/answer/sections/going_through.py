"""What a person goes through: harms, pain, time off, how long it lasts, when to stop paying; and what to doubt in the selling."""

from __future__ import annotations

from skinproof.answer.draft import Draft
from skinproof.answer.sections import manners
from skinproof.answer.sections.barrier import OPENING
from skinproof.catalogue.treatment import Treatment
from skinproof.evidence.study import Harm, Study

# Field of the treatment's record, and the message that frames it.
_TIMING = (
    ("depth", "barrier.depth"),
    ("sessions", "going.sessions"), ("pain", "going.pain"), ("downtime", "going.downtime"), ("first_change", "going.first_change"), ("lasts", "going.lasts"),
    ("stop_when", "going.stop_when"), ("maintain", "going.maintain"),
)
_TIMES = {"depth", "sessions", "downtime", "first_change", "lasts"}
_ASKED = {
    "sessions_asked": ("sessions",), "lasting_asked": ("lasts", "maintain"), "recovery_asked": ("downtime",), "change_asked": ("first_change", "stop_when"), "pain_asked": ("pain",), "effects_asked": ("downtime",), "often_asked": ("sessions", "maintain"),
}
_NOT_SEEN = "We have not seen a source for pain scores"  # told where pain is asked about, and else no news
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
            if note is not None and not note.text.startswith(_NOT_SEEN) and (field != "depth" or treatment.route not in OPENING):  # else told with the barrier
                draft.note("timing", message, treatment, field, note)
        for place, phase in enumerate(treatment.course):
            draft.writer.say(
                "timing", "going.course", (f"treatment:{treatment.id}#course.{place}",), basis=phase.note.basis, style="bullet", first=f"{phase.from_day:g}", last=f"{phase.to_day:g}", text=phase.note.text,
            )
    manners.add_self_test(draft, "timing")


def asked_times(draft: Draft) -> set[str]:
    """Return the fields that the words of the question ask for: "how many sessions", "does it last", "how long off work"; the recovery where leave is asked for something that nothing is held on."""
    if draft.case.everyday is not None:
        return {"downtime"} if draft.gathered.unheld else set()
    return {field for concern, fields in _ASKED.items() if concern in draft.case.concerns for field in fields}


def add_times(draft: Draft, section: str, fields: set[str] | None = None) -> None:
    """Write how many sittings, how long the recovery, when change shows and how long it lasts.

    Args:
        draft: the answer in the making.
        section: where to say it.
        fields: only these.
    """
    for treatment in draft.treatments[:2]:
        for field, message in _TIMING:
            note = getattr(treatment, field)
            if note is not None and field in (fields or _TIMES):
                draft.note(section, message, treatment, field, note)


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
    """Say harms counted with the treatment, or with its closest relative that has any; return how many."""
    for name in (treatment.id, *treatment.relatives):
        one = draft.knowledge.treatment(name)
        found = _harms_of(draft, one)[:_HARMS] if one is not None else []
        for study, harm in found:
            draft.writer.say(
                "harms", "harm.counted" if name == treatment.id else "harm.nearest", (f"study:{study.id}",), style="bullet", event=harm.event, count=harm.count or 0, of=harm.of or 0,
                unit="people" if harm.unit == "persons" else harm.unit.replace("not_stated", "cases"), author=study.cited, year=study.citation.year, treatment=draft.knowledge.treatment_name(name),
            )
        if found:
            return len(found)
    return 0


def _harms_of(draft: Draft, treatment: Treatment) -> list[tuple[Study, Harm]]:
    ids = dict.fromkeys(s for v in draft.knowledge.verdicts(treatment.id) for s in v.study_ids)
    studies = [study for i in ids if (study := draft.knowledge.study(i)) is not None]
    return [(s, h) for s in studies for h in s.harms if h.count is not None and (h.of or 0) >= _LEAST_COUNTED and _in_arm(treatment, s, h)]


def _in_arm(treatment: Treatment, study: Study, harm: Harm) -> bool:
    """Whether a harm was seen with the treatment: in its arm, or in a study all of whose treated arms hold it."""
    arms = [study.arm(harm.arm)] if harm.arm else [a for a in study.arms if a.active]
    names = {treatment.id, *(c for part in treatment.made_of for c in part)}
    return bool(arms) and all(names & arm.active for arm in arms)


def add_sceptical(draft: Draft) -> None:
    """Write what to doubt in the selling.

    Args:
        draft: the answer in the making.
    """
    for treatment in draft.treatments[:3]:
        for place, note in enumerate(treatment.sceptical):
            draft.note("sceptical", "sceptical", treatment, f"sceptical.{place}", note)
