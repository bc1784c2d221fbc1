"""An emergency in the fewest words is heard, whatever stands around it."""

from __future__ import annotations

from itertools import product

import pytest

from skinproof import ask

BARE = (
    (("cant breathe", "hard to breathe", "wheezing", "throat closing", "tongue swollen"), ("lip filler", "a peel")),
    (("cant swallow", "slurred speech", "weak all over"), ("botox", "neck botox")),
    (("cant see", "went blind", "vision blurry", "double vision", "lost sight in one eye"), ("nose filler", "forehead filler")),
    (("skin turned white", "lip went white", "skin turning black", "nose tip is black", "severe pain and white patch"), ("lip filler", "nose filler")),
    (("fever and pus", "red streaks spreading", "smells and oozing", "skin is rotting"), ("filler", "microneedling")),
    (("hives all over", "face swelled up like a balloon", "lips swelling fast", "lips huge and getting bigger and bigger"), ("filler", "lidocaine cream")),
    (("worst headache of my life", "face drooping on one side", "cant move half my face", "seizure", "numb arm and confused"), ("filler",)),
    (("blisters", "second degree burn", "skin peeled off raw"), ("ipl", "a tca peel")),
)  # fmt: skip
FRAMES = ("{sign} after {plan}", "{plan} and {sign}", "{plan} yesterday, {sign}", "help {sign} {plan}", "{sign} since {plan}", "had {plan} today now {sign}", "{plan}. {sign}. what do i do", "is it normal {sign} after {plan}?", "{plan} 2 hours ago {sign}")
CASES = [frame.format(sign=sign, plan=plan) for signs, plans in BARE for sign, plan, frame in product(signs, plans, FRAMES)]


@pytest.mark.parametrize("question", CASES)
def test_bare_words_of_an_emergency_are_heard(question: str) -> None:
    """No frame around the sign loses it, and none makes it a matter of days."""
    assert ask(question).gathered.flags[0].level in {"emergency", "same_day"}


CALM = (
    "i can't see any difference after filler", "cant see results after botox", "cannot see where the filler went", "cant see the point of botox", "no veo diferencia con el botox", "je ne vois pas de différence après le botox",
    "i have seizures (epilepsy) but controlled, is ipl ok", "aluminium chloride burned me & my iontophoresis machine is in the cupboard, botox for palms?", "nickel allergy (belt buckles = blisters). are dermapen needles ok",
    "does ipl cause blisters on the face?", "blackheads on my nose, tip is black dots, will a facial help", "dead skin on my cheeks, which peel?", "numb arm after numbing cream on it before laser hair removal",
)  # fmt: skip


@pytest.mark.parametrize("question", CALM)
def test_the_same_words_about_something_else_stay_calm(question: str) -> None:
    """A result not seen, an illness under control and a risk asked about are no emergency."""
    assert not [flag for flag in ask(question).gathered.flags if flag.level in {"emergency", "same_day"}]
