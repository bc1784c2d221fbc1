"""From what papers print to what an effect size needs: standard deviations, means, correlations and logarithms.

The Cochrane Handbook for Systematic Reviews of Interventions describes most of these.
"""

from __future__ import annotations

import math

from skinproof.errors import InputError
from skinproof.synthesis.effects.estimates import bias_correction
from skinproof.synthesis.pooling.distributions import normal_quantile, t_quantile


def _positive(value: float, what: str) -> float:
    if not value > 0:
        raise InputError(f"{what} is {value}, but must be above zero. Check the number in the paper.")
    return value


def sd_from_se(se: float, n: float) -> float:
    """Return a standard deviation from the standard error of one group's mean.

    Args:
        se: standard error, in the unit of the instrument.
        n: people in the group.

    Raises:
        InputError: a number is not above zero.
    """
    return _positive(se, "The standard error") * math.sqrt(_positive(n, "The number of people"))


def se_from_interval(lower: float, upper: float, *, level: float = 0.95, df: float | None = None) -> float:
    """Return a standard error from a confidence interval.

    Args:
        lower: lower limit; of a ratio, its logarithm.
        upper: upper limit; of a ratio, its logarithm.
        level: of confidence, as a share.
        df: degrees of freedom where the paper used the t distribution, which matters below about 60 people.

    Raises:
        InputError: the limits are not in order or the level is no share.
    """
    if not upper > lower:
        raise InputError(f"The interval runs from {lower} to {upper}. Give the lower limit first.")
    if not 0 < level < 1:
        raise InputError(f"The level of confidence is {level}. Give a share such as 0.95.")
    probability = (1 + level) / 2
    return (upper - lower) / (2 * (normal_quantile(probability) if df is None else t_quantile(probability, df)))


def log_ratio(estimate: float, lower: float, upper: float, *, level: float = 0.95) -> tuple[float, float]:
    """Return the logarithm of a printed ratio and its standard error.

    Args:
        estimate: risk, odds, rate or hazard ratio.
        lower: its lower limit.
        upper: its upper limit.
        level: of confidence, as a share.

    Raises:
        InputError: a number is not above zero or the limits are not in order.
    """
    low, high = math.log(_positive(lower, "The lower limit")), math.log(_positive(upper, "The upper limit"))
    return math.log(_positive(estimate, "The ratio")), se_from_interval(low, high, level=level)


def se_from_p(difference: float, p: float, *, df: float | None = None) -> float:
    """Return the standard error of a difference from its two-sided p value.

    Args:
        difference: between the groups, not zero.
        p: exact p value; a bound such as p < 0.05 does not do.
        df: degrees of freedom of a t test; None for a z test.

    Raises:
        InputError: the difference is zero or p lies outside 0 to 1.
    """
    if difference == 0 or not 0 < p < 1:
        raise InputError("A standard error needs a difference other than zero and an exact p between 0 and 1.")
    return abs(difference) / statistic_from_p(p, df=df)


def statistic_from_p(p: float, *, df: float | None = None) -> float:
    """Return the size of the t or z statistic behind a two-sided p value.

    Args:
        p: exact p value.
        df: degrees of freedom of a t test; None for a z test.

    Raises:
        InputError: p lies outside 0 to 1.
    """
    if not 0 < p < 1:
        raise InputError(f"p is {p}. Give an exact p between 0 and 1.")
    return normal_quantile(1 - p / 2) if df is None else t_quantile(1 - p / 2, df)


def sd_from_difference(se: float, n1: float, n2: float) -> float:
    """Return the standard deviation within groups from the standard error of a difference of two means.

    Args:
        se: standard error of the difference, in the unit of the instrument.
        n1: people in group 1.
        n2: people in group 2.

    Raises:
        InputError: a number is not above zero.
    """
    return _positive(se, "The standard error") / math.sqrt(1 / _positive(n1, "n1") + 1 / _positive(n2, "n2"))


def smd_from_t(t: float, n1: float, n2: float) -> tuple[float, float]:
    """Return Hedges' g and its variance from the t of two independent groups (Rosenthal 1994, Handbook of Research Synthesis, ch. 16).

    Args:
        t: statistic, above zero when group 1 is higher.
        n1: people in group 1.
        n2: people in group 2.

    Raises:
        InputError: a group is empty.
    """
    share = 1 / _positive(n1, "n1") + 1 / _positive(n2, "n2")
    g = float(bias_correction(n1 + n2 - 2)[0]) * t * math.sqrt(share)
    return g, share + g**2 / (2 * (n1 + n2))


