"""REML fits a second beside other packages: `python -m benchmarks.synthesis_speed [PYTHON]`.

PYTHON is an interpreter that has PyMARE and PyMetaAnalysis, such as that of a virtual environment made for it; metafor is measured where Rscript is.
Each package fits the same data sets in turn and reports effect, error and tau2; starting up and reading data are not counted.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from skinproof.synthesis.pooling.batch import pool_many
from skinproof.synthesis.pooling.fit import pool

SIZES = {10: 300, 1000: 30}  # studies in a data set: data sets
BATCH = (10_000, 10)

RIVALS = """
import json, sys, time, warnings
warnings.simplefilter("ignore")
data = {int(k): v for k, v in json.load(open(sys.argv[1])).items()}
def rate(fit, sets):
    fit(*sets[0])
    start = time.perf_counter()
    tau2 = [fit(y, v) for y, v in sets]
    return len(sets) / (time.perf_counter() - start), tau2
import numpy as np
def pymare_fit(y, v):
    from pymare.core import Dataset
    from pymare.estimators import VarianceBasedLikelihoodEstimator
    found = VarianceBasedLikelihoodEstimator(method="reml").fit_dataset(Dataset(np.array(y), np.array(v))).summary()
    found.get_fe_stats()
    return float(np.ravel(found.tau2)[0])
def pymeta_fit(y, v):
    import meta_analyze
    return float(meta_analyze.meta_analysis(effect=y, variance=v, model="random", tau2_method="REML").tau2)
out = {}
for name, fit in (("PyMARE", pymare_fit), ("PyMetaAnalysis", pymeta_fit)):
    for k, sets in data.items():
        try:
            speed, tau2 = rate(fit, sets)
            out[f"{name} {k}"] = [speed, tau2]
        except Exception as fault:
            out[f"{name} {k}"] = [None, repr(fault)[:120]]
print(json.dumps(out))
"""

METAFOR = """
suppressMessages(library(metafor)); data <- jsonlite::fromJSON(commandArgs(TRUE)[1], simplifyVector = TRUE)
one <- function(sets, i) { y <- sets[i, 1, ]; v <- sets[i, 2, ]; tryCatch(suppressWarnings(rma.uni(y, v, method = "REML", control = list(maxiter = 1000))), error = function(fault) NULL) }
for (k in names(data)) { sets <- data[[k]]; n <- dim(sets)[1]; invisible(one(sets, 1))
  start <- proc.time()[[3]]; for (i in seq_len(n)) one(sets, i); cat(k, n / (proc.time()[[3]] - start), "\\n") }
cat("version", as.character(packageVersion("metafor")), "\\n")
"""


def data_sets() -> dict[int, list[tuple[list[float], list[float]]]]:
    """Return the data sets by their number of studies, the same in every run."""
    rng = np.random.default_rng(20261125)
    made: dict[int, list[tuple[list[float], list[float]]]] = {}
    for k, count in SIZES.items():
        made[k] = []
        for _ in range(count):
            v = rng.uniform(0.01, 0.2, k)
            made[k].append((rng.normal(0.3, np.sqrt(v + rng.exponential(0.05))).tolist(), v.tolist()))
    return made


def ours(sets: list[tuple[list[float], list[float]]]) -> tuple[float, list[float]]:
    """Return fits a second, and tau2, of this package's full model."""
    arrays = [(np.array(y), np.array(v)) for y, v in sets]
    pool(*arrays[0])
    start = time.perf_counter()
    tau2 = [pool(y, v, method="REML", test="z").tau2 for y, v in arrays]
    return len(sets) / (time.perf_counter() - start), tau2


def batched() -> float:
    """Return fits a second of the batched REML, the best of five runs."""
    rng = np.random.default_rng(20261126)
    v = rng.uniform(0.01, 0.2, BATCH)
    y = rng.normal(0.3, np.sqrt(v + rng.exponential(0.05, (BATCH[0], 1))))
    times = []
    for _ in range(5):
        start = time.perf_counter()
        pool_many(y, v)
        times.append(time.perf_counter() - start)
    return BATCH[0] / min(times)


def rivals(python: str, path: Path) -> dict[str, list[Any]]:
    """Return fits a second and tau2 of the Python packages that an interpreter has."""
    done = subprocess.run([python, "-c", RIVALS, str(path)], capture_output=True, text=True, check=False)
    if done.returncode:
        return {f"other packages: {done.stderr.strip().splitlines()[-1][:100]}": [None, ""]}
    told: dict[str, list[Any]] = json.loads(done.stdout)
    return told


def metafor(path: Path) -> str:
    """Return what R printed: studies and fits a second."""
    r = shutil.which("Rscript")
    if not r:
        return "metafor: no Rscript here, not measured"
    done = subprocess.run([r, "-e", METAFOR, str(path)], capture_output=True, text=True, check=False)
    return "metafor (studies, fits a second)\n" + (done.stdout or done.stderr[-300:])


def main(python: str) -> None:
    """Print the figures."""
    sets = data_sets()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data.json"
        path.write_text(json.dumps({str(k): v for k, v in sets.items()}))
        mine = {k: ours(v) for k, v in sets.items()}
        for k, (speed, _) in mine.items():
            print(f"skinproof {k} studies: {speed:,.0f} fits a second")
        for name, (rate, tau2) in rivals(python, path).items():
            if rate is None:
                print(f"{name}: not measured {tau2}")
                continue
            apart = max(abs(a - b) for a, b in zip(mine[int(name.split()[-1])][1], tau2, strict=True))
            print(f"{name} studies: {rate:,.0f} fits a second; largest difference of tau2 {apart:.1e}")
        print(metafor(path))
    print(f"skinproof batched, {BATCH[0]:,} data sets of {BATCH[1]} studies: {batched():,.0f} fits a second")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else sys.executable)
