"""Words of alarm as frightened people type them: read right although a letter is wrong, missing, doubled or swapped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

# Written out because one letter more or less must not turn an everyday word into an alarm; see `_NEIGHBOURS`.
_ALARMING = frozenset(
    "breathe breathing breath throat tongue swollen swelling swallow swallowing eyesight vision blurry blurred fuzzy injection injected filler fillers "
    "blister blisters bleeding spreading suicide suicidal paralysed paralyzed dizzy fainted fainting seizure allergic reaction infected infection pregnant "
    "headache weakness drooping droopy collapsed unconscious swallowed needle needles numbing isotretinoin accutane purple mottled blotchy feverish shivering".split()
)
# Real words that lie one letter away.
_NEIGHBOURS = frozenset(
    "selling threat breach breeding spelling needless breadth blending infested shelling blaster blasters drooling breather breaching fillet fillets inflection inflected "
    "feller fellers bluray blurted bluster snelling fainter burry redaction blotch ditzy bleeping virion sallow filles filmer faller swilling stelling stollen fidler fozzy "
    "prenant allergie infectes infecter paralyser reaccion suicidee visio".split()
)
# Short words that are mistyped often.
_SHORT = {"cnat": "cant", "cna": "can", "blu": "blue", "hlep": "help", "eys": "eyes", "lps": "lips", "skn": "skin", "fevr": "fever", "thrt": "throat", "wite": "white", "whte": "white", "elses": "else"}
_SHORTEST = 4


def respelt(text: Sequence[str], known: Callable[[str], bool]) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    """Return a text with mistyped words of alarm put right, and what was read as what.

    Args:
        text: plain words.
        known: tells whether a word stands in the lexicon; such a word is left as it is.
    """
    read, guessed = [], []
    for word in text:
        right = _SHORT.get(word) or (word if len(word) < _SHORTEST or not word.isalpha() or word in _NEIGHBOURS or known(word) else _nearest(word))
        if right != word:
            guessed.append((word, right))
        read.append(right)
    return read, tuple(dict.fromkeys(guessed))


@lru_cache(maxsize=4096)
def _nearest(word: str) -> str:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - most questions are spelt well enough to do without

    for right in sorted(_ALARMING):
        if right[0] == word[0] and abs(len(right) - len(word)) <= 1 and OSA.distance(word, right, score_cutoff=1) <= 1:
            return right
    return word
