"""Building the pack: facts → checked records, verdicts, lexicon, words to search, messages; one file, written atomically."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import msgspec

from skinproof.catalogue.facts import FOLDER, Facts, read_facts
from skinproof.catalogue.kept_pattern import Elements
from skinproof.catalogue.lexicon import words_of
from skinproof.catalogue.pattern import index
from skinproof.errors import FactError
from skinproof.evidence.reading import check_together, load_study
from skinproof.evidence.store import DEFAULT, FORMAT, squeezed
from skinproof.evidence.study import Study
from skinproof.pack.lexicon import contents, ingredient_names, lexicon_terms, list_names, only_applied, with_kin
from skinproof.pack.messages import compiled_catalogues
from skinproof.pack.stages import Stages, code_digest, digest
from skinproof.skin.brief import Brief
from skinproof.skin.prepared import prepared
from skinproof.synthesis.effects_of_cells import verdicts_with_effects
from skinproof.synthesis.ranking import leaders
from skinproof.synthesis.settings import SETTINGS
from skinproof.synthesis.verdict import Verdict

Row = tuple[str, str, str, bytes]
_encode = msgspec.json.Encoder(order="deterministic").encode  # sets in one order, so that the same facts have the same hash everywhere
_LONG = 150  # bytes; longer records are kept squeezed
_PAGE_BYTES = 16384  # most records are larger than half a small page, and the rest of such a page is lost
_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE record (kind TEXT NOT NULL, id TEXT NOT NULL, topic TEXT NOT NULL, json BLOB NOT NULL, PRIMARY KEY (kind, id));
CREATE INDEX record_topic ON record (kind, topic);
CREATE VIRTUAL TABLE words USING fts5 (kind UNINDEXED, id UNINDEXED, text, tokenize = 'porter unicode61 remove_diacritics 2');
"""


def build(folder: Path = FOLDER, target: Path = DEFAULT, cache: Path | None = None) -> dict[str, int]:
    """Build the pack.

    Args:
        folder: where the fact files lie.
        target: the SQLite file to write; it is replaced only when the build has succeeded.
        cache: where results of earlier builds are kept; None keeps nothing.

    Returns:
        Counts: records, verdicts, stages made anew and taken from an earlier build.

    Raises:
        FactError: one line for each fault in the facts.
    """
    stages = Stages(cache)
    facts = read_facts(folder)
    studies = _studies(folder, facts, stages)
    code = code_digest(["types.py", "evidence/*.py", "synthesis/*.py"])
    evidence_key = digest("verdicts", code, msgspec.json.encode(SETTINGS), msgspec.json.encode(facts.lists["outcomes"]), msgspec.json.encode(sorted((sorted(parts), name) for parts, name in facts.combinations.items())), *(msgspec.json.encode(s) for s in studies))
    found: list[Verdict] = stages.run(evidence_key, list[Verdict], lambda: verdicts_with_effects(studies, facts.combinations, {o.id: o for o in facts.lists["outcomes"]}))
    forecasts: list[Brief] = stages.run(digest("forecasts", code_digest(["errors.py", "skin/**/*.py"])), list[Brief], lambda: list(prepared()))
    rows = [*_rows(facts, studies, found), *(("forecast", brief.key, brief.treatment, msgspec.json.encode(brief)) for brief in forecasts)]
    meta = {
        "format": FORMAT, "version": facts.version, "date": facts.date, "settings": SETTINGS.version,
        "hash": digest(*(part for kind, name, _, data in sorted(rows) for part in (kind, name, data))),
    }
    _write(target, meta, rows, _texts(facts, studies))
    counts = {"records": len(rows), "studies": len(studies), "verdicts": len(found), "made": stages.made, "reused": stages.reused}
    stages.close()
    return counts


def _studies(folder: Path, facts: Facts, stages: Stages) -> list[Study]:
    outcomes = {o.id for o in facts.lists["outcomes"]}
    code = code_digest(["types.py", "catalogue/*.py", "evidence/*.py"])
    vocabulary = digest(*sorted(outcomes), *sorted(facts.components))
    studies, faults = [], []
    for path in sorted((folder / "studies").glob("*.yaml")):
        key = digest("study", path.name, path.read_bytes(), code, vocabulary)
        try:
            studies.append(stages.run(key, Study, partial(load_study, path, outcomes=outcomes, components=facts.components)))
        except FactError as fault:
            faults.append(str(fault))
    faults += check_together(studies)
    if faults:
        raise FactError("\n".join(faults))
    return studies


