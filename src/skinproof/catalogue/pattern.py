"""The pattern language of the lexicons, and the matcher that runs many patterns over one text.

A pattern is words separated by spaces. `a|b` allows either word, `..` is a gap of up to six words inside one sentence,
a trailing `*` stands for any ending, `14-35` for a number of that range, `A ~ B` means A and B in either order in one sentence, at most
twelve words apart (three parts stand in any order, at most twice as far), and `A ! b|c*` means A in a sentence that holds none of the words after the sign. Accents, case and apostrophes do not count, and a number between two words is
stepped over ("glycolic 20% peel" is a glycolic peel).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from skinproof.catalogue.text import END, opening, plain, words

GAP_WORDS = 6
_GAP = ".."
_WIDE_GAP = "..."
_WIDE_GAP_WORDS = 12
_EITHER_ORDER = " ~ "
_UNLESS = " ! "
_STEM = 3
_LONG = 300  # words
_HUNDRED = 100

Element = tuple[frozenset[str], tuple[str, ...]]  # whole words, stems


class Match(Struct, frozen=True):
    """A pattern that was found: whose it is, and the words from `start` up to but not including `end`."""

    owner: str
    start: int
    end: int


def words_before(match: Match, text: Sequence[str], reach: int) -> list[str]:
    """Return up to so many words before a match, within its sentence.

    Args:
        match: the match.
        text: the words that it was found in.
        reach: how many words at most.
    """
    before = list(text[max(0, match.start - reach) : match.start])
    while END in before:
        before = before[before.index(END) + 1 :]
    return before


def sentence_of(match: Match, text: Sequence[str]) -> Sequence[str]:
    """Return the words of the sentence that a match stands in, up to the first end behind it.

    Args:
        match: the match.
        text: the words that it was found in.
    """
    first = opening(text, match.start)
    try:
        return text[first : text.index(END, match.end)]
    except ValueError:
        return text[first:]


class Pattern(Struct, frozen=True, array_like=True):
    """A pattern taken apart; an element that is a number is a gap of so many words at most, `unless` must not be said, and the parts of `beside` stand near."""

    owner: str
    elements: tuple[Element | int, ...]
    unless: Element = (frozenset(), ())
    beside: tuple[tuple[Element | int, ...], ...] = ()


Lookup = Callable[[str], Sequence[Pattern]]


def _element(text: str) -> Element | int:
    """element = ".." | "..." | word ("|" word)* ; word = letters ["*"]"""
    if text in {_GAP, _WIDE_GAP}:
        return GAP_WORDS if text == _GAP else _WIDE_GAP_WORDS
    return _word(text)


def _word(text: str) -> Element:
    """word ("|" word)* ; word = letters ["*"] | digits "-" digits"""
    parts = [part for written in text.split("|") for part in (_numbers(written) or [plain(written).strip()])]
    return frozenset(p for p in parts if not p.endswith("*")), tuple(p[:-1] for p in parts if p.endswith("*"))


def _numbers(written: str) -> list[str]:
    """range = digits "-" digits ; below a hundred with what stands behind the point"""
    first, _, last = written.partition("-")
    if not (first.isdigit() and last.isdigit()):
        return []
    whole = range(int(first), int(last) + 1)
    return [*map(str, whole), *(f"{n}.*" for n in whole if n < _HUNDRED)]


def parse(owner: str, text: str) -> Pattern | None:
    """pattern = element (" " element)* [" ! " word ("|" word)*] ; a name without signs of the language is split as text is

    Args:
        owner: whose pattern it is.
        text: the pattern as written.

    Returns:
        The pattern, or None when it is empty or begins with a gap.
    """
    said, _, unsaid = text.partition(_UNLESS)
    elements, *beside = (_elements(part) for part in said.split(_EITHER_ORDER))
    unless = _word(unsaid) if unsaid.strip() else (frozenset(), ())
    return Pattern(owner, elements, unless, tuple(beside)) if elements and not isinstance(elements[0], int) else None


def _elements(said: str) -> tuple[Element | int, ...]:
    parts = said.split()
    if not any(sign in said for sign in ("|", "*", _GAP)):
        parts = [word for word in words(said) if word != END]
    return tuple(_element(part) for part in parts)


def orders(text: str) -> tuple[str, ...]:
    """either order = pattern " ~ " pattern ; a pattern without it has one order, and one of three parts is looked for from its first

    Args:
        text: the pattern as written.
    """
    said, unless, unsaid = text.partition(_UNLESS)
    parts = said.split(_EITHER_ORDER)
    return tuple(f"{a} {_WIDE_GAP} {b}{unless}{unsaid}" for a, b in (parts, reversed(parts))) if len(parts) == 2 else (text,)


def index(terms: Iterable[tuple[str, str]]) -> dict[str, list[Pattern]]:
    """Return patterns by what their first word can be: a whole word, or three letters and a star.

    Args:
        terms: (owner, pattern) pairs.
    """
    found: dict[str, list[Pattern]] = defaultdict(list)
    for owner, ordered in ((owner, one) for owner, text in terms for one in orders(text)):
        pattern = parse(owner, ordered)
        if pattern is not None and not isinstance(pattern.elements[0], int):
            whole, stems = pattern.elements[0]
            for key in sorted({*whole, *(stem[:_STEM] + "*" for stem in stems)}):
                found[key].append(pattern)
    return dict(found)


def find(text: Sequence[str], lookup: Lookup) -> Iterator[Match]:
    """Yield every match in a text, in the order of its beginning.

    Args:
        text: plain words with sentence ends as full stops.
        lookup: returns the patterns of a key of the index.
    """
    said = set(text)
    begun = {word[:n] for word in said for n in range(1, len(word) + 1)} if len(text) > _LONG else set()
    often: dict[str, list[Pattern]] = {}  # of a long text, where most words come again: the patterns of a word that the rest of the text allows
    for start, word in enumerate(text):
        following = text[start + 1] if start + 1 < len(text) else ""
        numbered = following[:1].isdigit()
        if len(text) > _LONG and word not in often:
            often[word] = [p for p in (*lookup(word), *lookup(word[:_STEM] + "*")) if _possible(p, said, begun)]
        for pattern in often[word] if len(text) > _LONG else (*lookup(word), *lookup(word[:_STEM] + "*")):
            if len(pattern.elements) > 1 and not numbered:
                second = pattern.elements[1]  # most patterns end here, so this is done at as little cost as can be
                if second.__class__ is tuple and following not in second[0] and not following.startswith(second[1]):
                    continue
            last = pattern.elements[-1]
            if last.__class__ is tuple and not last[1] and last[0].isdisjoint(said):
                continue  # its last word is nowhere in the text
            end = _end(pattern.elements, 0, text, start)
            if end is not None and not _ruled_out(pattern, said, text, start):
                spans = [_near(part, text, start, end) for part in pattern.beside]
                whole = [(start, end), *(span for span in spans if span)]
                if None not in spans:
                    yield Match(pattern.owner, min(a for a, _ in whole), max(b for _, b in whole))


def _ruled_out(pattern: Pattern, said: set[str], text: Sequence[str], start: int) -> bool:
    """Whether the sentence holds a word that must not be said; of a usual course also one that is denied may be: "tight after threads, no redness"."""
    words_, stems = pattern.unless
    if (not words_ or words_.isdisjoint(said)) and not stems:
        return False
    sentence = _sentence(text, start)
    if words_.isdisjoint(sentence) and not (stems and any(word.startswith(stems) for word in sentence)):
        return False
    usual = pattern.owner.startswith("aftermath:")
    return not usual or any(_is(pattern.unless, word) and not _denied_at(sentence, n) for n, word in enumerate(sentence))


_DENYING = frozenset("no not without zero doesnt isnt arent dont didnt sans pas sin ni nor aucun aucune".split())
_WELL = frozenset("fine normal perfectly normally ok okay well".split())  # "I breathe and swallow perfectly"
_LISTING = frozenset("or ou o nor".split())


def _denied_at(sentence: Sequence[str], place: int) -> bool:
    """Whether a word stands right behind a "no", is joined by an "or" to one that does, or goes well: "swallow fine"."""
    before = sentence[place - 1] if place else ""
    return before in _DENYING or bool(_WELL & set(sentence[place + 1 : place + 4])) or (before in _LISTING and place > 1 and _denied_at(sentence, place - 2))


def _possible(pattern: Pattern, said: set[str], begun: set[str]) -> bool:
    """Whether for each element of a pattern there is a word in the text, or the beginning of one."""
    for part in (pattern.elements, *pattern.beside):
        for element in part:  # the hottest place of a long text
            if element.__class__ is tuple and element[0].isdisjoint(said) and begun.isdisjoint(element[1]):
                return False
    return True


def _near(elements: Sequence[Element | int], text: Sequence[str], start: int, end: int) -> tuple[int, int] | None:
    """Return where a part stands in the same sentence, outside of what was found and near it; or None."""
    farthest, latest = max(0, start - 2 * _WIDE_GAP_WORDS), min(len(text), end + 2 * _WIDE_GAP_WORDS)
    before, after = text[farthest:start], text[end:latest]
    lowest = start - before[::-1].index(END) if END in before else farthest
    highest = end + after.index(END) if END in after else latest
    begins = elements[0]
    if isinstance(begins, int) or not (begins[1] or begins[0] & set(text[lowest:highest])):
        return None
    for at in range(lowest, highest):
        if _is(begins, text[at]) and (found := _end(elements, 0, text, at)) is not None and (found <= start or at >= end):
            return at, found
    return None


_AROUND = 80  # words on either side that a run-on sentence is read by


def _sentence(text: Sequence[str], at: int) -> Sequence[str]:
    """Return the words of the sentence that a word stands in; of a run-on one those about it."""
    first, last = max(0, at - _AROUND), at + _AROUND
    near = text[first:last]
    start = opening(near, at - first)
    try:
        return near[start : near.index(END, at - first)]
    except ValueError:
        return near[start:]


def _is(element: Element, word: str) -> bool:
    return word in element[0] or word.startswith(element[1])


def _end(elements: Sequence[Element | int], place: int, text: Sequence[str], at: int) -> int | None:
    """Return where a match of the elements from a place on, beginning at a word, ends; or None."""
    while place < len(elements):
        element = elements[place]
        if isinstance(element, int):
            return _after_gap(elements, place, text, at)
        if at >= len(text):
            return None
        if _is(element, text[at]):
            place += 1
        elif not (place and text[at][0].isdigit()):
            return None
        at += 1
    return at


def _after_gap(elements: Sequence[Element | int], place: int, text: Sequence[str], at: int) -> int | None:
    """A gap takes up to so many words and never the end of a sentence."""
    longest, following = elements[place], elements[place + 1] if place + 1 < len(elements) else 0
    for step in range(at, at + (longest if isinstance(longest, int) else 0) + 1):
        word = text[step] if step < len(text) else END
        if following.__class__ is int or word in following[0] or word.startswith(following[1]) or word[0].isdigit():  # type: ignore[index]
            end = _end(elements, place + 1, text, step)
            if end is not None:
                return end
        if word == END:
            return None
    return None
