"""What is told of a person beside the question: every door refuses the same with the same sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from html import unescape

import pytest

import skinproof
from skinproof import api
from skinproof.errors import InputError

ASKED = "can I get botox"
# What is told, and what every door says to it.
REFUSED = [
    ({"age": -5}, "The age -5 cannot be used. Give a whole number from 1 to 120"), ({"age": 0}, "The age 0 cannot be used"), ({"age": 200}, "The age 200 cannot be used"),
    ({"age": 34.5}, "The age 34.5 cannot be used"), ({"age": "old"}, "The age old cannot be used"), ({"skin_type": "greenish"}, "It can be dry, oily, combination or normal"),
    ({"sex": "x"}, "It can be female or male"), ({"country": "England"}, "Give two letters, such as GB or US"), ({"country": "1A"}, "Give two letters, such as GB or US"),
    ({"conditions": ["pregnant"]}, "The condition pregnant is not known. Near to it: pregnancy."), ({"conditions": ["Rosacea"]}, "The condition Rosacea is not known. Near to it: rosacea."),
    ({"conditions": "pregnancy"}, "Conditions must be a list"), ({"favourite": "blue"}, "favourite is not known. What can be told: age, sex"),
]
TAKEN = [({"country": "uk"}, "GB"), ({"country": "UK"}, "GB"), ({"country": "jp"}, "JP"), ({"country": "EU"}, "EU")]


def run(*arguments):
    return subprocess.run([sys.executable, "-m", "skinproof", *arguments], capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(("told", "said"), REFUSED)
def test_python_and_profile_refuse_alike(tmp_path, told, said):
    """Plain data and a profile file are refused with the sentence, the file with its name before it."""
    with pytest.raises(InputError) as fault:
        api.person_of(told)
    assert said in str(fault.value)
    path = tmp_path / "me.json"
    path.write_text(json.dumps(told))
    with pytest.raises(InputError) as of_file:
        api.read_profile(str(path))
    assert str(of_file.value).startswith(f"{path} is no profile: ")
    assert said in str(of_file.value)


@pytest.mark.parametrize(("told", "said"), [pair for pair in REFUSED if "favourite" not in pair[0]])
def test_person_of_python_is_checked(told, said):
    """A person made in Python is checked when it is used, for questions and for lists."""
    person = skinproof.Person(**told)
    for use in (lambda: skinproof.ask(ASKED, profile=person), lambda: skinproof.inspect_ingredients("Aqua, Retinol", profile=person)):
        with pytest.raises(InputError) as fault:
            use()
        assert said in str(fault.value)


@pytest.mark.parametrize(("told", "said"), REFUSED)
def test_page_and_interface_refuse_alike(told, said):
    """The page keeps the form with the question; the JSON interface says the same."""
    client_of = pytest.importorskip("starlette.testclient", reason="the page is an optional part").TestClient
    from skinproof.faces.web.app import create_app  # noqa: PLC0415 - after the check that it is there

    client = client_of(create_app(api_per_minute=0))
    sent = client.post("/api/ask", json={"question": ASKED, "person": told})
    assert sent.status_code in {400, 422}
    assert said in sent.json()["error"]["message"]
    if "favourite" in told or told == {"conditions": "pregnancy"}:
        return  # a form has no such field, and each box ticked is one condition
    shown = client.post("/ask", data={"question": ASKED, **{name.removesuffix("s") if name == "conditions" else name: value for name, value in told.items()}})
    assert shown.status_code == 400
    assert said in unescape(shown.text)
    assert f"{ASKED}</textarea>" in shown.text


@pytest.mark.parametrize(("told", "country"), TAKEN)
def test_countries_are_read_as_written(told, country):
    """Small letters do, and UK is GB."""
    assert api.person_of(told).country == country


@pytest.mark.parametrize(("content", "field", "value"), [
    ("country: NO\n", "country", "NO"), ("country: no\n", "country", "NO"), ("age: '52'\n", "age", 52), ("age: 52.0\n", "age", 52), ("about_someone_else: yes\n", "about_someone_else", True),
    ("needles_unwanted: true\n", "needles_unwanted", True), ("conditions: [rosacea]\n", "conditions", ("rosacea",)),
])
def test_profile_is_read_as_it_is_meant(tmp_path, content, field, value):
    """Norway is no "no", and an age in quotation marks is an age."""
    path = tmp_path / "me.yaml"
    path.write_text(content)
    assert getattr(api.read_profile(path), field) == value


@pytest.mark.parametrize(("content", "said"), [
    (b"[" * 5000, "is no profile"), (b'{"a":' * 5000, "is no profile"), (b"age: 52\nage: 20\n", "the key 'age' is given twice, line 2"), (b"\xff\xfe\x00", "is no profile"), (b"", "names no field"),
    (b"[1, 2]\n", "names no field"), (b"age: 2026-13-45\n", "is no date"), (b"conditions: [[pregnancy]]\n", "is not known"), (b"age: .nan\n", "cannot be used"), (b"1: 2\n", "1 is not known"),
])
def test_strange_profiles_end_in_a_sentence(tmp_path, content, said):
    """Whatever the file holds, the command ends with a sentence and an example, never with a traceback."""
    path = tmp_path / "me.yaml"
    path.write_bytes(content)
    done = run("ask", "--profile", str(path), ASKED)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert "A profile looks like this:\nage: 52" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("arguments", "said"), [
    (("ask", "--country", "england", ASKED), "Give two letters"), (("ask", "--country", "", ASKED), "Give two letters"), (("report", "--country", "1A", ASKED, "-o", "x.md"), "Give two letters"),
    (("ingredients", "Aqua, Retinol", "--condition", "pregnant"), "Near to it: pregnancy"),
])
def test_options_are_refused_alike(tmp_path, arguments, said):
    """The options of the command line meet the same check, and nothing is written."""
    done = subprocess.run([sys.executable, "-m", "skinproof", *arguments], capture_output=True, text=True, check=False, timeout=60, cwd=tmp_path)
    assert done.returncode == 1
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []


URGENT = {"en": "lost vision in one eye right after filler", "fr": "j'ai perdu la vue d'un oeil après une injection", "es": "perdí la vista en un ojo después del relleno"}
NOT_HELD = {"en": "We do not hold the numbers of JP.", "fr": "Nous n'avons pas les numéros de JP.", "es": "No tenemos los números de JP."}


@pytest.mark.parametrize("language", URGENT)
def test_number_not_held_is_told(language):
    """Numbers of other countries are never shown as if they were one's own."""
    told = skinproof.ask(URGENT[language], profile=skinproof.Person(country="JP"), language=language).to_text(width=400)
    assert NOT_HELD[language] in told
    assert told.index(NOT_HELD[language]) < told.index("112")


