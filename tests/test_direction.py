"""What a body of studies shows together, who paid for it, and what stays unknown."""

from __future__ import annotations

from itertools import permutations

import msgspec
import pytest
from fakes import COMBINATIONS, arm, body, finding, member, review, study
from hypothesis import given
from hypothesis import strategies as st

from skinproof.evidence.study import Arm, BiasDomain, Blinding, Citation, Component, Effect, Funding, Group, Numbers, Population
from skinproof.synthesis.body import Body
from skinproof.synthesis.body import member as member_of
from skinproof.synthesis.cell import place
from skinproof.synthesis.certainty import Step, certainty
from skinproof.synthesis.direction import direction
from skinproof.synthesis.settings import SETTINGS
from skinproof.synthesis.verdict import cells_of, judge, unknown_kind, verdicts
from skinproof.types import Said

ARM, VERSUS, UNCLEAR, EQUAL, SILENT, CONFLICT = "arm_better", "versus_better", "no_clear_difference", "equivalence_shown", "not_reported", "conflicting"
FLIPPED = {"helps": "worsens", "worsens": "helps", ARM: VERSUS, VERSUS: ARM}
RESULTS = st.sampled_from([ARM, VERSUS, UNCLEAR, EQUAL, SILENT, CONFLICT])

# (result, people) of randomised trials, and what they show together.
TRIALS = [
    ([], "uncertain"),
    ([(ARM, 100)], "helps"),
    ([(VERSUS, 100)], "worsens"),
    ([(EQUAL, 100)], "no_difference"),
    ([(UNCLEAR, 100)], "uncertain"),
    ([(CONFLICT, 100)], "mixed"),
    ([(SILENT, 100)], "uncertain"),
    ([(ARM, 100), (ARM, 5)], "helps"),
    ([(ARM, 100), (SILENT, 900)], "helps"),
    ([(ARM, 500), (VERSUS, 1)], "mixed"),
    ([(UNCLEAR, 100), (UNCLEAR, 900)], "uncertain"),
    ([(EQUAL, 100), (EQUAL, 100)], "no_difference"),
    ([(EQUAL, 100), (UNCLEAR, 100)], "uncertain"),
    ([(CONFLICT, 100), (UNCLEAR, 100)], "mixed"),
    # three quarters of the people must agree
    ([(ARM, 75), (UNCLEAR, 25)], "helps"),
    ([(ARM, 74), (UNCLEAR, 26)], "mixed"),
    ([(VERSUS, 75), (UNCLEAR, 25)], "worsens"),
    ([(VERSUS, 74), (EQUAL, 26)], "mixed"),
    ([(ARM, 75), (CONFLICT, 25)], "helps"),
    # a study of unknown size counts as the smallest known one
    ([(ARM, 60), (ARM, None), (UNCLEAR, 20)], "helps"),
    ([(ARM, None), (UNCLEAR, None)], "mixed"),
    ([(ARM, None), (ARM, None), (ARM, None), (UNCLEAR, None)], "helps"),
]
REVIEWS = [
    # the newest review that reports something speaks for the studies that it did not include
    ([(ARM, 2020), (UNCLEAR, 2024)], VERSUS, "uncertain"),
    ([(UNCLEAR, 2020), (ARM, 2024)], VERSUS, "helps"),
    ([(EQUAL, 2024)], ARM, "no_difference"),
    ([(VERSUS, 2024)], ARM, "worsens"),
    ([(SILENT, 2024)], ARM, "helps"),
    ([(CONFLICT, 2024)], ARM, "mixed"),
]
WITHIN = {"analysis": "within", "versus": "baseline"}
UNKNOWNS = [
    ("no_evidence", "none", 0, "nobody_looked"), ("mixed", "low", 0, "conflicting"), ("no_difference", "moderate", 0, "tested_no_effect"),
    ("helps", "low", -1, "too_small"), ("helps", "very_low", -2, "too_small"), ("helps", "low", 0, "not_applicable"), ("helps", "moderate", -1, "not_applicable"),
    ("worsens", "very_low", -1, "too_small"), ("uncertain", "low", 0, "tested_no_effect"), ("uncertain", "none", 0, "not_applicable"),
]


def judged(*judgements):
    """Return domains of bias with these judgements."""
    return tuple(BiasDomain(domain=f"domain {place}", judgement=said, reason="made") for place, said in enumerate(judgements))


def trials(results):
    """Return a body of trials with these results and people."""
    return body(*(member(study_id=f"made-{place}-trial", result=result, people=people) for place, (result, people) in enumerate(results)))


