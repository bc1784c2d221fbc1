"""Which of these: what is better tested for each aim, what was compared head to head, what goes less deep, what a rule spares."""

from __future__ import annotations

from itertools import combinations, permutations

from skinproof.answer.draft import Draft
from skinproof.answer.efficacy import on
from skinproof.answer.sections.claims import say_verdict, verdict_facts
from skinproof.answer.words import capital, goal_labels, listed, outcome_label
from skinproof.catalogue.treatment import Treatment
from skinproof.safety.context import touches
from skinproof.synthesis.ranking import chance_ahead, direct, level, rank
from skinproof.synthesis.settings import SETTINGS
from skinproof.synthesis.verdict import Verdict

_MOST_COMPARED = 5
_FEW = 3


def add(draft: Draft, section: str) -> None:
    """Say in a line or two how the things compared differ, where treatments and not names of one are compared.

    Args:
        draft: the answer in the making.
        section: where to say it.
    """
    compared = draft.treatments[:_MOST_COMPARED]
    if len(compared) < 2 or draft.gathered.brands_compared or not draft.gathered.choosing:
        return
    _spared(draft, section, compared)
    if draft.decision.direction in {"unsafe", "see_a_doctor", "out_of_scope"}:
        return
    _tested(draft, section, compared)
    pairs = [(a, b) for a, b in permutations(compared, 2) if len(compared) == 2 or not set(a.classes) & set(b.classes)]  # not two members of one family
    heads = [v for a, b in pairs for v in draft.knowledge.verdicts(a.id) if v.comparator == f"active:{b.id}" and (not draft.case.outcomes or v.outcome in draft.case.outcomes)]
    for verdict in sorted((v for v in heads if level(v) >= 0), key=rank)[:1]:
        say_verdict(draft, section, verdict)
    _depth(draft, section, compared)


def _aims(draft: Draft, compared: list[Treatment]) -> list[tuple[str, tuple[str, ...]]]:
    """The aims asked about with their outcomes; without any, what two or more of the things compared are sold for."""
    if draft.case.goals:
        return [(label, draft.knowledge.goals[g].outcomes) for g, label in zip(draft.case.goals, goal_labels(draft.knowledge, draft.case.goals), strict=True)]
    sold = [o for t in compared for o in t.sold_for]
    return [(outcome_label(draft.knowledge, o), (o,)) for o in dict.fromkeys(sold) if sold.count(o) > 1]


def _best(draft: Draft, treatment: Treatment, outcomes: tuple[str, ...]) -> Verdict | None:
    """The surest verdict that a treatment helps with an aim, other than beside another treatment."""
    cells = [v for o in outcomes for v in on(draft.knowledge, treatment.id, o) if (direct(v) or v.comparator == "baseline") and v.direction == "helps" and level(v) >= 0]
    return max(cells, key=lambda v: (level(v), v.participants), default=None)


def _tested(draft: Draft, section: str, compared: list[Treatment]) -> None:
    told: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    facts: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for label, outcomes in _aims(draft, compared)[:_FEW]:
        best = {t.name: v for t in compared if (v := _best(draft, t, outcomes)) is not None}
        _ahead(draft, section, list(best.values()))
        top = max((level(v) for v in best.values()), default=-1)
        leading = tuple(name for name, v in best.items() if level(v) == top)
        key = ("neither", ()) if not leading else ("better", leading) if len(leading) < len(compared) else ("even", leading)
        told.setdefault(key, []).append(label)
        facts.setdefault(key, []).extend([f for v in best.values() for f in verdict_facts(v)] or [f"treatment:{t.id}" for t in compared])
    for (word, leading), labels in told.items():
        others = [t.name for t in compared if t.name not in leading and (word == "neither" or _studied(draft, t))]
        if not others and word == "better":
            continue  # what we hold no study of is not therefore worse tested
        draft.writer.say(section, f"choice.{word}", list(dict.fromkeys(facts[word, leading])), basis="none" if word == "neither" else "trial", goals=listed(labels), best=listed(leading), others=listed(others, "or"))
    if not told:
        ends = listed(f"{t.name} for {listed([outcome_label(draft.knowledge, o) for o in t.sold_for[:_FEW]])}" for t in compared if t.sold_for)
        if ends:
            draft.writer.say(section, "choice.ends", [f"treatment:{t.id}" for t in compared if t.sold_for], basis="none", ends=ends)


def _studied(draft: Draft, treatment: Treatment) -> bool:
    """Whether studies of a treatment are held, or were looked for and not found."""
    return bool(draft.knowledge.verdicts(treatment.id)) or any(treatment.id in s.about for s in draft.knowledge.searches)


def _ahead(draft: Draft, section: str, best: list[Verdict]) -> None:
    """Which effect is larger where two can be set beside each other, or that there is no clear winner."""
    for one, other in combinations(best, 2):
        chance = chance_ahead(one, other)
        if chance is None:
            continue
        winner, loser = (one, other) if chance >= 0.5 else (other, one)
        word = "ahead" if max(chance, 1 - chance) >= SETTINGS.ahead_chance else "no_winner"
        draft.writer.say(
            section, f"choice.{word}", (*verdict_facts(winner), *verdict_facts(loser)), basis="trial", best=draft.knowledge.treatment_name(winner.treatment),
            others=draft.knowledge.treatment_name(loser.treatment), outcome=outcome_label(draft.knowledge, one.outcome), share=f"{100 * max(chance, 1 - chance):.0f}",
        )


def _depth(draft: Draft, section: str, compared: list[Treatment]) -> None:
    gentler = {(b.name, a.name): (a, b) for a, b in permutations(compared, 2) for c in a.classes if b.id in draft.knowledge.gentler.get(c, ())}
    for (gentle, deep), pair in list(gentler.items())[:1]:
        draft.writer.say(section, "choice.gentler", [f"treatment:{t.id}" for t in pair], basis="consensus", gentle=capital(gentle), deep=deep)


def _spared(draft: Draft, section: str, compared: list[Treatment]) -> None:
    against = [a for a in draft.gathered.precautions if a.rule.action in {"stop", "defer", "ask"}]
    touched = {t.id for a in against for t in compared if touches(t, a.rule.scope)}
    spared = [t for t in compared if t.id not in touched]
    if against and touched and spared:
        draft.writer.say(
            section, "choice.spared", [f"precaution:{a.rule.id}" for a in against], basis=against[0].rule.grade, named=listed(t.name for t in compared if t.id in touched),
            spared=listed((t.name for t in spared), "or"),
        )
