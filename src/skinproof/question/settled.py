"""What a sign turns out to be from the few words around it: old, feared, denied, somebody's guess, or something harmless."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct

_DENYING = frozenset("not no isnt never hasnt without doesnt".split())


class Told(Struct, frozen=True, kw_only=True):
    """A sign as it stands in its text: the words of the match, three before it and six after."""

    sign: str
    before: Sequence[str]
    inside: Sequence[str]
    after: Sequence[str]


def _from_birth(told: Told) -> bool:
    """"Blind in my left eye since birth"."""
    since = {b for a, b in pairwise([*told.inside, *told.after]) if a == "since"}
    return bool(since & {"birth", "childhood", "born"}) or (told.sign in {"face_droop_side", "pigment_change"} and bool(since & {"forever", "always", "ever"}))


def _other_fever(told: Told) -> bool:
    """Hay fever, a fever blister, and the fever of a past flu."""
    if told.sign != "fever_unwell" or "fever" not in told.inside:
        return False
    past_flu = bool({"covid", "flu", "malaria", "dengue"} & {*told.before, *told.after}) and bool({"last", "ago"} & set(told.after))
    return past_flu or bool({"hay", "glandular"} & {*told.before[-1:], *told.inside}) or bool({"blister", "blisters"} & {*told.inside, *told.after[:1]})


def _old_shingles(told: Told) -> bool:
    """"Shingles on the forehead last month": it is over."""
    over = {("last", "month"), ("last", "year"), ("months", "ago"), ("month", "ago"), ("years", "ago"), ("year", "ago"), ("y", "a"), ("hace", "anos")} & set(pairwise([*told.inside, *told.after]))
    over |= {("hace", "anos")} if "hace" in told.after and {"anos", "meses"} & set(told.after) else set()
    return told.sign in {"grouped_blisters", "blisters_near_eye"} and bool({"shingles", "zona", "zoster", "culebrilla"} & set(told.inside)) and bool(over) and not {"still", "back", "again", "blisters"} & set(told.after[:4])


def _feared(told: Told) -> bool:
    """"Will my grip go weak" fears what has not happened."""
    return told.sign != "suicidal_self_harm" and bool({"will", "would", "might"} & set(told.before[-2:])) and bool({"go", "get", "become", "turn", "be", "look", "lose"} & set(told.inside))


HAIRS = frozenset("hair hairs whisker whiskers beard stubble poils pelos vello canas".split())


def _hair_or_veins(told: Told) -> bool:
    """Hair of the legs, white hairs, and red vessels that have spread, are no alarm."""
    if told.sign == "skin_white_mottled" and HAIRS & {*told.before, *told.inside, *told.after[:2]} and not {"scalp", "dead"} & set(told.inside):
        return True
    legs = told.sign == "leg_swelling" and bool({"hair", "hairs", "veins"} & set(told.inside))
    return legs or (told.sign == "spreading_redness" and bool({"vessels", "veins", "capillaries"} & {*told.inside, *told.after[:3]}))


_WET = frozenset("degoulinent degouline transpire transpirent transpiration moites mouillees trempees iontophorese sweat sweaty sweating drip drips dripping clammy wet hyperhidrosis iontophoresis".split())


def _sweaty_hands(told: Told) -> bool:
    """"My hands drip, I can't hold her hand": no weakness."""
    return told.sign == "limb_weakness" and bool(_WET & {*told.before, *told.inside, *told.after})


def _too_weak(told: Told) -> bool:
    """A device that is "too weak to matter" is no weakness."""
    return told.sign in {"general_weakness", "limb_weakness"} and told.before[-1:] == ["too"]


_LIFELONG = frozenset("forever always genetic inherited hereditary runs born".split())


def _ever_so(told: Told) -> bool:
    """"Hollow circles since forever, runs in the family": no change."""
    return told.sign == "dent_fat_loss" and bool(_LIFELONG & {*told.before, *told.inside, *told.after})


def _fainted_long_ago(told: Told) -> bool:
    """"Passed out once from blood tests", "nearly fainted when I saw the bill"."""
    if told.sign != "faint_collapse":
        return False
    once = "once" in told.after and bool({"blood", "test", "tests", "school", "child", "kid"} & set(told.after))
    return once or ("years", "ago") in pairwise(told.after) or bool({"bill", "price", "cost", "quote"} & set(told.after))


_DENIABLE = frozenset("drooping droop droopy rash hives welts pus fever swelling blisters pain redness bleeding".split())


def _denied_inside(told: Told) -> bool:
    """"Bruise by one eye, not painful", "mole, no change": the denial stands between the words of the sign."""
    if told.sign in {"hives_spreading", "fever_unwell", "spreading_redness", "heavy_bleeding", "eyelid_droop"} and len(told.inside) > 1 and told.inside[-2] == "no" and told.inside[-1] in _DENIABLE:
        return True
    if told.sign == "mole_change" and any(a in _DENYING and b.startswith("chang") for a, b in pairwise(told.inside)):
        return True
    return told.sign in {"eye_pain", "mole_change"} and len(told.inside) > 1 and told.inside[-2] in _DENYING and told.inside[-1] != "reason"


_SIGHT, _FINE = frozenset("vision sight eyesight".split()), frozenset("fine ok okay normal perfect good clear".split())
_DIM = frozenset("dark dim black blur blurred blurry lost loss gone double blind grey gray foggy shadow curtain spots cloudy worse".split())


def _sight_fine(told: Told) -> bool:
    """"Vision is fine, no headache" tells of nothing lost."""
    words = [*told.before, *told.inside, *told.after]
    fine = any(a in _SIGHT and b in {"is", "still", "totally", "all", "was"} and c in _FINE for a, b, c in zip(words, words[1:], words[2:], strict=False))
    return told.sign == "vision_loss" and fine and not _DIM & set(words)


_IRIS = frozenset("brown hazel circles rings bags".split())


def _dark_by_nature(told: Told) -> bool:
    """"My eyes are dark brown", "dark circles": no sight is lost."""
    words = [*told.inside, *told.after]
    return told.sign == "vision_loss" and any(a in {"dark", "black"} and b in _IRIS for a, b in pairwise(words)) and not (_DIM - {"dark", "black"} | {"went", "suddenly", "turned", "vision", "sight"}) & {*told.before, *words}


def _asleep(told: Told) -> bool:
    """"I just want to not wake up with headaches": of sleep, and nobody is unconscious."""
    return told.sign == "unresponsive" and told.before[-1:] == ["to"] and {"headache", "headaches"} & set(told.after[:3]) != set()


def _cold_sores(told: Told) -> bool:
    """Sores of the mouth that are called cold sores."""
    return told.sign == "skin_peeling_mouth_sores" and any(pair in {("cold", "sore"), ("cold", "sores")} for pair in pairwise(told.inside))


def _known_allergy(told: Told) -> bool:
    """"Aspirin makes me wheeze (true allergy)" tells of an old allergy."""
    return told.sign in {"trouble_breathing", "hives_spreading", "throat_tongue_swelling"} and "allergy" in told.after and bool({"makes", "make"} & set(told.before))


_SPOTS = frozenset("spots spot pimple pimples zit zits whitehead whiteheads pustule pustules bouton boutons grano granos".split())
_SORE = frozenset("swollen swelling swelled puffy painful pain hurts tender throbbing hard lump boil abscess".split())


_PAINKILLERS = frozenset("aspirin aspirine aspirina ibuprofen ibuprofene ibuprofeno naproxen nsaid nsaids penicillin".split())


def _from_a_painkiller(told: Told) -> bool:
    """"I wheeze with aspirin" is an allergy that is known, where nothing tells of now."""
    return told.sign in {"trouble_breathing", "hives_spreading"} and bool(_PAINKILLERS & {*told.after[:3], *told.before}) and bool({"with", "from", "to", "makes", "gives", "avec", "con"} & {*told.after[:2], *told.before}) and not {"now", "today", "took", "just", "hours", "minutes", "ago", "bad", "badly"} & {*told.before, *told.after}


_PRICKED = frozenset("needle injection injected puncture treated filler".split())


def _spot_with_pus(told: Told) -> bool:
    """A whitehead full of pus is a whitehead."""
    words = [*told.before, *told.inside, *told.after]
    pricked = any(a in _PRICKED and b in _SPOTS for a, b in pairwise(words))  # "pus from the needle spot"
    return told.sign == "pus" and bool(_SPOTS & set(words)) and not pricked


def _fresh_heat(told: Told) -> bool:
    """Skin that feels hot in the first hours after light or a peel, and is neither swollen nor sore, is as expected."""
    words = {*told.before, *told.inside, *told.after}
    return told.sign == "hot_painful_swelling" and bool({"hour", "hours", "minutes", "mins"} & words) and not _SORE & words


_SAYING = frozenset("says said thinks reckons swears".split())


_COOL = {("no", "heat"), ("not", "hot"), ("no", "warmth"), ("no", "redness"), ("not", "red"), ("isnt", "hot")}


def _cool(told: Told) -> bool:
    """"Swollen and hard, but no heat": no hot swelling."""
    return told.sign == "hot_painful_swelling" and "hot" not in told.inside and bool(_COOL & set(pairwise([*told.inside, *told.after])))


def _said_and_denied(told: Told) -> bool:
    """"Sister says it's infected, no fever, not hot": somebody's guess that the person's own words deny."""
    return told.sign == "hot_painful_swelling" and "infected" in told.inside and bool(_SAYING & set(told.before)) and bool({("no", "fever"), ("not", "hot"), ("no", "pus")} & set(pairwise(told.after)))


SETTLED: tuple[Callable[[Told], bool], ...] = (_from_birth, _other_fever, _old_shingles, _feared, _hair_or_veins, _fainted_long_ago, _too_weak, _ever_so, _sweaty_hands, _sight_fine, _dark_by_nature, _asleep, _cold_sores, _known_allergy, _from_a_painkiller, _denied_inside, _spot_with_pus, _fresh_heat, _cool, _said_and_denied)
