"""How sure a body of evidence makes: the levels, their reasons, and the laws that grading keeps."""

from __future__ import annotations

import msgspec
import pytest
from fakes import body, member
from hypothesis import given
from hypothesis import strategies as st

from skinproof.synthesis.body import Body, Member, people_behind
from skinproof.synthesis.certainty import LEVELS, STEPS, certainty
from skinproof.synthesis.settings import SETTINGS


def several(*changes):
    """Return a body of trials that differ from the best one as told."""
    return body(*(member(study_id=f"made-{place}-trial", **change) for place, change in enumerate(changes)))


def reviewed(grade, **changes):
    """Return a review with a published rating."""
    return member(**{"study_id": "review", "design": "systematic_review", "randomised": False, "grade_published": grade} | changes)


SINGLE_ARM = {"randomised": False, "between": False, "design": "before_after"}
SMALL_MAKER = {"people": 300, "funding": "maker"}
LOW_AND_HIGH = [({"people": 750}, {"people": 250, "high_risk": True}), ({"people": 751}, {"people": 249, "high_risk": True})]

# The body, its level, and the reasons that must be among those given.
BODIES = {
    "one large sound trial": (several({}), "high", {"start.random", "bias.low", "inconsistency.one_study", "indirectness.none", "imprecision.enough", "publication.not_shown", "depth.more"}),
    "read from its abstract": (several({"depth": "abstract"}), "moderate", {"depth.abstracts"}),
    "read from an excerpt": (several({"depth": "excerpt"}), "high", {"depth.more"}),
    "one of two in full": (several({"depth": "abstract"}, {}), "high", {"depth.more"}),
    # imprecision: 400 people are enough, under 100 are very few
    "400 people": (several({"people": 400}), "high", {"imprecision.enough"}),
    "399 people": (several({"people": 399}), "moderate", {"imprecision.few"}),
    "100 people": (several({"people": 100}), "moderate", {"imprecision.few"}),
    "99 people": (several({"people": 99}), "low", {"imprecision.very_few"}),
    "two trials of 200": (several({"people": 200}, {"people": 200}), "high", {"imprecision.enough"}),
    "nobody counted": (several({"people": None}), "low", {"imprecision.unknown"}),
    "25 people on two sides": (several({"people": 25, "effective_people": 100.0, "sides": True}), "moderate", {"imprecision.few"}),
    # risk of bias, by the share of people
    "high risk": (several({"high_risk": True}), "moderate", {"bias.high"}),
    "high risk and open": (several({"high_risk": True, "open_and_subjective": True}), "low", {"bias.high_and_open"}),
    "open at low risk": (several({"open_and_subjective": True}), "high", {"bias.low"}),
    "a quarter at high risk": (several(*LOW_AND_HIGH[0]), "moderate", {"bias.high"}),
    "under a quarter at high risk": (several(*LOW_AND_HIGH[1]), "high", {"bias.low"}),
    "three quarters high and open": (several({"people": 750, "high_risk": True, "open_and_subjective": True}, {"people": 250}), "moderate", {"bias.high"}),
    "over three quarters high and open": (several({"people": 751, "high_risk": True, "open_and_subjective": True}, {"people": 249}), "low", {"bias.high_and_open"}),
    "unclear risk": (several({"unclear_risk": True}), "moderate", {"bias.unclear"}),
    "half at unclear risk": (several({"unclear_risk": True}, {}), "high", {"bias.low"}),
    "over half at unclear risk": (several({"people": 501, "unclear_risk": True}, {}), "moderate", {"bias.unclear"}),
    "unclear beside high": (several({"people": 400, "unclear_risk": True}, {"people": 200, "high_risk": True}, {"people": 400}), "moderate", {"bias.unclear"}),
    "three quarters high, all open": (several({"people": 750, "high_risk": True, "open_and_subjective": True}, {"people": 250, "open_and_subjective": True}), "moderate", {"bias.high"}),
    "all high, three quarters open": (several({"people": 750, "high_risk": True, "open_and_subjective": True}, {"people": 250, "high_risk": True}), "moderate", {"bias.high"}),
    "uncounted study weighs as one person": (several({"people": 1, "high_risk": True}, *[{"people": None}] * 3), "very_low", {"bias.high", "imprecision.share"}),
    "uncounted high study weighs as one person": (several({"people": None, "high_risk": True}, *[{"people": 1}] * 4), "low", {"bias.low", "imprecision.share"}),
    "uncounted unclear study weighs as one person": (several({"people": None, "unclear_risk": True}, {"people": 1}), "low", {"bias.low", "imprecision.share"}),
    "uncounted studies add no people": (several({"people": 399}, {"people": None}), "moderate", {"imprecision.share"}),
    # inconsistency
    "two trials agree": (several({}, {}), "high", {"inconsistency.agree"}),
    "two trials opposed": (several({}, {"result": "versus_better"}), "low", {"inconsistency.opposite"}),
    "two trials unequal": (several({}, {"result": "no_clear_difference"}), "moderate", {"inconsistency.unequal"}),
    # a direction without numbers stops at low
    "words without numbers": (several({"quantified": False}), "low", {"numbers.none"}),
    "numbers in one of two": (several({"quantified": False}, {}), "high", {"numbers.given"}),
    "a review counts as numbers": (several({"quantified": False}, {"design": "systematic_review", "randomised": False, "quantified": False}), "high", {"numbers.given"}),
    # start
    "compared without chance": (several({"randomised": False}), "low", {"start.compared"}),
    "single arm": (several(SINGLE_ARM), "very_low", {"start.single_arm", "bias.counted_in_start"}),
    "single arm at high risk": (several(SINGLE_ARM | {"high_risk": True}), "very_low", {"bias.counted_in_start"}),
    # publication bias
    "two small maker trials": (several(SMALL_MAKER, SMALL_MAKER), "moderate", {"publication.small_and_maker", "imprecision.enough"}),
    "small maker trials, one mixed": (several(SMALL_MAKER, SMALL_MAKER | {"funding": "mixed"}), "moderate", {"publication.small_and_maker"}),
    "one of them independent": (several(SMALL_MAKER, SMALL_MAKER | {"funding": "independent"}), "high", {"publication.not_shown"}),
    "one of them not checked": (several(SMALL_MAKER, SMALL_MAKER | {"funding": "not_checked"}), "high", {"publication.not_shown"}),
    "one of them large": (several(SMALL_MAKER, SMALL_MAKER | {"people": 400}), "high", {"publication.not_shown"}),
    "one maker trial": (several(SMALL_MAKER), "moderate", {"publication.not_shown", "imprecision.few"}),
    # a review's own rating is taken over, the newest first
    "published rating": (body(reviewed("Very low certainty")), "very_low", {"published"}),
    "published rating above ours": (body(reviewed("High", people=30, high_risk=True)), "high", {"published"}),
    "newest published rating": (body(reviewed("Moderate", year=2015), reviewed("low", study_id="newer", year=2024)), "low", {"published"}),
    "larger review of one year": (body(reviewed("low", people=400), reviewed("high", study_id="larger", people=900)), "high", {"published"}),
    "rating of two levels": (body(reviewed("moderate to very low")), "very_low", {"published"}),
    "rating beside a word that holds a level": (body(reviewed("High, 12 weeks follow-up")), "high", {"published"}),
    "rating of a longer word": (body(reviewed("Highly uncertain")), "high", {"start.random"}),
    "rating in other words": (body(reviewed("some evidence")), "high", {"start.random"}),
    "rating of a silent review": (body(reviewed("high", result="not_reported"), member(people=99)), "low", {"imprecision.very_few"}),
    "rating read from abstract": (body(reviewed("high", depth="abstract")), "high", {"published"}),
    # the best tier carries the verdict alone
    "weak beside strong": (several({}, SINGLE_ARM | {"result": "versus_better"}), "high", {"inconsistency.one_study"}),
    "silent beside telling": (several({}, {"result": "not_reported", "high_risk": True}), "high", {"bias.low"}),
    "everything wrong": (several(*[{"people": 20, "high_risk": True, "open_and_subjective": True, "depth": "abstract", "result": r} for r in ("arm_better", "versus_better")]), "very_low", {"bias.high_and_open", "inconsistency.opposite", "imprecision.very_few"}),
}
CELLS = [
    (SINGLE_ARM, "tewl", "hours", "low", "start.physiological"), (SINGLE_ARM, "tewl", "weeks", "very_low", "start.single_arm"),
    (SINGLE_ARM, "wrinkles_rated", "hours", "very_low", "start.single_arm"), ({}, "collagen_biopsy", "months", "moderate", "indirectness.surrogate"),
    ({}, "wrinkles_rated", "months", "high", "indirectness.none"),
]
LIMITATIONS = [
    {"high_risk": True}, {"unclear_risk": True}, {"open_and_subjective": True}, {"depth": "abstract"}, {"funding": "maker"}, {"quantified": False},
    {"high_risk": True, "open_and_subjective": True},
]


