"""Making an answer again: same, changed with the reason, or made from evidence that is not at hand."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sqlite3

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from skinproof.answer.assemble import assemble
from skinproof.answer.differences import differences
from skinproof.answer.knowledge import Knowledge
from skinproof.answer.verify import read_answer, verify
from skinproof.errors import InputError
from skinproof.evidence.store import Store, plain
from skinproof.faces.verify_command import verify as command
from skinproof.question.case import Person
from skinproof.question.understand import understand

TAZAROTENE = "does tazarotene shrink pores"
CELL = "tazarotene.pores_apparent.vehicle_or_sham.months"
STUDY = "kang-2005-tazarotene-photodamage"
QUESTIONS = [
    (TAZAROTENE, None), ("is retinol safe, I am pregnant", None), ("lips blanched and blurry vision after filler", Person(country="GB")),
    ("does botox lift", Person(age=70, sex="female", conditions=("rosacea", "keloid"))), ("can i use retinol, i am 17", Person(age=30)), ("my dog has a rash", None),
    ("asdf qwer", None), ("no needles please: smaller pores under $200", None), ("microneedling or retinol for scars", Person(skin_type="oily", denied=("pregnancy",))),
]


def made(knowledge, question=TAZAROTENE, person=None):
    """Return an answer as the JSON that a file would hold."""
    case = understand(question, knowledge.vocabulary, person)
    answer = assemble(case, knowledge, as_of=dt.date(2026, 11, 1), language="en", catalogue=knowledge.store.blob("messages", "en"))
    return json.loads(json.dumps(answer.to_dict()))


def checked(knowledge, data):
    return verify(json.dumps(data).encode(), knowledge)


@pytest.fixture(scope="module")
def other_pack(pack, tmp_path_factory):
    """Return a pack of other evidence: one study is gone from one verdict, which now is uncertain."""
    target = tmp_path_factory.mktemp("other") / "evidence.sqlite"
    shutil.copy(pack, target)
    with sqlite3.connect(target) as connection:
        record = json.loads(plain(connection.execute("SELECT json FROM record WHERE kind = 'verdict' AND id = ?", (CELL,)).fetchone()[0]))
        record |= {"direction": "uncertain", "study_ids": [], "reported": []}
        connection.execute("UPDATE record SET json = ? WHERE kind = 'verdict' AND id = ?", (json.dumps(record).encode(), CELL))
        connection.execute("UPDATE meta SET value = '2020.01' WHERE key = 'version'")
        connection.execute("UPDATE meta SET value = ? WHERE key = 'hash'", ("0" * 64,))
    connection.close()
    return target


@pytest.mark.parametrize(("question", "person"), QUESTIONS)
def test_untouched_answer_is_the_same(knowledge, question, person):
    """Any kind of answer, with or without a profile beside the question, is made again in every word."""
    check = checked(knowledge, made(knowledge, question, person))
    assert (check.outcome, check.changes) == ("same", ())


EDITS = {
    "bottom line": (lambda d: d["bottom_line"].update(direction="unsafe"), "bottom_line.direction", "unsafe", "mixed"),
    "verdict": (lambda d: d["verdicts"][0].update(certainty="high"), f"verdicts[{CELL}].certainty", "high", "low"),
    "sentence": (lambda d: d["statements"][0].update(text="It works wonders."), "statements[bottom_line.1]", "It works wonders.", "azarotene"),
    "added": (lambda d: d.update(advert="Buy it"), "advert", "Buy it", None),
    "reference": (lambda d: d.update(references=[r for r in d["references"] if r["id"] != STUDY]), f"references[{STUDY}]", None, STUDY),
    "layout": (lambda d: d["sections"].pop(), "sections", "bottom_line", "bottom_line"),
}


@pytest.mark.parametrize("name", EDITS)
def test_edited_file_shows_its_edit(knowledge, name):
    """A word changed in the file is found where it stands, with what stood there and the likely cause."""
    edit, where, was, now = EDITS[name]
    data = made(knowledge)
    edit(data)
    check = checked(knowledge, data)
    assert check.outcome == "changed"
    found = next(c for c in check.changes if c.where.startswith(where))
    assert (found.was is None) if was is None else was in found.was
    assert (found.now is None) if now is None else now in found.now
    assert "edited" in check.because
    assert found.why


def test_changed_sentence_is_one_change(knowledge):
    """A sentence with other words is told once, with what stood there and what stands there now; one that was taken out, and one put in, are told as such."""
    data = made(knowledge)
    first, gone = data["statements"][0], data["statements"].pop(3)
    first["text"] = "It works wonders."
    data["statements"].append({**gone, "id": "bottom_line.99", "text": "Buy it."})
    changes = {c.where: (c.was, c.now) for c in checked(knowledge, data).changes if c.where.startswith("statements")}
    assert len(changes) == 3
    assert changes["statements[bottom_line.1]"][0] == "It works wonders."
    assert None not in changes["statements[bottom_line.1]"]
    assert changes[f"statements[{gone['id']}]"] == (None, gone["text"])
    assert changes["statements[bottom_line.99]"] == ("Buy it.", None)


def test_other_program_is_named_as_cause(knowledge):
    """An answer of another engine says so."""
    check = checked(knowledge, made(knowledge) | {"engine": "0.0.1"})
    assert check.outcome == "changed"
    assert "0.0.1" in check.because


def test_missing_evidence_asks_for_pack(knowledge, other_pack):
    """An answer from other evidence is not judged: what is needed is named, and what would differ is shown beside it."""
    check = checked(knowledge, made(Knowledge(Store(other_pack))))
    assert check.outcome == "evidence_unavailable"
    assert "2020.01" in check.because
    assert "--pack" in check.because
    change = next(c for c in check.changes if c.where == f"verdicts[{CELL}].direction")
    assert (change.was, change.now) == ("uncertain", "helps")
    assert "studies added: kang-2005" in change.why


def test_sentence_names_its_changed_verdict(knowledge, other_pack):
    """A sentence that rests on a changed verdict says which."""
    check = checked(knowledge, made(Knowledge(Store(other_pack))))
    assert any(c.where.startswith("statements[claims") and CELL in c.why for c in check.changes)


def test_older_pack_makes_it_the_same(other_pack):
    """With the pack that it was made from, an older answer is the same again."""
    knowledge = Knowledge(Store(other_pack))
    assert checked(knowledge, made(knowledge)).outcome == "same"


WRONG = {
    "nothing": (b"", "not JSON"), "words": (b"hello", "not JSON"), "half": (b'{"schema": "skin', "not JSON"), "bytes": (b"\xff\xfe{}", "not JSON"), "list": (b"[]", "no answer of the form"),
    "object": (b"{}", "no answer of the form"), "deep": (b"[" * 100_000, "JSON"), "other schema": (b'{"schema": "x/9"}', "no answer of the form"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_answer_is_told(name):
    """A file that holds no answer is refused with what to do, never with a traceback."""
    content, said = WRONG[name]
    with pytest.raises(InputError, match=said) as fault:
        read_answer(content)
    assert "skinproof ask --json" in str(fault.value)


@pytest.mark.parametrize(("field", "value"), [("question", " "), ("question", "x" * 20_001), ("as_of", "soon"), ("evidence", {}), ("understood", {"profile": {"age": "old"}})])
def test_field_that_cannot_be_is_refused(knowledge, field, value):
    """A field that no answer can hold is refused by a sentence."""
    with pytest.raises(InputError):
        checked(knowledge, made(knowledge) | {field: value})


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "text", "a", "verdicts"]), inner, max_size=3), max_leaves=8)
ANSWERS = st.dictionaries(st.sampled_from(["statements", "verdicts", "sections", "harms", "a"]), JSON, max_size=4)


@given(ANSWERS, ANSWERS)
def test_differences_are_none_only_when_equal(was, now):
    """Two answers of any shape have a difference exactly when they are not equal; each one has a reason."""
    found = differences(was, now, "because")
    assert bool(found) == (was != now)
    assert all(c.why for c in found)


@pytest.fixture(scope="module")
def answer_file(other_pack, tmp_path_factory):
    target = tmp_path_factory.mktemp("answers") / "answer.json"
    target.write_text(json.dumps(made(Knowledge(Store(other_pack)))))
    return target


def test_command_tells_by_its_exit_status(answer_file, other_pack):
    """0 is the same and 4 is missing evidence; --json prints the check."""
    same = CliRunner().invoke(command, [str(answer_file), "--pack", str(other_pack)])
    assert (same.exit_code, same.output[:5]) == (0, "same:")
    missing = CliRunner().invoke(command, [str(answer_file), "--json"])
    assert (missing.exit_code, json.loads(missing.output)["outcome"]) == (4, "evidence_unavailable")


def test_command_reports_an_edited_file(answer_file, other_pack, tmp_path):
    """3 is a change, shown as it was and as it is now."""
    edited = tmp_path / "edited.json"
    edited.write_text(answer_file.read_text().replace('"uncertain"', '"helps"'))
    done = CliRunner().invoke(command, [str(edited), "--pack", str(other_pack)])
    assert done.exit_code == 3
    assert "was: helps" in done.output
    assert "now: uncertain" in done.output


@pytest.mark.parametrize(("content", "said"), [("", "empty"), ("{}", "no answer of the form"), ("no", "not JSON")])
def test_command_explains_wrong_files(tmp_path, content, said):
    """A wrong file ends in one sentence."""
    wrong = tmp_path / "wrong.json"
    wrong.write_text(content)
    done = CliRunner().invoke(command, [str(wrong)])
    assert done.exit_code == 1
    assert said in done.output


def test_pack_that_is_none_is_told(answer_file):
    """A --pack that is no pack says so."""
    done = CliRunner().invoke(command, [str(answer_file), "--pack", str(answer_file)])
    assert done.exit_code == 1
    assert "is not a pack" in done.output
