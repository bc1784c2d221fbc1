"""Looking things up by the names that people use, and the rules that hold for treatments and a person."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

import msgspec

from skinproof.answer.gather import gather
from skinproof.answer.gathered import Gathered
from skinproof.answer.knowledge import Knowledge
from skinproof.answer.pages.treatment import treatment_list
from skinproof.catalogue.text import words
from skinproof.errors import InputError
from skinproof.question.case import Part
from skinproof.question.understand import understand

_LONGEST_NAME = 200
_LONGEST_ABOUT = 5_000
_MOST_TREATMENTS = 10
_MOST_NEAR = 5


def treatment_id(knowledge: Knowledge, name: str) -> str:
    """Return the id of the treatment of a name, brand or misspelling.

    Args:
        knowledge: the pack.
        name: as people write it, or an id.

    Raises:
        InputError: no treatment or several have this name; the message names what is near.
    """
    if knowledge.treatment(name) is not None:
        return name
    found = knowledge.lexicon.find(words(_short(name)))
    named = list(found.ids("treatment"))
    if len(named) == 1:
        return named[0]
    members = [m for f in found.ids("family") for m in knowledge.families[f].members]
    near = named or members or near_names(knowledge, name)
    advice = f"Take one of: {', '.join(near)}." if near else "Use a common name, such as microneedling, or search for it."
    raise InputError(f"{'Several treatments have' if named or members else 'No record has'} the name {name!r}. {advice}")


def outcome_ids(knowledge: Knowledge, name: str) -> tuple[str, ...]:
    """Return the outcomes that could show something hoped for.

    Args:
        knowledge: the pack.
        name: an outcome's id, a goal's id, or words such as "shrink pores".

    Raises:
        InputError: nothing that is measured has this name; the message lists goals.
    """
    if name in knowledge.outcomes:
        return (name,)
    label = next((o.id for o in knowledge.outcomes.values() if o.label.lower() == name.strip().lower()), None)
    goals = [name] if name in knowledge.goals else list(knowledge.lexicon.find(words(_short(name))).ids("goal"))
    found = (label,) if label else tuple(dict.fromkeys(o for g in goals for o in knowledge.goals[g].outcomes))
    if not found:
        raise InputError(f"Nothing that is measured has the name {name!r}. Take one of: {', '.join(sorted(knowledge.goals))}; or leave the outcome out.")
    return found


def precautions(knowledge: Knowledge, treatments: Sequence[str], about: str = "") -> Gathered:
    """Return the rules of safety that bear on treatments and a person: urgent signs, what holds, what would stop them, combinations, intervals.

    Args:
        knowledge: the pack.
        treatments: names or ids, up to ten.
        about: what is known of the person and what was had, in plain words.

    Raises:
        InputError: a treatment is not known, none is given, or a text is too long.
    """
    if not 1 <= len(treatments) <= _MOST_TREATMENTS:
        raise InputError(f"Give 1 to {_MOST_TREATMENTS} treatments; {len(treatments)} given.")
    if len(about) > _LONGEST_ABOUT:
        raise InputError(f"The text about the person has {len(about):,} characters; up to {_LONGEST_ABOUT:,} can be read. Leave out what does not matter.")
    ids = [treatment_id(knowledge, name) for name in treatments]
    case = understand(about, knowledge.vocabulary)
    wanted = tuple(dict.fromkeys((*ids, *(t for t in case.treatments if t not in case.past))))
    part = Part(kind="safe_for_me", treatments=wanted, outcomes=())
    return gather(msgspec.structs.replace(case, treatments=wanted, past=(), parts=(part,)), knowledge)


def _short(name: str) -> str:
    if len(name) > _LONGEST_NAME:
        raise InputError(f"A name has up to {_LONGEST_NAME} characters; this one has {len(name):,}. Give the name alone.")
    return name


def near_names(knowledge: Knowledge, name: str) -> list[str]:
    """Return the ids of treatments whose id or name is spelt much like a text.

    Args:
        knowledge: the pack.
        name: the text.
    """
    known = {spelt: t.id for t in treatment_list(knowledge) for spelt in (t.id, t.name.lower())}
    close = difflib.get_close_matches(name.strip().lower(), known, n=_MOST_NEAR)
    return list(dict.fromkeys(known[spelt] for spelt in close))
