"""Diffusion in water-filled living tissue."""

from __future__ import annotations

from skinproof.skin.parameter import Paper, Parameter

PAPER = Paper(
    id="chen_2015", citation="Chen 2015, as coded in httk",
    parameters=(
        Parameter(name="tissue_diffusion_log", unit="log10 m2/s", shape="fixed", values=(-8.5,), group="science", tag="measured", source="log10 D = -8.5 - 0.655 log10 M", not_claimed="binding in tissue"),
        Parameter(name="tissue_diffusion_mass_power", unit="1", shape="fixed", values=(0.655,), group="science", tag="measured", source="log10 D = -8.5 - 0.655 log10 M", not_claimed="macromolecules"),
    ),
)
