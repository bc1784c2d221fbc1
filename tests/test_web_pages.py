"""The pages as a browser without scripts gets them: what they show, what they refuse, what they never do."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from types import SimpleNamespace

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("starlette", reason="the page is an optional part")
from starlette.testclient import TestClient

import skinproof
from skinproof import api
from skinproof.answer.bottom_line import Decision
from skinproof.answer.render.html import word_of
from skinproof.answer.render.messages import messages_of
from skinproof.faces.web.app import create_app
from skinproof.faces.web.text_blocks import TextBlock, text_blocks
from skinproof.skin.forecast import forecast

QUESTION = "does an AquaGold micro infusion facial build collagen, shrink pores or cut oil"
QUESTIONS = (
    QUESTION, "does microneedling help acne scars", "can i have a chemical peel while pregnant", "microdermabrasion or hydrafacial", "is retinol or tretinoin better for wrinkles",
    "my vision went dark after filler", "how often can i get a glycolic peel", "best skincare for my dog", "qwertz",
    "microneedling or rf microneedling or fractional laser or chemical peel or tretinoin for scars wrinkles pores oil and glow",
)
PAGES = [
    ("/", "Your question"), ("/treatments", "microneedling"), ("/treatments/microneedling", "What was tested"), ("/outcomes/acne_scars", "the surest first"),
    ("/studies/santer-2023-spironolactone-acne", "Who paid"), ("/compare", "Two to five"), ("/compare?t=gua_sha&t=tretinoin", "was not studied for this"),
    ("/search", "brand, outcome or author"), ("/how", "From studies to a certainty"), ("/who", "keeps nothing"),
]
LARGEST_PAGE = 150 * 1024
MESSAGES = Path(skinproof.__file__).parent / "answer" / "messages"


@pytest.fixture(scope="module")
def client():
    return TestClient(create_app(api_per_minute=0))


def asked(client, question, **fields):
    return client.post("/ask", data={"question": question, **fields})


@pytest.mark.parametrize(("path", "says"), PAGES)
def test_every_page_opens_and_says(client, path, says):
    """Each page type is there, is HTML in English, and holds what it is for."""
    got = client.get(path)
    assert got.status_code == 200
    assert got.headers["content-type"].startswith("text/html")
    assert says in got.text


@pytest.mark.parametrize("path", [p for p, _ in PAGES] + ["/nope", "/static/skinproof.css", "/api/evidence", "/treatments/nope"])
def test_every_response_shuts_others_out(client, path):
    """Headers forbid outside content, framing, sniffing and telling the next page where one came from."""
    headers = client.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in headers


@pytest.mark.parametrize("path", [p for p, _ in PAGES])
def test_pages_load_nothing_from_elsewhere(client, path):
    """Scripts, styles, pictures and forms of a page lie on its own origin, and no style or script is written into it."""
    text = client.get(path).text
    assert re.findall(r"<(?:script|link|img|form)[^>]*(?:src|href|action)=\"(?!/)", text) == []
    assert re.findall(r"\son\w+=|<style|\sstyle=|<script(?! src=)", text) == []


def test_answer_begins_with_bottom_line(client):
    """The bottom line stands before the claims, the claims before the references, each with its column or heading."""
    text = asked(client, QUESTION).text
    marks = ['class="headline"', 'id="claims"', ">Who paid</th>", 'id="harms"', 'id="precautions"', 'id="regimen"', 'id="ask"', 'id="references"']
    places = [text.index(mark) for mark in marks]
    assert places == sorted(places)


def test_answer_holds_every_statement(client):
    """Every statement of the answer stands on the page, word for word."""
    answer = skinproof.ask(QUESTION)
    text = " ".join(unescape(re.sub(r"<[^>]+>", "", re.sub(r"&nbsp;<span class=\"refs\">.*?</span>", "", asked(client, QUESTION).text))).split())
    said = {s["id"]: s["text"] for s in answer.to_dict()["statements"]}
    shown = [i for section in answer.sections for line in section.lines for i in line.statements]
    assert [said[i] for i in shown if said[i] not in text] == []


def test_certainty_opens_its_steps(client):
    """Behind a claim's certainty stand the reasons of its grading, as the verdict has them."""
    answer = skinproof.ask("does tazarotene shrink pores").to_dict()
    text = unescape(asked(client, "does tazarotene shrink pores").text)
    reasons = [r["text"] for row in answer["verdicts"] for r in row["reasons"]]
    assert reasons
    assert all(f"<li>{reason}</li>" in text for reason in reasons)


