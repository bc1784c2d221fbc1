"""What is past: a pregnancy that is over, a medicine that ended long enough ago."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match, words_before
from skinproof.catalogue.text import END, opening
from skinproof.question.long_healed import dated
from skinproof.question.spans import days_named

_ENDED = frozenset("stopped finished done quit weaned completed ended finishing stopping".split())
_ENDING = frozenset({"condition:nursing", "condition:pregnancy", "condition:cancer_treatment_now", "condition:chemo_now", "condition:trying_to_conceive"})
_FADED = frozenset("faded gone disappeared vanished over wore worn".split())
_STILL = frozenset("not hasnt isnt never almost nearly mostly barely yet fading half still".split())
_LASTING = frozenset({"condition:anticoagulant", "condition:stops_blood_thinner"})  # what a clot is kept away with
_LONG_PAST = re.compile(r"(?:19[89]\d|20[01]\d|202[0-3])")
_LONG = ("year", "years", "yrs", "ans", "anos")
_PASSED = frozenset("year years yrs ago last back".split())
_AFTERWARDS = frozenset("after since from post last previous past following apres depuis despues desde tras".split())


def over(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a state that passes is said to be past: "stopped breastfeeding", "since my last pregnancy", "when I was pregnant".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    told = _OF_ITS_OWN.get(match.owner)
    if told is not None:
        return told(match, text)
    return match.owner in _ENDING and _ended(match, text)


def _ended(match: Match, text: Sequence[str]) -> bool:
    """A pregnancy, nursing or a treatment for cancer that is told as over."""
    before, inside, after = words_before(match, text, reach=5), text[match.start : match.end], text[match.end : match.end + 3]
    if match.owner == "condition:nursing" and _weaned(match, text, before):
        return True
    if _ENDED & {*_near_end(match, before), *(after[:1] if list(after[1:2]) != ["with"] else ())} or _no_longer(match, before):
        return True
    if match.owner != "condition:pregnancy":
        return False
    before = [word for word in before if word not in {"only", "just", "last"}]
    if {"now", "weeks", "semaines", "semanas"} <= {*text[match.end : match.end + 8], "semaines", "semanas"} or ("now", "at") in pairwise(text[match.end : match.end + 6]):
        return False  # "melasma since my second pregnancy, now 20 weeks"
    was = before[-1:] in (["was"], ["etais"], ["estaba"]) and (bool(_PASSED & set(after)) or bool({"when", "while", "quand", "cuando"} & set(before[-3:])))
    noun = bool({"pregnancy", "pregnancies", "grossesse", "embarazo"} & set(inside))
    return was or (noun and (bool(_AFTERWARDS & set(before[-3:])) or bool(_PASSED & set(after)) or before[-2:] == ["before", "my"]))


_WITH_CHILD = frozenset({"condition:pregnancy", "condition:trying_to_conceive"})
_TO_END = frozenset("my the a our being be to for with up this last first second third trying all get getting of".split())


def _near_end(match: Match, before: Sequence[str]) -> list[str]:
    """The words that may tell an end; in "stopped Roaccutane, pregnant" it is another thing that was stopped."""
    near = list(before[-3:])
    place = max((n for n, word in enumerate(near) if word in _ENDED), default=None)
    if match.owner == "condition:pregnancy" and before[-1:] == ["trying"]:
        return []  # "stopped trying, pregnant"
    return near if place is None or match.owner not in _WITH_CHILD or set(near[place + 1 :]) <= _TO_END else near[place + 1 :]


def _no_longer(match: Match, before: Sequence[str]) -> bool:
    """"No longer breastfeeding"; in "no longer pregnant, breastfeeding now" it is another thing that is over."""
    place = next((n for n, pair in enumerate(pairwise(before[-4:])) if pair == ("no", "longer")), None)
    tried = match.owner == "condition:pregnancy" and before[-1:] == ["trying"]  # "no longer trying, pregnant"
    return place is not None and not tried and set(before[-4:][place + 2 :]) <= _TO_END | {"on", "doing", "giving", "having", "actively", "currently", "exclusively"}


_STOPPED_IT = frozenset("arrete arreter fini finis termine terminee deje dejado termine terminado acabe".split())
_TO_NURSE = frozenset("d de l la el mon mi lo".split())


def _weaned(match: Match, text: Sequence[str], before: Sequence[str]) -> bool:
    """"J'ai arrêté d'allaiter", "je n'allaite plus", "dejé de dar el pecho"."""
    linked = list(before)
    while linked and linked[-1] in _TO_NURSE:
        linked = linked[:-1]
    ended = bool(set(linked[-1:]) & _STOPPED_IT) and not text[match.start].startswith("j")
    return ended or (before[-1:] == ["n"] and text[match.end : match.end + 1] == ["plus"])


def _faded(match: Match, text: Sequence[str]) -> bool:
    """"My tan faded months ago": it is gone, and not only going."""
    near = text[match.start : match.end + 4]
    if _long_gone(match, text) or {("im", "pale"), ("am", "pale"), ("skin", "pale"), ("pale", "now"), ("pale", "again")} & set(pairwise(text)):
        return True  # "tanned in summer, I'm pale now"
    return bool(_FADED & set(near)) and not _STILL & {*text[max(0, match.start - 3) : match.start], *near}


_SUN_MONTHS = 2
_SUN_NOW = frozenset("now still again yesterday today currently holiday".split())


def _long_gone(match: Match, text: Sequence[str]) -> bool:
    """"A sunburn six months ago", "got sunburnt last year": told in the past with a time two months back or more, and nothing of now."""
    near = text[max(0, match.start - 3) : match.end + 6]
    near = near[: near.index(END)] if END in near else near
    spans = zip(near, near[1:], near[2:], strict=False)
    ago = any(c in {"ago", "back"} and ((b in {"months", "mths"} and a.isdigit() and int(a) >= _SUN_MONTHS) or b in _LONG) for a, b, c in spans)
    told = bool({("last", "year"), ("last", "summer"), ("years", "ago")} & set(pairwise(near)))
    return (ago or told) and bool({"had", "got", "was", "were"} & set(near)) and not _SUN_NOW & set(text)


def years_over(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a medicine is told as ended or taken years ago: "finished isotretinoin 3 years ago".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    after = text[match.end - 1 : match.end + 5]
    dated = any(a in {"in", "en"} and _LONG_PAST.fullmatch(b) for a, b in pairwise(after))
    return (dated or any(unit in _LONG and ago in {"ago", "back", "off"} for unit, ago in pairwise(after))) and not {"still", "since", "again"} & set(text[max(0, match.start - 2) : match.end + 5])


def _ended_years_ago(match: Match, text: Sequence[str]) -> bool:
    """"I stopped my blood thinner two years ago": not a pause for a treatment."""
    before, after = text[max(0, match.start - 4) : match.end], text[match.end : match.end + 5]
    return bool(_STOPPED & set(before)) and any(unit in _LONG and ago in {"ago", "back"} for unit, ago in pairwise([*before[-2:], *after]))


_HAD_ONCE = frozenset("had was got healed cleared drained treated eu tuve hubo infecte infecto curado gueri".split())
_NOT_OVER = frozenset("still again now today yesterday back keeps returned recurring returns since toujours encore revient sigue todavia otra vuelve".split())


def _infected_once(match: Match, text: Sequence[str]) -> bool:
    """"Cellulitis in my leg five years ago", "my infected piercing healed last spring": an infection of old."""
    first, last = opening(text, match.start), next((n for n in range(match.end, len(text)) if text[n] == END), len(text))
    told = list(text[first:last])
    asked_again = {"again"} - set(told)  # "can I wax again"
    asked_now = {"now"} - set(told) if not _now_told(text) else set()  # "is waxing ok now"
    well_since = {"since"} if any(a in _NO_MORE and b == "since" for a, b in pairwise(text)) else set()
    old = dated(told) and bool(_HAD_ONCE & set(told) or _HEALED & set(text))
    return (old or of_youth(match, text)) and not (_NOT_OVER - asked_again - asked_now - well_since) & set(text)


_NO_MORE = frozenset("problems problem trouble none nothing never issues well fine clear".split())
_ASKS_LEAVE = frozenset("is can could may should ok okay safe would are".split())


def _now_told(text: Sequence[str]) -> bool:
    """Whether "now" stands in a sentence that asks for no leave: "red and hot now"; and not in "ok for laser now?"."""
    return any(word == "now" and not _ASKS_LEAVE & set(text[opening(text, place) : place]) and list(text[place + 1 : place + 2]) not in ([], [END]) for place, word in enumerate(text)) or _red_now(text)


_INFLAMED = frozenset("red hot swollen sore oozing weeping infected spreading painful fever pus".split())


def _red_now(text: Sequence[str]) -> bool:
    return any(word == "now" and bool(_INFLAMED & {*text[opening(text, place) : place], *text[place + 1 : place + 5]}) for place, word in enumerate(text))


_FEELS_WELL = frozenset({("feel", "fine"), ("feel", "well"), ("feel", "good"), ("feeling", "fine"), ("feeling", "well"), ("all", "better"), ("fine", "now"), ("better", "now"), ("vais", "bien"), ("estoy", "bien")})
_COURSE_OVER = frozenset("finished ended completed done fini finis termine termine acabe".split())


def _well_and_done(_match: Match, text: Sequence[str]) -> bool:
    """"Amoxicillin for my sinuses finished yesterday, feel fine": the illness and its tablets are over."""
    return bool(_COURSE_OVER & set(text)) and bool(_FEELS_WELL & set(pairwise(text))) and not {"not", "dont", "havent", "hasnt", "still", "fever", "but", "half", "halfway"} & set(text)


_HOW_OFTEN = frozenset("common rare likely chance chances odds often frequent frequente frecuente".split())
_OF_ONESELF = frozenset("i im ive my me had j mon ma yo mi tuve".split())


def _how_common(match: Match, text: Sequence[str]) -> bool:
    """"Is anaphylaxis from lidocaine common": asked of anybody, in a sentence in which nobody is named."""
    first, last = opening(text, match.start), next((n for n in range(match.end, len(text)) if text[n] == END), len(text))
    told = set(text[first:last])
    return bool(_HOW_OFTEN & told) and not _OF_ONESELF & told


_HEALED = frozenset("healed cleared gone cured gueri guerie curado curada".split())
_YOUNG = frozenset("teen teenager kid child adolescent ado adolescente enfant nina nino".split())
_WAS_ONE = frozenset({("as", "a"), ("was", "a"), ("was", "an"), ("being", "a"), ("j", "etais"), ("etais", "ado"), ("etais", "enfant"), ("era", "adolescente"), ("era", "nina"), ("era", "nino")})


def of_youth(match: Match, text: Sequence[str]) -> bool:
    """Tell whether what is told was so in one's youth: "as a teen", "when I was a kid".

    Args:
        match: the match.
        text: the words that it was found in.
    """
    first, last = opening(text, match.start), next((n for n in range(match.end, len(text)) if text[n] == END), len(text))
    near = list(text[max(first, match.start - 4) : min(last, match.end + 6)])
    return any((a, b) in _WAS_ONE and ({b, c} & _YOUNG) for a, b, c in zip(near, near[1:], [*near[2:], ""], strict=False))


_STOPPED = _ENDED | {"off", "ended", "arrete", "fini", "termine", "deje"}
_YEAR = 365
_CLEARED_DAYS = 35  # a month, as the label of isotretinoin asks, and some days
_SLOW = frozenset("acitretin soriatane neotigason acitretine acitretina alitretinoin toctino".split())
_WISHING = frozenset("to want wants wanted wanting trying try hope hoping plan planning before about".split())
_BECOMING = frozenset("get getting become becoming fall falling be being".split())


def washed_out(phrases: Sequence[Match], text: Sequence[str]) -> set[str]:
    """Tell whether isotretinoin ended more than a month before a pregnancy that is told, or before one that is only wished for.

    "Finished Accutane ten weeks before we conceived"; "came off acitretin 8 months ago, can I get pregnant", where nobody is pregnant. What was stopped some time ago, with
    a pregnancy now, counts as taken: the dates are for a doctor.

    Args:
        phrases: what was found in the text.
        text: its words.
    """
    taken = [m for m in phrases if m.owner == "sign:on_isotretinoin"]
    child = [m for m in phrases if m.owner == "sign:pregnant"]
    failed = not child and any(m.owner == "sign:contraception_failed" for m in phrases)
    wished = failed or (bool(child) and all(_wished(m, text) for m in child))
    waiting = bool(child) and wished and _wait_asked(text)
    return {"on_isotretinoin"} if taken and (waiting or all(_stopped_years_ago(m, text) or _ended_long_before(m, text, wished=wished) for m in taken)) else set()


def _wished(match: Match, text: Sequence[str]) -> bool:
    before = [*text[max(0, match.start - 2) : match.start], *text[match.start : match.end - 1]][-2:]
    if _A_PREGNANCY & set(text[match.start : match.end]):
        return bool(_AHEAD & set(text[max(0, match.start - 3) : match.end]))  # "avant une grossesse"
    return bool(_BECOMING & set(before[-1:])) and bool((_WISHING | {"i", "we"}) & set(before[:-1]))


_A_PREGNANCY = frozenset("pregnancy grossesse embarazo".split())
_AHEAD = frozenset("before planning plan avant projet antes future prochaine".split())
_HOW_LONG = frozenset({("how", "long"), ("how", "soon"), ("how", "many"), ("when", "can"), ("when", "should"), ("when", "do"), ("when", "to"), ("is", "it"), ("it", "safe"), ("combien", "de"), ("quand", "arreter"), ("cuanto", "tiempo"), ("cuando", "puedo"), ("cuando", "debo")})
_APART = frozenset("after before off stop stopping wait waiting avant apres arreter attendre antes despues dejar esperar".split())
_WITH_CHILD_NOW = frozenset("test tests late missed positive found just already weeks im retard retraso estoy suis".split())


def _wait_asked(text: Sequence[str]) -> bool:
    """"How long after isotretinoin can I get pregnant": asks for the wait, where nothing tells of a pregnancy."""
    return bool(_HOW_LONG & set(pairwise(text))) and bool(_APART & set(text)) and not _WITH_CHILD_NOW & set(text)


def _ended_long_before(match: Match, text: Sequence[str], *, wished: bool) -> bool:
    before, after = set(text[max(0, match.start - 4) : match.end]), list(text[match.end : match.end + 10])
    if _ongoing(before, after):
        return False
    end = next((n for n, word in enumerate(after) if word in {"before", "ago", END}), None)
    if end is None or not any(days >= _CLEARED_DAYS for days in days_named(after[:end])):
        return False
    slow, days = bool(_SLOW & set(text[match.start : match.end])), max(days_named(after[:end]))
    if after[end] == "ago" and days >= _YEAR and not slow:
        return True  # longer than any pregnancy and a month
    if not _STOPPED & before:
        return False
    if after[end] == "before" and not slow:
        return any(word.startswith(("conceiv", "pregnan")) for word in after[end:])
    return after[end] == "ago" and wished


_AGO = frozenset("ago back hace depuis off".split())
_BEGUN = frozenset("started start began begun still commence commencee debut empece empezado toujours encore sigo again".split())


def _stopped_years_ago(match: Match, text: Sequence[str]) -> bool:
    """"Ended in 2020", "as a teenager", "arrêté il y a 3 ans", "la dejé hace 3 años": longer than any pregnancy and a month."""
    near = text[max(opening(text, match.start), match.start - 6) : match.end + 8]
    near = near[: near.index(END)] if END in near else near
    if _BEGUN & set(near) or _SLOW & set(text[match.start : match.end]):
        return False
    many = any(unit in _LONG and number not in {"de", "half", "this"} for number, unit in pairwise(near))
    ago = bool(_AGO & set(near)) or ("y", "a") in pairwise(near)
    return years_over(match, text) or of_youth(match, text) or (many and ago and bool(_STOPPED & set(near)))


def _ongoing(before: set[str], after: Sequence[str]) -> bool:
    """"Since two years ago", "started it a year ago"."""
    return bool({"since", "started", "start", "began", "begun", "still", "depuis", "desde"} & {*before, *after})


def _once_young(match: Match, text: Sequence[str]) -> bool:
    """"Fainted as a teen", "au collège, jamais plus", and not "as a teen I am afraid"."""
    school = bool(_SCHOOLS & set(text[match.start : match.end])) and bool(_EVER_SINCE & set(pairwise(text)) or dated(text))
    return (of_youth(match, text) or school) and not {"im", "am"} & set(words_before(match, text, reach=3))


_SCHOOLS = frozenset("college lycee secundaria instituto".split())
_EVER_SINCE = frozenset({("jamais", "plus"), ("plus", "jamais"), ("jamais", "depuis"), ("rien", "depuis"), ("nunca", "mas"), ("never", "since"), ("never", "again")})


# How each passing state is told as over.
_OF_ITS_OWN: dict[str, Callable[[Match, Sequence[str]], bool]] = {
    "condition:sunburn_or_tan": _faded, "condition:active_infection": _infected_once, "condition:infection_elsewhere": _well_and_done,
    "condition:allergy_severe_any": _how_common, "condition:minor": _once_young, **dict.fromkeys(_LASTING, _ended_years_ago),
}
