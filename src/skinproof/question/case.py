"""A case: what was understood of a question, and nothing else."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Kind = Literal[
    "does_it_work", "worth_it", "safe_for_me", "which", "timing", "what_went_wrong", "mixing", "ingredient", "regulation", "home_device",
    "price", "course",
]


# States in which what is done may reach a child.
WITH_CHILD = frozenset({"pregnancy", "nursing", "trying_to_conceive"})


class Person(Struct, frozen=True, kw_only=True):
    """The person the question is about, as far as they said."""

    age: int | None = None
    sex: Literal["female", "male"] | None = None
    skin_type: Literal["dry", "oily", "combination", "normal"] | None = None
    country: str | None = None
    conditions: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    about_someone_else: bool = False
    budget: float | None = None
    needles_unwanted: bool = False

    def has(self, *conditions: str) -> bool:
        """Tell whether any of some conditions was named."""
        return any(c in self.conditions for c in conditions)


class Part(Struct, frozen=True, kw_only=True):
    """One question within the question, with the proposition that it puts."""

    kind: Kind
    treatments: tuple[str, ...]
    outcomes: tuple[str, ...]


class Everyday(Struct, frozen=True, kw_only=True):
    """Leave asked for something of daily life beside a treatment: "can I drink wine after botox"."""

    things: tuple[str, ...]  # ids of lexicon/everyday.yaml
    beside: tuple[str, ...]  # the treatments after or before which it is meant
    itself: tuple[str, ...] = ()  # treatments that are no more than the thing: the retinol of "when can I use retinol after botox"
    beforehand: bool = False

    @property
    def asks(self) -> tuple[str, ...]:
        """What practical facts must answer."""
        return tuple(f"{thing}_{'before' if self.beforehand else 'after'}" for thing in self.things)


class Case(Struct, frozen=True, kw_only=True):
    """What was understood."""

    question: str
    language: str
    parts: tuple[Part, ...]
    treatments: tuple[str, ...]
    ingredients: tuple[str, ...]
    goals: tuple[str, ...]
    outcomes: tuple[str, ...]
    person: Person
    signs: tuple[str, ...] = ()
    danger: bool = False  # a word of danger is said: nothing is called usual
    premises: tuple[str, ...] = ()
    premises_of_it: tuple[str, ...] = ()  # beliefs in words that could speak of anything: they count only where their treatment is asked about
    symptoms: tuple[str, ...] = ()  # what may have followed a treatment: ids of aftermath facts
    asks: tuple[str, ...] = ()  # amount, order, aftercare: what of its use is asked
    tried: tuple[str, ...] = ()  # treatments that did not do, where something else is asked for
    left_out: tuple[str, ...] = ()  # treatments that are not wanted, where a way without them is asked for
    past: tuple[str, ...] = ()  # those of the treatments that were already had
    history: tuple[str, ...] = ()  # treatments that were had, where another one is asked about
    done_first: tuple[str, ...] = ()  # treatments behind "after" or "had": what comes before the other thing
    concerns: tuple[str, ...] = ()
    places: tuple[str, ...] = ()  # countries that the words point to, two-letter codes; the person's own is person.country
    occasions: tuple[str, ...] = ()  # event, sun, exercise, makeup, actives: what intervals are also about
    everyday: Everyday | None = None
    ingredient_list: str | None = None
    unknown_names: tuple[str, ...] = ()
    unknown_illness: str = ""
    alike: str = ""  # nothing was named: the wording that the words are most like
    guessed: tuple[tuple[str, str], ...] = ()  # (as typed, read as)
    days: tuple[float, ...] = ()  # spans of time named, in days
    days_ahead: tuple[float, ...] = ()  # those of them that do not lie in the past
    repeat_days: float | None = None  # how often something is repeated
    alarm: float | None = None  # how likely the words are a message that needs a doctor; None where they were not read
    loudest: float | None = None  # the same of their loudest few words, where there are signs
    expected: dict[str, float] = {}  # how likely each direction of an answer is by the words alone; empty where they were not read
    skin_words: bool = False
