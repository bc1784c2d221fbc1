"""Treatments that somebody does not want, where a way without them is asked for: "frown lines without botox", "anything but retinol"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from skinproof.catalogue.lexicon import Found
from skinproof.catalogue.outcome import Family
from skinproof.catalogue.pattern import Match, words_before

_REACH = 9
_FILLING = frozenset("my any the a an more using use having getting doing needing going for to under resorting de du d des la le l el los las una un hacer hacerme ponerme utiliser passer par faire usar recurrir al".split())
_VERBS = frozenset("use using have having get getting take taking do doing need mix combine put apply".split())
_EXCEPT = frozenset("without sans sin besides except excluding excepto salvo sauf hormis".split())
_PAIRS = frozenset({
    ("anything", "but"), ("everything", "but"), ("other", "than"), ("apart", "from"), ("aside", "from"), ("autre", "que"), ("chose", "que"), ("cosa", "que"), ("a", "part"), ("aparte", "de"), ("no", "sea"), ("no", "sean"),
    ("dont", "want"), ("dont", "like"), ("wont", "have"), ("refuse", "to"), ("not", "want"), ("no", "quiero"), ("veux", "pas"), ("nada", "de"), ("pas", "de"), ("pas", "d"), ("en", "dehors"), ("cant", "use"), ("cannot", "use"), ("couldnt", "use"), ("cant", "have"), ("cant", "take"), ("cannot", "take"), ("cant", "tolerate"), ("cannot", "tolerate"), ("cant", "get"), ("cant", "do"),
})
_PLAINLY_NO = frozenset("no not non".split())
_NOT_SO = frozenset("why or whether if is isnt just only has have had am are was do does did there says say said saying pourquoi ou porque por o est es".split())
_JOINING = frozenset("or nor and no not ni o ou y et with".split())
_NAMES = 5  # words that a list of what is not wanted may take

_WAY = frozenset("how what whats anything something rid way ways option options alternative alternatives best fix treat instead else comment que quoi meilleur meilleure quelque como mejor algo alternativa alternativas".split())
_ASKS = frozenset("can could is are will would do does did should am may might has have peut est va dois faut puedo puede es debo hay sera".split())
_OF_TIME = frozenset("long fast soon quickly bad often ago since yet months weeks days years happens happen stop stopped stopping return returns relapse survive".split())
_GOES_WITH_ALL = frozenset("sunscreen sunscreen_mineral sunscreen_chemical sunscreen_tinted moisturiser cleanser numbing_cream petrolatum toner".split())


def shunned(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a name stands among what is not wanted.

    Args:
        match: the match of a name.
        text: the words that it was found in.
    """
    before = words_before(match, text, reach=_REACH)
    place = max((n for n in range(len(before)) if _excludes(before, n)), default=None)
    if place is None:
        return False
    while len(before) > place + 1 and before[-1] in _FILLING:
        before = before[:-1]
    listed = before[place + 1 :]
    return not listed or (len(listed) <= _NAMES and listed[-1] in _JOINING and not {"with", "for", "but", "is", "are"} & set(listed))


def _excludes(before: Sequence[str], place: int) -> bool:
    """Whether the word at a place, or the two up to it, leave out what follows."""
    word, earlier = before[place], before[place - 1] if place else ""
    if word in _EXCEPT:
        return earlier not in {"or", "ou", "o", "and"}  # "with or without"
    asked = word == "not" and before[place + 1 : place + 2] != [] and before[place + 1] in _VERBS and earlier not in {"can", "could"}  # "can you not use niacinamide with it"
    return (earlier, word) in _PAIRS or (word in _PLAINLY_NO and earlier not in _NOT_SO and not asked)


def left_out_of(found: Found, text: Sequence[str], families: Mapping[str, Family], *, hoped: bool) -> tuple[str, ...]:
    """Return the treatments that are not wanted, where nothing else is named and a way without them is asked for; else nothing.

    Args:
        found: what the lexicon found.
        text: the words that it was found in.
        families: names wide enough for several treatments.
        hoped: whether an aim is named.
    """
    names = [m for m in found.names if m.owner.startswith(("treatment:", "family:"))]
    if not names or not all(shunned(m, text) for m in names):
        return ()
    plain = {m.owner.partition(":")[2] for m in names} & _GOES_WITH_ALL
    if plain or not _way_asked(found, text, hoped=hoped):
        return ()
    meant: list[str] = []
    for match in names:
        kind, _, name = match.owner.partition(":")
        meant += [*families[name].members, *families[name].kin] if kind == "family" and name in families else [name]
    return tuple(dict.fromkeys(meant))


def _way_asked(found: Found, text: Sequence[str], *, hoped: bool) -> bool:
    """Whether a way to an aim is asked for, and not what comes of leaving the thing out: "what happens without retinol"."""
    if _OF_TIME & (set(text) - _way_to_stop(text)):
        return False
    asked = bool(_WAY & set(text)) or bool({"alternative_asked", "something_else"} & set(found.ids("concern"))) or bool({("anything", "but"), ("other", "than")} & set(pairwise(text)))
    return asked or (hoped and text[0] not in _ASKS)



def _way_to_stop(text: Sequence[str]) -> set[str]:
    """The "stop" of "how do I stop ingrown hairs without lasers", which asks for a way and not what comes of stopping."""
    return {"stop"} if "how" in text and {("i", "stop"), ("to", "stop"), ("you", "stop"), ("we", "stop")} & set(pairwise(text)) else set()


__all__ = ["left_out_of", "shunned"]
