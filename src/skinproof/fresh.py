"""A development checkout rebuilds its pack when facts or code have changed, and says so; an installed wheel never does."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_ROOT = Path(__file__).parent
_WATCHED = ("facts", "catalogue", "evidence", "ingredients", "skin", "synthesis", "pack", "answer/messages")


def signature() -> str:
    """Return what tells whether watched files have changed: their number, and the newest time of change."""
    newest, count = 0, 0
    for folder in _WATCHED:
        for place, _, files in os.walk(_ROOT / folder):
            if place.endswith("__pycache__"):
                continue
            for name in files:
                count += 1
                newest = max(newest, os.stat(os.path.join(place, name)).st_mtime_ns)  # noqa: PTH116, PTH118 - pathlib is ten times slower here
    return f"{count}:{newest}"


def refresh(target: Path) -> None:
    """Rebuild the pack if this is a development checkout and something changed.

    Args:
        target: the pack.

    Raises:
        FactError: the facts are wrong; the message says where.
    """
    checkout = _ROOT.parent.parent
    if not (checkout / "pyproject.toml").exists() or not (checkout / ".git").exists():
        return
    mark = target.with_suffix(".signature")
    now = signature()
    if target.exists() and mark.exists() and mark.read_text() == now:
        return
    from skinproof.pack.build import build  # noqa: PLC0415 - an answer from a finished pack never loads the builder

    counts = build(target=target, cache=checkout / ".cache" / "stages.sqlite")
    mark.write_text(now)
    sys.stderr.write(f"skinproof: facts or code changed; rebuilt the pack ({counts['studies']} studies, {counts['made']} stages new, {counts['reused']} kept).\n")
