"""A stretch of a list → its pieces: split at separators, put together again where a separator belongs to a name.

list = piece (separator piece)* ; separator = "," | ";" | bullet | line break | " - " | " + " | "(and)" | ". " before a capital | number with a dot
A comma inside a number or a bracket splits nothing; "1,2-Hexanediol" is put together because its name is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct

Gap = Literal["comma", "break", "wrap", "hard", "colon", "word", "plus"]

_TOKEN = re.compile(
    r"(?P<bracket>\((?!and\)|y\)|et\)|und\))[^()]{0,250}(?:\([^()]{0,100}\)[^()]{0,150})?\)|\[[^\[\]]{0,250}\])"
    r"|(?P<decimal>\d,\d{1,3}\s?%|\d,\d{3}\s?(?:ppm|mg|iu|units?)\b)|(?P<comma>,)|(?P<break>\s*\n\s*)|(?P<hard>[;•●▪◦‣·|►★✓✔]|\((?:and|y|et|und)\)|[?!]+(?=\s|$)|(?<=[^\W\d]{3})\.(?=\s+(?-i:[A-Z])|\s+[\d*])|(?<=[\d%)\]])\.(?=\s+(?-i:[A-Z]))|\.(?=\s*$))"
    r"|(?P<colon>:(?!//))|(?P<plus>\s+\+\s+)|(?P<word>\s+(?:[-–—&]|and)\s+)", re.IGNORECASE)
_BULLET = re.compile(r"^[\s*†‡#•●▪◦‣·.–—_~\"'“”«»+-]*(?:\d{1,3}\s?[.)]\s+(?=\D)|[-–—*+]\s+)?")
_TRAILING = " \t\n\r*†‡#.–—_~\"'“”«»:+°"
_LOCANT_LEFT = re.compile(r"(?:^|[^A-Za-z\d]|-)\d{1,2}'?$")
_ITEM = re.compile(r"(?:^|(?<=\s))(\d{1,3})\s?[.)]\s+(?=[^\W\d])", re.MULTILINE)
_HYPHEN_WRAP = re.compile(r"-\s*\n\s*")
_LOCANT_RIGHT = re.compile(r"\d{1,2}'?(?:-|$)")
_MOST_JOINED = 5
# What a reading costs: an unknown piece, a joint, a joint of an unknown name by its numbers, a misspelt piece.
_UNKNOWN, _JOINT, _NUMBERS, _LIKELY = 1.0, 0.02, 0.1, 0.05


class Piece(Struct, frozen=True):
    """A piece of the text, from `start` up to but not including `end`, and what stands before it."""

    text: str
    start: int
    end: int
    gap: Gap


def split(text: str, start: int, end: int) -> list[Piece]:
    """Return the smallest pieces of a stretch, each without marks around it.

    Args:
        text: the whole text.
        start: where the stretch begins.
        end: where it ends.
    """
    commas, breaks = sum(text.count(mark, start, end) for mark in ",;•·●|"), text.count("\n", start, end)
    pieces, places = [], _numbered(text, start, end)
    for low, high in zip(places, [*places[1:], end], strict=True):
        pieces += _stretch(text, low, high, wrapped=commas >= breaks)
    return [p for p in pieces if p.text]


def _numbered(text: str, start: int, end: int) -> list[int]:
    """Where the items of a list numbered 1, 2, 3 within its lines begin; the start alone when it is not numbered."""
    places: list[int] = []
    for mark in _ITEM.finditer(text, start, end):
        if int(mark[1]) == len(places) + 1 and (places or not text[start : mark.start()].strip()):
            places.append(mark.start())
    return [start, *places[1:]] if len(places) > 1 else [start]


def _stretch(text: str, start: int, end: int, *, wrapped: bool) -> list[Piece]:
    pieces, at, gap = [], start, "hard"
    for token in _TOKEN.finditer(text, start, end):
        kind = token.lastgroup
        if kind in {"bracket", "decimal"}:
            continue
        pieces.append(_trimmed(text, at, token.start(), gap))
        at, gap = token.end(), ("wrap" if kind == "break" and wrapped else kind or "hard")
    return [*pieces, _trimmed(text, at, end, gap)]


def _trimmed(text: str, start: int, end: int, gap: str) -> Piece:
    raw = text[start:end]
    lead = _BULLET.match(raw)
    first = start + (lead.end() if lead else 0)
    body = text[first:end].rstrip(_TRAILING)
    return Piece(body, first, first + len(body), gap)  # type: ignore[arg-type]


def joined(text: str, pieces: Sequence[Piece], known: Callable[[str], bool], likely: Callable[[str], bool]) -> list[Piece]:
    """Return the pieces with those put together that are one name: the cheapest reading of all.

    Args:
        text: the whole text.
        pieces: from `split`.
        known: tells whether a name is spelt as known.
        likely: tells whether a name is recognised at all.
    """
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(pieces) + 1):
        best.append(min((best[start][0] + _cost(text, pieces[start:end], known, likely), -start) for start in range(max(0, end - _MOST_JOINED), end)))
    parts: list[Piece] = []
    end = len(pieces)
    while end:
        start = -best[end][1]
        parts.append(_one(text, pieces[start:end]))
        end = start
    return parts[::-1]


def _one(text: str, pieces: Sequence[Piece]) -> Piece:
    body = text[pieces[0].start : pieces[-1].end]
    if "\n" in body:
        body = _HYPHEN_WRAP.sub("-", body)
    return Piece(" ".join(body.split()), pieces[0].start, pieces[-1].end, pieces[0].gap)


def _cost(text: str, pieces: Sequence[Piece], known: Callable[[str], bool], likely: Callable[[str], bool]) -> float:
    if len(pieces) == 1:
        return 0.0 if known(pieces[0].text) else _LIKELY if likely(pieces[0].text) else _UNKNOWN
    if not all(_may_join(a, b) for a, b in pairwise(pieces)):
        return float("inf")
    gaps = [p.gap for p in pieces[1:]]
    if known(_one(text, pieces).text):
        return _JOINT * sum(g != "wrap" for g in gaps) - 0.001
    if all(g == "wrap" for g in gaps):
        return _UNKNOWN + _LIKELY * (len(gaps) - 1) - 0.001
    if all(g == "word" for g in gaps):
        return _UNKNOWN - 0.001 * len(gaps)
    return _UNKNOWN + _NUMBERS * len(gaps) if all(_numbers(text, a, b) for a, b in pairwise(pieces)) else float("inf")


def _may_join(left: Piece, right: Piece) -> bool:
    """A comma belongs to a name only between numbers; a bullet or a colon never does."""
    if right.gap == "comma":
        return left.text[-1].isdigit() and right.text[0].isdigit()
    return right.gap not in {"hard", "colon"}


def _numbers(text: str, left: Piece, right: Piece) -> bool:
    """Tell whether a comma between two pieces parts numbers of one chemical name."""
    return text[left.end : right.start] == "," and bool(_LOCANT_LEFT.search(left.text) and _LOCANT_RIGHT.match(right.text))
