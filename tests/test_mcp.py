"""The door for assistants, through the SDK's own client: in the process, over standard input, over HTTP."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import skinproof
from skinproof.faces import mcp_command
from skinproof.faces.mcp_budget import Listed, fit, size

anyio = pytest.importorskip("anyio", reason="the extra mcp is not installed")
mcp = pytest.importorskip("mcp", reason="the extra mcp is not installed")

from mcp.client.stdio import StdioServerParameters, stdio_client  # noqa: E402 - after the check that it is there

from skinproof.faces.mcp_server import make_server  # noqa: E402

TOOLS = {"ask", "compare", "evidence_profile", "study", "precautions", "search", "fact"}
SERVE = ["-c", "from skinproof.faces.mcp_command import mcp; mcp()"]
HERE = {"PYTHONPATH": str(Path(skinproof.__file__).parent.parent)}
URGENT = "lips blanched white and blurry vision after filler an hour ago"


def called(tool, server=None, **arguments):
    """Return the result of one call through a client."""
    async def call():
        async with mcp.Client(server or make_server()) as client:
            return await client.call_tool(tool, arguments)

    return anyio.run(call)


def facts(tool, **arguments):
    """Return what a tool tells, checked to be no error and the same in both of its forms."""
    result = called(tool, **arguments)
    assert not result.is_error, result.content[0].text
    assert json.loads(result.content[0].text) == result.structured_content
    return result.structured_content


def tools_of(server):
    async def call():
        async with mcp.Client(server) as client:
            return (await client.list_tools()).tools, client.instructions

    return anyio.run(call)


def test_tools_forbid_going_beyond():
    """Every tool is typed, read-only, and tells the assistant not to go beyond the facts."""
    tools, instructions = tools_of(make_server())
    assert {t.name for t in tools} == TOOLS | {name for name, offered in {"ingredients": "inspect_ingredients", "forecast": "forecast"}.items() if callable(getattr(skinproof, offered, None))}
    for tool in tools:
        assert "Do not go beyond these facts" in tool.description
        assert tool.annotations.read_only_hint
        assert {"truncated", "left_out", "evidence_hash", "note"} <= set(tool.output_schema["properties"])
    assert "Do not add facts from memory" in instructions


def test_server_carries_no_tracing():
    """The SDK's tracing is taken out: nothing that was asked can reach a collector."""
    assert [type(m).__name__ for m in make_server().middleware if "Telemetry" in type(m).__name__] == []


def test_answer_names_sources_that_open():
    """Each study that an answer cites can be opened, and each statement on trials names its sources."""
    told = facts("ask", question="does tazarotene shrink pores")
    assert told["bottom_line"]["direction"] == skinproof.ask("does tazarotene shrink pores").decision.direction
    assert all(s["source_ids"] for s in told["statements"] if s["basis"] == "trial")
    assert told["references"]
    for reference in told["references"]:
        opened = facts("study", study_id=reference["source_id"])
        assert (opened["pmid"], opened["doi"]) == (reference["pmid"], reference["doi"])
        assert opened["findings"]


def test_urgent_sign_comes_before_benefit():
    """An emergency is told with what to do, and no verdict on benefit beside it."""
    told = facts("ask", question=URGENT, country="gb", max_characters=4_000)
    assert told["status"] == "urgent"
    assert told["urgent"]["level"] == "emergency"
    assert told["verdicts"] == []
    assert told["statements"][0]["section"] == "urgent"


@pytest.mark.parametrize("name", ["Botox", "botulinum_lines", "botulinum toxin"])
def test_profile_takes_common_names(name):
    """A treatment is found by brand, id or common name, with its verdicts, reasons and who paid."""
    told = facts("evidence_profile", treatment=name)
    assert told["treatment"] == "botulinum_lines"
    assert all(c["reasons"] and c["source_ids"][0] == f"verdict:{c['id']}" and set(c["funding"]) == {"all", "without_known_maker", "independent"} for c in told["cells"])


def test_outcome_narrows_a_profile():
    """Asking for one thing hoped for leaves the other outcomes out."""
    wide, narrow = facts("evidence_profile", treatment="tretinoin", max_characters=100_000), facts("evidence_profile", treatment="tretinoin", outcome="pores", max_characters=100_000)
    assert {c["outcome"] for c in narrow["cells"]} < {c["outcome"] for c in wide["cells"]}


def test_comparison_shows_gaps_as_null():
    """Side by side, what nobody tested is null, and there is no score."""
    told = facts("compare", treatments=["tretinoin", "bakuchiol", "micro-infusion facial"])
    assert all(set(row["cells"]) == set(told["treatments"]) for row in told["outcomes"])
    assert all(row["cells"]["micro_infusion"] is None for row in told["outcomes"])
    assert any(row["cells"]["tretinoin"] for row in told["outcomes"])


