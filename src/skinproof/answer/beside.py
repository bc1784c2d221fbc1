"""Which of two lasts longer, hurts more, shows sooner, takes less time off or is safer, or what they are: one note of each record, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from skinproof.answer.lasting import NO_PAIN_SEEN
from skinproof.catalogue.record import Note
from skinproof.catalogue.rules import Premise
from skinproof.catalogue.text import words
from skinproof.catalogue.treatment import Treatment
from skinproof.question.case import Case

_PAIR = 2
_ASKED = (
    ("pain_asked", "pain"), ("lasting_asked", "lasts"), ("recovery_asked", "downtime"), ("change_asked", "first_change"), ("sessions_asked", "sessions"), ("safer_asked", "harms"), ("explain", "what_it_is"),
)
_KINDS = {"which", "course", "timing", "safe_for_me", "does_it_work", "price", "mixing", "worth_it"}
# What a belief must speak of to answer in place of the two notes.
_STEMS = {
    "pain": ("hurt", "pain", "sting", "sore"), "lasts": ("last", "month", "year", "week"), "downtime": ("day", "week", "red", "peel"), "first_change": ("week", "month", "show"), "sessions": ("session",),
    "harms": ("safe", "risk", "harm", "irritat", "gentl", "mild", "dark", "burn"),
}
_RESULT = frozenset("result results work works effective help helps better worth resultat resultats marche efficace resultado resultados sirve funciona eficaz mejor mieux".split())
_MILD = frozenset("gentle gentler gentlest milder mildest harsher harsh irritating irritation drying stings sting stronger doux douce irritant suave irritante".split())
_HAD = frozenset({"had_it", "harm_told", "already_done"})


def pair_asked(case: Case, treatments: Sequence[Treatment], premises: Iterable[Premise]) -> tuple[tuple[str, Note], ...]:
    """Return for two treatments the fact and note that answer, in the order of the question; nothing where one of them has none.

    Args:
        case: what was understood.
        treatments: what it asks about.
        premises: beliefs that bear on it; one that speaks of the point asked leads.
    """
    field = next((f for concern, f in _ASKED if concern in case.concerns), None)
    if field == "harms" and _MILD & set(words(case.question)):
        field = "downtime"
    if field != "harms":
        treatments = _one_of_a_kind(treatments)
    if field is None or len(treatments) != _PAIR or _HAD & set(case.concerns) or case.days or not {p.kind for p in case.parts} <= _KINDS or {"brands_compared", "one_name"} & set(case.concerns):
        return ()
    compared = "which" in {p.kind for p in case.parts} or "this_or_that" in case.concerns or field == "harms"
    if not compared or (field != "what_it_is" and _RESULT & set(words(case.question))) or (field == "what_it_is" and case.goals) or _told(field, premises):
        return ()
    notes = tuple(found for treatment in treatments if (found := _note(treatment, field)) is not None)
    return notes if len(notes) == _PAIR else ()


def _one_of_a_kind(treatments: Sequence[Treatment]) -> list[Treatment]:
    """The first of each kind: "a chemical peel" names several."""
    if len(treatments) == _PAIR:
        return list(treatments)
    first: list[Treatment] = []
    for treatment in treatments:
        if not any(set(treatment.classes) & set(other.classes) for other in first):
            first.append(treatment)
    return first


def _told(field: str, premises: Iterable[Premise]) -> bool:
    """Whether a belief speaks of the point; of what two things are, any belief does."""
    stems = _STEMS.get(field)
    return any(stems is None or any(stem in (p.short or p.answer).casefold() for stem in stems) for p in premises)


def _note(treatment: Treatment, field: str) -> tuple[str, Note] | None:
    place = "harms.0" if field == "harms" else field
    note = next(iter(treatment.harms), None) if field == "harms" else getattr(treatment, field)
    return None if note is None or note.basis == "not_stated" or note.text.startswith(NO_PAIN_SEEN) else (f"treatment:{treatment.id}#{place}", note)
