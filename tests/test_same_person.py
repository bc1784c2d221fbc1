"""The same person with the same plan keeps the warning, however it is put."""

from __future__ import annotations

from itertools import product

import pytest

from skinproof import ask

PLANS = {
    "botox": ("pregnant", "nerve", "minor"),
    "lip filler": ("pregnant", "minor", "infected"),
    "tretinoin": ("pregnant",),
    "IPL": ("tanned", "pregnant", "minor"),
    "a TCA peel": ("pregnant", "isotretinoin", "cold_sore"),
    "microneedling": ("pregnant", "cold_sore", "infected"),
    "RF microneedling": ("paced",),
    "sculptra": ("pregnant", "keloid"),
}
PEOPLE = {
    "pregnant": ("i'm pregnant", "currently expecting", "8 weeks along", "no allergies, pregnant 20 weeks", "found out yesterday i'm having a baby"),
    "nerve": ("i have myasthenia gravis", "no allergies, have myasthenia gravis"),
    "minor": ("i'm 14", "im 13 years old"),
    "infected": ("impetigo on my chin now", "boil on my cheek"),
    "tanned": ("i'm sunburned", "just back from the beach with a tan"),
    "isotretinoin": ("i'm on accutane", "no other meds, on accutane", "on my 3rd month of acutane"),
    "cold_sore": ("i have a cold sore right now", "cold sore coming up on my lip today"),
    "paced": ("i have a pacemaker", "got an icd implanted"),
    "keloid": ("i get keloids", "i scar with keloids easily"),
}
ASKED = (
    "{who}, can i get {plan}?", "is {plan} safe, {who}", "thinking about {plan} but {who}, thoughts?", "have {plan} booked for next week and {who}. should i cancel",
    "{who} - the spa says {plan} is totally fine. true?", "how many sessions of {plan} would i need? {who} btw", "{who} and want {plan} before my sisters wedding in 3 weeks",
    "does {plan} work for wrinkles? {who}", "my friend had {plan} and loved it. {who}. worth it?",
)  # fmt: skip
CASES = [(asked.format(who=who, plan=plan)) for plan, kinds in PLANS.items() for kind in kinds for who, asked in product(PEOPLE[kind], ASKED)]


@pytest.mark.parametrize("question", CASES)
def test_a_plan_in_other_words_stays_warned(question: str) -> None:
    """No wording of the same plan turns "not now" into a yes, a maybe or "it has happened"."""
    answer = ask(question)
    assert answer.decision.direction in {"unsafe", "see_a_doctor"}
    assert not answer.gathered.exposures


IN_OTHER_LANGUAGES = [
    asked.format(who=who, plan=plan)
    for people, plans, ways in (
        (("je suis enceinte", "enceinte de 3 mois", "j'attends un bébé", "je viens d'apprendre que je suis enceinte"), ("le botox", "un peeling tca", "le laser", "le microneedling"),
         ("{who}, puis-je faire {plan} ?", "j'ai rendez-vous pour {plan} la semaine prochaine, {who}", "combien de séances pour {plan} ? {who}", "mon esthéticienne dit que {plan} est sans danger, {who}", "aucun risque selon le salon pour {plan}, {who}")),
        (("estoy embarazada", "embarazada de 3 meses", "me acabo de enterar de que estoy embarazada"), ("el botox", "un peeling de tca", "el láser", "el relleno de labios"),
         ("{who}, ¿puedo hacerme {plan}?", "tengo cita para {plan} la semana que viene, {who}", "¿cuántas sesiones de {plan}? {who}", "en el centro dicen que {plan} es seguro y sin riesgo, {who}")),
    )
    for who, plan, asked in product(people, plans, ways)
]  # fmt: skip


@pytest.mark.parametrize("question", IN_OTHER_LANGUAGES)
def test_a_plan_stays_warned_in_french_and_spanish(question: str) -> None:
    """What is denied ("sans danger") is not the pregnancy behind it, and an appointment is no exposure."""
    answer = ask(question)
    assert answer.decision.direction == "unsafe"
    assert not answer.gathered.exposures


DENIED = [
    "I'm not pregnant, can i use retinol", "not pregnant or nursing, retinol ok", "not pregnant, nursing or on accutane, laser ok?", "no plans to get pregnant, retinol ok?", "never had keloids, tca peel ok?",
    "i do not have a history of keloids, tca peel ok?", "no chance im pregnant, tretinoin ok?", "no diabetes, pregnancy, or meds, botox ok?", "i'm not on accutane, is a laser ok", "je ne suis pas enceinte, retinol ok ?",
    "no estoy embarazada, botox?", "i don't think im pregnant, botox ok?", "im not trying to get pregnant, retinol ok", "i'm expecting some swelling after lip filler, how much is normal", "i'm pg 13 rated lol, does retinol work",
]  # fmt: skip


@pytest.mark.parametrize("question", DENIED)
def test_what_is_denied_warns_of_nothing(question: str) -> None:
    """A list of what one has not is no list of what one has."""
    assert ask(question).decision.direction in {"helps", "mixed", "not_enough_evidence"}


HAPPENED = [
    ("Used Retin-A and hydroquinone for a month, just found out im 4 weeks pregnant. did I harm the baby", "preg_retinoid"),
    ("had botox 2 weeks ago and just found out i'm pregnant", "preg_toxin"),
    ("got lip filler last month, now i'm 5 weeks", "preg_filler"),
    ("used tretinoin for the whole first trimester without knowing", "preg_retinoid"),
    ("did a salicylic peel before i knew i was pregnant. is my baby ok", "preg_salicylic"),
    ("i got botox while breastfeeding 3 days ago, should i pump and dump", "nursing_toxin_ask"),
]


@pytest.mark.parametrize(("question", "rule"), HAPPENED)
def test_what_was_had_is_still_told_as_had(question: str, rule: str) -> None:
    """The other side: what has happened is answered with what to do now."""
    assert rule in {exposure.rule.id for exposure in ask(question).gathered.exposures}


ILLNESSES = (
    "i'm breastfeeding", "i take warfarin", "i get keloids", "i have a cold sore now", "on methotrexate", "impetigo on my chin", "i have lupus", "allergic to lidocaine", "i have diabetes", "haemophilia", "taking doxycycline",
    "open wound on my cheek", "i had melanoma", "history of dvt", "hiv positive", "i've epilepsy", "trying for a baby",
)  # fmt: skip
LEADS = (
    "no allergies, {who}. is {plan} ok?", "i don't smoke or drink, {who}. is {plan} ok?", "never had surgery, {who}. is {plan} ok?", "without any other illness, {who}. is {plan} ok?", "is {plan} ok? {who}, no other problems",
    "they said it doesnt matter that {who}, is {plan} ok?", "i didn't tell them {who}, is {plan} ok", "clinic never asked, {who}. is {plan} ok", "my sister had {plan} fine. {who}. is {plan} ok?", "healthy apart from {who}. is {plan} ok?",
)  # fmt: skip


@pytest.mark.parametrize("who", ILLNESSES)
@pytest.mark.parametrize("plan", ["lip filler", "IPL"])
def test_a_denial_of_something_else_hides_no_illness(who: str, plan: str) -> None:
    """"No allergies" before it denies neither the medicine nor the illness that follows."""
    plain = {applied.rule.id for applied in ask(f"{who}. is {plan} ok?").gathered.precautions}
    assert [asked for asked in LEADS if plain - {applied.rule.id for applied in ask(asked.format(who=who, plan=plan)).gathered.precautions}] == []