@st.composite
def members(draw):
    """Draw a member of any kind whose people are known."""
    randomised, is_review = draw(st.booleans()), draw(st.booleans())
    return {
        "result": draw(st.sampled_from(["arm_better", "versus_better", "no_clear_difference", "equivalence_shown", "not_reported", "conflicting"])),
        "people": draw(st.integers(1, 700)), "randomised": randomised and not is_review, "between": randomised or draw(st.booleans()),
        "design": "systematic_review" if is_review else "rct" if randomised else "nonrandomised_controlled", "high_risk": draw(st.booleans()),
        "unclear_risk": draw(st.booleans()), "open_and_subjective": draw(st.booleans()), "depth": draw(st.sampled_from(["abstract", "excerpt", "full_text"])),
        "funding": draw(st.sampled_from(["independent", "maker", "mixed", "not_stated", "not_checked"])), "quantified": draw(st.booleans()),
        "grade_published": draw(st.sampled_from([None, None, "Low", "high"])) if is_review else None,
    }


BODY = st.lists(members(), min_size=1, max_size=5).map(lambda drawn: several(*drawn))


def level(whole: Body) -> int:
    """Return the certainty of a body as a number, none below very low."""
    return ("none", *LEVELS).index(certainty(whole)[0])


def reasons(whole: Body) -> set[str]:
    """Return the reasons given for the certainty of a body."""
    return {step.reason.message.removeprefix("grade.") for step in certainty(whole)[1]}


