"""The raw columns of a reference file, and effect sizes computed from them."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skinproof.errors import InputError
from skinproof.synthesis.effects.measures import MEASURES, effect_sizes

Floats = NDArray[np.float64]
Block = dict[str, Any]

NAMES = {
    "ai": "events1", "bi": "without1", "ci": "events2", "di": "without2", "x1i": "events1", "t1i": "time1", "x2i": "events2", "t2i": "time2",
    "n1i": "n1", "m1i": "mean1", "sd1i": "sd1", "n2i": "n2", "m2i": "mean2", "sd2i": "sd2", "xi": "events", "ni": "n", "mi": "mean", "sdi": "sd",
}
PAIRED = {"ai": "both", "bi": "first_only", "ci": "second_only", "di": "neither"}
VARIANCES = {"LS": "large_sample", "UB": "unbiased"}
COLUMNS = [("ai", "bi", "ci", "di"), ("x1i", "t1i", "x2i", "t2i"), ("n1i", "m1i", "sd1i", "n2i", "m2i", "sd2i"),
           ("m1i", "m2i", "sd1i", "sd2i", "ri", "ni"), ("xi", "ni"), ("ri", "ni"), ("mi", "sdi", "ni")]


class NotOfferedError(Exception):
    """An analysis that this package does not have."""


class Data:
    """One reference file: raw columns, and effect sizes computed from them."""

    def __init__(self, content: Block) -> None:
        """Keep the raw columns and the calls that make effect sizes."""
        self.raw: dict[str, list[Any]] = content["raw"]
        self.calls = {b["measure"]: b["args"] for b in reversed(content["blocks"]) if b["block"] == "escalc" and set(b["args"]) - {"vtype"}}
        self.of = cache(self._of)

    def numbers(self, name: str) -> Floats:
        """Return a raw column as numbers; what is missing is not a number."""
        return np.array([math.nan if v is None else float(v) for v in self.raw[name]])

    def complete(self, names: tuple[str, ...]) -> list[Floats]:
        """Return raw columns of the rows in which none of them lacks a number."""
        table = np.array([self.numbers(name) for name in names])
        return list(table[:, np.isfinite(table).all(axis=0)])

    def computed(self, measure: str, args: Block) -> tuple[Floats, Floats]:
        """Return effect sizes and variances computed from the raw columns."""
        if measure not in MEASURES:
            raise NotOfferedError(f"effect size {measure}")
        call = {k: v for k, v in args.items() if k in {"vtype", *NAMES, "ri"}}
        if not set(call) - {"vtype"}:
            call |= {k: v for k, v in self.calls.get(measure, {}).items() if k in {*NAMES, "ri"}}
        names = NAMES | {"ri": "correlation"} | (PAIRED if measure.startswith("MP") else {})
        given: dict[str, Any] = {names[k]: self.numbers(v) for k, v in call.items() if k != "vtype"}
        if "vtype" in call:
            if measure != "SMD" or call["vtype"] not in VARIANCES:
                raise NotOfferedError(f"variance {call['vtype']} of {measure}")
            given["variance"] = VARIANCES[call["vtype"]]
        effects = effect_sizes(measure, **given)
        return effects.estimates, effects.variances

    def _of(self, effect: str) -> tuple[Floats, Floats, NDArray[np.bool_]]:
        """Return usable effect sizes, their variances, and which raw rows they are."""
        suffix = effect.split("_", 1)[1] if "_" in effect else ""
        if effect in self.calls:
            y, v = self.computed(effect, self.calls[effect])
        elif f"yi_{suffix}" in self.raw:
            y, v = self.numbers(f"yi_{suffix}"), self.numbers(f"vi_{suffix}")
        elif "yi" in self.raw:
            y, v = self.numbers("yi"), self.numbers("vi")
        else:
            columns = next((c for c in COLUMNS if set(c) <= set(self.raw)), ())
            y, v = self.computed(effect, {c: c for c in columns})
        kept = np.isfinite(y) & np.isfinite(v)
        return y[kept], v[kept], kept

    def mean_variance(self, effect: str | None) -> float:
        """Return the mean sampling variance of an effect, 0 where there is none."""
        try:
            return float(self.of(effect)[1].mean()) if effect else 0.0
        except (NotOfferedError, InputError, KeyError):
            return 0.0

    def column(self, name: str, kept: NDArray[np.bool_]) -> list[str]:
        """Return a raw column of labels for usable rows."""
        return [str(v) for v, k in zip(self.raw[name], kept, strict=True) if k]

    def labelled(self, effect: str, by: str) -> tuple[Floats, Floats, list[str]]:
        """Return usable effects that have a label, and the labels."""
        y, v, kept = self.of(effect)
        told = np.array([value is not None for value in self.raw[by]])
        return y[told[kept]], v[told[kept]], self.column(by, kept & told)

    def people(self, kept: NDArray[np.bool_]) -> Floats:
        """Return the people of each usable study."""
        for names in (("ai", "bi", "ci", "di"), ("n1i", "n2i"), ("ni",), ("n",)):
            if set(names) <= set(self.raw):
                people: Floats = np.sum([self.numbers(n) for n in names], axis=0)
                return people[kept]
        raise NotOfferedError("no numbers of people")
