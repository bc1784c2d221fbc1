"""Whose law a question falls under."""

from __future__ import annotations

from collections.abc import Iterable

from skinproof.catalogue.rules import Regulation
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


def nearest(case: Case, found: Iterable[Regulation]) -> tuple[Regulation, ...]:
    """Return regulation with the law of the place first, then who may do it if that is asked, then warnings and enforcement.

    Args:
        case: what was understood.
        found: what bears on its treatments.
    """
    places, who = places_of_law(case) or _LIKELY.get(case.language, set()), "who_may" in case.concerns
    return tuple(sorted(found, key=lambda r: (bool(places) and r.jurisdiction not in places, who and r.topic != "licensing", _WEIGHT.get(r.topic, 4))))
