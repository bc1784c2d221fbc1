"""What can be looked through: treatments, outcomes, studies, and how two treatments compare."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from skinproof.api.known import knowledge

if TYPE_CHECKING:
    from skinproof.answer.fact import Fact
    from skinproof.answer.pages.compare import Comparison
    from skinproof.answer.pages.outcome import OutcomePage
    from skinproof.answer.pages.search import Hit
    from skinproof.answer.pages.study import StudyPage
    from skinproof.answer.pages.treatment import Named, TreatmentPage


def treatment_page(name: str) -> TreatmentPage:
    """Return all that is known of one treatment; InputError if there is none with this id."""
    from skinproof.answer.pages.treatment import treatment_page as page  # noqa: PLC0415

    return page(knowledge(), name)


def outcome_page(name: str) -> OutcomePage:
    """Return all treatments that were tested on one outcome; InputError if there is none with this id."""
    from skinproof.answer.pages.outcome import outcome_page as page  # noqa: PLC0415

    return page(knowledge(), name)


def study_page(name: str) -> StudyPage:
    """Return one study and what it informs; InputError if there is none with this id."""
    from skinproof.answer.pages.study import study_page as page  # noqa: PLC0415

    return page(knowledge(), name)


def fact(name: str) -> Fact:
    """Return any fact by the id that a statement names; InputError if there is none."""
    from skinproof.answer.fact import fact as opened  # noqa: PLC0415

    return opened(knowledge(), name)


def compare(names: Sequence[str]) -> Comparison:
    """Return two to five treatments side by side on the same outcomes; InputError if an id is unknown or the number wrong."""
    from skinproof.answer.pages.compare import compare as compared  # noqa: PLC0415

    return compared(knowledge(), names)


def search(text: str) -> list[Hit]:
    """Return the treatments, outcomes and studies that hold some words; InputError if there is nothing to look for."""
    from skinproof.answer.pages.search import search as found  # noqa: PLC0415

    return found(knowledge(), text)


def treatments() -> list[Named]:
    """Return all treatments by name."""
    from skinproof.answer.pages.treatment import treatment_list  # noqa: PLC0415

    return treatment_list(knowledge())


def outcomes() -> list[Named]:
    """Return all outcomes by name."""
    from skinproof.answer.pages.outcome import outcome_list  # noqa: PLC0415

    return outcome_list(knowledge())


def conditions() -> dict[str, str]:
    """Return what can be said of a person: plain label by id."""
    return {name: phrases.label or name.replace("_", " ") for name, phrases in knowledge().conditions.items()}
