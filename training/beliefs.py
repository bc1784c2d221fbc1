"""`python -m training.beliefs`: learn which belief a question is most like, from the beliefs and from the questions of tests/ that hold one.

A question holds a belief if one of its phrases is there; so what is learned is to find the belief where the phrases do not. Each
belief's bag of words is made of its own text, its phrases and those questions. How likely a candidate is is learned by logistic
regression from bags that have not seen the set of the question. What that finds is printed, with how it agrees with the answers
that careful experts give, and src/skinproof/facts/words_of_belief.json written. Needs scikit-learn.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log
from typing import Any

import numpy as np
from msgspec import Struct
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from skinproof import api
from skinproof.answer.gates.told import belief_word
from skinproof.answer.likely_belief import COMMON, features, ranked, stems
from skinproof.catalogue.facts import FOLDER, read_facts
from skinproof.catalogue.rules import Premise
from skinproof.catalogue.text import words
from skinproof.catalogue.word_model import BeliefModel
from skinproof.question.understand import understand
from training import data

TARGET = FOLDER / "words_of_belief.json"
LANGUAGE = "en"
FOLDS = 5
THRESHOLD = 0.4  # docs/questions.md has the table
RAREST = 6.0  # no stem counts as rarer
NAME, BELIEF, SHORT, ANSWER = 1.0, 1.5, 1.0, 0.4  # how much a word counts by where it stands
MOST_OF_A_PHRASE, PHRASES = 0.25, 2.0  # a word of a phrase: one share of them all
QUESTIONS, MANY = 1.2, 0.7  # a word of a question that holds the belief; the more such questions, the less each
TREATMENT = 1.5
LEAST = 1.0  # smaller weights change almost nothing
CANDIDATES = 3  # so many of each question are learned from
# What leads a question now, and would give way to a belief.
GIVES_WAY = {"consensus", "verdict", "none"}


class Asked(Struct, frozen=True, kw_only=True):
    """A question as far as it is learned from."""

    id: str
    set: str
    text: tuple[str, ...]
    treatments: tuple[str, ...]
    holds: frozenset[str]
    agree: frozenset[str]


def asked() -> list[Asked]:
    """Return our own questions, with the beliefs whose phrases are in them."""
    vocabulary, found = api.knowledge().vocabulary, []
    for item in data.questions():
        case = understand(item["text"], vocabulary)
        if case.language == LANGUAGE and not case.ingredient_list:
            found.append(Asked(id=item["id"], set=item["set"], text=tuple(words(item["text"])), treatments=case.treatments, holds=frozenset(case.premises), agree=frozenset(item["agree"])))
    return found


def bag(belief: Premise) -> Counter[str]:
    """Return how much each stem and treatment counts by the belief's own text and phrases."""
    found: Counter[str] = Counter()
    for text, weight in ((belief.id.replace("_", " "), NAME), (belief.belief, BELIEF), (belief.short, SHORT), (belief.answer, ANSWER)):
        for stem in stems(words(text)):
            found[stem] += weight
    phrases = (*belief.phrases, *belief.phrases_of_it, *belief.phrases_with_child)
    for phrase in phrases:
        for stem in stems(words(phrase.replace("|", " ").replace("*", " "))):
            found[stem] += min(MOST_OF_A_PHRASE, PHRASES / len(phrases))
    for treatment in belief.treatments:
        found[f"{data.OF}{treatment}"] += TREATMENT
    return found


def fitted(questions: Sequence[Asked], beliefs: Sequence[Premise], own: Sequence[Counter[str]], rarity: dict[str, float]) -> BeliefModel:
    """Return the bags of words, not yet weighed."""
    place = {b.id: n for n, b in enumerate(beliefs)}
    bags, held = [Counter(b) for b in own], Counter(p for q in questions for p in q.holds)
    for question in questions:
        for name in question.holds & place.keys():
            for token in tokens(question):
                bags[place[name]][token] += QUESTIONS / (1 + held[name] ** MANY)
    table: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for n, one in enumerate(bags):
        for token, count in one.items():
            weight = rarity.get(token, 0.0) * count * 2 / (count + 1)
            if weight >= LEAST:
                table[token].append((n, round(weight, 2)))
    return BeliefModel(
        trained_on="", threshold=THRESHOLD, beliefs=tuple(b.id for b in beliefs), rarity=rarity, bias=0.0, weighing=(),
        words={t: tuple(w) for t, w in sorted(table.items()) if not t.startswith(data.OF)},
        treatments={t.removeprefix(data.OF): tuple(w) for t, w in sorted(table.items()) if t.startswith(data.OF)},
    )