@st.composite
def members(draw, results=RESULTS):
    """Draw a member of any kind, with a result of the given ones."""
    randomised, is_review = draw(st.booleans()), draw(st.booleans())
    return {
        "result": draw(results), "people": draw(st.none() | st.integers(1, 900)), "randomised": randomised and not is_review,
        "between": randomised or draw(st.booleans()), "design": "systematic_review" if is_review else "rct" if randomised else "nonrandomised_controlled",
        "high_risk": draw(st.booleans()), "unclear_risk": draw(st.booleans()), "open_and_subjective": draw(st.booleans()),
        "depth": draw(st.sampled_from(["abstract", "excerpt", "full_text"])), "funding": draw(st.sampled_from(["independent", "maker", "mixed", "not_stated"])),
        "year": draw(st.integers(2018, 2022)), "grade_published": draw(st.sampled_from([None, "Low", "moderate certainty"])) if is_review else None,
    }


def bodies(results=RESULTS):
    """Return a strategy for bodies of one to five members with different ids."""
    return st.lists(members(results), min_size=1, max_size=5).map(
        lambda drawn: body(*(member(study_id=f"made-{place}-study", **fields) for place, fields in enumerate(drawn))))


def flipped(whole: Body) -> Body:
    """Return a body in which every member found the opposite."""
    turned = (msgspec.structs.replace(m, result=FLIPPED.get(m.result, m.result)) for m in whole.members)
    return msgspec.structs.replace(whole, members=tuple(turned))


@pytest.mark.parametrize(("results", "shown"), TRIALS)
def test_trials_together_show_direction(results, shown):
    """Trials that agree show their direction, opposite ones conflict, and a minority of people does not overturn the rest."""
    assert direction(trials(results)) == shown


@pytest.mark.parametrize(("found", "trial", "shown"), REVIEWS)
def test_newest_telling_review_speaks_first(found, trial, shown):
    """A review that reports something outweighs a trial, and the newest review outweighs older ones."""
    reviews = [member(study_id=f"review-{year}", design="systematic_review", randomised=False, result=result, year=year, people=900) for result, year in found]
    assert direction(body(member(result=trial, people=100), *reviews)) == shown


def test_larger_review_wins_one_year():
    """Of two reviews of one year, the one with more people speaks, in whatever order they stand."""
    small = member(study_id="small", design="systematic_review", randomised=False, result=VERSUS, people=400)
    large = member(study_id="large", design="systematic_review", randomised=False, result=ARM, people=900)
    uncounted = member(study_id="uncounted", design="systematic_review", randomised=False, result=UNCLEAR, people=None)
    assert {direction(body(*order)) for order in permutations((small, large, uncounted))} == {"helps"}


def test_better_designs_silence_weaker_ones():
    """Where trials report, comparisons without chance and single arms do not count; where none reports, they do."""
    trial, compared, single = member(), member(randomised=False, result=VERSUS), member(randomised=False, between=False, result=UNCLEAR)
    silent = msgspec.structs.replace(trial, result=SILENT)
    assert [direction(body(*them)) for them in ((single, compared, trial), (single, compared, silent), (single, silent))] == ["helps", "worsens", "uncertain"]


@pytest.mark.parametrize(("said", "level", "change", "unknown"), UNKNOWNS)
def test_kind_of_unknown_is_named(said, level, change, unknown):
    """A verdict tells which of the four unknowns it leaves."""
    assert unknown_kind(said, level, [Step(name="imprecision", change=change, reason=Said(message="grade.made"))]) == unknown


def test_primary_result_outweighs_other_results():
    """Within one study the primary outcome speaks; without one, unequal results conflict."""
    second = finding(slug="lines", result=UNCLEAR)
    split, named = study(findings=(finding(), second)), study(findings=(finding(primary=True), second))
    assert [verdicts([s], {})[0].direction for s in (split, named)] == ["mixed", "helps"]


def test_silent_findings_leave_others_alone():
    """A finding that reports no direction takes nothing from one that does, and is quoted after it."""
    quiet = finding(slug="lines", result=SILENT, reported="nothing told")
    [verdict] = verdicts([study(findings=(quiet, finding()))], {})
    assert (verdict.direction, verdict.reported) == ("helps", (("made-2020-trial", "fewer wrinkles"), ("made-2020-trial", "nothing told")))


