"""A faint of long ago: in one's youth or years back, and nothing of it now."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match, sentence_of
from skinproof.question.long_healed import dated
from skinproof.question.whose import THIRD, is_relation

_IN_YOUTH = frozenset({
    ("au", "lycee"), ("au", "college"), ("etant", "jeune"), ("etant", "ado"), ("etant", "petite"), ("etant", "petit"), ("etant", "enfant"), ("de", "adolescente"), ("de", "joven"), ("de", "nina"), ("de", "nino"), ("de", "pequena"), ("de", "pequeno"),
    ("mi", "adolescencia"), ("mon", "adolescence"), ("el", "instituto"), ("a", "longtemps"), ("hace", "mucho"), ("hace", "tiempo"), ("at", "school"), ("in", "school"), ("long", "ago"),
})
_YEARS = frozenset("ans anos".split())
_NO_MORE = frozenset("rien jamais plus bien nickel souci soucis probleme nada nunca mas never nothing fine well".split())
_OF_NOW = frozenset(
    "hier matin soir nuit heure heures jour jours semaine semaines encore toujours souvent menudo veces revient revenu aujourdhui aujourd hoy ayer anoche hora horas dia dias semana semanas todavia sigo sigue otra vuelve vuelto mareo mareos mareada "
    "vertige vertiges today yesterday tonight morning again still keeps hours days apres despues tras".split()
)


def _at_an_age(told: Sequence[str]) -> bool:
    """"À 15 ans", "a los 15": an age then, and not "she is 15"."""
    for place, (before, word) in enumerate(pairwise(told)):
        if not word.isdigit():
            continue
        whose = told[place - 1] if place else ""
        if before == "a" and list(told[place + 2 : place + 3]) == ["ans"] and not (whose in THIRD or whose in {"qui", "on", "y"} or is_relation(whose)):
            return True
        if before == "los" and whose == "a" and list(told[place + 2 : place + 3]) not in (["minutos"], ["dias"]):
            return True
    return False


def fainted_long_ago(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a faint is told of one's youth or of years ago, and nothing of now: "tombée dans les pommes au lycée", "hace 20 años me desmayé una vez".

    Args:
        match: a match of any owner.
        text: the words that it was found in.
    """
    if match.owner != "sign:faint_collapse":
        return False
    told = sentence_of(match, text)
    past = bool(_IN_YOUTH & set(pairwise(told))) or _at_an_age(told) or (dated(told) and bool(_YEARS & set(told)))
    since = any(word in {"depuis", "desde"} and not _NO_MORE & {*text[max(0, n - 2) : n], *text[n + 1 : n + 3]} for n, word in enumerate(text))
    goes_on = any(a in _YEARS and b == "que" for a, b in pairwise(told))  # "hace 20 años que me desmayo"
    return past and not since and not goes_on and not _OF_NOW & set(text)
