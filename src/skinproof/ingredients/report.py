"""An inspection as text with a table, and as JSON data."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from skinproof.ingredients.hazards import SEVERITIES
from skinproof.ingredients.listing import Listed

if TYPE_CHECKING:
    from skinproof.ingredients.claims import ClaimChecked
    from skinproof.ingredients.inspect import Inspection
    from skinproof.ingredients.law import LawHit
    from skinproof.ingredients.strength import Usual

SCHEMA = "skinproof.inspection/1"
_WIDTH = 100
_ROUTES = {
    "leave_on": "left on whole skin", "rinse_off": "rinsed off", "occluded": "under a mask or film", "abraded": "on peeled or worn skin", "needle_channels": "through needle holes", "injected": "injected", "swallowed": "swallowed",
}
_PROOF = {"case_reports": "case reports", "outbreak": "outbreaks", "regulator": "a regulator", "laboratory": "laboratory work", "inference": "our inference"}
_STANDING = {
    "banned": "banned in EU cosmetics", "banned_with_exceptions": "banned in EU cosmetics, with exceptions that no label shows", "rinse_off_only": "allowed only in products that are rinsed off", "limited": "restricted",
    "preservative": "an allowed preservative", "colour": "an allowed colour", "uv_filter": "an allowed sun filter",
}
_HEADS = {"stop": "Do not use it this way", "high": "Better not this way", "caution": "Take care", "info": "Good to know"}
_FEW = 6
_LAST_WORDS = (
    "Reports of harm show what can happen, never how often. A class guessed from an unknown name is marked with a question mark. "
    "No score is given: what matters depends on amount, route and person. Ratings of how much an ingredient clogs pores are left out; they rest on weak tests."
)


class Row(Struct, frozen=True, kw_only=True):
    """One ingredient of the table: its place in the list, the worst of its hazards by this route, how much of it passes, and why."""

    place: int
    name: str
    concern: str
    passes: str
    why: str


def as_text(found: Inspection) -> str:
    """Return an inspection as text.

    Args:
        found: the inspection.
    """
    return "\n".join(line for block in _blocks(found) for line in (*block, "")).rstrip("\n") + "\n"


def _blocks(found: Inspection) -> Iterator[list[str]]:
    unknown = [e for e in found.entries if e.ingredient is None]
    count = len({e.key for e in found.entries})
    yield [f"{count} ingredient{'s' if count != 1 else ''}, {_ROUTES[found.route]}.{f' Not recognised: {len(unknown)}.' if unknown else ''}"]
    if not found.entries:
        yield [*_wrapped("No ingredient list was found here. Paste the names as the label has them, in Latin letters, with commas between them:"), *caret(found.text, 0)]
    yield from (block for severity in SEVERITIES if (block := _hazards(found, severity)))
    yield from (block for block in (_strengths(found), _breaches(found), _person(found), _claims(found), _notes(found), _table(found), _doubts(found), _questions(found)) if block)
    yield [*_wrapped(_LAST_WORDS), f"Facts: version {found.evidence.get('version', '?')} of {found.evidence.get('date', '?')}."]


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent)) or [indent]


def _few(names: Iterable[str]) -> str:
    names = list(names)
    return ", ".join(names[:_FEW]) + (f" and {len(names) - _FEW} more" if len(names) > _FEW else "")


def _hazards(found: Inspection, severity: str) -> list[str]:
    held = [f for f in found.flags if f.hazard.severity == severity]
    lines = [_HEADS[severity]] if held else []
    for flag in held:
        marked = [f"{e}?" if e in flag.guessed else e for e in flag.entries]
        lines += _wrapped(f"{flag.hazard.text} ({_few(marked)}. Rests on {_PROOF[flag.hazard.proof]}.)", "  - ")
    return lines


def _breaches(found: Inspection) -> list[str]:
    return ["EU law", *(line for h in found.breaches for line in _wrapped(_breach(h), "  - "))] if found.breaches else []


def _breach(hit: LawHit) -> str:
    told = f"the label tells {hit.percent:g} %, EU cosmetics may hold {hit.most_percent:g} % at most" if hit.over else _STANDING[hit.standing]
    return f"{hit.shown}: {told} (Annex {hit.annex.annex}, entry {hit.annex.entry}{f', as of {hit.annex.updated}' if hit.annex.updated else ''})."


def _strengths(found: Inspection) -> list[str]:
    return ["Strength", *(line for s in found.strengths for line in _wrapped(f"{s.entry}: {s.strength.above}", "  - "))] if found.strengths else []


def _person(found: Inspection) -> list[str]:
    lines = [line for c in found.concerns for line in _wrapped(f"{c.action.capitalize()}: {c.why} {c.do} ({_few(c.entries)})", "  - ")]
    for allergy in found.allergies:
        seen = f"{'this may hold it' if allergy.perhaps else 'it is in the list'} ({_few(allergy.entries)})." if allergy.entries else "not seen in the list. Names differ; ask."
        told = f"You react to {allergy.name}: {seen}"
        lines += _wrapped(told, "  - ")
    return ["For you", *lines] if lines else []


def _claims(found: Inspection) -> list[str]:
    return ["Sold as", *(line for c in found.claims for line in _wrapped(claim_text(c), "  - "))] if found.claims else []


def claim_text(claim: ClaimChecked) -> str:
    """Return what the list says to a claim, in one or two sentences.

    Args:
        claim: the claim as checked.
    """
    parts = [claim.text]
    if claim.entries:
        parts.append(f"({_few(claim.entries)}{f'; place {claim.position}' if claim.position else ''})")
    if (bound := _bound(claim)) is not None:
        parts.append(bound)
    if claim.implausible:
        parts.append(f"That does not fit the {claim.claimed_percent:g} % it is sold with.")
    if claim.claimed_percent is not None and claim.usual:
        parts.append(f"Seen elsewhere: {'; '.join(usual_text(u) for u in claim.usual)}.")
    return " ".join(parts)


def _bound(claim: ClaimChecked) -> str | None:
    """What the list says of the share; its place alone is worth telling only when a share is claimed."""
    most = f"{claim.most_percent or 0:g} %"
    if claim.bound == "preservative":
        return f"It stands behind {claim.behind}, of which the EU allows at most {most}; if the label keeps the EU's order, its share is {most} or less."
    if claim.bound == "told":
        return f"It stands behind {claim.behind} with its {most}; if the label keeps the EU's order, its share is {most} or less."
    if claim.bound == "own":
        return f"The label tells {most}."
    if claim.bound == "place" and claim.claimed_percent is not None:
        return f"In its place of a list in falling order it can be {most} at most."
    return None


def usual_text(seen: Usual) -> str:
    """Return a usual share in words.

    Args:
        seen: the share.
    """
    low, high = (None if share is None else f"{share:g}" for share in (seen.low, seen.high))
    share = f"{low} %" if low == high else f"up to {high} %" if low is None else f"from {low} %" if high is None else f"{low} to {high} %"
    return f"{share} {'allowed in ' if seen.basis == 'law' and seen.use.startswith('EU') else ''}{seen.use}"


def _notes(found: Inspection) -> list[str]:
    lines = [line for n in found.notes for line in _wrapped(n.note.text + (f" ({_few(n.entries)})" if n.entries else ""), "  - ")]
    return ["The list as a whole", *lines] if lines else []


def table_rows(found: Inspection) -> list[Row]:
    """Return one row an ingredient, the worst first.

    Args:
        found: the inspection.
    """
    once = list({e.key: e for e in reversed(found.entries)}.values())
    worst = found.severities()
    ordered = sorted(once, key=lambda e: (SEVERITIES.index(worst.get(e.key, "info")), e.key not in worst, e.position))
    return [Row(place=e.position, name=_label(e), concern=worst.get(e.key, ""), passes=found.passes[e.position - 1].share, why=found.passes[e.position - 1].reason) for e in ordered]


def _table(found: Inspection) -> list[str]:
    rows = table_rows(found)
    if not rows:
        return []
    widest = min(44, max(len(r.name) for r in rows))
    head = f"{'no.':>3}  {'ingredient':<{widest}}  {'concern':<7}  {'passes':<15}  why"
    return [head, *(f"{r.place:>3}  {r.name[:widest]:<{widest}}  {r.concern:<7}  {r.passes:<15}  {r.why}".rstrip() for r in rows)]


def _label(entry: Listed) -> str:
    share = f" {entry.percent:g} %" if entry.percent is not None else ""
    return f"{entry.shown}{share}{' (nano)' if entry.nano else ''}{' (may contain)' if entry.may_contain else ''}{'' if entry.ingredient else ' ?'}"


def _doubts(found: Inspection) -> list[str]:
    lines: list[str] = []
    for entry in found.doubts:
        if entry.ingredient:
            told = f"{entry.written!r} was read as {entry.ingredient.inci}."
        elif entry.candidates:
            told = f"{entry.written!r} is near to several names: {_few(entry.candidates)}. Which is meant?"
        else:
            told = f"{entry.written!r} is not known to us."
        lines += [*_wrapped(told, "  - "), *(caret(found.text, entry.start, indent="    ") if entry.candidates else ())]
    return ["Not sure", *lines] if lines else []


def caret(text: str, at: int, indent: str = "") -> list[str]:
    """Return the line of a text in which a place lies, with a caret under it.

    Args:
        text: the whole text.
        at: the place, counted in characters from 0.
        indent: what stands before both lines.
    """
    flat = text.replace("\t", " ")
    start = flat.rfind("\n", 0, at) + 1
    low = max(start, at - _WIDTH // 2)
    line = flat[low : low + _WIDTH - 10].partition("\n")[0]
    return [indent + "".join(c if c.isprintable() else " " for c in line), indent + " " * (at - low) + "^"]


def _questions(found: Inspection) -> list[str]:
    return ["Ask the provider", *(line for place, q in enumerate(found.questions, 1) for line in _wrapped(q.note.text, f"  {place}. "))] if found.questions else []


def as_dict(found: Inspection) -> dict[str, Any]:
    """Return an inspection as JSON data.

    Args:
        found: the inspection.
    """
    worst = found.severities()
    law: dict[int, list[LawHit]] = {}
    for hit in found.law:
        law.setdefault(hit.position, []).append(hit)
    return {
        "schema": SCHEMA, "route": found.route, "treatment": found.treatment, "evidence": found.evidence, "printed": found.printed, "flag_ids": list(found.flag_ids),
        "ingredients": [_entry(found, e, law.get(e.position, []), worst.get(e.key)) for e in found.entries],
        "hazards": [
            {"id": f.hazard.id, "severity": f.hazard.severity, "proof": f.hazard.proof, "text": f.hazard.text, "detail": f.hazard.detail, "entries": list(f.entries), "guessed": list(f.guessed),
             "sources": [s.pmid or s.doi or s.address for s in f.hazard.sources]} for f in found.flags
        ],
        "breaches": [_law(h) | {"ingredient": h.shown} for h in found.breaches],
        "strengths": [{"id": s.strength.id, "severity": s.strength.severity, "text": s.strength.above, "entry": s.entry, "percent": s.percent, "most_percent": s.strength.high} for s in found.strengths],
        "notes": [{"id": n.note.id, "severity": n.note.severity, "text": n.note.text, "entries": list(n.entries)} for n in found.notes],
        "claims": [
            {"id": c.claim.id, "kind": c.claim.kind, "outcome": c.outcome, "text": claim_text(c), "entries": list(c.entries), "position": c.position, "most_percent": c.most_percent, "bound": c.bound,
             "typical_percent": [_usual(u) for u in c.usual], "claimed_percent": c.claimed_percent, "implausible": c.implausible} for c in found.claims
        ],
        "person": [{"id": c.rule_id, "condition": c.condition, "action": c.action, "why": c.why, "do": c.do, "entries": list(c.entries)} for c in found.concerns],
        "allergies": [{"name": a.name, "entries": list(a.entries), "perhaps": a.perhaps and bool(a.entries)} for a in found.allergies],
        "ask_your_provider": [{"id": q.id, "text": q.note.text} for q in found.questions],
    }


def _entry(found: Inspection, entry: Listed, law: Iterable[LawHit], severity: str | None) -> dict[str, Any]:
    share, molecule = found.passes[entry.position - 1], entry.ingredient.molecule if entry.ingredient else None
    return {
        "position": entry.position, "written": entry.written, "start": entry.start, "end": entry.end, "id": entry.ingredient.id if entry.ingredient else None, "inci": entry.shown, "match": entry.how,
        "confidence": entry.confidence, "candidates": list(entry.candidates), "classes": list(entry.classes), "classes_guessed": entry.ingredient is None and bool(entry.classes),
        "functions": list(entry.ingredient.functions) if entry.ingredient else [], "molecular_weight_da": molecule.molecular_weight_da if molecule else None, "log_p": molecule.log_p if molecule else None,
        "percent": entry.percent, "nano": entry.nano, "may_contain": entry.may_contain, "repeats": entry.repeats, "severity": severity,
        "passes": {"share": share.share, "reason": share.reason, "basis": share.basis, "spread": list(share.spread) if share.spread else None}, "typical_percent": [_usual(u) for u in found.usual[entry.position - 1]],
        "law": [_law(h) for h in law],
    }


def _law(hit: LawHit) -> dict[str, Any]:
    entry = hit.annex
    return {"annex": entry.annex, "entry": entry.entry, "standing": hit.standing, "substance": entry.substance, "limit": entry.limit, "limit_percent": entry.limit_percent, "label_allergen": entry.label_allergen, "updated": entry.updated,
            "over": hit.over}


def _usual(seen: Usual) -> dict[str, Any]:
    return {"low": seen.low, "high": seen.high, "basis": seen.basis, "use": seen.use, "sources": list(seen.sources)}
