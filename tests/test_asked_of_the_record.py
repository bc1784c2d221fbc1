"""What is asked of a treatment besides whether it works gets the note of its record: side effects, how it works, stopping, who should do it, whom it does not suit, in place of it, and two side by side."""

import pytest

import skinproof

ASKED = [
    ("what are the side effects of botox", "treatment:botulinum_lines#harms.0"),
    ("any downsides to sculptra?", "treatment:poly_l_lactic_acid#"),
    ("quels sont les effets secondaires de la trétinoïne", "treatment:tretinoin#"),
    ("¿qué efectos secundarios tiene el retinol?", "treatment:retinol#"),
    ("what happens if i stop sculptra", "treatment:poly_l_lactic_acid#"),
    ("can retinol make my skin worse", "treatment:retinol#"),
    ("can i go back to work the same day after botox", "treatment:botulinum_lines#downtime"),
    ("which hurts more retinol or tretinoin", "treatment:retinol#pain"),
    ("which lasts longer, filler or sculptra", "treatment:ha_filler#lasts"),
    ("is tretinoin harsher than adapalene", "treatment:tretinoin#downtime"),
    ("is hydroquinone safer than kojic acid", "treatment:hydroquinone#harms"),
    ("who should do my filler", "practice:provider_"),
    ("who is qualified to do microneedling", "practice:provider_"),
    ("who should not have microneedling", "kind:nothing_against"),
]
NOT_ASKED = [
    ("are the risks of filler worth it", "#harms"),
    ("does hifu work, and can i go to work after", "#downtime"),
    ("side effects of retinol in pregnancy", "treatment:retinol#"),
    ("facialist offers nano needling, no pain. is it the same results as microneedling?", "#pain"),
]


@pytest.mark.parametrize(("text", "fact"), ASKED)
def test_the_note_that_was_asked_for_decides(text: str, fact: str) -> None:
    assert skinproof.ask(text).decision.because.startswith(fact)


@pytest.mark.parametrize(("text", "fact"), NOT_ASKED)
def test_value_a_rule_or_results_go_before_the_note(text: str, fact: str) -> None:
    assert fact not in skinproof.ask(text).decision.because


@pytest.mark.parametrize(("text", "first"), [("how does botox work", "The toxin stops nerves"), ("what does microneedling do to your skin", "The punctures set off healing")])
def test_how_it_works_is_told_first(text: str, first: str) -> None:
    assert skinproof.ask(text).to_text().startswith(first)


def test_the_two_are_told_side_by_side_and_once() -> None:
    text = skinproof.ask("what is the difference between microneedling and fraxel").to_text()
    assert text.startswith("Microneedling: A pen with moving needles")
    assert text.split("WHAT WAS UNDERSTOOD")[0].count("A pen with moving needles") == 1


@pytest.mark.parametrize(("text", "left_out"), [("natural alternative to retinol", {"retinol", "tretinoin", "adapalene"}), ("what can i use instead of coolsculpting", {"cryolipolysis"}), ("safer alternative to hydroquinone", {"hydroquinone"})])
def test_something_in_its_place_is_another_thing(text: str, left_out: set[str]) -> None:
    answer = skinproof.ask(text)
    assert answer.case.goals
    assert not left_out & {row.treatment for row in answer.gathered.rows}


def test_a_safer_swap_in_pregnancy_keeps_the_rule_on_what_was_named() -> None:
    assert skinproof.ask("i'm pregnant, safe alternative to tretinoin?").decision.because.startswith(("precaution:", "premise:"))


def test_an_age_is_not_asked_where_a_day_is_near() -> None:
    assert skinproof.ask("i have a wedding in 5 weeks, is it too late for botox and a peel").decision.because == "interval:event_light_peel"
    assert skinproof.ask("is 22 too young for botox").decision.because == "practice:start_age_botulinum_lines"
