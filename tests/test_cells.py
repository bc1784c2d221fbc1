"""Which question a finding answers: only what differs between its arms, and when it was measured."""

from __future__ import annotations

import msgspec
import pytest
from fakes import COMBINATIONS, arm, finding, study
from hypothesis import assume, given
from hypothesis import strategies as st

from skinproof.evidence.study import Population
from skinproof.synthesis.cell import Cell, is_control, name_of, place, window_of
from skinproof.synthesis.settings import SETTINGS
from skinproof.types import INERT, NO_TREATMENT

SWAPPED = {"arm_better": "versus_better", "versus_better": "arm_better"}
COMPONENTS = ["microneedling", "botulinum_toxin", "prp", "tretinoin", "moisturiser", "vehicle", "sham", "no_treatment"]
ARM = st.sets(st.sampled_from(COMPONENTS), min_size=1, max_size=4).map(lambda parts: "+".join(sorted(parts)))

# Arm, comparator, and the cells as (treatment, comparator class, contrast, seen from the comparator's side, beside).
ALONE = {
    "against nothing": ("tretinoin", "no_treatment", "tretinoin", "none"),
    "against vehicle": ("tretinoin", "vehicle", "tretinoin", "vehicle_or_sham"),
    "against placebo": ("tretinoin", "placebo", "tretinoin", "vehicle_or_sham"),
    "against sham": ("ipl", "sham", "ipl", "vehicle_or_sham"),
    "against saline": ("prp", "saline", "prp", "vehicle_or_sham"),
    "inert part of treated arm": ("prp+saline", "no_treatment", "prp", "none"),
    "two parts that no name holds": ("prp+microneedling", "no_treatment", "microneedling+prp", "none"),
    "known combination": ("microneedling+botulinum_toxin", "no_treatment", "needled_toxin", "none"),
    "known combination against sham": ("hyaluronic_acid+needle_stamp", "sham", "stamped_ha", "vehicle_or_sham"),
    "in a moisturiser against its vehicle": ("tretinoin+moisturiser", "vehicle", "tretinoin", "vehicle_or_sham"),
    "in a moisturiser against the base": ("tretinoin+moisturiser", "moisturiser+vehicle", "tretinoin", "vehicle_or_sham"),
    "in a moisturiser against the moisturiser": ("urea+moisturiser", "moisturiser", "urea", "vehicle_or_sham"),
    "moisturiser itself": ("moisturiser", "no_treatment", "moisturiser", "none"),
}
ADD_ON = {
    "one more thing": ("microneedling+prp", "microneedling", "prp", {"microneedling"}),
    "one more thing and an inert one": ("microneedling+prp", "microneedling+saline", "prp", {"microneedling"}),
    "two more things": ("microneedling+prp+vitamin_c", "microneedling", "prp+vitamin_c", {"microneedling"}),
    "known combination without a part": ("microneedling+botulinum_toxin", "microneedling", "needled_toxin", {"microneedling"}),
    "known combination without the needles": ("needle_stamp+hyaluronic_acid", "hyaluronic_acid", "stamped_ha", {"hyaluronic_acid"}),
    "combination beside a third thing": ("microneedling+botulinum_toxin+prp", "microneedling+prp", "botulinum_toxin", {"microneedling", "prp"}),
    "moisturiser on top": ("tretinoin+moisturiser", "tretinoin", "moisturiser", {"tretinoin"}),
    "in a moisturiser beside sunscreen": ("tretinoin+moisturiser+sunscreen", "moisturiser+sunscreen", "tretinoin", {"moisturiser", "sunscreen"}),
}
HEAD_TO_HEAD = {
    "two treatments": ("tretinoin", "retinol", "tretinoin", "retinol", set()),
    "over a common base": ("microneedling+prp", "microneedling+vitamin_c", "prp", "vitamin_c", {"microneedling"}),
    "combination against another": ("microneedling+botulinum_toxin", "botulinum_lines", "needled_toxin", "botulinum_lines", set()),
    "both in a moisturiser": ("tretinoin+moisturiser", "retinol+moisturiser", "tretinoin", "retinol", {"moisturiser"}),
    "one in a moisturiser": ("tretinoin+moisturiser", "retinol", "tretinoin", "retinol", set()),
    "against a moisturiser": ("tretinoin", "moisturiser", "tretinoin", "moisturiser", set()),
}
NOTHING = {
    "another dose": ("tretinoin", "tretinoin"), "another dose of two": ("prp+microneedling", "microneedling+prp"), "two inert arms": ("vehicle", "saline"),
    "nothing against sham": ("no_treatment", "sham"), "the same with saline": ("prp+saline", "prp"),
}
WINDOWS = [
    # settings: up to a day, up to two months, up to nine months, longer
    ({"timepoint_weeks": 0.0}, "hours"), ({"timepoint_weeks": 0.15}, "hours"), ({"timepoint_weeks": 0.16}, "weeks"), ({"timepoint_weeks": 8.5}, "weeks"),
    ({"timepoint_weeks": 8.6}, "months"), ({"timepoint_weeks": 39.0}, "months"), ({"timepoint_weeks": 39.5}, "year"), ({"timepoint_weeks": 104.0}, "year"),
    # a number outweighs the words
    ({"timepoint_weeks": 5.0, "timepoint": "1 year after stopping"}, "weeks"),
    # the source's own words
    ({"timepoint": "30 minutes"}, "hours"), ({"timepoint": "24 hours after five daily applications"}, "hours"), ({"timepoint": "48 hours"}, "weeks"),
    ({"timepoint": "1 day"}, "hours"), ({"timepoint": "days 3 and 6"}, "weeks"), ({"timepoint": "4 weeks after the last session"}, "weeks"),
    ({"timepoint": "60 days"}, "months"), ({"timepoint": "2 months"}, "months"), ({"timepoint": "1 month"}, "weeks"), ({"timepoint": "month 4"}, "months"),
    ({"timepoint": "at once"}, "hours"), ({"timepoint": "Immediately after"}, "hours"), ({"timepoint": "immediately and 4 weeks after"}, "weeks"),
    ({"timepoint": "2 years"}, "year"), ({"timepoint": "12-week treatment"}, "months"), ({"timepoint": "6 h"}, "hours"),
    # the latest of several
    ({"timepoint": "4, 8 and 12 weeks"}, "months"), ({"timepoint": "weeks 2, 4 and 8"}, "weeks"), ({"timepoint": "1 to 24 months"}, "year"),
    ({"timepoint": "biopsies from 4 hours to 14 days"}, "weeks"), ({"timepoint": "10-week treatment, follow-up at week 13"}, "months"),
    # nine months by either telling, and times in words
    ({"timepoint": "9 months"}, "months"), ({"timepoint": "month 9"}, "months"), ({"timepoint": "one week after the last session"}, "weeks"),
    ({"timepoint": "fifth month"}, "months"), ({"timepoint": "ten years after the trial"}, "year"),
    # the time between two sessions is no follow-up
    ({"timepoint": "after 3 treatments 4 weeks apart"}, "not_stated"), ({"timepoint": "after five peels two weeks apart"}, "not_stated"),
    ({"timepoint": "4 weeks after 3 treatments 12 weeks apart"}, "weeks"), ({"timepoint": "every 2 weeks, seen at week 12"}, "months"), ({"timepoint": "after four weekly applications"}, "not_stated"),
    # no time at all
    ({"timepoint": "after 30 sessions"}, "not_stated"), ({"timepoint": "follow-up"}, "not_stated"), ({"timepoint": ""}, "not_stated"), ({}, "not_stated"),
]

