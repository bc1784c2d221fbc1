"""Opening one statement: the facts behind it, the steps of its grading, the studies with where they were read."""

from __future__ import annotations

import json
from collections.abc import Iterable

from skinproof.answer.answer import Answer
from skinproof.answer.fact import RECORDS, part_of
from skinproof.answer.knowledge import Knowledge
from skinproof.answer.render.messages import Messages
from skinproof.errors import InputError
from skinproof.evidence.study import Study
from skinproof.synthesis.verdict import Verdict
from skinproof.synthesis.worth import Worth


def why(answer: Answer, name: str, knowledge: Knowledge) -> str:
    """Return what a statement rests on, as text.

    Args:
        answer: the answer.
        name: the id of one of its statements.
        knowledge: the pack that the answer was made from.

    Raises:
        InputError: the answer has no such statement.
    """
    statement = answer.statements.get(name)
    if statement is None:
        raise InputError(f"This answer has no statement {name!r}. It has: {', '.join(answer.statements)}.")
    messages = Messages(answer.catalogue)
    parts = [f"{statement.id}: {messages.say(statement)}", f"Basis: {statement.basis}."]
    if not statement.fact_ids:
        parts.append("A fixed text: it says nothing about a treatment and rests on no fact.")
    parts += ["\n".join(_open(fact, knowledge, messages)) for fact in statement.fact_ids]
    return "\n\n".join(parts)


def _open(fact: str, knowledge: Knowledge, messages: Messages) -> Iterable[str]:
    kind, _, rest = fact.partition(":")
    name, _, field = rest.partition("#")
    if kind == "verdict" and (verdict := knowledge.store.get("verdict", name, Verdict)) is not None:
        yield from verdict_lines(verdict, messages)
    elif kind == "study" and (study := knowledge.study(name)) is not None:
        yield from _study(study)
    elif kind == "evidence":
        meta = knowledge.store.meta
        yield f"Evidence {meta['version']} of {meta['date']}, hash {meta['hash'][:16]}: all that was searched and kept up to that day."
    elif kind in RECORDS and (content := knowledge.store.blob(RECORDS[kind], name)) is not None:
        yield f"{fact}"
        yield from _plain(part_of(json.loads(content), field), 1)
    else:
        yield f"{fact}: what you wrote."


def verdict_lines(verdict: Verdict, messages: Messages) -> Iterable[str]:
    """Yield a verdict with its grading steps and the three views by who paid.

    Args:
        verdict: the verdict.
        messages: of the language to print.
    """
    yield f"verdict {verdict.id}: {verdict.direction}, certainty {verdict.certainty.replace('_', ' ')}"
    for step in verdict.steps:
        yield f"  {step.change:+d}  {messages.reason(step.reason)}"
    if verdict.worth is not None:
        yield f"  worth: {_worth(verdict.worth)}"
    for label, view in (("all", verdict.funding.all), ("without known maker ties", verdict.funding.without_known_maker), ("confirmed independent", verdict.funding.independent)):
        yield f"  {label}: {view.studies} studies, {view.participants} people, {view.direction}, {view.certainty.replace('_', ' ')}"


def _worth(worth: Worth) -> str:
    """Weighing in one line; chances only where an effect size exists, and never as a score."""
    said = worth.word.replace("_", " ")
    if not worth.ways or worth.benefit_chance is None or worth.stability is None:
        return f"{said} (by the table for results without an effect size)"
    net = "no harm has a rate" if worth.net_chance is None else f"chance that it outweighs the harms {worth.net_chance:.2f}"
    turns = "" if worth.tipping_bias_sd is None else f"; a bias of {worth.tipping_bias_sd} SD changes the word"
    return f"{said} (chance of a change that matters {worth.benefit_chance:.2f}; {net}; the same word in {worth.stability:.0%} of {worth.ways} ways to reckon it{turns})"


def _study(study: Study) -> Iterable[str]:
    c = study.citation
    ids = " · ".join(i for i in (f"PMID {c.pmid}" if c.pmid else "", f"doi:{c.doi}" if c.doi else "", c.pmcid or "", c.registry or "", c.url or "") if i)
    yield f"study {study.id}: {c.first_author} {c.year}, {c.journal}. {ids}"
    yield f"  {study.design.replace('_', ' ')}, allocation {study.allocation.replace('_', ' ')}; {study.population.description}; funding {study.funding.kind.replace('_', ' ')}"
    for finding in study.findings:
        yield f"  {finding.outcome}, {finding.arm} against {finding.versus}: {finding.reported} ({finding.result.replace('_', ' ')}; {finding.significance})"
    for source in study.sources:
        yield f"  read: {source.address} ({source.read.replace('_', ' ')}, {source.date})"
    for limit in study.limits:
        yield f"  limit: {limit}"


def _plain(content: object, depth: int) -> Iterable[str]:
    """Nested data as indented lines."""
    indent = "  " * depth
    if isinstance(content, dict):
        for key, value in content.items():
            if isinstance(value, dict | list):
                yield f"{indent}{key}:"
                yield from _plain(value, depth + 1)
            else:
                yield f"{indent}{key}: {value}"
    elif isinstance(content, list):
        for value in content:
            yield from _plain(value, depth) if isinstance(value, dict) else [f"{indent}- {value}"]
    else:
        yield f"{indent}{content}"
