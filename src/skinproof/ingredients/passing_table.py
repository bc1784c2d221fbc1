"""`python -m skinproof.ingredients.passing_table`: how much of a small molecule passes by each route, from the skin model, as a table by mass and log P.

One run of the model takes a tenth of a second, a label of 60 must take less than a tenth of that in all; so the runs are made beforehand.
For each mass and log P the table holds the share of the model's people in whom at most 0.1, 1 and 10 % of a dose has passed within a day.
Source of the model: `skinproof.skin`; it knows uncharged molecules in a thin watery film on a face of 40 years.
"""

from __future__ import annotations

import json
import sys
from bisect import bisect_right
from functools import cache
from pathlib import Path

from msgspec import Struct
from msgspec.json import decode

TABLE = Path(__file__).parent / "passing_table.json"
PEOPLE, AGE = 512, 40.0
LIMITS = (0.001, 0.01, 0.1)
MASSES_DA = (18.0, 30.0, 45.0, 65.0, 90.0, 120.0, 160.0, 210.0, 270.0, 340.0, 420.0, 510.0, 600.0)
LOG_PS = (-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0, 4.5, 5.0, 5.5, 6.0)
WORN, NEEDLED = "microdermabrasion", "microneedling"
ROUTES = ("leave_on", "occluded", "abraded", "needle_channels")


class PassingTable(Struct, frozen=True):
    """Cumulative shares of people by route, mass, log P and limit."""

    masses_da: tuple[float, ...]
    log_ps: tuple[float, ...]
    limits: tuple[float, ...]
    routes: dict[str, list[list[list[float]]]]

    def spread(self, route: str, mass_da: float, log_p: float) -> tuple[float, float, float, float] | None:
        """Return the chance that a share lies in each bin (≤ 0.1, 0.1-1, 1-10, > 10 %), or None where the model has no data.

        Between the masses and log P of the table it is interpolated linearly.

        Args:
            route: how the product meets the skin.
            mass_da: molecular weight in Da.
            log_p: log10 of the octanol-water partition.
        """
        grid = self.routes.get(route)
        if grid is None or not self.masses_da[0] <= mass_da <= self.masses_da[-1] or not self.log_ps[0] <= log_p <= self.log_ps[-1]:
            return None
        row, across = _place(self.masses_da, mass_da)
        column, along = _place(self.log_ps, log_p)
        near, far = grid[row], grid[row + 1]
        low, middle, high = (
            (1 - across) * ((1 - along) * near[column][i] + along * near[column + 1][i]) + across * ((1 - along) * far[column][i] + along * far[column + 1][i]) for i in range(3)
        )
        return low, middle - low, high - middle, 1.0 - high


def _place(marks: tuple[float, ...], value: float) -> tuple[int, float]:
    """The cell of a value between ascending marks, and how far into it the value lies, from 0 to 1."""
    cell = min(bisect_right(marks, value), len(marks) - 1) - 1
    return cell, (value - marks[cell]) / (marks[cell + 1] - marks[cell])


@cache
def read_table(path: Path = TABLE) -> PassingTable:
    """Return the table as it was made.

    Args:
        path: the file.
    """
    return decode(path.read_bytes(), type=PassingTable)


def at_most(route: str, mass_da: float, log_p: float, people: int = PEOPLE) -> list[float]:
    """Return the share of people in whom at most 0.1, 1 and 10 % of a dose passes within a day, from the full model.

    Args:
        route: how the product meets the skin.
        mass_da: molecular weight in Da.
        log_p: log10 of the octanol-water partition.
        people: parameter sets of the model.
    """
    passed = _passed(route, mass_da, log_p, people)
    return [round(sum(share <= limit for share in passed) / people, 3) for limit in LIMITS]


def _passed(route: str, mass_da: float, log_p: float, people: int) -> list[float]:
    # The model needs arrays and is loaded only when the table is made.
    from skinproof.skin.course import wound  # noqa: PLC0415
    from skinproof.skin.draws import Draws  # noqa: PLC0415
    from skinproof.skin.insults import insult_of  # noqa: PLC0415
    from skinproof.skin.setting import setting_of  # noqa: PLC0415
    from skinproof.skin.solute.passage import shares_passed, weather_after, weather_intact  # noqa: PLC0415
    from skinproof.skin.solute.solute import Solute  # noqa: PLC0415

    draws, solute = Draws(people), Solute(name="one", molar_mass_da=mass_da, log_kow=log_p)
    setting = setting_of(age=AGE, covered=route == "occluded")
    if route in {"leave_on", "occluded"}:
        return [float(s) for s in shares_passed(draws, setting, solute, weather_intact(draws, setting))]
    insult = insult_of(WORN if route == "abraded" else NEEDLED)
    return [float(s) for s in shares_passed(draws, setting, solute, weather_after(draws, setting, insult, wound(draws, setting, insult), solute))]


def main() -> int:
    """Make the table from the skin model as it is now; about a minute and a half."""
    routes = {route: [[at_most(route, mass, log_p) for log_p in LOG_PS] for mass in MASSES_DA] for route in ROUTES}
    TABLE.write_text(json.dumps({"masses_da": MASSES_DA, "log_ps": LOG_PS, "limits": LIMITS, "routes": routes}, separators=(",", ":")) + "\n")
    sys.stdout.write(f"{len(ROUTES)} routes, {len(MASSES_DA)} masses, {len(LOG_PS)} values of log P\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
