"""Small made-up studies for tests: every field has a plain default, and a test states only what it is about."""

from __future__ import annotations

import datetime as dt
from typing import Any

from skinproof.evidence.study import Arm, BiasDomain, Citation, Component, Finding, Funding, Population, Source, Study
from skinproof.synthesis.body import Body, Member
from skinproof.synthesis.cell import Cell
from skinproof.synthesis.settings import SETTINGS

COMBINATIONS = {
    frozenset({"microneedling", "botulinum_toxin"}): "needled_toxin",
    frozenset({"needle_stamp", "hyaluronic_acid"}): "stamped_ha",
}
DAY = dt.date(2026, 11, 1)


def arm(name: str, components: str) -> Arm:
    """Return an arm of components that are joined by plus signs."""
    return Arm(id=name, label=name, components=tuple(Component(what=c) for c in components.split("+")))


def finding(**changes: Any) -> Finding:
    """Return a finding: treated better than control on rated wrinkles after 12 weeks."""
    plain: dict[str, Any] = {
        "slug": "wrinkles", "outcome": "wrinkles_rated", "instrument": "scale", "rater": "blinded_assessor", "analysis": "between",
        "arm": "treated", "versus": "control", "result": "arm_better", "reported": "fewer wrinkles", "timepoint_weeks": 12.0,
    }
    return Finding(**plain | changes)


def study(name: str = "made-2020-trial", treated: str = "tretinoin", control: str = "vehicle", **changes: Any) -> Study:
    """Return a trial of 500 people, randomised, blinded, read in full, at low risk of bias."""
    plain: dict[str, Any] = {
        "id": name, "citation": Citation(first_author="Made", year=2020, journal="Made", url="https://example.org"),
        "sources": (Source(address="https://example.org", read="full_text", date=DAY),), "status": "ok", "design": "rct",
        "allocation": "random", "pairing": "parallel", "population": Population(description="adults", n_enrolled=500),
        "arms": (arm("treated", treated), arm("control", control)), "funding": Funding(kind="independent", note="a university"),
        "findings": (finding(),), "risk_of_bias": (BiasDomain(domain="randomisation", judgement="low", reason="central list"),),
    }
    return Study(**plain | changes)


def review(name: str = "made-2024-review", **changes: Any) -> Study:
    """Return a systematic review of 900 people."""
    plain: dict[str, Any] = {
        "design": "systematic_review", "allocation": "not_applicable", "population": Population(description="adults", n_enrolled=900),
        "citation": Citation(first_author="Made", year=2024, journal="Made", url="https://example.org"),
    }
    return study(name, **plain | changes)


def member(**changes: Any) -> Member:
    """Return a trial of 500 people in a body, as good as one can be."""
    plain: dict[str, Any] = {
        "study_id": "made-2020-trial", "result": "arm_better", "findings": ("wrinkles",), "people": 500, "design": "rct", "randomised": True,
        "between": True, "high_risk": False, "open_and_subjective": False, "unclear_risk": False, "depth": "full_text", "funding": "independent",
        "year": 2020, "sides": False, "grade_published": None, "reported": ("fewer wrinkles",), "beside": (), "pooled_studies": None, "quantified": True,
    }
    given = plain | changes
    given.setdefault("share", given["people"])
    given.setdefault("whole", given["people"])
    given.setdefault("effective_people", None if given["people"] is None else float(given["people"]))
    return Member(**given)


def body(*members: Member, outcome: str = "wrinkles_rated", window: Any = "months") -> Body:
    """Return a body of members, in the cell of tretinoin against vehicle."""
    return Body(cell=Cell("tretinoin", outcome, "vehicle_or_sham", window), members=members, settings=SETTINGS)


# A study as a file holds it, for tests that break or build files; outcomes and components are real ones.
STUDY_FILE = """\
id: made-2020-trial
citation:
  first_author: Made
  year: 2020
  journal: Journal of Made Trials
  pmid: '99999999'
  doi: 10.9999/made.2020
sources:
- address: https://example.org/made
  read: abstract
  date: 2026-11-01
status: ok
design: rct
allocation: random
pairing: parallel
population:
  description: adults with lined skin
  n_enrolled: 40
  n_analysed: 38
arms:
- id: cream
  label: tretinoin cream
  components:
  - what: tretinoin
- id: plain
  label: plain cream
  components:
  - what: vehicle
findings:
- slug: lines-between
  outcome: wrinkles_rated
  instrument: scale
  rater: blinded_assessor
  analysis: between
  arm: cream
  versus: plain
  result: arm_better
  reported: fewer lines than with plain cream
  timepoint_weeks: 24
  numbers:
    effect: {measure: MD, value: -0.5, ci_low: -0.9, ci_high: -0.1}
- slug: lines-within
  outcome: wrinkles_rated
  instrument: scale
  rater: blinded_assessor
  analysis: within
  arm: cream
  versus: baseline
  result: arm_better
  reported: fewer lines than at the start
harms:
- event: peeling
  reported: 9 of 19 people
  arm: cream
  count: 9
  of: 19
  unit: persons
funding:
  kind: not_checked
"""
