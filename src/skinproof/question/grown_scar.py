"""A scar that grows after a spot, a piercing or a cut is raised scar or keloid, and no mole that changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match

_SCAR = frozenset("scar scars keloid keloids cicatrice cicatrices cicatriz cicatrices cheloide queloide".split())
_CAUSE = frozenset("pimple pimples spot spots acne zit zits piercing pierced piercings cut burn surgery operation csection chickenpox bite vaccine shaving ingrown scratch bouton boutons grano granos".split())
_NO_SCAR = frozenset("mole moles freckle freckles bleeds bleeding bled ulcer ulcerated cancer melanoma biopsy dark brown black removed removal".split())
_TONE = frozenset({("black", "skin"), ("brown", "skin"), ("dark", "skin"), ("im", "black"), ("black", "woman"), ("black", "man")})


def _a_raised_scar(match: Match, text: Sequence[str]) -> bool:
    """"Raised scar from a spot, keeps growing": a cause is told, and nothing of a mole."""
    if match.owner not in {"sign:mole_change", "sign:late_lumps"} or not (_SCAR & set(text) and _CAUSE & set(text)):
        return False
    colours = {word for pair in pairwise(text) if pair in _TONE for word in pair}
    return not (_NO_SCAR - colours) & set(text)


GROWN_SCAR: tuple[Callable[[Match, Sequence[str]], bool], ...] = (_a_raised_scar,)

__all__ = ["GROWN_SCAR"]
