"""Signs that a French text speaks of and does not tell as happening: long past, read of, asked about, or denied behind the verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match, sentence_of
from skinproof.catalogue.text import END, opening
from skinproof.question.denial import VERBS_DENIED
from skinproof.question.long_healed import but_mine
from skinproof.question.now_and_own import LASTS

_SELF = frozenset("je j jai jme jsuis mon ma mes me m moi suis ai notre nos on".split())
_NOW = frozenset("depuis hier aujourdhui matin soir maintenant soudain soudainement coup heures heure minutes demain nuit".split())
_YEARS = frozenset("deux trois quatre cinq six sept huit neuf dix douze quinze vingt trente quelques plusieurs des".split())


_OLD_YEARS = (1970, 2024)


def _years_ago(sentence: Sequence[str]) -> bool:
    """Whether a sentence tells of years ago: "il y a trois ans", "ya des années", "ya une dizaine d'années", "à 12 ans"."""
    for place, word in enumerate(sentence):
        if word in {"ans", "annees"} and place:
            before = sentence[max(0, place - 5) : place]
            many = before[-1] in _YEARS or (before[-1].isdigit() and before[-1] != "1") or before[-2:] in (["dizaine", "d"], ["vingtaine", "d"], ["quinzaine", "d"])
            if many and "depuis" not in before and ("ya" in before or ("y", "a") in pairwise(before)):
                return True
    if any(a == "en" and b.isdigit() and _OLD_YEARS[0] <= int(b) <= _OLD_YEARS[1] for a, b in pairwise(sentence)):
        return True  # "une phlébite en 2009"
    return bool({("quand", "j"), ("quand", "jetais"), ("etant", "petite"), ("etant", "enfant"), ("etant", "ado")} & set(pairwise(sentence))) and "etais" in sentence


_ENDED = frozenset(
    {("nickel", "depuis"), ("ras", "depuis"), ("impeccable", "depuis"), ("rien", "depuis"), ("souci", "depuis"), ("soucis", "depuis"), ("probleme", "depuis"), ("sans", "souci"), ("sans", "soucis"), ("sans", "trace"), ("sans", "sequelle"), ("sans", "suite"), ("aucun", "souci"), ("aucune", "trace"),
     ("tout", "parti"), ("est", "parti"), ("bien", "gueri"), ("bien", "guerie"), ("aucun", "reste"), ("mini", "cicatrice"), ("petite", "cicatrice"), ("tout", "gueri"), ("tres", "bien"), ("une", "marque"), ("jamais", "revenu"), ("plus", "jamais"), ("parti", "seul"), ("passe", "seul")}
)


def _long_over(match: Match, text: Sequence[str]) -> bool:
    """"Ya une dizaine d'années ma gorge a gonflé après un gommage, rien depuis": told as years ago, and as over."""
    if match.owner in LASTS:
        return False
    pairs = list(pairwise(text))
    fresh = any(word in _NOW and (text[n - 1], word) not in _ENDED for n, word in enumerate(text) if n)
    adult = "adulte" in text and any(a == "a" and b.isdigit() and c == "ans" for a, b, c in zip(text, text[1:], text[2:], strict=False))
    return (adult or not fresh) and bool(_ENDED & set(pairs)) and (adult or _years_ago(sentence_of(match, text)))


_AGES = 100


def _at_an_age(match: Match, text: Sequence[str]) -> bool:
    """"De l'urticaire à 16 ans, parti avec un antihistaminique. Là j'ai 30 ans"."""
    ages = [(a, int(b)) for a, b, c in zip(text, text[1:], text[2:], strict=False) if b.isdigit() and c == "ans" and int(b) < _AGES]
    sentence = sentence_of(match, text)
    then = [b for a, b in ages if a == "a" and str(b) in sentence]
    now = [b for a, b in ages if a in {"ai", "jai"}]
    return match.owner not in LASTS and bool(then and now) and min(then) + 3 <= max(now) and not {"toujours", "encore", "depuis"} & set(sentence)


_KIN = frozenset("mamie mamy papi papy maman papa mere pere grand tante oncle soeur frere cousin cousine voisine voisin collegue copine amie belle beau".split())


def _kin_long_ago(match: Match, text: Sequence[str]) -> bool:
    """"Ma mamie a fait un AVC ya des années" befell her, long ago."""
    start = opening(text, match.start)
    sentence = sentence_of(match, text)
    past = _years_ago(sentence) or bool({("an", "dernier"), ("annee", "derniere")} & set(pairwise(sentence)))
    return bool(_KIN & set(text[start : match.end])) and past and not but_mine(match, text) and not {"depuis", "hier", "aujourdhui", "toujours", "encore", "maintenant"} & set(text[start : match.end])


_READ = frozenset({("jai", "lu"), ("ai", "lu"), ("a", "lu"), ("lu", "que"), ("lu", "qu"), ("lu", "un"), ("lu", "des"), ("entendu", "que"), ("entendu", "parler"), ("passage", "dans"), ("vu", "une"), ("un", "reportage"), ("un", "article"), ("un", "documentaire"), ("infos", "que"), ("notice", "dit"), ("notice", "parle"), ("sur", "tiktok"), ("une", "video"), ("l", "episode"), ("les", "avis")})


def _read_about(match: Match, text: Sequence[str]) -> bool:
    """"J'ai lu que des gens sont devenus suicidaires": what is read of is not what one has."""
    start = opening(text, match.start)
    told = text[start : match.end]
    place = max((n for n, pair in enumerate(pairwise(told)) if pair in _READ), default=None)
    return place is not None and not (_SELF | _NOW) & set(told[place + 2 :])


def _told_of_another(match: Match, text: Sequence[str]) -> bool:
    """"Ma collègue dit que sa tante a eu l'oeil tombant": told by one of another, and not of now."""
    told = text[opening(text, match.start) : match.end]
    heard = any(a in {"dit", "raconte"} and b in {"que", "qu"} and c in {"sa", "son", "la", "une"} and d in _KIN for a, b, c, d in zip(told, told[1:], told[2:], told[3:], strict=False))
    return heard and not _NOW & set(text)


_QUESTIONED = frozenset({("lu", "quelque"), ("vu", "quelque"), ("entendu", "quelque")})


def _asked_of_a_kind(match: Match, text: Sequence[str]) -> bool:
    """"La crème anesthésiante rend les lèvres bleues ?? lu quelque part": asked of what a product does."""
    sentence = sentence_of(match, text)
    return bool(_QUESTIONED & set(pairwise(text))) and not (_SELF | _NOW) & set(sentence)


_IF = frozenset({("quoi", "si"), ("passe", "si"), ("arrive", "si"), ("et", "si"), ("risque", "quoi"), ("risques", "de"), ("risque", "de"), ("signes", "d"), ("signes", "de"), ("eviter", "de"), ("peur", "d"), ("peur", "de"), ("terrifiee", "d"), ("terrifiee", "de"), ("terrifie", "d"), ("flippe", "de"), ("crainte", "de")})
_HAD = frozenset("depuis hier aujourdhui matin soir maintenant jai ai suis jsuis a tous toutes".split())


def _only_feared(match: Match, text: Sequence[str]) -> bool:
    """"Il se passe quoi si le peeling va dans l'oeil", "c'est quoi les signes d'une occlusion": nothing has happened."""
    if match.owner in {"sign:suicidal_self_harm", "sign:low_mood"}:
        return False
    before = text[max(opening(text, match.start), match.start - 8) : match.start + 1]
    place = max((n for n, pair in enumerate(pairwise(before)) if pair in _IF), default=None)
    return place is not None and not _HAD & set(sentence_of(match, text))


_LISTS = frozenset({("d", "alerte"), ("appeler", "si"), ("consulter", "si"), ("rappeler", "si"), ("surveiller", "si"), ("urgences", "si"), ("signes", "a"), ("revenir", "si")})


def _a_list(match: Match, text: Sequence[str]) -> bool:
    """"Quels signes d'alerte mettre sur ma fiche: fièvre, pus", "appeler si fièvre, oeil qui sort. J'ai rien de tout ça"."""
    start = opening(text, match.start)
    listed = bool(_LISTS & set(pairwise(text[start : match.end])))
    asked = bool({"quels", "quelles", "lister", "mettre", "ajouter"} & set(sentence_of(match, text)))
    none = bool({("va", "bien"), ("rien", "de"), ("aucun", "de"), ("rien", "eu")} & set(pairwise(text)))
    return listed and (asked or none) and not {"mais", "sauf"} & set(text[match.end :])


_MAY = frozenset({("peut", "me"), ("peut", "te"), ("peut", "faire"), ("peut", "rendre"), ("peut", "donner"), ("peuvent", "faire"), ("pourrait", "faire"), ("pourrait", "l"), ("peut", "avaler"), ("vrai", "que"), ("vrai", "qu"), ("on", "peut")})


def _asked_in_general(match: Match, text: Sequence[str]) -> bool:
    """"La crème anesthésiante peut me faire tomber dans les pommes ?", "c'est vrai qu'on peut faire une overdose"."""
    before = text[max(opening(text, match.start), match.start - 6) : match.start + 1]
    told = (_SELF - {"me", "m", "on"}) | _NOW
    return match.owner not in LASTS and bool(_MAY & set(pairwise(before))) and not {"plus", "pas"} & set(before) and not told & set(sentence_of(match, text))


_DENIES, _BETWEEN = frozenset("pas sans ni aucun aucune jamais".split()), frozenset("de d du plus tres trop aucun aucune".split())
_DENIED = frozenset(
    {"sign:leg_swelling", "sign:face_swelling", "sign:fever_unwell", "sign:spreading_redness", "sign:pus", "sign:hot_painful_swelling", "sign:burn_blisters", "sign:grouped_blisters", "sign:hives_spreading",
     "sign:heavy_bleeding", "sign:lip_swelling_big", "sign:blisters_near_eye", "sign:swells_hard_fast", "sign:skin_peeling_mouth_sores", "sign:eye_pain", "sign:severe_pain"}
)
_DOES = frozenset("suinte suintent coule coulent saigne saignent brule brulent gonfle gratte grattent pique".split())


def _denied_inside(match: Match, text: Sequence[str]) -> bool:
    """"La jambe est pas gonflée", "autour de la bouche, pas de cloque", "ça suinte plus": the no stands inside or behind."""
    if match.owner not in _DENIED:
        return False
    inside = text[match.start : match.end]
    last = list(inside[-3:-1])
    place = next((n for n in (len(inside) - 2, len(inside) - 3) if n >= 0 and inside[n] in _DENIES), None)
    no = place is not None and (last[-1] in _DENIES or last[-1] in _BETWEEN) and (place == 0 or inside[place - 1] not in VERBS_DENIED)  # but "arrête pas de saigner"
    near = text[match.start : match.end + 2]
    done = any(a in _DOES and b in {"plus", "pas"} and c not in {"que", "qu", "en", "fort"} for a, b, c in zip(near, near[1:], (*near[2:], END), strict=False))
    return no or (done and match.owner in {"sign:burn_blisters", "sign:pus", "sign:heavy_bleeding"})


_TO_BREATHE = frozenset({("la", "peau"), ("ma", "peau"), ("sa", "peau"), ("les", "pores"), ("mes", "pores"), ("le", "visage")})


def _skin_breathes(match: Match, text: Sequence[str]) -> bool:
    """"Ma peau n'arrive plus à respirer", "laisser respirer la peau"."""
    before, after = text[max(opening(text, match.start), match.start - 3) : match.start], text[match.end : match.end + 2]
    return match.owner == "sign:trouble_breathing" and (before[-1:] in (["peau"], ["pores"]) or before[-2:] == ["peau", "n"] or tuple(after) in _TO_BREATHE)


_BRIEF = frozenset("sec seconde secondes goutte gouttes vite direct aussitot".split())


def _bled_briefly(match: Match, text: Sequence[str]) -> bool:
    """"Ont saigné une sec et arrêté": it has stopped."""
    near = set(text[match.start : match.end + 4])
    return match.owner == "sign:heavy_bleeding" and bool(_BRIEF & near) and bool({"arrete", "arretee", "arretees", "stoppe"} & near) and not {"pas", "plus", "impossible", "encore"} & near


def _cold_sore(match: Match, text: Sequence[str]) -> bool:
    """A "bouton de fièvre" is a cold sore and no fever."""
    return match.owner == "sign:fever_unwell" and "fievre" in text[match.start : match.end] and any(a in {"bouton", "boutons"} and b == "de" and c == "fievre" for a, b, c in zip(text[max(0, match.start - 2) : match.end], text[max(0, match.start - 2) + 1 : match.end], text[max(0, match.start - 2) + 2 : match.end], strict=False))


_ALLERGIC = frozenset({"sign:trouble_breathing", "sign:hives_spreading", "sign:throat_tongue_swelling", "sign:face_swelling"})


def _old_allergy(match: Match, text: Sequence[str]) -> bool:
    """"Je suis allergique à l'aspirine, plaques partout il y a 10 ans"."""
    sentence = sentence_of(match, text)
    return match.owner in _ALLERGIC and any(word.startswith("allergi") for word in sentence) and _years_ago(sentence)


def _well_again(match: Match, text: Sequence[str]) -> bool:
    """"Grippe la semaine dernière avec 39 de fièvre, guérie", "rhume et fièvre, je reporte mes injections ?"."""
    sentence = set(sentence_of(match, text))
    return match.owner == "sign:fever_unwell" and bool({"grippe", "covid", "angine", "rhume", "vaccin", "gastro"} & sentence) and bool({"gueri", "guerie", "remise", "reporte", "reporter", "decale", "decaler", "annule", "annuler", "prochaine"} & sentence)


_GLASSES = frozenset("lentilles lunettes myope myopie presbyte astigmate hypermetrope".split())


def _without_glasses(match: Match, text: Sequence[str]) -> bool:
    """"Je vois trouble sans mes lentilles", "myope, je vois flou de loin"."""
    sentence = set(sentence_of(match, text))
    return match.owner in {"sign:vision_loss", "sign:eye_scratched"} and bool(_GLASSES & sentence) and bool({"sans", "loin", "myope", "presbyte", "astigmate", "toujours"} & sentence) and not (_NOW | {"tache", "noir", "noire", "gris", "grise", "rideau", "laser", "injection", "ipl"}) & sentence


def _of_a_cold(match: Match, text: Sequence[str]) -> bool:
    """"Je respire mal à cause d'un rhume"."""
    return match.owner == "sign:trouble_breathing" and bool({("un", "rhume"), ("nez", "bouche"), ("mon", "rhume")} & set(pairwise(sentence_of(match, text)))) and not {"gonfle", "gonflee", "plaques", "gorge", "siffle", "botox"} & set(text)


FRENCH: tuple[Callable[[Match, Sequence[str]], bool], ...] = (
    _long_over, _at_an_age, _kin_long_ago, _read_about, _told_of_another, _asked_of_a_kind, _only_feared, _a_list, _asked_in_general, _denied_inside, _skin_breathes, _bled_briefly, _cold_sore, _old_allergy, _well_again, _without_glasses, _of_a_cold,
)
