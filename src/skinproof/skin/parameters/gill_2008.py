"""Pain of microneedles against a 26 G prick of the forearm."""

from __future__ import annotations

from math import log

from skinproof.skin.parameter import Paper, Parameter

PAPER = Paper(
    id="gill_2008", citation="Gill 2008, Clin J Pain 24(7):585-594", pmid="18716497", doi="10.1097/AJP.0b013e31816778f9",
    parameters=(
        Parameter(
            name="pain_ratio_480_um", unit="1", shape="lognormal", values=(0.05, 2.0), group="person", tag="calibrated",
            source="5 % to 40 % of the hypodermic score over all designs", not_claimed="the face, numbing cream, or a whole session",
        ),
        Parameter(name="pain_length_power", unit="1", shape="fixed", values=(log(7) / log(3),), group="science", tag="measured", source="three times the length, seven times the pain", not_claimed="lengths outside 0.48 to 1.45 mm"),
        Parameter(name="pain_number_power", unit="1", shape="fixed", values=(0.32,), group="science", tag="measured", source="ten times the number, just over twice the pain", not_claimed="more than 50 needles at once"),
    ),
)
