"""The lexicon of the pack: every pattern with whose it is."""

from __future__ import annotations

from collections.abc import Iterable

from skinproof.catalogue.facts import Facts
from skinproof.catalogue.lexicon import NAMES
from skinproof.catalogue.text import words

_SHORTEST_WITH_PLURAL = 2


def lexicon_terms(facts: Facts) -> list[tuple[str, str]]:
    """Return (owner, pattern) for all names and phrases, where an owner is `kind:id`.

    Args:
        facts: the facts.
    """
    terms = set(_terms(facts))
    return sorted(terms | {(o, plural) for o, p in terms if o.startswith(NAMES) and (plural := _plural(p))})


def _plural(name: str) -> str | None:
    """Names also match with a plural s on their last word."""
    return f"{name}s" if name[-1:].isalpha() and name[-1:].isascii() and not name.endswith("s") and len(name.split()[-1]) > _SHORTEST_WITH_PLURAL else None


def _terms(facts: Facts) -> Iterable[tuple[str, str]]:
    for t in facts.treatments.values():
        for name in (t.name, *t.names, *t.brands, *t.misspellings, *t.names_fr, *t.names_es):
            yield f"treatment:{t.id}", name
    hoped = {phrase for goal in facts.goals.values() for phrase in goal.en}
    for i in facts.lists["ingredients"]:
        for name in {i.inci, *i.names, *i.names_fr, *i.names_es} - hoped - {n.capitalize() for n in hoped}:
            yield f"ingredient:{i.id}", name
    for name, family in facts.families.items():
        for phrase in family.names:
            yield f"family:{name}", phrase
    for goal, record in facts.goals.items():
        for phrase in (*record.en, *record.fr, *record.es):
            yield f"goal:{goal}", phrase
    for kind, phrases in facts.phrases.items():
        for name, found in phrases.items():
            for phrase in found.all():
                yield f"{kind.removesuffix('s')}:{name}", phrase
    for premise in facts.lists["premises"]:
        for phrase in premise.phrases:
            yield f"premise:{premise.id}", phrase


def ingredient_names(facts: Facts) -> dict[str, str]:
    """Return ingredient ids by every name that a list may use, in plain words.

    Args:
        facts: the facts.
    """
    return {
        " ".join(words(name)): i.id
        for i in facts.lists["ingredients"] for name in (*i.names_es, *i.names_fr, *i.names, i.inci)
    }


def contents(facts: Facts) -> dict[str, tuple[str, ...]]:
    """Return, by treatment, the treatments that its usual contents are when used alone.

    Args:
        facts: the facts.
    """
    alone = {i.id: i.treatment for i in facts.lists["ingredients"] if i.treatment}
    return {
        t.id: them for t in facts.treatments.values()
        if (them := tuple(sorted({alone.get(c, c) for c in t.carries} & set(facts.treatments))))
    }
