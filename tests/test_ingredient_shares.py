"""How much of an ingredient: shares on labels against law and use, shares that are claimed, and what passes the skin."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skinproof.catalogue.ingredient import Ingredient
from skinproof.errors import FactError
from skinproof.ingredients.allergy_groups import FILE, read_groups
from skinproof.ingredients.entry import clean
from skinproof.ingredients.inspect import inspect
from skinproof.ingredients.listing import Listed
from skinproof.ingredients.passing import BINS, passes
from skinproof.ingredients.passing_table import LOG_PS, MASSES_DA, ROUTES, at_most, read_table
from skinproof.ingredients.shelf import Shelf
from skinproof.ingredients.strength import FOLDER, read_strengths
from skinproof.question.case import Person

# What the table may be off the model in the share of people, between its marks; measured 0.10 at most on 120 points.
TABLE_ERROR = 0.12
# A piece of a list, its name, and the share that it tells in percent.
SHARES = [
    ("Niacinamide 10%", "Niacinamide", 10.0), ("Niacinamide (2,5 %)", "Niacinamide", 2.5), ("Aqua 70-80%", "Aqua", 70.0), ("Phenoxyethanol <1%", "Phenoxyethanol", 1.0), ("Ascorbic Acid 50 mg/ml", "Ascorbic Acid", 5.0),
    ("Sodium DNA 2.5 mg/mL", "Sodium DNA", 0.25), ("Glutathione 600 mg", "Glutathione", None), ("Retinol 300 ppm", "Retinol", 0.03), ("Biotin 100 µg/g", "Biotin", 0.01), ("Hyaluronic Acid 1 g/100 ml", "Hyaluronic Acid", 1.0),
    ("Botox 20 units", "Botox", None), ("Water q.s.", "Water", None), ("Water q.s. to 100 ml", "Water", None), ("Polysorbate 20", "Polysorbate 20", None), ("CI 77891", "CI 77891", None), ("PEG-8", "PEG-8", None), ("Retinol 300%", "Retinol", None),
    ("Vitamin B12 5 mg/l", "Vitamin B12", 0.0005), ("Copper Tripeptide-1 2%", "Copper Tripeptide-1", 2.0), ("5 mg", "5 mg", None),
]
# A list, and the limits that its shares are above; nothing else is.
OVER = [
    ("Phenoxyethanol 1.5%", {"over:V/29"}), ("Phenoxyethanol 1%", set()), ("Retinol 1%", {"over:III/376"}), ("Salicylic Acid 2%", set()), ("Salicylic Acid 5%", {"over:III/98"}), ("Homosalate 10%", {"over:VI/3"}), ("Kojic Acid 1%", set()),
    ("Tromethamine 3%", set()), ("Citric Acid 5%", set()), ("Benzyl Alcohol 3%", set()), ("Titanium Dioxide 30%", set()), ("Zinc PCA 2%", set()), ("Hydrogen Peroxide 20%", set()), ("Sodium Benzoate 0.6%", set()), ("Glycerin 40%", set()), ("Phenoxyethanol", set()),
]
STRONG = [("Lidocaine 5%", {"strong:lidocaine_without_prescription"}), ("Lidocaine 4%", set()), ("Lidocaine", set()), ("Retinol 5%", set())]
# What it is sold as, the list, what bounds the share, the most it can be in percent, and whether the claim is implausible.
BOUNDS = [
    ("Vitamin C 15%", "Aqua, Glycerin, Phenoxyethanol, Ascorbic Acid", "preservative", 1.0, True), ("a C 15% cream, really 15% vit C?", "Aqua, Glycerin, Phenoxyethanol, Ascorbic Acid", "preservative", 1.0, True), ("Vitamin C 15%", "Aqua, Ascorbic Acid, Phenoxyethanol", "place", 50.0, False), ("Vitamin C 15%", "Aqua, Glycerin, Betaine, Propanediol, Trehalose, Panthenol, Allantoin, Ascorbic Acid", "place", 12.5, True),
    ("Niacinamide 10%", "Aqua, Glycerin 3%, Niacinamide", "told", 3.0, True), ("Niacinamide 10%", "Aqua, Niacinamide 4%", "own", 4.0, True), ("Niacinamide 10%", "Niacinamide, Aqua", None, None, False), ("Niacinamide 10%", "Aqua, Benzyl Alcohol, Niacinamide", "place", 33.3, False),
    ("Niacinamide 10%", "Aqua, Citric Acid, Niacinamide", "place", 33.3, False), ("Salicylic acid 2%", "Active ingredients: Salicylic Acid. Inactive ingredients: Aqua, Phenoxyethanol", None, None, False), ("Vitamin C 15%", "Aqua, Phenoxyethanol [+/- Ascorbic Acid]", None, None, False),
]
# Ingredient, route, its bin, and what that rests on.
PASSED = [
    ("Phenoxyethanol", "leave_on", "> 10 %", "model"), ("Octocrylene", "leave_on", "practically none", "model"), ("Ascorbic Acid", "leave_on", "not known", "model"), ("Ascorbic Acid", "needle_channels", "> 10 %", "model"), ("Phenoxyethanol", "rinse_off", "not known", "inference"),
    ("Octocrylene", "rinse_off", "practically none", "model"), ("Sodium Hyaluronate", "leave_on", "practically none", "inference"), ("Sodium Hyaluronate", "needle_channels", "not known", "inference"), ("Collagen", "abraded", "not known", "inference"),
    ("Titanium Dioxide", "occluded", "practically none", "inference"), ("Sodium Lactate", "leave_on", "< 1 %", "inference"), ("Aqua", "leave_on", "not known", "inference"), ("Niacinamide", "injected", "> 10 %", "inference"), ("Niacinamide", "swallowed", "not known", "inference"),
]
# A name that a person tells, and the entries that may hold it.
MAY_HOLD = [
    ("nuts", ("Prunus Amygdalus Dulcis Oil",)), ("nut allergy", ("Prunus Amygdalus Dulcis Oil",)), ("peanut", ("Arachis Hypogaea Oil",)), ("fish", ("Sodium DNA",)), ("salmon", ("Sodium DNA",)), ("bees", ("Propolis Extract",)), ("gluten", ("Hydrolyzed Wheat Protein",)),
    ("noix", ("Prunus Amygdalus Dulcis Oil",)), ("aspirin", ("Salicylic Acid",)), ("MI", ("Methylisothiazolinone",)), ("latex", ()), ("milk", ()), ("egg", ()),
]
HELD = "Aqua, Prunus Amygdalus Dulcis Oil, Arachis Hypogaea Oil, Sodium DNA, Propolis Extract, Hydrolyzed Wheat Protein, Salicylic Acid, Methylisothiazolinone, Galactomyces Ferment Filtrate"


@pytest.fixture(scope="module")
def shelf(knowledge) -> Shelf:
    """Return the shelf of the pack."""
    return Shelf(knowledge.store)


def raised(found, kind):
    """Return the flags of one kind."""
    return {f for f in found.flag_ids if f.startswith(kind)}


@pytest.mark.parametrize(("piece", "name", "percent"), SHARES)
def test_share_of_piece_is_read(piece, name, percent):
    """A percentage, a range, and an amount a millilitre or gram become a share; other amounts are taken off the name."""
    found = clean(piece)
    assert (found.name, found.percent) == (name, percent)


@pytest.mark.parametrize(("text", "flags"), OVER)
def test_share_above_law_is_told(shelf, text, flags):
    """A share above all that the annexes allow is told; a limit on an impurity, an acid or another use is not."""
    assert raised(inspect(text, shelf), "over:") == flags


@pytest.mark.parametrize(("text", "flags"), STRONG)
def test_strength_above_use_is_told(shelf, text, flags):
    """A share above a strength that has something to say is told."""
    found = inspect(text, shelf)
    assert raised(found, "strong:") == flags
    assert all(s.strength.above in found.to_text().replace("\n    ", " ") for s in found.strengths)


@pytest.mark.parametrize(("sold_as", "text", "bound", "most", "implausible"), BOUNDS)
def test_claimed_share_is_bounded(shelf, sold_as, text, bound, most, implausible):
    """What stands before an ingredient, its own share and its place bound what it can be; two lists bound nothing."""
    claims = [c for c in inspect(text, shelf, sold_as=sold_as).claims if c.claimed_percent is not None]
    assert [(c.bound, c.most_percent, c.implausible) for c in claims] == [(bound, most, implausible)]


def test_claim_tells_usual_shares(shelf):
    """A claimed share is set beside those of trials and reports, each with its source."""
    claim = next(c for c in inspect("Aqua, Niacinamide", shelf, sold_as="niacinamide 10%").to_dict()["claims"] if c["id"] == "niacinamide")
    trials = next(u for u in claim["typical_percent"] if u["basis"] == "trial")
    assert (trials["low"], trials["high"], "draelos-2006-niacinamide-sebum" in trials["sources"], "2 to 5 %" in claim["text"]) == (2.0, 5.0, True, True)


def test_law_is_first_usual_share(shelf):
    """The highest share that the law allows stands among the usual shares, with annex and entry."""
    usual = inspect("Phenoxyethanol", shelf).to_dict()["ingredients"][0]["typical_percent"]
    assert [(u["basis"], u["high"]) for u in usual] == [("law", 1.0)]
    assert usual[0]["sources"] == ["Regulation (EC) No 1223/2009, Annex V, entry 29"]


def test_strengths_name_real_records(facts):
    """Every usual share belongs to an ingredient of the facts and rests on a study or a page."""
    known = {i.id for i in facts.lists["ingredients"]}
    held = read_strengths()._held  # noqa: SLF001 - what was read is what is checked
    assert set(held) <= known
    assert len(held) >= 100


def test_strengths_rest_on_studies(knowledge, facts):
    """Each study that a usual share names is in the pack, and tells that strength of an arm."""
    del facts
    named = {s for records in read_strengths()._held.values() for r in records for s in r.studies}  # noqa: SLF001
    assert named
    assert all(knowledge.study(name) is not None for name in named)


def test_bad_strength_names_its_line(tmp_path):
    """A share without a source is refused, with the file and line."""
    (tmp_path / "bad.yaml").write_text("- {id: a, ingredients: [b], high: 3, basis: trial, use: somewhere}\n")
    with pytest.raises(FactError, match=r"bad\.yaml, line 1: a usual share rests on a source or a study"):
        read_strengths(tmp_path)
    assert FOLDER.is_dir()


@pytest.mark.parametrize(("name", "route", "share", "basis"), PASSED)
def test_bin_of_passage_is_told(shelf, name, route, share, basis):
    """Size and charge come first, then the model; what the model leaves open is not known."""
    found = inspect(name, shelf, route=route).passes[0]
    assert (found.share, found.basis, found.spread is None) == (share, basis, basis == "inference")


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(("mass", "log_p"), [(122.12, 0.18), (176.12, -1.41), (286.45, 5.51), (141.0, 2.4), (333.0, -2.6)])
def test_table_agrees_with_model(route, mass, log_p):
    """Between its marks the table tells what the full model tells; if not, make it anew with python -m skinproof.ingredients.passing_table."""
    least, less, some, _ = read_table().spread(route, mass, log_p)
    told = [least, least + less, least + less + some]
    assert told == pytest.approx(at_most(route, mass, log_p), abs=TABLE_ERROR)


@given(mass=st.floats(MASSES_DA[0], MASSES_DA[-1]), log_p=st.floats(LOG_PS[0], LOG_PS[-1]), route=st.sampled_from(ROUTES))
def test_table_gives_chances_of_bins(mass, log_p, route):
    """The chances of the bins are none below zero and add up to one, everywhere in the table."""
    spread = read_table().spread(route, mass, log_p)
    assert sum(spread) == pytest.approx(1.0)
    assert all(chance >= -1e-9 for chance in spread)


@pytest.mark.parametrize(("mass", "log_p"), [(601.0, 0.0), (17.0, 0.0), (100.0, 6.1), (100.0, -4.1), (float("nan"), 0.0)])
def test_table_says_nothing_outside(mass, log_p):
    """Where the model was set up on no measurement, the table says nothing."""
    assert read_table().spread("leave_on", mass, log_p) is None


@settings(max_examples=60)
@given(data=st.data())
def test_large_molecules_stay_without_number(facts, data):
    """No polymer, protein or molecule above 500 Da gets more than practically none through whole skin, and none a model."""
    large = [i for i in facts.lists["ingredients"] if i.macromolecule or (i.molecule and i.molecule.molecular_weight_da > 500)]
    ingredient: Ingredient = data.draw(st.sampled_from(large))
    found = passes(Listed(written=ingredient.inci, position=1, ingredient=ingredient), data.draw(st.sampled_from(["leave_on", "rinse_off", "occluded"])))
    assert (found.share, found.spread) == (BINS[0], None)


@pytest.mark.parametrize(("name", "entries"), MAY_HOLD)
def test_named_allergy_finds_what_holds_it(shelf, name, entries):
    """An allergy by its everyday name touches the ingredients that may hold it, and no others."""
    assert inspect(HELD, shelf, allergic_to=[name]).allergies[0].entries == entries


def test_profile_allergy_raises_its_rule(shelf):
    """A condition of the profile touches by the same groups; latex is in no such list."""
    found = inspect(HELD, shelf, profile=Person(conditions=("allergy_bee", "allergy_nuts", "allergy_latex")))
    assert {c.condition: c.entries for c in found.concerns} == {"allergy_bee": ("Propolis Extract",), "allergy_nuts": ("Prunus Amygdalus Dulcis Oil", "Arachis Hypogaea Oil")}


def test_group_without_content_is_refused(tmp_path):
    """A group that names neither classes nor names is refused, with the line."""
    (tmp_path / "groups.yaml").write_text("- {id: nothing, said: [nothing]}\n")
    with pytest.raises(FactError, match=r"groups\.yaml, line 1: a group needs classes or names"):
        read_groups(tmp_path / "groups.yaml")
    assert FILE.exists()


def test_new_data_keeps_to_schema(shelf):
    """Strengths, bounds, usual shares, spreads and groups of allergies are what the schema says."""
    schema = json.loads(files("skinproof.ingredients").joinpath("inspection.schema.json").read_text())
    found = inspect(f"{HELD}, Lidocaine 10%, Retinol 3%, Niacinamide", shelf, route="needle_channels", sold_as="niacinamide 20%", allergic_to=["nuts"])
    jsonschema.validate(json.loads(json.dumps(found.to_dict())), schema)
