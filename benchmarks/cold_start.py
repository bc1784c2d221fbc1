"""`python -m benchmarks.cold_start`: a cold `skinproof ask` and `import skinproof` against a floor in the same run, and peak memory.

The floor is `python -c "import numpy, sqlite3, jinja2"`. Bars: ask at most 3 times the floor, import under half of it,
peak memory under 150 MB.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time

RUNS = 9
QUESTION = "does an AquaGold micro infusion facial build collagen, shrink pores or cut oil"
FLOOR = [sys.executable, "-c", "import numpy, sqlite3, jinja2"]
IMPORT = [sys.executable, "-c", "import skinproof"]
ASK = [sys.executable, "-m", "skinproof.faces.cli", "ask", QUESTION]


def seconds(command: list[str]) -> float:
    """Return the median wall time of a command."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def peak_megabytes(command: list[str]) -> float:
    """Return the peak resident memory of a command."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_maxrss / 1024


def main() -> int:
    """Print the figures; return 1 when a bar is missed."""
    subprocess.run(ASK, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # a first run may build the pack
    floor, imported, asked, peak = seconds(FLOOR), seconds(IMPORT), seconds(ASK), peak_megabytes(ASK)
    print(f"floor {floor * 1000:.0f} ms; import {imported * 1000:.0f} ms ({imported / floor:.2f}); ask {asked * 1000:.0f} ms ({asked / floor:.2f}); peak {peak:.0f} MB")
    return int(asked > 3 * floor or imported > floor / 2 or peak > 150)


if __name__ == "__main__":
    sys.exit(main())
