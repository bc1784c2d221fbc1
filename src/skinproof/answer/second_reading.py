"""A second reading of the bottom line: of the answers that the facts allow, the one that the words of the question call for.

The gates of `bottom_line` go rule by rule, and the first rule that speaks decides. It may speak to a side issue: a verdict on
wrinkles where the question is which of two clinics, a rule on retinoids where another cream is asked about. Here the words
of the whole question are weighed against what the first reading rests on. Both weights were learned from questions of our own
with the answers of careful experts (`python -m training.train`). The second reading only chooses among what the facts allow:

- an emergency, what needs a doctor the same day, a mole or spot that changes, and any sign in an alarming message stay;
- a yes is never made, only taken back;
- "do not" stays; "wait" and "too soon" are lifted only where little speaks for them, and the rule is still shown;
- "it depends" is open where something is known, and the others only where a rule or a fact says them;
- where a belief, a practical fact or a rule on what has happened answers in so many words, that stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log

from msgspec import Struct
from msgspec.structs import replace

from skinproof.answer.bottom_line import CAUTION, grounds
from skinproof.answer.decision import Decision
from skinproof.answer.gathered import Gathered
from skinproof.catalogue.word_model import AnswerModel
from skinproof.question.case import WITH_CHILD, Case, Part
from skinproof.question.linear import softmax
from skinproof.types import BottomLine

WARNING_STAYS = 0.1  # a "do not" that is at least so likely stays
_STANDS = frozenset({"changing_mole", "fast_changing_mole", "rash_on_cancer_medicine"})  # however calmly it is told
ALARMING = 0.3  # a sign in a message that sounds so alarming stays, and one in a message that was not read
MORE_LIKELY = 1.5  # how much likelier than what the rules said another answer must be; docs/questions.md has the table
_LEAST = 0.01  # so that a word never seen rules nothing out
_URGENT = {"emergency", "same_day"}
_TOLD = {"premise", "practice"}  # what was asked is answered in so many words: no other fact takes their place
_OF_EFFECT = {"verdict", "consensus", ""}  # "it depends" of an effect tells no more than the first reading does
_READ: tuple[BottomLine, ...] = ("helps", "does_not_help", "mixed", "not_enough_evidence", "unsafe", "see_a_doctor")


class FirstReading(Struct, frozen=True, kw_only=True):
    """What the rules said, as far as it is weighed: the direction, what decided, what other rules would have said, and what was asked of the person."""

    got: BottomLine
    gate: str
    could: tuple[BottomLine, ...]
    actions: tuple[str, ...]
    urgency: str
    status: str
    effect: str


def first_reading(first: Decision, others: Iterable[Decision], gathered: Gathered, status: str) -> FirstReading:
    """Return what is weighed of a first reading.

    Args:
        first: its decision.
        others: what other rules would have decided.
        gathered: everything that bears on the case.
        status: the status of the answer.
    """
    kind = first.because if first.because.startswith("kind:") else first.because.partition(":")[0]
    gate = f"{kind}/{first.action}:{first.direction}" if kind else f"none:{first.direction}"
    return FirstReading(
        got=first.direction, gate=gate, could=tuple(sorted({d.direction for d in others})), actions=tuple(sorted({a.rule.action for a in gathered.precautions})),
        urgency=gathered.flags[0].level if gathered.flags else "routine" if gathered.doubted else "none", status=status, effect=f"{first.effect}:{first.certainty}",
    )


def features(found: FirstReading, expected: Mapping[str, float]) -> dict[str, float]:
    """Return what is weighed: the log of what the words call for, and what the first reading rests on as ones.

    Args:
        found: the first reading.
        expected: how likely each direction is by the words alone.
    """
    said = [f"gate={found.gate}", f"got={found.got}", f"urgency={found.urgency}", f"status={found.status}", f"effect={found.effect}"]
    said += [f"could={d}" for d in found.could] + [f"action={a}" for a in found.actions]
    return {f"words={d}": log(expected.get(d, 0.0) + _LEAST) for d in _READ} | dict.fromkeys(said, 1.0)


def weighed(found: FirstReading, expected: Mapping[str, float], model: AnswerModel) -> dict[str, float]:
    """Return how likely each direction is by words and rules together: multinomial logistic regression.

    Args:
        found: the first reading.
        expected: how likely each direction is by the words alone.
        model: what was learned.
    """
    scores = list(model.weighing_bias)
    for name, value in features(found, expected).items():
        for label, weight in enumerate(model.weighing.get(name, ())):
            scores[label] += value * weight
    return dict(zip(model.labels, softmax(scores), strict=True))


def allowed(first: Decision, others: Iterable[Decision], gathered: Gathered, case: Case, status: str) -> dict[BottomLine, Decision]:
    """Return the decisions that the facts allow, by direction, the first reading's among them.

    Args:
        first: the decision of the first reading.
        others: what other rules would have decided.
        gathered: everything that bears on the case.
        case: what was understood.
        status: the status of the answer.
    """
    own = {first.direction: first}
    urgent = bool(gathered.flags) and (gathered.flags[0].id in _STANDS or gathered.flags[0].level in _URGENT or gathered.flags[0].softened or case.alarm is None or case.alarm >= ALARMING)
    if status not in {"answered", "urgent"} or (first.direction == "see_a_doctor" and urgent):
        return own
    kind, _, name = first.because.partition(":")
    if kind in _TOLD or "#" in name or any(e.rule.id == name for e in gathered.exposures):
        feared = first.direction == "helps" and any(p.id == name and p.verdict == "false" for p in gathered.premises)
        doubtful: dict[BottomLine, Decision] = {"mixed": replace(first, direction="mixed")} if gathered.by_likeness and first.direction == "helps" else {}
        return own | doubtful | ({"does_not_help": replace(first, direction="does_not_help")} if feared else {})  # a fear that is not borne out: "no, it does not"
    if kind == "combination" and any(part.kind == "mixing" for part in case.parts):
        return own  # a rule on the very pair answers whether they go together
    if kind == "aftermath" and first.direction != "unsafe":
        return own | {"mixed": replace(first, direction="mixed")}
    open_ = [d for d in others if d.direction not in {"helps", "see_a_doctor", "out_of_scope"} and not (d.direction == "mixed" and d.because.partition(":")[0] in _OF_EFFECT)]
    found = {**{d.direction: d for d in reversed(open_)}, **own}
    known = bool(gathered.treatments or gathered.premises or gathered.practice or gathered.precautions or gathered.aims)
    if first.direction in {"helps", "unsafe", "see_a_doctor"} or (first.direction == "not_enough_evidence" and known):
        found.setdefault("mixed", replace(first, direction="mixed"))
    if first.direction == "see_a_doctor":
        found.setdefault("unsafe", replace(first, direction="unsafe"))
    return found




def _for_a_child(first: Decision, gathered: Gathered) -> bool:
    """Whether it is a rule on pregnancy, a wish for one, or milk that says wait."""
    return any(first.because == f"precaution:{a.rule.id}" and a.condition in WITH_CHILD for a in gathered.precautions)


def read_again(decisions: tuple[tuple[Part, Decision], ...], first: Decision, gathered: Gathered, case: Case, status: str, model: AnswerModel | None) -> tuple[tuple[tuple[Part, Decision], ...], Decision]:
    """Return the decisions after the second reading, and the most cautious of them.

    Args:
        decisions: of each part, by the rules.
        first: the most cautious of them.
        gathered: everything that bears on the case.
        case: what was understood.
        status: the status of the answer.
        model: what was learned; None leaves the first reading.
    """
    if model is None or not case.expected or not decisions:
        return decisions, first
    others = [d for part, _ in sorted(decisions, key=lambda known: known[1] is not first) for d in grounds(part, gathered)]
    likely = weighed(first_reading(first, others, gathered, status), case.expected, model)
    if first.direction == "unsafe" and (likely["unsafe"] > WARNING_STAYS or first.action == "stop" or _for_a_child(first, gathered)):
        return decisions, first
    choices = allowed(first, others, gathered, case, status)
    chosen = choices[max(choices, key=likely.__getitem__)]
    if likely[chosen.direction] < MORE_LIKELY * likely[first.direction]:
        return decisions, first
    at_least = CAUTION.index(chosen.direction)
    return tuple((part, chosen if d is first or CAUTION.index(d.direction) < at_least else d) for part, d in decisions), chosen


__all__ = ["FirstReading", "allowed", "features", "first_reading", "read_again", "weighed"]
