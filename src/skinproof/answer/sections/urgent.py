"""Signs that need a doctor: said before anything else, with numbers to call where the country is known."""

from __future__ import annotations

from skinproof.answer.draft import Draft
from skinproof.answer.words import says_again, sentence
from skinproof.safety.red_flags import knows_less

SECTION = "urgent"
_MOST = 2
_GROWN = 18
_WITHOUT_COUNTRY = {"fr": ("EU", "FR", "CA"), "es": ("EU", "ES", "MX", "US")}  # by the language of the question
_ENGLISH = ("GB", "US", "EU")


def add(draft: Draft) -> None:
    """Write the section.

    Args:
        draft: the answer in the making.
    """
    if draft.gathered.symptoms and all(f.settles and f.level == "routine" for f in draft.gathered.flags):
        return  # what is known of the very symptom leads
    loudest = [f for f in draft.gathered.flags if f.level == draft.gathered.flags[0].level]
    loudest = [f for f in loudest if f is loudest[0] or not (f.id in knows_less(loudest[0]) or says_again(f.do, loudest[0].do))]
    for place, flag in enumerate(loudest[:_MOST]):
        facts = (f"red_flag:{flag.id}",)
        word = "usual" if flag.usual else "days" if flag.within_days else "plain" if flag.level == "soon" and "today" in flag.do.partition(".")[0] else flag.level
        draft.writer.say(SECTION, f"urgent.{word}", facts, basis=flag.grade, style="headline" if not place else "paragraph", do=sentence(flag.do), why=sentence(flag.why))
        if flag.if_young and (draft.case.person.age is None or draft.case.person.age < _GROWN):
            draft.writer.say(SECTION, "urgent.if_young", facts, basis=flag.grade, same_line=True, text=flag.if_young)
    if draft.gathered.flags:
        _lines(draft)
        if any(not f.clinician_reviewed for f in draft.gathered.flags):
            draft.writer.say(SECTION, "fixed.rules_not_reviewed", basis="none")


def add_doubted(draft: Draft, section: str) -> None:
    """Write what to do if a sign that was read in a calm message is meant all the same.

    Args:
        draft: the answer in the making.
        section: where to write it.
    """
    for flag in draft.gathered.doubted[:1]:
        draft.writer.say(section, "urgent.uneasy" if flag.level == "routine" else "urgent.doubted", (f"red_flag:{flag.id}",), basis=flag.grade, do=sentence(flag.do), why=sentence(flag.why))


def _lines(draft: Draft) -> None:
    flags = draft.gathered.flags
    if flags[0].level not in {"emergency", "same_day"}:
        return
    country = draft.case.person.country
    line = draft.knowledge.help_line(country) if country else None
    crisis = any("suicid" in f.id or "self_harm" in f.id or "distress" in f.id for f in flags)
    if line is None:
        named = [country] if country else list(draft.case.places)
        if named and all(draft.knowledge.help_line(code) is None for code in named):
            draft.writer.say(SECTION, "help.not_held", basis="none", style="bullet", country=named[0])
        known = [found for code in dict.fromkeys((*draft.case.places, *_WITHOUT_COUNTRY.get(draft.case.language, _ENGLISH))) if (found := draft.knowledge.help_line(code)) is not None]
        for found in known:
            draft.writer.say(SECTION, "help.crisis" if crisis else "help.emergency", (f"help_line:{found.country}",), basis="regulator", style="bullet", country=found.country, emergency=found.emergency, crisis=found.crisis)
        return
    draft.writer.say(SECTION, "help.crisis" if crisis else "help.emergency", (f"help_line:{line.country}",), basis="regulator", style="bullet", country=line.country, emergency=line.emergency, crisis=line.crisis)
