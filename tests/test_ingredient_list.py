"""Reading ingredient lists of every kind: which entries they have, how each was recognised, and hazards of what is in them."""

from __future__ import annotations

from typing import get_args

import pytest

from skinproof.catalogue.ingredient import Ingredient
from skinproof.catalogue.rules import Hazard
from skinproof.ingredients.hazards import flags
from skinproof.ingredients.listing import LONGEST_TEXT, MOST_PIECES, Listed
from skinproof.ingredients.shelf import Shelf
from skinproof.types import Route

ROUTES = get_args(Route)
A, G, N = ("Aqua", "water"), ("Glycerin", "glycerin_substance"), ("Niacinamide", "niacinamide_substance")
# A list as pasted, and its entries as (written, ingredient).
LISTS = {
    "commas": ("Aqua, Glycerin, Niacinamide", [A, G, N]),
    "semicolons": ("Aqua; Glycerin", [A, G]),
    "line breaks": ("Aqua\nGlycerin\n\nNiacinamide\n", [A, G, N]),
    "bullets": ("• Aqua • Glycerin", [A, G]),
    "dashes": ("- Aqua\n- Glycerin\n", [A, G]),
    "numbers on lines": ("1. Aqua\n2. Glycerin\n3) Niacinamide", [A, G, N]),
    "numbers in a line": ("1. Aqua 2. Glycerin 3. Polysorbate 20. 4. Niacinamide", [A, G, ("Polysorbate 20", "polysorbate_20"), N]),
    "full stops": ("Aqua. Glycerin. Niacinamide.", [A, G, N]),
    "no separators": ("AQUA GLYCERIN NIACINAMIDE", [("AQUA", "water"), ("GLYCERIN", "glycerin_substance"), ("NIACINAMIDE", "niacinamide_substance")]),
    "comma inside a name": ("1,2-Hexanediol, Aqua", [("1,2-Hexanediol", "hexanediol_1_2"), A]),
    "comma inside a name, no spaces": ("Aqua,1,2-Hexanediol,Glycerin", [A, ("1,2-Hexanediol", "hexanediol_1_2"), G]),
    "comma between two numbers": ("Copper Tripeptide-1,1,2-Hexanediol", [("Copper Tripeptide-1", "copper_tripeptide_1"), ("1,2-Hexanediol", "hexanediol_1_2")]),
    "capitals": ("AQUA, glycerin", [("AQUA", "water"), ("glycerin", "glycerin_substance")]),
    "parentheses": ("Aqua (Water), Parfum (Fragrance)", [("Aqua (Water)", "water"), ("Parfum (Fragrance)", "parfum")]),
    "three languages": ("Aqua/Water/Eau, Glycerin", [("Aqua/Water/Eau", "water"), G]),
    "two things with a slash": ("Mica/Titanium Dioxide", [("Mica", "mica"), ("Titanium Dioxide", "titanium_dioxide")]),
    "one thing with slashes": ("Acrylates/C10-30 Alkyl Acrylate Crosspolymer", [("Acrylates/C10-30 Alkyl Acrylate Crosspolymer", "acrylates_crosspolymer")]),
    "plant with its common name": ("Simmondsia Chinensis (Jojoba) Seed Oil*", [("Simmondsia Chinensis (Jojoba) Seed Oil", "jojoba_oil")]),
    "several in brackets": ("Iron Oxides (CI 77491, CI 77492)", [("CI 77491", "iron_oxide_red"), ("CI 77492", "iron_oxide_yellow")]),
    "loose name, meant one in brackets": ("Vitamin C (Ascorbyl Glucoside)", [("Vitamin C (Ascorbyl Glucoside)", "ascorbyl_glucoside_inci")]),
    "joined by and": ("Cetearyl Alcohol (and) Ceteareth-20", [("Cetearyl Alcohol", "cetearyl_alcohol"), ("Ceteareth-20", "ceteareth_20")]),
    "footnote digits": ("Butylene Glycol4, Glycerin2", [("Butylene Glycol4", "butylene_glycol"), ("Glycerin2", "glycerin_substance")]),
    "percentages": ("Niacinamide 10%, Zinc PCA 1 %", [("Niacinamide 10%", "niacinamide_substance"), ("Zinc PCA 1 %", "zinc_pca")]),
    "decimal comma": ("Niacinamide 2,5 %, Aqua", [("Niacinamide 2,5 %", "niacinamide_substance"), A]),
    "percentage in parentheses": ("Retinol (0.3%), Aqua", [("Retinol (0.3%)", "retinol_substance"), A]),
    "asterisks": ("Parfum (Fragrance)*, Limonene**", [("Parfum (Fragrance)", "parfum"), ("Limonene", "limonene")]),
    "duplicates": ("Aqua, Glycerin, aqua", [A, G, ("aqua", "water")]),
    "heading": ("Ingredients: Aqua, Glycerin.", [A, G]),
    "heading on its own line": ("INCI:\nAqua, Glycerin", [A, G]),
    "question before it": ("is this ingredients list ok? Aqua, Glycerin", [A, G]),
    "speech around it": ("Hi, is this ok for me? Aqua, Glycerin, thanks!", [A, G]),
    "directions after it": ("Ingredients: Aqua, Glycerin. Directions: apply with water and alcohol.", [A, G]),
    "active and inactive": ("Active ingredients: Zinc Oxide 20%. Inactive ingredients: Aqua, Glycerin", [("Zinc Oxide 20%", "zinc_oxide"), A, G]),
    "name wrapped over lines": ("Aqua, Rosa Centifolia Flower\nWater, Glycerin", [A, ("Rosa Centifolia Flower Water", "rose_water"), G]),
    "word wrapped over lines": ("Aqua, Hydroxyethyl-\ncellulose, Glycerin", [A, ("Hydroxyethyl-cellulose", "hydroxyethylcellulose"), G]),
    "cut off at the end": ("Aqua, Glycerin...", [A, G]),
    "French and Spanish": ("eau, acide hyaluronique, Ácido Hialurónico", [("eau", "water"), ("acide hyaluronique", "hyaluronic_acid"), ("Ácido Hialurónico", "hyaluronic_acid")]),
    "German": ("Wasser, Natriumhyaluronat, Zitronensäure", [("Wasser", "water"), ("Natriumhyaluronat", "sodium_hyaluronate"), ("Zitronensäure", "citric_acid")]),
    "empty entries": (",, Aqua ,,\n", [A]),
    "strangers": ("Aqua, Unobtainium", [A, ("Unobtainium", None)]),
    "named only by law": ("Aqua, Oak Moss Extract", [A, ("Oak Moss Extract", "law:oakmossextract")]),
    "blanks": (" , \n ; ", []),
}
# A name as written, the ingredient, and how it was recognised.
RECOGNISED = [
    ("Glycerin", "glycerin_substance", "exact"), ("gly cerin", "glycerin_substance", "exact"), ("Kaliumsorbat", "potassium_sorbate", "other_language"), ("Sodum Hyaluronate", "sodium_hyaluronate", "spelling"),
    ("Phenoxyethan0l", "phenoxyethanol", "scanned"), ("Palmitoyl Tripeptide-l", "palmitoyl_tripeptide_1", "scanned"), ("Honey/Mel/Miel", "honey", "part"), ("Retinpl", None, "doubt"), ("Rosa Canina Leaf Extract", None, "unknown"),
    ("Polysorbate 30", None, "unknown"), ("Palmitoyl Tripeptide-99", None, "unknown"), ("Glyceryl Stearate/Malate", None, "unknown"),
]
REFUSED = {"too long": "a" * (LONGEST_TEXT + 1), "too many separators": "a," * (MOST_PIECES + 1), "too many pieces": "Abc - " * (MOST_PIECES + 5)}