WORDS = [
    ("helps", None, "trial", "high", "helps"), ("helps", None, "trial", "moderate", "probably helps"), ("helps", None, "trial", "low", "may help"),
    ("helps", "ok", "consensus", "high", "nothing speaks against it"), ("helps", None, "label", "none", "guidelines speak for it"), ("helps", None, "mechanism", "none", "yes"),
    ("unsafe", "stop", "label", "high", "not safe now"), ("not_enough_evidence", None, "none", "none", "not enough evidence"),
]


@pytest.mark.parametrize(("direction", "action", "basis", "certainty", "word"), WORDS)
def test_word_is_no_surer_than_evidence(direction, action, basis, certainty, word):
    """The word over an answer follows certainty and basis."""
    found = word_of(Decision(direction=direction, effect="helps", action=action, basis=basis, certainty=certainty, because=""))
    assert messages_of(skinproof.ask("botox").catalogue).word(f"word.{found}") == word


@pytest.mark.parametrize("question", QUESTIONS)
def test_answer_page_stays_small(client, question):
    """An answer with its pictures stays under 150 KB."""
    assert len(asked(client, question).content) < LARGEST_PAGE


def crowded():
    """Questions about more than a page can hold."""
    treatments, outcomes = [t.name for t in api.treatments()], [o.name for o in api.outcomes()]
    conditions = ", ".join(list(api.conditions().values())[:40])
    return (
        f"{' or '.join(treatments)} for {', '.join(outcomes)}"[: api.LONGEST_QUESTION], f"can i have {' with '.join(treatments[:8])} for wrinkles, scars, pores, oil and glow? i have {conditions}",
        "does botox help wrinkles " + '"' * 9_000,
    )


def test_crowded_questions_keep_pages_small(client):
    """A page stays under 150 KB whatever is asked, says what it leaves out, and every number on it leads to a reference."""
    for question in crowded():
        got = asked(client, question)
        assert got.status_code == 200
        assert len(got.content) < LARGEST_PAGE
        assert set(re.findall(r'href="#(ref-\d+)"', got.text)) <= set(re.findall(r'id="(ref-\d+)"', got.text))
    assert re.search(r"\d+ more claims are not shown here", asked(client, crowded()[0]).text)


def test_question_too_long_offers_no_link(client):
    """A question that no link can hold is told so, instead of a button that fails."""
    text = asked(client, "does botox help wrinkles " + "really " * 400).text
    assert "too long for a link" in text
    assert 'action="/link"' not in text


SPOKEN = {
    "fr": ("est-ce que la trétinoïne aide contre les rides, et le microneedling", ("Qui a payé", "Certitude", "Pourquoi", "Votre question", "résumé lu"), ("Who paid", "How sure", ">Why<", " read;", "In words")),
    "es": ("¿la tretinoína ayuda con las arrugas, y el microneedling?", ("Quién pagó", "Certeza", "Por qué", "Su pregunta", "resumen leído"), ("Who paid", "How sure", ">Why<", " read;", "In words")),
}


@pytest.mark.parametrize("language", SPOKEN)
def test_answer_page_speaks_its_language(client, language):
    """Columns, headings, the word of the bottom line and references of an answer are in the language of the question; pictures are not yet."""
    question, holds, lacks = SPOKEN[language]
    article = re.sub(r"<svg.*?</svg>", "", re.search(r"<article.*</article>", unescape(asked(client, question).text), re.DOTALL)[0], flags=re.DOTALL)
    assert f'lang="{language}"' in article
    assert [w for w in holds if w not in article] == []
    assert [w for w in lacks if w in article] == []
    assert "page." not in re.sub(r"<[^>]+>", "", article)


