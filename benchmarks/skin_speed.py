"""`python -m benchmarks.skin_speed`: time of the skin model for 10,000 people and 14 days, against a floor and two rivals.

Floor: nothing but the batched tridiagonal solves of the same steps. Rivals, if installed: scipy's `solve_ivp` and FiPy,
person by person on covered intact skin, with their difference from the model. Bars: barrier 0.3 s, one solute 5 s and
at most 3 times the floor in processor time, forecast 1.5 s cold and 150 ms warm, 20 ms more for an answer with its forecast.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from skinproof.skin.course import water_loss_ratio, wound
from skinproof.skin.draws import Draws
from skinproof.skin.forecast import forecast
from skinproof.skin.insults import insult_of
from skinproof.skin.quasi_random import Array
from skinproof.skin.setting import setting_of
from skinproof.skin.solute.chain import Chain, conductances, still
from skinproof.skin.solute.passage import STEPS, weather_after
from skinproof.skin.solute.skin_chain import HORNY, LAYERS, dose_on_skin, skin_chain
from skinproof.skin.solute.solute import Solute
from skinproof.skin.solute.stepping import graded_times, run
from skinproof.skin.solute.tridiagonal import factor, solve

PEOPLE, DAYS, RUNS, FEW = 10_000, 14.0, 3, 4
MOLECULE = Solute(name="niacinamide", molar_mass_da=122.13, log_kow=0.18)
COLD = "import time; b = time.perf_counter(); from skinproof.skin.forecast import forecast; forecast('micro_infusion', age=55); print(time.perf_counter() - b)"


INSIDE = """
import datetime, statistics, time
import msgspec, skinproof.errors
began = time.perf_counter()
import skinproof.skin.brief, skinproof.skin.plan, skinproof.skin.words
loaded = time.perf_counter() - began
from skinproof.api import knowledge
from skinproof.question.understand import understand
known = knowledge()
from skinproof.answer.assemble import assemble
from skinproof.answer.sections import barrier, barrier_forecast
case = understand("I am 55, does microneedling help acne scars", known.vocabulary)
catalogue = known.store.blob("messages", "en")
parts = barrier_forecast.add, barrier_forecast.forecasts
def timed(add, forecasts):
    barrier_forecast.add, barrier_forecast.forecasts = add, forecasts
    began = time.perf_counter()
    made = assemble(case, known, as_of=datetime.date(2026, 1, 1), language="en", catalogue=catalogue)
    return time.perf_counter() - began, made
