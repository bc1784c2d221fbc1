"""Signs that look like another: what a wart that was frozen, a new tattoo, a peel or an operation does as a matter of course."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match
from skinproof.catalogue.text import END
from skinproof.question.grown_scar import GROWN_SCAR
from skinproof.question.ill_before import ILL_BEFORE
from skinproof.question.known_before import KNOWN_BEFORE
from skinproof.question.settled import HAIRS
from skinproof.question.there_before import THERE_BEFORE

_ONLY_DRY = frozenset("loofah mitt scrubbing winter flaky dry chapped wind windy cold heating eczema dryness".split())
_RETINOIDS = frozenset("tretinoine adapalene differine benzoyle tretinoin tret retinol adapalene differin retinoid retinoids tazarotene benzoyl epiduo retin".split())
_BURNT = frozenset("cloques suinte suintent acide laser brulure brulee croutes saigne blister blisters blistered oozing weeping peel acid laser burn burned burnt burns open bleeding scab scabs".split())


def _raw_not_burnt(match: Match, text: Sequence[str]) -> bool:
    """A face that is raw from a retinoid, benzoyl peroxide or winter, without blisters, oozing or an acid, is irritated and not burnt."""
    return match.owner == "sign:burn_blisters" and bool({"raw", "vif"} & set(text[match.start : match.end])) and bool((_RETINOIDS | _ONLY_DRY) & set(text)) and not _BURNT & set(text)


_FROZEN = frozenset("froze frozen freezing freeze cryotherapy cryo nitrogen".split())
_FROZEN_BY = frozenset("dr doctor derm dermatologist gp nurse doc".split())


def _blister_of_freezing(match: Match, text: Sequence[str]) -> bool:
    """A blood blister where a doctor froze a spot some days ago is the usual course."""
    blister = bool({"blister", "blisters", "blistered"} & set(text))
    return match.owner in {"sign:mole_change", "sign:grows_fast_or_bleeds"} and blister and bool(_FROZEN & set(text)) and bool(_FROZEN_BY & set(text)) and not {"spray", "kit", "myself"} & set(text)


_SPOTS_LEFT = frozenset("spots acne pimples zits breakouts pimple".split())


_OF_SKIN = frozenset("skin patch patches lip lips cheek nose area tip mottled blotchy cold pale dusky marbled".split())


def _not_sore(match: Match, text: Sequence[str]) -> bool:
    """"A lump since three months, not sore": sore tells how it feels, and no sore is there."""
    near = list(pairwise(text[max(0, match.start - 1) : match.end]))
    return match.owner == "sign:sore_not_healing" and bool({("not", "sore"), ("isnt", "sore"), ("never", "sore")} & set(near))


def _marks_of_acne(match: Match, text: Sequence[str]) -> bool:
    """Dark marks left by spots are no mark of a treatment, and white or blonde hair is no white skin."""
    if match.owner == "sign:skin_white_mottled":
        around = set(text[max(0, match.start - 8) : match.end + 8])
        return bool(HAIRS & set(text)) and (any(w.startswith("blond") for w in text) or ("white" in around and bool(HAIRS & around) and not _OF_SKIN & set(text[max(0, match.start - 3) : match.end + 3])))
    if match.owner == "sign:sore_not_healing":
        return bool({"leaves", "leave", "leaving"} & set(text[match.start : match.end]))  # "every pimple leaves a dot for months"
    near = text[match.start : match.end + 3]
    return match.owner == "sign:pigment_change" and any(a in {"after", "from", "by"} and b in _SPOTS_LEFT for a, b in pairwise(near))


_AS_USUAL = {("looks", "normal"), ("normal", "colour"), ("normal", "color"), ("look", "normal"), ("skin", "normal")}


def _usual_after_it(match: Match, text: Sequence[str]) -> bool:
    """A tattoo that turns frosty for minutes under the laser; tender, a little swollen, and the skin looks normal."""
    frost = match.owner in {"sign:skin_white_mottled", "sign:colour_change"} and "tattoo" in text and any(w.startswith("frost") for w in text) and bool({"minutes", "mins", "minute"} & set(text))
    calm = match.owner == "sign:hot_painful_swelling" and bool(_AS_USUAL & set(pairwise(text))) and not {"hot", "red", "fever", "pus", "spreading", "worse"} & set(text)
    return frost or calm


_TAGS = frozenset("tag tags skintag mole moles wart warts milia spot spots hair hairs nail nails dressing plaster stitches".split())


def _cut_off_a_tag(match: Match, text: Sequence[str]) -> bool:
    """"Can I cut off a skin tag with scissors": dangerous, but no wish to harm oneself."""
    near = text[max(0, match.start - 2) : match.end + 6]
    return match.owner == "sign:suicidal_self_harm" and "purpose" not in text[match.start : match.end] and any(w.startswith(("cut", "burn", "snip")) for w in text[match.start : match.end]) and bool(_TAGS & set(near))


_DYED = frozenset("brow brows eyebrow eyebrows hair lashes eyelashes beard roots blonde brown black".split())


def _dyes_hair(match: Match, text: Sequence[str]) -> bool:
    """"I want to die my brows": a tint, mistyped."""
    return match.owner == "sign:suicidal_self_harm" and text[match.end - 1 : match.end] == ["die"] and bool(_DYED & set(text[match.end : match.end + 3]))


_PEELED = frozenset("peel peels tca jessner phenol glycolic sunburn sunburnt sunburned".split())
_PEELING = frozenset("peeling".split())  # in French and Spanish a treatment, in English what skin does
_ILL = frozenset("sores ulcers ulcer blister blisters blistered fever feverish temperature fievre fiebre cloques ampollas aphtes llagas antibiotic antibiotics tablet tablets medicine medication pills lamotrigine minocycline doxycycline everywhere raw weeping oozing wet unwell ill agony painful bleeding".split())


def _peels_after_a_peel(match: Match, text: Sequence[str]) -> bool:
    """Skin that comes off in sheets after a peel or sunburn, without fever, sores, wet skin or a medicine, is peeling."""
    peeled = bool(_PEELED & set(text)) or (bool(_PEELING & set(text)) and bool({"peau", "piel"} & set(text)))
    sheets = bool({"sheets", "lambeaux", "tiras", "plaques", "pela"} & set(text[match.start : match.end + 4]))
    return match.owner in {"sign:skin_peeling_mouth_sores", "sign:burn_blisters"} and peeled and sheets and not _ILL & set(text)


_CUT = frozenset("facelift facelifts necklift lifting lift surgery operation bleph blepharoplasty".split())
_SUDDEN = frozenset("suddenly sudden droop droops drooping drooped droopy slurred slurring speech words arm leg hand crooked lopsided vision sight confused headache minutes hour".split())


def _numb_after_surgery(match: Match, text: Sequence[str]) -> bool:
    """A cheek or ear that is numb days and weeks after a facelift is no stroke; a face that drops or comes with anything else may be."""
    inside = set(text[match.start : match.end])
    numb = bool({"numb", "engourdi", "engourdie", "dormida", "dormido"} & inside) and (match.owner == "sign:face_droop_side" or (match.owner == "sign:limb_weakness" and "face" in inside))
    return numb and bool(_CUT & set(text)) and not _SUDDEN & set(text)


_INKED = frozenset("tattoo tattooed ink liner eyeliner pmu microblading microbladed tatouage tatuaje blush".split())
_ZAPPED = frozenset("laser lasered lasers picolaser picosure zapped switched session removal".split())
_HURT = frozenset("blister blisters blistered blistering pain painful agony hurts hurt raw oozing weeping pus hot swollen burnt burned dead dying open".split())


def _ink_darkens(match: Match, text: Sequence[str]) -> bool:
    """Lip liner and pale inks turn black or brown under the laser; the skin does not."""
    return match.owner in {"sign:skin_white_mottled", "sign:colour_change", "sign:burn_blisters"} and bool(_INKED & set(text)) and bool(_ZAPPED & set(text)) and bool({"black", "brown", "dark", "darker", "grey", "gray", "green"} & set(text)) and not _HURT & set(text)


_BEYOND = frozenset("huge massive enormous giant pus green smell smells smelly hot spreading spread spreads fever feverish unwell streak streaks raw grey gray leathery agony excruciating throbbing numb swollen face eye eyes eyelid brow brows eyebrow eyebrows lip lips outside around burst open popped worse infected".split())


_FLAT = frozenset("flat flattened gone dried settled healed".split())
_PAINLESS = frozenset({("no", "pain"), ("doesnt", "hurt"), ("dont", "hurt"), ("not", "painful"), ("not", "sore"), ("painless", END)})


def _blisters_of_ink_laser(match: Match, text: Sequence[str]) -> bool:
    """A blister in the first days where a tattoo was lasered is the usual course, if nothing worse is told; small ones that are flat and do not hurt are no herpes."""
    blister = any(w.startswith("blister") for w in text[match.start : match.end])
    flat = bool(_FLAT & set(text)) and bool(_PAINLESS & set(pairwise(text)))
    return (match.owner == "sign:burn_blisters" or (match.owner == "sign:grouped_blisters" and flat)) and blister and bool({"tattoo", "tattoos"} & set(text)) and bool(_ZAPPED & set(text)) and not _BEYOND & set(text)


_AT_ONCE = frozenset("once minutes minute mins straight immediately instantly seconds moment enseguida aussitot suite momento".split())
_LATER = frozenset("hier lendemain aujourdhui semaine semaines brun brune bruns brunes marron brunit noir noire noires brulait brule brulee cloques day days yesterday week weeks still grey gray gris next jours dias filler lip lips levre labio".split())


def _frosts(match: Match, text: Sequence[str]) -> bool:
    """A tattoo under the laser and TCA on the skin turn white within moments."""
    white = any(w.startswith(("frost", "white", "blanc", "blanch")) for w in text)
    return match.owner in {"sign:skin_white_mottled", "sign:colour_change", "sign:burn_blisters"} and white and bool({"tattoo", "tca", "tatouage", "tatuaje"} & set(text)) and bool(_AT_ONCE & set(text)) and not (_HURT | _LATER) & set(text)


_SLIMMED = {("weight", "loss"), ("losing", "weight"), ("lost", "weight"), ("perdi", "peso"), ("mucho", "peso"), ("perte", "poids"), ("ozempic", "face")}
_SLIMMERS = frozenset("ozempic mounjaro wegovy semaglutide tirzepatide glp1 marathon marathons dieting".split())


def _hollow_from_slimming(match: Match, text: Sequence[str]) -> bool:
    """Hollow cheeks from lost weight are no harm of a device that is only asked about."""
    return match.owner == "sign:dent_fat_loss" and (bool(_SLIMMED & set(pairwise(text))) or bool(_SLIMMERS & set(text)))


def _burnt_hairs(match: Match, text: Sequence[str]) -> bool:
    """"Burnt stubble", "singed hairs": the hairs of a laser, not the skin."""
    near = set(text[max(0, match.start - 4) : match.end + 2])
    return match.owner == "sign:burn_blisters" and bool((HAIRS | {"hairs", "pelitos", "pelo"}) & near) and not {"blister", "blisters", "blistered", "skin", "raw", "stripes", "stripe", "legs", "face"} & set(text[match.start : match.end])


_WARTS = frozenset("wart warts verruca verrucas verrue verrues verruga verrugas".split())
_INFECTED = frozenset("pus hot streak streaks fever fievre fiebre infected smells smell spreading agony chaud caliente".split())


def _blister_of_a_wart(match: Match, text: Sequence[str]) -> bool:
    """A frozen wart blisters, with blood too."""
    return match.owner in {"sign:burn_blisters", "sign:grouped_blisters", "sign:skin_white_mottled", "sign:colour_change", "sign:mole_change", "sign:grows_fast_or_bleeds", "sign:dark_blistered"} and bool(_WARTS & set(text)) and not _INFECTED & set(text) and not {"mole", "moles", "black"} & set(text)


_YOUNG = frozenset("yellow green hot streak streaks fever pus smell smells swollen spreading laser lasered removal painful weeks month months jaune vert amarillo verde fiebre fievre raw blister blisters blistered blistering".split())


def _new_tattoo(match: Match, text: Sequence[str]) -> bool:
    """A tattoo of the first days weeps clear fluid and ink."""
    clear = bool({"clear", "plasma", "ink", "clair", "transparent", "transparente", "claro"} & set(text))
    return match.owner in {"sign:burn_blisters", "sign:pus"} and clear and bool({"tattoo", "tatouage", "tatuaje"} & set(text)) and not _YOUNG & set(text)


def _butter_at_once(match: Match, text: Sequence[str]) -> bool:
    """The fat stands like a stick of butter for minutes after the cold."""
    return match.owner in {"sign:area_grew_after_freezing", "sign:area_bigger_firm"} and "butter" in text and bool((_AT_ONCE | {"massaged", "massage", "after"}) & set(text)) and bool({"massaged", "massage", "minutes", "straight", "immediately"} & set(text)) and not {"months", "month", "weeks"} & set(text)


_BITES = frozenset("tick ticks bullseye garrapata tique".split())


def _bitten_leg(match: Match, text: Sequence[str]) -> bool:
    """A red ring on the leg after a tick is no clot."""
    return match.owner in {"sign:leg_swelling", "sign:spreading_redness"} and bool(_BITES & set(text)) and not {"swollen", "calf", "hot", "fever"} & set(text[match.start : match.end])


_FACES = frozenset("face lip lips nose cheek cheeks temple forehead filler fillers botox chin jaw jawline tear under".split())


def _leg_veins(match: Match, text: Sequence[str]) -> bool:
    """Leg veins that were injected are no injection in the face."""
    return match.owner == "sign:named_injection" and bool({"vein", "veins", "sclerotherapy", "varices"} & set(text)) and not _FACES & set(text)


_NIPPLES = frozenset("nipple nipples areola areolas mamelons pezones".split())


def _nipples_of_pregnancy(match: Match, text: Sequence[str]) -> bool:
    """Nipples that darken in pregnancy are no mole that changes."""
    return match.owner == "sign:mole_change" and bool(_NIPPLES & set(text)) and any(w.startswith(("pregnan", "enceinte", "embaraz")) for w in text) and not {"spot", "mole", "bleeds", "bleeding", "scaly", "lump", "one", "crusty", "grows"} & set(text)


def _looks_burnt(match: Match, text: Sequence[str]) -> bool:
    """"Looks burnt. No wet bits, no pain": dots and crusts days after a laser."""
    calm = set(pairwise(text))
    dry = bool({("no", "wet"), ("not", "wet"), ("no", "blisters"), ("not", "blistered"), ("no", "blister")} & calm)
    return match.owner == "sign:burn_blisters" and bool({"looks", "look"} & set(text[match.start : match.end])) and ("no", "pain") in calm and dry


_EVEN = frozenset({("both", "sides"), ("both", "the"), ("sides", "the"), ("same", "both")})


def _numb_and_even(match: Match, text: Sequence[str]) -> bool:
    """"Face still numb two weeks after it, I can smile and blink the same on both sides"."""
    numb = "numb" in text[match.start : match.end] and match.owner in {"sign:face_droop_side", "sign:limb_weakness", "sign:nerve_weakness_face"}
    return numb and bool({"smile", "blink"} & set(text)) and bool(_EVEN & set(pairwise(text))) and bool({"weeks", "week", "months"} & set(text))


_BLUISH = frozenset("blue blueish bluish grey gray greyish grayish".split())
_UNDER_EYES = frozenset({("tear", "trough"), ("tear", "troughs"), ("under", "eye"), ("under", "eyes"), ("under", "my"), ("undereye", "filler"), ("inner", "corner")})
_HURTS = frozenset("pain painful hurts hurt sore cold numb white blotchy sight vision blurry blind spreading dusky black minutes hours hour".split())


def _shines_through(match: Match, text: Sequence[str]) -> bool:
    """Filler under the eye that shines bluish for weeks, without pain, is too near the surface and blocks no vessel."""
    later = bool({"weeks", "wks", "months", "month", "year", "years"} & set(text))
    return match.owner in {"sign:colour_change", "sign:skin_white_mottled"} and later and bool(_BLUISH & set(text[match.start : match.end])) and bool(_UNDER_EYES & set(pairwise(text))) and not _HURTS & set(text)


_CLOSED = frozenset({("it", "healed"), ("has", "healed"), ("healed", "but"), ("closed", "over"), ("all", "healed"), ("healed", "now"), ("since", "healed")})
_OPEN = frozenset("oozing weeping raw pus open blisters hot spreading fever yesterday today tonight hours".split())


def _healed_since(match: Match, text: Sequence[str]) -> bool:
    """"Three weeks ago, it healed but there is a dark band from the burn": a burn that has closed."""
    return match.owner == "sign:burn_blisters" and bool(_CLOSED & set(pairwise(text))) and bool({"weeks", "months", "month", "year", "years"} & set(text)) and not _OPEN & set(text)


_LIKENING = frozenset("like than as unlike comme pareil como".split())


def only_likened(match: Match, text: Sequence[str]) -> bool:
    """Tell whether isotretinoin is named only to compare a retinoid on the skin with: "is the cream like the Accutane tablets".

    Args:
        match: a match of any owner.
        text: the words that it was found in.
    """
    return match.owner in {"sign:on_isotretinoin", "condition:isotretinoin_now"} and bool(_LIKENING & set(text[max(0, match.start - 2) : match.start])) and bool(_RETINOIDS & set(text[: match.start]))


# "Blood pressure", also in French and Spanish, and the words that tell of a chest all the same.
_OF_BLOOD = frozenset({("blood", "pressure"), ("pression", "arterielle"), ("presion", "arterial"), ("presion", "alta"), ("presion", "sanguinea")})
_MEANT_FOR_BLOOD = frozenset({("para", "la", "presion"), ("de", "la", "presion")})
_IN_THE_CHEST = frozenset("pain pains painful hurts hurting tight tightness heavy heaviness crushing squeezing stabbing sharp breath breathe breathing arm jaw dizzy sweating faint mal douleur douleurs oppression serre respire dolor duele opresion aprieta aire respirar brazo mareo sudor".split())


def _pressure_of_blood(match: Match, text: Sequence[str]) -> bool:
    """"Sun damage on my chest, and on blood pressure tablets": a pressure of the blood, where nothing else is told of the chest."""
    here = text[max(0, match.start - 2) : match.end + 1]
    of_blood = bool(_OF_BLOOD & set(pairwise(here))) or bool(_MEANT_FOR_BLOOD & set(zip(here, here[1:], here[2:], strict=False)))
    told = [w for w in text if w in {"pressure", "pression", "presion"}]
    return match.owner == "sign:chest_pain" and of_blood and len(told) == 1 and not _IN_THE_CHEST & set(text)


_JUST_NOW = frozenset({("mins", "ago"), ("minutes", "ago"), ("min", "ago"), ("minute", "ago"), ("hour", "ago"), ("minutes", "after"), ("mins", "after"), ("just", "had"), ("straight", "after"), ("right", "after")})


def _bumps_of_the_needle(match: Match, text: Sequence[str]) -> bool:
    """Bumps some minutes after an injection are the fluid; late lumps come after days at the soonest."""
    later = {"days", "weeks", "months", "wks", "week", "month", "year", "years", "growing", "still"} & set(text)
    return match.owner in {"sign:late_lumps", "sign:lump_soon"} and bool(_JUST_NOW & set(pairwise(text))) and not later


_DO_NOT_ANSWER = frozenset("injector clinic doctor nurse salon surgery they dermatologist practice office phone place receptionist beautician artist".split())


def _nobody_answers(match: Match, text: Sequence[str]) -> bool:
    """"My injector isn't answering": the phone, and nobody is unconscious."""
    return match.owner == "sign:unresponsive" and any(word.startswith(("answer", "respond", "react")) for word in text[match.start : match.end]) and bool(_DO_NOT_ANSWER & set(text[max(0, match.start - 3) : match.start]))


def _at_the_screen(match: Match, text: Sequence[str]) -> bool:
    """"I can't look at my phone": the eye, and no horror of one's looks."""
    return match.owner == "sign:appearance_distress" and bool({"phone", "screen", "laptop", "computer", "lights", "light"} & set(text[match.start : match.end + 3]))


