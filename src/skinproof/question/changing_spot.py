"""One of several brown spots that has darkened where a treatment was on them: that is how light and acids work, and no mole that changes."""

from __future__ import annotations

from collections.abc import Sequence

from skinproof.catalogue.pattern import Match

_FOLLOWING = frozenset("after since following from apres depuis tras despues desde".split())
_TREATED = frozenset(
    "laser lasers ipl bbl photofacial light peel peels peeling acid cream serum retinol tretinoin hydroquinone vitamin microneedling needling cryo freezing session treatment "
    "creme seance lumiere traitement crema sesion luz tratamiento crioterapia acido acide".split()
)
_GROWS = frozenset("bigger larger wider grew grown growing bleeds bleed bleeding bled raised changed changing grande grandi grossi grossit grandit saigne crecido crece creciendo sangra".split())
_REACH = 4  # words


def darkened_by_treatment(match: Match, text: Sequence[str]) -> bool:
    """Tell whether one of several spots is told only to have darkened, after something that was done to them.

    Args:
        match: what was found.
        text: the words that it was found in.
    """
    if match.owner != "sign:named_one_changed" or _GROWS & set(text[match.start : match.end + 3]):
        return False
    return any(word in _FOLLOWING and _TREATED & set(text[n + 1 : n + 1 + _REACH]) for n, word in enumerate(text))
