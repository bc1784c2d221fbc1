"""The application: routes, errors, limits. It writes no log and keeps no question."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Scope

from skinproof.errors import InputError, SkinproofError
from skinproof.faces.web import ask_pages, evidence_pages, json_api, offered_pages
from skinproof.faces.web.guard import LARGEST_BODY, Guard
from skinproof.faces.web.rate import Rate
from skinproof.faces.web.show import Desk, problem, static

PER_MINUTE = 120
_SENTENCES = {
    404: "There is no such page. The address may be misspelt; start again from the first page.",
    405: "This page cannot be asked in that way. Start again from the first page.",
    413: f"What was sent is too large; up to {LARGEST_BODY // 1024} KB can be read. Leave out what does not matter.",
}


def _told(request: Request, status: int, message: str) -> Response:
    """An error in the form that the caller reads."""
    return json_api.refused(status, message) if request.url.path.startswith(json_api.PREFIX) else problem(status, message)


async def _http_error(request: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    response = _told(request, status, _SENTENCES.get(status, "The request could not be read. Send the form of the page again."))
    response.headers.update(dict(fault.headers or {}) if isinstance(fault, HTTPException) else {})
    return response


async def _unusable(request: Request, fault: Exception) -> Response:
    return _told(request, 400 if isinstance(fault, InputError) else 503, str(fault))


async def _broken(request: Request, fault: Exception) -> Response:
    del fault  # may hold what was asked
    return _told(request, 500, "Something went wrong here, not with you. Please tell the people who run this page, without the question if it is private.")


def _too_large(scope: Scope) -> ASGIApp:
    return _told(Request(scope), 413, _SENTENCES[413])


async def _static_file(request: Request) -> Response:
    return static().response(request.path_params["name"]) or problem(404, _SENTENCES[404])


async def _health(request: Request) -> Response:
    del request
    return Response("ok", media_type="text/plain")


def create_app(*, api_per_minute: int = PER_MINUTE) -> Starlette:
    """Return the application.

    Args:
        api_per_minute: requests to the JSON interface that one address may make; 0 is no limit.
    """
    routes = [
        *ask_pages.ROUTES, *evidence_pages.ROUTES, *offered_pages.ROUTES, *json_api.ROUTES, Route("/static/{name}", _static_file), Route("/health", _health),
    ]
    app = Starlette(
        routes=routes, middleware=[Middleware(Guard, refuse=_too_large)],
        exception_handlers={HTTPException: _http_error, SkinproofError: _unusable, Exception: _broken},
    )
    app.router.redirect_slashes = False
    app.state.desk = Desk()
    app.state.rate = Rate(api_per_minute)
    return app
