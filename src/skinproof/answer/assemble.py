"""Case → Answer: gather, decide, write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from msgspec.structs import replace

from skinproof.answer.answer import Answer, Status
from skinproof.answer.asking import HURT
from skinproof.answer.bottom_line import CAUTION, Decision, decide
from skinproof.answer.draft import Draft
from skinproof.answer.efficacy import Row, rows_for
from skinproof.answer.gathered import PLAIN, Gathered
from skinproof.answer.harm import harm_asked_after
from skinproof.answer.inside import inside, potent_and_known
from skinproof.answer.knowledge import Knowledge
from skinproof.answer.lasting import times_asked
from skinproof.answer.law import nearest
from skinproof.answer.practice import practice_of
from skinproof.answer.second_reading import read_again
from skinproof.answer.sections import (
    alternatives,
    barrier,
    barrier_forecast,
    claims,
    first_screen,
    going_through,
    home,
    nothing_known,
    safety,
    understood,
    urgent,
)
from skinproof.answer.sections import inside as inside_section
from skinproof.answer.statement import Writer
from skinproof.catalogue.rules import Aftermath, CombinationRule, Consensus, Premise, Regulation
from skinproof.question.case import Case, Part
from skinproof.question.kinds import CONTEXT_SIGNS
from skinproof.question.language import SUPPORTED
from skinproof.question.person import SERIOUS
from skinproof.safety.context import Context, context_of
from skinproof.safety.pairs import Spaced, combined, spaced
from skinproof.safety.precautions import Applied, applied, unsaid
from skinproof.safety.red_flags import doubted, known_course, raised

ENGINE = "0.1.0"
ORDER = (
    "urgent", "bottom_line", "understood", "claims", "inside", "alternatives", "sceptical", "barrier", "harms", "precautions", "regulation", "timing", "regimen", "ask", "change",
)


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
    premises = _nearest_first(case, _beliefs(case, knowledge))
    precautions = _not_instead(case, premises, _of_its_course(case, applied(case, context, knowledge.precautions))) + _of_beliefs(case, premises, knowledge)
    exposures = _exposures(case, context, precautions) or _done(case, context, precautions)
    done = bool(exposures) and not _still_to_come(case)
    if done:
        precautions = [p for p in precautions if not (p.condition or "").startswith("recent_")]  # that very treatment, and nothing more is asked for
    intervals = _intervals(case, context, premises, knowledge, done=done)
    precautions = _waited(precautions, intervals)
    rows = rows_for(case, knowledge)
    wanted = {i for t in context.treatments for i in (t.id, *t.classes)}
    regulation: list[Regulation] = [r for r in knowledge.regulation if wanted & set(r.applies_to)]
    symptoms = _symptoms(case, context, knowledge)
    flags, doubtful = doubted(raised(case, context, knowledge.red_flags), case)
    if symptoms and symptoms[0].direction == "helps":
        flags, doubtful = known_course(flags, doubtful, knowledge.red_flags, 1.0 if case.alarm is None else case.alarm)
    return Gathered(
        case=case, flags=tuple(flags), doubted=tuple(doubtful), inside=listed, treatments=context.treatments,
        precautions=tuple(p for p in precautions if p not in exposures), exposures=tuple(exposures), unsaid=tuple(unsaid(case, context, knowledge.precautions)),
        combinations=_combinations(case, context, premises, knowledge), intervals=intervals,
        premises=premises, practice=tuple(practice_of(case, context.treatments, knowledge.practice)), times=times_asked(case, context.treatments),
        symptoms=tuple(symptoms), harm=harm_asked_after(case, context.treatments), had=bool(case.past) or "had_it" in case.concerns or bool(context.past_classes),
        rows=tuple(rows), consensus=tuple(dict.fromkeys(_consensus(case, knowledge, rows))), regulation=nearest(case, regulation),
        illness=_illness(case, premises) if context.treatments else "", unruled=_unruled(case, context, knowledge, precautions),
        aims=_aims_alone(case, knowledge), aimed=_aimed(case, knowledge), ordinary=tuple(s.treatment for s in knowledge.regimen),
    )


def _intervals(case: Case, context: Context, premises: Iterable[Premise], knowledge: Knowledge, *, done: bool) -> tuple[Spaced, ...]:
    """Gaps that bear on it; none between things of which one was had or only one is meant, and none of somebody else's."""
    if _of_another(case, premises):
        return ()
    instead = _told_instead(case, premises)
    one = done or bool({"this_or_that", "all_had", "one_name"} & set(case.concerns))
    return tuple(s for s in spaced(case, context, knowledge.intervals) if s.rule.id not in instead and not (s.rule.kind == "wait_between" and one))


