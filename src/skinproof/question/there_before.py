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
    asked = bool(_OFFERED & set(text)) and bool(_TO_TAKE & set(text))
    past = bool(_PAST_YEARS & set(pairwise(text[max(0, match.start - 3) : match.end + 7])))
    present = _PRESENT & set(text)
    well = present == {"now"} and bool(_WELL & set(pairwise(text)))  # "now stable"
    return match.owner in {"sign:suicidal_self_harm", "sign:low_mood"} and asked and past and (well or not present)


_OFFERED = frozenset("can could should may ok okay safe puedo puis offers offered offering suggests suggested suggest wants recommends recommended".split())
_WELL = frozenset({("now", "stable"), ("now", "well"), ("now", "fine"), ("now", "better"), ("well", "now"), ("fine", "now"), ("stable", "now"), ("better", "now"), ("ok", "now")})


_TONGUE = frozenset({("licked", "me"), ("licked", "my"), ("licks", "me"), ("licks", "my")})


def _licked_by_a_dog(match: Match, text: Sequence[str]) -> bool:
    """"My dog licked me": nothing was swallowed, where no product is told."""
    skin = bool(_TONGUE & set(pairwise(text))) and any(word.startswith("lick") for word in text[match.end - 1 : match.end])
    return match.owner == "sign:child_swallowed" and skin and text[match.end : match.end + 2] != [] and bool({"me", "face", "chin", "cheek", "wound", "lip", "lips", "skin"} & set(text[match.end : match.end + 2])) and not {"off", "cream", "serum", "minoxidil", "tretinoin"} & set(text[match.end : match.end + 6])


_HEART_PILLS = frozenset("metoprolol bisoprolol atenolol propranolol nebivolol amiodarone digoxin verapamil diltiazem sotalol flecainide betablocker blocker blockers svt afib".split())
_IN_USE = frozenset("use using used started start since after applied putting put rubbed on months weeks days been stop stopped".split())


def _heart_before_minoxidil(match: Match, text: Sequence[str]) -> bool:
    """"My heart races and I take metoprolol, minoxidil foam for hair loss?": an old trouble under treatment, and nothing was begun."""
    return match.owner == "sign:irregular_heartbeat" and bool(_HEART_PILLS & set(text)) and "minoxidil" in text and not _IN_USE & set(text)


_TOXINS = frozenset("botox dysport xeomin toxin filler fillers injection injections jab jabs".split())


def _swallows_badly_since_a_stroke(match: Match, text: Sequence[str]) -> bool:
    """"Trouble swallowing after a stroke, neck botox?": it was there before."""
    after = text[match.end : match.end + 4]
    if _TOXINS & set(after):
        return False  # "trouble swallowing since my botox, stroke years ago"
    return match.owner == "sign:trouble_swallowing" and bool({"after", "since", "from"} & set(after[:1])) and "stroke" in after and not {"now", "today", "worse", "suddenly"} & set(text)


_SORES = frozenset("cold coldsore herpes sore sores fever blister".split())
_TO_COME = frozenset("today tomorrow tonight appointment booked booking next monday tuesday wednesday thursday friday saturday sunday this".split())
_HAD_IT = frozenset("after since had got did done following post ago yesterday eye eyes forehead burning stripe band".split())


def _cold_sore_before_it(match: Match, text: Sequence[str]) -> bool:
    """"Cold sore coming up, lip filler today?": the rule on cold sores says wait, and nothing was injected yet."""
    sore = match.owner == "sign:grouped_blisters" and bool(_SORES & set(text[match.start : match.end])) and bool({"lip", "lips", "mouth"} & set(text))
    had = _HAD_IT & set(text) - ({"got"} if _GOT_A_SORE & set(pairwise(text)) else set()) - ({"since", "yesterday"} if _TO_GO & set(pairwise(text)) else set())
    return sore and bool(_TO_COME & set(text)) and not had


_TO_GO = frozenset({("i", "go"), ("still", "go"), ("i", "cancel"), ("i", "postpone"), ("i", "come"), ("y", "vais"), ("cancel", "it")})
_GOT_A_SORE = frozenset({("ive", "got"), ("got", "a"), ("got", "cold")})


def _fever_blister(match: Match, text: Sequence[str]) -> bool:
    """"I get fever blisters all the time": cold sores, and no burn."""
    inside = match.owner in {"sign:burn_blisters", "sign:baby_blisters"}
    return inside and any(a == "fever" and b.startswith("blister") for a, b in pairwise(text[max(0, match.start - 1) : match.end]))


_HEALED = frozenset("cleared healed gone over finished".split())


def _shingles_healed(match: Match, text: Sequence[str]) -> bool:
    """"Shingles cleared two days ago, microneedling?": healed before a treatment that is asked about."""
    place = next((n for n in range(match.start, min(match.end, len(text))) if text[n] in {"shingles", "zona", "culebrilla"}), None)
    if match.owner != "sign:grouped_blisters" or place is None or {"after", "since", "not", "hasnt", "havent", "still", "back", "again", "eye"} & set(text):
        return False
    return bool(_HEALED & set(text[place : place + 6]))


_ALREADY = frozenset("already always born birth naturally congenital childhood existing".split())
_TOXIN_DID = frozenset("after since had got yesterday ago injected following from last gave made week weeks days day today now".split())


def _lid_hung_before(match: Match, text: Sequence[str]) -> bool:
    """"Droopy eyelid already, botox in the forehead?": it was there before any toxin."""
    return match.owner == "sign:eyelid_droop" and bool(_ALREADY & set(text)) and not _TOXIN_DID & set(text)


def _what_it_is_for(match: Match, text: Sequence[str]) -> bool:
    """"IPL for brown spots?": the aim of what is asked about, and nothing that followed it."""
    after = {"after", "since", "got", "did", "left", "gave", "made", "now", "darker", "worse", "following"} & set(text)
    return match.owner == "sign:pigment_change" and "for" in text[max(0, match.start - 2) : match.start + 1] and not after


_NERVES = frozenset("neuropathy neuralgia postherpetic polyneuropathy".split())


def _nerves_ill_before(match: Match, text: Sequence[str]) -> bool:
    """"Pins and needles neuropathy in my belly, fat freezing?": the nerves were ill before."""
    ill = bool(_NERVES & set(text)) or ("nerve", "pain") in pairwise(text)
    felt = match.owner in {"sign:nerve_weakness_face", "sign:numb_calm", "sign:numb_worse", "sign:shooting_pain"}
    done = {"since", "had", "got", "did", "done", "yesterday", "following", "ago", "now"} & set(text)
    return felt and ill and not done


_WANTED = frozenset("again next redo want wants booked".split())
_NOW = frozenset("now today tonight yesterday hour hours minutes since just all everywhere spreading throat lips swollen ago".split())


def _reacted_once(match: Match, text: Sequence[str]) -> bool:
    """"Hyalase gave me hives, I want my lips done again": what happened once, told before the next time."""
    told = bool({("gave", "me"), ("in", "hives"), ("had", "hives"), ("got", "hives")} & set(pairwise(text[max(0, match.start - 2) : match.end])))
    return match.owner == "sign:hives_spreading" and told and bool(_WANTED & set(text)) and not (_NOW - {"lips"}) & set(text)


THERE_BEFORE: tuple[Callable[[Match, Sequence[str]], bool], ...] = (_dark_years_ago, _licked_by_a_dog, _heart_before_minoxidil, _swallows_badly_since_a_stroke, _cold_sore_before_it, _reacted_once, _fever_blister, _shingles_healed, _lid_hung_before, _what_it_is_for, _nerves_ill_before)
