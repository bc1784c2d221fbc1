"""What followed a treatment is told as that; what was had is no plan; a belief answers only what is asked."""

from __future__ import annotations

import pytest

import skinproof
from skinproof.answer.answer import Answer
from skinproof.catalogue.text import words
from skinproof.question.danger import named

COMPLAINTS = [
    "the laser hair removal left stripes of pale skin like a zebra on my shins",
    "co2 laser eyelid pulled down, eye waters",
    "my eyes sting with my sunscreen", "my face itches at night with adapalene", "my skin feels tight with this cleanser",
    "her thread lift left a dent by the mouth",
    "laser hair removal on brazilian, now little pustules",
    "the clinic burnt me with hifu",
    "my husband will kill me if he sees my burnt face, how to hide laser burn",
    "feel a bit flu-ey after botox",
    "azelaic acid itches like ants for 10 min then stops",
    "my sunscreen stings my eyes every single time",
    "tinted sunscreen made me orange",
    "lash serum made my eyelids dark will it go away",
    "ivermectin cream for rosacea made me flare first week",
    "clindamycin lotion gave my son a rash on the back",
    "botox for masseter made my cheeks saggy",
    "brow lamination ripped half my brow hairs",
    "salon fried my upper lip with the laser",
    "salicylic acid on my back burns like mad every night",
    "bleach cream left white rings round my mouth",
    "la depilacion laser me dejo quemaduras en las piernas",
    "le peeling m'a laissé des taches blanches",
    "mi sobrina se hizo laser y le dejo manchas blancas",
]
NO_COMPLAINTS = [
    "my scar is flat with silicone gel", "my skin is fine with retinol", "can my eyes sting with sunscreen",
    "does laser leave stripes of pale skin on indian skin",
    "i have pale stretch marks, would microneedling do something",
    "scared that botox will make my brow hang",
    "acne left me with red marks, azelaic acid?",
    "aspirin makes me wheeze and swell, can i use a salicylic cleanser",
    "my skin is red and itchy every winter, is niacinamide good",
    "my friend says peels burn you",
    "vitamin c for orange peel skin",
    "Menopause gave me white wiry hairs on my chin. Salon sells me 8 laser sessions, ok?",
    "hair gummies with biotin, now spots on the jaw. is it the biotin",
]
DONE = [
    "got my lips done saturday, sunday i had a cold sore tingling",
    "my daughter, 16, had her cheeks filled at a salon",
    "had botox last week and forgot to say i have myasthenia gravis",
    "clinic used a filler called something chinese no label on box is that ok",
    "microneedling at home with 1.5mm dermaroller, 2 days later tiny pimples everywhere along the roller lines",
    "me hice botox y tengo miastenia",
    "since i used a 30% glycolic peel at home my face stings with every cream",
]
PLANNED = [
    "i have a cold sore, can i get my lips done saturday",
    "had filler last year with no trouble, i have a cold sore now and booked again",
    "my 15yo wants lip filler",
    "i have myasthenia gravis, botox?",
    "My mate got one of those no needle hyaluron pens for lips and offers to do mine for 50 quid",
    "i had a stent put in 3 yrs ago. the clinic abroad says phenol peel is just skin",
    "thinking of a 30% glycolic peel at home, first time",
    # leave is asked for, whatever was found out or had before
    "just found out im pregnant, can i get botox for my wedding",
    "i had my last baby 2 years ago and i'm pregnant again, can i use tretinoin",
    "accidentally bought a retinol cream, im pregnant, can i use it",
    "had botox twice before, now 12 weeks pregnant, can i book again",
    "since i tried botox at 30 i got hooked, now im pregnant, can i have it",
    "ive been dull since i had my second and im pregnant again, is retinol ok",
    "my face is red and raw after the winter, im pregnant, can i use tretinoin",
    "je viens d'apprendre que je suis enceinte, puis-je faire du botox",
    "will my baby be ok if i start tretinoin now",
]


def _first(answer: Answer) -> str:
    return answer.to_text().partition("\n")[0]


@pytest.mark.parametrize("question", COMPLAINTS)
def test_complaint_is_no_question_of_benefit(question):
    answer = skinproof.ask(question)
    assert "what_went_wrong" in {p.kind for p in answer.case.parts}
    assert answer.decision.direction in {"mixed", "see_a_doctor", "unsafe"} or answer.decision.because.startswith("aftermath:")


@pytest.mark.parametrize("question", NO_COMPLAINTS)
def test_fear_plan_and_own_skin_are_no_complaint(question):
    assert "harm_told" not in skinproof.ask(question).case.concerns


