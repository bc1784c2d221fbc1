"""The reader's question: each fact that its answer must get right, by study, cell and value, not by wording."""

from __future__ import annotations

import pytest

import skinproof
from skinproof.api import knowledge
from skinproof.synthesis.verdict import Verdict

QUESTION = (
    "im in my 50s, combo skin, hardly any lines but losing some volume. Thinking about one of those Aqua Gold micro infusion facials where tiny needles push in a "
    "botox + HA + peptide mix. Does it really build collagen, shrink pores or cut oil, and is the plumping even? everything I read online looks sponsored"
)


@pytest.fixture(scope="module")
def data():
    return skinproof.ask(QUESTION).to_dict()


def verdict(name):
    found = knowledge().store.get("verdict", name, Verdict)
    assert found is not None, name
    return found


def test_question_is_understood_whole(data):
    """The treatment, the contents, the hopes and the person are all read from the question, and the denied hope is not."""
    assert data["understood"]["treatments"] == ["micro_infusion"]
    assert {"collagen", "pores", "oil", "evenness", "volume"} <= set(data["understood"]["goals"])
    assert "wrinkles" not in data["understood"]["goals"]
    assert data["understood"]["profile"]["age"] == 55
    assert data["understood"]["profile"]["skin_type"] == "combination"


def test_bottom_line_is_not_enough_evidence(data):
    """No study of the cocktail facial means not enough evidence, never a refutation, with alternatives until there is proof."""
    assert data["bottom_line"]["direction"] == "not_enough_evidence"
    assert {"microdermabrasion", "hydradermabrasion"} <= set(data["bottom_line"]["alternatives"])
    rows = [r for r in data["verdicts"] if r["treatment"] == "micro_infusion"]
    assert rows
    assert all(r["direction"] == "no_evidence" and r["certainty"] == "none" and r["unknown"] == "nobody_looked" for r in rows)


def test_no_study_is_of_the_cocktail():
    """The pack holds no verdict on the cocktail itself, and the searches that say so are logged."""
    assert knowledge().verdicts("micro_infusion") == []
    assert any("micro_infusion" in search.about for search in knowledge().searches)


@pytest.mark.parametrize(("study_id", "slug", "result", "people"), [
    ("bmri-2018-nanoneedle-toxin-crows-feet", "sebum-nano-muscle", "no_clear_difference", 30),
    ("bmri-2018-nanoneedle-toxin-crows-feet", "collagen-reading-nano-muscle-4w", "arm_better", 30),
    ("bmri-2018-nanoneedle-toxin-crows-feet", "collagen-reading-nano-microdroplet-12w", "versus_better", 30),
    ("choi-2020-stamp-ha-placebo", "hydration", "arm_better", 60),
    ("choi-2020-stamp-ha-placebo", "elasticity", "no_clear_difference", 60),
    ("ghatge-2023-ha-skin-quality-review", "cocktail-vs-ha", "versus_better", None),
    ("prs-2016-nasha-stamp-cheek", "hydration-1w", "no_clear_difference", 25),
    ("prs-2016-nasha-stamp-cheek", "hydration-2w", "arm_better", 25),
    ("wu-2022-rf-microneedling-barrier", "tewl-day7", "no_clear_difference", 20),
    ("min-2015-toxin-forehead-sebum", "sebum-around-20", "versus_better", 42),
])
def test_nearest_findings_hold_their_values(study_id, slug, result, people):
    """The closest studies show what their sources show, in the number of people that was studied."""
    study = knowledge().study(study_id)
    assert study is not None
    assert next(f for f in study.findings if f.slug == slug).result == result
    assert people is None or study.population.n_enrolled == people


