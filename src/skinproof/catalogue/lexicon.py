"""The lexicon at work: what a text names, each word used once for names, freely for phrases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from rapidfuzz import fuzz, process

from skinproof.catalogue.pattern import Match, Patterns
from skinproof.catalogue.text import words

NAMES = ("treatment", "ingredient", "family")
# A typed word is read as a known one from this likeness on (0 to 100), and only if it is long enough to be told apart.
LIKENESS = 88.0
SHORTEST_GUESSED = 6


class Found(Struct, frozen=True, kw_only=True):
    """What the lexicon found in a text."""

    names: tuple[Match, ...]
    phrases: tuple[Match, ...]
    guessed: tuple[tuple[str, str], ...]

    def ids(self, kind: str) -> tuple[str, ...]:
        """Return the ids of one kind in the order in which they stand in the text."""
        matches = sorted((*self.names, *self.phrases), key=lambda m: m.start)
        return tuple(dict.fromkeys(m.owner.partition(":")[2] for m in matches if m.owner.startswith(kind + ":")))


class Lexicon:
    """Names and phrases, ready to be found."""

    def __init__(self, terms: Iterable[tuple[str, str]]) -> None:
        """Prepare a lexicon.

        Args:
            terms: (owner, pattern) pairs, an owner being `kind:id`.
        """
        terms = list(terms)
        self._names = Patterns((o, p) for o, p in terms if o.partition(":")[0] in NAMES)
        self._phrases = Patterns((o, p) for o, p in terms if o.partition(":")[0] not in NAMES)
        self._vocabulary = {w for _, p in terms for w in words(p.replace("|", " ").replace("*", " ")) if len(w) > 1}
        self._guessable = sorted({
            w for o, p in terms if o.startswith("treatment:") for w in words(p) if len(w) >= SHORTEST_GUESSED and w.isalpha()
        })

    def knows(self, word: str) -> bool:
        """Tell whether a word stands anywhere in the lexicon."""
        return word in self._vocabulary

    def find(self, text: Sequence[str]) -> Found:
        """Return what some words name.

        Args:
            text: plain words with sentence ends as full stops.
        """
        read, guessed = self._read(text)
        return Found(names=tuple(_longest(self._names.find(read))), phrases=tuple(_within_kind(self._phrases.find(read))), guessed=guessed)

    def _read(self, text: Sequence[str]) -> tuple[list[str], tuple[tuple[str, str], ...]]:
        """Read unknown long words as the known name that they are most like."""
        read, guessed = list(text), []
        for place, word in enumerate(text):
            if len(word) < SHORTEST_GUESSED or word in self._vocabulary or not word.isalpha():
                continue
            best = process.extractOne(word, self._guessable, scorer=fuzz.ratio, score_cutoff=LIKENESS)
            if best is not None and best[0][0] == word[0] and not _inflected(word, best[0]):
                read[place] = best[0]
                guessed.append((word, best[0]))
        return read, tuple(guessed)


def _inflected(word: str, other: str) -> bool:
    """An ordinary ending does not make a misspelling: "treated" is not "treater"."""
    return word.rstrip("sdrg") == other.rstrip("sdrg")


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
