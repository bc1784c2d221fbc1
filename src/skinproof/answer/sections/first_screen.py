"""The first screen: bottom line, closest evidence, who paid, risk, until then, what to ask."""

from __future__ import annotations

from collections import Counter

from skinproof.answer.draft import Draft
from skinproof.answer.efficacy import Row
from skinproof.answer.law import places_of_law
from skinproof.answer.sections import aftermath, alternatives, choice, going_through, headline, manners, rule_headlines, urgent
from skinproof.answer.sections.claims import say_verdict, search_facts, verdict_facts
from skinproof.answer.sections.home import questions
from skinproof.answer.sections.safety import label as condition_label
from skinproof.answer.words import capital, days, goal_labels, joined, listed, outcome_label, persons, says_again, sentence
from skinproof.catalogue.rules import Interval, Precaution, Premise
from skinproof.ingredients.report import claim_text
from skinproof.question.illness import is_medicine
from skinproof.safety.precautions import ANYONE, Applied
from skinproof.synthesis.verdict import Verdict

SECTION = "bottom_line"
_FEW = 3
_MOST_ROWS = 8
_MOST_HARMS = 4
_ABOUT_EFFECT = {"does_it_work", "worth_it", "which", "price", "home_device", "course"}


def add(draft: Draft) -> None:
    """Write the first screen.

    Args:
        draft: the answer in the making.
    """
    if draft.case.alike:
        likened = listed([t.name for t in draft.treatments] + list(goal_labels(draft.knowledge, draft.case.goals)), "or")
        draft.writer.say(SECTION, "understood.alike", [f"word:{draft.case.alike}"], basis="question", names=likened)
    headline.add(draft, SECTION)
    urgent.add_doubted(draft, SECTION)
    manners.add(draft, SECTION)
    if "explain" in draft.case.concerns and "#harms" not in draft.decision.because and not any(p.kind == "what_went_wrong" for p in draft.case.parts):  # what to do comes before what it is
        _what_it_is(draft)
    lawful = draft.decision.because.startswith("regulation:")
    for write in (_law, _warnings) if lawful else (_warnings, _law):
        write(draft)
    choice.add(draft, SECTION)
    asked = set() if _pair_told(draft) else going_through.asked_times(draft)
    if (headline.timed(draft) and draft.decision.direction != "unsafe" and not _pair_told(draft)) or asked:
        going_through.add_times(draft, SECTION, asked or None)
    aftermath.add(draft, SECTION)
    if draft.decision.direction != "unsafe" and _effect_asked(draft):
        _weighed(draft)
        _closest(draft)
        _paid(draft)
        _aims(draft)
    _decider(draft)
    if draft.gathered.exposures or any(p.kind == "what_went_wrong" for p in draft.case.parts) or (draft.case.everyday is not None and draft.decision.direction != "unsafe"):
        return  # what is done is done: no risks of having it, nothing to book
    _risk(draft)
    if (_effect_asked(draft) or draft.decision.direction == "unsafe") and not draft.case.person.has("minor"):
        alternatives.until(draft, SECTION)
    _ask(draft)


def _effect_asked(draft: Draft) -> bool:
    """Whether what the treatment does is in question, and not only whether, when, or what has already happened."""
    if draft.gathered.infant or (draft.case.person.has("minor") and draft.gathered.precautions):
        return False  # too young for it: what it does for others is beside the point
    kinds = {p.kind for p in draft.case.parts}
    if kinds & {"timing", "what_went_wrong", "mixing"}:
        kinds.discard("worth_it")  # "should I stop it before"
    return bool(kinds & _ABOUT_EFFECT) and not draft.gathered.exposures and draft.gathered.harm is None and not draft.decision.because.startswith("practice:") and "#" not in draft.decision.because


def _pair_told(draft: Draft) -> set[str]:
    """The facts of the two notes that the first line laid side by side."""
    pair = {fact_id for fact_id, _ in draft.gathered.pair}
    return pair if draft.decision.because in pair else set()


def _what_it_is(draft: Draft, *, told: bool = False) -> None:
    told = told or any(fact_id.endswith("#what_it_is") for fact_id in _pair_told(draft))
    for treatment in draft.treatments[:_FEW]:
        if not told:
            draft.note(SECTION, "what_it_is", treatment, "what_it_is", treatment.what_it_is)
        draft.note(SECTION, "how_it_works", treatment, "mechanism", treatment.mechanism)


