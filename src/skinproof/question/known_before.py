"""What somebody is known to have, or once had, named beside leave for what is to come: a reason to ask, and no sign of now."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from skinproof.catalogue.pattern import Match

_FINGERS = frozenset("finger fingers fingertips toe toes hand hands foot feet nipples doigts doigt orteils mains dedos dedo manos".split())
_IN_THE_COLD = frozenset("cold winter freezer weather chilly froid hiver frio invierno".split())
_CHILLED = ("raynaud", "raynoid", "chilblain", "engelure", "sabanon")
# What may have followed something is never taken back.
_FOLLOWED = frozenset(
    "after since following post had got did done yesterday today now just ago suddenly sudden tonight last hour hours minutes minute mins injected filler fillers injection botox "
    "apres depuis hier maintenant vient viens desde despues ayer ahora hoy acabo".split()
)
_OF_COLD_FINGERS = frozenset({"sign:skin_white_mottled", "sign:white_and_numb", "sign:colour_change", "sign:cold_area", "sign:mercury_signs", "sign:numb_calm", "sign:blue_lips_grey_skin"})


def _fingers_in_the_cold(match: Match, text: Sequence[str]) -> bool:
    """"Raynaud's, my fingers go white in the cold. Fat freezing?": an illness that is known, and no skin that a treatment froze."""
    if match.owner not in _OF_COLD_FINGERS or _FOLLOWED & set(text) or not _FINGERS & set(text[max(0, match.start - 3) : match.end + 3]):
        return False
    return bool(_IN_THE_COLD & set(text)) or any(word.startswith(_CHILLED) for word in text)


_NAMED_REACTIONS = frozenset("sjs stevens johnson lyell".split())
_ONCE = frozenset("past once before previously previous history ago years childhood child kid teenager last 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025 passe antecedent antecedents antecedente antecedentes anos hace vez enfance".split())
_OF_NOW = frozenset(
    "now today tonight yesterday started starting spreading peeling blisters blister blistering sores fever rash coming again think thinks worried suspect could is signs symptoms days day hours week weeks "
    "maintenant aujourd hier fievre cloques ahora hoy ayer fiebre ampollas".split()
)


def _reaction_once_had(match: Match, text: Sequence[str]) -> bool:
    """"SJS in the past, can I take this": a reaction known by name and over, where nothing is told of now."""
    said = set(text[match.start : match.end])
    return match.owner == "sign:skin_peeling_mouth_sores" and bool(said & _NAMED_REACTIONS) and said <= _NAMED_REACTIONS and bool(_ONCE & set(text)) and not _OF_NOW & set(text)


_CANCER_MEDICINES = frozenset("cetuximab erbitux panitumumab vectibix erlotinib tarceva gefitinib iressa afatinib osimertinib tagrisso egfr chemo chemotherapy immunotherapy oncologist oncology chimio immunotherapie quimio inmunoterapia".split())
_OF_HIVES = frozenset("hives welts wheals weals urticaria nettle nettles itchy itching itches lips tongue throat breathe breathing wheezing wheeze swollen swelling swelled infusion minutes hour hours urticaire ronchas".split())


def _rash_of_a_cancer_medicine(match: Match, text: Sequence[str]) -> bool:
    """"On cetuximab, acne rash everywhere": the medicine's rash, which has a rule of its own, and no hives."""
    return match.owner in {"sign:hives_spreading", "sign:skin_flaring"} and bool(_CANCER_MEDICINES & set(text)) and not _OF_HIVES & set(text)


KNOWN_BEFORE: tuple[Callable[[Match, Sequence[str]], bool], ...] = (_fingers_in_the_cold, _reaction_once_had, _rash_of_a_cancer_medicine)
