"""Harm that is told as past: healed long ago, somebody's that was put right, or asked about and denied at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match, sentence_of
from skinproof.catalogue.text import END, opening

_LASTS = frozenset(f"sign:{name}" for name in (
    "late_lumps lump_many_months mole_change named_one_changed sore_not_healing low_mood implant_grows on_isotretinoin pregnant mind_unwell pigment_change dent_fat_loss hard_raised_line scarring_hair_loss area_grew_after_freezing area_bigger_firm blue_grey_specks lumps_in_tattoo breast_change pearly_spot growing_ring round_face visual_snow"
).split())
_NAMES = ("sign:named_", "sign:on_", "sign:acid_at", "sign:self_injected", "sign:reused", "sign:shared", "sign:had_at")
_NOW = frozenset(
    "today tonight yesterday suddenly still again keeps worse spreading growing hour hours minute minutes currently ongoing back returned returns recurs weeping oozing oozes throbbing yet "
    "hier encore toujours revient revenu revenue soudain empire heures hoy ayer todavia aun sigue vuelve vuelto volvio empeora hora horas heure minuto minutos otra".split()
)
_SINCE = {("since", "then"), ("ever", "since"), ("back", "then"), ("so", "far"), ("years", "back"), ("yrs", "back"), ("year", "back")}
_YEAR = re.compile(r"(?:19[5-9]\d|20[01]\d|202[0-5])")
_SEASONS = frozenset("year summer spring winter autumn fall january february march april may june july august september october november december".split())
_AGO = frozenset("years yrs year summers winters decades ans anos decada decadas".split())
_MONTHS = _SEASONS - {"year", "summer", "spring", "winter", "autumn", "fall", "may"}


_LAST = {("l", "an"), ("annee", "derniere"), ("ano", "pasado"), ("last", "month"), ("mois", "dernier"), ("mes", "pasado")}


def dated(told: Sequence[str]) -> bool:
    """"In 2020", "three years ago", "last summer", "in March", "il y a deux ans", "hace dos años"."""
    pairs = set(pairwise(told))
    ago = any(a in _AGO and b in {"ago", "back"} for a, b in pairs) or (bool(_AGO & set(told)) and bool({("y", "a"), ("il", "a")} & pairs or {"hace"} & set(told)))
    year = any(a in {"in", "en", "of", "back"} and _YEAR.fullmatch(b) for a, b in pairs)
    season = any(a in {"last", "in"} and b in _SEASONS - ({"year", "may"} if a == "in" else set()) for a, b in pairs) or bool(_LAST & pairs)
    return ago or year or season


_OVER = frozenset("healed gone resolved cleared cured recovered settled faded gueri guerie gueris disparu disparue resorbe curado curada curo cerrado resuelto".split())
_TRACES = frozenset("mark marks scar scars trace pale brown line stain tache taches marque cicatrice mancha manchas marca cicatriz".split())
_WAS = frozenset("had was were got left had been drained burnt burned eu ete tuve hubo tenia infecte infectee infecte infecto quemo quede quedo lanced opened".split())
_ASKS = frozenset("can could may should what which how when is would do will puis peut dois que quel quelle quels comment quoi quand puedo puede debo cual como cuando quien otro otra".split())


def _healed_long_ago(match: Match, text: Sequence[str]) -> bool:
    """"I had an abscess from filler in 2020, can I be injected again": dated as past, told in the past, and nothing of now is told."""
    told = sentence_of(match, text)
    if match.owner in _LASTS or match.owner.startswith(_NAMES) or match.owner == "sign:suicidal_self_harm":
        return False
    if _goes_on(text) or _dates_the_treatment(match, text) or dates_an_illness(match, text):
        return False
    left = match.owner == "sign:burn_blisters" and bool(_LEFT & set(pairwise(text)))  # "it is a pale line now"
    ended = bool(_OVER & set(text)) or bool(_TRACES & set(text)) or bool(_WAS & set(told)) or bool((_WELL_AGAIN | _IS_OVER) & set(pairwise(text)))
    return (left or dated(told)) and ended and not _now_hurts(text)


_TREATED = frozenset("filler fillers botox toxin injection injections jab jabs laser threads peel lipo relleno hilos inyeccion inyecciones injections fils".split())
_WAS_DONE = frozenset("was were done had got puse hice eu fait".split())
_WHOSE_OR_WHERE = frozenset("my the a her nose lip lips cheek cheeks chin jaw jawline forehead".split())
_CAUSE = frozenset("after from following since by of tras despues apres".split())


def _dates_the_treatment(match: Match, text: Sequence[str]) -> bool:
    """"Lip hot and fat, filler was in March": the date is that of the treatment, and the sign is told without one."""
    told = sentence_of(match, text)
    behind = text[match.end : opening(text, match.start) + len(told)]
    ahead = text[opening(text, match.start) : match.end]
    place = next((n for n, word in enumerate(behind) if word in _TREATED), None)
    before = [word for word in behind[max(0, place - 3) : place] if word not in _WHOSE_OR_WHERE] if place else []
    if place is None or _WAS & set(ahead) or dated(ahead) or _CAUSE & set(before[-1:]):
        return False
    return dated(behind[place:]) and bool(_WAS_DONE & set(behind[max(0, place - 3) : place + 3]))


_ILL_THEN = frozenset("stroke strokes tia attack infarct infarction cancer surgery operation bypass seizure fit embolism clot sepsis avc ictus infarto infarctus derrame operacion cirugia".split())
_NEAR = 4  # words


def dates_an_illness(match: Match, text: Sequence[str]) -> bool:
    """Tell whether the date before a sign is that of an illness, and a treatment came between: "stroke in 2010, had botox on Monday and now I have trouble swallowing".

    Args:
        match: the sign.
        text: the words that it was found in.
    """
    ahead = text[: match.start]
    ill = [n for n, word in enumerate(ahead) if word in _ILL_THEN]
    return any(dated(ahead[n : n + _NEAR]) and bool(_TREATED & set(ahead[n + 1 :])) for n in ill)


_LEFT = {("line", "now"), ("mark", "now"), ("scar", "now"), ("mark", "left"), ("now", "scar")}
_ONCE_MORE = frozenset("again encore otra".split())
_WELL_AGAIN = {("normal", "again"), ("fine", "again"), ("well", "again"), ("flat", "again"), ("ok", "again")}
_IS_OVER = {("est", "fini"), ("c", "fini"), ("est", "passe"), ("ya", "paso"), ("went", "down"), ("gone", "down")}


def _goes_on(text: Sequence[str]) -> bool:
    """Whether a word tells of now; "filler again?" asks of another time."""
    now = _NOW & set(text)
    if now <= {"back"} and _SINCE & set(pairwise(text)):
        return False
    return bool(now - _ONCE_MORE) or any(not (_ASKS & set(said) or len(said) <= _SHORT) for said in _sentences(text) if _ONCE_MORE & set(said) and not _WELL_AGAIN & set(pairwise(said)))


_SHORT = 4


def _sentences(text: Sequence[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for word in text:
        if word == END:
            found.append([])
        else:
            found[-1].append(word)
    return found


_HURTS = frozenset("hurts hurting painful pain swollen hot pus fever bleeds bleeding red sore aches douleur gonfle chaud pus fievre saigne duele hinchado caliente fiebre sangra".split())


def _now_hurts(text: Sequence[str]) -> bool:
    """"Now it is red and hot": what is told behind a now."""
    place = next((n for n, word in enumerate(text) if word in {"now", "maintenant", "ahora"}), None)
    return place is not None and bool(_HURTS & set(text[place : place + 9]))


_KIN = frozenset("friend friends sister cousin colleague coworker neighbour neighbor mum mom mother aunt mate brother amie ami copine soeur cousine collegue voisine mere amiga amigo hermana prima colega vecina madre tia".split())
_RIGHT = {
    ("shes", "fine"), ("is", "fine"), ("is", "ok"), ("is", "okay"), ("is", "well"), ("shes", "ok"), ("hes", "fine"), ("was", "fine"), ("now", "fine"), ("fine", "now"), ("dans", "ordre"), ("l", "ordre"), ("va", "bien"), ("esta", "bien"), ("se", "resolvio"), ("se", "soluciono"),
    ("all", "good"), ("all", "fine"), ("recovered", "fully"), ("fully", "recovered"), ("was", "dissolved"), ("they", "dissolved"), ("shes", "well"), ("hes", "well"),
}


def _put_right(match: Match, text: Sequence[str]) -> bool:
    """"My friend's lip went white during filler, they dissolved it, she's fine": somebody's, and put right."""
    if not _RIGHT & set(pairwise(text)):
        return False
    before = {word.removesuffix("s") if word.removesuffix("s") in _KIN else word for word in text[opening(text, match.start) : match.end]}
    if match.owner in _LASTS or _was_fine_before(text) or _SAYS & set(text):
        return False
    ongoing = any(word in _NOW and not (word in _TODAY and before_it in _FINE) for before_it, word in pairwise(["", *text]))
    theirs = _KIN & before and not but_mine(match, text)
    return bool(theirs) and not ongoing


