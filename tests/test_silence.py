"""Where our rules are silent: an illness that was named is not cleared, and a harm that is asked after is not denied."""

from __future__ import annotations

import pytest

import skinproof

NOT_CLEARED = [
    "is permanent eyeliner safe with dry eye", "is botox safe if I have blepharitis", "is microblading safe with trichotillomania", "is filler safe with dermographism",
    "is HIFU safe with TMJ", "can i use a LED mask with keratoconus", "maquillage permanent des yeux avec des yeux secs, sans danger ?", "¿es seguro el botox con blefaritis?",
]
HARMS = {
    "can you be allergic to sunscreen": "allergy",
    "can people be allergic to hyaluronic acid filler": "harm",
    "can retinol cause a rash": "red",
    "can azelaic acid cause hives": "harm",
}


@pytest.mark.parametrize("question", NOT_CLEARED)
def test_named_illness_without_a_rule_is_not_cleared(question):
    """An illness that no rule speaks of is to be asked about; silence is no leave."""
    told = skinproof.ask(question).to_dict()["bottom_line"]
    assert told["because"] != "kind:nothing_against"
    assert told["direction"] in {"mixed", "unsafe", "not_enough_evidence"}


@pytest.mark.parametrize("question", ["is tretinoin ok for beginners", "is botox safe for singers", "i have dry eyes, is a plain moisturizer ok for my legs"])
def test_other_words_are_no_illness(question):
    """People and plain care are not taken for an illness."""
    assert skinproof.ask(question).to_dict()["bottom_line"]["because"] != "kind:illness_not_known"


@pytest.mark.parametrize("question", HARMS)
def test_harm_asked_after_is_told_or_said_to_be_unlisted(question):
    """Whether something can cause a harm is answered by what is known of its harms."""
    first = skinproof.ask(question).to_text().splitlines()[0].casefold()
    assert HARMS[question] in first
    assert "reason against" not in first


def test_usual_start_of_a_retinoid_is_no_reason_to_stop():
    """Worse spots, flaking and redness in the first weeks of a retinoid are told as usual, and a burn is not."""
    for question in ("my skin got worse after starting tret 3 weeks ago, keep going?", "retinol makes me peel and red, keep using it?"):
        assert skinproof.ask(question).to_dict()["bottom_line"]["because"].startswith("aftermath:")
    assert skinproof.ask("my glycolic peel burned me and it blistered, keep going?").to_dict()["urgent"]["level"] in {"same_day", "emergency"}
