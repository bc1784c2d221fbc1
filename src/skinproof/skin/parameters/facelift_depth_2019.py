"""How deep a motor pen goes."""

from __future__ import annotations

from skinproof.skin.parameter import Paper, Parameter

PAPER = Paper(
    id="facelift_depth_2019", citation="Sasaki 2019, Aesthet Surg J Open Forum 1(3)", pmid="33791612", doi="10.1093/asjof/ojz017",
    parameters=(Parameter(
        name="insertion_motor_share", unit="1", shape="triangular", values=(0.7, 0.95, 1.0), group="technique", tag="measured",
        source="channels were about as deep as 0.5 and 1.5 mm needles in skin of one facelift patient", not_claimed="a hurried or bouncing hand",
    ),),
)
