"""Everything that bears on a case, gathered before anything is decided or said."""

from __future__ import annotations

from functools import cached_property
from itertools import combinations

from msgspec import Struct

from skinproof.answer.asking import OWN_MARKS, Asking
from skinproof.answer.efficacy import Row
from skinproof.answer.inside import Inside
from skinproof.catalogue.record import Note
from skinproof.catalogue.rules import Aftermath, CombinationRule, Consensus, Practice, Precaution, Premise, RedFlag, Regulation
from skinproof.catalogue.text import words
from skinproof.catalogue.treatment import Treatment
from skinproof.question.case import Part
from skinproof.safety.context import touches
from skinproof.safety.pairs import Spaced, meets
from skinproof.safety.precautions import ANYONE, ORDER, Applied
from skinproof.types import Action, Grade


class Act(Struct, frozen=True, kw_only=True):
    """An action that some rule asks for."""

    action: Action
    grade: Grade
    fact_id: str
    of_provider: bool = False  # it speaks of who does it
    of_anyone: bool = False  # it holds for everybody


# What is not done to everybody who happens to name nothing against it.
_GOES_DEEP = frozenset({
    "needling", "rf_needling", "rf", "hifu", "heat_plasma", "laser_ablative", "laser_nonablative", "laser_pigment", "laser_vascular", "ipl", "hair_removal", "toxin", "filler",
    "skin_booster", "biostimulator", "injection_other", "medical_injection", "biologic", "thread", "jet_injection", "fat_reduction", "peel_deep", "cryo", "lesion_removal", "numbing",
    "oral_medicine", "corticosteroid", "oral_antibiotic", "antibiotic", "retinoid_oral",
})
# What a child, even a small one, may have like anybody.
PLAIN = frozenset({"moisturiser", "petrolatum", "cleanser", "sunscreen", "sunscreen_mineral", "sunscreen_chemical", "sunscreen_tinted", "glycerin", "ceramides"})
_WHICH_FIRST = frozenset("order first last before after then ordre abord premier avant apres orden primero antes despues".split())
_TOGETHER: dict[str, Action] = {"do_not": "stop", "separate": "caution", "take_care": "caution", "fine": "ok"}
_SPACED: dict[str, Action] = {"too_soon": "defer", "within": "caution", "not_stated": "caution", "long_enough": "ok"}


def _too_often(spaced: Spaced) -> Action:
    """A plan at less than half the shortest advised gap is put off; a somewhat tight one is widened."""
    return "defer" if spaced.planned_days is not None and spaced.planned_days < spaced.rule.least_days / 2 else "caution"

# What is better put off, but does no more than bruise or swell.
_MILD = {"dental", "vaccine", "exercise", "flight", "alcohol", "heat", "swim", "wash", "sleep", "makeup", "hair_dye", "kiss", "hot_food", "shave", "painkiller", "supplement"}


