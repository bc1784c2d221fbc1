"""Words → Case."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from skinproof.catalogue.lexicon import Found, Lexicon
from skinproof.catalogue.outcome import Family, Goal, Meaning
from skinproof.catalogue.pattern import Match
from skinproof.catalogue.text import END, words
from skinproof.catalogue.word_model import AnswerModel, WordModel
from skinproof.question.age import set_off
from skinproof.question.alarm import UNHEARD, hear
from skinproof.question.asserted import asserted, befell
from skinproof.question.case import Case, Kind, Part, Person
from skinproof.question.complaint import USUAL, complains, planned, was_had
from skinproof.question.danger import named as in_danger
from skinproof.question.denial import denied
from skinproof.question.expected import expected
from skinproof.question.illness import unknown_illness, unread_illness
from skinproof.question.kinds import CONTEXT_SIGNS, between_weekdays, kinds_of
from skinproof.question.language import language_of
from skinproof.question.left_out import given_up, ruled_out, tried_before
from skinproof.question.over import over, washed_out
from skinproof.question.person import SERIOUS, read_person
from skinproof.question.sequence import done_first
from skinproof.question.spans import days_ahead, days_named, repeat_named
from skinproof.question.spelling import respelt
from skinproof.question.unfounded import founded
from skinproof.question.whose import SELF, is_relation, somebody_elses

# Products that only carry what is asked about, and the aims that they serve themselves.
_VEHICLES = frozenset({"moisturiser", "toner", "cleanser", "facial"})
_SERVED = frozenset({"hydration", "eczema_goal", "oil", "blackheads"})
_LEAST_WORDS = 15  # fewer words call for no sort of answer
# A pasted list: many short pieces between commas.
_LEAST_PIECES = 6
_LONGEST_PIECE = 60
# Words that set two names against each other, and how far apart the names may stand.
_OR = frozenset({"or", "vs", "versus", "ou", "o", "contre"})
_CHOICE_WORDS = 4
# words of talk: a run of short pieces that holds them is no list of ingredients, and neither are symptoms with commas between
_EVERYDAY = frozenset("pas mal un une avec sans depuis je mon ma mes suis fievre rouge chaud chaude gonfle gonflee douleur douleurs bouche yeux oeil paupieres jambes joue levre faible faibles frissons vertiges tete cou hier matin no not i im ive my me is are was the have has had on as any do does can for with but or if so just then she he mi mis lo el los las hace desde tengo esta estoy que se dias y".split())
_BOTH = 2  # of a choice between two neither is history
# Treatments that a person mentions as their past or their medicine when another one is asked about.
_HISTORY = {
    "recent_filler": {"ha_filler", "filler_other", "poly_l_lactic_acid", "calcium_hydroxylapatite"}, "recent_toxin": {"botulinum_lines", "intradermal_toxin"},
    "recent_laser": {"ipl", "laser_ablative", "laser_nonablative", "vascular_laser", "pico_laser", "q_switched_laser", "thulium_laser"},
    "recent_peel": {"peel_glycolic", "peel_salicylic", "peel_tca", "peel_deep", "peel_lactic", "peel_mandelic", "peel_jessner", "peel_other"},
    "recent_needling": {"microneedling", "microneedling_home", "rf_microneedling", "micro_infusion"}, "recent_prp": {"prp"},
    "isotretinoin_now": {"isotretinoin_oral"}, "isotretinoin_recent": {"isotretinoin_oral"}, "isotretinoin_past": {"isotretinoin_oral"}, "recent_waxing": {"waxing_threading"},
    "recent_hydrafacial": {"hydradermabrasion"}, "recent_microdermabrasion": {"microdermabrasion"}, "recent_surgery": {"facelift"}, "recent_removal": {"mole_removal_home", "skin_tag_removal_home"},
}
_KIND_WORDS = re.compile(r"\b(facials?|treatments?|therapy|serum|laser|peel|injections?|device|mask|cream|machine|procedure|lift|patch(?:es)?|ampoule|booster)\b")


def _nothing(_text: Sequence[str]) -> None:
    return None


class Vocabulary(Struct, frozen=True, kw_only=True):
    """What understanding needs of the catalogue.

    `carries` holds, by treatment, the treatments that its usual contents are when used alone: named beside it, they are
    contents. `families` are names wide enough for several treatments. `alarming` returns what was learned of words of alarm in a
    language. `meant` returns what a text that names nothing is like.
    """

    lexicon: Lexicon
    goals: Mapping[str, Goal]
    carries: Mapping[str, Sequence[str]]
    families: Mapping[str, Family]
    alarming: Callable[[str], WordModel | None] = _nothing
    answers: AnswerModel | None = None
    meant: Callable[[Sequence[str]], tuple[str, Meaning] | None] = _nothing


def understand(question: str, vocabulary: Vocabulary, profile: Person | None = None, as_of: dt.date | None = None) -> Case:
    """Return what a question asks and of whom it speaks.

    Args:
        question: as typed, in any length.
        vocabulary: names, phrases, goals, contents and families.
        profile: what is known of the person beside the question.
        as_of: the day on which it is asked, for "born in 2011"; today if not given.
    """
    read = _read(question, vocabulary, profile, as_of)
    asked = _asked(read, vocabulary)
    wanted = _wanted(read, asked)
    text, found, person = read.text, read.found, read.person
    told = _signs_told(read)
    heard = UNHEARD if read.listed else hear(text, vocabulary.alarming(language_of(text)), named=bool(told))
    signs = (*told, *heard.signs)
    alike = asked.alike
    return Case(
        question=question, language=language_of(text), ingredient_list=read.listed,
        treatments=asked.treatments, ingredients=(*found.ids("ingredient"), *asked.contents), goals=asked.goals, outcomes=asked.outcomes,
        parts=tuple(Part(kind=k, treatments=asked.treatments, outcomes=asked.outcomes) for k in wanted.kinds),
        past=() if wanted.beside else asked.past, tried=asked.tried, done_first=done_first(found, text, read.families),
        history=tuple(t for t in asked.named if t not in asked.subjects),
        person=person, signs=signs, alarm=heard.likely, loudest=heard.loudest, danger=in_danger(text), symptoms=_symptoms(found, text, told=_tells(read, wanted)),
        unknown_illness=_illness_unknown(read, wanted.kinds, vocabulary.lexicon.knows),
        premises=asked.premises, premises_of_it=found.ids("premise_of_it"), asks=found.ids("ask"), concerns=_concerns(read, asked, wanted),
        occasions=found.ids("occasion"), places=found.ids("place"),
        days=days_named(text), days_ahead=days_ahead(text), repeat_days=_repeat_of_these(found, text),
        expected=_answers_called_for(read, vocabulary.answers),
        guessed=(*read.put_right, *found.guessed), alike=alike[0] if alike and (alike[1].treatments or alike[1].goals) else "",
        unknown_names=() if asked.treatments or found.ids("ingredient") else _unknown_names(question, vocabulary.lexicon),
        skin_words=bool(
            (alike and (alike[1].treatments or alike[1].goals)) or found.names or asked.goals or person.conditions or asked.premises
            or [s for s in signs if not s.startswith(CONTEXT_SIGNS)]
        ),
    )


class _Read(Struct, frozen=True, kw_only=True):
    """A question as words, what was found in them, and the person, before anything is concluded."""

    question: str
    listed: str | None
    text: list[str]
    put_right: Sequence[tuple[str, str]]
    found: Found
    person: Person
    hoped: list[str]
    families: Mapping[str, Family]


class _Asked(Struct, frozen=True, kw_only=True):
    """What is asked about: treatments, what they carry, what is history, and the aims."""

    named: tuple[str, ...]
    subjects: tuple[str, ...]
    treatments: tuple[str, ...]
    contents: tuple[str, ...]
    past: tuple[str, ...]
    tried: tuple[str, ...]
    choice: Literal["treatments", "brands"] | None
    premises: tuple[str, ...]
    alike: tuple[str, Meaning] | None
    hoped: list[str]
    goals: tuple[str, ...]
    outcomes: tuple[str, ...]


class _Wanted(Struct, frozen=True, kw_only=True):
    """What is wanted to be known, and whether something is told to have followed a treatment."""

    kinds: tuple[Kind, ...]
    beside: bool
    followed: bool
    complaint: bool


def _read(question: str, vocabulary: Vocabulary, profile: Person | None, as_of: dt.date | None) -> _Read:
    run = _short_pieces(question)
    text, put_right = respelt(words(question.replace(run, " ") if run else question), vocabulary.lexicon.knows)
    listed = _with_actives(question, run) if run else None
    found = _with_bare(vocabulary.lexicon.find([*text, END]), text, vocabulary.families)
    person = read_person(
        text, [m for m in found.phrases if m.owner.startswith("condition:")], profile,
        set_off_age=None if listed else set_off(question), this_year=(as_of or dt.date.today()).year,  # noqa: DTZ011
    )
    hoped = [
        m.owner.partition(":")[2] for m in found.phrases
        if m.owner.startswith("goal:") and not denied(m, text) and not _part_of_name(m, found, text) and not _ill_relative(m, text, person)
    ]
    families = {name: _in_sense(family, text, hoped) for name, family in vocabulary.families.items()}
    return _Read(question=question, listed=listed, text=text, put_right=put_right, found=found, person=person, hoped=hoped, families=families)


def _asked(read: _Read, vocabulary: Vocabulary) -> _Asked:
    found, text, hoped = read.found, read.text, read.hoped
    named = _named(found, text, read.families, read.person)
    choice = _choice(found, text)
    neither_past = choice == "treatments" and len(named) == _BOTH  # "spironolactone or roaccutane": neither is history
    subjects, past = (named, ()) if neither_past else _subjects(named, read.person)
    carried = {c for t in subjects for c in vocabulary.carries.get(t, ()) if c != t} if not (choice or "which" in found.ids("kind")) else set()
    treatments = tuple(t for t in subjects if t not in carried)
    if "goal_first" in found.ids("concern") and hoped and not set(hoped) <= _SERVED and set(treatments) <= _VEHICLES:
        treatments = ()  # "the key ingredient for a night cream": the cream only carries it
    treatments, tried = _still_asked(treatments, found, text, read.families, hoped=bool(hoped), choice=choice is not None)
    premises = _premises(found, read.person)
    alike = None
    if not (treatments or tried or hoped or premises or found.ids("ingredient") or read.listed or any(read.person.has(c) for c in _CHILD_NEAR)):
        alike = vocabulary.meant(text)
    if alike is not None:
        treatments, hoped = alike[1].treatments, list(alike[1].goals)
    goals = tuple(dict.fromkeys(g for goal in hoped for g in (*vocabulary.goals[goal].implies, goal)))
    return _Asked(
        named=named, subjects=subjects, treatments=treatments, contents=tuple(t for t in subjects if t in carried), past=past, tried=tried, choice=choice,
        premises=premises, alike=alike, hoped=hoped, goals=goals, outcomes=tuple(dict.fromkeys(o for g in goals for o in vocabulary.goals[g].outcomes)),
    )


def _wanted(read: _Read, asked: _Asked) -> _Wanted:
    found, text, choice = read.found, read.text, asked.choice
    beside = not asked.hoped and choice is None and _beside_medicine(found, text, asked.treatments)
    kinds: tuple[Kind, ...] = ("safe_for_me",) if beside else kinds_of(found, text, asked.treatments, choice=choice, past=bool(asked.past))
    if kinds == ("does_it_work",) and not found.ids("kind") and not asked.hoped and choice is None and SERIOUS & set(read.person.conditions):
        kinds = ("safe_for_me",)  # "I have sarcoidosis. Botox?"
    followed = not beside and not read.listed and not choice and complains(found, text, [k for k in kinds if k in found.ids("kind")])
    complaint = followed and "what_went_wrong" not in kinds
    if complaint:
        kinds = (*(k for k in kinds if k != "does_it_work"), "what_went_wrong")  # "the laser left stripes of pale skin"
    if _ends_with(_NORMAL_END, text) and "what_went_wrong" not in kinds:
        kinds = (*kinds, "what_went_wrong")  # "day 3 after it, sandpaper skin. normal?"
    if "safe_for_me" not in kinds and _ends_with(_OK_END, text):
        kinds = (*(k for k in kinds if k != "does_it_work" or found.ids("kind")), "safe_for_me")  # "20 weeks pregnant, azelaic acid ok?"
    return _Wanted(kinds=kinds, beside=beside, followed=followed, complaint=complaint)


def _ends_with(ends: frozenset[str], text: Sequence[str]) -> bool:
    """Whether a sentence ends with one of these words."""
    return any(word in ends and after == END for word, after in pairwise([*text, END]))


def _signs_told(read: _Read) -> tuple[str, ...]:
    """Signs told as happening; what somebody takes or is only of the person that is asked about."""
    found, text = read.found, read.text
    alone = read.person.about_someone_else or not _SELF_TOLD & set(text)
    return tuple(s for s in asserted(found.phrases, text) if s not in _OWN or (s not in washed_out(found.phrases, text) and (alone or s not in _others(found, text))))


def _tells(read: _Read, wanted: _Wanted) -> bool:
    """Whether something is told that came after a treatment, so that one word alone may be a symptom."""
    text = read.text
    dated = bool(days_named(text)) and not (wanted.kinds == ("timing",) and between_weekdays(text))
    return wanted.followed or "what_went_wrong" in wanted.kinds or dated or bool({"since", "depuis", "desde"} & set(text))


def _illness_unknown(read: _Read, kinds: Sequence[str], knows: Callable[[str], bool]) -> str:
    """An illness or medicine that no rule knows; one read from plain words only where safety may be asked."""
    if read.listed:
        return ""
    by_name = unknown_illness(read.question, knows)
    if by_name or ({"worth_it", "price", "regulation"} & set(kinds) and "safe_for_me" not in kinds):
        return by_name
    safety = bool({"safe_for_me", "mixing"} & set(kinds)) or bool(_INTERACTING & set(read.text))
    return unread_illness(read.text, read.found, about_other=read.person.about_someone_else, safety=safety, knows=knows)


def _concerns(read: _Read, asked: _Asked, wanted: _Wanted) -> tuple[str, ...]:
    """What else the words carry: concerns by phrase, and those concluded."""
    found, text = read.found, read.text
    named = [m for m in found.names if m.owner.startswith(("treatment:", "family:"))]
    concluded = {
        "beside_medicine": wanted.beside, "goal_first": bool(asked.tried), "one_name": len(asked.treatments) > 1 and len(named) == 1,
        "used_by_another": _used_by_another(found, text, read.person), "brands_compared": asked.choice == "brands", "this_or_that": asked.choice == "treatments",
    }
    return (*found.ids("concern"), *_told(found, text, followed=wanted.followed, complaint=wanted.complaint), *(name for name, so in concluded.items() if so))


def _answers_called_for(read: _Read, model: AnswerModel | None) -> dict[str, float]:
    readable = not read.listed and _LEAST_WORDS <= len(read.text) <= _LONGEST_READ
    return expected(read.text, model) if model is not None and readable else {}


_CHILD_NEAR = ("pregnancy", "nursing", "trying_to_conceive", "infant", "child")
_INTERACTING = frozenset({"affect", "affects", "interact", "interacts", "interfere"})
_WITH_CHILD = ("pregnancy", "nursing", "trying_to_conceive")


def _premises(found: Found, person: Person) -> tuple[str, ...]:
    """Beliefs that the words hold; some phrases count only of somebody who is pregnant, nursing or trying: "8 weeks pregnant. Can I have my hair dyed"."""
    more = found.ids("premise_with_child") if any(person.has(c) for c in _WITH_CHILD) else ()
    return tuple(dict.fromkeys((*found.ids("premise"), *more)))


_SHARED = frozenset("share sharing shared borrow borrowed borrowing leftover leftovers both partager partage compartir compartimos".split())
_I = frozenset("i ill ive puedo peux puis je".split())
_TAKES = frozenset("use used using try take took taking apply put usar tomar probar utiliser utilise prendre essayer".split())
_FATHERS = frozenset("husband hubby boyfriend bf fiance father dad copain mari compagnon conjoint novio marido esposo".split())
_MOTHERS = frozenset("wife girlfriend gf fiancee sister friend daughter mum mom femme copine soeur amie fille mujer novia esposa hermana amiga hija".split())


def _used_by_another(found: Found, text: Sequence[str], person: Person) -> bool:
    """Whether every treatment named is somebody else's, and the question is the asker's own: "my boyfriend is on Accutane, I'm pregnant"."""
    named = [m for m in found.names if m.owner.startswith(("treatment:", "family:"))]
    if _SHARED & set(text) or any(a in _I and b in _TAKES for a, b in pairwise(text)):
        return False  # "can I use his cream too"
    own = not person.about_someone_else or (bool(_FATHERS & set(text)) and not _MOTHERS & set(text))
    return bool(named) and own and all(somebody_elses(m, text) for m in named)


_LONGEST_TOLD = 600  # words; a longer letter names a hundred symptoms of something


def _symptoms(found: Found, text: Sequence[str], *, told: bool) -> tuple[str, ...]:
    """What may have followed a treatment, what most words tell of first; one word alone counts where something is told to have followed, and not inside an aim ("acne scars")."""
    seen: dict[str, set[int]] = {}  # by what is told the places of the words that tell it
    aims = [m for m in found.phrases if m.owner.startswith("goal:") and m.end - m.start > 1]
    for match in found.phrases if len(text) <= _LONGEST_TOLD else ():
        kind, _, name = match.owner.partition(":")
        if kind != "aftermath" or (match.end - match.start == 1 and (not told or any(a.start <= match.start < a.end for a in aims))):
            continue
        if befell(match, text):
            seen.setdefault(name, set()).update(range(match.start, match.end))
    return tuple(sorted(seen, key=lambda name: -len(seen[name])))


def _still_asked(treatments: tuple[str, ...], found: Found, text: Sequence[str], families: Mapping[str, Family], *, hoped: bool, choice: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The treatments that are asked about, and those that were tried or given up."""
    tried: tuple[str, ...] = ()
    if "something_else" in found.ids("concern") and hoped and not choice:
        tried, treatments = treatments, ()  # "four peels and no change, what else smooths lines"
    if len(treatments) > 1 and set(found.ids("kind")).isdisjoint({"mixing", "which", "timing"}) and not choice:
        treatments = _without_background(treatments, found, text)
    another = "goal_first" in found.ids("concern") and hoped  # "tried kojic and arbutin, what works best for brown spots"
    dropped = {m.owner.partition(":")[2] for m in found.names if given_up(m, text) or (another and tried_before(m, text))}
    dropped |= {member for name in dropped if name in families for member in families[name].members}
    if dropped & set(treatments) and (set(treatments) - dropped or ("goal_first" in found.ids("concern") and hoped)):
        tried, treatments = (*tried, *(t for t in treatments if t in dropped)), tuple(t for t in treatments if t not in dropped)  # "threw out my tretinoin, what can I use"
    return treatments, tried


