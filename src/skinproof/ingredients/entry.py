"""One piece of a list → its name, share, nano mark; and names that ran together without a separator."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

_PERCENT = re.compile(r"[(\[]?(?:[<>≤≥~±]|\b(?:up to|min\.?|max\.?|ca\.?|at least|contains)\s)?\s?(\d{1,3}(?:[.,]\d{1,4})?)\s?%\s*(?:[wv]/[wv])?\s*[)\]]?", re.IGNORECASE)
_NANO = re.compile(r"[\[(]\s*nano\s*[\])]|\bnano$", re.IGNORECASE)
_MARKS = re.compile(r"[*†‡§°®™©¹²³⁴⁵⁶⁷⁸⁹⁰]+|\(\s*\)|\[\s*\]")
_SPACE = re.compile(r"\s+")
_LEAD = re.compile(r"^(?:and|et|und|y|with|contains?|avec|con|mit)\s+", re.IGNORECASE)
_RUN_ON = re.compile(r"(?<=[a-z)])(?=[A-Z][a-z])")
_LONGEST_RUN, _MOST_WORDS, _SHORTEST_NAME = 60, 8, 4
ORDINARY = frozenset(
    "the is are this that it its was were be been has have had for with you your my our we i he she they a an as at by can could will would may must not no yes please ok hi hello hey what which who how when where "
    "does do did if so but than then there here all any some only also very just from into onto over under about after before during contains contain containing used use using visit boutique thanks thank gracias merci danke skin face product serum cream "
    "le est sont ce cette pour avec votre mon ma je vous nous dans sur pas qui que bonjour el es son este esta para con tu mi yo usted en por hola que der die das ist sind dies fur mit ihr mein ich sie auf nicht".split()
)
_JOINING = frozenset({"and", "et", "und", "y", "or", "ou", "o", "oder", "plus"})
_WORD = re.compile(r"[^\W\d_]+")


class Cleaned(Struct, frozen=True):
    """The name of a piece, the share in percent that it tells, and whether it is marked as nano."""

    name: str
    percent: float | None
    nano: bool


def clean(piece: str) -> Cleaned:
    """Return a piece without percentages, marks and joining words.

    Args:
        piece: as written.
    """
    percent = None
    if "%" in piece:
        found = _PERCENT.search(piece)
        percent = float(found[1].replace(",", ".")) if found else None
        percent = percent if percent is not None and percent <= 100 else None
        piece = _PERCENT.sub(" ", piece)
    nano = "nano" in piece.casefold() and bool(_NANO.search(piece))
    name = _MARKS.sub(" ", _NANO.sub(" ", piece) if nano else piece)
    name = _LEAD.sub("", _SPACE.sub(" ", name).strip(" .,;:-–—+_\"'"))
    return Cleaned(name, percent, nano)


def is_prose(piece: str) -> bool:
    """Tell whether a piece is ordinary speech or an address and no name.

    Args:
        piece: as written.
    """
    if "://" in piece or "@" in piece or "www." in piece:
        return True
    words = [w.casefold() for w in _WORD.findall(piece[:400])]
    return len(words) > 16 or bool(words and all(w in ORDINARY or w in _JOINING for w in words)) or sum(w in ORDINARY for w in words) >= max(2, len(words) // 4)


def run_on(name: str, known: Callable[[str], bool]) -> list[str]:
    """Return the known names that a piece holds without separators, or nothing when it holds anything else but speech around them.

    Args:
        name: the piece.
        known: tells whether a name is spelt as known.
    """
    words = _RUN_ON.sub(" ", name).split()
    if not 2 <= len(words) <= _LONGEST_RUN:
        return []
    if (found := _cover(words, known)) is not None:
        return found if len(found) > 1 else []
    if not any(w.casefold() in ORDINARY for w in words):
        return []
    for cut in range(1, len(words)):
        if (found := _cover(words[cut:], known) or _cover(words[:-cut], known)) is not None:
            return found
    return []


def _cover(words: Sequence[str], known: Callable[[str], bool]) -> list[str] | None:
    """Read words as known names from the start, the longest first; None when a word is left over."""
    found, at = [], 0
    while at < len(words):
        for end in range(min(len(words), at + _MOST_WORDS), at, -1):
            name = " ".join(words[at:end])
            if len(name) >= _SHORTEST_NAME and known(name):
                found.append(name)
                at = end
                break
        else:
            return None
    return found