def with_member(whole: Body, place: int, **changes) -> Body:
    """Return a body in which one member is changed."""
    them = list(whole.members)
    them[place] = msgspec.structs.replace(them[place], **changes)
    return msgspec.structs.replace(whole, members=tuple(them))


def larger(one: Member, times: int) -> Member:
    """Return a member with many times its people."""
    return msgspec.structs.replace(one, people=one.people * times, effective_people=one.effective_people * times)


@pytest.mark.parametrize("case", BODIES)
def test_body_has_level_and_reasons(case):
    """Each limitation costs what the rules say, and is given as a reason."""
    whole, expected, given_reasons = BODIES[case]
    assert certainty(whole)[0] == expected
    assert given_reasons <= reasons(whole)


@pytest.mark.parametrize(("changes", "outcome", "window", "expected", "reason"), CELLS)
def test_cell_decides_start_and_indirectness(changes, outcome, window, expected, reason):
    """Readings within hours start higher than other single arms, and stand-in outcomes cost a level."""
    whole = body(member(**changes), outcome=outcome, window=window)
    assert certainty(whole)[0] == expected
    assert reason in reasons(whole)


@pytest.mark.parametrize("whole", [body(), body(member(result="not_reported"))])
def test_body_that_tells_nothing_has_none(whole):
    """Where no study reports a direction there is no certainty to speak of, and no step."""
    assert certainty(whole) == ("none", ())


@pytest.mark.parametrize(("changes", "message", "arguments"), [
    ({"people": 99}, "imprecision.very_few", {"people": 99, "effective": 99, "needed": 400}),
    ({"people": 25, "effective_people": 100.0}, "imprecision.few", {"people": 25, "effective": 100, "needed": 400}),
    ({"high_risk": True}, "bias.high", {"percent": 100}), ({"unclear_risk": True}, "bias.unclear", {"percent": 100}), ({}, "start.random", {"studies": 1}),
])
def test_reason_holds_its_numbers(changes, message, arguments):
    """A reason carries the numbers that it rests on."""
    [reason] = [step.reason for step in certainty(several(changes))[1] if step.reason.message == f"grade.{message}"]
    assert reason.arguments == arguments


def test_inconsistency_counts_who_agrees():
    """The reason of unequal results tells how many of how many studies agree."""
    whole = several({}, {}, {"result": "no_clear_difference"}, {"result": "conflicting"})
    [reason] = [s.reason for s in certainty(whole)[1] if s.name == "inconsistency"]
    assert reason.arguments == {"agree": 2, "studies": 4}


@given(BODY)
def test_steps_always_come_in_order(whole):
    """A graded body shows every step once, in the published order, and none of them raises but the start."""
    steps = certainty(whole)[1]
    names = [step.name for step in steps if step.name != "published_grade"]
    assert names in ([], [step.__name__ for step in STEPS])
    assert all(step.change <= 0 for step in steps if step.name != "start")