def _combinations(case: Case, context: Context, premises: Iterable[Premise], knowledge: Knowledge) -> tuple[CombinationRule, ...]:
    """Rules about using things together, where more than one is meant and not all are past."""
    if _both_past(case) or "one_name" in case.concerns:
        return ()
    instead = _told_instead(case, premises)
    return tuple(c for c in combined(case, context, knowledge.combinations) if c.id not in instead)


def _aims_alone(case: Case, knowledge: Knowledge) -> tuple[str, ...]:
    """Aims named without a treatment, of which something is to be told."""
    told = {"goal_first", "diagnose"} & set(case.concerns) or {"timing", "regulation", "what_went_wrong"} & {p.kind for p in case.parts}
    return tuple(a.id for a in knowledge.aims(case.goals)) if told and not case.treatments and not case.person.has("infant") else ()


_MOST_SYMPTOMS = 2
_ALSO_AN_AIM = {"pigment_change"}  # "dark spots from the sun, is pico ok"
_LATE = 28  # days


def _told_as_had(case: Case, context: Context) -> bool:
    """Whether a treatment, or what followed it, is told as had."""
    return bool(case.past or context.past_classes or {"had_it", "harm_told", "all_had"} & set(case.concerns))


def _symptoms(case: Case, context: Context, knowledge: Knowledge) -> list[Aftermath]:
    """What is known of the symptoms told, of treatments that were had; what speaks of the one treatment before what speaks of its class."""
    kinds = {p.kind for p in case.parts}
    if "harm_asked" in case.concerns and "what_went_wrong" not in kinds and not _told_as_had(case, context):
        return []  # "will a peel make my dark marks worse": nothing has followed
    if not case.symptoms or not (_told_as_had(case, context) or ("what_went_wrong" in kinds and case.days) or (HURT & set(case.signs) - (_ALSO_AN_AIM if "safe_for_me" in kinds else set()) and "which" not in kinds) or kinds & {"timing", "course"}):
        return []
    named = {t.id for t in context.treatments}
    asked = named | {c for t in context.treatments for c in t.classes}
    had = asked or {t.id for t in context.history} | set(context.had_classes) | set(context.past_classes)
    past = tuple(d for d in case.days if d not in case.days_ahead)
    found = [told for told in knowledge.symptoms(case.symptoms) if had & set(told.after) and told.holds_at(past or case.days) and not (case.danger and told.direction == "helps")]
    if not case.days and not _told_as_had(case, context):
        found = [told for told in found if told.least_days < _LATE]  # when it shows is asked before it was had
    return sorted(found, key=lambda told: (not named & set(told.after), case.symptoms.index(told.id)))[:_MOST_SYMPTOMS]


_ITS_OWN_MARKS = {"open_wound", "barrier_damaged"}


def _of_its_course(case: Case, found: Iterable[Applied]) -> list[Applied]:
    """Leave out that the very treatment was had, and soften what it left, where nothing new is planned: "scabs after my IPL, normal?"."""
    kinds = {p.kind for p in case.parts}
    after = {"what_went_wrong", "does_it_work", "course"} | ({"safe_for_me"} if "again" not in case.concerns else set()) | ({"timing"} if len(case.treatments) == 1 else set())
    if case.history and "planned" in case.concerns:
        return list(found)  # "got botox three days ago and I want radiofrequency now"
    if not kinds <= after or "what_went_wrong" not in kinds or "had_it" not in case.concerns or "carry_on" in case.concerns:
        return list(found)
    bruised = any("bruise" in name for name in case.symptoms)
    more = not bruised or "planned" in case.concerns or ("leave_asked" in case.concerns and "goal_first" not in case.concerns)  # "a bruise from filler and a party in 3 days, what can I do" plans nothing
    over = {"sunburn_or_tan"} if more else {"sunburn_or_tan", "event_within_2_weeks"}
    kept = [p for p in found if not (p.condition or "").startswith("recent_") and p.condition not in over]
    return [replace(p, rule=replace(p.rule, action="caution")) if p.condition in _ITS_OWN_MARKS and p.rule.action in {"stop", "defer"} else p for p in kept]


