"""Signs that need a doctor: before anything else is said."""

from __future__ import annotations

from collections.abc import Iterable

from skinproof.catalogue.rules import RedFlag
from skinproof.question.case import Case
from skinproof.safety.context import Context

LEVELS = ("routine", "soon", "same_day", "emergency")


def raised(case: Case, context: Context, flags: Iterable[RedFlag]) -> list[RedFlag]:
    """Return the red flags that a case raises, the most urgent first.

    Args:
        case: what was understood.
        context: its treatments, past and present.
        flags: the rules.
    """
    had = bool(context.past_classes or case.past or any(sign.startswith("had_") for sign in (*case.signs, *case.concerns)))
    signs = frozenset(case.signs) | set(case.person.conditions)
    found = [flag for flag in flags if _holds(flag, signs, context) and (had or not flag.needs_had)]
    return sorted(found, key=lambda flag: (-LEVELS.index(flag.level), flag.id))


def _holds(flag: RedFlag, signs: frozenset[str], context: Context) -> bool:
    if flag.needs_context and not context.after(flag.after):
        return False
    return any(group and set(group) <= signs for group in flag.signs)
