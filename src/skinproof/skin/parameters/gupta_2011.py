"""Closing of needle holes that are left uncovered."""

from __future__ import annotations

from skinproof.skin.parameter import Paper, Parameter

PAPER = Paper(
    id="gupta_2011", citation="Gupta 2011, J Control Release, resealing after microneedles in people", url="scholars.ttu.edu, kinetics of skin resealing",
    parameters=(Parameter(
        name="closing_uncovered_h", unit="h", shape="lognormal", values=(2.0, 2.2), group="science", tag="measured",
        source="all uncovered sites had recovered within 2 h by impedance; the spread is assumed", not_claimed="the face, or cream on the skin",
    ),),
)