_MINE = {("but", "mine"), ("but", "my"), ("but", "me"), ("but", "i"), ("mine", "has"), ("mine", "is"), ("mine", "went"), ("mine", "turned"), ("a", "mi"), ("mais", "moi"), ("mais", "ma"), ("mais", "mon"), ("pero", "yo"), ("pero", "mi")}


def but_mine(match: Match, text: Sequence[str]) -> bool:
    """Tell whether what is one's own stands before a match: "she was fine, but mine has turned white".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    return bool(_MINE & set(pairwise(text[opening(text, match.start) : match.end])))


_SAYS = frozenset("says say thinks insists dit pense dice cree".split())  # "she says she's fine" is her guess
_TODAY = frozenset("today hoy now".split())
_FINE = frozenset("well fine ok okay good bien".split())


def _was_fine_before(text: Sequence[str]) -> bool:
    """"He was fine before": then it is not over."""
    return bool({("fine", "before"), ("fine", "until"), ("well", "before"), ("fine", "till"), ("not", "fine"), ("isnt", "fine"), ("ok", "before")} & set(pairwise(text)))


def _asked_and_denied(match: Match, text: Sequence[str]) -> bool:
    """"Fever? No.": asked and denied at once."""
    end = next((n for n in range(match.end, min(match.end + 4, len(text))) if text[n] == END), None)
    return end is not None and list(text[end + 1 : end + 2]) in (["no"], ["non"], ["nope"]) and (len(text) <= end + 2 or text[end + 2] == END) and match.owner != "sign:suicidal_self_harm"


_WELL = {("im", "well"), ("am", "well"), ("well", "now"), ("well", "since"), ("fine", "now"), ("im", "fine"), ("am", "fine"), ("shes", "well"), ("hes", "well"), ("is", "well"), ("is", "fine"), ("shes", "fine"), ("hes", "fine"), ("now", "and"), ("well", "for"), ("vais", "bien"), ("va", "bien"), ("estoy", "bien"), ("esta", "bien"), ("now", "well"), ("now", "fine"), ("fully", "recovered"), ("good", "now"), ("and", "happy"), ("im", "happy"), ("am", "happy"), ("now", "happy"), ("fine", "since"), ("good", "since"), ("wholly", "well")}
_TEENS = {("my", "teens"), ("my", "twenties"), ("a", "teen"), ("a", "teenager"), ("teenage", "years"), ("l", "adolescence"), ("mon", "adolescence"), ("mi", "adolescencia"), ("la", "adolescencia")}
_YOUNG = {("as", "a"), ("in", "college"), ("at", "school"), ("in", "school"), ("at", "university"), ("at", "uni"), ("ans", "j"), ("a", "los"), ("de", "joven")}
_LOW_NOW = frozenset("again back since still lately recently week weeks worse return returned returning now_low tonight struggling relapse relapsed encore revient revenues revenu depuis vuelto vuelven otra ultimamente".split())


def once_low_and_well(match: Match, text: Sequence[str]) -> bool:
    """"I was suicidal at 17, I'm 34 now and fine": thoughts that are told as long past by somebody who is told to be well."""
    if match.owner not in {"sign:suicidal_self_harm", "sign:low_mood", "aftermath:isotretinoin_mood"}:
        return False
    told = sentence_of(match, text)
    aged = any(a in {"at", "when", "a", "los", "was", "avais"} and b.isdigit() and int(b) < _GROWN for a, b in pairwise(told))
    past = bool({"had", "was", "felt", "eu", "tuve", "etais", "estuve", "were", "harmed", "wanted", "tried"} & set(told)) and (aged or dated(told) or dated(text) or bool((_YOUNG | _TEENS) & set(pairwise(told))))
    return past and bool(_WELL & set(pairwise(text))) and not _low_now(text) and not _was_fine_before(text) and not _not_well(text) and not _still_young(text) and not (_OF_LATE | _DRAWN) & set(text)


_GROWN = 26


def _low_now(text: Sequence[str]) -> bool:
    """Whether it is told to go on or to have come back; "could I still take it" is none of that."""
    told = [word for before, word in pairwise(["", *text]) if not (word == "since" and before in _GOOD)]  # "all well since"
    return any(_LOW_NOW & set(said) and not (said[0] in _ASKS and _LOW_NOW & set(said) <= {"still"}) for said in _sentences(told) if said)


_OF_LATE = frozenset("tonight yesterday today night monday tuesday wednesday thursday friday saturday sunday morning pills tablets counted counting saved rope blade knife bridge goodbye hier soir ayer anoche noche pastillas cachets".split())
_GOOD = frozenset("well fine good happy stable".split())
_NOT_GROWN = 21


def _still_young(text: Sequence[str]) -> bool:
    """"As a teen", told by somebody of seventeen, is not long ago."""
    return any(a in {"im", "am", "aged", "ai", "tengo"} and b.isdigit() and int(b) < _NOT_GROWN for a, b in pairwise(text))


def _not_well(text: Sequence[str]) -> bool:
    return bool({("not", "well"), ("not", "fine"), ("isnt", "well"), ("arent", "well"), ("isnt", "fine"), ("unwell", END), ("pas", "bien"), ("no", "estoy"), ("not", "ok"), ("but", "the"), ("but", "now")} & set(pairwise(text)))


_HARMED_ONESELF = frozenset("harm harming harmed selfharm selfharming selfharmed autolesion autolesiones automutilation automutilations scarification scarifications".split())
_SCARRED = frozenset("scar scars marks cicatrice cicatrices cicatriz marques marcas".split())
_OLD = frozenset("old older healed faded ancienne anciennes vieilles antiguas antigua viejas curadas".split())
_FRESH = frozenset("fresh new recent recently last yesterday tonight today hier ayer anoche".split())


_CUTTING = frozenset("cutting cut burning coupures cortes".split())
_BEHIND_ME = {("long", "over"), ("long", "past"), ("long", "stopped"), ("long", "behind"), ("fully", "recovered"), ("used", "to")}
_DRAWN = frozenset("urge urges tempted relapse relapsed craving slip slipped sometimes occasionally".split())


def _old_scars_of_self_harm(match: Match, text: Sequence[str]) -> bool:
    """"Healed self-harm scars from ten years ago, which laser", "scars from cutting in my teens, recovered": the scars are asked about, and they are old."""
    said = set(text[match.start : match.end])
    young = bool(_TEENS & set(pairwise(text)))
    behind = young and (bool(_BEHIND_ME & set(pairwise(text))) or bool({"recovered", "guerie", "recuperada"} & set(text)))
    if match.owner not in {"sign:suicidal_self_harm", "sign:self_harm_told"} or not (_HARMED_ONESELF & said or (behind and _CUTTING & said)):
        return False
    old = bool(_OLD & set(text)) or bool(_AGO & set(text)) or behind
    return old and bool(_SCARRED & set(text)) and not _low_now(text) and not (_FRESH | _DRAWN) & set(text) and not _not_well(text) and not _still_young(text)


PETS = frozenset("dog dogs cat cats puppy kitten pup kitty chien chat perro gata gato perra chienne chatte".split())
_VET = frozenset("vet vets veterinaire veterinario veterinaria".split())


def _seen_by_a_vet(match: Match, text: Sequence[str]) -> bool:
    """"My dog licked my tretinoin, he's fine per the vet": seen, and well."""
    return match.owner in {"sign:child_swallowed", "sign:swallowed_product"} and bool(PETS & set(text)) and bool(_VET & set(text)) and bool((_RIGHT | {("doing", "fine"), ("he", "fine")}) & set(pairwise(text)))


_REMOVED = frozenset("removed excised cut taken shaved biopsied retire enleve quitado extirpado".split())
_WELL_HEALED = {("healed", "well"), ("healed", "fine"), ("healed", "nicely"), ("bien", "cicatrise"), ("curo", "bien"), ("flat", "scar")}


def _mole_out_and_healed(match: Match, text: Sequence[str]) -> bool:
    """"My mole was removed in March, it bled a bit that day, healed well": gone, and nothing came back."""
    return match.owner in {"sign:mole_change", "sign:grows_fast_or_bleeds", "sign:sore_not_healing"} and bool(_REMOVED & set(text)) and bool(_WELL_HEALED & set(pairwise(text))) and not _NOW & set(text)


LONG_HEALED: tuple[Callable[[Match, Sequence[str]], bool], ...] = (
    _healed_long_ago, _put_right, _asked_and_denied, once_low_and_well, _old_scars_of_self_harm, _seen_by_a_vet, _mole_out_and_healed,
)
