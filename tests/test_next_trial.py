"""What one more trial would change, the table of verdicts, and the forest plot in characters."""

from __future__ import annotations

import pytest
from fakes import body, member
from hypothesis import given
from hypothesis import strategies as st

from skinproof.errors import InputError
from skinproof.synthesis.certainty import LEVELS
from skinproof.synthesis.forest_text import forest_lines
from skinproof.synthesis.next_trial import next_trial
from skinproof.synthesis.verdict import judge
from skinproof.synthesis.verdict_table import changes, verdict_table
from tests.test_synthesize import LOWER, many, numbers, placed, synthesize

SINGLE_ARM = {"randomised": False, "between": False, "design": "before_after"}
# A body, the level that a trial would lead to, and people needed in two groups and on two sides.
TRIALS = [
    ("people lacking", [member(people=300)], ("high", 100, 25)),
    ("people far lacking", [member(people=60)], ("moderate", 40, 20)),
    ("only a single arm", [member(**SINGLE_ARM, people=50)], ("low", 20, 20)),
    ("high risk outweighed", [member(high_risk=True)], ("high", 1501, 1501)),
    ("unclear risk outweighed", [member(unclear_risk=True)], ("high", 500, 500)),
    ("two concerns at once", [member(unclear_risk=True, people=300)], ("moderate", 100, 25)),
    ("words without numbers", [member(quantified=False)], ("high", 20, 20)),
]


@pytest.mark.parametrize(("members", "expected"), [case[1:] for case in TRIALS], ids=[case[0] for case in TRIALS])
def test_smallest_trial_lifts_a_step(members, expected):
    """The smallest trial makes up for what is lacking; two sides of a face need a quarter of the people."""
    found = next_trial(body(*members))
    assert (found.level, found.parallel, found.sides) == expected


NONE = [
    ("at the top", [member()]),
    ("studies disagree", [member(), member(study_id="other", result="versus_better")]),
    ("nothing clear", [member(result="no_clear_difference", people=50)]),
    ("a published rating", [member(study_id="review", design="systematic_review", randomised=False, grade_published="low")]),
    ("nothing told", [member(result="not_reported")]),
    ("outcome is a stand-in", [member(high_risk=True, people=9000)]),
]


@pytest.mark.parametrize("members", [case[1] for case in NONE], ids=[case[0] for case in NONE])
def test_no_trial_is_named_without_ground(members):
    """Where no trial of the size looked at would lift the level, none is named."""
    assert next_trial(body(*members)) is None


@given(people=st.integers(1, 900), high=st.booleans(), unclear=st.booleans())
def test_smaller_trial_never_lifts_level(people, high, unclear):
    """The trial named lifts the level by the same steps, and one of one person fewer does not."""
    start = member(people=people, high_risk=high, unclear_risk=unclear)
    found = next_trial(body(start))
    if found is None or found.parallel is None:
        return
    more = [judge(body(start, member(study_id="next", people=n, year=2021))).certainty for n in (found.parallel - 1, found.parallel)]
    now = judge(body(start)).certainty
    assert LEVELS.index(more[1]) > LEVELS.index(now)
    assert LEVELS.index(more[0]) == LEVELS.index(now) or found.parallel == 20


def test_table_of_verdicts_tells_changes():
    """The diff of two tables tells what is new, gone and changed, and nothing else."""
    weak, strong, other = judge(body(member(people=60))), judge(body(member())), judge(body(member(), outcome="pores"))
    older, newer = verdict_table([weak]), verdict_table([other, strong])
    name = weak.id
    assert older.splitlines() == ["cell\tdirection\tcertainty\tpeople\tstudies\treviews", f"{name}\thelps\tlow\t60\t1\t0"]
    assert newer == verdict_table([strong, other])
    assert changes(older, newer) == [f"{other.id}: new, helps (high).", f"{name}: helps (low) became helps (high); people 60 and 500."]
    assert changes(newer, older)[0] == f"{other.id}: gone; it was helps (high)."
    assert changes(newer, newer) == changes(verdict_table([weak]), verdict_table([judge(body(member(people=61)))])) == []


@pytest.mark.parametrize("table", ["", "cell\tdirection\n", "cell\tdirection\tcertainty\tpeople\tstudies\treviews\na\tb\n"])
def test_other_tables_are_refused_helpfully(table):
    """What is no table of verdicts is refused with what is missing."""
    with pytest.raises(InputError, match="no table of verdicts"):
        changes(table, verdict_table([]))


def test_forest_plot_shows_each_study():
    """Each study has a line with its interval, the pooled effect comes last, and zero stands in the middle."""
    lines = forest_lines(synthesize(many(2), LOWER))
    assert [line.split()[0] for line in lines[:3]] == ["made-2000-trial", "made-2001-trial", "together"]
    assert lines[0].endswith("0.89 (0.24 to 1.54)")
    assert all(line[17:58].index("|") == 20 for line in lines[:3])
    assert lines[-1].split()[:3] == ["-3.9", "0", "3.9"]
    assert lines[-1].endswith("SMD; right of 0 favours the treatment")


def test_forest_plot_of_one_is_unpooled():
    """One study has a line and no pooled one; without an effect size there is nothing to draw."""
    assert len(forest_lines(synthesize(many(1), LOWER))) == 2
    with pytest.raises(InputError, match="nothing to draw"):
        forest_lines(synthesize([placed(told=None)], LOWER))
    worse = forest_lines(synthesize([placed(told=numbers(MEANS_SWAPPED[0], MEANS_SWAPPED[1]), result="versus_better")], LOWER))[0]
    assert worse[17:58].index("o") < 20


MEANS_SWAPPED = ({"n": 20, "mean": 4.0, "sd": 1.2}, {"n": 20, "mean": 3.0, "sd": 1.0})
