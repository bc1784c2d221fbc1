"""After a treatment: the normal course day by day, what lies outside it, and where to report harm."""

from __future__ import annotations

from skinproof.answer.draft import Draft
from skinproof.answer.lasting import NO_TIME_OFF
from skinproof.answer.words import capital
from skinproof.catalogue.treatment import Treatment


def add(draft: Draft, section: str) -> None:
    """Write the normal course of what was had.

    Args:
        draft: the answer in the making.
        section: where to write it.
    """
    if not any(p.kind == "what_went_wrong" for p in draft.case.parts):
        return
    if draft.decision.direction == "does_not_help" and not draft.gathered.flags and all(t.kind == "leave_on" for t in draft.treatments):
        return  # a serum that has gone brown is thrown away: nothing has happened to the skin
    harm_told = "harm_told" in draft.case.concerns
    usual = [t for t in draft.treatments if t.course or (t.downtime and not t.downtime.text.startswith(NO_TIME_OFF))]
    for treatment in usual[:2]:
        _course(draft, section, treatment)
    for treatment in draft.treatments[:2] if harm_told or not usual else ():
        _harms(draft, section, treatment)
    draft.writer.say(section, "fixed.after_outside" if usual else "fixed.after_signs", basis="consensus")
    if harm_told:
        draft.writer.say(section, "fixed.after_show", basis="inference")
    _report(draft, section)


def _course(draft: Draft, section: str, treatment: Treatment) -> None:
    """The normal course, but for what the first line has said."""
    for place, phase in enumerate(treatment.course[:4]):
        if not draft.writer.opened_by(section, fact := f"treatment:{treatment.id}#course.{place}"):
            draft.writer.say(section, "after.course", (fact,), basis=phase.note.basis, style="bullet", name=capital(treatment.name), first=f"{phase.from_day:g}", last=f"{phase.to_day:g}", text=phase.note.text)
    if not treatment.course and treatment.downtime and not draft.writer.opened_by(section, fact := f"treatment:{treatment.id}#downtime"):
        draft.writer.say(section, "after.downtime", (fact,), basis=treatment.downtime.basis, style="bullet", name=capital(treatment.name), text=treatment.downtime.text)


def _harms(draft: Draft, section: str, treatment: Treatment) -> None:
    """The first known harms, but for what the first line has said."""
    for place, harm in enumerate(treatment.harms[:2]):
        if not draft.writer.opened_by(section, fact := f"treatment:{treatment.id}#harms.{place}"):
            draft.writer.say(section, "after.harm", (fact,), basis=harm.basis, style="bullet", name=capital(treatment.name), text=harm.text)


def _report(draft: Draft, section: str) -> None:
    country = draft.case.person.country
    line = draft.knowledge.help_line(country) if country else None
    if line is not None and line.report_harm:
        draft.writer.say(section, "after.report", (f"help_line:{line.country}",), basis="regulator", country=line.country, report=line.report_harm)
    else:
        draft.writer.say(section, "fixed.after_report", basis="consensus")
