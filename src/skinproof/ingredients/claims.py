"""What a product is sold as, held against its list: is it there, where in the order, can the share be what is said.

The rule of order is Article 19(1)(g) of Regulation (EC) No 1223/2009, read through labelling guides: descending weight, and below 1 % any order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Literal

from msgspec import Struct

from skinproof.catalogue.ingredient import Claim
from skinproof.ingredients.keys import plain
from skinproof.ingredients.listing import Listed
from skinproof.ingredients.strength import Usual

Outcome = Literal["there", "not_there", "kept", "broken"]
Bound = Literal["preservative", "told", "own", "place"]
_SHARE = re.compile(r"(\d{1,2}(?:[.,]\d{1,2})?)\s?(?:%|percent|pourcent|prozent|por ciento)")
_WITHIN = 24
# Behind a preservative that the law caps at this share, all others are at this share or below, in percent: only from 1 % up does order bind.
_ORDER_BINDS_PERCENT = 1.0


class ClaimChecked(Struct, frozen=True, kw_only=True):
    """A claim and what the list says to it.

    `position` is the place of the first ingredient that bears the claim; `most_percent` the share that it can have at most, if
    the label keeps the EU's rule of order, and `bound` what says so: a preservative before it (`behind`), a share told of an
    ingredient before it, its own share as told, or its place alone. `usual` are shares seen elsewhere.
    """

    claim: Claim
    outcome: Outcome
    entries: tuple[str, ...] = ()
    position: int | None = None
    behind: str | None = None
    most_percent: float | None = None
    bound: Bound | None = None
    claimed_percent: float | None = None
    usual: tuple[Usual, ...] = ()

    @property
    def text(self) -> str:
        """What is to be said, in the words of the facts."""
        return self.claim.present if self.outcome in {"there", "broken"} else self.claim.absent

    @property
    def implausible(self) -> bool:
        """Whether the list contradicts the share that is claimed."""
        return self.most_percent is not None and self.claimed_percent is not None and self.claimed_percent > self.most_percent

    @property
    def most_seen_percent(self) -> float | None:
        """The highest share in percent of which we hold a source, or None."""
        return max((u.high for u in self.usual if u.high is not None), default=None)


class Limits(Struct, frozen=True):
    """What bounds the shares of a list: caps of preservatives by position in percent, and whether order binds at all."""

    caps: Mapping[int, float]
    ordered: bool = True


def check_claims(said: str, entries: Sequence[Listed], claims: Iterable[Claim], limits: Limits, usual: Callable[[Listed], Sequence[Usual]]) -> list[ClaimChecked]:
    """Return the claims that a text makes, each held against the list.

    Args:
        said: the words around the list, and the product's name.
        entries: of the list.
        claims: from the facts.
        limits: what bounds the shares of the list.
        usual: returns the usual shares of an entry.
    """
    words = _spaced(said)
    if not words.strip():
        return []
    return [_checked(claim, words, at, entries, limits, usual) for claim in claims if (at := _found(claim, words)) is not None]


def _spaced(text: str) -> str:
    return " " + re.sub(r"[^a-z0-9%.,]+|(?<!\d)[.,]|[.,](?!\d)", " ", plain(text)) + " "


def _found(claim: Claim, words: str) -> int | None:
    """Where a phrase of the claim stands as whole words, or None; what is denied, or told of the reader's own skin, is no claim of content."""
    places = [at for phrase in claim.phrases if (at := words.find(_phrase(phrase))) >= 0 and not (claim.kind == "holds" and _no_claim(words, at, phrase))]
    return min(places, default=None)


# "No retinol", "free of", "allergic to", "reacts to"; "retinol-free", "retinol burns me", "a retinol alternative".
_DENIED = re.compile(r"(?: (?:no|zero|without|sans|sin|kein|ohne|not|isnt|non|instead of|free of|free from|allergic to|allergy to|reacts? to|reacted to|react badly to|sensitive to|allergique a|alergica a|alergico a|tolerate|cannot use|cant use|cant have))(?: (?:any|added|the|to))? $")
_OF_MY_SKIN = re.compile(r"^(?:free|burns?|burnt|irritat\w+|stings?|allergy|alternative|breaks me|broke me|made me|makes me|gave me|gives me|frei)\b")


def _no_claim(words: str, at: int, phrase: str) -> bool:
    return bool(_DENIED.search(words[: at + 1]) or _OF_MY_SKIN.match(words[at + len(_phrase(phrase)) :]))


@cache
def _phrase(phrase: str) -> str:
    return f" {' '.join(_spaced(phrase).split())} "


def _checked(claim: Claim, words: str, at: int, entries: Sequence[Listed], limits: Limits, usual: Callable[[Listed], Sequence[Usual]]) -> ClaimChecked:
    bearing = [e for e in entries if not e.may_contain and (set(e.classes) & set(claim.classes) or (e.ingredient and e.ingredient.id in claim.ingredients))]
    share = _SHARE.search(words, max(0, at - _WITHIN), at + _WITHIN + 20)
    claimed = float(share[1].replace(",", ".")) if share else None
    if claim.kind == "free_from":
        return ClaimChecked(claim=claim, outcome="broken" if bearing else "kept", entries=tuple(e.written for e in bearing))
    if not bearing and any(_phrase(p) in _spaced(e.written) for e in entries for p in claim.phrases):
        return ClaimChecked(claim=claim, outcome="there", claimed_percent=claimed)  # a routine in everyday words, not a list of INCI names
    if not bearing:
        return ClaimChecked(claim=claim, outcome="not_there", claimed_percent=claimed)
    first = bearing[0]
    bound, most, behind = _most(first, entries, limits)
    return ClaimChecked(
        claim=claim, outcome="there", entries=tuple(e.written for e in bearing), position=first.position, behind=behind, most_percent=most, bound=bound, claimed_percent=claimed, usual=tuple(usual(first)),
    )


def _most(entry: Listed, entries: Sequence[Listed], limits: Limits) -> tuple[Bound | None, float | None, str | None]:
    """What bounds the share of an entry most tightly, the share in percent, and the ingredient before it that says so."""
    if entry.percent is not None:
        return "own", entry.percent, None
    if not limits.ordered:
        return None, None, None
    ahead = [e for e in entries if e.position < entry.position and not e.may_contain and e.repeats is None]
    if (capped := next((e for e in ahead if limits.caps.get(e.position, 100.0) <= _ORDER_BINDS_PERCENT), None)) is not None:
        return "preservative", _ORDER_BINDS_PERCENT, capped.shown
    told = min((e for e in ahead if e.percent is not None), key=lambda e: e.percent or 0.0, default=None)
    place = round(100 / (len(ahead) + 1), 1)
    if told is not None and (most := max(told.percent or 0.0, _ORDER_BINDS_PERCENT)) <= place:
        return "told", most, told.shown
    return ("place", place, None) if ahead else (None, None, None)
