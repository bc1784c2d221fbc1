"""The pattern language of the lexicons."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from skinproof.catalogue.kept_pattern import Elements, KeptPattern, restored
from skinproof.catalogue.pattern import Element, Match, find, index, orders, parse
from skinproof.catalogue.text import END, plain, words

TEXT = st.text(max_size=60)
WORD = st.text("abcdefgh", min_size=1, max_size=6)


def found(pattern, text):
    """Return the matches of one pattern in a text as typed."""
    patterns = index([("it", pattern)])
    return list(find(words(text), lambda key: patterns.get(key, ())))


MATCHING = [
    # plain words, in order, whatever the case
    ("dermal filler", "I had Dermal FILLER twice"),
    ("face-lift", "a face lift at home"),
    ("face lift", "a face-lift at home"),
    # alternatives, at any place
    ("swollen|puffy lip|lips", "my puffy lip"),
    ("swollen|puffy lip|lips", "swollen lips"),
    # a gap of nought to six words within one sentence
    ("burning .. days", "burning days"),
    ("burning .. days", "burning for two days"),
    ("burning .. days", "burning a b c d e days"),
    ("white .. pain .. hour", "white skin and pain within the hour"),
    ("laser .. peel|needling", "laser before my needling"),
    # a star stands for any ending, or none
    ("breastfeed*", "I am breastfeeding"),
    ("breastfeed*", "can I breastfeed"),
    ("immune suppress*|modul*", "immune modulating drugs"),
    ("lip*", "lipstick"),
    # accents and apostrophes do not count, on either side
    ("creme hydratante", "Crème hydratante"),
    ("crème hydratante", "creme hydratante"),
    ("embarazada", "¿Estoy EMBARAZÁDA?"),
    ("dont know", "I don't know"),
    ("don't know", "i dont know"),
    ("don't know", "I don’t know"),
    ("crows feet", "my crow's feet"),
    # a French elision leaves two words
    ("oeil", "autour de l'oeil"),
    ("j ai", "J’ai 30 ans"),
    # pictures that tell something are words
    ("pregnant", "🤰 can I have this"),
    ("injection", "first 💉 tomorrow"),
    ("burning", "it is 🔥 now"),
    # a number between two words is stepped over, also several
    ("glycolic peel", "glycolic 20% peel"),
    ("glycolic peel", "glycolic 20 30 peel"),
    # numbers keep their decimals and their percent
    ("2.5%", "benzoyl peroxide 2.5% gel"),
    ("0.5 mm", "needles of 0.5 mm"),
    # either order, at most twelve words apart, in one sentence
    ("lip|lips ~ white", "my lip is white"),
    ("lip|lips ~ white", "white all over my lips"),
    ("lip ~ cold .. numb", "cold and numb is my lip"),
    ("lip ~ white", "lip b c d e f g h i j k l m white"),
    # unless something is said in the sentence
    ("lip ~ white ! bruise|fading", "white lip. The bruise is elsewhere"),
    ("white lip ! bruise", "a white lip"),
]
SILENT = [
    ("lip ~ white", "my lip. White"),
    ("lip ~ white", "lip b c d e f g h i j k l m n white"),
    ("lip ~ white", "lip"),
    ("lip ~ white ! bruise|fading", "the white lip is fading"),
    ("lip ~ white ! bruise|fading", "a bruise, and white on the lip"),
    ("white lip ! bruise", "bruise: white lip"),
    ("dermal filler", "filler dermal"),
    ("dermal filler", "dermal"),
    ("dermal filler", "dermal and filler"),
    ("lip", "lipid eclipse"),
    ("swollen|puffy lip|lips", "swollen eyes"),
    ("burning .. days", "burning a b c d e f g days"),
    ("burning .. days", "It is burning. Three days to go"),
    ("burning .. days", "burning\nfor days"),
    ("burning .. days", "days of burning"),
    ("dermal filler", "dermal. Filler"),
    ("breastfeed*", "breast feeding"),
    ("2.5%", "benzoyl peroxide 2.5 gel"),
    ("dont", "don t"),
    ("glycolic peel", "glycolic or peel"),
    ("peel", "20"),
    ("glycolic peel", "20 peel"),
    ("smile", "😀"),
]
NO_PATTERN = ["", "   ", "..", ".. days", "!", "?"]


@pytest.mark.parametrize(("pattern", "text"), MATCHING)
def test_pattern_is_found_in_text(pattern, text):
    """What the pattern language promises is found once."""
    assert len(found(pattern, text)) == 1


@pytest.mark.parametrize(("pattern", "text"), SILENT)
def test_pattern_stays_silent_in_text(pattern, text):
    """A text that only resembles a pattern is not matched."""
    assert found(pattern, text) == []


@pytest.mark.parametrize("pattern", NO_PATTERN)
def test_empty_or_gap_first_is_none(pattern):
    """What has no word to begin with is no pattern, and is found nowhere."""
    assert parse("it", pattern) is None
    assert found(pattern, "burning for days!") == []


@pytest.mark.parametrize(("pattern", "text", "start", "end"), [
    ("filler", "a filler here", 1, 2), ("burning .. days", "it is burning for two days now", 2, 6), ("a|the lip", "on the lip", 1, 3),
])
def test_match_tells_where_it_stands(pattern, text, start, end):
    """A match covers its first word up to but not including the word after its last, gap included."""
    assert found(pattern, text) == [Match("it", start, end)]


def test_every_place_of_phrase_is_found():
    """A phrase that stands twice is found twice, and each owner finds its own."""
    patterns = index([("one", "lip"), ("two", "lip*"), ("three", "lip balm")])
    owners = [m.owner for m in find(words("lip balm, lips"), lambda key: patterns.get(key, ()))]
    assert sorted(owners) == ["one", "three", "two", "two"]


@pytest.mark.parametrize(("text", "expected"), [
    ("Hello, world!", ["hello", "world", END]), ("a... b?!", ["a", END, "b", END]), ("10% of 0.5 ml", ["10%", "of", "0.5", "ml"]),
    ("$500 or €20", ["$500", "or", "€20"]), ("", []), ("  ", []), ("one\n\ntwo", ["one", END, "two"]), ("snake_case", ["snake", "case"]),
])
def test_words_keep_ends_of_sentences(text, expected):
    """Text becomes plain words, with one full stop where a sentence ends."""
    assert words(text) == expected


@given(TEXT)
def test_plain_text_is_plain_already(text):
    """Making text plain twice changes nothing more for what can be a word."""
    assert words(" ".join(w for w in words(text) if w != END)) == [w for w in words(text) if w != END]


@given(TEXT)
def test_case_of_letters_never_counts(text):
    """Capitals change no word that has a plain lower case."""
    assume(text.upper().casefold() == text.casefold())
    assert plain(text.upper()) == plain(text)


@given(st.text("ab|*. -'é", max_size=20), TEXT)
def test_any_pattern_and_text_is_survived(pattern, text):
    """No pattern and no text makes the matcher raise, and a match lies within the text."""
    length = len(words(text))
    assert all(0 <= m.start < m.end <= length for m in found(pattern, text))


@given(st.lists(WORD, min_size=1, max_size=4), st.lists(WORD, max_size=5), st.text(max_size=30))
def test_phrase_stays_found_when_words_follow(phrase, before, after):
    """A plain phrase found in a text is still found at the same place when anything is added after it."""
    text = " ".join((*before, *phrase))
    first = found(" ".join(phrase), text)
    assert first
    assert set(first) <= set(found(" ".join(phrase), f"{text} {after}"))


def test_either_order_makes_two_patterns():
    """A pattern in either order becomes two with a wide gap, each with what must not be said; others stay one."""
    assert orders("a|b ~ c d ! e") == ("a|b ... c d ! e", "c d ... a|b ! e")
    assert orders("a .. b") == ("a .. b",)


@given(st.lists(WORD, max_size=9), st.lists(WORD, max_size=9))
def test_unsaid_word_silences_its_sentence(before, after):
    """A word after the sign silences the pattern wherever it stands in the sentence, and only there."""
    assert found("zz yy ! xx", " ".join([*before, "zz", "yy", *after])) != []
    assert found("zz yy ! xx", " ".join([*before, "xx", "zz", "yy", *after])) == []
    assert found("zz yy ! xx", " ".join([*before, "zz", "yy", *after, "xx"])) == []
    assert found("zz yy ! xx", " ".join(["xx.", *before, "zz", "yy", *after, ". xx"])) != []


@given(st.lists(WORD, min_size=2, max_size=2), st.lists(WORD, max_size=8))
def test_gap_reaches_exactly_six_words(ends, between):
    """A gap bridges up to six words and never more."""
    first, last = ends
    assume(last not in between)
    assume(first not in between)
    assume(first != last)
    assert bool(found(f"{first} .. {last}", " ".join((first, *between, last)))) == (len(between) <= 6)


def test_patterns_come_back_as_they_were_put_away():
    """However elements are shared between patterns, each pattern is the same after it was kept."""
    by_key = index((str(n), pattern) for n, (pattern, _) in enumerate(MATCHING))
    elements = Elements()
    kept = {key: msgspec.json.decode(msgspec.json.encode(elements.kept(patterns)), type=list[KeptPattern]) for key, patterns in by_key.items()}
    listed = msgspec.json.decode(msgspec.json.encode(elements.listed()), type=list[Element])
    assert {key: restored(patterns, listed) for key, patterns in kept.items()} == by_key
