"""`python -m training.train`: learn the three readers of words, from the messages and wordings of this folder and the questions of tests/.

The reader of alarm: how well it does on each set of messages when it has learned from all others is printed, and
src/skinproof/facts/words_of_alarm.LANGUAGE.json written. The reader of wordings: what a text is about that names nothing; its
five-fold figures are printed, and src/skinproof/facts/wordings.json written. The reader of answers: what sort of answer a
question calls for, and how that is weighed against what the rules said at first; how well each set is read when it is left out
of both is printed, and src/skinproof/facts/words_of_answer.json written. Needs scikit-learn: logistic regression on tf-idf.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from skinproof.answer.second_reading import FirstReading
from skinproof.answer.second_reading import features as weighed_features
from skinproof.catalogue.text import words
from skinproof.question import expected
from skinproof.question.linear import features
from skinproof.question.wording import stems
from training import data
from training.data import ROOT, fingerprint

TARGET = ROOT / "src/skinproof/facts"
LANGUAGES = ("en", "fr", "es")
WORDINGS = ROOT / "src/skinproof/facts/wordings.json"
LEAST_TEXTS = 2  # a word or pair that stands in one text alone teaches nothing
STRENGTH = 10.0  # inverse of the L2 penalty; 3 to 30 do alike
FALSE_ALARMS, FALSE_TODAY = 0.01, 0.002  # of the questions that need no doctor: raised at all, and raised as due today
RIGHT = 0.75  # a wording is believed from the probability on at which so many are right
ANSWERS = ROOT / "src/skinproof/facts/words_of_answer.json"
ANSWER_STRENGTH = 10.0  # inverse of the L2 penalty on words; 5 to 40 do alike
WEIGHING_STRENGTH = 0.03  # and on what is weighed: there are few first readings
SMALLEST = 0.15  # weights of one stem that are left out
LEAST_ANSWER_WEIGHT = 0.4  # stems whose weights are all smaller change almost no answer
LEAST_WEIGHT = 0.5  # smaller weights change almost no answer


def fit(texts: list[str], urgent: np.ndarray, weights: np.ndarray) -> tuple[TfidfVectorizer, LogisticRegression]:
    """Return the fitted weights of words and the regression."""
    counted = TfidfVectorizer(analyzer=lambda text: sorted(features(words(text))), min_df=LEAST_TEXTS, binary=True)
    return counted, LogisticRegression(C=STRENGTH, max_iter=5000).fit(counted.fit_transform(texts), urgent, sample_weight=weights)


def main(language: str = "en", target: Path = TARGET, without: str | None = None) -> None:
    """Train, print the figures of each set left out, and write the weights."""
    found = [m for m in data.messages(language) if m[0] != without]
    sets, texts, urgent, weighs = np.array([s for s, *_ in found]), [t for _, t, *_ in found], np.array([u for *_, u, _ in found]), np.array([w for *_, w in found])
    likely = np.zeros(len(found))
    for name in np.unique(sets):
        rest = np.flatnonzero(sets != name)
        counted, regression = fit([texts[i] for i in rest], urgent[rest], weighs[rest])
        here = np.flatnonzero(sets == name)
        likely[here] = regression.predict_proba(counted.transform([texts[i] for i in here]))[:, 1]
    asked = np.char.startswith(sets, "own_")
    calm = np.sort(likely[asked & ~urgent])[::-1]
    threshold, today = (float(calm[int(share * len(calm))]) for share in (FALSE_ALARMS, FALSE_TODAY))
    for name in np.unique(sets):
        here = sets == name
        print(f"{name}: {(likely[here & urgent] >= threshold).sum()} of {(here & urgent).sum()} urgent found, {(likely[here & ~urgent] >= threshold).sum()} of {(here & ~urgent).sum()} others raised; as due today {(likely[here & urgent] >= today).sum()} and {(likely[here & ~urgent] >= today).sum()}")
    counted, regression = fit(texts, urgent, weighs)
    weights = {word: (round(float(counted.idf_[n]), 3), round(float(regression.coef_[0][n]), 3)) for word, n in sorted(counted.vocabulary_.items())}
    model = {"trained_on": fingerprint(found), "threshold": round(threshold, 3), "today": round(today, 3), "bias": round(float(regression.intercept_[0]), 3), "words": weights}
    (target / f"words_of_alarm.{language}.json").write_text(json.dumps(model, ensure_ascii=False, separators=(",", ":")).replace("],", "],\n") + "\n")
    print(f"{language}: {len(weights)} words and pairs, threshold {threshold:.2f}, today {today:.2f}")


def wordings() -> None:
    """Train the reader of wordings, print its five-fold figures, and write the weights."""
    found = data.wordings()
    texts, labels = [t for texts in found.values() for t in texts], np.array([label for label, texts in found.items() for _ in texts])
    counted = TfidfVectorizer(analyzer=lambda text: sorted(stems(words(text))), min_df=LEAST_TEXTS, binary=True)
    matrix, regression = counted.fit_transform(texts), LogisticRegression(C=STRENGTH, max_iter=5000)
    likely = cross_val_predict(regression, matrix, labels, cv=StratifiedKFold(5, shuffle=True, random_state=0), method="predict_proba")
    right, surest = np.unique(labels)[likely.argmax(1)] == labels, np.argsort(-likely.max(1))
    share = np.cumsum(right[surest]) / np.arange(1, len(right) + 1)
    most = int(np.flatnonzero(share >= RIGHT).max())
    threshold = float(likely.max(1)[surest][most])
    print(f"wordings: {right.mean():.0%} of {len(right)} right at first; {RIGHT:.0%} of the surest {most / len(right):.0%}, from {threshold:.2f} on")
    regression.fit(matrix, labels)
    weights = {}
    for word, n in sorted(counted.vocabulary_.items()):
        kept = [(label, round(float(w), 2)) for label, w in enumerate(regression.coef_[:, n]) if abs(w) >= LEAST_WEIGHT]
        weights[word] = (round(float(counted.idf_[n]), 3), kept)
    model = {"trained_on": fingerprint(found), "threshold": round(threshold, 3), "labels": list(regression.classes_), "bias": [round(float(b), 3) for b in regression.intercept_], "words": weights}
    WORDINGS.write_text(json.dumps(model, ensure_ascii=False, separators=(",", ":")).replace("]]],", "]]],\n") + "\n")
    print(f"{len(weights)} stems, {len(regression.classes_)} labels")


class Answers:
    """The reader of answers, fitted to some questions."""

    def __init__(self, items: list[dict[str, Any]], readings: dict[str, dict[str, Any]]) -> None:
        self.counted = TfidfVectorizer(analyzer=lambda text: sorted(expected.stems(words(text))), min_df=LEAST_TEXTS, binary=True)
        self.words = LogisticRegression(C=ANSWER_STRENGTH, max_iter=5000).fit(self.counted.fit_transform([i["text"] for i in items]), [i["direction"] for i in items])
        self.readings = readings

    def expects(self, items: list[dict[str, Any]]) -> list[dict[str, float]]:
        """Return by item how likely each direction is by its words."""
        return [dict(zip(self.words.classes_, map(float, p), strict=True)) for p in self.words.predict_proba(self.counted.transform([i["text"] for i in items]))]

    def facts_of(self, items: list[dict[str, Any]], likely: list[dict[str, float]]) -> list[dict[str, float]]:
        """Return by item what is weighed."""
        return [weighed_features(msgspec.convert(self.readings[i["id"]], FirstReading), p) for i, p in zip(items, likely, strict=True)]


def answers() -> None:
    """Train the reader of answers, print how it does on each set that it has not seen, and write the weights."""
    items, readings = data.questions(), data.first_readings()
    read = [i for i in items if i["id"] in readings]
    unseen: dict[str, dict[str, float]] = {}
    for name in sorted({i["set"] for i in read}):
        here = [i for i in read if i["set"] == name]
        unseen |= dict(zip((i["id"] for i in here), Answers([i for i in items if i["set"] != name], readings).expects(here), strict=True))
    whole = Answers(items, readings)
    rows, truth = whole.facts_of(read, [unseen[i["id"]] for i in read]), np.array([i["direction"] for i in read])
    table = DictVectorizer()
    matrix = table.fit_transform(rows)
    sets = np.array([i["set"] for i in read])
    right = {"by words": 0, "by rules": 0, "weighed": 0}
    for name in np.unique(sets):
        rest, here = np.flatnonzero(sets != name), np.flatnonzero(sets == name)
        weighing = LogisticRegression(C=WEIGHING_STRENGTH, max_iter=5000).fit(matrix[rest], truth[rest])
        best = weighing.classes_[weighing.predict_proba(matrix[here]).argmax(1)]
        for n, chosen in zip(here, best, strict=True):
            item, likely = read[n], unseen[read[n]["id"]]
            for how, said in (("by words", max(likely, key=likely.__getitem__)), ("by rules", readings[item["id"]]["got"]), ("weighed", chosen)):
                right[how] += said in item["agree"]
    print("answers, each set left out: " + ", ".join(f"{how} {n / len(read):.1%}" for how, n in right.items()) + f" of {len(read)} agree; the rules of second_reading still apply to what is weighed")
    weighing = LogisticRegression(C=WEIGHING_STRENGTH, max_iter=5000).fit(matrix, truth)
    labels = [str(label) for label in whole.words.classes_]
    if labels != [str(label) for label in weighing.classes_]:
        raise SystemExit(f"The first readings hold other directions than the questions: {set(labels) ^ set(weighing.classes_)}.")
    kept = {stem: (round(float(whole.counted.idf_[n]), 2), [(label, round(float(w), 2)) for label, w in enumerate(whole.words.coef_[:, n]) if abs(w) >= SMALLEST]) for stem, n in sorted(whole.counted.vocabulary_.items()) if abs(whole.words.coef_[:, n]).max() >= LEAST_ANSWER_WEIGHT}
    model = {
        "trained_on": fingerprint([items, readings]), "labels": labels, "bias": [round(float(b), 3) for b in whole.words.intercept_], "words": kept,
        "weighing_bias": [round(float(b), 3) for b in weighing.intercept_], "weighing": {name: [round(float(w), 3) for w in weighing.coef_[:, n]] for name, n in sorted(table.vocabulary_.items())},
    }
    ANSWERS.write_text(json.dumps(model, ensure_ascii=False, separators=(",", ":")).replace("]],", "]],\n") + "\n")
    print(f"{len(kept)} stems and pairs, {len(model['weighing'])} features of first readings")


if __name__ == "__main__":
    for language in LANGUAGES:
        main(language)
    wordings()
    answers()
