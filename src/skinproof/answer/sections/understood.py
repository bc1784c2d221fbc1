"""What was understood, so that a misreading shows."""

from __future__ import annotations

from skinproof.answer.draft import Draft
from skinproof.answer.words import goal_labels, listed

SECTION = "understood"


def add(draft: Draft, *, hopes: bool = True) -> None:
    """Write the section.

    Args:
        draft: the answer in the making.
        hopes: whether to tell what is hoped for; in an emergency nothing is.
    """
    case, writer, knowledge = draft.case, draft.writer, draft.knowledge
    names = [t.name for t in draft.treatments] + [i.inci.lower() for name in case.ingredients if (i := knowledge.ingredient(name)) is not None]
    if names:
        facts = [f"treatment:{t.id}" for t in draft.treatments] + [f"ingredient:{i}" for i in case.ingredients]
        writer.say(SECTION, "understood.about", facts, basis="question", style="bullet", names=listed(names))
    if case.goals and hopes:
        writer.say(SECTION, "understood.goals", [f"goal:{g}" for g in case.goals], basis="question", style="bullet", goals=listed(goal_labels(knowledge, case.goals)))
    if draft.gathered.brands_compared and draft.treatments:
        first = draft.treatments[0]
        writer.say(SECTION, "understood.brands", [f"treatment:{first.id}"], basis="question", style="bullet", treatment=first.name)
    _person(draft)
    if draft.first.direction != draft.decision.direction:
        writer.say(SECTION, f"understood.read_again.{draft.first.direction}", [draft.first.because] if draft.first.because.partition(":")[0] not in {"", "kind"} else ["question:text"], basis="inference", style="bullet")
    if draft.gathered.by_likeness:
        belief = draft.gathered.premises[0]
        writer.say(SECTION, "understood.likeness", [f"premise:{belief.id}"], basis="question", style="bullet", belief=belief.belief)
    for typed, read in case.guessed:
        writer.say(SECTION, "understood.guessed", [f"word:{read}"], basis="question", style="bullet", typed=typed, read=read)
    for name in case.unknown_names:
        writer.say(SECTION, "understood.unknown", [f"evidence:{knowledge.store.meta['version']}"], basis="question", style="bullet", name=name)


def _person(draft: Draft) -> None:
    person, writer = draft.case.person, draft.writer
    said = [p.label or c.replace("_", " ") for c in person.conditions if c != ("under_22" if person.has("minor") else "") and (p := draft.knowledge.conditions.get(c)) is not None]
    if person.age is not None:
        writer.say(SECTION, "understood.age", ["question:text"], basis="question", style="bullet", age=person.age)
    if person.skin_type:
        said.insert(0, f"{person.skin_type} skin")
    if said:
        writer.say(SECTION, "understood.person", [f"condition:{c}" for c in person.conditions] or ["question:text"], basis="question", style="bullet", said=listed(said))
    if person.denied:
        labels = [(p.label if (p := draft.knowledge.conditions.get(c)) else None) or c.replace("_", " ") for c in person.denied]
        writer.say(SECTION, "understood.denied", [f"condition:{c}" for c in person.denied], basis="question", style="bullet", said=listed(labels, "or"))
