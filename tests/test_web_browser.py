"""The page in a real browser: by keyboard, with and without scripts, at three widths; axe-core; no request elsewhere."""

from __future__ import annotations

import socket
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

import skinproof
from skinproof.skin.forecast import forecast

uvicorn = pytest.importorskip("uvicorn", reason="the page is an optional part")
web = pytest.importorskip("skinproof.faces.web.app", reason="the page is an optional part")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="chromium is not installed: apt-get install chromium")
AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = (360, 768, 1280)
QUESTION = "im in my 50s, does an AquaGold micro infusion facial with botox and HA build collagen, shrink pores or cut oil"
PAGES = {
    "front": "/", "treatment": "/treatments/needle_stamp", "outcome": "/outcomes/stretch_marks", "study": "/studies/santer-2023-spironolactone-acne", "all": "/treatments",
    "choose": "/compare", "compare": "/compare?t=microneedling&t=tretinoin", "search": "/search", "ingredients": "/ingredients", "forecast": "/forecast", "how": "/how",
    "who": "/who", "missing": "/nope", "answer": "/linked?q=does+tazarotene+shrink+pores", "urgent": "/linked?q=my+vision+went+dark+right+after+filler&country=GB",
}


@pytest.fixture(scope="module")
def origin():
    with socket.socket() as free, pytest.MonkeyPatch.context() as patch:
        if not hasattr(skinproof, "forecast"):
            patch.setattr(skinproof, "forecast", forecast, raising=False)
        if not hasattr(skinproof, "inspect_ingredients"):
            patch.setattr(skinproof, "inspect_ingredients", lambda text, route: SimpleNamespace(to_text=lambda: f"{text} by {route}"), raising=False)
        free.bind(("127.0.0.1", 0))
        free.listen()
        server = uvicorn.Server(uvicorn.Config(web.create_app(), access_log=False, log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [free]})
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{free.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def chromium():
    with playwright.sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def browse(chromium, origin):
    """Return a function that opens a page; at the end no request may have left the origin and no script may have failed."""
    contexts, strangers, faults = [], [], []

    def opened(path, **options):
        context = chromium.new_context(**{"viewport": {"width": 768, "height": 900}, **options})
        page = context.new_page()
        page.on("request", lambda request: None if request.url.startswith(origin) else strangers.append(request.url))
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" and "404" not in said.text else None)
        page.goto(origin + path)
        contexts.append(context)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert strangers == []
    assert faults == []


def violations(page, rules="runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']"):
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate(f"axe.run({{{rules}, resultTypes: ['violations']}})")
    return [(v["id"], v["nodes"][0]["html"][:120]) for v in found["violations"]]


def kept_in(page):
    return page.evaluate("[...Object.values(localStorage), ...Object.values(sessionStorage), ...document.cookie.split(';').filter(Boolean)]")


def open_all(page):
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_violation(browse, name):
    """axe-core finds nothing on any page type, with everything opened, in light and in dark."""
    page = browse(PAGES[name])
    open_all(page)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, "runOnly: {type: 'rule', values: ['color-contrast']}") == []


def test_no_page_scrolls_sideways(browse):
    """At 360, 768 and 1280 px every page type fits its width, with everything opened."""
    page = browse("/")
    origin = page.url.rstrip("/")
    for name, path in PAGES.items():
        page.goto(origin + path)
        open_all(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)


@pytest.mark.parametrize("scripts", [True, False])
def test_reader_asks_and_opens_whys(browse, scripts):
    """With scripts or without: a question is typed and sent, and each "why" opens by keyboard."""
    page = browse("/", java_script_enabled=scripts)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_label("Your question").fill(QUESTION)
    page.get_by_label("Your question").press("Tab")
    page.get_by_text("About you, if you like").press("Enter")
    page.get_by_label("Age", exact=True).fill("55")
    page.get_by_role("button", name="Get a second opinion").press("Enter")
    page.wait_for_selector("article.answer")
    assert "Not proven" in page.locator("h1").inner_text()
    assert "q=" not in page.url
    whys = page.locator("article details > summary").all()
    assert len(whys) > 10
    for why in whys[:6]:
        why.press("Enter")
    assert page.locator("article details[open]").count() >= 6


def test_slider_redraws_without_reload(browse):
    """Moving the slider redraws the course in place; the page is not loaded again."""
    page = browse("/forecast")
    page.evaluate("window.stays = true")
    page.get_by_label("Age, 18 to 80").fill("75")
    page.wait_for_selector("#course figcaption:has-text('75 years')")
    assert page.evaluate("window.stays") is True


def test_search_answers_while_typing(browse):
    """Hits appear while words are typed, and none of them stand in the address."""
    page = browse("/search")
    page.get_by_label("A treatment, brand, outcome or author").press_sequentially("hydrafac", delay=10)
    page.wait_for_selector("#results li")
    page.get_by_label("A treatment, brand, outcome or author").press_sequentially("ial", delay=10)
    page.wait_for_selector("#results a[href='/treatments/hydradermabrasion']")
    assert page.url.endswith("/search")


def test_link_appears_only_when_asked(browse):
    """The button puts the link with its warning into the page; the browser stores no question."""
    page = browse("/")
    page.get_by_label("Your question").fill("does tazarotene shrink pores")
    page.get_by_role("button", name="Get a second opinion").click()
    assert page.locator("a[href^='/linked']").count() == 0
    page.get_by_role("button", name="Make a link to this answer").click()
    page.wait_for_selector("#link a[href^='/linked']")
    assert "holds what you asked" in page.locator("#link").inner_text()
    assert kept_in(page) in ([], ["/ask"])
    page.locator("#link a").click()
    page.wait_for_url("**/linked?**")
    assert kept_in(page) in ([], ["/ask"])


def test_list_is_pasted_and_compared(browse):
    """A list is pasted with its route; treatments are chosen and compared; all without scripts."""
    page = browse("/ingredients", java_script_enabled=False)
    page.get_by_label("List of ingredients").fill("Aqua, Glycerin, Parfum")
    page.get_by_label("How it is used").select_option("needle_channels")
    page.get_by_role("button", name="Inspect").click()
    assert "Glycerin" in page.locator(".report").inner_text()
    page.get_by_role("link", name="Compare").click()
    page.get_by_label("Treatment 1").select_option("microneedling")
    page.get_by_label("Treatment 2").select_option("tretinoin")
    page.get_by_role("button", name="Compare").click()
    assert page.locator("svg.picture").count() == 1


def test_answer_prints_with_hidden_parts(browse):
    """An answer prints to PDF with its steps laid open and the navigation left out."""
    page = browse(PAGES["answer"])
    assert page.pdf()[:5] == b"%PDF-"
    page.emulate_media(media="print")
    assert not page.locator("header.top").is_visible()
    assert page.locator(".steps li").first.is_visible()


def test_first_paint_needs_one_request(browse):
    """Beside the page itself only the style is needed before something shows."""
    page = browse(PAGES["answer"])
    blocking = page.evaluate("performance.getEntriesByType('resource').filter(r => r.renderBlockingStatus === 'blocking').map(r => new URL(r.name).pathname)")
    assert blocking == ["/static/skinproof.css"]
