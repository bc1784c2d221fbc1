"""A text with ingredient lists → the entries, each with its writing, its place, what it is and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from skinproof.catalogue.ingredient import Ingredient
from skinproof.errors import InputError
from skinproof.ingredients.entry import clean, is_prose, run_on, without_use
from skinproof.ingredients.keys import squash
from skinproof.ingredients.label import Region, regions
from skinproof.ingredients.pieces import Piece, joined, split
from skinproof.ingredients.resolving import UNKNOWN, How, Match, Resolver
from skinproof.ingredients.table import name_column

LONGEST_TEXT = 100_000
MOST_PIECES = 2_000
MOST_ENTRIES = 1_000
_INSIDE = re.compile(r"[(\[]([^()\[\]]{3,250})[)\]]")
_BLANKS, _BREAKS = re.compile(r"[^\S\n]+"), re.compile(r" ?\n[ \n]*")
_COUNTED = re.compile(r"[,;•\n]")
_UNPRINTABLE = re.compile(r"[^\w '&/+-]+|_")


class Listed(Struct, frozen=True, kw_only=True):
    """One entry of a list.

    `written` is the text as it stands, from `start` up to but not including `end`; `ingredient` is None when unknown or in
    doubt, and `candidates` are the INCI names of what it may be then; `classes` are those of the ingredient, or what an unknown name tells.
    """

    written: str
    position: int
    ingredient: Ingredient | None
    name: str = ""
    start: int = 0
    end: int = 0
    how: How = "exact"
    confidence: float = 1.0
    candidates: tuple[str, ...] = ()
    guessed_classes: tuple[str, ...] = ()
    percent: float | None = None
    nano: bool = False
    may_contain: bool = False
    repeats: int | None = None

    @property
    def classes(self) -> tuple[str, ...]:
        """Classes of the ingredient, or those that an unknown name tells."""
        return self.ingredient.classes if self.ingredient else self.guessed_classes

    @property
    def key(self) -> str:
        """What makes two entries the same: the ingredient, or the name."""
        return self.ingredient.id if self.ingredient else squash(self.name)

    @property
    def shown(self) -> str:
        """The INCI name, or the name as written."""
        return self.ingredient.inci if self.ingredient else self.name


class Listing(Struct, frozen=True, kw_only=True):
    """The entries of a text, the text as it was read, the words around the entries, and how many lists there are, as of active and other ingredients."""

    entries: tuple[Listed, ...]
    text: str = ""
    around: str = ""
    lists: int = 1

    def printed(self) -> str:
        """Return the list as a clean label: INCI names in their order, shares and nano marks kept; it reads back as itself."""
        sure, perhaps = (", ".join(_printed(e) for e in self.entries if e.may_contain == late) for late in (False, True))
        return "; ".join(part for part in (sure, f"May contain: {perhaps}" if perhaps else "") if part)


def _printed(entry: Listed) -> str:
    share = f" {entry.percent:g}%" if entry.percent is not None else ""
    return f"{entry.shown}{share}{' [nano]' if entry.nano else ''}"


def read_label(text: str, resolver: Resolver, ingredient: Callable[[str], Ingredient | None], guess: Callable[[str], tuple[str, ...]]) -> Listing:
    """Return the entries of a text that holds ingredient lists.

    Args:
        text: a label, a list, or a message with a list in it.
        resolver: recognises names.
        ingredient: returns the ingredient of an id.
        guess: returns the classes that an unknown name tells.

    Raises:
        InputError: the text is too long to be a label; nothing has been read then.
    """
    check_size(text)
    text = tidy(text)
    entries: list[Listed] = []
    first: dict[str, int] = {}
    for piece, match, late in sorted(_settled(_by_region(text, resolver), resolver), key=lambda f: f[2]):
        cleaned = clean(piece.text)
        known = ingredient(match.ingredient_id) if match.ingredient_id else None
        name = cleaned.name if known else printable(cleaned.name)
        if not squash(name):
            if entries and cleaned.percent is not None and entries[-1].percent is None:
                entries[-1] = replace(entries[-1], percent=cleaned.percent)
            continue
        entry = Listed(
            written=piece.text, position=len(entries) + 1, ingredient=known, name=name, start=piece.start, end=piece.end, how=match.how, confidence=match.confidence, candidates=tuple(i.inci for c in match.candidates if (i := ingredient(c)) is not None),
            guessed_classes=() if known else guess(name), percent=cleaned.percent, nano=cleaned.nano, may_contain=late,
        )
        entries.append(replace(entry, repeats=first.get(entry.key)))
        first.setdefault(entry.key, entry.position)
        if len(entries) > MOST_ENTRIES:
            raise InputError(f"The text holds more than {MOST_ENTRIES:,} entries. Paste the list of one product.")
    return Listing(entries=tuple(entries), text=text, around=_around(text, entries), lists=_lists(text, entries))


def _lists(text: str, entries: Sequence[Listed]) -> int:
    """How many stretches of the text hold entries that are surely in the product."""
    starts = [e.start for e in entries if not e.may_contain]
    return sum(any(r.start <= start < r.end for start in starts) for r in regions(text) if r.part != "may_contain")


def printable(name: str) -> str:
    """Return an unknown name with letters, digits and the marks of chemical names only, so that it reads back as itself."""
    return " ".join(_UNPRINTABLE.sub(" ", name).split()).strip("-/&+' ")


def _settled(found: Iterable[Found], resolver: Resolver, depth: int = 3) -> Iterator[Found]:
    """Read every unknown name again by itself until it stays as it is: what it holds then is what a clean copy would hold."""
    for piece, match, late in found:
        name = printable(clean(piece.text).name)
        if match.ingredient_id is not None or (not squash(name) and "%" in piece.text):
            yield piece, match, late
        elif depth and squash(name):
            again = _by_region(name, resolver)
            if len(again) == 1 and again[0][1].ingredient_id is None and squash(clean(again[0][0].text).name) == squash(name):
                yield piece, match, late
            else:
                yield from _settled(((Piece(p.text, piece.start, piece.end, piece.gap), m, late or again_late) for p, m, again_late in again), resolver, depth - 1)


def tidy(text: str) -> str:
    """Return a text with one space for each run of blanks and one line break for each run of them; places in it are what entries tell."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", " ")
    return _BREAKS.sub("\n", _BLANKS.sub(" ", lines))


