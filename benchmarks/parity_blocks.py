"""How each kind of reference block is computed here, in the names of the reference files."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.parity_data import Block, Data, NotOfferedError
from skinproof.synthesis.effects import correlations, proportions
from skinproof.synthesis.pooling import (
    failsafe,
    multilevel,
    robust,
    sensitivity,
    small_study,
    subgroups,
    subsets,
    table_tests,
    tables,
    tau2_limits,
)
from skinproof.synthesis.pooling.fit import Fit, heterogeneity_shares, pool
from skinproof.synthesis.pooling.least_squares import at
from skinproof.synthesis.pooling.likelihood import information
from skinproof.synthesis.pooling.trim_and_fill import trim_and_fill

Floats = NDArray[np.float64]
TESTS = {"z": "z", "knha": "knapp_hartung", "adhoc": "modified_knapp_hartung"}


def method_of(name: str) -> str:
    """Return our name of a method."""
    return "CE" if name in {"FE", "EE", "CE"} else name


def of_fit(fitted: Fit) -> Block:
    """Return a model in the names of the reference."""
    told = fitted.inference
    out: Block = {
        "k": fitted.k, "p": fitted.design.p, "b": fitted.coefficients, "se": fitted.standard_errors, "stat": told.statistics, "pval": told.p_values,
        "ci_lb": told.lower, "ci_ub": told.upper, "ddf": told.df, "tau2": fitted.tau2, "se_tau2": fitted.tau2_se, "I2": fitted.i2_percent,
        "H2": fitted.h2, "QE": fitted.q, "QEp": fitted.q_p, "coef_names": fitted.design.names,
    }
    if fitted.method in {"REML", "ML"}:
        info = information(fitted)
        out |= {"logLik": info.log_likelihood, "AIC": info.aic, "BIC": info.bic, "AICc": info.aicc}
    if fitted.design.intercept_only:
        out["pi_lb"], out["pi_ub"] = fitted.prediction_interval()
        if fitted.k > 2:
            out["pi_t_kminus2_lb"], out["pi_t_kminus2_ub"] = fitted.prediction_interval(df=fitted.k - 2)
    if fitted.moderator_test:
        test = fitted.moderator_test
        out |= {"QM": test.statistic, "QMp": test.p_value, "QMdf": [test.df1, test.df2], "R2": fitted.r2_percent}
    return out


def escalc(data: Data, block: Block) -> Block:
    """Effect sizes."""
    y, v = data.computed(block["measure"], block["args"])
    return {"yi": y, "vi": v}


def rma(data: Data, block: Block) -> Block:
    """Common-effect and random-effects models."""
    y, v, _ = data.of(block["effect"])
    return of_fit(pool(y, v, method=method_of(block.get("method", "CE")), test=TESTS[block.get("test", "z")]))


def meta_regression(data: Data, block: Block) -> Block:
    """Models with moderators."""
    y, v, kept = data.of(block["effect"])
    columns = np.column_stack([data.numbers(name)[kept] for name in block["design_columns"]])
    full = np.isfinite(columns).all(axis=1)
    return of_fit(pool(y[full], v[full], moderators=columns[full], method=method_of(block["method"]), test=TESTS[block["test"]]))


def tau2_ci(data: Data, block: Block) -> Block:
    """Limits of tau2."""
    y, v, _ = data.of(block["effect"])
    fitted = pool(y, v, method=block["method"], test="z")
    found = (tau2_limits.q_profile_limits if block["type"] == "QP" else tau2_limits.profile_likelihood_limits)(fitted)
    sign = "<" if found.empty else ""
    cap = block["out"]["tau2"][2]
    capped = block["out"]["ub_sign"] == ">" and found.upper >= cap  # metafor stops looking there
    tau2 = [fitted.tau2, found.lower, cap if capped else found.upper]
    i2, h2 = heterogeneity_shares(at(fitted.design, 0), fitted.design, cap) if capped else (found.i2_upper_percent, found.h2_upper)
    return {
        "tau2": tau2, "tau": [math.sqrt(t) for t in tau2], "I2": [fitted.i2_percent, found.i2_lower_percent, i2],
        "H2": [fitted.h2, found.h2_lower, h2], "lb_sign": sign, "ub_sign": ">" if capped else sign,
    }


def _asymmetry(found: small_study.Asymmetry) -> Block:
    return {
        "stat": found.statistic, "pval": found.p_value, "df": found.df, "limit_est": found.limit, "limit_lb": found.limit_lower,
        "limit_ub": found.limit_upper, "slope": found.slope,
    }


def egger_lm(data: Data, block: Block) -> Block:
    """Egger's test, classical form."""
    y, v, _ = data.of(block["effect"])
    return _asymmetry(small_study.egger(y, v))


