"""How much, how strong, when, in which order, after what: the fact that is asked for comes first."""

from __future__ import annotations

import pytest

import skinproof

CASES = (
    ("how much sunscreen should i put on my face", "helps", "practice:amount_sunscreen"),
    ("what percent of vitamin c is best", "mixed", "practice:strength_vitamin_c"),
    ("does benzoyl peroxide 10% work better than 2.5%", "does_not_help", "practice:strength_benzoyl_peroxide"),
    ("what strength retinol should a beginner use", "mixed", "practice:strength_retinol"),
    ("how many syringes of filler do i need for lips", "mixed", "practice:amount_ha_filler"),
    ("how many units for a lip flip", "mixed", "practice:amount_lip_flip_toxin"),
    ("how many units of botox for crows feet", "mixed", "practice:amount_botulinum_lines"),
    ("how many minutes should i use my red light mask", "mixed", "practice:amount_led_mask"),
    ("is minoxidil 5% better than 2%", "mixed", "practice:strength_minoxidil"),
    ("morning or night for vitamin c", "mixed", "practice:when_in_day_vitamin_c"),
    ("in what order do i put moisturiser and sunscreen", "mixed", "practice:order_sunscreen"),
    ("what happens if i stop using tretinoin", "mixed", "practice:stopping_tretinoin"),
    ("can filler be dissolved if i hate it", "helps", "practice:undo_ha_filler"),
    ("what should i put on my face after microneedling", "mixed", "practice:aftercare_microneedling"),
    ("forgot my tretinoin for a week do i start over", "mixed", "practice:missed_tretinoin"),
    ("how do i find a good injector", "mixed", "practice:provider_any"),
    ("what causes milia", "mixed", "practice:cause_milia"),
    ("do i need to use toner", "does_not_help", "practice:need_toner"),
    ("how do i prepare for laser resurfacing", "mixed", "practice:prepare_laser_ablative"),
    ("what should i do before a chemical peel", "mixed", "practice:prepare_peel"),
    ("anything to avoid before botox", "mixed", "practice:prepare_toxin"),
    ("how to prep for a laser session", "mixed", "practice:prepare_light"),
    ("que faire avant un peeling", "mixed", "practice:prepare_peel"),
    ("do I need a separate neck cream", "does_not_help", "practice:need_neck_cream"),
)


@pytest.mark.parametrize(("question", "direction", "because"), CASES)
def test_what_is_asked_comes_first(question, direction, because):
    line = skinproof.ask(question).to_dict()["bottom_line"]
    assert (line["direction"], line["because"]) == (direction, because)


@pytest.mark.parametrize(("question", "because"), [
    ("im pregnant, how much tretinoin do i use", "precaution:preg_retinoid"),
    ("how many ml of filler do they use to fix this, my lip went white and cold an hour after filler", "red_flag:blocked_vessel"),
])
def test_safety_comes_before_practice(question, because):
    assert skinproof.ask(question).to_dict()["bottom_line"]["because"] == because


@pytest.mark.parametrize("question", ["how much does botox cost", "does botox work for frown lines", "how much will microneedling help acne scars", "what do I need to do before the exam", "is fake tan bad for skin", "is tretinoin the real deal for wrinkles", "what should i ask before botox", "what should i put on before sunscreen"])
def test_other_questions_are_not_taken_for_it(question):
    assert not skinproof.ask(question).to_dict()["bottom_line"]["because"].startswith("practice:")


def test_the_answer_gives_the_number_with_its_source_and_no_table_of_effects():
    answer = skinproof.ask("how many units of botox for crows feet")
    first = next(s for s in answer.to_dict()["statements"] if "24 units" in s["text"])
    assert first["fact_ids"] == ["practice:amount_botulinum_lines"]
    assert "amount_masseter_toxin" not in str(answer.to_dict()["statements"])
    assert "closest" not in {s["id"] for s in answer.to_dict()["statements"]}


def test_every_fact_on_practice_can_be_opened():
    answer = skinproof.ask("how much sunscreen should i put on my face")
    told = next(s["id"] for s in answer.to_dict()["statements"] if s["fact_ids"] == ["practice:amount_sunscreen"] and "teaspoon" in s["text"])
    assert "https://" in skinproof.why(answer, told)


@pytest.mark.parametrize(("question", "opening"), [
    ("should i stop retinol before microneedling", "Yes: stop it"),
    ("do i need to stop tretinoin before waxing", "Yes: stop it"),
    ("should i stop my blood thinner before filler", "Do not do this, because of a blood thinner"),
])
def test_whether_to_stop_first_is_answered_in_that_sense(question, opening):
    assert skinproof.ask(question).to_text().startswith(opening)


