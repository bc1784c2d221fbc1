"""Thickness of the living epidermis and of the dermis, as reviewed in a paper on impedance."""

from __future__ import annotations

from skinproof.skin.parameter import Paper, Parameter

PAPER = Paper(
    id="review_layers", citation="J Electr Bioimpedance 10(1):14, review of layer thickness inside a model paper", url="content.sciendo.com/view/journals/joeb/10/1/article-p14.xml",
    parameters=(
        Parameter(
            name="living_epidermis_um", unit="um", shape="normal", values=(61.0, 7.0), group="person", tag="measured", source="61 (SD 7) um", least=30.0,
            not_claimed="ridges between epidermis and dermis",
        ),
        Parameter(
            name="dermis_um", unit="um", shape="normal", values=(1000.0, 200.0), group="person", tag="measured", source="1.0 (SD 0.2) mm", least=400.0,
            not_claimed="sites with thick or very thin dermis, such as back and eyelid",
        ),
    ),
)