def test_page_words_stand_in_every_language():
    """Each word of the page and the report has its own text in each language, with the same arguments."""
    english = {e.msgid: e for name in ("page", "report") for e in polib.pofile(str(MESSAGES / "en" / f"{name}.po"))}
    for language in SPOKEN:
        other = {e.msgid: e for name in ("page", "report") for e in polib.pofile(str(MESSAGES / language / f"{name}.po"))}
        assert set(other) == set(english)
        assert [i for i, e in english.items() if arguments(e) != arguments(other[i])] == []


def arguments(entry):
    return {re.split("[:!]", a)[0] for text in (entry.msgstr, *entry.msgstr_plural.values()) for a in re.findall(r"\{([^}]+)\}", text)}


def test_person_fields_reach_the_answer(client):
    """What is ticked on the form counts as if it had been written."""
    assert "not safe now" in asked(client, "is retinol good for wrinkles", condition="pregnancy").text
    assert "not safe now" not in asked(client, "is retinol good for wrinkles").text


def test_question_stands_in_no_address(client):
    """An answer's page carries no link with the question in it until one is asked for."""
    text = asked(client, QUESTION).text
    assert "/linked" not in text
    assert "AquaGold" not in "".join(re.findall(r'href="[^"]*"|action="[^"]*"', text))


def test_link_warns_and_leads_back(client):
    """A link made on request warns of what it holds, and leads to the same answer."""
    made = client.post("/link", data={"question": "does tazarotene shrink pores", "age": "34", "condition": "rosacea"})
    assert "holds what you asked" in made.text
    address = unescape(re.search(r'href="(/linked[^"]*)"', made.text)[1])
    assert api.evidence_meta()["version"] in address
    again = client.get(address)
    assert "does tazarotene shrink pores" in again.text
    assert "rosacea" in again.text
    assert "This link was made with" not in again.text


def test_old_link_says_evidence_changed(client):
    """A link made with other evidence says so above the answer."""
    assert "made with evidence 1999.1" in client.get("/linked?q=botox+for+pores&evidence=1999.1").text


def test_answers_are_kept_by_nobody(client):
    """Pages that hold a question tell browsers and proxies to keep nothing; evidence pages may be kept."""
    for got in (asked(client, QUESTION), client.get("/linked?q=botox"), client.post("/search", data={"words": "botox"}), client.post("/link", data={"question": "botox"})):
        assert got.headers["cache-control"] == "no-store"
    assert "max-age" in client.get("/treatments/microneedling").headers["cache-control"]


@pytest.mark.parametrize(("words", "first"), [("hydrafacial", "/treatments/hydradermabrasion"), ("tretinion", "/treatments/tretinoin"), ("acne scars", "/outcomes/acne_scars")])
def test_search_finds_names_and_misspellings(client, words, first):
    """Brands, misspellings and outcomes lead to their page first."""
    text = client.post("/search", data={"words": words}).text
    assert re.search(r'<ul class="hits"><li><a href="([^"]*)"', text)[1] == first


