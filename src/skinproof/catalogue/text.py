"""Text as people type it, made into plain words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

# Pictures that carry meaning in a question; all others are dropped.
_EMOJI = {
    "👁⬇": " eyelid drooping ", "💪⬇": " muscles weak ", "🥤🚫": " cannot swallow ", "🚫🥤": " cannot swallow ", "🗣🥴": " slurred speech ", "🗣🚫": " cannot speak ", "🫁🚫": " cannot breathe ", "👀👀": " double vision ", "👁🚫": " cannot see ",
    "🤰": " pregnant ", "🤱": " breastfeeding ", "💉": " injection ", "👄": " lips ", "💋": " lips ", "🧖": " facial ",
    "👁⬛": " cannot see . ", "⬛👁": " cannot see . ", "👁⚫": " cannot see . ", "👁🌑": " cannot see . ", "👀⬛": " cannot see . ", "🛏☀": " sunbed ", "⏱": " minutes ", "🔫": " laser gun ", "⬛": " black ", "🆘": " emergency ",
    "👁": " eye ", "👀": " eyes ", "🔥": " burning ", "🩸": " blood ", "🌞": " sun ", "☀": " sun ", "😭": " ", "🧴": " cream ",
    "👧": " girl ", "👦": " boy ", "🎂": " years old ", "👃": " nose ", "👶": " baby ", "🍼": " breastfeeding ", "💊": " pills ", "😵": " dizzy ", "😖": " pain ", "😣": " pain ", "🤕": " hurts ", "😷": " sick ", "🕳": " black hole ", "🤮": " vomiting ", "🤢": " sick ", "🤒": " ill ", "🌡": " fever ",
    "🥶": " cold ", "🦞": " sunburnt ", "👍": " safe ", "🤳": " myself ", "📦": " ordered online ", "🏠": " at home ", "👎": " ", "🔦": " laser ", "🧪": " acid peel ", "🪡": " needle ", "🔪": " cut ", "💅": " nails ", "🧊": " ice ", "💡": " light ", "⚡": " laser ", "🦵": " legs ", "🥵": " hot ", "💦": " water ", "🔴": " red ", "🖤": " black ", "⚫": " black ", "🟣": " purple ", "🔵": " blue ", "⚪": " white ",
    "🏖": " beach ", "🍋": " lemon ", "🧂": " salt ", "😠": " frown lines ", "😡": " frown lines ", "✈": " flight ", "🐝": " bee ", "🐟": " fish ", "🥜": " peanut ", "🦠": " infection ", "🚑": " emergency ", "🍷": " wine ", "🙈": " cannot see ",
    "❓": " ? ", "❔": " ? ", "✅": " ", "❌": " ", "➡": " ", "❗": " . ", "•": " . ", "…": " . ",
}
_LETTERS = str.maketrans({**dict.fromkeys("'’‘`´ʼ", ""), "œ": "oe", "æ": "ae"})  # no apostrophes; "l'œil" and "l'oeil" are one
# French elisions keep their words apart: "l'oeil" is two words, "don't" is one.
_ELISION = re.compile(r"\b([cdjlmnst]|qu)['’](?=[aeiouyhàâéèêîôûœ])", re.IGNORECASE)
_SPOKEN = re.compile(r"\b(?:j['’]?(?=(?:me|m|suis|vois|peux|sens|fais|veux|sais|dois|prends|mets|crois|pense|pleure|tousse|respire|crache|tiens|tremble|saigne|vomis|voulais|pouvais|voyais|tombe|dors|mange|bois|deteste|souffre|vais|viens)\b)|chuis? )", re.IGNORECASE)  # "jvois" is "je vois"
_FEET = re.compile(r"\b(\d)['’](?=\d)")  # 5'6" is a height, not fifty-six
_SHORTENED = re.compile(r"\b(dr|mr|mrs|ms|prof|st|vs|approx)\.", re.IGNORECASE)  # their full stop ends no sentence
_YEARS_OLD = re.compile(r"\b(\d{1,2})[ -]?y ?[/.] ?o\b\.?", re.IGNORECASE)  # "27 y/o", "16 y.o."
_WITHOUT = re.compile(r"\bw/o\b", re.IGNORECASE)
_GESTATION = re.compile(r"\b([1-3]\d|4[0-2])\+[0-6]\b")  # "34+2" is said of a pregnancy alone
_WORD = re.compile(r"[^\W_]+(?:\.\d+)?%?|[$€£₹]\d+(?:\.\d+)?|[.?!;\n]+", re.UNICODE)
END = "."


def _as_written(spoken: re.Match[str]) -> str:
    """Return "je " for the j of "jvois", and "je suis " for "chui"."""
    return "je suis " if spoken[0][:1] in "cC" else "je "


def _pictured(text: str) -> str:
    """Return text with telling pictures as words."""
    text = text.replace("\ufe0f\u20e3", "").replace("\ufe0f", "")  # a digit on a key; signs drawn in colour
    for picture, said in _EMOJI.items():
        if picture in text:
            text = text.replace(picture, said)
    return text


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return text in lower case, without accents or apostrophes, with telling pictures as words."""
    if not text.isascii():
        text = _pictured(text)
    text = _WITHOUT.sub("without", _YEARS_OLD.sub(r"\1 yo", _GESTATION.sub(r"\1 weeks along", text)))
    text = _SHORTENED.sub(r"\1", _FEET.sub(r"\1 ft ", _ELISION.sub(r"\1 ", _SPOKEN.sub(_as_written, text))))
    lower = text.casefold().translate(_LETTERS)
    if lower.isascii():
        return lower
    decomposed = unicodedata.normalize("NFKD", lower)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """Return the plain words of a text, with sentence ends as full stops."""
    return [END if found[0] in ".?!;\n" else found for found in _WORD.findall(plain(text))]


def opening(text: Sequence[str], at: int) -> int:
    """Return where the sentence begins that a word stands in.

    Args:
        text: plain words with sentence ends as full stops.
        at: the place of the word.
    """
    try:
        return at - text[at - 1 :: -1].index(END) if at else 0
    except ValueError:
        return 0
