"""Gates of silence: nothing is held on what was asked, and what may be said then."""

from __future__ import annotations

from skinproof.answer.decision import Decision, Shown
from skinproof.answer.everyday import leave_after
from skinproof.answer.gathered import PLAIN, Gathered
from skinproof.question.case import Part


def beside_medicine(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Something beside a medicine, of which no rule speaks: that is said, and nothing is cleared."""
    return seen.decide("mixed", "kind:beside_medicine", action="ask") if gathered.beside_medicine and gathered.nothing_said(part) else None


def only_in_the_family(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Whether it is safe, and an illness was told of the family alone: no reason by itself, and to be told."""
    if part.kind != "safe_for_me" or "ill_family" not in gathered.case.concerns or not gathered.treatments or gathered.harm_asked or not gathered.nothing_said(part):
        return None
    return seen.decide("helps" if gathered.gentle else "mixed", "kind:ill_family", action="ok" if gathered.gentle else "ask")


def nothing_against(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Whether it is safe, and no rule speaks of what was said: fine for what is gentle; else it turns on what was not said."""
    if part.kind != "safe_for_me" or not gathered.only_safety or gathered.way_asked or not gathered.treatments or not gathered.nothing_said(part):
        return None
    if part.treatments and set(part.treatments) <= set(gathered.case.done_first) and not gathered.case.person.conditions and leave_after(gathered.case.question):
        return seen.decide("mixed", "kind:nothing_held", action="ask")  # "can I straighten my hair after botox": silence is no leave
    fine = gathered.gentle and not gathered.harm_asked and not gathered.says("unfit_asked")
    return seen.decide("helps" if fine else "mixed", "kind:nothing_against", action="ok" if fine else "ask")


def nothing_held(_part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Leave is asked for something of daily life, and nothing is held on it: that is said, and silence clears nothing."""
    return seen.decide("mixed", "kind:nothing_held", action="ask") if gathered.unheld else None


def no_pair_rule(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Whether things go together is asked, and no rule speaks of all of them: what each does alone is no answer."""
    asked = part.kind == "mixing" or (part.kind == "safe_for_me" and "mixing" in gathered.kinds)
    if not asked or len({t.id for t in gathered.treatments} - PLAIN) < 2 or gathered.choosing or gathered.all_paired:
        return None
    return seen.decide("mixed", "kind:no_pair_rule", action="ask")