def _warnings(draft: Draft) -> None:
    """The rules that decided, in their own words."""
    gathered, writer = draft.gathered, draft.writer
    _exposures(draft)
    against = [a for a in gathered.precautions if a.rule.action != "ok" or f"precaution:{a.rule.id}" == draft.decision.because]
    refused = any(a.rule.action == "stop" for a in against)
    for found in [a for a in against if not (refused and a.rule.action == "caution")][:_FEW]:  # "take care" is no use beside "do not have this"
        _precaution(draft, found)
    with_child = any(a.rule.action in {"stop", "defer"} and a.condition in {"pregnancy", "nursing", "trying_to_conceive"} for a in (*gathered.precautions, *gathered.exposures))
    for pair in () if with_child or draft.decision.because.startswith("regulation:") else gathered.combinations[:1]:  # no tip on mixing what is not to be had
        if (gathered.choosing and draft.decision.because != f"combination:{pair.id}") or (refused and draft.case.person.has("minor")):
            continue
        if "headline.not_together" in writer.messages(SECTION):
            writer.say(SECTION, "together.told", (f"combination:{pair.id}",), basis=pair.grade, do=sentence(pair.do))
            continue
        writer.say(SECTION, f"together.{pair.same_time}", (f"combination:{pair.id}",), basis=pair.grade, why=sentence(pair.why), do=sentence(pair.do))
    waited = draft.decision.because == "kind:nothing_against" and any(s.fit == "long_enough" and s.rule.kind == "wait_between" for s in gathered.intervals)
    if waited or any(p.kind == "timing" for p in draft.case.parts) or (gathered.intervals and any(d.because.startswith("interval:") for _, d in draft.decisions)):
        _intervals(draft)
    if gathered.illness:
        writer.say(SECTION, "medicine_not_known" if is_medicine(gathered.illness) else "illness_not_known", [f"evidence:{draft.knowledge.store.meta['version']}"], basis="none", illness=gathered.illness)
    for condition in gathered.unruled:
        label = (p.label if (p := draft.knowledge.conditions.get(condition)) else None) or condition
        writer.say(SECTION, "no_rule", (f"condition:{condition}", *(f"treatment:{t.id}" for t in draft.treatments)), basis="none", condition=label, treatment=headline.subject(draft))
    _no_rule_speaks(draft)
    for symptom in gathered.symptoms:
        writer.say(SECTION, "symptom", (f"aftermath:{symptom.id}",), basis=symptom.grade, text=sentence(symptom.answer))
    for premise in _told_once(draft):
        writer.say(SECTION, "premise", (f"premise:{premise.id}",), basis=premise.grade, belief=premise.belief.rstrip("."), answer=sentence(premise.answer))
    _practices(draft)
    _list(draft)


def _practices(draft: Draft) -> None:
    """Facts of use, but for one that says what a belief or another has said."""
    said = [premise.answer for premise in _told_once(draft)]
    for told in draft.gathered.practice:
        if not any(says_again(told.answer, other) for other in said):
            draft.writer.say(SECTION, "practice", (f"practice:{told.id}",), basis=told.grade, text=sentence(told.answer))
        said.append(told.answer)


def _told_once(draft: Draft) -> list[Premise]:
    """Two beliefs at most: not one that says of the same things what the first has said, nor, where what has followed is told, one that is no warning."""
    told = sorted(draft.gathered.premises, key=lambda p: f"premise:{p.id}" != draft.decision.because)
    if draft.decision.because.startswith("aftermath:"):
        told = [p for p in told if p.verdict == "false" and p.when_wrong == "unsafe"]
    again = [p for p in told[1:] if (p.treatments, p.outcomes, p.verdict) != (told[0].treatments, told[0].outcomes, told[0].verdict) and not says_again(p.answer, told[0].answer)]
    return [*told[:1], *again][:2]


