"""Reading an ingredient list, and the hazards of what is in it."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skinproof.catalogue.ingredient import Ingredient
from skinproof.catalogue.rules import Hazard
from skinproof.ingredients.hazards import flags
from skinproof.ingredients.listing import Listed, read_list
from skinproof.types import Route

ROUTES = get_args(Route)
# A list as pasted, and its entries as (written, ingredient).
LISTS = {
    "commas": ("Aqua, Glycerin, Niacinamide", [("Aqua", "water"), ("Glycerin", "glycerin_substance"), ("Niacinamide", "niacinamide_substance")]),
    "semicolons": ("Aqua; Glycerin", [("Aqua", "water"), ("Glycerin", "glycerin_substance")]),
    "line breaks": ("Aqua\nGlycerin\n\nNiacinamide\n", [("Aqua", "water"), ("Glycerin", "glycerin_substance"), ("Niacinamide", "niacinamide_substance")]),
    "bullets": ("• Aqua • Glycerin", [("Aqua", "water"), ("Glycerin", "glycerin_substance")]),
    "comma inside a name": ("1,2-Hexanediol, Aqua", [("1,2-Hexanediol", "hexanediol_1_2"), ("Aqua", "water")]),
    "comma inside a name, no spaces": ("Aqua,1,2-Hexanediol,Glycerin", [("Aqua", "water"), ("1,2-Hexanediol", "hexanediol_1_2"), ("Glycerin", "glycerin_substance")]),
    "capitals": ("AQUA, glycerin", [("AQUA", "water"), ("glycerin", "glycerin_substance")]),
    "parentheses": ("Aqua (Water), Parfum (Fragrance)", [("Aqua (Water)", "water"), ("Parfum (Fragrance)", "parfum")]),
    "percentages": ("Niacinamide 10%, Zinc PCA 1 %", [("Niacinamide 10%", "niacinamide_substance"), ("Zinc PCA 1 %", "zinc_pca")]),
    "percentage in parentheses": ("Retinol (0.3%), Aqua", [("Retinol (0.3%)", "retinol_substance"), ("Aqua", "water")]),
    "asterisks": ("Parfum (Fragrance)*, Limonene**", [("Parfum (Fragrance)*", "parfum"), ("Limonene**", "limonene")]),
    "duplicates": ("Aqua, Glycerin, aqua", [("Aqua", "water"), ("Glycerin", "glycerin_substance"), ("aqua", "water")]),
    "heading": ("Ingredients: Aqua, Glycerin.", [("Aqua", "water"), ("Glycerin", "glycerin_substance")]),
    "heading on its own line": ("INCI:\nAqua, Glycerin", [("Aqua", "water"), ("Glycerin", "glycerin_substance")]),
    "question before it": ("is this ingredients list ok? Aqua, Glycerin", [("Aqua", "water"), ("Glycerin", "glycerin_substance")]),
    "cut off at the end": ("Aqua, Glycerin...", [("Aqua", "water"), ("Glycerin", "glycerin_substance")]),
    "other languages": ("eau, acide hyaluronique, Ácido Hialurónico", [("eau", "water"), ("acide hyaluronique", "hyaluronic_acid"), ("Ácido Hialurónico", "hyaluronic_acid")]),
    "empty entries": (",, Aqua ,,\n", [("Aqua", "water")]),
    "strangers": ("Aqua, Unobtainium", [("Aqua", "water"), ("Unobtainium", None)]),
    "nothing": ("", []),
    "blanks": (" , \n ; ", []),
}


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
def test_pasted_list_is_read_apart(knowledge, case):
    """However a list is pasted, each entry keeps its writing, gets its ingredient or a doubt, and stands in its place."""
    text, expected = LISTS[case]
    entries = read_list(text, knowledge.ingredient_named)
    assert [(e.written, e.ingredient and e.ingredient.id) for e in entries] == expected
    assert [e.position for e in entries] == list(range(1, len(expected) + 1))


def test_inci_names_lead_to_ingredients(ingredients, knowledge):
    """Every ingredient of the facts is recognised in a list by its INCI name."""
    lost = [i.inci for i in ingredients if [e.ingredient for e in read_list(f"Aqua, {i.inci}, Glycerin", knowledge.ingredient_named)][1:-1] != [i]]
    assert lost == []


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]) | st.sampled_from(" \t\n,;()%*.:?"), max_size=120))
def test_any_pasted_text_is_read(text):
    """No text makes the reader raise; entries are never empty, and their places count up."""
    entries = read_list(text, lambda _: None)
    assert all(e.written.strip() for e in entries)
    assert [e.position for e in entries] == list(range(1, len(entries) + 1))


@given(data=st.data())
def test_joined_names_are_read_back(knowledge, ingredients, data):
    """A list that is made of real names, joined in a usual way, is read back as those ingredients in that order."""
    chosen = data.draw(st.lists(st.sampled_from(ingredients), min_size=1, max_size=12))
    joint = data.draw(st.sampled_from([", ", "; ", "\n", " • ", ",\n"]))
    assert [e.ingredient for e in read_list(joint.join(i.inci for i in chosen), knowledge.ingredient_named)] == chosen


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


def test_doubtful_entries_raise_no_hazard(hazards):
    """An entry that was not recognised raises nothing by itself."""
    assert flags([Listed(written="Unobtainium", position=1, ingredient=None)], "needle_channels", hazards) == []


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
    one = Ingredient(id="made", inci="Made", classes=("made",))
    rule = Hazard(id="made", grade="inference", sources=(), ingredient_class="made", routes=("abraded",), severity=severity, proof="inference", text="t", detail="d")
    [flag] = flags(listed([one]), "abraded", [*hazards, rule])
    assert (flag.hazard.id, flag.action, flag.entries) == ("made", action, ("Made",))


@given(data=st.data(), route=st.sampled_from(ROUTES))
def test_added_ingredient_removes_no_hazard(ingredients, hazards, data, route):
    """Whatever is added to a list, wherever, every hazard that it raised is still raised."""
    chosen = data.draw(st.lists(st.sampled_from(ingredients), max_size=10))
    more = data.draw(st.lists(st.sampled_from(ingredients), max_size=5))
    place = data.draw(st.integers(0, len(chosen)))
    before, after = raised(chosen, route, hazards), raised([*chosen[:place], *more, *chosen[place:]], route, hazards)
    assert before <= after
    assert after == before | raised(more, route, hazards)
