"""What to do and avoid before, after and while something is used: the fact on just that, or that none is held; never what it does."""

from __future__ import annotations

import pytest

import skinproof

HELD = (
    ("what should I avoid after ultherapy?", "practice:aftercare_hifu"),
    ("how do I prepare for thermage?", "practice:prepare_radiofrequency"),
    ("what not to do before a hydrafacial?", "practice:prepare_polish"),
    ("dos and donts before waxing", "practice:prepare_waxing"),
    ("aftercare for profhilo", "practice:aftercare_skin_booster"),
    ("how do I prepare for lip filler", "practice:prepare_filler"),
    ("what to avoid after sculptra", "practice:aftercare_biostimulator"),
    ("how do I prepare for coolsculpting?", "practice:prepare_fat_freezing"),
    ("what should I avoid after coolsculpting?", "practice:care_fat_freezing"),
    ("how do I prepare for a facelift?", "practice:prepare_surgery"),
    ("what can't I do after eyelid surgery", "practice:aftercare_blepharoplasty"),
    ("what are the rules after electrolysis", "practice:care_electrolysis"),
    ("lash lift tomorrow, anything to avoid?", "practice:care_lash_lift"),
    ("what should I avoid while using tretinoin?", "practice:care_retinoid"),
    ("what not to use with benzoyl peroxide", "practice:care_benzoyl_peroxide"),
    ("what foods to avoid on spironolactone", "practice:care_spironolactone"),
    ("aftercare for mole removal by my dermatologist", "practice:care_mole_removal"),
    ("que dois-je éviter sous trétinoïne ?", "practice:care_retinoid"),
    ("comment me préparer à une cryolipolyse ?", "practice:prepare_fat_freezing"),
    ("qué no hacer después de unos hilos tensores", "practice:aftercare_thread_lift"),
    ("what should I avoid after carboxytherapy?", "kind:no_care_held"),
    ("how do I prepare for an oxygen facial?", "kind:no_care_held"),
)
ELSE = (  # what it does, what went wrong, at home, one thing alone: other questions
    ("does carboxytherapy work for dark circles", "kind:no_care_held"),
    ("is electrolysis permanent", "practice:care_electrolysis"),
    ("lump and pus three weeks after mesotherapy, what should I do after that", "practice:care_after_mesotherapy"),
    ("can I take a mole off at home", "practice:prepare_mole_removal"),
    ("can I have a sauna after ultherapy", "practice:aftercare_hifu"),
    ("how long does a hydrafacial last", "practice:prepare_polish"),
)


@pytest.mark.parametrize(("question", "because"), HELD)
def test_care_is_answered_by_its_fact(question, because):
    assert skinproof.ask(question).decision.because == because


@pytest.mark.parametrize(("question", "because"), ELSE)
def test_care_is_no_answer_to_another_question(question, because):
    assert skinproof.ask(question).decision.because != because


def test_what_is_not_held_is_said_first():
    """No table of effects stands in for care of which nothing is held."""
    text = skinproof.ask("what should I avoid after carboxytherapy?").to_text()
    assert text.startswith("We hold nothing on just that.")


@pytest.mark.parametrize(("question", "direction", "because"), [
    ("can I use a sunbed with lupus", "unsafe", "premise:sunbed_with_a_reason"),
    ("I had a melanoma in 2021. May I go on sunbeds before my wedding", "unsafe", "premise:sunbed_safe"),
    ("derm said PUVA, can I use the salon sunbed for my psoriasis", "unsafe", "premise:sunbed_for_skin_disease"),
    ("do sunbeds cause melanoma", "helps", "premise:sunbed_causes_cancer"),
    ("I have factor V Leiden. Is a tummy tuck safe for me?", "mixed", "precaution:clotting_surgery"),
    ("breast augmentation 3 days ago, flight tomorrow", "mixed", "interval:flight_after_surgery"),
    ("gallbladder out 10 days ago, can I have emsculpt on my belly", "unsafe", "precaution:belly_surgery_then_device"),
    ("on ozempic, facelift under general anaesthetic next week, do I stop it?", "mixed", "premise:slimming_injection_before_sedation"),
    ("gel nails under a uv lamp while on doxycycline", "mixed", "premise:gel_lamp_on_light_medicine"),
    ("black henna tattoo blistered when I was a kid. Can I dye my hair", "unsafe", "premise:hair_dye_after_black_henna"),
])
def test_a_reason_against_it_is_heard(question, direction, because):
    """Sunbeds with a reason against them, operations that we do not weigh but whose dangers we know, a lamp on a medicine."""
    line = skinproof.ask(question).to_dict()["bottom_line"]
    assert (line["direction"], line["because"]) == (direction, because)


