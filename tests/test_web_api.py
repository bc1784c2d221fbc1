"""The JSON interface: what it answers, what it refuses, and that nothing sent to it breaks it."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("starlette", reason="the page is an optional part")
from starlette.testclient import TestClient

import skinproof
from skinproof import api
from skinproof.faces.web.app import create_app
from skinproof.faces.web.rate import Rate

MARK = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
CLIENT = TestClient(create_app(api_per_minute=0), raise_server_exceptions=False)
FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_answer_equals_that_of_python():
    """`POST /api/ask` gives the same answer as `skinproof.ask`, in the published schema."""
    got = CLIENT.post("/api/ask", json={"question": "does tazarotene shrink pores", "person": {"age": 34, "conditions": ["rosacea"]}})
    assert got.status_code == 200
    jsonschema.validate(got.json(), api.answer_schema())
    assert got.json() == skinproof.ask("does tazarotene shrink pores", profile=skinproof.Person(age=34, conditions=("rosacea",))).to_dict()


def test_description_names_every_path():
    """The OpenAPI document describes each path of the interface, and every reference in it leads somewhere."""
    document = CLIENT.get("/api/openapi.json").json()
    served = {r.path for r in create_app().routes if r.path.startswith("/api/")} - {"/api/openapi.json"}
    assert set(document["paths"]) == served
    references = [line.split('"')[3] for line in json.dumps(document, indent=0).splitlines() if line.startswith('"$ref": "#/components')]
    assert references
    assert {r.rsplit("/", 1)[1] for r in references} <= set(document["components"]["schemas"])


def test_examples_of_description_are_answered():
    """The example of each address in the description leads to a record."""
    for path, item in CLIENT.get("/api/openapi.json").json()["paths"].items():
        for parameter in item.get("get", {}).get("parameters", ()):
            example = parameter["example"]
            got = CLIENT.get(path.format(name=example)) if parameter["in"] == "path" else CLIENT.get(path, params={parameter["name"]: example})
            assert got.status_code == 200


@pytest.mark.parametrize(("path", "name"), [("treatments", "microneedling"), ("outcomes", "acne_scars"), ("studies", "santer-2023-spironolactone-acne")])
def test_records_come_by_id(path, name):
    """Each record is had by its id, with numbers and without pictures."""
    found = CLIENT.get(f"/api/{path}/{name}").json()
    assert name in json.dumps(found)
    assert "pictures" not in found


@pytest.mark.parametrize(("name", "kind"), [("premise:pores_look_smaller", "premise"), ("treatment:tazarotene#harms.0", "treatment"), ("evidence:all", "evidence")])
def test_any_fact_opens_by_its_id(name, kind):
    """What a statement rests on is had by its id."""
    found = CLIENT.get("/api/fact", params={"id": name}).json()
    assert (found["id"], found["kind"], bool(found["content"])) == (name, kind, True)


@pytest.mark.parametrize("name", ["", "nope:x", "treatment:nope", "study:"])
def test_no_fact_is_told(name):
    """An id that stands for nothing is not found, in a sentence."""
    got = CLIENT.get("/api/fact", params={"id": name})
    assert got.status_code == 404
    assert "no fact with the id" in got.json()["error"]["message"]


def test_comparison_lines_up_treatments():
    """A comparison has one place for each treatment in every row, empty where nobody looked."""
    found = CLIENT.get("/api/compare", params={"t": ["gua_sha", "tretinoin"]}).json()
    assert {len(row["verdicts"]) for row in found["rows"]} == {2}
    assert any(None in row["verdicts"] for row in found["rows"])


AGES = [("27", 200), ("27.0", 200), ("2.7e1", 200), ("null", 200), ("27.5", 422), ('"27"', 422), ("true", 422), ("0", 422), ("121", 422), ("1e300", 422)]


@pytest.mark.parametrize(("age", "status"), AGES)
def test_whole_ages_count_however_written(age, status):
    """An age is a whole number of years from 1 to 120, written as 27 or 27.0; the description says the same as the code."""
    got = CLIENT.post("/api/ask", content=f'{{"question": "botox", "person": {{"age": {age}}}}}', headers={"content-type": "application/json"})
    assert got.status_code == status
    said = CLIENT.get("/api/openapi.json").json()["components"]["schemas"]["Said"]["properties"]["age"]
    assert jsonschema.Draft202012Validator(said).is_valid(json.loads(age)) is (status == 200)


REFUSED = [
    ("/api/ask", b"not json", "application/json", 400, "no valid JSON"),
    ("/api/ask", b"\xff\xfe", "application/json", 400, "no valid JSON"),
    ("/api/ask", b'{"question": "\\ud800"}', "application/json", 400, "no valid JSON"),
    ("/api/ask", b'{"question": "a"}', "text/plain", 415, "application/json"),
    ("/api/ask", b'{"question": 1}', "application/json", 422, "Expected `str`"),
    ("/api/ask", b"{}", "application/json", 422, "question"),
    ("/api/ask", b'{"question": "a", "more": 1}', "application/json", 422, "more"),
    ("/api/ask", b'{"question": ""}', "application/json", 422, "length"),
    ("/api/ask", b'{"question": "a", "person": {"conditions": ["x"]}}', "application/json", 400, "is not known"),
    ("/api/ask", b'{"question": "a", "language": "xx"}', "application/json", 422, "language"),
    ("/api/ask", b'{"question": "a", "person": {"age": -3}}', "application/json", 422, "age"),
    ("/api/ask", b'{"question": "' + b"a" * 1_000_000 + b'"}', "application/json", 413, "too large"),
    ("/api/search", b'{"words": ""}', "application/json", 422, "words"),
]


@pytest.mark.parametrize(("path", "body", "kind", "status", "says"), REFUSED)
def test_unusable_bodies_are_told_why(path, body, kind, status, says):
    """What cannot be used is refused with a code and a sentence."""
    got = CLIENT.post(path, content=body, headers={"content-type": kind})
    assert got.status_code == status
    assert set(got.json()["error"]) == {"code", "message"}
    assert says in got.json()["error"]["message"]


@pytest.mark.parametrize(("method", "path", "status"), [("get", "/api/nope", 404), ("get", "/api/ask", 405), ("get", "/api/studies/nope", 404), ("get", "/api/compare?t=tretinoin", 400), ("get", "/api/compare?t=a&t=b", 404)])
def test_wrong_addresses_get_json_errors(method, path, status):
    """An error under /api/ is JSON whatever its cause."""
    got = CLIENT.request(method, path)
    assert got.status_code == status
    assert got.json()["error"]["message"]


def test_address_that_asks_too_often_waits():
    """Beyond its rate an address is refused, told how long to wait, and let in again later."""
    limited = TestClient(create_app(api_per_minute=3))
    assert [limited.get("/api/evidence").status_code for _ in range(4)] == [200, 200, 200, 429]
    assert limited.get("/api/evidence").headers["retry-after"] == "60"


def test_rate_fills_evenly_and_apart():
    """A bucket fills evenly over a minute; addresses do not share it; zero is no limit."""
    now = [0.0]
    rate = Rate(2, clock=lambda: now[0])
    assert [rate.allows("a"), rate.allows("a"), rate.allows("a"), rate.allows("b")] == [True, True, False, True]
    now[0] = 30.0
    assert [rate.allows("a"), rate.allows("a")] == [True, False]
    assert all(Rate(0).allows("a") for _ in range(500))


@FEW
@given(st.text(max_size=300), st.text(max_size=20), st.sampled_from(["question", "age", "sex", "skin_type", "country", "condition"]))
def test_no_form_breaks_the_page(text, value, name):
    """Whatever stands in a form's fields, the page answers or refuses, and never fails."""
    fields = {"question": text, name: value}
    encoded = {k: v.encode("utf-8", "replace").decode("utf-8") for k, v in fields.items()}
    assert CLIENT.post("/ask", data=encoded).status_code in {200, 400}


