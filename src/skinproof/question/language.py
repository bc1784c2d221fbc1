"""Which language a text is in, by its commonest words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

SUPPORTED = ("en", "fr", "es")
_COMMON: dict[str, frozenset[str]] = {
    "en": frozenset(
        "the is are my i a an of and to in for it does do can should on with have what how this will was im at be but if me not or so that they you your after before is any has had no under worth works work safe good bad price cost buy best which vs help really hurt get getting need as well does".split()
    ),
    "fr": frozenset(
        "le la les des est et une un je mon ma mes que pour dans sur avec pas ce cette suis il elle du puis ai peux ca j l d c est mais ou apres peau visage depuis combien vous nous peut faire fait en sont quel quelle jours ans prix avis cher marche marchent dangereux dangereuse enceinte grossesse allaitement levres levre ratees ratee boire maison cernes cerne rides taches tache boutons bouton cicatrices cicatrice couperose piqure piqures aiguille aiguilles efficace efficacite effets secondaires comment pourquoi faut aide aident joues joue yeux cheveux poils epilation creme cremes soins seance seances collagene retinoide mal fievre gonfle gonflee hier aujourdhui quoi contre sans bien merci bonjour salut soir soirs chaque".split()
    ),
    "es": frozenset(
        "el la los las una un que por para con mi mis es esta estoy tengo puedo del en no se como hay soy muy me y o despues piel cara hace cuanto sirve puede desde hoy ayer ahora anoche q xq dia dias semana semanas tomo tiene hija hijo pero cuando hasta tambien quiero dice veo salen mas nada mucho todo siento precio precios opiniones caro funciona funcionan peligroso peligrosa peligro embarazo embarazada lactancia labios labio duele duelen ojeras ojera arrugas manchas mancha granos grano cicatriz casero casera inyeccion inyecciones aguja agujas grasa papada depilacion axilas acido hialuronico radiofrecuencia relleno rellenos crema cremas sesion sesiones colageno peor mejor efectos secundarios ayuda ayudan mejillas ojos pelo vello sirven malo bueno buena fiebre hinchado hinchada gracias hola buenas donde cual cuales cuantas cuantos sin vez merece turquia".split()
    ),
    "de": frozenset("der die das und ist ich ein eine mit fur nicht auf kann mein meine zu habe wie im oder wahrend hilft haut gesicht nach sicher gegen wirklich bei".split()),
    "it": frozenset("il lo la gli una che per con mio mia sono ho posso come di del della non e mi pelle viso dopo funziona sicuro durante".split()),
    "pt": frozenset("o os as uma um que para com meu minha e estou tenho posso do da nao em pele rosto depois funciona seguro durante".split()),
}
# A language that we do not speak is only believed on two different words.
_LEAST_WORDS = 2

# "Vitamin d" is no French d'.
_LETTERED = frozenset({"vitamin", "vitamins", "vit", "hepatitis"})


def language_of(text: Sequence[str]) -> str:
    """Return the language code whose commonest words a text uses most; English when nothing tells.

    Args:
        text: plain words.
    """
    used = {word for before, word in pairwise(("", *text)) if len(word) > 1 or before not in _LETTERED}
    counts = {code: len(used & common) for code, common in _COMMON.items()}
    best = max(counts, key=lambda code: (counts[code], code in SUPPORTED, code == "en"))
    if best not in SUPPORTED and counts[best] < _LEAST_WORDS:
        return "en"
    return best if counts[best] > counts["en"] else "en"
