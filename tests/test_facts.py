"""The facts as they lie in the folder, and what happens to a fact file that is wrong."""

from __future__ import annotations

import re
from collections import Counter
from typing import get_args

import msgspec
import pytest
import yaml
from fakes import STUDY_FILE

from skinproof.catalogue.facts import FOLDER, LISTS
from skinproof.catalogue.files import load, load_all, read_yaml
from skinproof.catalogue.pattern import orders, parse
from skinproof.catalogue.text import words
from skinproof.catalogue.treatment import Treatment
from skinproof.errors import FactError
from skinproof.evidence.reading import check_together, load_study
from skinproof.evidence.study import Study
from skinproof.pack.lexicon import lexicon_terms
from skinproof.types import Route, is_doi, is_pmid

FILE = "made-2020-trial.yaml"
KNOWN = {"outcomes": {"wrinkles_rated"}, "components": {"tretinoin", "vehicle"}}
# Folders of a machine (a web address has a letter or digit before its slash), loopback, and private networks.
MACHINE = re.compile(r"(?<![\w.~%=-])/(?:work|tmp|root|home|Users|mnt|opt|var|usr)/|[A-Z]:\\|file://|\blocalhost\b|\b127\.0\.0\.\d|\b192\.168\.\d")

# What is changed in the file, the text on the line that must be named, and words of the message with the mend.
BROKEN = {
    "wrong field": ("funding:\n", "colour: red\nfunding:\n", "colour: red", "unknown field `colour`.*correct its spelling or remove it"),
    "wrong field inside": ("  n_enrolled: 40", "  n_enroled: 40", "n_enroled", r"unknown field `n_enroled` \(at \$\.population\).*correct its spelling"),
    "missing field": ("design: rct\n", "", "id: made", "missing required field `design`.*add it"),
    "missing field inside": ("  reported: fewer lines than at the start\n", "", "slug: lines-within", r"missing required field `reported` \(at \$\.findings\[1\]\); add it"),
    "key twice": ("pairing: parallel\n", "pairing: parallel\npairing: none\n", "pairing: none", "'pairing' is given twice.*Mend"),
    "key twice inside": ("  year: 2020\n", "  year: 2020\n  year: 2021\n", "year: 2021", "'year' is given twice"),
    "unknown word": ("design: rct", "design: double_blind", "double_blind", "Invalid enum value 'double_blind'.*use a value"),
    "words for a number": ("n_enrolled: 40", "n_enrolled: forty", "forty", "Expected `int"),
    "number for words": ("'99999999'", "99999999", "pmid: 99999999", "Expected `str"),
    "broken YAML": ("findings:\n", "findings: [\n", "slug: lines-between", "Mend the YAML"),
    "no date": ("date: 2026-11-01", "date: 2026-13-01", "2026-13-01", "'2026-13-01' is no date.*Mend"),
    "more analysed than enrolled": ("n_analysed: 38", "n_analysed: 41", "description: adults", "n_analysed cannot exceed n_enrolled"),
    "within against an arm": ("  versus: baseline", "  versus: plain", "slug: lines-within", "a within-arm finding has `versus: baseline`"),
    "between against baseline": ("  versus: plain", "  versus: baseline", "slug: lines-between", "a between-arm finding names the other arm"),
    "arm against itself": ("  versus: plain", "  versus: cream", "slug: lines-between", "arm and versus must differ"),
    "rct without chance": ("allocation: random", "allocation: by_choice", "id: made", "an rct has `allocation: random`; otherwise it is nonrandomised_controlled"),
    "chance without rct": ("design: rct", "design: nonrandomised_controlled", "id: made", "random allocation makes it an rct"),
    "review with allocation": ("design: rct", "design: systematic_review", "id: made", "a review has `allocation: not_applicable`"),
    "estimate below interval": ("value: -0.5", "value: -1.0", "measure: MD", "the interval must contain its estimate"),
    "estimate above interval": ("value: -0.5", "value: 0.0", "measure: MD", "the interval must contain its estimate"),
    "PMID with letters": ("'99999999'", "'PMID 99999999'", "first_author", "pmid must be the number alone, quoted"),
    "DOI as address": ("doi: 10.9999", "doi: https://doi.org/10.9999", "first_author", "doi must begin with 10. and hold no address"),
    "year before papers": ("year: 2020", "year: 1949", "first_author", "year must lie between 1950 and 2030"),
    "year to come": ("year: 2020", "year: 2031", "first_author", "year must lie between 1950 and 2030"),
    "more harmed than treated": ("  count: 9", "  count: 20", "event: peeling", "count cannot exceed of"),
    "funding without name": ("kind: not_checked", "kind: maker", "kind: maker", "a stated funding needs a note naming the company or body"),
    "arm that is not there": ("  arm: cream\n  versus: plain", "  arm: balm\n  versus: plain", "id: made", "finding lines-between: arm 'balm' is not among the arms"),
    "versus that is not there": ("  versus: plain", "  versus: balm", "id: made", "finding lines-between: versus 'balm' is not among the arms"),
    "harm of unknown arm": ("  arm: cream\n  count", "  arm: balm\n  count", "id: made", "harm 'peeling': arm 'balm' is not among the arms"),
    "two arms alike": ("- id: plain", "- id: cream", "id: made", "two arms share an id"),
    "two findings alike": ("slug: lines-within", "slug: lines-between", "id: made", "two findings share a slug"),
    "more in finding than enrolled": ("  timepoint_weeks: 24", "  n: 41\n  timepoint_weeks: 24", "id: made", "finding lines-between: n exceeds n_enrolled"),
    "no source": ("sources:\n- address: https://example.org/made\n  read: abstract\n  date: 2026-11-01\n", "sources: []\n", "id: made", "give at least one source"),
}
# The same for faults that only the catalogue shows: they name what is wrong instead of a line.
STRANGE = {
    "another name": ("id: made-2020-trial", "id: made-2021-trial", "name the file made-2021-trial.yaml"),
    "unknown outcome": ("outcome: wrinkles_rated", "outcome: crinkles", "finding lines-between: the outcome 'crinkles' is not in outcomes.yaml; use one that is, or add it there"),
    "unknown component": ("what: tretinoin", "what: snake_oil", "arm cream: 'snake_oil' is no treatment, ingredient or control that the catalogue knows"),
}