@pytest.mark.parametrize("country", ["GB", "US", "FR", None])
def test_number_held_needs_no_excuse(country):
    """Where the number is held, or no country was told, the sentence does not stand."""
    assert "We do not hold" not in skinproof.ask(URGENT["en"], profile=skinproof.Person(country=country)).to_text(width=400)


@pytest.mark.parametrize("use", [
    lambda: skinproof.ask(None), lambda: skinproof.ask(" "), lambda: skinproof.ask(ASKED, profile={"age": 5}), lambda: skinproof.ask(ASKED, language="de"), lambda: skinproof.ask(ASKED, as_of="soon"),
    lambda: skinproof.ask(ASKED, as_of="1066-10-14"), lambda: skinproof.ask(ASKED, as_of=5), lambda: skinproof.ask(ASKED).to_text(width=0), lambda: skinproof.forecast("micro_infusion", age="x"),
    lambda: skinproof.inspect_ingredients("Aqua", allergic_to="parfum"), lambda: skinproof.inspect_ingredients("Aqua", allergic_to=[" "]), lambda: skinproof.inspect_ingredients(None),
])
def test_ordinary_mistakes_are_explained(use):
    """A mistake in a call is an error of the tree, with a sentence."""
    with pytest.raises(InputError, match=r"\w+ \w+"):
        use()


def test_days_and_paths_may_be_text(tmp_path):
    """A day may come as text, and an answer as the path of its file."""
    answer = skinproof.ask(ASKED, as_of="2026-11-25")
    assert answer.as_of == "2026-11-25"
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(answer.to_dict()))
    assert skinproof.verify(path).outcome == "same"
    with pytest.raises(InputError, match="cannot be read"):
        skinproof.verify(tmp_path / "none.json")
