"""Which language a text is in, by its commonest words."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import name

SUPPORTED = ("en", "fr", "es")
_COMMON: dict[str, frozenset[str]] = {
    "en": frozenset(
        "the is are my i a an of and to in for it does do can should on with have what how this will was im at be but if me not or so that they you your after before is any has had no under worth works work safe good bad price cost buy best which vs help really hurt get getting need as well does".split()
    ),
    "fr": frozenset(
        "le la les des est et une un je mon ma mes que pour dans sur avec pas ce cette suis il elle du puis ai peux ca j l d c mais ou apres peau visage depuis combien vous nous peut faire fait en sont quel quelle jours ans prix avis cher marche marchent dangereux dangereuse enceinte grossesse allaitement levres levre ratees ratee boire maison cernes cerne rides taches tache boutons bouton cicatrices cicatrice couperose piqure piqures aiguille aiguilles efficace efficacite sterilet cuivre ventre cuisses radiofrequence asthme thyroide effets secondaires comment pourquoi faut aide aident joues joue yeux cheveux poils epilation creme cremes soins seance seances collagene retinoide mal fievre gonfle gonflee hier aujourdhui quoi contre sans bien merci bonjour salut au aux ne qui par tres on a me moi lumiere pulsee tatouage tatouages tatoo appareil acide noire brune poitrine menton nez bouche vergetures grains chaussettes cabine mariage diabetique diabete enceintes pu chu pis eau javel citron savon gommage barbe sourcil sourcils paupieres paupiere soir soirs chaque".split()
    ),
    "es": frozenset(
        "el la los las una un que por para con mi mis es esta estoy tengo puedo del en no se como hay soy muy me y o despues piel cara hace cuanto sirve puede desde hoy ayer ahora anoche q xq dia dias semana semanas tomo tiene hija hijo pero cuando hasta tambien quiero dice veo salen mas nada mucho todo siento precio precios opiniones caro funciona funcionan peligroso peligrosa peligro embarazo embarazada lactancia labios labio duele duelen ojeras ojera arrugas manchas mancha granos grano cicatriz casero casera inyeccion inyecciones aguja agujas grasa papada depilacion axilas acido hialuronico radiofrecuencia relleno rellenos crema cremas sesion sesiones colageno peor mejor efectos secundarios ayuda ayudan mejillas ojos pelo vello sirven malo bueno buena fiebre hinchado hinchada gracias hola buenas donde cual cuales cuantas cuantos sin vez al mes de a antes boda vale pena luz pulsada tatuaje tatuajes flacidez celulitis queloide queloides cama limon agua jabon vinagre lejia morena negra oscura boca estrias verruga verrugas diabetico diabetica embarazadas juventud limpieza hilos barba bigote mandibula parpados parpado cejas ceja toy pa na merece turquia alguna alguno manicura unas pestanas esmalte labial hacerme ponerme quitar".split()
    ),
    "de": frozenset("der die das und ist ich bin ein eine mit fur nicht auf kann mein meine meiner zu habe hab wie im oder wahrend hilft haut gesicht nach sicher gegen wirklich bei darf soll muss wird sind tut weh sehr lippe lippen auge augen spritze schwanger schwangerschaft stillzeit stille falten ohne aber welche schmerzen gut schlecht".split()),
    "it": frozenset("il lo la gli una che per con mio mia sono ho posso come di del della non e mi pelle viso dopo funziona sicuro durante sto incinta gravidanza allattamento labbra labbro rughe male molto prima cosa devo usare fare quanto occhio vedo".split()),
    "pt": frozenset("a vale pena acido hialuronico de mes o os as uma um que para com meu minha e estou tenho posso do da nao em pele rosto depois funciona seguro durante gravida gravidez amamentando quanto custa nas olheiras labio labios rugas voce meus minhas usar muito antes injecao olho vejo sao".split()),
    "nl": frozenset("het een van ik mijn is dat niet voor wordt mag geef borstvoeding zwanger zwangerschap doet pijn heel veel na naar werkt huid gezicht tegen echt mij ben moet kan ook rimpels oog zie".split()),
    "pl": frozenset("czy moge stosowac razem jest jestem ciazy sie na nie po do ze twarz skora skore usta boli mam jak przed przy dla zmarszczki oko widze".split()),
    "tr": frozenset("ve bir icin mi miyim hamile hamileyim cilt yuz dudak agri sonra olur yaptirabilir guvenli gebelik emziriyorum kirisiklik goz ne nasil cok".split()),
    "sv": frozenset("och jag ar pa med inte gravid kan huden ansikte lappar efter ont mycket det som har min mitt ogat rynkor fungerar".split()),
}
# A language that we do not speak is only believed on two different words.
_LEAST_WORDS = 2
_LEAST_LETTERS = 3
# But for these, which stand in no other language.
_TELLING = frozenset("schwanger schwangerschaft stillzeit incinta gravidanza allattamento gravidez amamentando zwanger zwangerschap borstvoeding hamile hamileyim ciazy gravid".split())

# "Vitamin d" is no French d'.
_LETTERED = frozenset({"vitamin", "vitamins", "vit", "hepatitis", "hep"})
_OF_BEANS = frozenset("serum cream milk protein oil extract isoflavone isoflavones lecithin allergy allergic sauce based".split())  # "soy serum" is no Spanish "I am"
_SECTION = frozenset({"section", "sections", "sec"})  # "c section"
# Where no common word tells: how words end in French and Spanish, and in English hardly ever.
_ENDINGS = {"fr": ("ique", "iques", "euse", "euses", "eux", "issement", "elle", "elles", "ee", "ees"), "es": ("cion", "ciones", "idad", "aje", "ico", "ica", "icos", "icas", "oso", "osa", "eza", "illo", "illa", "ito", "ita")}
_ENGLISH_ENDS = frozenset("technique techniques unique antique boutique boutiques employee coffee knee degree free fee see tree vitiligo silica mexico africa america arnica replica musica lavanda nivea quinoa vanilla manilla tortilla evita vita rica botanica sativa papulosa mucosa mimosa incognito mosquito formica harmonica virtuoso vigilante gazelle".split())
_SHORTEST_TOLD = 6


# How Unicode names the letters of our languages begin.
_LATIN = "LATIN"
_OTHER = "und"


def _in_another_script(text: Sequence[str]) -> bool:
    """Whether most of the words are written in letters that are not Latin."""
    spelt = [word for word in text if word[0].isalpha()]
    foreign = [word for word in spelt if not name(word[0], _LATIN).startswith(_LATIN)]
    return len("".join(foreign)) > len("".join(spelt)) / 2 and len("".join(foreign)) > _LEAST_LETTERS


def language_of(text: Sequence[str]) -> str:
    """Return the language code whose commonest words a text uses most, `und` (undetermined) for another script; English when nothing tells.

    Args:
        text: plain words.
    """
    if _in_another_script(text):
        return _OTHER
    neighbours = zip(("", *text), text, (*text[1:], ""), strict=False)
    used = {word for before, word, after in neighbours if (word != "soy" or after not in _OF_BEANS) and (len(word) > 1 or not (before in _LETTERED or (word == "c" and after in _SECTION)))}
    counts = {code: len(used & common) for code, common in _COMMON.items()}
    best = max(counts, key=lambda code: (counts[code], code in SUPPORTED, code == "en"))
    if best not in SUPPORTED and counts[best] < _LEAST_WORDS and not used & _TELLING:
        return "en"
    if not any(counts.values()):
        return _by_endings(text)
    return best if counts[best] > counts["en"] else "en"


def _by_endings(text: Sequence[str]) -> str:
    """Return the language that more words end like: "acide kojique rosacée", "hifu flacidez"; English when none does."""
    told = [word for word in text if len(word) >= _SHORTEST_TOLD and word not in _ENGLISH_ENDS]
    counts = {code: sum(word.endswith(ends) for word in told) for code, ends in _ENDINGS.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] > min(n for code, n in counts.items() if code != best) else "en"