_STATES = frozenset({"area", "patch", "to", "spot", "lip", "nose", "cheek", "skin", "feeling", "tip", "and"})


def _a_cold(match: Match, text: Sequence[str]) -> bool:
    """"They swell when I have a cold": the illness, and no cold skin."""
    near = text[match.start : match.end + 1]
    ill = any(a in {"a", "had", "bad", "my"} and b == "cold" and c not in _STATES for a, b, c in zip(near, near[1:], (*near[2:], END), strict=False))
    return match.owner in {"sign:colour_change", "sign:cold_area", "sign:skin_white_mottled"} and ill and near.count("cold") == 1


_WAXED = frozenset("wax waxed waxing waxer waxers cire cera".split())
_TORN = frozenset("ripped tore torn took pulled lifted arrache arranco".split())


def _torn_by_wax(match: Match, text: Sequence[str]) -> bool:
    """A patch from which wax tore the skin is a graze and no burn, unless the wax was hot or it blisters."""
    return match.owner == "sign:burn_blisters" and bool(_WAXED & set(text)) and bool(_TORN & set(text)) and ("hot", "wax") not in pairwise(text) and not {"burn", "burnt", "burned", "blister", "blisters", "blistered", "weeping", "oozing", "pus", "face", "eye", "eyelid"} & set(text)