# What tells that the skin was hurt by what was done.
# A medicine is not held against itself.
_ITSELF = {"isotretinoin_now": {"isotretinoin_oral"}, "isotretinoin_recent": {"isotretinoin_oral"}, "photosensitising_medicine": {"oral_antibiotic"}, "retinoid_user": {"tretinoin", "adapalene", "retinol"}}
# An illness that a wider rule has spoken of, and what bears on light alone: "no rule" beside that rule would contradict it.
_KIND_OF = {"lupus": "autoimmune"}
_OF_LIGHT = frozenset({"photosensitising_medicine"})
_WITH_CHILD = frozenset({"pregnancy", "nursing", "trying_to_conceive"})
_WITH_CHILD_WORDS = ("pregnan", "breastfe", "nursing", "baby", "babies", "father")
# What is rubbed in because of a pregnancy.
_IN_PREGNANCY = frozenset({"stretch_mark_cream", "face_oil", "ha_topical", "cellulite_cream", "panthenol"})
# Kinds of question in which pregnancy, milk and allergy are not named in passing.
_OPEN = frozenset({"safe_for_me", "does_it_work", "which", "worth_it", "home_device", "mixing", "course"})


def _unruled(case: Case, context: Context, knowledge: Knowledge, found: Iterable[Applied]) -> tuple[str, ...]:
    """Serious conditions that the person named and that no rule about these treatments mentions: when safety was asked, and for pregnancy, milk and allergy whenever something was."""
    kinds, premises = {p.kind for p in case.parts}, knowledge.premises(case.premises)
    if _of_another(case, premises):
        return ()  # what he takes is told, and nothing is taken by her
    if not context.treatments or not kinds & _OPEN:
        return ()
    planned = "planned" in case.concerns and not (case.goals or case.outcomes or premises or set(case.treatments) <= PLAIN)  # "she wants the laser, she has a pacemaker" asks for no benefit
    if "safe_for_me" in kinds or planned:
        asked = {c for c in case.person.conditions if c in SERIOUS or c.startswith("allergy_") or (c == "child" and not set(case.treatments) <= PLAIN)}
    else:
        believed = set(case.treatments) <= PLAIN | _IN_PREGNANCY or any(
            (p.verdict == "false" and p.when_wrong in {"does_not_help", "unsafe", "not_enough_evidence"}) or any(word in f"{p.belief} {p.answer}".casefold() for word in _WITH_CHILD_WORDS) for p in premises
        )
        asked = {c for c in case.person.conditions if (c in _WITH_CHILD and not believed) or c in {"allergy_other", "allergy_nuts", "allergy_latex"}}
    ruled = {c for rule in knowledge.precautions if context.touches(rule.scope) for c in rule.when} | {a.condition for a in found}
    if asked & _WITH_CHILD & ruled:
        asked -= _WITH_CHILD  # one rule speaks of the child
    if asked & ruled:
        asked -= {kind for kind, wider in _KIND_OF.items() if wider in ruled} | _OF_LIGHT
    told = {t for p in premises for t in p.treatments} - set(case.treatments)
    return tuple(c for c in case.person.conditions if c in asked and c not in ruled and not (c in _ITSELF and (set(case.treatments) <= _ITSELF[c] or _ITSELF[c] & told)))


def _consensus(case: Case, knowledge: Knowledge, rows: Iterable[Row]) -> list[Consensus]:
    """What guidelines say of the treatments for the outcomes asked; for what it is sold for when none was asked; without a treatment what they recommend for the aims."""
    if not case.treatments:
        told = {r.treatment for r in rows}
        return [c for o in case.outcomes for name, c in knowledge.recommended.get(o, {}).items() if name in told]
    found = []
    for name in case.treatments:
        record, said = knowledge.treatment(name), knowledge.consensus(name)
        wanted = set(case.outcomes) or set(record.sold_for if record else ())
        found += [c for c in said if wanted & set(c.outcomes)] or ([] if case.outcomes else [c for c in said if c.says != "not_recommended"])
    return found