def _told(found: Found, text: Sequence[str], *, followed: bool, complaint: bool) -> tuple[str, ...]:
    """What the words add to the concerns: that harm is told, that it was had, that all was had, that something is planned."""
    had = ("had_it",) if complaint and "had_it" not in found.ids("concern") and not USUAL & set(text) else ()
    return (*(("harm_told",) if complaint else ()), *had, *(("all_had",) if followed or was_had(found, text) else ()), *(("planned",) if planned(text) else ()))


# Medicines by mouth, and what sets something else beside one: "donate blood on accutane", "sertraline and isotretinoin".
_BY_MOUTH = frozenset({"isotretinoin_oral", "oral_antibiotic", "spironolactone", "minoxidil_oral", "finasteride_oral", "dutasteride_oral", "tranexamic_oral", "oxybutynin_oral"})
_BESIDE = frozenset("and on with while taking during plus alongside together et y con avec sous pendant tomando durante".split())
_FELT = frozenset("nosebleed nosebleeds lips lip dry dryness rash headache headaches hair peeling flaky itchy itching tired fatigue aching aches ache pain sore joint joints muscle mood moody depressed depression sad eyes skin flare purge purging acne scalp periods weight burn sunburn sunburnt bleeding eczema chapped vision sight".split())
_COURSE = frozenset("week weeks month months day days year years since first started start stopped finished after ago long dose mg results review reviews worth experience price cost cheap".split())