@pytest.mark.parametrize(("changes", "present"), [
    ({}, True), ({"design": "animal", "allocation": "not_applicable"}, False), ({"design": "in_vitro", "allocation": "not_applicable"}, False),
    ({"design": "ex_vivo", "allocation": "not_applicable"}, False), ({"design": "histology"}, True), ({"status": "retracted"}, False),
    ({"status": "corrected"}, True), ({"status": "expression_of_concern"}, True),
])
def test_only_standing_human_studies_count(changes, present):
    """Tissue, animals and retracted papers make no verdict."""
    assert bool(verdicts([study(**changes)], {})) is present


def test_who_paid_gives_three_views():
    """The same steps run over all studies, those without a known maker, and those confirmed independent."""
    paid = {"maker": ARM, "mixed": ARM, "not_stated": UNCLEAR, "independent": VERSUS}
    trials = [
        study(f"{kind.replace('_', '-')}-2020-trial", funding=Funding(kind=kind, note="told"), findings=(finding(result=result),)) for kind, result in paid.items()
    ]
    [verdict] = verdicts(trials, {})
    views = [verdict.funding.all, verdict.funding.without_known_maker, verdict.funding.independent]
    assert [(v.studies, v.participants, v.direction) for v in views] == [(4, 2000, "mixed"), (2, 1000, "mixed"), (1, 500, "worsens")]


def test_view_without_studies_has_no_evidence():
    """Where every study has a maker tie, the other two views are empty."""
    [verdict] = verdicts([study(funding=Funding(kind="maker", note="told"))], {})
    assert verdict.funding.all.studies == 1
    views = (verdict.funding.without_known_maker, verdict.funding.independent)
    assert {(v.studies, v.participants, v.direction, v.certainty) for v in views} == {(0, 0, "no_evidence", "none")}


def test_uncounted_studies_add_no_people():
    """A study whose people are unknown is counted as a study and adds nobody."""
    [verdict] = verdicts([study(), study("b-2020-trial", population=Population(description="adults"))], {})
    assert (verdict.studies, verdict.participants, verdict.funding.all.participants) == (2, 500, 500)


@pytest.mark.parametrize(("includes", "counted"), [
    (("made-2020-trial",), ("made-2024-review",)), (("99999999",), ("made-2024-review",)), (("10.9999/made.2020",), ("made-2024-review",)),
    ((), ("made-2020-trial", "made-2024-review")), (("other-2020-trial",), ("made-2020-trial", "made-2024-review")),
])
def test_reviewed_study_is_counted_once(includes, counted):
    """A study that a review includes by id, PMID or DOI is not counted beside it; one that it does not include is."""
    cited = Citation(first_author="Made", year=2020, journal="Made", pmid="99999999", doi="10.9999/made.2020")
    [verdict] = verdicts([study(citation=cited), review(includes=includes)], {})
    assert (verdict.study_ids, verdict.review_ids, verdict.participants) == (counted, ("made-2024-review",), 900)
    assert (verdict.studies, verdict.reviews) == (len(counted) - 1, 1)


@pytest.mark.parametrize("includes", [("made-2024-review",), ("made-2024-review", "other-2024-review")])
def test_review_never_replaces_itself(includes):
    """A review that lists itself, or two that list each other, still stand in their cell."""
    [verdict] = verdicts([review(includes=includes), review("other-2024-review", includes=includes)], {})
    assert "other-2024-review" in verdict.study_ids


def test_review_of_maker_hides_no_independent_study():
    """A study whose review is left out of a view by who paid for it is counted there by itself."""
    [verdict] = verdicts([study(), review(includes=("made-2020-trial",), funding=Funding(kind="maker", note="told"))], {})
    assert [view.studies for view in (verdict.funding.all, verdict.funding.without_known_maker, verdict.funding.independent)] == [1, 1, 1]
    assert verdict.funding.independent.participants == 500


def test_review_only_replaces_within_its_cell():
    """A study that a review includes still speaks on outcomes that the review leaves out."""
    other = study(findings=(finding(), finding(slug="tone", outcome="pigment_spots")))
    found = {v.outcome: v.study_ids for v in verdicts([other, review(includes=(other.id,))], {})}
    assert found == {"wrinkles_rated": ("made-2024-review",), "pigment_spots": ("made-2020-trial",)}


def test_verdict_tells_depth_year_beside():
    """A verdict shows the deepest reading, the newest year and what both arms had beside."""
    old = study("old-1999-trial", "microneedling+prp", "microneedling", citation=Citation(first_author="Old", year=1999, journal="Made", url="https://example.org"))
    [verdict] = verdicts([old, study("new-2020-trial", "sunscreen+prp", "sunscreen")], COMBINATIONS)
    assert (verdict.id, verdict.newest, verdict.reading_depth, verdict.beside) == ("prp.wrinkles_rated.same_without_ingredient.months", 2020, "full_text", ("microneedling", "sunscreen"))


