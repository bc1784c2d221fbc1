"""Who is to be treated, and that nothing clears somebody whose words were not understood."""

from __future__ import annotations

import pytest

import skinproof
from skinproof.catalogue.text import words
from skinproof.question.infant import small_one

MINORS = {
    "can a 17yo get lip filler": 17, "16 y/o lip filler ok?": 16, "17 y.o. lip filler": 17, "15yo co2 laser ok": 15, "f16 botox": 16, "16y old, lip filler": 16, "16 ans, botox possible?": 16, "con 16 años puedo ponerme relleno": 16,
    "girl 15 wants lip filler for prom": 15, "boy 14 wants laser for acne scars": 14, "lad of 15 wanting a tca peel": 15, "niece 17, tattoo removal laser": 17, "lip filler for 15 year old legal?": 15,
    "can a beautician legally do my 16 yo's lips filler uk": 16, "is it ok to use retinol on a 5 year olds warts": 5, "stepdaughter is 14 and wants botox": 14, "niña de 9 años con retinol, se puede?": 9,
    "do you have to be 18 for lip filler in uk, my daughter is 16 and her friends mum says she'll sign": 16, "mi hija de 16 quiere aumentarse los labios, es legal en españa": 16, "ma fille de 15 ans veut du botox": 15,
}
NO_MINORS = [
    "my scar is 14yo, laser ok?", "15yo tattoo, laser removal?", "27 y/o, botox ok?", "tatuaje de 15 años, láser?", "a f20 laser machine ok?",
    "black tattoo band on my forearm, about 10 yrs old, how many laser sessions", "half sleeve, mostly black with some green and yellow, 6 yrs old", "stretch marks on the tummy (twins, now aged 6), microneedling?", "14 weeks and my face looks like im 15 again",
    "my 15 year old tattoo looks faded, picosure?", "is 15 units of botox enough for crows feet", "girl 22 wants botox", "my fifteen year scar on chin, microneedling?", "girls night at 8, can i have botox at 4", "my daughter is 26 and wants lip filler"]