def _rows(facts: Facts, studies: Iterable[Study], found: Iterable[Verdict]) -> Iterable[Row]:
    for treatment in facts.treatments.values():
        yield "treatment", treatment.id, "", _encode(treatment)
    for study in studies:
        yield "study", study.id, "", _encode(study)
    for verdict in found:
        yield "verdict", verdict.id, verdict.treatment, _encode(verdict)
    for kind, records in facts.lists.items():
        for record in records:
            yield kind, record.id, getattr(record, "treatment", None) or "", _encode(record)
    for line in facts.help_lines:
        yield "help_line", line.country, "", _encode(line)
    yield from _lexicon(facts)
    for outcome, ids in leaders(v for v in found if (t := facts.treatments.get(v.treatment)) is None or t.offered).items():
        yield "leaders", outcome, "", _encode(ids)
    for language, catalogue in compiled_catalogues(names=_names_of_ingredients(facts)):
        yield "messages", language, "", catalogue


def _names_of_ingredients(facts: Facts) -> dict[str, dict[str, str]]:
    """By language, the first name of each ingredient that has one there."""
    used = [i for i in facts.lists["ingredients"] if not i.label_only]
    return {"fr": {i.inci.lower(): i.names_fr[0] for i in used if i.names_fr}, "es": {i.inci.lower(): i.names_es[0] for i in used if i.names_es}}


def _lexicon(facts: Facts) -> Iterable[Row]:
    """Names, phrases, and what was learned of words."""
    terms = lexicon_terms(facts)
    yield "lexicon", "words", "", _encode(words_of(terms))
    elements = Elements()
    for key, patterns in index(terms).items():
        yield "pattern", key, "", _encode(elements.kept(patterns))
    yield "lexicon", "elements", "", _encode(elements.listed())
    yield "lexicon", "ingredient_names", "", _encode(ingredient_names(facts))
    yield "lexicon", "list_names", "", _encode(list_names(facts))
    yield "lexicon", "goals", "", _encode(facts.goals)
    yield "lexicon", "families", "", _encode(with_kin(facts))
    yield "lexicon", "conditions", "", _encode(facts.phrases["conditions"])
    yield "lexicon", "gentler", "", _encode(facts.gentler)
    yield "lexicon", "carries", "", _encode(contents(facts))
    yield "lexicon", "injected", "", _encode(only_applied(facts))
    yield "lexicon", "comparators", "", _encode(facts.comparators)
    for language, learned in facts.alarming.items():
        yield "lexicon", f"alarming.{language}", "", _encode(learned)
    yield "lexicon", "answers", "", _encode(facts.answers)
    yield "lexicon", "likeness", "", _encode(facts.likeness)
    yield "lexicon", "wordings", "", _encode(facts.wordings)
    yield "lexicon", "meanings", "", _encode(facts.meanings)


def _texts(facts: Facts, studies: Iterable[Study]) -> Iterable[tuple[str, str, str]]:
    for t in facts.treatments.values():
        yield "treatment", t.id, " ".join((t.name, *t.names, *t.brands, t.what_it_is.text, t.mechanism.text))
    for s in studies:
        found = " ".join(f"{f.instrument} {f.reported}" for f in s.findings)
        yield "study", s.id, f"{s.citation.first_author} {s.citation.year} {s.population.description} {found}"


def _write(target: Path, meta: dict[str, str], rows: Iterable[Row], texts: Iterable[tuple[str, str, str]]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(f".{os.getpid()}.draft")
    draft.unlink(missing_ok=True)
    connection = sqlite3.connect(draft)
    connection.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
    connection.executescript(_SCHEMA)
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    connection.executemany("INSERT INTO record VALUES (?, ?, ?, ?)", ((kind, name, topic, squeezed(data) if len(data) > _LONG else data) for kind, name, topic, data in rows))
    connection.executemany("INSERT INTO words VALUES (?, ?, ?)", texts)
    connection.commit()
    connection.close()
    draft.replace(target)
