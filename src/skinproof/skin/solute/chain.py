"""A chain of cells between which a molecule moves: the discrete skin, conservative by construction."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from msgspec import Struct

from skinproof.skin.quasi_random import Array


class Chain(Struct, frozen=True, kw_only=True):
    """Finite volumes from the film on the skin (cell 0) to the deep dermis.

    Concentrations are those of water in equilibrium. `capacity` in cm (mg a cm2 at 1 mg/cm3), `conductance` between
    neighbours and `loss` out of a cell in cm/s; shapes (cells, people), (cells - 1, people), (cells, people).
    Cells 1 to `horny_cells` are the stratum corneum. A side path leads from the film to `side_cell`.
    `most_dissolved`: concentration at which the film is saturated, shape (people,).
    """

    capacity: Array
    conductance: Array
    loss: Array
    horny_cells: int
    side_cell: int
    most_dissolved: Array | None = None

    @property
    def first_losing(self) -> int:
        """The first cell out of which anything is lost."""
        return int(np.argmax(self.loss.any(axis=1)))

    def part(self, people: slice) -> Chain:
        """Return the chain of some of the people."""
        cap = None if self.most_dissolved is None else self.most_dissolved[people]
        return Chain(
            capacity=self.capacity[:, people], conductance=self.conductance[:, people], loss=self.loss[:, people],
            horny_cells=self.horny_cells, side_cell=self.side_cell, most_dissolved=cap,
        )


class Weather(Struct, frozen=True, kw_only=True):
    """What changes with time: factors on what the film gives off and on the horny layer's conductance, and the side path in cm/s."""

    activity: Array | float = 1.0
    horny: Array | float = 1.0
    side: Array | None = None


WeatherAt = Callable[[float, slice], Weather]


def still(_time_s: float, _people: slice) -> Weather:
    """Return weather in which nothing changes."""
    return Weather()


def conductances(chain: Chain, weather: Weather) -> Array:
    """Return the conductances between neighbours under some weather, shape (cells - 1, people).

    The factor acts inside the horny layer; the face to the living epidermis, half a cell of it and a watery layer, keeps its own.

    Args:
        chain: the skin.
        weather: factors at one time.
    """
    rates = chain.conductance.copy()
    if isinstance(weather.horny, np.ndarray) or weather.horny != 1.0:
        rates[:chain.horny_cells] *= weather.horny
    return rates
