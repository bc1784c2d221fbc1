"""Closing of needle holes in older people."""

from __future__ import annotations

from skinproof.skin.parameter import Paper, Parameter

PAPER = Paper(
    id="kelchen_2016", citation="Kelchen 2016, J Control Release 225:294-300", pmid="26829102", doi="10.1016/j.jconrel.2016.01.051",
    parameters=(Parameter(
        name="closing_age_factor", unit="1 per 52 years", shape="lognormal", values=(1.5, 1.25), group="science", tag="assumed", least=1.0,
        source="slower at 77 than at 26 years, covered or not; how much slower was not seen and is assumed", not_claimed="a measured factor",
    ),),
)
