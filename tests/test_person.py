"""Who a question is about: age, conditions, and whose they are."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import skinproof
from skinproof.catalogue.text import words
from skinproof.question.age import age_of
from skinproof.question.case import Person
from skinproof.question.person import read_person
from skinproof.question.whose import about_someone_else

AGES = {
    "im 15": 15, "can I get botox? I am female and 15": 15, "lip filler? im single and 17": 17, "I am pregnant and 16": 16, "botox: male and 45": 45, "I'm 15": 15, "I am 28 years old": 28, "I’m only 19": 19, "turning 40 next month": 40, "aged 62": 62, "at age 60": 60,
    "34f": 34, "34 F": 34, "28yo": 28, "28 y/o": 28, "i'm a 17 yr old": 17, "a 45 year old woman": 45, "52 here, dry skin": 52,
    "33 female": 33, "41 and oily": 41, "my daughter is 15": 15, "she is 15": 15, "90 year old grandma": 90, "me 25 him 30": 25,
    "im 16 and a half": 16, "in my 50s": 55, "my 30s": 35, "early 30s": 35, "in my thirties": 35, "mid twenties": 25, "mid-twenties": 25,
    "I'm in my late twenties": 25, "late forties": 45, "in my teens": 15, "j'ai 34 ans": 34, "tengo 29 años": 29, "im 5": 5, "im 99": 99,
    "sixties skin, late sixties": 65, "in my seventies": 75, "in my eighties": 85, "in my fifties": 55, "in my forties": 45, "i got it at 3, now im 30": 30,
    "my niece, a 12 year old girl, wants it": 12, "her 14 year old boy": 14, "18 years old": 18,
    "can a 14 year old boy get a peel": 14, "is botox ok for a 15 year old": 15, "15f acne scars": 15, "16 yo, oily skin": 16, "17 years old": 17,
    "im forty": 40, "im sixteen, retinol ok?": 16, "is it ok to get lip filler at 16 if my mum signs": 16, "my son's 14": 14, "F34": 34,
}
NO_AGES = [
    "15 minutes", "i'm 15 minutes late", "im 19 weeks pregnant", "I am 5+3 weeks pregnant", "5+3 weeks and used retinol", "im 3 weeks postpartum", "numbing for 45 minutes", "I have 20 units of botox",
    "the peel was 30% glycolic", "is 30% ok", "is 6 sessions enough", "is 20 ml ok", "is 1 mm ok", "0.5 mm", "$50", "1990s", "im 101", "im 4",
    "teens love it", "no age at all", "", "I'm black and 30 minutes in the sun burn me", "white and 20 lbs overweight", "my scar is white and 12 months old", "brown and 10 mm mole",
    "14 year old ink", "a 10 year old tattoo", "my 12 year old scar",
    "is 50 dollars fair", "I'm 50 kg", "I'm 5'6\"", "im 30 pounds overweight", "spf 50s", "spent 20s on it",
]
DENIED = {
    "I'm not pregnant": {"pregnancy"}, "I am not pregnant or breastfeeding": {"pregnancy", "nursing"}, "without being pregnant": {"pregnancy"},
    "I have never in my life been pregnant": {"pregnancy"}, "I'm neither pregnant nor nursing": {"pregnancy", "nursing"}, "never had cold sores": {"cold_sore_history"}, "I don't have eczema": {"eczema"},
    "she doesn't know I'm not pregnant": {"pregnancy"}, "I don't think I'm pregnant": {"pregnancy"}, "I'm not pregnant that I know of": {"pregnancy"}, "never started accutane": {"isotretinoin_now"}, "not started warfarin yet": {"anticoagulant"},
    "I've never taken warfarin": {"anticoagulant"}, "je ne prends pas de Xarelto": {"anticoagulant"}, "je ne pense pas être enceinte": {"pregnancy"}, "je ne bois pas d'alcool et ne suis pas diabétique": {"diabetes"},
    "no allergies to lidocaine": {"allergy_lidocaine"}, "not allergic to anything, lidocaine is fine for me": {"allergy_lidocaine"}, "no allergies but can I have lidocaine": {"allergy_lidocaine"}, "no allergies, just want lidocaine cream": {"allergy_lidocaine"},
    "pas d'allergie à la lidocaïne": {"allergy_lidocaine"}, "sin alergia a la lidocaína": {"allergy_lidocaine"}, "can I have filler without being epileptic": {"epilepsy"}, "no pacemaker, can't live without makeup": {"pacemaker_or_implant"},
    "my sister isn't pregnant and neither am I": {"pregnancy"}, "my husband isn't diabetic and I am not either": {"diabetes"}, "my husband isn't diabetic, I am 45": {"diabetes"}, "I am not diabetic. I do like peels": {"diabetes"},
    "I'm not pregnant but I do want filler": {"pregnancy"}, "pregnancy is not possible": {"pregnancy"}, "Accutane, not on it": {"isotretinoin_now"},
    "they tested me for diabetes and it came back negative": {"diabetes"}, "HIV negative, checked last month": {"hiv"}, "my epilepsy test came back negative": {"epilepsy"}, "doctor ruled out epilepsy": {"epilepsy"}, "epilepsy was ruled out": {"epilepsy"}, "they thought diabetes but it wasn't": {"diabetes"}, "on a éliminé une épilepsie": {"epilepsy"}, "me descartaron epilepsia": {"epilepsy"},
    "diabetic? no.": {"diabetes"}, "pregnant? nope. Botox?": {"pregnancy"}, "pacemaker: no. RF?": {"pacemaker_or_implant"}, "diabétique ? non.": {"diabetes"}, "the form asks if I have epilepsy. I don't.": {"epilepsy"}, "I wish I was pregnant but I'm not": {"pregnancy"}, "neither my mum nor I have epilepsy": {"epilepsy"},
    "je n'ai jamais eu de chéloïde": {"keloid"}, "nunca he tenido queloides": {"keloid"}, "jamais eu d'épilepsie": {"epilepsy"}, "nunca tuve epilepsia": {"epilepsy"},
    "no more pregnant": {"pregnancy"}, "I never had a pacemaker": {"pacemaker_or_implant"},
    "I am not on Accutane anymore": {"isotretinoin_now"}, "je ne suis pas enceinte": {"pregnancy"}, "no estoy embarazada": {"pregnancy"},
}
HELD = {
    "My dermatologist says no, I'm pregnant": {"pregnancy"}, "why not if pregnant": {"pregnancy"},
    "I am pregnant": {"pregnancy"}, "je suis enceinte": {"pregnancy"}, "estoy embarazada": {"pregnancy"}, "🤰 is it safe": {"pregnancy"},
    "no fever, but pregnant": {"pregnancy"}, "not sure if i am pregnant": {"pregnancy"}, "no idea if pregnant": {"pregnancy"},
    "not only am I pregnant, I am diabetic": {"pregnancy", "diabetes"}, "It is not itchy. I am pregnant": {"pregnancy"},
    "I take accutane, my sister does not": {"isotretinoin_now"}, "I have rosacea and my mom has eczema": {"rosacea"},
    "my sister takes accutane and I am pregnant": {"pregnancy"}, "my boyfriend is fine. I'm pregnant": {"pregnancy"},
    # what goes on
    "never stopped Accutane": {"isotretinoin_now"}, "haven't come off roaccutane yet": {"isotretinoin_now"}, "je n'ai pas arrêté Roaccutane": {"isotretinoin_now"}, "todavía no he terminado la isotretinoína": {"isotretinoin_now"}, "haven't stopped breastfeeding": {"nursing"},
    "je n'ai pas arrêté d'allaiter": {"nursing"}, "no he dejado de dar el pecho": {"nursing"}, "haven't finished chemo": {"cancer_treatment_now", "chemo_now"}, "nunca he dejado el Sintrom": {"anticoagulant"}, "never stopped roaccutane, pregnant": {"isotretinoin_now", "pregnancy"},
    # what somebody does not know
    "my injector doesn't know I'm pregnant": {"pregnancy"}, "I don't know, I'm diabetic": {"diabetes"}, "the clinic doesn't know I take xarelto": {"anticoagulant"}, "she doesn't realise I'm epileptic": {"epilepsy"}, "ils ne savent pas que je suis diabétique": {"diabetes"}, "no saben que tomo Sintrom": {"anticoagulant"},
    # a "pas" that ends its clause
    "je ne fume pas, je suis enceinte": {"pregnancy"}, "je ne bois jamais, je suis diabétique": {"diabetes"}, "je ne travaille pas, je prends Xarelto": {"anticoagulant"}, "je ne conduis pas, épileptique": {"epilepsy"}, "pourquoi pas, je suis enceinte": {"pregnancy"},
    # all but this
    "no allergies other than latex": {"allergy_latex"}, "not allergic to anything but lidocaine": {"allergy_lidocaine"}, "no known allergies bar aspirin": {"allergy_aspirin"}, "no medical history aside from an ICD": {"pacemaker_or_implant"}, "pas d'allergie à part la lidocaïne": {"allergy_lidocaine"},
    "sin alergias excepto la lidocaína": {"allergy_lidocaine"}, "sans antécédents hormis un pacemaker": {"pacemaker_or_implant"},
    # never without
    "never without my defibrillator": {"pacemaker_or_implant"}, "can't hear without my cochlear implant": {"pacemaker_or_implant"}, "can't go a day without insulin": {"diabetes"}, "without my epilepsy tablets I fit": {"epilepsy"}, "je ne vis pas sans mon pacemaker": {"pacemaker_or_implant"}, "no vivo sin mi marcapasos": {"pacemaker_or_implant"},
    # not that bad
    "my epilepsy isn't that bad": {"epilepsy"}, "my diabetes is not really that severe": {"diabetes"}, "my pregnancy isn't that far along": {"pregnancy"}, "my lidocaine allergy isn't that bad": {"allergy_lidocaine"}, "my rosacea isn't that red": {"rosacea"},
    # against a relation's no, or as a relation
    "my husband isn't diabetic, I am": {"diabetes"}, "my dad doesn't have a pacemaker, I do": {"pacemaker_or_implant"}, "mon frère n'est pas épileptique, moi oui": {"epilepsy"}, "mi marido no es diabético, yo sí": {"diabetes"}, "my brother never took accutane, I take it": {"isotretinoin_now"},
    "my dad used to be on warfarin, so am I now": {"anticoagulant"}, "mum was on warfarin and now I am too": {"anticoagulant"}, "my brother's epileptic and so am I": {"epilepsy"}, "none of my friends are diabetic, only me": {"diabetes"},
    # a "no" that is taken back
    "I lied and said I don't have epilepsy": {"epilepsy"}, "I told them I don't have a pacemaker but I do": {"pacemaker_or_implant"}, "I never used to have diabetes, now I do": {"diabetes"}, "I said no to a pacemaker on the form, which was a lie": {"pacemaker_or_implant"}, "form says I don't have epilepsy, wrong, I do": {"epilepsy"},
    # another thing is over, or nothing is
    "no longer pregnant, breastfeeding now": {"nursing"}, "no longer trying, pregnant": {"pregnancy"}, "we stopped trying, pregnant now": {"pregnancy"}, "I didn't have the pacemaker taken out": {"pacemaker_or_implant"}, "ce n'est pas ma première grossesse": {"pregnancy"}, "expecting, not due till June": {"pregnancy"},
    "it's not my first baby, 20 weeks now": {"pregnancy"}, "allergic to wasp venom": {"allergy_bee"},
    # what somebody cannot have
    "I can't have lidocaine": {"allergy_lidocaine"}, "never give me lidocaine, I nearly died": {"allergy_lidocaine"}, "lidocaine doesn't agree with me": {"allergy_lidocaine"}, "I can't tolerate aspirin": {"allergy_aspirin"}, "can't be near latex": {"allergy_latex"},
    "je ne supporte pas la lidocaïne": {"allergy_lidocaine"}, "je ne tolère pas l'aspirine": {"allergy_aspirin"}, "no puedo con la lidocaína": {"allergy_lidocaine"}, "no tolero la aspirina": {"allergy_aspirin"}, "I refuse to stop accutane": {"isotretinoin_now"}, "stopped breastfeeding? not yet": {"nursing"}, "not weaned yet": {"nursing"},
    # tests, answers and denials of something else
    "epilepsy hasn't been ruled out": {"epilepsy"}, "my surgery was ruled out because of diabetes": {"diabetes"}, "diabetic, pregnancy test negative": {"diabetes"}, "epilepsy, my HIV test was negative": {"epilepsy"}, "they tested me for epilepsy and it came back positive": {"epilepsy"}, "they thought it wasn't epilepsy but it was": {"epilepsy"},
    "pregnant? no idea. Botox?": {"pregnancy"}, "can I use botox if pregnant? no?": {"pregnancy"}, "diabetic, no allergies": {"diabetes"}, "the form asks if I have epilepsy. I do.": {"epilepsy"}, "nobody in my family has epilepsy but me": {"epilepsy"}, "nobody in my family knows I have epilepsy": {"epilepsy"}, "no one knows I'm pregnant": {"pregnancy"},
    "jamais eu d'accident, diabétique": {"diabetes"}, "je n'ai jamais eu de botox, je suis enceinte": {"pregnancy"}, "I wish I had known, I'm pregnant": {"pregnancy"}, "lupus hasn't flared since 2019": {"lupus", "autoimmune"},
    "diabetic, not a smoker. lip filler ok?": {"diabetes"}, "my diabetes is not well controlled": {"diabetes"}, "mild lupus, not on any meds for it": {"lupus", "autoimmune"}, "my epilepsy is not fully controlled": {"epilepsy"}, "is 11 too young for retinol": {"minor", "child", "under_22"}, "is retinol ok at 12": {"minor", "child", "under_22"}, "not now. no. really not. I am pregnant": {"pregnancy"}, "not one of those many other women who are pregnant": {"pregnancy"},
}
# Words that tell nothing of the asker.
NOTHING_TOLD = [
    "why can't I have lidocaine before a peel", "can I have lidocaine with filler", "I can't have filler without lidocaine", "can't find lidocaine cream", "I tolerate lidocaine well", "je supporte bien l'aspirine",
    "¿no puedo tomar aspirina antes del relleno?", "should I not take arnica before filler", "I have no problem with latex", "weaned last year", "not weaned off my inhaler",
    "no longer breastfeeding", "no longer pregnant", "we are no longer trying for a baby", "after my first baby, 20 weeks ago", "expecting results when", "nobody in my family has a pacemaker", "no one in my family has epilepsy", "none of my family are diabetic",
]
SOMEBODY_ELSES = [
    "my mum has diabetes so am I at risk", "my mum has epilepsy, so do I need to avoid IPL", "mum has epilepsy, so have I got to avoid IPL", "my mum has epilepsy. would IPL suit someone like me",
    "my sister takes Accutane", "my sister is pregnant. can I get botox", "my friend said peels are safe while pregnant", "mi hermana esta embarazada",
]
# A question for another person: what is true of them is what counts.
FOR_OTHERS = {
    "my daughter is 15, can she get microneedling": {"minor", "under_22", "teen_without_spots"}, "can my 16 year old daughter get a facial": {"minor", "under_22"},
    "my husband takes warfarin, can he get a peel": {"anticoagulant"}, "my mom has rosacea, should she try IPL": {"rosacea"},
    "RF for mum, she has epilepsy, I don't": {"epilepsy"}, "filler for dad, he takes warfarin, I don't": {"anticoagulant"},
    "my client is pregnant can she have a hydrafacial": {"pregnancy"}, "is it safe for my pregnant wife": {"pregnancy"},
}
BY_AGE = [(15, {"minor", "under_22", "teen_without_spots"}), (16, {"minor", "under_22"}), (17, {"minor", "under_22"}), (18, {"under_22"}), (21, {"under_22"}), (22, set()), (64, set()), (65, set()), (66, {"over_65"})]


@pytest.fixture(scope="module")
def person(lexicon):
    """Return a reader of persons that uses the real phrases."""
    def read(text, profile=None):
        plain = words(text)
        return read_person(plain, [m for m in lexicon.find(plain).phrases if m.owner.startswith("condition:")], profile)
    return read


@pytest.mark.parametrize("text", AGES)
def test_stated_age_is_read(text):
    """An age, or the middle of a decade, is read however people write it."""
    assert age_of(words(text)) == AGES[text]


@pytest.mark.parametrize("text", NO_AGES)
def test_other_numbers_are_no_age(text):
    """A span of time, a dose, a price or a count is no age, and neither is one that no reader has."""
    assert age_of(words(text)) is None


@pytest.mark.parametrize("text", DENIED)
def test_denied_condition_is_not_held(person, text):
    """What a person says they do not have is kept as denied and does not count."""
    read = person(text)
    assert (set(read.conditions), set(read.denied)) == (set(), DENIED[text])


@pytest.mark.parametrize(("text", "urgent"), [
    ("never stopped roaccutane, pregnant", True), ("I'm pregnant and never stopped accutane", True), ("positive test, never stopped accutane", True), ("my derm doesn't know I'm pregnant. I take accutane", True),
    ("enceinte, je n'ai pas arrêté Roaccutane", True), ("je ne fume pas, je suis enceinte, je prends Roaccutane", True), ("embarazada y nunca dejé el Roacután", True), ("I'm not pregnant and I take accutane", False),
    ("I am not pregnant and stopped accutane 8 months ago. laser?", False), ("pregnant? no. I take accutane", False), ("pregnant, never took accutane", False), ("she doesn't know I'm not pregnant. I take accutane", False),
])
def test_a_pregnancy_beside_isotretinoin_is_urgent_where_both_are_so(text, urgent):
    """Never stopped and not known to the doctor are told; denied in the same breath is denied."""
    said = skinproof.ask(text).to_dict().get("urgent") or {}
    assert (said.get("level") == "same_day") is urgent


@pytest.mark.parametrize("text", NOTHING_TOLD)
def test_nothing_is_held_that_nobody_tells(person, text):
    """What is asked, borne well or only not found is no intolerance, and an illness of nobody is no illness."""
    assert person(text).conditions == ()


@pytest.mark.parametrize("text", HELD)
def test_own_condition_is_held(person, text):
    """What a person says of themselves counts, beside denials and other people."""
    read = person(text)
    assert (set(read.conditions), read.about_someone_else) == (HELD[text], False)


@pytest.mark.parametrize(("text", "there", "gone"), [
    ("Took Roaccutane 30 years ago, can I have a TCA peel now at 49", "isotretinoin_past", "isotretinoin_now"),
    ("finished accutane 8 months ago can i get fraxel", "isotretinoin_past", "isotretinoin_recent"),
    ("finished accutane 3 months ago can i get fraxel", "isotretinoin_recent", "isotretinoin_past"),
    ("had radiotherapy for breast cancer in 2019, is laser hair removal ok", "cancer_history", "cancer_treatment_now"),
    ("my mum had radiotherapy in 2019, can I have IPL", "", "cancer_history"),
    ("Roaccutane terminé il y a 6 ans. Cire sourcils ?", "isotretinoin_past", "isotretinoin_recent"), ("roaccutane fini depuis 5 ans. cire sourcils ?", "isotretinoin_past", "isotretinoin_recent"),
    ("terminé el Roacután hace 5 años, ¿cera en las cejas?", "isotretinoin_past", "isotretinoin_recent"), ("je prends Roaccutane depuis 2 ans. Cire sourcils ?", "isotretinoin_now", "isotretinoin_past"),
    ("tomo Roacután desde hace 2 años, ¿cera?", "isotretinoin_now", "isotretinoin_past"), ("Roaccutane fini il y a 2 mois, cire sourcils ?", "isotretinoin_recent", "isotretinoin_past"),
])
def test_a_course_of_long_ago_is_past(text, there, gone):
    """What ends within a year is not held against somebody who had it long ago."""
    found = skinproof.ask(text, as_of=dt.date(2026, 11, 26)).case.person.conditions
    assert not there or there in found
    assert gone not in found


@pytest.mark.parametrize(("text", "condition"), [
    ("my dad is on warfarin, is filler a good idea", "anticoagulant"),
    ("Ma mère a 70 ans et un lupus, son esthéticienne propose de la lumière pulsée sur les mains, bonne idée ?", "lupus"),
])
def test_an_illness_told_of_a_relation_counts_where_nobody_says_i(text, condition):
    assert condition in skinproof.ask(text).case.person.conditions


@pytest.mark.parametrize("text", SOMEBODY_ELSES)
def test_condition_of_others_is_left_out(person, text):
    """What is said of a sister or a friend is not the person's, and is no denial."""
    read = person(text)
    assert (read.conditions, read.denied, read.about_someone_else) == ((), (), False)