def written(folder, old="", new="", name=FILE):
    """Write the made-up study with one change, and return its place."""
    assert old in STUDY_FILE
    path = folder / name
    path.write_text(STUDY_FILE.replace(old, new, 1) if old else STUDY_FILE)
    return path


def refusal(path):
    """Return the message with which a study file is refused."""
    with pytest.raises(FactError) as caught:
        load_study(path, **KNOWN)
    return str(caught.value)


def test_made_study_itself_is_accepted(tmp_path):
    """The study that the tables below break is right before it is broken."""
    study = load_study(written(tmp_path), **KNOWN)
    assert (study.id, study.participants, study.depth, study.human) == ("made-2020-trial", 38, "abstract", True)


@pytest.mark.parametrize(("old", "new"), [
    ("year: 2020", "year: 1950"), ("year: 2020", "year: 2030"), ("n_analysed: 38", "n_analysed: 40"), ("value: -0.5", "value: -0.9"), ("value: -0.5", "value: -0.1"),
    ("ci_low: -0.9, ci_high: -0.1", "ci_low: -0.4"), ("ci_low: -0.9, ci_high: -0.1", "ci_high: -0.6"), ("count: 9", "count: 19"), ("design: rct", "design: crossover"),
    ("  n_enrolled: 40\n", ""), ("  timepoint_weeks: 24", "  n: 40\n  timepoint_weeks: 24"), ("kind: not_checked", "kind: maker\n  note: Maker Ltd"),
])
def test_study_at_the_limits_is_accepted(tmp_path, old, new):
    """What just meets a rule is no fault: the rules refuse nothing that can be true."""
    assert load_study(written(tmp_path, old, new), **KNOWN).id == "made-2020-trial"


@pytest.mark.parametrize(("author", "cited"), [("Made", "Made"), ("not seen", "Study (author not seen)")])
def test_unseen_author_is_said(tmp_path, author, cited):
    """A study whose author was not shown where it was read says so where it is cited."""
    assert load_study(written(tmp_path, "first_author: Made", f"first_author: {author}"), **KNOWN).cited == cited


