"""Models over effect sizes agree with metafor on data of our own; the script that makes the reference is reference/make_reference.R."""

from __future__ import annotations

import math

import numpy as np
import pytest

from skinproof.errors import InputError
from skinproof.synthesis.pooling import sensitivity, small_study, tau2_limits
from skinproof.synthesis.pooling.batch import pool_many
from skinproof.synthesis.pooling.design import design
from skinproof.synthesis.pooling.failsafe import fail_safe_number
from skinproof.synthesis.pooling.fit import Fit, pool
from skinproof.synthesis.pooling.least_squares import log_likelihood
from skinproof.synthesis.pooling.likelihood import information
from skinproof.synthesis.pooling.multilevel import multilevel, nested_labels
from skinproof.synthesis.pooling.robust import robust
from skinproof.synthesis.pooling.small_study import kendall
from skinproof.synthesis.pooling.subgroups import common_tau2_subgroups, separate_subgroups
from skinproof.synthesis.pooling.subsets import all_subsets
from skinproof.synthesis.pooling.trim_and_fill import trim_and_fill
from tests.metafor import FIXED, FLOOR, ITERATED, NEWER, OLDER, VERSIONS, apart, close

METHODS = {"FE": "CE"}
TESTS = {"z": "z", "knha": "knapp_hartung", "adhoc": "modified_knapp_hartung"}
ITERATIVE = {"REML", "ML", "EB", "PM"}
SETS = NEWER["sets"]


def told(fitted: Fit) -> dict:
    """Return a model in the words of the reference."""
    found = {
        "coefficients": fitted.coefficients, "se": fitted.standard_errors, "statistics": fitted.inference.statistics, "p": fitted.inference.p_values,
        "lower": fitted.inference.lower, "upper": fitted.inference.upper, "tau2": fitted.tau2, "tau2_se": fitted.tau2_se, "i2": fitted.i2_percent,
        "h2": fitted.h2, "q": fitted.q, "q_p": fitted.q_p,
    }
    if fitted.design.intercept_only:
        found["prediction"] = list(fitted.prediction_interval())
    if fitted.moderator_test:
        found |= {"qm": fitted.moderator_test.statistic, "qm_p": fitted.moderator_test.p_value, "r2": fitted.r2_percent}
    if fitted.method in {"REML", "ML"}:
        info = information(fitted)
        found |= {"log_likelihood": info.log_likelihood, "aic": info.aic, "bic": info.bic, "aicc": info.aicc}
    return found


def models(kind: str) -> list:
    """Return every model of the reference as a case of a table."""
    return [
        pytest.param(version, name, model, id=f"{version} {name} {model}")
        for version, content in VERSIONS.items() for name, group in content["sets"].items() for model in group.get(kind, {})
    ]


def fitted_as(data: dict, model: str, moderators: list | None = None) -> Fit:
    """Fit what the reference calls by a method and a test."""
    method, test = model.split()
    return pool(data["y"], data["v"], moderators=moderators, method=METHODS.get(method, method), test=TESTS[test])


def tolerance(model: str) -> float:
    return ITERATED if model.split(maxsplit=1)[0] in ITERATIVE else FIXED


def flat(expected: dict) -> dict:
    """Leave out R2 where there was no heterogeneity to explain: metafor divides rounding errors there."""
    return {k: v for k, v in expected.items() if k != "r2" or v not in (None, "NA")}


@pytest.mark.parametrize(("version", "name", "model"), models("models"))
def test_models_agree_with_metafor(version, name, model):
    """Every estimator with every test gives metafor's effect, limits, heterogeneity and information criteria."""
    group = VERSIONS[version]["sets"][name]
    assert apart(told(fitted_as(group["data"], model)), group["models"][model], tolerance(model), floor=1e-8) == {}


@pytest.mark.parametrize(("version", "name", "model"), models("regressions"))
def test_regressions_agree_with_metafor(version, name, model):
    """Models with a moderator give metafor's coefficients, tests and explained heterogeneity."""
    group = VERSIONS[version]["sets"][name]
    expected = flat(group["regressions"][model])
    if not model.startswith("FE") and group["models"][model]["tau2"] < 1e-9:
        expected.pop("r2", None)
    assert apart(told(fitted_as(group["data"], model, group["data"]["x"])), expected, tolerance(model), floor=1e-8) == {}


