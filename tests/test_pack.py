"""Building the pack from facts, and opening it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
import yaml
from fakes import STUDY_FILE

from skinproof.catalogue.facts import FOLDER
from skinproof.catalogue.treatment import Treatment
from skinproof.errors import FactError, PackError
from skinproof.evidence.store import FORMAT, Store
from skinproof.evidence.study import Study
from skinproof.pack.build import build
from skinproof.pack.stages import Stages, digest
from skinproof.synthesis.verdict import Verdict

KEPT_STUDIES = 8
MADE = "made-2020-trial.yaml"
MEND = "python -m skinproof.pack"
# A change of the made-up study, and the stages that must run again: the study's own, and the verdicts if it says something new.
CHANGES = [("  n_enrolled: 40", "  n_enrolled: 41", 2), ("result: arm_better", "result: versus_better", 2), ("id: made", "# checked again\nid: made", 1), ("year: 2020", "year:   2020", 1)]
BREAKS = {
    "a study": (f"studies/{MADE}", "design: rct", "design: nothing", f"{MADE}, line 13: Invalid enum value"),
    "a study of unknown outcome": (f"studies/{MADE}", "outcome: wrinkles_rated", "outcome: crinkles", f"{MADE}: finding lines-between: the outcome 'crinkles'"),
    "a treatment": ("treatments/tretinoin.yaml", "id: tretinoin", "idd: tretinoin", "tretinoin.yaml, line "),
    "a relative": ("lexicon/families.yaml", "members: [", "members: [snake_oil, ", "'snake_oil' has no file"),
    "milder treatment": ("gentler.yaml", "lesion_removal: []", "lesion_removal: [snake_oil]", "gentler.yaml, lesion_removal: 'snake_oil' has no file"),
    "what is carried": ("treatments/hyaluron_pen.yaml", "carries:\n- ", "carries:\n- snake_oil\n- ", "hyaluron_pen.yaml: 'snake_oil' in carries is no treatment or ingredient"),
    "a rule": ("precautions.yaml", "action: ", "action: dance # ", "precautions.yaml, line "),
}


@pytest.fixture(scope="session")
def first(tmp_path_factory):
    """Return a folder with a copy of the facts, a few studies and the made-up one among them, built once, and the counts of that build."""
    root = tmp_path_factory.mktemp("built")
    kept = {"studies": {path.name for path in sorted((FOLDER / "studies").glob("*.yaml"))[:KEPT_STUDIES]}, "ingredients": {"named.yaml"}, "annexes": {"annex_VI.yaml"}}
    shutil.copytree(FOLDER, root / "facts", ignore=lambda place, names: set(names) - kept.get(Path(place).name, set(names)))
    (root / "facts" / "studies" / MADE).write_text(STUDY_FILE)
    for path in (root / "facts" / "treatments").glob("*.yaml"):  # without their many names, a build takes a third of the time
        content = {key: value for key, value in yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader).items() if not key.startswith(("names", "misspellings"))}
        path.write_text(yaml.dump(content, Dumper=yaml.CSafeDumper, sort_keys=False))
    return root, build(root / "facts", root / "pack.sqlite", root / "stages.sqlite")


@pytest.fixture
def folder(first, tmp_path):
    """Return facts that a test may change; their pack and the kept results of its build lie beside them."""
    shutil.copytree(first[0], tmp_path, dirs_exist_ok=True)
    return tmp_path / "facts"


@pytest.fixture
def make(folder, tmp_path):
    """Return a function that builds the copied facts into a target of some name, and returns the counts."""
    return lambda target="pack.sqlite", cache="stages.sqlite": build(folder, tmp_path / target, tmp_path / cache)


def change(path, old, new):
    """Replace the first place of some text in a file."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def hash_of(path):
    """Return the evidence hash of a pack."""
    return Store(path).meta["hash"]


