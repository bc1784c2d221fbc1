"""Words of danger: beside one of them no symptom is called usual, even where no rule knows the sign."""

from __future__ import annotations

from collections.abc import Sequence

from skinproof.catalogue.pattern import Match
from skinproof.catalogue.text import END
from skinproof.question.denial import NEGATIONS, denied

# What a body does: "barely breathe" and "no voice" are the danger, and "no trouble swallowing" is none.
_DOES = frozenset(
    "swallow swallowing swallows breathe breathing breath voice vision sight speech "
    "avaler respirer souffle vue voix tragar respirar vista voz".split()
)
_DANGER = _DOES | frozenset(
    "hot hotter choke chokes choking choked hoarse slurred slurring slurry double blurry blurred blind blindness pupil pupils confused confusion "
    "sores ulcer ulcers faint fainted fainting collapsed fever feverish shivering shivery chills pus blotchy mottled lace lacy net dusky marbled necrosis worst stroke paralysed paralyzed unconscious seizure convulsion spreading spreads tongue throat "
    "fievre double gorge langue frissons fiebre doble garganta lengua escalofrios".split()
)
_TROUBLE = frozenset("trouble troubles difficulty difficulties problem problems issue issues change changes changed blurry blurred double loss lost probleme problemes gene difficulte difficultes problema problemas dificultad dificultades".split())
_FEELS = frozenset("roll rolling rolled run running ran with using poke rub rubbing con avec".split())
_REACH, _NEXT = 4, 3  # words before, where a "no" may stand; words after, where it may be called well
_SAME_DAY = frozenset("evening tonight straightaway".split())
_NUMBING = frozenset("emla numbing lmx".split())  # leaves skin blotchy for an hour or two
_WELL = frozenset("fine ok okay normal normally perfectly well bien".split())


def named(text: Sequence[str], days: Sequence[float] = ()) -> bool:
    """Tell whether a word of danger stands in a text and is not denied; warmth is none in the first day.

    Args:
        text: plain words with sentence ends as full stops.
        days: the spans of time that it names.
    """
    fresh = max(days) <= 1 if days else bool(_SAME_DAY & set(text))
    return any(word in _DANGER and not (fresh and (word == "hot" or (word == "blotchy" and _NUMBING & set(text)))) and not _unharmed(text, place) for place, word in enumerate(text))


def _unharmed(text: Sequence[str], place: int) -> bool:
    """"No fever or pus", "no trouble swallowing", "swallowing is fine"; but not "my voice is not normal"."""
    after = _up_to_end(text[place + 1 : place + 1 + _NEXT])
    if text[place] in {"double", "doble"} and text[place + 1 : place + 2] in (["chin"], ["chins"], ["menton"], ["papada"], ["cleanse"], ["cleansing"], ["dose"], ["the"], ["check"]):
        return True  # "double chin", "double the price"
    well = next((n for n, word in enumerate(after) if word in _WELL), None)
    if well is not None and not NEGATIONS & set(after[:well]):
        return True  # "sight fine, no pain"
    if text[place] in {"tongue", "lengua", "langue"} and _FEELS & set(text[max(0, place - _REACH) : place]):
        return True  # "a pea inside when I roll my tongue over"
    if text[place] not in _DOES:
        return denied(Match("danger", place, place + 1), text)
    before = _up_to_end(text[max(0, place - _REACH) : place][::-1])
    return bool(NEGATIONS & set(before)) and bool(_TROUBLE & {*before, *after})


def _up_to_end(near: Sequence[str]) -> Sequence[str]:
    return near[: near.index(END)] if END in near else near
