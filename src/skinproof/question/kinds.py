"""What is asked: the kinds of question in a text, and what only looks like one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from skinproof.catalogue.lexicon import Found
from skinproof.catalogue.pattern import Match
from skinproof.catalogue.text import END
from skinproof.question.asked_leave import leave_for_what_follows
from skinproof.question.case import Kind
from skinproof.question.person import WEEKDAYS

# Signs that only say what happened around another sign.
CONTEXT_SIGNS = ("named_", "had_", "stopped_", "area_")


def kinds_of(found: Found, text: Sequence[str], treatments: Sequence[str], *, choice: str | None, past: bool) -> tuple[Kind, ...]:
    """Return the kinds of question; comparing needs two things, and plain mention of a treatment asks whether it works.

    Args:
        found: what the lexicon found.
        text: the words that it was found in.
        treatments: what is asked about.
        choice: whether treatments or brands are set against each other.
        past: whether what is asked about was had.
    """
    kinds = list(dict.fromkeys(m.owner.partition(":")[2] for m in _verbs(found)))
    kinds = _whether_at_home(_beside_time(kinds, found, text, choosing=choice == "treatments"), text)
    if choice == "treatments" and not {"which", "timing"} & set(kinds) and ("order" not in found.ids("ask") or _BEGINS & set(text)):
        kinds.append("which")
    if "which" in kinds and _chooses_nothing(kinds, found, text, treatments, choice):
        kinds.remove("which")
    if {"mixing", "does_it_work"} <= set(kinds) and not found.ids("premise") and _merely_true(found, text):
        kinds.remove("does_it_work")
    if "mixing" in kinds and len(treatments) + len(found.ids("ingredient")) < 2 and len(kinds) > 1:
        kinds.remove("mixing")
    if "what_went_wrong" in kinds:
        ahead = not past and not choice and "normal" not in found.ids("concern") and (leave_for_what_follows(found, text) or _merely_offered(found, text))
        kinds = _without_harm(kinds) if ahead else _unless_nothing_happened(kinds, found, text, choice=bool(choice), past=past, treatments=len(treatments))
    if not kinds and "apart" in found.ids("concern") and len(treatments) > 1 and not found.ids("goal"):
        kinds.append("mixing")  # one in the morning, the other at night; not "cocoa butter and oil morning and night for stretch marks"
    if not kinds and not past and found.ids("occasion") and ({"already_done", "found_out"} & set(found.ids("concern")) or {"flight", "dental"} & set(found.ids("occasion")) or ("exercise" in found.ids("occasion") and _CLOCK & set(text))):
        kinds.append("timing")  # "forehead jabs at 11, spin at 6, ruined?"
    if not kinds and len(treatments) > 1:
        kinds += _of_several(found, text, treatments)
    if not kinds and past:
        kinds.append(_of_what_was_had(found))
    return tuple(kinds or ["does_it_work"])  # type: ignore[arg-type]


def _verbs(found: Found) -> list[Match]:
    """The phrases that ask; the lift of "thread lift" is no verb, and the red of "red light mask" no redness."""
    asking = [m for m in found.phrases if m.owner.startswith("kind:") and not any(n.start < m.end <= n.end and m.start < n.start for n in found.names)]
    return [m for m in asking if not (m.owner == "kind:what_went_wrong" and _begins_in_name(m, found))]


def _chooses_nothing(kinds: Sequence[str], found: Found, text: Sequence[str], treatments: Sequence[str], choice: str | None) -> bool:
    """Whether "which" sets nothing against another: "how many days between botox and filler", "hydrocortisone and moisturiser, which one first"."""
    ordered = "mixing" in kinds and "order" in found.ids("ask") and choice != "treatments"
    return ("timing" in kinds and "between" in text and not _DIFFERENCE & set(text)) or ordered or (len(treatments) < _PAIR and len(kinds) > 1)


def _begins_in_name(match: Match, found: Found) -> bool:
    """Whether a phrase begins inside a longer name."""
    return any(n.start <= match.start < n.end and n.end - n.start > 1 for n in found.names)


def _whether_at_home(kinds: list[str], text: Sequence[str]) -> list[str]:
    """The kinds with what it does, where that is asked of something at home and no leave: "LED mask at home for wrinkles, yes or no"."""
    whether = kinds == ["home_device"] and _YES_OR_NO & set(pairwise(text)) and not _LEAVE & set(text)
    return ["does_it_work", *kinds] if whether else kinds


_YES_OR_NO = frozenset({("yes", "or"), ("yay", "or"), ("oui", "ou"), ("si", "o")})
_LEAVE = frozenset("can could may allowed safe ok okay dangerous peux puis puedo seguro".split())
_DIFFERENCE = frozenset("difference differences diferencia diferencias".split())
_BEGINS = frozenset("try start begin straight commencer debuter empezar".split())  # "tretinoin or try retinol first"
_OFTEN = frozenset("every each week weeks month months year other monthly weekly yearly 2 two 3 three 4 four 6 six".split())
_ASKING_WHEN = frozenset("week weeks day days month months semaines jours semanas dias when how long soon early far wait cuando cuanto quand combien".split())


def _beside_time(kinds: list[str], found: Found, text: Sequence[str], *, choosing: bool) -> list[str]:
    """The kinds without a time that is only how often it is sold, and with a choice beside the day that it is meant for."""
    if "timing" in kinds and {"worth_it", "price"} & set(kinds) and _merely_how_often(found, text):
        return [k for k in kinds if k != "timing"]  # "is a $200 facial every month worth it"
    if choosing and "which" not in kinds and _merely_before_a_day(found, text):
        return ["which", *kinds]  # "a facial or a peel before my wedding"
    return kinds


def _told_by(kind: str, found: Found, text: Sequence[str]) -> list[Sequence[str]]:
    return [text[m.start : m.end] for m in found.phrases if m.owner == f"kind:{kind}"]


def _merely_how_often(found: Found, text: Sequence[str]) -> bool:
    """Whether all that speaks of time is how often it is sold: "every month"."""
    return "open_timing" not in found.ids("concern") and all(set(words) <= _OFTEN for words in _told_by("timing", found, text))


def _merely_true(found: Found, text: Sequence[str]) -> bool:
    """Whether all that speaks of effect is whether something is true: "is it true that niacinamide cancels out vitamin C"."""
    return all({"true", "truth", "myth", "verdad", "vrai"} & set(words) for words in _told_by("does_it_work", found, text))


def _merely_before_a_day(found: Found, text: Sequence[str]) -> bool:
    """Whether all that speaks of time is the day that it is meant for: "before my wedding"."""
    told = _told_by("timing", found, text)
    return bool(told) and "event" in found.ids("occasion") and not _ASKING_WHEN & set(text) and all(words[0] in {"before", "avant", "antes"} for words in told)


_PAIR = 2
_JOINING = frozenset("and with plus n w avec et con y ok okay safe".split())


def between_weekdays(text: Sequence[str]) -> bool:
    """Tell whether two days of the week are named: "laser on Tuesday, peel this Saturday".

    Args:
        text: the words of the question.
    """
    return len([word for word in text if word in WEEKDAYS]) > 1


def _of_several(found: Found, text: Sequence[str], treatments: Sequence[str]) -> list[Kind]:
    """"Niacinamide + vitamin C?" asks to mix, "laser on Tuesday, peel this Saturday" for the time between."""
    if len(treatments) == _PAIR and _only_names(found, text):
        return ["mixing"]
    return ["timing"] if between_weekdays(text) else []


def _only_names(found: Found, text: Sequence[str]) -> bool:
    """Whether the text is two names and what joins them."""
    inside = {place for m in found.names for place in range(m.start, m.end)}
    return all(place in inside or word in _JOINING or word == END for place, word in enumerate(text))


def _without_harm(kinds: list[str]) -> list[str]:
    """"Burnt my nose on the beach yesterday. TCA peel on Saturday, do I go" asks for leave."""
    return [k for k in kinds if k != "what_went_wrong"] or ["safe_for_me"]


def _merely_offered(found: Found, text: Sequence[str]) -> bool:
    """"Finished radiotherapy three weeks ago, and they sell laser hair removal": a time is told and something is offered."""
    return bool(_OFFERED & set(text)) and _only_dated(found, text, joined=True) and not _complained_of(found)


def _unless_nothing_happened(kinds: list[str], found: Found, text: Sequence[str], *, choice: bool, past: bool, treatments: int) -> list[str]:
    """The kinds without "what went wrong" where only a time, a time of life or a worry made it one."""
    others = [k for k in kinds if k != "what_went_wrong"]
    two = treatments > 1 or any(c.startswith("recent_") for c in found.ids("condition"))
    if two and "leave_asked" in found.ids("concern") and _only_dated(found, text):
        return others or ["timing"]  # "can I have Fraxel two months after filler"
    if not past and (not {"had_it", "normal"} & set(found.ids("concern")) or (not treatments and _way_asked(found))):
        return others  # "dark marks left after acne, which treatment won't make it worse"; "is it worth the swelling": nothing has happened yet
    if "does_it_work" in kinds and not past and _only_dated(found, text):
        return others  # "six weeks after surgery: does this gel do anything"
    if set(found.ids("occasion")) - {"actives"} and set(others) <= {"safe_for_me", "timing"} and _only_dated(found, text) and not _complained_of(found):
        return [*(k for k in others if k != "timing"), "timing"]  # "can I run a marathon 3 days after microneedling"
    if not past and (choice or (not treatments and {"worth_it", "does_it_work"} & set(kinds))) and _only_since(found, text):
        return others  # "red dots since turning 40, worth having them zapped"
    return kinds


def _of_what_was_had(found: Found) -> Kind:
    """"Had a peel this morning and my skin is tight" tells of a reaction; "got it yesterday and went to hot yoga" asks of time."""
    return "timing" if found.ids("occasion") and not _complained_of(found) else "what_went_wrong"


def _way_asked(found: Found) -> bool:
    """Whether a way to an aim is asked for, and no sign is told."""
    return bool(found.ids("goal")) and "goal_first" in found.ids("concern") and "normal" not in found.ids("concern") and not _complained_of(found, but=_ALSO_AN_AIM)


_ALSO_AN_AIM = frozenset({"sign:pigment_change"})


def _complained_of(found: Found, *, but: frozenset[str] = frozenset()) -> bool:
    """Whether a sign is told that more than a time speaks of."""
    return any(m.owner.startswith("sign:") and m.owner not in but and not m.owner.removeprefix("sign:").startswith((*CONTEXT_SIGNS, "early_darkening")) for m in found.phrases)


_LONG_SINCE = frozenset("turning turned school childhood birth teens teenage always forever kid born puberty menopause babies kids".split())


def _only_since(found: Found, text: Sequence[str]) -> bool:
    """Whether what is told began with a time of life and not with a treatment."""
    return "normal" not in found.ids("concern") and any(a == "since" and b in _LONG_SINCE for a, b in pairwise(word for word in text if word not in {"i", "my", "the", "was"}))


_OFFERED = frozenset("sell sells selling offer offers offering offered propose proposes proposent venden ofrecen ofrece".split())
_CLOCK = frozenset("pm am noon tonight today tomorrow later class".split())
_TIMES = frozenset("day days week weeks month months hour hours after since ago later".split())


def _only_dated(found: Found, text: Sequence[str], *, joined: bool = False) -> bool:
    """Whether nothing but a time ("weeks after"), or a time that is joined on ("weeks ago and"), speaks of something gone wrong."""
    told = [word for m in found.phrases if m.owner == "kind:what_went_wrong" for word in text[m.start : m.end]]
    return set(told) <= (_TIMES | {"and"} if joined else _TIMES) and "normal" not in found.ids("concern")
