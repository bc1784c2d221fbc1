"""`skinproof serve` as a process of its own: where it listens, what it says, what it never writes down."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

import skinproof

pytest.importorskip("uvicorn", reason="the page is an optional part")
SERVE = "from skinproof.faces.serve_command import serve; serve()"
ASKED = "pregnant and thinking of retinol, zebrafinch"
WITH_PACKAGE = {**os.environ, "PYTHONPATH": str(Path(skinproof.__file__).parent.parent)}
SOCKETS = Path("/proc/net/tcp")
STARTED_S, TRIES = 0.1, 300


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def listens(address, port):
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((address, port)) == 0


@pytest.fixture
def served(tmp_path):
    """Yield the port of a running server; what it wrote is in `written` of the process afterwards."""
    port = free_port()
    log = tmp_path / "written"
    with log.open("w") as out:
        process = subprocess.Popen([sys.executable, "-c", SERVE, "--port", str(port)], stdout=out, stderr=out, cwd=tmp_path, env=WITH_PACKAGE)
        for _ in range(TRIES):
            if listens("127.0.0.1", port):
                break
            time.sleep(STARTED_S)
        yield port, log
        process.terminate()
        process.wait(timeout=20)


def test_questions_leave_no_trace(served):
    """An answer is given, and the question stands neither in what the server prints nor in any file that it made."""
    port, log = served
    body = f"question={ASKED.replace(' ', '+')}".encode()
    with urlopen(Request(f"http://127.0.0.1:{port}/ask", data=body)) as got:
        assert "zebrafinch" in got.read().decode()
    assert "zebrafinch" not in log.read_text()
    assert "listens on" in log.read_text()
    assert [p.name for p in log.parent.iterdir()] == ["written"]


@pytest.mark.skipif(not SOCKETS.exists(), reason="the system does not list its sockets in a file")
def test_only_loopback_is_bound(served):
    """Unless told otherwise, the server listens on 127.0.0.1 alone."""
    port, _ = served
    rows = [line.split() for line in SOCKETS.read_text().splitlines()][1:]
    bound = {row[1].split(":")[0] for row in rows if row[3] == "0A" and int(row[1].split(":")[1], 16) == port}
    assert bound == {"0100007F"}


@pytest.mark.parametrize(("package", "says"), [("starlette", "needs the package starlette"), ("uvicorn", "needs the package uvicorn"), ("jinja2", "pip install '.[web]'"), ("python_multipart", "pip install")])
def test_missing_part_names_install_line(package, says):
    """Where an optional package is missing, the command says which and how to install it."""
    code = f"import sys; sys.modules[{package!r}] = None\n{SERVE}"
    done = subprocess.run([sys.executable, "-c", code, "--port", "0"], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["serve", "mcp --http"])
def test_taken_port_is_told_first(command):
    """Where the port is taken, one sentence says so, and nothing says that it listens."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = subprocess.run([sys.executable, "-m", "skinproof", *command.split(), "--port", str(port)], capture_output=True, text=True, check=False, timeout=60, env=WITH_PACKAGE)
    assert (done.returncode, done.stderr) == (1, f"Error: Port {port} is taken. Choose another: --port {port + 1}.\n")


def test_help_shows_an_example():
    """The help says that nothing is logged and shows how to start."""
    done = subprocess.run([sys.executable, "-c", SERVE, "--help"], capture_output=True, text=True, check=False, timeout=60)
    assert "skinproof serve --port" in done.stdout
    assert "Nothing that is asked is logged" in " ".join(done.stdout.split())