def test_precautions_hold_for_person():
    """What is told of the person decides which rules hold and which are left to ask about."""
    told = facts("precautions", treatments=["retinol"], about_person="I am pregnant", max_characters=100_000)
    plain = facts("precautions", treatments=["retinol"], max_characters=100_000)
    assert any("pregnan" in r["condition"] and r["action"] in {"stop", "defer"} for r in told["precautions"])
    assert any("pregnan" in r["condition"] for r in plain["do_not_book_if"])
    assert all(r["source_ids"] for r in told["precautions"] + plain["do_not_book_if"])


def test_precautions_raise_urgent_signs():
    """A warning sign told beside a treatment is raised first."""
    assert facts("precautions", treatments=["hyaluronic acid filler"], about_person=URGENT)["urgent"][0]["level"] == "emergency"


def test_search_finds_openable_records():
    """A hit's id opens with the tool of its kind."""
    hits = facts("search", words="tazarotene")["hits"]
    assert {h["kind"] for h in hits} <= {"treatment", "outcome", "study"}
    assert facts("study", study_id=next(h["id"] for h in hits if h["kind"] == "study"))["id"]


def test_schemas_are_closed():
    """No tool takes what it does not name."""
    assert all(t.input_schema["additionalProperties"] is False for t in tools_of(make_server())[0])


@pytest.mark.parametrize("question", ["does tazarotene shrink pores", "is retinol safe, I am pregnant", "swelling after lip filler, is that normal"])
def test_every_source_id_opens(question):
    """Each id that a statement names opens as a fact, or is told to be what the question says itself."""
    named = {i for s in facts("ask", question=question, max_characters=100_000)["statements"] for i in s["source_ids"]}
    assert len({i.partition(":")[0] for i in named}) > 3
    for name in named:
        result = called("fact", fact_id=name)
        assert name.startswith(("condition:", "goal:")) or not result.is_error, name
        assert result.is_error or result.structured_content["facts"]["fact_id"] == name


@pytest.mark.parametrize("budget", [4_000, 8_000, 20_000])
@pytest.mark.parametrize(("tool", "arguments"), [
    ("ask", {"question": "does a micro-infusion facial with botox shrink pores and build collagen"}), ("evidence_profile", {"treatment": "microneedling"}),
    ("compare", {"treatments": ["tretinoin", "retinol"]}), ("study", {"study_id": "kang-2005-tazarotene-photodamage"}), ("search", {"words": "skin"}), ("fact", {"fact_id": "premise:pores_look_smaller"}),
])
def test_result_keeps_its_budget(tool, arguments, budget):
    """The text that the assistant gets is no longer than asked, and says exactly what was left out."""
    result = called(tool, **arguments, max_characters=budget)
    told = result.structured_content
    assert len(result.content[0].text) <= budget
    assert told["truncated"] == bool(told["left_out"])
    assert all(part["shown"] == len(told[part["field"]]) < part["total"] for part in told["left_out"])


WRONG = [
    ("ask", {"question": "  "}, "Ask in plain words"), ("study", {"study_id": "nope"}, "no study"), ("evidence_profile", {"treatment": "zorblax"}, "No record has the name"),
    ("evidence_profile", {"treatment": "tretinoin", "outcome": "zorblax"}, "Take one of"), ("compare", {"treatments": ["tretinoin", "retin-a"]}, "2 to 5"),
    ("compare", {"treatments": ["tretinoin"]}, "at least 2"), ("precautions", {"treatments": []}, "at least 1"), ("ask", {"question": "x" * 20_001}, "at most 20000"),
    ("ask", {}, "ask needs question: The person's own words"), ("ask", {"question": 5}, "question should be a valid string; 5 was given"), ("ask", {"question": "botox", "conditions": ["pregnancy"]}, "ask takes no conditions. It takes: question, country"),
    ("ingredients", {"text": "Aqua", "route": "foo"}, "Choose one of leave_on"), ("forecast", {"treatment": "micro_infusion", "age": 200}, "18 to 80 years"), ("fact", {"fact_id": "nope:x"}, "There is no fact with the id"),
    ("fact", {"fact_id": "condition:pregnancy"}, "what the question itself says"),
    ("ask", {"question": "botox", "max_characters": 1}, "greater than or equal"), ("ask", {"question": "botox", "country": "Britain"}, "two letters"), ("nothing", {}, "Unknown tool"),
]


@pytest.mark.parametrize(("tool", "arguments", "said"), WRONG)
def test_wrong_call_is_explained(tool, arguments, said):
    """A wrong call is an error that the assistant can read and mend, without a traceback."""
    try:
        result = called(tool, **arguments)
    except BaseExceptionGroup as group:
        text = str(group.exceptions)
    except mcp.MCPError as fault:
        text = str(fault)
    else:
        assert result.is_error
        text = result.content[0].text
    assert said.lower() in text.lower()
    assert "Traceback" not in text
    assert "pydantic" not in text
    assert "Error executing" not in text


