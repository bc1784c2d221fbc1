"""Signs that need a doctor: before anything else is said."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from skinproof.catalogue.rules import RedFlag
from skinproof.catalogue.text import words
from skinproof.question.alarm import ALARMING, UNEASY, VERY_ALARMING
from skinproof.question.case import Case
from skinproof.safety.context import Context

_AGAIN = "_in_other_words"  # the same flag, for those who do not name the treatment
_UNKNOWN = "_of_unknown_cause"  # a flag that knows no more than what the words sound like
# Where minutes count, then what names the cause, stands before what knows less.
_RANK = {
    **dict.fromkeys(("sight_after_injection", "anaphylaxis", "gas_breathed_in", "not_waking", "hard_to_breathe"), 0),
    **dict.fromkeys(("clot_in_the_lung", "collapsed_lung", "fat_in_the_blood", "flesh_infection"), 1),
    **dict.fromkeys(("eczema_herpeticum", "heatstroke", "hurt_by_somebody", "ill_newborn", "infection_behind_the_eye", "low_blood_cells", "mouth_floor_infection", "sepsis", "strangled"), 2),
    **dict.fromkeys(("blocked_or_burnt", "chemical_burn_severe", "injection_gone_wrong", "muddled_and_failing"), 4),
}
_OF_A_VESSEL = frozenset({"blocked_or_burnt", "injection_gone_wrong"})
_VESSELS = frozenset({"blocked_vessel", "sight_after_injection"})
_USUAL_RANK = 3
_TODAY = "sounds_alarming_today"
CALM, FAIRLY_CALM = 0.05, 0.15  # docs/questions.md tells what lies below
_ANGRY = frozenset({"hot_painful_swelling", "red_hot", "pus", "fever_unwell", "spreading_redness", "bad_smell"})  # beside these nothing is too early to be taken seriously
SURELY = 0.8  # below it, "today" by the sound of the words alone is "within days" where the course is the usual one
LEVELS = ("routine", "soon", "same_day", "emergency")


def knows_less(leading: RedFlag) -> frozenset[str]:
    """Return the ids of the flags that say of any cause what the leading one says of its own.

    Args:
        leading: the flag that is told first.
    """
    return _OF_A_VESSEL if leading.id in _VESSELS else frozenset()


def raised(case: Case, context: Context, flags: Iterable[RedFlag]) -> list[RedFlag]:
    """Return the red flags that a case raises, the most urgent first.

    Args:
        case: what was understood.
        context: its treatments, past and present.
        flags: the rules.
    """
    had = bool(context.past_classes or case.past or any(sign.startswith("had_") for sign in (*case.signs, *case.concerns)))
    signs = frozenset(case.signs) | set(case.person.conditions) | ({"pregnant"} if case.person.has("pregnancy") else set())  # "34 weeks" says it too
    found = [flag for flag in flags if _holds(flag, signs, context) and (had or not flag.needs_had)]
    named = [flag for flag in found if not flag.last_resort and not ((flag.id.endswith(_UNKNOWN) or flag.level == "routine") and VERY_ALARMING in signs)]
    found = [flag for flag in found if not flag.last_resort or not named]
    known = any(not flag.id.endswith(_UNKNOWN) and not flag.last_resort and flag.level != "routine" for flag in found)
    found = [flag for flag in found if not (known and flag.id.endswith(_UNKNOWN))]  # a cause is known
    found = [flag for flag in found if not any(_narrows(other, flag, signs) for other in found)]
    found = [_calmed(flag) if _is_calm(flag, signs, context) or (_is_early(flag, case, context) and "one_name" not in case.concerns and not _ANGRY & signs) else flag for flag in found]
    found = [replace(flag, level="soon", within_days=True) if _is_late(flag, case) else flag for flag in found]
    ids = {flag.id for flag in found}
    found = [flag for flag in found if not (flag.id.endswith(_AGAIN) and flag.id.removesuffix(_AGAIN) in ids)]
    return sorted(found, key=lambda flag: (-LEVELS.index(flag.level), bool(ids & set(flag.behind)), _RANK.get(flag.id, _USUAL_RANK), not flag.within_days, flag.id))


def doubted(flags: Iterable[RedFlag], case: Case) -> tuple[list[RedFlag], list[RedFlag]]:
    """Return the flags that stand, and those that the words around them speak against.

    A sign is known by a phrase, and a phrase can stand in a message that is not about it. Where the reader of words finds no
    few words of the message alarming, the sign is told and the message is not called urgent; where it finds them fairly calm,
    what is due today is due within days. The whole message is not asked: a sign may be told in passing. docs/questions.md tells how the two bounds were found.

    Args:
        flags: the flags raised.
        case: what was understood.
    """
    found = list(flags)
    loudest = 1.0 if case.loudest is None else case.loudest
    doubtful = [flag for flag in found if flag.id == UNEASY or (loudest < CALM and (flag.level == "emergency" or (flag.level in {"same_day", "soon"} and not flag.needs_context)) and not flag.firm)]
    rest = [flag for flag in found if flag not in doubtful]
    if loudest < FAIRLY_CALM:
        rest = [replace(flag, level="soon", within_days=True, softened=True) if flag.level == "same_day" and not flag.firm else flag for flag in rest]
    return sorted(rest, key=lambda flag: -LEVELS.index(flag.level)), doubtful


def known_course(flags: Iterable[RedFlag], doubtful: Iterable[RedFlag], rules: Iterable[RedFlag], likely: float, *, over: bool = False) -> tuple[list[RedFlag], list[RedFlag]]:
    """Return the flags where what is told is the usual course of the very treatment: words that only sound like a message that needed a doctor are told one step milder.

    Args:
        flags: the flags that stand.
        doubtful: those that are only told.
        rules: all rules.
        likely: how alarming the words are.
        over: whether it is said that all is well again.
    """
    found, told = list(flags), list(doubtful)
    ids = [flag.id for flag in found if flag.level != "routine"]
    if ids == [ALARMING]:
        return [flag for flag in found if flag.id != ALARMING], [*(rule for rule in rules if rule.id == UNEASY), *told]
    if ids == [_TODAY] and over:
        return [], told
    if ids == [_TODAY] and likely < SURELY:
        return [rule for rule in rules if rule.id == ALARMING], told
    return found, told if ids else [flag for flag in told if flag.id != UNEASY]


# What a person has, and a rule speaks of, where the words alone may sound like something that has just happened.
_TOLD_OF_ONESELF = frozenset({"cold_sore_active", "hernia", "one_seeing_eye", "neuromuscular_disease", "cold_disease", "swallowing_trouble"})
# The same where besides it no sign of anything is told.
_WITH_NO_SIGN = frozenset({"isotretinoin_recent", "isotretinoin_now", "eczema", "inflamed_acne", "infection_elsewhere", "keloid", "anticoagulant"})
_NO_SIGN = ("named_", "on_", "sounds_")


_UNLESS_HAD = frozenset({"fat_dissolver_swallowing"})  # a rule on the person too, where the shot is still to come


def of_the_person(flags: Iterable[RedFlag], doubtful: Iterable[RedFlag], rules: Iterable[RedFlag], stopped: Iterable[str | None], signs: Iterable[str] = (), *, had: bool = True) -> tuple[list[RedFlag], list[RedFlag]]:
    """Return the flags where leave is asked for something to come and a rule bars it for the very thing that is told: words that only sound alarming make no more than unease.

    Args:
        flags: the flags that stand.
        doubtful: those that are only told.
        rules: all rules.
        stopped: the conditions for which a rule asks to stop, wait or ask.
        signs: the signs that are told.
        had: whether anything is told as had.
    """
    found, told = list(flags), list(doubtful)
    ids = {flag.id for flag in found if flag.level != "routine"}
    barred = _TOLD_OF_ONESELF | (_WITH_NO_SIGN if all(sign.startswith(_NO_SIGN) for sign in signs) else frozenset())
    if not ids or not ids <= {ALARMING, _TODAY, *(() if had else _UNLESS_HAD)} or not barred & {c for c in stopped if c is not None}:
        return found, told
    return [flag for flag in found if flag.id not in ids], [*(rule for rule in rules if rule.id == UNEASY), *told]


_PASSED = frozenset({ALARMING, UNEASY, "lid_droop_alone", "lid_droop_in_other_words"})


def well_again(flags: Iterable[RedFlag], doubtful: Iterable[RedFlag], case: Case) -> tuple[list[RedFlag], list[RedFlag]]:
    """Return the flags where it is said that all is well again: words that only sound alarming, and a lid that hung for a while, are told no more.

    Args:
        flags: the flags that stand.
        doubtful: those that are only told.
        case: what was understood.
    """
    found, told = list(flags), list(doubtful)
    if "well_again" not in case.concerns or not {flag.id for flag in found} <= _PASSED:
        return found, told
    return [], [flag for flag in told if flag.id != UNEASY]


_SWELLS = frozenset({"face_swelling_after_treatment", "lip_swelling_after_filler"})
_GROWS = frozenset("worse growing grows bigger increasing spreading painful hurts hot throbbing fever pus shut pire grossit peor crece caliente duele".split())
_FIRST_DAYS = 4
_MILDLY = frozenset("bit slight slightly mild mildly little painless peu poco".split())
_PAIN = frozenset("pain painful hurt hurts hurting sore douleur dolor duele".split())
_DENIED = frozenset("no not isnt doesnt dont never without sans pas sin".split())


def expected_swelling(flags: Iterable[RedFlag], case: Case) -> list[RedFlag]:
    """Return the flags where swelling of the first days is the usual course of the very treatment and nothing worse is told: that mostly settles.

    Args:
        flags: the flags that stand.
        case: what was understood.
    """
    found = list(flags)
    alone = {flag.id for flag in found if flag.level != "routine"} <= _SWELLS
    early = bool(case.days) and max(case.days) <= _FIRST_DAYS
    said = words(case.question)
    painless = any(word in _PAIN and _DENIED & set(said[max(0, n - 2) : n]) for n, word in enumerate(said))
    mild = not case.days and (painless or bool(_MILDLY & set(said)))
    grows = any(word in _GROWS and not _DENIED & set(said[max(0, n - 2) : n]) for n, word in enumerate(said))
    if not (alone and (early or mild)) or _ANGRY & set(case.signs) or "severe_pain" in case.signs or grows:
        return found
    return [_calmed(flag) if flag.id in _SWELLS else flag for flag in found]


def first_days(flags: Iterable[RedFlag], case: Case) -> list[RedFlag]:
    """Return the flags where it is asked whether the usual course of the very treatment is normal, with no time named: what only matters late is told as one that mostly settles.

    Args:
        flags: the flags that stand.
        case: what was understood.
    """
    asked = "normal" in case.concerns and not case.days and not _ANGRY & set(case.signs) and not _GROWS & set(words(case.question))
    return [_calmed(flag) if asked and flag.early_before and flag.level == "soon" else flag for flag in flags]


def _is_calm(flag: RedFlag, signs: frozenset[str], context: Context) -> bool:
    return bool(set(flag.calm_with) & signs) and (not flag.calm_after or bool(context.classes & set(flag.calm_after)))


def _is_early(flag: RedFlag, case: Case, context: Context) -> bool:
    """Whether all that is said of time is too soon for what the flag warns of: a frozen belly is bigger at two weeks, and grown fat shows later."""
    return bool(case.days) and max(case.days) < flag.early_before and (not flag.early_after or bool(context.had_classes & set(flag.early_after)))


def _is_late(flag: RedFlag, case: Case) -> bool:
    """Whether all that is said of time is long after what the flag warns of: pale patches months after a laser are no fresh burn."""
    return flag.late_after is not None and flag.level in {"same_day", "emergency"} and bool(case.days) and min(case.days) >= flag.late_after


def _calmed(flag: RedFlag) -> RedFlag:
    """A flag beside signs of its usual course: told as one that mostly settles, with what to watch for."""
    return replace(flag, settles=True, level="routine", do=flag.calm_do or flag.do)


def _narrows(one: RedFlag, other: RedFlag, signs: frozenset[str]) -> bool:
    """Whether one flag says of its own cause or with more signs what the other says at large, and is no less urgent."""
    if other.needs_context or LEVELS.index(one.level) < LEVELS.index(other.level):
        return False
    groups = [set(g) for g in one.signs if set(g) <= signs]
    wider = [set(g) for g in other.signs if set(g) <= signs]
    return all(any(g > w or (one.needs_context and g == w) for g in groups) for w in wider)


def _is_told_by_its_own(flag: RedFlag, context: Context) -> bool:
    """Whether only treatments that have a flag of their own give the signs their meaning: a dark patch after vein injections is no filler."""
    meant = {t.id for t in (*context.treatments, *context.carried, *context.history) if {t.id, *t.classes} & set(flag.after)}
    return bool(meant) and meant <= set(flag.not_after)


def _holds(flag: RedFlag, signs: frozenset[str], context: Context) -> bool:
    if flag.needs_context and (not context.after(flag.after) or _is_told_by_its_own(flag, context)):
        return False
    return any(group and set(group) <= signs for group in flag.signs)
