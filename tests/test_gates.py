"""The gates of the bottom line and what the documents tell of them."""

from __future__ import annotations

from pathlib import Path

from skinproof.answer.bottom_line import GATES

DOCS = Path(__file__).parent.parent / "docs/grading.md"


def test_every_gate_is_told_in_the_documents():
    told = DOCS.read_text()
    assert not [gate.__name__ for gate in GATES if f"`{gate.__name__}`" not in told]