@pytest.fixture(scope="module")
def shelf(knowledge) -> Shelf:
    """Return the shelf of the pack."""
    return Shelf(knowledge.store)


@pytest.fixture(scope="module")
def ingredients(facts) -> tuple[Ingredient, ...]:
    """Return the real ingredients."""
    return facts.lists["ingredients"]


@pytest.fixture(scope="module")
def hazards(facts) -> tuple[Hazard, ...]:
    """Return the real hazards."""
    return facts.lists["hazards"]


def listed(them):
    """Return the entries of a list that holds some ingredients."""
    return [Listed(written=i.inci, position=place, ingredient=i) for place, i in enumerate(them, 1)]


def raised(them, route, hazards):
    """Return the ids of the hazards that a list of ingredients raises by a route."""
    return {flag.hazard.id for flag in flags(listed(them), route, hazards)}


@pytest.mark.parametrize("case", LISTS)
def test_pasted_list_is_read_apart(shelf, case):
    """However a list is pasted, each entry keeps its writing, gets its ingredient or a doubt, and stands in its place."""
    text, expected = LISTS[case]
    entries = shelf.read(text).entries
    assert [(e.written, e.ingredient and e.ingredient.id) for e in entries] == expected
    assert [e.position for e in entries] == list(range(1, len(expected) + 1))


@pytest.mark.parametrize(("name", "ingredient", "how"), RECOGNISED)
def test_name_is_recognised_or_doubted(shelf, name, ingredient, how):
    """A name leads to its ingredient by the way that fits it; one near to two names stays a doubt, other numbers never match."""
    entry = shelf.read(f"Aqua, {name}, Glycerin").entries[1]
    assert (entry.ingredient and entry.ingredient.id, entry.how) == (ingredient, how)
    assert (entry.confidence == 1.0) == (how == "exact")


