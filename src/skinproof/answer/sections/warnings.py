"""The rules that decided, in their own words: what to heed, what has happened, how far apart, which beliefs and facts of use."""

from __future__ import annotations

from skinproof.answer.draft import Draft
from skinproof.answer.sections import headline, rule_headlines
from skinproof.answer.sections.safety import label as condition_label
from skinproof.answer.words import capital, days, listed, says_again, sentence
from skinproof.catalogue.rules import Interval, Precaution, Premise
from skinproof.ingredients.report import claim_text
from skinproof.question.illness import is_medicine
from skinproof.safety.precautions import ANYONE, Applied

_FEW = 3
_MOST_RULES = 8


def add(draft: Draft, section: str) -> None:
    """Write the rules that decided, in their own words.

    Args:
        draft: the answer in the making.
        section: the section to write into.
    """
    gathered, writer = draft.gathered, draft.writer
    _exposures(draft, section)
    against = [a for a in gathered.precautions if a.rule.action != "ok" or f"precaution:{a.rule.id}" == draft.decision.because]
    refused = any(a.rule.action == "stop" for a in against)
    for found in [a for a in against if not (refused and a.rule.action == "caution")][:_FEW]:  # "take care" is no use beside "do not have this"
        _precaution(draft, section, found)
    with_child = any(a.rule.action in {"stop", "defer"} and a.condition in {"pregnancy", "nursing", "trying_to_conceive"} for a in (*gathered.precautions, *gathered.exposures))
    for pair in () if with_child or draft.decision.because.startswith("regulation:") else gathered.combinations[:1]:  # no tip on mixing what is not to be had
        if (gathered.choosing and draft.decision.because != f"combination:{pair.id}") or (refused and draft.case.person.has("minor")):
            continue
        if "headline.not_together" in writer.messages(section):
            writer.say(section, "together.told", (f"combination:{pair.id}",), basis=pair.grade, do=sentence(pair.do))
            continue
        writer.say(section, f"together.{pair.same_time}", (f"combination:{pair.id}",), basis=pair.grade, why=sentence(pair.why), do=sentence(pair.do))
    waited = draft.decision.because == "kind:nothing_against" and any(s.fit == "long_enough" and s.rule.kind == "wait_between" for s in gathered.intervals)
    if waited or any(p.kind == "timing" for p in draft.case.parts) or (gathered.intervals and any(d.because.startswith("interval:") for _, d in draft.decisions)):
        _intervals(draft, section)
    if gathered.illness:
        writer.say(section, "medicine_not_known" if is_medicine(gathered.illness) else "illness_not_known", [f"evidence:{draft.knowledge.store.meta['version']}"], basis="none", illness=gathered.illness)
    for condition in gathered.unruled:
        label = (p.label if (p := draft.knowledge.conditions.get(condition)) else None) or condition
        writer.say(section, "no_rule", (f"condition:{condition}", *(f"treatment:{t.id}" for t in draft.treatments)), basis="none", condition=label, treatment=headline.subject(draft))
    _no_rule_speaks(draft, section)
    for symptom in gathered.symptoms:
        writer.say(section, "symptom", (f"aftermath:{symptom.id}",), basis=symptom.grade, text=sentence(symptom.answer))
    for premise in _told_once(draft):
        writer.say(section, "premise", (f"premise:{premise.id}",), basis=premise.grade, belief=premise.belief.rstrip("."), answer=sentence(premise.answer))
    _practices(draft, section)
    _list(draft, section)


def _practices(draft: Draft, section: str) -> None:
    """Facts of use, but for one that says what a belief or another has said."""
    said = [premise.answer for premise in _told_once(draft)]
    for told in draft.gathered.practice:
        if not any(says_again(told.answer, other) for other in said):
            draft.writer.say(section, "practice", (f"practice:{told.id}",), basis=told.grade, text=sentence(told.answer))
        said.append(told.answer)


def _told_once(draft: Draft) -> list[Premise]:
    """Two beliefs at most: not one that says of the same things what the first has said, nor, where what has followed is told, one that is no warning."""
    told = sorted(draft.gathered.premises, key=lambda p: f"premise:{p.id}" != draft.decision.because)
    if draft.decision.because.startswith("aftermath:"):
        told = [p for p in told if p.verdict == "false" and p.when_wrong == "unsafe"]
    again = [p for p in told[1:] if (p.treatments, p.outcomes, p.verdict) != (told[0].treatments, told[0].outcomes, told[0].verdict) and not says_again(p.answer, told[0].answer)]
    return [*told[:1], *again][:2]


