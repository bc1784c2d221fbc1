"""Pages of treatments, outcomes and studies, comparison, search, and how we know."""

from __future__ import annotations

from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from skinproof import api
from skinproof.errors import InputError
from skinproof.faces.web.forms import read_form
from skinproof.faces.web.show import EVIDENCE_CACHE, kept, page, rendered

_PLACES = 5


def _evidence(kind: str, name: str) -> Response:
    try:
        return Response(kept(kind, name), media_type="text/html", headers=EVIDENCE_CACHE)
    except InputError as fault:
        return page("problem.html", status=404, message=str(fault))


async def treatment(request: Request) -> Response:
    """Show one treatment."""
    return _evidence("treatment", request.path_params["name"])


async def outcome(request: Request) -> Response:
    """Show one outcome."""
    return _evidence("outcome", request.path_params["name"])


async def study(request: Request) -> Response:
    """Show one study."""
    return _evidence("study", request.path_params["name"])


async def everything(request: Request) -> Response:
    """List all treatments and outcomes."""
    del request
    return page("everything.html", treatments=api.treatments(), outcomes=api.outcomes())


async def compare(request: Request) -> Response:
    """Compare two to five treatments; without any, offer the choice."""
    chosen = tuple(v for v in request.query_params.getlist("t") if v)
    if not chosen:
        return page("choose.html", treatments=api.treatments(), places=_PLACES, chosen=(), message="")
    try:
        return Response(kept("compare", chosen), media_type="text/html", headers=EVIDENCE_CACHE)
    except InputError as fault:
        return page("choose.html", status=400, treatments=api.treatments(), places=_PLACES, chosen=chosen, message=str(fault))


async def search(request: Request) -> Response:
    """Search by POST, so that the words stay out of addresses."""
    text = (await read_form(request)).field("words") if request.method == "POST" else ""
    hits, message = [], ""
    if text:
        try:
            hits = await request.app.state.desk(partial(api.search, text))
        except InputError as fault:
            message = str(fault)
    return page("search.html", status=400 if message else 200, text=text[:200], hits=hits, message=message)


async def how(request: Request) -> Response:
    """Tell how we know what we say."""
    del request
    counts, _ = api.coverage()
    return Response(rendered("how.html", counts=counts), media_type="text/html", headers=EVIDENCE_CACHE)


async def who(request: Request) -> Response:
    """Tell who we are and what we never do."""
    del request
    return Response(rendered("who.html"), media_type="text/html", headers=EVIDENCE_CACHE)


ROUTES = [
    Route("/treatments", everything), Route("/treatments/{name}", treatment), Route("/outcomes/{name}", outcome), Route("/studies/{name}", study),
    Route("/compare", compare), Route("/search", search, methods=["GET", "POST"]), Route("/how", how), Route("/who", who),
]
