"""The command line as a new user meets it: real processes, plain output when piped, clear errors."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest


def run(*arguments, text=None):
    return subprocess.run([sys.executable, "-m", "skinproof.faces.cli", *arguments], capture_output=True, text=True, input=text, check=False, timeout=60)


def test_ask_prints_an_answer_without_colour():
    """A piped answer holds the bottom line and no terminal codes."""
    done = run("ask", "does microneedling help acne scars")
    assert done.returncode == 0
    assert "\033[" not in done.stdout
    assert "CLAIMS AND EVIDENCE" in done.stdout


def test_json_on_the_line_is_json():
    """--json prints JSON alone on standard output."""
    done = run("ask", "--json", "is retinol safe in pregnancy")
    assert json.loads(done.stdout)["bottom_line"]["direction"] == "unsafe"


def test_question_is_read_from_standard_input():
    """A dash reads the question from standard input."""
    assert "niacinamide" in run("ask", "-", text="does niacinamide cut oil").stdout.lower()


def test_why_opens_one_statement():
    """--why prints the facts, the steps and the studies behind one statement."""
    done = run("ask", "--why", "claims.1", "does tazarotene shrink pores")
    assert done.returncode == 0
    assert "Kang 2005" in done.stdout
    assert "PMID 15692472" in done.stdout


@pytest.mark.parametrize(("arguments", "said"), [
    (("ask", " "), "Ask in plain words"),
    (("ask", "--why", "nothing.1", "botox"), "has no statement 'nothing.1'"),
    (("ask", "--language", "xx", "botox"), "Invalid value for '--language'"),
    (("ask", "--as-of", "soon", "botox"), "does not match the format"),
    (("ask",), "Missing argument"),
])
def test_wrong_use_is_told_what_to_do(arguments, said):
    """Wrong use ends in one clear sentence and no traceback."""
    done = run(*arguments)
    assert done.returncode != 0
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_help_shows_an_example():
    """The help of each command shows how to use it."""
    assert "skinproof ask" in run("ask", "--help").stdout


def test_profile_file_speaks_for_the_person(tmp_path):
    """What the profile file says of the person counts as if it had been typed."""
    profile = tmp_path / "me.yaml"
    profile.write_text("conditions: [pregnancy]\nage: 31\n")
    done = run("ask", "--json", "--profile", str(profile), "can i use tretinoin")
    assert json.loads(done.stdout)["bottom_line"]["direction"] == "unsafe"


@pytest.mark.parametrize(("content", "said"), [
    ("conditions: [dragon_pox]", "dragon_pox is not known"), ("favourite: blue", "favourite is not known"), ("age: old", "is no profile"), ("[1, 2", "is no profile"),
])
def test_wrong_profile_is_explained_with_example(tmp_path, content, said):
    """A profile that cannot be used is explained, with what it may hold."""
    profile = tmp_path / "me.yaml"
    profile.write_text(content)
    done = run("ask", "--profile", str(profile), "can i use tretinoin")
    assert done.returncode != 0
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_module_runs_as_the_command():
    """`python -m skinproof` answers as the command does."""
    done = subprocess.run([sys.executable, "-m", "skinproof", "ask", "is retinol safe in pregnancy"], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0
    assert "pregnan" in done.stdout.lower()