@FEW
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=40), lambda c: st.lists(c, max_size=3) | st.dictionaries(st.sampled_from(["question", "person", "age", "words", "language"]), c, max_size=3)))
def test_no_json_breaks_the_interface(value):
    """Whatever JSON is sent, the interface answers or refuses, and never fails."""
    for path in ("/api/ask", "/api/search"):
        assert CLIENT.post(path, content=json.dumps(value).encode(), headers={"content-type": "application/json"}).status_code < 500


@FEW
@given(st.binary(max_size=200), st.sampled_from(["application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x", "text/plain", "application/x-www-form-urlencoded; charset=utf-7"]))
def test_no_bytes_break_the_forms(body, kind):
    """Whatever bytes come as whatever type, forms are read or refused, and never fail."""
    for path in ("/ask", "/search", "/link"):
        assert CLIENT.post(path, content=body, headers={"content-type": kind}).status_code < 500


@pytest.mark.parametrize(("path", "fields"), [
    ("/ask", {"question": MARK}), ("/ask", {"question": "botox", "age": MARK}), ("/ask", {"question": "botox", "country": MARK}), ("/ask", {"question": "botox", "condition": MARK}),
    ("/search", {"words": MARK}), ("/link", {"question": MARK}), ("/ask", {"question": f"does {MARK} facial help pores"}),
])
def test_markup_comes_back_escaped(path, fields):
    """HTML in any field is shown as text, never as HTML."""
    text = CLIENT.post(path, data=fields).text
    assert "<script>alert" not in text
    assert "<img" not in text


@pytest.mark.parametrize("path", ["/linked?q=" + MARK, "/compare?t=" + MARK + "&t=b", "/treatments/" + MARK, "/studies/a%0d%0aset-cookie:x=1", "/linked?q=a%0d%0aset-cookie:x=1&evidence=" + MARK])
def test_addresses_come_back_escaped(path):
    """Markup and line breaks in an address become neither HTML nor headers."""
    got = CLIENT.get(path)
    assert got.status_code < 500
    assert "<script>alert" not in got.text
    assert "<img" not in got.text
    assert "set-cookie" not in got.headers