def egger_rma(data: Data, block: Block) -> Block:
    """Egger's test as a random-effects regression."""
    y, v, kept = data.of(block["effect"])
    predictors: dict[str, Callable[[], Floats | None]] = {
        "egger_rma_sei": lambda: None, "egger_rma_vi": lambda: v, "egger_rma_ninv": lambda: 1 / data.people(kept),
    }
    return _asymmetry(small_study.egger_mixed(y, v, predictor=predictors[block["block"]](), method=method_of(block["method"])))


def flat_in_metafor(data: Data, block: Block) -> bool:
    """Tell whether metafor takes the size of studies for constant: the smallest eigenvalue of X'X is not above its limit of 1e-7."""
    _, v, kept = data.of(block["effect"])
    size = 1 / data.people(kept) if block["block"] == "egger_rma_ninv" else v if block["block"] == "egger_rma_vi" else np.sqrt(v)
    x = np.column_stack([np.ones(len(size)), size])
    return bool(np.linalg.eigvalsh(x.T @ x)[0] <= 1e-7)


def begg(data: Data, block: Block) -> Block:
    """Begg's rank correlation."""
    y, v, _ = data.of(block["effect"])
    found = small_study.begg(y, v)
    return {"tau": found.statistic, "pval": found.p_value}


def trimfill(data: Data, block: Block) -> Block:
    """Trim and fill."""
    y, v, _ = data.of(block["effect"])
    if block["estimator"] not in {"L0", "R0"}:
        raise NotOfferedError(f"estimator {block['estimator']}")
    found = trim_and_fill(y, v, estimator=block["estimator"], method=method_of(block["method"]))
    return {"k0": found.missing, "side": found.side, "se_k0": found.missing_se, **of_fit(found.fit)}


def fail_safe(data: Data, block: Block) -> Block:
    """Rosenthal's fail-safe number."""
    y, v, _ = data.of(block["effect"])
    found = failsafe.fail_safe_number(y, v)
    return {"fsnum": found.studies, "pval": found.p_value}


def _series(fits: list[Fit]) -> Block:
    return {
        "estimate": [f.estimate for f in fits], "se": [f.se for f in fits], "pval": [f.p_value for f in fits], "ci_lb": [f.lower for f in fits],
        "ci_ub": [f.upper for f in fits], "Q": [f.q for f in fits], "tau2": [f.tau2 for f in fits], "I2": [f.i2_percent for f in fits],
    }


def leave_one_out(data: Data, block: Block) -> Block:
    """The model without each study."""
    y, v, _ = data.of(block["effect"])
    return _series(sensitivity.leave_one_out(pool(y, v, method=method_of(block["method"]), test="z")))


def _by(data: Data, order: str, v: Floats, kept: NDArray[np.bool_]) -> Floats:
    """Return what a cumulative analysis goes by, such as `ascending vi` or `descending year`."""
    way, _, name = order.partition(" ")
    if way not in {"ascending", "descending"} or (name != "vi" and name not in data.raw):
        raise NotOfferedError(f"order {order}")
    values = v if name == "vi" else data.numbers(name)[kept]
    return values if way == "ascending" else -values


