"""The constants of the model, one file a paper; a constant's place in this list fixes its column of the ensemble."""

from __future__ import annotations

from skinproof.skin.parameter import Paper, Parameter
from skinproof.skin.parameters import (
    assumed,
    brogden_2021,
    cdc_hydration,
    chen_2015,
    egawa_2007,
    face_turnover_1989,
    facelift_depth_2019,
    ghadially_1995,
    gill_2008,
    grove_1982,
    gupta_2011,
    kalluri_2011,
    kelchen_2016,
    koskela_2009,
    martanto_2006,
    normative_87,
    ogunjimi_2020,
    review_layers,
    surrey_208,
    wu_2022,
)

PAPERS: tuple[Paper, ...] = tuple(module.PAPER for module in (
    ghadially_1995, grove_1982, face_turnover_1989, normative_87, egawa_2007, review_layers, koskela_2009, kalluri_2011,
    facelift_depth_2019, gupta_2011, brogden_2021, kelchen_2016, ogunjimi_2020, wu_2022, martanto_2006, gill_2008, surrey_208,
    chen_2015, cdc_hydration, assumed,
))
HOMES: dict[str, tuple[Paper, Parameter]] = {p.name: (paper, p) for paper in PAPERS for p in paper.parameters}
NAMES: tuple[str, ...] = tuple(HOMES)
