"""A tattoo that is planned, and not there yet: "can I get my brows tattooed"."""

from __future__ import annotations

from collections.abc import Sequence

from skinproof.catalogue.pattern import Match, words_before

_WISH = frozenset("get getting want wants wanting having".split())
_OF_THE_PLAN = frozenset("my a an the some her his be new small brow brows eyebrow eyebrows lip lips liner eyeliner scalp areola face permanent cosmetic done".split())
_DONE_TO_INK = frozenset("lasered removed faded covered treated off lightened redone corrected".split())
_REACH = 5  # words between the wish and the tattoo


def ink_to_come(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a tattoo is wished for; "get my tattoo lasered" is of ink that is there.

    Args:
        match: the match of a tattoo in the area.
        text: plain words with sentence ends.
    """
    if match.owner != "condition:tattoo_in_area" or _DONE_TO_INK & set(text[match.end : match.end + 2]):
        return False
    before = words_before(match, text, _REACH)
    wish = max((n for n, word in enumerate(before) if word in _WISH), default=None)
    return wish is not None and set(before[wish + 1 :]) <= _OF_THE_PLAN
