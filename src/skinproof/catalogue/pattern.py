"""The pattern language of the lexicons, and the matcher that runs many patterns over one text.

A pattern is words separated by spaces. `a|b` allows either word, `..` is a gap of up to six words inside one sentence,
a trailing `*` stands for any ending, and `A ~ B` means A and B in either order, with a gap between. Accents, case and apostrophes do not count, and a number between two words is
stepped over ("glycolic 20% peel" is a glycolic peel).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from skinproof.catalogue.text import END, plain, words

GAP_WORDS = 6
_GAP = ".."
_EITHER_ORDER = " ~ "
_STEM = 3

Element = tuple[frozenset[str], tuple[str, ...]]  # whole words, stems


class Match(Struct, frozen=True):
    """A pattern that was found: whose it is, and the words from `start` up to but not including `end`."""

    owner: str
    start: int
    end: int


class Pattern(Struct, frozen=True, array_like=True):
    """A pattern taken apart; an element that is None is a gap."""

    owner: str
    elements: tuple[Element | None, ...]


Lookup = Callable[[str], Sequence[Pattern]]


def _element(text: str) -> Element | None:
    """element = ".." | word ("|" word)* ; word = letters ["*"]"""
    if text == _GAP:
        return None
    parts = [plain(part).strip() for part in text.split("|")]
    return frozenset(p for p in parts if not p.endswith("*")), tuple(p[:-1] for p in parts if p.endswith("*"))


def parse(owner: str, text: str) -> Pattern | None:
    """pattern = element (" " element)* ; a name without signs of the language is split as text is

    Args:
        owner: whose pattern it is.
        text: the pattern as written.

    Returns:
        The pattern, or None when it is empty or begins with a gap.
    """
    parts = text.split()
    if not any(sign in text for sign in ("|", "*", _GAP)):
        parts = [word for word in words(text) if word != END]
    elements = tuple(_element(part) for part in parts)
    return Pattern(owner, elements) if elements and elements[0] is not None else None


def orders(text: str) -> tuple[str, ...]:
    """either order = pattern " ~ " pattern ; a pattern without it has one order

    Args:
        text: the pattern as written.
    """
    first, sign, then = text.partition(_EITHER_ORDER)
    return (f"{first} {_GAP} {then}", f"{then} {_GAP} {first}") if sign else (text,)


def index(terms: Iterable[tuple[str, str]]) -> dict[str, list[Pattern]]:
    """Return patterns by what their first word can be: a whole word, or three letters and a star.

    Args:
        terms: (owner, pattern) pairs.
    """
    found: dict[str, list[Pattern]] = defaultdict(list)
    for owner, text in ((owner, ordered) for owner, text in terms for ordered in orders(text)):
        pattern = parse(owner, text)
        if pattern is not None and pattern.elements[0] is not None:
            whole, stems = pattern.elements[0]
            for key in (*whole, *{stem[:_STEM] + "*" for stem in stems}):
                found[key].append(pattern)
    return dict(found)


def find(text: Sequence[str], lookup: Lookup) -> Iterator[Match]:
    """Yield every match in a text, in the order of its beginning.

    Args:
        text: plain words with sentence ends as full stops.
        lookup: returns the patterns of a key of the index.
    """
    for start, word in enumerate(text):
        for pattern in (*lookup(word), *lookup(word[:_STEM] + "*")):
            end = _end(pattern.elements, 0, text, start)
            if end is not None:
                yield Match(pattern.owner, start, end)


def _is(element: Element, word: str) -> bool:
    return word in element[0] or word.startswith(element[1])


def _end(elements: Sequence[Element | None], place: int, text: Sequence[str], at: int) -> int | None:
    """Return where a match of the elements from a place on, beginning at a word, ends; or None."""
    while place < len(elements):
        element = elements[place]
        if element is None:
            return _after_gap(elements, place, text, at)
        if at >= len(text):
            return None
        if _is(element, text[at]):
            place += 1
        elif not (place and text[at][0].isdigit()):
            return None
        at += 1
    return at


def _after_gap(elements: Sequence[Element | None], place: int, text: Sequence[str], at: int) -> int | None:
    """A gap takes up to six words and never the end of a sentence."""
    for step in range(at, at + GAP_WORDS + 1):
        end = _end(elements, place + 1, text, step)
        if end is not None:
            return end
        if step >= len(text) or text[step] == END:
            return None
    return None
