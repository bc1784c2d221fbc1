"""A pasted list in a question: what it says to the seller's claim, and what is said where nothing in it stands out."""

from __future__ import annotations

import pytest

import skinproof

CREAM = "Aqua, Glycerin, Butylene Glycol, Niacinamide, Sodium Hyaluronate, Panthenol, Phenoxyethanol, Ethylhexylglycerin"
SUN = "Aqua, Ethylhexyl Methoxycinnamate, Glycerin, Octocrylene, Titanium Dioxide, Phenoxyethanol, Tocopherol"
RETINOL = "Aqua, Glycerin, Squalane, Retinol, Tocopherol, Phenoxyethanol, Carbomer"
BROKEN = (
    (f'she sold me this as "zero retinol", true? {RETINOL}', "claim:retinol_free"),
    (f"label says no retinoids. is that right? {RETINOL}", "claim:retinol_free"),
    (f"mon sérum sans rétinol, c'est vrai ? {RETINOL}", "claim:retinol_free"),
    (f"sold as 100% mineral, is that correct? {SUN}", "claim:mineral_only"),
    (f"they say no chemical filters, true? {SUN}", "claim:mineral_only"),
    (f"fragrance free true? {CREAM}, Parfum", "claim:fragrance_free"),
    (f"serum sold as vitamin C 20%, true? {CREAM}", "claim:vitamin_c"),
)
NOT_CLAIMED = (
    f"retinol irritates me. sold as a gentle serum, true? {CREAM}",
    f"they say no retinol, true? {CREAM}",
    f"I cannot use salicylic acid, is it true this has none? {CREAM}",
)


@pytest.mark.parametrize(("question", "because"), BROKEN)
def test_list_answers_a_broken_claim(question, because):
    """Whether a claim is true is answered by the list, in the first line."""
    told = skinproof.ask(question)
    line = told.to_dict()["bottom_line"]
    assert (line["direction"], line["because"]) == ("does_not_help", because)


@pytest.mark.parametrize("question", NOT_CLAIMED)
def test_denied_or_own_skin_is_no_claim(question):
    """What is denied, or told of the reader's own skin, is not held against the list as a promise."""
    assert not str(skinproof.ask(question).to_dict()["bottom_line"]["because"]).startswith("claim:")


@pytest.mark.parametrize("question", [f"is there anything bad in this cream? {CREAM}", f"no parabens they say, correct? {CREAM}"])
def test_clean_list_is_said_to_be_clean(question):
    """Where nothing in the list stands out and nothing else is asked, that is said."""
    assert skinproof.ask(question).to_dict()["bottom_line"]["because"] == "kind:list_is_clean"


@pytest.mark.parametrize("question", [f"is this good for wrinkles? {CREAM}", f"is my 6 month old ok with this? {CREAM}", f"I have lupus. safe? {RETINOL}"])
def test_clean_list_answers_nothing_else(question):
    """An aim, a baby or an illness is not answered by a list in which nothing stands out."""
    assert skinproof.ask(question).to_dict()["bottom_line"]["because"] != "kind:list_is_clean"


@pytest.mark.parametrize(("question", "entry"), [
    (f"I come out in hives from phenoxyethanol. can I use: {CREAM}", "ingredient:phenoxyethanol"),
    (f"itchy rash from octocrylene (tested). ok? Active: Octocrylene 8%, Octinoxate 7%. Others: {CREAM}", "ingredient:octocrylene"),
])
def test_reaction_told_is_an_allergy(question, entry):
    """A rash "from" something that the list holds stops it, also where a drug label names it before the list."""
    told = skinproof.ask(question).to_dict()
    line = told["bottom_line"]
    assert line["direction"] == "unsafe"
    assert entry in {fact for statement in told["statements"] for fact in statement["fact_ids"]}


def test_actives_of_a_drug_label_belong_to_the_list():
    """"Active: Salicylic Acid 2 %" before the list is in the product, and what is asked about."""
    told = skinproof.ask("blackheads, is this wash any good? Active: Salicylic Acid 2%. Others: Water, Glycerin, Cocamidopropyl Betaine, Niacinamide, Carbomer, Sodium Hydroxide, Citric Acid")
    assert told.to_dict()["bottom_line"]["because"].startswith("consensus:")


COMPARED = {
    "botox, filler, microneedling, retinol, vitamin c, niacinamide: which is best for wrinkles?": ("botulinum_lines", "retinol", "niacinamide"),
    "which is best for acne scars: microneedling, subcision, laser, chemical peel, filler, dermaroller": ("microneedling", "subcision", "ha_filler"),
    "compare botox, filler, microneedling, laser, peels, retinol for wrinkles, pores, acne": ("botulinum_lines", "microneedling"),
}


@pytest.mark.parametrize("question", COMPARED)
def test_list_of_treatments_is_no_label(question):
    """Many treatments between commas are compared, and not inspected as what is in a bottle."""
    answer = skinproof.ask(question)
    assert set(COMPARED[question]) <= set(answer.case.treatments)
    assert "better tested" in answer.to_text()


def test_label_with_well_known_names_stays_a_label():
    """A label whose parts are known as treatments too is still read as a label."""
    answer = skinproof.ask("Aqua, Glycerin, Niacinamide, Salicylic acid, Retinol, Tocopherol, Phenoxyethanol - ok when pregnant?")
    assert answer.first.because == "precaution:preg_retinoid"
    assert not answer.case.treatments
