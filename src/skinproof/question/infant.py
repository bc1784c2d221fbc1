"""Babies and small children: said in weeks, months or few years, and only where they are the ones to be treated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from skinproof.catalogue.text import END

Small = Literal["infant", "child"]

_NUMBER = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18, "a": 1, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5,
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
}
_COUNT = r"(?P<{0}>\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen)"
_CHILD = r"(?:baby|babys|newborn|infant|toddler|son|daughter|boy|girl|kid|child|grandson|granddaughter|grandchild|nephew|niece|twins?|little one|bebe|nourrisson|lactante|nino|nina|hijo|hija|fils|fille)s?"
# "4 week old", "18 month old", "2 yr old", "bébé de 2 mois", "baby 8 weeks"
_AGED = re.compile(
    rf"\b{_COUNT.format('n')} ?(?P<unit>days?|weeks?|wks?|wk|months?|mths?|mnths?|mo|years?|yrs?|yr|y) ?(?:olds?|o)\b(?: (?P<who>{_CHILD}))?"
    rf"|\b{_COUNT.format('yo')} ?(?:yo|y o)s?\b|\b{_CHILD} (?:of |is |aged |only |just |de |tiene |a |who is |whos )*{_COUNT.format('m')} ?(?P<unit2>days?|weeks?|wks?|months?|mths?|jours|semaines?|mois|dias|semanas?|meses|years?|yrs?|ans|anos?)\b(?! (?:ago|later|old scar))"
)
_DAYS = {"d": 1, "j": 1, "w": 7, "s": 7, "m": 30, "y": 365, "a": 365}
_NAMED = r"(?:baby|babys|babies|newborns?|infants?|toddlers?|preemie|bebes?|nourrissons?|nouveau ne|lactante|recien nacid[oa])"
# "my newborn has", "on my toddler", "baby acne", "a babys cradle cap"
_HAS = re.compile(rf"\b{_NAMED}(?: (?:boy|girl|son|daughter|niece|nephew))? (?:has|have|got|gets|keeps|a des|a de|a un|a une|tiene|with|avec|con|s )\b(?! (?:a |an |severe )?(?:peanut|nut|egg|milk|dairy|food|allerg\w+))")
_ONTO = re.compile(rf"\b(?:(?:on|onto|over|sur)(?: (?:my|our|a|an|the|her|his|their|mon|ma|mi|un|une|una|le|la|el|sisters|friends|brothers)){{1,2}}|(?:for|to|pour|para|en)(?: (?:my|our|her|his|their|mon|ma|mi|sisters|friends|brothers)){{1,2}}) (?:\w+ )?{_NAMED}(?! (?:blues|shower|bump|name|while|through|if|when|in))\b")
_ITS_SKIN = re.compile(r"\b(?:babys?|babies|newborns?|infants?|toddlers?|infantile|neonatal|nourrissons?) (?:acne|eczema|spots?|rash|rashes|pimples?|milia|cradle|scalp|cheeks?|bumps?|bottom|bum|nappy|diaper|skin(?= (?:is|has|rash|peel\w*|dry|flak\w*|red|so)))\b|\b(?:cradle cap|nappy rash|diaper rash|croutes de lait|costra lactea|acne (?:du )?(?:nourrisson|neonatal\w*))(?! (?:cream|ointment|balm|paste|shampoo|wash|oil|lotion))\b")
# "baby botox", "baby oil", "skin like a baby": no baby
_NO_BABY = re.compile(r"\b(?:baby|babys) (?:botox|tox|foot|feet|face|facial|laser|hairs?|oil|powder|shampoo|wipes?|lotion|wash|weight|blues?|pink|soft|smooth|doll|tan|filler|peel|microneedling|aspirin|shower|bump|lips?|mask|fever)\b|\b(?:like|as) (?:a |an )?(?:baby|babys|newborn)\b")
# "trying for a baby, have acne", "had a baby, got melasma": one wished for or just born is not the one to be treated
_WISHED_OR_BORN = re.compile(
    r"\b(?:(?:try\w*|tried|hop\w+|plan\w*|want\w*|expect\w*|conceiv\w*|wish\w*|ttc|essa\w+|veu\w+|quier\w+|busc\w+|intent\w+) (?:(?:for|to|have|having|de|d|avoir|tener|pour|por|hacer|faire) )*(?:(?:a|an|another|our|my|one more|un|une|otro|first|second|third|2nd|3rd) )*|had (?:a|my|our|another) (?:\w+ )?)"
    r"(?:baby|bebe)\b(?! (?:with|who|that|whose|avec|con|qui|que)\b)"
)
_FED = re.compile(r"\b(?:breastfe\w+|nurs\w+|feed\w*|bf|ebf|allait\w+|amamant\w+|lactan\w+|pecho|birth|delivery|postpartum|pp|my milk|own milk|from me|off me|on my (?:breast|boob)s?)\b")
# "pumping for my newborn", "breast milk for my 3 month old"
_MILK_FOR = re.compile(r"\b(?P<fed>breastfe\w+|nurs\w+|pump\w*|milk|breastmilk|bf|ebf|allait\w+|lait|leche) (?:for|to|pour|para) (?:my|our|mon|ma|mi)\b")
# "what would it do to my baby", "does it pass to the baby"
_DONE_TO = re.compile(r"\b(?:do|does|did|done|happens?|harm|harmful|damage|risk|danger|dangerous|pass\w*|gets?|goes?|through|transfer\w*|bad|safe|unsafe) (?:\w+ )?(?:to|for) (?:my|our|the|her|his) (?:\w+ )?(?:baby|newborn|infant)\b")
# "Born at 29 weeks", "née à 30 semaines", "premature baby": one who was born too early, and not the asker long ago.
_PRETERM = re.compile(
    r"(?<!i was )(?<!im )(?<!myself )\b(?:born|came|arrived|delivered) (?:\w+ )?at (?:2\d|3[0-6]) ?(?:wks?|weeks?)\b(?! (?:pregnant|ago))|(?<!suis )(?:nee?|nes|nees|nacid[oa]s?|nacio) (?:a|con|de|en) (?:las )?(?:2\d|3[0-6]) (?:semaines?|semanas?)\b"
    r"|\b(?:premature|preterm|prem|preemie) (?:baby|babys|twins?|newborns?|infants?|son|daughter|boy|girl)\b(?! (?:ageing|aging))|\b(?:bebe|nourrisson|jumeaux|hij[oa]|fils|fille) premature?s?\b|\b(?:bebe|hij[oa]) prematur[oa]\b"
)
_THINGS = frozenset("scab scabs blister blisters peel lump injected piercings section csection op operation device mask scar tattoo tattoos scar scars mark marks ink permanent filler fillers botox piercing wound stitches burn microblading brows mole stretch tube bottle cream retinol serum results result implant implants surgery bruise bruises pimple spot".split())


_WHOSE = frozenset("my our her his their the a an on for onto with".split())
# What after "baby 8 weeks" tells that it is about the baby.
_TOLD = frozenset("with has have got gets a tiene avec con dry acne spots rash eczema cream creme crema peau piel red itchy flaky bumps".split())


def small_one(text: Sequence[str]) -> Small | None:
    """Return whether a baby or toddler (under 3), or a child under 5, is the one to be treated.

    Args:
        text: plain words with sentence ends.
    """
    joined = _NO_BABY.sub(" ", " ".join("|" if w == END else w for w in text))  # "deformed babies. have I hurt it" are two sentences
    joined = _WISHED_OR_BORN.sub(" ", _DONE_TO.sub(" ", joined))
    joined = _MILK_FOR.sub(r"\g<fed> nursing", joined)
    if _PRETERM.search(joined):
        return "infant"
    fed = bool(_FED.search(joined))  # then a baby is named for its milk, unless something is put on it
    if _ONTO.search(joined) or _ITS_SKIN.search(joined) or (not fed and _HAS.search(joined)):
        return "infant"
    for found in _AGED.finditer(joined):
        days = _days(found)
        before = joined[: found.start()].split()[-3:]
        after = joined[found.end() :].split()[:3]
        if not 0 < days < 5 * 365 or (not found["who"] and found["m"] is None and (_THINGS & set(after) or not _pointed(before))):
            continue
        if found["m"] is None and not found["who"] and before[-1:] and before[-1] not in _WHOSE and _THINGS & set(before):
            continue  # "a scar on chin 6 months old"
        if found["m"] is None and not found["who"] and found["n"] and found["unit"][0] == "d" and _THINGS & set(joined[: found.start()].split()[-8:]):
            continue  # "a scab where they injected my lip, two days old"
        if found["m"] is not None and not _TOLD & set(after[:1]):
            continue  # "my baby is 8 months and the pregnancy mask did not go"
        if not fed or {"on", "for", "onto"} & set(before):
            return "infant" if days < 3 * 365 else "child"
    return None


def _days(found: re.Match[str]) -> int:
    number, unit = (found["n"], found["unit"]) if found["n"] else (found["yo"], "y") if found["yo"] else (found["m"], found["unit2"])
    count = int(number) if number.isdigit() else _NUMBER.get(number, 0)
    return count * (_DAYS["m"] if unit.startswith(("mo", "me", "mth")) else _DAYS.get(unit[:1], 0))


def _pointed(before: Sequence[str]) -> bool:
    """"My 6 month old", "on 2 year old", or said first: "one month old with pimples"."""
    return not before or bool({"my", "our", "a", "an", "her", "his", "the", "on", "for", "onto", "sisters", "friends"} & set(before[-2:]))


__all__ = ["small_one"]
