"""Everything that bears on a case, looked up in the rooms below, safety first."""

from __future__ import annotations

from collections.abc import Iterable

from skinproof.answer.beliefs import after_the_law, beliefs, nearest_first, not_beside, not_instead, of_another, of_beliefs, told_instead
from skinproof.answer.beside import pair_asked
from skinproof.answer.efficacy import Row, rows_for
from skinproof.answer.everyday import of_leave
from skinproof.answer.gathered import Gathered
from skinproof.answer.happened import done_already, exposed, of_its_course, of_what_followed, still_to_come, symptoms_told
from skinproof.answer.harm import harm_asked_after
from skinproof.answer.inside import inside, potent_and_known
from skinproof.answer.knowledge import Knowledge
from skinproof.answer.lasting import times_asked
from skinproof.answer.law import nearest
from skinproof.answer.practice import practice_of
from skinproof.answer.unruled import unruled
from skinproof.catalogue.rules import CombinationRule, Consensus, Premise, Regulation
from skinproof.question.case import Case
from skinproof.safety.context import Context, context_of
from skinproof.safety.pairs import Spaced, combined, settled, spaced
from skinproof.safety.precautions import Applied, applied, unsaid
from skinproof.safety.red_flags import doubted, expected_swelling, first_days, known_course, of_the_person, raised, well_again


def gather(case: Case, knowledge: Knowledge) -> Gathered:
    """Return everything that bears on a case, safety first.

    Args:
        case: what was understood.
        knowledge: the pack.
    """
    listed = inside(case, knowledge)
    named = [i for name in case.ingredients if (i := knowledge.ingredient(name)) is not None]
    named += potent_and_known(listed, knowledge) if listed else []
    context = context_of(case, knowledge.treatments((*case.treatments, *case.history, *(i.treatment for i in named if i.treatment))), named)
    practice = tuple(practice_of(case, context.treatments, knowledge.practice))
    premises = nearest_first(case, not_beside(practice, beliefs(case, knowledge)))
    precautions = not_instead(case, premises, of_its_course(case, applied(case, context, knowledge.precautions))) + of_beliefs(case, premises, knowledge)
    precautions = after_the_law(case, premises, precautions)
    combinations = _combinations(case, context, premises, knowledge)
    spoken = settled(context, combinations) if "sun" not in case.occasions else frozenset()  # "doxycycline with adapalene" is what guidelines ask for
    precautions = [p for p in precautions if p.condition not in spoken or p.rule.action in {"stop", "defer"}]
    symptoms = symptoms_told(case, context, knowledge)
    precautions = of_what_followed(case, precautions, symptoms)
    exposures = exposed(case, context, precautions) or done_already(case, context, precautions)
    done = bool(exposures) and not still_to_come(case)
    if done:
        precautions = [p for p in precautions if not (p.condition or "").startswith("recent_")]  # that very treatment, and nothing more is asked for
    intervals = _intervals(case, context, premises, knowledge, done=done)
    precautions = _waited(precautions, intervals)
    rows = rows_for(case, knowledge)
    wanted = {i for t in context.treatments for i in (t.id, *t.classes)} or {t for p in premises if p.about_who for t in p.treatments}
    regulation: list[Regulation] = [r for r in knowledge.regulation if wanted & set(r.applies_to)]
    flags, doubtful = doubted(raised(case, context, knowledge.red_flags), case)
    if symptoms and symptoms[0].direction == "helps":
        flags, doubtful = known_course(flags, doubtful, knowledge.red_flags, 1.0 if case.alarm is None else case.alarm, over="well_again" in case.concerns)
        flags = first_days(expected_swelling(flags, case), case)
    if "still_ahead" in case.concerns:
        flags, doubtful = of_the_person(flags, doubtful, knowledge.red_flags, [p.condition for p in precautions if p.rule.action in {"stop", "defer", "ask"}], case.signs, had="had_it" in case.concerns or bool(case.past))
    flags, doubtful = well_again(flags, doubtful, case)
    return of_leave(Gathered(
        case=case, flags=tuple(flags), doubted=tuple(doubtful), inside=listed, treatments=context.treatments,
        precautions=tuple(p for p in precautions if p not in exposures), exposures=tuple(exposures), unsaid=tuple(unsaid(case, context, knowledge.precautions)),
        combinations=combinations, intervals=intervals,
        premises=premises, practice=practice, times=times_asked(case, context.treatments), pair=pair_asked(case, context.treatments, premises),
        symptoms=tuple(symptoms), harm=harm_asked_after(case, context.treatments), had=bool(case.past) or "had_it" in case.concerns or bool(context.past_classes),
        rows=tuple(rows), consensus=tuple(dict.fromkeys(_consensus(case, knowledge, rows))), regulation=nearest(case, regulation),
        illness=_illness(case, premises) if context.treatments else "", unruled=tuple(c for c in unruled(case, context, knowledge, precautions) if c not in spoken),
        aims=_aims_alone(case, knowledge), aimed=_aimed(case, knowledge), ordinary=tuple(s.treatment for s in knowledge.regimen),
    ))


