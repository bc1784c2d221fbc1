"""The ask box, the answer, and the link that is made only on request."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import skinproof
from skinproof import api
from skinproof.errors import InputError
from skinproof.faces.web.forms import OFFERED, Said, read_form, typed
from skinproof.faces.web.show import page

if TYPE_CHECKING:
    from skinproof import Answer

LONGEST_LINK = 1500


def offered(language: str = "en") -> dict[str, str]:
    """Return the conditions that the form offers, label by id.

    Args:
        language: two letters.
    """
    known, messages = api.conditions(), api.messages(language)
    return {name: messages.fact(known[name]) for name in OFFERED if name in known}


async def front(request: Request) -> Response:
    """Show the ask box."""
    del request
    return page("front.html", offered=offered(), question="", said=Said())


async def ask(request: Request) -> Response:
    """Answer a question that came by POST."""
    form = await read_form(request)
    return await _answered(request, form.field("question"), form.said())


async def linked(request: Request) -> Response:
    """Answer the question of a link, and say so if the evidence has changed since it was made."""
    query = request.query_params
    said = typed(lambda name: query.get(name, "").strip(), query.getlist("condition"))
    return await _answered(request, query.get("q", ""), said, linked=True, asked_with=query.get("evidence", ""))


async def _answered(request: Request, question: str, said: Said, *, linked: bool = False, asked_with: str = "") -> Response:
    """The page of an answer; nothing of it is kept."""
    if len(question) > api.LONGEST_QUESTION or not question:
        message = f"The question has {len(question):,} characters; up to {api.LONGEST_QUESTION:,} can be read. Leave out what does not matter."
        return page("front.html", status=400, offered=offered(), question="", said=said, message=message if question else "The question is empty. Ask in plain words.")
    try:
        html, answer = await request.app.state.desk(partial(_html, question, said))
    except InputError as fault:
        return page("front.html", status=400, offered=offered(), question=question, said=said, message=str(fault))
    changed = asked_with if asked_with and asked_with != answer.evidence["version"] else ""
    return page(
        "answer.html", answer=html, question=question, said=said, offered=offered(answer.language), linked=linked, changed=changed, linkable=len(_query(question, said)) <= LONGEST_LINK,
        say=api.messages(answer.language).word, language=answer.language,
    )


def _html(question: str, said: Said) -> tuple[str, Answer]:
    answer = skinproof.ask(question, profile=said.person())
    return api.answer_html(answer, pages=True), answer


def _query(question: str, said: Said) -> str:
    """What a link to an answer holds."""
    told = {k: v for k, v in msgspec.to_builtins(said).items() if v and k != "conditions"}
    return urlencode([("q", question), *told.items(), *(("condition", c) for c in said.conditions), ("evidence", api.evidence_meta()["version"])])


async def link(request: Request) -> Response:
    """Make a link that carries the question, with a warning that it does."""
    form = await read_form(request)
    question, said = form.field("question"), form.said()
    said.person()
    if not question:
        raise InputError("There is no question to make a link of. Ask first.")
    query = _query(question, said)
    if len(query) > LONGEST_LINK:
        raise InputError("The question is too long for a link. Save the answer instead: print it, or use skinproof report.")
    return page("link.html", address=f"/linked?{query}")


ROUTES = [Route("/", front), Route("/ask", ask, methods=["POST"]), Route("/linked", linked), Route("/link", link, methods=["POST"])]