class Forecast:
    """A stand-in for a forecast: facts of their own shape."""

    def to_dict(self):
        """Return the facts."""
        return {"median_days": 2, "days": [{"day": d, "leaky": "likely"} for d in range(2_000)]}


@pytest.mark.parametrize("budget", [4_000, 8_000])
def test_long_label_keeps_its_budget(budget):
    """A long ingredient list, its own text too, is cut to the budget, and each cut is counted."""
    text = "Aqua, Retinol, Parfum, " + ", ".join(f"Unheard of {n}" for n in range(600))
    result = called("ingredients", text=text, route="needle_channels", max_characters=budget)
    told = result.structured_content
    assert len(result.content[0].text) <= budget
    assert told["truncated"] is True
    left = {part["field"].removeprefix("facts."): part for part in told["left_out"]}
    assert {"printed", "ingredients"} <= set(left)
    assert all(part["shown"] == len(told["facts"][name]) < part["total"] for name, part in left.items())
    assert told["facts"]["hazards"]


def test_later_parts_appear_when_offered(monkeypatch):
    """Forecast and ingredients are tools only when skinproof offers them, and keep the budget."""
    monkeypatch.setitem(vars(skinproof), "forecast", lambda name, *, age=None: Forecast() if (name, age) == ("microneedling", 55) else None)
    monkeypatch.setitem(vars(skinproof), "inspect_ingredients", lambda text, *, route: {"entries": [{"written": text, "route": route}]})
    server = make_server()
    assert {t.name for t in tools_of(server)[0]} == TOOLS | {"ingredients", "forecast"}
    told = called("forecast", server, treatment="microneedling", age=55).structured_content
    assert told["facts"]["median_days"] == 2
    assert told["left_out"] == [{"field": "facts.days", "shown": len(told["facts"]["days"]), "total": 2_000}]
    assert called("ingredients", server, text="Aqua", route="injected").structured_content["facts"]["entries"] == [{"written": "Aqua", "route": "injected"}]


ITEMS = st.lists(st.fixed_dictionaries({"text": st.text(max_size=60)}), max_size=20)


@given(ITEMS, ITEMS, st.integers(0, 3_000))
def test_fit_keeps_order_and_budget(first, second, budget):
    """Lists are cut only from their ends, the whole stays in the budget, and more room never shows less."""
    lists = [Listed(field="a", items=first, share=3.0), Listed(field="b", items=second)]
    made, wider = fit({"core": 1}, lists, budget), fit({"core": 1}, lists, budget + 10_000)
    assert first[: len(made["a"])] == made["a"]
    assert second[: len(made["b"])] == made["b"]
    assert size(made) <= max(budget, size(fit({"core": 1}, lists, 0)))
    assert len(made["a"]) + len(made["b"]) <= len(wider["a"]) + len(wider["b"])
    assert made["truncated"] == (len(made["a"]) < len(first) or len(made["b"]) < len(second))


def asked(transport):
    async def call():
        async with mcp.Client(transport) as client:
            return await client.call_tool("ask", {"question": "does tazarotene shrink pores"})

    return anyio.run(call).structured_content["bottom_line"]


def test_standard_input_gives_the_same():
    """A real process over standard input and output gives the answer that the process here gives."""
    assert asked(stdio_client(StdioServerParameters(command=sys.executable, args=SERVE, env=HERE))) == facts("ask", question="does tazarotene shrink pores")["bottom_line"]


@contextmanager
def served():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([sys.executable, *SERVE, "--http", "--port", str(port)], stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, **HERE})
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield port, process
    finally:
        process.terminate()
        process.communicate(timeout=20)


def test_http_gives_the_same_unlogged():
    """A real server over streamable HTTP gives the same answer, refuses a foreign host name, and logs no request."""
    with served() as (port, process):
        assert asked(f"http://127.0.0.1:{port}/mcp") == facts("ask", question="does tazarotene shrink pores")["bottom_line"]
        with socket.create_connection(("127.0.0.1", port)) as line:
            line.sendall(b"POST /mcp HTTP/1.1\r\nHost: evil.example\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
            assert b" 421 " in line.recv(100)
        process.terminate()
        out, err = process.communicate(timeout=20)
    assert "tazarotene" not in out + err
    assert "POST" not in out + err


def test_missing_package_names_install_line(monkeypatch):
    """Without the SDK the command says how to install it."""
    monkeypatch.setattr(mcp_command, "find_spec", lambda _: None)
    done = CliRunner().invoke(mcp_command.mcp)
    assert done.exit_code == 1
    assert "pip install '.[mcp]'" in done.output
