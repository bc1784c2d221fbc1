"""What leaves the command line: files that are whole or not there, output that cannot be written, options that do not go together."""

from __future__ import annotations

import contextlib
import os
import pty
import resource
import subprocess
import sys
from pathlib import Path

import pytest

TAZAROTENE = "does tazarotene shrink pores"
FULL = Path("/dev/full")


def run(*arguments, **options):
    return subprocess.run([sys.executable, "-m", "skinproof", *arguments], capture_output="stdout" not in options, text=True, check=False, timeout=60, **options)


@pytest.mark.parametrize("arguments", [("ask", "botox"), ("ask", "--json", "botox"), ("evidence", "coverage"), ("ingredients", "Aqua")])
@pytest.mark.skipif(not FULL.exists(), reason="no full device here")
def test_full_output_is_told(arguments):
    """Output that has no room ends in one sentence."""
    with FULL.open("w") as full:
        done = run(*arguments, stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (1, "Error: The answer could not be written: No space left on device.\n")


def test_closed_output_is_told():
    """A closed standard output ends in one sentence."""
    done = subprocess.run(["/bin/sh", "-c", '"$0" -m skinproof ask botox >&-', sys.executable], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (1, "Error: The answer could not be written: standard output is closed.\n")


@pytest.mark.parametrize("encoding", ["latin-1", "cp437", "ascii"])
def test_poor_encodings_lose_signs_only(encoding):
    """Signs that an encoding does not have are replaced; JSON keeps them, escaped."""
    here = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run([sys.executable, "-m", "skinproof", "ask", "does microneedling help acne scars"], capture_output=True, check=False, timeout=60, env=here)
    assert (done.returncode, b"CLAIMS AND EVIDENCE" in done.stdout, done.stderr) == (0, True, b"")
    as_json = subprocess.run([sys.executable, "-m", "skinproof", "ask", "--json", "le botox est-il utile"], capture_output=True, check=False, timeout=60, env=here)
    assert b"\\u00e9" in as_json.stdout
    assert as_json.stdout.isascii()


def test_failed_write_keeps_the_old_file(tmp_path):
    """A file that cannot be written to its end leaves what stood there, and nothing beside it."""
    old = tmp_path / "answer.md"
    old.write_text("precious")
    done = run("report", TAZAROTENE, "-o", str(old), preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000)))
    assert done.returncode == 1
    assert "answer.md cannot be written (File too large)" in done.stderr
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("answer.md", "precious")]


def test_written_file_keeps_mode_and_link(tmp_path):
    """A file written anew keeps its rights; a link goes on leading to it."""
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    assert run("report", TAZAROTENE, "-o", str(link)).returncode == 0
    assert (link.is_symlink(), real.stat().st_mode & 0o777, real.read_text().startswith("# ")) == (True, 0o640, True)


@pytest.mark.parametrize(("arguments", "said"), [
    (("evidence", "botox", "--svg", "/proc/none"), "cannot be made"), (("evidence", "verdicts", "--since", "noise"), "This is no table of verdicts"), (("ask", "--json", "--why", "claims.1", "botox"), "--why prints text alone"),
    (("ask", "--why", "", "botox"), "has no statement ''"), (("ask", "--json", "--format", "markdown", "botox"), "do not go together"), (("ask", "--as-of", "9999-12-31", "botox"), "9999-12-31' cannot be used"),
    (("forecast", "micro_infusion", "--age", "55", "--csv", "--json"), "do not go together"), (("forecast", "micro_infusion", "--age", "55", "--count", "99999999999999"), "a number of needles of 99999999999999"),
    (("ingredients", "Aqua", "--file", "noise"), "Give one of them"), (("ingredients", "--file", "noise"), "no plain text"), (("ingredients", "--jsonl", "noise", "--condition", "rosacea"), "Leave out"),
    (("ingredients", "Aqua", "--allergic-to", " "), "is empty"), (("report", "lost vision after filler", "-o", "c.ris"), "no references"), (("evidence", "foo"), "skinproof evidence treatments"),
    (("serve", "--host", ""), "is empty"), (("serve", "--host", "999.1.1.1"), "is no address of this machine"), (("mcp", "--http", "--host", ""), "is empty"),
])
def test_what_cannot_be_done_is_told(tmp_path, arguments, said):
    """Each ends in a sentence, without a traceback and without a new file."""
    (tmp_path / "noise").write_bytes(bytes(range(256)) * 8)
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode != 0
    assert said in done.stderr.replace("\n", " ")
    assert "Traceback" not in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["noise"]


@pytest.mark.parametrize("words", [("ask", "-"), ("ingredients", "-")])
def test_noise_is_no_question(words):
    """Bytes that are no text are refused; a few stray ones are not."""
    noise = subprocess.run([sys.executable, "-m", "skinproof", *words], input=bytes(range(256)), capture_output=True, check=False, timeout=60)
    assert (noise.returncode, noise.stdout, b"no plain text" in noise.stderr) == (1, b"", True)
    stray = subprocess.run([sys.executable, "-m", "skinproof", *words], input=b"Glycerin, niacinamide, caf" + b"\xe9", capture_output=True, check=False, timeout=60)
    assert stray.returncode == 0


def test_help_of_evidence_names_the_treatment():
    """Both ways to use the command stand in its help, and a treatment's help names no hidden command."""
    told = run("evidence", "--help").stdout
    assert "skinproof evidence TREATMENT [--outcome AIM] [--svg FOLDER]" in told.replace("python -m skinproof", "skinproof")
    of_one = run("evidence", "microneedling", "--help").stdout.splitlines()[0]
    assert of_one.endswith("evidence TREATMENT [OPTIONS]")


def test_names_and_counts_are_for_people():
    """Names can be looked up where the error sends one, counts are words, and what was not studied is said by name."""
    assert "microneedling" in run("evidence", "treatments").stdout
    assert "{" not in run("evidence", "coverage").stdout
    assert "None" not in run("evidence", "audit", "--sample", "40").stdout
    assert run("evidence", "micro_infusion").stdout == "No study of micro-infusion facial is in the evidence.\n"


@pytest.mark.parametrize(("setting", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({"NO_COLOR": ""}, True)])
def test_colours_are_for_those_who_want_them(setting, coloured):
    """On a terminal an answer has colours, but not with NO_COLOR or on a terminal that cannot show them."""
    ours, theirs = pty.openpty()
    here = {**{k: v for k, v in os.environ.items() if k != "NO_COLOR"}, "TERM": "xterm", **setting}
    process = subprocess.Popen([sys.executable, "-m", "skinproof", "ask", "qwertz"], stdout=theirs, stderr=subprocess.DEVNULL, env=here)
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # the end of a terminal's output
        while part := os.read(ours, 4096):
            shown += part
    os.close(ours)
    assert process.wait(timeout=60) == 0
    assert (b"\033[" in shown) is coloured
