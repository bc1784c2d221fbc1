"""Gates of a pasted list: free of what was feared, a claim that it does not bear out, nothing that stands out."""

from __future__ import annotations

from skinproof.answer.decision import Decision, Shown
from skinproof.answer.gathered import Gathered
from skinproof.question.case import Part


def list_is_free(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """A list that names nothing of what the person is allergic to, where that was asked."""
    if gathered.inside is None or not gathered.inside.free_of or part.kind not in {"safe_for_me", "ingredient", "does_it_work"} or gathered.exposures or gathered.premises:
        return None
    return seen.decide("helps", "kind:list_is_free", action="ok", basis="label")


def claim_broken(_part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """Whether what the seller says is true was asked, and the list says otherwise: "zero retinol, true?"."""
    broken = gathered.inside.broken_claims if gathered.inside is not None and gathered.claim_asked else ()
    return seen.decide("does_not_help", f"claim:{broken[0].claim.id}", basis="label") if broken else None


def list_is_clean(part: Part, gathered: Gathered, seen: Shown) -> Decision | None:
    """A list in which nothing stands out, where no treatment and no aim is asked about."""
    alone = gathered.inside is not None and not ((part.outcomes and part.kind != "safe_for_me") or gathered.treatments or gathered.case.person.conditions or gathered.aims or gathered.illness or gathered.unruled or gathered.infant)
    silent = not (gathered.flags or gathered.premises or gathered.practice or gathered.symptoms or gathered.exposures or gathered.acts(part))
    return seen.decide("helps", "kind:list_is_clean", action="ok", basis="label") if alone and silent else None
