"""What is known only as a cream, drink or powder is not answered as such when it is to be injected."""

import pytest

import skinproof

BARRED = [
    "is it safe to inject copper peptide", "azelaic acid injected, better than the cream?", "my cousin wants to inject retinol in my cheeks", "copper peptide injections, any good?", "can biotin be injected for my hair",
    "peut-on injecter de la niacinamide sous la peau ?", "¿puedo inyectarme colágeno en polvo?",
]
SWAPPED = [("can I inject tranexamic acid at home", "tranexamic_injected"), ("is it safe to inject glutathione", "glutathione_drip"), ("hydrocortisone injection in my keloid from the doctor", "intralesional_steroid")]
RUBBED_IN = [
    "can I use retinol after botox injections", "peptide serum instead of injections", "can I take collagen and get filler injected next week", "can I use niacinamide before injecting filler", "retinol or injections for wrinkles?",
    "does vitamin c serum work like injections", "injectable moisturiser worth it",
]


@pytest.mark.parametrize("question", BARRED)
def test_what_is_no_injection_is_barred(question):
    """The first line says so, in the language of the question."""
    answer = skinproof.ask(question)
    assert answer.decision.because == "precaution:injected_unmade"
    assert answer.decision.direction == "unsafe"


@pytest.mark.parametrize(("question", "record"), SWAPPED)
def test_injected_record_takes_its_place(question, record):
    """Where the injected form has a record of its own, that is what is asked about."""
    assert skinproof.ask(question).case.treatments == (record,)


def test_by_a_doctor_nothing_is_held():
    """A doctor's injection is neither barred nor praised by what is known of the cream."""
    answer = skinproof.ask("my dermatologist wants to inject niacinamide, ok?")
    assert answer.decision.because == "precaution:injected_by_doctor"
    assert answer.to_text().startswith("We hold nothing on it as an injection")


@pytest.mark.parametrize("question", RUBBED_IN)
def test_injections_beside_a_cream_bar_nothing(question):
    """An injection of something else is no injection of the cream."""
    assert not skinproof.ask(question).case.person.has("injected_unmade", "injected_by_doctor")


def test_insulin_needle_is_nobodys_diabetes():
    """The size of a needle is no illness, and insulin that is taken still is."""
    assert not skinproof.ask("can I use an insulin needle to pop milia").case.person.has("diabetes")
    assert skinproof.ask("I'm on insulin and scared of needles, is filler ok").case.person.has("diabetes")
