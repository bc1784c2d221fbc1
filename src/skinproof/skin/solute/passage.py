"""How much of a dose passes the horny layer within a day, after a treatment and on intact skin, in bins."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from msgspec import Struct

from skinproof.skin.course import Wounded, ablated_share, competent_share
from skinproof.skin.draws import Draws
from skinproof.skin.insult import Insult
from skinproof.skin.needle import horny_layer_um
from skinproof.skin.parameter import Tag
from skinproof.skin.quasi_random import Array
from skinproof.skin.setting import Setting
from skinproof.skin.solute.chain import Weather, WeatherAt, still
from skinproof.skin.solute.skin_chain import LAYERS, dose_at_depth, dose_on_skin, hydration, skin_chain, tissue_diffusion_cm2_s
from skinproof.skin.solute.solute import Solute, check_solute, no_data
from skinproof.skin.solute.stepping import graded_times, run

STEPS = 128
HOURS = 24.0
_CM_PER_UM = 1e-4
_LEAST_HORNY = 0.02
_AGAINST = ((1.5, "about as much as through intact skin"), (10.0, "several times as much as through intact skin"), (np.inf, "ten times or more what intact skin lets through"))
_BLUR = 1e-4  # shares below one in ten thousand are not told apart
_ABLATED_DEPTH_CM = 0.01
_BINS = ((0.001, "practically none"), (0.01, "traces"), (0.1, "a little"), (0.5, "a good part"), (np.inf, "most of it"))

class Passage(Struct, frozen=True, kw_only=True):
    """What share of a dose passes within a day: median with 5 and 95 per cent, in bins, beside intact skin; or why there is no data.

    `deposit_half_gone_h`: for hollow needles, hours until half of what they put in has left the skin; infinity is past a day.
    """

    solute: str
    share: tuple[float, float, float] | None
    bins: tuple[str, str, str] | None
    intact_bin: str | None
    against_intact: str | None
    deposit_half_gone_h: tuple[float, float, float] | None = None
    tag: Tag
    note: str


def bin_of(share: float) -> str:
    """Return a share of a dose in words.

    Args:
        share: from 0 to 1.
    """
    return next(words for limit, words in _BINS if share <= limit)


def _against(ratio: float) -> str:
    """Return how a share compares with that of intact skin, in words."""
    return next(words for limit, words in _AGAINST if ratio <= limit)


def passage(draws: Draws, setting: Setting, insult: Insult, skin: Wounded, solute: Solute) -> Passage:
    """Return what passes of a product left on for a day, put on right after the treatment.

    Args:
        draws: the ensemble.
        setting: who and where.
        insult: what was done.
        skin: its state right after.
        solute: the molecule.

    Raises:
        InputError: the molecule cannot exist.
    """
    check_solute(solute)
    reason = no_data(solute)
    if reason:
        return Passage(solute=solute.name, share=None, bins=None, intact_bin=None, against_intact=None, tag="assumed", note=reason)
    treated = shares_passed(draws, setting, solute, weather_after(draws, setting, insult, skin, solute))
    intact = shares_passed(draws, setting, solute, weather_intact(draws, setting))
    low, middle, high = (float(q) for q in np.quantile(treated, (0.05, 0.5, 0.95)))
    return Passage(
        solute=solute.name, share=(low, middle, high), bins=(bin_of(low), bin_of(middle), bin_of(high)), intact_bin=bin_of(float(np.median(intact))),
        against_intact=_against(float(np.median((treated + _BLUR) / (intact + _BLUR)))), tag="assumed", note="a thin watery film left on for a day",
        deposit_half_gone_h=_deposit(draws, setting, skin, solute) if insult.needles and insult.needles.hollow else None,
    )


def shares_passed(draws: Draws, setting: Setting, solute: Solute, weather: WeatherAt = still) -> Array:
    """Return the share of the dose below the stratum corneum or carried off after a day, shape (people,).

    Args:
        draws: the ensemble.
        setting: site and cover.
        solute: the molecule.
        weather: what changes with time.
    """
    chain = skin_chain(draws, solute, setting)
    start = dose_on_skin(chain)
    amounts = run(chain, start, graded_times(HOURS * 3600.0, STEPS), LAYERS, weather)
    return np.asarray(amounts.by_layer[-1, 2:].sum(axis=0) / start[0])


def _deposit(draws: Draws, setting: Setting, skin: Wounded, solute: Solute) -> tuple[float, float, float] | None:
    """Return when half of a dose that was placed at the depth of the tips has been carried off."""
    if skin.holes is None:
        return None
    chain, times_s = skin_chain(draws, solute, setting), graded_times(HOURS * 3600.0, STEPS)
    start = dose_at_depth(chain, skin.holes.depth_um - horny_layer_um(draws, setting))
    gone = run(chain, start, times_s, LAYERS).by_layer[:, -1]
    hours = np.where(gone[-1] >= 0.5, times_s[np.argmax(gone >= 0.5, axis=0)] / 3600.0, np.inf)
    low, middle, high = np.quantile(hours, (0.05, 0.5, 0.95), method="lower")
    return float(low), float(middle), float(high)


def weather_intact(draws: Draws, setting: Setting) -> WeatherAt:
    """Return weather over intact skin: only the film dries, unless it is covered."""
    if setting.covered:
        return still
    drying, dry = draws["drying_h"] * 3600.0, draws["dry_film_share"]

    def at(time_s: float, people: slice) -> Weather:
        return Weather(activity=_activity(time_s, drying[people], dry[people]))

    return at


def _activity(time_s: float, drying_s: Array, dry: Array) -> Array:
    """Return how well a film that shrinks evenly still gives off its content; no gain by concentration is credited."""
    return np.asarray(dry + (1.0 - dry) * np.maximum(1.0 - time_s / drying_s, 0.0))


def weather_after(draws: Draws, setting: Setting, insult: Insult, skin: Wounded, solute: Solute) -> WeatherAt:
    """Return weather over treated skin: a thinner horny layer that mends, and holes that close.

    Args:
        draws: the ensemble.
        setting: cover.
        insult: what was done.
        skin: its state right after.
        solute: the molecule, for its diffusion in the holes.
    """
    intact = weather_intact(draws, setting)
    side_at = _side_path(draws, setting, insult, skin, solute)

    def at(time_s: float, people: slice) -> Weather:
        hours = time_s / 3600.0
        horny = 1.0 / np.maximum(competent_share(skin, np.array([hours]))[0], _LEAST_HORNY)
        side = side_at(hours)
        return Weather(activity=intact(time_s, people).activity, horny=horny[people] if horny.size > 1 else 1.0, side=None if side is None else side[people])

    return at


def _side_path(draws: Draws, setting: Setting, insult: Insult, skin: Wounded, solute: Solute) -> Callable[[float], Array | None]:
    """Return the conductance of holes and ablated zones at some hours, cm/s.

    Holes close as impedance and dyes show; uncovered they are taken to dry as the horny layer does.
    """
    diffusion = tissue_diffusion_cm2_s(draws, solute) * hydration(draws, setting)
    holes, closing = skin.holes, skin.closing
    needled = None
    if holes is not None and closing is not None:
        radius = holes.radius_um * _CM_PER_UM
        length = horny_layer_um(draws, setting) * _CM_PER_UM + np.pi * radius / 4.0
        needled = holes.per_cm2 * holes.piercing * np.pi * radius**2 * draws["hole_open_share"] * diffusion / length
    zones = ablated_share(draws, insult.ablation) * diffusion / _ABLATED_DEPTH_CM if insult.ablation else None

    def at(hours: float) -> Array | None:
        if needled is not None and closing is not None:
            return np.asarray(needled * np.exp2(-hours / closing.slow_h))
        return None if zones is None else np.where(hours < draws["reepithelialisation_h"], zones, 0.0)

    return at
