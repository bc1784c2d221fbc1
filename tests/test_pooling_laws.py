"""Laws of pooling: order, signs, weights and copies of studies; and the distributions, tables, batches and priors beneath."""

from __future__ import annotations

import math
from functools import partial

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from skinproof.errors import InputError
from skinproof.synthesis.pooling import distributions, table_tests, tables
from skinproof.synthesis.pooling.batch import pool_many
from skinproof.synthesis.pooling.bayes import bayes
from skinproof.synthesis.pooling.fit import pool
from skinproof.synthesis.pooling.least_squares import log_likelihood
from skinproof.synthesis.pooling.small_study import kendall
from tests.metafor import NEWER, OLDER, apart, close

STUDIES = st.lists(st.tuples(st.floats(-2, 2), st.floats(0.01, 1)), min_size=2, max_size=8)
METHODS = ["CE", "DL", "PM", "REML", "ML", "HE", "HS"]
VAGUE = 1e12  # the variance of a study that knows nothing


def split(studies):
    return [y for y, _ in studies], [v for _, v in studies]


@given(studies=STUDIES, seed=st.integers(0, 99))
@pytest.mark.parametrize("method", METHODS)
def test_order_of_studies_does_not_matter(method, studies, seed):
    """The same studies in another order give the same effect, error and tau2."""
    y, v = split(studies)
    order = np.random.default_rng(seed).permutation(len(y))
    one, other = pool(y, v, method=method), pool(np.array(y)[order], np.array(v)[order], method=method)
    assert close([other.estimate, other.se, other.tau2], [one.estimate, one.se, one.tau2], 1e-6, 1e-7)


@given(studies=STUDIES)
@pytest.mark.parametrize("method", METHODS)
def test_swapping_arms_flips_only_signs(method, studies):
    """All effects with the other sign give the pooled effect with the other sign, and nothing else changes."""
    y, v = split(studies)
    one, other = pool(y, v, method=method), pool([-x for x in y], v, method=method)
    assert close([-other.estimate, -other.upper, -other.lower, other.se, other.tau2, other.p_value], [one.estimate, one.lower, one.upper, one.se, one.tau2, one.p_value], 1e-6, 1e-7)


@given(studies=STUDIES, odd=st.floats(-2, 2))
def test_study_of_no_weight_changes_nothing(studies, odd):
    """A study that knows nothing leaves the common effect, its error, and the estimate of REML where they were."""
    y, v = split(studies)
    for method in ("CE", "REML"):
        one, other = pool(y, v, method=method, test="z"), pool([*y, odd], [*v, VAGUE], method=method, test="z")
        assert close([other.estimate, other.se, other.tau2], [one.estimate, one.se, one.tau2], 1e-5, 1e-5)


@given(studies=STUDIES, copies=st.integers(2, 4))
def test_copies_never_turn_the_common_effect(studies, copies):
    """Duplicating all studies leaves the common effect where it is; only its error shrinks."""
    y, v = split(studies)
    one, other = pool(y, v, method="CE", test="z"), pool(y * copies, v * copies, method="CE", test="z")
    assert close(other.estimate, one.estimate, 1e-9, 1e-12)
    assert close(other.se, one.se / math.sqrt(copies))


@given(studies=STUDIES)
def test_pooled_effect_lies_among_studies(studies):
    """A pooled effect is a mean: never beyond the studies."""
    y, v = split(studies)
    for method in METHODS:
        assert min(y) - 1e-9 <= pool(y, v, method=method).estimate <= max(y) + 1e-9


@given(studies=STUDIES)
def test_modified_limits_are_never_narrower(studies):
    """Modified Knapp-Hartung limits hold the plain ones, and the normal ones."""
    y, v = split(studies)
    plain, modified, normal = (pool(y, v, test=test) for test in ("knapp_hartung", "modified_knapp_hartung", "z"))
    assert modified.lower <= min(plain.lower, normal.lower) + 1e-12
    assert modified.upper >= max(plain.upper, normal.upper) - 1e-12


@given(studies=STUDIES)
def test_likelihood_is_highest_at_estimate(studies):
    """No tau2 nearby has a higher restricted likelihood than the REML estimate."""
    found = pool(*split(studies), method="REML")
    best = log_likelihood(found.design, found.tau2, restricted=True)
    near = [found.tau2 * factor for factor in (0.9, 0.99, 1.01, 1.1)] + [found.tau2 + 1e-4]
    assert all(log_likelihood(found.design, tau2, restricted=True) <= best + 1e-9 for tau2 in near)


