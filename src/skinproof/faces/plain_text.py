"""Bytes that somebody gave, as text; what is no text is refused with one sentence at every door."""

from __future__ import annotations

import re

from skinproof.errors import InputError

_REPLACED = "\ufffd"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_STRAY = 20  # one letter in so many may be of another encoding, as é is in files of old programs


def plain_text(raw: bytes, what: str = "file") -> str:
    """Return bytes as text; a few stray bytes are replaced.

    Args:
        raw: in UTF-8, with or without its mark.
        what: how the message calls it.

    Raises:
        InputError: it is no text.
    """
    text = raw.decode("utf-8-sig", errors="replace")
    if _CONTROL.search(text) or text.count(_REPLACED) * _MOST_STRAY > len(text):
        raise InputError(f"The {what} is no plain text. Save it as a .txt file in UTF-8, or paste it.")
    return text
