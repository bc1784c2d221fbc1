"""What is asked in so many words comes before a rule that only says to take care, and is never turned into a yes by that."""

from __future__ import annotations

import pytest

import skinproof

DECIDED = [
    ("microneedling vs fractional co2 for acne scars on brown skin", "premise:co2_or_needling_scars", "mixed"),
    ("what percentage of niacinamide do i need, 10% stings my face", "practice:strength_niacinamide", "mixed"),
    ("how many laser hair removal sessions for underarms and how many weeks between", "practice:sessions_laser_hair_removal", "mixed"),
    ("puedo hacerme depilacion laser en julio si voy a la piscina", "premise:laser_hair_summer", "mixed"),
    ("can my esthetician in paris do lip filler", "regulation:fr_who_injects", "does_not_help"),
    ("in texas can a nurse do botox with no doctor in the building", "regulation:us_texas_cosmetic", "mixed"),
    ("who can inject filler in france, a dermatologist or my beautician", "regulation:fr_who_injects", "does_not_help"),
    ("can bakuchiol replace my retinol while breastfeeding", "premise:bakuchiol_replaces_retinol", "mixed"),
]
STAYS = [
    ("laser hair removal legs on thursday, flying to mallorca friday for a week of lying by the pool. alright with factor 50?", "interval:sun_after_hair_laser"),
    ("20 weeks pregnant with backne from hell, is my panoxyl wash allowed? and salycilic pads?", "precaution:preg_salicylic"),
    ("16 weeks pregnant, chin like a pizza. is 2.5% benzoyl peroxide gel ok on it??", "precaution:preg_bp_azelaic"),
]
SCARS = [
    ("raised scar on my chest from a spot, keeps growing, im african american. best treatment", False),
    ("a dark spot on my chest keeps growing and itches, im black", True),
    ("mole on my back next to a scar from surgery keeps growing", True),
]


@pytest.mark.parametrize(("question", "because", "direction"), DECIDED)
def test_what_was_asked_decides_first(question, because, direction):
    """The number, the choice, the law of the place or the belief answers, and the care is told below."""
    first = skinproof.ask(question).first
    assert (first.because, first.direction) == (because, direction)


@pytest.mark.parametrize(("question", "because"), STAYS)
def test_rules_that_warn_stay_first(question, because):
    """A plan that is too soon, and what is used in pregnancy, give way to no number and no belief on something else."""
    assert skinproof.ask(question).first.because == because


@pytest.mark.parametrize(("question", "raised"), SCARS)
def test_grown_scar_is_no_mole(question, raised):
    """A raised scar with a cause is no changing mole; a dark or bleeding spot is."""
    assert any(flag.id == "changing_mole" for flag in skinproof.ask(question).gathered.flags) is raised
