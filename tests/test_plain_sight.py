"""Emergencies told in passing or in plain words, their causes, and harm that is long past."""

from __future__ import annotations

import pytest

import skinproof

CAUSES = [
    ("The tablets are lined up on the sink. They ruined my eyelids. Who redoes eyelids?", "suicidal"),
    ("I've got a noose ready. Nobody can fix these filler lumps", "suicidal"),
    ("Tonight I'll step off the bridge, the burn marks stay forever. What cream would have helped?", "suicidal"),
    ("My sleeping pills are counted out and I've made up my mind, the facelift failed. How much is a revision?", "suicidal"),
    ("J'ai les comprimés alignés devant moi, mon nez est raté", "suicidal"),
    ("Tengo las pastillas preparadas en la mesa, la rinoplastia me arruinó la vida", "suicidal"),
    ("Je ne vois plus de sens à vivre avec ce visage", "suicidal"),
    ("I was suicidal at 17 and it's come back since isotretinoin", "suicidal"),
    ("Had the platysma done on Tuesday. Bread won't go down since, only smoothies", "toxin_spread_in_other_words"),
    ("Since the masseter toxin it's harder to swallow every day, now just yoghurt and soup", "toxin_spread"),
    ("Several of us got cheap wrinkle shots at a house party, one is on a ventilator, my eyes feel weak", "toxin_spread_in_other_words"),
    ("nose tip was filled this morning, now it is blotchy and cold with little white bumps", "injection_gone_wrong"),
    ("Filler in the hand, the ring finger has gone blue and icy", "blocked_vessel"),
    ("cheek filler this noon, the eye won't look up any more", "sight_after_injection"),
    ("Desde la inyección en la nariz tengo una sombra que tapa la mitad de lo que veo", "injection_gone_wrong"),
    ("A dark blot stays in the middle of my vision after the IPL", "sight_after_light"),
    ("Krazy glue went in my eye, I mixed it up with my drops", "eye_hit_by_product_or_device"),
    ("Vitamin drip at a spa, twenty minutes in I started shaking with chills and my back ached", "reaction_to_a_drip"),
    ("Suero de vitaminas hace una hora y tengo escalofríos con temblores fuertes", "reaction_to_a_drip"),
    ("HIFU left a deep burn on my jaw, black crust the size of a coin", "burn_after_light_or_heat"),
    ("my 2 year old was burned by my IPL device on the arm, there's a blister", "burn_by_degree"),
    ("four days after CO2 there are grouped blisters on my lip that burn", "herpes_on_treated_skin"),
    ("Skin crackles like paper when I press around my tattoo, the arm is huge and I feel so ill", "flesh_infection"),
    ("New tattoo, skin going dusky and the pain is far worse than it looks, feel terrible", "flesh_infection"),
    ("Tattoo on my shin, red lines creep up to the knee, no fever", "infection_in_other_words"),
    ("waxed legs, one red to the groin, fever 40, being sick and so sleepy I can't stay awake", "sepsis"),
    ("Since isotretinoin my son hears voices", "mind_on_isotretinoin"),
    ("Depuis le Roaccutane j'entends des voix", "mind_on_isotretinoin"),
    ("On lamotrigine: mouth full of sores, blisters on my chest that peel off, sore eyes", "skin_peels_with_mouth_sores"),
    ("mole scraped off, on warfarin, four tissues soaked, won't stop", "bleeding_that_will_not_stop"),
    ("Day one after facelift, my right cheek is blowing up by the minute", "bleeding_under_the_skin"),
    ("lip ring, swelling under the chin is hard as wood and swallowing hurts", "mouth_floor_infection"),
    ("Tongue stud since Monday, tongue so swollen it fills my mouth and I drool", "tongue_swells_after_piercing"),
    ("breast reduction scar opened and yellow-green fluid comes out", "wound_after_surgery"),
    ("Breast implant six years, since Monday hot, red and bigger", "wound_after_surgery"),
    ("My left breast with the implant is swelling over weeks, no pain. Would tape help?", "late_implant_swelling"),
    ("pregnant 6 weeks, bleeding and cramps on one side, did the peel do it?", "bleeding_in_early_pregnancy"),
    ("Enceinte de 7 semaines, je saigne et j'ai mal d'un côté, c'est la crème au rétinol ?", "bleeding_in_early_pregnancy"),
    ("I take insulin and had a slimming jab, I'm shaky, sweating and confused", "low_blood_sugar"),
    ("put minoxidil on, now my heart pounds", "minoxidil_in_the_blood"),
    ("Ozempic from a salon, vomiting for a day, can't keep water down, no pee, dizzy when I stand", "dried_out"),
    ("Vein injections this morning, the foot is white, cold and in agony", "artery_hit_by_vein_injection"),
    ("Coolsculpting yesterday, the patch is white, hard and blistered and the edge is black", "frostbite_after_freezing"),
    ("fat dissolving shots in my thigh on Sunday, the skin over it went black", "skin_dies_after_fat_injection"),
    ("I have saved up enough diazepam. The laser took my face away. Which concealer hides it?", "suicidal"),
    ("Je me suis attaché une corde, mes cicatrices ne partiront jamais", "suicidal"),
    ("Mañana ya no estaré, ¿qué láser era mejor?", "suicidal"),
    ("nose filler, my eye points outward now and everything is in two", "sight_after_injection"),
    ("Comblement du nez: la pointe est bleutée, froide, avec petits boutons blancs", "blocked_vessel"),
    ("thigh after fat jabs: hot, gas bubbles under skin crackle, dizzy and vomiting", "flesh_infection"),
    ("on Accutane week six, convinced the neighbours are filming me, not sleeping at all for four nights", "mind_on_isotretinoin"),
    ("cut skin tag myself, on Eliquis, blood drips through every plaster since breakfast", "bleeding_that_will_not_stop"),
    ("breast aug yesterday, left one doubled in an hour, rock hard, I'm faint", "bleeding_under_the_skin"),
    ("type 1, took a friend's Mounjaro, I'm sweating, trembling and can't think", "low_blood_sugar"),
    ("on isotretinoin, after leg day my urine is like cola and thighs so sore I can't lift my legs", "liver_or_kidney"),
]

