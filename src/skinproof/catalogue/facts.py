"""All facts but the studies, read from the folder of text files and checked against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from skinproof.catalogue.files import load, load_all
from skinproof.catalogue.ingredient import AnnexEntry, Claim, Ingredient, ListNote, NamingRule
from skinproof.catalogue.outcome import Family, Goal, Meaning, Outcome, Search
from skinproof.catalogue.phrases import Phrases
from skinproof.catalogue.record import Record
from skinproof.catalogue.rules import (
    Aftermath,
    Aim,
    CombinationRule,
    Consensus,
    Hazard,
    HelpLine,
    Interval,
    Practice,
    Precaution,
    Premise,
    ProviderQuestion,
    RedFlag,
    RegimenStep,
    Regulation,
)
from skinproof.catalogue.treatment import Treatment
from skinproof.catalogue.word_model import AnswerModel, BeliefModel, Wordings, WordModel
from skinproof.errors import FactError
from skinproof.types import INERT, NO_TREATMENT

FOLDER = Path(__file__).parent.parent / "facts"
T = TypeVar("T")

# Name of a file or of a folder of files, and the kind of its records, each with an `id`.
LISTS: dict[str, type[Record]] = {
    "outcomes": Outcome, "precautions": Precaution, "red_flags": RedFlag, "intervals": Interval, "combinations": CombinationRule,
    "premises": Premise, "practice": Practice, "aftermath": Aftermath, "consensus": Consensus, "regulation": Regulation, "hazards": Hazard, "provider_questions": ProviderQuestion, "regimen": RegimenStep, "aims": Aim,
    "ingredients": Ingredient, "naming": NamingRule, "annexes": AnnexEntry, "claims": Claim, "list_notes": ListNote, "searches": Search,
}
PHRASES = {"conditions": "lexicon/conditions.yaml", "kinds": "lexicon/kinds.yaml", "concerns": "lexicon/concerns.yaml", "asks": "lexicon/asks.yaml", "occasions": "lexicon/occasions.yaml", "everyday": "lexicon/everyday.yaml", "places": "lexicon/places.yaml", "signs": "signs.yaml"}


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """Everything in the folder but the studies."""

    version: str
    date: str
    treatments: dict[str, Treatment]
    lists: dict[str, tuple[Any, ...]]
    goals: dict[str, Goal]
    families: dict[str, Family]
    phrases: dict[str, dict[str, Phrases]]
    help_lines: tuple[HelpLine, ...]
    gentler: dict[str, tuple[str, ...]]
    comparators: dict[str, str]
    alarming: dict[str, WordModel]  # by language
    answers: AnswerModel
    likeness: BeliefModel
    wordings: Wordings
    meanings: dict[str, Meaning]

    @property
    def combinations(self) -> dict[frozenset[str], str]:
        """Known combinations of components, and the treatment that each is."""
        return {frozenset(parts): t.id for t in self.treatments.values() for parts in t.made_of}

    @property
    def components(self) -> set[str]:
        """All ids that an arm of a study may name."""
        return {*self.treatments, *(i.id for i in self.lists["ingredients"]), *self.comparators, *INERT, *NO_TREATMENT}


def read_facts(folder: Path = FOLDER) -> Facts:
    """Return the facts of a folder.

    Args:
        folder: where the fact files lie.

    Raises:
        FactError: something is wrong; the message has one line for each fault, with file, line and mend.
    """
    evidence = load(folder / "evidence.yaml", dict[str, Any])
    treatments = load_all(sorted((folder / "treatments").glob("*.yaml")), Treatment)
    lists = {name: _list(folder / name, kind) for name, kind in LISTS.items()}
    facts = Facts(
        version=str(evidence["version"]), date=str(evidence["date"]), treatments={t.id: t for t in treatments}, lists=lists,
        goals=load(folder / "lexicon" / "goals.yaml", dict[str, Goal]), families=load(folder / "lexicon" / "families.yaml", dict[str, Family]),
        phrases={name: load(folder / PHRASES[name], dict[str, Phrases]) for name in PHRASES},
        help_lines=load(folder / "help_lines.yaml", tuple[HelpLine, ...]),
        gentler=load(folder / "gentler.yaml", dict[str, tuple[str, ...]]), comparators=load(folder / "comparators.yaml", dict[str, str]),
        alarming={path.suffixes[0][1:]: msgspec.json.decode(path.read_bytes(), type=WordModel) for path in sorted(folder.glob("words_of_alarm.*.json"))},
        answers=msgspec.json.decode((folder / "words_of_answer.json").read_bytes(), type=AnswerModel), likeness=msgspec.json.decode((folder / "words_of_belief.json").read_bytes(), type=BeliefModel),
        wordings=msgspec.json.decode((folder / "wordings.json").read_bytes(), type=Wordings), meanings=load(folder / "lexicon" / "wordings.yaml", dict[str, Meaning]),
    )
    ids = {"treatments": [t.id for t in treatments], "help_lines": [line.country for line in facts.help_lines], **{name: [r.id for r in records] for name, records in lists.items()}}
    faults = [*_references(facts), *(f"{name}: {i} is given twice; keep one record of it." for name, i in _twice(ids))]
    if faults:
        raise FactError("\n".join(faults))
    return facts


def _list(path: Path, kind: type[Record]) -> tuple[Any, ...]:
    """Read one file, or all files of a folder in the order of their names."""
    files = sorted(path.glob("*.yaml")) if path.is_dir() else [path.with_suffix(".yaml")]
    return tuple(record for file in files for record in load(file, tuple[kind, ...]))  # type: ignore[valid-type]


def _twice(ids: dict[str, list[str]]) -> Iterable[tuple[str, str]]:
    for name, given in ids.items():
        yield from ((name, i) for i, count in sorted(Counter(given).items()) if count > 1)


def _references(facts: Facts) -> Iterable[str]:
    """Ids that one fact uses for another must exist."""
    classes = {c for r in (*facts.treatments.values(), *facts.lists["ingredients"]) for c in r.classes}
    outcomes = {o.id for o in facts.lists["outcomes"]}
    conditions, signs = facts.phrases["conditions"], facts.phrases["signs"]
    for treatment in facts.treatments.values():
        yield from (f"treatments/{treatment.id}.yaml: relative {r!r} has no file." for r in treatment.relatives if r not in facts.treatments)
        yield from (f"treatments/{treatment.id}.yaml: injected form {name!r} has no file." for name in (treatment.injected,) if name is not None and name not in facts.treatments)
        yield from (f"treatments/{treatment.id}.yaml: outcome {o!r} is not in outcomes.yaml." for o in treatment.sold_for if o not in outcomes)
        yield from (f"treatments/{treatment.id}.yaml: {c!r} in carries is no treatment or ingredient; correct it, or add it to the catalogue." for c in treatment.carries if c not in facts.components)
    for name, milder in facts.gentler.items():
        yield from (f"gentler.yaml, {name}: {t!r} has no file; correct it, or add treatments/{t}.yaml." for t in milder if t not in facts.treatments)
    for name, family in facts.families.items():
        yield from (f"lexicon/families.yaml, {name}: {m!r} has no file." for m in family.members if m not in facts.treatments)
    for rule in facts.lists["precautions"]:
        yield from (f"precautions.yaml, {rule.id}: condition {c!r} has no phrases in lexicon/conditions.yaml." for c in rule.when if c not in conditions)
        yield from (f"precautions.yaml, {rule.id}: class {c!r} belongs to no treatment and no ingredient." for c in rule.scope.classes if c not in classes)
        yield from (f"precautions.yaml, {rule.id}: treatment {t!r} has no file." for t in rule.scope.treatments if t not in facts.components)
    for said in facts.lists["consensus"]:
        yield from (f"consensus.yaml, {said.id}: outcome {o!r} is not in outcomes.yaml." for o in said.outcomes if o not in outcomes)
        if said.treatment not in facts.treatments:
            yield f"consensus.yaml, {said.id}: treatment {said.treatment!r} has no file."
    for flag in facts.lists["red_flags"]:
        yield from (f"red_flags.yaml, {flag.id}: sign {s!r} has no phrases in signs.yaml." for group in flag.signs for s in group if s not in signs)
    yield from _premises(facts)
    yield from _aims(facts)
    yield from _practice(facts, classes)
    yield from _aftermath(facts, classes)
    yield from (f"wordings.json: {label!r} is not in lexicon/wordings.yaml; say there what it means." for label in facts.wordings.labels if label not in facts.meanings)
    for label, meaning in facts.meanings.items():
        yield from (f"lexicon/wordings.yaml, {label}: {t!r} has no file." for t in meaning.treatments if t not in facts.treatments)
        yield from (f"lexicon/wordings.yaml, {label}: no such goal as {g!r}." for g in meaning.goals if g not in facts.goals)
    for goal, record in facts.goals.items():
        yield from (f"lexicon/goals.yaml, {goal}: treatment {t!r} has no file." for t in record.only if t not in facts.treatments)
        yield from (f"lexicon/goals.yaml, {goal}: outcome {o!r} is not in outcomes.yaml." for o in record.outcomes if o not in outcomes)


def _premises(facts: Facts) -> Iterable[str]:
    """What a belief is told instead of must exist."""
    known = {"illness_not_known", *(r.id for name in ("precautions", "intervals", "combinations", "premises") for r in facts.lists[name])}
    for premise in facts.lists["premises"]:
        yield from (f"premises.yaml, {premise.id}: instead_of {p!r} is no precaution, interval, combination or belief." for p in premise.instead_of if p not in known)


def _aims(facts: Facts) -> Iterable[str]:
    """Aims must be goals, and what they rest on must exist."""
    known = {f"{kind}:{r.id}" for kind, name in (("premise", "premises"), ("consensus", "consensus"), ("precaution", "precautions"), ("practice", "practice")) for r in facts.lists[name]}
    for aim in facts.lists["aims"]:
        yield from (f"aims.yaml, {aim.id}: it rests on {f!r}, which is no premise, consensus, precaution or practice." for f in aim.rests_on if f not in known)
        if aim.id not in facts.goals:
            yield f"aims.yaml, {aim.id}: no such goal in lexicon/goals.yaml."


def _aftermath(facts: Facts, classes: set[str]) -> Iterable[str]:
    """What a symptom may follow must exist."""
    for fact in facts.lists["aftermath"]:
        yield from (f"aftermath, {fact.id}: {t!r} is no treatment and no class of one." for t in fact.after if t not in facts.treatments and t not in classes)


def _practice(facts: Facts, classes: set[str]) -> Iterable[str]:
    """What is asked, of what, for which aim, and instead of which belief must all exist."""
    beliefs = {premise.id for premise in facts.lists["premises"]}
    asks = {*facts.phrases["asks"], *(f"{thing}_{when}" for thing in facts.phrases["everyday"] for when in ("after", "before"))}
    for fact in facts.lists["practice"]:
        yield from (f"practice.yaml, {fact.id}: {a!r} has no phrases in lexicon/asks.yaml or everyday.yaml." for a in fact.asks if a not in asks)
        yield from (f"practice.yaml, {fact.id}: {t!r} is no treatment and no class of one." for t in fact.treatments if t not in facts.treatments and t not in classes)
        yield from (f"practice.yaml, {fact.id}: no such goal as {g!r} in lexicon/goals.yaml." for g in fact.goals if g not in facts.goals)
        yield from (f"practice.yaml, {fact.id}: instead_of {b!r} is no belief." for b in fact.instead_of if b not in beliefs)
