"""The first screen tells a thing once, names what a line is about, and does not contradict the lines under it."""

from __future__ import annotations

import re
from collections import Counter

import pytest

import skinproof
from skinproof.answer.render.messages import line_texts, messages_of

_LEAST_WORDS = 5
QUESTIONS = (
    "How long does Botox last in the forehead?",
    "What's the downtime for Fraxel?",
    "How much does 1 syringe of lip filler cost and how long does it last?",
    "I have been on isotretinoin until two months ago. Can I have a chemical peel now?",
    "Is there any way to permanently shrink pores?",
    "Had cheek filler yesterday and now there's a patch on my cheek that's white and mottled and hurts a lot",
    "How often should you get a HydraFacial?",
    "¿Cuántas sesiones de microneedling necesito para las marcas de acné y cuánto duele?",
    "Combien de temps dure le Botox et à partir de quand voit-on l'effet ?",
    "Hydroquinone vs kojic acid for melasma and acne",
    "My cleanser and toner and serum all have acids in them and now my face stings. What do I do?",
    "How many sessions of laser hair removal do I need, and does it last forever?",
    "Spironolactone or the pill or Accutane for hormonal chin acne at 31?",
    "Silicone sheets or Mederma for my C-section scar?",
    "RF microneedling vs fractional CO2 laser for acne scars on dark skin?",
    "SPF 30 or SPF 50, does it really make a difference?",
    "had threads put in my cheeks 3 days ago, there's a pucker on one side when I smile",
)


def _first_screen(question):
    answer = skinproof.ask(question)
    messages = messages_of(answer.catalogue)
    return [text for section in answer.sections if section.id in {"urgent", "bottom_line"} for _, text in line_texts(answer, section, messages)]


def _sentences(lines):
    for line in lines:
        for part in re.split(r"(?<=[.!?])\s+", re.sub(r"\([^)]*\)", "", line)):
            said = re.sub(r"^[^:]{2,60}: ", "", part.strip())
            if len(said.split()) >= _LEAST_WORDS:
                yield said.strip(" .;").casefold()


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_sentence_is_told_twice(question):
    """A note that has answered is no bullet too, two beliefs do not say the same, and one emergency is told once."""
    twice = [said for said, times in Counter(_sentences(_first_screen(question))).items() if times > 1]
    assert not twice


FIRST_LINES = (
    ("Does filler migrate? I've seen videos saying it never dissolves.", "It can shift above the lip"),
    ("does a lip lift leave no scar at all?", "It leaves a scar"),
    ("can a lip lift leave a scar", "It leaves a scar"),
    ("Which eye cream works for puffy bags? I'm 53 and have had them for ten years.", "Cream moisturises"),
    ("How often do I really have to reapply sunscreen over makeup?", "One coat is not enough: outdoors it needs"),
    ("Enceinte de 5 mois, j'ai un masque de grossesse qui apparaît. Quelle crème puis-je mettre sans danger ?", "Une crème solaire teintée"),
    ("Compré una crema de colágeno carísima. ¿El colágeno entra en la piel y me rellena las arrugas?", "No: el colágeno"),
    ("58, chin hairs half white now. laser or electrolysis?", "Electrolysis: it destroys"),
    ("HydraFacial or chemical peel for dull skin before my wedding in 3 weeks?", "Glycolic acid peel or salicylic acid peel: plan it"),
    ("does microneedling work for acne scars", "Probably yes: guidelines speak for microneedling"),
    ("Red light or blue light for acne?", "Not settled: in small tests blue light therapy may"),
    ("Hydroquinone vs kojic acid vs azelaic acid for brown spots after acne", "For dark spots, hydroquinone and azelaic acid are better tested"),
    ("Quelle est la différence entre rétinol et acide hyaluronique, lequel choisir à 45 ans contre les rides ?", "Cela peut aider, mais à quel point n’est pas établi\u00a0: pour le rétinol"),
    ("Can I use retinol and vitamin C together?", "Not at the same time, but apart they go together."),
)


@pytest.mark.parametrize(("question", "opening"), FIRST_LINES)
def test_first_line_answers_what_was_asked(question, opening):
    """No yes or no to what was not asked; which of several is meant; no "not proven" over a trial that says may."""
    assert _first_screen(question)[0].startswith(opening)