def test_same_facts_give_same_hash(make, tmp_path):
    """Built again from the same facts, with and without earlier results, the evidence hash is the same."""
    make("kept.sqlite")
    make("fresh.sqlite", "other.sqlite")
    assert hash_of(tmp_path / "pack.sqlite") == hash_of(tmp_path / "kept.sqlite") == hash_of(tmp_path / "fresh.sqlite")


def test_hash_is_the_same_in_every_process(first, tmp_path):
    """The order in which a process happens to keep sets does not reach the pack: a copy that is built elsewhere can be told to be the same."""
    script = "import sys; from pathlib import Path; from skinproof.pack.build import build; build(*map(Path, sys.argv[1:]))"
    targets = [tmp_path / f"{seed}.sqlite" for seed in ("1", "2")]
    for target in targets:
        subprocess.run([sys.executable, "-c", script, first[0] / "facts", target, first[0] / "stages.sqlite"], env={**os.environ, "PYTHONHASHSEED": target.stem}, check=True)
    assert hash_of(targets[0]) == hash_of(targets[1])


def test_hash_covers_every_changed_fact(make, folder, tmp_path):
    """A changed study, and a changed list, change the evidence hash; a comment does not."""
    change(folder / "precautions.yaml", "- id:", "# looked at again\n- id:")
    make("comment.sqlite")
    change(folder / "studies" / MADE, "adults with", "grown-ups with")
    make("study.sqlite")
    change(folder / "gentler.yaml", "lesion_removal: []", "lesion_removal: [moisturiser]")
    make("list.sqlite")
    hashes = [hash_of(tmp_path / f"{name}.sqlite") for name in ("pack", "comment", "study", "list")]
    assert hashes[0] == hashes[1]
    assert len(set(hashes)) == 3


def test_first_build_makes_every_stage(first, make):
    """The first build makes a stage for each study, one for the verdicts and one for the forecasts; the second makes none."""
    before, again = first[1], make()
    assert (before["studies"], before["made"], before["reused"]) == (KEPT_STUDIES + 1, KEPT_STUDIES + 3, 0)
    assert again == before | {"made": 0, "reused": KEPT_STUDIES + 3}


@pytest.mark.parametrize(("old", "new", "made"), CHANGES)
def test_changed_study_remakes_only_its_stages(make, folder, old, new, made):
    """After one study has changed, only its own stage runs again, and the verdicts if it says something new."""
    change(folder / "studies" / MADE, old, new)
    again = make()
    assert (again["made"], again["reused"]) == (made, KEPT_STUDIES + 3 - made)


def test_added_study_makes_its_stages(make, folder):
    """A new study makes its own stage and the verdicts, and all others are kept."""
    other = STUDY_FILE.replace("made-2020", "next-2020").replace("99999999", "99999998").replace("made.2020", "next.2020")
    (folder / "studies" / "next-2020-trial.yaml").write_text(other)
    again = make()
    assert (again["made"], again["reused"]) == (2, KEPT_STUDIES + 2)


def test_kept_stages_change_no_result(make, folder, tmp_path):
    """A pack built with earlier results is the one that would be built without them."""
    change(folder / "studies" / MADE, "result: arm_better", "result: versus_better")
    make("kept.sqlite")
    make("fresh.sqlite", "none.sqlite")
    assert hash_of(tmp_path / "kept.sqlite") == hash_of(tmp_path / "fresh.sqlite") != hash_of(tmp_path / "pack.sqlite")


@pytest.mark.parametrize("case", BREAKS)
def test_broken_fact_leaves_old_pack(make, folder, tmp_path, case):
    """A wrong fact stops the build with its file and mend; the old pack stays as it was and no draft is left."""
    name, old, new, message = BREAKS[case]
    before = (tmp_path / "pack.sqlite").read_bytes()
    change(folder / name, old, new)
    with pytest.raises(FactError) as caught:
        make()
    assert message in str(caught.value)
    assert (tmp_path / "pack.sqlite").read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["facts", "pack.sqlite", "stages.sqlite"]


