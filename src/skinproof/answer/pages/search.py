"""Search over treatments, outcomes and studies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from skinproof.answer.knowledge import Knowledge
from skinproof.catalogue.text import words
from skinproof.catalogue.treatment import Treatment
from skinproof.errors import InputError

LONGEST = 200
_MOST_WORDS, _LEAST_LETTERS = 12, 4
_WORD = re.compile(r"\w+")


class Hit(Struct, frozen=True, kw_only=True):
    """A page that was found."""

    kind: str  # treatment, outcome, study
    id: str
    title: str
    detail: str


def search(knowledge: Knowledge, text: str, limit: int = 30) -> list[Hit]:
    """Return pages that hold some words, treatments and outcomes before studies.

    Args:
        knowledge: the pack.
        text: what to look for, up to 200 characters.
        limit: how many at most.

    Raises:
        InputError: nothing to look for, or too long.
    """
    if len(text) > LONGEST:
        raise InputError(f"The search has {len(text):,} characters; up to {LONGEST} can be used. Leave the names only.")
    asked = _WORD.findall(text)[:_MOST_WORDS]
    if not asked:
        raise InputError("The search is empty. Type a treatment, an outcome or an author.")
    typed = words(text)
    read = knowledge.lexicon.find(typed)
    named = [h for name in read.ids("treatment") if (h := _hit(knowledge, "treatment", name)) is not None]
    found = [h for kind, name in knowledge.store.search(" ".join(asked), limit) if (h := _hit(knowledge, kind, name)) is not None]
    ordered = [*named, *_outcomes(knowledge, typed, read.ids("goal")), *(h for h in found if h.kind == "treatment"), *(h for h in found if h.kind == "study")]
    ordered = ordered or [h for t in knowledge.store.all("treatment", Treatment) if _begins(t, typed) and (h := _hit(knowledge, "treatment", t.id)) is not None]
    return list({(h.kind, h.id): h for h in ordered}.values())[:limit]


def _outcomes(knowledge: Knowledge, typed: Sequence[str], goals: Iterable[str]) -> list[Hit]:
    """The outcomes whose name holds what was typed, in one or in many, or that could show it; the nearest first."""
    wanted = {_one(w) for w in typed if len(w) >= _LEAST_LETTERS}
    aims = [o for g in goals for o in knowledge.goals[g].outcomes]
    shared = {o: len(wanted & {_one(w) for w in words(o.label)}) for o in knowledge.outcomes.values()}
    near = sorted((o for o, n in shared.items() if n or o.id in aims), key=lambda o: (-shared[o], o.id not in aims, len(words(o.label))))
    return [Hit(kind="outcome", id=o.id, title=o.label, detail="outcome") for o in near]


def _one(word: str) -> str:
    """A word as it stands for one thing: "pores" as "pore"."""
    return word.removesuffix("s") if len(word) >= _LEAST_LETTERS and not word.endswith("ss") else word


def _begins(treatment: Treatment, typed: Sequence[str]) -> bool:
    """Whether every word typed begins a word of one of a treatment's names or brands."""
    return any(all(any(w.startswith(t) for w in name) for t in typed) for name in _names((treatment.name, *treatment.names, *treatment.brands)))


@lru_cache(maxsize=1024)
def _names(names: tuple[str, ...]) -> list[list[str]]:
    """The words of some names, taken apart once."""
    return [words(name) for name in names]


def _hit(knowledge: Knowledge, kind: str, name: str) -> Hit | None:
    if kind == "treatment" and (treatment := knowledge.treatment(name)) is not None:
        return Hit(kind=kind, id=name, title=treatment.name, detail=treatment.what_it_is.text)
    if kind == "study" and (study := knowledge.study(name)) is not None:
        return Hit(kind=kind, id=name, title=f"{study.cited} {study.citation.year}, {study.citation.journal}", detail=study.population.description)
    return None
