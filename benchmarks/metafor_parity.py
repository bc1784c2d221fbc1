"""Compare the statistics with metafor's: `python -m benchmarks.metafor_parity ../shared/benchmarks/metafor`.

Every block of every reference file is matched, not offered or failed. A field of a block that is not compared counts as failed.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.parity_blocks import HANDLERS, flat_in_metafor
from benchmarks.parity_data import Data, NotOfferedError
from skinproof.errors import SkinproofError

FIXED_FORM, ITERATED, MULTILEVEL = 1e-9, 1e-6, 1e-5  # relative, from the README of the reference
FLOOR, TAU2_FLOOR = 1e-8, 1e-6  # absolute; the second in units of the mean sampling variance
ITERATED_BLOCKS = {"tau2_ci", "meta_regression", "influence", "blup", "egger_rma_sei", "backtransform"}
MULTILEVEL_BLOCKS = {"multilevel", "robust_CR1", "robust_CR2_satterthwaite"}
ITERATED_METHODS = {"ML", "REML", "EB"}
NEWER_PREFERRED = {"ROM", "SMDH", "SMCRH"}
NOT_RESULTS = {"order", "note", "coef_names"}  # how a result is written down, not a result


def tolerance(block: dict[str, Any]) -> float:
    """Return the relative tolerance of a block."""
    if block["block"] in MULTILEVEL_BLOCKS:
        return MULTILEVEL
    iterated = block["block"] in ITERATED_BLOCKS or block.get("method") in ITERATED_METHODS or block["block"].startswith("subgroup")
    return ITERATED if iterated else FIXED_FORM


def references(block: dict[str, Any]) -> list[Any]:
    """Return what a block may agree with: metafor 3.8-1, and 5.1-12 where that differs and is preferred or better converged."""
    older = block["out"] if "out" in block else {"yi": block["yi"], "vi": block["vi"]}
    newer = block.get("metafor_5_1_12")
    if newer is None:
        return [older]
    newer = newer.get("out", newer) if isinstance(newer, dict) else newer
    newer = {**older, **newer} if isinstance(older, dict) else newer
    preferred = block.get("measure", block.get("effect")) in NEWER_PREFERRED
    return [newer] if preferred else [older, newer]


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the single values of a nested result with their paths."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list | tuple | np.ndarray):
        for index, inner in enumerate(value):
            yield from leaves(inner, f"{path}[{index}]")
    else:
        yield path, value


def absolute_floor(name: str, value: Any, tau2_floor: float) -> float:
    """Return the absolute tolerance of a field; what follows from a tau2 of zero follows its floor."""
    if name in {"tau2", "se_tau2", "sigma2"}:
        return max(FLOOR, tau2_floor)
    of_zero = {"tau": math.sqrt(tau2_floor), "I2": 100 * TAU2_FLOOR, "H2": TAU2_FLOOR}
    zero = 1.0 if name == "H2" else 0.0
    is_zero = name in of_zero and isinstance(value, int | float) and abs(value - zero) <= of_zero[name]
    return max(FLOOR, of_zero[name]) if is_zero else FLOOR


def faults(ours: Any, theirs: Any, relative: float, tau2_floor: float) -> list[str]:
    """Return the fields in which a result disagrees with a reference."""
    found = dict(leaves(ours))
    wanted = {path: value for path, value in leaves(theirs) if path.split(".")[-1].split("[")[0] not in NOT_RESULTS}
    bad = []
    for path, value in wanted.items():
        name = path.split(".")[-1].split("[")[0]
        floor = absolute_floor(name, value, tau2_floor)
        if name == "R2" and found.get(path) == 0 and abs(float(found["tau2"])) <= tau2_floor:
            continue  # a share of no heterogeneity: metafor divides one rounding error by another
        if path not in found:
            bad.append(f"{path} is not compared")
        elif not _same(found[path], value, relative, floor):
            bad.append(f"{path} {found[path]} against {value}")
    return bad


def _same(ours: Any, theirs: Any, relative: float, floor: float) -> bool:
    missing = [v is None or (isinstance(v, float) and math.isnan(v)) for v in (ours, theirs)]
    if any(missing) or isinstance(theirs, str):
        return all(missing) or ours == theirs
    return abs(float(ours) - float(theirs)) <= max(relative * abs(float(theirs)), floor)


def judge(block: dict[str, Any], data: Data) -> tuple[str, str]:
    """Return matched, not offered or failed, and why."""
    handler = HANDLERS.get(block["block"])
    if handler is None:
        return "not offered", "no such analysis"
    refusal = block["out"].get("error") if isinstance(block.get("out"), dict) else None
    try:
        ours = handler(data, block)
    except NotOfferedError as fault:
        return "not offered", str(fault)
    except SkinproofError as fault:
        nothing = all(value is None for _, value in leaves(block.get("out")))  # metafor gives NA for each value
        return ("matched", f"both refuse: {fault}") if refusal or nothing else ("failed", f"refused: {fault}")
    if refusal:
        same = block["block"].startswith("egger_rma") and flat_in_metafor(data, block)
        return ("matched", f"metafor's refusal is explained, not copied: {refusal}") if same else ("failed", f"metafor refuses: {refusal}")
    tau2_floor = TAU2_FLOOR * data.mean_variance(block.get("effect", block.get("measure")))
    tried = [faults(ours, theirs, tolerance(block), tau2_floor) for theirs in references(block)]
    best = min(tried, key=len)
    return ("failed", "; ".join(best[:3]) + (f"; {len(best)} fields" if len(best) > 3 else "")) if best else ("matched", "")


def main(folder: Path) -> int:
    """Print block types with counts, and each block that is not matched."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    told: list[str] = []
    paths = sorted(folder.glob("*.json"))
    if not paths:
        print(f"No reference file lies in {folder}. Give the folder that holds dat.*.json.")
        return 2
    for path in paths:
        content = json.loads(path.read_text())
        data = Data(content)
        for block in content["blocks"]:
            verdict, why = judge(block, data)
            counts[block["block"]][verdict] += 1
            if verdict != "matched" or why:
                named = " ".join(str(block[key]) for key in ("effect", "measure", "method", "test", "type", "estimator", "random") if key in block)
                told.append(f"{verdict}: {content['dataset']} {block['block']} {named}: {why}")
    print("\n".join(told))
    print(f"{'block':36}{'matched':>9}{'not offered':>13}{'failed':>8}")
    total: Counter[str] = Counter()
    for name, row in sorted(counts.items()):
        total += row
        print(f"{name:36}{row['matched']:>9}{row['not offered']:>13}{row['failed']:>8}")
    print(f"{'all ' + str(len(paths)) + ' data sets':36}{total['matched']:>9}{total['not offered']:>13}{total['failed']:>8}")
    return 1 if total["failed"] else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/benchmarks/metafor")))
