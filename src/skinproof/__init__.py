"""skinproof: an unsponsored second opinion on cosmetic skin treatments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from skinproof.answer.answer import Answer
    from skinproof.answer.verify import Check
    from skinproof.api import ask, report, verify, why
    from skinproof.errors import FactError, InputError, MissingExtraError, PackError, SkinproofError
    from skinproof.question.case import Person

__version__ = "0.1.0"
__all__ = ["Answer", "Check", "FactError", "InputError", "MissingExtraError", "PackError", "Person", "SkinproofError", "__version__", "ask", "report", "verify", "why"]

_HOMES = {
    "ask": "skinproof.api", "report": "skinproof.api", "verify": "skinproof.api", "why": "skinproof.api", "Check": "skinproof.answer.verify", "Answer": "skinproof.answer.answer", "Person": "skinproof.question.case", "FactError": "skinproof.errors", "InputError": "skinproof.errors",
    "MissingExtraError": "skinproof.errors", "PackError": "skinproof.errors", "SkinproofError": "skinproof.errors",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"skinproof offers no {name!r}; it offers {', '.join(__all__)}")
    from importlib import import_module  # noqa: PLC0415 - nothing is loaded before it is used

    return getattr(import_module(_HOMES[name]), name)
