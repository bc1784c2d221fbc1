"""Putting pages together: templates, static files, errors; evidence pages are kept, answers never."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

import anyio
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

import skinproof
from skinproof import api
from skinproof.faces.web import words

_FOLDER = Path(__file__).parent
_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8"}
_KEPT_PAGES = 256
_EVIDENCE_AGE_S = 300
EVIDENCE_CACHE = {"cache-control": f"public, max-age={_EVIDENCE_AGE_S}"}


class Static:
    """The static files, read once; an address holds the hash of the content, so that it can be kept for ever."""

    def __init__(self, folder: Path) -> None:
        """Read a folder.

        Args:
            folder: flat; no other file can ever be served.
        """
        self._files = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in _TYPES}
        self._hashes = {name: hashlib.sha256(content).hexdigest()[:12] for name, content in self._files.items()}

    def address(self, name: str) -> str:
        """Return where a file is served."""
        return f"/static/{name}?v={self._hashes[name]}"

    def response(self, name: str) -> Response | None:
        """Return a file, or None."""
        content = self._files.get(name)
        if content is None:
            return None
        return Response(content, headers={"content-type": _TYPES[Path(name).suffix], "cache-control": "public, max-age=31536000, immutable"})


@cache
def static() -> Static:
    """Return the static files."""
    return Static(_FOLDER / "static")


@cache
def _environment() -> Environment:
    environment = Environment(loader=FileSystemLoader(_FOLDER / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.globals |= {
        "static": static().address, "version": skinproof.__version__, "has_ingredients": lambda: hasattr(skinproof, "inspect_ingredients"),
        "has_forecast": lambda: hasattr(skinproof, "forecast"), "evidence": cache(api.evidence_meta), "words": words,
    }
    return environment


def rendered(template: str, **values: Any) -> str:
    """Return a page as HTML.

    Args:
        template: its file.
        values: what fills it; escaped. `say` and `language` are those of English if not given.
    """
    return _environment().get_template(template).render(**{"say": api.messages().word, "language": "en"} | values)


def page(template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """Return a page that nobody keeps.

    Args:
        template: its file.
        status: the HTTP status.
        values: what fills it; escaped.
    """
    return HTMLResponse(rendered(template, **values), status_code=status)


def problem(status: int, message: str) -> HTMLResponse:
    """Return a page that says what was wrong and what to do.

    Args:
        status: the HTTP status.
        message: what to say.
    """
    return page("problem.html", status=status, message=message)


_LOADED: dict[str, Callable[[Any], Any]] = {"treatment": api.treatment_page, "outcome": api.outcome_page, "study": api.study_page, "compare": api.compare}


@lru_cache(maxsize=_KEPT_PAGES)
def kept(kind: str, name: str | tuple[str, ...]) -> bytes:
    """Return an evidence page, kept for the next reader.

    Args:
        kind: treatment, outcome, study or compare.
        name: its id, or the ids compared.

    Raises:
        InputError: there is no such thing.
    """
    return rendered(f"{kind}.html", page=_LOADED[kind](name)).encode()


class Desk:
    """Answers one question after the other in a thread of its own, so that other pages never wait."""

    def __init__(self) -> None:
        self._limiter: anyio.CapacityLimiter | None = None

    async def __call__(self, work: partial[Any]) -> Any:
        """Return what some work returns.

        Args:
            work: a function with its arguments.
        """
        self._limiter = self._limiter or anyio.CapacityLimiter(1)
        return await anyio.to_thread.run_sync(work, limiter=self._limiter)
