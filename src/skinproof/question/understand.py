"""Words → Case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.lexicon import Found
from skinproof.catalogue.text import END, opening
from skinproof.catalogue.word_model import AnswerModel
from skinproof.question.alarm import UNEASY, UNHEARD, hear, reassured
from skinproof.question.asked import Asked, asked_of
from skinproof.question.asked_leave import leave_for_what_follows, named_last
from skinproof.question.asserted import asserted, befell
from skinproof.question.case import Case, Part, Person
from skinproof.question.complaint import USUAL, planned, was_had
from skinproof.question.danger import named as in_danger
from skinproof.question.denial import denied
from skinproof.question.everyday import everyday_of
from skinproof.question.expected import expected
from skinproof.question.fainted_once import fainted_long_ago
from skinproof.question.family import ill_family
from skinproof.question.illness import unknown_illness, unread_illness
from skinproof.question.kinds import CONTEXT_SIGNS, between_weekdays
from skinproof.question.language import language_of
from skinproof.question.now_and_own import TAKES_OR_IS
from skinproof.question.other_senses import without_them
from skinproof.question.over import over, washed_out
from skinproof.question.read import Read, read_words
from skinproof.question.sequence import done_first
from skinproof.question.spans import days_ahead, days_named, repeat_named
from skinproof.question.still_so import so_of_me
from skinproof.question.unknown_names import unknown_names
from skinproof.question.vocabulary import Vocabulary
from skinproof.question.wanted import Wanted, wanted_of
from skinproof.question.whose import SELF, borrowed, somebody_elses

_LEAST_WORDS = 15  # fewer words call for no sort of answer
_LONGEST_READ = 300  # words; a longer letter asks for many things
_INTERACTING = frozenset({"affect", "affects", "interact", "interacts", "interfere"})


def understand(question: str, vocabulary: Vocabulary, profile: Person | None = None, as_of: dt.date | None = None) -> Case:
    """Return what a question asks and of whom it speaks.

    Args:
        question: as typed, in any length.
        vocabulary: names, phrases, goals, contents and families.
        profile: what is known of the person beside the question.
        as_of: the day on which it is asked, for "born in 2011"; today if not given.
    """
    read = read_words(question, vocabulary, profile, as_of)
    asked = asked_of(read, vocabulary)
    wanted = wanted_of(read, asked)
    text, found, person = read.text, read.found, read.person
    told = _signs_told(read)
    heard = UNHEARD if read.listed or (set(told) <= _OWN and _merely_late(found, text)) else hear(without_them(text), vocabulary.alarming(language_of(text)), named=bool(told))
    signs = (*told, *(sign for sign in heard.signs if not (sign == UNEASY and _at_ease(found, told, text))))
    alike = asked.alike
    return Case(
        question=question, language=language_of(text), ingredient_list=read.listed,
        treatments=asked.treatments, ingredients=(*found.ids("ingredient"), *asked.contents), goals=asked.goals, outcomes=asked.outcomes,
        parts=tuple(Part(kind=k, treatments=asked.treatments, outcomes=asked.outcomes) for k in wanted.kinds),
        past=() if wanted.beside else asked.past, tried=asked.tried, left_out=asked.left_out, done_first=done_first(found, text, read.families),
        history=tuple(t for t in asked.named if t not in asked.subjects),
        person=person, signs=signs, alarm=heard.likely, loudest=heard.loudest, danger=in_danger(text, days_named(text)), symptoms=_symptoms(found, text, told=_tells(read, wanted)),
        unknown_illness=_illness_unknown(read, wanted.kinds, vocabulary.lexicon.knows),
        premises=asked.premises, premises_of_it=found.ids("premise_of_it"), asks=found.ids("ask"), concerns=_concerns(read, asked, wanted),
        occasions=found.ids("occasion"), places=found.ids("place"), everyday=None if wanted.complaint else everyday_of(read, asked, told),
        days=days_named(text), days_ahead=days_ahead(text), repeat_days=_repeat_of_these(found, text),
        expected=_answers_called_for(read, vocabulary.answers),
        guessed=(*read.put_right, *found.guessed), alike=alike[0] if alike and (alike[1].treatments or alike[1].goals) else "",
        unknown_names=() if asked.treatments or found.ids("ingredient") else unknown_names(question, vocabulary.lexicon),
        skin_words=bool(
            (alike and (alike[1].treatments or alike[1].goals)) or found.names or asked.goals or person.conditions or asked.premises
            or [s for s in signs if not s.startswith(CONTEXT_SIGNS)]
        ),
    )


_FEW = 15  # words
_FELT = frozenset("now since feel feeling feels felt sick ill dizzy pain hurts pregnant bleeding blood weird shaking rash swollen vomit vomiting".split())


def _merely_late(found: Found, text: Sequence[str]) -> bool:
    """"Took my tablet two hours late, is that ok": a dose that was late or missed, and nothing that followed."""
    return len(text) < _FEW and "missed" in found.ids("ask") and not _FELT & set(text)


def _signs_told(read: Read) -> tuple[str, ...]:
    """Signs told as happening; what somebody takes or is only of the person that is asked about."""
    found, text = read.found, read.text
    alone = read.person.about_someone_else or not _SELF_TOLD & set(text)
    return tuple(s for s in asserted(found.phrases, text) if s not in _OWN or (s not in washed_out(found.phrases, text) and (alone or s not in _others(found, text))))


# Signs that say what somebody takes or is: those of a sister are not the asker's.
_OWN = frozenset(sign.removeprefix("sign:") for sign in TAKES_OR_IS)
_SELF_TOLD = frozenset("i im ive id ill me je j moi yo mi".split())  # the asker is spoken of too


def _others(found: Found, text: Sequence[str]) -> set[str]:
    """Signs that every mention gives to somebody else, or to the past."""
    told = [m for m in found.phrases if m.owner.startswith("sign:")]
    own = {m.owner for m in told if (borrowed(m, text) or so_of_me(m, text) or not somebody_elses(m, text)) and not over(m, text)}
    return {m.owner.partition(":")[2] for m in told if m.owner not in own}


def _at_ease(found: Found, told: Sequence[str], text: Sequence[str]) -> bool:
    """Whether no sign is told, and all is said to be normal or long ago."""
    return all(sign.startswith(CONTEXT_SIGNS) for sign in told) and (reassured(text) or any(fainted_long_ago(m, text) for m in found.phrases))


def _tells(read: Read, wanted: Wanted) -> bool:
    """Whether something is told that came after a treatment, so that one word alone may be a symptom."""
    text = read.text
    dated = bool(days_named(text)) and not (wanted.kinds == ("timing",) and between_weekdays(text))
    return wanted.followed or "what_went_wrong" in wanted.kinds or dated or bool({"since", "depuis", "desde"} & set(text))


def _illness_unknown(read: Read, kinds: Sequence[str], knows: Callable[[str], bool]) -> str:
    """An illness or medicine that no rule knows; one read from plain words only where safety may be asked."""
    if read.listed:
        return ""
    by_name = unknown_illness(read.question, knows)
    if by_name or ({"worth_it", "price", "regulation"} & set(kinds) and "safe_for_me" not in kinds):
        return by_name
    safety = bool({"safe_for_me", "mixing"} & set(kinds)) or bool(_INTERACTING & set(read.text))
    return unread_illness(read.text, read.found, about_other=read.person.about_someone_else, safety=safety, knows=knows)


def _concerns(read: Read, asked: Asked, wanted: Wanted) -> tuple[str, ...]:
    """What else the words carry: concerns by phrase, and those concluded."""
    found, text = read.found, read.text
    named = [m for m in found.names if m.owner.startswith(("treatment:", "family:"))]
    concluded = {
        "beside_medicine": wanted.beside, "goal_first": bool(asked.tried), "one_name": len(asked.treatments) > 1 and len(named) == 1,
        "used_by_another": _used_by_another(found, text, read.person), "brands_compared": asked.choice == "brands", "this_or_that": asked.choice == "treatments",
        "ill_family": ill_family(text, found, read.person),
    }
    painless = _no_pain_told(found, text)
    named_concerns = [c for c in found.ids("concern") if not ((c == "animal" and asked.treatments and _MY_OWN & set(pairwise(text))) or (c == "pain_asked" and painless))]
    return (*named_concerns, *_told(found, text, followed=wanted.followed, complaint=wanted.complaint), *(name for name, so in concluded.items() if so))


_ASKS_OF_IT = frozenset("is are does do will can est c ca es duele with avec con it".split())


_FELT_THERE = frozenset({("when", "i"), ("if", "i"), ("to", "touch"), ("quand", "j"), ("quand", "je"), ("cuando", "lo"), ("cuando", "me")})


def _no_pain_told(found: Found, text: Sequence[str]) -> bool:
    """"No pain, no fever, what cream", "hurts a bit when I press it": told, and not asked of the treatment: "is it without pain"."""
    pains = [m for m in found.phrases if m.owner == "concern:pain_asked"]
    return bool(pains) and all((denied(m, text) or tuple(text[m.end : m.end + 2]) in _FELT_THERE or tuple(text[m.end + 2 : m.end + 4]) in _FELT_THERE) and not _ASKS_OF_IT & set(text[opening(text, m.start) : m.start]) for m in pains)


def _told(found: Found, text: Sequence[str], *, followed: bool, complaint: bool) -> tuple[str, ...]:
    """What the words add to the concerns: that harm is told, that it was had, that all was had, that something is planned."""
    had = ("had_it",) if complaint and "had_it" not in found.ids("concern") and not USUAL & set(text) else ()
    ahead = ("still_ahead",) if leave_for_what_follows(found, text) or named_last(found, text) else ()
    return (*ahead, *(("harm_told",) if complaint else ()), *had, *(("all_had",) if followed or was_had(found, text) else ()), *(("planned",) if planned(text) else ()))


_MY_OWN = frozenset({("my", "face"), ("my", "skin"), ("my", "lips"), ("my", "cheeks"), ("on", "myself"), ("ma", "peau"), ("mon", "visage"), ("mi", "cara"), ("mi", "piel")})  # of somebody with a pet
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


def _answers_called_for(read: Read, model: AnswerModel | None) -> dict[str, float]:
    readable = not read.listed and _LEAST_WORDS <= len(read.text) <= _LONGEST_READ
    return expected(read.text, model) if model is not None and readable else {}


_LASTING = frozenset("scar scars acne wrinkle wrinkles line lines melasma rosacea circles pores age hair cicatrices arrugas rides".split())  # aims that no treatment leaves behind
_LONGEST_TOLD = 600  # words; a longer letter names a hundred symptoms of something


def _symptoms(found: Found, text: Sequence[str], *, told: bool) -> tuple[str, ...]:
    """What may have followed a treatment, what most words tell of first; one word alone counts where something is told to have followed, and not inside an aim ("acne scars")."""
    seen: dict[str, set[int]] = {}  # by what is told the places of the words that tell it
    aims = [m for m in found.phrases if m.owner.startswith("goal:") and m.end - m.start > 1 and not (told and not _LASTING & set(text[m.start : m.end]))]
    for match in found.phrases if len(text) <= _LONGEST_TOLD else ():
        kind, _, name = match.owner.partition(":")
        if kind != "aftermath" or (match.end - match.start == 1 and (not told or any(a.start <= match.start < a.end for a in aims))):
            continue
        if befell(match, text):
            seen.setdefault(name, set()).update(range(match.start, match.end))
    return tuple(sorted(seen, key=lambda name: -len(seen[name])))


_OFFERED = frozenset("package packages session sessions course facialist clinic spa salon derm treatments appointments".split())


def _repeat_of_these(found: Found, text: Sequence[str]) -> float | None:
    """How often the things named are repeated: not the weekly haircut of a sentence about oneself that names none of them."""
    ends = [n for n, word in enumerate([*text, END]) if word == END]
    sentences = [(first, last) for first, last in pairwise((-1, *ends))]
    named = [(first, last) for first, last in sentences if any(first < m.start < last for m in found.names)]
    others = [(first, last) for first, last in sentences if (first, last) not in named and (not SELF & set(said := text[first + 1 : last]) or _OFFERED & set(said))]
    return next((days for first, last in (*named, *others) if (days := repeat_named(text[first + 1 : last])) is not None), None)