@given(BODY, st.integers(0, 4), st.sampled_from(LIMITATIONS))
def test_limitation_never_raises_certainty(whole, place, limitation):
    """Making any one study worse in any one way never makes the body surer."""
    worse = with_member(whole, place % len(whole.members), **limitation)
    assert level(worse) <= level(whole)


@given(BODY, st.integers(2, 50))
def test_fewer_people_never_raise_certainty(whole, times):
    """The same studies with fewer people are never surer."""
    big = msgspec.structs.replace(whole, members=tuple(larger(m, times) for m in whole.members))
    assert level(whole) <= level(big)


@given(BODY)
def test_abstracts_alone_stop_at_moderate(whole):
    """Where only abstracts were read, no body without a published rating is highly certain."""
    bare = [msgspec.structs.replace(m, depth="abstract", grade_published=None) for m in whole.members]
    assert level(msgspec.structs.replace(whole, members=tuple(bare))) <= SETTINGS.abstract_ceiling


@given(BODY)
def test_words_alone_stop_at_low(whole):
    """Where no study gives numbers and no review speaks, certainty is at most low."""
    bare = [msgspec.structs.replace(m, quantified=False, design="rct", grade_published=None) for m in whole.members]
    assert level(msgspec.structs.replace(whole, members=tuple(bare))) <= SETTINGS.wordless_ceiling


@given(BODY)
def test_single_arms_stay_very_low(whole):
    """No number of single-arm studies makes more than very low certainty outside of hours."""
    arms = [msgspec.structs.replace(m, randomised=False, between=False, grade_published=None) for m in whole.members]
    assert level(msgspec.structs.replace(whole, members=tuple(arms))) <= 1


@given(BODY, members())
def test_silent_study_changes_no_certainty(whole, extra):
    """A study that reports no direction leaves the certainty as it was."""
    silent = member(**extra | {"study_id": "silent", "result": "not_reported"})
    assert certainty(msgspec.structs.replace(whole, members=(*whole.members, silent))) == certainty(whole)


# Studies as (people, year), reviews likewise, and the people of all together.
COUNTED = [
    ([(300, 2010), (200, 2012)], [], 500),
    ([(300, 2010), (200, 2012)], [(474, 2014)], 500),
    ([(300, 2010), (100, 2012)], [(474, 2014)], 474),
    ([(30, 2014)], [(474, 2014)], 474),
    ([(30, 2015)], [(474, 2014)], 504),
    ([(30, 2015), (20, 2016)], [(100, 2014), (120, 2015)], 150),
    ([(50, 2012)], [(None, 2014)], 50),
    ([(50, 2016), (60, 2010)], [(None, 2014)], 110),
    ([], [(400, 2014), (300, 2016)], 400),
    ([(None, 2010)], [], 0),
]


@pytest.mark.parametrize(("studies", "reviews", "expected"), COUNTED)
def test_nobody_is_counted_twice(studies, reviews, expected):
    """A review may hold every study that is not newer than it, and other reviews."""
    members = [member(study_id=f"study-{i}", people=n, year=year) for i, (n, year) in enumerate(studies)]
    members += [reviewed(None, study_id=f"review-{i}", people=n, year=year) for i, (n, year) in enumerate(reviews)]
    assert people_behind(members) == people_behind(members[::-1]) == expected


def test_overlap_with_review_is_no_precision():
    """A study that a review may hold does not lift the body over the information size; a newer one does."""
    whole = reviewed(None, people=387, year=2018)
    told = {year: next(s.reason.message for s in certainty(body(whole, member(people=26, year=year)))[1] if s.name == "imprecision") for year in (2014, 2019)}
    assert told == {2014: "grade.imprecision.few", 2019: "grade.imprecision.enough"}


def test_sides_are_worth_more_people():
    """What people are worth is counted apart from their number."""
    assert people_behind([member(people=50, effective_people=200.0)], "effective_people") == 200.0
    assert people_behind([member(people=50, effective_people=200.0)]) == 50


def test_review_of_unknown_size_is_small():
    """A review whose people were not seen loses one level for imprecision, a study two."""
    told = [next(s for s in certainty(body(m))[1] if s.name == "imprecision") for m in (reviewed(None, people=None), member(people=None))]
    assert [(s.change, s.reason.message) for s in told] == [(-1, "grade.imprecision.unknown_review"), (-2, "grade.imprecision.unknown")]
