"""An ingredient list inside a question: the longest run of short pieces, and the actives of a drug label before it."""

from __future__ import annotations

import re

from skinproof.catalogue.lexicon import Lexicon
from skinproof.catalogue.text import END, words

# A pasted list: many short pieces between commas.
_LEAST_PIECES = 6
_LONGEST_PIECE = 60
_MOST = 0.5  # of the pieces of a label, fewer have a name as a treatment
_OF_A_LABEL = frozenset("aqua water eau agua parfum fragrance phenoxyethanol dimethicone carbomer glycol sodium disodium tocopherol cetearyl caprylic xanthan ethylhexylglycerin acrylates propanediol polysorbate peg".split())
# words of talk: a run of short pieces that holds them is no list of ingredients, and neither are symptoms with commas between
_EVERYDAY = frozenset("pas mal un une avec sans depuis je mon ma mes suis fievre rouge chaud chaude gonfle gonflee douleur douleurs bouche yeux oeil paupieres jambes joue levre faible faibles frissons vertiges tete cou hier matin no not i im ive my me is are was the have has had on as any do does can for with but or if so just then she he mi mis lo el los las hace desde tengo esta estoy que se dias y".split())
# "Active: Salicylic Acid 2%. Others:" right before the long list
_ACTIVES = re.compile(r"\bactives?(?: ingredients?)?\s*:[^:\n]{3,160}[.;,\n]\s*(?:others?|inactives?|(?:other|inactive) ingredients?|ingredients?|excipients?)\s*:\s*$", re.IGNORECASE)


def short_pieces(question: str) -> str | None:
    """Return the longest run of short pieces between commas, if it is long enough to be an ingredient list.

    Args:
        question: as typed.
    """
    best = ""
    for block in re.split(r"[:?!\n]|\.\s(?=[a-z])|\s[-–—]\s", question):
        pieces = [p.strip() for p in block.split(",")]
        short = [p for p in pieces if 0 < len(p) <= _LONGEST_PIECE and not _EVERYDAY & set(words(p))]
        if len(short) >= _LEAST_PIECES and len(block) > len(best) and sum(len(p.split()) <= 4 for p in short) >= 0.8 * len(pieces):
            best = block
    return best or None


def names_treatments(run: str, lexicon: Lexicon) -> bool:
    """Return whether most of some short pieces name treatments: "botox, filler, microneedling, laser" is no label.

    Args:
        run: the short pieces.
        lexicon: all names.
    """
    pieces = [said for piece in run.split(",") if (said := words(piece))]
    named = sum(any(not m.owner.startswith("ingredient:") and m.end - m.start >= len(said) / 2 for m in lexicon.find([*said, END]).names) for said in pieces)
    return named >= _MOST * len(pieces) and not any(_OF_A_LABEL & set(said) for said in pieces)


def with_actives(question: str, run: str) -> str:
    """Return an ingredient list with the actives that a drug label names before it; they stay words of the question too.

    Args:
        question: as typed.
        run: the short pieces found in it.
    """
    start = question.index(run)
    actives = _ACTIVES.search(question[:start])
    return question[actives.start() if actives else start : start + len(run)]