@pytest.mark.parametrize("text", FOR_OTHERS)
def test_question_for_others_keeps_theirs(person, text):
    """In a question for another person, that person's conditions count."""
    read = person(text)
    assert (set(read.conditions), read.about_someone_else) == (FOR_OTHERS[text], True)


@pytest.mark.parametrize(("text", "asked"), [
    ("my daughter is 15, can she get a peel", True), ("should my mum try it, she is 70", True), ("i want what my sister had", False),
    ("can i use what she uses", False), ("she is 15", False), ("", False),
])
def test_asking_for_others_is_noticed(text, asked):
    """Only a relation and a question about them make it a question for another person."""
    assert about_someone_else(words(text)) is asked


@pytest.mark.parametrize(("age", "conditions"), BY_AGE)
def test_age_brings_its_own_conditions(person, age, conditions):
    """Being under 18, under 22 or over 65 counts as a condition."""
    assert set(person(f"I am {age} years old").conditions) == conditions


@pytest.mark.parametrize(("text", "held"), [
    ("stopped accutane two months ago", "isotretinoin_recent"), ("I have an active cold sore", "cold_sore_active"),
])
def test_narrower_condition_replaces_wider(person, text, held):
    """Words that also match a wider condition count only for the narrower one."""
    wider = {"isotretinoin_recent": "isotretinoin_now", "cold_sore_active": "cold_sore_history"}
    conditions = person(text).conditions
    assert held in conditions
    assert wider[held] not in conditions


