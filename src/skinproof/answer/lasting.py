"""How long a treatment lasts, when it shows, how long one is off work, how many sittings it takes or whether it hurts, where nothing else is asked of it: the note of its record is the answer."""

from __future__ import annotations

from collections.abc import Sequence

from skinproof.catalogue.record import Note
from skinproof.catalogue.text import words
from skinproof.catalogue.treatment import Treatment
from skinproof.question.case import Case

_ONLY = {"timing", "course", "price"}
_ASKED = (("sessions_asked", "sessions"), ("lasting_asked", "lasts"), ("change_asked", "first_change"), ("recovery_asked", "downtime"), ("pain_asked", "pain"))
# Asked of benefit or value as well; else "do I need" and "does it hurt" ask for no more than the number or the pain.
_BENEFIT = frozenset("work works working help helps effective worth should recommend good idea waste point legit hype improve marche efficace vaut funciona sirve vale safe dangerous risk risks".split())
_PAIN = frozenset("hurt hurts hurting pain painful painless sore douleur douleurs douloureux douloureuse mal duele dolor doloroso dolorosa".split())
_PASSING = frozenset("bruise bruises bruising swelling redness numbness soreness tenderness bleu bleus hematome gonflement moreton moretones hinchazon".split())  # "how long does a filler bruise last"
_NO_PAIN_SEEN = "We have not seen"


def times_asked(case: Case, treatments: Sequence[Treatment]) -> tuple[tuple[str, Note], ...]:
    """Return the notes that answer, with the ids of their facts; none where two treatments or anything else is asked about.

    Args:
        case: what was understood.
        treatments: what it asks about.
    """
    kinds = {p.kind for p in case.parts}
    pain = _pain_asked(case)
    if (pain or "sessions_asked" in case.concerns) and not _BENEFIT & set(words(case.question)):
        kinds -= {"does_it_work", "worth_it", "safe_for_me"}
    passing = bool(_PASSING & set(words(case.question)))
    signs = [s for s in case.signs if not s.startswith("named_")]
    complaint = "harm_told" in case.concerns or ("had_it" in case.concerns and signs)
    one = len(treatments) == 1 or (len(treatments) > 1 and "one_name" in case.concerns)
    if not one or complaint or "brands_compared" in case.concerns or case.repeat_days is not None or not kinds <= _ONLY or kinds == {"price"}:
        return ()
    notes = ((f"treatment:{treatments[0].id}#{field}", getattr(treatments[0], field)) for concern, field in _ASKED if concern in case.concerns and (field != "pain" or pain) and not (field == "lasts" and passing))
    return tuple((fact_id, note) for fact_id, note in notes if note is not None and note.basis != "not_stated" and not note.text.startswith(_NO_PAIN_SEEN))


def _pain_asked(case: Case) -> bool:
    return "pain_asked" in case.concerns and bool(_PAIN & set(words(case.question))) and "had_it" not in case.concerns


def only_pain_asked(case: Case) -> bool:
    """Tell whether nothing but whether it hurts is asked.

    Args:
        case: what was understood.
    """
    return _pain_asked(case) and not _BENEFIT & set(words(case.question)) and {p.kind for p in case.parts} <= {"does_it_work", "safe_for_me"} and not case.goals
