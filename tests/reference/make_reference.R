# Makes the reference values of the statistics' tests with metafor, from data sets written here.
#   Rscript make_reference.R metafor.json            (Debian: r-cran-metafor, r-cran-jsonlite)
#   Rscript make_reference.R metafor.json LIBRARY    (another version of metafor, installed in LIBRARY)
# Iterative estimators run until nothing changes: metafor's defaults stop earlier than the tests' tolerances.
given <- commandArgs(TRUE)
if (length(given) > 1) .libPaths(c(given[2], .libPaths()))
suppressMessages(library(metafor))
library(jsonlite)

control <- list(threshold = 1e-15, maxiter = 100000, tol = 1e-14)
num <- function(x) as.numeric(x)

means <- list(
  n1 = c(24, 41, 12, 60, 33, 18, 55, 9), m1 = c(3.1, 2.4, 4.0, 2.9, 3.6, 1.8, 2.2, 5.1), sd1 = c(1.2, 0.9, 1.9, 1.1, 1.4, 1.0, 0.8, 2.3),
  n2 = c(22, 40, 14, 58, 30, 20, 51, 10), m2 = c(2.2, 2.1, 2.6, 2.8, 2.4, 1.9, 2.0, 2.9), sd2 = c(1.1, 1.0, 1.2, 1.3, 1.5, 0.7, 0.9, 1.6))
tables <- list(
  a = c(12, 5, 0, 20, 3, 9, 0, 15, 2, 7), b = c(18, 25, 15, 60, 12, 21, 30, 45, 28, 13),
  c = c(8, 9, 2, 14, 5, 4, 0, 13, 0, 3), d = c(22, 21, 14, 66, 11, 26, 30, 47, 31, 17))
pairs <- list(
  n = c(20, 12, 35, 16), m1 = c(14.2, 9.8, 11.0, 12.4), sd1 = c(3.0, 2.5, 2.2, 3.6),
  m2 = c(12.1, 10.2, 9.5, 10.0), sd2 = c(3.4, 2.0, 2.6, 3.1), r = c(0.5, 0.3, 0.8, 0.62))
paired_tables <- list(a = c(10, 5, 14, 3), b = c(4, 2, 9, 0), c = c(2, 7, 3, 1), d = c(20, 9, 11, 4))
rates <- list(x1 = c(4, 11, 0, 7, 2), t1 = c(120, 300, 45, 210, 98), x2 = c(9, 14, 2, 5, 6), t2 = c(118, 280, 50, 200, 105))
shares <- list(x = c(3, 0, 12, 20, 7), n = c(25, 14, 40, 20, 31))
correlations <- list(r = c(0.31, -0.12, 0.55, 0.07, 0.42), n = c(40, 25, 60, 33, 18))

# Effects and variances for the models: ordinary, alike (no heterogeneity), very unlike, two and three studies, and tied values.
sets <- list(
  ordinary = list(y = c(0.52, 0.11, 0.74, -0.08, 0.35, 0.91, 0.22, 0.40, 0.05, 0.63, 0.30, 0.18),
                  v = c(0.041, 0.022, 0.090, 0.015, 0.034, 0.120, 0.027, 0.055, 0.012, 0.076, 0.031, 0.019),
                  x = c(4, 8, 2, 12, 6, 1, 8, 5, 12, 3, 6, 10), g = c("b", "a", "b", "a", "c", "b", "a", "c", "a", "b", "c", "a")),
  alike = list(y = c(0.30, 0.28, 0.33, 0.31, 0.26, 0.29), v = c(0.05, 0.04, 0.09, 0.06, 0.02, 0.03), x = c(1, 2, 3, 5, 4, 6),
               g = c("a", "b", "a", "b", "a", "b")),
  unlike = list(y = c(2.1, -1.4, 0.3, 3.8, -0.6, 1.2, 0.0), v = c(0.02, 0.05, 0.01, 0.08, 0.03, 0.04, 0.015), x = c(2, 1, 3, 5, 4, 7, 6),
                g = c("a", "b", "a", "b", "a", "b", "a")),
  three = list(y = c(-0.4, -1.1, -0.2), v = c(0.06, 0.10, 0.03), x = c(1, 2, 4), g = NULL),
  two = list(y = c(0.9, 0.1), v = c(0.05, 0.08), x = NULL, g = NULL),
  tied = list(y = c(0.5, 0.5, 0.2, 0.2, 0.8, 0.1, 0.4, 0.4, 0.6), v = c(0.04, 0.04, 0.02, 0.06, 0.09, 0.02, 0.03, 0.03, 0.06),
              x = c(1, 1, 2, 3, 4, 4, 5, 6, 7), g = c("a", "a", "b", "b", "c", "c", "a", "b", "c")),
  # its likelihood is high at no heterogeneity, and higher farther on
  two_maxima = list(y = c(0.88, -0.18, 0.79, 0.87, -0.23, 1.83, 1.22, -0.63, 5.02), v = c(0.03, 0.18, 0.02, 0.53, 0.35, 0.31, 0.15, 0.84, 5.68), x = NULL, g = NULL))