# The source's own words, and the weeks that they mean.
TOLD = {
    "30 minutes": 30 / 60 / 24 / 7, "5 hours": 5 / 24 / 7, "6 h": 6 / 24 / 7, "3 days": 3 / 7, "day 10": 10 / 7, "2 weeks": 2, "week 13": 13, "7-week": 7,
    "1.5 weeks": 1.5, "3 months": 3 * 365.25 / 12 / 7, "2 years": 2 * 365.25 / 7, "weeks 2, 4 and 8": 8, "4 to 6 weeks": 6, "4/8/16 weeks": 16, "1 or 2 weeks": 2,
}


def cells(treated, control, **changes):
    """Return where a comparison of two arms is placed."""
    return place(study(treated=treated, control=control), finding(**changes), COMBINATIONS, SETTINGS)


def told(placed):
    """Return the placed findings as plain values that can be compared."""
    return sorted((p.cell, p.contrast, p.result, tuple(sorted(p.beside))) for p in placed)


@pytest.mark.parametrize("case", ALONE)
def test_treatment_alone_informs_one_cell(case):
    """Against nothing or an inert control, a finding informs the treatment alone, from its own side."""
    treated, control, treatment, comparator = ALONE[case]
    [placed] = cells(treated, control)
    assert placed.cell == Cell(treatment, "wrinkles_rated", comparator, "months")
    assert (placed.contrast, placed.flipped, placed.beside, placed.result) == ("alone", False, frozenset(), "arm_better")


