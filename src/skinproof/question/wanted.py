"""What is wanted to be known, and whether something is told to have followed a treatment."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from skinproof.catalogue.lexicon import Found
from skinproof.catalogue.text import END, opening
from skinproof.question.asked import Asked
from skinproof.question.case import Kind
from skinproof.question.complaint import complains, felt
from skinproof.question.illness import unread_illness
from skinproof.question.kinds import CONTEXT_SIGNS, kinds_of
from skinproof.question.person import SERIOUS
from skinproof.question.read import Read

# Medicines by mouth, and what sets something else beside one: "donate blood on accutane", "sertraline and isotretinoin".
_BY_MOUTH = frozenset({"isotretinoin_oral", "oral_antibiotic", "spironolactone", "minoxidil_oral", "finasteride_oral", "dutasteride_oral", "tranexamic_oral", "oxybutynin_oral"})
_BESIDE = frozenset("and on with while taking during plus alongside together et y con avec sous pendant tomando durante".split())
_FELT = frozenset("nosebleed nosebleeds lips lip dry dryness rash headache headaches hair peeling flaky itchy itching tired fatigue aching aches ache pain sore joint joints muscle mood moody depressed depression sad eyes skin flare purge purging acne scalp periods weight burn sunburn sunburnt bleeding eczema chapped vision sight queasy nausea nauseous sick heartburn stomach tummy belly diarrhoea diarrhea thrush dizzy bloated appetite reflux vomiting".split())
_COURSE = frozenset("week weeks month months day days year years since first started start stopped finished after ago long dose mg results review reviews worth experience price cost cheap".split())
_OK_END = frozenset({"ok", "okay", "safe", "doable"})
_NORMAL_END = frozenset({"normal"})


class Wanted(Struct, frozen=True, kw_only=True):
    """What is wanted to be known, and whether something is told to have followed a treatment."""

    kinds: tuple[Kind, ...]
    beside: bool
    followed: bool
    complaint: bool


def wanted_of(read: Read, asked: Asked) -> Wanted:
    """Return the kinds of question, and whether something bad is told to have followed.

    Args:
        read: the question as read.
        asked: what is asked about.
    """
    found, text, choice = read.found, read.text, asked.choice
    beside = not asked.hoped and choice is None and _beside_medicine(found, text, asked.treatments)
    kinds: tuple[Kind, ...] = ("safe_for_me",) if beside else kinds_of(found, text, asked.treatments, choice=choice, past=bool(asked.past))
    if kinds == ("does_it_work",) and not found.ids("kind") and not _hoped_for(found) and choice is None and not read.listed and _tells_of_the_person(read, asked):
        kinds = ("safe_for_me",)  # "I have sarcoidosis. Botox?", "on lisinopril, microneedling?"
    if kinds == ("does_it_work",) and not found.ids("kind") and "who_may" in found.ids("concern") and "who" not in text and not asked.premises and not _hoped_for(found) and not read.person.has("unlicensed_provider"):
        kinds = ("regulation",)  # "may an esthetician do microneedling"
    worded = [k for k in kinds if k in found.ids("kind")]
    followed = not beside and not read.listed and not choice and (complains(found, text, worded) or felt(found, text, worded))
    complaint = followed and "what_went_wrong" not in kinds
    if complaint:
        kinds = (*(k for k in kinds if k != "does_it_work"), "what_went_wrong")  # "the laser left stripes of pale skin"
    if _asks_if_normal(text) and "what_went_wrong" not in kinds:
        kinds = (*kinds, "what_went_wrong")  # "day 3 after it, sandpaper skin. normal?"
    if "safe_for_me" not in kinds and _ends_with(_OK_END, text):
        kinds = (*(k for k in kinds if k != "does_it_work" or found.ids("kind")), "safe_for_me")  # "20 weeks pregnant, azelaic acid ok?"
    return Wanted(kinds=kinds, beside=beside, followed=followed, complaint=complaint)


# What is told of a person besides illness and medicine where a treatment is only named.
_TOLD = frozenset({
    "child", "over_65", "antibiotic_now", "everyday_medicine", "everyday_illness", "antidepressant", "blood_pressure_medicine", "weight_loss_shot", "hrt", "thyroid", "asthma", "painkiller_daily", "potassium_raising_medicine",
    "borrowed_medicine", "leftover_medicine", "fresh_wound", "open_wound", "active_infection", "allergy_milk", "allergy_egg", "allergy_lidocaine", "allergy_severe_any", "allergy_bee", "allergy_latex", "allergy_nuts",
})


def _tells_of_the_person(read: Read, asked: Asked) -> bool:
    """Whether an illness, a medicine or another reason is told of the person, and a treatment is only named."""
    if not asked.treatments or "insurance" in read.found.ids("concern"):
        return False
    told = set(read.person.conditions) & (SERIOUS | _TOLD)
    return bool(told) or bool(unread_illness(read.text, read.found, about_other=read.person.about_someone_else, safety=True, knows=lambda _: True))


def _hoped_for(found: Found) -> bool:
    """Whether an aim is told, and not only in the name of the treatment: "hair removal"."""
    return any(m.owner.startswith("goal:") and not any(name.start <= m.start and m.end <= name.end for name in found.names) for m in found.phrases)


def _ends_with(ends: frozenset[str], text: Sequence[str]) -> bool:
    """Whether a sentence ends with one of these words."""
    return any(word in ends and after == END for word, after in pairwise([*text, END]))


_SKINS = frozenset("piel peau pieles".split())
_OF_TESTS_AND_PRICES = frozenset("won wins winner cost costs price priced gagne coute coutent prix gano ganado cuesta cuestan precio".split())


def _asks_if_normal(text: Sequence[str]) -> bool:
    """"Day 3, sandpaper skin. Normal?", but not "23 años, piel normal" nor "the cheap one won, normal?"."""
    return any(
        word in _NORMAL_END and after == END and before not in _SKINS and not _OF_TESTS_AND_PRICES & set(text[opening(text, place) : place])
        for place, (before, word, after) in enumerate(zip(["", *text], [*text, END], [*text[1:], END, END], strict=False))
    )


def _beside_medicine(found: Found, text: Sequence[str], treatments: Sequence[str]) -> bool:
    """Whether something else is asked about beside one medicine: a question of safety, and not of its course or effect."""
    if len(treatments) != 1 or not set(treatments) <= _BY_MOUTH or (_COURSE | _FELT) & set(text) or not set(found.ids("kind")) <= {"mixing", "safe_for_me"} or {"normal", "harm_asked"} & set(found.ids("concern")):
        return False
    if any(m.owner.startswith("sign:") and not m.owner.removeprefix("sign:").startswith((*CONTEXT_SIGNS, "on_")) for m in found.phrases):
        return False
    names = [m for m in found.names if m.owner == f"treatment:{treatments[0]}"]
    return any(_BESIDE & {*text[max(0, m.start - 1) : m.start], *text[m.end : m.end + 1]} for m in names) and len(text) - sum(m.end - m.start for m in names) > 1