def check_size(text: str) -> None:
    """Refuse a text that is too long to be a label.

    Raises:
        InputError: it is too long; the message says what to do.
    """
    if len(text) > LONGEST_TEXT:
        raise InputError(f"The text has {len(text):,} characters; a label of up to {LONGEST_TEXT:,} can be read. Paste the ingredient list alone.")
    if len(_COUNTED.findall(text)) > MOST_PIECES:
        raise InputError(f"The text has more than {MOST_PIECES:,} separators. Paste the ingredient list of one product.")


Found = tuple[Piece, Match, bool]


def _by_region(text: str, resolver: Resolver) -> list[Found]:
    """Entries of each stretch; what stands before a heading counts only if the list stands there."""
    stretches = [cell for region in regions(text) for cell in name_column(text, region, lambda n: resolver.known(n) is not None)]
    read = [(region, list(islice(_read_region(text, region, resolver), MOST_ENTRIES + 1))) for region in stretches]
    known = {part: sum(m.ingredient_id is not None for region, found in read if region.part == part for _, m, _ in found) for part in ("before", "list")}
    dropped = "before" if known["before"] <= known["list"] else "list"
    if all(region.part != "before" for region, _ in read):
        dropped = "before"
    return [f for region, found in read if region.part != dropped for f in found]


def _read_region(text: str, region: Region, resolver: Resolver) -> Iterator[Found]:
    def known(name: str) -> bool:
        return resolver.known(name) is not None

    def likely(name: str) -> bool:
        return resolver.resolve(clean(name).name).ingredient_id is not None

    smallest = split(text, region.start, region.end)
    if len(smallest) > MOST_PIECES:
        raise InputError(f"The text falls into more than {MOST_PIECES:,} pieces. Paste the ingredient list of one product.")
    pieces = joined(text, smallest, known, likely)
    for place, piece in enumerate(pieces):
        if piece.text.isdigit():
            continue  # the number of an item or of a footnote
        heading = place + 1 < len(pieces) and pieces[place + 1].gap == "colon"
        for part, match in _resolved(piece, resolver):
            if match.ingredient_id is None and (heading or is_prose(part.text)):
                continue
            yield part, match, region.part == "may_contain"


def _resolved(piece: Piece, resolver: Resolver) -> Iterator[tuple[Piece, Match]]:
    """What a piece is: one ingredient, several that ran together or stand in brackets, or unknown."""
    name = clean(piece.text).name
    match = resolver.resolve(name) if name else UNKNOWN
    inside = _inside(piece, resolver, outer=match.ingredient_id)
    if inside:
        yield from inside
        return
    if match.ingredient_id is None and (short := without_use(piece.text)) is not None:
        cut = resolver.resolve(clean(short).name)
        if cut.ingredient_id is not None:
            yield Piece(short, piece.start, piece.start + len(short), piece.gap), cut
            return
    if match.ingredient_id is None and name:
        parts = _slashed(name, resolver) or run_on(name, lambda n: resolver.known(n) is not None)
        if len(parts) == 1:
            yield Piece(piece.text, piece.start, piece.end, piece.gap), resolver.resolve(parts[0])
            return
        if parts:
            yield from ((_part(piece, p), resolver.resolve(p)) for p in parts)
            return
    yield piece, match


def _part(piece: Piece, name: str) -> Piece:
    at = piece.text.find(name)
    start = piece.start + max(at, 0)
    return Piece(name, start, start + len(name), piece.gap)


def _slashed(name: str, resolver: Resolver) -> list[str]:
    """Different known ingredients with slashes between them, such as "Mica/Titanium Dioxide"."""
    parts = [p.strip() for p in name.split("/")] if "/" in name else []
    return parts if len(parts) > 1 and all(resolver.known(p) for p in parts) else []


def _inside(piece: Piece, resolver: Resolver, outer: str | None) -> list[tuple[Piece, Match]]:
    """Several known ingredients in brackets: "Iron Oxides (CI 77491, CI 77492)"; the name before them stays unless it is one of them."""
    groups = [g for g in _INSIDE.findall(piece.text) if _COUNTED.search(g)]
    if not groups:
        return []
    pieces = split(groups[0], 0, len(groups[0]))
    names = joined(groups[0], pieces, lambda n: resolver.known(n) is not None, lambda n: resolver.known(n) is not None)
    matches = [(_part(piece, p.text), resolver.resolve(clean(p.text).name)) for p in names]
    if sum(m.ingredient_id is not None for _, m in matches) < 2:
        return []
    head = piece.text.partition("(")[0].strip()
    before = [(_part(piece, head), resolver.resolve(head))] if outer and outer not in {m.ingredient_id for _, m in matches} else []
    return [*before, *matches]


def _around(text: str, entries: Sequence[Listed]) -> str:
    """The text outside of the entries: what a product is called and sold as."""
    parts, at = [], 0
    for entry in sorted(entries, key=lambda e: e.start):
        parts.append(text[at : max(at, entry.start)])
        at = max(at, entry.end)
    parts.append(text[at:])
    return " ".join(p for part in parts if len(p := part.strip(" ,;.\n\t*-•")) > 2)