@pytest.mark.parametrize("case", ADD_ON)
def test_addition_informs_only_itself(case):
    """What both arms received is beside the finding; only what one arm had more is informed."""
    treated, control, treatment, beside = ADD_ON[case]
    [placed] = cells(treated, control)
    assert placed.cell == Cell(treatment, "wrinkles_rated", "same_without_ingredient", "months")
    assert (placed.contrast, placed.flipped, placed.beside) == ("add_on", False, beside)


@pytest.mark.parametrize("case", HEAD_TO_HEAD)
def test_comparison_informs_both_sides(case):
    """A head-to-head comparison informs two cells, the second from the other side."""
    treated, control, left, right, beside = HEAD_TO_HEAD[case]
    first, second = cells(treated, control)
    assert (first.cell, first.flipped, first.result) == (Cell(left, "wrinkles_rated", f"active:{right}", "months"), False, "arm_better")
    assert (second.cell, second.flipped, second.result) == (Cell(right, "wrinkles_rated", f"active:{left}", "months"), True, "versus_better")
    assert {first.contrast, second.contrast} == {"head_to_head"}
    assert first.beside == second.beside == beside


@pytest.mark.parametrize("case", NOTHING)
def test_same_components_inform_nothing(case):
    """Arms that differ in dose, order or inert parts only inform no cell."""
    assert cells(*NOTHING[case]) == []


@pytest.mark.parametrize(("treated", "treatment"), [
    ("tretinoin", "tretinoin"), ("tretinoin+moisturiser", "tretinoin"), ("moisturiser", "moisturiser"), ("microneedling+botulinum_toxin", "needled_toxin"),
    ("prp+microneedling", "microneedling+prp"), ("prp+vehicle", "prp"),
])
def test_before_and_after_informs_baseline(treated, treatment):
    """A change within one arm is held against its own start, whatever the control arm had."""
    [placed] = cells(treated, "vehicle", analysis="within", versus="baseline")
    assert (placed.cell.treatment, placed.cell.comparator, placed.contrast, placed.flipped) == (treatment, "baseline", "alone", False)


@pytest.mark.parametrize("inert", sorted(INERT | NO_TREATMENT))
def test_change_of_inert_arm_informs_nothing(inert):
    """How a control arm changed by itself says nothing about a treatment."""
    assert cells(inert, "tretinoin", analysis="within", versus="baseline") == []
    assert is_control(inert)


def test_treatment_is_no_control():
    """Only the known inert arms are controls."""
    assert not is_control("tretinoin")


@pytest.mark.parametrize(("changes", "window"), WINDOWS)
def test_window_comes_from_time_told(changes, window):
    """The window is that of the stated weeks, else of the latest time in the source's words."""
    assert window_of(finding(**{"timepoint_weeks": None} | changes), SETTINGS) == window


@pytest.mark.parametrize("text", TOLD)
def test_told_time_is_exact(text):
    """The source's words mean exactly that time: a window that ends a little earlier does not hold it."""
    told_in_words = finding(timepoint_weeks=None, timepoint=text)
    ending = [msgspec.structs.replace(SETTINGS, hours_window_weeks=TOLD[text] * share) for share in (1.001, 0.999)]
    assert [window_of(told_in_words, settings) == "hours" for settings in ending] == [True, False]


@pytest.mark.parametrize(("n", "analysed", "enrolled", "people"), [(30, 38, 40, 30), (None, 38, 40, 38), (None, None, 40, 40), (None, None, None, None), (0, 38, 40, 0)])
def test_people_are_those_behind_finding(n, analysed, enrolled, people):
    """Only the finding's own number is told of it; in grading the analysed people stand in, and for those the enrolled ones."""
    group = Population(description="adults", n_analysed=analysed, n_enrolled=enrolled)
    [placed] = place(study(population=group), finding(n=n), COMBINATIONS, SETTINGS)
    assert (placed.people, placed.share) == (n, people)


@pytest.mark.parametrize(("pairing", "arm_n", "people"), [("parallel", 20, 20), ("parallel", None, 20), ("within_person", 20, 40), ("none", 20, 40)])
def test_change_of_arm_counts_that_arm(pairing, arm_n, people):
    """Of parallel arms, a change within one is worth the people of that one, or an even share, and never the whole trial."""
    arms = (msgspec.structs.replace(arm("treated", "tretinoin"), n=arm_n), arm("control", "vehicle"))
    trial = study(arms=arms, pairing=pairing, population=Population(description="adults", n_enrolled=40))
    [placed] = place(trial, finding(analysis="within", versus="baseline"), {}, SETTINGS)
    assert (placed.people, placed.share) == (None, people)