def _both_past(case: Case) -> bool:
    """Both were had: whether they go together is no longer the question, unless it is asked."""
    return len(case.treatments) > 1 and set(case.past) >= set(case.treatments) and not any(p.kind == "mixing" for p in case.parts)


def _illness(case: Case, premises: Iterable[Premise]) -> str:
    """The illness or medicine that no rule knows; nothing where a belief speaks of that very word."""
    known = {word for p in premises if "illness_not_known" in p.instead_of for phrase in p.phrases for word in phrase.replace("|", " ").split()}
    return "" if case.unknown_illness.casefold() in known else case.unknown_illness


def _beliefs(case: Case, knowledge: Knowledge) -> list[Premise]:
    """The beliefs that the words hold, and those that are put in words which could speak of anything, where their own treatment is asked about."""
    more = [p for p in knowledge.premises(case.premises_of_it) if set(p.treatments) & set(case.treatments)]
    return [*knowledge.premises(case.premises), *(p for p in more if p.id not in case.premises)]


def _still_to_come(case: Case) -> bool:
    """Whether something more is asked for."""
    return bool({"again", "carry_on", "planned"} & set(case.concerns))


def _of_another(case: Case, premises: Iterable[Premise]) -> bool:
    """Whether what somebody else takes is asked about, for a pregnancy of the asker."""
    return "used_by_another" in case.concerns and any(p.of_another for p in premises)


# What an illness of the skin shows as, where that is named too: "manchas de melasma".
_SEEN_AS = {"melasma_goal": ("pigment",), "rosacea_goal": ("redness", "vessels"), "eczema_goal": ("redness", "hydration")}


def _aimed(case: Case, knowledge: Knowledge) -> frozenset[str]:
    """The illness of the skin that is all that is to be treated: "a peel for melasma", and not "I have melasma, a peel for wrinkles"."""
    own = {c: f"{c}_goal" for c in case.person.conditions if f"{c}_goal" in case.goals}
    return frozenset(c for c, aim in own.items() if set(case.goals) <= {aim, *knowledge.goals[aim].implies, *_SEEN_AS.get(aim, ())})


def _not_instead(case: Case, premises: Iterable[Premise], found: Iterable[Applied]) -> list[Applied]:
    """Leave out what a belief is told instead of: no "stop it" for her where he takes it, or where it ended long before."""
    dropped = _told_instead(case, premises)
    return [a for a in found if a.rule.id not in dropped]


def _of_beliefs(case: Case, premises: Iterable[Premise], knowledge: Knowledge) -> list[Applied]:
    """What the person's own state rules out of the treatments that a belief speaks of, where none is named: "I have Lambert Eaton, toxin in my armpits for sweating"."""
    meant = tuple(dict.fromkeys(t for p in premises for t in p.treatments))
    if case.treatments or case.ingredients or not meant or not SERIOUS & set(case.person.conditions):
        return []
    asked = replace(case, treatments=meant)
    found = applied(asked, context_of(asked, knowledge.treatments(meant)), knowledge.precautions)
    return [a for a in found if a.condition in SERIOUS and a.rule.action == "stop"]


def _told_instead(case: Case, premises: Iterable[Premise]) -> set[str]:
    """The rules that are not told because a belief speaks of the very thing: "can a lip flip do what filler does" asks of no visit with both."""
    return {rule for p in premises if not p.of_another or "used_by_another" in case.concerns for rule in p.instead_of}


def _nearest_first(case: Case, premises: Iterable[Premise]) -> tuple[Premise, ...]:
    """Beliefs about what is asked about, then those about nothing named; one about another treatment only where no other was found."""
    asked = set(case.treatments)
    found = sorted(premises, key=lambda p: not p.treatments or not asked & set(p.treatments))
    near = tuple(p for p in found if not p.treatments or asked & set(p.treatments))
    return near or tuple(found)


