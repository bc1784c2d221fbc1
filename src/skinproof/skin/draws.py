"""Draws of the constants for an ensemble of people; using a constant registers its citation."""

from __future__ import annotations

import numpy as np

from skinproof.errors import InputError
from skinproof.skin.parameter import TAGS, Group, Paper, Parameter, Tag
from skinproof.skin.parameters import HOMES, NAMES
from skinproof.skin.quasi_random import Array, levels, standard_normals

FEWEST, MOST = 64, 20_000
DEFAULT_PEOPLE = 4096


class Draws:
    """Values of constants by name, each an array of shape (people,), drawn when first asked for.

    Args:
        people: number of parameter sets, 64 to 20,000.
        other: groups of constants to be taken from a second, independent set; for splitting variance.

    Raises:
        InputError: the number lies outside the range.
    """

    def __init__(self, people: int = DEFAULT_PEOPLE, *, other: frozenset[Group] = frozenset()) -> None:
        if not FEWEST <= people <= MOST:
            raise InputError(f"An ensemble of {people} people cannot be drawn. Give a number from {FEWEST} to {MOST:,}.")
        self.people = people
        self._other = other
        self._drawn: dict[str, Array] = {}

    def __getitem__(self, name: str) -> Array:
        if name not in self._drawn:
            self._drawn[name] = self._draw(HOMES[name][1])
        return self._drawn[name]

    def _draw(self, parameter: Parameter) -> Array:
        second = parameter.group in self._other
        order = levels(self.people, NAMES.index(parameter.name) + len(NAMES) * second)
        return np.clip(_quantiles(parameter, self.people)[order], parameter.least, parameter.most)

    def spread(self, name: str, low_to_high: Array) -> Array:
        """Return own quantiles, ascending, in the order of a constant's column; for spreads that an insult gives."""
        second = HOMES[name][1].group in self._other
        self[name]
        return low_to_high[levels(self.people, NAMES.index(name) + len(NAMES) * second)]

    def papers(self) -> tuple[Paper, ...]:
        """Return the sources of the constants used so far, in the order of first use."""
        return tuple(dict.fromkeys(HOMES[name][0] for name in self._drawn))

    def weakest(self) -> Tag:
        """Return the weakest tag among the constants used so far."""
        return max((HOMES[name][1].tag for name in self._drawn), key=TAGS.index, default="measured")


def _quantiles(parameter: Parameter, people: int) -> Array:
    """Return the mid-level quantiles of a constant's distribution, ascending."""
    values = parameter.values
    share = (np.arange(people) + 0.5) / people
    if parameter.shape == "fixed":
        return np.full(people, values[0])
    if parameter.shape == "lognormal":
        return np.asarray(values[0] * np.exp(np.log(values[1]) * standard_normals(people)))
    if parameter.shape == "normal":
        return np.asarray(values[0] + values[1] * standard_normals(people))
    if parameter.shape == "loguniform":
        return np.asarray(values[0] * (values[1] / values[0]) ** share)
    if parameter.shape == "uniform":
        return np.asarray(values[0] + (values[1] - values[0]) * share)
    return triangular(share, *values)


def triangular(share: Array, low: float, mode: float, high: float) -> Array:
    """Return quantiles of a triangular distribution.

    Args:
        share: probabilities, any shape.
        low: least value.
        mode: most likely value.
        high: greatest value.
    """
    turn = (mode - low) / (high - low)
    rising = low + np.sqrt(share * (high - low) * (mode - low))
    falling = high - np.sqrt((1 - share) * (high - low) * (high - mode))
    return np.where(share < turn, rising, falling)
