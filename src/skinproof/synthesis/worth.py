"""Whether a benefit is worth its known harms: a chance where effect sizes exist, else a table of direction, certainty and harms.

The chance of a change that matters and the chance that it outweighs the harms are read off normal effects that are believed only in part, the less the
lower their certainty ("certainty of net benefit", Alper 2019, BMJ Open 9:e027445, as a concept). Weights, belief and thresholds are policy (settings.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Literal

from msgspec import Struct

from skinproof.synthesis.certainty import LEVELS
from skinproof.synthesis.pooling.distributions import normal_quantile, normal_upper_p
from skinproof.synthesis.settings import Settings
from skinproof.types import Certainty, Severity

Word = Literal["worth_it", "reasonable_to_try", "not_worth_it", "unproven"]
_Z = 1.959964  # 97.5th percentile of the normal distribution
_HALVINGS = 60
_FOR: tuple[Word, Word] = ("worth_it", "reasonable_to_try")
_HIGHEST = 8.0  # standard deviations: beyond any effect of a treatment


class HarmSeen(Struct, frozen=True, kw_only=True):
    """A harm of a treatment as a study saw it; `events` of `people`, both None where no rate is told."""

    severity: Severity
    events: int | None = None
    people: int | None = None

    @property
    def rate(self) -> float | None:
        """The mean of the rate after seeing the counts (Jeffreys): none in 126 is not never."""
        return (self.events + 0.5) / (self.people + 1) if self.events is not None and self.people else None


class Spread(Struct, frozen=True, kw_only=True):
    """An effect in standard deviations, above zero if it favours the treatment, with its 95 % limits."""

    estimate: float
    lower: float
    upper: float

    @property
    def error(self) -> float:
        """The standard error that the limits stand for."""
        return (self.upper - self.lower) / (2 * _Z)


class Worth(Struct, frozen=True, kw_only=True):
    """What comes out of weighing; chances and stability only where an effect size exists."""

    word: Word
    benefit_chance: float | None = None  # of a change that matters
    net_chance: float | None = None  # that it outweighs the harms; None where none has a rate
    stability: float | None = None  # share of ways to reckon that give the same word
    ways: int = 0
    tipping_bias_sd: float | None = None  # the least bias tried that changes the word


class _Assumed(Struct, frozen=True, kw_only=True):
    credibility: float
    bias_sd: float
    base_share: float
    harm_weight: float


def weigh(spreads: Sequence[Spread], certainty: Certainty, harms: Iterable[HarmSeen], settings: Settings) -> Worth:
    """Return what an effect is worth: the word of most ways to reckon it; where it turns on how it is reckoned, what most ways and the base case have in common.

    Args:
        spreads: the effect, and the same with other models or with studies left out; the first is the base case.
        certainty: of the effect.
        harms: those known of the treatment.
        settings: the policy numbers.
    """
    seen, helps = tuple(harms), spreads[0].lower > 0  # what helps, by less than an assumed size that matters, is not called worthless
    base = _assumed(settings, certainty)
    benefit, net = _chances(spreads[0], seen, base, settings)
    words = Counter(_word(*_chances(spread, seen, case, settings), certainty, seen, settings, helps=helps) for spread in spreads for case in _cases(settings, certainty))
    [(usual, count)] = words.most_common(1)
    plain = _word(benefit, net, certainty, seen, settings, helps=helps)
    stability = count / words.total()
    firm = usual == plain or (stability >= settings.stable_share and usual != "not_worth_it")
    word: Word = usual if firm else "reasonable_to_try" if usual in _FOR and plain in _FOR else "unproven"
    shifted = (s for s in settings.bias_sd if _word(*_chances(spreads[0], seen, _assumed(settings, certainty, bias_sd=s), settings), certainty, seen, settings, helps=helps) != plain)
    return Worth(word=word, benefit_chance=benefit, net_chance=net, stability=stability, ways=words.total(), tipping_bias_sd=next(shifted, None))


def by_table(direction: str, certainty: Certainty, harms: Iterable[HarmSeen]) -> Worth:
    """Return what a result without an effect size is worth: at most reasonable to try.

    Args:
        direction: of the verdict.
        certainty: of the verdict.
        harms: those known of the treatment.
    """
    level = LEVELS.index(certainty) if certainty in LEVELS else -1
    if direction == "helps" and _may_try(level, harms):
        return Worth(word="reasonable_to_try")
    denied = (direction == "no_difference" and level >= LEVELS.index("moderate")) or (direction == "worsens" and level >= LEVELS.index("low"))
    return Worth(word="not_worth_it" if denied else "unproven")


def _assumed(settings: Settings, certainty: Certainty, *, bias_sd: float = 0.0) -> _Assumed:
    return _Assumed(credibility=settings.credibility[_level(certainty)], bias_sd=bias_sd, base_share=settings.base_shares[1], harm_weight=1.0)


def _cases(settings: Settings, certainty: Certainty) -> Iterator[_Assumed]:
    """The grid declared before: belief, bias, how many improve anyway, and how much harms weigh."""
    believed = settings.credibility[_level(certainty)]
    for shift, bias, share, weight in product(settings.credibility_shifts, (0.0, *settings.bias_sd), settings.base_shares, settings.harm_weight_factors):
        yield _Assumed(credibility=min(max(believed + shift, 0.0), 1.0), bias_sd=bias, base_share=share, harm_weight=weight)


def _level(certainty: Certainty) -> int:
    return max(LEVELS.index(certainty), 0) if certainty in LEVELS else 0


def _chances(spread: Spread, harms: Sequence[HarmSeen], case: _Assumed, settings: Settings) -> tuple[float, float | None]:
    """The chance of a change that matters, and the chance that it outweighs the harms."""
    benefit = _exceeds(settings.assumed_mid_sd, spread, case, settings)
    weights = dict(settings.harm_weights)
    burdens = [weights[h.severity] * h.rate for h in harms if h.rate is not None]
    return benefit, _exceeds(_outweighing(case.harm_weight * sum(burdens), case.base_share), spread, case, settings) if burdens else None


def _exceeds(least: float, spread: Spread, case: _Assumed, settings: Settings) -> float:
    """The chance of an effect above the least one, believed in part: for the rest it is drawn around no effect."""
    moved = spread.estimate - (case.bias_sd if spread.estimate >= 0 else -case.bias_sd)
    believed = normal_upper_p((least - moved) / max(spread.error, 1e-9))
    return case.credibility * believed + (1 - case.credibility) * normal_upper_p(least / settings.sceptical_sd)


def _outweighing(burden: float, base_share: float) -> float:
    """The effect, in standard deviations, whose gain in the share of people improved equals a weighted burden of harm."""
    cut = normal_quantile(1 - base_share)
    if burden >= 1 - base_share:
        return _HIGHEST
    low, high = 0.0, _HIGHEST
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if normal_upper_p(cut - middle) - base_share < burden else (low, middle)
    return high


def _word(benefit: float, net: float | None, certainty: Certainty, harms: Sequence[HarmSeen], settings: Settings, *, helps: bool) -> Word:
    level = LEVELS.index(certainty) if certainty in LEVELS else -1
    moderate = LEVELS.index("moderate")
    unrated = any(h.severity == "severe" and h.events is None for h in harms)  # a missing rate is unknown, not zero
    if level >= moderate and benefit >= settings.worth_chance and net is not None and net >= settings.worth_chance and not unrated:
        return "worth_it"
    if benefit >= settings.try_chance and _may_try(level, harms):
        return "reasonable_to_try"
    return "not_worth_it" if level >= moderate and benefit <= settings.useless_chance and not helps else "unproven"


def _may_try(level: int, harms: Iterable[HarmSeen]) -> bool:
    """From low certainty on where no severe harm was seen; from moderate on also with one that is rare, or of which no rate is told."""
    severe = [h for h in harms if h.severity == "severe"]
    return level >= LEVELS.index("low") if not severe else level >= LEVELS.index("moderate")
