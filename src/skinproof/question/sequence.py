"""What comes first: "retinol after a peel", "had a peel today, when can I have retinol"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from skinproof.catalogue.lexicon import Found
from skinproof.catalogue.outcome import Family
from skinproof.catalogue.text import END

_AFTER = frozenset("after since post following had got from apres depuis suite tras despues desde".split())
_SKIPPED = frozenset("a an the my some having getting doing new strong light deep de del un une la le el los las mi mon ma du l d".split())


def done_first(found: Found, text: Sequence[str], families: Mapping[str, Family]) -> tuple[str, ...]:
    """Return the treatments that stand behind "after" or "had": what was done before the other thing.

    Args:
        found: names and phrases in the text.
        text: the words of the question.
        families: wide names and their usual members.
    """
    first: list[str] = []
    for match in found.names:
        kind, _, name = match.owner.partition(":")
        before = [word for word in text[max(0, match.start - 4) : match.start] if word not in _SKIPPED]
        if kind in {"treatment", "family"} and before and before[-1] in _AFTER and END not in text[max(0, match.start - 1) : match.start]:
            first += families[name].members if name in families else (name,)
    return tuple(dict.fromkeys(first))
