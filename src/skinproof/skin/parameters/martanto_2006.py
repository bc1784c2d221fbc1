"""Flow through one hollow needle into skin."""

from __future__ import annotations

from skinproof.skin.parameter import Paper, Parameter

PAPER = Paper(
    id="martanto_2006", citation="Martanto 2006, Pharm Res 23:104-113", pmid="16308670", doi="10.1007/s11095-005-8498-8",
    parameters=(Parameter(
        name="hollow_flow_ul_h", unit="uL/h", shape="loguniform", values=(15.0, 1130.0), group="science", tag="measured",
        source="15 to 96 uL/h left in place, up to 1130 with all measures, at 0.72 to 1.08 mm in cadaver skin", not_claimed="living skin, or any brand of stamp",
    ),),
)
