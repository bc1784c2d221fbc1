"""Beliefs and occasions that stand in the words only to be denied: "never had cold sores, lip filler?"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from skinproof.catalogue.lexicon import Found
from skinproof.catalogue.pattern import Match, words_before
from skinproof.question.denial import denied
from skinproof.question.over import over, years_over
from skinproof.question.whose import about_someone_else, is_relation, somebody_elses

# States of a person about which a belief is idle where nobody has them.
_SUBJECTS = frozenset(
    f"condition:{name}" for name in (
        "pregnancy", "nursing", "cold_sore_history", "cold_sore_active", "melasma", "isotretinoin_now", "isotretinoin_recent", "anticoagulant", "pacemaker_or_implant",
        "keloid", "diabetes", "sunburn_or_tan", "epilepsy", "autoimmune", "lupus", "cancer_history", "allergy_bee", "recent_filler", "recent_toxin", "clotting_risk",
    )
)
_FOR_LIFE = frozenset({"condition:clotting_risk"})  # a clot of years ago still counts
_CHILD = frozenset({"condition:pregnancy", "condition:nursing", "condition:trying_to_conceive"})
_FOR_ME = ("for", "me")
_KIN = frozenset("family families runs hereditary genetic famille familial familia familiar".split())
_NEAR = 4
_OPENING = frozenset("isnt arent doesnt didnt wont why cant shouldnt".split())  # "isn't it true that melasma ..."


def founded(found: Found, text: Sequence[str]) -> Found:
    """Return what was found without beliefs whose subject is denied, long over or somebody else's, and without the sun that somebody never goes into.

    Args:
        found: what the lexicon found.
        text: plain words with sentence ends.
    """
    idle = {m for m in found.phrases if (m.owner.startswith("premise:") and _idle(m, found, text)) or (m.owner == "occasion:sun" and _never(m, text))}
    return replace(found, phrases=tuple(m for m in found.phrases if m not in idle)) if idle else found


def _idle(belief: Match, found: Found, text: Sequence[str]) -> bool:
    about = {m.owner for m in found.phrases if m.owner in _SUBJECTS and m.start < belief.end and belief.start < m.end}
    told = [m for m in found.phrases if m.owner in about]
    if any(is_relation(word) or word in _KIN for word in text[belief.start : belief.end]):
        return False  # "my mum had a clot, vein injections?": the belief is about kin
    return bool(told) and not _OPENING & set(text[:1]) and all(_not_theirs(m, found, text) for m in told)


def _not_theirs(match: Match, found: Found, text: Sequence[str]) -> bool:
    if denied(match, text) or (match.owner not in _FOR_LIFE and (over(match, text) or years_over(match, text))):
        return True
    if _FOR_ME in pairwise(text[match.end : match.end + _NEAR]):
        return False  # "my sister had melanoma, is a tanning bed safe for me"
    child = any(m.owner in _CHILD for m in found.phrases)  # what the father takes is asked about
    return not child and not about_someone_else(text) and somebody_elses(match, text)


def _never(match: Match, text: Sequence[str]) -> bool:
    """"I never go in the sun or on sunbeds"."""
    return "never" in words_before(match, text, reach=7)