@given(studies=STUDIES, unit=st.floats(0.01, 100))
def test_unit_of_effects_scales_results(studies, unit):
    """Effects in another unit give effect, error and tau in that unit."""
    y, v = split(studies)
    one, other = pool(y, v), pool([unit * x for x in y], [unit**2 * x for x in v])
    assert close([other.estimate / unit, other.se / unit, other.tau2 / unit**2], [one.estimate, one.se, one.tau2], 1e-5, 1e-7)


@given(seed=st.integers(0, 10_000), k=st.integers(2, 12))
def test_batch_agrees_with_single_fits(seed, k):
    """Many data sets at once give what each gives alone, homogeneous ones included."""
    dice = np.random.default_rng(seed)
    v = dice.uniform(0.01, 0.5, (5, k))
    y = dice.normal(0, np.sqrt(v + dice.exponential(0.1, (5, 1)) * (dice.random((5, 1)) > 0.4)))
    found = pool_many(y, v)
    for i in range(5):
        alone = pool(y[i], v[i], test="z")
        assert close([found.estimates[i], found.standard_errors[i], found.tau2[i]], [alone.estimate, alone.se, alone.tau2], 1e-6, 1e-8)


def test_batch_of_nothing_is_empty():
    """No data set gives no fit."""
    assert len(pool_many(np.empty((0, 3)), np.empty((0, 3))).tau2) == 0


@given(studies=STUDIES.filter(lambda s: len(s) <= 4))
def test_prior_on_heterogeneity_behaves_at_ends(studies):
    """A prior that allows no heterogeneity gives the common effect; the posterior lies in its own interval."""
    y, v = split(studies)
    common, found = pool(y, v, method="CE", test="z"), bayes(y, v, tau_scale=1e-4)
    assert close([found.estimate, found.lower, found.upper], [common.estimate, common.lower, common.upper], 1e-3, 1e-4)
    wide = bayes(y, v)
    assert wide.predicted_lower <= wide.lower <= wide.estimate <= wide.upper <= wide.predicted_upper
    assert close(wide.probability_above(wide.lower), 0.975, floor=1e-6)


def test_posterior_agrees_with_plain_integration():
    """Two studies give what a fine sum over tau gives (computed beside, 20,001 points from 0 to 4)."""
    tau = np.linspace(1e-6, 4, 20_001)
    y, v = np.array([0.3, 0.6]), np.array([0.04, 0.09])
    w = 1 / (v + tau[:, None] ** 2)
    total, centre = w.sum(axis=1), (w @ y) / w.sum(axis=1)
    height = np.exp(0.5 * np.log(w).sum(axis=1) - 0.5 * np.log(total) - 0.5 * (w * (y - centre[:, None]) ** 2).sum(axis=1) - 0.5 * (tau / 0.5) ** 2)
    above = np.array([distributions.normal_upper_p(-m * math.sqrt(t)) for m, t in zip(centre, total, strict=True)])
    assert close(bayes(y, v).probability_above(0), float(height @ above / height.sum()), floor=2e-4)


@pytest.mark.parametrize("version", [OLDER, NEWER], ids=["3.8-1", "5.1-12"])
@pytest.mark.parametrize("measure", ["OR", "RR", "RD", "IRR", "IRD", "PETO"])
def test_tables_agree_with_metafor(version, measure):
    """Mantel-Haenszel and Peto are metafor's, with studies without events."""
    names = ("x1", "t1", "x2", "t2") if measure.startswith("I") else ("a", "b", "c", "d")
    cells = [NEWER["inputs"]["rates" if measure.startswith("I") else "tables"][n] for n in names]
    found = tables.peto(*cells) if measure == "PETO" else tables.mantel_haenszel(measure, *cells)
    expected = version["peto"] if measure == "PETO" else version["mantel_haenszel"][measure]
    ours = {"estimate": found.estimate, "se": found.se, "p": found.p_value, "lower": found.lower, "upper": found.upper, "q": found.q, "q_p": found.q_p, "i2": found.i2_percent}
    assert apart(ours, expected) == {}


