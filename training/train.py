"""`python training/train.py`: learn the reader of alarming words from the messages of this folder and the questions of tests/.

Prints how well it does on each set of messages when it has learned from all others, and writes
src/skinproof/facts/words_of_alarm.json. Needs scikit-learn (Pedregosa 2011): logistic regression on tf-idf.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import yaml
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from skinproof.catalogue.text import words
from skinproof.question.alarm import features

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "src/skinproof/facts/words_of_alarm.json"
LEAST_TEXTS = 2  # a word or pair that stands in one text alone teaches nothing
STRENGTH = 10.0  # inverse of the L2 penalty; 3 to 30 do alike
FALSE_ALARMS = 0.01  # of the questions that need no doctor


def messages() -> list[tuple[str, str, bool]]:
    """Return (set, text, needs a doctor) of every message."""
    found = [(m["set"], m["text"], m["level"] != "none") for m in yaml.safe_load((ROOT / "training/alarm.yaml").read_text())]
    for path in sorted((ROOT / "tests/questions").glob("own_*.yaml")):
        found += [(path.stem, q["question"], q["expected"]["direction"] == "see a doctor now") for q in yaml.safe_load(path.read_text())]
    return found


def fingerprint(found: list[tuple[str, str, bool]]) -> str:
    """Return the hash of what is learned from."""
    return hashlib.sha256(json.dumps(found, ensure_ascii=False).encode()).hexdigest()[:16]


def fit(texts: list[str], urgent: np.ndarray) -> tuple[TfidfVectorizer, LogisticRegression]:
    """Return the fitted weights of words and the regression."""
    counted = TfidfVectorizer(analyzer=lambda text: sorted(features(words(text))), min_df=LEAST_TEXTS, binary=True)
    return counted, LogisticRegression(C=STRENGTH, max_iter=5000).fit(counted.fit_transform(texts), urgent)


def main(target: Path = TARGET, without: str | None = None) -> None:
    """Train, print the figures of each set left out, and write the weights."""
    found = [m for m in messages() if m[0] != without]
    sets, texts, urgent = np.array([s for s, _, _ in found]), [t for _, t, _ in found], np.array([u for _, _, u in found])
    likely = np.zeros(len(found))
    for name in np.unique(sets):
        rest = np.flatnonzero(sets != name)
        counted, regression = fit([texts[i] for i in rest], urgent[rest])
        here = np.flatnonzero(sets == name)
        likely[here] = regression.predict_proba(counted.transform([texts[i] for i in here]))[:, 1]
    asked = np.char.startswith(sets, "own_")
    calm = np.sort(likely[asked & ~urgent])[::-1]
    threshold = float(calm[int(FALSE_ALARMS * len(calm))])
    for name in np.unique(sets):
        here = sets == name
        print(f"{name}: {(likely[here & urgent] >= threshold).sum()} of {(here & urgent).sum()} urgent found, {(likely[here & ~urgent] >= threshold).sum()} of {(here & ~urgent).sum()} others raised")
    counted, regression = fit(texts, urgent)
    weights = {word: (round(float(counted.idf_[n]), 3), round(float(regression.coef_[0][n]), 3)) for word, n in sorted(counted.vocabulary_.items())}
    model = {"trained_on": fingerprint(found), "threshold": round(threshold, 3), "bias": round(float(regression.intercept_[0]), 3), "words": weights}
    target.write_text(json.dumps(model, ensure_ascii=False, separators=(",", ":")).replace("],", "],\n") + "\n")
    print(f"{len(weights)} words and pairs, threshold {threshold:.2f}")


if __name__ == "__main__":
    main()
