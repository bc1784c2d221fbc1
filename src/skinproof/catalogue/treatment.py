"""Treatments and products: what they are, what they are sold for, what a person goes through."""

from __future__ import annotations

from typing import Literal

from skinproof.catalogue.record import Note, Record, need
from skinproof.types import Route, is_slug

Kind = Literal["procedure", "injection", "light_or_energy", "home_device", "leave_on", "swallowed", "aid", "control"]


class Phase(Record, frozen=True, kw_only=True):
    """A stretch of the normal course after a treatment, in days from it."""

    from_day: float
    to_day: float
    note: Note

    def __post_init__(self) -> None:
        need(self.from_day <= self.to_day, "from_day cannot exceed to_day")


class Treatment(Record, frozen=True, kw_only=True):
    """One treatment or product, one file."""

    id: str
    kind: Kind
    name: str
    names: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    names_fr: tuple[str, ...] = ()
    names_es: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    route: Route | None = None
    carries: tuple[str, ...] = ()
    made_of: tuple[tuple[str, ...], ...] = ()
    relatives: tuple[str, ...] = ()
    sold_for: tuple[str, ...] = ()
    offered: bool = True  # false for what is not suggested to people who did not ask about it
    injected: str | None = None  # the record of what is injected under the name of this cream, drink or powder
    by_whom: Literal["prescriber", "clinic", "home", "clinic_or_home"] = "clinic"
    what_it_is: Note
    mechanism: Note
    depth: Note | None = None
    sessions: Note | None = None
    downtime: Note | None = None
    pain: Note | None = None
    lasts: Note | None = None
    first_change: Note | None = None
    stop_when: Note | None = None
    maintain: Note | None = None
    harms: tuple[Note, ...] = ()
    sceptical: tuple[Note, ...] = ()
    course: tuple[Phase, ...] = ()

    def __post_init__(self) -> None:
        need(is_slug(self.id), "id must be lower-case words joined by underscores")
        need(self.id not in self.relatives, "a treatment is no relative of itself")