@pytest.mark.parametrize(("question", "treatment"), [
    ("is a 30% glycolic ok at home", "peel_glycolic"), ("bought 50% lactic acid online", "peel_lactic"), ("salicylic acid 30% for my legs", "peel_salicylic"),
    ("is glycolic 7% toner ok daily", "glycolic_leave_on"), ("salicylic 2% cleanser", "salicylic_leave_on"),
])
def test_a_strong_acid_is_a_peel(question, treatment):
    assert skinproof.ask(question).case.treatments == (treatment,)


@pytest.mark.parametrize(("question", "direction", "because"), [
    ("can I run a marathon 3 days after microneedling", "helps", "interval:exercise_after_needling"),
    ("gym 2 days after botox ok?", "helps", "interval:exercise_after_toxin"),
    ("Salicylic acid and benzoyl peroxide on the same pimple, yes or no??", "mixed", "combination:salicylic_bpo"),
    ("can i mix my tretinoin with niacinamide and also estradiol cream on my face", "mixed", "kind:no_pair_rule"),
    ("can i use hyaluronic acid under my niacinamide", "helps", "combination:moisturiser_any"),
    ("does azelaic acid go with sunscreen on top, or do they cancel each other out", "helps", "combination:sunscreen_any"),
    ("can i use hydrocortisone with retinol", "mixed", "kind:no_pair_rule"),
    ("doxycycline with adapalene?", "helps", "combination:antibiotic_creams"),
    ("i take hydrochlorothiazide, can i use glycolic acid with sunscreen", "mixed", "precaution:photosensitiser_peel"),
    ("on accutane can i use gua sha with moisturiser", "mixed", "condition:isotretinoin_now"),
    ("can i use kojic acid with tranexamic acid", "helps", "combination:brighteners"),
    ("how long do acne marks take to fade on brown skin", "mixed", "practice:fade_dark_marks"),
    ("got £8 a unit botox on groupon, is it any good", "unsafe", "premise:cheap_toxin"),
    ("innotox vials from instagram, can I inject them", "unsafe", "precaution:unknown_product"),
])
def test_time_pairs_and_prices_are_answered_by_their_facts(question, direction, because):
    line = skinproof.ask(question).to_dict()["bottom_line"]
    assert (line["direction"], line["because"]) == (direction, because)


@pytest.mark.parametrize(("question", "fact"), [
    ("can rosacea be cured completely", "cure_rosacea"),
    ("are warts contagious", "contagious_warts"),
    ("does acne run in families", "inherited_acne"),
    ("does menopause cause dry skin", "hormones_dry_skin"),
    ("what foods trigger rosacea", "diet_rosacea"),
    ("can stress make my hair fall out", "stress_hair"),
    ("will my cellulite get worse as i get older", "inherited_cellulite"),
    ("does the sun make melasma worse", "hormones_melasma"),
    ("can baldness be prevented", "prevent_hair"),
    ("should i see a doctor about my sweating", "doctor_sweating"),
    ("if i don't treat my eczema what happens", "left_alone_eczema"),
    ("are skin tags a sign of diabetes", "sign_skin_tags"),
    ("is fungal acne contagious", "contagious_fungal"),  # and not the belief that merely names it
    ("are my chapped lips contagious", "contagious_lips"),  # the kind that is named, and not dry skin at large
    ("le psoriasis se guérit-il", "cure_psoriasis"),
    ("el vitíligo es contagioso", "contagious_vitiligo"),
])
def test_what_is_asked_of_a_condition_is_answered(question, fact):
    """Whether it can be cured, is catching, lies in the family: the fact on that, and no list of treatments."""
    assert skinproof.ask(question).decision.because == f"practice:{fact}"


@pytest.mark.parametrize("question", [
    "my melasma gets worse in summer, what cream helps?", "acne caused by pcos, what is the best treatment", "my dark circles are genetic, is there anything that helps",
    "keratosis pilaris runs in my family, what lotion should i get", "J'ai une rosacée qui s'aggrave au soleil, que mettre ?", "does dairy cause acne", "is laser hair removal permanent",
])
def test_what_is_told_in_passing_is_not_answered(question):
    """Where what helps is asked, or a belief speaks, what is told of the condition is no question."""
    assert not skinproof.ask(question).decision.because.startswith("practice:")


def test_an_aim_without_outcomes_draws_on_no_other():
    """What a treatment does for something else says nothing of an aim of which nothing was measured."""
    assert skinproof.ask("does vitamin c help psoriasis").decision.direction == "not_enough_evidence"
