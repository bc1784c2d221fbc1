"""An answer as a report to hand on: each sentence with the numbers of its references, and the claims in one table."""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from skinproof.answer.answer import Answer
from skinproof.answer.efficacy import Row
from skinproof.answer.knowledge import Knowledge
from skinproof.answer.pages.verdict_line import compared_with
from skinproof.answer.render.messages import Messages, made_of, messages_of, reference_text
from skinproof.answer.statement import Style
from skinproof.answer.words import capital, counted, outcome_label, persons
from skinproof.catalogue.record import Source
from skinproof.evidence.study import Citation
from skinproof.synthesis.verdict import Verdict

# Kind of a fact id, and the kind of its record in the pack, for facts that name pages.
_PAGES = {
    "precaution": "precautions", "red_flag": "red_flags", "interval": "intervals", "combination": "combinations", "premise": "premises", "practice": "practice", "aftermath": "aftermath", "regulation": "regulation",
    "hazard": "hazards", "regimen": "regimen", "question": "provider_questions", "treatment": "treatment", "help_line": "help_line", "consensus": "consensus",
}
_WITHOUT_HEADING = {"bottom_line", "urgent"}
_COLUMNS = ("treatment", "outcome", "against", "shown", "certainty", "people", "paid")


class Sentence(Struct, frozen=True, kw_only=True):
    """What one statement says, and the numbers of its references."""

    text: str
    marks: tuple[int, ...]


class Block(Struct, frozen=True, kw_only=True):
    """Sentences shown together."""

    style: Style
    sentences: tuple[Sentence, ...]


class Chapter(Struct, frozen=True, kw_only=True):
    """A section of the answer; the first one has no heading."""

    id: str
    heading: str
    blocks: tuple[Block, ...]


class Reference(Struct, frozen=True, kw_only=True):
    """A study or page that sentences rest on."""

    number: int
    text: str
    address: str