@pytest.mark.parametrize("name", SETS)
def test_other_levels_of_confidence(name):
    """Limits follow the level that was asked for."""
    data = SETS[name]["data"]
    assert apart(told(pool(data["y"], data["v"], test="z", level=0.9)), SETS[name]["level_90"], ITERATED, 1e-8) == {}


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("method", ["REML", "ML"])
@pytest.mark.parametrize("kind", ["QP", "PL"])
def test_tau2_limits_agree_with_metafor(name, method, kind):
    """Q-profile and profile-likelihood limits are metafor's, also for I2 and H2."""
    expected = OLDER["sets"][name]["limits"].get(f"{kind} {method}")
    data = SETS[name]["data"]
    fitted = pool(data["y"], data["v"], method=method, test="z")
    found = (tau2_limits.q_profile_limits if kind == "QP" else tau2_limits.profile_likelihood_limits)(fitted)
    ours = {
        "tau2": [fitted.tau2, found.lower, found.upper], "i2": [fitted.i2_percent, found.i2_lower_percent, found.i2_upper_percent],
        "h2": [fitted.h2, found.h2_lower, found.h2_upper],
    }
    if expected is None or None in expected["tau2"]:
        pytest.skip("metafor gives no limits for these data")
    assert apart(ours, expected, ITERATED, 1e-7) == {}


@pytest.mark.parametrize(("estimates", "empty"), [([0.3, 0.3, 0.3, 0.3], True), ([0.1, 0.3, 0.5, 0.4], False)])
def test_studies_too_alike_leave_no_limits(estimates, empty):
    """Studies that are more alike than chance allows leave an empty set of tau2, told as such."""
    found = tau2_limits.q_profile_limits(pool(estimates, [0.04] * 4))
    assert found.empty == empty
    assert (found.upper == 0) == empty


@pytest.mark.parametrize("name", SETS)
def test_single_studies_agree_with_metafor(name):
    """Leave-one-out, cumulative, influence and shrunken effects are metafor's."""
    group = SETS[name]
    y, v = group["data"]["y"], group["data"]["v"]
    reml, dl = pool(y, v, test="z"), pool(y, v, method="DL", test="z")
    shrunken = sensitivity.shrunken(reml)
    assert apart({"estimates": shrunken.estimates, "se": shrunken.standard_errors}, group["shrunken"], ITERATED, 1e-8) == {}
    left = sensitivity.leave_one_out(dl)
    assert apart({"estimates": [f.estimate for f in left], "se": [f.se for f in left], "tau2": [f.tau2 for f in left], "q": [f.q for f in left]}, group["leave_one_out"]) == {}
    step = sensitivity.cumulative(dl, list(range(len(y))))
    assert apart({"estimates": [f.estimate for f in step], "se": [f.se for f in step], "tau2": [f.tau2 for f in step]}, group["cumulative"]) == {}


@pytest.mark.parametrize("name", [name for name in SETS if "influence" in SETS[name]])
def test_influence_agrees_with_metafor(name):
    """Deleted residuals, DFFITS, Cook's distance, covariance ratios and leverage are metafor's."""
    data = SETS[name]["data"]
    found = sensitivity.influence(pool(data["y"], data["v"], test="z"))
    ours = {
        "rstudent": found.residuals_deleted, "dffits": found.dffits, "cook": found.cook_distance, "cov_ratio": found.covariance_ratio,
        "tau2": found.tau2_deleted, "q": found.q_deleted, "leverage": found.leverage, "weight": found.weights_percent,
    }
    assert apart(ours, SETS[name]["influence"], ITERATED, 1e-8) == {}


@pytest.mark.parametrize("name", [name for name in SETS if "egger" in SETS[name]])
def test_asymmetry_tests_agree_with_metafor(name):
    """Egger's two forms, Begg's rank correlation and the fail-safe number are metafor's, with ties and without."""
    group = SETS[name]
    y, v = group["data"]["y"], group["data"]["v"]
    plain, mixed, rank, safe = small_study.egger(y, v), small_study.egger_mixed(y, v), small_study.begg(y, v), fail_safe_number(y, v)
    assert apart({"statistic": plain.statistic, "p": plain.p_value, "df": plain.df, "limit": [plain.limit, plain.limit_lower, plain.limit_upper]}, group["egger"]) == {}
    assert apart({"statistic": mixed.statistic, "p": mixed.p_value, "limit": [mixed.limit, mixed.limit_lower, mixed.limit_upper]}, group["egger_mixed"], ITERATED, 1e-8) == {}
    assert apart({"tau": rank.statistic, "p": rank.p_value}, group["begg"]) == {}
    assert apart({"studies": safe.studies, "p": safe.p_value}, group["fail_safe"]) == {}


