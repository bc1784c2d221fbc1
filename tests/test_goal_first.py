"""Questions that name an aim or a mark and no treatment, or a plan to do it oneself."""

from __future__ import annotations

import pytest

import skinproof


@pytest.mark.parametrize("question", [
    "a spot on my forehead bleeds for no reason, comes and goes. what cream helps",
    "theres a blue bump on my lip that's new, can a laser take it off",
])
def test_marks_that_need_a_look_are_raised(question):
    assert skinproof.ask(question).to_dict()["bottom_line"]["because"].startswith("red_flag:")


def test_a_bump_without_blood_is_not_raised():
    """"For no reason" denies nothing and adds nothing: harmless dryness stays quiet."""
    assert not skinproof.ask("my lips get dry for no reason, which balm is good").gathered.flags


@pytest.mark.parametrize(("question", "direction"), [
    ("can i put duct tape on my wart to get rid of it", "mixed"),
    ("if i wash my face five times a day will the acne clear", "does_not_help"),
    ("will botox lift my saggy jowls", "does_not_help"),
    ("bought a hyaluron pen kit on ebay to do my own lip filler, tips?", "unsafe"),
])
def test_common_beliefs_are_answered_first(question, direction):
    assert skinproof.ask(question).to_dict()["bottom_line"]["direction"] == direction


@pytest.mark.parametrize(("question", "first", "never"), [
    ("how do i stop my acne", "adapalene", "isotretinoin"),
    ("what helps wrinkles, im 45", "tretinoin", "collagen supplements"),
    ("should i be doing anything special for my skin in winter, gets so dry", "petrolatum", "collagen supplements"),
    ("how do i fade dark spots on my cheeks, pregnant 20 weeks", "azelaic acid", "tretinoin"),
    ("what helps a dark patch of melasma", "sunscreen", "laser"),
])
def test_an_aim_is_answered_by_what_is_recommended_and_fits(question, first, never):
    """What guidelines recommend and goes less far comes first; what the person cannot use is left out."""
    headline = " ".join(skinproof.ask(question).to_text().split("\n\n")[0].split(". ")[0].lower().split())
    assert headline.startswith("best supported for")
    assert first in headline
    assert never not in headline


def test_no_medicine_without_a_rule_is_offered_with_child():
    """In pregnancy a medicine is offered only where a rule says that it is fine."""
    text = skinproof.ask("what helps my acne, im pregnant").to_text().split("WHAT WOULD CHANGE")[0]
    offered = text.split("CLAIMS AND EVIDENCE")[0].lower()
    assert "benzoyl peroxide" in offered
    assert not [name for name in ("minocycline", "tazarotene", "clascoterone", "isotretinoin", "tretinoin") if name in offered]


def test_no_cream_is_offered_as_best_for_jowls():
    """What was only tested for elasticity is no answer to sagging."""
    assert skinproof.ask("any tips for saggy jowls").to_text().startswith("No cream lifts loose skin, devices do a little, only a procedure or surgery much.\nSagging:")


@pytest.mark.parametrize("question", ["does celery juice clear acne", "will standing on my head fade dark spots"])
def test_what_is_not_known_gets_no_yes(question):
    """An aim beside something that we do not know is not answered by other treatments."""
    assert skinproof.ask(question).to_dict()["bottom_line"]["direction"] not in {"helps", "mixed"}


@pytest.mark.parametrize("question", [
    "tried several bleaching creams on my cheek patches, only gets darker. what can i do",
    "breakouts for 5 years, nothing works, two dermatologists and still the same. what now",
])
def test_what_answers_to_nothing_is_to_be_looked_at(question):
    assert "looked at" in skinproof.ask(question).to_text().split("WHAT WAS UNDERSTOOD")[0].replace("\n", " ")


@pytest.mark.parametrize(("question", "decides"), [
    ("1 day after ipl my freckles are dark brown spots. normal?", False),
    ("brown spots 2 months after ipl, darker than before", True),
    ("1 day after laser hair removal i have brown marks on my legs", True),
    ("2 days after ipl brown stripes on my cheeks", True),
])
def test_spots_that_darken_in_the_first_days_are_the_usual_course(question, decides):
    assert skinproof.ask(question).to_dict()["bottom_line"]["because"].startswith("red_flag:") is decides


@pytest.mark.parametrize("question", ["first photofacial today, feels like a really bad sunburn. worried", "my face feels like a mild sunburn after the peel"])
def test_what_feels_like_a_sunburn_is_none(question):
    assert "sunburn_or_tan" not in skinproof.ask(question).to_dict()["understood"]["profile"]["conditions"]


def test_offers_leave_out_needles_for_who_wants_none():
    """Who wants no needles is told of no injection among what is better tested."""
    answer = skinproof.ask("what can be done about frown lines? absolutely no needles for me")
    headline = answer.to_text().split("\n")[0]
    assert headline.startswith("Best supported for wrinkles")
    assert "toxin" not in headline
    assert "filler" not in headline


@pytest.mark.parametrize("question", [
    "what else should i know before botox for wrinkles", "what else should i avoid after microneedling for acne scars", "is there a different way to do microneedling for scars",
])
def test_more_about_a_treatment_is_still_about_it(question):
    """"What else should I know" asks for nothing instead."""
    assert skinproof.ask(question).to_dict()["understood"]["treatments"]


def test_what_did_not_do_is_not_offered_again():
    """Where something else is asked for, what was tried is neither judged nor offered."""
    answer = skinproof.ask("did 4 glycolic peels and see no improvement of my wrinkles. what else will smooth them")
    headline = answer.to_text().split("\n")[0]
    assert headline.startswith("Best supported for wrinkles")
    assert "peel" not in headline


@pytest.mark.parametrize(("question", "because"), [
    ("put 25% tca on myself yesterday, it burned very badly and my cheek turned brown straight away", "red_flag:chemical_burn"),
    ("dry patch on my cheek that comes and goes for months, moisturiser does nothing", "red_flag:sore_that_does_not_heal"),
])
def test_burns_and_patches_that_stay_are_raised(question, because):
    assert skinproof.ask(question).to_dict()["bottom_line"]["because"] == because


def test_what_is_going_to_happen_is_no_faint():
    assert "fainted_after_treatment" not in [f.id for f in skinproof.ask("when do sculptra lumps come if they're going to? had two sessions in my temples").gathered.flags]


@pytest.mark.parametrize(("question", "words"), [
    ("comment faire disparaitre les rides et les taches", "la trétinoïne et la crème solaire"),
    ("que puedo hacer para el acne", "el adapaleno, el peróxido de benzoilo y"),
])
def test_lists_are_told_in_the_language(question, words):
    """Each piece of a list is translated, and so is the word before the last."""
    assert words in skinproof.ask(question).to_text().replace("\n", " ")


def test_what_was_shown_comes_before_the_word_of_experts():
    first = skinproof.ask("what's best for wrinkles").to_text().partition(".")[0]
    assert first.index("tretinoin") < first.index("vitamin C")


@pytest.mark.parametrize("question", ["whats best for acne", "what is good for dark spots", "I'm pregnant, what's best for wrinkles"])
def test_what_is_best_for_an_aim_is_told(question):
    answer = skinproof.ask(question)
    assert answer.decision.direction == "helps"
    assert "no study found" not in answer.to_text().partition("\n\n")[0]


def test_what_it_is_sold_for_leads_where_no_aim_was_said():
    assert "acne" in skinproof.ask("is benzoyl peroxide worth it").to_text()[:300]
