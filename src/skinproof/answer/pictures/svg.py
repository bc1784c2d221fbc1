"""The brush: escaped SVG elements, and pictures with a title and a text alternative."""

from __future__ import annotations

from html import escape

from msgspec import Struct

WIDTH = 340  # fits a phone of 360 px with its margins at natural size
MARGIN = 10
FONT = 12
_LETTER = 6.3  # mean width of a letter at FONT, for cutting labels
_BOLDER = 1.18  # how much wider bold letters are


class Picture(Struct, frozen=True, kw_only=True):
    """A picture, its title, and what it shows in words."""

    name: str
    title: str
    words: str
    svg: str


def element(tag: str, *children: str, **attributes: str | float) -> str:
    """Return an SVG element.

    Args:
        tag: its name.
        children: elements or escaped text.
        attributes: underscores in names become hyphens; values are escaped.
    """
    written = "".join(f' {name.rstrip("_").replace("_", "-")}="{_value(value)}"' for name, value in attributes.items())
    inside = "".join(children)
    return f"<{tag}{written}>{inside}</{tag}>" if inside else f"<{tag}{written}/>"


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else f"{round(value, 2):g}"


def text(x: float, y: float, content: str, *, size: float = FONT, anchor: str = "start", weight: str = "normal") -> str:
    """Return a line of text, escaped.

    Args:
        x: place from the left, px.
        y: its baseline from the top, px.
        content: what it says.
        size: of the letters, px.
        anchor: start, middle or end.
        weight: normal or bold.
    """
    extra: dict[str, str | float] = {} if weight == "normal" else {"font_weight": weight}
    extra |= {} if anchor == "start" else {"text_anchor": anchor}
    return element("text", escape(content), x=x, y=y, font_size=size, **extra)


def line(x1: float, y1: float, x2: float, y2: float, *, width: float = 1, dashes: str = "") -> str:
    """Return a straight line.

    Args:
        x1: start from the left, px.
        y1: start from the top, px.
        x2: end from the left, px.
        y2: end from the top, px.
        width: of the stroke, px.
        dashes: lengths of dashes and gaps; solid when empty.
    """
    extra = {"stroke_dasharray": dashes} if dashes else {}
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke="currentColor", stroke_width=width, **extra)


def circle(x: float, y: float, radius: float, *, filled: bool = True) -> str:
    """Return a circle, filled or open."""
    return element("circle", cx=x, cy=y, r=radius, fill="currentColor" if filled else "none", stroke="currentColor", stroke_width=1)


def shortened(content: str, width: float, *, size: float = FONT, bold: bool = False) -> str:
    """Return text that fits a width in px, cut with an ellipsis if it must be.

    Args:
        content: the text.
        width: the room, px.
        size: of the letters, px.
        bold: whether they are bold.
    """
    most = int(width * FONT / (size * _LETTER * (_BOLDER if bold else 1.0)))
    return content if len(content) <= most else content[: most - 1].rstrip(" ,;") + "…"


def picture(name: str, title: str, words: str, height: float, *body: str) -> Picture:
    """Return a picture.

    Args:
        name: unique on a page; ids are made from it.
        title: what it is.
        words: what it shows, for those who cannot see it.
        height: px, at a width of 340 px.
        body: its elements.
    """
    svg = element(
        "svg", element("title", escape(title), id=f"{name}-title"), element("desc", escape(words), id=f"{name}-words"), *body,
        xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH} {round(height)}", width=WIDTH, height=round(height), role="img",
        aria_labelledby=f"{name}-title {name}-words", class_="picture", fill="currentColor", font_family="inherit", font_size=FONT,
    )
    return Picture(name=name, title=title, words=words, svg=svg)