@pytest.mark.parametrize("name", [name for name in SETS if "trim_and_fill" in SETS[name]])
def test_trim_and_fill_agrees_with_metafor(name):
    """The number of missing studies, its error, their side and the filled model are metafor's."""
    data = SETS[name]["data"]
    for key, expected in SETS[name]["trim_and_fill"].items():
        estimator, method = key.split()
        found = trim_and_fill(data["y"], data["v"], estimator=estimator, method=METHODS.get(method, method))
        ours = {"missing": found.missing, "se": found.missing_se, "estimate": found.fit.estimate, "error": found.fit.se, "tau2": found.fit.tau2}
        assert found.side == expected["side"]
        assert apart(ours, {k: v for k, v in expected.items() if k != "side"}, ITERATED, 1e-8) == {}


@pytest.mark.parametrize("name", [name for name in SETS if "subgroups" in SETS[name]])
def test_subgroups_agree_with_metafor(name):
    """Subgroups with a tau2 each, and with one in common, are metafor's."""
    data = SETS[name]["data"]
    found = separate_subgroups(data["y"], data["v"], data["g"])
    for level, expected in SETS[name]["subgroups"].items():
        assert apart(told(found.fits[level]), expected, ITERATED, 1e-8) == {}
    assert apart({"q": found.q_between, "p": found.p_value}, SETS[name]["between"], ITERATED, 1e-8) == {}
    assert found.df == len(SETS[name]["subgroups"]) - 1
    expected = flat(SETS[name]["common_tau2"])
    if SETS[name]["models"]["REML z"]["tau2"] < 1e-9:
        expected.pop("r2", None)
    assert apart(told(common_tau2_subgroups(data["y"], data["v"], data["g"])), expected, ITERATED, 1e-8) == {}


@pytest.mark.parametrize(("kind", "moderated"), [("plain", False), ("moderated", True)])
def test_multilevel_agrees_with_metafor(kind, moderated):
    """A three-level model and its robust errors are metafor's."""
    data, expected = NEWER["inputs"]["nested"], NEWER["multilevel"][kind]
    study = [str(s) for s in data["study"]]
    found = multilevel(data["y"], data["v"], nested_labels(study, range(len(study))), moderators=data["x"] if moderated else None)
    ours = {"coefficients": found.coefficients, "se": np.sqrt(np.diag(found.covariance)), "sigma2": found.variances, "q": found.q, "log_likelihood": found.log_likelihood}
    assert apart(ours, {k: v for k, v in expected.items() if k != "robust"}, 1e-6) == {}
    errors = robust(found, study, small_sample=False)
    df = expected["robust"]["df"] if isinstance(expected["robust"]["df"], list) else [expected["robust"]["df"]] * len(errors.df)
    assert apart({"se": errors.standard_errors, "p": errors.p_values, "df": errors.df}, expected["robust"] | {"df": df}, 1e-6) == {}


def test_swaying_components_are_found():
    """Data on which plain Fisher scoring turns back and forth give metafor's components all the same."""
    data, expected = NEWER["inputs"]["swaying"], NEWER["multilevel"]["swaying"]
    found = multilevel(data["y"], data["v"], nested_labels([str(s) for s in data["study"]], range(len(data["y"]))))
    assert apart({"sigma2": found.variances, "log_likelihood": found.log_likelihood}, {k: expected[k] for k in ("sigma2", "log_likelihood")}, 1e-5) == {}
    assert close(found.aic, -2 * expected["log_likelihood"] + 2 * 3, 1e-6)


def test_multilevel_prediction_adds_all_variances():
    """A new estimate varies by every component and by the error of the mean."""
    data, expected = NEWER["inputs"]["nested"], NEWER["multilevel"]["plain"]
    study = [str(s) for s in data["study"]]
    found = multilevel(data["y"], data["v"], nested_labels(study, range(len(study))))
    centre, spread = expected["coefficients"], math.sqrt(sum(expected["sigma2"]) + expected["se"] ** 2)
    assert close(found.prediction_interval(), [centre - 1.959963984540054 * spread, centre + 1.959963984540054 * spread], 1e-6)
    moderated = multilevel(data["y"], data["v"], nested_labels(study, range(len(study))), moderators=data["x"])
    with pytest.raises(InputError, match="without moderators"):
        moderated.prediction_interval()


