"""What a person has, takes or awaits is read in many words, and not from words that tell of something else."""

from __future__ import annotations

import pytest

import skinproof

TOLD = {
    "MS and on ocrevus, botox": "nerve_disease", "ms patient here, filler?": "nerve_disease", "la sep, botox possible?": "nerve_disease",
    "type 2 SMA and masseter botox": "neuromuscular_disease", "tengo charcot marie tooth, botox": "neuromuscular_disease",
    "my triglycerides are sky high, isotretinoin": "blood_fats", "colesterol muy alto, isotretinoina": "blood_fats",
    "on co-trimoxazole and spironolactone": "potassium_raising_medicine", "slow-k with spironolactone": "potassium_raising_medicine",
    "BP tablets and minoxidil": "blood_pressure_medicine", "sous bisoprolol, minoxidil": "blood_pressure_medicine",
    "my libre sensor and rf on my arm": "worn_device", "je porte une pompe à insuline, emsculpt": "worn_device",
    "knee replacement in two weeks, filler": "surgery_soon", "lasik next week, botox": "surgery_soon", "me operan el mes que viene, relleno": "surgery_soon",
    "hernia op booked for friday, filler": "surgery_soon",
    "tummy tuck 3 weeks ago, laser": "recent_surgery", "hysterectomy 4 weeks ago, filler": "recent_surgery",
    "mole cut out of my back: removed 6 days ago, peel": "recent_removal", "stitches in my lip, filler": "open_wound",
    "we aren't using contraception, tretinoin": "trying_to_conceive", "off the pill to have a baby, retinol": "trying_to_conceive", "transfert d'embryon lundi, peeling": "trying_to_conceive",
    "34+2 and want botox": "pregnancy", "28w, is botox ok": "pregnancy", "surrogate at 20 weeks, laser": "pregnancy", "caesarean booked for tuesday, filler": "pregnancy",
    "can teenagers get filler": "minor", "is botox ok for a teenager": "minor", "my niece turns 14 next week, brow tattoo": "minor", "can under 16s have laser": "minor",
    "are kids allowed retinol": "child", "herpes outbreak right now, filler": "cold_sore_active", "platelets were 60, prp": "bleeding_disorder",
    "fever of 38, do i still go for my peel": "infection_elsewhere", "porphyria and ipl": "light_disease", "warts on my chin, dermaplaning": "skin_virus",
    "the condom split and i take isotretinoin": "pregnancy_possible", "rosacea flare up right now, peel": "skin_flare", "i take yaz, spironolactone": "drospirenone_pill",
    "aquamid in my cheeks for years, hifu": "permanent_filler_there", "i was born with a droopy eyelid, botox": "lid_droop_before", "home from tenerife burnt, ipl": "sunburn_or_tan",
    "mini stroke two years ago, tranexamic acid tablets": "clotting_risk", "my friend gave me her leftover roaccutane": "borrowed_medicine",
    "on antibiotics for a sinus infection, can i get filler": "infection_elsewhere",
}
NOT_TOLD = {
    "stopped using sun protection, accutane": "pregnancy_possible", "rosacea calm for a year, light peel": "skin_flare", "silicone sheets on my lip scar, filler": "permanent_filler_there",
    "got my covid jab yesterday, filler today": "recent_filler", "had botox yesterday, hydrafacial today": "recent_hydrafacial", "had chickenpox as a kid, ipl ok now": "recent_laser",
    "i was on accutane as a teen, now 35, laser": "isotretinoin_now", "tanned in summer, i am pale now, laser": "sunburn_or_tan",
    "ms patel recommended botox, is it good": "nerve_disease", "spironolactone and potassium in my diet, how long does it take": "potassium_raising_medicine",
    "is surgery better than filler for jowls": "surgery_soon", "do i need an operation for my eyelids or is plasma ok": "surgery_soon",
    "i had surgery on my knee five years ago, botox": "recent_surgery", "filler or stitches for a torn earlobe": "open_wound",
    "30w led lamp for my face": "pregnancy", "c-section scar from 2019, laser for it": "pregnancy",
    "estuve sin protección en la playa, peeling": "trying_to_conceive", "not using sun protection, does retinol work": "trying_to_conceive",
    "trying for a child, i am 34, is retinol ok": "minor", "i have three kids and am 40, botox": "minor", "used it since my teens, 30 now, tretinoin": "minor",
    "14 year old ink, laser it off": "minor", "liver spots are raised, peel": "liver_disease", "hearing aids and microcurrent": "worn_device",
    "how do i get rid of warts on my hands": "skin_virus", "psoriasis in remission, botox": "cancer_history", "my tan faded, ipl": "sunburn_or_tan",
    "had covid two years ago, filler ok?": "recent_filler", "is accutane ok with high cholesterol": "isotretinoin_now", "can i start isotretinoin with eczema": "isotretinoin_now",
    "i stopped warfarin three years ago, filler": "anticoagulant", "swallowing problems scare me, neck botox": "swallowing_trouble",
}
STILL_TOLD = {
    "my tan is fading, ipl": "sunburn_or_tan", "my tan has not faded yet, ipl": "sunburn_or_tan", "stopped warfarin last week, filler": "anticoagulant", "can i wax, i am on accutane": "isotretinoin_now",
    "breast cancer in remission, botox": "cancer_history", "had it done two days ago, lip filler, now lumps": "recent_filler", "had filler three weeks ago, laser ok?": "recent_filler",
    "is waxing ok while taking isotretinoin": "isotretinoin_now", "surgery 5 weeks ago, botox": "recent_surgery",
}
AGES = {"platelets are 40, can i have prp": None, "my bmi is 40, botox": None, "im 18 next month, no wait i turned 19 in may, lip filler": 19, "is lip filler ok for a 16 year old": 16, "my niece turns 14 in may, filler": 14}
TREATMENTS = {
    "retinal disease and a red light mask": ("led_mask",), "a reaction to bee venom years ago, can i get dysport": ("botulinum_lines",), "vaginal laser... no i mean oral tranexamic acid": ("tranexamic_oral",),
    "never been on accutane, waxing?": ("waxing_threading",), "retinal or retinol": ("retinal", "retinol"),
}


