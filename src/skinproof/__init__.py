"""skinproof: an unsponsored second opinion on cosmetic skin treatments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from skinproof.answer.answer import Answer
    from skinproof.answer.verify import Check
    from skinproof.api import ask, forecast, import_inventory, inspect_ingredients, report, synthesize, verify, why
    from skinproof.errors import FactError, InputError, MissingExtraError, PackError, SkinproofError
    from skinproof.ingredients.inspect import Inspection
    from skinproof.question.case import Person
    from skinproof.skin.forecast import Forecast
    from skinproof.skin.solute.solute import Solute
    from skinproof.synthesis.synthesize import Synthesis

__version__ = "0.1.0"
__all__ = [
    "Answer", "Check", "FactError", "Forecast", "InputError", "Inspection", "MissingExtraError", "PackError", "Person", "SkinproofError", "Solute", "Synthesis",
    "__version__", "ask", "forecast", "import_inventory", "inspect_ingredients", "report", "synthesize", "verify", "why",
]

_HOMES = {
    "forecast": "skinproof.api", "import_inventory": "skinproof.api", "inspect_ingredients": "skinproof.api", "synthesize": "skinproof.api",
    "Forecast": "skinproof.skin.forecast", "Inspection": "skinproof.ingredients.inspect", "Solute": "skinproof.skin.solute.solute", "Synthesis": "skinproof.synthesis.synthesize",
    "ask": "skinproof.api", "report": "skinproof.api", "verify": "skinproof.api", "why": "skinproof.api", "Check": "skinproof.answer.verify", "Answer": "skinproof.answer.answer", "Person": "skinproof.question.case", "FactError": "skinproof.errors", "InputError": "skinproof.errors",
    "MissingExtraError": "skinproof.errors", "PackError": "skinproof.errors", "SkinproofError": "skinproof.errors",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"skinproof offers no {name!r}; it offers {', '.join(__all__)}")
    from importlib import import_module  # noqa: PLC0415 - nothing is loaded before it is used

    return getattr(import_module(_HOMES[name]), name)
