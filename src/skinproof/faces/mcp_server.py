"""The door for assistants: a Model Context Protocol server over the public functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from mcp.server import MCPServer
from mcp.server.transport_security import TransportSecuritySettings
from mcp_types import ToolAnnotations

import skinproof
from skinproof.faces import mcp_tools as tools
from skinproof.faces.mcp_arguments import StrictTool

INSTRUCTIONS = (
    "skinproof is an unsponsored second opinion on cosmetic skin treatments: graded evidence, rules of safety, and sources, looked up, never written by a language model. "
    "Before you say anything about such a treatment, call a tool, and say only what its result says. Do not add facts from memory, do not soften or sharpen the words of certainty, "
    "do not turn verdicts into a score, and do not advise a purchase. Name the sources of what you say by their ids. If urgent is set, repeat what to do first and discuss no benefit. "
    "Where the result holds nothing, say that nothing was found. If truncated is true, say that there is more, or ask for it. You cannot clear anyone for a treatment."
)
_BEYOND = " Do not go beyond these facts: no number, benefit, harm or source that the result does not hold."
_TEXTS = {
    "ask": "Answers a question about a cosmetic skin treatment or product in plain words: bottom line, evidence, harms, precautions, what to ask, with the source ids of every sentence. "
           "Start here. Give the person's own words. Repeat urgent first; then the bottom line with its certainty.",
    "evidence_profile": "All verdicts on one treatment, for one outcome or all: direction, certainty with each step of the grading, people, who paid, sources, and the searches that "
                        "'no study found' rests on. No verdict is not the same as no effect: say that nobody tested it.",
    "compare": "Two to five treatments side by side on the same outcomes. A null cell means that no graded study was found, not that it does not work. "
               "Cells compare with different things; do not rank treatments across them.",
    "study": "One study as it was read: design, people, arms, findings, harms, funding, how much of it was read, its limits. Do not add what you recall of the paper.",
    "fact": "Any fact by the id that a statement, rule or verdict names in source_ids or as its own id: a belief, a rule, a guideline, a part of a treatment's record, a search.",
    "search": "Finds treatments, outcomes and studies by words, with the ids that the other tools take. A hit is no proof of anything.",
    "precautions": "Rules of safety for treatments and a person: urgent signs, what holds for them, when not to book, combinations, waiting times. "
                   "An empty list is no clearance. Say when a rule was not reviewed by a clinician.",
    "ingredients": "Reads an ingredient list and tells what of it matters by the route on which it meets the skin.",
    "forecast": "How long the skin barrier is likely to stay open after a treatment, with its uncertainty. It says nothing about benefit.",
}
_ALWAYS: tuple[Callable[..., Any], ...] = (tools.ask, tools.evidence_profile, tools.compare, tools.study, tools.fact, tools.precautions, tools.search)
_IF_OFFERED: dict[str, Callable[..., Any]] = {"inspect_ingredients": tools.ingredients, "forecast": tools.forecast}


def make_server() -> MCPServer[Any]:
    """Return the server with its tools; ingredients and forecast only when skinproof offers them."""
    offered = (tool for name, tool in _IF_OFFERED.items() if callable(getattr(skinproof, name, None)))
    server: MCPServer[Any] = MCPServer(
        "skinproof", tools=[_strict(tool) for tool in (*_ALWAYS, *offered)], title="skinproof", version=skinproof.__version__, instructions=INSTRUCTIONS, log_level="WARNING",
        description="An unsponsored second opinion on cosmetic skin treatments.",
    )
    # The SDK's tracing would report calls wherever the machine's owner collects traces; nothing leaves here.
    server.middleware[:] = [m for m in server.middleware if type(m).__name__ != "OpenTelemetryMiddleware"]
    return server


def _strict(tool: Callable[..., Any]) -> StrictTool:
    reads = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
    return StrictTool.from_function(tool, description=_TEXTS[tool.__name__] + _BEYOND, annotations=reads)


def http_app(server: MCPServer[Any], host: str, allowed_hosts: Sequence[str] = ()) -> Any:
    """Return the server as an ASGI application at `/mcp` that keeps nothing between requests.

    Args:
        server: the server.
        host: the address that it listens on; for one of this machine only local names are let through.
        allowed_hosts: further names by which it may be called, such as `skin.example.org`.
    """
    names = [n for host_name in allowed_hosts for n in (host_name, f"{host_name}:*")]
    local = ["127.0.0.1:*", "localhost:*", "[::1]:*"]
    security = TransportSecuritySettings(allowed_hosts=[*local, *names], allowed_origins=[f"{scheme}://{name}" for name in (*local, *names) for scheme in ("http", "https")])
    return server.streamable_http_app(json_response=True, stateless_http=True, host=host, transport_security=security, max_request_body_size=1_000_000)


def serve_http(server: MCPServer[Any], host: str, port: int, allowed_hosts: Sequence[str] = ()) -> None:
    """Serve over HTTP until stopped, without an access log.

    Args:
        server: the server.
        host: the address to listen on.
        port: the port to listen on.
        allowed_hosts: further names by which it may be called.
    """
    import uvicorn  # noqa: PLC0415 - only for this transport

    uvicorn.run(http_app(server, host, allowed_hosts), host=host, port=port, access_log=False, log_level="warning")
