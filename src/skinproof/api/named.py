"""What has a name: treatments, aims, and the rules of safety that bear on a treatment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from skinproof.api.known import knowledge

if TYPE_CHECKING:
    from skinproof.answer.gathered import Gathered


def treatment_id(name: str) -> str:
    """Return the id of the treatment of a name, brand or misspelling; InputError names what is near."""
    from skinproof.answer.lookup import treatment_id as found  # noqa: PLC0415

    return found(knowledge(), name)


def outcome_ids(name: str) -> tuple[str, ...]:
    """Return the outcomes that could show something hoped for, such as "shrink pores"; InputError lists what is known."""
    from skinproof.answer.lookup import outcome_ids as found  # noqa: PLC0415

    return found(knowledge(), name)


def precautions(treatments: Sequence[str], about: str = "") -> Gathered:
    """Return the rules of safety that bear on treatments (names or ids) and on a person described in plain words; InputError if a treatment is not known."""
    from skinproof.answer.lookup import precautions as found  # noqa: PLC0415

    return found(knowledge(), treatments, about)
