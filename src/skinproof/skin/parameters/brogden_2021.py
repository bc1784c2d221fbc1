"""Half-life of needle holes by impedance at three sites of 35 adults."""

from __future__ import annotations

from skinproof.skin.parameter import Paper, Parameter

PAPER = Paper(
    id="brogden_2021", citation="Micropore closure at three sites in 35 adults 2021", url="PMC8259462",
    parameters=(
        Parameter(
            name="closing_covered_h", unit="h", shape="lognormal", values=(20.2, 1.6), group="person", tag="measured",
            source="half-life: volar forearm 20.2 (SD 12.0) h, upper arm 23.7, abdomen 25.9", not_claimed="the face; it was not measured",
        ),
        Parameter(
            name="imaged_closure_h", unit="h", shape="lognormal", values=(57.0, 1.33), group="person", tag="measured",
            source="closed after: volar forearm 58.3 (SD 16.8) h, upper arm 60.3 (14.7), abdomen 63.1 (13.1)", not_claimed="the face; it was not measured",
        ),
    ),
)
