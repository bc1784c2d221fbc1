"""The second reading: among the answers that the facts allow, the one that the words of a question call for."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

import skinproof
from skinproof import api
from skinproof.answer.bottom_line import CAUTION, grounds
from skinproof.answer.second_reading import FirstReading, allowed, read_again, weighed
from skinproof.catalogue.text import words
from skinproof.question.expected import expected
from skinproof.safety.red_flags import CALM, FAIRLY_CALM, doubted
from training import data

DIRECTIONS = ("helps", "does_not_help", "mixed", "not_enough_evidence", "unsafe", "see_a_doctor")


@pytest.fixture(scope="module")
def model():
    return api.knowledge().vocabulary.answers


@pytest.fixture(scope="module")
def answers():
    return [skinproof.ask(q["text"]) for q in data.questions()[::9]]


@given(st.text(max_size=300))
def test_any_text_calls_for_something(text):
    found = expected(words(text), api.knowledge().vocabulary.answers)
    assert set(DIRECTIONS) <= set(found)
    assert sum(found.values()) == pytest.approx(1)


@given(st.sampled_from(DIRECTIONS), st.floats(0.01, 0.9), st.floats(0.01, 0.9))
def test_words_that_call_louder_weigh_more(direction, one, other):
    """The surer the words are of a direction, the likelier it is, whatever the rules said."""
    model = api.knowledge().vocabulary.answers
    found = FirstReading(got="mixed", gate="precaution/caution:mixed", could=("mixed",), actions=("caution",), urgency="none", status="answered", effect="not_asked:none")
    little, much = sorted((one, other))
    assert weighed(found, {direction: little}, model)[direction] <= weighed(found, {direction: much}, model)[direction] + 1e-9


def test_it_never_says_yes_and_never_hides_what_is_urgent(answers):
    """A yes is only taken back; what is due today stays; a rule that warns is still shown."""
    changed = [a for a in answers if a.first.direction != a.decision.direction]
    assert len(changed) > 20
    for a in changed:
        assert a.decision.direction != "helps"
        assert not (a.first.direction == "see_a_doctor" and a.gathered.flags[0].level in {"emergency", "same_day"})
        assert a.decision.direction != "see_a_doctor"
        if a.first.because.startswith("precaution:") and a.first.direction == "unsafe":
            assert any(a.first.because in s.fact_ids for s in a.statements.values())
        assert any(s.message == f"understood.read_again.{a.first.direction}" for s in a.statements.values())


def test_the_bottom_line_is_that_of_the_most_cautious_part(answers):
    for a in answers:
        if a.decisions:
            assert a.decision.direction == min((d.direction for _, d in a.decisions), key=CAUTION.index)


def test_a_firm_answer_rests_on_a_ground_of_its_own(answers):
    """Only "it depends" and "not like this" are made of the first reading; every other direction is what a rule or a fact says, or the no of a false fear."""
    for a in answers:
        if a.first.direction != a.decision.direction and a.decision.direction not in {"mixed", "unsafe"}:
            said = [(d.direction, d.because) for part, _ in a.decisions for d in grounds(part, a.gathered)]
            feared = a.decision == replace(a.first, direction="does_not_help") and a.first.because.startswith("premise:")
            assert feared or (a.decision.direction, a.decision.because) in said


def test_do_not_is_never_lifted(answers):
    assert not [a for a in answers if a.first.action == "stop" and a.first.direction == "unsafe" and a.decision.direction != "unsafe"]


def test_without_a_model_or_with_few_words_the_rules_stand(model):
    a = skinproof.ask("does tretinoin help wrinkles")
    assert a.case.expected == {}
    assert read_again(a.decisions, a.first, a.gathered, a.case, a.status, model) == (a.decisions, a.first)
    long = skinproof.ask(" ".join(["does tretinoin help with the wrinkles round my eyes if i use it for a year or two"] * 2))
    assert long.case.expected
    assert read_again(long.decisions, long.first, long.gathered, long.case, long.status, None) == (long.decisions, long.first)


def test_what_is_due_today_allows_nothing_else():
    a = skinproof.ask("lip filler two hours ago and my upper lip is white and cold and it hurts like hell, should i massage it or wait until tomorrow")
    assert a.decision.direction == "see_a_doctor"
    assert set(allowed(a.decision, [replace(a.decision, direction="mixed")], a.gathered, a.case, a.status)) == {"see_a_doctor"}


EMERGENCY = "lip filler two hours ago and my upper lip is white and cold and it hurts like hell, should i massage it or wait until tomorrow"


@pytest.mark.parametrize(("loudest", "level", "doubts"), [
    (None, "emergency", 0), (0.9, "emergency", 0), (FAIRLY_CALM - 0.01, "emergency", 0), (CALM - 0.01, "", 1),
])
def test_a_sign_in_a_calm_message_is_told_and_not_shouted(loudest, level, doubts):
    """However calm the words, the sign is not dropped."""
    a = skinproof.ask(EMERGENCY)
    stand, doubtful = doubted(a.gathered.flags, replace(a.case, loudest=loudest))
    assert len(doubtful) >= doubts
    assert {f.id for f in (*stand, *doubtful)} == {f.id for f in a.gathered.flags}
    assert (stand[0].level if stand and stand[0].level == "emergency" else "") == level


def test_thoughts_of_dying_are_never_doubted():
    a = skinproof.ask("i keep thinking of killing myself since the laser, anyway which sunscreen is nice for oily skin in summer")
    stand, doubtful = doubted(a.gathered.flags, replace(a.case, loudest=0.0))
    assert stand
    assert "suicidal" not in [f.id for f in doubtful]


def test_what_is_due_today_is_due_within_days_where_the_words_are_fairly_calm():
    a = skinproof.ask("day 4 after co2 laser, my face is weeping green stuff")
    stand, _ = doubted(a.gathered.flags, replace(a.case, loudest=FAIRLY_CALM - 0.01))
    assert {f.level for f in stand} == {"soon"}


def test_a_doubted_sign_is_shown_with_what_to_do():
    """At level routine in the JSON, and never as the reason of the bottom line."""
    found = [a for q in data.questions() if (a := skinproof.ask(q["text"])).gathered.doubted]
    assert found
    for a in found:
        if not a.gathered.flags:
            assert a.to_dict()["urgent"]["level"] == "routine"
            assert a.language != "en" or a.gathered.doubted[0].do.split(". ")[0] in a.to_text(width=10_000)
            assert not a.decision.because.startswith("red_flag:")


CHAT = (
    "hi all, long time reader, i am 34 and my skin is combination, i use a gentle wash and spf every morning and my sister says i am obsessed with it lol.",
    "anyway which vitamin c serum would you buy for about thirty pounds, the drops or the cream, and does it matter if i put it on before or after my moisturiser in the morning",
)


def test_a_sign_told_in_passing_is_not_drowned():
    """Whatever else a message is about: at most 2 of 100 emergencies told between two calm paragraphs are no longer raised as one."""
    told = [m["text"] for m in yaml.safe_load((data.ROOT / "tests/questions/red_flags.yaml").read_text()) if m["level"] == "emergency"][::4]
    lost = [text for text in told if not any(f.level == "emergency" for f in skinproof.ask(f"{CHAT[0]} {text}. {CHAT[1]}").gathered.flags)]
    alone = [text for text in told if not any(f.level == "emergency" for f in skinproof.ask(text).gathered.flags)]
    assert len(told) > 100
    assert len(set(lost) - set(alone)) <= 0.02 * len(told), lost


@pytest.mark.parametrize(("text", "hers"), [
    ("my wife is 8 weeks pregnant, I (male) use tretinoin every night. do I have to stop because of the baby", False),
    ("we are ttc. my husband uses tretinoin on his forehead. does he need to quit before we conceive", False),
    ("im 20 weeks pregnant and my husband uses tretinoin, can i use his cream for my acne too", True),
    ("my partner put me onto tretinoin last year and now i am 8 weeks pregnant, do i need to bin it", True),
    ("my girlfriend swears by tretinoin, im trying for a baby since may, i use it every night, should i stop", True),
])
def test_whose_cream_it_is_beside_a_pregnancy(text, hers):
    """Who is with child and asks about her own use keeps the rule, whoever else uses it."""
    assert (skinproof.ask(text).decision.direction == "unsafe") is hers


def test_of_three_things_mixed_the_strictest_pair_leads():
    """That two of them may go together does not clear the third."""
    pairs = skinproof.ask("can i use vitamin c niacinamide and retinol in the same night").gathered.combinations
    assert pairs[0].same_time == "separate"
    assert {p.same_time for p in pairs} == {"separate", "fine"}
