"""`python -m training.first_readings FILE ... >> training/first_readings.jsonl`: what the rules alone say of questions that nobody has learned from yet.

Run it once on a new file of questions of tests/questions, before anything is mended from it: what is weighed against the words
must have been right or wrong without having been taught. Each line holds the id of a question and the first reading.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import msgspec
import yaml

from skinproof import api
from skinproof.answer.assemble import decide_all, status_of
from skinproof.answer.bottom_line import grounds
from skinproof.answer.gather import gather
from skinproof.answer.second_reading import FirstReading, first_reading
from skinproof.question.understand import understand


def read(question: str) -> FirstReading:
    """Return what the rules alone say."""
    knowledge = api.knowledge()
    case = understand(question, knowledge.vocabulary)
    gathered = gather(case, knowledge)
    status = status_of(case, gathered)
    decisions, first = decide_all(case, gathered, status)
    others = [d for part, _ in decisions for d in grounds(part, gathered)]
    return first_reading(first, others, gathered, status)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        for item in yaml.safe_load(Path(name).read_text()):
            print(json.dumps({"id": item["id"], **msgspec.to_builtins(read(item["question"]))}, ensure_ascii=False))
