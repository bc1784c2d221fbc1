"""Which red flags stand, in which order and how loud, on made-up rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from skinproof.question.alarm import ALARMING, UNEASY, VERY_ALARMING
from skinproof.safety.context import context_of
from skinproof.safety.red_flags import CALM, FAIRLY_CALM, SURELY, doubted, known_course, raised
from tests.test_safety_rules import KNOWN, case, flag, with_conditions

ANGRY = ("hot_painful_swelling", "red_hot", "pus", "fever_unwell", "spreading_redness", "bad_smell")


def free(name: str = "flag", level: Any = "same_day", signs: tuple[tuple[str, ...], ...] = (("white",),), **changes: Any):
    """A flag whose signs are enough alone."""
    return flag(name, level, signs, needs_context=False, **changes)


@dataclass
class Row:
    """Rules, what is told, and the flags that stand with their level."""

    rules: list[Any]
    said: dict[str, Any]
    stand: list[tuple[str, str]]
    treatments: tuple[str, ...] = ()
    note: str = field(default="", kw_only=True)


ROWS = [
    # a last resort yields to any other flag, and stands alone
    Row([free("last", last_resort=True), free("other", "soon")], {"signs": ("white",)}, [("other", "soon")], note="last resort yields"),
    Row([free("last", last_resort=True)], {"signs": ("white",)}, [("last", "same_day")], note="last resort alone"),
    # beside very alarming words a vague or a routine flag does not silence the last resort
    Row([free("last", last_resort=True, signs=(("cold",),)), free("x", "routine")], {"signs": ("white", "cold", VERY_ALARMING)}, [("last", "same_day"), ("x", "routine")], note="routine beside alarm"),
    Row([free("last", last_resort=True, signs=(("cold",),)), free("x_of_unknown_cause", "soon")], {"signs": ("white", "cold", VERY_ALARMING)},
        [("last", "same_day"), ("x_of_unknown_cause", "soon")], note="vague beside alarm"),
    Row([free("last", last_resort=True, signs=(("cold",),)), free("x", "soon")], {"signs": ("white", "cold", VERY_ALARMING)}, [("x", "soon")], note="known beside alarm"),
    Row([free("last", last_resort=True, signs=(("cold",),)), free("x", "routine")], {"signs": ("white", "cold")}, [("x", "routine")], note="routine without alarm"),
    # a flag of unknown cause is silent where a cause is known
    Row([free("a_of_unknown_cause"), free("known", "soon", signs=(("cold",),))], {"signs": ("white", "cold")}, [("known", "soon")], note="cause known"),
    Row([free("a_of_unknown_cause"), free("known", "routine", signs=(("cold",),))], {"signs": ("white", "cold")}, [("a_of_unknown_cause", "same_day"), ("known", "routine")], note="only a routine one known"),
    Row([free("a_of_unknown_cause"), free("b_of_unknown_cause", "soon", signs=(("cold",),))], {"signs": ("white", "cold")},
        [("a_of_unknown_cause", "same_day"), ("b_of_unknown_cause", "soon")], note="two of unknown cause"),
    # "in other words" is the same flag once
    Row([free("x", "soon"), free("x_in_other_words", "soon", signs=(("cold",),))], {"signs": ("white", "cold")}, [("x", "soon")], note="the same twice"),
    Row([free("x_in_other_words", "soon", signs=(("cold",),))], {"signs": ("cold",)}, [("x_in_other_words", "soon")], note="in other words alone"),
    Row([free("y", "soon"), free("x_in_other_words", "soon", signs=(("cold",),))], {"signs": ("white", "cold")}, [("x_in_other_words", "soon"), ("y", "soon")], note="another flag in other words"),
    # minutes count most
    Row([free("a", "emergency"), free("not_waking", "emergency", signs=(("cold",),))], {"signs": ("white", "cold")}, [("not_waking", "emergency"), ("a", "emergency")], note="not waking first"),
    # calm beside signs of a usual course
    Row([free(calm_with=("no_pain",))], {"signs": ("white", "no_pain")}, [("flag", "routine")], note="calm"),
    Row([free(calm_with=("no_pain",))], {"signs": ("white",)}, [("flag", "same_day")], note="nothing calms"),
    Row([free(calm_with=("no_pain",), calm_after=("filler",))], {"signs": ("white", "no_pain")}, [("flag", "same_day")], note="calm only after another treatment"),
    Row([free(calm_with=("no_pain",), calm_after=("filler",))], {"signs": ("white", "no_pain")}, [("flag", "routine")], ("filler",), note="calm after this treatment"),
    Row([free(calm_with=("no_pain",))], {"signs": ("white", "no_pain", "pus")}, [("flag", "routine")], note="what calms is told of the very sign"),
    # too early to be it, unless it is angry
    Row([free(early_before=14)], {"signs": ("white",), "days": (13,)}, [("flag", "routine")], note="early"),
    Row([free(early_before=14)], {"signs": ("white",), "days": (14,)}, [("flag", "same_day")], note="no longer early"),
    Row([free(early_before=14)], {"signs": ("white",), "days": (2, 20)}, [("flag", "same_day")], note="one span is long"),
    Row([free(early_before=14)], {"signs": ("white",)}, [("flag", "same_day")], note="no span told"),
    Row([free(early_before=14, early_after=("filler",))], {"signs": ("white",), "days": (2,)}, [("flag", "same_day")], ("peel",), note="early after another treatment"),
    Row([free(early_before=14, early_after=("filler",))], {"signs": ("white",), "days": (2,)}, [("flag", "routine")], ("filler",), note="early after this treatment"),
    *(Row([free(early_before=14)], {"signs": ("white", sign), "days": (2,)}, [("flag", "same_day")], note=f"early and {sign}") for sign in ANGRY),
    # long after: due within days
    Row([free(late_after=60)], {"signs": ("white",), "days": (60,)}, [("flag", "soon")], note="late"),
    Row([free(late_after=60)], {"signs": ("white",), "days": (59,)}, [("flag", "same_day")], note="not yet late"),
    Row([free(late_after=60)], {"signs": ("white",), "days": (90, 3)}, [("flag", "same_day")], note="one span is short"),
    Row([free(late_after=60)], {"signs": ("white",)}, [("flag", "same_day")], note="no span told"),
    Row([free(level="emergency", late_after=60)], {"signs": ("white",), "days": (90,)}, [("flag", "soon")], note="a late emergency"),
    Row([free(level="routine", late_after=60)], {"signs": ("white",), "days": (90,)}, [("flag", "routine")], note="routine stays"),
    Row([free()], {"signs": ("white",), "days": (900,)}, [("flag", "same_day")], note="no bound of lateness"),
    # one that equals another in its words, but knows the treatment, stands for it
    Row([flag("own", "same_day", after=("filler",)), free("wide")], {"signs": ("white",)}, [("own", "same_day")], ("filler",), note="same words, own cause"),
    # the meaning is told by a flag of its own
    Row([flag("f", "soon", after=("acid",), not_after=("filler",))], {"signs": ("white",)}, [("f", "soon")], ("peel",), note="another treatment gives the meaning"),
    Row([flag("f", "soon", after=("recent",), not_after=("filler",))], {"signs": ("white",)}, [], ("filler",), note="no treatment gives the meaning"),
    Row([flag("f", "soon", after=("any",), not_after=("filler",))], {"signs": ("white",)}, [("f", "soon")], ("filler",), note="any treatment gives the meaning"),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.note)
def test_flags_stand_as_told(row):
    """Which flags stand, how loud, and in which order."""
    told = case(*row.treatments, **row.said)
    assert [(f.id, f.level) for f in raised(told, context_of(told, KNOWN), row.rules)] == row.stand


def test_what_is_late_is_due_within_days():
    """A late flag says that it is due within days, and no other does."""
    told = case(signs=("white",), days=(90,))
    assert [f.within_days for f in raised(told, context_of(told, KNOWN), [free(late_after=60)])] == [True]
    assert [f.within_days for f in raised(told, context_of(told, KNOWN), [free(late_after=91)])] == [False]


def test_calm_flag_tells_its_own_advice():
    """A calm flag settles, and says what to do then; without such words it says what it always says."""
    told = case(signs=("white", "no_pain"))
    for rule, do in ((free(calm_with=("no_pain",), calm_do="wait"), "wait"), (free(calm_with=("no_pain",)), "go")):
        found = raised(told, context_of(told, KNOWN), [rule])
        assert [(f.settles, f.do) for f in found] == [(True, do)]


def test_history_gives_early_its_meaning():
    """What was had long ago and is not asked about counts for what is too early."""
    told = case(signs=("white",), days=(2,), history=("filler",))
    rules = [free(early_before=14, early_after=("filler",))]
    assert [f.level for f in raised(told, context_of(told, KNOWN), rules)] == ["routine"]


def test_history_counts_among_what_gives_meaning():
    """A flag is left to another only where every treatment that gives the meaning has its own; unknown ones do not count."""
    rules = [flag("f", "soon", after=("filler", "acid"), not_after=("filler",))]
    told = case("filler", signs=("white",), history=("peel", "unknown"))
    assert [f.id for f in raised(told, context_of(told, KNOWN), rules)] == ["f"]
    told = case("filler", signs=("white",), person=with_conditions("recent_filler"))
    assert raised(told, context_of(told, KNOWN), rules) == []


QUIET, HALF, LOUD = CALM / 2, (CALM + FAIRLY_CALM) / 2, 0.5
DOUBTS = [
    # loudest, flag, (level that stands, softened) or None where the words speak against it
    (QUIET, free(level="emergency"), None), (QUIET, free(level="same_day"), None), (QUIET, free(level="soon"), None), (QUIET, free(level="routine"), ("routine", False)),
    (QUIET, flag(level="emergency", after=("filler",)), None), (QUIET, flag(level="same_day", after=("filler",)), ("soon", True)), (QUIET, flag(level="soon", after=("filler",)), ("soon", False)),
    (QUIET, free(level="emergency", firm=True), ("emergency", False)), (QUIET, free(level="same_day", firm=True), ("same_day", False)), (QUIET, free(level="soon", firm=True), ("soon", False)),
    (CALM, free(level="emergency"), ("emergency", False)), (CALM, free(level="same_day"), ("soon", True)),
    (HALF, free(level="emergency"), ("emergency", False)), (HALF, free(level="same_day"), ("soon", True)), (HALF, free(level="same_day", firm=True), ("same_day", False)), (HALF, free(level="soon"), ("soon", False)),
    (FAIRLY_CALM, free(level="same_day"), ("same_day", False)), (LOUD, free(level="same_day"), ("same_day", False)), (LOUD, free(level="emergency"), ("emergency", False)),
    (None, free(level="same_day"), ("same_day", False)), (None, free(level="emergency"), ("emergency", False)),
    (LOUD, free(UNEASY, "soon"), None), (None, free(UNEASY, "soon"), None),
]


@pytest.mark.parametrize(("loudest", "rule", "stands"), DOUBTS)
def test_calm_words_speak_against_a_flag(loudest, rule, stands):
    """Where no few words are alarming a flag is doubted, where they are fairly calm it is softened; a firm one never, nor one that a treatment gives its meaning where it is not the loudest."""
    kept, doubtful = doubted([rule], case(loudest=loudest))
    assert [(f.level, f.softened) for f in kept] == ([] if stands is None else [stands])
    assert doubtful == ([rule] if stands is None else [])
    assert all(f.within_days for f in kept if f.softened)


def test_what_stands_is_sorted_anew():
    """What is softened moves behind what is more urgent; unknown words change no order."""
    rules = [free("a"), free("b", "emergency", firm=True), free("c", "routine")]
    kept, _ = doubted(rules, case(loudest=HALF))
    assert [(f.id, f.level) for f in kept] == [("b", "emergency"), ("a", "soon"), ("c", "routine")]


def test_bounds_of_calm_are_small_shares():
    """The two bounds are shares of alarm, the lower one well below the other; docs/questions.md tells them."""
    assert (CALM, FAIRLY_CALM) == (0.05, 0.15)


TODAY = "sounds_alarming_today"
HEARD = [free(UNEASY, "routine"), free(ALARMING, "soon", within_days=True), free(TODAY)]
COURSES = [
    # flags that stand, how alarming the words are, what stands and what is only told
    ([ALARMING], 0.5, [], [UNEASY]),
    ([TODAY], SURELY - 0.01, [ALARMING], []), ([TODAY], SURELY, [TODAY], []), ([TODAY], 1.0, [TODAY], []),
    ([ALARMING, "named"], 0.5, [ALARMING, "named"], []), ([TODAY, "named"], 0.5, [TODAY, "named"], []), (["named"], 0.5, ["named"], []),
    ([ALARMING, "mild"], 0.5, ["mild"], [UNEASY]), ([], 0.5, [], []),
]


@pytest.mark.parametrize(("ids", "likely", "stands", "told"), COURSES)
def test_usual_course_makes_alarm_milder(ids, likely, stands, told):
    """Where the course is the usual one, what only sounds alarming is one step milder; a sign known by name stays, and very sure words do."""
    rules = {f.id: f for f in [*HEARD, free("named", "soon"), free("mild", "routine")]}
    kept, doubtful = known_course([rules[i] for i in ids], [], rules.values(), likely)
    assert ([f.id for f in kept], [f.id for f in doubtful]) == (stands, told)


def test_usual_course_keeps_what_was_told():
    """What was only told before is told still."""
    kept, told = known_course([free(ALARMING, "soon")], [free("other", "routine")], HEARD, 0.5)
    assert kept == []
    assert [f.id for f in told] == [UNEASY, "other"]
