"""Search over treatments, outcomes and studies."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    named = [h for name in knowledge.lexicon.find(typed).ids("treatment") if (h := _hit(knowledge, "treatment", name)) is not None]
    wanted = {w for w in typed if len(w) >= _LEAST_LETTERS}
    shared = {o: len(wanted & set(words(o.label))) for o in knowledge.outcomes.values()}
    outcomes = [Hit(kind="outcome", id=o.id, title=o.label, detail="outcome") for o, n in sorted(shared.items(), key=lambda item: -item[1]) if n]
    found = [h for kind, name in knowledge.store.search(" ".join(asked), limit) if (h := _hit(knowledge, kind, name)) is not None]
    meant = [h for h in outcomes if set(words(h.title)) <= set(typed)]
    ordered = [*named, *meant, *(h for h in found if h.kind == "treatment"), *outcomes, *(h for h in found if h.kind == "study")]
    ordered = ordered or [h for t in knowledge.store.all("treatment", Treatment) if _begins(t, typed) and (h := _hit(knowledge, "treatment", t.id)) is not None]
    return list({(h.kind, h.id): h for h in ordered}.values())[:limit]


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