assert timed(*parts)[1].forecasts
runs = [(timed(*parts)[0], timed(lambda draft: None, lambda draft: [])[0]) for _ in range(101)]
print(loaded, statistics.median(with_ - without for with_, without in runs))
"""


def seconds(work: Callable[[], object], runs: int = RUNS) -> tuple[float, float]:
    """Return the median wall time and processor time of some work; the second is not lengthened by other programs."""
    wall, processor = [], []
    for _ in range(runs):
        began, busy = time.perf_counter(), time.process_time()
        work()
        wall.append(time.perf_counter() - began)
        processor.append(time.process_time() - busy)
    return statistics.median(wall), statistics.median(processor)


def barrier() -> None:
    """Follow water loss of all people every six hours."""
    draws, insult = Draws(PEOPLE), insult_of("micro_infusion")
    water_loss_ratio(draws, insult, wound(draws, setting_of(age=55), insult), np.arange(0.0, 24 * DAYS + 1, 6.0))


def solute(times_s: Array) -> None:
    """Follow one molecule through skin with holes for all people."""
    draws, insult, setting = Draws(PEOPLE), insult_of("micro_infusion"), setting_of(age=55)
    skin, chain = wound(draws, setting, insult), skin_chain(draws, MOLECULE, setting)
    run(chain, dose_on_skin(chain), times_s, LAYERS, weather_after(draws, setting, insult, skin, MOLECULE))


def floor(times_s: Array) -> None:
    """Do only the factorisation and the three solves of each step (two stages and the side path), on the same blocks and threads."""
    draws = Draws(PEOPLE)
    chain = skin_chain(draws, MOLECULE, setting_of(age=55))

    def block(first: int) -> None:
        part = chain.part(slice(first, first + 1024))
        rates = 1e3 * conductances(part, still(0.0, slice(0, 1)))
        diagonal = part.capacity.copy()
        diagonal[:-1] += rates
        diagonal[1:] += rates
        right = np.ones_like(diagonal)
        for _ in times_s[1:]:
            factors = factor(diagonal, rates)
            for _ in range(3):
                solve(factors, right)
                right /= right.max()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(block, range(0, PEOPLE, 1024)))


def rivals() -> None:
    """Time two general solvers on the first few people and print how far they are from the model."""
    draws, setting = Draws(PEOPLE), setting_of(age=55, covered=True)
    whole = skin_chain(draws, MOLECULE, setting)
    chain = whole.part(slice(0, FEW))
    ours = run(chain, dose_on_skin(chain), graded_times(DAYS * 86400, STEPS), LAYERS).by_layer[:, 1]
    times = graded_times(DAYS * 86400, STEPS)
    for name, solver in (("scipy solve_ivp (BDF)", _by_scipy), ("FiPy", _by_fipy)):
        try:
            began = time.perf_counter()
            found = np.stack([solver(chain.part(slice(p, p + 1)), times) for p in range(FEW)], axis=1)
        except ImportError:
            print(f"{name}: not installed")
            continue
        each = (time.perf_counter() - began) / FEW
        apart = np.abs(found - ours).max() / chain.capacity[0].max()
        print(f"{name}: {each:.2f} s a person, {each * PEOPLE:,.0f} s for {PEOPLE:,}; amount in the horny layer differs by {apart:.1e} of the dose")


def _by_scipy(chain: Chain, times_s: Array) -> Array:
    """Return the amount in the horny layer over time."""
    from scipy.integrate import solve_ivp  # noqa: PLC0415 - a rival, only if installed
    from scipy.sparse import diags_array  # noqa: PLC0415

    rates, capacity, loss = chain.conductance[:, 0], chain.capacity[:, 0], chain.loss[:, 0]
    centre = -loss - np.append(rates, 0.0) - np.append(0.0, rates)
    jacobian = diags_array([rates / capacity[1:], centre / capacity, rates / capacity[:-1]], offsets=[-1, 0, 1]).tocsc()
    start = dose_on_skin(chain)[:, 0] / capacity
    found = solve_ivp(lambda _t, c: jacobian @ c, (0.0, times_s[-1]), start, method="BDF", jac=jacobian, t_eval=times_s, rtol=1e-6, atol=1e-10)
    return np.asarray(capacity[HORNY] @ found.y[HORNY])


def _by_fipy(chain: Chain, times_s: Array) -> Array:
    """Return the amount in the horny layer over time; one cell a volume, ten implicit steps for each of the model's."""
    from fipy import CellVariable, DiffusionTerm, FaceVariable, Grid1D, ImplicitSourceTerm, TransientTerm  # noqa: PLC0415

    mesh = Grid1D(nx=len(chain.capacity), dx=1.0)
    level = CellVariable(mesh=mesh, value=dose_on_skin(chain)[:, 0] / chain.capacity[:, 0])
    between = FaceVariable(mesh=mesh, value=np.concatenate([[0.0], chain.conductance[:, 0], [0.0]]))
    held, lost = CellVariable(mesh=mesh, value=chain.capacity[:, 0]), CellVariable(mesh=mesh, value=chain.loss[:, 0])
    equation = TransientTerm(coeff=held) == DiffusionTerm(coeff=between) - ImplicitSourceTerm(coeff=lost)
    found = [0.0]
    for length_s in np.diff(times_s):
        for _ in range(10):
            equation.solve(var=level, dt=length_s / 10)
        found.append(float(chain.capacity[HORNY, 0] @ np.asarray(level.value)[HORNY]))
    return np.array(found)


def main() -> int:
    """Print the figures; return 1 when a bar is missed."""
    times = graded_times(DAYS * 86400, STEPS)
    barrier_s, solute_s, floor_s = seconds(barrier), seconds(lambda: solute(times)), seconds(lambda: floor(times))
    cold_s = float(subprocess.run([sys.executable, "-c", COLD], check=True, capture_output=True, text=True).stdout)
    warm_s = seconds(lambda: forecast("micro_infusion", age=55), 9)
    loaded_s, looked_up_s = map(float, subprocess.run([sys.executable, "-c", INSIDE], check=True, capture_output=True, text=True).stdout.split())
    ratio = solute_s[1] / floor_s[1]
    print(f"{PEOPLE:,} people, {DAYS:g} days, wall (processor) seconds: barrier {_both(barrier_s)}; one solute {_both(solute_s)}; floor {_both(floor_s)}; {ratio:.2f} times the floor")
    print(f"forecast: cold {cold_s:.2f} s, warm {1000 * warm_s[0]:.0f} ms; inside an answer: {1000 * loaded_s:.1f} ms to load once, {1000 * looked_up_s:.2f} ms each")
    rivals()
    return int(barrier_s[0] > 0.3 or solute_s[0] > 5 or ratio > 3 or cold_s > 1.5 or warm_s[0] > 0.15 or loaded_s + looked_up_s > 0.02)


def _both(times: tuple[float, float]) -> str:
    return f"{times[0]:.2f} ({times[1]:.2f})"


if __name__ == "__main__":
    sys.exit(main())
