"""All effect sizes by the short names of the literature."""

from __future__ import annotations

from collections.abc import Callable

from numpy.typing import ArrayLike

from skinproof.errors import InputError
from skinproof.synthesis.effects import correlations, counts, means, paired_counts, proportions, rates, within_person
from skinproof.synthesis.effects.estimates import Effects

MEASURES: dict[str, Callable[..., Effects]] = {
    "MD": means.mean_difference, "SMD": means.standardised_mean_difference, "SMDH": means.standardised_mean_difference_unequal,
    "ROM": means.ratio_of_means, "MC": within_person.mean_change, "SMCC": within_person.standardised_change,
    "SMCR": within_person.raw_standardised_change, "SMCRH": within_person.raw_standardised_change_unequal, "MN": within_person.mean_of_one_group,
    "OR": counts.odds_ratio, "RR": counts.risk_ratio, "RD": counts.risk_difference,
    "MPRR": paired_counts.paired_risk_ratio, "MPOR": paired_counts.paired_odds_ratio, "MPRD": paired_counts.paired_risk_difference,
    "MPORC": paired_counts.conditional_odds_ratio, "IRR": rates.rate_ratio, "IRD": rates.rate_difference,
    "PR": proportions.raw_proportion, "PLN": proportions.log_proportion, "PLO": proportions.logit_proportion,
    "PAS": proportions.arcsine_proportion, "PFT": proportions.freeman_tukey_proportion,
    "COR": correlations.raw_correlation, "ZCOR": correlations.fisher_z,
}


def effect_sizes(measure: str, **given: ArrayLike) -> Effects:
    """Return effect sizes by the short name of a measure.

    Args:
        measure: such as SMD or RR.
        given: the columns that the measure needs; see its own function.

    Raises:
        InputError: the measure is unknown, or its columns are not those given.
    """
    if measure not in MEASURES:
        raise InputError(f"No effect size is called {measure!r}. Take one of {', '.join(MEASURES)}.")
    try:
        return MEASURES[measure](**given)
    except TypeError as fault:
        raise InputError(f"{measure} needs other columns: {str(fault).split('()')[-1].strip()}.") from fault
