"""Names of treatments that the lexicon does not know."""

from __future__ import annotations

import re

from skinproof.catalogue.lexicon import Lexicon
from skinproof.catalogue.text import words
from skinproof.question.whose import is_relation

_KIND_WORDS = re.compile(r"\b(facials?|treatments?|therapy|serum|laser|peel|injections?|device|mask|cream|machine|procedure|lift|patch(?:es)?|ampoule|booster)\b")


def unknown_names(question: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return names before words such as "facial" that the lexicon does not know: perhaps a treatment that has no record.

    Args:
        question: as typed.
        lexicon: tells which words are known.
    """
    names = []
    for match in _KIND_WORDS.finditer(question.casefold()):
        before = [w for w in re.findall(r"[\w'-]+", question[: match.start()])[-3:] if not is_relation(w.casefold().partition("'")[0]) and not (w.islower() and w.endswith("ing"))]
        strange = [w for w in before if len(w) > 3 and not any(lexicon.knows(p) for p in words(w)) and (w[0].isupper() or w.casefold() not in _ORDINARY)]
        if strange:
            names.append(" ".join((*strange, match.group())))
    return tuple(dict.fromkeys(names))


_ORDINARY = frozenset(
    "about after again also complete completed full proper several another before being best better between book booked buying called cheap clinic could daily different done dont ever every "
    "first from gave give style type similar branded own mum mums friend friends sister wife good great have having heard home into just kind last like little local long look made make many more most much need never "
    "next nice offer offers other over really same salon session should some something spa start such take than that their them then there these they "
    "thing think this those through time times today tried trying using very want wants week were what when where which while will with without work "
    "works would year years your skin face facial anti kinds type types sort medical cosmetic beauty aesthetic special sheet hand body night does monthly "
    "single full second third weekly popular online recommended proper gentle strong expensive regular usual favourite favorite latest famous proven".split()
)