def _beside_medicine(found: Found, text: Sequence[str], treatments: Sequence[str]) -> bool:
    """Whether something else is asked about beside one medicine: a question of safety, and not of its course or effect."""
    if len(treatments) != 1 or not set(treatments) <= _BY_MOUTH or (_COURSE | _FELT) & set(text) or not set(found.ids("kind")) <= {"mixing", "safe_for_me"} or {"normal", "harm_asked"} & set(found.ids("concern")):
        return False
    if any(m.owner.startswith("sign:") and not m.owner.removeprefix("sign:").startswith((*CONTEXT_SIGNS, "on_")) for m in found.phrases):
        return False
    names = [m for m in found.names if m.owner == f"treatment:{treatments[0]}"]
    return any(_BESIDE & {*text[max(0, m.start - 1) : m.start], *text[m.end : m.end + 1]} for m in names) and len(text) - sum(m.end - m.start for m in names) > 1


# What most people use anyway, and the words that say so.
_BACKGROUND = frozenset({"sunscreen", "sunscreen_mineral", "sunscreen_chemical", "sunscreen_tinted", "moisturiser", "cleanser"})
_IN_USE = frozenset("already do always wear wearing daily religiously anyway".split())
_BEFORE_NAME, _AFTER_NAME = 4, 3


