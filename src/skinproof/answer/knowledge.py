"""What answering needs from the pack, read once and kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache

from skinproof.catalogue.ingredient import Ingredient
from skinproof.catalogue.kept_pattern import KeptPattern, restored
from skinproof.catalogue.lexicon import Lexicon, Words
from skinproof.catalogue.outcome import Family, Goal, Meaning, Outcome, Search
from skinproof.catalogue.pattern import Element, Pattern
from skinproof.catalogue.phrases import Phrases
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
from skinproof.catalogue.text import words
from skinproof.catalogue.treatment import Treatment
from skinproof.catalogue.word_model import AnswerModel, BeliefModel, Wordings, WordModel
from skinproof.evidence.store import Store
from skinproof.evidence.study import Study
from skinproof.question.vocabulary import Vocabulary
from skinproof.question.wording import likest
from skinproof.skin.brief import Brief
from skinproof.synthesis.verdict import Verdict

_WORDS_KEPT = 4096


class Knowledge:
    """The pack as answering sees it; every list is read when first needed."""

    def __init__(self, store: Store) -> None:
        self.store = store
        # Only what is in the pack is kept for good; words that people type pass through a bounded memory.
        self._patterns = lru_cache(maxsize=_WORDS_KEPT)(self._stored_patterns)
        self._treatments: dict[str, Treatment] = {}
        self._verdicts: dict[str, list[Verdict]] = {}
        self._leaders: dict[str, list[Verdict]] = {}
        self._studies: dict[str, Study] = {}

    @cached_property
    def lexicon(self) -> Lexicon:
        """Names and phrases."""
        return Lexicon(self._patterns, lambda: self._words)

    def _stored_patterns(self, key: str) -> list[Pattern]:
        return restored(self.store.get("pattern", key, list[KeptPattern]) or [], self._elements)

    @cached_property
    def _elements(self) -> list[Element]:
        return self.store.get("lexicon", "elements", list[Element]) or []

    @cached_property
    def _words(self) -> Words:
        return self.store.get("lexicon", "words", Words) or Words(known=frozenset(), guessable=())

    @cached_property
    def goals(self) -> dict[str, Goal]:
        """What people hope for, by id."""
        return self.store.get("lexicon", "goals", dict[str, Goal]) or {}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What understanding a question needs."""
        return Vocabulary(lexicon=self.lexicon, goals=self.goals, carries=self.carries, families=self.families, injected=self.store.get("lexicon", "injected", dict[str, str]) or {}, alarming=self._alarming, answers=self.store.get("lexicon", "answers", AnswerModel), meant=self._meant)

    def _alarming(self, language: str) -> WordModel | None:
        """What was learned of words of alarm in a language."""
        if language not in self._alarms:
            self._alarms[language] = self.store.get("lexicon", f"alarming.{language}", WordModel)
        return self._alarms[language]

    @cached_property
    def _alarms(self) -> dict[str, WordModel | None]:
        return {}

    def _meant(self, text: Sequence[str]) -> tuple[str, Meaning] | None:
        """What a text that names nothing is about, by the likeness of its words; None below the threshold."""
        wordings = self._wordings
        label, likely = likest(text, wordings) if wordings is not None else ("", 0.0)
        meanings = self.store.get("lexicon", "meanings", dict[str, Meaning]) or {}
        return (label, meanings[label]) if wordings is not None and likely >= wordings.threshold and label in meanings else None

    @cached_property
    def _wordings(self) -> Wordings | None:
        return self.store.get("lexicon", "wordings", Wordings)

    @cached_property
    def likeness(self) -> BeliefModel | None:
        """What was learned of which belief a question is most like."""
        return self.store.get("lexicon", "likeness", BeliefModel)

    @cached_property
    def families(self) -> dict[str, Family]:
        """Names wide enough for several treatments, by id."""
        return self.store.get("lexicon", "families", dict[str, Family]) or {}

    @cached_property
    def conditions(self) -> dict[str, Phrases]:
        """Conditions of a person, by id."""
        return self.store.get("lexicon", "conditions", dict[str, Phrases]) or {}

    @cached_property
    def gentler(self) -> dict[str, tuple[str, ...]]:
        """Gentler treatments by class of the treatment that they stand in for."""
        return self.store.get("lexicon", "gentler", dict[str, tuple[str, ...]]) or {}

    @cached_property
    def carries(self) -> dict[str, tuple[str, ...]]:
        """By treatment, the treatments that its usual contents are when used alone."""
        return self.store.get("lexicon", "carries", dict[str, tuple[str, ...]]) or {}

    @cached_property
    def comparators(self) -> dict[str, str]:
        """Names of what only stands in arms of studies."""
        return self.store.get("lexicon", "comparators", dict[str, str]) or {}

    @cached_property
    def _ingredient_names(self) -> dict[str, str]:
        return self.store.get("lexicon", "ingredient_names", dict[str, str]) or {}

    @cached_property
    def outcomes(self) -> dict[str, Outcome]:
        """Outcomes by id."""
        return {o.id: o for o in self.store.all("outcomes", Outcome)}

    @cached_property
    def precautions(self) -> list[Precaution]:
        """Precautions."""
        return self.store.all("precautions", Precaution)

    @cached_property
    def red_flags(self) -> list[RedFlag]:
        """Red flags."""
        return self.store.all("red_flags", RedFlag)

    @cached_property
    def intervals(self) -> list[Interval]:
        """Intervals."""
        return self.store.all("intervals", Interval)

    @cached_property
    def combinations(self) -> list[CombinationRule]:
        """Rules about using together."""
        return self.store.all("combinations", CombinationRule)

    @cached_property
    def hazards(self) -> list[Hazard]:
        """Hazards behind an opened barrier."""
        return self.store.all("hazards", Hazard)

    @cached_property
    def regulation(self) -> list[Regulation]:
        """What regulators say."""
        return self.store.all("regulation", Regulation)

    @cached_property
    def questions(self) -> list[ProviderQuestion]:
        """Questions for the provider."""
        return self.store.all("provider_questions", ProviderQuestion)

    @cached_property
    def regimen(self) -> list[RegimenStep]:
        """Steps of a home regimen."""
        return sorted(self.store.all("regimen", RegimenStep), key=lambda step: step.order)

    @cached_property
    def searches(self) -> list[Search]:
        """Searches that were run."""
        return self.store.all("searches", Search)

    def consensus(self, treatment: str) -> list[Consensus]:
        """Return what guidelines, societies and labels say of a treatment."""
        return self.store.all("consensus", Consensus, topic=treatment)

    @cached_property
    def recommended(self) -> dict[str, dict[str, Consensus]]:
        """What guidelines, societies, approved labels and reviews recommend, by outcome and treatment."""
        found: dict[str, dict[str, Consensus]] = {}
        for said in self.store.all("consensus", Consensus):
            for outcome in said.outcomes if said.says == "recommended" and said.grade in {"consensus", "label", "review"} else ():
                found.setdefault(outcome, {}).setdefault(said.treatment, said)
        return found

    def aims(self, goals: tuple[str, ...]) -> list[Aim]:
        """Return what is to be known about some aims."""
        return list(self.store.some("aims", goals, Aim).values())

    @cached_property
    def practice(self) -> list[Practice]:
        """What is to be known of the use of treatments."""
        return self.store.all("practice", Practice)

    def premises(self, ids: tuple[str, ...]) -> list[Premise]:
        """Return some premises."""
        return list(self.store.some("premises", ids, Premise).values())

    def symptoms(self, ids: tuple[str, ...]) -> list[Aftermath]:
        """Return what is known of some symptoms."""
        return list(self.store.some("aftermath", ids, Aftermath).values())

    def ingredient(self, name: str) -> Ingredient | None:
        """Return an ingredient, or None."""
        return self.store.get("ingredients", name, Ingredient)

    def ingredient_named(self, name: str) -> Ingredient | None:
        """Return the ingredient of a name as a list writes it, or None."""
        found = self._ingredient_names.get(" ".join(words(name)))
        return None if found is None else self.ingredient(found)

    def leaders(self, outcome: str) -> list[Verdict]:
        """Return the helping verdicts on an outcome, the surest first."""
        if outcome not in self._leaders:
            self._leaders[outcome] = list(self.store.some("verdict", self.store.get("leaders", outcome, list[str]) or (), Verdict).values())
        return self._leaders[outcome]

    def help_line(self, country: str) -> HelpLine | None:
        """Return the help lines of a country, or None."""
        return self.store.get("help_line", country, HelpLine)

    def treatment(self, name: str) -> Treatment | None:
        """Return a treatment, or None."""
        found = self._treatments.get(name) or self.store.get("treatment", name, Treatment)
        if found is not None:
            self._treatments[name] = found
        return found

    def treatments(self, names: tuple[str, ...]) -> dict[str, Treatment]:
        """Return some treatments with what they carry, by id."""
        found = {n: t for n in names if (t := self.treatment(n)) is not None}
        carried = {c: t for f in found.values() for c in f.carries if (t := self.treatment(c)) is not None}
        return {**carried, **found}

    def verdicts(self, treatment: str) -> list[Verdict]:
        """Return the verdicts on a treatment."""
        found = self._verdicts.get(treatment) or self.store.all("verdict", Verdict, topic=treatment)
        if found:
            self._verdicts[treatment] = found
        return found

    def forecast(self, key: str) -> Brief | None:
        """Return a prepared forecast of the barrier, or None."""
        return self.store.get("forecast", key, Brief)

    def study(self, name: str) -> Study | None:
        """Return a study, or None."""
        found = self._studies.get(name) or self.store.get("study", name, Study)
        if found is not None:
            self._studies[name] = found
        return found

    def treatment_name(self, name: str) -> str:
        """Return what people call a treatment, also for parts joined by plus signs."""
        if (treatment := self.treatment(name)) is not None:
            return treatment.name
        if "+" in name:
            return " with ".join(self.treatment_name(part) for part in name.split("+"))
        ingredient = self.ingredient(name)
        return ingredient.inci.lower() if ingredient else self.comparators.get(name, name.replace("_", " "))
