"""What a text names only to leave out, what befell others or was read about, and swelling that is said to be calm."""

from __future__ import annotations

import pytest

import skinproof


@pytest.mark.parametrize(("question", "asked", "not_asked"), [
    ("can I have a glycolic peel next week, no retinoids, no tan", "glycolic", "retino"),
    ("pregnant and can't use my adapalene, is azelaic acid ok for spots", "azelaic", "adapalene"),
    ("is a natural botox mask with bee venom any good", "bee venom", "botulinum"),
])
def test_what_is_ruled_out_is_not_asked_about(question, asked, not_asked):
    about = " ".join(skinproof.ask(question).to_dict()["understood"]["treatments"]).replace("_", " ")
    assert asked in about
    assert not_asked not in about


@pytest.mark.parametrize("question", [
    "Morpheus8 booked for the 20th, then I read the FDA put a warning out about fat loss. should I cancel?",
    "tear trough filler booked wednesday. my friend's face blew up after hers",
])
def test_what_was_read_or_befell_a_friend_is_no_sign(question):
    assert not skinproof.ask(question).to_dict()["bottom_line"]["because"].startswith("red_flag:")


@pytest.mark.parametrize(("question", "flagged"), [
    ("3 days after lip filler one lip is swollen and bigger, no pain, colour normal. normal?", False),
    ("3 days after lip filler one lip is swollen and bigger, no pain, colour normal but growing. normal?", True),
    ("3 days after lip filler one lip is swollen and hurts", True),
])
def test_calm_swelling_does_not_decide_and_growing_swelling_does(question, flagged):
    assert skinproof.ask(question).to_dict()["bottom_line"]["because"].startswith("red_flag:") is flagged


@pytest.mark.parametrize(("question", "because"), [
    ("in the middle of chemo, can i use my dermaplaning voucher", "precaution:chemo_wait"),
    ("my lash serum works but my eyes look sunken and the lids are darker", "precaution:lash_serum_side_effect"),
    ("bought a home hifu machine, ok for my jaw?", "precaution:home_hifu"),
    ("is 10% lidocaine numbing cream ok before my laser", "precaution:numbing_strong"),
    ("been putting hydrocortisone on my face every night since july, keep going?", "precaution:steroid_face_long"),
    ("my daughter is 11 and wants retinol and acid toner, ok for her?", "precaution:child_actives"),
    ("plasma fibroblast for my eyelids, brown skin, go?", "precaution:dark_plasma"),
    ("i had breast cancer in 2017, is estriol cream for my face ok", "precaution:hormone_cream_cancer"),
    ("allergic to salmon, can I have polynucleotides under my eyes", "precaution:fish_dna_allergy"),
    ("caro white for years and i go red when i stop, which stronger kojic acid now", "precaution:fairness_cream_more"),
])
def test_rules_decide_as_unsafe(question, because):
    line = skinproof.ask(question).to_dict()["bottom_line"]
    assert (line["direction"], line["because"]) == ("unsafe", because)


@pytest.mark.parametrize(("question", "had"), [
    ("my lips are peeling since starting accutane 2 weeks ago, can i get filler next month", False),
    ("red and peeling since starting retinol, can i wax", False),
    ("i had a peeling 3 days ago and my skin is red, can i do botox", True),
])
def test_skin_that_peels_is_no_peel(question, had):
    assert ("recent_peel" in skinproof.ask(question).to_dict()["understood"]["profile"]["conditions"]) is had


@pytest.mark.parametrize(("question", "urgent"), [
    ("kybella 4 days ago, chin huge and numb. sister says its infected, no fever, not hot", False),
    ("kybella 4 days ago, chin huge, hot and red. sister says its infected", True),
    ("kybella 4 days ago, chin hot and red. sister says its infected, no antibiotics left", True),
    ("tattoo laser yesterday, big painful blisters that throb, spreading", True),
    ("trying for a baby, can i use tazarotene till the test is positive?", False),
    ("the test is positive and i used tazarotene yesterday", True),
])
def test_guesses_that_are_denied_are_no_sign(question, urgent):
    assert any(f.level in {"same_day", "emergency"} for f in skinproof.ask(question).gathered.flags) is urgent


