"""Plain facts that people ask for: each is found in everyday words, and not where something else is asked."""

from __future__ import annotations

import pytest

import skinproof

FOUND = (
    ("is salmon dna vegan", "injectable_of_animal_origin"),
    ("le botox est-il halal ?", "injectable_of_animal_origin"),
    ("how do i know if my hydrafacial place is cleaning the tips", "facial_machine_looks_clean"),
    ("what does tewl mean and does aquagold make it worse", "needles_water_loss"),
    ("doctor gave me minoxidil, i bought a dermaroller for my hairline", "scalp_roller_home"),
    ("nurse friend says a dermaroller on the scalp is fine", "scalp_roller_home"),
    ("my hairdresser offers scalp microneedling, is that ok", "scalp_needling_clinic"),
    ("how do i report a bad reaction to filler in the UK", "report_harm_yourself"),
    ("dónde denuncio una reacción adversa a un relleno", "report_harm_yourself"),
    ("clinic says they are cqc registered what does that mean", "register_shows_safe"),
    ("what should a consent form say before laser", "consent_form_content"),
    ("they made me sign a thing that i can't complain, is it binding", "paper_against_complaints"),
    ("do they have to give me the batch number sticker", "batch_number_not_needed"),
    ("they reused half my syringe from last time, she kept it in her fridge with my name on", "half_syringe_kept"),
    ("can me and my mum share 1ml of filler", "syringe_shared"),
    ("laser tech wasnt wearing goggles should she", "laser_without_goggles"),
    ("last week they did my upper lip laser and forgot the goggles", "laser_was_without_goggles"),
    ("can ipl remove hairs on the eyelids", "laser_hair_near_eye"),
    ("bought a 5 watt diode laser on temu for hair removal, any danger to my eyes", "laser_bought_online"),
    ("clinic offers payment plan on botox klarna is that a red flag", "pay_now_or_later"),
    ("is it cheaper to go to turkey for co2 laser and is it safe", "treatment_abroad"),
    ("how long till botox kicks in, day 3 and nothing", "toxin_onset"),
    ("dysport or botox which lasts longer", "toxin_brand_lasts_longer"),
    ("do i need to take out filler before an mri", "filler_before_mri"),
    ("puis-je passer une IRM avec un tatouage", "tattoo_and_mri"),
    ("can i pick off the peeling skin after tca", "pull_off_peeling_skin"),
    ("can i wax between laser sessions", "wax_between_laser_sessions"),
    ("is pinkness normal 6 weeks after co2 laser", "pink_weeks_after_laser"),
    ("after co2 laser small white bumps at 3 weeks", "white_bumps_after_laser"),
    ("10 year old daughter using drunk elephant serums", "child_skincare"),
    ("can my 12 year old shave her legs", "child_hair_removal"),
    ("one month old with pimples which cream", "baby_spots"),
    ("croûtes de lait que faire", "cradle_cap"),
    ("grandma put mustard oil and kajal in my newborns eyes", "kohl_on_baby_eyes"),
    ("fish pedicure safe?", "fish_pedicure"),
    ("im diabetic and want a pedicure with those fish", "fish_pedicure_diabetes"),
    ("my nail turned green after acrylics", "green_nail"),
    ("can i have shellac during chemotherapy", "false_nails_in_chemo"),
    ("hair falling out in clumps 3 months after baby", "hair_loss_after_birth"),
    ("dark line on my belly pregnant", "skin_darkens_in_pregnancy"),
    ("my new tattoo is weeping", "new_tattoo_weeps"),
    ("puedo nadar con un tatuaje nuevo", "swim_with_new_tattoo"),
    ("should i tattoo over my keloid", "tattoo_on_keloid"),
    ("is fungal acne real acne", "fungal_acne_is_acne"),
    ("fungal acne, should i use nizoral", "antifungal_for_fungal_acne"),
    ("molluscum on my son, what cream", "molluscum_must_be_treated"),
    ("can i use wart freezer on my face", "wart_remedy_on_face"),
    ("boils in my armpits keep coming back", "boils_that_return"),
    ("can i give blood while taking isotretinoin", "blood_donation_isotretinoin"),
    ("contact lenses and accutane", "contact_lenses_isotretinoin"),
    ("can i get a tattoo on accutane", "tattoo_on_isotretinoin"),
    ("vitamin a tablets on top of accutane to speed it", "isotretinoin_vitamin_a"),
)
NEW = {name for _, name in FOUND}


@pytest.mark.parametrize(("question", "belief"), FOUND)
def test_fact_is_found(question, belief):
    assert belief in {p.id for p in skinproof.ask(question).gathered.premises}


@pytest.mark.parametrize("question", [
    "what side effects do studies report for retinol", "i wear glasses, can i have laser on my face", "is waxing or laser better for legs", "how long does botox last",
    "how long before laser should i stop waxing", "my filler is lumpy on one half of my lip", "i have a baby and my acne is back", "my tattoo removal is oozing", "old tattoo raised and itchy",
    "is fish oil good for my feet", "my nails are lifting since chemo", "husband on finasteride and hair loss, we want a baby", "does accutane change my blood test", "can a peel take dark spots off after acne",
    "my son 17 has razor bumps from shaving", "my dermatologist froze a wart on my face yesterday and it blistered", "can a facial workout book work better than botox?",
])
def test_other_questions_do_not_get_it(question):
    assert not NEW & {p.id for p in skinproof.ask(question).gathered.premises}


@pytest.mark.parametrize("question", [
    "white bumps after co2 laser that hurt and have pus", "baby with pimples and blisters not feeding", "new tattoo weeping green and hot", "i had botox yesterday and cant swallow",
])
def test_no_comfort_where_a_doctor_is_due(question):
    answer = skinproof.ask(question)
    assert answer.decision.direction == "see_a_doctor"
    assert not NEW & {p.id for p in answer.gathered.premises}


@pytest.mark.parametrize("question", [
    "bought a 5 watt diode laser on temu for hair removal, any danger to my eyes", "can i give blood while taking isotretinoin", "can i get a tattoo on accutane", "laser hair removal for the eyebrows at home",
])
def test_firmly_unsafe_belief_is_no_perhaps(question):
    """A rule that says "with care" or "ask first" does not soften it."""
    assert skinproof.ask(question).decision.direction == "unsafe"


@pytest.mark.parametrize(("question", "fact"), [
    ("how many laser sessions for upper lip hair, clinic said 12", "sessions_laser_hair_removal"), ("20 units for forehead is that too much", "amount_botulinum_lines"),
    ("is radiesse dissolvable", "undo_calcium_pla_fillers"), ("how do i check someone is a real dermatologist in the us", "provider_dermatologist"),
])
def test_practical_fact_leads(question, fact):
    assert skinproof.ask(question).decision.because == f"practice:{fact}"


def test_dry_skin_is_no_question_of_order():
    """Dry skin is a kind of skin there; on dry skin is a way to put something on."""
    assert "order" not in skinproof.ask("best moisturiser for dry skin").case.asks
    assert "order" in skinproof.ask("do i put tretinoin on dry or damp skin").case.asks


def test_a_price_is_no_amount():
    assert not skinproof.ask("how much should i be paying for 1ml of lip filler in london").decision.because.startswith("practice:amount")
