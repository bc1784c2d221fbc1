"""What an inspection says beyond hazards: claims against the list, notes, law, the person, what passes, and how it is shown."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
import yaml

from skinproof.errors import InputError
from skinproof.ingredients.inspect import inspect
from skinproof.ingredients.report import caret
from skinproof.ingredients.shelf import Shelf
from skinproof.question.case import Person

LISTS = Path(__file__).parents[2] / "shared" / "questions" / "inci_lists.yaml"
SERUM = "Aqua, Glycerin, Sodium Hyaluronate, Phenoxyethanol, Ascorbic Acid, Acetyl Hexapeptide-8, Parfum"
# What it is sold as, the list, and the claim with its outcome.
CLAIMS = [
    ("Salmon D.N.A. ampoule", SERUM, "claim:salmon_dna:not_there"), ("salmon DNA", "Aqua, Sodium DNA", "claim:salmon_dna:there"), ("Vitamin C 15 %", SERUM, "claim:vitamin_c:there"), ("with exosomes", SERUM, "claim:exosome:not_there"),
    ("botox-like effect", SERUM, "claim:botox_like:there"), ("botox-like effect", "Aqua, Glycerin", "claim:botox_like:not_there"), ("retinol serum", SERUM, "claim:retinol:not_there"), ("fragrance-free", SERUM, "claim:fragrance_free:broken"),
    ("fragrance-free", "Aqua, Glycerin", "claim:fragrance_free:kept"), ("fragrance-free", "Aqua, Limonene", "claim:fragrance_free:broken"), ("alcohol free", "Aqua, Alcohol Denat.", "claim:alcohol_free:broken"),
    ("alcohol free", "Aqua, Cetearyl Alcohol", "claim:alcohol_free:kept"), ("paraben-free", "Aqua, Methylparaben", "claim:paraben_free:broken"), ("peptide serum", SERUM, "claim:peptide:there"), ("sérum sans parfum", SERUM, "claim:fragrance_free:broken"),
]
NOTES = [
    ("Aqua, Glycerin", {"no_fragrance", "short_list"}), ("Aqua, Parfum", {"fragrance_present"}), ("Aqua, Limonene", {"fragrance_allergens_named"}), ("Aqua, Glycerin, Eau", {"repeated_entry", "several_waters"}),
    ("Aqua, Alcohol Denat.", {"denatured_alcohol"}), ("Aqua, Phenoxyethanol", {"preservative_present"}), ("Aqua, Dimethicone", {"silicone_present"}), ("Aqua, Retinol", {"acid_or_retinoid_present"}),
    ("Camellia Sinensis Leaf Extract, Centella Asiatica Extract, Calendula Officinalis Flower Extract, Arnica Montana Flower Extract", {"many_plant_extracts"}),
    ("Aqua, Glycerin, Betaine, Trehalose, Panthenol, Allantoin, Citric Acid, Copper Tripeptide-1", {"peptides_last"}),
]
NOT_NOTED = [("Aqua, Parfum", "no_fragrance"), ("Aqua, Limonene", "no_fragrance"), ("Aqua, Glycerin", "repeated_entry"), ("Copper Tripeptide-1, Aqua", "peptides_last"), ("Aqua, Cetyl Alcohol", "denatured_alcohol"), ("Centella Asiatica Extract, Aqua", "many_plant_extracts")]
LAW = [
    ("Butylphenyl Methylpropional", "leave_on", "law:II/1666", True), ("Methylisothiazolinone", "leave_on", "law:V/57", True), ("Methylisothiazolinone", "rinse_off", "law:V/57", False), ("Petrolatum", "leave_on", "law:II/904", False),
    ("Phenoxyethanol", "leave_on", "law:V/29", False), ("Glycerin", "leave_on", "law:II/904", False),
]
PASSES = [
    ("Sodium Hyaluronate", "leave_on", "practically none"), ("Botox", "leave_on", "practically none"), ("Collagen", "occluded", "practically none"), ("Titanium Dioxide", "leave_on", "practically none"), ("Sodium Hyaluronate", "needle_channels", "not known"),
    ("Unobtainium", "leave_on", "not known"), ("Glycerin", "injected", "> 10 %"), ("Camellia Sinensis Leaf Extract", "leave_on", "not known"), ("Retinyl Palmitate", "leave_on", "practically none"),
]
# Condition, list, and the precaution that must be raised.
PERSONS = [
    (("pregnancy",), "Aqua, Retinol", "preg_retinoid"), (("pregnancy",), "Aqua, Salicylic Acid", "preg_salicylic"), (("allergy_aspirin",), "Aqua, Salicylic Acid", "allergy_aspirin"), (("allergy_bee",), "Aqua, Propolis Extract", "allergy_bee"),
    (("allergy_fragrance",), "Aqua, Parfum", "allergy_fragrance"), (("rosacea",), "Aqua, Retinol", "rosacea"), (("isotretinoin_now",), "Aqua, Glycolic Acid", "iso_strong_topicals"), (("allergy_toxin",), "Botox", "allergy_toxin"),
    (("retinoid_user",), "Aqua, Glycolic Acid", "retinoid_acids"), (("retinoid_user",), "Aqua, Benzoyl Peroxide", "retinoid_bpo"), (("isotretinoin_now",), "Aqua, Retinol", "two_retinoids"),
]


@pytest.fixture(scope="module")
def shelf(knowledge) -> Shelf:
    """Return the shelf of the pack."""
    return Shelf(knowledge.store)


@pytest.mark.parametrize(("sold_as", "text", "flag"), CLAIMS)
def test_claim_is_held_against_list(shelf, sold_as, text, flag):
    """What a product is sold as is looked up in its list."""
    assert flag in inspect(text, shelf, sold_as=sold_as).flag_ids


def test_order_tells_implausible_share(shelf):
    """Vitamin C that stands behind a preservative capped at 1 % cannot be the 15 % it is sold with."""
    claim = next(c for c in inspect(SERUM, shelf, sold_as="Vitamin C 15 %").claims if c.claim.id == "vitamin_c")
    assert (claim.position, claim.behind, claim.most_percent, claim.claimed_percent, claim.implausible) == (5, "Phenoxyethanol", 1.0, 15.0, True)


def test_order_leaves_plausible_share_alone(shelf):
    """Vitamin C in the second place may well be the 15 % it is sold with."""
    claim = next(c for c in inspect("Aqua, Ascorbic Acid, Phenoxyethanol", shelf, sold_as="15% vitamin C").claims if c.claim.id == "vitamin_c")
    assert (claim.behind, claim.implausible, claim.claimed_percent) == (None, False, 15.0)


def test_claim_in_text_is_seen(shelf):
    """A promise that stands before the list on the same page is checked without being asked for."""
    assert "claim:salmon_dna:not_there" in inspect(f"Salmon DNA booster. Ingredients: {SERUM}", shelf).flag_ids


@pytest.mark.parametrize(("text", "noted"), NOTES)
def test_note_is_made_of_list(shelf, text, noted):
    """A list as a whole is noted for what it holds, lacks, repeats, and how long it is."""
    assert noted <= set(inspect(text, shelf).flag_ids)


@pytest.mark.parametrize(("text", "noted"), NOT_NOTED)
def test_note_is_not_made_falsely(shelf, text, noted):
    """A note is silent on a list that does not bear it out."""
    assert noted not in inspect(text, shelf).flag_ids


@pytest.mark.parametrize(("name", "route", "flag", "breaks"), LAW)
def test_law_depends_on_use(shelf, name, route, flag, breaks):
    """A ban is a breach, a rinse-off rule only when the product stays on, and a ban with exceptions never."""
    assert (flag in inspect(f"Aqua, {name}", shelf, route=route).flag_ids) == breaks


def test_law_is_told_with_date(shelf):
    """An ingredient that an annex names carries the entry, its limit and its date in the data."""
    law = inspect("Phenoxyethanol", shelf).to_dict()["ingredients"][0]["law"]
    assert [(h["annex"], h["entry"], h["limit_percent"], h["updated"]) for h in law] == [("V", "29", 1.0, "28/07/2020")]


@pytest.mark.parametrize(("name", "route", "share"), PASSES)
def test_large_molecules_get_no_number(shelf, name, route, share):
    """Large molecules and particles do not pass whole skin; what is not known is said."""
    assert inspect(name, shelf, route=route).passes[0].share == share


@pytest.mark.parametrize(("conditions", "text", "rule"), PERSONS)
def test_person_raises_what_matters(shelf, conditions, text, rule):
    """What holds for a person raises the precaution that touches an ingredient, and nothing without it."""
    assert rule in {c.rule_id for c in inspect(text, shelf, profile=Person(conditions=conditions)).concerns}
    assert inspect("Aqua, Trehalose", shelf, profile=Person(conditions=conditions)).concerns == ()


def test_named_allergy_is_looked_for(shelf):
    """An ingredient that a person reacts to is found under any of its names, and said when it is not seen."""
    found = inspect("Aqua, Parfum, Tocopherol", shelf, allergic_to=["fragrance", "vitamin e", "lanolin"])
    assert [(a.name, a.entries) for a in found.allergies] == [("fragrance", ("Parfum",)), ("vitamin e", ("Tocopherol",)), ("lanolin", ())]


def test_treatment_gives_the_route(shelf):
    """A treatment tells how its product meets the skin; a route that is given wins."""
    assert inspect("Aqua", shelf, treatment="micro_infusion").route == "needle_channels"
    assert inspect("Aqua", shelf, treatment="micro_infusion", route="leave_on").route == "leave_on"
    assert inspect("Aqua", shelf).route == "leave_on"


def test_three_questions_fit_contents(shelf):
    """Through needles three questions are asked, the one on toxin first when toxin is there; for a cream none."""
    assert [q.id for q in inspect("Botox, Aqua", shelf, route="needle_channels").questions][:1] == ["toxin_details"]
    assert len(inspect("Aqua", shelf, route="needle_channels").questions) == 3
    assert inspect("Aqua", shelf, route="leave_on").questions == ()


@pytest.mark.parametrize(("given", "mend"), [({"text": " "}, "Paste the ingredients"), ({"text": "Aqua", "route": "sideways"}, "Choose one of leave_on"), ({"text": "Aqua", "treatment": "magic"}, "Give its id")])
def test_unusable_request_says_what_to_do(shelf, given, mend):
    """An empty list, an unknown route or treatment is refused with what to do instead."""
    with pytest.raises(InputError, match=mend):
        inspect(given.pop("text"), shelf, **given)


@pytest.mark.parametrize("route", ["leave_on", "needle_channels", "injected"])
def test_data_keeps_to_schema(shelf, route):
    """The JSON data is what the published schema says, also with doubts, claims, allergies and a person."""
    schema = json.loads(files("skinproof.ingredients").joinpath("inspection.schema.json").read_text())
    found = inspect(f"{SERUM}, Retinpl, Unobtainium, Lilial [nano] 2 %", shelf, route=route, sold_as="vitamin C 15 %, fragrance-free", profile=Person(conditions=("pregnancy",)), allergic_to=["parfum"])
    jsonschema.validate(json.loads(json.dumps(found.to_dict())), schema)


def test_table_shows_worst_first(shelf):
    """The table of the text begins with the ingredient of the severest hazard, and doubts are told as doubts."""
    text = inspect("Panthenol, Titanium Dioxide, Unobtainium", shelf, route="needle_channels").to_text()
    rows = text.partition("why\n")[2].splitlines()
    assert rows[0].split()[1:4] == ["Titanium", "Dioxide", "stop"]
    assert "'Unobtainium' is not known to us." in text


def test_text_without_list_is_shown(shelf):
    """Where no ingredient was found the text is shown with a caret under the place."""
    text = inspect("the is this", shelf).to_text()
    assert "No ingredient list was found here" in text
    assert "the is this\n^" in text


@pytest.mark.parametrize(("text", "at", "lines"), [("Aqua, Retinpl", 6, ["Aqua, Retinpl", "      ^"]), ("Aqua\nFoo, bar", 10, ["Foo, bar", "     ^"]), ("", 0, ["", "^"])])
def test_caret_stands_under_the_place(text, at, lines):
    """The line in which the place lies is shown, with a caret under the place."""
    assert caret(text, at) == lines


@pytest.mark.skipif(not LISTS.exists(), reason="the reference lists beside the project are not here")
def test_distorted_lists_reach_the_bars(knowledge, capsys):
    """The reference lists are read as expected with all their flags; of 200 distorted copies 99 % is right and 97 % is found."""
    from benchmarks.inci import Bench, distortions, parse_and_flags  # noqa: PLC0415

    data = yaml.safe_load(LISTS.read_text())
    bench = Bench([*data["real_lists"], *data["messy_variants"]], Shelf(knowledge.store))
    assert parse_and_flags(bench) == (len(bench.items), len(bench.items))
    precision, recall = distortions(bench, verbose=False)
    assert precision >= 0.99, capsys.readouterr().out
    assert recall >= 0.97, capsys.readouterr().out
