"""A false fear is denied on the first line."""

import pytest

import skinproof

FEARS = [("does dermaplaning make hair grow back thicker?", "shaving_thickens"), ("does waxing make hair grow back thicker", "waxing_thickens"), ("at 72 am i too old for retinol", "too_late_for_retinoid")]


@pytest.mark.parametrize(("question", "belief"), FEARS)
def test_false_fear_is_denied_first(question, belief):
    """The headline speaks of the fear, not of the treatment."""
    answer = skinproof.ask(question)
    (premise,) = [p for p in answer.gathered.premises if p.id == belief]
    assert " ".join(answer.to_text().split()).startswith(" ".join(premise.short.split()))
    assert answer.decision.direction == "helps"


def test_mole_that_grows_is_urgent_within_days():
    """A growing mole is a red flag in any wording, with days as its deadline."""
    text = skinproof.ask("I noticed a mole on my shoulder that grows fast and bleeds, can a laser remove it?").to_text()
    assert text.startswith("Within days.")


def test_mole_that_changed_slowly_is_seen_within_weeks():
    """Without haste the wider rule speaks, alone."""
    text = skinproof.ask("mole on my back changed shape over the last year").to_text()
    assert text.startswith("Soon, within two weeks")
    assert "Within days" not in text


@pytest.mark.parametrize("question", [
    "peeling and sore after tretinoin, ok to get a wax tomorrow?", "had laser 5 days ago still scabby, is it ok to do another session this week",
    "my face is red and flaky since the peel on monday, can i do microneedling on friday",
])
def test_sore_skin_and_a_new_plan_are_put_off(question):
    """What a treatment left is no ban only as long as nothing new is planned."""
    assert skinproof.ask(question).to_dict()["bottom_line"]["direction"] == "unsafe"


@pytest.mark.parametrize("question", ["had a peel this morning and skin is tight and warm", "tiny scabs like coffee grounds after ipl on freckles, is that ok"])
def test_usual_course_is_told_as_such(question):
    """What is usual afterwards is no alarm and no ban."""
    assert skinproof.ask(question).to_dict()["bottom_line"]["direction"] in {"helps", "mixed"}