def test_screen_of_a_complaint_tells_harms_and_whom_to_show_it():
    messages = [s.message for s in skinproof.ask("the hifu left my cheek lopsided").statements.values() if s.id.startswith("bottom_line")]
    assert messages[0] == "fixed.headline.mixed.told"
    assert {"after.harm", "fixed.after_outside", "fixed.after_show"} <= set(messages)


def test_no_course_is_spoken_of_where_none_is_known():
    messages = {s.message for s in skinproof.ask("tinted sunscreen made me orange").statements.values()}
    assert "fixed.after_signs" in messages
    assert "fixed.after_outside" not in messages


@pytest.mark.parametrize("question", DONE)
def test_what_was_had_is_told_as_done(question):
    answer = skinproof.ask(question)
    assert answer.gathered.exposures
    assert answer.decision.direction == "mixed"


@pytest.mark.parametrize("question", PLANNED)
def test_what_is_planned_is_still_stopped(question):
    answer = skinproof.ask(question)
    assert not answer.gathered.exposures
    assert answer.decision.direction == "unsafe"


@pytest.mark.parametrize(
    ("question", "starts"),
    [
        ("is ems/microcurrent a scam really", "Any lift"), ("what can i use for acne in pregnancy", "Both are"), ("sofwave vs ultherapy pain", "Ultrasound mostly hurts"),
        ("does a microcurrent gadget really lift your face", "No: any lift"), ("does rubbing castor oil grow lashes, yes or no", "Not shown:"), ("do pore strips get rid of blackheads for good, yes or no", "No:"), ("does collagen cream top your own collagen back up?", "No:"),
        ("do collagen creams go in through the skin, or am i wasting money", "Collagen is too big"),
    ],
)
def test_yes_and_no_only_for_the_same_question(question, starts):
    assert _first(skinproof.ask(question)).startswith(starts)


@pytest.mark.parametrize(
    ("question", "belief"),
    [
        ("my filler from 2 years ago swelled up after i had flu", "filler_no_vaccine"), ("vitamin c serum turned my fingers orange", "oxidised_vitamin_c"), ("i'm 71 and never had anything done, is botox pointless now", "toxin_prevents_lines"),
        ("orange palms from carrot juice and beta carotene tan pills", "nasal_tanning"), ("is lip flip safe if i play the trumpet", "lip_flip_same_as_filler"), ("clinic gave me vouchers to leave a 5 star review after my burn", "discount_deal_fine"),
    ],
)
def test_belief_not_asked_stays_away(question, belief):
    assert belief not in skinproof.ask(question).case.premises


@pytest.mark.parametrize(
    ("question", "treatments", "absent_goal"),
    [
        ("hormonal jaw acne at 38 what works", (), "contour"), ("lash lift while on retinol", ("lash_lift", "retinol"), "laxity"), ("dry mouth since botox", ("botulinum_lines",), "hydration"), ("shiny forehead after botox", ("botulinum_lines",), "oil"),
        ("laser or wax for armpits", ("laser_hair_removal",), "pigment"), ("láser para las axilas", ("laser_hair_removal",), "pigment"), ("la cire ou le laser pour les aisselles", ("laser_hair_removal",), "pigment"),
        ("i'm trans and need face laser", ("laser_hair_removal",), "pigment"), ("filler migrated to my moustache area", ("ha_filler",), "unwanted_hair"), ("laser for dark armpits", ("pico_laser", "q_switched_laser"), "unwanted_hair"),
    ],
)
def test_stray_words(question, treatments, absent_goal):
    case = skinproof.ask(question).case
    assert case.treatments == treatments
    assert absent_goal not in case.goals


def test_vitamin_d_is_english():
    assert skinproof.ask("vitamin d deficiency from spf").language == "en"


@pytest.mark.parametrize("question", ["chemo next month, can i get my ears candled", "can my 10 year old wear nail polish"])
def test_no_fact_is_not_called_too_little_evidence(question):
    assert _first(skinproof.ask(question)).startswith("We hold no fact on that.")


def test_unknown_cream_has_no_clearance_number():
    answer = skinproof.ask("slapping diaper cream on my face")
    assert answer.case.unknown_names == ("diaper cream",)
    assert "clearance number" not in answer.to_text()


