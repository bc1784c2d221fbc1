"""Water loss of the forearm in 87 young adults."""

from __future__ import annotations

from skinproof.skin.parameter import Paper, Parameter

PAPER = Paper(
    id="normative_87", citation="Cutaneous homeostasis and barrier function in 87 adults of 20 to 40 years",
    url="discovery.researcher.life, article eb56552765df3e32b157615b7bddaf79",
    parameters=(Parameter(
        name="tewl_arm_g_m2_h", unit="g/m2/h", shape="lognormal", values=(9.3, 1.35), group="person", tag="measured", source="volar forearm 9.69 (SD 2.94)",
        not_claimed="the level of another instrument, which may differ by half of a reading",
    ),),
)
