"""Closing of needle holes by the lightness of skin."""

from __future__ import annotations

from skinproof.skin.parameter import Paper, Parameter

PAPER = Paper(
    id="ogunjimi_2020", citation="Ogunjimi 2020, Sci Rep 10:18963", pmid="33144596", doi="10.1038/s41598-020-75246-8",
    parameters=(Parameter(
        name="closing_darker_factor", unit="1", shape="fixed", values=(66.5 / 50.2,), group="person", tag="measured",
        source="mean closure 66.5 h in Black and 50.2 h in White adults; measured lightness predicted it better than the group", not_claimed="the face, or a difference between any two persons",
    ),),
)
