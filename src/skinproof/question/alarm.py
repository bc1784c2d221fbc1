"""Words that together sound like a message that needed a doctor: a linear reader of words and pairs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import exp, sqrt

from msgspec import Struct

from skinproof.catalogue.word_model import WordModel
from skinproof.question.linear import features

VERY_ALARMING, ALARMING, UNEASY = "sounds_very_alarming", "sounds_alarming", "sounds_uneasy"  # the signs that words make by themselves
_FEWEST, _ENOUGH = 8, 20  # words; of fewer than enough only an alarm that is sure counts
_SURE, _VERY_SURE = 0.8, 0.88
_LEAST = 15  # words; of fewer nothing is said of their calm
_LETTER, _PARAGRAPH, _FEW = 150, 80, 15  # words: of a letter the loudest paragraph is read, and around a sign the loudest few words
_UNSURE, _UNSURE_LETTER = 0.4, 0.6
_LONGEST = 600  # words; in a longer letter no sign is doubted


class Heard(Struct, frozen=True, kw_only=True):
    """How likely the words are a message that needs a doctor, how likely the loudest few of them, and the signs that they make by themselves; None where too little was read."""

    likely: float | None = None
    loudest: float | None = None
    signs: tuple[str, ...] = ()


UNHEARD = Heard()


def hear(text: Sequence[str], model: WordModel | None, *, named: bool) -> Heard:
    """Return how a text sounds.

    Args:
        text: plain words with sentence ends as full stops.
        model: what was learned; None hears nothing.
        named: whether signs are known by name, so that the words around them are asked.
    """
    if model is None or len(text) < _FEWEST:
        return UNHEARD
    letter = len(text) > _LETTER
    likely = loudest(text, model, _PARAGRAPH) if letter else alarm(text, model)
    usual = _ENOUGH <= len(text) <= _LETTER
    bounds = ((VERY_ALARMING, model.today if usual else _VERY_SURE), (ALARMING, model.threshold if usual else _SURE), (UNEASY, _UNSURE_LETTER if letter else _UNSURE))
    sign = next((sign for sign, least in bounds if likely >= least), None)
    if len(text) < _LEAST:
        return Heard(signs=(sign,) if sign and sign != UNEASY else ())
    return Heard(likely=likely, loudest=loudest(text, model, _FEW) if named and len(text) <= _LONGEST else None, signs=(sign,) if sign else ())


_NORMAL = frozenset("normal normale normaux normales fine bien".split())
_SEES = frozenset({("vue", "est"), ("vue", "normale"), ("vois", "bien"), ("veo", "bien"), ("vista", "normal"), ("sight", "fine"), ("vision", "fine"), ("vision", "normal"), ("see", "fine"), ("vista", "bien")})
_AS_A_CHILD = frozenset({("de", "nina"), ("de", "nino"), ("de", "pequena"), ("de", "pequeno"), ("since", "childhood"), ("depuis", "l"), ("etant", "enfant"), ("as", "a")})
_CHILD = frozenset("nina nino pequena pequeno childhood enfance enfant child kid".split())
_MARKS = frozenset("hoyito hoyitos hoyo hoyos cicatriz cicatrices marca marcas dent dents scar scars mark marks trou trous cicatrice marque marques".split())
_CHANGES = frozenset(
    "new grows growing changed bleeds itches hurts ulcer sore today yesterday crece cambia cambio sangra pica duele nuevo nueva ulcera hoy grandit change saigne gratte demange nouveau nouvelle ulcere not pas no worse pire peor pero mais but sauf salvo".split()
)


def reassured(text: Sequence[str]) -> bool:
    """Tell whether a text says that two things are normal, sight among them, or tells of marks of childhood, and of no change.

    Args:
        text: plain words.
    """
    if _CHANGES & set(text):
        return False
    pairs = set(pairwise(text))
    sees = bool(_SEES & pairs) and sum(word in _NORMAL for word in text) > 1
    return sees or (bool(_AS_A_CHILD & pairs) and bool(_CHILD & set(text)) and bool(_MARKS & set(text)))


def alarm(text: Sequence[str], model: WordModel) -> float:
    """Return how likely a text is one that needs a doctor, 0 to 1.

    Args:
        text: plain words with sentence ends as full stops.
        model: what was learned.
    """
    known = [model.words[f] for f in features(text) if f in model.words]
    length = sqrt(sum(idf * idf for idf, _ in known)) or 1.0
    return 1.0 / (1.0 + exp(-(model.bias + sum(idf * weight for idf, weight in known) / length)))


def loudest(text: Sequence[str], model: WordModel, width: int) -> float:
    """Return how likely the loudest stretch of a text is a message that needs a doctor, 0 to 1: the rest may be about anything else.

    Args:
        text: plain words with sentence ends as full stops.
        model: what was learned.
        width: the length of a stretch, in words; one begins in the middle of another.
    """
    return max(alarm(text[start : start + width], model) for start in range(0, max(1, len(text) - width // 2), width // 2))
