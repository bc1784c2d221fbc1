"""`python -m benchmarks.skin_kp PATH`: three-path permeability in grouped cross-validation by compound, on curated records.

Prints the root mean square error of log10 Kp and the share of held-out records inside their 90 % interval, beside the
form of Potts and Guy (log Kow and mass, refitted) and a constant in the same folds; then the fit to all records.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from skinproof.skin.parameters import HOMES
from skinproof.skin.solute.permeability import log_permeability

Array = NDArray[np.float64]
Predict = Callable[[Array, Array], Array]
FOLDS, REPEATS, INNER_FOLDS = 10, 5, 5
NORMAL_95 = 1.6449
START = np.array([-1.17, 0.769, 0.198, -3.55, 0.34])
NAMES = ("path_lipid_intercept", "path_lipid_log_kow", "path_lipid_root_mass", "path_polar_log", "path_aqueous_log")


def three_path(kow: Array, mass: Array, measured: Array) -> Predict:
    """Fit the three paths by Levenberg and Marquardt's damped least squares."""
    found = fitted(kow, mass, measured)
    return lambda k, m: log_permeability(k, m, tuple(found))


def fitted(kow: Array, mass: Array, measured: Array) -> Array:
    """Return the five coefficients that fit best."""
    now, damping = START.copy(), 1e-2
    for _ in range(60):
        wrong = log_permeability(kow, mass, tuple(now)) - measured
        slope = np.stack([(log_permeability(kow, mass, tuple(now + e)) - log_permeability(kow, mass, tuple(now - e))) / 2e-5 for e in 1e-5 * np.eye(5)], axis=1)
        square = slope.T @ slope
        step = np.linalg.solve(square + damping * np.diag(np.diag(square) + 1e-9), -slope.T @ wrong)
        better = ((log_permeability(kow, mass, tuple(now + step)) - measured) ** 2).sum() < (wrong**2).sum()
        now, damping = (now + step, damping / 3) if better else (now, damping * 4)
    return now


def potts_guy(kow: Array, mass: Array, measured: Array) -> Predict:
    """Fit the form of Potts and Guy: a constant, log Kow and molar mass."""
    terms = np.stack([np.ones_like(kow), kow, mass], axis=1)
    found = np.linalg.lstsq(terms, measured, rcond=None)[0]
    return lambda k, m: np.asarray(np.stack([np.ones_like(k), k, m], axis=1) @ found)


def constant(_kow: Array, _mass: Array, measured: Array) -> Predict:
    """Predict the mean for all."""
    mean = float(measured.mean())
    return lambda k, _m: np.full_like(k, mean)


def folds_of(compounds: list[str], count: int, seed: int) -> NDArray[np.intp]:
    """Return the fold of each record; all records of a compound share one."""
    names = sorted(set(compounds))
    order = np.random.default_rng(seed).permutation(len(names))
    fold = {names[place]: rank % count for rank, place in enumerate(order)}
    return np.array([fold[c] for c in compounds])


def held_out(fit: Callable[[Array, Array, Array], Predict], data: tuple[Array, Array, Array], fold: NDArray[np.intp]) -> Array:
    """Return the prediction for each record by a fit to the other folds."""
    kow, mass, measured = data
    out = np.empty_like(measured)
    for number in np.unique(fold):
        other = fold != number
        out[~other] = fit(kow[other], mass[other], measured[other])(kow[~other], mass[~other])
    return out


def coverage(fit: Callable[[Array, Array, Array], Predict], data: tuple[Array, Array, Array], compounds: list[str], fold: NDArray[np.intp]) -> float:
    """Return the share of held-out records inside an interval whose width comes from inner folds of the other compounds."""
    kow, mass, measured = data
    inside = np.zeros(len(measured), dtype=bool)
    for number in np.unique(fold):
        other = fold != number
        train = (kow[other], mass[other], measured[other])
        inner = folds_of([c for c, keep in zip(compounds, other, strict=True) if keep], INNER_FOLDS, int(number))
        spread = float(np.sqrt(((held_out(fit, train, inner) - train[2]) ** 2).mean()))
        inside[~other] = np.abs(fit(*train)(kow[~other], mass[~other]) - measured[~other]) <= NORMAL_95 * spread
    return float(inside.mean())


def read(path: Path) -> tuple[tuple[Array, Array, Array], list[str]]:
    """Return log Kow, mass and measured log10 Kp (cm/h), and the compounds."""
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    kow, mass, measured = (np.array([float(r[key]) for r in rows]) for key in ("logKow", "MW", "logKp_cm_h"))
    return (kow, mass, measured), [r["compound"].strip().lower() for r in rows]


def main() -> int:
    """Print the figures; return 1 when the coverage lies outside 85 to 95 % or the three paths are not better than both rivals."""
    np.seterr(over="ignore")  # where a fold shows no watery limit, its path grows without bound and drops out
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path, help="curated records as CSV")
    data, compounds = read(parser.parse_args().path)
    print(f"{len(compounds)} records, {len(set(compounds))} compounds; {FOLDS} folds by compound, {REPEATS} times")
    errors, insides = {}, {}
    for name, fit in (("three paths", three_path), ("Potts-Guy form", potts_guy), ("constant", constant)):
        folds = [folds_of(compounds, FOLDS, seed) for seed in range(REPEATS)]
        errors[name] = float(np.mean([np.sqrt(((held_out(fit, data, f) - data[2]) ** 2).mean()) for f in folds]))
        insides[name] = float(np.mean([coverage(fit, data, compounds, f) for f in folds]))
        print(f"{name}: RMSE {errors[name]:.3f} log10, {100 * insides[name]:.1f} % inside the 90 % interval")
    print("fit to all:", ", ".join(f"{n} {v:.4f} (stored {HOMES[n][1].values[0]:.4f})" for n, v in zip(NAMES, fitted(*data), strict=True)))
    covered = 0.85 <= insides["three paths"] <= 0.95
    return int(not covered or errors["three paths"] >= min(errors["Potts-Guy form"], errors["constant"]))


if __name__ == "__main__":
    sys.exit(main())
