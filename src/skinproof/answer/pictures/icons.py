"""Icon array: of 100 people like those studied, how many; the control group always beside."""

from __future__ import annotations

from msgspec import Struct

from skinproof.answer.pictures.svg import MARGIN, WIDTH, Picture, circle, picture, shortened, text

_STEP = 15
_RADIUS = 5
_TOP = 40
_SIDE = 10


class Counted(Struct, frozen=True, kw_only=True):
    """How many of a group."""

    label: str
    count: int
    of: int

    @property
    def per_hundred(self) -> int:
        """The count for 100 people, rounded."""
        return round(100 * self.count / self.of)


def icon_array(name: str, title: str, group: Counted, control: Counted) -> Picture:
    """Return 100 people of a group beside 100 of its control group; filled ones had the event.

    Args:
        name: unique on a page.
        title: the event.
        group: people, and how many had it.
        control: the matched control group.
    """
    body = [*_people(group, MARGIN), *_people(control, WIDTH / 2 + MARGIN)]
    words = f"Of 100 people each: {_told(group)}; {_told(control)}. Filled circles stand for people with it."
    return picture(name, title, words, _TOP + _STEP * _SIDE + 26, *body)


def _told(group: Counted) -> str:
    return f"{group.label}, {group.per_hundred} ({group.count} of {group.of} people)"


def _people(group: Counted, left: float) -> list[str]:
    filled = group.per_hundred
    spots = [
        circle(left + _RADIUS + _STEP * (place % _SIDE), _TOP + _STEP * (place // _SIDE), _RADIUS, filled=place < filled) for place in range(_SIDE * _SIDE)
    ]
    head = text(left, 14, shortened(group.label, _STEP * _SIDE, size=11, bold=True), size=11, weight="bold")
    foot = text(left, _TOP + _STEP * _SIDE + 10, f"{filled} of 100 ({group.count} of {group.of})", size=11)
    return [head, *spots, foot]
