"""What an answer says of a forecast: plain data without numpy, prepared for the pack."""

from __future__ import annotations

from msgspec import Struct

from skinproof.skin.insults import HOLES_OF, INSULTS
from skinproof.skin.parameter import Tag
from skinproof.skin.setting import OLDEST, YOUNGEST, Site

# The middle of each decade of age; 40 stands for an age that is not known.
BAND_AGES = (25, 35, 45, 55, 65, 75, 80)
USUAL_AGE = 40
_UM_PER_MM = 1000.0


class Brief(Struct, frozen=True, kw_only=True):
    """A forecast in brief.

    `leaky`: by day, the probability of being more than 10 % leakier than one's own normal. `recovery_days`: until the
    barrier is back, 5, 50 and 95 per cent of people; None is past four weeks.
    """

    key: str
    treatment: str
    variant: str
    needle_mm: float | None
    site: Site
    age: int
    people: int
    leaky: dict[int, float]
    recovery_days: tuple[float | None, float | None, float | None]
    tag: Tag
    assumed: str
    not_claimed: str
    sources: tuple[str, ...]
    citations: tuple[str, ...]


def band_age(age: float | None) -> int | None:
    """Return the age at which a person's band was prepared, or None when there is no data.

    Args:
        age: years; None if not known.
    """
    if age is None:
        return USUAL_AGE
    if not YOUNGEST <= age <= OLDEST:
        return None
    return next(middle for middle in BAND_AGES if age < middle + 5 or middle == OLDEST)


def key_of(treatment: str, variant: int, site: str, age: int) -> str:
    """Return the key of a prepared forecast.

    Args:
        treatment: its id.
        variant: its place among the treatment's variants.
        site: where.
        age: years, one of those prepared.
    """
    return f"{treatment}.{variant}.{site}.{age}"


def forecast_as(treatment: str) -> str | None:
    """Return the treatment whose forecast holds for a treatment, or None when what it does to the barrier is not recorded.

    Args:
        treatment: its id.
    """
    known = HOLES_OF.get(treatment, treatment)
    return known if known in INSULTS else None


def variant_of(treatment: str, needle_mm: float | None) -> int:
    """Return the place of the variant with the nearest needle length; the first if none is given or none has needles.

    Args:
        treatment: id of one that is recorded.
        needle_mm: needle length.
    """
    lengths = [(place, insult.needles.length_um / _UM_PER_MM) for place, insult in enumerate(INSULTS[treatment]) if insult.needles]
    return 0 if needle_mm is None or not lengths else min(lengths, key=lambda held: abs(held[1] - needle_mm))[0]
