"""The belief that the words of a question are most like, where none is put in words that we know.

Phrases find a belief that is told as somebody foresaw. People tell it otherwise: "will latisse turn my blue eyes brown".
So every belief has a bag of words, learned from its own text, its phrases and the questions of our own that hold it
(`python -m training.beliefs`); the likeliest four are weighed by how well they fit, how far the first is ahead, how much of one
of their phrases is said in any order, and whether they speak of another treatment. Only what is likely enough is told, and the
answer says that it was found by likeness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import exp, log

from skinproof.answer.knowledge import Knowledge
from skinproof.catalogue.pattern import Element, parse
from skinproof.catalogue.rules import Premise
from skinproof.catalogue.text import END, words
from skinproof.catalogue.word_model import BeliefModel
from skinproof.question.case import Case

_STEM, _SHORTEST_PLURAL = 5, 3  # letters kept of a word
_MOST = 4  # so many are weighed
COMMON, _UNSEEN, _LEAST = 2.0, 5.0, 0.3  # rarity (idf): below the first a word tells nothing; that of a word never seen; that of a part of a phrase that tells nothing
_LONGEST = 120  # words; a longer letter touches on much
_LANGUAGE = "en"  # that of the questions learned from
_UNEASY = 0.2  # a message that sounds so alarming gets no belief by likeness: it may calm
_AHEAD = 0.1  # of the next likely one; nearer together the words may mean either
_LEAST_PHRASE = 4.0  # phrases whose parts are no rarer together count only when all is said


def likely_belief(case: Case, knowledge: Knowledge) -> Premise | None:
    """Return the belief that the words are most like, if it is likely enough that they hold it.

    Args:
        case: what was understood.
        knowledge: the pack.
    """
    model, text = knowledge.likeness, words(case.question)
    if model is None or case.language != _LANGUAGE or case.ingredient_list or case.unknown_names or "goal_first" in case.concerns or case.danger or (case.alarm or 0.0) >= _UNEASY or len(text) > _LONGEST:
        return None
    found = ranked(stems(text), case.treatments, model)
    held = {p.id: p for p in knowledge.premises(tuple(model.beliefs[place] for place, _ in found)) if not p.by_name}
    known, said = [place for place, _ in found if model.beliefs[place] in held], set(text)
    chances = {place: likely(features(place, found, held[model.beliefs[place]], said, case.treatments, model), model) for place in known}
    best, second = [*sorted(chances, key=chances.__getitem__, reverse=True), None, None][:2]
    if best is None or chances[best] < model.threshold or (second is not None and chances[best] - chances[second] < _AHEAD):
        return None
    belief = held[model.beliefs[best]]
    one_side = len(case.treatments) > 1 and belief.treatments and not set(case.treatments) <= set(belief.treatments)
    return None if one_side else belief  # of two things that are asked about it speaks of one


def stems(text: Iterable[str]) -> set[str]:
    """Return the stems of the words of a text, without numbers and single letters.

    Args:
        text: plain words with sentence ends as full stops.
    """
    return {stem(word) for word in text if word != END and len(word) > 1 and word.isalpha()}


def stem(word: str) -> str:
    """Return the first letters of a word, without the s of a plural.

    Args:
        word: a plain word.
    """
    return (word[:-1] if len(word) > _SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss") else word)[:_STEM]


def ranked(said: Collection[str], treatments: Iterable[str], model: BeliefModel) -> list[tuple[int, float]]:
    """Return the places of the likeliest beliefs and how much speaks for each, most first.

    Args:
        said: the stems of the question.
        treatments: what it asks about.
        model: what was learned.
    """
    totals: dict[int, float] = defaultdict(float)
    for found in (*(model.words.get(stem, ()) for stem in sorted(said)), *(model.treatments.get(t, ()) for t in treatments)):  # in one order, so that sums are the same each time
        for place, weight in found:
            totals[place] += weight
    return sorted(totals.items(), key=lambda known: (-known[1], known[0]))[:_MOST]


def phrase_said(belief: Premise, said: Collection[str], text: Collection[str], rarity: Mapping[str, float]) -> float:
    """Return how much of one of the belief's phrases is said, in any order and anywhere: from 0 to 1, by the rarity of its parts.

    Args:
        belief: the belief.
        said: the stems of the question.
        text: its words.
        rarity: the idf of stems.
    """
    best = 0.0
    for phrase in (*belief.phrases, *belief.phrases_of_it, *belief.phrases_with_child):
        pattern = parse(belief.id, phrase)
        parts = [e for group in (pattern.elements, *pattern.beside) for e in group if not isinstance(e, int)] if pattern else []
        weights = [_weight(part, rarity) for part in parts]
        whole = sum(weights)
        share = sum(w for part, w in zip(parts, weights, strict=True) if _said(part, said, text)) / whole if whole else 0.0
        if share == 1.0 or share * whole > _LEAST_PHRASE:
            best = max(best, share)
    return best


def _weight(part: Element, rarity: Mapping[str, float]) -> float:
    """The rarity of the commonest of the words that tell anything."""
    words, endless = part
    told = [rarity.get(stem(w), _UNSEEN) for w in (*words, *endless) if w]
    telling = [r for r in told if r >= COMMON]
    return min(telling, default=_LEAST)


def _said(part: Element, said: Collection[str], text: Collection[str]) -> bool:
    words, endless = part
    return any(w in text or stem(w) in said for w in words) or any(w.startswith(e) for e in endless for w in text)


def features(place: int, found: Sequence[tuple[int, float]], belief: Premise, text: Collection[str], treatments: Collection[str], model: BeliefModel) -> tuple[float, ...]:
    """Return what is weighed of one candidate: how much speaks for it, how far it is ahead, the length of the question, its phrase, and whether it speaks of another treatment.

    Args:
        place: the place of the belief.
        found: the candidates, as `ranked` returns them.
        belief: the belief.
        text: the words of the question.
        treatments: what it asks about.
        model: what was learned.
    """
    own = dict(found)[place]
    other = max((score for p, score in found if p != place), default=0.0)
    said = stems(text)
    phrase = phrase_said(belief, said, text, model.rarity)
    elsewhere = bool(belief.treatments and treatments and not set(belief.treatments) & set(treatments))
    return (log(own + 1), log((own + 1) / (other + 1)), log(len(said) + 1), phrase, phrase**3, float(elsewhere))


def likely(weighed: Sequence[float], model: BeliefModel) -> float:
    """Return how likely a candidate is: logistic regression.

    Args:
        weighed: its features.
        model: what was learned.
    """
    return 1 / (1 + exp(-model.bias - sum(w * x for w, x in zip(model.weighing, weighed, strict=True))))
