"""The first screen: bottom line, closest evidence, who paid, risk, until then, what to ask."""

from __future__ import annotations

from skinproof.answer.draft import Draft
from skinproof.answer.law import places_of_law
from skinproof.answer.sections import aftermath, alternatives, choice, effect_lines, going_through, headline, manners, urgent, warnings
from skinproof.answer.sections.home import questions
from skinproof.answer.words import goal_labels, listed, sentence

SECTION = "bottom_line"
_FEW = 3
_MOST_ROWS = 8
_MOST_HARMS = 4
_ABOUT_EFFECT = {"does_it_work", "worth_it", "which", "price", "home_device", "course"}


def _by_plan(draft: Draft) -> bool:
    """Whether a rule decided that holds for any treatment: what the words are like is then beside the point."""
    return any(draft.decision.because == f"precaution:{a.rule.id}" and not (a.rule.scope.classes or a.rule.scope.treatments) for a in draft.gathered.precautions)


def add(draft: Draft) -> None:
    """Write the first screen.

    Args:
        draft: the answer in the making.
    """
    if draft.case.alike and not _by_plan(draft):
        likened = listed([t.name for t in draft.treatments] + list(goal_labels(draft.knowledge, draft.case.goals)), "or")
        draft.writer.say(SECTION, "understood.alike", [f"word:{draft.case.alike}"], basis="question", names=likened)
    headline.add(draft, SECTION)
    urgent.add_doubted(draft, SECTION)
    manners.add(draft, SECTION)
    if "explain" in draft.case.concerns and "#harms" not in draft.decision.because and not any(p.kind == "what_went_wrong" for p in draft.case.parts):  # what to do comes before what it is
        _what_it_is(draft)
    lawful = draft.decision.because.startswith("regulation:")
    if lawful:
        _law(draft)
    warnings.add(draft, SECTION)
    if not lawful:
        _law(draft)
    choice.add(draft, SECTION)
    asked = set() if _pair_told(draft) else going_through.asked_times(draft)
    if (headline.timed(draft) and draft.decision.direction != "unsafe" and not _pair_told(draft)) or asked:
        going_through.add_times(draft, SECTION, asked or None)
    aftermath.add(draft, SECTION)
    if draft.decision.direction != "unsafe" and _effect_asked(draft):
        effect_lines.weighed(draft, SECTION)
        effect_lines.closest(draft, SECTION)
        effect_lines.paid(draft, SECTION)
        effect_lines.aims(draft, SECTION)
    effect_lines.decider(draft, SECTION)
    decided, _, record = draft.decision.because.partition(":")
    if decided == "treatment" and "#" not in record and "explain" not in draft.case.concerns:
        _what_it_is(draft, told="headline.what" in draft.writer.messages(SECTION))
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