BABIES = [
    "baby acne on my 4 week old, can i use cetaphil", "one month old with pimples which cream", "my newborn has white spots on nose", "can i put retinol on my toddler's bumps", "numbing cream for my 2 year old before vaccine",
    "benzoyl peroxide for newborn spots", "my 18 month old grandson has keratosis pilaris, urea cream?", "tea tree oil neat on 2 year old nits", "lightening cream for my 1 year old, she is darker than me",
    "mon bébé de 2 mois a des boutons, quelle crème", "nourrisson 5 semaines, crème anti acné ?", "mi bebé de 3 semanas tiene granitos, que crema",
]
NO_BABIES = [
    "i feed my newborn myself, can i use tretinoin", "baby botox at 30, worth it?", "baby foot peel before holiday, safe?", "got a newborn and dark circles, does caffeine eye cream work", "i want skin like a baby, does retinol do that",
    "trying for a baby, is minoxidil good for hair", "my baby is 8 months and the pregnancy mask didnt go", "nappy rash cream on my face for wrinkles", "silicone gel on a 5 week old c-section scar", "breastfeeding a 6 week old, is azelaic acid ok",
]
UNREAD = {
    "i have albinism can i have botox": "albinism", "i have rosacea and mitral valve replacement, microneedling?": "mitral valve replacement",
    "cushings and coolsculpting thighs": "cushings", "i have haemochromatosis, cryotherapy facial": "haemochromatosis", "thyroid eye disease and want tear trough filler": "thyroid eye disease", "with my tuberculosis can i get a facial": "tuberculosis",
    "tengo un aneurisma, es segura la radiofrecuencia?": "aneurisma", "j'ai un anévrisme, la radiofréquence est-elle sans danger ?": "anevrisme", "is retinol safe with my epilim": "epilim", "lithium and accutane together?": "lithium",
}
READ = [
    "i have dry skin and big pores, is niacinamide safe", "i have a busy job, is led mask ok", "i have long hair and want a hydrafacial, is it ok", "with my moisturiser is niacinamide safe", "does botox help raynauds", "i have sjogrens, can i have botox",
    "no asthma, no meds, hydrafacial safe?", "my friend has sickle cell but can i get a peel", "lost 20kg on ozempic, does morpheus8 tighten skin", "i have two kids, is niacinamide safe",
]
FIRST_LINES = {
    # everyday illnesses and medicines, and illnesses that rules now speak of
    "i had bells palsy 5 years back can i have botox": ("mixed", "precaution:old_palsy_toxin"), "raynauds and coolsculpting fingers": ("mixed", "precaution:raynaud_cold"), "i have sickle cell, cryotherapy facial": ("mixed", "precaution:sickle_cold"),
    "with my gout can i get a facial": ("helps", "precaution:everyday_illness_fine"), "tengo fibromialgia, es segura la radiofrecuencia?": ("helps", "precaution:everyday_illness_fine"), "sertraline and accutane together?": ("mixed", "precaution:antidepressant_isotretinoin"),
    "on levothyroxine, is a glycolic peel ok": ("helps", "precaution:thyroid_gentle"), "on statins, is microneedling safe": ("helps", "precaution:everyday_fine"), "i have asthma, is lip filler ok": ("mixed", "precaution:asthma_other"),
    "type 2 diabetes, laser hair removal ok?": ("mixed", "precaution:diabetes_surface"), "on apixaban, can i have a glycolic peel": ("mixed", "precaution:thinner_surface"), "i take xarelto, can i use tretinoin": ("helps", "precaution:thinner_creams"), "on eliquis, is 2% salicylic acid ok for my chin": ("mixed", "precaution:thinner_salicylic"), "epileptic, is botox ok": ("mixed", "precaution:epilepsy_no_flash"),
    "psoriasis on my elbows, can i have botox": ("mixed", "precaution:psoriasis_injections"), "on tamoxifen, is retinol ok": ("helps", "precaution:cancer_tablets_creams"), "hiv undetectable, waxing ok?": ("mixed", "precaution:hiv_surface"),
    "eczema on my hands, retinol on my face ok?": ("mixed", "precaution:eczema_elsewhere"), "hs in my groin, is laser hair removal ok": ("helps", "precaution:hidradenitis_laser"), "lymphoedema in my arm, can i wax it": ("unsafe", "precaution:lymphoedema_wax"),
    "had a vascular occlusion from filler 2 years ago, can i have lip filler again": ("unsafe", "precaution:filler_after_accident"), "on ozempic, facelift under sedation friday, is that safe": ("mixed", "premise:slimming_injection_before_sedation"),
    "c-section 4 weeks ago, is emsculpt ok": ("unsafe", "precaution:belly_surgery_then_device"), "can i have botox with a lidocaine allergy": ("helps", "precaution:lidocaine_toxin"), "copper coil, rf on my belly ok?": ("mixed", "precaution:metal_coil_heat"),
    # when to stop before a child, and toxin on top of toxin
    "how long after isotretinoin can i get pregnant": ("mixed", "premise:isotretinoin_stop_before_baby"), "combien de temps avant une grossesse arrêter roaccutane": ("mixed", "premise:isotretinoin_stop_before_baby"),
    "when should i stop tretinoin before trying": ("mixed", "premise:creams_stop_before_trying"), "found out i'm pregnant, how long since accutane is safe": ("see_a_doctor", ""),
    "i get botox for migraine, can i add my frown lines in between": ("mixed", "premise:toxin_on_top_of_medical"), "does botox help migraine": ("helps", "premise:toxin_chronic_migraine"),
    "copper coil, is vaginal radiofrequency ok": ("unsafe", "premise:inside_vagina_energy"), "sulfa allergy, sulfacetamide wash and sulfur soap ok?": ("unsafe", "premise:sulfa_and_sulfacetamide"), "sulfa allergy, is sulfur soap ok": ("helps", "premise:sulphur_and_sulfa_allergy"),
    "j'ai une hernie, la radiofréquence est-elle sans danger ?": ("mixed", "condition:hernia"), "coolsculpting with a hernia": ("mixed", "precaution:hernia_fat_freezing"),
    # allergies to other things than the toxin, and stings
    "allergic to penicillin, botox ok?": ("helps", "precaution:allergy_other_toxin"), "peanut allergy can i get botox": ("helps", "precaution:allergy_other_toxin"), "allergic to eggs can i have botox": ("helps", "precaution:allergy_egg"),
    "allergic to cows milk protein, dysport": ("unsafe", "precaution:dysport_milk"), "allergic to cows milk protein, botox": ("mixed", "precaution:allergy_milk"), "alergica a la penicilina, puedo ponerme botox?": ("helps", "precaution:allergy_other_toxin"),
    "allergic to dysport but not to eggs, can i have botox": ("unsafe", "precaution:allergy_toxin"), "allergic reaction to botox last year, try xeomin?": ("unsafe", "precaution:allergy_toxin"),
    "stung by bee last year went into shock, getting filler dissolved next week ok?": ("unsafe", "precaution:allergy_severe"), "wasp sting put me in hospital, can i have hyaluronidase": ("mixed", "precaution:allergy_bee_hyaluronidase"),
    # pregnancy and milk where no rule speaks, or one calls it fine
    "my 70 year old mother wants CO2 laser, she has a pacemaker": ("mixed", "condition:pacemaker_or_implant"),
    "i have a pacemaker and am thinking of a cleanser": ("helps", "consensus:acne_cleanser"),
    "led mask while pregnant": ("mixed", "condition:pregnancy"), "minoxidil when breastfeeding": ("mixed", "precaution:nursing_minoxidil"), "allaitement et minoxidil": ("mixed", "precaution:nursing_minoxidil"), "is mineral sunscreen better in pregnancy": ("helps", "precaution:preg_sunscreen_mineral"),
    "itching palms at night, 34 weeks, need a cream": ("see_a_doctor", "red_flag:itch_in_pregnancy"), "34 weeks on adapalene and no change": ("mixed", "aftermath:retinoid_no_result_late"),
    # beside isotretinoin
    "donate blood on accutane": ("unsafe", "premise:isotretinoin_blood"), "tattoo while on accutane": ("unsafe", "premise:tattoo_on_isotretinoin"), "doxycycline and accutane together": ("unsafe", "premise:isotretinoin_tetracycline"),
    "can i have vaccine (mmr) on isotretinoin": ("mixed", "kind:beside_medicine"), "puedo beber alcohol con isotretinoina": ("mixed", "premise:isotretinoin_and_alcohol"), "nosebleeds on accutane": ("helps", "aftermath:isotretinoin_nosebleed"),
    # HIV, places that are tender, antibiotics alone
    "hiv positive undetectable, can i get sculptra": ("helps", "precaution:hiv_filler"), "vih indetectable, relleno de labios": ("mixed", "precaution:hiv_injections"), "hiv with low cd4 count, filler?": ("mixed", "precaution:immuno"),
    "is kojic acid soap safe down there": ("mixed", "condition:intimate_site"), "clindamycin gel only for 8 months, ok?": ("mixed", "precaution:antibiotic_alone_long"),
    # what regulators advise against stays so with something added or an illness that no rule knows; what is ruled out is not weighed
    "glutathione drip with vit c, I have a bit of G6PD, safe?": ("unsafe", "consensus:glutathione_drip"), "14 weeks pregnant, my OB says no to adapalene, is azelaic acid safe": ("helps", ""),
    "lip filler friday, woke up with a tingle and a blister on my top lip, can i go": ("unsafe", "precaution:hsv_active"), "back from 2 wks in greece, proper brown now, my 3rd IPL is this saturday. go or no?": ("unsafe", "precaution:tan"),
    "me dijo que deje la aspirina 10 dias antes del relleno, tengo un stent": ("unsafe", "precaution:anticoag_stopped"), "my sister and i share a 1.5mm roller, fine?": ("unsafe", ""),
    "keloids run in my family, microneedling?": ("mixed", "precaution:keloid"), "my mother gets keloids, is a tca peel ok": ("mixed", "precaution:keloid"), "chemo finished 3 months ago, can i have botox": ("mixed", ""),
    "kybella 3 weeks ago, reunion in 9 weeks, can i cram in two more": ("mixed", ""),
    # law
    "whats the legal age for sunbeds in england": ("unsafe", "premise:sunbed_under_18"), "lip filler age uk": ("unsafe", "premise:uk_filler_parent_consent"),
}