def _exposures(draft: Draft, section: str) -> None:
    """What has happened: what the rule says for that, or why it should not have been and whom to ask now."""
    for exposure in draft.gathered.exposures[:2]:
        done = exposure.rule
        if done.if_already:
            draft.writer.say(section, "exposure", (f"precaution:{done.id}",), basis=done.grade, text=sentence(done.if_already))
            continue
        message, condition = ("exposure.done_all", "") if exposure.condition == ANYONE else ("exposure.done", capital(condition_label(draft, exposure.condition or "")))
        draft.writer.say(section, message, (f"precaution:{done.id}",), basis="inference", condition=condition, why=sentence(done.why))


def _list(draft: Draft, section: str) -> None:
    """Of a pasted list: what the person is allergic to, claims that it does not bear out, and hazards."""
    found, writer = draft.gathered.inside, draft.writer
    if found is None:
        return
    for fact_id, entries in found.allergens.items():
        writer.say(section, "inside.allergen", (fact_id,), basis="label", entries=listed(entries[:4]))
    if found.free_of:
        writer.say(section, "inside.free_of", [f"ingredient:{e.ingredient.id}" for e in found.listed if e.ingredient], basis="label", names=listed(found.free_of[:_FEW], "or"))
    for claim in found.doubtful_claims[:_FEW]:
        writer.say(section, "inside.claim", (f"claim:{claim.claim.id}",), basis="label", text=sentence(claim_text(claim)))
    for flag in found.flags[:_FEW]:
        writer.say(section, "hazard", (f"hazard:{flag.hazard.id}",), basis=flag.hazard.proof, entries=listed(flag.entries[:4]), text=sentence(flag.hazard.text))


def _intervals(draft: Draft, section: str) -> None:
    decided = {d.because for _, d in draft.decisions}
    asked = [s for s in draft.gathered.intervals if s.rule.kind != "how_often" or s.fit != "not_stated" or f"interval:{s.rule.id}" in decided] or draft.gathered.intervals
    for spaced in sorted(asked, key=lambda s: f"interval:{s.rule.id}" not in decided)[:2]:
        rule = spaced.rule
        fit = "not_stated" if draft.gathered.open_timing else spaced.fit
        if fit == "long_enough" and draft.decision.direction == "unsafe":
            continue  # "enough time" beside "do not have this" reads like leave to go ahead
        first = next((t for t in draft.treatments if {t.id, *t.classes} & set(rule.first)), None)
        draft.writer.say(
            section, "interval.why" if draft.writer.opened_by(section, f"interval:{rule.id}") else _interval_message(rule, fit), (f"interval:{rule.id}",), basis=rule.grade, least=days(rule.least_days), most=days(rule.most_days), why=sentence(rule.why),
            treatment=capital(rule.about) or (capital(first.name) if first else headline.subject(draft)),
        )


def _interval_message(rule: Interval, fit: str) -> str:
    """The message of an interval; one span is not told as two, and no wait at all is no span."""
    if rule.kind != "how_often" and rule.least_days == rule.most_days:
        return f"interval.one.{fit}" if fit in {"too_soon", "long_enough"} else "interval.one"
    if rule.kind != "how_often" and not rule.least_days and fit in {"not_stated", "within"}:
        return "interval.from_none"
    return f"interval.{rule.kind}.{fit}"


def _no_rule_speaks(draft: Draft, section: str) -> None:
    """Where no rule speaks to what was said: the conditions that would stop or put it off, or that no rule speaks of the point."""
    if draft.decision.because not in {"kind:nothing_against", "kind:ill_family"}:
        if headline.no_rule(draft) and not headline.timed(draft):
            draft.writer.say(section, "no_rule_at_all", [f"evidence:{draft.knowledge.store.meta['version']}"], basis="none", treatment=headline.subject(draft))
        return
    rules = draft.gathered.unsaid[:_MOST_RULES]
    labels = list(dict.fromkeys(condition_label(draft, c) for rule in rules for c in rule.when[:1]))
    if labels:
        draft.writer.say(section, "would_stop", [f"precaution:{rule.id}" for rule in rules], basis="consensus", treatment=headline.subject(draft), conditions=listed(labels, "or"))


def _precaution(draft: Draft, section: str, found: Applied) -> None:
    rule: Precaution = found.rule
    phrases = draft.knowledge.conditions.get(found.condition or "")
    label = (phrases.label if phrases else None) or (found.condition or "").replace("_", " ")
    told = draft.writer.messages(section) & {f"headline.because.{rule.action}", f"headline.because.{rule.action}.aimed", f"fixed.headline.yourself.{rule.action}", "headline.because.parted", "headline.because.parted.care", "headline.because.parted.fine"} and found == rule_headlines.deciding(draft)
    told = told or (bool(rule.short) and draft.writer.opened_by(section, f"precaution:{rule.id}"))
    word = "told" if told else "for_all" if found.condition == ANYONE else "because"
    draft.writer.say(section, "because.told" if word == "told" else f"{word}.{rule.action}", (f"precaution:{rule.id}",), basis=rule.grade, condition=label, why=sentence(rule.why), do=sentence(rule.do))
