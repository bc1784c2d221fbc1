"""Time stepping of a chain by TR-BDF2: one-step, second order, L-stable, conservative (Bank and others 1985; gamma = 2 - sqrt 2)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from math import sqrt

import numpy as np
from msgspec import Struct

from skinproof.skin.quasi_random import Array
from skinproof.skin.solute.chain import Chain, Weather, WeatherAt, conductances, still
from skinproof.skin.solute.tridiagonal import Factors, factor, solve

_GAMMA = 2.0 - sqrt(2.0)
_NEW, _OLD = 1.0 / (_GAMMA * (2.0 - _GAMMA)), (1.0 - _GAMMA) ** 2 / (_GAMMA * (2.0 - _GAMMA))
_BLOCK_PEOPLE = 1024
_THREADS = 2
Layers = tuple[slice, ...]


class Amounts(Struct, frozen=True, kw_only=True):
    """Amounts at each time: in each layer and cleared, shape (times, layers + 1, people); and the last state of all cells."""

    by_layer: Array
    last: Array


def graded_times(end_s: float, steps: int, power: float = 5.0) -> Array:
    """Return times from 0 to the end, close together at first, shape (steps + 1,)."""
    return np.asarray(end_s * (np.arange(steps + 1) / steps) ** power)


def run(chain: Chain, start: Array, times_s: Array, layers: Layers, weather: WeatherAt = still) -> Amounts:
    """Follow amounts over time; people in blocks that fit the processor's cache, on two threads.

    Args:
        chain: the skin.
        start: amounts at the first time, shape (cells, people).
        times_s: times, ascending, shape (times,).
        layers: which cells to sum.
        weather: what changes, asked for at the middle of each step.
    """
    people = start.shape[1]
    by_layer, last = np.empty((len(times_s), len(layers) + 1, people)), np.empty_like(start)
    blocks = [slice(first, min(first + _BLOCK_PEOPLE, people)) for first in range(0, people, _BLOCK_PEOPLE)]

    def follow(block: slice) -> None:
        last[:, block] = _run_block(chain.part(block), start[:, block], times_s, layers, by_layer[:, :, block], weather, block)

    with ThreadPoolExecutor(_THREADS) as pool:
        list(pool.map(follow, blocks))
    return Amounts(by_layer=by_layer, last=last)


def _run_block(chain: Chain, start: Array, times_s: Array, layers: Layers, out: Array, weather: WeatherAt, block: slice) -> Array:
    amount, cleared = start.copy(), np.zeros(start.shape[1])
    slope = np.zeros(start.shape[1])
    _record(out[0], amount, cleared, layers)
    for step, (now, then) in enumerate(pairwise(times_s.tolist())):
        film, length_s = amount[0], then - now
        here = weather((now + then) / 2.0, block)
        capacity = _capacity(chain, film + 0.5 * length_s * slope, here)
        amount, cleared = _advance(chain, capacity, amount, cleared, length_s, here)
        slope = (amount[0] - film) / length_s
        _record(out[step + 1], amount, cleared, layers)
    return amount


def _record(out: Array, amount: Array, cleared: Array, layers: Layers) -> None:
    for place, cells in enumerate(layers):
        out[place] = amount[cells].sum(axis=0)
    out[-1] = cleared


def _capacity(chain: Chain, film_amount: Array, weather: Weather) -> Array:
    """Return capacities; a saturated film holds its amount at the greatest dissolved concentration, a dry one gives off less."""
    capacity = chain.capacity.copy()
    if chain.most_dissolved is not None:
        capacity[0] = np.maximum(capacity[0], film_amount / chain.most_dissolved)
    capacity[0] /= weather.activity
    return capacity


def _advance(chain: Chain, capacity: Array, amount: Array, cleared: Array, step_s: float, weather: Weather) -> tuple[Array, Array]:
    """Make one step: a trapezoid over gamma of it, then BDF2; both have the same matrix."""
    system = _System(chain, capacity, _GAMMA * step_s / 2.0, weather)
    level = amount / capacity
    first = system.solve(amount - system.outflow(level))
    gone_first = cleared + system.gone(level) + system.gone(first)
    first *= capacity
    first *= _NEW
    first -= _OLD * amount
    last = system.solve(first)
    gone = _NEW * gone_first - _OLD * cleared + system.gone(last)
    last *= capacity
    return last, gone


class _System:
    """The matrix capacity + rates of one step, with the side path as a rank-one addition (Sherman and Morrison)."""

    def __init__(self, chain: Chain, capacity: Array, part_s: float, weather: Weather) -> None:
        self._rates = conductances(chain, weather)
        self._rates *= part_s
        self._losing = slice(chain.first_losing, None)
        self._loss = part_s * chain.loss[self._losing]
        self._side, self._cell = None if weather.side is None else part_s * weather.side, chain.side_cell
        diagonal = capacity.copy()
        diagonal[self._losing] += self._loss
        diagonal[:-1] += self._rates
        diagonal[1:] += self._rates
        self._factors: Factors = factor(diagonal, self._rates)
        self._path = None if self._side is None else self._side_path(diagonal.shape)

    def _side_path(self, shape: tuple[int, ...]) -> Array:
        ends = np.zeros(shape)
        ends[0], ends[self._cell] = 1.0, -1.0
        return solve(self._factors, ends)

    def gone(self, level: Array) -> Array:
        """Return what is cleared at some concentrations, shape (people,)."""
        return np.asarray((self._loss * level[self._losing]).sum(axis=0))

    def outflow(self, level: Array) -> Array:
        """Return what leaves each cell at some concentrations, net of what comes in."""
        flow = level[:-1] - level[1:]
        flow *= self._rates
        out = np.empty_like(level)
        out[:-1], out[-1] = flow, 0.0
        out[1:] -= flow
        out[self._losing] += self._loss * level[self._losing]
        if self._side is not None:
            through = self._side * (level[0] - level[self._cell])
            out[0] += through
            out[self._cell] -= through
        return out

    def solve(self, right: Array) -> Array:
        """Return the concentrations that balance a right-hand side, which is overwritten."""
        level = solve(self._factors, right)
        if self._side is not None and self._path is not None:
            gap = self._path[0] - self._path[self._cell]
            share = self._side * (level[0] - level[self._cell]) / (1.0 + self._side * gap)
            level -= self._path * share
        return level