def test_doubt_names_its_candidates(shelf):
    """A name near to two others tells both and chooses neither."""
    assert set(shelf.read("Aqua, Retinpl").entries[1].candidates) == {"Retinol", "Retinal"}


def test_marks_of_an_entry_are_kept(shelf):
    """Share, nano mark and what is only sometimes in the product are kept; places lead back to the text."""
    text = "Ingredients: Niacinamide (10 %), Titanium Dioxide [nano]. May contain: CI 77492"
    listing = shelf.read(text)
    assert [(e.percent, e.nano, e.may_contain) for e in listing.entries] == [(10.0, False, False), (None, True, False), (None, False, True)]
    assert [listing.text[e.start : e.end].startswith(e.written) for e in listing.entries] == [True, True, True]


def test_repeated_entry_tells_the_first(shelf):
    """An ingredient named again points to the place where it stood first, whatever it is called there."""
    assert [e.repeats for e in shelf.read("Aqua, Glycerin, Spring Water").entries] == [None, None, 1]


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_label_is_refused(shelf, case):
    """A text that is far too long for a label is refused with what to do."""
    from skinproof.errors import InputError  # noqa: PLC0415

    with pytest.raises(InputError, match="Paste the ingredient list"):
        shelf.read(REFUSED[case])


def test_inci_names_lead_to_ingredients(ingredients, shelf):
    """Every ingredient of the facts is recognised in a list by its INCI name."""
    lost = [i.inci for i in ingredients if [e.ingredient for e in shelf.read(f"Aqua, {i.inci}, Glycerin").entries][1:-1] != [i]]
    assert lost == []


def test_every_hazard_fires_by_each_route(ingredients, hazards):
    """Each hazard is raised by every ingredient of its class, by every one of its routes, and names the entry."""
    silent = []
    for hazard in hazards:
        of_class = [i for i in ingredients if hazard.ingredient_class in i.classes]
        if not of_class:
            silent.append((hazard.id, "no ingredient is of its class"))
        for route in hazard.routes:
            fired = {f.hazard.id: f.entries for f in flags(listed(of_class), route, hazards)}
            if fired.get(hazard.id) != tuple(i.inci for i in of_class):
                silent.append((hazard.id, route))
    assert silent == []


def test_hazard_is_silent_without_its_class(ingredients, hazards):
    """No hazard is raised by a list of all ingredients that are not of its class, by any route."""
    loud = [(h.id, r) for h in hazards for r in ROUTES if h.id in raised([i for i in ingredients if h.ingredient_class not in i.classes], r, hazards)]
    assert loud == []


def test_hazard_is_silent_by_other_routes(ingredients, hazards):
    """No hazard is raised by a route that it does not name, whatever the list holds."""
    loud = [(h.id, r) for h in hazards for r in ROUTES if r not in h.routes and h.id in raised(ingredients, r, hazards)]
    assert loud == []


def test_unknown_name_raises_what_it_tells(shelf, hazards):
    """An extract that no entry knows still counts as plant matter, and the flag says that this was guessed."""
    entries = shelf.read("Aqua, Fictitia Imaginaria Leaf Extract").entries
    flag = next(f for f in flags(entries, "needle_channels", hazards) if f.hazard.id == "botanical_open_skin")
    assert flag.guessed == ("Fictitia Imaginaria Leaf Extract",)


def test_severest_hazards_come_first(ingredients, hazards):
    """Hazards are told from stop to information, by id within one severity, each with the action that fits it."""
    found = flags(listed(ingredients), "needle_channels", hazards)
    keys = [(("stop", "high", "caution", "info").index(f.hazard.severity), f.hazard.id) for f in found]
    assert keys == sorted(keys)
    assert {(f.hazard.severity, f.action) for f in found} <= {("stop", "stop"), ("high", "stop"), ("caution", "caution"), ("info", "ok")}
    assert len(found) > 10


@pytest.mark.parametrize(("severity", "action"), [("stop", "stop"), ("high", "stop"), ("caution", "caution"), ("info", "ok")])
def test_severity_decides_the_action(hazards, severity, action):
    """A severe hazard stops, a lesser one asks for caution, and information asks for nothing."""
    from msgspec.structs import replace  # noqa: PLC0415

    one = Ingredient(id="made", inci="Made", classes=("made",))
    hazard = replace(hazards[0], severity=severity, ingredient_class="made", routes=("leave_on",))
    assert [f.action for f in flags(listed([one]), "leave_on", [hazard])] == [action]
