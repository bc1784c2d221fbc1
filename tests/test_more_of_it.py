"""More of what left marks, growths at the salon, products that sting, permanent fillers and removers sold as registered."""

from __future__ import annotations

import pytest

import skinproof


def decided(question):
    decision = skinproof.ask(question).decision
    return decision.direction, decision.because


@pytest.mark.parametrize("question", [
    "the peel left dark patches on my arms, the spa says three more peels will even it out. should I?",
    "laser gave me brown marks and the clinic offers two more sessions to fix them, do it?",
    "scars from my microneedling, they want to do another round",
    "le laser m'a laissé des taches, la clinique propose deux autres séances pour les effacer",
    "el peeling me dejó manchas y me ofrecen otra sesión para arreglarlo",
])
def test_more_of_what_left_marks_waits(question):
    assert decided(question) == ("unsafe", "kind:more_of_it")


@pytest.mark.parametrize("question", [
    "is another peel a good idea? the first one went fine",
    "my acne left scars, the clinic recommends three sessions of microneedling",
    "my acne left marks, will more peels fade them?",
    "how many more sessions of laser to fade my melasma",
    "had one IPL, the clinic suggests two more sessions to fade the spots",
])
def test_more_sessions_alone_are_no_harm_told(question):
    assert decided(question)[1] != "kind:more_of_it"


@pytest.mark.parametrize("question", [
    "the salon says it can burn off the little bump on my nose, ok?",
    "flesh coloured bump by my nose for a year. my facialist offered to zap it, good idea?",
    "my beautician wants to freeze the growth on my temple",
    "mi esteticista quiere quemarme una mancha de la cara",
])
def test_growths_are_seen_by_a_doctor_before_a_salon(question):
    answer = skinproof.ask(question)
    assert (answer.decision.direction, answer.decision.because) == ("unsafe", "precaution:spot_by_lay")


@pytest.mark.parametrize("question", [
    "facialist zapped my broken capillaries, safe?", "beautician removes my chin hair with electrolysis, is it ok", "the facialist wants to extract my blackheads, good idea?",
])
def test_other_work_of_a_salon_is_no_growth(question):
    assert decided(question)[1] != "precaution:spot_by_lay"


@pytest.mark.parametrize(("question", "because"), [
    ("new skincare routine burns my face, keep going?", "kind:carry_on"),
    ("bought a whole 10 step set and my face stings. do i push through?", "kind:carry_on"),
    ("had juvederm in my lips 3 wks ago. someone offers Aquamid on top cuz it lasts for years. ok?", "premise:permanent_filler"),
    ("'mole & skin tag corrector' cream says FDA registered. can i use it on a mole", "precaution:lesion_removal_always"),
])
def test_what_is_used_is_advised_against(question, because):
    assert decided(question) == ("unsafe", because)


@pytest.mark.parametrize("question", [
    "i have glaucoma, can i take oxybutynin for sweating", "can my dad with dementia take oxybutynin tablets for sweat", "tengo glaucoma, puedo tomar oxibutinina para el sudor",
])
def test_medicines_that_dry_the_body_ask_first(question):
    assert decided(question) == ("mixed", "precaution:drying_medicine_risk")
