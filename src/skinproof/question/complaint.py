"""Whether a text tells of something that followed a treatment, and asks of no benefit: "the peel left grey stripes"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from skinproof.catalogue.lexicon import Found
from skinproof.catalogue.pattern import Match
from skinproof.catalogue.text import END
from skinproof.question.asked_leave import leave_for_what_follows
from skinproof.question.denial import NEGATIONS
from skinproof.question.illness import illnesses_named
from skinproof.question.not_had import yesterday_before
from skinproof.question.whose import somebody_elses

# Kinds that ask of benefit, choice or plans: told beside them, what happened is only the background.
_ASKS_ELSE = frozenset({"worth_it", "which", "price", "mixing", "regulation", "ingredient", "course", "timing"})
_PLANNED = frozenset(
    "want wants wanting considering booked booking appointment appt rebook reschedule thinking plan planning plans hoping hope hopes interested tomorrow upcoming before curious offered recommended suggested advised prescribed "
    "veux voudrais envie avant quiero quisiera pienso antes".split()
)
# What nobody has who is content.
TROUBLE = frozenset(
    "burnt burned burning burn burns stripe stripes striped zebra pale white whitish bleached black blackened dark blue bluish grey gray greyish grayish green greenish orange purple purplish yellow yellowish red brown darker darkened "
    "lighter swollen swelled swell swelling puffy puffed pulled droopy drooping droops drooped crooked lopsided uneven asymmetric asymmetrical lump lumps lumpy bump bumps bumpy pustule pustules pus pimple pimples zits spots boils cyst "
    "cysts milia whiteheads crust crusts crusty crusted stinky smelly smell smells stinks oozing oozes ooze weeping weeps waters watery bleeding bled bleeds peeling peels peeled peel flaking flaky flakes itch itches itching itchy "
    "sting stings stinging stung hurt hurts hurting sore soreness ache aches aching achy painful pain throbbing throbs numb numbness tingle tingles tingling rash rashes rashy hives welts dent dents dented dip dips hollow hollows "
    "hollowed scar scars scarred scarring mark marks blotch blotches blotchy patch patches patchy streaks streaky blister blisters blistered scab scabs scabby raw hole holes pits stiff twitch twitches twitching flare flared flaring "
    "worse shed shedding falling cracked cracking split tight opened gaping leaking leaks infected ruined botched damaged wrecked melted weird odd strange wrong headache headaches migraine migraines dizzy nausea "
    "nauseous fluey flu feverish flushing flushed hot bruise bruised bruises bruising sandpaper leather leathery waxy shiny tomato lobster balloon groove grooves flush fried ridge ridges hang hangs crack weird saggy sagging sagged baggy drier broke breakout breakouts dimple dimples dimpling droopy drop dropped fallen falling caido tombe immune headachy ripped torn tore dead gunk tender redness pinkish pink dry dryness dried chapped breaking pustules bright firm bloated bloating bloat queasy heartburn frizzy frizz oily greasy shiny sticky tired dizzy goosebumps uncomfortable sensitive patchy swollen crooked matting tiny twinge twinges spasm spasms cramp cramps crampy smelling "
    "brules brule brulee brulures gonfle gonfles cloques rougeurs pique gratte tache taches croutes quemo quemada quemadas quemaduras ampollas hinchado hinchada manchas mancha costras pica arde granos".split()
)
# What is done to somebody, and by what: "burnt me", "left me with", "made my lips", "turned black".
_HARMED = frozenset("burnt fried zapped burned scarred ruined botched butchered wrecked disfigured damaged ripped tore blistered bruised melted burn brule brulee quemo".split())
_LEFT = frozenset("left gave made makes turned went caused laisse rendu donne dejo puso".split())
_WHOM = frozenset("me my mine him his her hers us our their mum mums mom moms sister sisters daughter daughters son sons wife wifes husband husbands friend friends moi mi".split())
_HAD = frozenset("had got getting used using put did done tried applied took started began begun bought wore wearing rubbed slapped fait eu mis utilise use puse hice hicieron pusieron".split())
_DOERS = frozenset("clinic she he they nurse injector salon spa dentist hairdresser beautician".split())
_BOUGHT = frozenset("given gift gifted present bday xmas christmas birthday off from vial vials kit kits online amazon site those offers offering offered give selling sells propose says".split())
_GOT = frozenset("had got did eu hice hicieron pusieron puse".split())
_SINCE = frozenset("since after following post when whenever once from apres depuis desde despues tras".split())
_NOW = frozenset("now yesterday ago later today tonight overnight since afterwards then straight suddenly mistake accidentally hours days weeks months monday tuesday wednesday thursday friday saturday sunday maintenant depuis hier ahora ayer luego desde".split())
_WHILES = frozenset({("every", "time"), ("each", "time"), ("every", "single"), ("i", "skip"), ("i", "miss"), ("i", "stop"), ("when", "i"), ("this", "morning"), ("a", "day"), ("a", "week"), ("first", "week"), ("last", "week"), ("an", "hour"), ("one", "week")})
# What needs no word of time to have happened.
_STRONG = frozenset("burnt pulled drooped gaping leaking oozing oozes weeping weeps zapped collapsed ripped blistered infected scarred burned".split())
_OFF = frozenset({("came", "off"), ("ripped", "off"), ("peeled", "off"), ("off", "my")})
_MAYBE = frozenset("cant cannot wont can could will would does do might may should if scared afraid worried fear risk risks chance likely says said told heard read peut puede without".split())
_AIM = frozenset("for against pour contre para fix fade treat remove rid zap lighten bleach".split())
_ANEW = frozenset("now and but then since after et mais y pero".split())
_MORE = frozenset("wrinkles lines acne breakouts hair hairs redness pigmentation pigment oil pores".split())
# Asked of benefit in other words.
_BENEFIT = frozenset("work works working help helps helpful useful effective cure cures useless pointless".split())
# What leaves marks by itself, and words behind which a colour is that of the person.
_NATURE = frozenset("pregnancy pregnancies pregnant babies baby kids acne pimples spots sun menopause age winter by".split())
_OWN_COLOUR = frozenset("skin skinned eyes eye hair hairs woman man guy girl lady male female complexion tone".split())
_STINGS = frozenset("stings sting stung burns itches itch tingles hurts smells stinks pills peels flakes irritates cracks dries pique gratte brule pica arde".split())
_HOW = frozenset("my like every so really badly bad when whenever for me".split())
_REACH = 6
_NEAR = 5


def complains(found: Found, text: Sequence[str], kinds: Sequence[str]) -> bool:
    """Tell whether something bad is told to have followed what is named, and neither benefit nor a plan is asked about.

    Args:
        found: names and phrases in the text.
        text: the words of the question.
        kinds: the kinds that its words ask for.
    """
    if _ASKS_ELSE & set(kinds) or "does_it_work" in kinds or ("goal_first" in found.ids("concern") and found.ids("goal")) or (_PLANNED | _BENEFIT) & set(text):
        return False
    names = [m for m in found.names if m.owner.startswith(("treatment:", "family:", "ingredient:")) and m.owner != "ingredient:water"]
    if leave_for_what_follows(found, text) or any(_leave_asked(m, text) or _soon(m, text) for m in names) or any(one == ("is", "it", "the") for one in zip(text, text[1:], text[2:], strict=False)):
        return False  # "is lip filler ok? I have a cold sore now"; "spots on the jaw. is it the biotin"
    named = bool(names) or any(s.startswith("named_") for s in found.ids("sign"))
    if named and any(_done_to_someone(text, place, names) for place in range(len(text))):
        return True
    if "safe_for_me" in kinds:
        return False
    strong = {n for n, word in enumerate(text) if word in _STRONG} | {n for n, pair in enumerate(pairwise(text)) if pair in _OFF and "skin" in text[max(0, n - 3) : n + 4]}
    if named and any(_happened(text, place, names) for place in strong):
        return True
    return any(_followed(name, text, names) or _stings(name, text) or _with_it(name, text, names) for name in names)


# What is felt or seen on the skin while something is used, and no aim of a treatment; words that show that somebody tells of it; words that ask.
_FELT = frozenset(
    "tingle tingles tingled tingling tingly sting stings stinging stung prickle prickles prickling prickly itch itches itchy itching burns burning burnt flakes flaking flaky peels peeling peeled swollen swelled swelling puffy puffed bruise "
    "bruised bruises bruising smell smells smelly stink stinks shed shedding sheds scab scabs scabby scabbed crusts crusty crusted lump lumps lumpy bumps bumpy sore tender tight numb queasy nausea nauseous heartburn sneezed sneezing "
    "coughed headache headaches migraine streaky bright pink watery warm hot goosebumps stiff heavy twitch twitching chapped frizzy bloated sick huge massive sunburnt sunburned dark darker bleached stained blister blisters welts whiteheads stubble stubbly "
    "picote picotement picotements gratte demange pele tiraille gonfle gonflee gonflees pica pican arde arden escuece hormigueo pela hinchado hinchada hinchados".split()
)
_TELLS = frozenset("feeling slight mild told my me i im its it they are is was were feels feel got gets get went turned now still bit slightly little day days week weeks hour hours minute minutes mins secs seconds yesterday today morning night tonight monday tuesday wednesday thursday friday saturday sunday ma mon mes mi mis je me hier ayer dia dias jour jours".split())
_ASKING = frozenset("does do can could will would which what how who where when why best better versus vs than".split())


def felt(found: Found, text: Sequence[str], kinds: Sequence[str]) -> bool:
    """Tell whether no benefit is asked and something is told that is felt or seen with what is named: "adapalene burns for five minutes, then fine".

    Args:
        found: names and phrases in the text.
        text: the words of the question.
        kinds: the kinds that its words ask for.
    """
    names = [m for m in found.names if m.owner.startswith(("treatment:", "family:"))]
    if "safe" in text or any(_leave_asked(m, text) or _soon(m, text) for m in names) or (leave_for_what_follows(found, text) and not {"went", "turned"} & set(text)):
        return False  # "is IPL safe, I'm sunburned"; but "laser for age spots monday: they went dark"
    if not set(kinds) <= {"safe_for_me", "worth_it"} or not names or not _TELLS & set(text) or (_PLANNED | (_BENEFIT - _CRIES)) & set(text) or ("worth_it" in kinds and not _BINNED & set(text)):
        return False
    outside = [place for place in range(len(text)) if not any(m.start <= place < m.end for m in names)]
    deed = any(text[place] in _DEEDS for place in outside)  # "coughed a lot after filler, does it matter"
    if deed and not _ASKS_LEAVE & set(text):
        return True
    told = [place for place in outside if (text[place] in _FELT and text[max(0, place - 1) : place + 1] != ["cold", "sore"]) or (text[place] in _SHOWS and _dated(names, text))]
    if _ASKING & set(text):
        return False
    return any(_with(place, text, names) and not (_AIM & set(before := _clause(text, place, _NEAR)) or NEGATIONS & set(before[-3:]) or _MAYBE & set(before)) for place in told)


_DEEDS = frozenset("sneezed coughed laughed yawned".split())
_CRIES = frozenset({"help"})
_BINNED = frozenset("bin binning throw chuck stop toss jeter tirar".split())
_ASKS_LEAVE = frozenset("can may allowed when until before".split())
_BESIDE_IT = frozenset("with from after under during since on of post following avec apres depuis con tras desde".split())


def _with(place: int, text: Sequence[str], names: Sequence[Match]) -> bool:
    """Whether a word stands behind a name, or before one that a "with" or "after" leads in."""
    return any(m.end <= place or _BESIDE_IT & set(text[max(0, m.start - 2) : m.start]) for m in names)


_SHOWS = frozenset("its looks looking feels feeling went turned".split())


def _dated(names: Sequence[Match], text: Sequence[str]) -> bool:
    """Whether a number of days since one of the things named is told: "day 3 after my peel"."""
    return any(_SINCE & set(before := _clause(text, m.start, 3)) and (_SPANS | {"day", "week"}) & set(_clause(text, m.start)) and before for m in names)


# What is usual in the first days of a treatment, though it sounds like harm.
USUAL = frozenset("coffee pepper peppery frost frosted frosting".split())


_NOT_YET = frozenset("never havent hadnt".split())


def was_had(found: Found, text: Sequence[str]) -> bool:
    """Tell whether every treatment named is told as had, and nothing is planned: "got my lips done Saturday".

    Args:
        found: names and phrases in the text.
        text: the words of the question.
    """
    names = [m for m in found.names if m.owner.startswith(("treatment:", "family:"))]
    before = [[] if _condition_got(m, found, text) else _clause(text, m.start, _NEAR) for m in names]
    return bool(names) and not all(somebody_elses(m, text) for m in names) and not planned(text) and not _BOUGHT & set(text) and all((_GOT & set(b) or ("used" in b and _DOERS & set(b))) and not (_MAYBE | _NOT_YET) & set(b) and b[-1:] not in (["is"], ["are"], ["does"]) and not yesterday_before(_since_got(b)) for b in before)


_FROM_IT = frozenset("from with after since following post of through during by apres avec depuis de tras con desde por".split())
_JUST_DONE = frozenset("yesterday ago last today already hier ayer".split())
_LAST_ONE = 3


def _condition_got(name: Match, found: Found, text: Sequence[str]) -> bool:
    """"Got a pacemaker, Morpheus8": what was got is a condition, and what stands behind it is only named; not "got a rash from it", "got a pacemaker, had it yesterday"."""
    before = _clause(text, name.start, _FAR)
    got = next((name.start - n for n, word in enumerate(reversed(before), 1) if word in _GOT), None)
    if got is None or _JUST_DONE & set(text[name.end : name.end + _LAST_ONE]):
        return False
    told = [m for m in found.phrases if m.owner.startswith("condition:") and not m.owner.startswith("condition:recent_") and got <= m.start + 1 and m.end <= name.start]
    told += [m for m in illnesses_named(text) if got <= m.start and m.end <= name.start]
    return any(not _FROM_IT & set(text[m.end : name.start]) for m in told)


_FAR = 10  # words


def _since_got(before: Sequence[str]) -> Sequence[str]:
    """The words behind the first "had" or "got"."""
    return before[next((n + 1 for n, word in enumerate(before) if word in _GOT), 0) :]


def planned(text: Sequence[str]) -> bool:
    """Tell whether something is still to come: "booked", "thinking of", "next".

    Args:
        text: the words of the question.
    """
    return bool((_PLANNED | {"again", "another"}) & set(text)) or any(word == "next" and following not in {"day", "morning"} for word, following in pairwise([*text, END]))


def _bad(text: Sequence[str], place: int, names: Sequence[Match], first: int = 0) -> bool:
    """Whether a word tells of something bad, outside of names, aims and denials."""
    if not (text[place] in TROUBLE or (text[place] == "more" and _MORE & set(text[place + 1 : place + 3]))) or any(m.start <= place < m.end for m in names):
        return False
    before, following = _clause(text[first:], place - first), text[place + 1 : place + 2]
    before = before[max((n + 1 for n, word in enumerate(before) if word in _ANEW), default=0) :]
    mild = following in (["easily"], ["it"], ["off"], ["ones"]) or (text[place] == "hot" and following != [] and following[0] in _HOT_THINGS) or before[-1:] in (["age"], ["sun"], ["liver"]) or (following != [] and following[0] in _OWN_COLOUR)  # "I burn easily", "brown skin", "age spots"
    return not (mild or NEGATIONS & set(before[-3:]) or _AIM & set(before))


_HOT_THINGS = frozenset("yoga tub tubs bath baths shower showers stone stones pilates wax spring springs".split())


def _clause(text: Sequence[str], place: int, reach: int = 8) -> Sequence[str]:
    """The words of the sentence that stand before one."""
    before = list(text[max(0, place - reach) : place])
    return before[len(before) - before[::-1].index(END) :] if END in before else before


_WARM = frozenset("warm hot pink flushed tight dry water".split())


def _done_to_someone(text: Sequence[str], place: int, names: Sequence[Match]) -> bool:
    """"The clinic burnt me", "it left me with stripes", "made my lids dark", "went green"."""
    word, before, after = text[place], _clause(text, place, _NEAR), text[place + 1 : place + 1 + _REACH]
    if (_MAYBE | _NATURE) & set(before) or after[:1] == ["by"] or any(m.start <= place < m.end for m in names):
        return False
    after = after[: after.index(END)] if END in after else after
    if word in _HARMED and _WHOM & set(after[:3]):
        return True
    return word in _LEFT and ((after[:1] in (["my"], ["me"]) and bool(_WARM & set(after))) or any(_bad(text, place + 1 + n, names, place) for n in range(len(after))))


def _happened(text: Sequence[str], place: int, names: Sequence[Match]) -> bool:
    """Whether a strong word is told as fact: "my burnt face", "the lid pulled down"."""
    if text[max(0, place - 1) : place + 1] in (["my", "burnt"], ["my", "burned"]):
        return True
    return not (_MAYBE | NEGATIONS | {"to"}) & set(_clause(text, place)) and not any(m.start <= place < m.end for m in names)


_FINE = frozenset("ok okay safe fine alright allowed possible advisable".split())


def _leave_asked(name: Match, text: Sequence[str]) -> bool:
    """"Is lip filler ok"."""
    return bool({"is", "are"} & set(text[max(0, name.start - 2) : name.start])) and text[name.end : name.end + 1] != [] and text[name.end] in _FINE


_SPANS = frozenset("hour hours day days week weeks month months".split())


def _soon(name: Match, text: Sequence[str]) -> bool:
    """"Shaving rash infected, laser in 2 days": what is still to come left nothing."""
    after = text[name.end : name.end + 3]
    return after[:1] == ["in"] and after[2:] != [] and after[2] in _SPANS and not _HAD & set(_clause(text, name.start, _NEAR))


def _followed(name: Match, text: Sequence[str], names: Sequence[Match]) -> bool:
    """"Had the laser on my bikini line, now little pustules"; "headache since my filler"."""
    before, after = _clause(text, name.start, _NEAR), text[name.end :]
    told = [place for place in range(len(text)) if _bad(text, place, names) and not _MAYBE & set(_clause(text, place))]
    if not told or _MAYBE & set(before):
        return False
    if _SINCE & set(before[-4:]) or (_HEALS & set(after[:2]) and {"as", "while", "when"} & set(before[-3:])) or _in_its_days(before):
        return True  # "itchy as my tattoo removal heals", "flaking on day four of my peel"
    had = _HAD & set(before) and _SINCE & set(after)
    cued = had or bool(_NOW & set(after)) or bool(_WHILES & set(pairwise(text)))
    return cued and any(place >= name.end for place in told)


_DAYTIMES = frozenset("day evening night morning afternoon hours".split())


def _in_its_days(before: Sequence[str]) -> bool:
    """"Flaking on day four of my peel", "hot the evening of the laser": words that stand before the name."""
    of_it = before[-2:] in (["of", "my"], ["of", "the"], ["after", "my"]) or before[-1:] == ["of"]
    return of_it and bool(_DAYTIMES & set(before[-4:]))


_HEALS = frozenset("heals healing settles settling".split())


def _stings(name: Match, text: Sequence[str]) -> bool:
    """"Azelaic acid itches like ants", "my sunscreen stings my eyes"."""
    before, after = _clause(text, name.start), [*text[name.end : name.end + _REACH], END]
    after = after[: after.index(END) + 1]
    if _MAYBE & set(before) or NEGATIONS & set(after):
        return False
    return any(word in _STINGS and (n < 3 or following in _HOW) for n, (word, following) in enumerate(pairwise(after)))


_FEELS = frozenset("feels feel gets get got goes go looks look turns is are so".split())
_AMID = frozenset({"with", "from", "when", "whenever"})


def _with_it(name: Match, text: Sequence[str], names: Sequence[Match]) -> bool:
    """"My eyes sting with my sunscreen", "my face gets itchy when I use adapalene"."""
    before = _clause(text, name.start)
    start = name.start - len(before)
    if before[:1] != ["my"] or not _AMID & set(before[-5:]) or _MAYBE & set(before):
        return False
    return any(_bad(text, place, names) and (text[place] in _STINGS | {"sting", "burn", "itch", "hurt"} or bool(_FEELS & set(text[max(start, place - 2) : place]))) for place in range(start, name.start))
