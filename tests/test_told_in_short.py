"""Serious illnesses, devices and states told in short, by their medicines or by their signs, and the calm neighbours of such words."""

from __future__ import annotations

import pytest

import skinproof


@pytest.mark.parametrize(("question", "rule"), [
    ("phenelzine daily, can I use brimonidine gel for redness?", "maoi_brimonidine"),
    ("on mirtazapine, mirvaso gel ok?", "maoi_brimonidine"),
    ("I take rasagiline, Rhofade cream ok for redness?", "maoi_oxymetazoline"),
    ("had a mini stroke last month, cheek filler?", "recent_stroke_injections"),
    ("had a bit of a stroke at easter, can the salon do my botox?", "recent_stroke_injections"),
    ("AVC il y a un mois, botox ?", "recent_stroke_injections"),
    ("tuve un ictus hace un mes, ¿me puedo poner bótox?", "recent_stroke_injections"),
    ("I have HAE type 1, can I have microneedling?", "hereditary_angioedema_wounds"),
    ("I carry icatibant, is lip filler safe?", "hereditary_angioedema_wounds"),
    ("my C1 inhibitor is low, throat swelled once at the dentist years ago, lip filler?", "hereditary_angioedema_wounds"),
    ("angioedème héréditaire, injections lèvres ?", "hereditary_angioedema_wounds"),
    ("lip filler as a present for her sixteenth", "minor_injections"),
    ("my son's 17th birthday, jaw filler, I agree", "minor_injections"),
    ("mi hija cumple quince, labios rellenos con mi permiso", "minor_injections"),
    ("ma fille a 14 ans, je signe, un peu de volume aux lèvres", "minor_fuller_lips"),
    ("cochlear on the left, want thermage for jowls", "pacemaker_rf"),
    ("new kidney in june. lip filler for xmas?", "transplant"),
    ("I have a Hickman line, can I go in a hot tub?", "vein_line_water"),
    ("picc in for my heart valve infection, dermaplaning?", "infection_elsewhere"),
    ("2ww after transfer - filler?", "fertility_cycle_injections"),
    ("day 8 of stims, retrieval friday, botox wednesday?", "fertility_cycle_injections"),
    ("estoy donando óvulos, me pincho desde el lunes; el jueves tengo mesoterapia", "fertility_cycle_injections"),
    ("trying for a baby, lip filler?", "trying_filler"),
    ("dialysis fistula arm wax", "fistula_arm"),
    ("hago diálisis y quiero quitarme el vello con láser en el brazo de la fístula", "fistula_arm"),
    ("my c-section scar still weeps at one end. ok to start dermarolling it?", "infection_any"),
    ("told i have PCT, clinic offers photodynamic therapy for acne scars", "light_disease"),
    ("bendy since school, EDS on my notes. Fraxel for stretch marks?", "connective_tissue_wounds"),
    ("balloons make my mouth itch, can I have filler?", "allergy_latex"),
    ("aunt had myasthenia, and my lid gets tired by evening. botox brows?", "nmj"),
    ("fake tan on my legs yesterday, laser hair removal today?", "tan"),
    ("autobronzant avant-hier, épilation laser aujourd'hui ?", "tan"),
    ("asleep on the beach, back like a lobster, wax is in 3 hrs", "wax_on_sunburn"),
    ("neuts 0.6 after cycle 3, want gel mani and cuticles cut", "neutropenia_cuticles"),
    ("my baby was born at 29 weeks, can I use tea tree oil on her rash?", "infant_actives"),
    ("bebé prematuro, ¿aceite de árbol de té?", "infant_actives"),
    ("half cut still from last night, microblading at ten", "intoxicated"),
    ("drank a bottle of wine last night, lip filler at 10?", "intoxicated"),
    ("passed out with hives when dentist numbed me, filler ok?", "allergy_lidocaine"),
    ("Came off neotigason last autumn. Baby plan starts January", "acitretin_before_baby"),
])
def test_what_is_told_in_short_is_heard(question, rule):
    """The rule that bears on it decides, whatever words tell the reason."""
    assert skinproof.ask(question).first.because == f"precaution:{rule}"


