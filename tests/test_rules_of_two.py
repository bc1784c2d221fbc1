"""Rules of two things on made-up rules: which pairs may be combined, and which intervals apply to a plan."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

import skinproof
from skinproof.catalogue.rules import CombinationRule, Interval
from skinproof.safety.context import Context, context_of
from skinproof.safety.pairs import combined, settled, spaced
from tests.test_safety_rules import KNOWN, RULE, case, with_conditions


def interval(name: str, first: tuple[str, ...], then: tuple[str, ...], least: float = 7, most: float = 14, kind: Any = "wait_between") -> Interval:
    return Interval(id=name, first=first, then=then, kind=kind, least_days=least, most_days=most, why="made up", **RULE)


def pair(name: str, a: tuple[str, ...], b: tuple[str, ...]) -> CombinationRule:
    return CombinationRule(id=name, a=a, b=b, same_time="separate", why="made up", do="leave a day", **RULE)


PAIRS = [
    (pair("r", ("acid",), ("needling",)), case("peel", "pen"), True),
    (pair("r", ("needling",), ("acid",)), case("peel", "pen"), True),
    (pair("r", ("acid",), ("peel_superficial",)), case("peel"), False),
    (pair("r", ("acid",), ("acid",)), case("peel"), False),
    (pair("r", ("acid",), ("acid",)), case("peel", "acid_cream"), True),
    (pair("r", ("peel",), ("pen",)), case("peel", "pen"), True),
    (pair("r", ("acid",), ("filler",)), case("peel", "pen"), False),
    (pair("r", ("filler",), ("acid",)), case("peel", "pen"), False),
    (pair("r", ("acid",), ("retinol",)), case("peel", ingredients=("retinol",)), True),
    (pair("r", ("vitamin_c",), ("retinol",)), case(ingredients=("retinol", "vitamin_c")), True),
    (pair("r", ("vitamin_c",), ("retinol",)), case(ingredients=("retinol",)), False),
]


@pytest.mark.parametrize(("rule", "told", "meets"), PAIRS)
def test_rule_of_two_needs_two(rule, told, meets):
    """A rule about two things needs two different things, in either order."""
    assert [r.id for r in combined(told, context_of(told, KNOWN), [rule])] == (["r"] if meets else [])


def test_most_specific_combination_comes_first():
    """A rule that names the things stands before one that names their classes."""
    rules = [pair("classes", ("acid",), ("needling",)), pair("one", ("peel",), ("needling",)), pair("both", ("peel",), ("pen",)), pair("other", ("acid",), ("retinol", "pen"))]
    told = case("peel", "pen", ingredients=("retinol",))
    assert [r.id for r in combined(told, context_of(told, KNOWN), rules)] == ["both", "other", "one", "classes"]


@pytest.mark.parametrize(("more", "first"), [((), "fine"), (("retinol",), "strict")])
def test_strictest_of_several_pairs_comes_first(more, first):
    """Of two things the rule that names most decides, of three the strictest."""
    fine, strict = replace(pair("fine", ("peel",), ("pen",)), same_time="fine"), replace(pair("strict", ("acid",), ("needling",)), same_time="do_not")
    told = case("peel", "pen", ingredients=more)
    assert combined(told, context_of(told, KNOWN), [strict, fine])[0].id == first


SETTLED = [
    (("oral_antibiotic", "adapalene"), {"photosensitising_medicine"}),
    (("oral_antibiotic", "adapalene", "peel_glycolic"), set()),
    (("adapalene", "azelaic_acid"), set()),
    (("oral_antibiotic",), set()),
]


@pytest.mark.parametrize(("named", "conditions"), SETTLED)
def test_medicine_is_not_held_against_its_own_pair(named, conditions, facts):
    """What a medicine makes of the skin is settled only where rules join that medicine with everything else that is named."""
    context = Context(treatments=tuple(facts.treatments[name] for name in named))
    rules = combined(case(*named), context, facts.lists["combinations"])
    assert settled(context, rules) == conditions


@pytest.mark.parametrize(("question", "first"), [
    ("vitamin c and benzoyl peroxide, both ok?", "Not at the same time, but apart they go together."),
    ("can i put vitamin c and benzoyl peroxide on at the same time", "Not at the same time."),
    ("vitamin c in the morning and benzoyl peroxide at night ok?", "Yes, that way"),
    ("rétinol et vitamine c en même temps", "Pas en même temps."),
    ("vitamina c y retinol a la vez", "No al mismo tiempo."),
])
def test_apart_is_told_as_it_was_proposed(question, first):
    """Both at once is refused, one after the other is confirmed, and where neither is said both are named."""
    assert skinproof.ask(question).to_text().startswith(first)


INTERVALS = [
    # rule, case, (planned days, fit) or None
    (interval("i", ("acid",), ("needling",)), case("peel", "pen"), (None, "not_stated")),
    (interval("i", ("acid",), ("needling",)), case("peel", "pen", days=(6.9,)), (6.9, "too_soon")),
    (interval("i", ("acid",), ("needling",)), case("peel", "pen", days=(7,)), (7, "within")),
    (interval("i", ("acid",), ("needling",)), case("peel", "pen", days=(13.9,)), (13.9, "within")),
    (interval("i", ("acid",), ("needling",)), case("peel", "pen", days=(14,)), (14, "long_enough")),
    (interval("i", ("acid",), ("needling",)), case("peel", "pen", days=(30, 3)), (3, "too_soon")),
    (interval("i", ("acid",), ("needling",)), case("peel"), None),
    (interval("i", ("recent_filler",), ("needling",)), case("pen", person=with_conditions("recent_filler")), (None, "not_stated")),
    (interval("i", ("filler",), ("needling",)), case("pen", person=with_conditions("recent_filler")), (None, "not_stated")),
    (interval("i", ("recent_peel",), ("peel",)), case("peel", past=("peel",), person=with_conditions("recent_peel")), None),
    (interval("i", ("peel_superficial",), ("peel",)), case("peel", past=("peel",), person=with_conditions("recent_peel")), None),
    (interval("i", ("peel",), ("pregnancy",)), case("peel", past=("peel",), person=with_conditions("pregnancy")), (None, "not_stated")),
    (interval("i", ("peel",), ("event",), kind="before_event"), case("peel", occasions=("event",), days_ahead=(10,)), (10, "within")),
    (interval("i", ("peel",), ("event",), kind="before_event"), case("peel", past=("peel",), occasions=("event",), days=(10,)), None),
    (interval("i", ("peel",), ("exercise",), kind="resume_after"), case("peel", past=("peel",), occasions=("exercise",)), (None, "not_stated")),
    (interval("i", ("peel",), (), kind="how_often"), case("peel", repeat_days=7, days=(99,)), (7, "within")),
    (interval("i", ("acid",), (), kind="how_often"), case("peel"), (None, "not_stated")),
    (interval("i", ("acid",), (), kind="how_often"), case("pen"), None),
    (interval("i", ("acid",), (), kind="how_often"), case("peel", "pen"), None),
    (interval("i", ("retinol",), (), kind="how_often"), case(person=with_conditions("retinol")), (None, "not_stated")),
]


@pytest.mark.parametrize(("rule", "told", "found"), INTERVALS)
def test_interval_is_set_against_plan(rule, told, found):
    """An interval applies between two things told, or to one that is repeated, and is set against the shortest span planned."""
    assert [(s.planned_days, s.fit) for s in spaced(told, context_of(told, KNOWN), [rule])] == ([] if found is None else [found])


STOPPED = interval("i", ("acid",), ("filler",), kind="stop_before")
DONE = [
    # rule, case, whether it applies
    (STOPPED, case("peel", "filler"), True), (STOPPED, case("peel", person=with_conditions("recent_filler")), False), (STOPPED, case("peel", "filler", person=with_conditions("recent_toxin")), True),
    (interval("i", ("acid",), ("filler",)), case("peel", person=with_conditions("recent_filler")), True),
    (interval("i", ("peel",), ("event",), kind="before_event"), case("peel", occasions=("event",), concerns=("had_it",)), True),
    (interval("i", ("peel",), ("event",), kind="before_event"), case("peel", occasions=("event",), signs=("late_lumps",)), True),
    (interval("i", ("peel",), ("event",), kind="before_event"), case("peel", occasions=("event",), signs=("pus",), concerns=("had_it",)), True),
    (interval("i", ("peel",), ("event",), kind="before_event"), case("peel", occasions=("event",), signs=("late_lumps",), concerns=("had_it",)), False),
    (interval("i", ("peel",), ("event",)), case("peel", occasions=("event",), signs=("late_lumps",), concerns=("had_it",)), True),
    (interval("i", ("peel",), ("event",), kind="before_event"), case("peel", occasions=("event",), symptoms=("filler_bruise",), concerns=("had_it",)), False),
    (interval("i", ("peel",), ("event",), kind="before_event"), case("peel", occasions=("event",), symptoms=("filler_lump",), concerns=("had_it",)), True),
    (interval("i", ("peel",), ("event",), kind="before_event"), case("peel", occasions=("event",), symptoms=("filler_bruise",), concerns=("had_it", "planned")), True),
    (interval("i", ("peel",), ("event",), kind="before_event"), case("peel", occasions=("event",), symptoms=("filler_bruise",), concerns=("had_it", "again")), True),
    (interval("i", ("peel",), (), kind="how_often"), case("peel", concerns=("lasting_asked",)), False),
    (interval("i", ("peel",), (), kind="how_often"), case("peel", question="How long does it last and how often?", concerns=("lasting_asked",)), True),
    (interval("i", ("peel",), (), kind="how_often"), case("peel", concerns=("onset",)), False),
    (interval("i", ("peel",), (), kind="how_often"), case("peel", concerns=("onset",), repeat_days=7), True),
    (interval("i", ("peel",), ("pen",)), case("peel", "pen", concerns=("onset",)), True),
]


@pytest.mark.parametrize(("rule", "told", "applies"), DONE)
def test_what_is_done_is_no_plan(rule, told, applies):
    """What was had is not stopped before nor moved, and when it begins to work is not how often it is done."""
    assert bool(spaced(told, context_of(told, KNOWN), [rule])) is applies


@pytest.mark.parametrize(("repeat_days", "occasions", "found"), [(None, ("event",), ["event"]), (7, ("event",), ["event", "often"]), (None, (), ["often"]), (None, ("exercise",), ["often"])])
def test_occasion_is_no_further_session(repeat_days, occasions, found):
    """Beside an occasion that a rule is about, how often the treatment is done is said only where it is told; it comes last."""
    rules = [interval("often", ("peel",), (), kind="how_often"), interval("event", ("peel",), ("event",))]
    told = case("peel", occasions=occasions, repeat_days=repeat_days)
    assert [s.rule.id for s in spaced(told, context_of(told, KNOWN), rules)] == found


WAITED = interval("i", ("peel",), ("filler",))
LONG_OVER = interval("i", ("isotretinoin_past",), ("peel",), 100, 180)
SINCE = [
    # rule, case, days that the plan leaves
    (WAITED, case("filler", history=("peel",), days=(21, 1), days_ahead=(1,), person=with_conditions("peel")), 21),
    (WAITED, case("filler", history=("peel",), days=(21,), person=with_conditions("peel")), 21),
    (WAITED, case("filler", days=(21, 1), days_ahead=(1,), person=with_conditions("peel")), 1),
    (WAITED, case("filler", "peel", history=("peel",), days=(21, 1), days_ahead=(1,)), 1),
    (WAITED, case("filler", history=("peel",), days=(21, 1), days_ahead=(1,), occasions=("event",), person=with_conditions("peel")), 1),
    (interval("i", ("peel",), ("exercise",), kind="resume_after"), case("peel", days=(21, 1), days_ahead=(1,), occasions=("exercise",)), 21),
    (interval("i", ("peel",), ("exercise",), kind="resume_after"), case("peel", days=(9, 21, 1), days_ahead=(1,), occasions=("exercise",)), 9),
    (LONG_OVER, case("peel", person=with_conditions("isotretinoin_past")), 180),
    (LONG_OVER, case("peel", days=(30,), person=with_conditions("isotretinoin_past")), 30),
    (interval("i", ("needling",), ("peel",)), case("peel", "pen", person=with_conditions("isotretinoin_past")), None),
]


@pytest.mark.parametrize(("rule", "told", "days"), SINCE)
def test_time_since_the_first_counts_where_the_next_is_to_come(rule, told, days):
    """"Peel three weeks ago, filler tomorrow" leaves three weeks; a course long over is half a year behind."""
    assert [s.planned_days for s in spaced(told, context_of(told, KNOWN), [rule])] == [days]


@pytest.mark.parametrize(("done_first", "kind", "found"), [
    (("filler",), "stop_before", ["other"]), (("peel",), "stop_before", ["back", "other"]), ((), "stop_before", ["back", "other"]),
    (("filler",), "resume_after", ["other"]), (("filler",), "wait_between", ["back", "other"]), (("filler", "peel"), "stop_before", ["back", "other"]),
])
def test_rule_the_other_way_round_is_left_out(done_first, kind, found):
    """Of two rules, the one that speaks of stopping the first before the second is not told where the second was first."""
    rules = [interval("back", ("peel",), ("filler",), kind=kind), interval("other", ("filler",), ("acid",))]
    told = case("peel", "filler", done_first=done_first)
    assert sorted(s.rule.id for s in spaced(told, context_of(told, KNOWN), rules)) == found


def test_too_soon_and_what_is_asked_come_first():
    """What is too soon stands before the rest, then what an occasion asks about, and how often last."""
    rules = [
        interval("often", ("peel",), (), kind="how_often"), interval("a_pair", ("peel",), ("recent_filler",), 1, 2),
        interval("occasion", ("peel",), ("exercise",), 1, 2), interval("soon", ("peel",), ("recent_filler",), 9, 10),
    ]
    told = case("peel", occasions=("exercise",), days=(5,), repeat_days=1, person=with_conditions("recent_filler"))
    assert [s.rule.id for s in spaced(told, context_of(told, KNOWN), rules)] == ["soon", "occasion", "a_pair", "often"]


def test_every_interval_is_looked_at():
    """An interval that does not apply keeps no later one from applying."""
    told = case("peel", past=("peel",), occasions=("event", "exercise"))
    rules = [interval("no", ("peel",), ("event",), kind="before_event"), interval("yes", ("peel",), ("exercise",), kind="resume_after")]
    assert [s.rule.id for s in spaced(told, context_of(told, KNOWN), rules)] == ["yes"]