def _without_background(treatments: tuple[str, ...], found: Found, text: Sequence[str]) -> tuple[str, ...]:
    """Leave out what is only said to be in use: "is the capsule worth it, I already wear SPF 50 daily"."""
    used = {
        m.owner.partition(":")[2] for m in found.names
        if m.owner.partition(":")[2] in _BACKGROUND and _IN_USE & set(text[max(0, m.start - _BEFORE_NAME) : m.end + _AFTER_NAME])
    }
    return tuple(t for t in treatments if t not in used) or treatments


_OFFERED = frozenset("package packages session sessions course facialist clinic spa salon derm treatments appointments".split())


def _repeat_of_these(found: Found, text: Sequence[str]) -> float | None:
    """How often the things named are repeated: not the weekly haircut of a sentence about oneself that names none of them."""
    ends = [n for n, word in enumerate([*text, END]) if word == END]
    sentences = [(first, last) for first, last in pairwise((-1, *ends))]
    named = [(first, last) for first, last in sentences if any(first < m.start < last for m in found.names)]
    others = [(first, last) for first, last in sentences if (first, last) not in named and (not SELF & set(said := text[first + 1 : last]) or _OFFERED & set(said))]
    return next((days for first, last in (*named, *others) if (days := repeat_named(text[first + 1 : last])) is not None), None)


