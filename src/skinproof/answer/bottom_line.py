"""The bottom line's one word, derived last: gates in a fixed order, as docs/grading.md tells; the first that speaks decides."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from skinproof.answer.asked_first import gives_way, law_here, number_asked
from skinproof.answer.decision import CAUTION, Decision, Shown, shown
from skinproof.answer.efficacy import Row
from skinproof.answer.everyday import leave_after
from skinproof.answer.gathered import PLAIN, Gathered
from skinproof.catalogue.rules import Consensus, Premise
from skinproof.question.case import Part
from skinproof.synthesis.ranking import counts, direct
from skinproof.types import BottomLine

# Whether to do it, or what to pay: with little certainty that turns on what a person values, as GRADE's conditional recommendations say.
_WEIGHS_VALUE = {"worth_it", "price"}

Gate = Callable[[Part, Gathered, Shown], Decision | None]


def decide(part: Part, gathered: Gathered) -> Decision:
    """Return the bottom line of one part.

    Args:
        part: the question.
        gathered: everything that bears on it.
    """
    seen = shown(_main(gathered))
    return next(decision for gate in GATES if (decision := gate(part, gathered, seen)) is not None)


def grounds(part: Part, gathered: Gathered) -> list[Decision]:
    """Return what every gate would decide, and every belief, practical fact and guideline that bears on it, in the order of the gates.

    Args:
        part: the question.
        gathered: everything that bears on it.
    """
    seen = shown(_main(gathered))
    found = [decision for gate in GATES if (decision := gate(part, gathered, seen)) is not None]
    found += [seen.decide(_belief_word(p), f"premise:{p.id}", grade=p.grade) for p in gathered.premises]
    found += [seen.decide(p.direction, f"practice:{p.id}", grade=p.grade) for p in gathered.practice]
    found += [seen.decide(s.direction, f"aftermath:{s.id}", grade=s.grade) for s in gathered.symptoms]
    praised = len(gathered.treatments) > 1 and _first_is_recommended(gathered)  # what is said against the other is no answer for both
    return found + [seen.decide(_word(c), f"consensus:{c.id}", grade=c.grade) for c in gathered.consensus if not (praised and c.says == "not_recommended")]


def _main(gathered: Gathered) -> list[Row]:
    """Where no aim was said, what a treatment is sold for comes before what else it was tested for, if any of that was tested."""
    sold = {t.id: t.sold_for for t in gathered.treatments}
    main = [r for r in gathered.rows if r.goal or r.outcome in sold.get(r.treatment, ())]
    tested = {r.treatment for r in main if r.goal or (r.verdict and direct(r.verdict) and counts(r.verdict))}
    return [r for r in gathered.rows if r.treatment not in tested or r in main]


def _red_flag(_part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Signs that need a doctor, but for those that usually settle."""
    flag = next((f for f in gathered.flags if not f.settles), None)
    warned = flag is not None and flag.level == "routine" and any(a.condition == "melanoma_risk" for a in gathered.precautions)
    if warned:
        return None  # "I had melanoma, IPL on brown spots": a rule says wait, and a look is not urgent
    return seen.decide("see_a_doctor", f"red_flag:{flag.id}", action="stop", grade=flag.grade) if flag else None