def _waited(precautions: list[Applied], intervals: Iterable[Spaced]) -> list[Applied]:
    """Leave out "not long ago" where the time that was told is as long as every interval on it asks for: "filler two months ago, laser"."""
    asked = [s for s in intervals if s.rule.kind in {"wait_between", "resume_after"}]
    short = {c for s in asked if s.fit != "long_enough" for c in s.rule.first}
    waited = {c for s in asked if s.fit == "long_enough" for c in s.rule.first if c.startswith("recent_")} - short
    return [p for p in precautions if p.condition not in waited]


def _exposures(case: Case, context: Context, precautions: list[Applied]) -> list[Applied]:
    """What has already happened is told apart from what is planned or leave is asked for, and from more of it; "may I carry on" of a nursing mother means her milk."""
    told, procedure = set(case.concerns), _is_procedure(context)
    used = "all_had" in told or bool(set(case.past) & set(case.treatments)) or (not procedure and "used_it" in told)
    done = "already_done" in told or ("found_out" in told and used)
    still = "booked" in told and not set(case.treatments) <= set(case.past) and (procedure or "already_done" not in told)
    if not done or "leave_asked" in told or still:  # "just found out I'm pregnant, lips booked for Friday"
        return []  # "just found out I'm pregnant, can I get botox for the wedding"
    more = "carry_on" in told
    return [p for p in precautions if p.rule.if_already and not (more and p.condition != "nursing")]


# Marks that the treatment itself leaves, and what is told with them.
_NOT_BEFORE = _ITS_OWN_MARKS | {"sunburn_or_tan", "product_reaction", "inflamed_acne"}
_PROCEDURES = frozenset({
    "needling", "rf_needling", "rf", "hifu", "heat_plasma", "laser_ablative", "laser_nonablative", "laser_pigment", "laser_vascular", "ipl", "hair_removal", "toxin", "filler", "skin_booster", "biostimulator",
    "injection_other", "medical_injection", "thread", "jet_injection", "fat_reduction", "peel_superficial", "peel_deep", "cryo", "lesion_removal", "abrasion", "suction", "extraction", "dermaplaning", "plucking",
})


def _is_procedure(context: Context) -> bool:
    """Whether something that somebody does to the skin is named."""
    return any(c in _PROCEDURES for t in context.treatments for c in t.classes)


_ASKED_AFTER = {"what_went_wrong", "does_it_work", "safe_for_me", "home_device", "course"}


def _done(case: Case, context: Context, precautions: list[Applied]) -> list[Applied]:
    """What would have stopped or put off a treatment that was had all the same, where nothing new is planned: what to do now."""
    kinds = {p.kind for p in case.parts}
    had = "all_had" in case.concerns or ("what_went_wrong" in kinds and set(case.past) >= set(case.treatments))
    if not had or not kinds <= _ASKED_AFTER or {"again", "carry_on", "planned"} & set(case.concerns) or not _is_procedure(context):
        return []
    wanted = _WITH_CHILD if "leave_asked" in case.concerns else frozenset()
    return [p for p in precautions if p.rule.action in {"stop", "defer"} and not (p.condition or "").startswith("recent_") and p.condition not in _NOT_BEFORE | wanted]


# Beliefs about labels and words of selling: they do not tell what an unknown treatment is.
_SELLING = {"clinically_proven", "fda_registered", "natural_is_safe", "hypoallergenic", "medical_grade"}


def status_of(case: Case, gathered: Gathered) -> Status:
    """Return the status of an answer.

    Args:
        case: what was understood.
        gathered: everything that bears on it.
    """
    if gathered.flags and gathered.flags[0].level != "routine":
        return "urgent"
    about_skin = case.premises or (case.treatments and (case.goals or any(not s.startswith(CONTEXT_SIGNS) for s in case.signs) or "had_it" in case.concerns))
    elsewhere = {"not_skin", "name_a_person"} & set(case.concerns) and not about_skin
    elsewhere = elsewhere or ("insurance" in case.concerns and (not case.treatments or ({p.kind for p in case.parts} <= {"does_it_work", "price"} and not case.goals)))
    legal = "legal_matter" in case.concerns and not case.unknown_names and not case.goals and not gathered.symptoms
    if not gathered.flags and (elsewhere or legal or ("animal" in case.concerns and not case.person.has("animal_product"))):
        return "out_of_scope"
    if case.unknown_names and not case.ingredient_list and not gathered.flags and not any(p.rule.action == "stop" for p in gathered.precautions) and set(case.premises) <= _SELLING:
        return "unknown_treatment"
    if (not case.skin_words and not case.ingredient_list and not gathered.practice) or case.language not in SUPPORTED:
        return "not_understood"
    return "answered"