# Signs that say what somebody takes or is: those of a sister are not the asker's.
_OWN = frozenset({"on_isotretinoin", "on_tranexamic", "pregnant"})
_SELF_TOLD = frozenset("i im ive id ill me je j moi yo mi".split())  # the asker is spoken of too


def _others(found: Found, text: Sequence[str]) -> set[str]:
    """Signs that every mention gives to somebody else, or to the past."""
    told = [m for m in found.phrases if m.owner.startswith("sign:")]
    own = {m.owner for m in told if not somebody_elses(m, text) and not over(m, text)}
    return {m.owner.partition(":")[2] for m in told if m.owner not in own}


def _ill_relative(goal: Match, text: Sequence[str], person: Person) -> bool:
    """The skin cancer that a sister had is no aim of the asker."""
    return goal.owner == "goal:skin_cancer" and not person.about_someone_else and somebody_elses(goal, text)


def _part_of_name(goal: Match, found: Found, text: Sequence[str]) -> bool:
    """The oil of "castor oil" is nobody's aim."""
    if goal.owner == "goal:oil" and text[goal.end - 1 : goal.end + 1] in (["oily", "skin"], ["greasy", "skin"]) and text[goal.start - 1 : goal.start] == ["for"]:
        return True  # "which sunscreen for oily skin"
    return goal.owner in {"goal:oil", "goal:collagen"} and any(name.start <= goal.start and goal.end <= name.end for name in found.names)


