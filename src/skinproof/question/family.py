"""An illness that is told of the family, and not of the asker: "my mum has lupus, can I have laser"."""

from __future__ import annotations

from collections.abc import Sequence

from skinproof.catalogue.lexicon import Found
from skinproof.catalogue.pattern import Match
from skinproof.catalogue.text import END
from skinproof.question.case import Person
from skinproof.question.denial import denied
from skinproof.question.illness import illnesses_named
from skinproof.question.person import SERIOUS
from skinproof.question.whose import somebody_elses

# Kin by blood; a husband's illness is no question of descent.
_KIN = frozenset(
    "sister sisters brother brothers mother mothers mum mums mom moms mam dad dads father fathers parent parents aunt aunts auntie uncle uncles cousin cousins niece nephew grandma grandmother gran nan nana granny grandad grandpa grandfather family "
    "soeur frere mere maman pere papa tante oncle cousine grandmere grandpere famille hermana hermano madre mama padre abuela abuelo tia tio prima primo familia".split()
)
_ALSO = frozenset({"eczema", "rosacea", "melasma", "acne", "hormonal_contraception", "allergy_other", "allergy_severe_any", "allergy_lidocaine", "allergy_contact"})
# States and medicines that nobody hands down.
_NOT_HANDED_DOWN = frozenset({"pregnancy", "nursing", "trying_to_conceive", "isotretinoin_now", "isotretinoin_recent", "photosensitising_medicine", "intimate_site", "eaten", "tattoo_in_area", "surgery_soon", "hormonal_contraception"})
_COUNTED = (SERIOUS | _ALSO) - _NOT_HANDED_DOWN
_REACH = 7  # words between the relative and the illness


def ill_family(text: Sequence[str], found: Found, person: Person) -> bool:
    """Tell whether an illness is told of kin, and none of the person who is to be treated.

    Args:
        text: plain words with sentence ends.
        found: what the lexicon found in it.
        person: the person who is to be treated.
    """
    if person.about_someone_else or not _KIN & set(text):
        return False
    told = [m for m in found.phrases if m.owner.startswith("condition:") and m.owner.partition(":")[2] in _COUNTED]
    return any(_of_kin(m, text) for m in (*told, *illnesses_named(text)))


def _of_kin(match: Match, text: Sequence[str]) -> bool:
    near = list(text[max(0, match.start - _REACH) : match.end])
    near = near[len(near) - near[::-1].index(END) :] if END in near else near
    behind = text[match.end : match.end + 4]
    return (bool(_KIN & set(near)) or "family" in behind or "famille" in behind or "familia" in behind) and somebody_elses(match, text) and not denied(match, text)
