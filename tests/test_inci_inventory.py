"""The inventory that a user downloaded: imported once, known from then on, and never in the way of our own names."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from skinproof.errors import InputError
from skinproof.ingredients.inspect import inspect
from skinproof.ingredients.inventory import default_place, import_inventory, open_inventory
from skinproof.ingredients.shelf import Shelf

REFERENCE = Path(__file__).parents[2] / "shared" / "benchmarks" / "cosing" / "cosing_ingredients.csv.gz"
EXPORT = (
    "File creation date: 01/02/2026,,\nCosIng inventory,,\n"
    "COSING Ref No,INCI name,INN name,Ph. Eur. Name,CAS No,EC No,Chem/IUPAC Name / Description,Restriction,Function,Update Date\n"
    '1,FICTITIA ALBA ROOT EXTRACT,,,"50-81-7 / 1-1-1",,A text that is not kept,,"SKIN CONDITIONING, ANTIOXIDANT",01/01/2020\n'
    "2,FICTYL FICTATE,,,,,,,PRESERVATIVE,01/01/2020\n3,GLYCERIN,,,56-81-5,,,,HUMECTANT,01/01/2020\n"
)
BAD = {"no file": None, "no column": "a,b\n1,2\n", "header alone": "COSING Ref No,INCI name\n", "empty": "", "torn gzip": gzip.compress(EXPORT.encode())[:40]}


def written(folder: Path, content: str | bytes) -> Path:
    """Return a file with some content."""
    path = folder / "inventory.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("packed", [False, True])
def test_imported_names_are_known(knowledge, tmp_path, packed):
    """Names of an imported inventory, plain or gzipped, are recognised, with classes from their words and functions."""
    raw = EXPORT.encode()
    count = import_inventory(written(tmp_path, gzip.compress(raw) if packed else raw), tmp_path / "kept.json")
    shelf = Shelf(knowledge.store, open_inventory(tmp_path / "kept.json"))
    entries = shelf.read("Aqua, Fictitia Alba Root Extract, Fictyl Fictate, Fictyl Fictat").entries
    assert count == 3
    assert [e.ingredient and e.ingredient.id for e in entries] == ["water", "cosing:1", "cosing:2", "cosing:2"]
    assert "botanical" in entries[1].classes
    assert "preservative_glycol" in entries[2].classes
    assert entries[1].ingredient.cas == ("50-81-7",)


def test_own_facts_win_over_inventory(knowledge, tmp_path):
    """A name that our facts hold stays ours when an inventory holds it too."""
    import_inventory(written(tmp_path, EXPORT), tmp_path / "kept.json")
    shelf = Shelf(knowledge.store, open_inventory(tmp_path / "kept.json"))
    assert [e.key for e in shelf.read("Glycerin, glicerina").entries] == ["glycerin_substance", "glycerin_substance"]


def test_imported_extract_raises_its_hazard(knowledge, tmp_path):
    """A plant extract known from the inventory alone raises the hazard of plant matter through needles."""
    import_inventory(written(tmp_path, EXPORT), tmp_path / "kept.json")
    found = inspect("Aqua, Fictitia Alba Root Extract", Shelf(knowledge.store, open_inventory(tmp_path / "kept.json")), route="needle_channels")
    assert "botanical_open_skin" in found.flag_ids


@pytest.mark.parametrize("case", BAD)
def test_bad_inventory_is_refused_clearly(tmp_path, case):
    """A file that is no inventory is refused with what to do, and an earlier import stays."""
    kept = tmp_path / "kept.json"
    import_inventory(written(tmp_path, EXPORT), kept)
    source = tmp_path / "nothing.csv" if BAD[case] is None else written(tmp_path, BAD[case])
    with pytest.raises(InputError, match=r"(?i)give .*file"):
        import_inventory(source, kept)
    assert len(open_inventory(kept)) == 3


@pytest.mark.parametrize("content", [b"", b"{}", b'{"format": 99, "rows": [], "names": {"exact": {}, "folded": {}, "scanned": {}, "words": []}}', b"\xff\xfe"])
def test_damaged_import_says_so(tmp_path, content):
    """A damaged or foreign file in the place of an import asks for importing again."""
    with pytest.raises(InputError, match="Import the inventory again"):
        open_inventory(written(tmp_path, content))


def test_no_import_is_no_fault(tmp_path):
    """Without an import there is simply none."""
    assert open_inventory(tmp_path / "none.json") is None


def test_import_is_kept_with_the_user(monkeypatch, tmp_path):
    """The place of an import is the user's own folder for data."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_place() == tmp_path / "skinproof" / "inventory.json"


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference inventory beside the project is not here")
def test_full_inventory_is_known(knowledge, tmp_path):
    """The full inventory of 30,070 names is imported, and a sample of its names is recognised."""
    assert import_inventory(REFERENCE, tmp_path / "kept.json") > 30_000
    inventory = open_inventory(tmp_path / "kept.json")
    shelf = Shelf(knowledge.store, inventory)
    rows = [inventory.row(f"cosing:{ref}") for ref in ("94753", "99270", "94896")]
    assert [e.ingredient is not None for row in rows for e in shelf.read(f"Aqua, {row.inci}, Glycerin").entries] == [True] * 9