class Table(Struct, frozen=True, kw_only=True):
    """Claims × evidence: headings, and one row of words for each claim."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Report(Struct, frozen=True, kw_only=True):
    """A whole report, ready to be set."""

    language: str
    kind: str
    asked: str
    question: str
    lead: Chapter | None
    table: Table | None
    chapters: tuple[Chapter, ...]
    references_heading: str
    references: tuple[Reference, ...]
    marks_note: str
    informs: str
    made: str
    as_of: str


def report_of(answer: Answer, knowledge: Knowledge) -> Report:
    """Return the report of an answer.

    Args:
        answer: the answer.
        knowledge: the pack that it was made from.
    """
    messages = messages_of(answer.catalogue)
    numbering = _Numbering(answer, knowledge, messages)
    chapters = tuple(_chapters(answer, messages, numbering))
    lead = next((c for c in chapters if not c.heading), None)
    return Report(
        language=answer.language, kind=messages.fixed("report.kind"), asked=messages.fixed("report.question"), question=" ".join(answer.case.question.split()), lead=lead,
        table=_table(answer, knowledge, messages), chapters=tuple(c for c in chapters if c is not lead), references_heading=messages.fixed("heading.references"),
        references=tuple(numbering.references), marks_note=messages.fixed("report.marks"), informs=messages.fixed("informs"), made=made_of(answer, messages), as_of=answer.as_of,
    )


def address_of(citation: Citation) -> str:
    """Return where a paper can be opened: its DOI, else PubMed, PubMed Central, or its own page; empty when only a trial number is known."""
    if citation.doi:
        return f"https://doi.org/{citation.doi}"
    if citation.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{citation.pmid}/"
    return f"https://pmc.ncbi.nlm.nih.gov/articles/{citation.pmcid}/" if citation.pmcid else citation.url or ""


def _chapters(answer: Answer, messages: Messages, numbering: _Numbering) -> Iterable[Chapter]:
    for section in answer.sections:
        blocks = tuple(
            Block(style=line.style, sentences=tuple(
                Sentence(text=messages.say(s), marks=numbering.marks(s.fact_ids)) for s in (answer.statements[name] for name in line.statements)
            )) for line in section.lines
        )
        yield Chapter(id=section.id, heading="" if section.id in _WITHOUT_HEADING else messages.fixed(f"heading.{section.id}"), blocks=blocks)


class _Numbering:
    """References numbered in the order in which sentences first need them."""

    def __init__(self, answer: Answer, knowledge: Knowledge, messages: Messages) -> None:
        self.references: list[Reference] = []
        self._knowledge = knowledge
        self._messages = messages
        self._numbers: dict[str, int] = {}
        self._studies = {study.id: (study, reference_text(answer, place, messages)) for place, study in enumerate(answer.studies)}

    def marks(self, facts: Iterable[str]) -> tuple[int, ...]:
        return tuple(sorted({number for fact in facts for number in self._numbers_of(fact)}))

    def _numbers_of(self, fact: str) -> list[int]:
        kind, _, rest = fact.partition(":")
        name, _, field = rest.partition("#")
        if kind == "study" and name in self._studies:
            study, text = self._studies[name]
            address = address_of(study.citation)
            return [self._number(fact.partition("#")[0], text.replace(f" {address}", ""), address)]
        return [self._number(page.address, _page_text(page, self._messages), page.address) for page in _pages(self._knowledge, kind, name, field)]

    def _number(self, key: str, text: str, address: str) -> int:
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self.references.append(Reference(number=self._numbers[key], text=text, address=address))
        return self._numbers[key]


def _pages(knowledge: Knowledge, kind: str, name: str, field: str) -> list[Source]:
    """The pages that a fact names: of one field of a treatment, or of a whole rule."""
    content = knowledge.store.blob(_PAGES[kind], name) if kind in _PAGES and (kind != "treatment" or field) else None
    if content is None:
        return []
    record = json.loads(content)
    for step in filter(None, field.split(".")):
        record = record[int(step)] if isinstance(record, list) else record.get(step, {})
    record = record.get("note", record) if isinstance(record, dict) else {}
    return msgspec.convert(record.get("sources", []), list[Source])


def _page_text(page: Source, messages: Messages) -> str:
    ids = [f"PMID {page.pmid}" if page.pmid else "", f"doi:{page.doi}" if page.doi else ""]
    named = " · ".join(i for i in (page.citation or urlsplit(page.address).hostname or page.address, *ids) if i)
    return f"{named} ({messages.word(f'read.{page.read}')}, {page.date})"


def _table(answer: Answer, knowledge: Knowledge, messages: Messages) -> Table | None:
    rows = tuple(_row(row, knowledge, messages) for row in answer.gathered.rows) if answer.status == "answered" else ()
    columns = tuple(messages.fixed(f"report.{name}") for name in _COLUMNS)
    return Table(title=messages.fixed("report.table"), columns=columns, rows=rows) if rows else None


def _row(row: Row, knowledge: Knowledge, messages: Messages) -> tuple[str, ...]:
    name, outcome = capital(messages.fact(knowledge.treatment_name(row.treatment))), messages.fact(outcome_label(knowledge, row.outcome))
    verdict = row.verdict
    if verdict is None:
        return (name, outcome, "–", messages.fixed("report.no_evidence"), messages.fixed("report.none"), "–", "–")
    return (
        name, outcome, messages.fact(compared_with(knowledge, verdict)), messages.fixed(f"report.{verdict.direction}"), messages.fixed(f"report.{verdict.certainty}"),
        f"{messages.fact(counted(verdict.studies, verdict.reviews))}, {messages.fact(persons(verdict.participants, verdict.silent))}", _paid(verdict, messages),
    )


def _paid(verdict: Verdict, messages: Messages) -> str:
    paid = verdict.funding
    maker = paid.all.studies - paid.without_known_maker.studies
    counts = (("maker", maker), ("independent", paid.independent.studies), ("unseen", paid.without_known_maker.studies - paid.independent.studies))
    return ", ".join(f"{messages.fixed(f'report.{name}')} {count}" for name, count in counts)