@pytest.mark.parametrize("case", BROKEN)
def test_broken_study_names_line_and_mend(tmp_path, case):
    """A study file with a fault is refused in one line: the file, the line, and what would mend it."""
    old, new, on_line, mend = BROKEN[case]
    path = written(tmp_path, old, new)
    line = next(number for number, text in enumerate(path.read_text().splitlines(), 1) if on_line in text)
    message = refusal(path)
    assert re.search(mend, message)
    assert message.startswith(f"{FILE}, line {line}: ")


@pytest.mark.parametrize("case", STRANGE)
def test_strange_study_names_file_and_mend(tmp_path, case):
    """A study that does not fit the catalogue is refused with its file and what would mend it."""
    old, new, mend = STRANGE[case]
    message = refusal(written(tmp_path, old, new))
    assert message.startswith(f"{FILE}: ")
    assert mend in message


def test_all_strange_parts_are_told(tmp_path):
    """Faults against the catalogue come as one group, a line each."""
    path = written(tmp_path)
    path.write_text(STUDY_FILE.replace("wrinkles_rated", "crinkles").replace("what: tretinoin", "what: snake_oil"))
    assert len(refusal(path).splitlines()) == 3


@pytest.mark.parametrize("content", [b"", b"- a\n- b\n", b"\xff\xfe\x00", b"? [a, b]\n: 1\n", b"just words"])
def test_file_without_mapping_is_refused(tmp_path, content):
    """A file that holds no mapping at all is refused by name, never with a crash."""
    path = tmp_path / FILE
    path.write_bytes(content)
    assert refusal(path).startswith(f"{FILE}, line 1: ")


def test_two_broken_files_are_told_together(tmp_path):
    """Loading many files tells the faults of all of them at once."""
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("id: a\n")
    with pytest.raises(FactError) as caught:
        load_all(sorted(tmp_path.glob("*.yaml")), Treatment)
    assert [line.split(",")[0] for line in str(caught.value).splitlines()] == ["a.yaml", "b.yaml"]


def twin(folder, name, pmid, doi):
    """Return the made-up study under another id, PMID and DOI."""
    study = load(written(folder), Study)
    return msgspec.structs.replace(study, id=name, citation=msgspec.structs.replace(study.citation, pmid=pmid, doi=doi))


TWINS = [
    ("made-2020-trial", "11111111", "10.9999/other", "made-2020-trial"),
    ("twin-2020-trial", "99999999", "10.9999/other", "99999999"),
    ("twin-2020-trial", "11111111", "10.9999/MADE.2020", "10.9999/made.2020"),
    ("twin-2020-trial", None, "10.9999/made.2020", "10.9999/made.2020"),
]


@pytest.mark.parametrize(("name", "pmid", "doi", "shared"), TWINS)
def test_twin_records_name_what_they_share(tmp_path, name, pmid, doi, shared):
    """Two records that share an id, a PMID or a DOI, in any case of letters, are named with what they share."""
    first = load(written(tmp_path), Study)
    assert check_together([first, twin(tmp_path, name, pmid, doi)]) == [f"{name} and made-2020-trial both hold {shared}: keep one record."]


def test_different_studies_are_no_twins(tmp_path):
    """Two records that share nothing are both kept."""
    first = load(written(tmp_path), Study)
    assert check_together([first, twin(tmp_path, "other-2020-trial", "11111111", None)]) == []


def test_unique_keys_reach_every_depth(tmp_path):
    """A key given twice is refused however deep it lies."""
    path = tmp_path / "deep.yaml"
    path.write_text("a:\n- b:\n    c: 1\n    c: 2\n")
    with pytest.raises(FactError, match=r"deep\.yaml, line 4: the key 'c' is given twice"):
        read_yaml(path)


def test_all_real_facts_are_loaded(facts):
    """The real folder is read without a fault, every list of it from its own file, and those that safety rests on hold something."""
    assert set(facts.lists) == set(LISTS)
    assert [name for name in ("outcomes", "ingredients", "precautions", "red_flags", "hazards", "intervals", "searches") if not facts.lists[name]] == []
    assert len(facts.treatments) == len(list((FOLDER / "treatments").glob("*.yaml")))


