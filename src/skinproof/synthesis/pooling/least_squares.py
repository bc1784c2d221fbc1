"""Weighted least squares for one value of the heterogeneity variance, and the traces that its estimators need."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from skinproof.synthesis.pooling.design import Design, Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weighted:
    """Weights, their coefficients, and residuals; P is the projection W - W X (X'WX)^-1 X'W of the literature."""

    weights: Floats
    matrix: Floats
    inverse: Floats  # (X'WX)^-1
    coefficients: Floats
    residuals: Floats

    @property
    def residual_sum(self) -> float:
        """The weighted sum of squared residuals, y'Py."""
        return float(self.weights @ self.residuals**2)

    @property
    def slope(self) -> float:
        """y'PPy, the fall of the residual sum with the heterogeneity variance."""
        return float(np.sum((self.weights * self.residuals) ** 2))

    @property
    def curvature(self) -> float:
        """y'PPPy, half the second derivative of the residual sum."""
        scaled = self.weights * self.residuals
        inner = self.matrix.T @ (self.weights * scaled)
        return float(self.weights @ scaled**2 - inner @ self.inverse @ inner)

    def trace(self, of: Floats | float = 1.0) -> float:
        """Return tr(P A) for a diagonal matrix A.

        Args:
            of: the diagonal of A.
        """
        scaled = self.weights * of
        return float(scaled.sum() - np.sum(self.inverse * self._cross(self.weights * scaled)))

    def double_trace(self, left: Floats | float = 1.0, right: Floats | float = 1.0) -> float:
        """Return tr(P A P B) for diagonal matrices A and B.

        Args:
            left: the diagonal of A.
            right: the diagonal of B.
        """
        w, a, b = self.weights, self.weights * left, self.weights * right
        outer = self.inverse @ self._cross(w * a) @ self.inverse @ self._cross(w * b)
        return float(np.sum(a * b) - 2 * np.sum(self.inverse * self._cross(w * a * b)) + np.trace(outer))

    def _cross(self, weights: Floats) -> Floats:
        """X' diag(weights) X."""
        return self.matrix.T @ (weights[:, None] * self.matrix)


def weighted(data: Design, weights: Floats) -> Weighted:
    """Return the weighted least-squares solution.

    Args:
        data: the design.
        weights: of shape (k,), not negative.
    """
    x, y = data.matrix, data.estimates
    if data.p == 1:
        total = weights.sum()
        coefficients = np.array([(weights @ y) / total])
        inverse = np.array([[1 / total]])
    else:
        root = np.sqrt(weights)
        q, r = np.linalg.qr(root[:, None] * x)
        back = np.linalg.inv(r)
        coefficients, inverse = back @ (q.T @ (root * y)), back @ back.T
    return Weighted(weights=weights, matrix=x, inverse=inverse, coefficients=coefficients, residuals=y - x @ coefficients)


def at(data: Design, tau2: float) -> Weighted:
    """Return the solution with inverse-variance weights 1 / (v + tau2).

    Args:
        data: the design.
        tau2: heterogeneity variance.
    """
    return weighted(data, 1 / (data.variances + tau2))


def log_likelihood(data: Design, tau2: float, *, restricted: bool) -> float:
    """Return the log-likelihood with the coefficients at their best for one tau2.

    Args:
        data: the design.
        tau2: heterogeneity variance.
        restricted: REML (with the determinant of X'X, as in Harville 1974) rather than ML.
    """
    now = at(data, tau2)
    value = -0.5 * (data.k * math.log(2 * math.pi) - float(np.log(now.weights).sum()) + now.residual_sum)
    if not restricted:
        return value
    gram = float(np.linalg.slogdet(data.matrix.T @ data.matrix)[1])
    return value + 0.5 * (data.p * math.log(2 * math.pi) + gram + float(np.linalg.slogdet(now.inverse)[1]))
