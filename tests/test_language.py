"""Which language a question is in."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

import skinproof
from skinproof.catalogue.text import words
from skinproof.question.language import SUPPORTED, language_of

MESSAGES = Path(skinproof.__file__).parent / "answer" / "messages"
TEXTS = {
    "is microneedling safe": "en", "can i use retinol": "en", "what should I do for my pores": "en",
    "est-ce que le microneedling marche": "fr", "je veux un peeling pour mes cicatrices": "fr", "c'est quoi": "fr",
    "¿puedo usar retinol?": "es", "funciona el microneedling": "es", "mi piel es seca": "es",
    "botox prix": "fr", "rétinol enceinte dangereux ?": "fr", "botox precio": "es", "retinol embarazo": "es", "creme de la mer worth it": "en",
    "ist Microneedling gut für die Haut": "de", "il microneedling è sicuro per la pelle": "it", "o microneedling é seguro": "pt",
}
TELLING_NOTHING = ["", "botox", "hydrafacial pores", "dolor", "???", "12345"]


@pytest.mark.parametrize("text", TEXTS)
def test_common_words_tell_the_language(text):
    """The commonest words of a language are enough to know it."""
    assert language_of(words(text)) == TEXTS[text]


@pytest.mark.parametrize("text", TELLING_NOTHING)
def test_text_without_them_is_english(text):
    """Where no common word tells, the language is English."""
    assert language_of(words(text)) == "en"


@pytest.mark.parametrize("language", ["fr", "es"])
def test_every_text_of_safety_is_translated(language, facts):
    """Red flags, precautions and names of conditions leave no English in an answer to somebody who may not read it."""
    known = {entry.msgid for entry in polib.pofile(str(MESSAGES / language / "facts.po")) if entry.msgstr}
    said = {text for rule in (*facts.lists["precautions"], *facts.lists["red_flags"]) for text in (rule.why, rule.do, getattr(rule, "calm_do", None), getattr(rule, "if_already", None))} | {c.label for c in facts.phrases["conditions"].values()}
    assert not {" ".join(text.split()) for text in said if text} - known


@pytest.mark.parametrize("language", ["fr", "es"])
def test_what_a_first_screen_says_is_translated(language, facts):
    """What follows a treatment, beliefs, practical facts, guidelines, aims, law and harms are told in the language of the question."""
    known = {entry.msgid for entry in polib.pofile(str(MESSAGES / language / "facts.po")) if entry.msgstr}
    lists = facts.lists
    said = {text for told in (*lists["aftermath"], *lists["practice"], *lists["premises"]) for text in (told.short, told.answer)}
    said |= {told.text for name in ("consensus", "aims", "regulation") for told in lists[name]} | {harm.text for t in facts.treatments.values() for harm in t.harms}
    said |= {told.choice for told in lists["premises"]} | {told.short for name in ("regulation", "precautions") for told in lists[name]}
    said |= {text for rule in lists["combinations"] for text in (rule.why, rule.do)} | {rule.why for rule in lists["intervals"]}
    assert not {" ".join(text.split()) for text in said if text} - known


@pytest.mark.parametrize("language", ["fr", "es"])
def test_what_studies_name_is_translated(language, facts, studies):
    """Harms counted in studies, comparators without a record of their own and words of certainty leave no English in an answer."""
    known = {entry.msgid for entry in polib.pofile(str(MESSAGES / language / "facts.po")) if entry.msgstr}
    said = {harm.event for study in studies.values() for harm in study.harms} | set(facts.comparators.values()) | {"very low", "low", "moderate", "high"}
    assert not said - known


@pytest.mark.parametrize("text", ["the le", "is my nariz seca para mi", "le microneedling is it safe"])
def test_english_wins_every_tie(text):
    """As many English words as of another language make it English."""
    assert language_of(words(text)) == "en"


@given(st.text(max_size=60))
def test_any_text_has_one_language(text):
    """No text makes the reader raise, and the order of words does not matter."""
    read = words(text)
    assert language_of(read) == language_of(read[::-1])
    assert len(language_of(read)) == 2 or language_of(read) == "und"


@given(st.text(max_size=60), st.sampled_from(SUPPORTED))
def test_more_words_of_it_settle(text, code):
    """A text is in a language when enough different words of that language alone are added."""
    alone = {
        "en": "the is are my i of and to for it does do can should with have what how this will was but if not so that they your after",
        "fr": "les des et je mon ma mes pour dans sur avec pas ce cette suis elle du puis ai peux mais ou apres peau visage depuis combien vous",
        "es": "el los las por con mis esta estoy tengo puedo del hay soy muy despues piel cara hace cuanto sirve puede y como mi",
    }[code]
    assert language_of([*words(text), *alone.split()]) == code