def tokens(question: Asked) -> set[str]:
    """Return the stems and treatments of a question."""
    return stems(question.text) | {f"{data.OF}{t}" for t in question.treatments}


def rarities(questions: Sequence[Asked], own: Iterable[Counter[str]]) -> dict[str, float]:
    """Return the idf of every stem and treatment that tells anything: 0 of what is too common."""
    counted = Counter(token for q in questions for token in tokens(q))
    every = {token for b in own for token in b} | counted.keys()
    idf = {t: min(RAREST, log((len(questions) + 1) / (counted[t] + 1.5))) if counted[t] else RAREST - 1 for t in every}
    return {t: round(v, 2) for t, v in sorted(idf.items()) if v >= COMMON or t.startswith(data.OF)}


def main() -> None:
    """Train, print what is found of sets that the bags have not seen, and write what was learned."""
    questions, beliefs = asked(), [p for p in read_facts().lists["premises"] if not p.by_name]
    own = [bag(b) for b in beliefs]
    rarity = rarities(questions, own)
    sets = np.array([q.set for q in questions])
    rows: list[tuple[float, ...]] = []
    of: list[tuple[int, str]] = []
    for _, here in GroupKFold(FOLDS).split(sets, groups=sets):
        left_out = set(here.tolist())
        model = fitted([q for n, q in enumerate(questions) if n not in left_out], beliefs, own, rarity)
        for n in here:
            found = ranked(stems(questions[n].text), questions[n].treatments, model)
            for place, _ in found[:CANDIDATES]:
                rows.append(features(place, found, beliefs[place], set(questions[n].text), questions[n].treatments, model))
                of.append((n, beliefs[place].id))
    matrix, truth, groups = np.array(rows), np.array([name in questions[n].holds for n, name in of]), np.array([questions[n].set for n, _ in of])
    regression = LogisticRegression(max_iter=5000)
    likely = cross_val_predict(regression, matrix, truth, groups=groups, cv=GroupKFold(FOLDS), method="predict_proba")[:, 1]
    report(questions, {b.id: b for b in beliefs}, of, likely, truth)
    regression.fit(matrix, truth)
    model = fitted(questions, beliefs, own, rarity)
    learned: dict[str, Any] = {
        "trained_on": data.fingerprint(data.questions()), "threshold": THRESHOLD, "bias": round(float(regression.intercept_[0]), 3), "weighing": [round(float(w), 3) for w in regression.coef_[0]],
        "beliefs": model.beliefs, "rarity": {t: v for t, v in rarity.items() if not t.startswith(data.OF)}, "words": model.words, "treatments": model.treatments,
    }
    TARGET.write_text(json.dumps(learned, ensure_ascii=False, separators=(",", ":")).replace("]],", "]],\n") + "\n")
    print(f"{len(beliefs)} beliefs, {len(model.words)} stems, {TARGET.stat().st_size // 1024} kB")


def report(questions: Sequence[Asked], beliefs: dict[str, Premise], of: Sequence[tuple[int, str]], likely: np.ndarray, truth: np.ndarray) -> None:
    """Print at several thresholds what is found, and, where something weaker led at first, how often experts agree with that and with the belief."""
    readings = data.first_readings()
    best: dict[int, int] = {}
    for row, (n, _) in enumerate(of):
        if n not in best or likely[row] > likely[best[n]]:
            best[n] = row
    for threshold in (0.3, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8):
        sure = [(n, row) for n, row in best.items() if likely[row] >= threshold]
        free = [(n, row) for n, row in sure if (r := readings.get(questions[n].id)) is not None and r["gate"].partition("/")[0].partition(":")[0] in GIVES_WAY]
        led = sum(readings[questions[n].id]["got"] in questions[n].agree for n, _ in free)
        said = sum(belief_word(beliefs[of[row][1]]) in questions[n].agree for n, row in free)
        print(f"from {threshold}: {len(sure)} of {len(questions)} questions get a belief, {np.mean([truth[row] for _, row in sure]):.0%} of them one that is held by phrase; of {len(free)} that something weaker led at first, agree {led} with that and {said} with the belief")


if __name__ == "__main__":
    main()
