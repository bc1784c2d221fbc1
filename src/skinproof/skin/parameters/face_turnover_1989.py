"""Turnover of the stratum corneum of the face against the forearm."""

from __future__ import annotations

from skinproof.skin.parameter import Paper, Parameter

PAPER = Paper(
    id="face_turnover_1989", citation="Physiological analysis of facial skin 1989 (Japanese)", pmid="2601112",
    parameters=(Parameter(
        name="transit_face_d", unit="d", shape="lognormal", values=(10.0, 1.2), group="person", tag="measured",
        source="face turns over twice as fast as forearm, without a fall with age; forehead 7 d elsewhere", not_claimed="differences between cheek, forehead and chin",
    ),),
)