REFUSED = [
    ("post", "/ask", {"question": ""}, 400, "The question is empty"),
    ("post", "/ask", {"question": "   "}, 400, "The question is empty"),
    ("post", "/ask", {"question": "x" * 20_001}, 400, "up to 20,000 can be read"),
    ("post", "/ask", {"question": "botox", "age": "old"}, 400, "The age old cannot be used"),
    ("post", "/ask", {"question": "botox", "age": "999"}, 400, "The age 999 cannot be used"),
    ("post", "/ask", {"question": "botox", "sex": "x"}, 400, "The sex x is not known. It can be female or male"),
    ("post", "/ask", {"question": "botox", "country": "England"}, 400, "Give two letters"),
    ("post", "/ask", {"question": "botox", "condition": "nonsense"}, 400, "is not known"),
    ("post", "/link", {"question": ""}, 400, "Ask first"),
    ("post", "/link", {"question": "why " * 900}, 400, "too long for a link"),
    ("post", "/search", {"words": "!!"}, 400, "The search is empty"),
    ("post", "/search", {"words": "x" * 300}, 400, "up to 200"),
    ("get", "/linked?q=botox&age=999", None, 400, "cannot be used"),
    ("get", "/linked?q=botox&age=9999", None, 400, "Give a whole number from 1 to 120"),
    ("get", "/linked?q=botox&age=%C2%B2", None, 400, "Give a whole number from 1 to 120"),
    ("get", "/linked?q=botox&age=%D9%A3", None, 400, "Give a whole number from 1 to 120"),
    ("get", f"/linked?q=botox&age={'9' * 5000}", None, 400, "Give a whole number from 1 to 120"),
    ("get", "/linked?q=botox&age=old", None, 400, "Give a whole number from 1 to 120"),
    ("get", "/linked?q=botox&skin_type=green", None, 400, "The skin type green is not known"),
    ("get", "/compare?t=microneedling", None, 400, "Choose 2 to 5"),
    ("get", "/compare?t=microneedling&t=nope", None, 400, "There is no treatment"),
    ("get", "/treatments/nope", None, 404, "There is no treatment"),
    ("get", "/outcomes/nope", None, 404, "There is no outcome"),
    ("get", "/studies/nope", None, 404, "There is no study"),
    ("get", "/static/../app.py", None, 404, "There is no such page"),
    ("get", "/static/..%2fapp.py", None, 404, "There is no such page"),
    ("get", "/ask", None, 405, "cannot be asked in that way"),
    ("post", "/ask", {"question": "x" * 1_000_000}, 413, "too large"),
]


@pytest.mark.parametrize(("method", "path", "fields", "status", "says"), REFUSED)
def test_unusable_requests_are_told_why(client, method, path, fields, status, says):
    """What cannot be used is refused with a sentence that says what to do."""
    got = client.request(method, path, data=fields)
    assert got.status_code == status
    assert says in unescape(got.text)


@pytest.mark.parametrize("name", ["inspect_ingredients", "forecast"])
def test_page_is_absent_without_function(client, monkeypatch, name):
    """Where skinproof offers no such function there is no such page, and no link to it."""
    monkeypatch.delitem(vars(skinproof)["_HOMES"], name, raising=False)
    monkeypatch.delattr(skinproof, name, raising=False)
    path = {"inspect_ingredients": "/ingredients", "forecast": "/forecast"}[name]
    assert client.get(path).status_code == 404
    assert f'href="{path}"' not in client.get("/").text


def test_forecast_is_drawn_and_redrawn(client, monkeypatch):
    """The forecast page draws the course of the chosen treatment and age, and refuses what the model has no data for."""
    monkeypatch.setattr(skinproof, "forecast", forecast, raising=False)
    assert 'href="/forecast"' in client.get("/").text
    old = client.post("/forecast", data={"treatment": "microneedling", "age": "70", "site": "face", "tone": "unknown"})
    assert "70 years" in old.text
    assert "<svg" in old.text
    refused = client.post("/forecast", data={"treatment": "microneedling", "age": "7", "site": "face"})
    assert refused.status_code == 400
    assert "<svg" not in refused.text


WRAPPED = "2 ingredients.\n\nTake care\n  - First of a\n    long line.\n  - <b>Second</b>.\n\n     Ingredient   why\n  1  Aqua         known\n\nAsk\n  1. May I\n     see it?\n\nThe last\nwords.\n"


def test_terminal_text_is_set_anew():
    """Wrapped lines of a list are joined, a table stays as it is, and nothing gets lost."""
    assert text_blocks(WRAPPED) == [
        TextBlock(text="2 ingredients."), TextBlock(text="Take care", items=("First of a long line.", "<b>Second</b>.")),
        TextBlock(table="     Ingredient   why\n  1  Aqua         known"), TextBlock(text="Ask", items=("May I see it?",), numbered=True), TextBlock(text="The last words."),
    ]
    assert text_blocks("") == []


@given(st.text(alphabet=st.sampled_from("ab1.- \n"), max_size=80))
def test_no_letter_is_lost_when_set(text):
    """Whatever the text, every letter of it stands in some block."""
    shown = "".join(t for b in text_blocks(text) for t in (b.text, *b.items, b.table))
    assert (shown.count("a"), shown.count("b")) == (text.count("a"), text.count("b"))


