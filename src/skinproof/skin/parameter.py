"""A constant of the model: value, unit, spread, where it comes from, and what it does not claim."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Group = Literal["person", "technique", "science"]
Tag = Literal["measured", "calibrated", "assumed"]
Shape = Literal["fixed", "lognormal", "normal", "loguniform", "uniform", "triangular"]

# From the firmest to the weakest: a result is tagged by the weakest constant that it rests on.
TAGS: tuple[Tag, ...] = ("measured", "calibrated", "assumed")


class Parameter(Struct, frozen=True, kw_only=True):
    """One constant with its spread.

    `values` are, by `shape`: fixed (value); lognormal (median, geometric standard deviation); normal (mean, standard
    deviation); loguniform and uniform (low, high); triangular (low, mode, high). `group` says what the spread is made
    of: differences between people, differences in technique, or what science does not know.
    """

    name: str
    unit: str
    shape: Shape
    values: tuple[float, ...]
    group: Group
    tag: Tag
    source: str
    not_claimed: str
    least: float = float("-inf")
    most: float = float("inf")


class Paper(Struct, frozen=True, kw_only=True):
    """A source and the constants that were taken from it."""

    id: str
    citation: str
    parameters: tuple[Parameter, ...]
    pmid: str | None = None
    doi: str | None = None
    url: str | None = None

    def cited(self) -> str:
        """Return the citation in one line, with its identifier."""
        number = f"PMID {self.pmid}" if self.pmid else f"doi {self.doi}" if self.doi else self.url
        return f"{self.citation}, {number}" if number else self.citation
