"""Findings of one cell become effect sizes, are pooled as Cochrane advises, and are told in words."""

from __future__ import annotations

import dataclasses
import math
from typing import Any

import msgspec
import pytest

from skinproof.catalogue.outcome import Mid, Outcome
from skinproof.errors import InputError
from skinproof.evidence.study import Effect, Group, Numbers
from skinproof.synthesis.cell import Placed, place
from skinproof.synthesis.effects.measures import effect_sizes
from skinproof.synthesis.settings import SETTINGS
from skinproof.synthesis.study_effect import LeftOut, StudyEffect, study_effect
from skinproof.synthesis.synthesize import Synthesis, synthesize
from tests.fakes import COMBINATIONS, finding, review, study
from tests.metafor import close

LOWER = Outcome(id="wrinkles_rated", label="wrinkles", better="lower", mid=Mid(value=0.5, unit="SD", basis="assumed"))
HIGHER = msgspec.structs.replace(LOWER, better="higher")


def numbers(arm: dict[str, Any] | None, versus: dict[str, Any] | None, **effect: Any) -> Numbers:
    return Numbers(arm=Group(**arm) if arm else None, versus=Group(**versus) if versus else None, effect=Effect(**effect) if effect else None)


def placed(name: str = "made-2020-trial", told: Numbers | None = None, *, study_changes: dict | None = None, **changes: Any) -> Placed:
    """Return the first placing of a finding with numbers in a study of its own."""
    one = finding(numbers=told, **changes)
    whole = study(name, findings=(one,), **study_changes or {})
    return place(whole, one, COMBINATIONS, SETTINGS)[0]


MEANS = numbers({"n": 20, "mean": 3.0, "sd": 1.0}, {"n": 20, "mean": 4.0, "sd": 1.2})
SPLIT = {"pairing": "within_person"}
SMD = effect_sizes("SMD", n1=20, mean1=3.0, sd1=1.0, n2=20, mean2=4.0, sd2=1.2)
SIDES = effect_sizes("SMCR", n=20, mean1=4.0, sd1=1.2, mean2=3.0, sd2=1.0, correlation=0.5)

MADE = [
    ("means, lower is better", placed(told=MEANS), LOWER, "SMD", -SMD.estimates[0], SMD.variances[0]),
    ("means, higher is better", placed(told=MEANS, result="versus_better"), HIGHER, "SMD", SMD.estimates[0], SMD.variances[0]),
    ("standard errors", placed(told=numbers({"n": 20, "mean": 3.0, "se": 1 / math.sqrt(20)}, {"n": 20, "mean": 4.0, "sd": 1.2})), LOWER, "SMD", -SMD.estimates[0], SMD.variances[0]),
    ("two sides of a face", placed(told=MEANS, study_changes=SPLIT), LOWER, "SMD", SIDES.estimates[0], SIDES.variances[0]),
    ("counts", placed(told=numbers({"n": 20, "events": 15}, {"n": 20, "events": 10})), LOWER, "log OR", math.log(3.0), 1 / 15 + 1 / 5 + 1 / 10 + 1 / 10),
    ("a stated ratio", placed(told=numbers(None, None, measure="Odds ratio", value=2.0, ci_low=1.0, ci_high=4.0)), LOWER, "log OR", math.log(2), (math.log(4) / 2 / 1.959963984540054) ** 2),
    ("a stated difference", placed(told=numbers(None, None, measure="SMD", value=-0.5, ci_low=-0.9, ci_high=-0.1)), LOWER, "SMD", 0.5, (0.4 / 1.959963984540054) ** 2),
    ("before and after", placed(told=numbers({"n": 20, "baseline_mean": 4.0, "baseline_sd": 1.2, "mean": 3.0}, None), analysis="within", versus="baseline"), LOWER, "SMD", SIDES.estimates[0], SIDES.variances[0]),
]