nested <- list(
  y = c(0.31, 0.44, 0.12, 0.25, 0.60, 0.71, 0.55, -0.05, 0.10, 0.33, 0.28, 0.50, 0.02, 0.19, 0.85, 0.66),
  v = c(0.03, 0.05, 0.02, 0.04, 0.06, 0.05, 0.07, 0.02, 0.03, 0.04, 0.05, 0.06, 0.02, 0.03, 0.08, 0.07) / 8,
  study = c(1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 7, 7, 8, 8), x = c(1, 3, 2, 2, 4, 5, 7, 1, 6, 3, 3, 4, 5, 1, 6, 2))

# Fisher scoring turns back and forth on these without coming nearer.
swaying <- list(
  y = c(0.085, -0.202, 0.295, 0.228, 0.483, 0.487, 0.447, 0.935, 0.224, 0.111, 0.465, 0.204, 0.084, -0.026, 0.395, -0.017, -0.646, -0.138, 0.156, 0.023, 0.003),
  v = c(0.0349, 0.0506, 0.0200, 0.0220, 0.1010, 0.0284, 0.1102, 0.0724, 0.0484, 0.0273, 0.0303, 0.0404, 0.0198, 0.0427, 0.0250, 0.0502, 0.0436, 0.0848, 0.0349, 0.0336, 0.0331),
  study = c(1, 2, 2, 3, 3, 3, 4, 5, 5, 5, 5, 6, 6, 7, 7, 8, 9, 9, 9, 9, 9))

# metafor reads its arguments unevaluated, so calls are put together from values.
effect <- function(measure, columns) {
  e <- suppressWarnings(do.call(escalc, c(list(measure = measure), columns)))
  list(estimates = num(e$yi), variances = num(e$vi))
}
two_means <- with(means, list(n1i = n1, m1i = m1, sd1i = sd1, n2i = n2, m2i = m2, sd2i = sd2))
cells <- function(t) list(ai = t$a, bi = t$b, ci = t$c, di = t$d)
person_time <- with(rates, list(x1i = x1, t1i = t1, x2i = x2, t2i = t2))

told <- function(m) {
  out <- list(coefficients = num(m$beta), se = num(m$se), statistics = num(m$zval), p = num(m$pval), lower = num(m$ci.lb), upper = num(m$ci.ub),
              tau2 = m$tau2, i2 = m$I2, h2 = m$H2, q = m$QE, q_p = m$QEp)
  if (!is.null(m$se.tau2) && !is.na(m$se.tau2)) out$tau2_se <- m$se.tau2
  if (m$p > 1) out <- c(out, list(qm = m$QM, qm_p = m$QMp, r2 = if (is.null(m$R2)) NA else m$R2))
  if (m$p == 1 && m$method != "FE") { p <- predict(m); low <- if (is.null(p$pi.lb)) p$cr.lb else p$pi.lb; high <- if (is.null(p$pi.ub)) p$cr.ub else p$pi.ub
    out <- c(out, list(prediction = c(num(low), num(high)))) }
  if (m$method %in% c("ML", "REML")) out <- c(out, list(log_likelihood = num(logLik(m)), aic = AIC(m), bic = BIC(m), aicc = AIC(m, correct = TRUE)))
  out
}

attempt <- function(expression) tryCatch(suppressWarnings(expression), error = function(fault) NULL)
model <- function(s, method, test = "z", mods = NULL, level = 95) {
  if (method == "FE") control <- list()
  if (is.null(mods)) rma(s$y, s$v, method = method, test = test, level = level, control = control)
  else rma(s$y, s$v, mods = mods, method = method, test = test, level = level, control = control)
}