def _exposures(draft: Draft) -> None:
    """What has happened: what the rule says for that, or why it should not have been and whom to ask now."""
    for exposure in draft.gathered.exposures[:2]:
        done = exposure.rule
        if done.if_already:
            draft.writer.say(SECTION, "exposure", (f"precaution:{done.id}",), basis=done.grade, text=sentence(done.if_already))
            continue
        message, condition = ("exposure.done_all", "") if exposure.condition == ANYONE else ("exposure.done", capital(condition_label(draft, exposure.condition or "")))
        draft.writer.say(SECTION, message, (f"precaution:{done.id}",), basis="inference", condition=condition, why=sentence(done.why))


def _list(draft: Draft) -> None:
    """Of a pasted list: what the person is allergic to, claims that it does not bear out, and hazards."""
    found, writer = draft.gathered.inside, draft.writer
    if found is None:
        return
    for fact_id, entries in found.allergens.items():
        writer.say(SECTION, "inside.allergen", (fact_id,), basis="label", entries=listed(entries[:4]))
    if found.free_of:
        writer.say(SECTION, "inside.free_of", [f"ingredient:{e.ingredient.id}" for e in found.listed if e.ingredient], basis="label", names=listed(found.free_of[:_FEW], "or"))
    for claim in found.doubtful_claims[:_FEW]:
        writer.say(SECTION, "inside.claim", (f"claim:{claim.claim.id}",), basis="label", text=sentence(claim_text(claim)))
    for flag in found.flags[:_FEW]:
        writer.say(SECTION, "hazard", (f"hazard:{flag.hazard.id}",), basis=flag.hazard.proof, entries=listed(flag.entries[:4]), text=sentence(flag.hazard.text))


def _law(draft: Draft) -> None:
    """What the law or a regulator says, where that was asked: of the place named and the point asked, or that none is held."""
    decided = draft.decision.because.removeprefix("regulation:") if draft.decision.because.startswith("regulation:") else ""
    if not decided and not any(p.kind == "regulation" for p in draft.case.parts):
        return
    who = bool(decided) or "who_may" in draft.case.concerns
    told = [r for r in draft.gathered.regulation if not who or r.topic == "licensing"]
    here = [r for r in told if r.jurisdiction in places_of_law(draft.case)]
    elsewhere = bool(draft.case.places) and not here and bool(told) and not who
    told = sorted(here if who and draft.case.places else here or told, key=lambda r: r.id != decided)[:2]
    if elsewhere:
        draft.writer.say(SECTION, "fixed.law_elsewhere", basis="none")
    for rule in told:
        draft.writer.say(
            SECTION, "regulation.unseen" if rule.not_seen else "regulation", (f"regulation:{rule.id}",), basis=rule.grade, jurisdiction=rule.jurisdiction, text=sentence(rule.text),
            unseen=sentence(rule.not_seen or ""),
        )
    if who and not told:
        draft.writer.say(SECTION, "fixed.law_not_held", basis="none")


def _aims(draft: Draft) -> None:
    """What is to be known about the aims, unless the beliefs above have said it."""
    if not _effect_asked(draft) or draft.gathered.flags:
        return
    said = {f"premise:{p.id}" for p in draft.gathered.premises}
    for aim in [a for a in draft.knowledge.aims(draft.case.goals) if not said & set(a.rests_on[:2])][:2]:
        draft.writer.say(SECTION, "aim", aim.rests_on, basis=aim.grade, goal=capital(draft.knowledge.goals[aim.id].label), text=aim.text)


def _weighed(draft: Draft) -> None:
    """What guidelines and labels say, where the question is about effect."""
    for said in sorted(draft.gathered.consensus, key=lambda c: f"consensus:{c.id}" != draft.decision.because)[:2]:
        draft.writer.say(SECTION, "consensus", (f"consensus:{said.id}",), basis=said.grade, text=sentence(said.text))


def _decider(draft: Draft) -> None:
    """The guideline, verdict or record that decided, where the lines above did not come to it."""
    kind, _, name = draft.decision.because.partition(":")
    said = next((c for c in draft.gathered.consensus if c.id == name), None) if kind == "consensus" else None
    if said is not None:
        draft.writer.say(SECTION, "consensus", (f"consensus:{said.id}",), basis=said.grade, text=sentence(said.text))
    verdict = draft.knowledge.store.get("verdict", name, Verdict) if kind == "verdict" else None
    if verdict is not None:
        say_verdict(draft, SECTION, verdict)
    if kind == "treatment" and "#" not in name and "explain" not in draft.case.concerns:
        _what_it_is(draft, told="headline.what" in draft.writer.messages(SECTION))


