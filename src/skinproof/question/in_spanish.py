"""Signs that stand in a Spanish text and befall nobody now: asked in general, denied, feared, years past, or somebody else's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match, sentence_of
from skinproof.catalogue.text import END, opening
from skinproof.question.now_and_own import LASTS

_MINE = frozenset("me mi mis yo tengo estoy siento veo puedo nos mio mia".split())
_NOW = frozenset("ahora hoy ayer anoche desde hace sigo sigue esta estan puso quedo salio tengo tiene horas dias semana semanas".split())
_ASKED = frozenset({
    ("que", "senales"), ("que", "sintomas"), ("pasa", "si"), ("es", "verdad"), ("es", "cierto"), ("puede", "causar"), ("puede", "provocar"), ("puede", "dar"), ("pueden", "causar"), ("pueden", "salir"), ("puede", "dejar"), ("podria", "dar"), ("te", "pone"),
    ("te", "deja"), ("te", "da"), ("si", "te"), ("puede", "quemar"), ("puede", "salir"), ("puede", "producir"), ("suele", "dar"), ("suelen", "salir"), ("el", "prospecto"), ("cuantas", "veces"), ("cual", "es"), ("que", "riesgo"), ("que", "probabilidad"),
})
_CAUSES = frozenset("provoca provocan causa causan produce producen normalmente".split())


def _asked_in_general(match: Match, text: Sequence[str]) -> bool:
    """"Qué pasa si te entra peeling en el ojo", "la máscara LED provoca convulsiones": asked of what can be, and nobody tells of himself."""
    sentence = sentence_of(match, text)
    asked = bool(_ASKED & set(pairwise(sentence))) or bool(_CAUSES & set(sentence))
    return asked and not (_MINE | _NOW) & set(sentence) and not {"ahora", "hoy", "ayer", "anoche", "desde"} & set(text)


# Signs whose Spanish patterns hold no "no" of their own.
_DENIABLE = frozenset({
    "sign:leg_swelling", "sign:face_swelling", "sign:hot_painful_swelling", "sign:spreading_redness", "sign:red_hot", "sign:lip_swelling_big", "sign:eye_swollen", "sign:eye_bulges", "sign:colour_change", "sign:skin_white_mottled",
    "sign:cold_area", "sign:pus", "sign:fever_unwell", "sign:burn_blisters",
})
_IS = frozenset("esta estan estaba es hay tiene tengo parece me le se noto hubo".split())


def _said_not(match: Match, text: Sequence[str]) -> bool:
    """"La pierna no está hinchada", "fiebre no tengo": the no stands inside or behind."""
    if text[match.end : match.end + 1] == ["no"] and text[match.end + 1 : match.end + 2] and text[match.end + 1] in {"tengo", "hay", "tiene", "tuve", "tenia"}:
        return True
    inside = text[match.start : match.end]
    if match.owner not in _DENIABLE or {"pero", "aunque", "sino"} & set(inside):
        return False
    last = inside[1:][-5:]
    if "color" in last:
        return False  # "aprieto y el color no vuelve"
    if inside[-3:-1] == ["nada", "de"] or inside[-2:-1] == ["sin"]:
        return True  # "peeling ayer, nada de ampollas"
    return any((a in {"no", "tampoco"} and b in _IS) or (a == "ni" and n == len(last) - 2) for n, (a, b) in enumerate(pairwise(last)))


_UNDONE = ("nunca me he puesto", "nunca me puse", "no me he puesto nada", "no se ha puesto nada", "no me he hecho nada", "nunca me he hecho", "no nos hemos hecho nada", "ninguna nos hemos hecho", "no ha pasado nada", "no me lo he puesto", "no me la he puesto", "aun no me he", "todavia no me he", "no me he inyectado")
_HEARD = frozenset("amiga amigo amigas abuela abuelo vecina vecino prima primo tia hermana clienta gente dicen leyo lei viste vi video folleto articulo miedo aterra convencida alguien reality famosa influencer".split())


def _nothing_done(match: Match, text: Sequence[str]) -> bool:
    """"Se quedó ciega, lo vi en un video; yo nunca me he puesto nada": what is told befell others or is feared."""
    joined = " ".join(text)
    return match.owner not in LASTS and any(undone in joined for undone in _UNDONE) and bool(_HEARD & set(text)) and not {"hoy", "ayer", "anoche"} & set(text)


_FINE = ("quedo perfecto", "quedo perfecta", "quedo bien", "sano bien", "curo bien", "bien curada", "marquita", "desde entonces bien", "desde entonces nada", "sin problema", "sin problemas", "y listo", "sin secuelas", "se curo", "y sigo bien", "y todo bien", "se fue", "se quito", "me recupere", "ya paso", "como si nada", "nunca mas", "ya estoy bien", "ni marca", "no he tenido mas problemas", "y ya esta")
_PASSED = frozenset({("ano", "pasado"), ("verano", "pasado"), ("primavera", "pasada"), ("invierno", "pasado"), ("semana", "pasada"), ("mes", "pasado"), ("hace", "anos"), ("hace", "siglos"), ("anos", "atras")})
_AGAIN = frozenset("vuelve volvio vuelto otra vez nuevo hoy ayer anoche peor empeora".split())


def _long_over(match: Match, text: Sequence[str]) -> bool:
    """"Hace diez años se me hinchó la garganta, desde entonces bien": told as past, and told as over."""
    if match.owner in LASTS:
        return False
    sentence = sentence_of(match, text)
    past = bool(_PASSED & set(pairwise(sentence))) or any(a == "hace" and "anos" in sentence[n + 1 : n + 5] for n, a in enumerate(sentence))
    after = " ".join(text[match.end :])
    return past and any(fine in after for fine in _FINE) and not (_AGAIN | {"ahora"}) - {"vez"} & set(sentence)


_UNITS = frozenset("dias dia minutos minuto minutitos horas semanas meses segundos min mins h anos".split())


def _at_an_age(match: Match, text: Sequence[str]) -> bool:
    """"A los 12 me salió urticaria con una fresa": as a child, and not "a los 12 minutos"."""
    if match.owner in LASTS:
        return False
    told = text[opening(text, match.start) : match.start]
    for n, word in enumerate(told):
        if word == "los" and told[n - 1 : n] == ["a"] and (told[n + 1 : n + 2] or [""])[0].isdigit() and not _UNITS & set(text[opening(text, match.start) + n + 2 : opening(text, match.start) + n + 3]):
            return not _AGAIN & set(sentence_of(match, text))
    return False


_HEARSAY = frozenset({("vecino", "de"), ("vecina", "de"), ("amiga", "de"), ("amigo", "de"), ("prima", "de"), ("primo", "de"), ("conocida", "de"), ("una", "conocida")})
_KIN = frozenset("amiga amigo hermana hermano prima primo vecina vecino companera companero conocida madre mama tia".split())
_OF_OLD = frozenset("siglos 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024".split())


def _befell_another_long_ago(match: Match, text: Sequence[str]) -> bool:
    """"Al vecino de mi tía le salió un absceso, hace siglos"."""
    sentence = sentence_of(match, text)
    if "vale la pena" in " ".join(text) and _KIN & set(sentence) and not {"me", "tengo", "ahora", "hoy", "ayer", "desde"} & set(text):
        return match.owner not in LASTS
    years = bool(_OF_OLD & set(sentence)) or any(a == "hace" and "anos" in sentence[n + 1 : n + 5] for n, a in enumerate(sentence))
    friend = any(a in {"una", "mi", "un"} and b in {"amiga", "amigo", "prima", "primo", "vecina", "vecino", "conocida", "companera", "tia", "abuela"} for a, b in pairwise(sentence))
    return (bool(_HEARSAY & set(pairwise(sentence))) or friend) and years and not {"me", "tengo", "ahora", "hoy", "ayer"} & set(sentence)


def _easing(match: Match, text: Sequence[str]) -> bool:
    """"Roja y caliente, pero hoy menos que ayer": it goes."""
    goes = any(trio == ("menos", "que", "ayer") for trio in zip(text, text[1:], text[2:], strict=False))
    return goes and match.owner in {"sign:burn_blisters", "sign:hot_painful_swelling", "sign:spreading_redness", "sign:red_hot", "sign:named_sunburn"} and not {"fiebre", "pus", "ampollas", "dolor"} & set(text)


def _over_today(match: Match, text: Sequence[str]) -> bool:
    """"Rosas diez minutos, hoy nada; fue una quemadura?"."""
    return match.owner in {"sign:burn_blisters", "sign:hives_spreading", "sign:spreading_redness", "sign:red_hot"} and bool({("hoy", "nada"), ("ya", "nada"), ("ahora", "nada"), ("hoy", "bien")} & set(pairwise([*text, END])))


def _skin_breathes(match: Match, text: Sequence[str]) -> bool:
    """"El slugging asfixia la piel, no respira?": skin, and no person."""
    return match.owner == "sign:unresponsive" and "respira" in text[match.start : match.end] and bool({"piel", "poros", "poro"} & set(text)) and not {"hijo", "hija", "bebe", "hermana", "madre", "mujer", "marido"} & set(text)


def _fading(match: Match, text: Sequence[str]) -> bool:
    """"El labio sigue morado, aclarando, no duele": a bruise that goes."""
    going = {"aclarando", "aclara", "aclarandose", "amarillea", "amarilleando", "amarillento", "amarillo", "verdoso", "desvaneciendo", "quitando"} & set(text)
    return match.owner in {"sign:skin_white_mottled", "sign:colour_change"} and bool(going) and bool({("no", "duele"), ("sin", "dolor"), ("no", "me")} & set(pairwise(text))) and not {"pus", "encaje", "fria", "frio"} & set(text)


def _wished(match: Match, text: Sequence[str]) -> bool:
    """"Quiero quedar embarazada": to come."""
    near = text[max(0, match.start - 6) : match.end]
    return match.owner == "sign:pregnant" and bool({("quedar", "embarazada"), ("quedarme", "embarazada"), ("buscar", "embarazo"), ("buscando", "embarazo"), ("busco", "embarazo"), ("si", "estoy"), ("no", "embarazada"), ("un", "embarazo"), ("evitar", "embarazo")} & set(pairwise(near))) and not {"positivo", "positiva", "retraso", "rayas", "test", "prueba"} & set(text)


_GLASSES = frozenset("lentes gafas anteojos lentillas".split())


def _without_glasses(match: Match, text: Sequence[str]) -> bool:
    """"Veo borroso sin mis lentes"."""
    after = text[match.end : match.end + 3]
    return match.owner == "sign:vision_loss" and after[:1] == ["sin"] and bool(_GLASSES & set(after)) and not {"laser", "ipl", "relleno", "hoy", "ayer"} & set(text)


_SORE = frozenset("duele duelen dolor bulto late pus fiebre creciendo extiende peor".split())


def _fresh_heat(match: Match, text: Sequence[str]) -> bool:
    """Skin that is red and hot an hour after light or needles, and neither swollen nor sore, is as expected."""
    swollen = any(word.startswith(("hinch", "inflam", "inch")) for word in text)
    return match.owner == "sign:hot_painful_swelling" and any(a in {"una", "dos", "unas", "tres", "un"} and b in {"hora", "horas", "rato"} for a, b in pairwise(text)) and not swollen and not _SORE & set(text)


def _how_to_know(match: Match, text: Sequence[str]) -> bool:
    """"Cómo sé si tengo una oclusión?": asked for later."""
    joined = " ".join(text[opening(text, match.start) : match.end])
    return match.owner not in LASTS and any(asked in joined for asked in ("como se si", "como saber si", "como puedo saber si", "como sabria si", "como reconozco", "como reconocer")) and not {"ahora", "hoy", "ayer", "anoche", "desde", "puse", "pusieron", "hice", "hicieron"} & set(text)


_SCREEN = frozenset("tele reality housewives serie pelicula episodio novela kardashian".split())


def _on_screen(match: Match, text: Sequence[str]) -> bool:
    """"Esa parte de las Housewives donde se le pone negro el labio": seen on a screen."""
    return match.owner not in LASTS and bool(_SCREEN & set(text)) and not _MINE & set(sentence_of(match, text)) and not {"ahora", "hoy", "ayer", "anoche", "desde"} & set(text)


_ALLERGIC = frozenset({"sign:trouble_breathing", "sign:hives_spreading", "sign:throat_tongue_swelling", "sign:face_swelling", "sign:lip_swelling_big"})


def _allergy_of_old(match: Match, text: Sequence[str]) -> bool:
    """"La aspirina me da silbidos (alergia de verdad)": what happens whenever."""
    sentence = sentence_of(match, text)
    return match.owner in _ALLERGIC and bool({"alergia", "alergica", "alergico"} & set(text)) and bool({("me", "da"), ("me", "dan"), ("me", "hincha"), ("me", "saca"), ("soy", "alergica"), ("soy", "alergico")} & set(pairwise(sentence))) and not _NOW - {"esta", "estan", "tengo", "tiene", "dias"} & set(text)


_TUVO = frozenset("tuvo tenia padecio sufrio murio".split())
_NEAR_KIN = frozenset("madre padre mama papa abuela abuelo hermana hermano tia tio prima primo suegra".split())


def _kin_had_it(match: Match, text: Sequence[str]) -> bool:
    """"Mi madre tuvo trombosis": hers, and past."""
    before = text[max(0, match.start - 4) : match.end]
    return match.owner not in LASTS and any(a in _NEAR_KIN and b in _TUVO for a, b in pairwise(before))


_SUNNY = frozenset("playa piscina sol vacaciones".split())


def _burnt_by_the_sun(match: Match, text: Sequence[str]) -> bool:
    """"Me quemé ayer en la playa y mañana tengo el láser": the sun did it, and nothing blisters."""
    burnt = any(word.startswith("quem") for word in text[match.start : match.end])
    blistered = any(word.startswith(("ampoll", "burbuj", "supur", "carne")) for word in text)
    return match.owner == "sign:burn_blisters" and burnt and bool(_SUNNY & set(text[match.start : match.start + 5])) and not blistered


BEFALLS_NOBODY_IN_SPANISH: tuple[Callable[[Match, Sequence[str]], bool], ...] = (
    _asked_in_general, _said_not, _nothing_done, _long_over, _at_an_age, _befell_another_long_ago, _easing, _over_today, _skin_breathes, _allergy_of_old, _fading, _on_screen, _wished, _without_glasses, _kin_had_it, _fresh_heat, _how_to_know, _burnt_by_the_sun,
)