def _intervals(case: Case, context: Context, premises: Iterable[Premise], knowledge: Knowledge, *, done: bool) -> tuple[Spaced, ...]:
    """Gaps that bear on it; none between things of which one was had or only one is meant, and none of somebody else's."""
    if of_another(case, premises):
        return ()
    instead = told_instead(case, premises)
    if case.everyday is not None:
        return tuple(spaced(case, context, knowledge.intervals))
    shows = {"change_asked"} & set(case.concerns) and "often_asked" not in case.concerns and case.repeat_days is None  # "how long till I see it" asks for no gap between sessions
    shows = shows or _something_else_was_had(case)
    one = done or bool({"this_or_that", "all_had", "one_name"} & set(case.concerns))
    return tuple(s for s in spaced(case, context, knowledge.intervals) if s.rule.id not in instead and not (s.rule.kind == "wait_between" and one) and not (s.rule.kind == "how_often" and shows))


_ANEW = frozenset({"again", "often_asked", "all_had"})


def _something_else_was_had(case: Case) -> bool:
    """"Finished isotretinoin two months ago, needling next week, too soon?": not how often needling may be repeated."""
    ahead = {"planned", "booked", "still_ahead"} & set(case.concerns) and "had_it" in case.concerns
    return bool(ahead) and not case.past and not _ANEW & set(case.concerns) and case.repeat_days is None and bool(_COME_BEFORE & set(case.person.conditions))


_COME_BEFORE = frozenset({"isotretinoin_recent", "isotretinoin_past", "nursing", "recent_surgery", "dental_work", "irradiated_skin", "antibiotic_now"})  # what the time that is told counts from


def _combinations(case: Case, context: Context, premises: Iterable[Premise], knowledge: Knowledge) -> tuple[CombinationRule, ...]:
    """Rules about using things together, where more than one is meant and not all are past."""
    if _both_past(case) or "one_name" in case.concerns:
        return ()
    instead = told_instead(case, premises)
    return tuple(c for c in combined(case, context, knowledge.combinations) if c.id not in instead)


def _aims_alone(case: Case, knowledge: Knowledge) -> tuple[str, ...]:
    """Aims named without a treatment, of which something is to be told."""
    told = {"goal_first", "diagnose"} & set(case.concerns) or {"timing", "regulation", "what_went_wrong"} & {p.kind for p in case.parts}
    return tuple(a.id for a in knowledge.aims(case.goals)) if told and not case.treatments and not case.person.has("infant") else ()


# What an illness of the skin shows as, where that is named too: "manchas de melasma".
_SEEN_AS = {"melasma_goal": ("pigment",), "rosacea_goal": ("redness", "vessels"), "eczema_goal": ("redness", "hydration")}


def _aimed(case: Case, knowledge: Knowledge) -> frozenset[str]:
    """The illness of the skin that is all that is to be treated: "a peel for melasma", and not "I have melasma, a peel for wrinkles"."""
    own = {c: f"{c}_goal" for c in case.person.conditions if f"{c}_goal" in case.goals}
    return frozenset(c for c, aim in own.items() if set(case.goals) <= {aim, *knowledge.goals[aim].implies, *_SEEN_AS.get(aim, ())})


def _consensus(case: Case, knowledge: Knowledge, rows: Iterable[Row]) -> list[Consensus]:
    """What guidelines say of the treatments for the outcomes asked; for what it is sold for when none was asked; without a treatment what they recommend for the aims."""
    if not case.treatments:
        told = {r.treatment for r in rows}
        return [c for o in case.outcomes for name, c in knowledge.recommended.get(o, {}).items() if name in told]
    found = []
    meant = _meant_for(case, knowledge)
    for name in case.treatments:
        if meant is not None and name not in meant:
            continue
        record, said = knowledge.treatment(name), knowledge.consensus(name)
        wanted = set(case.outcomes) or set(record.sold_for if record else ())
        found += [c for c in said if wanted & set(c.outcomes)] or ([] if case.outcomes else [c for c in said if c.says != "not_recommended"])
    return found


def _meant_for(case: Case, knowledge: Knowledge) -> set[str] | None:
    """The treatments that are for aims of which nothing was measured: what vitamin C does for brown spots says nothing of psoriasis. None where something was."""
    return {name for goal in case.goals for name in knowledge.goals[goal].only} if case.goals and not case.outcomes else None


def _both_past(case: Case) -> bool:
    """Both were had: whether they go together is no longer the question, unless it is asked."""
    return len(case.treatments) > 1 and set(case.past) >= set(case.treatments) and not any(p.kind == "mixing" for p in case.parts)


def _illness(case: Case, premises: Iterable[Premise]) -> str:
    """The illness or medicine that no rule knows; nothing where a belief speaks of that very word."""
    known = {word for p in premises if "illness_not_known" in p.instead_of for phrase in p.phrases for word in phrase.replace("|", " ").split()}
    return "" if case.unknown_illness.casefold() in known else case.unknown_illness


def _waited(precautions: list[Applied], intervals: Iterable[Spaced]) -> list[Applied]:
    """Leave out "not long ago" where the time that was told is as long as every interval on it asks for: "filler two months ago, laser"."""
    asked = [s for s in intervals if s.rule.kind in {"wait_between", "resume_after"}]
    short = {c for s in asked if s.fit != "long_enough" for c in s.rule.first}
    waited = {c for s in asked if s.fit == "long_enough" for c in s.rule.first if c.startswith("recent_")} - short
    return [p for p in precautions if p.condition not in waited]
