"""`skinproof serve`: the page on your own machine, or for a clinic."""

from __future__ import annotations

import os
from typing import Any

import click

from skinproof.errors import MissingExtraError, SkinproofError

RATE = "SKINPROOF_API_PER_MINUTE"
_KEEP_ALIVE_S, _CONNECTIONS = 15, 512


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 or :: lets others in.")
@click.option("--port", type=click.IntRange(0, 65535), default=8321, show_default=True, help="Port to listen on.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes; they share the evidence, read-only.")
@click.option("--api-per-minute", type=click.IntRange(0, 100_000), default=120, show_default=True, help="Requests to /api/ that one address may make in each worker; 0 is no limit.")
@click.option("--behind-proxy", metavar="ADDRESSES", help="Addresses of proxies whose X-Forwarded-For is believed, separated by commas.")
def serve(host: str, port: int, workers: int, api_per_minute: int, behind_proxy: str | None) -> None:
    """Open the page on this machine. Nothing that is asked is logged or kept.

    Example: skinproof serve --port 8321
    """
    from skinproof.faces.listening import port_at, shown  # noqa: PLC0415 - loaded when served

    try:
        uvicorn = _parts()
        port = port_at(host, port)
    except SkinproofError as fault:
        raise click.ClickException(str(fault)) from None
    os.environ[RATE] = str(api_per_minute)  # workers are new processes and read it there
    click.echo(f"skinproof listens on http://{shown(host)}:{port} (stop with Ctrl+C). Nothing that is asked is logged or kept.", err=True)
    uvicorn.run(
        "skinproof.faces.serve_command:served_app", factory=True, host=host, port=port, workers=workers, access_log=False, server_header=False, log_level="warning",
        proxy_headers=behind_proxy is not None, forwarded_allow_ips=behind_proxy, timeout_keep_alive=_KEEP_ALIVE_S, limit_concurrency=_CONNECTIONS,
    )


def served_app() -> Any:
    """Return the application of one worker, with the evidence opened."""
    import skinproof  # noqa: PLC0415 - each worker loads it for itself
    from skinproof.faces.web.app import create_app  # noqa: PLC0415 - an optional part

    skinproof.ask("does sunscreen help wrinkles")
    return create_app(api_per_minute=int(os.environ.get(RATE, "120")))


def _parts() -> Any:
    """Return uvicorn; the evidence is opened once, so that a fault shows before anything listens."""
    try:
        import jinja2  # noqa: F401, PLC0415 - an optional part
        import python_multipart  # noqa: F401, PLC0415 - an optional part
        import starlette  # noqa: F401, PLC0415 - an optional part
        import uvicorn  # noqa: PLC0415 - an optional part
    except ModuleNotFoundError as fault:
        raise MissingExtraError.of("The page", str(fault.name), "web") from None
    from skinproof import api  # noqa: PLC0415 - loaded when served

    api.knowledge()
    return uvicorn