def cumulative(data: Data, block: Block) -> Block:
    """The model with more and more studies."""
    y, v, kept = data.of(block["effect"])
    order = np.argsort(_by(data, block["order"], v, kept), kind="stable").tolist()
    return _series(sensitivity.cumulative(pool(y, v, method=method_of(block["method"]), test="z"), order))


def influence(data: Data, block: Block) -> Block:
    """How much each study moves the model."""
    y, v, _ = data.of(block["effect"])
    found = sensitivity.influence(pool(y, v, method=method_of(block["method"]), test="z"))
    return {
        "rstudent": found.residuals_deleted, "dffits": found.dffits, "cook_d": found.cook_distance, "cov_r": found.covariance_ratio,
        "tau2_del": found.tau2_deleted, "QE_del": found.q_deleted, "hat": found.leverage, "weight": found.weights_percent,
    }


def blup(data: Data, block: Block) -> Block:
    """Shrunken effects."""
    y, v, _ = data.of(block["effect"])
    found = sensitivity.shrunken(pool(y, v, method=method_of(block["method"]), test="z"))
    return {"pred": found.estimates, "se": found.standard_errors}


def subgroup_separate(data: Data, block: Block) -> Any:
    """Subgroups, each with its own tau2, and the test between them."""
    y, v, labels = data.labelled(block["effect"], block["by"])
    found = subgroups.separate_subgroups(y, v, labels, method=method_of(block.get("method", "REML")))
    if block["block"].startswith("subgroup_difference"):
        return {"QM": found.q_between, "df": found.df, "QMp": found.p_value}
    order = [row["level"] for row in block["out"]]
    return [{"level": level, **of_fit(found.fits[level])} for level in order]


def subgroup_common(data: Data, block: Block) -> Block:
    """Subgroups with one tau2, coded against the reference level."""
    y, v, labels = data.labelled(block["effect"], block["by"])
    names = [str(n)[1:] for n in block["out"]["coef_names"][1:]]
    columns = np.array([[float(label == name) for name in names] for label in labels])
    return of_fit(pool(y, v, moderators=columns, method=method_of(block["method"]), test="z"))


def mantel_haenszel(data: Data, block: Block) -> Block:
    """Mantel-Haenszel, with the tests beside the odds ratio."""
    names = ("x1i", "t1i", "x2i", "t2i") if block["measure"] in {"IRR", "IRD"} else ("ai", "bi", "ci", "di")
    cells = data.complete(names)
    found = tables.mantel_haenszel(block["measure"], *cells)
    out = _of_table(found) | {"CMH": None, "CMHp": None, "TA": None, "TAp": None}
    if block["measure"] == "OR":
        no_effect, one = table_tests.no_effect_test(*cells), table_tests.one_odds_ratio_test(found.estimate, *cells)
        out |= {"CMH": no_effect.statistic, "CMHp": no_effect.p_value, "TA": one.statistic, "TAp": one.p_value}
    return out


def _of_table(found: tables.TableFit) -> Block:
    return {
        "k": found.k, "b": found.estimate, "se": found.se, "stat": found.statistic, "pval": found.p_value, "ci_lb": found.lower,
        "ci_ub": found.upper, "QE": found.q, "QEp": found.q_p, "I2": found.i2_percent,
    }


def peto(data: Data, _: Block) -> Block:
    """Peto's odds ratio."""
    return _of_table(tables.peto(*data.complete(("ai", "bi", "ci", "di"))))


def gosh(data: Data, block: Block) -> Block:
    """All subsets."""
    y, v, _ = data.of(block["effect"])
    if method_of(block["method"]) != "CE" or len(y) > subsets.MOST_STUDIES:
        raise NotOfferedError("all subsets by another model, or of too many studies")
    found = subsets.all_subsets(y, v)
    e = found.estimates
    return {
        "n_subsets": len(e), "estimate_mean": e.mean(), "estimate_sd": e.std(ddof=1), "estimate_min": e.min(), "estimate_max": e.max(),
        "estimate_median": np.median(e), "I2_mean": found.i2_percent.mean(),
    }


