"""The pattern language of the lexicons, and the matcher that runs many patterns over one text.

A pattern is words separated by spaces. `a|b` allows either word, `..` is a gap of up to five words inside one sentence,
a trailing `*` stands for any ending. Accents, case and apostrophes do not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from skinproof.catalogue.text import END, plain, words as plain_words

GAP_WORDS = 5
_GAP = ".."
_STEM = 3

Element = tuple[frozenset[str], tuple[str, ...]]  # whole words, stems


class Match(Struct, frozen=True):
    """A pattern that was found: whose it is, and the words from `start` up to but not including `end`."""

    owner: str
    start: int
    end: int


class _Pattern(Struct, frozen=True):
    owner: str
    elements: tuple[Element | None, ...]  # None is a gap


def _element(text: str) -> Element | None:
    """element = ".." | word ("|" word)* ; word = letters ["*"]"""
    if text == _GAP:
        return None
    parts = [plain(part).strip() for part in text.split("|")]
    return frozenset(p for p in parts if not p.endswith("*")), tuple(p[:-1] for p in parts if p.endswith("*"))


def _elements(text: str) -> tuple[Element | None, ...]:
    """pattern = element (" " element)* ; a name without signs of the language is split as text is."""
    parts = text.split()
    if not any(sign in text for sign in ("|", "*", _GAP)):
        parts = [word for word in plain_words(text) if word != END]
    return tuple(_element(part) for part in parts)


def _is(element: Element, word: str) -> bool:
    return word in element[0] or any(word.startswith(stem) for stem in element[1])


class Patterns:
    """Many patterns, indexed by the words that they can begin with."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Index patterns.

        Args:
            pairs: (owner, pattern) for each.
        """
        self._by_word: dict[str, list[_Pattern]] = defaultdict(list)
        self._by_stem: dict[str, list[_Pattern]] = defaultdict(list)
        for owner, text in pairs:
            elements = _elements(text)
            if not elements or elements[0] is None:
                continue
            pattern = _Pattern(owner, elements)
            for word in elements[0][0]:
                self._by_word[word].append(pattern)
            for stem in elements[0][1]:
                self._by_stem[stem[:_STEM]].append(pattern)

    def find(self, text: Sequence[str]) -> Iterator[Match]:
        """Yield every match in a text, in the order of its beginning.

        Args:
            text: plain words with sentence ends as full stops.
        """
        for start, word in enumerate(text):
            candidates = self._by_word.get(word, ())
            stemmed = self._by_stem.get(word[:_STEM], ())
            for pattern in (*candidates, *stemmed):
                end = _end(pattern.elements, 0, text, start)
                if end is not None:
                    yield Match(pattern.owner, start, end)



def _end(elements: Sequence[Element | None], index: int, text: Sequence[str], at: int) -> int | None:
    """Return where a match of elements[index:] beginning at a word ends, or None."""
    if index == len(elements):
        return at
    element = elements[index]
    if element is not None:
        if at < len(text) and _is(element, text[at]):
            return _end(elements, index + 1, text, at + 1)
        return None
    for step in range(GAP_WORDS + 1):
        end = _end(elements, index + 1, text, at + step)
        if end is not None:
            return end
        if at + step >= len(text) or text[at + step] == END:
            return None
    return None
