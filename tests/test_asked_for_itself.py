"""What is named or asked is answered itself, and not by a neighbour or by what a treatment does."""

from __future__ import annotations

import pytest

import skinproof

# The question, and what decides.
DECIDED = [
    # one site, where the other injection is the standard
    ("smile lines at 44, do I get toxin or filler in them", "premise:toxin_for_folds"), ("toxine ou filler pour les sillons nasogéniens", "premise:toxin_for_folds"), ("botox or filler for hollow temples", "premise:toxin_for_volume"),
    ("filler or botox for frown lines?", "premise:filler_for_smile_lines"), ("is Propecia better than Regaine?", "premise:finasteride_or_minoxidil"),
    # a property and not an effect
    ("is carmine lipstick vegan", "premise:animal_by_nature"), ("is glycerine vegan?", "premise:vegan_by_product"), ("can a filler be taken out again", "practice:undo_ha_filler"),
    ("must I use minoxidil forever", "practice:stopping_minoxidil"), ("could regaine make me hairy on the face", "premise:minoxidil_face_hair"), ("does laser cure my rosacea for good", "premise:laser_cures_rosacea"),
    # how often
    ("how often should I dermaplane", "treatment:dermaplaning#sessions"), ("how often should filler be topped up", "treatment:ha_filler#maintain"), ("¿cada cuánto hay que ponerse bótox?", "treatment:botulinum_lines#maintain"),
    # the thing that is named
    ("does fat freezing get rid of cellulite", "premise:cellulite_cold"), ("is velashape any good for cellulite", "premise:cellulite_devices"), ("can anything get rid of cellulite for good", "practice:cure_cellulite"),
    ("will tea tree clear my toenail fungus", "premise:tea_tree_nail"), ("does vicks clear toenail fungus", "premise:nail_fungus_kitchen"), ("bags under my eyes: cream or an operation?", "premise:eye_bags_cream_or_surgery"),
    ("is 22 too young for a hair transplant", "premise:hair_transplant_age"), ("Une greffe de cheveux, ça tient à vie ?", "premise:hair_transplant_worth"), ("factor 30 or factor 50, does it matter", "practice:spf_50_or_30"),
    ("veiny hands, can anything be done", "premise:hand_veins"), ("would filler in the backs of my hands hide the veins", "premise:hand_filler"), ("my fingernails flake and split, what should I do", "premise:brittle_nails"),
]


@pytest.mark.parametrize(("question", "because"), DECIDED)
def test_the_very_thing_is_answered(question, because):
    """The fact on just that decides."""
    assert skinproof.ask(question).decision.because == because


NOT_DECIDED = [
    ("had botox yesterday and my smile is crooked", "premise:toxin_for_folds"), ("can I use minoxidil and finasteride together", "premise:finasteride_or_minoxidil"), ("is a vegan diet good for acne", "premise:vegan_by_product"),
    ("my lips are swollen and blistered after a plumping gloss", "premise:lip_plumper"), ("lifting nail with pus after gel polish", "premise:gel_polish_harm"), ("one nail has a dark line that is getting wider", "premise:brittle_nails"),
    ("vein on my hand is red hard and hot", "premise:hand_veins"), ("does CoolSculpting work on belly fat", "premise:cellulite_cold"), ("hair falling out in round patches after covid", "premise:shedding_after_illness"),
    ("NAD drip yesterday, now chills and shaking", "premise:nad_drip"), ("can I peel at home with TCA, how often", "premise:home_acid_how_often"), ("brow lamination solution got in my eye and it burns", "premise:brow_lamination"),
    ("I had a hair transplant last week and it is oozing pus", "premise:hair_transplant_worth"), ("on HRT, can I have laser on my brown spots?", "premise:hrt_skin"), ("how often can botox cause drooping", "treatment:botulinum_lines#maintain"),
    ("ingrown hair lump in groin with pus, fever", "premise:ingrown_prevented"),
]


@pytest.mark.parametrize(("question", "because"), NOT_DECIDED)
def test_a_neighbour_is_left_alone(question, because):
    """Harm that is told, and things that only sound alike, are not answered by it."""
    assert skinproof.ask(question).decision.because != because


@pytest.mark.parametrize(("question", "used"), [
    ("a peel, a laser or a year of tretinoin for lines", False), ("microneedling or tretinoin for wrinkles, which is worth it?", False), ("laser ou trétinoïne pour les rides ?", False),
    ("I'm on tretinoin, peel or laser?", True), ("I'm on a strong tretinoin, peel or laser?", True), ("tretinoin nightly, microneedling or laser?", True), ("my tretinoin or a laser, which is better for lines", True),
    ("laser or peel, and I take tretinoin", True), ("tretinoin and a peel tomorrow, ok?", True),
])
def test_one_side_of_a_choice_is_not_in_use(question, used):
    """A retinoid that is chosen between is no retinoid on the skin; in doubt it is."""
    assert ("retinoid_user" in skinproof.ask(question).case.person.conditions) is used


def test_no_number_held_is_said():
    """How often something of weak proof is done gets no line on what it does."""
    answer = skinproof.ask("how often should I do gua sha")
    assert answer.to_text().startswith("No number is held on how often")


@pytest.mark.parametrize("question", ["nails that peel at the tips", "how do I strengthen nails that peel?"])
def test_a_nail_that_peels_is_no_peel(question):
    """The verb names no treatment."""
    assert skinproof.ask(question).case.treatments == ()


@pytest.mark.parametrize(("question", "treatments"), [("how do I stop ingrown hairs without laser?", ()), ("what happens if I stop laser hair removal", ("laser_hair_removal",))])
def test_a_way_to_stop_hairs_leaves_the_laser_out(question, treatments):
    """"Stop" with a how asks for a way; with what happens it asks what comes of stopping."""
    assert skinproof.ask(question).case.treatments == treatments


@pytest.mark.parametrize("question", ["¿Peeling o láser para las manchas?", "laser o peeling para las manchas"])
def test_a_choice_is_read_in_spanish(question):
    """The "o" that belongs to a name still sets two things against each other."""
    assert {p.kind for p in skinproof.ask(question).case.parts} == {"which"}
