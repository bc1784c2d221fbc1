"""The benchmarks that compare with metafor and with published ratings see what is wrong, and skip nothing in silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import grade_agreement, metafor_parity
from benchmarks.parity_data import Data

SHARED = Path(__file__).parents[2] / "shared" / "benchmarks"
needs_metafor = pytest.mark.skipif(not (SHARED / "metafor").exists(), reason="the reference of metafor is not beside this checkout")

CONTENT = {"dataset": "made", "raw": {"yi": [0.1, 0.5, 0.9], "vi": [0.04, 0.05, 0.06]}, "blocks": []}


def block(**out) -> dict:
    return {"block": "common_effect", "effect": "SMD", "out": out}


JUDGED = [
    (block(k=3, b=[27.5 / (25 + 20 + 1 / 0.06)]), "matched"),
    (block(k=3, b=[27.5 / (25 + 20 + 1 / 0.06) + 1e-7]), "failed"),
    (block(k=3, news=1.0), "failed"),
    (block(k=3, b=[None]), "failed"),
    ({"block": "glmm_logit", "out": {"b": 1}}, "not offered"),
    ({"block": "escalc", "measure": "PHI", "args": {"ai": "yi"}, "yi": [], "vi": []}, "not offered"),
    ({"block": "rma", "effect": "SMD", "method": "DL", "test": "z", "out": {"error": "no fit"}}, "failed"),
    ({"block": "begg_rank", "effect": "SMD", "out": {"tau": 1.0, "pval": 1 / 3}}, "matched"),
]


@pytest.mark.parametrize(("case", "expected"), JUDGED)
def test_blocks_are_judged_field_by_field(case, expected):
    """A block is matched only when every field of it agrees; unknown fields and refusals count as failed."""
    assert metafor_parity.judge(case, Data(CONTENT))[0] == expected


@needs_metafor
@pytest.mark.parametrize("name", ["dat.bcg", "dat.konstantopoulos2011", "dat.nissen2007", "dat.curtin2002"])
def test_shared_references_are_matched(name):
    """Every block of some reference files is matched."""
    content = json.loads((SHARED / "metafor" / f"{name}.json").read_text())
    data = Data(content)
    verdicts = [(case["block"], *metafor_parity.judge(case, data)) for case in content["blocks"]]
    assert [v for v in verdicts if v[1] != "matched"] == []


def test_missing_references_are_told(tmp_path, capsys):
    """A folder without references is told, and counts as no success."""
    assert metafor_parity.main(tmp_path) == 2
    assert "No reference file" in capsys.readouterr().out


ROWS = [
    {"id": "a", "review": "r", "design": "RCT", "studies": 2, "n": 500, "events": None, "effect": None, "i2": None, "certainty": "moderate"},
    {"id": "b", "review": "r", "design": "RCT", "studies": 1, "n": 50, "events": "3/25 vs 9/25", "effect": None, "i2": None, "certainty": "low_to_moderate"},
    {"id": "c", "review": "s", "design": "RCT", "studies": 3, "n": None, "events": None, "effect": None, "i2": None, "certainty": "high"},
    {"id": "d", "review": "s", "design": "RCT", "studies": 0, "n": None, "events": None, "effect": None, "i2": None, "certainty": None},
]


def test_agreement_counts_each_kind_of_row(capsys):
    """Scored rows, ungradable rows and rows without a study are told apart; a range counts by its nearer end."""
    wrong = grade_agreement.report("rules", ROWS, grade_agreement.rule_set)
    out = capsys.readouterr().out
    assert wrong == ["b: very_low, published low_to_moderate"]
    assert "2 rows scored, exact 0.50" in out
    assert "within one 1.00" in out
    assert "ungradable 1; without a study 1 of 1 `none`" in out


def test_rules_never_see_published_ratings():
    """Another published rating, or other stated reasons, change nothing about what the rules say."""
    altered = [row | {"certainty": "high", "downgrades": {"imprecision": -2}, "stated_reasons": "x"} for row in ROWS]
    seen = [{key: row.get(key) for key in grade_agreement.SEEN} for row in altered]
    assert [grade_agreement.rule_set(row) for row in seen] == [grade_agreement.rule_set(row) for row in ROWS]
    assert not {"certainty", "downgrades", "stated_reasons"} & set(grade_agreement.SEEN)


@pytest.mark.parametrize(("text", "events"), [(None, None), (12, 12), ("10/10 vs 8/10", 18), ("not told", None)])
def test_events_are_read_from_text(text, events):
    """Events of both groups are added up from what a table prints."""
    assert grade_agreement.events_of(text) == events


@pytest.mark.parametrize(("row", "expected"), [
    ({"studies": 0, "n": None, "effect": None}, "none"), ({"studies": 1, "n": None, "effect": None}, None),
    ({"studies": 1, "n": 400, "effect": None}, "moderate"), ({"studies": 1, "n": 399, "effect": None}, "low"),
    ({"studies": 1, "n": 99, "effect": None}, "very_low"),
    ({"studies": 1, "n": 400, "effect": {"measure": "RR", "ci_lb": 0.7, "ci_ub": 1.3}}, "low"),
    ({"studies": 1, "n": 400, "effect": {"measure": "RR", "ci_lb": 0.8, "ci_ub": 1.3}}, "moderate"),
])
def test_plain_rule_is_as_stated(row, expected):
    """The rule to beat takes one level for bias, one or two for people, one for a wide interval."""
    assert grade_agreement.plain_rule(row) == expected