def test_robust_errors_are_small_sample_by_default():
    """Unless told otherwise errors are corrected for few clusters, with degrees of freedom of their own."""
    data = NEWER["inputs"]["nested"]
    study = [str(s) for s in data["study"]]
    found = multilevel(data["y"], data["v"], nested_labels(study, range(len(study))))
    plain, small, large = robust(found, study), robust(found, study, small_sample=True), robust(found, study, small_sample=False)
    assert close([*plain.standard_errors, *plain.df], [*small.standard_errors, *small.df])
    assert plain.df[0] < large.df[0] == len(set(study)) - 1


FAR = [
    ("two maxima apart from zero", SETS["two_maxima"]["data"]["y"], SETS["two_maxima"]["data"]["v"]),
    ("a moment estimate of zero", [1.1, -2.07, 1.23, -0.67, -1.1], [0.03, 6.29, 0.11, 7.18, 0.7]),
]


@pytest.mark.parametrize(("y", "v"), [case[1:] for case in FAR], ids=[case[0] for case in FAR])
@pytest.mark.parametrize("method", ["REML", "ML"])
def test_highest_maximum_of_likelihood_is_found(method, y, v):
    """Where the likelihood is high at no heterogeneity and higher farther on, the higher place is taken."""
    found = pool(y, v, method=method)
    heights = [log_likelihood(found.design, tau2, restricted=method == "REML") for tau2 in np.linspace(0, 5, 2001)]
    assert information(found).log_likelihood >= max(heights)
    if method == "REML":
        assert found.tau2 > 0
        assert close(pool_many([y], [v]).tau2, [found.tau2])


def test_small_study_tests_need_variety():
    """Ranks of equal values tell nothing, which is said."""
    assert all(math.isnan(x) for x in kendall(np.array([1.0, 1.0, 1.0]), np.array([1.0, 2.0, 3.0])))
    assert close(kendall(np.array([1.0, 2.0, 3.0, 4.0]), np.array([2.0, 4.0, 1.0, 3.0])), [0.0, 1.0])


def test_small_sample_robust_errors_are_unbiased():
    """With one estimate a cluster and equal variances, CR2 of a mean is the usual standard error with k - 1 degrees of freedom."""
    y = [0.2, 0.5, 0.1, 0.9, 0.4]
    found = multilevel(y, [0.1] * 5, nested_labels("abcde"))
    errors = robust(found, list("abcde"))
    assert close(errors.standard_errors, np.std(y, ddof=1) / math.sqrt(5))
    assert close(errors.df, 4.0)


def test_all_subsets_hold_each_mean():
    """The subsets of two studies are each alone and both together."""
    found = all_subsets([0.0, 1.0], [1.0, 3.0])
    assert close(sorted(found.estimates), [0.0, 0.25, 1.0], FIXED, FLOOR)
    assert close(found.i2_percent, [0.0, 0.0, 0.0])


def test_one_study_is_not_pooled():
    """A single study keeps its own effect and error; nothing is said of heterogeneity."""
    found = pool([0.4], [0.09])
    assert (found.method, found.test, found.tau2, found.q) == ("CE", "z", 0.0, 0.0)
    assert close([found.estimate, found.se], [0.4, 0.3])