class Gathered(Asking, frozen=True, kw_only=True, dict=True):
    """What the rooms below found for a case, and what it asks."""

    flags: tuple[RedFlag, ...] = ()
    doubted: tuple[RedFlag, ...] = ()  # signs known by a phrase, in a message that sounds calm
    precautions: tuple[Applied, ...] = ()
    exposures: tuple[Applied, ...] = ()
    unsaid: tuple[Precaution, ...] = ()
    combinations: tuple[CombinationRule, ...] = ()
    intervals: tuple[Spaced, ...] = ()
    premises: tuple[Premise, ...] = ()
    by_likeness: bool = False  # the belief is not put in words that we know: it was found by the likeness of the words
    practice: tuple[Practice, ...] = ()
    pair: tuple[tuple[str, Note], ...] = ()  # of two compared, the note of each that answers what is asked of them
    times: tuple[tuple[str, Note], ...] = ()  # how long it lasts or when it shows, where that alone is asked
    symptoms: tuple[Aftermath, ...] = ()  # what followed a treatment, and what is known of it
    rows: tuple[Row, ...] = ()
    consensus: tuple[Consensus, ...] = ()
    regulation: tuple[Regulation, ...] = ()
    inside: Inside | None = None
    treatments: tuple[Treatment, ...] = ()
    illness: str = ""  # named, and not known to us
    unruled: tuple[str, ...] = ()  # serious conditions that no rule speaks of
    aims: tuple[str, ...] = ()  # aims named without a treatment, of which something is to be told
    ordinary: tuple[str, ...] = ()  # treatments that are steps of an ordinary home regimen
    aimed: frozenset[str] = frozenset()  # illnesses of the skin that are what is to be treated
    had: bool = False  # a treatment was had
    unheld: bool = False  # leave is asked for something of daily life, and nothing is held on it
    harm: tuple[str, str] | None = None  # the fact and text of the very harm asked after; empty where none is held

    @cached_property
    def gentle(self) -> bool:
        """Whether nothing asked about goes deep, heats, injects or is a medicine."""
        return bool(self.treatments) and not any(_GOES_DEEP & set(t.classes) for t in self.treatments)

    @cached_property
    def plain(self) -> bool:
        """Whether nothing but a plain cream, wash or sunscreen is asked about."""
        return bool(self.treatments) and {t.id for t in self.treatments} <= PLAIN

    @cached_property
    def fine_for_them(self) -> frozenset[str]:
        """Rules that call it fine in pregnancy, while nursing, with an allergy, the pill, a coil or mild asthma: what nobody names in passing."""
        return frozenset(f"precaution:{a.rule.id}" for a in self.precautions if a.rule.action == "ok" and (a.condition or "").startswith(("pregnancy", "nursing", "trying_to_conceive", "allergy_", "hormonal_contraception", "metal_coil", "asthma_mild")))

    @cached_property
    def own_marks(self) -> frozenset[str]:
        """Rules on open or sore skin where that is what a treatment left, and nothing new is planned; beside a usual course also those on doing it oneself or at all."""
        usual = self.says("normal") if not self.symptoms else self.symptoms[0].direction == "helps"
        marks = OWN_MARKS | ({ANYONE, "self_treating"} if usual else frozenset())
        return frozenset(f"precaution:{a.rule.id}" for a in self.precautions if self.aftermath and a.condition in marks)

    def nothing_said(self, part: Part) -> bool:
        """Tell whether no flag, rule, belief or exposure speaks to one part."""
        return not (self.flags or self.premises or self.practice or self.symptoms or self.exposures or self.unruled or self.inside or self.acts(part))

    @cached_property
    def too_often(self) -> frozenset[str]:
        """Plans to repeat at gaps shorter than advised: the ids of the intervals."""
        return frozenset(f"interval:{s.rule.id}" for s in self.intervals if s.fit == "too_soon" and s.rule.kind == "how_often")

    @cached_property
    def told_first(self) -> frozenset[str]:
        """What the practical fact that leads was asked for: the order only where a word says so, and not in "may I layer them"."""
        asked = frozenset(self.practice[0].asks) & set(self.case.asks) if self.practice else frozenset()
        return asked if _WHICH_FIRST & set(words(self.case.question)) else asked - {"order"}

    def acts(self, part: Part) -> list[Act]:
        """Return the actions that rules ask for in one part."""
        of_effect = part.kind in {"does_it_work", "worth_it", "price", "which"}  # "triple cream for melasma": care with melasma is no answer
        at_home = part.kind in {"does_it_work", "worth_it", "price", "home_device"} and bool(self.kinds & {"does_it_work", "worth_it", "price"})  # "blue light at home, does it do anything" asks no leave
        own = self.aimed | ({"self_treating"} if at_home and not self.kinds & {"safe_for_me", "what_went_wrong"} else frozenset())
        ruling = [a for a in self.precautions if not (part.kind == "which" and self._alike(a)) and not ((of_effect or at_home) and a.rule.action == "caution" and a.condition in own)]
        found = [Act(action=a.rule.action, grade=a.rule.grade, fact_id=f"precaution:{a.rule.id}", of_provider=a.rule.of_provider, of_anyone=ANYONE in a.rule.when) for a in ruling]
        followed = part.kind == "what_went_wrong" and bool(self.symptoms)  # what has followed is asked about, and not whether they go together
        if not followed and not any("undo" in p.asks for p in self.practice) and (part.kind in {"mixing", "safe_for_me", "ingredient", "timing"} or (not part.outcomes and part.kind != "regulation")):
            found += [Act(action=self.together(c), grade=c.grade, fact_id=f"combination:{c.id}") for c in self.combinations[:1] if (not self.choosing or part.kind == "mixing") and not self._beside_the_point(c)]
        event = self.open_timing and any(s.rule.kind == "before_event" for s in self.intervals)  # "when do I book both for the wedding" asks for the gap to the day
        found = [a for a in found if not (event and a.fact_id.startswith("combination:"))]
        found += [Act(action=action, grade=s.rule.grade, fact_id=f"interval:{s.rule.id}") for s in self.intervals if (action := self._spacing(part, s)) is not None]
        if self.inside is not None:
            found += [Act(action=f.action, grade="inference", fact_id=f"hazard:{f.hazard.id}") for f in self.inside.flags]
            found += [Act(action="stop", grade="inference", fact_id=fact_id) for fact_id in self.inside.allergens]
            found += [Act(action="caution", grade="inference", fact_id=f"claim:{c.claim.id}") for c in self.inside.broken_claims]
        return found

    def _alike(self, applied: Applied) -> bool:
        """Whether to take care with the person's skin holds of each of several things chosen between: that is told, and does not choose."""
        of_skin = applied.rule.action == "caution" and applied.condition in {"dark_skin", "pih_history"}
        return of_skin and self.chosen_between and all(touches(t, applied.rule.scope) for t in self.treatments)

    def _spacing(self, part: Part, spaced: Spaced) -> Action | None:
        """What an interval asks for in one part: always a wider gap if the plan repeats too often, else only where time or safety is asked."""
        if f"interval:{spaced.rule.id}" in self.too_often:
            return _too_often(spaced)
        mild = self.open_timing or set(spaced.rule.then) <= _MILD
        if part.kind == "timing" and not (mild and spaced.fit == "too_soon"):
            best = spaced.rule.kind == "before_event" and spaced.fit == "within"  # the range is when it is best done
            return _SPACED["not_stated" if self.open_timing else "long_enough" if best else spaced.fit]
        if spaced.rule.kind == "how_often":
            return None
        if spaced.fit == "too_soon":
            asked = part.kind in {"safe_for_me", "does_it_work", "which", "timing"} or (mild and part.kind == "mixing")  # "filler at two and hot yoga at seven"
            return ("caution" if mild else "defer") if asked else None
        if part.kind != "safe_for_me":
            return None
        return "caution" if spaced.fit != "long_enough" else "ok" if set(spaced.rule.then) <= _MILD else None

    def _beside_the_point(self, rule: CombinationRule) -> bool:
        """Whether a rule about using together is not what decides: a "yes" beside a harmful belief or where the order is asked, and "apart in time" where leave is asked for a child's sake."""
        if rule.same_time == "fine":
            harmful = any(p.verdict == "false" and p.when_wrong == "unsafe" for p in self.premises)
            return harmful or "order" in self.told_first or not self.all_paired
        return rule.same_time == "separate" and bool(self.fine_for_them)

    def together(self, rule: CombinationRule) -> Action:
        """Return what a rule about using together asks for; keeping apart is fine where that is the plan."""
        return "ok" if rule.same_time == "separate" and self.apart else _TOGETHER[rule.same_time]

    def chosen_by(self, premise: Premise) -> bool:
        """Tell whether two treatments that a belief weighs are set against each other, and it says which."""
        return bool(premise.choice) and self.comparing and "mixing" not in self.kinds and sum(t.id in premise.treatments for t in self.treatments) > 1

    @cached_property
    def all_paired(self) -> bool:
        """Whether rules about using together speak of every two treatments: that two of three things go together says nothing of the third."""
        things = [frozenset({t.id, *t.classes}) for t in self.treatments]
        if len(things) < 2:
            paired = {x for c in self.combinations for x in (*c.a, *c.b)}
            return all(thing & paired for thing in things)
        return all(any(meets(pair, c.a, c.b) for c in self.combinations) for pair in combinations(things, 2))

    def spared(self, act: Act) -> bool:
        """Tell whether a treatment asked about is untouched by every rule that stops or defers; what nobody should use is no choice unless "or" stands there."""
        barred = [a.rule for a in self.precautions if a.rule.action in {"stop", "defer"}]
        if f"precaution:{barred[0].id}" != act.fact_id if barred else True:
            return False
        if barred[0].action == "stop" and ANYONE in barred[0].when and not self.chosen_between:
            return False
        return any(not any(touches(treatment, rule.scope) for rule in barred) for treatment in self.treatments)

    def strictest(self, part: Part) -> Act | None:
        """Return the strictest action asked for, or None."""
        return min(self.acts(part), key=lambda a: ORDER.index(a.action), default=None)

