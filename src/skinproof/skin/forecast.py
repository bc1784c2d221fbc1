"""A forecast: what a treatment does to the barrier of one kind of person, with its ignorance shown."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
from msgspec import Struct

from skinproof.skin.channels import imaged_closure_h
from skinproof.skin.course import Wounded, competent_share, water_loss_ratio, wound
from skinproof.skin.draws import DEFAULT_PEOPLE, Draws
from skinproof.skin.hydration import reading_ratio
from skinproof.skin.inflammation import swelling
from skinproof.skin.insult import Insult, MeasuredPoint
from skinproof.skin.insults import insult_of
from skinproof.skin.needle import horny_layer_um, layers_reached, stamp_volume_nl
from skinproof.skin.pain import pain_ratio, pain_tag, pain_words
from skinproof.skin.parameter import Tag
from skinproof.skin.plan import Plan, planned
from skinproof.skin.quasi_random import Array
from skinproof.skin.setting import Setting, setting_of
from skinproof.skin.solute.passage import Passage, passage
from skinproof.skin.solute.solute import Solute
from skinproof.skin.summary import Band, CoursePoint, band, course_points, recovery_h, width_shares

TIMES_H = np.array([0, 0.5, 1, 2, 4, 6, 9, 12, 18, 24, 30, 36, 48, 60, 72, 84, 96, 120, 144, 168, 192, 216, 240, 288, 336, 384, 432, 504, 588, 672], dtype=np.float64)
ASKED_DAYS = (1, 3, 7, 14)
SOLUTE_PEOPLE = 512
NOT_CLAIMED = "This says nothing about collagen, pores, oil, wrinkles or allergy."
_WIDTH_AT_H = 72.0


class NeedleForecast(Struct, frozen=True, kw_only=True):
    """What the needles do: depth, layer, imaged closing, pain, and what one press of a hollow stamp leaves."""

    depth_um: Band
    layers: dict[str, float]
    depth_tag: Tag
    imaged_closure_h: Band
    closure_tag: Tag
    pain_ratio: Band
    pain_words: str
    pain_tag: Tag
    stamp_volume_nl: Band | None


class Forecast(Struct, frozen=True, kw_only=True):
    """What is forecast; bands are 5, 50 and 95 per cent, infinity is past the last day."""

    treatment: str
    variant: str
    setting: Setting
    people: int
    course: tuple[CoursePoint, ...]
    recovery_days: Band
    tag: Tag
    moisture: dict[int, Band]
    moisture_tag: Tag
    swelling: str
    needles: NeedleForecast | None
    passages: tuple[Passage, ...]
    width: dict[str, float]
    measured: tuple[MeasuredPoint, ...]
    sources: tuple[str, ...]
    assumed: str
    citations: tuple[str, ...]
    not_claimed: str = NOT_CLAIMED

    def leaky(self, day: float) -> float:
        """Return the probability of being more than 10 % leakier than one's own normal on a day of the course."""
        return float(np.interp(24.0 * day, [p.time_h for p in self.course], [p.leaky for p in self.course]))

    def to_dict(self) -> dict[str, Any]:
        """Return plain data for JSON; a time past the last that was followed is null."""
        plain: dict[str, Any] = _finite(msgspec.to_builtins(self, str_keys=True))
        return plain | {"leaky": {str(day): self.leaky(day) for day in ASKED_DAYS}}

    def to_text(self) -> str:
        """Return the forecast in words."""
        from skinproof.skin.words import told  # noqa: PLC0415 - words are needed only when shown

        return told(self)

    def to_csv(self) -> str:
        """Return the course as comma-separated values, one time a line."""
        rows = [f"{p.time_h:g},{p.low:.4f},{p.median:.4f},{p.high:.4f},{p.leaky:.4f}" for p in self.course]
        return "\n".join(["hours,ratio_5,ratio_50,ratio_95,probability_leaky", *rows]) + "\n"

    def to_svg(self) -> str:
        """Return a picture of the course with its band beside the measured points."""
        from skinproof.skin.picture import drawn  # noqa: PLC0415 - drawn only when shown

        return drawn(self)