@pytest.mark.parametrize(("text", "field", "value"), [
    ("for my dry skin", "skin_type", "dry"), ("combo skin", "skin_type", "combination"), ("greasy skin", "skin_type", "oily"), ("dry lips", "skin_type", None),
    ("as a woman", "sex", "female"), ("a dude here", "sex", "male"), ("I am breastfeeding", "sex", "female"), ("hello", "sex", None),
    ("it costs $500", "budget", 500.0), ("₹9000", "budget", 9000.0), ("£80 or €99.50", "budget", 99.5), ("500 people", "budget", None),
    ("without needles please", "needles_unwanted", True), ("no needles", "needles_unwanted", True), ("needles", "needles_unwanted", False),
])
def test_other_traits_are_read(person, text, field, value):
    """Skin type, sex, budget and a wish for no needles are read where they are said, and only there."""
    assert getattr(person(text), field) == value


def test_profile_fills_what_text_leaves(person):
    """The profile holds where the text says nothing, and the text holds where both speak."""
    profile = Person(age=40, sex="female", skin_type="dry", country="FR", conditions=("rosacea",))
    silent, spoken = person("is it safe", profile), person("I'm 16 with oily skin", profile)
    assert (silent.age, silent.sex, silent.skin_type, silent.country, silent.conditions) == (40, "female", "dry", "FR", ("rosacea",))
    assert (spoken.age, spoken.skin_type, set(spoken.conditions)) == (16, "oily", {"rosacea", "minor", "under_22"})


def test_stated_condition_outweighs_its_denial(person):
    """A condition that is both denied and stated counts as stated."""
    read = person("I was not pregnant. Now I am pregnant")
    assert (read.conditions, read.denied) == (("pregnancy",), ())


def test_adult_age_is_never_minor(person):
    """Words about teenagers make no minor of a person whose stated age is 18 or more."""
    assert "minor" not in person("I am 30 and I was a minor when it began, a teenager", Person(conditions=("minor",))).conditions


@given(text=st.text(max_size=80))
def test_any_text_yields_a_person(person, text):
    """No text makes the reader raise; an age lies where ages lie, and nothing is both held and denied."""
    read = person(text)
    assert read.age is None or 5 <= read.age <= 99
    assert not set(read.conditions) & set(read.denied)
