"""Size of a hole that a roller leaves, and how length delays closing, in hairless rats."""

from __future__ import annotations

from math import log

from skinproof.skin.parameter import Paper, Parameter

PAPER = Paper(
    id="kalluri_2011", citation="Kalluri 2011, AAPS J 13(3):473-481 (hairless rat)", pmid="21732220", doi="10.1208/s12248-011-9288-3",
    parameters=(
        Parameter(
            name="hole_radius_um", unit="um", shape="lognormal", values=(35.35, 1.2), group="technique", tag="measured",
            source="surface diameter 70.7 (SD 9.9) um at a depth of 152.5 um", not_claimed="human skin; other depths are scaled by an assumed power",
        ),
        Parameter(
            name="closing_length_power", unit="1", shape="fixed", values=(log(18 / 12) / log(770 / 370),), group="science", tag="measured",
            source="holes closed in 12 h after 370 um and in 18 h after 770 um needles", not_claimed="lengths outside 0.37 to 0.77 mm",
        ),
        Parameter(
            name="insertion_manual_share", unit="1", shape="triangular", values=(0.15, 0.35, 0.7), group="technique", tag="assumed",
            source="0.2 by roller in rats, under 0.5 in pig skin, about half for pressed arrays in people", not_claimed="a named brand",
        ),
    ),
)
