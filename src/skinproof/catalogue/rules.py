"""The rules of safety and advice as the facts hold them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from skinproof.catalogue.record import Note, Record, Rule, Scope, Source, need
from skinproof.types import Action, BottomLine, Grade, Urgency


class Precaution(Rule, frozen=True, kw_only=True):
    """When one of these conditions holds for the person, and all of `also`, this action goes with these treatments.

    `if_already` says what to do when the exposure has already happened; `if_already_known` tells whether people in that
    position were studied. One that is `of_product` is about what is used and not about who uses it: it is told only where it holds.
    `short` is a "do not" for anybody in one line, with its reason, or what is to be asked first. One that is `of_provider` speaks of who does it.
    """

    when: tuple[str, ...]
    also: tuple[str, ...] = ()
    scope: Scope
    action: Action
    why: str
    do: str
    until: str | None = None
    if_already: str | None = None
    if_already_known: bool = False
    of_product: bool = False
    of_provider: bool = False
    short: str = ""


class RedFlag(Rule, frozen=True, kw_only=True):
    """Signs that need a doctor, how soon, and what to do meanwhile.

    `signs` is a list of alternatives, each a list of sign ids that must all be present. `after` names the classes of
    treatment that give the signs this meaning; with `needs_context: false` the signs are enough alone. With `needs_had` the
    treatment must have been had, not only be named. What usually `settles` is told, and does not make the bottom line;
    With every span of time named shorter than `early_before` days (and after one of the classes of `early_after`, if there are any) it is the usual course too; with every one at least `late_after` days it is due within days.
    `calm_with` names signs beside which it usually does ("no pain, colour normal"), if one of the classes of `calm_after` is named where there are any, and `calm_do` says what to do then. What is due `soon` is due within two weeks, or, with `within_days`, within days.
    A `firm` one is raised however calm the other words sound. A `last_resort` is raised only where no other flag is. `not_after` names treatments that have a flag of their own: where they alone give the meaning, this one is silent. A `usual` one tells of a usual course, and that is said first. One is told after those that it stands `behind`: they know the cause. `if_young` is said unless an age of 18 or more was told.
    """

    level: Urgency
    signs: tuple[tuple[str, ...], ...]
    after: tuple[str, ...] = ()
    needs_context: bool = True
    why: str
    do: str
    not_this: tuple[str, ...] = ()
    needs_had: bool = False
    settles: bool = False
    calm_with: tuple[str, ...] = ()
    calm_after: tuple[str, ...] = ()
    calm_do: str | None = None
    early_before: float = 0
    late_after: float | None = None
    early_after: tuple[str, ...] = ()
    within_days: bool = False
    last_resort: bool = False
    not_after: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    usual: bool = False
    if_young: str | None = None
    firm: bool = False
    softened: bool = False  # due today by its rule, and within days by the calm of the words


class Interval(Rule, frozen=True, kw_only=True):
    """How long to leave between two things, or how often to do one."""

    about: str = ""
    first: tuple[str, ...]
    then: tuple[str, ...]
    kind: Literal["wait_between", "before_event", "how_often", "stop_before", "resume_after"]
    least_days: float
    most_days: float
    why: str

    def __post_init__(self) -> None:
        need(self.least_days <= self.most_days, "least_days cannot exceed most_days")


class CombinationRule(Rule, frozen=True, kw_only=True):
    """Whether two things may be used together, and how.

    `settles` names conditions that one of the two is itself (doxycycline makes skin sensitive to light): where the rule speaks of that very pair, no wider rule on the condition is told.
    """

    a: tuple[str, ...]
    b: tuple[str, ...]
    settles: tuple[str, ...] = ()
    same_time: Literal["fine", "take_care", "separate", "do_not"]
    why: str
    do: str


class Premise(Rule, frozen=True, kw_only=True):
    """A belief that people bring, and what sourced anatomy, chemistry or law says to it.

    `when_wrong` is the bottom line of a question that rests on the belief if the belief is false: a false fear helps.
    `short` is the answer in one line, the first that a reader sees. A `firm` one stands although the treatment helps otherwise: "laser on white hair".
    `phrases_with_child` count only where the person is pregnant, nursing or trying, `phrases_of_it` only where one of its treatments is asked about: "on tretinoin for years. Does it thin the skin". `instead_of` names precautions, intervals, combinations and other beliefs that are not told where this is asked;
    with `of_another` only where the treatment is somebody else's: what a father takes is nothing that the pregnant one takes.
    `choice` is the line where two of its treatments are set against each other: which, and for whom. One that is `about_who` speaks of who may do it.
    One that is `of_selling` speaks of labels and words of advertising: it does not tell what a thing is, and gives way to what is known of the aim.
    One that holds only for somebody (an allergy, a pregnancy, an illness) or calls something usual or harmless is told only `by_name`: never for words that are merely like it.
    """

    belief: str
    answer: str
    short: str = ""
    choice: str = ""
    verdict: Literal["false", "partly", "true"]
    firm: bool = False
    when_wrong: BottomLine = "does_not_help"
    phrases: tuple[str, ...] = ()
    phrases_with_child: tuple[str, ...] = ()
    phrases_of_it: tuple[str, ...] = ()
    instead_of: tuple[str, ...] = ()
    of_another: bool = False
    about_who: bool = False
    by_name: bool = False
    of_selling: bool = False
    treatments: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()


class Practice(Rule, frozen=True, kw_only=True):
    """What is to be known of the use of a treatment: how much, how strong, when in the day, in which order, after what.

    `asks` are ids of lexicon/asks.yaml. `treatments` holds ids or classes, `goals` what is hoped for; with neither it holds
    for anything. With `when_said`, only where one of these words, or all words of one of these, is in the question; with `bare` these words alone
    name what it is about, and none of its treatments need be named: "how often should I exfoliate". `direction` is the bottom line of a question that asks for this and nothing more; `short` is the answer in one line.
    `instead_of` names beliefs that are not told where this is asked: "is fungal acne catching" asks not whether it is acne.
    """

    asks: tuple[str, ...]
    short: str = ""
    treatments: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    when_said: tuple[str, ...] = ()
    bare: bool = False
    instead_of: tuple[str, ...] = ()
    direction: Literal["helps", "does_not_help", "mixed", "not_enough_evidence", "unsafe"] = "mixed"
    answer: str


class Aftermath(Rule, frozen=True, kw_only=True):
    """What a symptom after a treatment mostly is: how long it lasts, what to do, and from when on it is not usual.

    `after` holds ids or classes of treatments; of those one must have been had. With spans of time named it holds from `least_days` to
    `most_days` after the treatment (after the first use of what is used day by day). A usual symptom `helps`: nothing is wrong. `short` is the answer in one line.
    """

    after: tuple[str, ...]
    phrases: tuple[str, ...]
    least_days: float = 0
    most_days: float | None = None
    direction: Literal["helps", "does_not_help", "mixed", "not_enough_evidence", "unsafe"] = "helps"
    short: str
    answer: str

    def holds_at(self, days: Sequence[float]) -> bool:
        """Tell whether it speaks of any of some spans of time since the treatment; of none named it speaks."""
        return not days or any(self.least_days <= d and (self.most_days is None or d <= self.most_days) for d in days)


class Regulation(Rule, frozen=True, kw_only=True):
    """What a regulator says about a product, use, country and date; never proof of benefit.

    `short` is the answer in one line to who may do it, where that place is named; with `doctors_only` nobody else may. With `when_said`, only where one of these words is in the question: the law of one state.
    """

    jurisdiction: str
    topic: str
    applies_to: tuple[str, ...]
    text: str
    short: str = ""
    doctors_only: bool = False
    when_said: tuple[str, ...] = ()
    date: dt.date | None = None
    not_seen: str | None = None


class Hazard(Rule, frozen=True, kw_only=True):
    """What becomes more dangerous by a route, hung on a class of ingredients."""

    ingredient_class: str
    routes: tuple[str, ...]
    severity: Literal["stop", "high", "caution", "info"]
    proof: Literal["case_reports", "outbreak", "regulator", "laboratory", "inference"]
    text: str
    detail: str


class Consensus(Rule, frozen=True, kw_only=True):
    """What a guideline, a society or a label says of a treatment for some outcomes: weighed after trials, named as such."""

    treatment: str
    outcomes: tuple[str, ...]
    says: Literal["recommended", "conditional", "not_recommended", "uncertain"]
    text: str


class HelpLine(Record, frozen=True, kw_only=True):
    """Emergency and crisis numbers of one country."""

    country: str
    emergency: str
    crisis: str
    poison: str | None = None
    report_harm: str | None = None
    sources: tuple[Source, ...]


class Aim(Record, frozen=True, kw_only=True):
    """What is to be known about an aim, whatever treatment is asked about; it rests on other facts, named by id. `short` is the same in one line.

    The id is that of the goal.
    """

    id: str
    text: str
    short: str = ""
    grade: Grade
    rests_on: tuple[str, ...]


class ProviderQuestion(Record, frozen=True, kw_only=True):
    """A question to ask before booking, and for which classes of treatment it matters."""

    id: str
    classes: tuple[str, ...]
    note: Note


class RegimenStep(Record, frozen=True, kw_only=True):
    """One step of a home regimen: what, when in the day, for which outcomes, not for whom."""

    id: str
    treatment: str
    time: Literal["morning", "evening", "both"]
    order: int
    outcomes: tuple[str, ...]
    not_when: tuple[str, ...] = ()
    note: Note
