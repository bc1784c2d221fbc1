"""Thickness of the stratum corneum of the cheek and the forearm by Raman spectroscopy."""

from __future__ import annotations

from skinproof.skin.parameter import Paper, Parameter


def _thickness(name: str, um: float, gsd: float) -> Parameter:
    return Parameter(
        name=name, unit="um", shape="lognormal", values=(um, gsd), group="person", tag="measured", source="mean of the site; spread between people from the shared prior",
        not_claimed="the swelling of hydrated skin, at most a doubling after 90 minutes",
    )


PAPER = Paper(id="egawa_2007", citation="Egawa 2007", pmid="17225007", parameters=(_thickness("horny_layer_face_um", 16.8, 1.27), _thickness("horny_layer_arm_um", 22.6, 1.27)))
