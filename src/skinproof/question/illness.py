"""An illness that somebody names and that the lexicon does not know: silence of the rules is then no comfort."""

from __future__ import annotations

import re
from collections.abc import Callable

from skinproof.catalogue.text import words

_ILL = r"[^\W\d_]+(?:itis|osis|emia|aemia|pathy|ite|emie|pathie|patia)"
_NAMED = r"(?:[^\W\d_]+[ -]){0,2}?[^\W\d_]+ (?:syndrome|disease|disorder)"
_CALLED = r"(?:a |an )?(?:condition|disease|illness|syndrome) called [^\W\d_]+"
_OF = r"(?:syndrome|sindrome|maladie|enfermedad) (?:de |d |du )?[^\W\d_]+"
_HAVE = r"(?:i|ive|we|she|he|my \w+) (?:have|has|had|got|also have)|i ?ve got|diagnosed with|suffer(?:s|ing)? from|living with|because of my|with my|tengo|tiene|padezco|sufro de|j ai|je souffre d|atteinte? d|mon|ma"
_HAVING = re.compile(rf"\b(?:{_HAVE}) (?:a |an |une? |una? |la |el |the |some |mild |severe )*(?P<ill>{_CALLED}|{_NAMED}|{_OF}|{_ILL})\b")
# Words of these endings that are no illness, or that say nothing of themselves.
_NO_ILLNESS = frozenset("diagnosis prognosis osmosis hypnosis mitosis visite suite site petite vite limite elite ptosis skin same this that any other rare autoimmune genetic".split())


def unknown_illness(question: str, knows: Callable[[str], bool]) -> str:
    """Return the first illness that a question names and whose words are not known, in plain words; "" if there is none.

    Args:
        question: as typed.
        knows: tells whether the lexicon knows a word.
    """
    plain = " ".join(w for w in words(question) if w != ".")
    for found in _HAVING.finditer(plain):
        told = re.sub(r"^(?:a |an )?(?:condition|disease|illness|syndrome) called ", "", found["ill"])
        strange = [w for w in told.split() if w not in _NO_ILLNESS and not knows(w) and w not in {"syndrome", "disease", "disorder", "sindrome", "maladie", "enfermedad", "de", "du", "d"}]
        if strange:
            return told
    return ""
