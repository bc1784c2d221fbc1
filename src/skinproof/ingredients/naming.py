"""What the words of an INCI name tell of an ingredient that no table knows: its class, never more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from skinproof.catalogue.ingredient import NamingRule
from skinproof.ingredients.keys import plain


def classes_of_name(name: str, rules: Iterable[NamingRule], functions: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the classes that a name tells by the rules of naming, each once.

    Args:
        name: as on the label.
        rules: from the facts.
        functions: what the inventory says that it does, in lower case.
    """
    return tuple(dict.fromkeys(c for rule in holding(name, rules, functions) for c in rule.classes))


def is_large(name: str, rules: Iterable[NamingRule]) -> bool:
    """Tell whether a name is that of a large molecule: a polymer, a gum, a protein.

    Args:
        name: as on the label.
        rules: from the facts.
    """
    return any(rule.large for rule in holding(name, rules))


def holding(name: str, rules: Iterable[NamingRule], functions: Sequence[str] = ()) -> list[NamingRule]:
    """Return the rules that a name and its functions fulfil.

    Args:
        name: as on the label.
        rules: from the facts.
        functions: what the inventory says that it does, in lower case.
    """
    lowered = plain(name)
    words = lowered.replace("/", " ").replace("(", " ").replace(")", " ").replace("-", " ").split()
    return [rule for rule in rules if _holds(rule, lowered, words, functions)]


def _holds(rule: NamingRule, name: str, words: Sequence[str], functions: Sequence[str]) -> bool:
    if any(barred in name for barred in rule.unless):
        return False
    return (
        any(w in words for w in rule.words)
        or any(word.endswith(rule.endings) for word in words)
        or name.startswith(rule.beginnings)
        or any(part in name for part in rule.parts)
        or any(f in functions for f in rule.functions)
    )