@pytest.mark.parametrize(("item", "outcome", "scale", "estimate", "variance"), [case[1:] for case in MADE], ids=[case[0] for case in MADE])
def test_numbers_become_effects_for_treatment(item, outcome, scale, estimate, variance):
    """Each kind of number gives an effect above zero when the treatment did better."""
    found = study_effect(item, outcome, 0.5)
    assert isinstance(found, StudyEffect)
    assert found.scale == scale
    assert close([found.estimate, found.variance], [float(estimate), float(variance)])


def test_quartiles_stand_in_for_means():
    """Medians with quartiles give an effect of the same sign as means would."""
    found = study_effect(placed(told=numbers({"n": 25, "median": 3, "q1": 2, "q3": 4}, {"n": 25, "median": 5, "q1": 4, "q3": 6})), LOWER, 0.5)
    assert isinstance(found, StudyEffect)
    assert found.estimate > 1


def test_counts_on_two_sides_are_paired():
    """Counts on two sides of the same people inform more than counts of two groups."""
    told = numbers({"n": 20, "events": 15}, {"n": 20, "events": 10})
    groups, sides = (study_effect(placed(told=told, study_changes=changes), LOWER, 0.5) for changes in ({}, SPLIT))
    assert sides.correlation == 0.5
    assert close(sides.estimate, groups.estimate)
    assert sides.variance < groups.variance


FELL = ({"n": 20, "baseline_mean": 9.0, "mean": 3.0, "sd": 1.0}, {"n": 20, "baseline_mean": 9.0, "mean": 4.0, "sd": 1.2})
CHANGES = ({"n": 30, "change_mean": -4.0}, {"n": 25, "change_mean": -2.0})
SPREAD = ({"n": 30, "change_mean": -4.0, "change_sd": 2.0}, {"n": 25, "change_mean": -2.0, "change_sd": 3.0})

LEFT = [
    (placed(told=None), "allow no effect size"),
    (placed(told=numbers({"mean": 3.0, "sd": 1.0}, {"mean": 4.0, "sd": 1.0})), "allow no effect size"),
    (placed(told=numbers({"percent_change": 3.0}, {"percent_change": 4.0})), "allow no effect size"),
    (placed(told=numbers(None, None, measure="risk ratio", value=2.0)), "allow no effect size"),
    (placed(told=numbers(None, None, measure="rate of smiles", value=2.0, ci_low=1.0, ci_high=3.0)), "allow no effect size"),
    (placed(told=MEANS, result="versus_better"), "disagree"),
    (placed(told=numbers(*FELL[::-1]), result="arm_better"), "disagree"),
    (placed(told=numbers({"n": 20, "baseline_mean": 2.0, "mean": 4.0, "sd": 1.0}, FELL[0])), "disagree"),
    (placed(told=numbers({"n": 20, "events": 10}, {"n": 20, "events": 15}), result="no_clear_difference"), "wanted is not told"),
    (placed(told=numbers(None, None, measure="risk ratio, laser against cream", value=2.0, ci_low=1.0, ci_high=3.0)), "allow no effect size"),
    (placed(told=numbers(*CHANGES)), "allow no effect size"),
    (placed(told=msgspec.structs.replace(numbers(*CHANGES), p="<=0.05 for some")), "allow no effect size"),
    (placed(told=msgspec.structs.replace(numbers(*CHANGES), p="0.01"), study_changes=SPLIT), "allow no effect size"),
    (placed(told=numbers({"n": 20, "events": 25}, {"n": 20, "events": 10})), "below zero"),
    (placed(told=numbers({"n": 1, "mean": 3.0, "sd": 0.0}, {"n": 1, "mean": 4.0, "sd": 0.0})), "too few"),
    (placed(told=numbers({"n": 20, "mean": 3.0}, None), analysis="within", versus="baseline"), "allow no effect size"),
]