def test_every_study_file_bears_its_id(studies):
    """The name of a study file is the id of the study in it."""
    assert studies
    assert [path.name for path, study in studies.items() if path.stem != study.id] == []


def test_every_treatment_file_bears_its_id(facts):
    """The name of a treatment file is the id of the treatment in it."""
    assert {path.stem for path in (FOLDER / "treatments").glob("*.yaml")} == set(facts.treatments)


def test_real_studies_hold_no_twins(studies):
    """No two real studies are records of the same paper."""
    assert check_together(studies.values()) == []


def test_identifiers_are_wellformed_and_unique(studies):
    """Every PMID and DOI of a paper, companion papers included, has the right form and stands in one record."""
    papers = [c for study in studies.values() for c in (study.citation, *study.reports)]
    pmids, dois = [c.pmid for c in papers if c.pmid], [c.doi.lower() for c in papers if c.doi]
    assert [p for p in pmids if not is_pmid(p)] + [d for d in dois if not is_doi(d)] == []
    assert [key for key, count in Counter(pmids + dois).items() if count > 1] == []


def test_identifiers_behind_facts_are_wellformed():
    """Every `pmid` and `doi` anywhere in the folder has the right form, also in files that no study checks."""
    held = [pair for path in FOLDER.rglob("*.yaml") for pair in _identifiers(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))]
    assert len(held) > 100
    assert [value for key, value in held if not {"pmid": is_pmid, "doi": is_doi}[key](str(value))] == []


def _identifiers(content):
    if isinstance(content, dict):
        yield from ((k, v) for k, v in content.items() if k in {"pmid", "doi"} and v is not None)
    parts = content.values() if isinstance(content, dict) else content if isinstance(content, list) else ()
    for part in parts:
        yield from _identifiers(part)


@pytest.mark.parametrize("text", ["see /mnt/notes", "(/home/ann/x)", r"C:\papers", "file:///x", "http://localhost:8000", "http://127.0.0.1", "192.168.0.4"])
def test_addresses_of_machines_are_seen(text):
    """The pattern that guards the facts knows paths and hosts that only exist on one machine."""
    assert MACHINE.search(text)


@pytest.mark.parametrize("text", ["https://example.org/home/x", "10.1001/archderm.138", "and/or", "https://example.org/~x/tmp/"])
def test_public_addresses_are_let_through(text):
    """A public address is no address of a machine, whatever its folders are called."""
    assert MACHINE.search(text) is None


def test_facts_hold_no_machine_address():
    """No fact file tells where it lay on somebody's machine."""
    held = {path.name: found.group() for path in FOLDER.rglob("*") if path.is_file() and (found := MACHINE.search(path.read_text()))}
    assert held == {}


def test_hazard_routes_are_known_routes(facts):
    """Every route of a hazard is a route that a product can take."""
    assert {route for hazard in facts.lists["hazards"] for route in hazard.routes} <= set(get_args(Route))


def test_source_addresses_are_web_addresses(studies):
    """Every source of a study has an address on the web, and none is a bare number that nobody answers for."""
    addresses = [s.address for study in studies.values() for s in study.sources]
    assert [a for a in addresses if not re.match(r"https?://\S+$", a) or re.match(r"https?://[\d.]+[:/]", a)] == []


def test_every_pattern_can_be_found(facts):
    """Every pattern has a beginning, and each word in it is one that a text can hold."""
    patterns = {(owner, one): parse(owner, one) for owner, text in lexicon_terms(facts) for one in orders(text)}
    assert [key for key, pattern in patterns.items() if pattern is None] == []
    parts = [(key, element) for key, pattern in patterns.items() if pattern for element in (*pattern.elements, pattern.unless) if not isinstance(element, int)]
    held = [(key, word) for key, element in parts for word in element[0]]
    assert [(key, word) for key, word in held if words(word) != [word]] == []


def test_names_of_ingredients_are_single(facts):
    """Every name of an ingredient is one name: a list would be cut at the comma."""
    assert [(i.id, name) for i in facts.lists["ingredients"] for name in i.all_names if ", " in name] == []


def test_reviews_include_studies_by_id(studies):
    """What a review includes is named by the id of a study that is on file."""
    ids = {study.id for study in studies.values()}
    assert [(study.id, name) for study in studies.values() for name in study.includes if name not in ids] == []
