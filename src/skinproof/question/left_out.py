"""Treatments that are named only to leave them out, or as given up already."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match, words_before
from skinproof.catalogue.text import END
from skinproof.question.shunned import shunned
from skinproof.question.whose import SAYING

_UNABLE = frozenset("cant cannot couldnt".split())
_PLAIN = frozenset({"treatment:cleanser", "treatment:moisturiser", "treatment:petrolatum", "treatment:toner", "treatment:facial"})
_MOCKING = frozenset("fancy glorified expensive overpriced posh pricey".split())
_LIKENED = frozenset("natural vegan herbal nature natures effet efecto".split())
_USING = frozenset("use take have tolerate handle get do".split())
_WITHOUT, _PUTTING = frozenset({"without", "sans", "sin"}), frozenset("using wearing applying putting taking having on use mettre utiliser usar ponerme de la una un".split())
_MORE = (["stronger"], ["better"], ["gentler"], ["faster"], ["safer"])


# Names that are something else before these words: the retina's disease is no retinaldehyde, and veins of the face are no facial.
_NO_NAME = {
    "retinal": frozenset("disease detachment tear vein dystrophy problem problems surgery degeneration hole issues specialist scan artery".split()),
    "facial": frozenset("vein veins vessel vessels capillaries nerve palsy paralysis bones expression expressions recognition features muscles".split()),
}
_NAILS = frozenset("nail nails fingernail fingernails toenail toenails fingertips ongles unas".split())
_KEEP = frozenset("that which who keep keeps always still just do will all really can".split())
_LIKE_TOXIN = frozenset("peptide peptides effect effects serum serums cream creams results complex".split())
_RESULT = frozenset("like effect effects result results style dupe".split())
_SOLD = frozenset("serum serums cream creams peptide peptides argireline patch patches gel mask".split())
_NEEDLE = frozenset("injection injections injected jab jabs had after units".split())
_IN_A = frozenset("bottle jar tube".split())
_REACTED = re.compile(r"(?:allerg|anaphyla|react|hives|sensitiv)")
_TO = frozenset("to from with after".split())
_CORRECTING = (("no", "wait"), ("no", "i"), ("i", "mean"), ("i", "meant"), ("scratch", "that"), ("sorry", "i"), ("make", "that"), ("actually", "no"))
_LEAVE = frozenset("can is should could may would ok okay safe".split())


def _only_likened(match: Match, text: Sequence[str]) -> bool:
    """"Botox-like peptides", "Botox in a bottle": a cream that is sold by the name of the toxin."""
    after = text[match.end : match.end + 3]
    like = after[:1] == ["like"] and bool(_LIKE_TOXIN & set(after[1:2]))
    sold = after[:1] != [] and after[0] in _RESULT and bool(_SOLD & set(text)) and not _NEEDLE & set(text)  # "serum gives botox results"
    return match.owner == "treatment:botulinum_lines" and (sold or like or (after[:2] == ["in", "a"] and bool(_IN_A & set(after[2:]))))


def _another_thing(match: Match, text: Sequence[str]) -> bool:
    if text[match.end - 1] == "removal" and text[match.end : match.end + 1] in (["scar"], ["scars"], ["wound"]):
        return True  # "oil on my mole removal scar"
    return of_a_nail(match, text) or _only_likened(match, text) or (text[match.end - 1] in _NO_NAME and bool(set(text[match.end : match.end + 1]) & _NO_NAME[text[match.end - 1]]))


def of_a_nail(match: Match, text: Sequence[str]) -> bool:
    """Tell whether "peel" is what a nail does: "nails that peel at the tips".

    Args:
        match: the match of a name.
        text: the words that it was found in.
    """
    said = [*words_before(match, text, reach=3), *text[match.start : match.end - 1]]
    while said and said[-1] in _KEEP:
        said.pop()
    return match.owner == "family:peel" and said[-1:] != [] and said[-1] in _NAILS


def _allergen(match: Match, text: Sequence[str]) -> bool:
    """"I had an anaphylactic reaction to bee venom, can I get Dysport": what somebody reacted to is not what is asked about, if something else is."""
    before = words_before(match, text, reach=4)
    return bool(_TO & set(before[-2:])) and any(_REACTED.match(word) for word in before) and bool(_LEAVE & set(text[match.end :]))


def _taken_back(match: Match, text: Sequence[str]) -> bool:
    """"Vaginal laser... no I mean oral tranexamic acid": what stands right before the correction."""
    after = [word for word in text[match.end : match.end + 4] if word != END]
    return any(tuple(after[n : n + 2]) in _CORRECTING for n in (0, 1)) and len(text) > match.end + 4


def _never_had(match: Match, text: Sequence[str]) -> bool:
    """"Never been on Accutane, waxing?", "not on Accutane"."""
    before = words_before(match, text, reach=4)
    if before[-1:] == ["on"] and before[-2:-1] in (["never"], ["not"]):
        return True
    if before[-1:] != [] and before[-1] in _ARTICLES:
        before = before[:-1]
    return before[-1:] != [] and before[-1] in _HAD and "never" in before[-3:-1]


_HAD = frozenset("been had taken took used tried touched".split())
_ARTICLES = frozenset("on a an any my the with to".split())


def ruled_out(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a treatment is named only to leave it out: "no retinoids", "can't use my adapalene", "retinol without wearing sunscreen".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    before = [word for word in words_before(match, text, reach=3) if word not in {"my", "any", "the"}]
    if match.owner == "treatment:botulinum_lines" and before[-1:] != [] and before[-1] in _LIKENED:
        return True  # "natural botox" is something else
    if match.owner.startswith("treatment:") and before[-1:] == ["than"] and before[-2:-1] in _MORE and SAYING & set(text[max(0, match.start - 8) : match.start]):
        return True  # "the facialist says stronger than retinol"
    if match.owner in _PLAIN and "than" in before:
        return True  # "more than a normal moisturiser"
    if match.owner in _PLAIN and before[-1:] != [] and before[-1] in _MOCKING:
        return True  # "or just a fancy face wash"
    said_no = before[-2:] in (["thing", "since"], ["invention", "since"]) or (before[-2:] == ["no", "to"] and before[-3:-2] in (["says"], ["said"]))
    if said_no or _another_thing(match, text) or _allergen(match, text) or _taken_back(match, text) or _never_had(match, text):
        return True  # "the best thing since sunscreen", "my OB says no to adapalene"
    return _without(words_before(match, text, reach=5)) or before[-1:] == ["no"] or shunned(match, text) or (before[-1:] != [] and before[-1] in _USING and before[-2:-1] != [] and before[-2] in _UNABLE)


def _without(before: list[str]) -> bool:
    """Whether a "without" stands before it, and is not one side of "with or without"."""
    while before and before[-1] in _PUTTING | {"my", "any", "the", "a"}:
        before = before[:-1]
    return before[-1:] != [] and before[-1] in _WITHOUT and before[-2:-1] not in (["or"], ["ou"], ["o"], ["and"])


_HURTS = frozenset("burns burned burnt irritates irritated stings stung".split())
_DROPPED = frozenset("binned bin threw tossed trashed ditched shelved chucked stopped quit dropped".split())
_OFF = {("come", "off"), ("came", "off"), ("get", "off"), ("taken", "off")}
_SWAPPED = frozenset("swapped switched replaced traded changed remplace remplacé cambie cambié".split())
_FOR = frozenset("for to with by pour par por".split())


def given_up(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a treatment is told as given up already: "threw out my tretinoin", "had to bin hydroquinone".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    before = words_before(match, text, reach=5)
    place = max((n for n, word in enumerate(before) if word in _DROPPED), default=None)
    swapped = max((n for n, word in enumerate(before) if word in _SWAPPED), default=None)
    if swapped is not None and not _FOR & set(before[swapped:]) and _FOR & set(text[match.end : match.end + 3]):
        return True  # "swapped retinol for bakuchiol": the one before "for"
    if any(a in _HURTS and b in {"me", "my"} for a, b in pairwise(text[match.end : match.end + 4])):
        return True  # "hydroquinone burns me"
    if ("had", "to") in pairwise(before) and "stop" in before and {"fine", "safe", "ok", "okay", "instead", "can", "alright", "allowed"} & set(text) and not {"restart", "again", "resume", "back"} & set(text):
        return True  # "had to stop adapalene, is azelaic acid fine"
    if any(pair in _OFF for pair in pairwise(before)) and {"fine", "safe", "ok", "okay", "instead"} & set(text):
        return True  # "had to come off adapalene, is azelaic acid ok"
    return place is not None and not {"should", "can", "must", "when", "if", "before", "after"} & set(before[: place + 1]) and "ago" not in text[match.end : match.end + 4]


_TRIED = frozenset("tried used using done essaye utilise probe usado probado".split())
_STILL_ASKED = frozenset("should can could is are never before if when not havent without but".split())
_TRIED_REACH = 12  # words


def tried_before(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a treatment stands in a list of what was tried: "tried kojic, arbutin, the lot".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    before = words_before(match, text, reach=_TRIED_REACH)
    place = max((n for n, word in enumerate(before) if word in _TRIED), default=None)
    return place is not None and not _STILL_ASKED & {*before[max(0, place - 2) :]}
