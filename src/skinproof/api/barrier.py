"""The forecast of the skin's barrier and its picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from skinproof.api.named import treatment_id

if TYPE_CHECKING:
    from skinproof.answer.pictures.svg import Picture
    from skinproof.skin.forecast import Forecast
    from skinproof.skin.solute.solute import Solute


def forecast(
    treatment: str, *, age: float = 40.0, site: str = "face", tone: str = "unknown", covered: bool = False, variant: str | None = None,
    needle_mm: float | None = None, count: int | None = None, holes_per_cm2: float | None = None, passes: int | None = None,
    solutes: Sequence[Solute] = (),
) -> Forecast:
    """Return a forecast of the skin's barrier after a treatment, with its ignorance shown.

    Args:
        treatment: an id such as `micro_infusion`, or a name or brand.
        age: years, 18 to 80.
        site: `face`, `forearm` or `upper_arm`.
        tone: `lighter`, `darker` or `unknown`.
        covered: whether the skin stays under a film afterwards.
        variant: a part of the variant's name, such as `0.25`.
        needle_mm: needle length, if not the usual.
        count: needles on the stamp or tip.
        holes_per_cm2: holes after all passes.
        passes: passes of an abrasion.
        solutes: molecules of a product that is put on right afterwards.

    Raises:
        InputError: no data, or a value that cannot be used.
    """
    from skinproof.skin.forecast import forecast as made  # noqa: PLC0415
    from skinproof.skin.insults import INSULTS, NO_DATA  # noqa: PLC0415
    from skinproof.skin.plan import Plan  # noqa: PLC0415

    known = treatment if treatment in INSULTS or treatment in NO_DATA else treatment_id(treatment)
    plan = Plan(needle_mm=needle_mm, count=count, holes_per_cm2=holes_per_cm2, passes=passes)
    return made(known, age=age, site=site, tone=tone, covered=covered, variant=variant, plan=plan, solutes=tuple(solutes))


def course_picture(found: Forecast, name: str) -> Picture:
    """Return a forecast of the barrier as a picture.

    Args:
        found: the forecast.
        name: what people call the treatment.
    """
    from skinproof.answer.pages.barrier_figure import course_picture as picture  # noqa: PLC0415

    return picture(found, name)
