"""The first line of an answer: what decided, in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from skinproof.answer.decision import Basis
from skinproof.answer.draft import Draft
from skinproof.answer.sections import choice, note_headlines, rule_headlines, told_headlines
from skinproof.answer.sections.claims import search_facts, verdict_facts
from skinproof.answer.words import capital, goal_labels, listed, outcome_label, sentence
from skinproof.catalogue.rules import CombinationRule
from skinproof.catalogue.text import words
from skinproof.ingredients.report import claim_text
from skinproof.question.case import WITH_CHILD
from skinproof.synthesis.ranking import counts, level
from skinproof.synthesis.verdict import Verdict

_FEW = 3
_LOW = 1  # low certainty


def add(draft: Draft, section: str) -> None:
    """Write the first line.

    Args:
        draft: the answer in the making.
        section: where to write it.
    """
    if not any(line(draft, section) for line in _LINES):
        _say(draft, section, f"fixed.headline.{draft.decision.direction}", _facts(draft))


def subject(draft: Draft) -> str:
    """Return the names of what is asked about."""
    return listed((t.name for t in draft.treatments), "or")


def no_rule(draft: Draft) -> bool:
    """Return whether nothing but safety or timing was asked, of known treatments, and no rule speaks."""
    gathered = draft.gathered
    said = gathered.flags or gathered.premises or gathered.practice or gathered.symptoms or gathered.exposures or "#" in draft.decision.because or any(gathered.acts(p) for p in draft.case.parts)
    return gathered.only_safety and bool(draft.treatments) and not said


def timed(draft: Draft) -> bool:
    """Return whether time is asked about and no interval answers."""
    return any(p.kind == "timing" for p in draft.case.parts) and not draft.gathered.intervals and bool(draft.treatments) and draft.case.everyday is None


def _facts(draft: Draft) -> list[str]:
    kind, _, name = draft.decision.because.partition(":")
    return [draft.decision.because] if name and kind != "kind" else []


def _say(draft: Draft, section: str, message: str, facts: list[str], *, basis: Basis | None = None, **words: str) -> bool:
    draft.writer.say(section, message, facts, basis=basis or draft.decision.basis, style="headline", **words)  # type: ignore[arg-type]
    return True


def _happened(draft: Draft, section: str) -> bool:
    """What is done is done."""
    if not draft.gathered.exposures or draft.decision.direction not in {"mixed", "not_enough_evidence"}:
        return False
    return _say(draft, section, "fixed.headline.mixed.happened", _facts(draft))


def _in_one_line(draft: Draft, section: str) -> bool:
    """The belief or practical fact that decided, in the one line that it carries."""
    return _line(draft, section, told_headlines.in_one_line(draft))


def _advised_against(draft: Draft, section: str) -> bool:
    """What a regulator advises against, by its name."""
    kind, _, name = draft.decision.because.partition(":")
    said = next((c for c in draft.gathered.consensus if c.id == name), None) if kind == "consensus" and draft.decision.direction == "unsafe" else None
    return said is not None and _say(draft, section, "headline.against", _facts(draft), treatment=draft.knowledge.treatment_name(said.treatment))


def _list_is_free(draft: Draft, section: str) -> bool:
    inside = draft.gathered.inside
    if draft.decision.because != "kind:list_is_free" or inside is None:
        return False
    return _say(draft, section, "headline.list_is_free", [f"ingredient:{e.ingredient.id}" for e in inside.listed if e.ingredient], names=listed(inside.free_of[:_FEW], "or"))


def _of_the_list(draft: Draft, section: str) -> bool:
    """What the list says to a claim, or that nothing in it stands out."""
    kind, _, name = draft.decision.because.partition(":")
    claims = draft.gathered.inside.broken_claims if kind == "claim" and draft.gathered.inside is not None else ()
    claim = next((c for c in claims if c.claim.id == name), None)
    if claim is not None:
        return _say(draft, section, "headline.short.plain", [draft.decision.because], text=claim_text(claim))
    return draft.decision.because == "kind:list_is_clean" and _say(draft, section, "fixed.headline.list_is_clean", [], basis="none")


def _price(draft: Draft, section: str) -> bool:
    """Nothing but a price is asked about."""
    if not draft.gathered.price_only or draft.decision.direction != "mixed" or not draft.treatments:
        return False
    return _say(draft, section, "fixed.headline.mixed.price", [], basis="none")


def _parted(draft: Draft, section: str) -> bool:
    """Of several things asked about, which may help and for which too little is shown."""
    kind = draft.decision.because.partition(":")[0]
    if kind not in {"verdict", "consensus", ""} or draft.decision.direction not in {"not_enough_evidence", "mixed"} or _silence(draft):
        return False
    best: dict[str, Verdict] = {}
    for row in draft.gathered.rows:
        if row.verdict is not None and row.verdict.direction == "helps" and counts(row.verdict) and level(row.verdict) >= _LOW:
            best[row.treatment] = max((row.verdict, best.get(row.treatment, row.verdict)), key=level)
    others = [t.name for t in draft.treatments if t.id not in best]
    advised = {c.treatment for c in draft.gathered.consensus if c.says in {"recommended", "conditional"}}
    if len(draft.treatments) < 2 or not best or not others or any(t.id in advised for t in draft.treatments if t.id not in best):
        return False
    top = max(best.values(), key=level)
    name, outcome = capital(draft.knowledge.treatment_name(top.treatment)), outcome_label(draft.knowledge, top.outcome)
    return _say(draft, section, "headline.parted", list(verdict_facts(top)), treatment=name, outcome=outcome, others=listed(others, "or"))


def _preferred(draft: Draft, section: str) -> bool:
    """Of several things asked about, which guidelines recommend and which they doubt."""
    kind, said = draft.decision.because.partition(":")[0], draft.gathered.consensus
    praised = {c.treatment: c.id for c in said if c.says == "recommended"}
    doubted = {c.treatment: c.id for c in said if c.says in {"uncertain", "not_recommended"} and c.treatment not in {o.treatment for o in said if o.says in {"recommended", "conditional"}}}
    if kind != "consensus" or draft.decision.direction != "mixed" or not praised or not doubted:
        return False
    facts = [f"consensus:{c}" for c in (*praised.values(), *doubted.values())]
    return _say(draft, section, "headline.preferred", facts, treatments=listed(map(draft.knowledge.treatment_name, praised)), others=listed(map(draft.knowledge.treatment_name, doubted), "or"))


def _not_proven(draft: Draft, section: str) -> bool:
    goals = listed(goal_labels(draft.knowledge, draft.case.goals), "or")
    if draft.decision.direction != "not_enough_evidence" or not goals or not draft.treatments:
        return False
    if _line(draft, section, note_headlines.of_small_tests(draft)):
        return True
    facts = _facts(draft) or [f for r in draft.gathered.rows for f in search_facts(draft, r.treatment, r.outcome)]
    return _say(draft, section, "headline.not_proven", facts, treatment=subject(draft), goals=goals)


def _ways(draft: Draft, section: str) -> bool:
    """An aim was named and no treatment: what guidelines recommend for it or trials support, aim by aim."""
    kind = draft.decision.because.partition(":")[0]
    if kind not in {"verdict", "consensus"} or draft.treatments or draft.decision.direction not in {"helps", "mixed"}:
        return False
    if draft.case.person.has("minor") and _line(draft, section, note_headlines.of_aim(draft)):
        return True  # what suits the young is not who has most studies
    advised = {c.treatment: f"consensus:{c.id}" for c in draft.gathered.consensus}
    rows = [r for r in draft.gathered.rows if r.treatment in advised or (r.verdict is not None and counts(r.verdict))]
    facts = [advised[r.treatment] for r in rows if r.treatment in advised] + [f for r in rows if r.verdict is not None for f in verdict_facts(r.verdict)]
    aims = list(dict.fromkeys(r.goal for r in rows if r.goal))[:_FEW]
    told = {aim: list(dict.fromkeys(draft.knowledge.treatment_name(r.treatment) for r in rows if r.goal == aim))[: _FEW if len(aims) == 1 else 2] for aim in aims}
    ways = "; ".join(f"{goal_labels(draft.knowledge, (aim,))[0]}: {listed(names)}" for aim, names in told.items())
    return _say(draft, section, "headline.ways", facts, ways=ways)


def _no_fact(draft: Draft, section: str) -> bool:
    """Where nobody asked whether something works, "too little evidence" answers nothing."""
    if draft.decision.direction != "not_enough_evidence" or draft.decision.because:
        return False
    if draft.treatments:
        asked = any(p.kind in _OF_EFFECT for p in draft.case.parts)
        return not asked and _say(draft, section, "fixed.headline.no_fact", [], basis="none")
    known = bool(draft.knowledge.aims(draft.case.goals)) and any(p.kind in _OF_EFFECT for p in draft.case.parts)
    if known and not draft.case.ingredients and _line(draft, section, note_headlines.of_aim(draft)):
        return True
    return not draft.case.ingredients and _say(draft, section, "fixed.headline.aim" if known else "fixed.headline.no_fact", [], basis="none")


_OF_EFFECT = {"does_it_work", "worth_it", "which", "price", "home_device", "course"}


def _no_number(draft: Draft, section: str) -> bool:
    """Where only how often is asked and none of what is held says it, what is shown of the effect answers nothing."""
    kind, gathered = draft.decision.because.partition(":")[0], draft.gathered
    counted = "often_asked" in draft.case.concerns and {p.kind for p in draft.case.parts} <= {"timing", "worth_it"}
    if not counted or kind not in {"verdict", "consensus", ""} or gathered.intervals or gathered.times:
        return False
    return _say(draft, section, "fixed.headline.no_number", [], basis="none")


def _nothing_speaks(draft: Draft, section: str) -> bool:
    silence = _silence(draft)
    if silence == "timed" and _line(draft, section, note_headlines.of_time(draft)):
        return True
    if silence == "timed" and draft.decision.because == "kind:nothing_against":
        silence = "nothing_against"
    return silence is not None and _say(draft, section, f"fixed.headline.{silence}", [], basis="none")


_OF_SILENCE = {"kind:nothing_held": "nothing_held", "kind:harm_not_listed": "harm_not_listed", "kind:beside_medicine": "no_rule", "kind:no_pair_rule": "no_pair_rule", "kind:ill_family": "ill_family", "kind:no_care_held": "no_care_held"}


_FIRST_OF_ALL = {"kind:nothing_held", "kind:ill_family", "kind:no_care_held"}


def _silence(draft: Draft) -> str | None:
    """What is said first where safety or timing was asked and no rule speaks."""
    if draft.gathered.unheld or draft.decision.because in _FIRST_OF_ALL:
        return _OF_SILENCE.get(draft.decision.because)
    if no_rule(draft) and timed(draft):
        return "timed"
    if draft.gathered.illness:
        return None
    if draft.decision.because in _OF_SILENCE:
        return _OF_SILENCE[draft.decision.because]
    if draft.decision.because == "kind:nothing_against":
        return "unfit" if "unfit_asked" in draft.case.concerns and draft.gathered.unsaid else "harm_not_listed" if draft.gathered.harm_asked else "nothing_against"
    asked = "goal_first" not in draft.case.concerns and any(p.kind == "safe_for_me" for p in draft.case.parts)
    return "no_rule" if no_rule(draft) and asked else None


def _by_rule(draft: Draft, section: str) -> bool:
    """What a precaution asks for, or how long to wait."""
    return _line(draft, section, rule_headlines.of_taking(draft) or rule_headlines.of_stopping(draft) or rule_headlines.of_sore_skin(draft) or rule_headlines.of_precaution(draft) or rule_headlines.of_interval(draft))


def _line(draft: Draft, section: str, line: rule_headlines.Line | None) -> bool:
    return line is not None and _say(draft, section, line.message, line.facts, **line.words)  # type: ignore[arg-type]


def _by_note(draft: Draft, section: str) -> bool:
    """Nothing but what it is, whether it is for good or whether it hurts was asked."""
    return _line(draft, section, note_headlines.of_thing(draft) or note_headlines.of_holding(draft) or note_headlines.of_pain(draft))


def _left_to_say(draft: Draft, section: str) -> bool:
    """Weak evidence, and that two things go together, before the words that only name the direction."""
    treatment = draft.knowledge.treatment(draft.decision.because.removeprefix("treatment:"))
    if treatment is not None and draft.decision.direction == "helps":
        return _say(draft, section, "headline.what", [f"treatment:{treatment.id}#what_it_is"], text=treatment.what_it_is.text)
    if draft.decision.direction == "helps" and draft.decision.because.startswith("combination:"):
        rule = _pair_rule(draft)
        said = words(draft.case.question)
        plain = ".plain" if _DENYING & set(said) or {("you", "not"), ("i", "not")} & set(pairwise(said)) else ""  # "does A cancel out B" gets no "yes"
        return _say(draft, section, f"fixed.headline.helps.{'apart' if rule is not None and rule.same_time == 'separate' else f'together{plain}'}", _facts(draft))
    return _line(draft, section, note_headlines.of_doubt(draft))


_DENYING = frozenset("cancel cancels cancelled ruin ruins destroy destroys deactivate deactivates inactivate neutralise neutralize neutralises neutralizes kill kills weaken weakens annule annulent neutralisent anula anulan".split())


def _refused(draft: Draft, section: str) -> bool:
    if draft.decision.because in {"kind:carry_on", "kind:more_of_it"}:
        return _say(draft, section, f"fixed.headline.{draft.decision.because.removeprefix('kind:')}", [])
    if draft.decision.direction != "unsafe" or draft.decision.action != "stop":
        return False
    kind, _, name = draft.decision.because.partition(":")
    short = next((a.rule.short for a in draft.gathered.precautions if a.rule.id == name and a.rule.short), "") if kind == "precaution" else ""
    together = next((c.why for c in draft.gathered.combinations if c.id == name), "") if kind == "combination" else ""
    if short or together:
        return _say(draft, section, "headline.short" if short else "headline.not_together", _facts(draft), text=short or sentence(together))
    return _say(draft, section, "fixed.headline.unsafe.stop", _facts(draft))


def _turns_on(draft: Draft, section: str) -> bool:
    if draft.decision.because == "kind:aim":
        return _line(draft, section, note_headlines.of_aim(draft)) or _say(draft, section, "fixed.headline.aim", [], basis="none")
    ground = _ground(draft) if draft.decision.direction == "mixed" else None
    if ground in {"after", "told"} and _line(draft, section, note_headlines.of_course(draft)):
        return True
    told = choice.headline(draft) if ground == "choice" and not draft.gathered.brands_compared else None
    if told is not None:
        message, facts, words = told
        return _say(draft, section, message, facts, **words)  # type: ignore[arg-type]
    return ground is not None and _say(draft, section, f"fixed.headline.mixed.{ground}", _facts(draft))


_BY_ACTION = {"ask": "ask", "caution": "care", "ok": "told_first"}
_TOGETHER = {"take_care": "with_care", "separate": "apart"}


def _pair_rule(draft: Draft) -> CombinationRule | None:
    """The rule about using together that decided."""
    return next((c for c in draft.gathered.combinations if draft.decision.because == f"combination:{c.id}"), None)


def _ground(draft: Draft) -> str | None:
    """What a mixed bottom line turns on, where one rule says it."""
    kind, _, name = draft.decision.because.partition(":")
    if kind == "precaution" and draft.decision.action == "caution" and any(p.kind == "what_went_wrong" for p in draft.case.parts):
        return "after"
    if kind == "precaution":
        with_child = any(a.rule.id == name and a.condition in WITH_CHILD for a in draft.gathered.precautions)
        return None if with_child and draft.decision.action == "ok" else _BY_ACTION.get(draft.decision.action or "")
    if kind == "combination":
        rule = _pair_rule(draft)
        ground = _TOGETHER.get(rule.same_time) if rule is not None else None
        return "not_at_once" if ground == "apart" and draft.gathered.says("at_once") else ground
    if kind in {"verdict", "consensus", ""} and draft.gathered.choosing and len(draft.treatments) > 1:
        return "choice"
    if name == "what_went_wrong" and "harm_told" in draft.case.concerns:
        return "told"
    return {"interval": "time", "premise": "belief", "practice": "practice", "condition": "ask"}.get(kind) or {"what_went_wrong": "after", "regulation": "law", "illness_not_known": "ask", "infant": "infant"}.get(name)


def _by_fact(draft: Draft, section: str) -> bool:
    """A practical fact, a belief or a guideline that decided, where it carries no line of its own."""
    direction, (kind, _, name) = draft.decision.direction, draft.decision.because.partition(":")
    if kind == "practice" and direction in {"helps", "does_not_help"}:
        return _say(draft, section, f"fixed.headline.practice.{direction}", _facts(draft))
    if kind == "premise" and direction in {"does_not_help", "not_enough_evidence"}:
        return _say(draft, section, "fixed.headline.belief", _facts(draft))
    if direction == "helps" and any(p.id == name and p.verdict == "false" for p in draft.gathered.premises):
        return _say(draft, section, "fixed.headline.false_fear", _facts(draft))
    if direction == "helps" and kind == "consensus":
        said = next((c for c in draft.gathered.consensus if c.id == name), None)
        named = draft.knowledge.treatment_name(said.treatment) if said is not None else subject(draft)
        trials = note_headlines.trials_agree(draft, said.treatment) if said is not None else None
        return _say(draft, section, "headline.consensus.backed" if trials else "headline.consensus", _facts(draft) + (trials or []), treatment=named)
    return False


def _by_verdict(draft: Draft, section: str) -> bool:
    """It helps; or one treatment may, and only the low certainty makes the bottom line depend."""
    decision = draft.decision
    kind, _, name = decision.because.partition(":")
    low = decision.direction == "mixed" and decision.effect == "helps" and decision.certainty == "low" and len(draft.treatments) == 1
    verdict = draft.knowledge.store.get("verdict", name, Verdict) if kind == "verdict" and (low or decision.direction == "helps") else None
    if verdict is None:
        return False
    name, outcome = capital(draft.knowledge.treatment_name(verdict.treatment)), outcome_label(draft.knowledge, verdict.outcome)
    if draft.gathered.brands_compared and draft.decision.direction == "mixed":
        return _say(draft, section, "fixed.headline.brands", [], basis="none")
    weighed = note_headlines.sum_named(draft) and any(p.kind in {"worth_it", "price"} for p in draft.case.parts)  # "is it worth $182" is no question of effect alone
    return _say(draft, section, "headline.more_is_asked" if weighed and level(verdict) > _LOW else f"headline.helps.{verdict.certainty}", list(verdict_facts(verdict)), treatment=name, outcome=outcome)


def _more_is_asked(draft: Draft, section: str) -> bool:
    """The rules alone said yes, for an effect that is shown; the question asks more than that."""
    kind, _, name = draft.decision.because.partition(":")
    verdict = draft.knowledge.store.get("verdict", name, Verdict) if kind == "verdict" and draft.decision.direction == "mixed" and draft.first.direction == "helps" else None
    if verdict is None or level(verdict) <= _LOW or draft.gathered.choosing:
        return False
    if _line(draft, section, note_headlines.of_value(draft, verdict)):
        return True
    name, outcome = capital(draft.knowledge.treatment_name(verdict.treatment)), outcome_label(draft.knowledge, verdict.outcome)
    return _say(draft, section, "headline.more_is_asked", list(verdict_facts(verdict)), treatment=name, outcome=outcome)


def _in_doubt(draft: Draft, section: str) -> bool:
    """What "it depends" or "not known" is said of, where nothing above says it better."""
    decision, (kind, _, name) = draft.decision, draft.decision.because.partition(":")
    said = next((c for c in draft.gathered.consensus if c.id == name), None) if kind == "consensus" and decision.direction == "mixed" else None
    if said is not None and said.says in {"conditional", "recommended"}:
        return _say(draft, section, f"headline.{said.says}", _facts(draft), treatment=draft.knowledge.treatment_name(said.treatment))
    verdict = draft.knowledge.store.get("verdict", name, Verdict) if kind == "verdict" and decision.direction == "mixed" and decision.effect == "mixed" else None
    if verdict is not None and not draft.gathered.choosing:
        return _say(draft, section, "headline.disagree", list(verdict_facts(verdict)), treatment=draft.knowledge.treatment_name(verdict.treatment), outcome=outcome_label(draft.knowledge, verdict.outcome))
    if decision.direction not in {"mixed", "not_enough_evidence"} or not 0 < len(draft.treatments) < _FEW:
        return False
    if draft.gathered.brands_compared and decision.direction == "mixed":
        return _say(draft, section, "fixed.headline.brands", [], basis="none")
    if not decision.because and draft.gathered.rows:
        return _say(draft, section, "headline.unstudied", [f for r in draft.gathered.rows for f in search_facts(draft, r.treatment, r.outcome)], treatments=subject(draft))
    return decision.direction == "not_enough_evidence" and _say(draft, section, "headline.not_known", _facts(draft), treatments=subject(draft))


_LINES: tuple[Callable[[Draft, str], bool], ...] = (_happened, _in_one_line, _advised_against, _by_note, _list_is_free, _of_the_list, _price, _preferred, _parted, _no_number, _not_proven, _ways, _more_is_asked, _nothing_speaks, _no_fact, _by_rule, _refused, _turns_on, _by_fact, _by_verdict, _left_to_say, _in_doubt)