ERRORS = [
    (lambda: pool([1, 2], [0.1]), "one variance for each"),
    (lambda: pool([], []), "at least one"),
    (lambda: pool([1, 2], [0.1, 0]), "row 2 is not above zero"),
    (lambda: pool([1, math.nan], [0.1, 0.2]), "lack a number in row 2"),
    (lambda: pool(["a"], [0.1]), "not a number"),
    (lambda: pool([[1, 2]], [0.1]), "plain list"),
    (lambda: pool([1, 2], [0.1, 0.2], method="XX"), "DL, PM, REML"),
    (lambda: pool([1, 2], [0.1, 0.2], test="t"), "modified_knapp_hartung"),
    (lambda: pool([1, 2], [0.1, 0.2], level=95), "between 0 and 1"),
    (lambda: pool([1, 2], [0.1, 0.2], level=1), "between 0 and 1"),
    (lambda: pool([1, 2], [0.1, 0.2], level=0), "between 0 and 1"),
    (lambda: pool([1, 1, 1], [0.1, 0.1, 0.1], method="SJ"), "Take REML"),
    (lambda: pool([1, 2, 3], [0.1] * 3, moderators=[1, 1, 1]), "cannot be told apart"),
    (lambda: pool([1, 2, 3], [0.1] * 3, moderators=[1, 2]), "2 rows"),
    (lambda: pool([1, 2, 3], [0.1] * 3, moderators=[1, 2, math.nan]), "lacks a number"),
    (lambda: pool([1, 2, 4], [0.1] * 3, moderators=[1, 2, 4]).prediction_interval(), "without moderators"),
    (lambda: pool([1, 2], [0.1, 0.2]).prediction_interval(df=0), "no degrees of freedom"),
    (lambda: information(pool([1, 2], [0.1, 0.2], method="DL")), "Fit by REML or ML"),
    (lambda: tau2_limits.q_profile_limits(pool([1], [0.1])), "at least two"),
    (lambda: tau2_limits.profile_likelihood_limits(pool([1, 2], [0.1, 0.2], method="DL")), "Q-profile"),
    (lambda: sensitivity.leave_one_out(pool([1], [0.1])), "at least two"),
    (lambda: sensitivity.cumulative(pool([1, 2], [0.1, 0.2]), [0, 0]), "each of 0 to 1"),
    (lambda: sensitivity.influence(pool([1, 2], [0.1, 0.2])), "at least 3"),
    (lambda: small_study.egger([1, 2], [0.1, 0.2]), "at least three"),
    (lambda: small_study.begg([1, 2], [0.1, 0.2]), "at least three"),
    (lambda: small_study.begg([1, 1, 1], [0.1, 0.2, 0.3]), "tell nothing"),
    (lambda: small_study.begg([1, 2, 3], [0.1, 0.1, 0.1]), "tell nothing"),
    (lambda: trim_and_fill([1, 2], [0.1, 0.2]), "at least three"),
    (lambda: trim_and_fill([1, 1, 1], [0.1, 0.2, 0.3], side="left"), "no side can lack"),
    (lambda: trim_and_fill([1, 2, 3], [0.1, 0.2, 0.3], estimator="Q9"), "Take L0 or R0"),
    (lambda: trim_and_fill([1, 2, 3], [0.1, 0.1, 0.1]), "on which side"),
    (lambda: separate_subgroups([1, 2], [0.1, 0.2], ["a", "a"]), "at least two subgroups"),
    (lambda: separate_subgroups([1, 2], [0.1, 0.2], ["a"]), "one label for each"),
    (lambda: common_tau2_subgroups([1, 2], [0.1, 0.2], ["a", "a"]), "at least two subgroups"),
    (lambda: multilevel([1, 2], [0.1, 0.2], ()), "needs a label"),
    (lambda: robust(multilevel([1, 2, 3], [0.1] * 3, nested_labels("aab")), list("aa")), "one label for each"),
    (lambda: robust(multilevel([1, 2, 3], [0.1] * 3, nested_labels("aab")), list("aaa")), "model's own errors"),
    (lambda: all_subsets(range(21), [1] * 21), "at most 20"),
]


@pytest.mark.parametrize(("act", "mend"), ERRORS)
def test_bad_input_says_what_helps(act, mend):
    """What cannot be pooled is refused with a sentence on what to do."""
    with pytest.raises(InputError, match=mend):
        act()


@pytest.mark.parametrize(("k", "said"), [(9, True), (10, False)])
def test_few_studies_carry_a_caution(k, said):
    """Below ten studies an asymmetry test says that they are too few."""
    rng = np.random.default_rng(3)
    caution = small_study.egger(rng.normal(size=k), rng.uniform(0.1, 1, k)).caution
    assert (caution is not None and "Too few studies (9" in caution) if said else caution is None


def test_design_keeps_chosen_rows():
    """Rows of a design are chosen with their moderators."""
    kept = design([1, 2, 3], [0.1, 0.2, 0.3], [5, 6, 7], ("dose",)).keep([0, 2])
    assert kept.matrix.tolist() == [[1, 5], [1, 7]]
    assert (kept.names, kept.df) == (("intercept", "dose"), 0)
