"""The page of one treatment: what it is, what was tested, what a person goes through, rules, searches."""

from __future__ import annotations

from msgspec import Struct

from skinproof.answer.knowledge import Knowledge
from skinproof.answer.pages import figures
from skinproof.answer.pages.barrier_figure import course_after
from skinproof.answer.pages.verdict_line import Cited, VerdictLine, cited, messages_of, verdict_line
from skinproof.answer.pictures.svg import Picture
from skinproof.answer.words import outcome_label
from skinproof.catalogue.outcome import Search
from skinproof.catalogue.rules import Consensus, Regulation
from skinproof.catalogue.treatment import Treatment
from skinproof.errors import InputError
from skinproof.synthesis.ranking import rank


class Named(Struct, frozen=True, kw_only=True):
    """A record by its id and the name that people know."""

    id: str
    name: str


class TreatmentPage(Struct, frozen=True, kw_only=True):
    """All that is known of one treatment."""

    treatment: Treatment
    verdicts: tuple[VerdictLine, ...]
    untested: tuple[Named, ...]  # outcomes that it is sold for and was not tested on
    relatives: tuple[Named, ...]
    studies: tuple[Cited, ...]
    consensus: tuple[Consensus, ...]
    regulation: tuple[Regulation, ...]
    searches: tuple[Search, ...]
    pictures: tuple[Picture, ...]


def treatment_page(knowledge: Knowledge, name: str) -> TreatmentPage:
    """Return the page of a treatment.

    Args:
        knowledge: the pack.
        name: its id.

    Raises:
        InputError: there is no such treatment.
    """
    treatment = knowledge.treatment(name)
    if treatment is None:
        raise InputError(f"There is no treatment with the id {name!r}. Search for it by name.")
    messages = messages_of(knowledge)
    found = sorted(knowledge.verdicts(name), key=rank)
    lines = tuple(verdict_line(knowledge, messages, v) for v in found)
    ids = tuple(dict.fromkeys(i for v in found for i in v.study_ids))
    studies = [s for i in ids if (s := knowledge.study(i)) is not None]
    tested = {v.outcome for v in found}
    labels = {line.outcome: line.outcome_label for line in lines}
    wanted = {treatment.id, *treatment.classes}
    return TreatmentPage(
        treatment=treatment, verdicts=lines, untested=tuple(Named(id=o, name=outcome_label(knowledge, o)) for o in treatment.sold_for if o not in tested),
        relatives=tuple(Named(id=r, name=knowledge.treatment_name(r)) for r in treatment.relatives), studies=cited(knowledge, ids), consensus=tuple(knowledge.consensus(name)),
        regulation=tuple(r for r in knowledge.regulation if wanted & set(r.applies_to)), searches=tuple(s for s in knowledge.searches if name in s.about),
        pictures=(
            *figures.map_of(treatment.name, lines), *figures.needles_used(treatment, studies), *course_after(treatment.id, treatment.name), *figures.effects_stated(studies, labels), *figures.counted_events(studies, labels),
        ),
    )


def treatment_list(knowledge: Knowledge) -> list[Named]:
    """Return all treatments by name."""
    found = [Named(id=t.id, name=t.name) for t in knowledge.store.all("treatment", Treatment) if t.kind != "control"]
    return sorted(found, key=lambda t: t.name.lower())