@pytest.mark.parametrize("question", ["is a tummy tuck worth it", "how much is a nose job"])
def test_operations_are_not_weighed(question):
    assert skinproof.ask(question).status == "out_of_scope"


@pytest.mark.parametrize(("question", "because"), [
    ("had melanoma, may I have a spray tan", "premise:sunbed_with_a_reason"),
    ("are gel nail lamps safe", "premise:gel_lamp_on_light_medicine"),
    ("hysterectomy 3 years ago, emsculpt on my belly ok?", "precaution:belly_surgery_then_device"),
    ("my brows are tattooed, can I have IPL on my forehead", "kind:nothing_against"),
    ("is black henna safe for kids", "premise:hair_dye_after_black_henna"),
])
def test_near_questions_get_other_answers(question, because):
    assert skinproof.ask(question).decision.because != because


KIN = ("my mum has lupus, can I have laser", "grandma had myasthenia, I have none, is botox off the table", "my dad has a pacemaker, can I have RF", "ma mère a un lupus, puis-je faire un laser ?", "mi abuela tenía miastenia, ¿puedo ponerme bótox?")
NOT_KIN = (  # the asker's own, asked for them, or what is handed down
    "my mum has lupus and so do I, can I have laser", "can my mum have botox, she has lupus", "my friend has lupus, can I have laser", "my sister has keloids, is microneedling ok for me",
    "my brother has haemophilia, can I have fillers", "my aunt has porphyria, can I have IPL", "family history of blood clots, sclerotherapy ok?", "my daughter has eczema, can she use retinol",
)


@pytest.mark.parametrize("question", KIN)
def test_an_illness_of_kin_is_no_reason(question):
    assert skinproof.ask(question).decision.because == "kind:ill_family"


@pytest.mark.parametrize("question", NOT_KIN)
def test_what_counts_is_not_set_aside(question):
    assert skinproof.ask(question).decision.because != "kind:ill_family"


NAMED = (
    "Raynaud's - my fingers go white in the cold. coolsculpting on thighs?", "my toes go white and numb in winter (raynauds). fat freezing on my belly?", "SJS in the past, can I have a peel",
    "I had Stevens-Johnson once, can I take doxycycline for acne", "can I get my brows tattooed, I'm a diabetic",
)
ALARMS = (
    ("my fingers went white and numb after coolsculpting", "emergency"), ("Raynaud's, had coolsculpting yesterday and now the skin is white and numb", "emergency"),
    ("nose filler an hour ago, the skin is white and cold", "emergency"), ("I think it is SJS, skin peeling and mouth sores since the new tablets", "emergency"),
    ("hives all over an hour after my chemo infusion", "same_day"), ("on cetuximab, acne rash everywhere, can I use a scrub", "soon"),
)


@pytest.mark.parametrize("question", NAMED)
def test_what_is_only_named_is_no_alarm(question):
    assert not skinproof.ask(question).gathered.flags


@pytest.mark.parametrize(("question", "level"), ALARMS)
def test_the_true_alarm_stays(question, level):
    assert skinproof.ask(question).to_dict()["urgent"]["level"] == level
