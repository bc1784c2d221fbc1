"""What to consider until there is proof: gentler treatments of the same shelf, and what is better tested for the same aims."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from msgspec.structs import replace

from skinproof.answer.draft import Draft
from skinproof.answer.sections.claims import say_verdict, verdict_facts
from skinproof.answer.suiting import suits
from skinproof.answer.words import capital, listed, outcome_label
from skinproof.catalogue.treatment import Treatment
from skinproof.synthesis.ranking import chance_ahead, level, rank
from skinproof.synthesis.settings import SETTINGS
from skinproof.synthesis.verdict import Verdict

_LEAST_LEVEL = 1  # low certainty
_MOST = 8
_EACH = 2
_POLISH = {"abrasion", "suction", "extraction", "dermaplaning"}  # what works on the surface, for days


def gentler(draft: Draft) -> list[Treatment]:
    """Return treatments that go less deep than those asked about and that nothing the person said forbids."""
    ids = [g for t in draft.treatments for c in t.classes for g in draft.knowledge.gentler.get(c, ())]
    asked = {t.id for t in draft.treatments}
    found = [draft.knowledge.treatment(g) for g in dict.fromkeys(ids) if g not in asked]
    aims = set(draft.case.outcomes) or {o for t in draft.treatments for o in t.sold_for}
    return [t for t in found if t is not None and allowed(draft, t) and (not aims or aims & set(t.sold_for))]


def helping(draft: Draft, outcomes: Iterable[str], *, least_level: int = _LEAST_LEVEL) -> list[Verdict]:
    """Return the surest helping verdicts for some outcomes on treatments that the person may use, one a treatment.

    Args:
        draft: the answer in the making.
        outcomes: what should be helped.
        least_level: the lowest certainty to name: 0 very low, 1 low, 2 moderate, 3 high.
    """
    asked = {*(t.id for t in draft.treatments), *draft.case.left_out}
    verdicts = sorted((v for o in outcomes for v in draft.knowledge.leaders(o) if level(v) >= least_level and v.treatment not in asked), key=rank)
    found: dict[str, Verdict] = {}
    for verdict in verdicts:
        treatment = draft.knowledge.treatment(verdict.treatment)
        if treatment is not None and verdict.treatment not in found and allowed(draft, treatment):
            found[verdict.treatment] = verdict
    return list(found.values())


def by_goal(draft: Draft) -> list[tuple[str, Verdict]]:
    """Return for each goal the best tested products to leave on: steps of the regimen at any certainty, others from low on.

    Args:
        draft: the answer in the making.
    """
    found: list[tuple[str, Verdict]] = []
    steps, asked = {step.treatment for step in draft.knowledge.regimen}, {t.id for t in draft.treatments}
    for goal in draft.case.goals:
        wanted = draft.knowledge.goals[goal]
        own = max((level(v) for o in wanted.outcomes for v in draft.knowledge.leaders(o) if v.treatment in asked), default=-1)
        verdicts = [v for v in helping(draft, wanted.outcomes, least_level=0) if level(v) > own and (not wanted.only or v.treatment in wanted.only)]
        home = [v for v in verdicts if _leave_on(draft, v.treatment) and (level(v) >= _LEAST_LEVEL or v.treatment in steps)]
        chosen = sorted(home, key=lambda v: (-level(v), v.treatment not in steps, v.treatment not in draft.knowledge.recommended.get(v.outcome, ()), rank(v)))[:_EACH]
        found += [(goal, v) for v in chosen]
    return found[:_MOST]


# Aims to which daily sunscreen adds nothing.
_NOT_OF_THE_SUN = {"sweating", "cellulite", "hair", "unwanted_hair", "ingrown_hairs", "skin_tags", "warts", "lashes", "contour", "double_chin", "milia", "hydration", "eczema_goal", "keratosis_pilaris", "stretch_marks", "oil", "blackheads"}


def _leave_on(draft: Draft, treatment: str) -> bool:
    record = draft.knowledge.treatment(treatment)
    return record is not None and record.kind == "leave_on"


def allowed(draft: Draft, treatment: Treatment) -> bool:
    """Tell whether nothing that the person said stops, defers or wants a doctor asked first.

    Sore skin counts as a broken barrier, and to the young nothing is offered that asks for care.
    """
    if treatment.id not in draft.suited:
        case = draft.case
        if draft.gathered.hurt and "barrier_damaged" not in case.person.conditions:
            case = replace(case, person=replace(case.person, conditions=(*case.person.conditions, "barrier_damaged")))
        draft.suited[treatment.id] = suits(case, treatment, draft.knowledge)
    return draft.suited[treatment.id]


def until(draft: Draft, section: str) -> None:
    """Say briefly what to consider meanwhile.

    Args:
        draft: the answer in the making.
        section: where to say it.
    """
    if draft.decision.direction in {"helps", "see_a_doctor", "out_of_scope"} and draft.treatments:
        return
    meanwhile = gentler(draft)[:2]
    if meanwhile:
        facts = [f"treatment:{t.id}" for t in meanwhile] + [f"treatment:{t.id}#lasts" for t in meanwhile if t.lasts]
        polish = all(_POLISH & set(t.classes) for t in meanwhile)
        draft.writer.say(section, "until.gentler" if polish else "until.less_deep", facts, basis="consensus", treatments=listed((t.name for t in meanwhile), "or"))
    better = by_goal(draft)
    begun = bool(meanwhile)
    for message, chosen in (("until.tested", [b for b in better if level(b[1]) >= _LEAST_LEVEL]), ("until.tried", [b for b in better if level(b[1]) < _LEAST_LEVEL])):
        if chosen and (draft.treatments or not draft.gathered.rows):  # without a treatment the headline has told it
            aims = dict.fromkeys(g for g, _ in chosen)
            words = [f"{draft.knowledge.goals[aim].label}: {listed(draft.knowledge.treatment_name(v.treatment) for g, v in chosen if g == aim)}" for aim in aims]
            draft.writer.say(section, message, [f for _, v in chosen for f in verdict_facts(v)], treatments="; ".join(words), same_line=begun)
            begun = True
    tied = [(a, b) for (g, a), (h, b) in combinations(better, 2) if g == h and (chance := chance_ahead(a, b)) is not None and max(chance, 1 - chance) < SETTINGS.ahead_chance]
    for one, other in tied[:1]:
        names = listed(draft.knowledge.treatment_name(v.treatment) for v in (one, other))
        draft.writer.say(section, "until.no_winner", (*verdict_facts(one), *verdict_facts(other)), basis="trial", same_line=True, treatments=names)
    if any("retinoid" in t.classes for _, v in better if (t := draft.knowledge.treatment(v.treatment)) is not None) and draft.case.person.sex != "male":
        draft.writer.say(section, "until.retinoid", ("precaution:preg_retinoid",), basis="consensus", same_line=begun)
    sunscreen = next((s for s in draft.knowledge.regimen if s.treatment == "sunscreen"), None)
    if sunscreen is not None and better and set(draft.case.goals) - _NOT_OF_THE_SUN:
        draft.writer.say(section, "until.sunscreen", (f"regimen:{sunscreen.id}", "treatment:sunscreen"), basis=sunscreen.note.basis, same_line=begun, text=sunscreen.note.text)


def add(draft: Draft) -> None:
    """Write the section: why the alternative may be better, and where it is unproven too.

    Args:
        draft: the answer in the making.
    """
    for treatment in gentler(draft)[:2]:
        draft.note("alternatives", "alternative.what", treatment, "mechanism", treatment.mechanism)
        if treatment.lasts:
            draft.note("alternatives", "alternative.lasts", treatment, "lasts", treatment.lasts)
        _unproven_too(draft, treatment)
        if treatment.sceptical:
            draft.note("alternatives", "alternative.doubt", treatment, "sceptical.0", treatment.sceptical[0])
        for rule in [r for r in draft.knowledge.regulation if treatment.id in r.applies_to and r.topic == "device_class"][:1]:
            draft.writer.say("alternatives", "alternative.regulator", (f"regulation:{rule.id}",), basis=rule.grade, style="bullet", treatment=capital(treatment.name), text=rule.text)
    only = {name for g in draft.case.goals for name in draft.knowledge.goals[g].only}
    open_aims = any(not draft.knowledge.goals[g].only for g in draft.case.goals) or not draft.case.goals
    for verdict in [v for v in helping(draft, draft.case.outcomes) if open_aims or v.treatment in only][:6]:
        say_verdict(draft, "alternatives", verdict)


def _unproven_too(draft: Draft, treatment: Treatment) -> None:
    verdicts = [v for v in draft.knowledge.verdicts(treatment.id) if v.outcome in draft.case.outcomes]
    sure = [v for v in verdicts if level(v) >= _LEAST_LEVEL]
    labels = listed(outcome_label(draft.knowledge, o) for o in dict.fromkeys(v.outcome for v in verdicts))
    if not sure:
        facts = [f for v in verdicts for f in verdict_facts(v)] or [f"treatment:{treatment.id}"]
        draft.writer.say("alternatives", "alternative.thin" if labels else "alternative.none", facts, style="bullet", treatment=capital(treatment.name), outcomes=labels)
