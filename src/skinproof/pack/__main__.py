"""`python -m skinproof.pack`: build the pack from the facts, and say what was done."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from skinproof.catalogue.facts import FOLDER
from skinproof.errors import SkinproofError
from skinproof.evidence.store import DEFAULT
from skinproof.pack.build import build


def main() -> int:
    """Build the pack; return 0, or 1 when the facts are wrong."""
    parser = argparse.ArgumentParser(prog="python -m skinproof.pack", description="Build the pack of prepared facts.")
    parser.add_argument("--facts", type=Path, default=FOLDER, help="folder of fact files")
    parser.add_argument("--target", type=Path, default=DEFAULT, help="SQLite file to write")
    parser.add_argument("--quiet", action="store_true", help="say nothing when all is well")
    options = parser.parse_args()
    began = time.perf_counter()
    try:
        counts = build(options.facts, options.target)
    except SkinproofError as fault:
        print(fault, file=sys.stderr)  # noqa: T201 - a command says its errors
        return 1
    if not options.quiet:
        print(f"{counts['studies']} studies, {counts['verdicts']} verdicts, {counts['records']} records in {time.perf_counter() - began:.1f} s")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