def _lump_feared_cancer(match: Match, text: Sequence[str]) -> bool:
    """"Scared that the soft lump in my lip from filler is cancer": the filler, and no mole."""
    return match.owner == "sign:mole_change" and "cancer" in text[match.start : match.end] and bool({"filler", "fillers"} & set(text)) and bool({"lump", "lumps", "bump"} & set(text)) and not {"mole", "spot", "freckle", "growing", "grows", "bleeds", "bleeding", "dark", "brown", "months", "hard"} & set(text)


LOOKS_LIKE: tuple[Callable[[Match, Sequence[str]], bool], ...] = (
    _raw_not_burnt, _blister_of_freezing, _marks_of_acne, _not_sore, _cut_off_a_tag, _dyes_hair, _usual_after_it, _peels_after_a_peel, _numb_after_surgery, _ink_darkens, _frosts, _hollow_from_slimming, _burnt_hairs, _blister_of_a_wart, _new_tattoo, _butter_at_once, _bitten_leg, _leg_veins, _nipples_of_pregnancy, _looks_burnt, _numb_and_even, _shines_through, _healed_since, only_likened, _pressure_of_blood, _bumps_of_the_needle, _nobody_answers, _at_the_screen, _a_cold, _torn_by_wax, _lump_feared_cancer, *ILL_BEFORE, *KNOWN_BEFORE, *GROWN_SCAR, _blisters_of_ink_laser, *THERE_BEFORE,
)
