"""Finding out whether an address and a port can be had, before anything says that it listens there."""

from __future__ import annotations

import errno
import socket

from skinproof.errors import InputError

_HIGHER = 1
_NO_ADDRESS = "{host} is no address of this machine. Leave --host out for this machine alone, or give one of its addresses."
_TOLD = {
    errno.EADDRINUSE: "Port {port} is taken. Choose another: --port {other}.", errno.EADDRNOTAVAIL: _NO_ADDRESS,
    errno.EACCES: "Port {port} may not be used from this account. Choose one from 1024 on, such as --port 8321.",
}


def port_at(host: str, port: int) -> int:
    """Return a port that can be listened on.

    Args:
        host: a name or an address.
        port: the port; 0 is any that is free.

    Raises:
        InputError: it cannot be had; the message says what to choose.
    """
    if not host.strip():
        raise InputError("The address to listen on is empty. Leave --host out for this machine alone; 0.0.0.0 lets others in.")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        raise InputError(_NO_ADDRESS.format(host=host)) from None
    try:
        for family, _, _, _, address in found:
            with socket.create_server((address[0], port), family=family) as tried:
                port = tried.getsockname()[1]
    except OSError as fault:
        told = _TOLD.get(fault.errno or 0, "{host} and port {port} cannot be listened on. Choose others with --host and --port.")
        raise InputError(told.format(host=host, port=port, other=port + _HIGHER)) from None
    return port


def shown(host: str) -> str:
    """Return a host as it stands in an address."""
    return f"[{host}]" if ":" in host else host
