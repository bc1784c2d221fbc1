"""How firmly an effect stands: laws, and cases reckoned by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skinproof.synthesis.robustness import call, robustness
from skinproof.synthesis.settings import SETTINGS
from skinproof.synthesis.study_effect import StudyEffect


def row(name, estimate, variance=0.01):
    """Return the effect of one made-up study."""
    return StudyEffect(study_id=name, finding="f", scale="SMD", estimate=estimate, variance=variance, people=50, correlation=None, made_from="means")


def firm(rows, makers=(), scale="SMD"):
    """Return the robustness of some effects."""
    return robustness({None: rows}, scale, set(makers), SETTINGS)


def test_one_study_by_hand():
    """SMD 0.30 with a standard error of 0.10: its lower limit is 0.104, so a bias of 0.13 takes the call away."""
    found = firm([row("a", 0.30)])
    assert found.call == "better"
    assert found.erases_interval == pytest.approx(0.30 - 1.959964 * 0.1)
    assert found.erases_estimate == pytest.approx(0.30)
    assert (found.ways, found.stability, found.usual_call) == (4, 0.75, "no clear difference")


def test_maker_weight_is_a_share_of_the_weight():
    """A maker's trial with a quarter of the variance has four fifths of the weight."""
    assert firm([row("a", 0.5, 0.01), row("b", 0.5, 0.04)], makers=["a"]).maker_weight == pytest.approx(0.8)


def test_log_odds_are_told_in_standard_deviations():
    """A log odds ratio is pi over the root of three standard deviations."""
    found = firm([row("a", math.pi / math.sqrt(3))], scale="log OR")
    assert found.erases_estimate == pytest.approx(1.0)
    assert not firm([row("a", 1.0)], scale="log RR").in_sd


@given(st.lists(st.tuples(st.floats(-2, 2), st.floats(0.001, 1)), min_size=1, max_size=4))
def test_laws(drawn):
    """Shares lie in their ranges, a mirror image mirrors the call, and the order of studies does not matter."""
    rows = [row(str(n), e, v) for n, (e, v) in enumerate(drawn)]
    found, mirrored = firm(rows, makers=["0"]), firm([row(str(n), -e, v) for n, (e, v) in enumerate(drawn)], makers=["0"])
    swap = {"better": "worse", "worse": "better", "no clear difference": "no clear difference"}
    assert 0 <= found.maker_weight <= 1
    assert 1 / 3 - 1e-9 <= found.stability <= 1
    assert mirrored.call == swap[found.call]
    assert firm(rows[::-1], makers=["0"]).stability == pytest.approx(found.stability)


def test_calls():
    """An interval that touches no effect is no call."""
    assert [call(0.1, 0.2), call(-0.2, -0.1), call(0.0, 0.2)] == ["better", "worse", "no clear difference"]
