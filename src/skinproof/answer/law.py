"""Whose law a question falls under."""

from __future__ import annotations

from collections.abc import Iterable

from skinproof.catalogue.rules import Regulation
from skinproof.catalogue.text import words
from skinproof.question.case import Case

_LAW_OF = {"GB": ("UK",), "FR": ("FR", "EU"), "ES": ("ES", "EU"), "DE": ("DE", "EU"), "IE": ("IE", "EU")}
_LIKELY = {"fr": {"FR", "EU"}, "es": {"ES", "EU"}}  # where no place is told, what is nearest to the language goes first; nothing is left out
_WEIGHT = {"enforcement": 0, "safety_notice": 1, "authorised_use": 2, "device_class": 3}


def places_of_law(case: Case) -> set[str]:
    """Return the jurisdictions that the words or the profile point to.

    Args:
        case: what was understood.
    """
    return {law for code in (*case.places, *((case.person.country,) if case.person.country else ())) for law in _LAW_OF.get(code, (code,))}


def law_of_the_place(case: Case, found: Iterable[Regulation]) -> Regulation | None:
    """Return what says in one line who may do it in the place that is named.

    Args:
        case: what was understood.
        found: what bears on its treatments.
    """
    return next((r for r in found if r.short and r.topic == "licensing" and r.jurisdiction in places_of_law(case)), None) if case.places else None


def nearest(case: Case, found: Iterable[Regulation]) -> tuple[Regulation, ...]:
    """Return regulation with the law of the place first, then who may do it if that is asked, then warnings and enforcement.

    Args:
        case: what was understood.
        found: what bears on its treatments.
    """
    said = set(words(case.question))
    held = [r for r in found if not r.when_said or said & set(r.when_said)]
    places, who = places_of_law(case) or _LIKELY.get(case.language, set()), "who_may" in case.concerns
    return tuple(sorted(held, key=lambda r: (not r.when_said, bool(places) and r.jurisdiction not in places, who and r.topic != "licensing", _WEIGHT.get(r.topic, 4))))