@pytest.mark.parametrize(("question", "interval"), [
    ("my filler was dissolved on tuesday, can I have new filler on friday?", "refill_after_dissolving"),
    ("me disolvieron el ácido hialurónico el martes, ¿relleno el viernes?", "refill_after_dissolving"),
    ("threads went in 3 weeks ago, hifu next week?", "heat_devices_after_threads"),
    ("hilos tensores hace 3 semanas, ¿HIFU ya?", "heat_devices_after_threads"),
])
def test_what_comes_too_soon_is_told(question, interval):
    """A wait stands between dissolving and new filler, and between threads and heat."""
    assert skinproof.ask(question).first.because == f"interval:{interval}"


@pytest.mark.parametrize("question", [
    "mtx 20 on mondays, gp gave trimethoprim, mouth's all raw now. lip balm or lip filler?",
    "mtx and septrin, my gums are sore",
    "metotrexato y llagas en la boca, ¿puedo ponerme relleno?",
    "méthotrexate et des aphtes plein la bouche, injection lèvres ?",
])
def test_raw_mouth_on_methotrexate_is_urgent(question):
    """Sores in the mouth on methotrexate are an emergency in any words."""
    assert skinproof.ask(question).to_dict()["urgent"]["level"] == "emergency"


@pytest.mark.parametrize("question", [
    "methotrexate weekly, no mouth sores, can I have lip filler?",
    "I take methotrexate, can I use lip balm for dry lips?",
    "methotrexate and I get cold sores, filler?",
    "had a stroke 8 years ago, botox ok?",
    "heat stroke last week, can I have filler?",
    "I'm 45, my sweet sixteen photos show acne scars, microneedling?",
    "my 40th birthday is coming, filler as a present to myself?",
    "this is my sixteenth treatment of laser hair removal, still hair",
    "I was born at 29 weeks, now 34, can I use tretinoin?",
    "premature ageing, tea tree oil?",
    "CI 77491 in my mascara, is it safe?",
    "bank transfer yesterday, filler today?",
    "PICC out last year, can I have filler?",
    "I earned 500 xp, led mask next",
    "gastric balloon, can I have botox?",
    "scar healed, never weeps, microneedling ok?",
    "sertraline and brimonidine gel?",
    "how is filler dissolved?",
    "I had a glass of wine last week, filler today?",
    "EDS hypermobile, can I use moisturiser?",
])
def test_neighbours_of_such_words_stay_calm(question):
    """No urgency and no bar where the words mean something else, or what is past or denied."""
    answer = skinproof.ask(question).to_dict()
    assert (answer.get("urgent") or {}).get("level", "none") in {"none", "routine"}
    assert answer["bottom_line"]["direction"] != "unsafe"


def test_swelling_now_at_the_dentists_stays_urgent():
    """What happens now at the dentist's is no thing of the past."""
    for question in ("I'm at the dentist, had the injection and my throat is swelling", "I passed out an hour ago after the dentist numbed me, filler tomorrow?"):
        assert skinproof.ask(question).to_dict()["urgent"]["level"] in {"emergency", "same_day"}


ONLY_THE_DAY = [
    "I'm 45, want botox before my daughter's sweet sixteen party", "botox before my son's 17th birthday, I am 48", "my niece's sixteenth is in may and I want lip filler for the photos",
    "I want filler before her 16th birthday party, I'm her mum", "mi hija cumple quince y yo quiero botox para la fiesta, tengo 44",
]
STILL_YOUNG = [
    "can i get lip filler for my sweet sixteen", "my 17th birthday is in june, botox?", "my daughter's 17th birthday present is lip filler, can I book it", "mi hija cumple quince y quiere relleno de labios, con mi permiso",
    "can i get her lips done for her sixteenth", "I'm in year 11 and I want lip filler before my sister's 17th birthday", "I'm a teenager and I want botox",
]


@pytest.mark.parametrize("question", ONLY_THE_DAY)
def test_a_childs_birthday_makes_no_minor_of_the_asker(question):
    """A party that a grown person plans for is a day, and not her age."""
    assert not skinproof.ask(question).case.person.has("minor")


@pytest.mark.parametrize("question", STILL_YOUNG)
def test_a_birthday_of_who_is_treated_is_an_age(question):
    """Where the one whose birthday it is would be treated, it is an age."""
    assert skinproof.ask(question).case.person.has("minor")
