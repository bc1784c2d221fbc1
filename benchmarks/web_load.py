"""`python -m benchmarks.web_load [--seconds 20] [--memory 0] [--requests 0]`: the page under load on loopback, 32 connections, every question unique.

Bars: at least 50 answers a second for one worker, no error, 99th percentile under 10 times the median; static and
evidence pages at a quarter or more of a bare Starlette route in the same run. With `--memory N`, resident memory after
N questions stays within 10 % of that after N / 10. The load maker shares the machine with the server.
`--requests N` instead measures memory alone, inside this process: N requests of all kinds, each asking for something else.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import itertools
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

CONNECTIONS = 32
LONGEST_S = 300
QUESTIONS = (
    "does an AquaGold micro infusion facial build collagen, shrink pores or cut oil", "does microneedling help acne scars", "is niacinamide good for oily skin",
    "can i have a chemical peel while pregnant", "microdermabrasion or hydrafacial", "does tazarotene shrink pores", "how often can i get a glycolic peel",
    "is retinol safe with rosacea", "botox or filler for smile lines", "does red light therapy help wrinkles",
)
SERVE = "from skinproof.faces.serve_command import serve; serve()"
BARE = (
    "import sys, uvicorn; from starlette.applications import Starlette; from starlette.responses import PlainTextResponse; from starlette.routing import Route\n"
    "async def bare(request): return PlainTextResponse('ok')\n"
    "uvicorn.run(Starlette(routes=[Route('/', bare)]), host='127.0.0.1', port=int(sys.argv[1]), access_log=False, log_level='error')"
)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def served(code: str, port: int, *arguments: str) -> Iterator[int]:
    """Run a server in a process of its own; yield its process id."""
    process = subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def resident_megabytes(pid: int) -> float:
    """Return the resident memory of a process, MB; 0 where the system does not tell."""
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def cpu_seconds(pid: int) -> float:
    """Return the processor time that a process has used, s; 0 where the system does not tell."""
    stat = Path(f"/proc/{pid}/stat")
    fields = stat.read_text().rpartition(")")[2].split() if stat.exists() else ["0"] * 13
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def get(path: str) -> bytes:
    """Return a request for a page."""
    return f"GET {path} HTTP/1.1\r\nHost: loopback\r\n\r\n".encode()


def ask(number: int) -> bytes:
    """Return a request with a question that nobody has asked."""
    body = urlencode({"question": f"{QUESTIONS[number % len(QUESTIONS)]}? visit {number} q{number:x}"}).encode()
    return b"POST /ask HTTP/1.1\r\nHost: loopback\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n" % len(body) + body


async def _connection(port: int, requests: Iterator[bytes], until: float, times: list[float], faults: list[str]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for request in requests:
        if time.perf_counter() > until:
            break
        began = time.perf_counter()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length"))
        await reader.readexactly(length)
        times.append(time.perf_counter() - began)
        if not head.startswith(b"HTTP/1.1 200"):
            faults.append(head.split(b"\r\n")[0].decode())
    writer.close()


async def _load(port: int, requests: Iterator[bytes], seconds: float) -> tuple[list[float], list[str], float]:
    times: list[float] = []
    faults: list[str] = []
    began = time.perf_counter()
    await asyncio.gather(*(_connection(port, requests, began + seconds, times, faults) for _ in range(CONNECTIONS)))
    return times, faults, time.perf_counter() - began


def load(port: int, requests: Iterator[bytes], seconds: float) -> tuple[list[float], list[str], float]:
    """Return the time of each request, what went wrong, and the time in all.

    Args:
        port: of the server.
        requests: shared by all connections.
        seconds: how long.
    """
    return asyncio.run(_load(port, requests, seconds))


def answers(port: int, pid: int, seconds: float, memory: int) -> int:
    """Print how questions fare; return the number of bars missed."""
    load(port, (ask(n) for n in range(10**9, 10**9 + 200)), 30)
    used = cpu_seconds(pid)
    times, faults, took = load(port, (ask(n) for n in itertools.count()), seconds)
    print(f"processor time: {1000 * (cpu_seconds(pid) - used) / len(times):.1f} ms an answer; load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    middle, slow = statistics.median(times), statistics.quantiles(times, n=100)[98]
    print(f"answers: {len(times)} in {took:.1f} s: {len(times) / took:.1f} a second; median {middle * 1000:.0f} ms, 99th percentile {slow * 1000:.0f} ms ({slow / middle:.1f} times); errors {len(faults)}")
    missed = (len(times) / took < 50) + bool(faults) + (slow >= 10 * middle)
    if memory:
        load(port, (ask(10**6 + n) for n in range(max(memory // 10 - len(times) - 200, 0))), LONGEST_S)
        early = resident_megabytes(pid)
        load(port, (ask(10**7 + n) for n in range(memory - memory // 10)), LONGEST_S)
        late = resident_megabytes(pid)
        print(f"memory: {early:.1f} MB after about {memory // 10} questions, {late:.1f} MB after about {memory}: {100 * (late / early - 1):+.1f} %")
        missed += late > 1.1 * early
    return missed


def pages(port: int, bare_port: int, seconds: float) -> int:
    """Print how pages without a question fare beside a bare route, measured in turn; return the number of bars missed."""
    missed = 0
    for path in ("/static/skinproof.css", "/treatments/tretinoin", "/outcomes/acne_scars", "/studies/santer-2023-spironolactone-acne", "/"):
        plain, _, plain_took = load(bare_port, itertools.repeat(get("/")), seconds)
        times, faults, took = load(port, itertools.repeat(get(path)), seconds)
        share = len(times) / took / (len(plain) / plain_took)
        print(f"{path}: {len(times) / took:.0f} a second, {share:.2f} of a bare Starlette route ({len(plain) / plain_took:.0f}); errors {len(faults)}")
        missed += path != "/" and (share < 0.25 or bool(faults))
    return missed


def mixed(number: int) -> tuple[str, str, dict[str, str]]:
    """Return method, path and form of a request that nobody has made: three questions in ten, known and unknown names, words to search, a list."""
    base = QUESTIONS[number // 10 % len(QUESTIONS)]
    kinds: tuple[tuple[str, str, dict[str, str]], ...] = (
        ("POST", "/ask", {"question": f"{base}? visit {number} q{number:x}"}), ("GET", "/treatments/tretinoin", {}), ("GET", f"/treatments/t{number:x}", {}),
        ("POST", "/ask", {"question": f"my clinic sells Qor{number:x} therapy, {base}", "age": str(20 + number % 60)}), ("GET", f"/studies/s{number:x}-2020", {}),
        ("POST", "/search", {"words": f"peel w{number:x}"}), ("GET", "/static/skinproof.css", {}), ("GET", f"/outcomes/o{number:x}", {}),
        ("GET", f"/linked?q=is+x{number:x}+good+for+pores&evidence={number}", {}), ("POST", "/ingredients", {"list": f"Aqua, Glycerin, Extract {number:x}", "route": "leave_on"}),
    )
    return kinds[number % len(kinds)]


async def _called(app: Any, method: str, path: str, form: dict[str, str]) -> int:
    """The status with which an application answers one request."""
    name, _, query = path.partition("?")
    statuses: list[int] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": urlencode(form).encode(), "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    await app({
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http", "path": name, "raw_path": name.encode(), "query_string": query.encode(),
        "root_path": "", "headers": [(b"content-type", b"application/x-www-form-urlencoded")], "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
    }, receive, send)
    return statuses[0]


async def _requested(app: Any, numbers: range) -> int:
    """How many of some requests end in an error of the server."""
    return sum([await _called(app, *mixed(number)) >= 500 for number in numbers])


def memory(requests: int) -> int:
    """Print resident memory after a tenth of the requests and after all; return the number of bars missed.

    Args:
        requests: in all.
    """
    from skinproof.faces.serve_command import served_app  # noqa: PLC0415 - only this mode serves inside its own process

    app, sizes, faults, began = served_app(), list[float](), 0, time.process_time()
    for numbers in (range(requests // 10), range(requests // 10, requests)):
        faults += asyncio.run(_requested(app, numbers))
        gc.collect()
        sizes.append(resident_megabytes(os.getpid()))
    early, late = sizes
    print(f"memory: {early:.1f} MB after {requests // 10} requests, {late:.1f} MB after {requests}: {100 * (late / early - 1):+.1f} %; errors {faults}; {time.process_time() - began:.0f} s of processor time")
    return (late > 1.1 * early) + bool(faults)


def main() -> int:
    """Print the figures; return 1 when a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=20.0, help="how long questions are asked")
    parser.add_argument("--memory", type=int, default=0, help="questions after which memory is compared; 0 leaves it out")
    parser.add_argument("--requests", type=int, default=0, help="measure only memory, over this many requests of all kinds inside this process")
    options = parser.parse_args()
    if options.requests:
        return int(memory(options.requests) > 0)
    port, bare_port = free_port(), free_port()
    with served(BARE, bare_port, str(bare_port)), served(SERVE, port, "--port", str(port)) as pid:
        missed = answers(port, pid, min(options.seconds, LONGEST_S), options.memory) + pages(port, bare_port, 2)
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