def _in_sense(family: Family, text: Sequence[str], hoped: Sequence[str]) -> Family:
    """A family with the members that its name means in this text: "laser" beside "chin hair" removes hair."""
    for sense in family.senses:
        if set(sense.words) & set(text) or (hoped and set(hoped) <= set(sense.goals)):
            return replace(family, members=sense.members)
    return family


_PRAISED = frozenset("loved loves love raves raving swears recommended recommends amazing obsessed adore adora encanta".split())


def _named(found: Found, text: Sequence[str], families: Mapping[str, Family], person: Person) -> tuple[str, ...]:
    """Treatments named, and the usual members of families named without a member; not what somebody else takes, unless nothing else is asked about."""
    own = [m for m in found.names if (person.about_someone_else or not somebody_elses(m, text)) and not ruled_out(m, text)]
    taken = _taken(person) if _PRAISED & set(text) else set()  # "my friend had a peel and loved it. I'm on Accutane. Worth it?"
    own = own if any(m.owner.startswith(("treatment:", "family:")) and m.owner.partition(":")[2] not in taken for m in own) else list(found.names)
    told = [m.owner.partition(":")[2] for m in own if m.owner.startswith("treatment:")]
    named = [member for name in told for member in (families[name].members if name in families else (name,))]
    wide = [families[m.owner.partition(":")[2]] for m in own if m.owner.startswith("family:")]
    meant = [member for family in wide if not set(family.kin) & set(named) for member in family.members]
    return tuple(dict.fromkeys((*named, *meant)))


