"""What is opened once and kept: the pack of facts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skinproof.answer.knowledge import Knowledge
    from skinproof.answer.render.messages import Messages


def messages(language: str = "en") -> Messages:
    """Return the messages of a language, for what a page says around an answer; English for one that is not spoken.

    Args:
        language: two letters.
    """
    from skinproof.answer.render.messages import messages_of  # noqa: PLC0415

    store = knowledge().store
    return messages_of(store.blob("messages", language) or store.blob("messages", "en") or b"")


@cache
def knowledge(pack: Path | None = None) -> Knowledge:
    """Return the opened pack, kept for the next call.

    Args:
        pack: another pack than the one installed.

    Raises:
        PackError: it cannot be used.
    """
    from skinproof.answer.knowledge import Knowledge  # noqa: PLC0415
    from skinproof.evidence.store import DEFAULT, Store  # noqa: PLC0415
    from skinproof.fresh import refresh  # noqa: PLC0415

    if pack is None:
        refresh(DEFAULT)
    return Knowledge(Store(pack or DEFAULT))