CALM = [
    "I jump every time the laser fires, is that normal",
    "I have my skincare lined up: cleanser, tretinoin, moisturiser. Right order?",
    "My collagen pills are on the table and I've decided to start them with breakfast. Ok?",
    "As a student I was suicidal, that's fifteen years ago and I am well now. May I have isotretinoin?",
    "J'ai eu des idées suicidaires à 16 ans, aujourd'hui à 30 ans je vais bien. Puis-je prendre du Roaccutane ?",
    "Platysma toxin next week, can I eat before?",
    "My tooth was filled yesterday and the gum is white, is veneers ok?",
    "There's a dark spot in the middle of my cheek, can IPL fade it?",
    "J'ai un point noir au milieu du nez, que faire ?",
    "Tengo una mancha negra en medio de la mejilla, ¿láser?",
    "Does RF burn fat deep in the belly?",
    "Carboxytherapy: skin crackles for an hour, is that usual?",
    "I hear isotretinoin dries the lips, true?",
    "I soak cotton pads in toner, two pads soaked a day, too much?",
    "Tummy tuck scar is wide and pink after a year, which cream?",
    "Pregnant and my gums bleed, can I use azelaic acid?",
    "I'm diabetic and sweat a lot, can I have botox for sweating?",
    "I burned my arm with wax in 2021, it left a pale patch. What evens it out?",
    "An abscess on my cheek after filler was opened three years ago and healed. Filler again?",
    "Brûlure à l'épilateur lumière pulsée l'an dernier, guérie, il reste une marque. Quelle crème ?",
    "Me infecté con un piercing hace tres años, curado. ¿Otro?",
    "My colleague's nose went white when she had filler, it was dissolved and she is fine. How do I choose a doctor?",
    "Mi amiga tuvo el labio blanco con el relleno, se resolvió y está bien. ¿A quién voy?",
    "Fever? No. Redness? No. Just dry flakes after the peel.",
    "My leaflet says weeping clear fluid on day one after CO2 is normal and mine does. May I wash?",
    "As a teenager I self-harmed; I've been well for ten years. Laser for the old scars?",
    "I can't live without my moisturiser, which peel goes with it?",
    "Tomorrow I won't be home, can I move my peel?",
    "Day 8 after masseter botox, my jaw feels weak when I chew steak, is that normal?",
    "Burned a hole in my dress with the curling iron, skin fine",
    "had a mole cut out of my shoulder, stitches came out 5 weeks ago. can the scar see the sun or no",
    "I'm on the roof terrace tanning with tretinoin, sunscreen?",
    "My mole was cut out in spring, healed well, flat scar. Silicone?",
    "The cat licked my retinol cream, the vet says she's fine. Where do I keep it?",
]

NOT_OVER = [
    ("I burned my arm with wax in 2021 and yesterday again, now there are blisters", {"same_day"}),
    ("The abscess from my filler was drained last year and now it's back, hot and full of pus", {"same_day"}),
    ("My piercing got infected last spring and is still oozing pus", {"same_day"}),
    ("My friend's lip went white during her filler an hour ago and is still white, what should she do", {"emergency"}),
    ("In 2020 filler made my nose blotchy, and today the new filler does it again, white and painful", {"emergency"}),
    ("I had suicidal thoughts years ago and they are back this week, can I stop accutane", {"emergency"}),
    ("My sister's lip turned white after filler today, she says she's fine, should she wait?", {"emergency"}),
    ("I self-harmed last night over my acne, which plaster scars least", {"emergency"}),
    ("I had cellulitis last year and the same leg is red and hot today after waxing", {"same_day", "emergency"}),
    ("My brother is suicidal on accutane, he was fine before", {"emergency"}),
]


@pytest.mark.parametrize(("question", "flag"), CAUSES)
def test_what_stands_in_plain_sight_leads(question, flag):
    """Means that lie ready, food that no longer goes down, an eye that does not move: told beside another question, they come first, with their cause."""
    assert [f.id for f in skinproof.ask(question).gathered.flags][:1] == [flag]


@pytest.mark.parametrize("question", CALM)
def test_likeness_and_healed_harm_stay_calm(question):
    """The same words of something else, or of harm that is dated, over and told as well, call for nobody."""
    assert {f.level for f in skinproof.ask(question).gathered.flags} <= {"routine"}


@pytest.mark.parametrize(("question", "levels"), NOT_OVER)
def test_what_came_back_is_not_over(question, levels):
    """A date or a friend does not hide what goes on today."""
    assert skinproof.ask(question).gathered.flags
    assert {f.level for f in skinproof.ask(question).gathered.flags[:1]} <= levels
