"""Trouble that somebody has had for long, told before a treatment that is only asked about: a reason to ask first, and no sign after it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from skinproof.catalogue.pattern import Match
from skinproof.question.now_and_own import LASTS

# What may have been done, or be new, is never taken back.
_DONE_OR_NEW = frozenset(
    "after had got did done following post yesterday today tonight now just ago sudden suddenly injected injection injections hour hours minute minutes days weeks started worse worsening new again still session more another "
    "apres hier maintenant vient soudain pire injecte despues ayer ahora hoy acabo repente peor inyectaron tras mas otra encore"
    .split()
)
_LEAVE = frozenset("can may could should safe ok okay allowed peut puis peux possible puede pueden puedo".split())
_LONG = frozenset("years yrs always chronic lifelong longstanding decades ans annees toujours chronique anos siempre cronica cronico frail elderly old stroke parkinsons parkinson dementia ictus avc derrame glaucoma cataract cataracts macular".split())
_LONG_SIGNS = frozenset({"sign:trouble_swallowing", "sign:vision_loss", "sign:voice_change"})


def _told_of_old(match: Match, text: Sequence[str]) -> bool:
    """"A stroke, and trouble swallowing since, can she have botox", "blurry vision for years, tear trough filler ok": it was so before."""
    told = [word for n, word in enumerate(text) if not (word == "had" and _STROKES & set(text[n + 1 : n + 4]))]
    if match.owner not in _LONG_SIGNS or match.owner in LASTS or _DONE_OR_NEW & set(told) or not _LONG & set(told) or _treated(text):
        return False
    return bool(_LEAVE & set(told)) or bool(_BARE_ENDS & set(told[-2:]))


_TREATMENTS = frozenset("botox dysport xeomin toxin filler fillers laser peel threads thread jab jabs needling toxine toxina relleno".split())
_BEHIND = frozenset("since from had got after by with of depuis desde con avec".split())


def _treated(text: Sequence[str]) -> bool:
    """Whether a treatment stands behind a "since", "had" or "from"."""
    return any(word in _TREATMENTS and _BEHIND & set(text[max(0, n - 3) : n]) for n, word in enumerate(text))


_STROKES = frozenset("stroke strokes tia parkinsons ictus avc derrame".split())

_BARE_ENDS = frozenset("wrinkles lines botox filler fillers toxin forehead frown arrugas rides front frente".split())
_EXERTION = frozenset("stairs uphill hills walking climbing escaleras escaliers".split())
_LUNGS = frozenset("asthma copd emphysema heart smoker asthme bpco coeur asma epoc corazon".split())


def _breathless_on_stairs(match: Match, text: Sequence[str]) -> bool:
    """"Asthma and short of breath on stairs, may he have a peel": an illness that is known; the answer names it and asks for a doctor first."""
    known = bool(_EXERTION & set(text)) and bool(_LUNGS & set(text)) and bool(_LEAVE & set(text))
    return match.owner == "sign:trouble_breathing" and known and not _DONE_OR_NEW & set(text)


_ONCE = frozenset("history past once 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025 antecedents antecedentes".split())
_ILL_NOW = frozenset("fever hot red pus shaking confused swollen spreading now today yesterday worse fievre fiebre".split())


def _sepsis_once(match: Match, text: Sequence[str]) -> bool:
    """"Sepsis history from 2019, is a tattoo ok": long over."""
    named = any(word.startswith(("sepsis", "septic", "septicemie")) for word in text[match.start : match.end])
    years = any(a in {"years", "yrs", "ans", "anos"} for a in text) or "year" in text
    return named and bool(_ONCE & set(text) or years) and bool(_LEAVE & set(text)) and not _ILL_NOW & set(text)


_FAIR = frozenset("pale white fair ginger redhead freckles freckled porcelain ghost blanche claire blanca palida clara".split())
_OF_A_BURN = frozenset(
    "after had got did done following post yesterday today tonight now just ago turned went gone since session numb pain painful hurts hurt cold spot spots patch patches blotch blotches mottled stays hour hours minutes day days stripes area "
    "where blister blisters sore grey gray waxy hard left became apres hier depuis devenue despues ayer desde puso quedo".split()
)


def _fair_by_nature(match: Match, text: Sequence[str]) -> bool:
    """"My skin is super pale, is laser hair removal ok": a type of skin, and no burn."""
    white = match.owner in {"sign:skin_white_mottled", "sign:colour_change", "sign:white_and_numb", "sign:pigment_change", "sign:skin_white"}
    return white and bool(_FAIR & set(text)) and bool(_LEAVE & set(text)) and not _OF_A_BURN & set(text)


_JAB = frozenset("vaccine vaccines vaccination vaccinated jab jabs shot shots booster vaccin vacuna shingrix zostavax".split())


def _only_the_vaccine(match: Match, text: Sequence[str]) -> bool:
    """"The day after a shingles vaccine, a peel": the vaccine has the name of the illness."""
    named = [n for n in range(match.start, min(match.end, len(text))) if text[n] in {"shingles", "zona", "zoster", "culebrilla", "herpes", "chickenpox"}]
    others = any(word.startswith(("blister", "cloque", "ampolla", "sore", "crust")) for word in text)
    return match.owner == "sign:grouped_blisters" and bool(named) and not others and all(_JAB & {*text[max(0, n - 3) : n], *text[n + 1 : n + 2]} for n in named)




OLD_TROUBLE: tuple[Callable[[Match, Sequence[str]], bool], ...] = (_told_of_old, _breathless_on_stairs, _sepsis_once, _fair_by_nature, _only_the_vaccine)
