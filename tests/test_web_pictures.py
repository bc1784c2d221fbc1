"""Pictures: well formed, in words too, without colour, to scale, and with the numbers that they were given."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skinproof.answer.pages.compare import compare
from skinproof.answer.pages.outcome import outcome_page
from skinproof.answer.pages.treatment import treatment_list, treatment_page
from skinproof.answer.pictures.course import Expected, Measured, barrier_course
from skinproof.answer.pictures.depth import Needle, layers, needle_depth
from skinproof.answer.pictures.evidence_map import Spot, evidence_map
from skinproof.answer.pictures.forest import Estimate, forest_plot
from skinproof.answer.pictures.grid import certainty_grid
from skinproof.answer.pictures.icons import Counted, icon_array
from skinproof.answer.pictures.svg import WIDTH
from skinproof.errors import InputError

SVG = "{http://www.w3.org/2000/svg}"
ROWS = [Estimate(label="A 2001", detail="x against y", value=0.5, low=0.3, high=0.9), Estimate(label="B <2>", value=1.4, low=0.7, high=2.8)]
SAMPLES = {
    "forest": forest_plot("f", "Effect & size", ROWS, measure="risk ratio", pooled=Estimate(label="Together", value=0.8, low=0.5, high=1.2)),
    "difference": forest_plot("d", "Effect", ROWS, measure="mean difference"),
    "icons": icon_array("i", "Cured", Counted(label="cream", count=31, of=168), Counted(label="placebo", count=9, of=160)),
    "grid": certainty_grid("g", "Both", {"a": "one", "b": "two <b>"}, {"o": "pores"}, {("a", "o"): ("helps", "low"), ("b", "o"): ("mixed", "very_low")}),
    "map": evidence_map("m", "Map", [Spot(label="pores", direction="helps", certainty="high", people=500), Spot(label="oil", direction="uncertain", certainty="none", people=0)]),
    "course": barrier_course("c", "Course", [Measured(hours=24, said="raised", label="8 faces"), Measured(hours=72, said="ratio", ratio=1.2, label="x")], [Expected(hours=0, low=1, median=2, high=4), Expected(hours=336, low=1, median=1, high=1.1)]),
    "depth": needle_depth("n", "Needles", [Needle(length_mm=0.25, label="A 2001"), Needle(length_mm=1.5, label="B 2002")]),
}


def drawn(picture):
    return ET.fromstring(picture.svg)  # noqa: S314 - our own


@pytest.mark.parametrize("name", SAMPLES)
def test_picture_says_what_it_shows(name):
    """Each picture is an image with a title and a text alternative that it points to."""
    picture = SAMPLES[name]
    root = drawn(picture)
    ids = {e.get("id"): e.text for e in root.iter() if e.get("id")}
    assert root.get("role") == "img"
    assert [ids[i] for i in root.get("aria-labelledby").split()] == [picture.title, picture.words]
    assert len(picture.words) > 30


@pytest.mark.parametrize("name", SAMPLES)
def test_picture_needs_no_colour(name):
    """Nothing is told by colour: only the page's text colour and its background are used."""
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', SAMPLES[name].svg)) <= {"currentColor", "none", "Canvas"}


@pytest.mark.parametrize("name", SAMPLES)
def test_picture_stays_inside_its_frame(name):
    """No mark lies outside the picture, which fits a phone; letters are at least 11 px."""
    root = drawn(SAMPLES[name])
    height = float(root.get("height"))
    for mark in root.iter():
        for key, most in (("x", WIDTH), ("x1", WIDTH), ("x2", WIDTH), ("cx", WIDTH), ("y", height), ("y1", height), ("y2", height), ("cy", height)):
            assert mark.get(key) is None or 0 <= float(mark.get(key)) <= most
        assert mark.get("font-size") is None or float(mark.get("font-size")) >= 11


@given(st.integers(1, 500), st.data())
def test_icons_count_as_told(of, data):
    """As many icons are filled as the share of 100, in each group apart."""
    counts = [data.draw(st.integers(0, of)) for _ in range(2)]
    root = drawn(icon_array("i", "t", Counted(label="a", count=counts[0], of=of), Counted(label="b", count=counts[1], of=of)))
    circles = list(root.iter(f"{SVG}circle"))
    filled = [sum(c.get("fill") == "currentColor" for c in circles[start : start + 100]) for start in (0, 100)]
    assert len(circles) == 200
    assert filled == [round(100 * c / of) for c in counts]


@given(st.lists(st.tuples(st.floats(0.05, 20), st.floats(1.01, 3)), min_size=1, max_size=8), st.sampled_from(["risk ratio", "mean difference"]))
def test_forest_keeps_order_of_values(drafts, measure):
    """On either axis a larger estimate never lies left of a smaller one, and each lies within its interval."""
    rows = [Estimate(label=str(i), value=v, low=v / s, high=v * s) for i, (v, s) in enumerate(drafts)]
    root = drawn(forest_plot("f", "t", rows, measure=measure))
    squares = [float(r.get("x")) + 4 for r in root.iter(f"{SVG}rect")]
    whiskers = [e for e in root.iter(f"{SVG}line") if e.get("stroke-width") == "1.5"]
    by_value = [x for _, x in sorted(zip([r.value for r in rows], squares, strict=True))]
    assert all(a <= b + 0.02 for a, b in pairwise(by_value))
    assert all(float(w.get("x1")) - 0.02 <= x <= float(w.get("x2")) + 0.02 for w, x in zip(whiskers, squares, strict=True))


def test_needles_are_drawn_to_scale():
    """Needles and layers share one scale: tips lie as deep as needles are long, against the floors of the layers."""
    root = drawn(SAMPLES["depth"])
    rects = list(root.iter(f"{SVG}rect"))
    top = float(rects[0].get("y"))
    scale = [(float(r.get("y")) + float(r.get("height")) - top) / layer.floor_um for r, layer in zip(rects, layers(), strict=True)]
    tips = [float(p.get("points").split(",")[-1]) - top for p in root.iter(f"{SVG}polygon")]
    assert scale[0] == pytest.approx(scale[2], rel=0.02)
    assert [t / scale[2] for t in tips] == pytest.approx([250, 1500], rel=0.02)


def test_labels_are_escaped_in_pictures():
    """A label with markup is shown as text."""
    assert "B &lt;2&gt;" in SAMPLES["forest"].svg
    assert "two &lt;b&gt;" in SAMPLES["grid"].svg


def test_real_pages_draw_sound_pictures(knowledge):
    """The pictures of every fifth treatment and outcome are well formed, and no id stands twice on a page."""
    pages = [treatment_page(knowledge, t.id) for t in treatment_list(knowledge)[::5]] + [outcome_page(knowledge, o) for o in list(knowledge.outcomes)[::5]]
    drawn_pages = [[drawn(p) for p in page.pictures] for page in pages]
    assert sum(len(them) for them in drawn_pages) > len(pages)
    for them in drawn_pages:
        ids = [e.get("id") for root in them for e in root.iter() if e.get("id")]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("names", "says"), [(["microneedling"], "Choose 2 to 5"), (["microneedling"] * 3, "Choose 2 to 5"), (["a", "b"], "no treatment with the id 'a'"), (["a", "b", "c", "d", "e", "f"], "6 given")])
def test_wrong_comparison_is_told_why(knowledge, names, says):
    """Too few, too many or unknown treatments are refused with a sentence."""
    with pytest.raises(InputError, match=says):
        compare(knowledge, names)
