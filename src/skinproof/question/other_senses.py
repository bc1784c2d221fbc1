"""Words of danger that are said of things: an overdose of glitter, a food coma, lipstick that bleeds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match
from skinproof.catalogue.text import END, opening
from skinproof.question.whose import THIRD, is_relation

_OVERDOSE = frozenset("overdose overdosed overdosing overdoses surdose sobredosis".split())
_DECOR = frozenset(
    "glitter glitters shimmer sequins highlighter bronzer blush blusher tan tanner foundation makeup mascara lipstick lipgloss contour concealer skincare serums creams products masks perfume pink content selfies shelf "
    "paillettes maquillage autobronzant enlumineur parfum soins produits purpurina brillantina maquillaje autobronceador bronceador iluminador colorete cosmeticos productos perfumes".split()
)
_TAKEN_IN = (
    "swallow", "drank", "drunk", "drink", "ate", "eaten", "lick", "took", "taken", "pill", "tablet", "capsule", "mouth", "child", "toddler", "baby", "dog", "cat", "numb", "lidocain", "emla", "minoxidil", "retinol", "dizz", "drows", "vomit", "sick", "faint", "heart", "hospital", "suicid", "kill", "inject",
    "aval", "bouche", "comprim", "enfant", "bebe", "chien", "malade", "anesth", "trag", "beb", "boca", "pastilla", "nino", "nina", "perro", "mare", "anest",
)


def _overdosed(text: Sequence[str]) -> Iterator[tuple[int, int]]:
    """"An overdose of glitter", "sobredosis de purpurina": of what is put on, and nothing is said to be taken in."""
    for place, word in enumerate(text):
        if word in _OVERDOSE and _DECOR & set(text[max(0, place - 3) : place + 5]) and not any(said == "bu" or said.startswith(_TAKEN_IN) for said in text):
            yield place, place + 2


_FED = frozenset("food carb carbs sugar sunday roast turkey pasta lunch dinner christmas cheese thanksgiving pizza chocolate".split())
_TIRED_OF = frozenset("fatigue digestif comida azucar sueno".split())
_STORY = frozenset("film films movie series serie book novel roman drama soap episode documentary pelicula libro novela telenovela".split())
_ILL = ("diabet", "insulin", "numb", "lidocain", "breath", "ambulance", "blue", "hospital", "anesth", "anest", "respir", "diabet")
_SLEPT = frozenset({("i", "slept"), ("fell", "asleep"), ("ai", "dormi"), ("me", "dormi"), ("dormi", "maquillada"), ("dormi", "con")})


def _asleep(text: Sequence[str]) -> Iterator[tuple[int, int]]:
    """"In a food coma, fell asleep with my mask on", "a film about a coma": nobody lies there who cannot be woken."""
    if any(word.startswith(_ILL) for word in text) or THIRD & set(text):
        return
    slept = bool(_SLEPT & set(pairwise(text)))
    for place, word in enumerate(text):
        if word not in {"coma", "woken", "wake"}:
            continue
        told = text[opening(text, place) : place]
        somebody = any(is_relation(said) for said in told)
        if word == "coma":
            fed = bool(_FED & set(text[max(0, place - 2) : place]) or _TIRED_OF & set(text[place + 1 : place + 3]))
            if (fed or slept or bool(_STORY & set(told))) and not somebody:
                yield place, place + 1
        elif slept and not somebody:
            yield place, place + 1


_COLOURS = frozenset("lipstick lipsticks liner lipliner eyeliner mascara gloss lipgloss foundation kajal kohl rouge labial labiales pintalabios delineador".split())
_BLEEDS = ("bleed", "bled", "saign", "sangra")
_NOT_THE_COLOUR = frozenset(
    "lip lips skin mouth spot sore cut it nose mole gum eye eyes tattoo and when then after because i made makes make removing removed wiped herpes relleno filler "
    "bouche peau oeil bouton quand puis apres parce j je et boca piel grano cuando y porque".split()
)
_INKED = frozenset("permanent permanente tattoo tattooed tatouage tatuaje tatuado microblading micropigmentation micropigmentacion pmu dermopigmentation".split())
_OWNED = frozenset("mi mis el un este tu su los ese".split())  # "labial" behind any other word is of a lip
_BEFORE_IT = 9  # words
_SORE = frozenset("sore spot mole ulcer crust scab wound cut under beneath herida llaga grano costra lunar debajo plaie bouton croute sous".split())


def _colour_runs(text: Sequence[str]) -> Iterator[tuple[int, int]]:
    """"My lipstick keeps bleeding into the lines", "mi labial sangra": colour that runs, and no blood."""
    if (_INKED | _SORE) & set(text):
        return
    for place, word in enumerate(text):
        if not word.startswith(_BLEEDS):
            continue
        first = max(opening(text, place), place - _BEFORE_IT)
        before = list(text[first:place])
        at = max((n for n, said in enumerate(before) if said in _COLOURS), default=None)
        if at is None or (before[at].startswith("labial") and not (at and before[at - 1] in _OWNED)) or (before[at] == "rouge" and before[at + 1 : at + 3] != ["a", "levres"]):
            continue
        if not _NOT_THE_COLOUR & set(before[at + 1 :]):
            yield first + at + 1, place + 1


_DRUNK = frozenset("drunk drank drinks swallowed swallows ate eaten licked gulped sipped".split())
_BRANDS = frozenset({("drunk", "elephant")})


def _branded(text: Sequence[str]) -> Iterator[tuple[int, int]]:
    """"She wants the Drunk Elephant retinol": a name, and nothing that was drunk."""
    named = [place for place, pair in enumerate(pairwise(text)) if pair in _BRANDS]
    if not any(word in _DRUNK for place, word in enumerate(text) if place not in named):
        yield from ((place, place + 1) for place in named)


def _spans(text: Sequence[str]) -> list[tuple[int, int]]:
    return [*_overdosed(text), *_asleep(text), *_colour_runs(text), *_branded(text)]


def said_of_a_thing(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a match rests on a word of danger that is said of a thing.

    Args:
        match: a match of any owner.
        text: the words that it was found in.
    """
    return any(match.start < last and first < match.end for first, last in _spans(text))


def without_them(text: Sequence[str]) -> list[str]:
    """Return a text without words of danger that are said of things.

    Args:
        text: plain words.
    """
    left_out = {place for first, last in _spans(text) for place in range(first, last) if place < len(text) and text[place] != END}
    return [word for place, word in enumerate(text) if place not in left_out]