SYMPTOMS = [
    ("6 days after coolsculpting: numb, then itchy, then stabby. normal?", "cryo_numb_tingly_itchy"),
    ("ultherapy a few days ago with a nerve block. neck and jaw still numb, how long", "hifu_numb"),
    ("botox 5 days ago and now one eyebrow shoots up like spock. can they fix it", "toxin_spock_brow"),
    ("juvederm in both lips yesterday, left side way bigger than the right. infection??", "filler_one_side_bigger"),
    ("started adapalene 2 weeks ago. more zits than before!! how long do i wait", "retinoid_purge"),
    ("6 weeks since radiesse under my eyes, bruises gone but a rusty stain is left. does it ever go away", "filler_rusty_stain"),
    ("fils tenseurs il y a 5 jours, j'ai une fossette quand je souris, c'est normal?", "thread_dimple_early"),
    ("me puse acido hialuronico ayer y tengo un moreton, es normal?", "filler_bruise"),
]


@pytest.mark.parametrize(("question", "told"), SYMPTOMS)
def test_symptom_is_answered_by_what_is_known_of_it(question, told):
    """It is told, leads where no sign of danger is, and is written on the first screen."""
    answer = skinproof.ask(question)
    assert told in {s.id for s in answer.gathered.symptoms}
    assert answer.decision.because.startswith("aftermath:")
    assert f"aftermath:{told}" in {f for s in answer.statements.values() for f in s.fact_ids}


@pytest.mark.parametrize("question", [
    "lip filler yesterday, one side is bigger and it has gone white and blotchy and really hurts",
    "botox 4 days ago, forehead heavy and i cant swallow my food",
    "threads 5 days ago, dimple in the cheek, hot, red and oozing pus, i feel feverish",
    "co2 laser 3 days ago, peeling, and now groups of small blisters and a fever",
])
def test_danger_comes_before_what_is_usual(question):
    assert skinproof.ask(question).gathered.flags[0].level in {"same_day", "emergency"}
    assert skinproof.ask(question).decision.direction == "see_a_doctor"


@pytest.mark.parametrize("question", [
    "does microneedling help acne scars and dark marks",  # the aim is named, nothing followed
    "no bruising, no lumps, i just want to know how long juvederm lasts",
    "which is better for spider veins, laser or injections, red ones on my thighs",
    "my friend says threads leave dimples, thinking of booking",
])
def test_nothing_is_told_of_what_did_not_follow(question):
    assert not skinproof.ask(question).decision.because.startswith("aftermath:")


def test_symptom_holds_only_in_its_time():
    """Swelling of the first days is usual; the same swelling after weeks is not."""
    early = skinproof.ask("lips filled 2 days ago and still swollen, is that normal").gathered.symptoms
    late = skinproof.ask("lips filled 5 weeks ago and now swollen again, is that normal").gathered.symptoms
    assert "filler_swelling_first_days" in {s.id for s in early}
    assert "filler_swelling_first_days" not in {s.id for s in late}


@pytest.mark.parametrize(("text", "danger"), [
    ("my voice is not normal", True), ("i can barely breathe", True), ("can hardly swallow", True), ("no puedo respirar", True), ("je ne peux pas avaler", True),
    ("no voice since the injections", True), ("vision blurry. fine otherwise", True), ("it is not getting better and it is hot", True), ("not only red but hot", True),
    ("no fever or pus", False), ("swallowing is fine", False), ("no trouble swallowing", False), ("no vision changes", False), ("no double vision", False), ("it isnt hot", False), ("sin fiebre", False),
])
def test_word_of_danger_is_heard_unless_it_is_denied(text, danger):
    """What the body does is not denied by a "no": "barely breathe" is the danger itself."""
    assert named(words(text)) is danger


@pytest.mark.parametrize("question", [
    "day 2 after botox, my voice is not normal and food sticks", "botox last week my speech isnt right", "swallowing isn't right since masseter botox", "breathing is not right after botox",
    "botox last week, i dont sound like myself when i talk", "ma voix n'est plus la même depuis le botox", "desde el botox mi voz no es la misma", "filler under my eyes yesterday, sight seems off",
])
def test_what_the_body_does_is_not_right_after_an_injection(question):
    """Voice, speech, swallowing, breath and sight that are said to be not right are an emergency, however mildly it is said."""
    assert skinproof.ask(question).gathered.flags[0].level == "emergency"


@pytest.mark.parametrize("question", [
    "put a glycolic 70 from ebay on my face, its gone white and numb", "tca cross from amazon, skin white and numb 5 hours later", "peeling glycolique hier, ma peau est blanche et insensible",
])
def test_white_skin_that_feels_nothing_after_an_acid_is_a_burn(question):
    assert skinproof.ask(question).gathered.flags[0].level in {"same_day", "emergency"}


def test_skin_that_a_numbing_cream_made_white_is_no_burn():
    assert not [f for f in skinproof.ask("numbing cream before my glycolic peel left the skin white and numb for an hour, normal?").gathered.flags if f.id == "chemical_burn"]


