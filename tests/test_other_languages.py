"""What is asked in a language that we do not speak gets no verdict, and where to turn if it is urgent."""

from __future__ import annotations

import pytest

import skinproof


@pytest.mark.parametrize(("question", "language"), [
    ("Ich bin schwanger, darf ich Botox?", "de"), ("tretinoin schwanger", "de"), ("Nach der Filler-Spritze ist meine Lippe weiß und tut sehr weh", "de"),
    ("Na filler is mijn lip wit en doet heel veel pijn", "nl"), ("Quanto custa e vale a pena o ácido hialurônico nas olheiras?", "pt"), ("Czy mogę stosować kwas glikolowy i retinol razem?", "pl"),
    ("Sono incinta, posso fare il botox?", "it"), ("Hamileyim, botoks yaptırabilir miyim?", "tr"), ("jag är gravid, kan jag använda retinol", "sv"),
    ("怀孕期间可以打肉毒素吗?", "und"), ("هل يمكنني استخدام الريتينول أثناء الحمل؟", "und"), ("После укола филлера я плохо вижу одним глазом", "und"), ("क्या मैं गर्भावस्था में रेटिनॉल लगा सकती हूँ?", "und"),
])
def test_other_languages_get_no_verdict(question, language):
    answer = skinproof.ask(question)
    assert (answer.case.language, answer.status) == (language, "not_understood")
    assert "English, French and Spanish" in answer.to_text()
    assert "112" in answer.to_text()


@pytest.mark.parametrize(("question", "language"), [
    ("knee op in 3 weeks, lip filler now?", "en"), ("is β-glucan serum good", "en"), ("met a woman who swears by retinol", "en"), ("¿vale la pena el bótox?", "es"), ("le botox, ça vaut la peine ?", "fr"),
    ("had das botox thing done, ok?", "en"),
])
def test_our_languages_are_not_taken_for_others(question, language):
    assert skinproof.ask(question).case.language == language