@pytest.mark.parametrize("text", TOLD)
def test_what_somebody_has_is_read(text):
    """The condition is among those of the person."""
    assert TOLD[text] in skinproof.ask(text).case.person.conditions


@pytest.mark.parametrize("text", NOT_TOLD)
def test_near_words_tell_of_nothing(text):
    """The condition is not among those of the person."""
    assert NOT_TOLD[text] not in skinproof.ask(text).case.person.conditions


@pytest.mark.parametrize("text", STILL_TOLD)
def test_what_still_holds_is_kept(text):
    """What is going, recent or taken now counts as before."""
    assert STILL_TOLD[text] in skinproof.ask(text).case.person.conditions


@pytest.mark.parametrize("text", AGES)
def test_only_ages_are_ages(text):
    """A lab value is none, and the corrected age holds."""
    assert skinproof.ask(text).case.person.age == AGES[text]


@pytest.mark.parametrize("text", TREATMENTS)
def test_only_what_is_asked_about_counts(text):
    """Illnesses, allergens and what is taken back are no treatments."""
    assert skinproof.ask(text).case.treatments == TREATMENTS[text]


@pytest.mark.parametrize("text", ["never had cold sores, lip filler?", "i'm not pregnant and not nursing, can i get botox", "my boyfriend is on accutane, can i get my brows waxed", "don't have melasma, just freckles, ipl"])
def test_denied_subjects_carry_no_belief(text):
    """A belief about what nobody has is not told."""
    assert not skinproof.ask(text).case.premises


@pytest.mark.parametrize("text", ["i get cold sores, lip filler?", "nursing, can i get botox", "on accutane, can i get my brows waxed", "i have melasma, ipl"])
def test_own_subjects_keep_their_belief(text):
    """A belief about what the asker has is told."""
    assert skinproof.ask(text).case.premises