analyse <- function(s) {
  out <- list(data = s, models = list(), limits = list())
  for (method in c("FE", "DL", "PM", "REML", "ML", "EB", "HE", "HS", "SJ")) for (test in c("z", "knha", "adhoc")) {
    if (method == "FE" && test != "z") next
    out$models[[paste(method, test)]] <- attempt(told(model(s, method, test)))
    if (!is.null(s$x)) out$regressions[[paste(method, test)]] <- attempt(told(model(s, method, test, s$x)))
  }
  out$level_90 <- told(model(s, "REML", level = 90))
  for (type in c("QP", "PL")) for (method in c("REML", "ML")) {
    ci <- attempt(confint(model(s, method), type = type, control = list(tol = 1e-14, tau2.max = 1e6)))
    if (!is.null(ci)) out$limits[[paste(type, method)]] <- list(tau2 = num(ci$random["tau^2", ]), i2 = num(ci$random["I^2(%)", ]), h2 = num(ci$random["H^2", ]))
  }
  k <- length(s$y)
  m <- model(s, "REML")
  b <- attempt(blup(m)); out$shrunken <- list(estimates = num(b$pred), se = num(b$se))
  one <- attempt(leave1out(model(s, "DL")))
  if (!is.null(one)) out$leave_one_out <- list(estimates = num(one$estimate), se = num(one$se), tau2 = num(one$tau2), q = num(one$Q))
  step <- attempt(do.call(cumul, list(model(s, "DL"), order = seq_len(k))))
  if (!is.null(step)) out$cumulative <- list(estimates = num(step$estimate), se = num(step$se), tau2 = num(step$tau2))
  inf <- if (k > 3) attempt(influence(m)$inf)
  if (!is.null(inf)) out$influence <- list(rstudent = num(inf$rstudent), dffits = num(inf$dffits), cook = num(inf$cook.d), cov_ratio = num(inf$cov.r),
    tau2 = num(inf$tau2.del), q = num(inf$QE.del), leverage = num(inf$hat), weight = num(inf$weight))
  if (k > 2) {
    lm_ <- attempt(regtest(s$y, s$v, model = "lm"))
    if (!is.null(lm_)) out$egger <- list(statistic = lm_$zval, p = lm_$pval, df = lm_$dfs, limit = c(lm_$est, lm_$ci.lb, lm_$ci.ub))
    mixed <- attempt(regtest(m))
    if (!is.null(mixed)) out$egger_mixed <- list(statistic = mixed$zval, p = mixed$pval, limit = c(mixed$est, mixed$ci.lb, mixed$ci.ub))
    rank <- attempt(ranktest(s$y, s$v)); out$begg <- list(tau = num(rank$tau), p = num(rank$pval))
    for (estimator in c("L0", "R0")) for (method in c("FE", "DL", "REML")) {
      t <- attempt(trimfill(model(s, method), estimator = estimator))
      if (is.null(t)) next
      f <- rma(num(t$yi), num(t$vi), method = method, control = if (method == "FE") list() else control) # trimfill itself iterates with its default
      out$trim_and_fill[[paste(estimator, method)]] <- list(missing = t$k0, se = t$se.k0, side = t$side, estimate = num(f$beta), error = num(f$se), tau2 = f$tau2)
    }
  }
  f <- attempt(fsn(s$y, s$v)); out$fail_safe <- list(studies = num(f$fsnum), p = num(f$pval))
  if (!is.null(s$g)) {
    levels <- sort(unique(s$g))
    out$subgroups <- lapply(setNames(levels, levels), function(l) told(rma(s$y[s$g == l], s$v[s$g == l], method = "REML", control = control)))
    each <- out$subgroups
    between <- rma(sapply(each, function(m) m$coefficients), sei = sapply(each, function(m) m$se), mods = ~factor(levels), method = "FE")
    out$between <- list(q = between$QM, p = between$QMp)
    out$common_tau2 <- told(rma(s$y, s$v, mods = ~factor(s$g), method = "REML", control = control))
  }
  out
}

pooled_table <- function(m) list(estimate = num(m$beta), se = num(m$se), p = num(m$pval), lower = num(m$ci.lb), upper = num(m$ci.ub), q = m$QE, q_p = m$QEp, i2 = m$I2)
mh <- function(measure) pooled_table(suppressWarnings(do.call(rma.mh, c(list(measure = measure), cells(tables)))))
mh_rates <- function(measure) pooled_table(suppressWarnings(do.call(rma.mh, c(list(measure = measure), person_time))))