@pytest.mark.parametrize(("item", "reason"), LEFT)
def test_unusable_numbers_are_left_out_with_reason(item, reason):
    """A finding without an effect size is named, with why."""
    found = study_effect(item, LOWER, 0.5)
    assert isinstance(found, LeftOut)
    assert reason in found.reason


def many(k: int, told: Numbers = MEANS, **changes: Any) -> list[Placed]:
    return [placed(f"made-{2000 + i}-trial", told, **changes) for i in range(k)]


def text(found: Synthesis) -> str:
    return " ".join(found.sentences)


def test_flipped_cell_flips_only_sign():
    """Seen from the comparator's side of a head-to-head trial, the effect has the other sign and the same variance."""
    one = finding(numbers=MEANS, arm="treated", versus="control")
    left, right = place(study(treated="tretinoin", control="adapalene", findings=(one,)), one, COMBINATIONS, SETTINGS)
    ours, theirs = study_effect(left, LOWER, 0.5), study_effect(right, LOWER, 0.5)
    assert (theirs.estimate, theirs.variance) == (-ours.estimate, ours.variance)


def test_one_study_has_no_pooling_language():
    """A single study is told as one, with nothing of pooling, heterogeneity or prediction."""
    found = synthesize(many(1), LOWER)
    assert (found.fit, found.posterior, found.prediction) == (None, None, None)
    assert text(found).startswith("One study: SMD 0.89 (95% confidence interval 0.2")
    assert not any(word in text(found).lower() for word in ("pool", "i2", "new setting", "studies"))


@pytest.mark.parametrize(("k", "beside", "ahead"), [(2, True, False), (3, True, True), (4, True, True), (5, False, True)])
def test_few_studies_get_bayesian_fit(k, beside, ahead):
    """Two to four studies have a Bayesian fit beside them; a prediction comes from three on."""
    found = synthesize(many(k), LOWER)
    assert (found.posterior is not None, found.prediction is not None) == (beside, ahead)
    assert ("credible" in text(found), "new setting" in text(found)) == (beside, ahead)
    assert found.k == k


@pytest.mark.parametrize(("k", "test"), [(9, "modified_knapp_hartung"), (10, "knapp_hartung")])
def test_few_studies_get_wider_limits(k, test):
    """Below ten studies the limits are those that are never narrower than normal ones."""
    found = synthesize(many(k), LOWER)
    assert (found.fit.method, found.fit.test) == ("REML", test)


def test_split_faces_tell_their_assumption():
    """Paired studies say which correlation was assumed and what its range would change."""
    found = synthesize(many(2, study_changes=SPLIT), LOWER)
    assert [row[0] for row in found.by_correlation] == [0.3, 0.8]
    (_, _, low_weak, high_weak), (_, _, low_strong, high_strong) = found.by_correlation
    assert high_strong - low_strong < high_weak - low_weak
    assert "correlate by 0.5; with 0.3, 0.80" in text(found)
    assert synthesize(many(2), LOWER).by_correlation == ()


def test_setting_of_correlation_is_used():
    """Another assumed correlation changes the variance, not the effect."""
    strong = synthesize(many(1, study_changes=SPLIT), LOWER, settings=msgspec.structs.replace(SETTINGS, within_person_correlation=0.8))
    plain = synthesize(many(1, study_changes=SPLIT), LOWER)
    assert strong.rows[0].variance < plain.rows[0].variance
    assert strong.rows[0].estimate == plain.rows[0].estimate


def test_each_study_counts_only_once():
    """Of several findings of a study the primary one with numbers is used; the others are named."""
    first, second = placed(told=MEANS, slug="early"), placed(told=MEANS, slug="main", primary=True)
    bare = placed(told=None, slug="bare", primary=True)
    found = synthesize([first, bare, second], LOWER)
    assert [row.finding for row in found.rows] == ["main"]
    assert {left.finding: left.reason for left in found.left_out} == dict.fromkeys(("early", "bare"), "another finding of the same study is used")


