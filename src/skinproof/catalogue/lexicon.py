"""The lexicon at work: what a text names, each word used once for names, freely for phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from msgspec import Struct

from skinproof.catalogue.pattern import Lookup, Match, find, index
from skinproof.catalogue.text import words

NAMES = ("treatment:", "ingredient:", "family:")
# A typed word is read as a known one from this likeness on (0 to 100), and only if it is long enough to be told apart.
LIKENESS = 88.0
_WELL_SPELT = frozenset({"soothing", "smoother", "soothes", "peeled", "peeler", "filled", "feeling", "resulting", "hydrated"})  # words of their own that are like a name
SHORTEST_GUESSED = 6


class Found(Struct, frozen=True, kw_only=True, dict=True):
    """What the lexicon found in a text."""

    names: tuple[Match, ...]
    phrases: tuple[Match, ...]
    guessed: tuple[tuple[str, str], ...]

    def ids(self, kind: str) -> tuple[str, ...]:
        """Return the ids of one kind in the order in which they stand in the text."""
        return tuple(self._of_kind.get(kind, ()))

    @cached_property
    def _of_kind(self) -> dict[str, dict[str, None]]:
        """The ids by kind, each once, in the order in which they stand in the text."""
        found: dict[str, dict[str, None]] = {}
        for match in sorted((*self.names, *self.phrases), key=lambda m: m.start):
            kind, _, name = match.owner.partition(":")
            found.setdefault(kind, {})[name] = None
        return found


class Words(Struct, frozen=True, kw_only=True):
    """The words of a lexicon: all that it knows, and those that a misspelling may be read as."""

    known: frozenset[str]
    guessable: tuple[str, ...]


def words_of(terms: Iterable[tuple[str, str]]) -> Words:
    """Return the words of (owner, pattern) pairs."""
    terms = list(terms)
    known = {w for _, p in terms for w in words(p.replace("|", " ").replace("*", " ")) if len(w) > 1}
    guessable = {w for o, p in terms if o.startswith("treatment:") for w in words(p) if len(w) >= SHORTEST_GUESSED and w.isalpha()}
    return Words(known=frozenset(known), guessable=tuple(sorted(guessable)))


class Lexicon:
    """Names and phrases, ready to be found."""

    def __init__(self, lookup: Lookup, vocabulary: Callable[[], Words]) -> None:
        """Prepare a lexicon.

        Args:
            lookup: returns the patterns of a key of the index.
            vocabulary: returns the words of the lexicon; called when first needed.
        """
        self._lookup = lookup
        self._vocabulary = vocabulary

    @classmethod
    def of(cls, terms: Iterable[tuple[str, str]]) -> Lexicon:
        """Return a lexicon of (owner, pattern) pairs, an owner being `kind:id`."""
        terms = list(terms)
        patterns, vocabulary = index(terms), words_of(terms)
        return cls(lambda key: patterns.get(key, ()), lambda: vocabulary)

    def knows(self, word: str) -> bool:
        """Tell whether a word stands anywhere in the lexicon."""
        return word in self._vocabulary().known

    def find(self, text: Sequence[str]) -> Found:
        """Return what some words name.

        Args:
            text: plain words with sentence ends as full stops.
        """
        read, guessed = self._read(text)
        matches = list(find(read, self._lookup))
        names = [m for m in matches if m.owner.startswith(NAMES)]
        phrases = [m for m in matches if not m.owner.startswith(NAMES)]
        return Found(names=tuple(_longest(names)), phrases=tuple(_within_kind(phrases)), guessed=guessed)

    def _read(self, text: Sequence[str]) -> tuple[list[str], tuple[tuple[str, str], ...]]:
        """Read unknown long words as the known name that they are most like."""
        vocabulary = self._vocabulary()
        unknown = [w for w in dict.fromkeys(text) if len(w) >= SHORTEST_GUESSED and w not in vocabulary.known and w not in _WELL_SPELT and w.isalpha()]
        meant = {w: best for w in unknown if (best := _most_like(w, vocabulary.guessable, vocabulary.known)) is not None}
        return [meant.get(w, w) for w in text], tuple(meant.items())


def _most_like(word: str, guessable: Sequence[str], known: AbstractSet[str]) -> str | None:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - most questions are spelt well enough to do without

    if any(word.removesuffix(ending) in known for ending in ("s", "ed", "d", "ing", "er", "ly", "es")):
        return None  # an ordinary ending makes no misspelling
    best = process.extractOne(word, [g for g in guessable if g[0] == word[0]], scorer=fuzz.ratio, score_cutoff=LIKENESS)
    return None if best is None or word.rstrip("sdrg") == best[0].rstrip("sdrg") else str(best[0])


def _longest(matches: Iterable[Match]) -> list[Match]:
    """Keep the longest match wherever several overlap."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start, not m.owner.startswith("treatment:"))):
        if all(match.end <= other.start or match.start >= other.end for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)


def _within_kind(matches: Iterable[Match]) -> list[Match]:
    """Among goals a longer match hides a shorter one that it holds; other phrases stand side by side."""
    matches = list(matches)
    goals = _longest(m for m in matches if m.owner.startswith("goal:"))
    spans = {(m.start, m.end) for m in goals}
    return [m for m in matches if not m.owner.startswith("goal:") or (m.start, m.end) in spans]
