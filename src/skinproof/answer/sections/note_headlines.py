"""First lines that a note of a record, an aim or a weak verdict gives, where a rule says nothing: how long it holds, when it shows, what is known of the aim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from skinproof.answer.draft import Draft
from skinproof.answer.lasting import NO_TIME_OFF, only_pain_asked
from skinproof.answer.polarity import names_trouble
from skinproof.answer.sections.claims import verdict_facts
from skinproof.answer.sections.rule_headlines import Line
from skinproof.answer.words import capital, outcome_label
from skinproof.catalogue.record import Note
from skinproof.catalogue.rules import Consensus
from skinproof.catalogue.text import words
from skinproof.catalogue.treatment import Treatment
from skinproof.synthesis.ranking import level
from skinproof.synthesis.verdict import Verdict

_LOW = 1  # low certainty
_FOREVER = frozenset("permanent permanently permanents permanente permanentes forever definitif definitive definitivement definitivo definitiva definitivamente".split())
_FOR_GOOD = {("for", "good"), ("para", "siempre"), ("pour", "toujours")}
_TOLD_OF_TIME = ("first_change", "sessions", "lasts", "downtime")  # the order in which they tell of time, where none was named


_ASKS = frozenset("does do did can could will would is are has have should may might est es puede peut marche sirve or vs for with".split())  # without these nothing beyond the aim is asked
_WAY = frozenset("what whats which how anything something best quoi quel quelle comment que como algo mejor".split())


def _note(treatment: Treatment, fields: Sequence[str]) -> tuple[str, Note] | None:
    notes = ((field, getattr(treatment, field)) for field in fields)
    return next(((field, note) for field, note in notes if note is not None and note.basis != "not_stated"), None)


def _of_note(message: str, treatment: Treatment, field: str, note: Note) -> Line:
    return Line(message=message, facts=[f"treatment:{treatment.id}#{field}"], words={"text": note.text, "name": capital(treatment.name)})


_EVIDENCE = frozenset({"verdict", "consensus", "treatment", ""})  # nothing nearer decided


def _nothing_nearer(draft: Draft) -> bool:
    return draft.decision.because.partition(":")[0] in _EVIDENCE and "#" not in draft.decision.because and not draft.gathered.flags


def of_thing(draft: Draft) -> Line | None:
    """Return what the thing is, where nothing else was asked, with its name where that is asked for: that comes before what is known of its effect.

    Args:
        draft: the answer in the making.
    """
    concerns = draft.case.concerns
    what_for = "use_asked" in concerns and all(p.kind in {"course", "does_it_work"} for p in draft.case.parts)
    only = (("explain" in concerns and all(p.kind == "course" for p in draft.case.parts)) or what_for) and len(draft.treatments) == 1
    way = "mechanism_asked" in concerns and all(p.kind in {"course", "does_it_work"} for p in draft.case.parts) and len(draft.treatments) == 1
    named = "name_asked" in concerns and len(draft.treatments) == 1 and len(draft.case.parts) == 1
    if not (only or way or named) or not _nothing_nearer(draft) or "had_it" in concerns or draft.case.days:
        return None
    treatment = draft.treatments[0]
    if named:
        return _of_note("headline.what.named", treatment, "what_it_is", treatment.what_it_is)
    if way and treatment.mechanism.basis != "not_stated":
        return Line(message="headline.what", facts=[f"treatment:{treatment.id}#mechanism"], words={"text": treatment.mechanism.text})
    return Line(message="headline.what", facts=[f"treatment:{treatment.id}#what_it_is"], words={"text": treatment.what_it_is.text})


def of_pain(draft: Draft) -> Line | None:
    """Return that no pain was seen measured, where nothing but pain was asked and no note tells of it.

    Args:
        draft: the answer in the making.
    """
    return Line(message="fixed.headline.no_pain", facts=[], words={}) if draft.treatments and only_pain_asked(draft.case) and _nothing_nearer(draft) else None


def of_holding(draft: Draft) -> Line | None:
    """Return how long the one treatment holds, where it is asked whether it is for good and only evidence would answer.

    Args:
        draft: the answer in the making.
    """
    said = words(draft.case.question)
    asked = bool(_FOREVER & set(said) or _FOR_GOOD & set(pairwise(said)))
    if not asked or len(draft.treatments) != 1 or not _nothing_nearer(draft) or draft.decision.direction not in {"helps", "mixed", "not_enough_evidence"}:
        return None
    told = _note(draft.treatments[0], ("lasts",))
    return _of_note("headline.holds", draft.treatments[0], *told) if told else None


def of_time(draft: Draft) -> Line | None:
    """Return what a record tells of time, where time is asked about and no interval answers.

    Args:
        draft: the answer in the making.
    """
    alone = len(draft.treatments) == 1 and all(p.kind == "timing" for p in draft.case.parts)
    told = _note(draft.treatments[0], _TOLD_OF_TIME) if alone else None
    return _of_note(f"headline.time.{told[0]}", draft.treatments[0], *told) if told else None


def of_course(draft: Draft) -> Line | None:
    """Return the usual course of the one treatment, of the very day where one is told, where nothing nearer is held on what has followed; else what of its known harms is told of. A complaint gets only what speaks of it.

    Args:
        draft: the answer in the making.
    """
    if not draft.treatments or (len(draft.treatments) > 1 and "one_name" not in draft.case.concerns):
        return None
    treatment, days = draft.treatments[0], [d for d in draft.case.days if d not in draft.case.days_ahead]
    asked = "normal" in draft.case.concerns
    phase = next((n for n, p in enumerate(treatment.course) if days and p.from_day <= max(days) <= p.to_day and (asked or names_trouble(p.note.text, draft.case.question))), None)
    if phase is not None:
        return Line(message="headline.course", facts=[f"treatment:{treatment.id}#course.{phase}"], words={"name": capital(treatment.name), "text": treatment.course[phase].note.text})
    told = _note(treatment, ("downtime",))
    if told is not None and not told[1].text.startswith(NO_TIME_OFF) and (asked or "harm_told" not in draft.case.concerns or names_trouble(told[1].text, draft.case.question)):
        return _of_note("headline.course", treatment, *told)
    named = next((n for n, harm in enumerate(treatment.harms) if names_trouble(harm.text, draft.case.question)), None)
    if named is None:
        return None
    return Line(message="headline.course.known", facts=[f"treatment:{treatment.id}#harms.{named}"], words={"name": capital(treatment.name), "text": treatment.harms[named].text})


def of_value(draft: Draft, verdict: Verdict) -> Line | None:
    """Return that it works, with how long it holds, where the question asks whether it is worth it.

    Args:
        draft: the answer in the making.
        verdict: that shows that it works.
    """
    treatment = draft.knowledge.treatment(verdict.treatment)
    told = _note(treatment, ("lasts",)) if treatment is not None and len(draft.treatments) == 1 else None
    if treatment is None or told is None:
        return None
    words = {"treatment": capital(treatment.name), "outcome": outcome_label(draft.knowledge, verdict.outcome), "text": told[1].text}
    return Line(message="headline.worth", facts=[*verdict_facts(verdict), f"treatment:{treatment.id}#lasts"], words=words)


def of_aim(draft: Draft) -> Line | None:
    """Return what is to be known of the first aim, in one line; where not a way to it but something that we do not know was asked about, that comes first.

    Args:
        draft: the answer in the making.
    """
    aim = next((a for a in draft.knowledge.aims(draft.case.goals) if a.short), None)
    if aim is None:
        return None
    said = set(words(draft.case.question))
    way = bool({"goal_first", "diagnose"} & set(draft.case.concerns) or _WAY & said or not _ASKS & said)
    return Line(message="headline.short.plain" if way else "headline.aim", facts=list(aim.rests_on), words={"text": aim.short})


def of_doubt(draft: Draft) -> Line | None:
    """Return what is left to say of evidence that is weak or weighed against guidelines: small tests that speak for it, or proof that is called unclear.

    Args:
        draft: the answer in the making.
    """
    decision, (kind, _, name) = draft.decision, draft.decision.because.partition(":")
    if decision.direction not in {"mixed", "not_enough_evidence"} or kind not in {"verdict", "consensus"} or draft.gathered.brands_compared or decision.effect == "mixed":
        return None
    shown = [r.verdict for r in draft.gathered.rows if r.verdict is not None and r.verdict.direction == "helps" and level(r.verdict) >= _LOW]
    said = next((c for c in draft.gathered.consensus if c.id == name), None)
    if said is not None and said.says == "uncertain" and (said.grade == "regulator" or not _warned(draft, said.treatment)):
        return _unsettled(draft, said, shown)
    verdict = draft.knowledge.store.get("verdict", name, Verdict) if kind == "verdict" and decision.direction == "mixed" else None
    if verdict is None or verdict.direction != "helps":
        return None
    if level(verdict) < _LOW:
        return Line(message="headline.perhaps", facts=list(verdict_facts(verdict)), words={**_filled(draft, verdict), "treatment": draft.knowledge.treatment_name(verdict.treatment)})
    return Line(message="headline.helps.low", facts=list(verdict_facts(verdict)), words=_filled(draft, verdict))


def _unsettled(draft: Draft, said: Consensus, shown: Sequence[Verdict]) -> Line | None:
    """Proof that guidelines call unclear, with the small test that speaks for it; where a regulator says so, that it has warned."""
    best = max((v for v in shown if v.treatment == said.treatment), key=level, default=None)
    name = draft.knowledge.treatment_name(said.treatment)
    if said.grade == "regulator":
        return Line(message="headline.warned", facts=[draft.decision.because], words={"treatments": name})
    if best is None:
        return Line(message="headline.unclear", facts=[draft.decision.because], words={"treatment": name}) if draft.decision.direction == "mixed" else None
    return Line(message="headline.not_settled", facts=[draft.decision.because, *verdict_facts(best)], words={**_filled(draft, best), "treatment": name})


def of_small_tests(draft: Draft) -> Line | None:
    """Return, where it is not proven and a trial of low certainty speaks for it, that it may help and that this is not enough; nothing where a regulator warns of it.

    Args:
        draft: the answer in the making.
    """
    barred = {c.treatment for c in draft.gathered.consensus if c.grade == "regulator" and c.says in {"uncertain", "not_recommended"}}
    shown = [r.verdict for r in draft.gathered.rows if r.verdict is not None and r.verdict.direction == "helps" and level(r.verdict) >= _LOW and r.treatment not in barred]
    if not shown:
        return None
    best, doubted = max(shown, key=level), draft.decision.because.startswith("consensus:")
    words = {**_filled(draft, best), "treatment": draft.knowledge.treatment_name(best.treatment)}
    return Line(message="headline.not_settled" if doubted else "headline.not_proven.hint", facts=[*([draft.decision.because] if doubted else []), *verdict_facts(best)], words=words)


def trials_agree(draft: Draft, treatment: str) -> list[str] | None:
    """Return the facts of a trial that speaks for what guidelines recommend, of low certainty or better; None if none does or one speaks against it.

    Args:
        draft: the answer in the making.
        treatment: what they recommend.
    """
    own = [r.verdict for r in draft.gathered.rows if r.verdict is not None and r.treatment == treatment and level(r.verdict) >= _LOW]
    agree = [v for v in own if v.direction == "helps"]
    return list(verdict_facts(agree[0])) if agree and len(agree) == len(own) else None


_SUM = re.compile(r"[$£€₹₱¥]\s?\d|\d\s?(?:[$£€₹₱¥]|(?:euros?|dollars?|bucks|pounds|quid|usd|eur|gbp)\b)", re.IGNORECASE)


def sum_named(draft: Draft) -> bool:
    """Tell whether a sum of money is named.

    Args:
        draft: the answer in the making.
    """
    return _SUM.search(draft.case.question) is not None


def _warned(draft: Draft, treatment: str) -> bool:
    """Whether a regulator has warned of it: small tests are then no first line."""
    return any(treatment in r.applies_to for r in draft.gathered.regulation if r.topic in {"enforcement", "safety_notice"})


def _filled(draft: Draft, verdict: Verdict) -> dict[str, str]:
    return {"treatment": capital(draft.knowledge.treatment_name(verdict.treatment)), "outcome": outcome_label(draft.knowledge, verdict.outcome)}
