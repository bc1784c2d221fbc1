"""First lines that a belief, a fact of use or a symptom carries in one line of its own."""

from __future__ import annotations

from skinproof.answer.draft import Draft
from skinproof.answer.polarity import same_question, tells_of
from skinproof.answer.sections.of_which import of_which
from skinproof.answer.sections.rule_headlines import Line
from skinproof.answer.words import capital, sentence
from skinproof.catalogue.rules import Practice, Premise

_ONE = 1


def in_one_line(draft: Draft) -> Line | None:
    """Return the line that what decided carries; a belief also where a reaction is asked about.

    Args:
        draft: the answer in the making.
    """
    gathered, because = draft.gathered, draft.decision.because
    told = {f"premise:{p.id}": p.short for p in gathered.premises} | {f"practice:{p.id}": p.short for p in gathered.practice} | {f"aftermath:{s.id}": s.short for s in gathered.symptoms}
    told |= {fact_id: note.text for fact_id, note in gathered.times}
    told |= dict([gathered.harm] if gathered.harm else [])
    told |= {f"regulation:{r.id}": r.short for r in gathered.regulation} | {f"premise:{p.id}": p.choice for p in gathered.premises if gathered.chosen_by(p)}
    if because.partition(":")[2] == "what_went_wrong":
        because = _of_the_trouble(draft) or because
    if gathered.pair and because == gathered.pair[0][0]:
        (one, first), (two, second) = gathered.pair
        return Line(message="headline.beside", facts=[one, two], words={"one": _name(draft, one), "first": sentence(first.text), "two": _name(draft, two), "second": sentence(second.text)})
    short = told.get(because)
    if not short:
        return None
    believed = next((p for p in gathered.premises if f"premise:{p.id}" == because), None)
    plain = (believed is not None and (gathered.chosen_by(believed) or not same_question(draft.case.question, believed) or _chooses(draft, believed))) or because.startswith("aftermath:")
    fact = believed or next((p for p in gathered.practice if f"practice:{p.id}" == because), None)
    about = {"about": named} if (plain or believed is None) and fact is not None and (named := of_which(draft, fact.treatments, short, most=_ONE)) else {}
    if because.startswith("aftermath:") and not gathered.had and {"change_asked", "sessions_asked"} & set(draft.case.concerns):
        return Line(message="headline.short.bare", facts=[because], words={"text": short})
    return Line(message="headline.short.plain" if plain else "headline.short", facts=[because], words={"text": short, **about})


def _chooses(draft: Draft, believed: Premise) -> bool:
    """Whether one of two things is asked for and nothing else, so that no yes or no answers: "laser or electrolysis for grey hairs"."""
    kinds = {p.kind for p in draft.case.parts}
    return draft.gathered.chosen_between and kinds == {"which"} and not (believed.verdict == "false" and believed.when_wrong == "unsafe")


def _of_the_trouble(draft: Draft) -> str | None:
    """The id of a belief or a fact of use that speaks of what somebody tells of; any belief where it is asked about in plain words."""
    if not {"harm_told", "normal"} & set(draft.case.concerns) and not draft.gathered.had:
        return next((f"premise:{p.id}" for p in draft.gathered.premises), None)
    found: list[tuple[str, Premise | Practice]] = [*((f"premise:{p.id}", p) for p in draft.gathered.premises), *((f"practice:{p.id}", p) for p in draft.gathered.practice)]
    return next((fact_id for fact_id, told in found if tells_of(told, draft.case.question)), None)


def _name(draft: Draft, fact_id: str) -> str:
    return capital(draft.knowledge.treatment_name(fact_id.removeprefix("treatment:").partition("#")[0]))
