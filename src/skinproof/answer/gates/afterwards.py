"""Gates of what has followed a treatment: the usual course, how long, whether it can be undone, what went wrong."""

from __future__ import annotations

from msgspec.structs import replace

from skinproof.answer.decision import Decision, Shown
from skinproof.answer.gates.told import belief_word, practice
from skinproof.answer.gathered import Gathered
from skinproof.question.case import Part

_AFTER = {"what_went_wrong", "does_it_work", "timing", "course", "safe_for_me"}
_AFTER_ONE = _AFTER | {"which", "mixing", "worth_it"}  # "both lips, one bigger than the other"


def usual(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """What a symptom after a treatment mostly is, where no sign of danger was told and more of the same is not asked about."""
    if not gathered.symptoms or any(flag.level != "routine" for flag in gathered.flags) or gathered.exposures or (gathered.carry_on and gathered.hurt and gathered.symptoms[0].direction != "helps") or part.kind not in (_AFTER if len(gathered.treatments) > 1 else _AFTER_ONE):
        return None
    settled = gathered.had and gathered.aftermath and gathered.symptoms[0].direction == "helps"  # it was had: what is usual leads, and the warning follows
    if (not settled and any(p.verdict == "false" and p.when_wrong == "unsafe" for p in gathered.premises)) or (gathered.premises and not gathered.aftermath) or (any(s.rule.kind != "how_often" for s in gathered.intervals) and part.kind == "timing" and not gathered.aftermath):
        return None  # a belief is asked about, or when something may be done again
    told = gathered.symptoms[0]
    return replace(seen.decide(told.direction, f"aftermath:{told.id}", action="stop" if told.direction == "unsafe" else "ok" if told.direction == "helps" else "ask", grade=told.grade), effect="not_asked", certainty="none")


def how_long(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """"How long till the numbness goes": the symptom answers, and not how often the treatment may be repeated."""
    act = gathered.strictest(part)
    if part.kind != "timing" or act is None or not act.fact_id.startswith("interval:") or any(s.rule.kind != "how_often" for s in gathered.intervals):
        return None
    return usual(part, gathered, seen)


def own_marks(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Scabs, dryness and redness that the treatment itself leaves are what is asked about, and no "take care" of something else."""
    act = gathered.strictest(part)
    if gathered.says("leave_asked") and not gathered.case.past:
        return None  # "my skin is peeling, may I have a peel"
    return usual(part, gathered, seen) if act is not None and act.action == "caution" and act.fact_id in gathered.own_marks else None


def undone(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Whether what was had can be undone is asked, and a fact says so: "can the blue lump be melted"."""
    told = gathered.practice[0] if gathered.practice else None
    if part.kind == "timing" and gathered.symptoms:
        return None  # "how many weeks between dissolving and new filler"
    usual = (gathered.fresh or gathered.says("normal")) and any(symptom.direction == "helps" for symptom in gathered.symptoms)  # two days after lip filler, uneven: that settles first
    mild = told is not None and (told.direction == "helps" or (told.direction == "mixed" and not gathered.premises and bool(gathered.flags) and all(f.settles for f in gathered.flags)))  # "heavy brows, any way to reverse it"
    return practice(part, gathered, seen) if told is not None and not usual and "undo" in told.asks and mild else None


def more_of_it(_part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """More of what left marks is offered as the mend: not before somebody else has seen them."""
    offered = gathered.says("more_offered") and gathered.hurt and bool(gathered.treatments)
    return seen.decide("unsafe", "kind:more_of_it", action="stop", basis="consensus") if offered else None


def what_went_wrong(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """More of what has hurt the skin is advised against; else it is told what is usual."""
    if gathered.carry_on and gathered.hurt:
        return seen.decide("unsafe", "kind:carry_on", action="stop", basis="consensus")
    if gathered.harm is not None and not gathered.flags:
        return None  # "my coworker got burned by a laser, does that happen"
    if (part.kind != "what_went_wrong" and not gathered.flags) or (gathered.premises and not gathered.hurt and not gathered.flags and (not gathered.had or _only_asked(gathered))) or any(p.instead_of for p in gathered.premises):
        return None  # nothing was had: a belief is asked about; or one that is told instead of the rules
    if not gathered.treatments and not gathered.flags and {belief_word(p) for p in gathered.premises} & {"helps", "mixed"}:
        return None  # nothing that we hold was named, and a belief that is no warning speaks to it
    return seen.decide("mixed", "kind:what_went_wrong", action="ask", basis="consensus")


def _only_asked(gathered: Gathered) -> bool:
    """"Is it true that it causes low mood, before I start": what may follow is asked about, and no symptom is told."""
    return not gathered.symptoms and (gathered.says("claim_asked") or gathered.says("planned"))


def afterwards(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Whether what has followed is safe, and what to do now, does not turn on what the treatment does for others."""
    if not gathered.aftermath or part.kind not in {"safe_for_me", "timing"}:
        return None
    return seen.decide("mixed", "kind:what_went_wrong", action="ask", basis="consensus")