def test_a_brand_name_is_no_poisoning():
    """Drunk Elephant is a brand; a child that drank a serum is an emergency."""
    assert not skinproof.ask("my 12 yr old wants drunk elephant retinol").gathered.flags
    assert skinproof.ask("my 2 yr old drank my retinol serum").gathered.flags


@pytest.mark.parametrize(("question", "decided"), [
    ("a shop sells clobetasol that makes my face fairer, when i stop it goes red and burns. ok to carry on a bit?", "red_flag:steroid_withdrawal"),
    ("2 years of hydroquinone and my cheeks are going kind of grey blue, so i doubled it", "red_flag:ochronosis_after_lightener"),
    ("hydroquinone 4% for 6 weeks, lighter already. how long is ok, i'm scared of the blue grey thing", ""),
])
def test_steroid_and_grey_skin_are_signs_and_fear_is_none(question, decided):
    because = skinproof.ask(question).first.because
    assert because == decided if decided else not because.startswith("red_flag:")


@pytest.mark.parametrize("question", ["is blue light from my laptop ageing my skin", "what does a basic routine need for combo skin", "salon near me sells 14 roller massages for cellulite, permanent?"])
def test_what_is_about_skin_is_not_sent_away(question):
    assert skinproof.ask(question).status != "out_of_scope"


@pytest.mark.parametrize("question", [
    "during filler I heard a crunch and vision went black in one eye", "heard a pop during filler then the lip turned white and hurts",
    "is it true that the lip going white after filler today is normal",
])
def test_what_was_heard_while_it_happened_is_no_hearsay(question):
    """Hearing a sound is not hearing of a case: an emergency stays one."""
    assert [flag.level for flag in skinproof.ask(question).gathered.flags][:1] == ["emergency"]


@pytest.mark.parametrize("question", [
    "my face has blistered after the peel and i have a wedding next week", "skin is raw and oozing after co2 laser and my follow up is next week",
    "my face is swelling and it is not going down after filler, hot and red", "raw burning skin in winter after the peel, it is bleeding",
])
def test_a_plan_or_a_no_beside_a_sign_does_not_hide_it(question):
    """What is told beside a burn or a hot swelling leaves it standing."""
    assert {"same_day", "emergency"} & {flag.level for flag in skinproof.ask(question).gathered.flags}


@pytest.mark.parametrize("question", [
    "does jaw botox slim the face? dont want to end up with jowls", "8 days after botox one eyelid is half shut, vision is fine no headache", "groupon says 50 units of dysport, sounds like an overdose, weaker than botox?",
    "lip filler 4 days ago, i feel a pea when i run my tongue over it and one side is bigger", "6 weeks since morpheus8 i can see a grid of tiny dots on my cheeks", "loofah makes the bumps on my arms red raw, is there a lotion that works",
    "botox made my forehead heavy like a dead weight, is that normal day 6", "me puse ácido hialurónico en los labios ayer y hoy están muy hinchados, es normal", "one side of my face looks more droopy since forever, can threads help",
])
def test_everyday_words_are_no_emergency(question):
    assert not {f.level for f in skinproof.ask(question).gathered.flags if not f.settles} & {"emergency", "same_day"}


@pytest.mark.parametrize("question", ["i dont want to wake up tomorrow, my skin is ruined", "cant get up anymore, dont want to be here", "after botox my vision went dim in one eye", "left eye vision is fine, the right went dark after filler", "an hour after lip filler my tongue is getting bigger",
    "since the chin filler my tooth feels dead and the inside of my mouth has white spots, should i see my dentist next month",
    "my gran had her face injected for wrinkles yesterday and she talks a bit slurry and one side smile is lower", "my calf aches since the spider vein treatment", "botox yesterday, today my arm is a dead weight and my forehead too", "one side of my face droops since this morning"])
def test_their_grave_neighbours_still_are(question):
    assert {f.level for f in skinproof.ask(question).gathered.flags} & {"emergency", "same_day"}
