"""What is shown of what the treatment does: verdicts, nearest studies, guidelines, who paid, what is known of the aims."""

from __future__ import annotations

from collections import Counter

from skinproof.answer.draft import Draft
from skinproof.answer.efficacy import Row
from skinproof.answer.sections import headline
from skinproof.answer.sections.claims import say_verdict, search_facts, verdict_facts
from skinproof.answer.words import capital, joined, listed, outcome_label, persons, sentence
from skinproof.synthesis.verdict import Verdict

_MOST_ROWS = 8


def weighed(draft: Draft, section: str) -> None:
    """What guidelines and labels say, where the question is about effect.

    Args:
        draft: the answer in the making.
        section: the section to write into.
    """
    for said in sorted(draft.gathered.consensus, key=lambda c: f"consensus:{c.id}" != draft.decision.because)[:2]:
        draft.writer.say(section, "consensus", (f"consensus:{said.id}",), basis=said.grade, text=sentence(said.text))


def decider(draft: Draft, section: str) -> None:
    """The guideline, verdict or record that decided, where the lines above did not come to it.

    Args:
        draft: the answer in the making.
        section: the section to write into.
    """
    kind, _, name = draft.decision.because.partition(":")
    said = next((c for c in draft.gathered.consensus if c.id == name), None) if kind == "consensus" else None
    if said is not None:
        draft.writer.say(section, "consensus", (f"consensus:{said.id}",), basis=said.grade, text=sentence(said.text))
    verdict = draft.knowledge.store.get("verdict", name, Verdict) if kind == "verdict" else None
    if verdict is not None:
        say_verdict(draft, section, verdict)


def closest(draft: Draft, section: str) -> None:
    """For each thing hoped for: the verdict, or the nearest evidence, or that nothing was found.

    Args:
        draft: the answer in the making.
        section: the section to write into.
    """
    rows = draft.gathered.rows[:_MOST_ROWS]
    if not draft.case.treatments:
        rows = tuple(r for r in rows if r.verdict is not None)  # what was chosen on experts' word: their word is told
    if not rows:
        return
    missing = [r for r in rows if r.verdict is None]
    if missing and all(r.verdict is None for r in rows):
        facts = [f for r in missing for f in search_facts(draft, r.treatment, r.outcome)]
        draft.writer.say(section, "no_study", facts, basis="none", treatment=headline.subject(draft), date=draft.knowledge.store.meta["date"])
    nothing: dict[str, list[str]] = {}  # by treatment the aims for which nothing was found
    for row in rows:
        _closest_row(draft, section, row, nothing)
    together: dict[tuple[str, ...], list[str]] = {}
    for treatment, goals in nothing.items():
        together.setdefault(tuple(goals), []).append(treatment)
    for found, names in together.items():
        facts = [f for r in missing if r.treatment in names for f in search_facts(draft, r.treatment, r.outcome)]
        named = listed((draft.knowledge.treatment_name(t) for t in names), "or")
        draft.writer.say(section, "closest.nothing", facts, basis="none", style="bullet", treatments=named, goals=listed(found, "or"))


def _closest_row(draft: Draft, section: str, row: Row, nothing: dict[str, list[str]]) -> None:
    label = draft.knowledge.goals[row.goal].label if row.goal else outcome_label(draft.knowledge, row.outcome)
    if row.verdict is not None:
        say_verdict(draft, section, row.verdict)
        return
    if not row.nearest:
        nothing.setdefault(row.treatment, []).append(label)
        return
    several = len(draft.treatments) > 1
    if several and draft.writer.says_fact(section, "closest.of", f"study:{row.nearest[0].study_id}"):
        nothing.setdefault(row.treatment, []).append(label)  # the same study is told already, for another of them
        return
    for found in row.nearest[: 1 if several else 2]:
        study = draft.knowledge.study(found.study_id)
        draft.writer.say(
            section, "closest.of" if several else "closest", (*verdict_facts(found.verdict), f"study:{found.study_id}"), style="bullet", goal=label if several else capital(label),
            asked=draft.knowledge.treatment_name(row.treatment), treatment=draft.knowledge.treatment_name(found.verdict.treatment), text=joined(found.texts), persons=persons((study.participants if study else None) or found.verdict.participants),
        )


def paid(draft: Draft, section: str) -> None:
    """Say who paid for the studies behind what is told.

    Args:
        draft: the answer in the making.
        section: the section to write into.
    """
    verdicts = [v for r in draft.gathered.rows for v in ((r.verdict,) if r.verdict else (n.verdict for n in r.nearest))]
    kinds = Counter(study.funding.kind for i in {i for v in verdicts for i in v.study_ids} if (study := draft.knowledge.study(i)) is not None)
    if kinds:
        draft.writer.say(
            section, "paid", [f"study:{i}" for i in sorted({i for v in verdicts for i in v.study_ids})], maker=kinds["maker"] + kinds["mixed"], independent=kinds["independent"],
            unknown=kinds["not_stated"] + kinds["not_checked"], studies=sum(kinds.values()),
        )


def aims(draft: Draft, section: str) -> None:
    """What is to be known about the aims, unless the beliefs above have said it.

    Args:
        draft: the answer in the making.
        section: the section to write into.
    """
    if draft.gathered.flags:
        return
    said = {f"premise:{p.id}" for p in draft.gathered.premises}
    for aim in [a for a in draft.knowledge.aims(draft.case.goals) if not said & set(a.rests_on[:2])][:2]:
        draft.writer.say(section, "aim", aim.rests_on, basis=aim.grade, goal=capital(draft.knowledge.goals[aim.id].label), text=aim.text)