def _intervals(draft: Draft) -> None:
    decided = {d.because for _, d in draft.decisions}
    asked = [s for s in draft.gathered.intervals if s.rule.kind != "how_often" or s.fit != "not_stated" or f"interval:{s.rule.id}" in decided] or draft.gathered.intervals
    for spaced in sorted(asked, key=lambda s: f"interval:{s.rule.id}" not in decided)[:2]:
        rule = spaced.rule
        fit = "not_stated" if draft.gathered.open_timing else spaced.fit
        if fit == "long_enough" and draft.decision.direction == "unsafe":
            continue  # "enough time" beside "do not have this" reads like leave to go ahead
        first = next((t for t in draft.treatments if {t.id, *t.classes} & set(rule.first)), None)
        draft.writer.say(
            SECTION, "interval.why" if draft.writer.opened_by(SECTION, f"interval:{rule.id}") else _interval_message(rule, fit), (f"interval:{rule.id}",), basis=rule.grade, least=days(rule.least_days), most=days(rule.most_days), why=sentence(rule.why),
            treatment=capital(rule.about) or (capital(first.name) if first else headline.subject(draft)),
        )


def _interval_message(rule: Interval, fit: str) -> str:
    """The message of an interval; one span is not told as two, and no wait at all is no span."""
    if rule.kind != "how_often" and rule.least_days == rule.most_days:
        return f"interval.one.{fit}" if fit in {"too_soon", "long_enough"} else "interval.one"
    if rule.kind != "how_often" and not rule.least_days and fit in {"not_stated", "within"}:
        return "interval.from_none"
    return f"interval.{rule.kind}.{fit}"


def _no_rule_speaks(draft: Draft) -> None:
    """Where no rule speaks to what was said: the conditions that would stop or put it off, or that no rule speaks of the point."""
    if draft.decision.because != "kind:nothing_against":
        if headline.no_rule(draft) and not headline.timed(draft):
            draft.writer.say(SECTION, "no_rule_at_all", [f"evidence:{draft.knowledge.store.meta['version']}"], basis="none", treatment=headline.subject(draft))
        return
    rules = draft.gathered.unsaid[:_MOST_ROWS]
    labels = list(dict.fromkeys(condition_label(draft, c) for rule in rules for c in rule.when[:1]))
    if labels:
        draft.writer.say(SECTION, "would_stop", [f"precaution:{rule.id}" for rule in rules], basis="consensus", treatment=headline.subject(draft), conditions=listed(labels, "or"))


def _precaution(draft: Draft, found: Applied) -> None:
    rule: Precaution = found.rule
    phrases = draft.knowledge.conditions.get(found.condition or "")
    label = (phrases.label if phrases else None) or (found.condition or "").replace("_", " ")
    told = draft.writer.messages(SECTION) & {f"headline.because.{rule.action}", f"headline.because.{rule.action}.aimed", f"fixed.headline.yourself.{rule.action}", "headline.because.parted", "headline.because.parted.care", "headline.because.parted.fine"} and found == rule_headlines.deciding(draft)
    told = told or (bool(rule.short) and draft.writer.opened_by(SECTION, f"precaution:{rule.id}"))
    word = "told" if told else "for_all" if found.condition == ANYONE else "because"
    draft.writer.say(SECTION, "because.told" if word == "told" else f"{word}.{rule.action}", (f"precaution:{rule.id}",), basis=rule.grade, condition=label, why=sentence(rule.why), do=sentence(rule.do))


def _closest(draft: Draft) -> None:
    """For each thing hoped for: the verdict, or the nearest evidence, or that nothing was found."""
    rows = draft.gathered.rows[:_MOST_ROWS]
    if not draft.case.treatments:
        rows = tuple(r for r in rows if r.verdict is not None)  # what was chosen on experts' word: their word is told
    if not rows:
        return
    missing = [r for r in rows if r.verdict is None]
    if missing and all(r.verdict is None for r in rows):
        facts = [f for r in missing for f in search_facts(draft, r.treatment, r.outcome)]
        draft.writer.say(SECTION, "no_study", facts, basis="none", treatment=headline.subject(draft), date=draft.knowledge.store.meta["date"])
    nothing: dict[str, list[str]] = {}  # by treatment the aims for which nothing was found
    for row in rows:
        _closest_row(draft, row, nothing)
    together: dict[tuple[str, ...], list[str]] = {}
    for treatment, goals in nothing.items():
        together.setdefault(tuple(goals), []).append(treatment)
    for found, names in together.items():
        facts = [f for r in missing if r.treatment in names for f in search_facts(draft, r.treatment, r.outcome)]
        named = listed((draft.knowledge.treatment_name(t) for t in names), "or")
        draft.writer.say(SECTION, "closest.nothing", facts, basis="none", style="bullet", treatments=named, goals=listed(found, "or"))


