"""Illnesses, devices and medicines by their short and brand names, and words that only look like them."""

from __future__ import annotations

import pytest

import skinproof

SHORT = {
    "LEMS and botox": "neuromuscular_disease", "MG patient, botox safe?": "neuromuscular_disease", "MG since 2015, botox ok?": "neuromuscular_disease", "DBS implanted, rf on face safe?": "pacemaker_or_implant",
    "CRT-D fitted, emsculpt ok?": "pacemaker_or_implant", "ICD and emsella": "pacemaker_or_implant", "two cochlear implants, rf microneedling?": "pacemaker_or_implant", "pacemakers and microcurrent?": "pacemaker_or_implant",
    "my RA on mtx, filler?": "autoimmune", "psoriatic arthritis, filler ok?": "autoimmune", "IBD, filler ok?": "autoimmune", "j'ai une polyarthrite, filler possible ?": "autoimmune",
    "T2DM, microneedling ok?": "diabetes", "on novorapid, filler ok?": "diabetes", "on cimzia, lip filler?": "immunosuppression", "on bimzelx, microneedling ok?": "immunosuppression",
    "sur Lixiana, peeling possible ?": "anticoagulant", "on dual antiplatelet tablets, filler?": "anticoagulant", "previous PE, filler?": "clotting_risk", "EB simplex, waxing legs?": "blistering_skin",
    "HS in groins, laser hair removal ok?": "hidradenitis", "copper IUD, rf belly ok?": "metal_coil", "leukaemia, PRP hair": "cancer_treatment_now", "got AF on edoxaban, thread lift?": "heart_kidney_liver_disease",
    "tomo sertralina, puedo ponerme bótox?": "antidepressant", "on wegovy, facelift soon, ok?": "weight_loss_shot", "on cerazette, filler ok?": "hormonal_contraception",
}
ONLY_ALIKE = {
    "on 20 mg accutane since March, botox ok?": "neuromuscular_disease", "is magnesium 300 mg since january ok with botox": "neuromuscular_disease", "Ms Smith did my botox, is filler ok?": "nerve_disease",
    "did PE at school today, can i have a facial?": "clotting_risk", "my skin is dry af, hydrafacial?": "heart_kidney_liver_disease", "EB games is my hobby, waxing ok?": "blistering_skin",
    "does hydroquinone cause cancer now?": "cancer_treatment_now", "would sculptra suit an ozempic face": "weight_loss_shot", "does lymphatic drainage massage work": "lymphoedema",
    "risk of vascular occlusion with lip filler": "filler_accident", "can filler cause granulomas": "filler_accident", "my grandmother had MG, botox ok for me?": "neuromuscular_disease",
    "had a hysterectomy 5 years ago, coolsculpting ok?": "fresh_belly_surgery", "liposuction five weeks ago, laser hair removal on my tummy": "fresh_belly_surgery", "do antidepressants cause acne": "heart_vessel_disease",
}
CALM = ("my fingers turn white when its cold. is fat freezing ok for me", "raynauds with white numb fingers, is a cryotherapy facial ok", "i once went blind in one eye for a minute after filler last year, is more filler ok")
ALARMED = ("coolsculpting yesterday, skin white and numb", "belly white and numb after coolsculpting in the cold", "itchy rash everywhere after a new cream", "went blind in one eye after filler", "missed period on accutane")
TAKEN = ("on minoxidil tablets and just diagnosed with angina", "i take spironolactone for acne and was just told i have kidney disease, can i continue", "je prends du minoxidil en comprimés et j'ai de l'angine de poitrine, je continue ?")
NOT_TAKEN = ("should i start minoxidil tablets, i have angina", "is spironolactone ok with kidney disease")


@pytest.mark.parametrize("text", SHORT)
def test_a_short_name_tells_of_its_illness(text):
    assert SHORT[text] in skinproof.ask(text).case.person.conditions


@pytest.mark.parametrize("text", ONLY_ALIKE)
def test_a_word_that_looks_alike_tells_none(text):
    assert ONLY_ALIKE[text] not in skinproof.ask(text).case.person.conditions


@pytest.mark.parametrize("text", CALM)
def test_what_was_there_before_is_no_alarm(text):
    assert not skinproof.ask(text).to_dict()["urgent"]


@pytest.mark.parametrize("text", ALARMED)
def test_what_happens_now_stays_an_alarm(text):
    assert skinproof.ask(text).to_dict()["urgent"]


@pytest.mark.parametrize("text", TAKEN)
def test_who_takes_it_already_is_told_whom_to_ring(text):
    line = skinproof.ask(text).to_text().splitlines()[0]
    assert line.startswith(("Ring the doctor", "Appelez"))


@pytest.mark.parametrize("text", NOT_TAKEN)
def test_who_only_asks_for_it_is_told_not_to(text):
    assert skinproof.ask(text).to_text().startswith("Do not do this")
