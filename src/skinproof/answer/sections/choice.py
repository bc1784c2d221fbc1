"""Which of these: what is better tested for each aim, what was compared head to head, what goes less deep, what a rule spares."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import Literal

from msgspec import Struct

from skinproof.answer.draft import Draft
from skinproof.answer.efficacy import on
from skinproof.answer.sections.claims import say_verdict, verdict_facts
from skinproof.answer.statement import Argument
from skinproof.answer.words import capital, goal_labels, listed, outcome_label
from skinproof.catalogue.treatment import Treatment
from skinproof.safety.context import touches
from skinproof.synthesis.ranking import chance_ahead, direct, level, rank
from skinproof.synthesis.settings import SETTINGS
from skinproof.synthesis.verdict import Verdict

_MOST_COMPARED = 5
_FEW = 3
_MOSTLY = 1 / 3
_LOW = 1  # low certainty
_OF_ANYTHING = {"satisfaction", "global_improvement", "durability", "pain"}  # no aim of one treatment more than of another


class Standing(Struct, frozen=True, kw_only=True):
    """How the things compared stand for some aims: one better tested, all even, none shown to help."""

    word: Literal["better", "even", "thin", "neither"]
    leading: tuple[str, ...]
    others: tuple[str, ...]
    goals: list[str]
    facts: list[str]

    def said(self) -> dict[str, Argument]:
        """Return what fills a message about it."""
        return {"goals": listed(self.goals), "best": listed(self.leading), "others": listed(self.others, "or"), "count": len(self.leading)}


def headline(draft: Draft) -> tuple[str, list[str], dict[str, Argument]] | None:
    """Return the message, facts and words of the first line of a comparison: who won a direct test, else how they stand for the one aim; None if nothing tells them apart.

    Args:
        draft: the answer in the making.
    """
    compared = draft.treatments[:_MOST_COMPARED]
    heads = [v for v in _heads(draft, compared) if level(v) >= _LOW]
    won = next((v for v in heads if v.direction == "helps"), None)
    if won is not None and any(v.outcome == won.outcome and v.direction in {"no_difference", "uncertain", "mixed"} and set(v.study_ids) - set(won.study_ids) for v in heads):
        won = None  # other tests of the very two saw no difference
    if won is not None:
        other = won.comparator.removeprefix("active:")
        message = "headline.choice.won" if level(won) > _LOW else "headline.choice.won.low"
        return message, list(verdict_facts(won)), {"best": draft.knowledge.treatment_name(won.treatment), "others": draft.knowledge.treatment_name(other), "outcome": outcome_label(draft.knowledge, won.outcome)}
    common = [] if draft.case.goals else _all_sold_for(compared)
    ends = None if draft.case.goals or common else _ends(draft, compared)
    if ends is not None:
        return "choice.ends", [f"treatment:{t.id}" for t in compared], {"ends": ends}
    standings = _standings(draft, compared, common)
    warned = _warned(draft, compared)
    if len(standings) == 1 and warned is not None and standings[0].word in {"even", "thin"}:
        return "headline.choice.warned", [*standings[0].facts, warned[0]], {**standings[0].said(), "warned": warned[1]}
    better = [s for s in standings if s.word == "better"]
    if len(better) == 1 and all(s.word in {"better", "thin", "neither"} for s in standings):
        standings = better  # for the rest nothing tells them apart
    if len(standings) == 1:
        return f"headline.choice.{standings[0].word}", standings[0].facts, standings[0].said()
    return ("fixed.headline.choice.by_aim", [f for s in standings for f in s.facts], {}) if standings else None


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
    if _told_by_belief(draft, compared):
        return  # a belief on the very two has said how they compare
    if draft.decision.direction in {"unsafe", "see_a_doctor", "out_of_scope"}:
        return
    standings = _standings(draft, compared)
    for one in standings:
        if f"headline.choice.{one.word}" not in draft.writer.messages(section):
            draft.writer.say(section, f"choice.{one.word}", one.facts, basis="none" if one.word == "neither" else "trial", **one.said())  # type: ignore[arg-type]
    ends = None if draft.case.goals or _all_sold_for(compared) else _ends(draft, compared)
    if ends is not None:
        draft.writer.say(section, "choice.ends", [f"treatment:{t.id}" for t in compared], basis="none", ends=ends)
    for _, outcomes in _aims(draft, compared)[:_FEW]:
        _ahead(draft, section, [v for t in compared if (v := _best(draft, t, outcomes)) is not None])
    heads = _heads(draft, compared)
    for verdict in heads[:1]:
        say_verdict(draft, section, verdict)
    if standings and not heads and any(s.word == "better" for s in standings):
        draft.writer.say(section, "fixed.choice.no_direct_test", [f for s in standings for f in s.facts], basis="none")
    _depth(draft, section, compared)


def _told_by_belief(draft: Draft, compared: list[Treatment]) -> bool:
    """Whether a belief that was told weighs two or more of the things compared, and does not only say no."""
    return any(len({t.id for t in compared} & set(p.treatments)) > 1 and (p.verdict != "false" or p.when_wrong == "mixed") for p in draft.gathered.premises)


def _warned(draft: Draft, compared: list[Treatment]) -> tuple[str, str] | None:
    """Of the things compared, the one and only that a regulator warns of: the fact, and its name."""
    against = {c.treatment: f"consensus:{c.id}" for c in draft.gathered.consensus if c.says in {"not_recommended", "uncertain"} and c.grade == "regulator"}
    named = [t for t in compared if t.id in against]
    return (against[named[0].id], named[0].name) if len(named) == 1 else None


def _heads(draft: Draft, compared: list[Treatment]) -> list[Verdict]:
    """Verdicts of one against the other, the surest first; not those of two members of one family."""
    pairs = [(a, b) for a, b in permutations(compared, 2) if len(compared) == 2 or not set(a.classes) & set(b.classes)]
    heads = [v for a, b in pairs for v in draft.knowledge.verdicts(a.id) if v.comparator == f"active:{b.id}" and (not draft.case.outcomes or v.outcome in draft.case.outcomes)]
    return sorted((v for v in heads if level(v) >= 0), key=rank)


def _all_sold_for(compared: list[Treatment]) -> list[str]:
    """The outcomes that every one of the things compared is sold for: bakuchiol and retinol, both for wrinkles."""
    return [o for o in compared[0].sold_for if o not in _OF_ANYTHING and all(o in t.sold_for for t in compared)]


def _aims(draft: Draft, compared: list[Treatment]) -> list[tuple[str, tuple[str, ...]]]:
    """The aims asked about with their outcomes; without any, what two or more of the things compared are sold for."""
    if draft.case.goals:
        return [(label, draft.knowledge.goals[g].outcomes) for g, label in zip(draft.case.goals, goal_labels(draft.knowledge, draft.case.goals), strict=True)]
    sold = [o for t in compared for o in t.sold_for if o not in _OF_ANYTHING]
    return [(outcome_label(draft.knowledge, o), (o,)) for o in dict.fromkeys(sold) if sold.count(o) > 1]


def _best(draft: Draft, treatment: Treatment, outcomes: tuple[str, ...]) -> Verdict | None:
    """The surest verdict that a treatment helps with an aim, other than beside another treatment."""
    cells = [v for o in outcomes for v in on(draft.knowledge, treatment.id, o) if (direct(v) or v.comparator == "baseline") and v.direction == "helps" and level(v) >= 0]
    return max(cells, key=lambda v: (level(v), v.participants), default=None)


def _standings(draft: Draft, compared: list[Treatment], common: list[str] | None = None) -> list[Standing]:
    """How the things compared stand, aim by aim; for what all are sold for where that is given."""
    told: dict[tuple[Literal["better", "even", "thin", "neither"], tuple[str, ...]], list[str]] = {}
    facts: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    aims = [(outcome_label(draft.knowledge, o), (o,)) for o in common] if common else _aims(draft, compared)
    for label, outcomes in aims[:_FEW]:
        best = {t.name: v for t in compared if (v := _best(draft, t, outcomes)) is not None}
        top = max((level(v) for v in best.values()), default=-1)
        leading = tuple(name for name, v in best.items() if level(v) == top)
        even: Literal["even", "thin"] = "even" if top >= _LOW else "thin"
        word: Literal["better", "even", "thin", "neither"] = "neither" if not leading else "better" if len(leading) < len(compared) else even
        told.setdefault((word, leading), []).append(label)
        facts.setdefault((word, leading), []).extend([f for v in best.values() for f in verdict_facts(v)] or [f"treatment:{t.id}" for t in compared])
    found = [
        Standing(word=word, leading=leading, goals=labels, facts=list(dict.fromkeys(facts[word, leading])), others=tuple(t.name for t in compared if t.name not in leading and (word == "neither" or _studied(draft, t))))
        for (word, leading), labels in told.items()
    ]
    return [s for s in found if s.others or s.word in {"even", "thin"}]  # what we hold no study of is not therefore worse tested


def _ends(draft: Draft, compared: list[Treatment]) -> str | None:
    """What each is sold for, where that is known of each and mostly differs."""
    sold = {t.name: [o for o in t.sold_for if o not in _OF_ANYTHING] for t in compared}
    shared, named = set.intersection(*map(set, sold.values())), set().union(*sold.values())
    if not all(sold.values()) or len(shared) / len(named) > _MOSTLY:
        return None
    return "; ".join(f"{name} ({listed([outcome_label(draft.knowledge, o) for o in aims[:_FEW]])})" for name, aims in sold.items())


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
