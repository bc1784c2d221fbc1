"""Needles drawn to scale in the layers of facial skin."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from skinproof.answer.pictures.svg import MARGIN, Picture, element, line, picture, text
from skinproof.skin.parameters import HOMES

_TOP, _DEPTH = 30, 210
_NEEDLES_TO = 225
_HALF_WIDTH = 5


class Needle(Struct, frozen=True, kw_only=True):
    """A needle length and where it was used."""

    length_mm: float
    label: str


class Layer(Struct, frozen=True, kw_only=True):
    """A layer of skin and where it ends, from the surface."""

    name: str
    floor_um: float
    opacity: float


def layers() -> tuple[Layer, ...]:
    """Return the layers of facial skin with usual thickness, from the constants of the skin model."""
    horny, epidermis, dermis = (HOMES[name][1].values[0] for name in ("horny_layer_face_um", "living_epidermis_um", "dermis_um"))
    return (
        Layer(name="horny layer", floor_um=horny, opacity=0.8), Layer(name="living epidermis", floor_um=horny + epidermis, opacity=0.4),
        Layer(name="dermis", floor_um=horny + epidermis + dermis, opacity=0.12),
    )


def needle_depth(name: str, title: str, needles: Sequence[Needle]) -> Picture:
    """Return needles to scale in skin.

    Args:
        name: unique on a page.
        title: of what.
        needles: one to six lengths.
    """
    skin = layers()
    deepest_um = max(skin[-1].floor_um, *(1000 * n.length_mm for n in needles)) * 1.05
    scale = _DEPTH / deepest_um
    body = [*_skin(skin, scale), text(_NEEDLES_TO + 11, _TOP - 9, "mm long", size=11)]
    step = (_NEEDLES_TO - MARGIN) / len(needles)
    for place, needle in enumerate(needles):
        body += _needle(needle, MARGIN + step * (place + 0.5), scale)
    floors = ", ".join(f"{layer.name} to {layer.floor_um / 1000:.2g} mm" for layer in skin)
    told = "; ".join(f"{n.length_mm:g} mm ({n.label}): {_reached(n, skin)}" for n in needles)
    by_hand = HOMES["insertion_manual_share"][1].values[1]
    words = f"Facial skin: {floors}. Needles as long as: {told}. Pressed by hand, tips get about {by_hand:.0%} as deep as the needle is long. Skin differs from place to place."
    return picture(name, title, words, _TOP + _DEPTH + 6, *body)


def _reached(needle: Needle, skin: Sequence[Layer]) -> str:
    return next((f"ends in the {layer.name}" for layer in skin if 1000 * needle.length_mm <= layer.floor_um), "longer than the dermis is thick")


def _skin(skin: Sequence[Layer], scale: float) -> list[str]:
    body, top, label_y = [], 0.0, 0.0
    for layer in skin:
        y, floor = _TOP + top * scale, _TOP + layer.floor_um * scale
        body.append(element("rect", x=MARGIN, y=y, width=_NEEDLES_TO - MARGIN, height=floor - y, fill="currentColor", fill_opacity=layer.opacity))
        label_y = max((y + floor) / 2 + 4, label_y + 15)
        body += [line(_NEEDLES_TO, (y + floor) / 2, _NEEDLES_TO + 8, label_y - 4), text(_NEEDLES_TO + 11, label_y, layer.name)]
        top = layer.floor_um
    below = _TOP + top * scale
    return [*body, line(MARGIN, below, _NEEDLES_TO, below, dashes="4 3"), text(_NEEDLES_TO + 11, max(below + 14, label_y + 15), "below the skin")]


def _needle(needle: Needle, x: float, scale: float) -> list[str]:
    tip = _TOP + 1000 * needle.length_mm * scale
    shape = f"{x - _HALF_WIDTH},{_TOP - 6} {x + _HALF_WIDTH},{_TOP - 6} {x:.1f},{tip:.1f}"
    return [element("polygon", points=shape, fill="Canvas", stroke="currentColor", stroke_width=1.2), text(x, _TOP - 9, f"{needle.length_mm:g}", anchor="middle", size=11)]