USUAL_TOLD = [
    ("eyelids a bit puffy after ipl, i see fine, no pain", "laser_swelling_eyes"),
    ("coolsculpting 2 wks ago, tummy still numb, no lump", "cryo_numb_tingly_itchy"),
    ("sneezed hard right after my lip filler, could it shift", "face_moved_after_injection"),
    ("adapalene burns a bit for five minutes, then fine", "retinoid_brief_sting"),
    ("vitamin c serum tingles 20 secs every morning, should i bin it", "vitamin_c_brief_tingle"),
    ("slight tingle with a lactic acid peel, then nothing", "peel_stings"),
    ("lip blush way too bright on day one", "lip_pigment_too_bright"),
    ("lash lift yesterday, lashes smell of perm, eyes fine", "lash_lift_smell"),
    ("red and hot face the evening after microneedling is it ok", "needling_red"),
    ("skin feels sunburnt day 1 after dermapen", "needling_red"),
    ("laser for age spots on monday: they went dark like pepper and crusty", "ipl_spots_darker"),
    ("sunscreen makes my eyes water when i sweat", "sunscreen_eyes_sting"),
    ("a little bit queasy on doxycycline if i don't eat", "antibiotic_stomach"),
    ("bleph day 6, bruising moved down to my cheeks", "eyelid_surgery_course"),
    ("wart frozen at the docs, a blister the next day", "wart_frozen_blister"),
    ("pink and stingy for a couple of hours after waxing my lip", "wax_red_tender"),
    ("is it normal to have brown skin after a tca peel?", "peel_brown_tight"),
    ("ma peau pèle trois jours après un peeling, c'est normal ?", "peel_flakes"),
    ("¿es normal tener la cara roja y tirante el día después del microneedling?", "needling_red"),
]


@pytest.mark.parametrize(("text", "fact"), USUAL_TOLD)
def test_usual_course_told_leads_calmly(text, fact):
    """What is told as it was, with no question in it or a short one, gets what is usual and nothing urgent."""
    answer = skinproof.ask(text)
    assert answer.to_dict()["bottom_line"]["because"] == f"aftermath:{fact}"
    assert all(flag.level == "routine" for flag in answer.gathered.flags)


HARMLESS_SPOTS = [
    "cherry red tiny dots on my tummy, more each year since 40", "i get freckles every summer that fade in winter", "chicken skin on my arms since my teens, normal?",
    "white hard little dots under my eyes for years, milia?", "a skin tag in my armpit, the same for ten years", "stretch marks on my hips went from purple to white, why",
    "doctor removed a mole ten days ago, benign, the scab is itchy",
]


@pytest.mark.parametrize("text", HARMLESS_SPOTS)
def test_harmless_spots_are_called_harmless(text):
    """What has stayed the same for years, or heals after a doctor took it off, is called harmless or usual in the first words."""
    line = skinproof.ask(text).to_dict()["bottom_line"]
    assert line["direction"] == "helps"
    assert line["text"].startswith(("Harmless", "Usual"))


NOT_CALMED = [
    ("my mole is itchy and scabs", "soon"), ("mole removed last year and it has grown back darker", "soon"), ("another mole itches since the doctor removed one", "soon"),
    ("ipl went in my eye, it hurts and sight is blurry", "emergency"), ("filler 6 weeks ago, a hard lump came up", "soon"), ("skin turned black after filler on my nose", "emergency"),
    ("aqualyx yesterday, neck swollen and i can't swallow", "emergency"), ("wound smells after my laser", "same_day"), ("adapalene burns all day, face raw", "same_day"),
    ("lips swollen after filler, getting worse and hot on day 3", "same_day"), ("numbing cream hours ago, lips numb and heart racing", "emergency"),
]


@pytest.mark.parametrize(("text", "level"), NOT_CALMED)
def test_signs_of_danger_are_not_calmed(text, level):
    """The near twins of a usual course keep their alarm."""
    flags = skinproof.ask(text).gathered.flags
    assert flags
    assert flags[0].level == level


@pytest.mark.parametrize("text", ["azelaic acid for redness", "laser for my itchy scar", "my scar itches, laser?", "pico laser for age spots, does it work?", "retinol for dry skin?"])
def test_an_aim_is_no_aftermath(text):
    """What is to be treated has not followed the treatment."""
    assert not skinproof.ask(text).to_dict()["bottom_line"]["because"].startswith("aftermath:")


def test_usual_recovery_leads_where_nothing_nearer_is_held():
    """Where no fact speaks of what followed, the first line is the usual recovery and not an empty sentence."""
    line = skinproof.ask("is it normal to have dry skin after profhilo?").to_dict()["bottom_line"]
    assert line["text"].startswith("Usual recovery")