def test_reviews_and_retracted_are_not_pooled():
    """A review is not pooled with its studies, and a retracted study not at all; both are named."""
    whole = review(findings=(finding(numbers=MEANS),))
    withdrawn = placed("made-2001-trial", MEANS, study_changes={"status": "retracted"})
    found = synthesize([*place(whole, whole.findings[0], COMBINATIONS, SETTINGS), withdrawn], LOWER)
    assert found.rows == ()
    assert sorted(left.reason.split()[-1] for left in found.left_out) == ["holds", "retracted"]
    assert text(found) == "No study gives numbers that allow an effect size."
    assert (found.scale, found.people) == (None, 0)


def test_scales_are_never_mixed():
    """The scale that most studies have is pooled; the others are named with theirs."""
    ratio = placed("made-1990-trial", numbers(None, None, measure="risk ratio", value=2.0, ci_low=1.0, ci_high=4.0))
    found = synthesize([ratio, *many(2)], LOWER)
    assert (found.scale, found.k) == ("SMD", 2)
    assert [left.reason for left in found.left_out] == ["it is given as log RR, the other studies as SMD"]


def test_odds_join_standardised_differences():
    """Beside standardised mean differences an odds ratio is turned into one; among odds ratios it stays."""
    odds = placed("made-1990-trial", numbers({"n": 20, "events": 15}, {"n": 20, "events": 10}))
    mixed, alone = synthesize([odds, *many(2)], LOWER), synthesize([odds], LOWER)
    turned = next(row for row in mixed.rows if row.study_id == "made-1990-trial")
    assert (mixed.scale, mixed.k, alone.scale) == ("SMD", 3, "log OR")
    assert close([turned.estimate, turned.variance], [math.log(3.0) * math.sqrt(3) / math.pi, (1 / 15 + 1 / 5 + 1 / 10 + 1 / 10) * 3 / math.pi**2])
    assert turned.made_from == "counts of two groups, turned into standard deviations"


TURNED = [
    ("events unwanted", numbers({"n": 20, "events": 10}, {"n": 20, "events": 15}), "arm_better", LOWER, "log OR", math.log(3.0)),
    ("risk of unwanted events", numbers(None, None, measure="risk ratio of relapse", value=0.5, ci_low=0.3, ci_high=0.9), "arm_better", LOWER, "log RR of unwanted events", math.log(2.0)),
    ("hazard of unwanted events", numbers(None, None, measure="hazard ratio", value=2.0, ci_low=1.3, ci_high=3.9), "versus_better", LOWER, "log HR of unwanted events", -math.log(2.0)),
    ("both fell, the better one more", numbers(*FELL), "arm_better", HIGHER, "SMD", -SMD.estimates[0]),
]


@pytest.mark.parametrize(("told", "result", "outcome", "scale", "estimate"), [case[1:] for case in TURNED], ids=[case[0] for case in TURNED])
def test_source_tells_which_way_is_better(told, result, outcome, scale, estimate):
    """Where a reading may run either way, the direction that the source reports decides the sign."""
    found = study_effect(placed(told=told, result=result), outcome, 0.5)
    assert isinstance(found, StudyEffect)
    assert found.scale == scale
    assert close(found.estimate, float(estimate))
    assert found.made_from.endswith("less is better, as the source's direction shows")


def test_changes_of_two_groups_become_effects():
    """Mean changes are standardised by their own spread, stated or from p; a bound on p gives a smaller effect than the p below it."""
    spread = study_effect(placed(told=numbers(*SPREAD)), LOWER, 0.5)
    exact, bound = (study_effect(placed(told=msgspec.structs.replace(numbers(*CHANGES), p=p)), LOWER, 0.5) for p in ("0.004", "< 0.01"))
    wanted = effect_sizes("SMD", n1=30, mean1=-4.0, sd1=2.0, n2=25, mean2=-2.0, sd2=3.0)
    assert close([spread.estimate, spread.variance], [-float(wanted.estimates[0]), float(wanted.variances[0])])
    assert exact.estimate > bound.estimate > 0
    assert {spread.scale, exact.scale, bound.scale} == {"SMD of change"}
    assert [found.made_from for found in (spread, exact)] == ["mean changes of two groups", "mean changes of two groups, their spread from p"]
    flipped = study_effect(placed(told=msgspec.structs.replace(numbers(*CHANGES[::-1]), p="0.004"), result="versus_better"), LOWER, 0.5)
    assert flipped.estimate < 0


