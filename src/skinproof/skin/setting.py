"""Who and where: what the model must know of a person, with the ranges in which it has data."""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct

from skinproof.errors import InputError

Site = Literal["face", "forearm", "upper_arm"]
Tone = Literal["lighter", "darker", "unknown"]
YOUNGEST, OLDEST = 18, 80


class Setting(Struct, frozen=True, kw_only=True):
    """A person's age in years, the site, the tone of the skin, and whether it is covered afterwards."""

    age: float
    site: Site = "face"
    tone: Tone = "unknown"
    covered: bool = False


def setting_of(*, age: float, site: str = "face", tone: str = "unknown", covered: bool = False) -> Setting:
    """Return a checked setting.

    Args:
        age: years, 18 to 80.
        site: `face`, `forearm` or `upper_arm`.
        tone: `lighter`, `darker` or `unknown`.
        covered: whether the skin stays under a film or dressing.

    Raises:
        InputError: a value lies where there is no data.
    """
    if isinstance(age, bool) or not isinstance(age, int | float):
        raise InputError(f"The age {str(age)[:40]!r} is no number. Give years from {YOUNGEST} to {OLDEST}.")
    if not YOUNGEST <= age <= OLDEST:
        raise InputError(f"No data: the age {age:g} lies outside {YOUNGEST} to {OLDEST} years, where repair was measured. Give an age in that range.")
    if site not in get_args(Site):
        raise InputError(f"No data: the site {site!r} was not measured. Choose one of {', '.join(get_args(Site))}.")
    if tone not in get_args(Tone):
        raise InputError(f"The skin tone {tone!r} is not known. Choose one of {', '.join(get_args(Tone))}.")
    return Setting(age=float(age), site=site, tone=tone, covered=covered)  # type: ignore[arg-type]
