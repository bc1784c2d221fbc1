"""Keys under which names of ingredients are found: as spelt, as other languages spell them, as a scanner misreads them."""

from __future__ import annotations

import re
import unicodedata

_GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ω": "omega", "µ": "mu", "μ": "mu"}
_LETTERS = str.maketrans({**_GREEK, "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "ı": "i"})
_TOKEN = re.compile(r"[a-z]+|\d+")
_SCANNED = (("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "l"), ("i", "l"), ("5", "s"), ("8", "b"), ("6", "g"))

# German writes compounds; the parts that carry the meaning stand apart in INCI names. Order matters.
_COMPOUND = (
    (re.compile(r"in(?:säure|saure)\b"), "ic acid"), (re.compile(r"(?:säure|saure)\b"), "ic acid"), (re.compile(r"(?<=\w{3})öl\b"), " oil"),
    (re.compile(r"(?<=\w{3})(alkohol|extrakt|oxid|dioxid|chlorid|hydroxid|butter|wachs|pulver|wasser|protein)\b"), r" \1"),
    (re.compile(r"\b(tetra|tri|di)?(natrium|kalium|calcium|magnesium|zink|kupfer|ammonium|titan)(?=\w{4})"), r"\1\2 "),
)
# Words of French, Spanish and German as INCI writes them; plant names and trade words have entries of their own.
_WORDS = {
    word: inci
    for inci, words in {
        "sodium": "sodio natrium sodique", "disodium": "disodico disodique dinatrium disodio", "trisodium": "trisodico trisodique trinatrium", "tetrasodium": "tetrasodico tetrasodique tetranatrium",
        "potassium": "potasio kalium potassique", "dipotassium": "dipotasico dipotassique dikalium dipotasio", "calcium": "calcio calcique", "magnesium": "magnesio", "zinc": "zink cinc",
        "copper": "cuivre cobre kupfer", "iron": "fer hierro eisen", "titanium": "titane titanio titan", "ammonium": "amonio", "aluminum": "aluminium aluminio", "silver": "argent plata silber",
        "aqua": "water eau agua wasser", "acid": "acide acido saure", "oil": "huile aceite ol oleum", "extract": "extrait extracto extrakt", "leaf": "feuille feuilles hoja hojas blatt blatter leaves",
        "flower": "fleur fleurs flor flores blute bluten flowers", "seed": "graine graines semilla semillas samen pepins pepin seeds", "root": "racine racines raiz wurzel roots",
        "bark": "ecorce corteza rinde", "fruit": "fruits fruta fruto frucht", "peel": "zeste cascara schale", "butter": "beurre manteca mantequilla", "wax": "cire wachs", "alcohol": "alcool alkohol",
        "gum": "gomme goma gummi", "juice": "jus jugo zumo saft", "powder": "poudre polvo pulver", "starch": "amidon almidon starke", "chloride": "chlorure cloruro chlorid", "salt": "sel sal salz",
        "oxide": "oxyde oxido oxid", "dioxide": "dioxyde dioxido dioxid", "hydroxide": "hydroxyde hidroxido hydroxid", "parfum": "fragrance perfume fragancia duftstoff duftstoffe duft aroma",
        "hydrogenated": "hydrogene hydrogenee hydrogenes hidrogenado hidrogenada hydriert hydriertes hydrierte gehartet gehartetes", "hydrolyzed": "hydrolyse hydrolysee hydrolysed hidrolizado hidrolizada hydrolysiert hydrolysiertes hydrolysierte",
        "denat": "denature denaturee desnaturalizado denaturiert denaturierter denaturiertes denatured", "acetate": "acetato acetat", "carbonate": "carbonato carbonat", "protein": "proteine proteina proteines", "almond": "amande almendra mandel",
        "sulfate": "sulphate sulfato sulfat", "citric": "zitronenic citronenic", "lactic": "milchic", "benzoic": "benzoeic", "salicylic": "salicylic", "purified": "purifiee purificada gereinigtes",
        "dehydroacetic": "deshydroacetique deshidroacetico dehydracetic", "malic": "apfelic malique malico", "tartaric": "weinic tartrique", "formic": "ameisenic",
    }.items()
    for word in words.split()
}
_PARTICLES = frozenset("de du des d l la le les el los las del of the von aus der die das et und y and".split())
_SOUNDS = (
    ("ph", "f"), ("th", "t"), ("y", "i"), ("ae", "e"), ("oe", "e"), ("qu", "k"), ("ck", "k"), ("ce", "se"), ("ci", "si"), ("z", "s"), ("c", "k"), ("kh", "k"), ("kua", "ka"), ("x", "ks"),
)
_SPANISH_E = re.compile(r"^es(?=[kptl])")
_DOUBLE = re.compile(r"([a-z])\1")
_ENDING = re.compile(r"(?<=il)ik$|(?<=[a-z]{4})[aeo]s?$|(?<=[a-z]{5})s$")
_QUE = re.compile(r"iques?$|ic[oa]s?$")


def plain(text: str) -> str:
    """Return text in lower case, Greek letters spelt out, ligatures opened, without accents."""
    lowered = text.casefold().translate(_LETTERS)
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))


def squash(text: str) -> str:
    """Return only the letters and digits of a name: spaces, hyphens and case do not tell names apart."""
    return "".join(_TOKEN.findall(plain(text)))


def tokens(text: str) -> list[str]:
    """Return the words and numbers of a name."""
    return _TOKEN.findall(plain(text))


def scanned(key: str) -> str:
    """Return a squashed name with all letters and digits merged that scanners take for each other.

    Args:
        key: from `squash`.
    """
    for wrong, right in _SCANNED:
        key = key.replace(wrong, right)
    return key


def folded(text: str) -> tuple[str, str]:
    """Return two keys that do not depend on English, French, Spanish or German spelling: in order, and in any order.

    Args:
        text: the name.
    """
    lowered = text.casefold()
    for pattern, apart in _COMPOUND:
        lowered = pattern.sub(apart, lowered)
    words = [_folded_word(w) for w in tokens(lowered) if w not in _PARTICLES]
    return "".join(words), " ".join(sorted(words))


def _folded_word(word: str) -> str:
    word = _QUE.sub("ic", _WORDS.get(word, word))
    word = _WORDS.get(word, word)
    for spelling, sound in _SOUNDS:
        word = word.replace(spelling, sound)
    return _ENDING.sub("", _DOUBLE.sub(r"\1", _SPANISH_E.sub("s", word)))
