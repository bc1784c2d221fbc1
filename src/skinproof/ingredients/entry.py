"""One piece of a list → its name, share, nano mark; and names that ran together without a separator."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from msgspec import Struct

_PERCENT = re.compile(
    r"[(\[]?(?:[<>≤≥~±]|\b(?:up to|min\.?|max\.?|ca\.?|at least|contains)\s)?\s?(?:(?<![\w-])(\d{1,3}(?:[.,]\d{1,4})?)\s?%?[-–])?(\d{1,3}(?:[.,]\d{1,4})?)\s?%\s*(?:[wv]/[wv])?\s*[)\]]?", re.IGNORECASE)
# An amount: 25 mg, 50 mg/ml, 20 units, 300 ppm, q.s.
_AMOUNT = re.compile(
    r"[(\[]?\s?(?<![\w-])(\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?)\s?(mg|mcg|µg|μg|ug|g|ml|iu|ui|ie|units?|u|ppm)(?:\s?/\s?(100\s?)?(ml|g|l|kg|vial|ampoule|dose))?(?![\w-])\s*[)\]]?|(?<!\w)q\.?\s?s\.?(?:\s?p\.?)?(?:\s(?:to|ad)\s\d+\s?(?:ml|g))?(?!\w)", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_PARTS_OF_ONE_GRAM = {"g": 1.0, "mg": 1e-3, "mcg": 1e-6, "µg": 1e-6, "μg": 1e-6, "ug": 1e-6}
_HAS_AMOUNT = re.compile(r"\d\s?(?:m|µ|μ|u|g|i|ppm)|\bq\.?\s?s\b", re.IGNORECASE)
_HOLDS_GRAMS = {"ml": 1.0, "g": 1.0, "l": 1000.0, "kg": 1000.0}
_NANO = re.compile(r"[\[(]\s*nano\s*[\])]|\bnano$", re.IGNORECASE)
_MARKS = re.compile(r"[*†‡§°®™©¹²³⁴⁵⁶⁷⁸⁹⁰]+|\(\s*\)|\[\s*\]")
_NOTED = re.compile(r"([^*†‡]{3,120}?)\s*[*†‡]+\s*[*†‡]*\s*[A-Za-z]")
_SPACE = re.compile(r"\s+")
_LEAD = re.compile(r"^(?:and|et|und|y|with|contains?|avec|con|mit)\s+", re.IGNORECASE)
_RUN_ON = re.compile(r"(?<=[a-z)])(?=[A-Z][a-z])")
_LONGEST_KEPT = 120
_LONGEST_RUN, _MOST_WORDS, _SHORTEST_NAME = 60, 8, 4
ORDINARY = frozenset(
    "the is are this that it its was were be been has have had for with you your my our we i he she they a an as at by can could will would may must not no yes please ok hi hello hey what which who how when where s inside "
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
    """Return a piece without percentages, amounts, marks and joining words.

    Args:
        piece: as written.
    """
    return _kept(piece) if len(piece) <= _LONGEST_KEPT else _clean(piece)


def _clean(piece: str) -> Cleaned:
    percent, piece = _share(piece)
    nano = "nano" in piece.casefold() and bool(_NANO.search(piece))
    name = _MARKS.sub(" ", _NANO.sub(" ", piece) if nano else piece)
    name = _LEAD.sub("", _SPACE.sub(" ", name).strip(" .,;:-–—+_\"'"))
    return Cleaned(name, percent, nano)


_kept = lru_cache(maxsize=20_000)(_clean)


def _share(piece: str) -> tuple[float | None, str]:
    """The share in percent that a piece tells, the lower end of a range, and the piece without it and without amounts."""
    percent = None
    if "%" in piece:
        found = _PERCENT.search(piece)
        told = [float(n.replace(",", ".")) for n in found.groups() if n] if found else []
        percent = min(told) if told and max(told) <= 100 else None
        piece = _PERCENT.sub(" ", piece)
    amounts = list(_AMOUNT.finditer(piece)) if _HAS_AMOUNT.search(piece) else []
    if amounts and (rest := _AMOUNT.sub(" ", piece)).strip(" .,;:()[]"):
        return percent if percent is not None else next((p for a in amounts if (p := _percent_of(a)) is not None), None), rest
    return percent, piece


def _percent_of(amount: re.Match[str]) -> float | None:
    """An amount a millilitre or a gram as percent, a millilitre taken for a gram; None when it is not one."""
    number, unit, hundred, holder = amount.groups()
    if number is None:
        return None
    value = float(number.replace(",", "") if _THOUSANDS.fullmatch(number) else number.replace(",", "."))
    if unit.casefold() == "ppm":
        share = value / 1e4
    elif holder is not None and unit.casefold() in _PARTS_OF_ONE_GRAM and holder.casefold() in _HOLDS_GRAMS:
        share = 100 * value * _PARTS_OF_ONE_GRAM[unit.casefold()] / (_HOLDS_GRAMS[holder.casefold()] * (100 if hundred else 1))
    else:
        return None
    return round(share, 6) if share <= 100 else None


def without_use(piece: str) -> str | None:
    """Return a piece up to its share, or up to its asterisk, when more words stand behind that, such as "Salicylic acid 2% … Acne treatment"; else None.

    Args:
        piece: as written.
    """
    if (noted := _NOTED.match(piece)) is not None:
        return noted[1].rstrip()
    found = _PERCENT.search(piece) if "%" in piece else None
    return piece[: found.end()].rstrip() if found and found.start() > 2 and any(c.isalpha() for c in piece[found.end() :]) else None


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
