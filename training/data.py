"""What the readers of words learn from, and its fingerprint."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
WORDS = {"does not help": "does_not_help", "not enough evidence": "not_enough_evidence", "see a doctor now": "see_a_doctor", "out of scope": "out_of_scope"}


OF = "of:"  # marks the id of a treatment among stems of words
SOON_WEIGHS = 0.1  # of the messages due within days, beside those due today: half of them sound calm. 0.02 to 0.15 do alike, 1 finds a quarter fewer emergencies.


def messages(language: str = "en") -> list[tuple[str, str, bool, float]]:
    """Return (set, text, needs a doctor, weight) of every message in a language; of those for English, and of every question of tests/ too.

    Args:
        language: en, or one of those in which these messages were written again.
    """
    if language != "en":
        again = yaml.safe_load((ROOT / f"training/alarm_{language}.yaml").read_text())
        return [(m["set"], m["text"], m["level"] != "none", 1.0) for m in again]
    told = [(m["set"], m) for m in yaml.safe_load((ROOT / "training/alarm.yaml").read_text())] + [("short", m) for m in yaml.safe_load((ROOT / "tests/questions/red_flags.yaml").read_text())]
    found = [(name, m["text"], m["level"] != "none", SOON_WEIGHS if m["level"] == "soon" else 1.0) for name, m in told]
    for path in sorted((ROOT / "tests/questions").glob("own_*.yaml")):
        found += [(path.stem, q["question"], q["expected"]["direction"] == "see a doctor now", 1.0) for q in yaml.safe_load(path.read_text())]
    return found


def wordings() -> dict[str, list[str]]:
    """Return wordings by what they stand for."""
    found: dict[str, list[str]] = yaml.safe_load((ROOT / "training/wordings.yaml").read_text())
    return found


def questions() -> list[dict[str, Any]]:
    """Return every question of tests/questions with `set`, `id`, `text`, `direction`, and `agree`: the directions that count as agreement."""
    found = []
    for path in sorted((ROOT / "tests/questions").glob("own_*.yaml")):
        for item in yaml.safe_load(path.read_text()):
            direction = item["expected"]["direction"]
            wanted = WORDS.get(direction, direction)
            agree = {wanted, "mixed", "not_enough_evidence"} if item.get("disagreement") else {wanted}
            found.append({"set": path.stem, "id": item["id"], "text": item["question"], "direction": wanted, "agree": sorted(agree)})
    return found


def first_readings() -> dict[str, dict[str, Any]]:
    """Return by id what the rules alone said of questions that nobody had learned from."""
    lines = (ROOT / "training/first_readings.jsonl").read_text().splitlines()
    return {found.pop("id"): found for found in map(json.loads, lines)}


def fingerprint(found: Any) -> str:
    """Return the hash of what is learned from."""
    return hashlib.sha256(json.dumps(found, ensure_ascii=False).encode()).hexdigest()[:16]
