"""`skinproof mcp`: the same facts for AI assistants, over the Model Context Protocol."""

from __future__ import annotations

from importlib.util import find_spec

import click

from skinproof.errors import MissingExtraError, SkinproofError

_LOCAL = {"127.0.0.1", "localhost", "::1"}


@click.command()
@click.option("--http", is_flag=True, help="Serve streamable HTTP at /mcp instead of standard input and output.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on, with --http.")
@click.option("--port", type=click.IntRange(1, 65535), default=8766, show_default=True, help="Port to listen on, with --http.")
@click.option("--allow-host", "allowed_hosts", multiple=True, metavar="NAME", help="A name by which it may be called from outside, such as skin.example.org. May be given several times.")
def mcp(host: str, port: int, allowed_hosts: tuple[str, ...], *, http: bool) -> None:
    """Serve AI assistants: ask, compare, evidence_profile, study, fact, search, precautions, ingredients, forecast, all read-only.

    Example: skinproof mcp          (or: skinproof mcp --http --port 8766)
    """
    try:
        _serve(host, port, allowed_hosts, http=http)
    except SkinproofError as fault:
        raise click.ClickException(str(fault)) from None


def _serve(host: str, port: int, allowed_hosts: tuple[str, ...], *, http: bool) -> None:
    if find_spec("mcp") is None:
        raise MissingExtraError.of("Serving assistants", "mcp", "mcp")
    import skinproof.api as api  # noqa: PLC0415, PLR0402 - loaded when asked
    from skinproof.faces import listening, mcp_server  # noqa: PLC0415

    api.knowledge()  # a pack that cannot be used is told before an assistant connects
    server = mcp_server.make_server()
    if not http:
        server.run("stdio")
        return
    port = listening.port_at(host, port)
    if host not in _LOCAL:
        click.echo("This can be reached from other machines, without a password. Put it behind a proxy that you trust, and name it with --allow-host.", err=True)
    click.echo(f"Assistants connect to http://{listening.shown(host)}:{port}/mcp  (stop with Ctrl+C)", err=True)
    mcp_server.serve_http(server, host, port, allowed_hosts)
