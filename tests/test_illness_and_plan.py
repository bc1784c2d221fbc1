"""What somebody has beside what they plan: feet in diabetes, healing eyes, heat, cold, gas, hormones, and numbers of blood and pressure."""

from __future__ import annotations

import pytest

from skinproof import ask
from skinproof.question.age import age_of
from skinproof.question.ink_elsewhere import ink_elsewhere
from skinproof.question.language import language_of

BARRED = [
    ("diabetic, is a callus shaver ok on my heels?", "precaution:diabetes_foot"),
    ("I've got type 1, exfoliating foot socks?", "precaution:diabetes_foot"),
    ("diabétique, un coricide sur mon orteil ?", "precaution:diabetes_foot"),
    ("soy diabética, ¿cuchilla para las durezas?", "precaution:diabetes_foot"),
    ("glucose is 18 today, filler tomorrow?", "precaution:diabetes_unsteady"),
    ("INR 5.2, filler tomorrow?", "precaution:inr_too_high"),
    ("cd4 60, thread lift?", "precaution:hiv_not_held"),
    ("my hiv is untreated, filler?", "precaution:hiv_not_held"),
    ("bp 200/115, filler this week?", "precaution:pressure_too_high"),
    ("on trenbolone, can I start accutane?", "precaution:muscle_steroids_isotretinoin"),
    ("cataract operation 6 days ago, lash lift booked for tomorrow", "precaution:eye_surgery_lash_work"),
    ("pregnant, can I use the hot tub?", "precaution:heat_pregnancy"),
    ("embarazada, ¿puedo ir a la sauna?", "precaution:heat_pregnancy"),
    ("angina, whole body cryotherapy ok?", "precaution:cold_stop"),
    ("COPD and an ozone facial steam, ok?", "precaution:ozone_lungs"),
    ("emphysema, carboxytherapy for cellulite?", "precaution:carboxy_heart_lungs"),
    ("on tamoxifen, progesterone cream on my face ok?", "precaution:hormone_like_cream_cancer"),
    ("radiotherapy to my chest every day, glycolic lotion there ok?", "precaution:radiotherapy_actives"),
    ("breast implants, radiofrequency on the breasts ok?", "precaution:breast_implant_over"),
    ("titanium plate in my cheek, microcurrent ok?", "precaution:metal_microcurrent"),
    ("MG but mild. Botox?", "precaution:nmj"),
]


@pytest.mark.parametrize(("question", "rule"), BARRED)
def test_illness_and_plan_bar_together(question, rule):
    """What is planned is barred for what somebody has, and the rule on just that says so."""
    decision = ask(question).decision
    assert (decision.direction, decision.because) == ("unsafe", rule)


ASKED_FIRST = [
    ("I have MS, infrared sauna blanket?", "precaution:heat_nerves"),
    ("heart failure, sauna blanket ok?", "precaution:heat_heart"),
    ("ms for ten years. botox ok?", "precaution:nerve_toxin"),
    ("facelift in two weeks, keep using tretinoin?", "precaution:face_surgery_retinoid"),
    ("ER positive, soy serum ok?", "precaution:plant_hormone_cream_cancer"),
    ("is an ozone facial ok?", "precaution:ozone_anyone"),
]


@pytest.mark.parametrize(("question", "rule"), ASKED_FIRST)
def test_illness_and_plan_ask_first(question, rule):
    """Where the doctor who treats it decides, that is said."""
    decision = ask(question).decision
    assert (decision.direction, decision.because) == ("mixed", rule)


FREE = [
    "diabetic, glycolic toner on my face ok?",
    "diabetic, 10% urea cream on my dry heels ok?",
    "on apixaban, glycolic toner ok?",
    "on chemo, plain moisturiser ok?",
    "vitiligo, sunscreen ok?",
    "I take PrEP, can I have filler?",
    "stoma bag, retinol on my face ok?",
    "I'm on testosterone gel, benzoyl peroxide ok?",
]


@pytest.mark.parametrize("question", FREE)
def test_harmless_care_beside_an_illness(question):
    """Care of the surface that an everyday illness or medicine does not bar gets no bar."""
    assert ask(question).decision.direction == "helps"


NOT_BARRED = [
    "had lasik 6 years ago, lash lift ok?",
    "blood pressure 120/80, filler ok?",
    "hiv undetectable on meds, filler ok?",
    "breast implants, radiofrequency on my face ok?",
    "type 2 skin on fitzpatrick, glycolic toner ok?",
    "i go to the sauna weekly, retinol ok?",
    "steroid cream cycle two weeks on, tretinoin ok?",
    "400 mg magnesium and botox ok?",
    "laser with a 20 ms pulse ok for my legs?",
    "I am 16 and eat sugar, gentle moisturiser ok?",
]


@pytest.mark.parametrize("question", NOT_BARRED)
def test_like_words_bar_nothing(question):
    """Words that only sound like an illness or a plan bar nothing."""
    assert ask(question).decision.direction not in {"unsafe", "see_a_doctor"}


URGENT = [
    ("diabetic, my little toe is black", "emergency"),
    ("type 2, black toe after a pedicure", "emergency"),
    ("i've diabetes and the crack in my heel smells", "emergency"),
    ("diabetic with an ulcer on my foot, can i use a foot peel", "same_day"),
    ("contact lenses in, eye red and sore, can I keep them in?", "same_day"),
    ("lash tint yesterday. eyes red and sore. light hurts", "same_day"),
    ("mes yeux sont rouges et font mal, je porte des lentilles", "same_day"),
    ("ojo rojo que duele y la luz me molesta", "same_day"),
]


@pytest.mark.parametrize(("question", "level"), URGENT)
def test_dying_feet_and_light_shy_eyes(question, level):
    """A foot that dies and an eye that cannot bear light are told as urgent as they are, however calm the words."""
    assert ask(question).to_dict()["urgent"]["level"] == level


@pytest.mark.parametrize("question", ["type 1 diabetic, black nail polish on my toes ok?", "i wear contact lenses, mascara ok?", "red eyes from crying, eye cream ok?", "diabetic, crows feet cream ok?"])
def test_feet_and_eyes_that_are_well(question):
    """Varnish, lenses and tired eyes are no alarm."""
    assert ask(question).to_dict()["urgent"] is None


@pytest.mark.parametrize("said", ["sugar runs at about 16 most days", "my blood sugar is 17", "glucose reading 16 this morning", "glycemie de 16"])
def test_blood_sugar_is_no_age(said):
    """A value of blood is not how old somebody is."""
    assert age_of(said.split()) is None


INK = [
    ("tattoo on my ankle can i have laser on my armpits", True),
    ("tattoo on my wrist can i have laser on my face", True),
    ("tattoo sleeve ipl straight over it on my arm", False),
    ("tattoo on my calf laser hair on my legs", False),
    ("laser removal of the tattoo on my back and is my face ok", False),
    ("permanent brow tattoo laser on my face", False),
]


@pytest.mark.parametrize(("said", "elsewhere"), INK)
def test_tattoo_elsewhere_than_treated(said, elsewhere):
    """Ink counts where the light goes."""
    assert ink_elsewhere(said.split()) is elsewhere


def test_soy_serum_is_no_spanish():
    """A bean is no Spanish "I am"."""
    assert (language_of("er positive soy serum ok".split()), language_of("soy alergica".split())) == ("en", "es")
