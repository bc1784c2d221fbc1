"""First lines that say what an open answer depends on, and what leads where two things are named."""

from __future__ import annotations

import pytest

import skinproof


def first_line(question: str) -> tuple[str, str]:
    """The message of the first line of the bottom line, and its text."""
    answer = skinproof.ask(question)
    lines = next(s for s in answer.sections if s.id == "bottom_line").lines
    statement = answer.statements[lines[0].statements[0]]
    return statement.message, answer.to_text().split("\n")[0]


LINES = [
    ("led mask for hooded eyelids, worth it?", "headline.not_proven"),
    ("my c section scar healed, is silicone gel worth it? my mum says vit E capsules", "headline.preferred"),
    ("Which is better Restylane or Juvederm??", "fixed.headline.brands"),
    ("snail mucin worth it?", "headline.not_known"),
    ("does bakuchiol work like retinol, am pregnant btw", "headline.because.parted.care"),
    ("laser tattoo removal, does it really remove all of it", "headline.conditional"),
    ("trying for a baby, is a glycolic peel ok, and what about my retinol?", "headline.because.parted.care"),
    ("we want a baby soon, can I go on with azelaic acid and tretinoin", "headline.because.parted.fine"),
    ("is PicoSure good for melasma", "headline.because.ask.aimed"),
    ("will microdermabrasion help my rosacea", "headline.because.ask.aimed"),
    ("I have rosacea, is microdermabrasion good for wrinkles", "headline.because.ask"),
]


@pytest.mark.parametrize(("question", "message"), LINES)
def test_open_answer_says_on_what(question, message):
    """An answer that depends names the things and what is known of each."""
    assert first_line(question)[0] == message


LEADS = [
    ("is upper blepharoplasty worth it for hooded lids", "eye_bags_filler_or_surgery", False),
    ("blepharoplasty or filler for my bags", "eye_bags_filler_or_surgery", True),
    ("moisturiser spf 15 + foundation spf 20 = 35 right? so i can skip sunscreen", "spf_adds_up", True),
    ("day 4 of a TCA peel, skin hangs off in sheets. can i pull it off or use a scrub?", "pull_off_peeling_skin", True),
    ("should I exfoliate before a glycolic peel", "pull_off_peeling_skin", False),
    ("got my botox yesterday and we start ivf next month, is that a problem", "conceive_after_injection", True),
    ("ttc, can I get botox", "conceive_after_injection", False),
    ("does a cannula take away the risk of going blind from filler", "cannula_no_risk", True),
    ("can I stir my spf into my foundation", "mix_sunscreen", True),
    ("can I wear foundation over sunscreen", "mix_sunscreen", False),
    ("my day cream has spf 20, do I still need sunscreen", "moisturiser_with_spf", True),
    ("can I mix vitamin c powder with rosewater at home", "diy_vitamin_c", True),
    ("is adding a vitamin C serum in the morning worth it", "diy_vitamin_c", False),
    ("coconut oil for my pimples", "coconut_oil_acne", True),
    ("red threads on my cheeks, does ipl get rid of them", "threads_no_trouble", False),
    # what the words only happen to hold does not lead
    ("does preventative botox stop wrinkles forming", "stopping_toxin_worsens", False),
    ("if i stop botox will my face look worse", "stopping_toxin_worsens", True),
    ("does vit c serum get rid of the dark rings under my eyes", "oxidised_vitamin_c", False),
    ("my vitamin c serum went brown, still good?", "oxidised_vitamin_c", True),
    ("prp vampire facial 3 x 1200, would a doctor see a difference on photos", "vampire_facial_own_blood", False),
    ("can i catch hiv from a vampire facial", "vampire_facial_own_blood", True),
    ("is la mer better than nivea", "dear_moisturiser", True),
    ("microdermabrasion for ice pick scars?", "ice_pick_scars_rubbed", True),
    ("will tca cross help ice pick scars", "ice_pick_scars_rubbed", False),
    ("35% food grade peroxide on dad's barnacles, will it work", "strong_peroxide_home", True),
    ("can profhilo fill my hollow cheeks", "booster_fills_hollows", True),
]


