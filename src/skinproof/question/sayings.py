"""Words of alarm in another sense, and what looks worse than it is: sayings, a keloid, a fading bruise, skin that drinks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match, sentence_of

_SAID_NOT = frozenset({"sign:leg_swelling", "sign:face_swelling", "sign:fever_unwell", "sign:spreading_redness", "sign:pus", "sign:hot_painful_swelling"})


def _said_not(match: Match, text: Sequence[str]) -> bool:
    """"Leg itself not swollen": the no stands inside."""
    return match.owner in _SAID_NOT and bool({"not", "isnt", "arent", "wasnt", "never"} & set(text[max(match.start, match.end - 3) : match.end - 1]))


def _a_keloid(match: Match, text: Sequence[str]) -> bool:
    """A keloid that keeps growing and itches is a keloid and no mole."""
    return match.owner in {"sign:mole_change", "sign:grows_fast_or_bleeds"} and any(word.startswith("keloid") for word in sentence_of(match, text)) and not {"mole", "moles"} & set(text)


_DRINKERS = frozenset("skin face hair lips hands piel cara pelo labios".split())


def _skin_drinks(match: Match, text: Sequence[str]) -> bool:
    """Whether skin is said to drink: "my skin drank that moisturiser"."""
    return match.owner in {"sign:swallowed_product", "sign:child_swallowed"} and bool(_DRINKERS & set(text[max(0, match.start - 2) : match.start]))


_BRUISE = frozenset("bruise bruises bruised bruising bleu moraton".split())
_FADING = frozenset("yellow yellowish greeny green greenish mustard jaune amarillo fading".split())


def _fading_bruise(match: Match, text: Sequence[str]) -> bool:
    """A bruise that goes from purple to green or yellow, and does not hurt, is going."""
    calm = bool({("doesnt", "hurt"), ("no", "pain"), ("not", "painful"), ("dont", "hurt"), ("hardly", "sore"), ("barely", "hurts"), ("pinks", "straight"), ("pinks", "back")} & set(pairwise(text)))
    return match.owner in {"sign:skin_white_mottled", "sign:colour_change"} and calm and bool(_BRUISE & set(text)) and bool(_FADING & set(text))


_IN_ANOTHER_SENSE = (
    ("suicide", "squad"), ("cabin", "fever"), ("spring", "fever"), ("hay", "fever"), ("disco", "fever"), ("saw", "stars"), ("fever", "going"), ("it", "cant", "breathe"), ("cant", "breathe", "its", "so"), ("skin", "cant", "breathe"), ("skin", "breathes"), ("skin", "is", "not", "breathing"), ("skin", "isnt", "breathing"), ("passed", "out", "laughing"), ("pass", "out", "laughing"), ("died", "laughing"),
    ("lots", "of", "blood"), ("my", "head", "up", "high"), ("her", "head", "up", "high"), ("my", "head", "high"), ("my", "head", "up", "in", "public"), ("la", "cabeza", "alta"), ("la", "tete", "haute"), ("let", "it", "breathe"), ("skin", "breathe"), ("casi", "se", "desmaya"), ("escuadron", "suicida"), ("aire", "de", "lo"), ("ahogo", "en", "serums"), ("ahogo", "en", "productos"), ("morir", "de", "risa"), ("muero", "de", "risa"), ("mato", "de", "risa"), ("morir", "de", "verguenza"), ("morir", "de", "la", "verguenza"), ("asfixia", "la", "piel"), ("deja", "respirar", "la", "piel"), ("desmayo", "con", "las", "agujas"), ("desmayo", "con", "agujas"), ("purple", "shampoo"), ("suffocate", "your"), ("suffocating", "my", "skin"), ("smells", "like", "a", "chocolate"), ("make", "skin", "white"), ("makes", "skin", "white"), ("make", "my", "skin", "white"), ("skin", "is", "suffocating"), ("is", "suffocating"), ("melted", "my", "face", "fat"), ("melts", "face", "fat"), ("melt", "face", "fat"), ("melts", "the", "fat"), ("melts", "your"),
)


def _a_saying(match: Match, text: Sequence[str]) -> bool:
    """"Suicide Squad", "cabin fever", "my skin can't breathe": words of alarm in another sense."""
    near = " ".join(text[max(0, match.start - 3) : match.end + 3])
    return any(" ".join(saying) in near for saying in _IN_ANOTHER_SENSE)


_PUZZLED_BY = frozenset("about between by over sur entre par sobre con".split())
_OF_TIME_AND_PLACE = frozenset("where who day date year time".split())
_PUZZLING = frozenset(
    "vs versus which better online reviews advice internet google reddit tiktok choose choosing decide deciding difference options opinions recommend serum order routine percentages ingredients best "
    "meilleur mieux avis choisir difference lequel laquelle conseils mejor cual opiniones elegir consejos diferencia".split()
)
_OF_A_PATIENT = frozenset(
    "fever temperature temp hot cold clammy sweating sweaty shaking shivering pulse heart racing breathe breath faint dizzy drowsy sleepy vomiting sick pus smell purple black grey numb weak slurred fievre fiebre "
    "she he shes hes her him mum mom dad nan gran wife husband elle mere ella madre suddenly now hours hour today tonight yesterday days day week weeks ago after since last".split()
)


def _puzzled(match: Match, text: Sequence[str]) -> bool:
    """"Some look great, others say it was a catastrophe, so confused": puzzled by what is said, and not ill."""
    if match.owner != "sign:muddled":
        return False
    after = text[match.end : match.end + 3]
    return bool(_PUZZLED_BY & set(after[:1]) and not _OF_TIME_AND_PLACE & set(after)) or (bool(_PUZZLING & set(text)) and not _OF_A_PATIENT & set(text))


_WEATHER = frozenset("winter weather outside outdoors autumn fall wind windy heating december january february november turns season months hiver froid invierno frio".split())
_HURTING = frozenset("numb hurts painful pain white grey gray blue purple black mottled injection injected filler blanched".split())


def _cold_weather(match: Match, text: Sequence[str]) -> bool:
    """"My face gets super dry once it turns cold": the weather, and no cold skin."""
    return match.owner == "sign:colour_change" and "cold" in text[match.start : match.end] and bool(_WEATHER & set(text)) and not _HURTING & set(text)


_TIRED = frozenset("cold shift hangover hungover flu jetlag sleep warmed workout".split())
_FOLLOWED = frozenset("after since had got following yesterday ago day days wound site stitches injection injected fever temperature shivering shaking red hot pus swollen".split())


def _like_death(match: Match, text: Sequence[str]) -> bool:
    """"I feel like death warmed up with this cold, can I have my facial": tired or with a cold, and nothing was had."""
    said = set(text) - ({"after"} if ("night", "shift") in pairwise(text) or "hungover" in text else set())
    return match.owner in {"sign:fever_unwell", "sign:very_ill", "sign:ill_shaky"} and "death" in text[match.start : match.end + 1] and bool(_TIRED & said) and not _FOLLOWED & said


SAYINGS: tuple[Callable[[Match, Sequence[str]], bool], ...] = (_a_keloid, _said_not, _skin_drinks, _fading_bruise, _a_saying, _puzzled, _cold_weather, _like_death)
