"""What the readers of words learn from, and its fingerprint."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent


def messages() -> list[tuple[str, str, bool]]:
    """Return (set, text, needs a doctor) of every message and of every question of tests/."""
    found = [(m["set"], m["text"], m["level"] != "none") for m in yaml.safe_load((ROOT / "training/alarm.yaml").read_text())]
    for path in sorted((ROOT / "tests/questions").glob("own_*.yaml")):
        found += [(path.stem, q["question"], q["expected"]["direction"] == "see a doctor now") for q in yaml.safe_load(path.read_text())]
    return found


def wordings() -> dict[str, list[str]]:
    """Return wordings by what they stand for."""
    found: dict[str, list[str]] = yaml.safe_load((ROOT / "training/wordings.yaml").read_text())
    return found


def fingerprint(found: Any) -> str:
    """Return the hash of what is learned from."""
    return hashlib.sha256(json.dumps(found, ensure_ascii=False).encode()).hexdigest()[:16]
