"""A list and a route → the inspection: what is in it, what it can do there, what is claimed and not in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, get_args

from msgspec import Struct

from skinproof.catalogue.rules import ProviderQuestion
from skinproof.errors import InputError
from skinproof.ingredients.claims import ClaimChecked, Limits, check_claims
from skinproof.ingredients.hazards import Flag, flags
from skinproof.ingredients.law import LawHit, breaks_law, cap_percent, law_hits
from skinproof.ingredients.listing import Listed
from skinproof.ingredients.notes import NoteHeld, notes_of
from skinproof.ingredients.passing import Passes, passes
from skinproof.ingredients.person import Allergy, Concern, Profile, allergies, concerns
from skinproof.ingredients.shelf import Shelf
from skinproof.ingredients.strength import Strong, Usual, usual
from skinproof.types import Route

if TYPE_CHECKING:
    from skinproof.ingredients.report import Row

_QUESTIONS = 3
# The classes of treatment whose questions fit a route.
_ASKED: dict[Route, tuple[str, ...]] = {
    "needle_channels": ("needling",), "injected": ("injection_other", "skin_booster"), "abraded": ("abrasion", "peel_superficial"),
}
_FIRST = {"toxin": "toxin_details", "anaesthetic": "numbing_strength"}
_THEN = ("sterile_for_injection", "single_use_cartridge", "needle_length_depth", "handpiece_cleaning", "who_and_licence", "if_it_goes_wrong")


class Inspection(Struct, frozen=True, kw_only=True):
    """What an inspection found; plain data that renders itself on request."""

    text: str
    route: Route
    treatment: str | None
    entries: tuple[Listed, ...]
    printed: str
    passes: tuple[Passes, ...]
    flags: tuple[Flag, ...]
    law: tuple[LawHit, ...]
    breaches: tuple[LawHit, ...]
    strengths: tuple[Strong, ...]
    usual: tuple[tuple[Usual, ...], ...]
    notes: tuple[NoteHeld, ...]
    claims: tuple[ClaimChecked, ...]
    concerns: tuple[Concern, ...]
    allergies: tuple[Allergy, ...]
    questions: tuple[ProviderQuestion, ...]
    evidence: dict[str, str]

    @property
    def doubts(self) -> tuple[Listed, ...]:
        """Entries that were not recognised for sure: unknown, near to several names, or read as a known name that is spelt otherwise."""
        return tuple(e for e in self.entries if e.ingredient is None or e.how in {"spelling", "scanned"})

    @property
    def flag_ids(self) -> tuple[str, ...]:
        """Ids of all that was found: hazards, notes, `claim:ID:outcome`, `law:ANNEX/ENTRY`, `over:ANNEX/ENTRY` for a share above a limit, `strong:ID`."""
        return (
            *(f.hazard.id for f in self.flags), *(n.note.id for n in self.notes), *(f"claim:{c.claim.id}:{c.outcome}" for c in self.claims),
            *(f"law:{h.annex.id}" for h in self.breaches if not h.over), *(f"over:{h.annex.id}" for h in self.breaches if h.over), *(f"strong:{s.strength.id}" for s in self.strengths),
        )

    def severities(self) -> dict[str, str]:
        """Return the worst severity of the hazards that an ingredient raises, by its key; those that raise none are not in it."""
        keys = {e.position: e.key for e in self.entries}
        return {keys[position]: flag.hazard.severity for flag in reversed(self.flags) for position in flag.positions}

    def to_text(self) -> str:
        """Return the inspection as text with a table."""
        from skinproof.ingredients.report import as_text  # noqa: PLC0415

        return as_text(self)

    def rows(self) -> list[Row]:
        """Return the table of ingredients, the worst first."""
        from skinproof.ingredients.report import table_rows  # noqa: PLC0415

        return table_rows(self)

    def to_dict(self) -> dict[str, object]:
        """Return the inspection as JSON data, in the shape of inspection.schema.json."""
        from skinproof.ingredients.report import as_dict  # noqa: PLC0415

        return as_dict(self)


def inspect(
    text: str, shelf: Shelf, *, route: str | None = None, treatment: str | None = None, sold_as: str = "", profile: Profile | None = None, allergic_to: Iterable[str] = (),
) -> Inspection:
    """Return what a list holds and what of it matters by a route.

    Args:
        text: a label, a list, or a message with a list in it.
        shelf: ingredients, hazards and law.
        route: how the product meets the skin; that of the treatment if not given, else left on.
        treatment: id of the treatment in which the product is used.
        sold_as: the product's name and what it promises.
        profile: what is known of the person.
        allergic_to: names of ingredients that the person reacts to.

    Raises:
        InputError: the text or a name is empty or too long, or the route or treatment is not known.
    """
    if not isinstance(text, str) or not text.strip():
        raise InputError("The list is empty. Paste the ingredients, for example: Aqua, Glycerin, Parfum")
    if isinstance(allergic_to, str):
        raise InputError("What the person reacts to must be a list of names, such as [parfum].")
    reacts_to = tuple(allergic_to)
    if not all(name.strip() for name in reacts_to):
        raise InputError("The name of an ingredient that you react to is empty. Give a name, such as parfum, or leave it out.")
    chosen = _route(shelf, route, treatment)
    listing = shelf.read(text)
    entries = listing.entries
    hits = law_hits(entries, shelf.law, shelf.annex)
    by_position: dict[int, list[LawHit]] = {}
    for hit in hits:
        by_position.setdefault(hit.position, []).append(hit)

    def shares(entry: Listed) -> tuple[Usual, ...]:
        return tuple(usual(entry, shelf.strengths, by_position.get(entry.position, ())))

    return Inspection(
        text=listing.text, route=chosen, treatment=treatment, entries=entries, printed=listing.printed(), passes=tuple(passes(e, chosen) for e in entries), flags=tuple(flags(entries, chosen, shelf.hazards)),
        law=tuple(hits), breaches=tuple(h for h in hits if h.over or breaks_law(h, chosen)), notes=tuple(notes_of(entries, chosen, shelf.notes)),
        claims=tuple(check_claims(f"{sold_as} . {listing.around}", entries, shelf.claims, Limits(cap_percent(hits), ordered=listing.lists == 1), shares)),
        strengths=tuple(shelf.strengths.strong(entries)), usual=tuple(shares(e) for e in entries),
        concerns=tuple(concerns(profile, entries, shelf.precautions, shelf.combinations, shelf.treatment, shelf.allergy_groups)) if profile else (),
        allergies=tuple(allergies(reacts_to, entries, lambda name: shelf.ingredient(found) if (found := shelf.resolver.resolve(name).ingredient_id) else None, shelf.allergy_groups)),
        questions=tuple(_questions(shelf, chosen, entries)), evidence=shelf.evidence,
    )


def _route(shelf: Shelf, route: str | None, treatment: str | None) -> Route:
    known: tuple[Route, ...] = get_args(Route)
    if route is not None and route not in known:
        raise InputError(f"The route {route!r} is not known. Choose one of {', '.join(known)}.")
    if treatment is not None and (found := shelf.treatment(treatment)) is None:
        raise InputError(f"The treatment {treatment!r} is not known. Give its id, such as micro_infusion, or give the route instead.")
    if route is not None:
        return route
    return (found.route if treatment is not None and found is not None else None) or "leave_on"


def _questions(shelf: Shelf, route: Route, entries: Sequence[Listed]) -> list[ProviderQuestion]:
    """The three things to ask a provider: what the contents call for first."""
    classes = {c for e in entries for c in e.classes}
    fitting = {q.id: q for q in shelf.questions if set(q.classes) & set(_ASKED.get(route, ()))}
    wanted = [*(question for held, question in _FIRST.items() if held in classes), *_THEN]
    return [fitting[i] for i in wanted if i in fitting][:_QUESTIONS]
