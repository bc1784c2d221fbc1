"""After a treatment: the normal course day by day, what lies outside it, and where to report harm."""

from __future__ import annotations

from skinproof.answer.draft import Draft
from skinproof.answer.words import capital


def add(draft: Draft, section: str) -> None:
    """Write the normal course of what was had.

    Args:
        draft: the answer in the making.
        section: where to write it.
    """
    if not any(p.kind == "what_went_wrong" for p in draft.case.parts):
        return
    treatments = [t for t in draft.treatments if t.course or t.downtime][:2]
    for treatment in treatments:
        for place, phase in enumerate(treatment.course[:4]):
            draft.writer.say(
                section, "after.course", (f"treatment:{treatment.id}#course.{place}",), basis=phase.note.basis, style="bullet", name=capital(treatment.name),
                first=f"{phase.from_day:g}", last=f"{phase.to_day:g}", text=phase.note.text,
            )
        if not treatment.course and treatment.downtime:
            draft.writer.say(section, "after.downtime", (f"treatment:{treatment.id}#downtime",), basis=treatment.downtime.basis, style="bullet", name=capital(treatment.name), text=treatment.downtime.text)
    draft.writer.say(section, "fixed.after_outside", basis="consensus")
    _report(draft, section)


def _report(draft: Draft, section: str) -> None:
    country = draft.case.person.country
    line = draft.knowledge.help_line(country) if country else None
    if line is not None and line.report_harm:
        draft.writer.say(section, "after.report", (f"help_line:{line.country}",), basis="regulator", country=line.country, report=line.report_harm)
    else:
        draft.writer.say(section, "fixed.after_report", basis="consensus")