TRIED = [
    ("whats the most effective ingredient for brown spots? tried kojic, arbutin, the lot", {"kojic_acid", "arbutin"}),
    ("tried niacinamide and salicylic acid for blackheads, what works best?", {"niacinamide", "salicylic_leave_on"}),
]


@pytest.mark.parametrize(("question", "tried"), TRIED)
def test_what_was_tried_is_not_offered_again(question, tried):
    """A list of what was tried, and a way asked for: none of it is judged as if it were asked about."""
    case = skinproof.ask(question).case
    assert set(case.tried) >= tried
    assert not set(case.treatments) & tried


@pytest.mark.parametrize(("question", "belief", "told"), LEADS)
def test_belief_is_told_where_it_is_asked(question, belief, told):
    """A belief stands in the answer where the question is about it, and nowhere else."""
    assert (belief in {p.id for p in skinproof.ask(question).gathered.premises}) is told


SAFE = [
    # what must not be cleared
    ("hormonal acne, 34, already on lisinopril, can i start spironolactone", "unsafe"),
    ("i have had trouble swallowing since a thyroid op years ago. kybella next week, should i tell them", "unsafe"),
    ("bought 10% lidocaine, plan is both legs thick under cling film for 2 hrs before laser hair removal", "unsafe"),
    ("I take warfarin and want filler. The clinic said just stop it for 5 days", "unsafe"),
    ("stop eliquis 3 days before lip filler so i dont bruise?", "unsafe"),
    ("found botox on a korean site, what dilution for the forehead", "unsafe"),
    ("ipl with tan ok?", "unsafe"),
    ("je suis enceinte de 4 mois, mon rdv botox est payé, je peux y aller quand même ?", "unsafe"),
    ("i'm black and got a home ipl as a gift, can i start at level 1", "unsafe"),
    ("nasal tan spray, just a peptide that makes your own melanin, better than sunbeds surely", "unsafe"),
]


@pytest.mark.parametrize(("question", "direction"), SAFE)
def test_danger_is_not_left_open(question, direction):
    """A plain danger is said no to, in other words than the rule's own."""
    assert skinproof.ask(question).decision.direction == direction


CALM = [
    # told of the past, of a form, or only to compare with
    ("in 2016 i had optic neuritis and went blind in one eye for a week, can i have filler", "vision_loss"),
    ("when i was 12 a black henna tattoo came up in blisters, can i dye my hair", "burn_blisters"),
    ("she used tretinoin cream till the pregnancy test, is it like the accutane tablets", "on_isotretinoin"),
]


@pytest.mark.parametrize(("question", "sign"), CALM)
def test_what_is_long_past_is_no_sign(question, sign):
    """What happened years ago, or is named to compare, is no sign of today."""
    assert sign not in skinproof.ask(question).case.signs


@pytest.mark.parametrize(("question", "condition"), [
    ("my nana had myasthenia gravis, i'm 41 and well, the botox form asks about it", "neuromuscular_disease"), ("horrible chin hairs, is there a laser for dark skin", "body_dysmorphia_hint"),
    ("combien de mois avant une grossesse faut il arrêter les peelings", "pregnancy"), ("red light mask for lines and the odd spot", "suspicious_lesion"),
    ("my facialist says 6m, my derm says that is old news", "child"), ("i've got eczema, nothing flaring for months, can i start a retinol", "eczema"),
])
def test_words_in_passing_are_no_condition(question, condition):
    """A relation's illness, a figure of speech or a form's question is nothing that the person has."""
    assert condition not in skinproof.ask(question).case.person.conditions


URGENT = [
    ("i put a 30% tca peel on my face, its gone white and burning a lot, 20 min ago", "same_day"),
    ("since my brow tint my eyelids are swollen nearly shut and my lips feel thick", "emergency"),
    ("i've been giving my things away and i've written the letters. it'll be over by tonight", "emergency"),
    ("dad on warfarin had a growth shaved off, he's soaked through four dressings and pressing for half an hour hasn't stopped it", "emergency"),
]


@pytest.mark.parametrize(("question", "level"), URGENT)
def test_understated_danger_is_heard(question, level):
    """Signs told without alarm are raised as what they are."""
    assert skinproof.ask(question).gathered.flags[0].level == level
