"""Questions of our own writing, written before looking at what the program says: kinds, people, urgency."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

import skinproof
from benchmarks.questions import expected_directions

FOLDER = Path(__file__).parent / "questions"
LEVELS = ("none", "routine", "soon", "same_day", "emergency")
SETS = sorted(path.name for path in FOLDER.glob("own_*.yaml"))
# Agreement with the expected directions when these floors were set; it may rise, never fall.
FLOOR = 0.65
LOWER = dict.fromkeys(("own_l.yaml", "own_zr.yaml", "own_zw.yaml", "own_zm.yaml", "own_zn.yaml", "own_zo.yaml", "own_zd.yaml", "own_ze.yaml", "own_zg.yaml", "own_zh.yaml"), 0.5) | dict.fromkeys(("own_k.yaml", "own_ya.yaml", "own_yc.yaml", "own_yd.yaml", "own_yl.yaml"), 0.6) | {"own_yb.yaml": 0.55, "own_ul.yaml": 0.55, "own_ua.yaml": 0.5, "own_va.yaml": 0.6, "own_vb.yaml": 0.5, "own_va2.yaml": 0.5, "own_vb2.yaml": 0.5, "own_wa.yaml": 0.5, "own_ua13.yaml": 0.5}  # K, UA and YB call what is usual after a treatment "mixed", where aftermath/ says yes


def load(name):
    return yaml.safe_load((FOLDER / name).read_text())


@pytest.fixture(scope="module")
def raised():
    return [(item, flags[0].level if (flags := skinproof.ask(item["text"]).gathered.flags) else "none") for item in load("red_flags.yaml")]


def test_every_emergency_is_raised_as_one(raised):
    """No message that tells of an emergency gets a lower level."""
    assert not [item["text"] for item, level in raised if item["level"] == "emergency" and level != "emergency"]


def test_needed_levels_are_reached_almost_always(raised):
    """At least 95 in 100 messages that need a doctor get their level or a more urgent one."""
    needing = [(item, level) for item, level in raised if item["level"] != "none"]
    reached = [LEVELS.index(level) >= LEVELS.index(item["level"]) for item, level in needing]
    assert sum(reached) >= 0.95 * len(reached)


def test_harmless_messages_stay_quiet(raised):
    """At most 2 in 100 harmless messages are raised to emergency or the same day."""
    harmless = [level for item, level in raised if item["level"] == "none"]
    assert sum(level in {"same_day", "emergency"} for level in harmless) <= 0.02 * len(harmless)


class Told(NamedTuple):
    """What an answer is tested for; each question is asked once."""

    item: dict[str, Any]
    direction: str
    flagged: bool
    silent: str  # what decided, where no sentence of the first screen says so


@cache
def told(name: str) -> list[Told]:
    """Return what is told to each question of a set."""
    found = []
    for item in load(name):
        answer = skinproof.ask(item["question"])
        lines = [line for section in answer.sections if section.id in {"bottom_line", "urgent"} for line in section.lines]
        statements = [answer.statements[s] for line in lines for s in line.statements]
        because = answer.decision.because
        whole = "#" in because or because.startswith("claim:")  # a note and a claim are told whole in the first line
        facts = {fact for s in statements if not s.message.startswith("fixed.") and (whole or not s.message.startswith("headline")) for fact in s.fact_ids}
        silent = because and not because.startswith("kind:") and not any(f == because or f.startswith(f"{because}#") for f in facts)
        found.append(Told(item, answer.first.direction, bool(answer.gathered.flags), because if silent else ""))
    return found


@pytest.mark.parametrize("name", SETS)
def test_directions_agree_above_the_floor(name):
    """What the rules alone say agrees with what a careful answer would amount to, at least as often as when the floor was set; the words of these questions were learned from."""
    agreed = sum(answer.direction in expected_directions(answer.item) for answer in told(name))
    assert agreed >= LOWER.get(name, FLOOR) * len(told(name))


@pytest.mark.parametrize("name", SETS)
def test_urgent_questions_are_not_missed(name):
    """Of the questions that need a doctor at most 15 in 100 go without a flag, and none that is an emergency."""
    urgent = [answer for answer in told(name) if answer.item["expected"]["direction"] == "see a doctor now"]
    missed = [answer.item for answer in urgent if not answer.flagged]
    assert len(missed) <= 0.15 * len(urgent)
    assert not [item["id"] for item in missed if item["expected"].get("urgency") == "emergency"]


@pytest.mark.parametrize("name", SETS)
def test_what_decided_is_said_first(name):
    """The rule, guideline or verdict that decided a bottom line stands on the first screen, in a sentence of its own."""
    assert not [(answer.item["id"], answer.silent) for answer in told(name) if answer.silent]
