"""The rooms of safety on made-up rules: what raises a flag, and what a precaution holds for."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from skinproof.catalogue.ingredient import Ingredient
from skinproof.catalogue.record import Note, Scope, Source
from skinproof.catalogue.rules import Precaution, RedFlag
from skinproof.catalogue.treatment import Treatment
from skinproof.question.case import Case, Person
from skinproof.safety.context import context_of, touches
from skinproof.safety.precautions import ANYONE, ORDER, applied, unsaid
from skinproof.safety.red_flags import LEVELS, raised

SAID = Note(text="made up", basis="inference")
RULE: dict[str, Any] = {"grade": "inference", "sources": (Source(address="https://example.org", read="excerpt", date=dt.date(2026, 11, 1)),)}


def treatment(name: str, *classes: str, carries: tuple[str, ...] = ()) -> Treatment:
    return Treatment(id=name, kind="procedure", name=name, classes=classes, carries=carries, what_it_is=SAID, mechanism=SAID)


def ingredient(name: str, *classes: str, brings: str | None = None) -> Ingredient:
    return Ingredient(id=name, inci=name.upper(), classes=classes, treatment=brings, sources=RULE["sources"])


KNOWN = {t.id: t for t in (
    treatment("pen", "needling", carries=("numbing_cream", "gel")), treatment("numbing_cream", "numbing"), treatment("peel", "acid", "peel_superficial"),
    treatment("filler", "filler"), treatment("acid_cream", "acid"),
)}


def case(*treatments: str, **changes: Any) -> Case:
    person = changes.pop("person", Person())
    plain: dict[str, Any] = {
        "question": "", "language": "en", "parts": (), "treatments": treatments, "ingredients": (), "goals": (), "outcomes": (), "person": person,
    }
    return Case(**plain | changes)


def with_conditions(*conditions: str, denied: tuple[str, ...] = ()) -> Person:
    return Person(conditions=conditions, denied=denied)


def flag(name: str = "flag", level: Any = "emergency", signs: tuple[tuple[str, ...], ...] = (("white",),), **changes: Any) -> RedFlag:
    return RedFlag(id=name, level=level, signs=signs, why="made up", do="go", **RULE | changes)


def precaution(name: str, action: Any = "defer", when: tuple[str, ...] = ("pregnancy",), classes: tuple[str, ...] = (), treatments: tuple[str, ...] = ()) -> Precaution:
    return Precaution(id=name, when=when, scope=Scope(classes=classes, treatments=treatments), action=action, why="made up", do="wait", **RULE)


# --- context
CONTEXT = [
    # case, ingredients, what its classes and ids hold
    (case("pen"), (), {"needling", "numbing"}, {"pen", "numbing_cream", "gel"}),
    (case("pen", "numbing_cream"), (), {"needling", "numbing"}, {"pen", "numbing_cream", "gel"}),
    (case("unknown"), (), set(), set()),
    (case(), (ingredient("glycolic", "aha"),), {"aha"}, {"glycolic"}),
    (case(), (ingredient("glycolic", "aha", brings="acid_cream"),), {"aha", "acid"}, {"glycolic", "acid_cream"}),
    (case("peel"), (ingredient("lost", brings="nowhere"),), {"acid", "peel_superficial"}, {"peel", "lost"}),
]


@pytest.mark.parametrize(("asked", "ingredients", "classes", "ids"), CONTEXT)
def test_context_holds_all_brought_along(asked, ingredients, classes, ids):
    """Treatments, what they carry, and what an ingredient stands for count, each once."""
    context = context_of(asked, KNOWN, ingredients)
    assert (context.classes, context.ids) == (classes, ids)
    assert not {t.id for t in context.treatments} & {t.id for t in context.carried}


@pytest.mark.parametrize(("condition", "names", "held"), [
    ("recent_filler", ["filler"], True), ("recent_toxin", ["toxin"], True), ("recent_laser", ["ipl"], True), ("recent_laser", ["laser_ablative"], True),
    ("recent_laser", ["laser_nonablative"], True), ("recent_prp", ["biologic"], True), ("recent_prp", ["needling"], True), ("recent_peel", ["peel_deep"], True),
    ("recent_peel", ["peel_superficial"], True), ("recent_needling", ["needling"], True), ("recent_microdermabrasion", ["abrasion"], True),
    ("recent_hydrafacial", ["abrasion"], True), ("isotretinoin_now", ["retinoid_oral"], True), ("isotretinoin_recent", ["retinoid_oral"], True),
    ("recent_filler", ["toxin"], False), ("pregnancy", ["filler"], False), ("recent_filler", [], False), ("pregnancy", ["any"], True), ("pregnancy", ["other", "any"], True),
])
def test_past_treatment_gives_signs_meaning(condition, names, held):
    """A condition that tells of a past treatment counts as having had its classes; "any" always does."""
    assert context_of(case(person=with_conditions(condition)), KNOWN).after(names) is held


@pytest.mark.parametrize(("scope", "one", "all_of_it"), [
    (Scope(), True, True), (Scope(classes=("needling",)), True, True), (Scope(classes=("acid",)), False, False), (Scope(treatments=("pen",)), True, True),
    (Scope(treatments=("numbing_cream",)), True, True), (Scope(treatments=("gel",)), True, True), (Scope(treatments=("peel",)), False, False),
    (Scope(classes=("numbing",)), False, True), (Scope(classes=("acid",), treatments=("pen",)), True, True), (Scope(classes=("needling",), treatments=("peel",)), True, True),
])
def test_scope_meets_treatment_and_context(scope, one, all_of_it):
    """A scope meets a treatment by class, by name or by what it carries; the context also by the classes of what is carried."""
    assert touches(KNOWN["pen"], scope) is one
    assert context_of(case("pen"), KNOWN).touches(scope) is all_of_it


def test_history_counts_where_it_is_known():
    """What was had stands beside what is asked about, and an unknown name is left out."""
    context = context_of(case("pen", history=("peel", "unknown")), KNOWN)
    assert [t.id for t in context.history] == ["peel"]
    assert context.had_classes == {"needling", "acid", "peel_superficial"}


def test_known_treatment_counts_for_flags():
    """What is asked about counts by its classes and by its name."""
    context = context_of(case("peel"), KNOWN)
    assert [context.after([name]) for name in ("acid", "peel", "filler", "pen")] == [True, True, False, False]


# --- red flags
FLAGS = [
    # flag, case, raised
    (flag(needs_context=False), case(signs=("white",)), True),
    (flag(needs_context=False), case(signs=("pale",)), False),
    (flag(needs_context=False), case(), False),
    (flag(signs=(("white", "pain"),), needs_context=False), case(signs=("white",)), False),
    (flag(signs=(("white", "pain"),), needs_context=False), case(signs=("white", "pain", "else")), True),
    (flag(signs=(("white", "pain"), ("cold",)), needs_context=False), case(signs=("cold",)), True),
    (flag(signs=((),), needs_context=False), case(signs=("white",)), False),
    (flag(after=("filler",)), case("filler", signs=("white",)), True),
    (flag(after=("filler",)), case("peel", signs=("white",)), False),
    (flag(after=("filler",)), case(signs=("white",), person=with_conditions("recent_filler")), True),
    (flag(after=("any",)), case(signs=("white",)), True),
    (flag(after=("filler",), not_after=("filler",)), case("filler", signs=("white",)), False),
    (flag(after=("filler", "acid"), not_after=("filler",)), case("filler", "peel", signs=("white",)), True),
    (flag(signs=(("pregnancy", "white"),), needs_context=False), case(signs=("white",), person=with_conditions("pregnancy")), True),
    (flag(needs_had=True, needs_context=False), case(signs=("white",)), False),
    (flag(needs_had=True, needs_context=False), case("peel", signs=("white",), past=("peel",)), True),
    (flag(needs_had=True, needs_context=False), case(signs=("white", "had_lasting")), True),
    (flag(needs_had=True, needs_context=False), case(signs=("white",), concerns=("had_it",)), True),
    (flag(needs_had=True, needs_context=False), case(signs=("white",), concerns=("already_done",)), False),
    (flag(needs_had=True, needs_context=False), case(signs=("white",), person=with_conditions("recent_peel")), True),
]


@pytest.mark.parametrize(("rule", "told", "held"), FLAGS)
def test_flag_needs_signs_and_context(rule, told, held):
    """Every sign of one alternative must be told, after the treatment that gives it its meaning, had if it must have been."""
    assert [f.id for f in raised(told, context_of(told, KNOWN), [rule])] == (["flag"] if held else [])


def test_most_urgent_flag_comes_first():
    """Flags stand from emergency down to routine, and by name within a level."""
    rules = [flag("a", "routine"), flag("b", "soon"), flag("z", "emergency"), flag("c", "same_day"), flag("d", "emergency")]
    told = case("filler", signs=("white",))
    found = raised(told, context_of(told, KNOWN), [RedFlag(**{f: getattr(r, f) for f in r.__struct_fields__} | {"needs_context": False}) for r in rules])
    assert [f.id for f in found] == ["d", "z", "c", "b", "a"]
    assert LEVELS == ("routine", "soon", "same_day", "emergency")


def test_what_names_the_cause_comes_first_within_a_level():
    """Where minutes count, then what names the cause, stands before what knows less."""
    ranked = ["sight_after_injection", "clot_in_the_lung", "ill_newborn", "any_other", "blocked_or_burnt"]
    told = case("filler", signs=("white",))
    pairs = [("sight_after_injection", "clot_in_the_lung"), ("flesh_infection", "eczema_herpeticum"), ("sepsis", "any_other"), ("zz_other", "blocked_or_burnt")]
    assert [f.id for f in raised(told, context_of(told, KNOWN), [flag(name, needs_context=False) for name in reversed(ranked)])] == ranked
    for first, second in pairs:
        assert [f.id for f in raised(told, context_of(told, KNOWN), [flag(name, needs_context=False) for name in (second, first)])] == [first, second]


@pytest.mark.parametrize(("narrow", "wide", "kept"), [
    # more signs of the same cause say it better; so does a rule for the treatment that was had
    (flag("n", "soon", signs=(("white", "cold"),), needs_context=False), flag("w", "soon", needs_context=False), ["n"]),
    (flag("n", "emergency", signs=(("white", "cold"),), needs_context=False), flag("w", "soon", needs_context=False), ["n"]),
    (flag("n", "soon", after=("filler",)), flag("w", "soon", needs_context=False), ["n"]),
    # a less urgent rule, the same words without a cause, or a rule with a cause of its own does not
    (flag("n", "routine", signs=(("white", "cold"),), needs_context=False), flag("w", "soon", needs_context=False), ["w", "n"]),
    (flag("n", "soon", needs_context=False), flag("w", "soon", needs_context=False), ["n", "w"]),
    (flag("n", "soon", signs=(("white", "cold"),), needs_context=False), flag("w", "soon", after=("filler",)), ["n", "w"]),
    # every way in which the wider rule holds must be told by the narrower one
    (flag("n", "soon", signs=(("white", "cold"),), needs_context=False), flag("w", "soon", signs=(("white",), ("pain",)), needs_context=False), ["n", "w"]),
    (flag("n", "soon", signs=(("white", "cold"), ("pain", "cold")), needs_context=False), flag("w", "soon", signs=(("white",), ("pain",)), needs_context=False), ["n"]),
])
def test_narrower_flag_stands_for_the_wider(narrow, wide, kept):
    """Of two flags that say the same, the one that knows more is shown, if it is no less urgent."""
    told = case("filler", signs=("white", "cold", "pain"))
    assert [f.id for f in raised(told, context_of(told, KNOWN), [wide, narrow])] == kept


def test_due_within_days_comes_before_due_within_weeks():
    """Of two flags of one level, the sooner stands first."""
    told = case(signs=("white", "cold"))
    rules = [flag("a", "soon", needs_context=False), flag("b", "soon", signs=(("cold",),), needs_context=False, within_days=True)]
    assert [f.id for f in raised(told, context_of(told, KNOWN), rules)] == ["b", "a"]


@given(st.sets(st.sampled_from("abcd")), st.sets(st.sampled_from("abcd")))
def test_more_signs_never_lower_urgency(told, more):
    """A further sign takes no flag away."""
    rules = [flag("one", "soon", (("a", "b"),), needs_context=False), flag("two", "emergency", (("c",), ("b", "d")), needs_context=False)]
    fewer, all_told = case(signs=tuple(told)), case(signs=tuple(told | more))
    assert {f.id for f in raised(fewer, context_of(fewer, KNOWN), rules)} <= {f.id for f in raised(all_told, context_of(all_told, KNOWN), rules)}


# --- precautions
PRECAUTIONS = [
    # rules, case, what holds: each with its condition, in order
    ([precaution("p", classes=("needling",))], case("pen", person=with_conditions("pregnancy")), [("p", "pregnancy")]),
    ([precaution("p", classes=("needling",))], case("peel", person=with_conditions("pregnancy")), []),
    ([precaution("p", classes=("needling",))], case("pen"), []),
    ([precaution("p", classes=("numbing",))], case("pen", person=with_conditions("pregnancy")), [("p", "pregnancy")]),
    ([precaution("p", when=("nursing", "pregnancy"))], case("pen", person=with_conditions("pregnancy", "nursing")), [("p", "nursing")]),
    ([precaution("p", when=(ANYONE,))], case("pen"), [("p", ANYONE)]),
    ([precaution("c", "caution", (ANYONE,)), precaution("a", "ask", (ANYONE,)), precaution("o", "ok", (ANYONE,)), precaution("s", "stop", (ANYONE,)), precaution("d", "defer", (ANYONE,))],
     case("pen"), [("s", ANYONE), ("d", ANYONE), ("a", ANYONE), ("c", ANYONE), ("o", ANYONE)]),
    ([precaution("z", "stop", (ANYONE,)), precaution("y", "stop", (ANYONE,))], case("pen"), [("y", ANYONE), ("z", ANYONE)]),
    # a rule by class yields to one that calls the very treatments fine by name for the same condition
    ([precaution("by_class", classes=("acid",)), precaution("by_name", "ok", treatments=("acid_cream",))], case("acid_cream", person=with_conditions("pregnancy")), [("by_name", "pregnancy")]),
    ([precaution("by_class", classes=("acid",)), precaution("by_name", "ok", treatments=("acid_cream",))], case("acid_cream", "peel", person=with_conditions("pregnancy")),
     [("by_class", "pregnancy"), ("by_name", "pregnancy")]),
    ([precaution("by_class", classes=("acid",)), precaution("by_name", "ok", ("nursing",), treatments=("acid_cream",))], case("acid_cream", person=with_conditions("pregnancy", "nursing")),
     [("by_class", "pregnancy"), ("by_name", "nursing")]),
    ([precaution("both", classes=("acid",), treatments=("acid_cream",)), precaution("by_name", "ok", treatments=("acid_cream",))], case("acid_cream", person=with_conditions("pregnancy")),
     [("both", "pregnancy"), ("by_name", "pregnancy")]),
    ([precaution("by_class", classes=("acid",)), precaution("mild", "caution", treatments=("acid_cream",))], case("acid_cream", person=with_conditions("pregnancy")),
     [("by_class", "pregnancy"), ("mild", "pregnancy")]),
    ([precaution("fine", "ok", classes=("acid",)), precaution("by_name", "ok", treatments=("acid_cream",))], case("acid_cream", person=with_conditions("pregnancy")),
     [("by_name", "pregnancy"), ("fine", "pregnancy")]),
    # a rule about what is only carried in is not overruled
    ([precaution("by_class", classes=("numbing",)), precaution("by_name", "ok", treatments=("pen",))], case("pen", person=with_conditions("pregnancy")), [("by_class", "pregnancy"), ("by_name", "pregnancy")]),
    # having had a treatment says nothing against that same treatment when no other is planned
    ([precaution("p", when=("recent_peel",))], case("peel", past=("peel",), person=with_conditions("recent_peel")), []),
    ([precaution("p", when=("recent_peel",))], case("peel", "pen", past=("peel",), person=with_conditions("recent_peel")), [("p", "recent_peel")]),
    ([precaution("p", when=("recent_peel",))], case("pen", person=with_conditions("recent_peel")), [("p", "recent_peel")]),
    ([precaution("p", when=("pregnancy",))], case("peel", past=("peel",), person=with_conditions("pregnancy")), [("p", "pregnancy")]),
]


@pytest.mark.parametrize(("rules", "told", "held"), PRECAUTIONS)
def test_precautions_hold_for_the_told(rules, told, held):
    """Precautions meet treatment and condition, the strictest first, and yield only to what is called fine by name."""
    assert [(a.rule.id, a.condition) for a in applied(told, context_of(told, KNOWN), rules)] == held


@pytest.mark.parametrize(("also", "conditions", "holds"), [((), ("pregnancy",), True), (("eczema",), ("pregnancy",), False), (("eczema",), ("pregnancy", "eczema"), True), (("eczema",), ("eczema",), False)])
def test_precaution_needs_all_of_its_conditions(also, conditions, holds):
    """What must be told as well must be told."""
    rule = replace(precaution("p"), also=also)
    told = case("pen", person=with_conditions(*conditions))
    assert bool(applied(told, context_of(told, KNOWN), [rule])) is holds


def test_again_planned_counts_what_was_had():
    """Having had a treatment speaks against having it again."""
    told = case("peel", past=("peel",), concerns=("again",), person=with_conditions("recent_peel"))
    assert [a.condition for a in applied(told, context_of(told, KNOWN), [precaution("p", when=("recent_peel",))])] == ["recent_peel"]


def test_actions_stand_from_strict_to_fine():
    """The order of actions is stop, defer, ask, caution, ok."""
    assert ORDER == ("stop", "defer", "ask", "caution", "ok")


UNSAID = [
    (precaution("p", "stop", classes=("needling",)), case("pen"), True),
    (precaution("p", "defer", classes=("needling",)), case("pen"), True),
    (precaution("p", "ask", classes=("needling",)), case("pen"), False),
    (precaution("p", "caution", classes=("needling",)), case("pen"), False),
    (precaution("p", "stop", classes=("acid",)), case("pen"), False),
    (precaution("p", "stop"), case(), False),
    (precaution("p", "stop"), case("pen"), True),
    (precaution("p", "stop"), case("pen", person=with_conditions("pregnancy")), False),
    (precaution("p", "stop"), case("pen", person=with_conditions(denied=("pregnancy",))), False),
    (precaution("p", "stop"), case("pen", person=with_conditions("acne", denied=("eczema",))), True),
    (precaution("p", "stop", ("child",)), case("pen", person=Person(age=52)), False),
    (precaution("p", "stop", ("child",)), case("pen"), True),
    (precaution("p", "stop", ("nursing", "pregnancy")), case("pen", person=with_conditions(denied=("pregnancy",))), False),
]


@pytest.mark.parametrize(("rule", "told", "listed"), UNSAID)
def test_silence_lists_what_would_stop(rule, told, listed):
    """"Do not book if" lists what would stop or defer the treatment, unless it was told or denied."""
    assert [r.id for r in unsaid(told, context_of(told, KNOWN), [rule])] == (["p"] if listed else [])


def test_pregnancy_and_stops_are_listed_first():
    """Of what would stop the treatment pregnancy stands first, then what stops before what defers."""
    told = case("pen")
    rules = [precaution("d", "defer", ("eczema",)), precaution("s", "stop", ("keloid",)), precaution("pd", "defer"), precaution("ps", "stop")]
    assert [r.id for r in unsaid(told, context_of(told, KNOWN), rules)] == ["ps", "pd", "s", "d"]


@pytest.mark.parametrize("changes", [{"also": ("eczema",)}, {"of_product": True}, {"when": ("pregnancy", ANYONE)}])
def test_what_silence_cannot_tell_is_not_listed(changes):
    """A rule with a second condition, of a product, or for everybody is no "do not book if"."""
    told = case("pen")
    assert not unsaid(told, context_of(told, KNOWN), [replace(precaution("p", "stop"), **changes)])