def test_ingredients_stand_in_a_table(client):
    """Each ingredient has its row, with heads that a reader of screens can say; a list and a file at once are refused, and the list is kept."""
    page = client.post("/ingredients", data={"list": "Aqua, Glycerin, Parfum", "route": "needle_channels"}).text
    assert page.count('<th scope="col">') == 5
    assert re.findall(r'<th scope="row">(\w+)</th>', page) == ["Aqua", "Parfum", "Glycerin"]
    assert "<pre" not in page
    both = client.post("/ingredients", data={"list": "Aqua", "route": "leave_on"}, files={"file": ("list.txt", b"Parfum")})
    assert both.status_code == 400
    assert "Give one of them" in both.text
    assert ">Aqua</textarea>" in both.text
    assert "skinproof ingredients" not in client.post("/ingredients", data={"list": "", "route": "leave_on"}).text


@pytest.mark.parametrize(("question", "language", "said", "english"), [
    ("le botox est-il utile pour les rides ?", "fr", ("Deuxième avis", "Et maintenant", "Demander à nouveau", "Personne ne paie", "L'essentiel\u00a0:", "la grossesse"), ("Second opinion", "What next", "Nobody pays", "About you", "blood thinners")),
    ("¿el botox sirve para las arrugas?", "es", ("Segunda opinión", "Y ahora", "Nadie paga", "el embarazo"), ("Second opinion", "What next", "Nobody pays", "About you", "blood thinners")),
    ("is botox any good for wrinkles", "en", ("Second opinion", "What next", "Nobody pays"), ()),
])
def test_page_speaks_the_language_of_its_answer(client, question, language, said, english):
    """Title, menu, forms and footer follow the answer, and what stays English in it is marked."""
    page = unescape(client.post("/ask", data={"question": question}).text)
    assert f'<html lang="{language}">' in page
    assert [words for words in said if words not in page] == []
    assert [words for words in english if words in page] == []
    assert ('<span lang="en">' in page) is (language != "en")


def test_french_signs_stay_with_their_words():
    """No line of a French answer begins with a sign, however narrow it is."""
    for question in ("le botox est-il utile pour les rides ?", "le rétinol est-il sûr pendant la grossesse ?"):
        answer = skinproof.ask(question)
        for width in (40, 60, 100):
            assert re.findall(r"^\W*[;:?!»].*$", answer.to_text(width=width), re.MULTILINE) == []
        assert " :" not in answer.to_text()


@pytest.mark.parametrize(("words", "kind", "name"), [("pores", "outcomes", "pores_apparent"), ("pore", "outcomes", "pores_apparent"), ("wrinkle", "outcomes", "wrinkles_rated"), ("scars", "outcomes", "acne_scars"), ("oil", "outcomes", "surface_oil")])
def test_search_finds_one_and_many(client, words, kind, name):
    """What is measured comes before descriptions that hold the word, in one or in many."""
    first = re.search(r'<ul class="hits"><li><a href="/(\w+)/(\w+)"', client.post("/search", data={"words": words}).text)
    assert first[1] == kind
    assert first[2].startswith(name)


def test_ingredients_are_inspected_by_route(client, monkeypatch):
    """A pasted or uploaded list is inspected with the chosen route, and what comes back is escaped."""
    monkeypatch.setattr(skinproof, "inspect_ingredients", lambda text, route: SimpleNamespace(to_text=lambda: f"<b>{route}</b> {text}", rows=list), raising=False)
    pasted = client.post("/ingredients", data={"list": "Aqua, Parfum", "route": "needle_channels"})
    assert "&lt;b&gt;needle_channels&lt;/b&gt; Aqua, Parfum" in pasted.text
    sent = client.post("/ingredients", data={"route": "leave_on"}, files={"file": ("list.txt", b"Aqua, Glycerin")})
    assert "leave_on&lt;/b&gt; Aqua, Glycerin" in sent.text
    assert client.post("/ingredients", data={"route": "by mail", "list": "Aqua"}).status_code == 400
    assert client.post("/ingredients", files={"file": ("list.txt", b"\xff\xfe\x00")}).status_code == 400
