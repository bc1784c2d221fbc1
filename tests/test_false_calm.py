"""What happens now is heard beside words of the past, of others, of denial and of chances."""

from __future__ import annotations

import pytest

import skinproof

NOW = (
    ("never stopped my tranexamic acid, leg is swollen", {"emergency", "same_day"}),
    ("pregnant and never stopped accutane", {"emergency", "same_day"}),
    ("stroke in 2010, had botox on monday and now i have trouble swallowing", {"emergency"}),
    ("avc en 2012, botox lundi et depuis je n'arrive plus à avaler", {"emergency"}),
    ("ictus en 2015, me pusieron botox el lunes y ahora no puedo tragar", {"emergency"}),
    ("i tried to end it in 2015 and honestly i'm thinking about it again because of my skin", {"emergency"}),
    ("Got eczema, used a glycolic peel yesterday and now it is raw and weeping, can I still go for my facial?", {"emergency", "same_day"}),
    ("Fever and a chest infection since my filler on Monday, should I still go to my review?", {"emergency", "same_day"}),
    ("Tooth abscess two days after my lip filler, the cheek is swelling, can I keep my appointment?", {"emergency", "same_day"}),
    ("He passed out during the filler and seems fine now but his heart is racing", {"emergency", "same_day"}),
    ("My sister had her lips done years ago and was fine, but mine from an hour ago have a white patch and hurt a lot", {"emergency"}),
    ("my friend got filler last year and is fine, but my nose went grey an hour ago and it hurts badly", {"emergency"}),
    ("Ma soeur a eu des injections il y a des années et ça va, mais moi depuis une heure la lèvre est blanche et très douloureuse", {"emergency"}),
    ("my cousin uses the filler pen all the time, no problem, my lip is blanched and aching since tonight", {"emergency"}),
    ("Not swollen, not red, just can't breathe properly since the injections an hour ago", {"emergency"}),
    ("no rash, no itch, just my tongue is swelling after the numbing cream", {"emergency"}),
    ("it was fine before; since the enzyme today my eyes swelled shut and my voice is hoarse", {"emergency"}),
    ("después del relleno de nariz no vea con el ojo derecho, ¿es normal?", {"emergency"}),
    ("goggles slipped during ipl, now there is a blind spot in the middle when I look", {"emergency", "same_day"}),
    ("what if my toddler ever swallowed my serum? he just did", {"emergency"}),
    ("how common is vision loss after filler, mine went blurry an hour ago", {"emergency"}),
    ("I had dark thoughts years ago and they are back this week, can I stop accutane", {"emergency", "same_day"}),
    ("She injected the bridge of my nose and I am blind in one eye since", {"emergency"}),
    ("I went blind in one eye already after filler, what now", {"emergency"}),
    ("Je ne vois presque plus d'un oeil depuis l'injection ce matin", {"emergency"}),
    ("My double vision came after the botox on Monday, my myasthenia was fine before", {"emergency"}),
    ("when I was rinsing, the acid ran into my eye and it burns", {"emergency", "same_day"}),
    ("I have cold sore blisters on my cheek since CO2 laser, do I go to the clinic?", {"emergency", "same_day"}),
    ("Fever and a hot lip, filler was yesterday, do I go in?", {"emergency", "same_day"}),
    ("my leg is swollen and hot, had a DVT two months ago, sclerotherapy?", {"emergency", "same_day"}),
    ("As a child I had eczema and now my throat is swelling after filler", {"emergency"}),
)
PAST = (
    "My sister fainted at the sight of the needle, woke up at once and is perfectly fine now",
    "I'm halfway through antibiotics for a tooth abscess. Ok to get my lips topped up?",
    "I've had a temperature and a chest infection since Sunday. My filler is tomorrow, should I keep it?",
    "My eczema is raw and weepy all over my face. Should I still go for my glycolic peel?",
    "My eyelid felt heavy after Botox last month, back to normal now",
    "I'm blind in one eye already; someone wants to fill the bridge of my nose. Should I let them?",
    "My eyelids droop by evening and it's myasthenia. Can I have wrinkle injections?",
    "A bulge by my belly button pops out when I cough. May I have my tummy fat frozen?",
    "My henna tattoo as a kid came up in blisters. May I get my lashes tinted?",
    "De pequeña un tatuaje de henna negra me hizo ampollas. ¿Puedo teñirme las pestañas?",
    "Me quemé los hombros en la piscina, ¿puedo hacerme el peeling el viernes?",
    "Phlébite il y a deux mois, puis-je faire une sclérose de mes varicosités ?",
    "There's a cold sore coming up on my lip, tingling since yesterday. Lip appointment at 4pm, do I go?",
    "I'm on spot tablets, the strong ones where you have to do pregnancy tests. Can I have my bikini line lasered?",
    "my friend's lip went white, they dissolved it, she is fine",
    "How common is vascular occlusion with lip filler? I'm booking next month",
    "What should I do if my lips turn white after filler? My appointment is on Friday",
    "my lip filler had no problem with swelling, when can I do the other half",
)


@pytest.mark.parametrize(("message", "levels"), NOW)
def test_what_happens_now_is_heard(message, levels):
    """An hour ago, mine, just, back: these are not over, not hers and not denied."""
    flags = skinproof.ask(message).gathered.flags
    assert flags
    assert flags[0].level in levels


@pytest.mark.parametrize("message", PAST)
def test_what_is_over_or_only_asked_stays_calm(message):
    """What is put right, asked of in general or told as absent raises no alarm."""
    assert not [f.id for f in skinproof.ask(message).gathered.flags if f.level in {"emergency", "same_day"}]


BARRED = (
    ("I'm breastfeeding, done with pregnancy. Can I take Absorica?", "nursing"),
    ("melasma since my second pregnancy, which is now at 20 weeks. Tri-Luma ok?", "pregnancy"),
    ("My mother has lupus, and so do I. Can I have Sculptra?", "autoimmune"),
    ("my dad takes warfarin and me too, filler ok?", "anticoagulant"),
)
FREE = (
    ("my mother has lupus, can I have Sculptra?", "autoimmune"),
    ("melasma since my pregnancy two years ago, hydroquinone ok?", "pregnancy"),
    ("done breastfeeding, can I use tretinoin", "nursing"),
)


@pytest.mark.parametrize(("question", "condition"), BARRED)
def test_own_state_is_kept_beside_another(question, condition):
    """A state that holds now counts beside one that is over or somebody else's."""
    assert condition in skinproof.ask(question).case.person.conditions


@pytest.mark.parametrize(("question", "condition"), FREE)
def test_state_that_is_over_or_anothers_does_not_count(question, condition):
    """What is over or somebody else's is no state of the asker."""
    assert condition not in skinproof.ask(question).case.person.conditions