def _stop_or_wait(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Stop or defer is unsafe; it depends where another thing compared is untouched, or where "when can I" is asked."""
    act = gathered.strictest(part)
    if act is None or act.action not in {"stop", "defer"} or (part.kind == "regulation" and act.fact_id == "precaution:unlicensed"):
        return None  # who may do it is asked, and that is no "do not"
    spared = gathered.comparing and gathered.spared(act)
    wait = gathered.open_timing and not gathered.sessions_asked and act.action == "defer" and bool(gathered.intervals) and act.fact_id not in gathered.too_often
    return seen.decide("mixed" if spared or wait else "unsafe", act.fact_id, action=act.action, grade=act.grade)


def _already_happened(_part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    if not gathered.exposures or any(p.firm and p.verdict == "false" and p.when_wrong == "unsafe" for p in gathered.premises):
        return None  # "how many hours do I leave the vinegar on the mole" is still to come
    rule = gathered.exposures[0].rule
    return seen.decide("mixed" if rule.if_already_known or not rule.if_already else "not_enough_evidence", f"precaution:{rule.id}", action=rule.action, grade=rule.grade)


def _regulator_against(_part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """What a regulator advises against, alone or with something added to it, before any "take care"."""
    against = [c for c in gathered.consensus if c.says == "not_recommended" and c.grade == "regulator"]
    other = {t.id for t in gathered.treatments} - {c.treatment for c in against}
    if not against or (other and (gathered.comparing or gathered.choosing or len(other) > 1)):
        return None
    return seen.decide("unsafe", f"consensus:{against[0].id}", action="stop", grade="regulator")


def _danger_signs(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Which signs need a doctor is asked, and a fact tells them: how often it may be had is no answer."""
    told = gathered.practice[0] if gathered.practice else None
    return _practice(part, gathered, seen) if told is not None and "danger_signs" in told.asks else None


def _own_marks(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Scabs, dryness and redness that the treatment itself leaves are what is asked about, and no "take care" of something else."""
    act = gathered.strictest(part)
    return _usual(part, gathered, seen) if act is not None and act.action == "caution" and act.fact_id in gathered.own_marks else None


def _ask_or_fine(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Ask or caution depends, unless a belief that is firmly unsafe decides; an explicit fine helps where safety, mixing or timing was asked."""
    if any(p.firm and p.verdict == "false" and p.when_wrong == "unsafe" for p in gathered.premises):
        return None  # "a strong laser from the web for my hair": no "with care"
    act = gathered.strictest(part)
    cared = act if act is not None and act.action in {"ask", "caution"} else None
    if cared is not None and not (cared.action == "caution" and gathered.illness) and not gives_way(part, cared, gathered):
        return seen.decide("mixed", cared.fact_id, action=cared.action, grade=cared.grade)
    if gathered.illness:
        return seen.decide("mixed", "kind:illness_not_known", action="ask")
    if gathered.unruled:
        return seen.decide("mixed", f"condition:{gathered.unruled[0]}", action="ask")
    if act is not None and cared is None and (part.kind in {"safe_for_me", "mixing", "timing", "which"} or (act.fact_id in gathered.fine_for_them and part.kind == "does_it_work" and not gathered.premises)):
        return seen.decide("helps", act.fact_id, action="ok", grade=act.grade)
    return None


def _too_small(_part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """What trials and guidelines say of grown skin is no answer for a baby."""
    return seen.decide("mixed", "kind:infant", action="ask") if gathered.infant and not gathered.plain else None


def _beside_medicine(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Something beside a medicine, of which no rule speaks: that is said, and nothing is cleared."""
    return seen.decide("mixed", "kind:beside_medicine", action="ask") if gathered.beside_medicine and gathered.nothing_said(part) else None


def _list_is_free(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """A list that names nothing of what the person is allergic to, where that was asked."""
    if gathered.inside is None or not gathered.inside.free_of or part.kind not in {"safe_for_me", "ingredient", "does_it_work"} or gathered.exposures or gathered.premises:
        return None
    return seen.decide("helps", "kind:list_is_free", action="ok", basis="label")


def _claim_broken(_part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Whether what the seller says is true was asked, and the list says otherwise: "zero retinol, true?"."""
    broken = gathered.inside.broken_claims if gathered.inside is not None and gathered.claim_asked else ()
    return seen.decide("does_not_help", f"claim:{broken[0].claim.id}", basis="label") if broken else None


def _list_is_clean(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """A list in which nothing stands out, where no treatment and no aim is asked about."""
    alone = gathered.inside is not None and not ((part.outcomes and part.kind != "safe_for_me") or gathered.treatments or gathered.case.person.conditions or gathered.aims or gathered.illness or gathered.unruled or gathered.infant)
    silent = not (gathered.flags or gathered.premises or gathered.practice or gathered.symptoms or gathered.exposures or gathered.acts(part))
    return seen.decide("helps", "kind:list_is_clean", action="ok", basis="label") if alone and silent else None


def _undone(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Whether what was had can be undone is asked, and a fact says so: "can the blue lump be melted"."""
    told = gathered.practice[0] if gathered.practice else None
    if part.kind == "timing" and gathered.symptoms:
        return None  # "how many weeks between dissolving and new filler"
    usual = gathered.fresh and any(symptom.direction == "helps" for symptom in gathered.symptoms)  # two days after lip filler, uneven: that settles first
    mild = told is not None and (told.direction == "helps" or (told.direction == "mixed" and not gathered.premises and bool(gathered.flags) and all(f.settles for f in gathered.flags)))  # "heavy brows, any way to reverse it"
    return _practice(part, gathered, seen) if told is not None and not usual and "undo" in told.asks and mild else None


def _usual(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """What a symptom after a treatment mostly is, where no sign of danger was told and more of the same is not asked about."""
    if not gathered.symptoms or any(flag.level != "routine" for flag in gathered.flags) or gathered.exposures or (gathered.carry_on and gathered.hurt) or part.kind not in (_AFTER if len(gathered.treatments) > 1 else _AFTER_ONE):
        return None
    if any(p.verdict == "false" and p.when_wrong == "unsafe" for p in gathered.premises) or (gathered.premises and not gathered.aftermath) or (any(s.rule.kind != "how_often" for s in gathered.intervals) and part.kind == "timing" and not gathered.aftermath):
        return None  # a belief is asked about, or when something may be done again
    told = gathered.symptoms[0]
    return replace(seen.decide(told.direction, f"aftermath:{told.id}", action="stop" if told.direction == "unsafe" else "ok" if told.direction == "helps" else "ask", grade=told.grade), effect="not_asked", certainty="none")


def _how_long(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """"How long till the numbness goes": the symptom answers, and not how often the treatment may be repeated."""
    act = gathered.strictest(part)
    if part.kind != "timing" or act is None or not act.fact_id.startswith("interval:") or any(s.rule.kind != "how_often" for s in gathered.intervals):
        return None
    return _usual(part, gathered, seen)


def _side_by_side(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Which of two lasts longer, hurts more or is safer: what is known of each, and no rule that says stop or wait."""
    act = gathered.strictest(part)
    if not gathered.pair or (act is not None and act.action in {"stop", "defer", "ask"} and not act.fact_id.startswith(("interval:", "combination:"))) or gathered.symptoms:
        return None
    return replace(seen.decide("mixed", gathered.pair[0][0], basis="consensus"), effect="not_asked", certainty="none")


def _lasts(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """How long it lasts, or when it shows, is all that is asked: the note says so, and not how often it may be repeated nor what it does."""
    act = gathered.strictest(part)
    ruled = act is not None and (not act.fact_id.startswith("interval:") or any(s.rule.kind != "how_often" for s in gathered.intervals))
    if not gathered.times or ruled or gathered.premises or gathered.practice or gathered.symptoms:
        return None
    return replace(seen.decide("mixed", gathered.times[0][0], basis="consensus"), effect="not_asked", certainty="none")


_AFTER = {"what_went_wrong", "does_it_work", "timing", "course", "safe_for_me"}
_AFTER_ONE = _AFTER | {"which", "mixing", "worth_it"}  # "both lips, one bigger than the other"


def _what_went_wrong(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """More of what has hurt the skin is advised against; else it is told what is usual."""
    if gathered.carry_on and gathered.hurt:
        return seen.decide("unsafe", "kind:carry_on", action="stop", basis="consensus")
    if gathered.harm is not None and not gathered.flags:
        return None  # "my coworker got burned by a laser, does that happen"
    if (part.kind != "what_went_wrong" and not gathered.flags) or (gathered.premises and not gathered.had and not gathered.hurt and not gathered.flags) or any(p.instead_of for p in gathered.premises):
        return None  # nothing was had: a belief is asked about; or one that is told instead of the rules
    if not gathered.treatments and not gathered.flags and {_belief_word(p) for p in gathered.premises} & {"helps", "mixed"}:
        return None  # nothing that we hold was named, and a belief that is no warning speaks to it
    return seen.decide("mixed", "kind:what_went_wrong", action="ask", basis="consensus")


def _belief(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """A belief that sourced anatomy, chemistry or law speaks to; shown benefit keeps a false belief from a plain no."""
    premise = min(gathered.premises, key=lambda p: (not gathered.chosen_by(p), ("false", "partly", "true").index(p.verdict), p.when_wrong != "unsafe"), default=None)
    if premise is None:
        return None
    weighed = gathered.chosen_by(premise) or (premise.verdict == "true" and (gathered.choosing or part.kind in _WEIGHS_VALUE))  # true of one, and the choice is between two; or it is true, and whether to pay is asked
    direction = "mixed" if weighed else _belief_word(premise)
    own = shown([r for r in gathered.rows if r.treatment in premise.treatments])
    softened = not premise.firm and direction == "does_not_help" and bool(part.treatments) and (own.effect == "helps" or part.kind == "regulation")
    return seen.decide("mixed" if softened else direction, f"premise:{premise.id}", grade=premise.grade)


def _belief_word(premise: Premise) -> BottomLine:
    words: dict[str, BottomLine] = {"false": premise.when_wrong, "partly": "mixed", "true": "helps"}
    return words[premise.verdict]


def _practice(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """How much, when, in which order, after what: the fact that was asked for, unless what it does or the law is asked too."""
    if not gathered.practice or part.kind == "regulation":
        return None
    told = gathered.practice[0]
    return replace(seen.decide(told.direction, f"practice:{told.id}", grade=told.grade), effect="not_asked", certainty="none")


def _harm(_part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """What harm it can do is asked: the note that tells of it, and not what good it does."""
    if gathered.harm is None or gathered.flags or gathered.symptoms:
        return None
    return replace(seen.decide("mixed", gathered.harm[0] or "kind:harm_not_listed", action="ask"), effect="not_asked", certainty="none")


def _regulation(part: Part, _gathered: Gathered, seen: Shown) -> Decision | None:
    """What is allowed turns on product, use, country and date."""
    if part.kind != "regulation":
        return None
    return seen.decide("mixed", "kind:regulation", action="ask", basis="consensus")


def _afterwards(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Whether what has followed is safe, and what to do now, does not turn on what the treatment does for others."""
    if not gathered.aftermath or part.kind not in {"safe_for_me", "timing"}:
        return None
    return seen.decide("mixed", "kind:what_went_wrong", action="ask", basis="consensus")


def _nothing_against(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Whether it is safe, and no rule speaks of what was said: fine for what is gentle; else it turns on what was not said."""
    if part.kind != "safe_for_me" or not gathered.only_safety or gathered.way_asked or not gathered.treatments or not gathered.nothing_said(part):
        return None
    if part.treatments and set(part.treatments) <= set(gathered.case.done_first) and not gathered.case.person.conditions and leave_after(gathered.case.question):
        return seen.decide("mixed", "kind:nothing_held", action="ask")  # "can I straighten my hair after botox": silence is no leave
    fine = gathered.gentle and not gathered.harm_asked and not gathered.says("unfit_asked")
    return seen.decide("helps" if fine else "mixed", "kind:nothing_against", action="ok" if fine else "ask")


def _nothing_held(_part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Leave is asked for something of daily life, and nothing is held on it: that is said, and silence clears nothing."""
    return seen.decide("mixed", "kind:nothing_held", action="ask") if gathered.unheld else None


def _no_pair_rule(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Whether things go together is asked, and no rule speaks of all of them: what each does alone is no answer."""
    asked = part.kind == "mixing" or (part.kind == "safe_for_me" and "mixing" in gathered.kinds)
    if not asked or len({t.id for t in gathered.treatments} - PLAIN) < 2 or gathered.choosing or gathered.all_paired:
        return None
    return seen.decide("mixed", "kind:no_pair_rule", action="ask")


_WEIGHED = {"consensus", "label"}  # guidelines, societies and approved uses; a clearance or one review is less


def _word(said: Consensus) -> BottomLine:
    """A conditional recommendation depends on the person; a regulator advises against what harms."""
    against: BottomLine = "unsafe" if said.grade == "regulator" else "does_not_help"
    words: dict[str, BottomLine] = {"recommended": "helps", "conditional": "mixed", "uncertain": "not_enough_evidence", "not_recommended": against}
    return words[said.says]


def _guidelines(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Where no trial of low certainty or better was read, or such trials disagree, guidelines and labels speak."""
    said = gathered.consensus
    settled = seen.effect == "mixed" and seen.certainty == "low" and all(c.says == "recommended" and c.grade in _WEIGHED for c in said)
    if not said or not (settled or seen.effect in {"not_shown", "not_asked"}):
        return None
    words = [_word(c) for c in said]
    order: tuple[BottomLine, ...] = ("unsafe", "helps", "mixed", "does_not_help", "not_enough_evidence")
    divided = {"helps", "does_not_help"} <= set(words) or ("helps" in words and len(gathered.treatments) > 1 and _first_is_recommended(gathered) and "not_enough_evidence" in words)
    direction: BottomLine = "mixed" if divided else min(words, key=order.index)
    first = said[words.index(direction)] if direction in words else said[0]
    compared = part.kind == "which" and len(gathered.treatments) > 1
    if direction == "helps" and (gathered.experts_disagree or compared or gathered.brands_compared or gathered.price_only):
        direction = "mixed"
    return seen.decide(direction, f"consensus:{first.id}", grade=first.grade)


def _doubted(_part: Part, gathered: Gathered, _seen: Shown) -> Decision | None:
    """Of several things asked about together, one that guidelines or regulators doubt decides, unless guidelines recommend the one named first."""
    if gathered.chosen_between or gathered.experts_disagree or len(gathered.treatments) < 2 or _first_is_recommended(gathered):
        return None
    for treatment in gathered.treatments:
        own = [c for c in gathered.consensus if c.treatment == treatment.id]
        told = shown([r for r in gathered.rows if r.treatment == treatment.id])
        if own and told.effect != "helps" and all(c.says in {"uncertain", "not_recommended"} for c in own):
            return told.decide(_word(own[0]), f"consensus:{own[0].id}", grade=own[0].grade)
    return None


def _first_is_recommended(gathered: Gathered) -> bool:
    """Whether guidelines recommend what is named first: "silicone gel, or vitamin E as my mother says"."""
    return any(c.says == "recommended" and c.treatment == gathered.treatments[0].id for c in gathered.consensus)


def _plain_information(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """What a step of the ordinary home regimen does and is for: plain information about something useful."""
    if part.kind != "course" or not part.treatments or not set(part.treatments) <= set(gathered.ordinary):
        return None
    return seen.decide("helps", f"treatment:{part.treatments[0]}", basis="consensus")


def _aim(_part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """An aim without a treatment, for which nothing tested fits the person: what is to be known about the aim is the answer."""
    return seen.decide("mixed", "kind:aim", basis="consensus") if gathered.aims and not gathered.rows else None


def _evidence(part: Part, gathered: Gathered, seen: Shown) -> Decision:
    """By efficacy: direct evidence at low certainty or better helps, no difference at moderate does not, conflict is mixed."""
    because = f"verdict:{seen.verdict_id}" if seen.verdict_id else ""
    if seen.effect in {"not_shown", "not_asked"}:
        return seen.decide("not_enough_evidence", because)
    backed = any(c.says == "recommended" and c.grade in _WEIGHED for c in gathered.consensus)
    disputed = gathered.experts_disagree or (seen.certainty == "low" and (not backed or not (part.treatments or gathered.aims) or part.kind in _WEIGHS_VALUE))
    if seen.effect == "helps" and (disputed or _unequal(gathered) or gathered.price_only):
        return seen.decide("mixed", because, basis="trial")
    words: dict[str, BottomLine] = {"helps": "helps", "mixed": "mixed"}
    return seen.decide(words.get(seen.effect, "does_not_help"), because, basis="trial")


def _unequal(gathered: Gathered) -> bool:
    """Of things compared, one helps and another is not shown to, or both are one treatment: the choice turns on more than the evidence."""
    names = {r.treatment for r in gathered.rows}
    helped = {shown([r for r in gathered.rows if r.treatment == name]).effect == "helps" for name in names}
    return (gathered.comparing and len(helped) > 1) or gathered.brands_compared or (gathered.choosing and len(names) > 1)


GATES: tuple[Gate, ...] = (
    _red_flag, _danger_signs, _side_by_side, _stop_or_wait, _already_happened, _regulator_against, law_here, number_asked, _how_long, _lasts, _own_marks, _claim_broken,
    _ask_or_fine, _nothing_held, _list_is_free, _list_is_clean, _undone, _usual, _what_went_wrong, _belief, _too_small, _practice, _harm, _regulation,
    _afterwards, _beside_medicine, _no_pair_rule, _nothing_against, _doubted, _guidelines, _plain_information, _aim, _evidence,
)

__all__ = ["CAUTION", "GATES", "Decision", "decide", "grounds"]
