"""What is known of ingredients: enough of them, their masses and numbers right, the law's lists whole, and hazards hung on real classes."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
import yaml

from skinproof.catalogue.ingredient import AnnexEntry, Ingredient, Molecule, NamingRule, formula_mass_da, is_cas
from skinproof.ingredients.annex_export import read_annex, write_annexes
from skinproof.ingredients.hazards import flags
from skinproof.ingredients.inspect import inspect
from skinproof.ingredients.keys import squash
from skinproof.ingredients.naming import classes_of_name, is_large
from skinproof.ingredients.shelf import Shelf

SHARED = Path(__file__).parents[2] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the reference data beside the project is not here")
MASSES = [("H2O", 18.015), ("C6H8O6", 176.12), ("C8H10O2", 138.16), ("C4H4ClNOS", 149.60), ("NaCl", 58.44), ("C2Xx", None), ("", 0.0)]
CAS = [("7732-18-5", True), ("50-81-7", True), ("50-81-8", False), ("50817", False), ("1-2-3", False), ("", False)]
# A name that no entry knows, and a class that its words tell.
NAMED = [
    ("Fictitia Alba Root Extract", "botanical"), ("Acetyl Madeuppeptide-7", "peptide"), ("sh-Oligopeptide-99", "growth_factor"), ("Lactobacillus/Fictitia Ferment Filtrate", "ferment"), ("Heptylparaben", "preservative_glycol"),
    ("CI 99999", "pigment_particle"), ("Rose Exosomes", "exosome"), ("Sodium DNA", "pdrn"), ("Fictocaine", "anaesthetic"), ("Zinc Fictate", "zinc_or_copper"), ("Ascorbyl Fictate", "vitamin_c"), ("Butyl Salicylate", "salicylate"),
    ("Human Fibroblast Conditioned Media", "human_origin"), ("Dichlorooctylisothiazolinone", "isothiazolinone"),
]
NOT_NAMED = [("Mineral Oil", "botanical"), ("PEG-40 Hydrogenated Castor Oil", "botanical"), ("Silicone Quaternium-8", "botanical"), ("Glycerin", "peptide"), ("Butylene Glycol", "ferment")]
# Flags of the shared hazards, our flag by the same route, and a list that holds its ingredient; nothing of it is in the plain list.
PLAIN = "Trehalose, Betaine, Panthenol"
FIRES = {
    "vitamin_c": ("vitamin_c_needled", "Ascorbyl Glucoside"), "vitamin_c_low_ph": ("vitamin_c_acid_open_skin", "Ascorbic Acid"), "serum_ha_metals": ("metal_serum_needled", "Zinc PCA"), "fragrance": ("fragrance_open_skin", "Parfum"),
    "botanical": ("botanical_open_skin", "Camellia Sinensis Leaf Extract"), "isothiazolinones": ("isothiazolinone_open_skin", "Methylisothiazolinone"), "formaldehyde_releasers": ("formaldehyde_releaser_open_skin", "DMDM Hydantoin"),
    "preservatives_glycols": ("preservative_glycol_needled", "Phenoxyethanol"), "pigments_mineral_filters": ("pigment_particle_needled", "Titanium Dioxide"), "exosomes": ("exosome_needled", "Exosomes"),
    "growth_factors": ("growth_factor_needled", "sh-Oligopeptide-1"), "pdrn": ("pdrn_needled", "Sodium DNA"), "botulinum_toxin_cocktail": ("toxin_needled", "Botox"), "lidocaine_overuse": ("anaesthetic_after_needling", "Lidocaine"),
    "nonsterile_ntm": ("water_not_sterile", "Aqua"), "bloodborne": ("human_origin_blood", "PRP"), "metal_needles": ("metal_needles", "Gold"), "acids_retinoids_after": ("acid_retinoid_open_skin", "Glycolic Acid"),
}


@pytest.fixture(scope="module")
def ingredients(facts) -> tuple[Ingredient, ...]:
    """Return the real ingredients."""
    return facts.lists["ingredients"]


@pytest.fixture(scope="module")
def shelf(knowledge) -> Shelf:
    """Return the shelf of the pack."""
    return Shelf(knowledge.store)


@pytest.fixture(scope="module")
def naming(facts) -> tuple[NamingRule, ...]:
    """Return the real rules of naming."""
    return facts.lists["naming"]


@pytest.mark.parametrize(("formula", "mass"), MASSES)
def test_formula_weighs_what_its_atoms_weigh(formula, mass):
    """The mass of a formula is the sum over its atoms; an unknown element gives none."""
    assert formula_mass_da(formula) == (None if mass is None else pytest.approx(mass, abs=0.01))


@pytest.mark.parametrize(("number", "valid"), CAS)
def test_check_digit_tells_cas_numbers(number, valid):
    """A CAS number is valid only with the check digit that its digits give."""
    assert is_cas(number) == valid


def test_wrong_mass_of_formula_is_refused():
    """A molecular weight that its formula does not have cannot be stored."""
    with pytest.raises(ValueError, match=r"weighs 176\.12 Da, not 180"):
        Molecule(formula="C6H8O6", molecular_weight_da=180.0)


def test_wrong_cas_number_is_refused():
    """An ingredient with a mistyped CAS number cannot be stored."""
    with pytest.raises(ValueError, match="check digit"):
        Ingredient(id="made", inci="Made", cas=("50-81-8",))


def test_table_of_ingredients_is_large(ingredients):
    """At least 900 ingredients are known, most with a function, and hundreds with a molecule."""
    assert len(ingredients) >= 900
    assert sum(bool(i.functions) for i in ingredients) >= 900
    assert sum(i.molecule is not None for i in ingredients) >= 400


def test_every_ingredient_has_a_class(ingredients):
    """No ingredient is without a class, and no two share an INCI name."""
    assert [i.id for i in ingredients if not i.classes] == []
    assert len({squash(i.inci) for i in ingredients}) == len(ingredients)


def test_claims_and_notes_name_known_things(facts, ingredients):
    """Every class and ingredient that a claim, a note or a hazard speaks of exists."""
    classes, ids = {c for i in ingredients for c in i.classes}, {i.id for i in ingredients}
    rules = [*facts.lists["claims"], *facts.lists["list_notes"]]
    assert {c for r in rules for c in r.classes} - classes == set()
    assert {i for r in rules for i in r.ingredients} - ids == set()
    assert {h.ingredient_class for h in facts.lists["hazards"]} - classes == set()


def test_eighty_one_label_allergens_are_marked(facts):
    """Annex III marks the 81 fragrance allergens that a label must name, and the annexes tell their date."""
    allergens = [e for e in facts.lists["annexes"] if e.label_allergen]
    assert len(allergens) == 81
    assert {e.annex for e in facts.lists["annexes"]} == {"II", "III", "IV", "V", "VI"}


def test_named_allergens_are_recognised_as_such(facts, shelf):
    """Every name that the law gives a label allergen is read as one, but fragments of names that the export splits."""
    lost = []
    for entry in facts.lists["annexes"]:
        names = [n for n in entry.names if entry.label_allergen and len(n) > 8 and re.fullmatch(r"[A-Z][A-Z' -]+", n)]
        lost += [n for n in names if not any("fragrance_allergen" in e.classes for e in shelf.read(n).entries)]
    assert len(lost) <= 4, lost


@needs_shared
def test_allergens_agree_with_reference(facts):
    """The label allergens are the entries of the reference table, but for the two that are banned by now."""
    with (SHARED / "facts" / "fragrance_allergens.csv").open() as lines:
        wanted = {row["annex_iii_entry"] for row in csv.DictReader(lines)}
    found = {e.entry for e in facts.lists["annexes"] if e.label_allergen}
    assert found == {w for w in wanted if not w.startswith("II/")}


@needs_shared
def test_molecules_agree_with_reference(ingredients):
    """Molecular weights agree with the reference rows whose formula PubChem confirms, to 0.05 Da."""
    ours = {squash(i.inci): i.molecule for i in ingredients if i.molecule}
    with (SHARED / "facts" / "ingredient_props.csv").open() as lines:
        rows = [r for r in csv.DictReader(lines) if r["formula_match"] == "yes" and squash(r["inci"]) in ours]
    wrong = [r["inci"] for r in rows if abs(ours[squash(r["inci"])].molecular_weight_da - float(r["mw"])) > 0.05]
    assert (wrong, len(rows) > 45) == ([], True)


@needs_shared
def test_every_reference_hazard_has_a_case():
    """No hazard of the reference file is without a list that must raise it."""
    wanted = {h["id"] for h in yaml.safe_load((SHARED / "facts" / "barrier_hazards.yaml").read_text())["hazards"]}
    assert wanted == set(FIRES)


@pytest.mark.parametrize("reference", FIRES)
def test_reference_hazard_fires_only_when_meant(shelf, facts, reference):
    """A hazard fires on a list that holds its ingredient and is silent on one that does not."""
    ours, ingredient = FIRES[reference]
    fired = {f.hazard.id for f in flags(shelf.read(f"{PLAIN}, {ingredient}").entries, "needle_channels", facts.lists["hazards"])}
    silent = {f.hazard.id for f in flags(shelf.read(PLAIN).entries, "needle_channels", facts.lists["hazards"])}
    assert (ours in fired, ours in silent) == (True, False)


@pytest.mark.parametrize(("name", "tells"), NAMED)
def test_words_of_a_name_tell_its_class(naming, name, tells):
    """The words of an unknown name tell the class that matters."""
    assert tells in classes_of_name(name, naming)


@pytest.mark.parametrize(("name", "tells"), NOT_NAMED)
def test_words_alone_do_not_mislead(naming, name, tells):
    """A word such as oil does not make plant matter of what is none."""
    assert tells not in classes_of_name(name, naming)


def test_polymers_are_large_molecules(naming):
    """A polymer is large by its name, a hydrolysed protein is not."""
    assert (is_large("Acrylates/Fictate Crosspolymer", naming), is_large("Hydrolyzed Collagen", naming)) == (True, False)


@needs_shared
def test_annexes_can_be_updated(tmp_path):
    """The older export of the annexes is read by the same command, and every entry of it can be loaded."""
    for annex in ("II", "III", "IV", "V", "VI"):
        (tmp_path / f"annex_{annex}.csv").write_bytes((SHARED / "benchmarks" / "cosing" / f"annex_{annex}_2024-05.csv").read_bytes())
    counts = write_annexes(tmp_path, tmp_path / "facts")
    entries = [AnnexEntry(**{**e, "names": tuple(e["names"]), "cas": tuple(e.get("cas", ()))}) for f in (tmp_path / "facts").glob("*.yaml") for e in yaml.safe_load(f.read_text())]
    assert sum(counts.values()) == len(entries) == len({e.id for e in entries})
    assert next(e.limit_percent for e in entries if "PHENOXYETHANOL" in e.names) == 1.0


# Cells of an export, and the names that come of them.
NAMES_OF_CELLS = [
    ("63,Tetracaine (INN) and its salts,,", {"TETRACAINE"}), ("375,Tretinoin (INN) (retinoic acid and its salts),,RETINOIC ACID", {"TRETINOIN", "RETINOIC ACID"}), ('1386,"Cis-1-(3-chlorallyl)-3,5,7-triaza-1-azoniaadamantane chloride (cis-CTAC), quaternium-15",,', {"QUATERNIUM-15"}),
    ('368,"Phenol, 2-methoxy- 4-(2-propenyl)-, acetate","Phenol, 2-methoxy- 4-(2-propenyl)-, acetate",', {"PHENOL, 2-METHOXY- 4-(2-PROPENYL)-, ACETATE"}), ("9,Lavender,Lavandula Intermedia Flower/Leaf/Stem Oil; Lavandula Hybrida Oil,", {"LAVANDULA INTERMEDIA FLOWER/LEAF/STEM OIL", "LAVANDULA HYBRIDA OIL", "LAVENDER"}),
]


@pytest.mark.parametrize(("row", "names"), NAMES_OF_CELLS)
def test_names_of_annex_row_are_read(tmp_path, row, names):
    """Names of medicines, numbered names and plant parts are read whole, and no chemical name is cut in pieces."""
    (tmp_path / "annex_II.csv").write_text(f"Reference Number,Chemical name / INN,Name of Common Ingredients Glossary,Identified INGREDIENTS or substances\n{row}\n")
    _, entries = read_annex(tmp_path / "annex_II.csv", "II")
    assert {n for e in entries for n in e["names"]} == names


def test_every_perfume_allergen_is_flagged(shelf, facts):
    """Each name that the law lists as a perfume allergen raises the flag, alone in a list."""
    names = [n for e in facts.lists["annexes"] if e.label_allergen for n in e.names if ", " not in n]  # chemical names are no names of labels
    assert len({e.id for e in facts.lists["annexes"] if e.label_allergen}) == 81
    assert [n for n in names if "fragrance_allergen_leave_on" not in inspect(n.title(), shelf).flag_ids] == []


BAD_EXPORTS = {"missing": None, "no header": "a,b\n1,2\n", "no text": b"\xff\xfe\x00"}


@pytest.mark.parametrize("case", BAD_EXPORTS)
def test_bad_export_is_refused_clearly(tmp_path, case):
    """A file that is no export of an annex is refused with what to do."""
    from skinproof.errors import InputError  # noqa: PLC0415

    path, content = tmp_path / "annex_V.csv", BAD_EXPORTS[case]
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InputError, match=r"annex_V\.csv .*Export Annex V from CosIng"):
        read_annex(path, "V")