@pytest.mark.parametrize(("name", "message"), [("gentler.yaml", "gentler.yaml is missing from the folder facts"), ("lexicon/goals.yaml", "goals.yaml is missing from the folder lexicon")])
def test_missing_file_is_told(make, folder, name, message):
    """A file of facts that is not there stops the build, and is named with its folder."""
    (folder / name).unlink()
    with pytest.raises(FactError, match=message):
        make()


def test_records_given_twice_are_told(make, folder):
    """A treatment in two files, and a country with two help lines, stop the build in one message."""
    shutil.copy(folder / "treatments" / "tretinoin.yaml", folder / "treatments" / "zz.yaml")
    lines = yaml.load((folder / "help_lines.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    (folder / "help_lines.yaml").write_text(yaml.dump([*lines, lines[0]], Dumper=yaml.CSafeDumper))
    with pytest.raises(FactError) as caught:
        make()
    assert str(caught.value).splitlines() == ["treatments: tretinoin is given twice; keep one record of it.", f"help_lines: {lines[0]['country']} is given twice; keep one record of it."]


def test_all_broken_studies_are_told(make, folder):
    """Several wrong studies, twins among them, are told in one message, a line each."""
    change(folder / "studies" / MADE, "design: rct", "design: nothing")
    (folder / "studies" / "a-2020-trial.yaml").write_text("id: a-2020-trial\n")
    for name in ("b", "c"):
        (folder / "studies" / f"{name}-2020-trial.yaml").write_text(STUDY_FILE.replace("made-2020", f"{name}-2020"))
    with pytest.raises(FactError) as caught:
        make()
    lines = str(caught.value).splitlines()
    assert [line.split(".yaml")[0] for line in lines[:2]] == ["a-2020-trial", "made-2020-trial"]
    assert lines[2:] == [f"c-2020-trial and b-2020-trial both hold {key}: keep one record." for key in ("99999999", "10.9999/made.2020")]


def test_first_build_with_fault_writes_nothing(make, folder, tmp_path):
    """Where there was no pack, a wrong fact leaves none."""
    (tmp_path / "pack.sqlite").unlink()
    change(folder / "studies" / MADE, "design: rct", "design: nothing")
    with pytest.raises(FactError):
        make()
    assert not (tmp_path / "pack.sqlite").exists()


def test_pack_is_sound_sqlite(pack):
    """The pack is one whole SQLite file with its tables, and its full-text index finds words without accents."""
    with closing(sqlite3.connect(pack)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert {"meta", "record", "words"} <= tables
        assert connection.execute("SELECT count(*) FROM words WHERE words MATCH 'microneedling'").fetchone()[0] > 5
    assert pack.read_bytes().startswith(b"SQLite format 3\0")


def test_pack_tells_its_version(pack):
    """The pack tells its format, the version and date of the evidence, the settings and the hash."""
    meta = Store(pack).meta
    assert meta["format"] == FORMAT
    assert len(meta["hash"]) == 64
    assert all(meta[key] for key in ("version", "date", "settings"))


def test_pack_holds_every_study_whole(pack, studies):
    """What the pack returns for a study is what its file says."""
    store = Store(pack)
    assert store.all("study", Study) == list(studies.values())
    some = next(iter(studies.values()))
    assert store.get("study", some.id, Study) == some
    assert msgspec.json.decode(store.blob("study", some.id)) == msgspec.json.decode(msgspec.json.encode(some))


def test_pack_holds_verdicts_by_treatment(pack):
    """Verdicts can be had by the treatment that they are about, and every study behind them is in the pack."""
    store = Store(pack)
    every, some = store.all("verdict", Verdict), store.all("verdict", Verdict, topic="microneedling")
    assert some == [v for v in every if v.treatment == "microneedling"]
    assert some
    wanted = {name for verdict in every for name in verdict.study_ids}
    assert store.some("study", wanted, Study).keys() == wanted


def test_unknown_records_are_told_as_none(pack):
    """What the pack does not hold is None, or left out of several."""
    store = Store(pack)
    assert store.get("study", "no-such-study", Study) is None
    assert store.blob("study", "no-such-study") is None
    assert list(store.some("treatment", ["no_such", "microneedling", "microneedling"], Treatment)) == ["microneedling"]


def test_search_finds_treatments_by_words(pack):
    """Searching words returns the kind and id of what holds all of them, and no more than asked for."""
    store = Store(pack)
    assert ("treatment", "microneedling") in store.search("microneedling")
    assert len(store.search("skin", limit=3)) == 3
    assert store.search("zzyzx") == []


@pytest.mark.parametrize("text", ["", "  ", '"', '" "'])
def test_search_of_no_word_finds_nothing(pack, text):
    """Searching without any word finds nothing."""
    assert Store(pack).search(text) == []


@pytest.mark.parametrize("name", ["a#b", "a?b", "a%20b", "a b"])
def test_pack_opens_under_any_name(pack, tmp_path, name):
    """Signs that mean something in an address are part of the name of a file."""
    path = tmp_path / f"{name}.sqlite"
    shutil.copy(pack, path)
    assert Store(path).meta == Store(pack).meta


def _no_pack(path):
    path.unlink(missing_ok=True)


def _text(path):
    path.write_text("These are notes, and no pack at all. " * 40)


def _other_database(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (text)")


def _with_meta(path, *rows):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE meta (key, value)")
        connection.executemany("INSERT INTO meta VALUES (?, ?)", rows)
        connection.commit()


WRONG = {
    "missing": (_no_pack, "is missing"), "text": (_text, "is not a pack"), "another database": (_other_database, "is not a pack"), "empty": (lambda path: path.touch(), "is not a pack"),
    "a folder": (lambda path: path.mkdir(), "is not a pack"),
    "another format": (lambda path: _with_meta(path, ("format", "0")), "made for another version"), "no format": (_with_meta, "made for another version"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_pack_is_refused_with_mend(tmp_path, case):
    """A pack that is missing, no pack, or of another format is refused by name with the command that builds it."""
    spoil, message = WRONG[case]
    path = tmp_path / "mine.sqlite"
    spoil(path)
    with pytest.raises(PackError) as caught:
        Store(path)
    assert message in str(caught.value)
    assert "mine.sqlite" in str(caught.value)
    assert str(caught.value).endswith(MEND)


def _read_all(path):
    store = Store(path)
    for kind in ("study", "verdict", "pattern", "practice", "ingredients"):
        store.all(kind, object)


@pytest.mark.parametrize(("first", "last", "step"), [(0.1, 0.2, 50), (0.4, 0.6, 50), (0.05, 0.95, 4_001)])
def test_pack_damaged_inside_is_told(pack, tmp_path, first, last, step):
    """A pack whose middle is damaged is told when it is read, with the mend, whatever the damage hits."""
    content = bytearray(pack.read_bytes())
    for place in range(int(first * len(content)), int(last * len(content)), step):
        content[place] ^= 0x5A
    damaged = tmp_path / "damaged.sqlite"
    damaged.write_bytes(content)
    with pytest.raises(PackError, match="damaged\\. Build it again"):
        _read_all(damaged)


def test_kept_results_can_be_deleted(first, make, tmp_path):
    """The file of earlier results can be deleted at any time; everything is made again."""
    (tmp_path / "stages.sqlite").unlink()
    assert make() == first[1]


def test_stage_is_made_once_for_key(tmp_path):
    """A stage runs once for a key, also across openings, and again for another key."""
    calls = []
    for _ in range(2):
        stages = Stages(tmp_path / "stages.sqlite")
        assert [stages.run(key, list[str], lambda key=key: calls.append(key) or [key]) for key in ("a", "b", "a")] == [["a"], ["b"], ["a"]]
        stages.close()
    assert calls == ["a", "b"]


def test_digest_keeps_parts_apart():
    """A hash over parts tells where one part ends and the next begins."""
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("ab") == digest(b"ab")
    assert digest("a", "") != digest("a")