@pytest.mark.parametrize(("name", "direction"), [
    ("needled_toxin.pores_apparent.active-intradermal_toxin.months", "worsens"),
    ("stamped_ha.hydration.same_without_ingredient.months", "helps"),
    ("stamped_ha.elasticity.same_without_ingredient.months", "uncertain"),
    ("tazarotene.pores_apparent.vehicle_or_sham.months", "helps"),
    ("tretinoin.collagen_biopsy.vehicle_or_sham.months", "uncertain"),
    ("tretinoin.collagen_biopsy.vehicle_or_sham.year", "helps"),
    ("niacinamide.surface_oil.baseline.weeks", "helps"),
    ("sunscreen.photodamage.active-discretionary_sunscreen.year", "helps"),
    ("microdermabrasion.tewl.baseline.hours", "worsens"),
])
def test_cells_point_where_studies_point(name, direction):
    """The cells that the answer leans on have the direction of their studies."""
    assert verdict(name).direction == direction


@pytest.mark.parametrize("study_id", [
    "bmri-2018-nanoneedle-toxin-crows-feet", "salem-2022-toxin-injected-or-needled", "choi-2020-stamp-ha-placebo", "prs-2016-nasha-stamp-cheek", "min-2015-toxin-forehead-sebum",
    "ghatge-2023-ha-skin-quality-review", "dermatol-surg-2012-face-barrier-recovery", "sasaki-2019-needling-water-loss", "wu-2022-rf-microneedling-barrier",
    "seok-2016-stamp-ha-men", "unnamed-2002-microdermabrasion-barrier", "kang-2005-tazarotene-photodamage",
])
def test_answer_cites_the_closest_studies(data, study_id):
    """The studies that the reader needs stand among the references of the answer."""
    assert study_id in {r["id"] for r in data["references"]}


def test_first_screen_holds_closest_evidence(data):
    """The first screen, not only the sections below, tells the closest studies for what was hoped, and who paid for them."""
    text = " ".join(s["text"] for s in data["statements"] if s["id"].startswith("bottom_line."))
    assert all(f"{goal}, with" in text for goal in ("Collagen", "Pores", "Oil", "Plumper skin"))
    assert "Who paid:" in text


def test_regulators_letter_is_dated_and_open(data):
    """The warning letter is dated 17 June 2021, and what became of it is said not to have been seen."""
    letter = next(r for r in data["regulation"] if r["date"] == "2021-06-17")
    assert letter["not_seen"]
    assert any("607150" in address or "aquavit" in address for address in letter["sources"])


def test_scope_of_needling_class_is_told(data):
    """The US class of needling devices leaves out carrying a cocktail in: the belief that nothing must be proven is wrong."""
    assert any("878.4430" in r["text"] or "878.4430" in " ".join(r["sources"]) for r in data["regulation"])
    assert [r for r in knowledge().regulation if "microdermabrasion" in r.applies_to and r.topic == "device_class"]


def test_granulomas_are_cases_without_rate():
    """Granulomas after needled serums are held as cases, never as a rate."""
    study = knowledge().study("soltani-arabshahi-2014-microneedle-granuloma-cases")
    assert study is not None
    assert study.design in {"case_report", "case_series"}


def test_hydrafacial_has_no_controlled_trial():
    """Every study of the branded facial is without an untreated or sham control group."""
    assert all(v.comparator == "baseline" or v.comparator.startswith("active:") for v in knowledge().verdicts("hydradermabrasion"))


def test_oil_after_microdermabrasion_comes_back():
    """Oil falls at once and is back after one hour."""
    study = knowledge().study("fak-2018-microdermabrasion-sebum-hydration")
    assert study is not None
    assert any(f.outcome == "surface_oil" and f.result == "no_clear_difference" for f in study.findings)


def test_evenness_and_volume_have_no_study():
    """Nobody looked at evenness or volume after any relative of the facial."""
    record = knowledge().treatment("micro_infusion")
    assert record is not None
    assert not [v for name in ("micro_infusion", *record.relatives) for v in knowledge().verdicts(name) if v.outcome in {"evenness", "volume"}]


def test_questions_to_provider_begin_with_list(data):
    """The first question for the provider is the full ingredient list."""
    assert "ingredient" in data["ask_your_provider"][0]["text"].lower()