@pytest.mark.parametrize(("pairing", "sizes", "share"), [
    ("parallel", (None, None, None), 40), ("parallel", (25, None, None), 40), ("parallel", (25, 15, 20), 40), ("factorial", (None, None, None), 60), ("within_person", (None, None, None), 60),
])
def test_comparison_of_two_of_three_arms_counts_those(pairing, sizes, share):
    """Of three parallel arms, a comparison of two is worth the people of those; where only the whole is told, their even share."""
    arms = tuple(msgspec.structs.replace(one, n=n) for one, n in zip((arm("treated", "tretinoin"), arm("control", "vehicle"), arm("other", "retinol")), sizes, strict=True))
    trial = study(arms=arms, pairing=pairing, population=Population(description="adults", n_enrolled=60))
    placed = place(trial, finding(), {}, SETTINGS)[0]
    assert (placed.people, placed.share) == (None, share)


@pytest.mark.parametrize(("slugs", "people"), [((("a", "treated", "control"),), 40), ((("a", "treated", "control"), ("b", "other", "control")), None)])
def test_review_of_several_comparisons_is_worth_no_number(slugs, people):
    """The people of a whole review are taken for its only comparison, and for none of several."""
    arms = (arm("treated", "tretinoin"), arm("other", "retinol"), arm("control", "vehicle"))
    findings = tuple(finding(slug=slug, arm=one, versus=two) for slug, one, two in slugs)
    review = study(arms=arms, findings=findings, design="systematic_review", allocation="not_applicable", pairing="none", population=Population(description="adults", n_enrolled=40))
    [placed] = place(review, findings[0], {}, SETTINGS)
    assert (placed.people, placed.share) == (None, people)


def test_review_of_several_outcomes_tells_no_number_for_one():
    """Not every trial of a review measured each of its outcomes."""
    findings = (finding(slug="a"), finding(slug="b", outcome="irritation"))
    review = study(findings=findings, design="systematic_review", allocation="not_applicable", pairing="none", population=Population(description="adults", n_enrolled=40))
    assert [placed.share for one in findings for placed in place(review, one, {}, SETTINGS)[:1]] == [None, None]


@pytest.mark.parametrize(("result", "seen"), [
    ("arm_better", "versus_better"), ("versus_better", "arm_better"), ("no_clear_difference", "no_clear_difference"),
    ("equivalence_shown", "equivalence_shown"), ("not_reported", "not_reported"),
])
def test_other_side_sees_result_flipped(result, seen):
    """From the comparator's side better is worse, and every other result stays what it is."""
    _, flipped = cells("tretinoin", "retinol", result=result)
    assert flipped.result == seen


def test_cell_id_can_be_typed():
    """The name of a cell holds its four parts, without a colon."""
    assert Cell("tretinoin", "wrinkles_rated", "active:retinol", "months").id == "tretinoin.wrinkles_rated.active-retinol.months"


def test_name_joins_parts_in_order():
    """Parts without a known name are joined in the order of the alphabet."""
    assert name_of(frozenset({"prp", "ipl"}), COMBINATIONS) == "ipl+prp"
    assert name_of(frozenset({"botulinum_toxin", "microneedling"}), COMBINATIONS) == "needled_toxin"


@given(ARM, ARM, st.sampled_from(["arm_better", "versus_better", "no_clear_difference", "equivalence_shown", "not_reported"]))
def test_swapped_arms_inform_the_same(treated, control, result):
    """It does not matter which arm a finding names first, as long as its result is told from there."""
    trial = study(arms=(arm("treated", treated), arm("control", control)))
    straight = place(trial, finding(result=result), COMBINATIONS, SETTINGS)
    swapped = place(trial, finding(arm="control", versus="treated", result=SWAPPED.get(result, result)), COMBINATIONS, SETTINGS)
    assert told(straight) == told(swapped)


@given(ARM, ARM)
def test_only_differences_are_ever_informed(treated, control):
    """Without known combinations, no part of an informed treatment was given in both arms, and none is inert."""
    placed = place(study(treated=treated, control=control), finding(), {}, SETTINGS)
    assume(placed)
    both = {*treated.split("+")} & {*control.split("+")}
    informed = {part for p in placed for part in p.cell.treatment.split("+")}
    assert not informed & (both | INERT | NO_TREATMENT)
    assert len(placed) <= 2


@given(ARM, ARM, st.sampled_from(sorted(INERT)))
def test_inert_part_names_no_treatment(treated, control, inert):
    """Adding an inert part to the first arm changes no cell at all."""
    assume(not {*treated.split("+")} & (INERT | NO_TREATMENT))
    assume(not {*treated.split("+")} <= {*control.split("+")})
    before = cells(treated, control)
    assert told(cells(f"{treated}+{inert}", control)) == told(before)