_WITHOUT_EVIDENCE = Decision(direction="not_enough_evidence", effect="not_asked", action=None, basis="none", certainty="none", because="")
_OUT_OF_SCOPE = Decision(direction="out_of_scope", effect="not_asked", action=None, basis="none", certainty="none", because="")


def decide_all(case: Case, gathered: Gathered, status: Status) -> tuple[tuple[tuple[Part, Decision], ...], Decision]:
    """Return the decision of each part, and the most cautious of them.

    Args:
        case: what was understood.
        gathered: everything that bears on it.
        status: the status of the answer.
    """
    if status == "out_of_scope":
        return (), _OUT_OF_SCOPE
    if status == "not_understood":
        return (), _OUT_OF_SCOPE
    if status == "unknown_treatment":
        return (), _WITHOUT_EVIDENCE
    decisions = tuple((part, decide(part, gathered)) for part in case.parts)
    return decisions, min((d for _, d in decisions), key=lambda d: CAUTION.index(d.direction))


def assemble(case: Case, knowledge: Knowledge, *, as_of: dt.date, language: str, catalogue: bytes) -> Answer:
    """Return the answer to a case.

    Args:
        case: what was understood.
        knowledge: the pack.
        as_of: the day for which the answer holds.
        language: the language of the answer.
        catalogue: the compiled message catalogue of that language.
    """
    gathered = gather(case, knowledge)
    status = status_of(case, gathered)
    decisions, first = decide_all(case, gathered, status)
    decisions, decision = read_again(decisions, first, gathered, case, status, knowledge.vocabulary.answers)
    draft = Draft(case=case, gathered=gathered, decisions=decisions, decision=decision, first=first, knowledge=knowledge, writer=Writer())
    _write(draft, status)
    writer = draft.writer
    used = {f.removeprefix("study:").partition("#")[0] for s in writer.statements.values() for f in s.fact_ids if f.startswith("study:")}
    answered = status == "answered"
    return Answer(
        engine=ENGINE, evidence={key: knowledge.store.meta[key] for key in ("version", "hash", "date")}, as_of=as_of.isoformat(), language=language, status=status, case=case,
        decisions=decisions, decision=decision, first=first, gathered=gathered, treatments=tuple(draft.treatments),
        alternatives=tuple(t.id for t in alternatives.gentler(draft)) + tuple(v.treatment for v in alternatives.helping(draft, case.outcomes)[:6]) if answered else (),
        measured=tuple(barrier.measured(draft)), passing=tuple(barrier.passing(draft)), forecasts=tuple(barrier_forecast.forecasts(draft)) if answered else (), regimen=tuple(home.steps(draft)) if answered else (),
        questions=tuple(home.questions(draft)), sections=writer.section_list(ORDER), statements=writer.statements,
        studies=tuple(s for name in sorted(used) if (s := knowledge.study(name)) is not None),
        help_line=knowledge.help_line(case.person.country) if case.person.country else None, catalogue=catalogue,
    )


def _write(draft: Draft, status: Status) -> None:
    urgent.add(draft)
    if status in {"not_understood", "unknown_treatment", "out_of_scope"}:
        nothing_known.add(draft, status)
        urgent.add_doubted(draft, "bottom_line")
        understood.add(draft)
        return
    if status == "urgent" and draft.decision.direction == "see_a_doctor":
        understood.add(draft)
        safety.add_precautions(draft, unsaid=False)
        return
    first_screen.add(draft)
    for add in (
        understood.add, claims.add, inside_section.add, alternatives.add, going_through.add_sceptical, barrier.add, going_through.add_harms, safety.add_precautions, safety.add_regulation,
        going_through.add_timing, home.add_regimen, home.add_questions, home.add_change,
    ):
        add(draft)
