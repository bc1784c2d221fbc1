"""Gates of safety: signs of danger, what is not to be had now or at all, what has already happened, what asks for care."""

from __future__ import annotations

from skinproof.answer.asked_first import gives_way
from skinproof.answer.decision import Decision, Shown
from skinproof.answer.gates.told import practice
from skinproof.answer.gathered import Gathered
from skinproof.question.case import Part


def red_flag(_part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Signs that need a doctor, but for those that usually settle."""
    flag = next((f for f in gathered.flags if not f.settles), None)
    warned = flag is not None and flag.level == "routine" and any(a.condition == "melanoma_risk" for a in gathered.precautions)
    if warned:
        return None  # "I had melanoma, IPL on brown spots": a rule says wait, and a look is not urgent
    return seen.decide("see_a_doctor", f"red_flag:{flag.id}", action="stop", grade=flag.grade) if flag else None


def danger_signs(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Which signs need a doctor is asked, and a fact tells them: how often it may be had is no answer."""
    told = gathered.practice[0] if gathered.practice else None
    return practice(part, gathered, seen) if told is not None and "danger_signs" in told.asks else None


def stop_or_wait(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Stop or defer is unsafe; it depends where another thing compared is untouched, or where "when can I" is asked."""
    act = gathered.strictest(part)
    if act is None or act.action not in {"stop", "defer"} or (part.kind == "regulation" and act.of_provider and "done_to_me" not in gathered.case.concerns):
        return None  # who may do it at large is asked, and that is no "do not"
    if act.of_anyone and gathered.times:
        return None  # nothing but how long it lasts is asked; the rule is told below
    spared = gathered.comparing and gathered.spared(act)
    wait = gathered.open_timing and not gathered.sessions_asked and act.action == "defer" and bool(gathered.intervals) and act.fact_id not in gathered.too_often
    return seen.decide("mixed" if spared or wait else "unsafe", act.fact_id, action=act.action, grade=act.grade)


def already_happened(_part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """What is done is done: what its rule says for that, unless a firm belief in something unsafe is still to be acted on."""
    if not gathered.exposures or any(p.firm and p.verdict == "false" and p.when_wrong == "unsafe" for p in gathered.premises):
        return None  # "how many hours do I leave the vinegar on the mole" is still to come
    rule = gathered.exposures[0].rule
    return seen.decide("mixed" if rule.if_already_known or not rule.if_already else "not_enough_evidence", f"precaution:{rule.id}", action=rule.action, grade=rule.grade)


def regulator_against(_part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """What a regulator advises against, alone or with something added to it, before any "take care"."""
    against = [c for c in gathered.consensus if c.says == "not_recommended" and c.grade == "regulator"]
    other = {t.id for t in gathered.treatments} - {c.treatment for c in against}
    if not against or (other and (gathered.comparing or gathered.choosing or len(other) > 1)):
        return None
    return seen.decide("unsafe", f"consensus:{against[0].id}", action="stop", grade="regulator")


def ask_or_fine(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
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


def too_small(_part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """What trials and guidelines say of grown skin is no answer for a baby."""
    return seen.decide("mixed", "kind:infant", action="ask") if gathered.infant and not gathered.plain else None
