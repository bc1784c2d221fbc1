"""Reading metafor's reference values, and comparing with them.

`FIXED` is for results with a closed form: both programs differ by rounding alone. `ITERATED` is for maxima of a likelihood and roots:
near a maximum the tau2 is known only to the root of rounding. `FLOOR` is absolute, for numbers that are zero but for rounding.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "reference"
OLDER = json.loads((FOLDER / "metafor-3.8-1.json").read_text())
NEWER = json.loads((FOLDER / "metafor-5.1-12.json").read_text())
VERSIONS = {"3.8-1": OLDER, "5.1-12": NEWER}

FIXED, ITERATED, FLOOR = 1e-9, 1e-6, 1e-9


def close(ours: Any, theirs: Any, relative: float = FIXED, floor: float = FLOOR) -> bool:
    """Tell whether two numbers, or two rows of numbers, agree; what is missing on one side must be missing on the other."""
    if isinstance(theirs, list):
        return len(ours) == len(theirs) and all(close(a, b, relative, floor) for a, b in zip(ours, theirs, strict=True))
    if hasattr(ours, "__len__"):
        return len(ours) == 1 and close(ours[0], theirs, relative, floor)
    if theirs is None:
        return ours is None or math.isnan(ours)
    return ours is not None and abs(float(ours) - float(theirs)) <= max(relative * abs(float(theirs)), floor)


def apart(ours: dict[str, Any], theirs: dict[str, Any], relative: float = FIXED, floor: float = FLOOR) -> dict[str, tuple[Any, Any]]:
    """Return the values of the reference that ours do not meet, with both."""
    return {key: (ours.get(key), value) for key, value in theirs.items() if key not in ours or not close(ours[key], value, relative, floor)}