def _with_bare(found: Found, text: Sequence[str], families: Mapping[str, Family]) -> Found:
    """Add the words that are a family's name only where they stand as a noun, outside of longer names, and leave out beliefs whose subject is denied."""
    found = founded(found, text)
    padded = (END, *text, END)
    bare = [
        Match(owner=f"family:{name}", start=place, end=place + 1) for name, family in families.items() if family.bare for place, word in enumerate(text)
        if word in family.bare.words and padded[place] not in family.bare.not_after and padded[place + 2] not in family.bare.not_before
        and not any(m.start <= place < m.end for m in found.names)
    ]
    return replace(found, names=tuple(sorted((*found.names, *bare), key=lambda m: m.start))) if bare else found


def _taken(person: Person) -> set[str]:
    """What the person takes or has had, as told."""
    return {t for condition, them in _HISTORY.items() if condition in person.conditions for t in them}


def _subjects(treatments: Sequence[str], person: Person) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The treatments that are asked about, and those of them that are history: history is asked about if nothing else is."""
    past = _taken(person)
    asked = tuple(t for t in treatments if t not in past)
    return (asked, ()) if asked else (tuple(treatments), tuple(treatments))


def _choice(found: Found, text: Sequence[str]) -> Literal["treatments", "brands"] | None:
    """Whether "this or that" stands between two names: two treatments, or two names of one."""
    for one, other in pairwise(found.names):
        between = text[max(one.start + 1, one.end - 1) : other.start]  # "a facial or" is a name
        if other.start - one.end <= _CHOICE_WORDS and (_OR & set(between) or ("difference" in text[max(0, one.start - 3) : one.start] and "and" in between)) and not {END, "before", "after"} & set(between):
            return "brands" if one.owner == other.owner else "treatments"
    return None


_OK_END = frozenset({"ok", "okay", "safe", "doable"})
_NORMAL_END = frozenset({"normal"})
_LONGEST_READ = 300  # words; a longer letter asks for many things
# "Active: Salicylic Acid 2%. Others:" right before the long list
_ACTIVES = re.compile(r"\bactives?(?: ingredients?)?\s*:[^:\n]{3,160}[.;,\n]\s*(?:others?|inactives?|(?:other|inactive) ingredients?|ingredients?|excipients?)\s*:\s*$", re.IGNORECASE)


def _short_pieces(question: str) -> str | None:
    """The longest run of short pieces between commas, if it is long enough to be an ingredient list."""
    best = ""
    for block in re.split(r"[:?!\n]|\.\s(?=[a-z])|\s[-–—]\s", question):
        pieces = [p.strip() for p in block.split(",")]
        short = [p for p in pieces if 0 < len(p) <= _LONGEST_PIECE and not _EVERYDAY & set(words(p))]
        if len(short) >= _LEAST_PIECES and len(block) > len(best) and sum(len(p.split()) <= 4 for p in short) >= 0.8 * len(pieces):
            best = block
    return best or None


def _with_actives(question: str, run: str) -> str:
    """An ingredient list with the actives that a drug label names before it; they stay words of the question too."""
    start = question.index(run)
    actives = _ACTIVES.search(question[:start])
    return question[actives.start() if actives else start : start + len(run)]


def _unknown_names(question: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Names before words such as "facial" that the lexicon does not know: perhaps a treatment that has no record."""
    names = []
    for match in _KIND_WORDS.finditer(question.casefold()):
        before = [w for w in re.findall(r"[\w'-]+", question[: match.start()])[-3:] if not is_relation(w.casefold().partition("'")[0]) and not (w.islower() and w.endswith("ing"))]
        strange = [w for w in before if len(w) > 3 and not any(lexicon.knows(p) for p in words(w)) and (w[0].isupper() or w.casefold() not in _ORDINARY)]
        if strange:
            names.append(" ".join((*strange, match.group())))
    return tuple(dict.fromkeys(names))


_ORDINARY = frozenset(
    "about after again also complete completed full proper several another before being best better between book booked buying called cheap clinic could daily different done dont ever every "
    "first from gave give style type similar branded own mum mums friend friends sister wife good great have having heard home into just kind last like little local long look made make many more most much need never "
    "next nice offer offers other over really same salon session should some something spa start such take than that their them then there these they "
    "thing think this those through time times today tried trying using very want wants week were what when where which while will with without work "
    "works would year years your skin face facial anti kinds type types sort medical cosmetic beauty aesthetic special sheet hand body night does monthly "
    "single full second third weekly popular online recommended proper gentle strong expensive regular usual favourite favorite latest famous proven".split()
)
