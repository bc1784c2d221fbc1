"""The page of one study: what was done to whom, what was found, who paid, where it was read."""

from __future__ import annotations

from msgspec import Struct

from skinproof.answer.knowledge import Knowledge
from skinproof.answer.pages import figures
from skinproof.answer.pages.treatment import Named
from skinproof.answer.pictures.svg import Picture
from skinproof.answer.words import outcome_label
from skinproof.errors import InputError
from skinproof.evidence.study import Study


class StudyPage(Struct, frozen=True, kw_only=True):
    """One study, and the pages that it informs."""

    study: Study
    outcomes: dict[str, str]  # label by id
    treatments: tuple[Named, ...]
    pictures: tuple[Picture, ...]


def study_page(knowledge: Knowledge, name: str) -> StudyPage:
    """Return the page of a study.

    Args:
        knowledge: the pack.
        name: its id.

    Raises:
        InputError: there is no such study.
    """
    study = knowledge.study(name)
    if study is None:
        raise InputError(f"There is no study with the id {name!r}. Search for its first author or its subject; an id of another kind is no study.")
    given = dict.fromkeys(c.what for arm in study.arms for c in arm.components)
    labels = {f.outcome: outcome_label(knowledge, f.outcome) for f in study.findings}
    return StudyPage(
        study=study, outcomes=labels,
        treatments=tuple(Named(id=t, name=knowledge.treatment_name(t)) for t in given if knowledge.treatment(t) is not None),
        pictures=(*figures.effects_stated([study], labels), *figures.counted_events([study], labels)),
    )
