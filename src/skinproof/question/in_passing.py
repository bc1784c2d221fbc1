"""Signs that stand beside the point: breath of sport, what is said of a medicine, pinpoints of needles, soft pale lumps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match, sentence_of

_SPORT = frozenset("gym run running runs jog jogging workout workouts cycling spinning spin treadmill burpees football tennis courir cours sport gimnasio correr corro".split())
_OF_NOW_OR_A_DEED = frozenset(
    "since after hour hours minutes today yesterday tonight now suddenly worse rest lying night chest leg calf ankles swollen tight tightness faint fainted dizzy palpitations heart cough blood hives lips throat "
    "on taking started start pill pills tablets injection injections filler surgery lipo pregnant asthma depuis apres hier poitrine jambe desde ayer pecho pierna".split()
)


def _breath_of_sport(match: Match, text: Sequence[str]) -> bool:
    """"I get out of breath at the gym, unrelated: is pre-workout bad for acne": of effort, with no word of now and no medicine."""
    return match.owner == "sign:trouble_breathing" and bool(_SPORT & set(sentence_of(match, text))) and not _OF_NOW_OR_A_DEED & set(text)


_ASKED_IF_TRUE = frozenset("true myth really vrai verdad cierto mythe".split())
_OF_ANYBODY = frozenset("you people someone te on los les".split())
_DOES_IT = frozenset("makes make gives give causes cause turns rend rends vuelve hace da".split())
_WELL = frozenset({("feel", "good"), ("feel", "fine"), ("feel", "great"), ("feeling", "good"), ("mood", "good"), ("mood", "great"), ("is", "great"), ("mood", "fine"), ("im", "fine"), ("im", "well"), ("vais", "bien"), ("estoy", "bien"), ("moral", "bon")})
_SELF = frozenset("i im ive id me my mine myself she he her his him je j moi ma mon mes yo me mi he hes shes daughter son sister brother fille fils hija hijo".split())
_WORRYING = frozenset("but though since happening already sometimes mais pero depuis desde".split())


def _said_of_a_medicine(match: Match, text: Sequence[str]) -> bool:
    """"Heard Accutane makes you suicidal, true? I'm starting Monday and feel good": asked of anybody, by somebody who is well or speaks of nobody."""
    said = set(sentence_of(match, text))
    asked = bool(_ASKED_IF_TRUE & set(text)) and bool(_DOES_IT & said) and bool(_OF_ANYBODY & said)
    well = bool(_WELL & set(pairwise(text))) or not _SELF & set(text)
    return match.owner in {"sign:suicidal_self_harm", "sign:low_mood"} and asked and well and not _WORRYING & set(text) and not {"i", "im", "me", "je", "yo"} & said


_PINPOINTS = frozenset("pinpoint pinpoints pinprick pinpricks".split())
_NEEDLES = frozenset("needling microneedling dermaroller dermapen roller derma needles morpheus8 rf skinpen laser co2".split())
_FLOWS = frozenset("keeps kept wont running pouring dripping soaked soaking gushing heavy heavily everywhere through still nonstop thinner thinners warfarin".split())


def _pinpoints_of_needles(match: Match, text: Sequence[str]) -> bool:
    """"Pinpoint bleeding three hours after microneedling": the usual dots, and nothing that flows."""
    dots = bool(_PINPOINTS & set(text)) or ("blood", "dots") in pairwise(text)
    return match.owner == "sign:heavy_bleeding" and dots and bool(_NEEDLES & set(text)) and not _FLOWS & set(text)


_LUMPS = frozenset("lump lumps bump bumps bead beads ball balls".split())
_SOFT = frozenset("soft squishy squidgy".split())
_WELL_COLOURED = frozenset("pink normal same".split())
_BAD = frozenset("hurts hurting painful cold numb grey gray purple blotchy mottled dusky spreading throbbing blanched dark blue".split())


def _soft_pale_lumps(match: Match, text: Sequence[str]) -> bool:
    """"Little white lumps in my lips on day 3, squishy, pink, warm like the rest": gel, where colour and warmth are told as those of the rest."""
    inside = set(text[match.start : match.end])
    return match.owner in {"sign:colour_change", "sign:skin_white_mottled"} and bool(_LUMPS & inside) and bool(_SOFT & set(text)) and bool(_WELL_COLOURED & set(text)) and not _BAD & set(text)


IN_PASSING: tuple[Callable[[Match, Sequence[str]], bool], ...] = (_breath_of_sport, _said_of_a_medicine, _pinpoints_of_needles, _soft_pale_lumps)
