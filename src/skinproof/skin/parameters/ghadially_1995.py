"""Repair after tape stripping in young and aged skin, with the turnover that follows stripping."""

from __future__ import annotations

from skinproof.skin.parameter import Paper, Parameter

_FIT = "fitted to three recovery shares (50 % and 80 % at 24 and 72 h young, 15 % at 24 h over 80 years) and three turnover rates (2.5, 3.75, 1.0 at 1, 72, 240 h)"

PAPER = Paper(
    id="ghadially_1995", citation="Ghadially 1995, J Clin Invest, with turnover after stripping by confocal and tryptophan readings (7 people)",
    pmid="7738193", doi="10.1172/JCI117919",
    parameters=(
        Parameter(
            name="repair_gain_young", unit="1", shape="lognormal", values=(5.3, 1.28), group="science", tag="calibrated", source=_FIT,
            not_claimed="fitted on arms and legs after tape, not on faces after needles",
        ),
        Parameter(
            name="repair_gain_old_share", unit="1", shape="lognormal", values=(0.30, 1.9), group="science", tag="calibrated", source=_FIT, most=1.0,
            not_claimed="ages between 30 and 80 are interpolated, none was measured",
        ),
        Parameter(
            name="repair_direct_share", unit="1", shape="normal", values=(0.27, 0.12), group="science", tag="calibrated", source=_FIT, least=0.02, most=0.9,
            not_claimed="a shape that fits, not a named cell process",
        ),
        Parameter(
            name="repair_lag_h", unit="h", shape="lognormal", values=(21.0, 1.9), group="science", tag="calibrated", source=_FIT, least=2.0,
            not_claimed="weakly identified by six numbers",
        ),
    ),
)