def test_tests_of_tables_agree_with_metafor():
    """Cochran-Mantel-Haenszel and Breslow-Day-Tarone are metafor's."""
    cells = [NEWER["inputs"]["tables"][n] for n in "abcd"]
    no_effect = table_tests.no_effect_test(*cells)
    one = table_tests.one_odds_ratio_test(tables.mantel_haenszel("OR", *cells).estimate, *cells)
    ours = {"no_effect": no_effect.statistic, "no_effect_p": no_effect.p_value, "one_odds_ratio": one.statistic, "one_odds_ratio_p": one.p_value}
    assert apart(ours, OLDER["table_tests"]) == {}


COUNT = st.integers(0, 30)
TABLE = st.lists(st.tuples(COUNT, COUNT, COUNT, COUNT), min_size=1, max_size=5)


@given(rows=TABLE)
@pytest.mark.parametrize("measure", ["OR", "RR", "RD", "PETO"])
def test_swapping_groups_flips_pooled_tables(measure, rows):
    """Swapping the groups of every table flips the sign of the pooled effect and keeps its error."""
    assume(all(a + b and c + d for a, b, c, d in rows))
    pooled = tables.peto if measure == "PETO" else partial(tables.mantel_haenszel, measure)
    a, b, c, d = (list(column) for column in zip(*rows, strict=True))
    try:
        one = pooled(a, b, c, d)
    except InputError:
        return
    other = pooled(c, d, a, b)
    assert close([-other.estimate, other.se], [one.estimate, one.se], 1e-9)


def test_one_table_pools_to_itself():
    """A single table without empty cells pools to its own odds ratio."""
    assert close(tables.mantel_haenszel("OR", [8], [12], [4], [16]).estimate, math.log(8 * 16 / (12 * 4)))


@pytest.mark.parametrize(("kind", "ours"), [
    ("t", distributions.t_quantile), ("chi_squared", distributions.chi_squared_quantile), ("f_tail", distributions.f_upper_p),
    ("chi_squared_tail", distributions.chi_squared_upper_p),
])
def test_distributions_agree_with_r(kind, ours):
    """Quantiles and tails are R's."""
    for *given_, expected in OLDER["distributions"][kind]:
        assert close(ours(*given_), expected, 1e-11, 0)


@given(p=st.floats(1e-6, 1 - 1e-6), df=st.floats(0.5, 300))
def test_quantiles_undo_tail_areas(p, df):
    """A quantile has the tail area that it was asked for."""
    t = distributions.t_quantile(p, df)
    assert close(distributions.t_two_sided_p(t, df), 2 * min(p, 1 - p), 1e-7, 1e-12)
    assert close(distributions.chi_squared_upper_p(distributions.chi_squared_quantile(p, df), df), 1 - p, 1e-7, 1e-12)
    assert close(distributions.normal_upper_p(distributions.normal_quantile(p)), 1 - p, 1e-9)


@given(values=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=3, max_size=12))
def test_rank_correlation_is_symmetric(values):
    """Kendall's tau does not depend on which side comes first, with ties and without."""
    left, right = (np.array(column, dtype=float) for column in zip(*values, strict=True))
    assume(len(set(left)) > 1 and len(set(right)) > 1)
    assert close(list(kendall(left, right)), list(kendall(right, left)))
    assert close(kendall(left, -right)[0], -kendall(left, right)[0])


ERRORS = [
    (lambda: pool_many([1, 2], [1, 2]), "a row for each data set"),
    (lambda: pool_many([[1, 2]], [[1, 0]]), "Leave such data sets out"),
    (lambda: bayes([1, 2], [1, 2], tau_scale=0), "above zero"),
    (lambda: tables.mantel_haenszel("SMD", [1], [1], [1], [1]), "Take one of OR"),
    (lambda: tables.mantel_haenszel("OR", [0], [5], [0], [5]), "Report the counts"),
    (lambda: tables.peto([0], [5], [0], [5]), "Report the counts"),
    (lambda: table_tests.no_effect_test([0], [5], [0], [5]), "nothing to test"),
]


@pytest.mark.parametrize(("act", "mend"), ERRORS)
def test_unusable_data_say_what_helps(act, mend):
    """What cannot be pooled is refused with a sentence on what to do."""
    with pytest.raises(InputError, match=mend):
        act()
