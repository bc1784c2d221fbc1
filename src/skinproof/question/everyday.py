"""Leave asked for something of daily life after or before one treatment: "can I drink wine after botox", "gym before filler?"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from skinproof.catalogue.lexicon import Found
from skinproof.catalogue.outcome import Family
from skinproof.catalogue.pattern import Match
from skinproof.catalogue.text import END
from skinproof.question.asked import Asked
from skinproof.question.case import Everyday
from skinproof.question.kinds import CONTEXT_SIGNS
from skinproof.question.read import Read

_LONGEST = 60  # words
_LEAVE = frozenset(
    "can could may should shall must ok okay oki allowed alright fine safe soon long wait waiting avoid yes hours rules bad wrong cool possible need many problem matter "
    "puis peux peut quand combien faut dois attendre eviter autorise possible grave "
    "puedo puede cuando cuanto debo esperar evitar permitido posible malo".split()
)
# What it does, or why, is asked; or that it was done is told.
_OTHER = frozenset("why pourquoi ruin ruins ruined ruining spoil spoils spoiled dissolve dissolves dissolved dissolving migrate migrated migration affect affects affected happens happened cause caused pick picking pull pulling squeeze squeezing pop popping flap hanging mess lump lumps nodule nodules bump bumps".split())
_DONE = frozenset(
    "drank went slept took washed wore kissed flew swam shaved ate exercised accidentally accident forgot forgotten mistake rubbed touched massaged bumped oops wreck wrecked sneezed coughed accidentaly "
    "bu pris dormi lave bebi tome fui olvide".split()
)
_AFTER = frozenset("after since post following had got done did having getting apres depuis suite tras despues desde eu fait hice tuve puse".split())
_BEFORE = frozenset("before prior pre ahead beforehand until avant antes previo".split())
_HAD = frozenset("had got done did yesterday ago today noon morning lunchtime earlier since hier eu fait matin midi ayer hice hoy tuve".split())
_AFTERWARDS = frozenset("after afterwards apres despues luego".split())
_AHEAD = frozenset("tomorrow booked appointment upcoming next having getting demain rdv prochain manana cita tengo".split())
_BEHIND = frozenset("after following post apres tras despues".split())
_BOOKED = frozenset("booked appointment appt scheduled reserve reservado rdv cita tomorrow demain manana".split())
_OKAY = frozenset("ok okay allowed alright fine safe bad possible problem permitido grave".split())
_EITHER = frozenset({"before", "after", "or"})
_SKIPPED = frozenset(
    "a an the my some your his her having getting doing new strong light deep first second third last session sessions of to for round treatment treatments appointment syringe syringes unit units ml vial shot shots jab jabs injection injections "
    "de del d du des un une la le l les el los las mi mon ma mes seance seances sesion inyeccion inyecciones".split()
)
# Names that are no more than the thing, however many words they have: "a facial", "retinol cream".
_PLAIN = frozenset(
    "facial facial_massage gua_sha sunscreen sunscreen_mineral sunscreen_chemical sunscreen_tinted cleanser moisturiser petrolatum toner waxing_threading retinol retinal tretinoin adapalene tazarotene vitamin_c niacinamide "
    "glycolic_leave_on salicylic_leave_on lactic_leave_on azelaic_acid polyhydroxy_acid benzoyl_peroxide omega_3_oral sauna_steam retinoid acid".split()
)
_OF_TIME = ("soon_after_it", "early_darkening")  # signs that only say when
_OF_THE_TOOTH = ("tooth_pain",)  # what a dentist is for
_NEAR = 5
_HAD_NEAR = 3
_AHEAD_OF_IT = 12
_SHORT = 7
_BARE = 5
_WRITER = frozenset("i im ive my me we our she he her his je j mon ma yo mi".split())


def everyday_of(read: Read, asked: Asked, signs: Sequence[str]) -> Everyday | None:
    """Return the things of daily life for which leave is asked, with the one treatment that they are set beside; None where anything else is asked.

    Args:
        read: the question as read.
        asked: what is asked about.
        signs: what is told of the skin.
    """
    found, text = read.found, read.text
    if len(text) > _LONGEST or read.listed or asked.choice or _complains(found, signs):
        return None
    names = [m for m in found.names if m.owner.startswith(("treatment:", "family:")) and set(_members(m, read.families)) & set(asked.named)]
    beside_names = {word for n, word in enumerate(text) if not any(m.start <= n < m.end for m in names)}  # the "shaved" of "a mole shaved off" tells of the treatment
    if (_OTHER | _DONE) & beside_names:
        return None
    told = [m for m in found.phrases if m.owner.startswith("everyday:") or m.owner == "occasion:sun"]
    beside, beforehand = _set_beside(names, told, text)
    things = [t for t in told if not any(n.start <= t.start and t.end <= n.end and (n in beside or _names_more(n, t)) for n in names)]
    others = [n for n in names if n not in beside]
    itself = [n for n in others if any(t.start < n.end and n.start < t.end for t in things)]
    if not things or len({n.owner for n in beside}) != 1 or itself != others or beforehand is None:
        return None
    if not (_leave_for(things, text) or _bare(text)) or any(_had(t, names, text) for t in things):
        return None
    return Everyday(
        things=tuple(dict.fromkeys(t.owner.partition(":")[2] for t in things)), beside=_members(beside[0], read.families),
        itself=tuple(dict.fromkeys(member for n in itself for member in _members(n, read.families))), beforehand=beforehand,
    )


def _leave_for(things: Sequence[Match], text: Sequence[str]) -> bool:
    """Whether leave or a time is asked near a thing: shortly before it, in the last sentence with it, or in a short one that follows."""
    ends = [-1, *(n for n, word in enumerate(text) if word == END), len(text)]
    sentences = [range(a + 1, b) for a, b in pairwise(ends) if b - a > 1]
    for thing in things:
        place, own = next((n, s) for n, s in enumerate(sentences) if thing.start in s)
        after = sentences[place + 1 :]
        near = range(max(own.start, thing.start - _AHEAD_OF_IT), own.stop if not after else thing.start)
        last = after[0] if len(after) == 1 and len(after[0]) <= _SHORT else ()
        if any(text[n] in _LEAVE or _when(text, n) for n in near) or _wished_for(thing, text) or any(text[n] in _OKAY for n in last):
            return True
    return False


def _bare(text: Sequence[str]) -> bool:
    """Whether no more than the thing and the treatment is said: "gym after microneedling?"."""
    said = [word for word in text if word != END]
    return len(said) <= _BARE and not _WRITER & set(said)


_WISH = frozenset("want fancy need craving fancying veux envie quiero apetece".split())
_WISH_NEAR = 3


def _wished_for(thing: Match, text: Sequence[str]) -> bool:
    """"I want a sauna the evening after my peel": what is wished for stands right before the thing, and the treatment behind "after"."""
    return bool(_WISH & set(text[max(0, thing.start - _WISH_NEAR) : thing.start])) and bool(_BEHIND & set(text[thing.end :]))


def _when(text: Sequence[str], place: int) -> bool:
    """Whether a time is asked: "gym when?", "when is sport fine", and not "when I wake up"."""
    return text[place] == "when" and [*text, END, END][place + 1] in {END, "is", "do", "will", "to", "am"}


def _set_beside(names: Sequence[Match], told: Sequence[Match], text: Sequence[str]) -> tuple[list[Match], bool | None]:
    """The names of the treatment that a thing is set beside, and whether the thing is meant before it; None where the words do not say."""
    beside, beforehand = _beside(names, text)
    if not beside:
        beside = [n for n in names if not any(t.start <= n.start and n.end <= t.end for t in told)]
        beforehand = _ahead(beside, told, text)
    return beside, beforehand or (True if set(text) >= _EITHER else beforehand)  # "before or after"


def _names_more(name: Match, thing: Match) -> bool:
    """Whether a name that holds the thing is the name of something else: the "glycolic" of a glycolic peel, and not the "retinol" of a retinol cream."""
    return name.end - name.start > thing.end - thing.start and name.owner.partition(":")[2] not in _PLAIN


def _members(name: Match, families: Mapping[str, Family]) -> tuple[str, ...]:
    owner = name.owner.partition(":")[2]
    return tuple(families[owner].members) if owner in families else (owner,)


def _complains(found: Found, signs: Sequence[str]) -> bool:
    """Whether a sign is told that is no more than a time, nor part of a name: the "face ... peel" of "wash my face after a peel"."""
    aside = (*CONTEXT_SIGNS, *_OF_TIME, *_OF_THE_TOOTH)
    told = [m for m in found.phrases if m.owner.startswith("sign:") and (sign := m.owner.partition(":")[2]) in signs and not sign.startswith(aside)]
    return any(not any(n.start < m.end and m.start < n.end for n in found.names) for m in told)


def _beside(names: Sequence[Match], text: Sequence[str]) -> tuple[list[Match], bool | None]:
    """The names that stand behind "after", else behind "before", and which of the two."""
    words = {n: _word_before(n, text) for n in names}
    after = [n for n in names if words[n] in _BEHIND or (words[n] in _AFTER and not _booked(n, text)) or _same_day(n, words[n], text)]
    before = [n for n in names if words[n] in _BEFORE]
    return (after, False) if after else (before, True)


def _same_day(name: Match, before: str, text: Sequence[str]) -> bool:
    """"The same evening as my peel"."""
    return before == "as" and "same" in text[max(0, name.start - _NEAR) : name.start]


def _word_before(name: Match, text: Sequence[str]) -> str:
    """The last word before a name in its sentence, but for articles."""
    near = list(text[max(0, name.start - _NEAR) : name.start])
    near = near[len(near) - near[::-1].index(END) :] if END in near else near
    return next((word for word in reversed(near) if word not in _SKIPPED and not word[:1].isdigit()), "")


def _ahead(beside: Sequence[Match], told: Sequence[Match], text: Sequence[str]) -> bool | None:
    """Whether the treatment is still to come, by the words around; None where they do not say."""
    if any(_word_before(t, text) in {"after", "apres", "despues", "tras"} for t in told):
        return True  # "can I have botox after a glass of wine"
    if not beside:
        return None
    if any(_booked(n, text) for n in beside):
        return True
    if _HAD & set(text) or any(a in _AFTERWARDS and b == END for a, b in pairwise([*text, END])):
        return False  # "botox at two, can I lie down after"
    return True if _AHEAD & set(text) else None


def _booked(name: Match, text: Sequence[str]) -> bool:
    """Whether a treatment is told as booked: "got my lip wax booked for five"."""
    return bool(_BOOKED & set(text[name.end : name.end + _NEAR - 1]))


def _had(thing: Match, names: Sequence[Match], text: Sequence[str]) -> bool:
    """Whether the thing itself is told as done: "had a glass of wine"."""
    places = range(max(0, thing.start - _HAD_NEAR), thing.start)
    told = [p for p in places if text[p] in {"had", "did", "eu", "hice"} and END not in text[p : thing.start]]
    return any(not any(p < n.start < thing.start for n in names) for p in told)