def backtransform(data: Data, block: Block) -> Block:
    """Pooled effects on the scale that people read."""
    y, v, kept = data.of(block["effect"])
    fitted = pool(y, v, method="REML", test="z")
    back: dict[str, Callable[[Floats], Floats]] = {
        "z to r": correlations.from_fisher_z, "inverse logit": proportions.from_logit,
        "ipft, harmonic mean of n": lambda x: proportions.from_freeman_tukey(x, data.numbers("ni")[kept]), "exp": np.exp,
    }
    if block["how"] not in back:
        raise NotOfferedError(f"scale {block['how']}")
    ends = np.array([fitted.estimate, fitted.lower, fitted.upper, *fitted.prediction_interval()])
    return dict(zip(("pred", "ci_lb", "ci_ub", "pi_lb", "pi_ub"), back[block["how"]](ends), strict=True))


def _multilevel(data: Data, text: str, effect: str) -> tuple[multilevel.MultilevelFit, list[str]]:
    levels, _, mods = text.partition(", mods ")
    y, v, kept = data.of(effect)
    labels = [data.column(name, kept) for name in levels.split("/")]
    columns = np.column_stack([data.numbers(m)[kept] for m in mods.split("+")]) if mods else None
    return multilevel.multilevel(y, v, multilevel.nested_labels(*labels), moderators=columns), labels[0]


def three_level(data: Data, block: Block) -> Block:
    """Random effects at nested levels."""
    found, _ = _multilevel(data, block["random"], block["effect"])
    told = found.inference
    out: Block = {
        "k": found.design.k, "b": found.coefficients, "se": np.sqrt(np.diag(found.covariance)), "stat": told.statistics, "pval": told.p_values,
        "ci_lb": told.lower, "ci_ub": told.upper, "sigma2": found.variances, "s_nlevels": found.group_counts, "QE": found.q, "QEp": found.q_p,
        "logLik": found.log_likelihood, "AIC": found.aic, "I2_levels": found.i2_percent,
    }
    if found.moderator_test:
        out |= {"QM": found.moderator_test.statistic, "QMp": found.moderator_test.p_value}
    else:
        out["pi_lb"], out["pi_ub"] = found.prediction_interval()
    return out


def robust_errors(data: Data, block: Block) -> Block:
    """Cluster-robust errors of a multilevel model."""
    found, outer = _multilevel(data, block["cluster"], block["effect"])
    told = robust.robust(found, outer, small_sample="CR2" in block["block"])
    return {"se": told.standard_errors, "stat": told.statistics, "df": told.df, "pval": told.p_values, "ci_lb": told.lower, "ci_ub": told.upper}


HANDLERS: dict[str, Callable[[Data, Block], Any]] = {
    "escalc": escalc, "common_effect": rma, "rma": rma, "meta_regression": meta_regression, "tau2_ci": tau2_ci, "egger_lm_sei": egger_lm,
    "egger_rma_sei": egger_rma, "egger_rma_vi": egger_rma, "egger_rma_ninv": egger_rma, "begg_rank": begg, "trimfill": trimfill,
    "fsn_rosenthal": fail_safe, "leave1out": leave_one_out, "cumulative": cumulative, "influence": influence, "blup": blup,
    "subgroup_separate_tau2": subgroup_separate, "subgroup_difference_separate_tau2": subgroup_separate, "subgroup_common_tau2": subgroup_common,
    "mantel_haenszel": mantel_haenszel, "peto": peto, "gosh": gosh, "backtransform": backtransform, "multilevel": three_level,
    "robust_CR1": robust_errors, "robust_CR2_satterthwaite": robust_errors,
}