levels_ <- function(mods, nested, rel.tol = 1e-12) {
  data <- c(nested, list(id = seq_along(nested$y)))
  tight <- list(rel.tol = rel.tol, iter.max = 10000, eval.max = 10000)
  m <- if (mods) rma.mv(y, v, mods = ~x, random = ~ 1 | study / id, data = data, control = tight) else rma.mv(y, v, random = ~ 1 | study / id, data = data, control = tight)
  r <- robust(m, cluster = nested$study)
  list(coefficients = num(m$beta), se = num(m$se), sigma2 = num(m$sigma2), q = m$QE, log_likelihood = num(logLik(m)),
       robust = list(se = num(r$se), df = num(r$ddf), p = num(r$pval)))
}

main <- function() {
  fixed <- list(effects = list(SMD_unbiased = effect("SMD", c(two_means, vtype = "UB"))))
  for (m in c("MD", "SMD", "SMDH", "ROM")) fixed$effects[[m]] <- effect(m, two_means)
  for (m in c("OR", "RR", "RD")) fixed$effects[[m]] <- effect(m, cells(tables))
  for (m in c("MPRR", "MPOR", "MPRD", "MPORC")) fixed$effects[[m]] <- effect(m, cells(paired_tables))
  for (m in c("MC", "SMCC", "SMCR", "SMCRH")) fixed$effects[[m]] <- effect(m, with(pairs, list(ni = n, m1i = m1, sd1i = sd1, m2i = m2, sd2i = sd2, ri = r)))
  for (m in c("IRR", "IRD")) fixed$effects[[m]] <- effect(m, person_time)
  for (m in c("PR", "PLN", "PLO", "PAS", "PFT")) fixed$effects[[m]] <- effect(m, list(xi = shares$x, ni = shares$n))
  for (m in c("COR", "ZCOR")) fixed$effects[[m]] <- effect(m, list(ri = correlations$r, ni = correlations$n))
  fixed$effects$MN <- effect("MN", list(mi = pairs$m1, sdi = pairs$sd1, ni = pairs$n))
  fixed$inputs <- list(means = means, tables = tables, pairs = pairs, paired_tables = paired_tables, rates = rates, shares = shares, correlations = correlations, nested = nested, swaying = swaying)
  fixed$sets <- lapply(sets, analyse)
  fixed$mantel_haenszel <- c(lapply(c(OR = "OR", RR = "RR", RD = "RD"), mh), lapply(c(IRR = "IRR", IRD = "IRD"), mh_rates))
  or <- suppressWarnings(do.call(rma.mh, c(list(measure = "OR"), cells(tables))))
  fixed$table_tests <- list(no_effect = num(or$MH), no_effect_p = num(or$MHp), one_odds_ratio = num(or$TA), one_odds_ratio_p = num(or$TAp))
  fixed$peto <- pooled_table(suppressWarnings(do.call(rma.peto, cells(tables))))
  fixed$multilevel <- list(plain = levels_(FALSE, nested), moderated = levels_(TRUE, nested), swaying = levels_(FALSE, swaying, 1e-10))
  fixed$distributions <- list(
    t = lapply(list(c(0.975, 1), c(0.975, 3.7), c(0.9, 12), c(0.995, 200)), function(x) c(x, qt(x[1], x[2]))),
    chi_squared = lapply(list(c(0.025, 1), c(0.975, 12), c(0.5, 300)), function(x) c(x, qchisq(x[1], x[2]))),
    f_tail = lapply(list(c(3.3, 2, 11), c(0.4, 5, 7.5), c(40, 1, 3)), function(x) c(x, pf(x[1], x[2], x[3], lower.tail = FALSE))),
    chi_squared_tail = lapply(list(c(152, 12), c(0.3, 4), c(700, 500)), function(x) c(x, pchisq(x[1], x[2], lower.tail = FALSE))))
  fixed$versions <- list(R = R.version.string, metafor = as.character(packageVersion("metafor")))
  write(toJSON(fixed, digits = NA, auto_unbox = TRUE, null = "null", na = "null"), given[1])
}
if (!exists("sourced")) main()
