"""What is told beside a treatment: a spot that may be cancer, a cold, an antibiotic, a laser of one's own, trouble swallowing after or before a fat-dissolving shot."""

import pytest

import skinproof


@pytest.mark.parametrize("text", [
    "could this be skin cancer? a spot on my nose", "is this skin cancer?", "is it melanoma? got a new dark spot", "little scaly patch on my ear, skin cancer?", "mole on my back next to a scar from surgery keeps growing",
    "age spots on my hands turned black and one bleeds",
])
def test_a_spot_that_may_be_cancer_is_shown_to_a_doctor(text: str) -> None:
    assert skinproof.ask(text).gathered.flags[0].id in {"changing_mole", "fast_changing_mole"}


@pytest.mark.parametrize("text", [
    "does botox cause skin cancer", "can sunscreen prevent skin cancer", "is laser hair removal linked to skin cancer", "is it safe to have ipl after skin cancer", "are the little UV lamps giving me skin cancer on my hands",
])
def test_skin_cancer_that_is_only_asked_about_raises_nothing(text: str) -> None:
    assert not skinproof.ask(text).gathered.flags


def test_skin_cancer_of_the_past_is_history() -> None:
    assert skinproof.ask("can i have botox after skin cancer").decision.because == "precaution:cancer_history"


@pytest.mark.parametrize(("text", "rule"), [
    ("i have a stinking cold, is my lip filler tomorrow still ok", "infection_elsewhere"), ("can i have botox with a cold", "infection_elsewhere"), ("can i have botox on antibiotics", "antibiotic_now"),
    ("can i do CO2 laser at home", "self_laser"), ("is vitamin c serum ok on warfarin", "plain_cream_beside_illness"), ("I choke on my food a lot; fat melting jabs under the chin, yes or no?", "dca_swallowing"),
])
def test_the_rule_on_what_is_told_decides_without_alarm(text: str, rule: str) -> None:
    answer = skinproof.ask(text)
    assert answer.decision.because == f"precaution:{rule}"
    assert not answer.gathered.flags


@pytest.mark.parametrize("text", ["my lip is cold and white since filler an hour ago", "lip went blotchy after filler"])
def test_cold_or_blotchy_skin_after_filler_stays_an_emergency(text: str) -> None:
    assert skinproof.ask(text).gathered.flags[0].level == "emergency"


@pytest.mark.parametrize("text", ["kybella yesterday and cant swallow", "had kybella 2 days ago, trouble swallowing, can i have my next session friday"])
def test_trouble_swallowing_after_a_fat_dissolving_shot_is_due_today(text: str) -> None:
    assert skinproof.ask(text).gathered.flags[0].id == "fat_dissolver_swallowing"


@pytest.mark.parametrize("text", ["on antibiotics for acne, can i have botox", "salicylic acid on warfarin", "tattoo laser 2 days ago, got a blister on my calf. can i pop it"])
def test_near_by_nothing_of_these_rules_is_told(text: str) -> None:
    assert not skinproof.ask(text).decision.because.endswith(("antibiotic_now", "plain_cream_beside_illness", "self_laser"))


def test_working_from_home_is_no_distress() -> None:
    assert not skinproof.ask("i work from home and barely leave the flat. do i need spf indoors").gathered.flags
    assert skinproof.ask("i barely leave the flat because my face disgusts me").gathered.flags[0].id == "looks_take_over"


def test_the_readers_own_question_is_answered_whole() -> None:
    assert skinproof.ask("Do micro infusion facials (AquaGold) stimulate collagen, shrink pores and cut oil?").to_text().startswith("Not proven: we found no good proof that micro-infusion facial helps with collagen, pores or oil.")


SEVERAL_AIMS = [
    "im in my 50s, does an AquaGold micro infusion facial with botox and HA build collagen, shrink pores or cut oil",
    "Will AquaGold boost my collagen, make pores smaller and stop shine? 52, combination skin",
    "do micro infusion treatments stimulate collagen and shrink pores",
    "Les soins micro-infusion type AquaGold stimulent-ils le collagène, resserrent-ils les pores, réduisent-ils le sébum ?",
    "¿La microinfusión AquaGold estimula el colágeno, cierra los poros y reduce la grasa?",
]


@pytest.mark.parametrize("question", SEVERAL_AIMS)
def test_belief_about_one_aim_leads_not_for_several(question):
    """Where several aims are asked of a treatment, what is held of it leads, and a belief about one of them stands below."""
    told = skinproof.ask(question).to_dict()["bottom_line"]
    assert told["direction"] == "not_enough_evidence"
    assert told["because"] == ""


def test_belief_about_the_one_aim_still_leads():
    """Where one aim is asked, the belief about it leads."""
    assert skinproof.ask("can a facial shrink my pores for good?").to_dict()["bottom_line"]["because"].startswith("premise:pores")
