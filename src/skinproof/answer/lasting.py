"""What the record of a treatment answers where nothing else is asked of it: how long it lasts, when it shows, time off, sittings, pain, side effects, what happens when it is stopped."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from skinproof.catalogue.record import Note
from skinproof.catalogue.text import words
from skinproof.catalogue.treatment import Treatment
from skinproof.question.case import Case

_ONLY = {"timing", "course", "price"}
_ASKED = (("sessions_asked", "sessions"), ("lasting_asked", "lasts"), ("change_asked", "first_change"), ("recovery_asked", "downtime"), ("pain_asked", "pain"), ("often_asked", "sessions"), ("often_asked", "maintain"))
_STOPPED = ("maintain", "lasts")
# Asked of benefit or value as well; else "do I need" and "does it hurt" ask for no more than the number or the pain.
_BENEFIT = frozenset("work works working help helps effective worth should recommend good idea waste point legit hype improve marche efficace vaut funciona sirve vale safe dangerous risk risks".split())
_SPANS = frozenset("hour hours day days week weeks month months year years monthly weekly".split())
_REPEATED = frozenset("every each repeat repeated topped again monthly weekly".split())
_COUNTED = frozenset("often frequently times sessions".split())
_TO_WORK = frozenset("to at off from for my".split())
_VALUE = frozenset("work works working worth help helps effective point legit vaut marche sert utile efficace vale sirve sirven funciona merece".split())
_PAIN = frozenset("hurt hurts hurting pain painful painless sore douleur douleurs douloureux douloureuse mal duele dolor doloroso dolorosa".split())
_PASSING = frozenset("bruise bruises bruising swelling redness numbness soreness tenderness bleu bleus hematome gonflement moreton moretones hinchazon".split())  # "how long does a filler bruise last"
NO_PAIN_SEEN = "We have not seen"
NO_TIME_OFF = ("None", "No time off")  # how a note on recovery begins that tells of none


def times_asked(case: Case, treatments: Sequence[Treatment]) -> tuple[tuple[str, Note], ...]:
    """Return the notes that answer, with the ids of their facts; none where two treatments or anything else is asked about.

    Args:
        case: what was understood.
        treatments: what it asks about.
    """
    kinds = {p.kind for p in case.parts}
    pain = _pain_asked(case)
    effects = "effects_asked" in case.concerns and not _VALUE & set(words(case.question))
    if effects or ((pain or {"sessions_asked", "often_asked", "recovery_asked"} & set(case.concerns) or "stopping" in case.asks) and not _benefit_asked(words(case.question))):
        kinds -= {"does_it_work", "worth_it", "safe_for_me"}
    passing = bool(_PASSING & set(words(case.question)))
    signs = [s for s in case.signs if not s.startswith("named_")]
    complaint = "harm_told" in case.concerns or ("had_it" in case.concerns and signs)
    one = len(treatments) == 1 or (len(treatments) > 1 and "one_name" in case.concerns)
    if not one or complaint or "brands_compared" in case.concerns or case.repeat_days is not None or not kinds <= _ONLY or kinds == {"price"}:
        return ()
    asked = [field for concern, field in _ASKED if concern in case.concerns and (field != "pain" or pain) and not (field == "lasts" and passing)]
    asked += _STOPPED if "stopping" in case.asks and not asked else ()
    notes = [(f"treatment:{treatments[0].id}#{field}", note) for field in dict.fromkeys(asked) if (note := getattr(treatments[0], field)) is not None]
    if "often_asked" in case.concerns and "sessions_asked" not in case.concerns:
        notes.sort(key=lambda told: not _tells_how_often(told[1].text))  # every how many months, before how many in all
    if effects:
        notes = [*((f"treatment:{treatments[0].id}#harms.{place}", note) for place, note in enumerate(treatments[0].harms)), *notes]
        notes += [(f"treatment:{treatments[0].id}#downtime", treatments[0].downtime)] if treatments[0].downtime is not None else []
    return tuple((fact_id, note) for fact_id, note in notes if note.basis != "not_stated" and not note.text.startswith(NO_PAIN_SEEN))


def _tells_how_often(text: str) -> bool:
    """Whether a note opens with a repeat and its time: "It is repeated every 3 to 4 months"."""
    said = set(words(text.partition(". ")[0]))
    return bool(_SPANS & said) and bool(_REPEATED & said)


def _benefit_asked(said: Sequence[str]) -> bool:
    """Whether a word asks for benefit or value; "back to work" and "how often should I" are no such words."""
    return any(word in _BENEFIT and not (word == "work" and before in _TO_WORK) and not (word == "should" and before in _COUNTED) for before, word in pairwise(("", *said)))


def _pain_asked(case: Case) -> bool:
    return "pain_asked" in case.concerns and bool(_PAIN & set(words(case.question))) and "had_it" not in case.concerns


def only_pain_asked(case: Case) -> bool:
    """Tell whether nothing but whether it hurts is asked.

    Args:
        case: what was understood.
    """
    return _pain_asked(case) and not _BENEFIT & set(words(case.question)) and {p.kind for p in case.parts} <= {"does_it_work", "safe_for_me"} and not case.goals
