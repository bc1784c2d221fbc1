"""What all tests share: the real facts, the real studies, and a pack built from them once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from skinproof.answer.knowledge import Knowledge
from skinproof.catalogue.facts import FOLDER, Facts, read_facts
from skinproof.catalogue.lexicon import Lexicon
from skinproof.evidence.reading import load_study
from skinproof.evidence.store import Store
from skinproof.evidence.study import Study
from skinproof.pack.build import build

# The same examples in every run: a failure is news about the code, never about the dice.
settings.register_profile("skinproof", deadline=None, derandomize=True, database=None)
settings.load_profile("skinproof")


@pytest.fixture(scope="session")
def facts() -> Facts:
    """Return the real facts but the studies."""
    return read_facts()


@pytest.fixture(scope="session")
def studies(facts) -> dict[Path, Study]:
    """Return the real studies by the file that holds them."""
    outcomes = {o.id for o in facts.lists["outcomes"]}
    return {path: load_study(path, outcomes=outcomes, components=facts.components) for path in sorted((FOLDER / "studies").glob("*.yaml"))}


@pytest.fixture(scope="session")
def pack(tmp_path_factory) -> Path:
    """Return a pack built from the real facts, apart from the one that is installed."""
    target = tmp_path_factory.mktemp("pack") / "evidence.sqlite"
    build(target=target)
    return target


@pytest.fixture(scope="session")
def knowledge(pack) -> Knowledge:
    """Return what answering reads from the pack."""
    return Knowledge(Store(pack))


@pytest.fixture(scope="session")
def lexicon(knowledge) -> Lexicon:
    """Return the names and phrases of the pack."""
    return knowledge.lexicon