def _closest_row(draft: Draft, row: Row, nothing: dict[str, list[str]]) -> None:
    label = draft.knowledge.goals[row.goal].label if row.goal else outcome_label(draft.knowledge, row.outcome)
    if row.verdict is not None:
        say_verdict(draft, SECTION, row.verdict)
        return
    if not row.nearest:
        nothing.setdefault(row.treatment, []).append(label)
        return
    several = len(draft.treatments) > 1
    if several and draft.writer.says_fact(SECTION, "closest.of", f"study:{row.nearest[0].study_id}"):
        nothing.setdefault(row.treatment, []).append(label)  # the same study is told already, for another of them
        return
    for found in row.nearest[: 1 if several else 2]:
        study = draft.knowledge.study(found.study_id)
        draft.writer.say(
            SECTION, "closest.of" if several else "closest", (*verdict_facts(found.verdict), f"study:{found.study_id}"), style="bullet", goal=label if several else capital(label),
            asked=draft.knowledge.treatment_name(row.treatment), treatment=draft.knowledge.treatment_name(found.verdict.treatment), text=joined(found.texts), persons=persons((study.participants if study else None) or found.verdict.participants),
        )


def _paid(draft: Draft) -> None:
    verdicts = [v for r in draft.gathered.rows for v in ((r.verdict,) if r.verdict else (n.verdict for n in r.nearest))]
    kinds = Counter(study.funding.kind for i in {i for v in verdicts for i in v.study_ids} if (study := draft.knowledge.study(i)) is not None)
    if kinds:
        draft.writer.say(
            SECTION, "paid", [f"study:{i}" for i in sorted({i for v in verdicts for i in v.study_ids})], maker=kinds["maker"] + kinds["mixed"], independent=kinds["independent"],
            unknown=kinds["not_stated"] + kinds["not_checked"], studies=sum(kinds.values()),
        )


def _risk(draft: Draft) -> None:
    for treatment in draft.treatments[:2]:
        asked = [n for n in range(len(treatment.harms)) if draft.decision.because == f"treatment:{treatment.id}#harms.{n}"]
        if "effects_asked" in draft.case.concerns and draft.decision.because.startswith(f"treatment:{treatment.id}#"):
            asked = list(range(_MOST_HARMS))
        said = _pair_told(draft)
        for place in [n for n in (asked or range(2)) if n < len(treatment.harms) and f"treatment:{treatment.id}#harms.{n}" not in said]:
            harm = treatment.harms[place]
            draft.writer.say(SECTION, "risk", (f"treatment:{treatment.id}#harms.{place}",), basis=harm.basis, text=sentence(harm.text), same_line=bool(place) and not asked)
    wanted = {t.id for t in draft.treatments}
    if any(p.kind == "regulation" for p in draft.case.parts):
        return  # what regulators say was told above
    for regulation in [r for r in draft.gathered.regulation if r.topic in {"enforcement", "safety_notice"} and wanted & set(r.applies_to)][:1]:
        draft.writer.say(SECTION, "regulator", (f"regulation:{regulation.id}",), basis="regulator", jurisdiction=regulation.jurisdiction, text=sentence(regulation.text), unseen=sentence(regulation.not_seen) if regulation.not_seen else "")


def _ask(draft: Draft) -> None:
    classes = {c for t in draft.treatments for c in t.classes}
    chosen = [q for q in questions(draft) if classes & set(q.classes)][:_FEW]
    for place, question in enumerate(chosen):
        draft.writer.say(SECTION, "ask.first" if not place else "ask.next", (f"question:{question.id}",), basis="consensus", same_line=bool(place), text=question.note.text)


