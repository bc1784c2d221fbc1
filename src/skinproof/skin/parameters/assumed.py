"""What no source that was read gives: assumptions, each with the reason for its range."""

from __future__ import annotations

from skinproof.skin.parameter import Group, Paper, Parameter, Shape


def _assumed(name: str, unit: str, shape: Shape, values: tuple[float, ...], group: Group, source: str, *, least: float = float("-inf"), most: float = float("inf")) -> Parameter:
    return Parameter(name=name, unit=unit, shape=shape, values=values, group=group, tag="assumed", source=source, not_claimed="a measurement", least=least, most=most)


PAPER = Paper(
    id="assumed", citation="Assumptions of skinproof, no source",
    parameters=(
        _assumed("tewl_face_g_m2_h", "g/m2/h", "lognormal", (12.0, 1.4), "person", "above the forearm, the cheek being highest in 442 women"),
        _assumed("hole_open_share", "1", "loguniform", (0.02, 0.35), "science", "share of the conductance of an isolated wet disc in air that a hole really has; tissue springs back and neighbours share the air"),
        _assumed("hole_disc_gain", "1 per um and hole/cm2", "fixed", (0.0069,), "science", "isolated open disc: 0.14, 0.24 and 0.45 of intact conductance at radius 20, 35 and 65 um, one hole a cm2"),
        _assumed("hole_depth_power", "1", "fixed", (0.4,), "science", "a tapered needle leaves a wider hole the deeper it goes"),
        _assumed("water_slow_share", "1", "loguniform", (0.01, 0.3), "science", "water loss is back before holes look closed: 4 to 5 h against 12 to 18 h in rats, within 24 h while holes were still seen in 15 people (PMC4119956)"),
        _assumed("technique_density_factor", "1", "lognormal", (1.0, 1.6), "technique", "passes and pressure differ between hands"),
        _assumed("technique_removal_factor", "1", "lognormal", (1.0, 1.6), "technique", "settings, passes and pressure differ between hands"),
        _assumed("reepithelialisation_h", "h", "lognormal", (60.0, 1.8), "science", "explants show new cover within days; under the microscope zones are seen for one to four weeks"),
        _assumed("ambient_humidity", "1", "uniform", (0.3, 0.6), "person", "rooms"),
        _assumed("sorption_curvature", "1", "uniform", (0.80, 0.97), "science", "water content rises steeply only near saturation; the shape is known, its constants were not seen"),
        _assumed("probe_depth_um", "um", "uniform", (10.0, 30.0), "science", "a capacitance reading sees the outer layers only"),
        _assumed("partition_factor", "1", "lognormal", (1.0, 2.0), "science", "partition into the horny layer, one plus oiliness to the power of the lipid path"),
        _assumed("dry_film_share", "1", "loguniform", (0.02, 1.0), "science", "4 to 7 % of a thin caffeine dose passed in a day in six laboratories"),
        _assumed("drying_h", "h", "lognormal", (0.5, 2.0), "technique", "a thin film of a watery product dries within the hour"),
        _assumed("film_um", "um", "lognormal", (20.0, 1.5), "technique", "2 mg of product on a cm2"),
        _assumed("dermal_clearance_per_h", "1/h", "loguniform", (0.2, 5.0), "science", "blood and lymph take small molecules away within minutes to hours"),
        _assumed("contact_s", "s", "uniform", (0.15, 0.6), "technique", "one press of a stamp"),
        _assumed("acid_removal_per_percent", "1 per % of free acid", "lognormal", (0.0025, 2.5), "science", "wide: glycolic acid of 35 and 70 % and salicylic acid of 30 % did not change the water loss of hairless mice significantly within 24 h, Jessner's solution and trichloroacetic acid did (Jeong 2002, Korean J Dermatol 40(10):1181-1187); no measured course in people was seen"),
        _assumed("acid_pka", "1", "uniform", (2.9, 3.9), "science", "fruit acids and salicylic acid are half dissociated a little above pH 3"),
        _assumed("inflammation_dose_power", "1", "uniform", (0.5, 1.0), "science", "from the root of depth times density to proportional; arrays that reached 300 um left water loss back within 24 h in 15 people (PMC4119956), which the root alone does not allow"),
    ),
)