def smd_from_f(f: float, n1: float, n2: float, *, first_higher: bool) -> tuple[float, float]:
    """Return Hedges' g and its variance from the F of two independent groups, whose root is t.

    Args:
        f: statistic with one degree of freedom in the numerator.
        n1: people in group 1.
        n2: people in group 2.
        first_higher: whether group 1 has the higher mean, which F does not tell.

    Raises:
        InputError: F is below zero or a group is empty.
    """
    if f < 0:
        raise InputError(f"F is {f}, but cannot lie below zero. Check the number in the paper.")
    return smd_from_t(math.sqrt(f) if first_higher else -math.sqrt(f), n1, n2)


def smd_from_log_odds_ratio(log_odds: float, variance: float) -> tuple[float, float]:
    """Return a standardised mean difference and its variance from a log odds ratio (Chinn 2000, Stat Med 19:3127).

    Args:
        log_odds: natural logarithm of the odds ratio.
        variance: its variance.

    Raises:
        InputError: the variance is not above zero.
    """
    factor = math.sqrt(3) / math.pi
    return log_odds * factor, _positive(variance, "The variance") * factor**2


def correlation_from_sds(sd1: float, sd2: float, sd_change: float) -> float:
    """Return the correlation of two measurements of the same people from three standard deviations.

    Args:
        sd1: of measurement 1.
        sd2: of measurement 2.
        sd_change: of the difference.

    Raises:
        InputError: no correlation fits the three.
    """
    r = (sd1**2 + sd2**2 - sd_change**2) / (2 * _positive(sd1, "sd1") * _positive(sd2, "sd2"))
    if abs(r) > 1:
        raise InputError(f"The three standard deviations ask for a correlation of {r:.2f}. One of them is a standard error or a slip.")
    return r


def mean_sd_from_quartiles(q1: float, median: float, q3: float, n: float) -> tuple[float, float]:
    """Return mean and standard deviation from median and quartiles (Luo 2018, Stat Methods Med Res 27:1785, eq. 11; Wan 2014, eq. 16).

    Args:
        q1: lower quartile, in the unit of the instrument.
        median: the median.
        q3: upper quartile.
        n: people.

    Raises:
        InputError: the numbers are not in order.
    """
    _ordered(q1, median, q3, n)
    share = 0.7 + 0.39 / n
    return share * (q1 + q3) / 2 + (1 - share) * median, (q3 - q1) / (2 * normal_quantile((0.75 * n - 0.125) / (n + 0.25)))


def mean_sd_from_range(lowest: float, median: float, highest: float, n: float) -> tuple[float, float]:
    """Return mean and standard deviation from median and range (Luo 2018, Stat Methods Med Res 27:1785, eq. 7; Wan 2014, eq. 9).

    Args:
        lowest: lowest value, in the unit of the instrument.
        median: the median.
        highest: highest value.
        n: people.

    Raises:
        InputError: the numbers are not in order.
    """
    _ordered(lowest, median, highest, n)
    share = 4 / (4 + n**0.75)
    return share * (lowest + highest) / 2 + (1 - share) * median, (highest - lowest) / (2 * normal_quantile((n - 0.375) / (n + 0.25)))


def _ordered(low: float, middle: float, high: float, n: float) -> None:
    if not low <= middle <= high or low == high:
        raise InputError(f"{low}, {middle} and {high} are not in order. Give the lower value, the median and the upper value.")
    if n < 2:
        raise InputError(f"{n} people show no spread. Give at least 2.")


def paired_table(events1: float, events2: float, n: float, correlation: float) -> tuple[float, float, float, float]:
    """Return people with the event under both, first only, second only and neither condition, from the two totals (Elbourne 2002, Int J Epidemiol 31:140).

    Args:
        events1: people with the event under condition 1.
        events2: people with it under condition 2.
        n: people, each under both conditions.
        correlation: between the two conditions, assumed; brought to the nearest value that the totals allow.

    Raises:
        InputError: events exceed people.
    """
    if not (0 <= events1 <= n and 0 <= events2 <= n and n > 0):
        raise InputError("Events lie below zero or above the number of people. Check whether the numbers are in order.")
    p1, p2 = events1 / n, events2 / n
    both = n * (p1 * p2 + correlation * math.sqrt(p1 * (1 - p1) * p2 * (1 - p2)))
    both = min(max(both, 0.0, events1 + events2 - n), events1, events2)
    return both, events1 - both, events2 - both, n - events1 - events2 + both
