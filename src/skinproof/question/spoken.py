"""French and Spanish written as they are spoken, put into full words: "y voit pu" is "il voit plus", "toy hinchao" is "estoy hinchado"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from skinproof.question.language import language_of

_Rule = tuple[re.Pattern[str], str]


def _rules(*written: tuple[str, str]) -> tuple[_Rule, ...]:
    return tuple((re.compile(spoken), full) for spoken, full in written)


# What begins a clause: there "a" is no verb and no preposition, but "elle".
_OPENS = r"(?:^|(?<=\. )|(?<=\bet )|(?<=\bmais )|(?<=\bque )|(?<=\bla )|(?<=\bdonc )|(?<=\bcar ))"
# Who is named already: behind these "y" is a place ("elle y arrive", "ça y est").
_NAMED = "".join(rf"(?<!\b{word} )" for word in "il elle on j je n ca s t tu qui d m l nous vous tout".split())
# Behind these "pu" is the participle ("j'ai bien pu dormir"), or "ça pue".
_COULD = (
    r"(?:ai|jai|as|a|avons|avez|ont|avais|avait|avaient|aurais|aurait|auraient|aie|ait|avoir|ayant|eu|ca|sa|pas|jamais|toujours|rien|bien|aussi|meme|enfin|deja|donc|tous|tout|qui|cela|\w*ment)"
)
_SEEN = r"(?:vois|voit|peux|peut|arrive|arrives|suis|sais|sens|sent|parle|respire|avale|bouge|ferme|ouvre|marche|entends|entend|dors|mange|bois|tiens|veux|non)"
_STATES = r"(?:normal|grave|tout|tres|trop|pas|plus|dangereux|vrai|abuse|ok|bon|rouge|gonfle|chaud|noir|bleu|blanc|dur|jouable|possible|quoi|devenu)"

_FRENCH = _rules(
    (r"(?<!\bau )(?<!\ble )(?<!\bdu )(?<!\bl )(?<!\bun )(?<!\bd )\bchus?\b(?! de\b)", "je suis"),  # the CHU is a hospital
    (r"\b(?:che|chais|jsai)(?= (?:pas|pus?|plus)\b)", "je sais"),
    (r"\by(?=(?:est|arrive|voit|respire|peut|avale)\b)", "il "),
    (_NAMED + r"\by (?=(?:est|voit|respire|arrive|peut|avale|parle|saigne|bouge|tremble|vomit|gonfle|sent|tombe|dort|repond)\b)", "il "),
    (r"\ba (?=(?:est|voit|peut|sait)\b)", "elle "),
    (_OPENS + r"a (?=(?:respire|arrive|avale|parle|bouge|saigne|tremble|vomit|repond)\b)", "elle "),
    (rf"(?:^|(?<=\. ))pu\b|\b(?!{_COULD}\b)(\w+) pu\b", r"\1 plus"),
    (r"\b(ai|jai|as|a|avons|avez|ont|avais|avait) pu(?= (?:de|d|rien|mal|aucune?|personne|jamais)\b(?! nouveau))", r"\1 plus"),
    (rf"\b({_SEEN}) pus\b", r"\1 plus"),
    (r"(?<!\btant )(?<!\bde )(?<!\ben )(?<!\ble )(?<!\bles )\bpis\b(?! aller)", "et"),
    (r"\bdla\b", "de la"),
    (r"\b(?:de la |ben |beaucoup de )?misere a\b", "du mal a"),
    (r"\b(?:suis|est|es) (pas|plus) capable (?:de|d)\b", r"arrive \1 a"),
    (r"\b(la|ma|sa|toute) face\b(?! (?:de|a|d|aux?|cachee|interne|externe)\b)", r"\1 visage"),
    (r"(?<!\d )(?<!\bpar )(?<!\ble )(?<!\bpoint )\bg (?=[a-z])", "j ai "),
    (rf"(?<!\bvit )(?<!\bvitamine )(?<!\bvita )(?<!\bhepatite )(?<!\bserum )(?<!\bstade )\bc (?={_STATES}\b)", "c est "),
    (r"\bjarrive\b", "j arrive"),
    (r"\bpik(e|es|er|ee|ees|ure|ures)\b", r"piqu\1"),
    (r"\btte\b", "toute"), (r"\btt\b", "tout"), (r"\btjr?s?\b", "toujours"), (r"\bbcp\b", "beaucoup"), (r"\bmtn\b", "maintenant"), (r"\bast?heure\b", "maintenant"),
    (r"\bpr\b", "pour"), (r"\bqd\b", "quand"), (r"\bfaque\b", "donc"),
)
_NOTHING = r"(?:madres?|mierda|carajo|pijo|pepino|goma|torta|papa|jota|pio|verga|cuerno|pimiento)"
_SPANISH = _rules(
    (r"\b[es]?toy\b|\bstoy\b", "estoy"), (r"\bs?ta\b", "esta"), (r"\bstan\b", "estan"), (r"\btngo\b", "tengo"),
    (r"\bpal\b", "para el"), (r"\bpa\b", "para"), (r"\bna\b", "nada"), (r"\bto\b", "todo"), (r"\btoa\b", "toda"), (r"\bmu\b", "muy"),
    (r"\bdsde?\b", "desde"), (r"\bd[s]?ps\b|\bdspues\b|\bdespues d\b", "despues"),
    (r"\b(?!bacalao|cacao|bilbao|callao|curacao)(\w{3,})a(o|os)\b", r"\1ad\2"),  # "hinchao"
    (r"\b(ha|he|han|has|hemos) (\w{3,})io\b", r"\1 \2ido"),  # "ha dormío"
    (r"\bre (?=(?:duel|ard|pic|lat|cuest|quem|hinch|pel|inflam)\w*)", ""), (r"\bre (?=[a-z]{3})", "muy "),
    (rf"\b(veo|ve|siento|oigo) (?:ni |un |una )+{_NOTHING}\b", r"\1 nada"),
)
_OF = {"fr": _FRENCH, "es": _SPANISH}


def in_full(text: Sequence[str]) -> list[str]:
    """Return a French or Spanish text with spoken forms in full words, and any other text as it is.

    Args:
        text: plain words.
    """
    rules = _OF.get(language_of(text), ())
    joined = " ".join(text)
    for spoken, full in rules:
        joined = spoken.sub(full, joined)
    return joined.split() if rules else list(text)
