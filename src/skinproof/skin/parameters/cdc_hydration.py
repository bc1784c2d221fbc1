"""How much less permeable partly hydrated skin is than fully hydrated skin."""

from __future__ import annotations

from skinproof.skin.parameter import Paper, Parameter

PAPER = Paper(
    id="cdc_hydration", citation="CDC finite dose skin permeation calculator, values for caffeine and testosterone",
    parameters=(Parameter(
        name="dry_skin_share", unit="1", shape="lognormal", values=(0.33, 1.15), group="science", tag="calibrated", most=1.0,
        source="log10 permeability -4.69 against -4.18 for caffeine, -2.57 against -2.10 for testosterone", not_claimed="other molecules",
    ),),
)
