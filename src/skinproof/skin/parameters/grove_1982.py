"""Transit time through the stratum corneum of the arm at two ages, by dansyl chloride."""

from __future__ import annotations

from skinproof.skin.parameter import Paper, Parameter

_SEEN = "table of transit times; the spread between people is assumed, the table gives standard errors only"


def _transit(name: str, days: float) -> Parameter:
    return Parameter(
        name=name, unit="d", shape="lognormal", values=(days, 1.2), group="person", tag="measured", source=_SEEN,
        not_claimed="two age groups; between and beyond them a straight line is used",
    )


PAPER = Paper(
    id="grove_1982", citation="Dansyl chloride transit times, J Soc Cosmet Chem vol. 32 no. 1", url="library.scconline.org/v032n01/19",
    parameters=(_transit("transit_forearm_35_d", 19.8), _transit("transit_upper_arm_35_d", 17.7), Parameter(
        name="transit_ageing_share", unit="1 per 25 years", shape="fixed", values=(28.1 / 19.8 - 1.0,), group="person", tag="measured", source="28.1 against 19.8 days at 60 and 35 years",
        not_claimed="the arm; on the face no change with age was found",
    )),
)