@pytest.mark.parametrize("text", MINORS)
def test_minors_are_read_in_every_wording(text):
    person = skinproof.ask(text).case.person
    assert (person.age, person.has("minor")) == (MINORS[text], True)


@pytest.mark.parametrize("text", NO_MINORS)
def test_other_small_numbers_make_no_minor(text):
    assert not skinproof.ask(text).case.person.has("minor")


@pytest.mark.parametrize("text", BABIES)
def test_a_baby_is_offered_nothing(text):
    answer = skinproof.ask(text)
    assert answer.case.person.has("infant")
    assert not answer.alternatives
    assert answer.decision.because.partition(":")[0] not in {"verdict", "consensus"}


@pytest.mark.parametrize("text", NO_BABIES)
def test_a_baby_named_in_passing_is_not_treated(text):
    assert small_one(words(text)) is None


@pytest.mark.parametrize("text", UNREAD)
def test_an_illness_without_a_rule_clears_nobody(text):
    answer = skinproof.ask(text)
    assert answer.case.unknown_illness == UNREAD[text]
    assert (answer.decision.direction, answer.decision.because) == ("mixed", "kind:illness_not_known")


@pytest.mark.parametrize("text", READ)
def test_ordinary_words_are_no_illness(text):
    assert not skinproof.ask(text).case.unknown_illness


@pytest.mark.parametrize("text", FIRST_LINES)
def test_what_is_told_of_the_person_decides(text):
    direction, because = FIRST_LINES[text]
    decision = skinproof.ask(text).decision
    assert decision.direction == direction
    assert because in {"", decision.because}


def test_a_medicine_is_not_held_against_itself():
    assert "isotretinoin with isotretinoin" not in skinproof.ask("can i take accutane and go on a ski trip").to_text()


def test_no_tip_on_mixing_what_is_not_to_be_had():
    text = skinproof.ask("pregnant, my dermatologist prescribed azelaic acid and i was using tretinoin before i knew").to_text().partition("WHAT WAS UNDERSTOOD")[0]
    assert "Stop the retinoid now" in text
    assert "build up slowly" not in text


def test_veins_of_the_face_are_not_injected():
    assert "sclerotherapy" not in skinproof.ask("red nose veins and big pores in a man, what helps").to_text().partition(".")[0]