def test_cells_are_picked_by_treatment_and_outcome():
    """Asking for one treatment and outcome returns all its comparators and windows and nothing else."""
    found = verdicts([study(), study("b-2020-trial", control="retinol"), study("c-2020-trial", "ipl"), study("d-2020-trial", findings=(finding(outcome="tewl"),))], {})
    assert {v.comparator for v in cells_of(found, "tretinoin", "wrinkles_rated")} == {"vehicle_or_sham", "active:retinol"}


# What a study is, and what a body knows of it.
MADE = [
    ({}, {}, {"people": None, "share": 500, "whole": 500, "effective_people": 500.0, "sides": False, "randomised": True, "between": True, "high_risk": False, "unclear_risk": False, "quantified": False}),
    # a person treated on both sides counts as one, and weighs as much as the settings say
    ({"pairing": "within_person"}, {"n": 480}, {"people": 480, "share": 480, "whole": 500, "effective_people": 1920.0, "sides": True}),
    ({"pairing": "within_person"}, WITHIN, {"people": None, "effective_people": 500.0, "sides": False}),
    ({}, WITHIN, {"randomised": False, "between": False}),
    ({"allocation": "not_stated", "design": "nonrandomised_controlled"}, {}, {"randomised": False, "between": True}),
    ({"population": Population(description="adults")}, {}, {"people": None, "share": None, "effective_people": None}),
    # one high domain is enough; half of the domains unclear are enough; nothing judged is unclear
    ({"risk_of_bias": judged("high", "low", "low")}, {}, {"high_risk": True, "unclear_risk": False}),
    ({"risk_of_bias": judged("unclear", "low", "low")}, {}, {"high_risk": False, "unclear_risk": False}),
    ({"risk_of_bias": judged("unclear", "low")}, {}, {"high_risk": False, "unclear_risk": True}),
    ({"risk_of_bias": judged("some_concerns", "unclear", "low")}, {}, {"high_risk": False, "unclear_risk": True}),
    ({"risk_of_bias": ()}, {}, {"high_risk": False, "unclear_risk": True}),
    # open to the people, and rated by somebody whom that can sway
    ({"blinding": Blinding(participants="open")}, {"rater": "participant"}, {"open_and_subjective": True}),
    ({"blinding": Blinding(participants="open")}, {"rater": "unblinded_assessor"}, {"open_and_subjective": True}),
    ({"blinding": Blinding(participants="open")}, {"rater": "device"}, {"open_and_subjective": False}),
    ({"blinding": Blinding(participants="blinded")}, {"rater": "participant"}, {"open_and_subjective": False}),
    # numbers that allow an effect size: an effect, or both sides
    ({}, {"numbers": Numbers(effect=Effect(measure="MD", value=1.0))}, {"quantified": True}),
    ({}, {"numbers": Numbers(arm=Group(n=10), versus=Group(n=10))}, {"quantified": True}),
    ({}, {"numbers": Numbers(arm=Group(n=10))}, {"quantified": False}),
    ({}, {"numbers": Numbers(versus=Group(n=10))}, {"quantified": False}),
    ({}, {"numbers": Numbers(p="0.04")}, {"quantified": False}),
    ({}, {"grade_published": "low"}, {"grade_published": "low"}),
]


@pytest.mark.parametrize(("of_study", "of_finding", "known"), MADE)
def test_member_knows_what_grading_needs(of_study, of_finding, known):
    """A body knows of a study its people, allocation, risk of bias, blinding and numbers as the file tells them."""
    [placed] = place(study(**of_study), finding(**of_finding), {}, SETTINGS)
    made = member_of([placed], SETTINGS)
    assert {name: getattr(made, name) for name in known} == known


def test_findings_of_study_are_one_member():
    """Several findings of one study in a cell make one member, with the most people and primary words first."""
    late, early = finding(slug="late", n=30, reported="late"), finding(slug="early", n=40, timepoint_weeks=10.0, reported="early")
    main = finding(slug="main", n=20, timepoint_weeks=20.0, reported="main", primary=True)
    [verdict] = verdicts([study(findings=(late, early, main))], {})
    assert [text for _, text in verdict.reported] == ["main", "early", "late"]
    assert (verdict.studies, verdict.participants) == (1, 40)