def forecast(
    treatment: str, *, age: float, site: str = "face", tone: str = "unknown", covered: bool = False, variant: str | None = None,
    plan: Plan | None = None, solutes: tuple[Solute, ...] = (), people: int = DEFAULT_PEOPLE,
) -> Forecast:
    """Return a forecast of the barrier after a treatment.

    Args:
        treatment: its id, such as `micro_infusion`.
        age: years, 18 to 80.
        site: `face`, `forearm` or `upper_arm`.
        tone: `lighter`, `darker` or `unknown`.
        covered: whether the skin stays under a film afterwards.
        variant: a part of the variant's name, such as `0.25`.
        plan: what differs from the usual: needle length, count, holes a cm2, passes.
        solutes: molecules of a product put on right afterwards.
        people: parameter sets, 64 to 20,000.

    Raises:
        InputError: no data, or a value that cannot be used.
    """
    setting = setting_of(age=age, site=site, tone=tone, covered=covered)
    insult = planned(insult_of(treatment, variant), plan or Plan())
    draws, skin, ratio = followed(insult, setting, people)
    tag = draws.weakest()
    passages = _passages(setting, insult, solutes)
    return Forecast(
        treatment=treatment, variant=insult.variant, setting=setting, people=people, course=course_points(TIMES_H, ratio),
        recovery_days=recovery_days(ratio), tag=tag, moisture=_moisture(draws, setting, insult, skin, ratio), moisture_tag="assumed",
        swelling=swelling(skin.inflamed), needles=_needles(draws, setting, insult, skin), passages=passages[0],
        width=width_shares(setting, insult, people, _WIDTH_AT_H), measured=insult.measured, sources=insult.sources, assumed=insult.assumed,
        citations=tuple(dict.fromkeys([*(p.cited() for p in draws.papers()), *passages[1]])),
    )


def followed(insult: Insult, setting: Setting, people: int) -> tuple[Draws, Wounded, Array]:
    """Return the ensemble, its skin right after a treatment, and TEWL over `TIMES_H` as multiples of each one's normal, shape (times, people).

    Args:
        insult: what was done.
        setting: who and where.
        people: parameter sets.
    """
    draws = Draws(people)
    skin = wound(draws, setting, insult)
    return draws, skin, water_loss_ratio(draws, insult, skin, TIMES_H)


def _finite(value: Any) -> Any:
    """Replace infinities, which JSON lacks, by None."""
    if isinstance(value, dict):
        return {key: _finite(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(inner) for inner in value]
    return None if isinstance(value, float) and not np.isfinite(value) else value


def recovery_days(ratio: Array) -> Band:
    """Return quantiles of the days until the barrier is back; infinite ones stay at the top and are never averaged with finite ones.

    Args:
        ratio: TEWL over `TIMES_H`, shape (times, people).
    """
    low, middle, high = np.quantile(recovery_h(TIMES_H, ratio), (0.05, 0.5, 0.95), method="lower") / 24.0
    return float(low), float(middle), float(high)


def _moisture(draws: Draws, setting: Setting, insult: Insult, skin: Wounded, ratio: Array) -> dict[int, Band]:
    """Return moisture readings by day; none after ablation, whose crusts read dry, which the model lacks."""
    if insult.ablation is not None:
        return {}
    rows = np.array([int(np.flatnonzero(24 * day == TIMES_H)[0]) for day in ASKED_DAYS])
    competent = competent_share(skin, TIMES_H[rows])
    reading = reading_ratio(draws, ratio[rows] * skin.baseline, skin.baseline, skin.without_barrier, horny_layer_um(draws, setting), competent)
    return {day: band(reading[row]) for row, day in enumerate(ASKED_DAYS)}


def _needles(draws: Draws, setting: Setting, insult: Insult, skin: Wounded) -> NeedleForecast | None:
    needles, holes = insult.needles, skin.holes
    if needles is None or holes is None:
        return None
    pain = band(pain_ratio(draws, needles.length_um, needles.count))
    return NeedleForecast(
        depth_um=band(holes.depth_um), layers=layers_reached(draws, setting, holes.depth_um), depth_tag="assumed" if needles.insertion == "manual" else "measured",
        imaged_closure_h=band(imaged_closure_h(draws, setting, needles.length_um)), closure_tag="assumed", pain_ratio=pain, pain_words=pain_words(pain[1]),
        pain_tag=pain_tag(needles.length_um, needles.count), stamp_volume_nl=band(stamp_volume_nl(draws, holes, needles.count)) if needles.hollow else None,
    )


def _passages(setting: Setting, insult: Insult, solutes: tuple[Solute, ...]) -> tuple[tuple[Passage, ...], tuple[str, ...]]:
    """Return what passes of each molecule, in a smaller ensemble, and the citations of that."""
    if not solutes:
        return (), ()
    draws = Draws(SOLUTE_PEOPLE)
    skin = wound(draws, setting, insult)
    found = tuple(passage(draws, setting, insult, skin, s) for s in solutes)
    return found, tuple(p.cited() for p in draws.papers())
