"""Signs that were there before any treatment, and that are told only to ask about one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match

STILL_GOING = frozenset({("still", "go"), ("still", "come"), ("still", "attend"), ("still", "have"), ("still", "get")})
_PAST_YEARS = frozenset({("last", "year"), ("years", "ago"), ("year", "ago"), ("yrs", "ago"), ("a", "teen"), ("a", "teenager"), ("as", "a"), ("the", "past"), ("l", "an"), ("hace", "anos"), ("ano", "pasado")})
_PRESENT = frozenset("back coming return returned returns returning week weeks days recently worse worsening stop stopping now still again today tonight feel feeling feels want wanna anymore lately currently keep keeps cant since ever am im live living maintenant encore ahora todavia".split())
_TO_TAKE = frozenset("isotretinoin accutane roaccutane claravis finasteride isotretinoine curacne isotretinoina roacutan".split())


def _dark_years_ago(match: Match, text: Sequence[str]) -> bool:
    """"Depressed and suicidal last year, can I start isotretinoin": told of the past only, to ask about a medicine."""
    asked = bool({"can", "could", "should", "may", "ok", "okay", "safe", "puedo", "puis"} & set(text)) and bool(_TO_TAKE & set(text))
    past = bool(_PAST_YEARS & set(pairwise(text[match.start : match.end + 7])))
    return match.owner in {"sign:suicidal_self_harm", "sign:low_mood"} and asked and past and not _PRESENT & set(text)


_TONGUE = frozenset({("licked", "me"), ("licked", "my"), ("licks", "me"), ("licks", "my")})


def _licked_by_a_dog(match: Match, text: Sequence[str]) -> bool:
    """"My dog licked me": nothing was swallowed, where no product is told."""
    skin = bool(_TONGUE & set(pairwise(text))) and text[match.end - 1].startswith("lick")
    return match.owner == "sign:child_swallowed" and skin and text[match.end : match.end + 2] != [] and bool({"me", "face", "chin", "cheek", "wound", "lip", "lips", "skin"} & set(text[match.end : match.end + 2])) and not {"off", "cream", "serum", "minoxidil", "tretinoin"} & set(text[match.end : match.end + 6])


_HEART_PILLS = frozenset("metoprolol bisoprolol atenolol propranolol nebivolol amiodarone digoxin verapamil diltiazem sotalol flecainide betablocker blocker blockers svt afib".split())
_IN_USE = frozenset("use using used started start since after applied putting put rubbed on months weeks days been stop stopped".split())


def _heart_before_minoxidil(match: Match, text: Sequence[str]) -> bool:
    """"My heart races and I take metoprolol, minoxidil foam for hair loss?": an old trouble under treatment, and nothing was begun."""
    return match.owner == "sign:irregular_heartbeat" and bool(_HEART_PILLS & set(text)) and "minoxidil" in text and not _IN_USE & set(text)


def _swallows_badly_since_a_stroke(match: Match, text: Sequence[str]) -> bool:
    """"Trouble swallowing after a stroke, neck botox?": it was there before."""
    after = text[match.end : match.end + 4]
    return match.owner == "sign:trouble_swallowing" and bool({"after", "since", "from"} & set(after[:1])) and "stroke" in after and not {"now", "today", "worse", "suddenly"} & set(text)


_SORES = frozenset("cold coldsore herpes sore sores fever blister".split())
_TO_COME = frozenset("today tomorrow tonight appointment booked booking next monday tuesday wednesday thursday friday saturday sunday this".split())
_HAD_IT = frozenset("after since had got did done following post ago yesterday eye eyes forehead burning stripe band".split())


def _cold_sore_before_it(match: Match, text: Sequence[str]) -> bool:
    """"Cold sore coming up, lip filler today?": the rule on cold sores says wait, and nothing was injected yet."""
    sore = match.owner == "sign:grouped_blisters" and bool(_SORES & set(text[match.start : match.end])) and bool({"lip", "lips", "mouth"} & set(text))
    return sore and bool(_TO_COME & set(text)) and not _HAD_IT & set(text)


_WANTED = frozenset("again next redo want wants booked".split())
_NOW = frozenset("now today tonight yesterday hour hours minutes since just all everywhere spreading throat lips swollen ago".split())


def _reacted_once(match: Match, text: Sequence[str]) -> bool:
    """"Hyalase gave me hives, I want my lips done again": what happened once, told before the next time."""
    told = bool({("gave", "me"), ("in", "hives"), ("had", "hives"), ("got", "hives")} & set(pairwise(text[max(0, match.start - 2) : match.end])))
    return match.owner == "sign:hives_spreading" and told and bool(_WANTED & set(text)) and not (_NOW - {"lips"}) & set(text)


THERE_BEFORE: tuple[Callable[[Match, Sequence[str]], bool], ...] = (_dark_years_ago, _licked_by_a_dog, _heart_before_minoxidil, _swallows_badly_since_a_stroke, _cold_sore_before_it, _reacted_once)
