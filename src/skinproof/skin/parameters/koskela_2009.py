"""Water loss of an open wound, which no barrier holds back."""

from __future__ import annotations

from skinproof.skin.parameter import Paper, Parameter

PAPER = Paper(
    id="koskela_2009", citation="Koskela 2009, Crit Care", url="ccforum.biomedcentral.com/articles/10.1186/cc7932",
    parameters=(Parameter(
        name="tewl_without_barrier_g_m2_h", unit="g/m2/h", shape="lognormal", values=(150.0, 1.25), group="science", tag="assumed", least=60.0,
        source="blister wounds fell by 124 g/m2/h in 4 days, so the open wound loses more than that; how much more is assumed", not_claimed="an upper bound under moving air",
    ),),
)
