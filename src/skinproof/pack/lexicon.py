"""The lexicon of the pack: every pattern with whose it is."""

from __future__ import annotations

from collections.abc import Iterable

from skinproof.catalogue.facts import Facts
from skinproof.catalogue.lexicon import NAMES
from skinproof.catalogue.outcome import Family
from skinproof.catalogue.text import words
from skinproof.ingredients.names import Names, names_of

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
    return f"{name}s" if name[-1:].isalpha() and name[-1:].isascii() and not name.endswith("s") and len(name.rsplit(maxsplit=1)[-1]) > _SHORTEST_WITH_PLURAL else None


def _terms(facts: Facts) -> Iterable[tuple[str, str]]:
    yield from ((f"treatment:{t.id}", n) for t in facts.treatments.values() for n in (t.name, *t.names, *t.brands, *t.misspellings, *t.names_fr, *t.names_es))
    hoped = {p for goal in facts.goals.values() for phrase in goal.en for p in (phrase, phrase.capitalize())}
    yield from ((f"ingredient:{i.id}", n) for i in facts.lists["ingredients"] if not i.label_only for n in {i.inci, *i.names, *i.names_fr, *i.names_es} - hoped)
    yield from ((f"family:{name}", n) for name, family in facts.families.items() for n in family.names)
    yield from ((f"goal:{name}", p) for name, goal in facts.goals.items() for p in (*goal.en, *goal.fr, *goal.es))
    yield from ((f"{kind.removesuffix('s')}:{name}", p) for kind, phrases in facts.phrases.items() for name, found in phrases.items() for p in found.all())
    yield from ((f"premise:{premise.id}", p) for premise in facts.lists["premises"] for p in premise.phrases)
    yield from ((f"premise_with_child:{premise.id}", p) for premise in facts.lists["premises"] for p in premise.phrases_with_child)
    yield from ((f"premise_of_it:{premise.id}", p) for premise in facts.lists["premises"] for p in premise.phrases_of_it)
    yield from ((f"aftermath:{told.id}", p) for told in facts.lists["aftermath"] for p in told.phrases)


def ingredient_names(facts: Facts) -> dict[str, str]:
    """Return ingredient ids by every name that a list may use, in plain words.

    Args:
        facts: the facts.
    """
    return {
        " ".join(words(name)): i.id
        for i in facts.lists["ingredients"] for name in reversed(i.all_names)
    }


def list_names(facts: Facts) -> Names:
    """Return all names of ingredients, ready for reading lists.

    Args:
        facts: the facts.
    """
    return names_of(facts.lists["ingredients"], facts.lists["annexes"])


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


def only_applied(facts: Facts) -> dict[str, str]:
    """Return what is known only on the skin or swallowed, with the record of its injected form; empty where there is none.

    Args:
        facts: the facts.
    """
    return {t.id: t.injected or "" for t in facts.treatments.values() if t.kind in {"leave_on", "swallowed"}}


def with_kin(facts: Facts) -> dict[str, Family]:
    """Return the families with the treatments that share a class with a member.

    Args:
        facts: the facts.
    """
    found = {}
    for name, family in facts.families.items():
        members = (*family.members, *(m for sense in family.senses for m in sense.members))
        classes = {c for m in members for c in facts.treatments[m].classes}
        kinds = {facts.treatments[m].kind for m in members} if not set.intersection(*(set(facts.treatments[m].classes) for m in members)) else set()  # "injectables" are of one kind and of no one class
        kin = members if family.substance else tuple(t.id for t in facts.treatments.values() if classes & set(t.classes) or (kinds == {t.kind} == {"injection"}))
        found[name] = Family(label=family.label, members=family.members, names=family.names, senses=family.senses, bare=family.bare, kin=kin)
    return found