def test_another_finding_stands_in_for_wordless():
    """A study whose primary finding has no effect size counts by another of its findings that has one."""
    bare, counted = placed(told=None, slug="bare", primary=True), placed(told=MEANS, slug="counted")
    found = synthesize([bare, counted], LOWER)
    assert [row.finding for row in found.rows] == ["counted"]
    assert [left.finding for left in found.left_out] == ["bare"]


def test_order_of_findings_does_not_matter():
    """The same findings in another order give the same synthesis."""
    items = [*many(3), placed("made-1999-trial", numbers({"n": 30, "mean": 3.5, "sd": 1.0}, {"n": 25, "mean": 4.0, "sd": 1.0}))]
    one, other = synthesize(items, LOWER), synthesize(items[::-1], LOWER)
    assert (one.sentences, one.rows, one.left_out) == (other.sentences, other.rows, other.left_out)


def test_people_are_counted_or_unknown():
    """People of all rows are added up; one study that does not say makes the sum unknown."""
    assert synthesize(many(2, n=40), LOWER).people == 80
    lost = [dataclasses.replace(row, people=None) if i else row for i, row in enumerate(synthesize(many(2), LOWER).rows)]
    assert dataclasses.replace(synthesize(many(2), LOWER), rows=tuple(lost)).people is None


ERRORS = [
    (lambda: synthesize([], LOWER), "Give at least one"),
    (lambda: synthesize([*many(1), placed(told=MEANS, timepoint_weeks=1.0)], LOWER), "one cell at a time"),
    (lambda: synthesize(many(1), msgspec.structs.replace(LOWER, id="pores")), "are about wrinkles_rated"),
]


@pytest.mark.parametrize(("act", "mend"), ERRORS)
def test_wrong_findings_say_what_helps(act, mend):
    """Findings that do not belong together are refused with a sentence on what to do."""
    with pytest.raises(InputError, match=mend):
        act()


def test_no_difference_is_no_contradiction():
    """Equal means are not held against a direction that the source reports."""
    equal = numbers({"n": 20, "mean": 3.0, "sd": 1.0}, {"n": 20, "mean": 3.0, "sd": 1.0})
    assert [study_effect(placed(told=equal, result=result), LOWER, 0.5).estimate for result in ("arm_better", "versus_better")] == [0.0, 0.0]


def test_pair_of_studies_is_pooled():
    """Two studies are pooled, with more certainty than one has; the earlier of a study's findings is used."""
    found = synthesize(many(2), LOWER)
    assert found.fit.k == 2
    early, late = (placed(told=MEANS, slug=slug, timepoint_weeks=weeks) for slug, weeks in (("late", 20.0), ("early", 12.0)))
    unknown = placed(told=MEANS, slug="z-unknown", timepoint_weeks=None, timepoint="month 3")
    assert [row.finding for row in synthesize([early, late], LOWER).rows] == ["early"]
    assert [row.finding for row in synthesize([early, late, unknown], LOWER).rows] == ["z-unknown"]


def test_prior_follows_scale_of_effects():
    """The prior on how much studies differ is half a standard deviation, also on the scale of log odds."""
    odds = numbers({"n": 20, "events": 15}, {"n": 20, "events": 10})
    assert close([synthesize(many(2), LOWER).posterior.tau_scale, synthesize(many(2, odds), LOWER).posterior.tau_scale], [0.5, 0.5 * math.pi / math.sqrt(3)])
