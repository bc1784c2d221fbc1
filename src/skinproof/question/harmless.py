"""Words of alarm that the words around them make harmless: weeping that was foretold, strain from sport, a phone that nobody answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match

_LEAFLET = {("my", "leaflet"), ("the", "leaflet"), ("as", "told"), ("was", "told"), ("were", "told"), ("they", "said"), ("clinic", "said"), ("doctor", "said"), ("is", "normal"), ("aftercare", "sheet")}
_EARLY = {("day", "1"), ("day", "one"), ("day", "2"), ("day", "two"), ("first", "night"), ("first", "day"), ("first", "evening"), ("day", "0")}
_WET = frozenset("weeping weeps oozing oozes ooze wet raw clear".split())
_RESURFACED = frozenset("co2 resurfacing erbium fraxel".split())
_AMISS = frozenset("pus yellow green smells smelly fever hot worse spreading blister blisters dark black white grey severe agony excruciating".split())


def _weeps_as_told(match: Match, text: Sequence[str]) -> bool:
    """"Oozing clear fluid on day 1 after CO2 as told by my doctor": raw skin in its first days, as it was foretold."""
    if match.owner not in {"sign:burn_blisters", "sign:grows_fast_or_bleeds"}:
        return False
    pairs = set(pairwise(text))
    return bool(_WET & set(text[match.start : match.end])) and bool(_RESURFACED & set(text)) and bool(_EARLY & pairs) and bool(_LEAFLET & pairs) and not _AMISS & set(text)


_SLIGHT = {("bit", "swollen"), ("little", "swollen"), ("slightly", "swollen"), ("bit", "puffy"), ("slight", "swelling"), ("bit", "fat")}
_BLOCKS = frozenset("drool drooling breathe breathing swallow swallowing muffled roof choking hives throat worse fever".split())


def _tongue_just_pierced(match: Match, text: Sequence[str]) -> bool:
    """"Tongue piercing yesterday, tongue a bit swollen": slight, as it is after one."""
    if match.owner != "sign:throat_tongue_swelling":
        return False
    pierced = any(word.startswith(("pierc", "stud")) for word in text)
    return pierced and bool(_SLIGHT & set(pairwise(text))) and not _BLOCKS & set(text)


_WENT = frozenset("injectrice injecteur clinique institut salon medecin docteur estheticienne praticien praticienne secretariat cabinet clinica doctora doctor esteticista".split())


def _they_do_not_answer(match: Match, text: Sequence[str]) -> bool:
    """"L'injectrice ne répond plus": it is she who does not call back."""
    said = {"repond", "repondent", "responde", "contesta", "answering", "answer", "responding"}
    return match.owner == "sign:unresponsive" and bool(said & set(text[match.start : match.end])) and bool(_WENT & set(text[max(0, match.start - 3) : match.end]))


_STRAINED = {("so", "sore"), ("sore", "i"), ("so", "stiff"), ("muscles", "ache"), ("so", "achy"), ("leg", "day"), ("the", "gym"), ("after", "training")}


def _sore_from_sport(match: Match, text: Sequence[str]) -> bool:
    """"Muscles so sore I can't lift my arms": strain, and no stroke."""
    near = set(pairwise(text[max(0, match.start - 5) : match.end + 2]))
    return match.owner == "sign:limb_weakness" and "sore" in text[max(0, match.start - 5) : match.start] and bool(_STRAINED & (near | set(pairwise(text)))) and not {"face", "speech", "slurred", "numb", "side"} & set(text)


def _did_i_burn(match: Match, text: Sequence[str]) -> bool:
    """"Is this normal or did I burn myself", "cut my chin, not on purpose": a mishap, and no wish to do it."""
    inside = text[match.start : match.end]
    if match.owner == "sign:suicidal_self_harm" and ("not", "on") in pairwise(inside) and inside[-1] == "purpose":
        return True
    return match.owner == "sign:suicidal_self_harm" and {"burn", "myself"} <= set(text[match.start : match.end]) and "did" in text[max(0, match.start - 2) : match.start + 1]


_WITHIN = frozenset("breathe breathing breath pressure pain heavy crushing arm jaw lungs wheezy wheezing inside".split())


def _tight_skin_of_the_chest(match: Match, text: Sequence[str]) -> bool:
    """"Chest wrinkles and a bit of tight skin": the skin is tight, and not what lies within."""
    tight = bool({"tight", "tightness"} & set(text[match.end - 1 : match.end + 1]))
    of_skin = bool({"skin", "peau", "piel"} & set(text[match.end : match.end + 3]))
    return match.owner in {"sign:chest_pain", "sign:trouble_breathing"} and tight and of_skin and not _WITHIN & set(text)


_MESH = frozenset("fishnet lace lacy net web mesh".split())
_OF_VEINS_OR_CLOTH = frozenset("veins vein capillaries capillary tights stockings stocking dress".split())
_JUST_HAD = frozenset("since after today yesterday tonight hours hour now ago turned went".split())


def _a_web_of_veins_or_cloth(match: Match, text: Sequence[str]) -> bool:
    """"Spider veins like a purple web", "fishnet tights after the laser": old veins or cloth, and no blocked vessel."""
    inside = set(text[match.start : match.end + 1])
    likened = "like" in text[max(0, match.start - 2) : match.start]
    worn = (bool({"tights", "stockings", "stocking", "dress"} & inside) and not likened) or not _JUST_HAD & set(text)
    return match.owner == "sign:skin_white_mottled" and bool(_MESH & inside) and bool(_OF_VEINS_OR_CLOTH & set(text)) and worn


_RESURFACES = frozenset("co2 laser fraxel erbium ipl bbl peel tca halo moxi rf morpheus microneedling needling".split())
_THAT_DAY = frozenset({("the", "evening"), ("this", "evening"), ("same", "day"), ("first", "night"), ("that", "night"), ("first", "evening"), ("day", "1"), ("day", "one"), ("tonight", "after"), ("hours", "after"), ("hour", "after")})
_FORETOLD = _LEAFLET | {("told", "me"), ("they", "told"), ("to", "expect"), ("warned", "me"), ("as", "expected"), ("as", "warned"), ("is", "easing"), ("its", "easing")}


def _hot_as_told(match: Match, text: Sequence[str]) -> bool:
    """"Hot and tight the evening of CO2 laser, as they told me": heat of the first hours that was foretold."""
    if match.owner not in {"sign:hot_painful_swelling", "sign:red_hot"} or not _RESURFACES & set(text):
        return False
    pairs = set(pairwise(text))
    amiss = (_AMISS - {"hot", "dark", "black", "white"}) | {"lump", "swollen", "painful", "throbbing", "side", "hard", "days", "week", "weeks"}
    return bool(_THAT_DAY & pairs) and bool(_FORETOLD & pairs) and not amiss & set(text)


_WENT_AWAY = frozenset({("gone", "by"), ("gone", "within"), ("gone", "in"), ("gone", "down"), ("went", "away"), ("gone", "again"), ("flat", "again"), ("had", "gone"), ("all", "gone"), ("gone", "now"), ("gone", "after")})
_STAYED = frozenset("still came back again hard red weeks week months new".split())


def _bumps_that_went(match: Match, text: Sequence[str]) -> bool:
    """"Tiny bumps where the needle went, gone by teatime": the fluid, and no late lump."""
    return match.owner in {"sign:late_lumps", "sign:lump_soon"} and bool(_WENT_AWAY & set(pairwise(text))) and not _STAYED & set(text)


_ALLERGY_TOO = frozenset("tongue throat breathe breathing breath hives rash itchy itching wheezing wheezy dizzy faint face eyes tingle tingling hoarse voice cream mask".split())


def _lips_just_filled(match: Match, text: Sequence[str]) -> bool:
    """"My lips swelled within minutes of the filler": that is the filler, where nothing else is told."""
    filled = bool({"filler", "fillers", "syringe", "filled"} & set(text)) and bool({"lip", "lips"} & set(text[match.start : match.end]))
    return match.owner == "sign:throat_tongue_swelling" and filled and not _ALLERGY_TOO & set(text)


_NUMBED = frozenset("emla numbing lidocaine prilocaine anesthesiante anestesica anestesico lmx".split())
_WELL_NOW = frozenset({("normal", "now"), ("fine", "now"), ("gone", "now"), ("to", "normal"), ("all", "normal"), ("normal", "maintenant"), ("redevenue", "normale"), ("normal", "ya"), ("ya", "normal"), ("normal", "again")})
_POISONED = frozenset(
    "lips lip tongue nails dizzy drowsy breathless headache ringing grey gray blue purple black fit seizure filler fillers injection injections injected injector injectee inyeccion inyectaron relleno cannula levres bleu gris labios azul mareo "
    "juvederm restylane radiesse sculptra belotero teosyal profhilo volbella voluma".split()
)


def _numbing_wore_off(match: Match, text: Sequence[str]) -> bool:
    """"EMLA left my skin white and blotchy for an hour, normal now": the cream narrows the vessels, and it has worn off."""
    pale = match.owner in {"sign:skin_white_mottled", "sign:dark_skin_spot", "sign:white_and_numb", "sign:colour_change"}
    return pale and bool(_NUMBED & set(text)) and bool(_WELL_NOW & set(pairwise(text))) and not _POISONED & set(text)


_BRIEFLY = re.compile(r"\b(?:for )?(?:a few|few|\d{1,2}|a couple of|couple|some|quelques|unos|pocos|a|un|une) ?(?:s|secs?|seconds?|secondes?|segundos?|mins?|minutes?|minutos?)\b")
_NOTHING_SINCE = frozenset({("then", "nothing"), ("nothing", "since"), ("then", "stopped"), ("then", "fine"), ("nothing", "now"), ("puis", "rien"), ("plus", "rien"), ("luego", "nada"), ("ya", "nada"), ("then", "gone"), ("fine", "now")})
_LEFT_BEHIND = frozenset("blister blisters raw oozing weeping scab scabs black brown grey white hurts sore swollen crust still cloques croute suinte ampollas costra numb eye eyes peeled peels sheets leathery blotchy mottled".split())


def _stung_briefly(match: Match, text: Sequence[str]) -> bool:
    """"The peel burned like hell for 30 secs then nothing, just a bit pink": a sting that is over, and no burn."""
    if match.owner not in {"sign:burn_blisters", "sign:acid_burns_now", "sign:severe_pain"} or _LEFT_BEHIND & set(text):
        return False
    return bool(_BRIEFLY.search(" ".join(text))) and bool(_NOTHING_SINCE & set(pairwise(text)))


_PASSED_OFF = frozenset({("all", "gone"), ("gone", "now"), ("better", "now"), ("fully", "recovered"), ("over", "it"), ("well", "now"), ("fine", "now"), ("recovered", "now"), ("all", "better")})
_HAS_PASSED = frozenset({("est", "passee"), ("est", "tombee"), ("est", "partie"), ("ya", "paso"), ("se", "fue"), ("has", "gone"), ("is", "gone")})
_A_WHILE_AGO = frozenset({("last", "week"), ("weeks", "ago"), ("days", "ago"), ("last", "month"), ("week", "ago")})
_HERE_AGAIN = frozenset("again back still returned hot pus spreading red redness lump swollen rouge pus revenue chaud rojo vuelve caliente".split())


def _fever_is_over(match: Match, text: Sequence[str]) -> bool:
    """"Had a fever last week, all gone, facial tomorrow?": over, with no other sign."""
    pairs = set(pairwise(text))
    over = bool(_PASSED_OFF & pairs and _A_WHILE_AGO & pairs) or any(a.startswith(("fievre", "fiebre", "fever")) and (b, c) in _HAS_PASSED for a, b, c in zip(text, text[1:], text[2:], strict=False))
    return match.owner == "sign:fever_unwell" and over and not _HERE_AGAIN & set(text)


_TASTED = frozenset("licked lick licks licking sucked sucks tasted tastes leche lecher goute suce chupo chupado lamio lamido probo".split())
_PLAIN = frozenset(
    "moisturiser moisturizer vaseline petroleum aquaphor sudocrem desitin bepanthen sunscreen suncream sunblock nivea cerave eucerin chapstick emollient hydratante mitosyl vaselina hidratante".split()
)
_PLAIN_PAIRS = frozenset({("sun", "cream"), ("nappy", "cream"), ("diaper", "cream"), ("creme", "solaire"), ("crema", "solar"), ("protector", "solar")})
_MORE_OF_IT = frozenset("tube bottle tub jar pot flacon tubo bote frasco half whole mouthful handful gulp swig moitie medio ate eaten drank swallowed chewed avale bu trago bebio comio".split())
_MEDICATED = frozenset(
    "retinol tretinoin adapalene minoxidil acid acids numbing lidocaine emla peroxide steroid hydrocortisone hydroquinone oil essential medicated prescription "
    "retinoide tretinoine acide anesthesiante cortisone huile acido anestesica retinoide tretinoina aceite".split()
)
_ILL_OF_IT = frozenset(
    "sick vomiting vomited vomits drowsy sleepy wobbly cough coughing choking choked floppy rash hives swollen breathing fever drooling vomi vomit tousse somnolent plaques vomito tose tos ronchas dormido dormida".split()
)
_ANIMALS = frozenset("dog dogs cat cats puppy kitten pup chien chienne chat chatte chiot perro perra gato gata".split())


def _a_lick_of_plain_cream(match: Match, text: Sequence[str]) -> bool:
    """"My toddler licked a smear of moisturiser", "licked my lips after the acid": a taste, and no more."""
    if match.owner not in {"sign:child_swallowed", "sign:swallowed_product"} or (_MORE_OF_IT | _ILL_OF_IT) & set(text):
        return False
    own_lips = any(a in _TASTED and b == "my" and c in {"lips", "lip"} for a, b, c in zip(text, text[1:], text[2:], strict=False))
    plain = bool(_PLAIN & set(text)) or bool(_PLAIN_PAIRS & set(pairwise(text)))
    tasted = bool(_TASTED & set(text)) or "mouth" in text
    return own_lips or (tasted and plain and not (_MEDICATED | _ANIMALS) & set(text))


HARMLESS: tuple[Callable[[Match, Sequence[str]], bool], ...] = (_weeps_as_told, _tongue_just_pierced, _they_do_not_answer, _sore_from_sport, _did_i_burn, _tight_skin_of_the_chest, _a_web_of_veins_or_cloth, _hot_as_told, _bumps_that_went, _lips_just_filled, _a_lick_of_plain_cream, _numbing_wore_off, _stung_briefly, _fever_is_over)
