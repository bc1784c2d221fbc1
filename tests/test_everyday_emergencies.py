"""The cause that is told: which flag comes first in a message in everyday words, and what stays a usual course."""

from __future__ import annotations

import pytest

import skinproof

FIRST = [
    ("purple blotches on my son's legs, press a tumbler on it and they stay. what cream?", "rash_that_stays"),
    ("tummy tuck 5 days ago and short of breath today", "clot_in_the_lung"),
    ("14 hour flight after my tummy tuck, chest pain now", "clot_in_the_lung"),
    ("my sister is confused the day after 360 lipo in turkey", "fat_in_the_blood"),
    ("oral minoxidil, ankles swollen and breathless when i lie flat", "hard_to_breathe"),
    ("10 minutes after hyaluronidase i am wheezing", "anaphylaxis"),
    ("itchy hives and cant breathe since the vit drip", "anaphylaxis"),
    ("mum had a neck lift yesterday, her neck is getting tighter and her voice has gone croaky", "bleeding_under_the_skin"),
    ("bleph yesterday, right eye is popping out and the pain is awful", "bleeding_behind_the_eye"),
    ("popped a pimple by my nose, now my eye is sticking out and im feverish", "infection_behind_the_eye"),
    ("tummy tuck last week, skin round the scar is purple with blisters and stinks", "flesh_infection"),
    ("dry needling upper back, now cant get a full breath", "collapsed_lung"),
    ("10 day old baby has a patch of tiny blisters on her scalp and wont take the bottle", "ill_newborn"),
    ("toddler got hold of my ferrous tablets", "child_swallowed_iron"),
    ("spironolactone for acne and my heart keeps skipping", "high_potassium"),
    ("trimethoprim for acne 3 weeks, bruising everywhere and gums bleed", "low_blood_cells"),
    ("cant swallow water since my doxycycline tablet, it just comes back", "gullet_blocked"),
    ("mum had leg veins injected and there's a dead black bit on her ankle", "skin_dies_after_vein_injection"),
    ("tick bite on my leg red circle growing", "growing_ring"),
    ("lower bleph, black eyes and the bruise is sliding to my jaw", "bruise_sinks"),
    ("my tattoo from saturday leaks clear plasma and a bit of ink", "tattoo_weeps"),
    ("2 weeks after laser hair removal little black burnt hairs pushing out", "hair_sheds_after_laser"),
    ("lid hangs since botox and that pupil is bigger, awful headache today", "droop_with_wide_pupil"),
    ("on roaccutane with doxycycline, pounding headache and double vision", "isotretinoin_tetracycline_sight"),
    ("accutane and minocycline, terrible headaches for two days", "isotretinoin_tetracycline_head"),
    ("I fainted in the middle of my filler and now my heart keeps skipping beats", "fainted_with_heart"),
    ("did a home TCA peel, my chin is open and oozing", "chemical_burn"),
    ("froze my wart and a blood blister came up", "wart_blister"),
]


@pytest.mark.parametrize(("question", "flag"), FIRST)
def test_the_cause_is_the_one_that_was_told(question, flag):
    """Breathlessness after an operation is no allergy, a dark leg after vein injections no filler, and what is usual is told as usual."""
    assert [f.id for f in skinproof.ask(question).gathered.flags][:1] == [flag]


@pytest.mark.parametrize("question", [q for q, flag in FIRST if flag in {"bruise_sinks", "tattoo_weeps", "hair_sheds_after_laser", "wart_blister"}])
def test_a_usual_course_is_said_to_be_one(question):
    """The first words call it usual, and the bottom line sends nobody to a doctor."""
    answer = skinproof.ask(question)
    assert answer.to_text().startswith(("This is mostly the usual course.", "Usual"))
    assert answer.decision.direction != "see_a_doctor"
