"""What every response carries and every request must keep to: headers that shut out other origins, and a limit on bodies."""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 256 * 1024
_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
HEADERS = {
    "content-security-policy": _POLICY, "referrer-policy": "no-referrer", "x-content-type-options": "nosniff", "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin", "x-robots-tag": "noarchive",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
}


class Guard:
    """Adds the headers, and refuses bodies that are too large before anything reads them."""

    def __init__(self, app: ASGIApp, refuse: Callable[[Scope], ASGIApp]) -> None:
        """Stand before an application.

        Args:
            app: the application.
            refuse: returns what answers a request whose body is too large.
        """
        self._app = app
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)

        body = await _whole_body(scope, receive)
        if body is None:
            await self._refuse(scope)(scope, receive, guarded)
            return
        await self._app(scope, _replayed(body, receive), guarded)


async def _whole_body(scope: Scope, receive: Receive) -> bytes | None:
    """Read the body; None when it is larger than allowed."""
    told = dict(scope["headers"]).get(b"content-length", b"")
    if told.isdigit() and int(told) > LARGEST_BODY:
        return None
    parts, size, more = [], 0, True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            break
        part, more = message.get("body", b""), message.get("more_body", False)
        size += len(part)
        if size > LARGEST_BODY:
            return None
        parts.append(part)
    return b"".join(parts)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """Hand out a body that was read already, then whatever follows."""
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again
