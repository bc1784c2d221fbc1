"""Permeability of the stratum corneum by three paths, fitted to 208 curated records."""

from __future__ import annotations

from skinproof.skin.parameter import Paper, Parameter

_FIT = "least squares on log10 of 208 records of 127 compounds; run `python -m benchmarks.skin_kp`"


def _coefficient(name: str, unit: str, value: float, tag_note: str) -> Parameter:
    return Parameter(name=name, unit=unit, shape="fixed", values=(value,), group="science", tag="calibrated", source=_FIT, not_claimed=tag_note)


PAPER = Paper(
    id="surrey_208", citation="208 curated permeability records, aqueous donors (Chen, Lian and Han, AIChE J, table)",
    parameters=(
        _coefficient("path_lipid_intercept", "log10 cm/h", -1.0336, "a fitted intercept"),
        _coefficient("path_lipid_log_kow", "1", 0.8273, "other vehicles than water"),
        _coefficient("path_lipid_root_mass", "1 per root Da", 0.2144, "molecules above 600 Da"),
        _coefficient("path_polar_log", "log10 cm/h root Da", -3.4294, "which pores or joints the polar path is"),
        _coefficient("path_aqueous_log", "log10 cm/h root Da", -0.2545, "which layer limits very oily molecules"),
        Parameter(
            name="permeability_error_log10", unit="log10", shape="normal", values=(0.0, 0.95), group="science", tag="calibrated",
            source="0.58 in grouped cross-validation; 0.95 on outside data, as recorded with the prior", not_claimed="a vehicle's own effect",
        ),
    ),
)