@given(bodies(st.sampled_from([UNCLEAR, SILENT])))
def test_no_clear_difference_shows_nothing(whole):
    """"No clear difference" alone, however often and by whomever, never amounts to no difference."""
    assert direction(whole) == "uncertain"


@given(bodies(st.sampled_from([ARM, VERSUS, UNCLEAR, SILENT, CONFLICT])))
def test_no_difference_needs_shown_equivalence(whole):
    """Only a study that showed equivalence can lead to "no difference"."""
    assert direction(whole) != "no_difference"


@given(bodies())
def test_opposite_findings_flip_direction_only(whole):
    """If every study had found the opposite, helps and worsens would change places, and certainty would stay."""
    straight, turned = direction(whole), direction(flipped(whole))
    assert turned == FLIPPED.get(straight, straight)
    assert certainty(flipped(whole)) == certainty(whole)


@given(bodies(), st.randoms(use_true_random=False))
def test_order_of_members_never_matters(whole, chance):
    """The same studies in another order give the same direction, certainty and reasons."""
    order = list(whole.members)
    chance.shuffle(order)
    mixed = msgspec.structs.replace(whole, members=tuple(order))
    assert (direction(mixed), certainty(mixed)) == (direction(whole), certainty(whole))
    assert judge(mixed).funding == judge(whole).funding


COMPONENTS = st.sets(st.sampled_from(["microneedling", "botulinum_toxin", "prp", "tretinoin", "moisturiser", "vehicle"]), min_size=1, max_size=3)


@st.composite
def sets_of_studies(draw):
    """Draw up to four two-armed trials of any components, sizes and results."""
    drawn = draw(st.lists(st.tuples(COMPONENTS, COMPONENTS, st.sampled_from([ARM, VERSUS, UNCLEAR, EQUAL, SILENT]), st.integers(10, 600)), min_size=1, max_size=4))
    return [
        study(f"made-{place}-trial", "+".join(treated), "+".join(control), findings=(finding(result=result),), population=Population(description="adults", n_enrolled=people))
        for place, (treated, control, result, people) in enumerate(drawn)
    ]


def renamed(trial):
    """Return a trial in which the arms have changed names, so that its findings speak of the other one."""
    first, second = trial.arms
    return msgspec.structs.replace(trial, arms=(arm_as(first, "control"), arm_as(second, "treated")))


def arm_as(old: Arm, name: str) -> Arm:
    """Return an arm under another name."""
    return msgspec.structs.replace(old, id=name)


@given(sets_of_studies())
def test_swapped_arms_flip_verdicts_only(trials):
    """If each arm had received what the other did, every verdict would point the other way and be the same otherwise."""
    straight, turned = ({v.id: v for v in verdicts(them, COMBINATIONS)} for them in (trials, [renamed(t) for t in trials]))
    assert straight.keys() == turned.keys()
    for name, verdict in straight.items():
        other = turned[name]
        assert other.direction == FLIPPED.get(verdict.direction, verdict.direction)
        same = {"direction": verdict.direction, "funding": verdict.funding, "reported": verdict.reported}
        assert msgspec.structs.replace(other, **same) == verdict


@given(sets_of_studies(), COMPONENTS, COMPONENTS, st.sampled_from([ARM, VERSUS, EQUAL]))
def test_retracted_study_changes_nothing(trials, treated, control, result):
    """A retracted study, whatever it found, leaves every verdict as it was."""
    gone = study("gone-2020-trial", "+".join(treated), "+".join(control), status="retracted", findings=(finding(result=result),))
    assert verdicts([*trials, gone], COMBINATIONS) == verdicts(trials, COMBINATIONS)


@given(sets_of_studies(), st.randoms(use_true_random=False))
def test_order_of_studies_never_matters(trials, chance):
    """The same studies in another order give the same verdicts."""
    order = list(trials)
    chance.shuffle(order)
    assert verdicts(order, COMBINATIONS) == verdicts(trials, COMBINATIONS)


@given(sets_of_studies())
def test_reviewed_studies_add_no_people(trials):
    """A review that includes all studies of its cell stands alone in it, with its own people."""
    whole = review(includes=tuple(t.id for t in trials))
    [verdict] = [v for v in verdicts([*trials, whole], COMBINATIONS) if whole.id in v.study_ids]
    assert (verdict.study_ids, verdict.participants, verdict.funding.all.participants) == ((whole.id,), 900, 900)


def test_arm_of_fakes_holds_its_components():
    """The made-up arms of these tests hold what their text says."""
    assert arm("treated", "prp+saline").components == (Component(what="prp"), Component(what="saline"))
