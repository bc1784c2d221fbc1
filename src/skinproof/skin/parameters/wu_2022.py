"""Inflammation: the shape of the rise in water loss after radiofrequency needles."""

from __future__ import annotations

from skinproof.skin.parameter import Paper, Parameter

_SHAPE = "water loss rose to a peak over days 1 to 3 and was back on day 7 in 20 faces; no sizes were seen"

PAPER = Paper(
    id="wu_2022", citation="Wu 2022, Dermatol Ther (Heidelb) 12(10):2371-2382", pmid="36129670", doi="10.1007/s13555-022-00807-w",
    parameters=(
        Parameter(name="inflammation_rise_h", unit="h", shape="lognormal", values=(24.0, 1.15), group="science", tag="assumed", source=_SHAPE, not_claimed="a named messenger"),
        Parameter(name="inflammation_fall_h", unit="h", shape="uniform", values=(24.0, 40.0), group="science", tag="assumed", source=_SHAPE, not_claimed="a named messenger"),
        Parameter(
            name="inflammation_needle_gain", unit="1", shape="lognormal", values=(0.5, 1.8), group="science", tag="assumed",
            source="size assumed for 1.5 mm needles; only the shape was seen", not_claimed="a measured size",
        ),
        Parameter(
            name="inflammation_heat_gain", unit="1", shape="lognormal", values=(1.0, 1.6), group="science", tag="assumed",
            source="size assumed for radiofrequency needles and ablative lasers; only the shape was seen", not_claimed="the setting of a machine",
        ),
    ),
)
