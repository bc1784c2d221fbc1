"""What a case is about in the words of the safety rules: treatments, their classes, ingredients, routes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from skinproof.catalogue.ingredient import Ingredient
from skinproof.catalogue.record import Scope
from skinproof.catalogue.treatment import Treatment
from skinproof.question.case import Case

# A condition that tells of a past treatment also gives a sign its meaning.
_PAST_CLASSES = {
    "recent_filler": ("filler",), "recent_toxin": ("toxin",), "recent_laser": ("laser_ablative", "laser_nonablative", "ipl"), "recent_prp": ("biologic", "needling"),
    "recent_peel": ("peel_superficial", "peel_deep"), "recent_needling": ("needling",), "recent_microdermabrasion": ("abrasion",), "recent_hydrafacial": ("abrasion",),
    "isotretinoin_now": ("retinoid_oral",), "isotretinoin_recent": ("retinoid_oral",),
}


def touches(treatment: Treatment, scope: Scope) -> bool:
    """Tell whether a rule's scope meets one treatment; an empty scope meets everything."""
    if not scope.classes and not scope.treatments:
        return True
    return bool(set(treatment.classes) & set(scope.classes)) or bool({treatment.id, *treatment.carries} & set(scope.treatments))


class Context(Struct, frozen=True, kw_only=True, dict=True):
    """The treatments of a case with all that they bring along."""

    treatments: tuple[Treatment, ...]
    carried: tuple[Treatment, ...] = ()
    history: tuple[Treatment, ...] = ()
    past_classes: tuple[str, ...] = ()
    ingredients: tuple[Ingredient, ...] = ()

    @cached_property
    def classes(self) -> frozenset[str]:
        """Classes of the treatments asked about and of what they carry in."""
        return frozenset(c for t in (*self.treatments, *self.carried) for c in t.classes) | {c for i in self.ingredients for c in i.classes}

    @cached_property
    def had_classes(self) -> frozenset[str]:
        """Classes of the treatments that are named, asked about or had."""
        return frozenset(c for t in (*self.treatments, *self.history) for c in t.classes)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Ids of the treatments asked about, of what they carry in, and of ingredients named."""
        return frozenset(t.id for t in self.treatments) | {c for t in self.treatments for c in t.carries} | {t.id for t in self.carried} | {i.id for i in self.ingredients}

    def touches(self, scope: Scope) -> bool:
        """Tell whether a rule's scope meets this context; an empty scope meets everything."""
        if not scope.classes and not scope.treatments:
            return True
        return bool(self.classes & set(scope.classes) or self.ids & set(scope.treatments))

    def after(self, names: Iterable[str]) -> bool:
        """Tell whether any of some classes or treatments was had, is had or is asked about."""
        names = set(names)
        return "any" in names or bool(names & (self.classes | self.ids | set(self.past_classes)))


def context_of(case: Case, treatments: dict[str, Treatment], ingredients: Iterable[Ingredient] = ()) -> Context:
    """Return the safety context of a case.

    Args:
        case: what was understood.
        treatments: the catalogue, at least the treatments that the case names and what they carry.
        ingredients: what is named or listed.
    """
    ingredients = tuple(ingredients)
    named = tuple(treatments[t] for t in case.treatments if t in treatments)
    brought = dict.fromkeys((*(c for t in named for c in t.carries), *(i.treatment for i in ingredients if i.treatment)))
    carried = tuple(treatments[c] for c in brought if c in treatments and c not in case.treatments)
    past = tuple(c for condition in case.person.conditions for c in _PAST_CLASSES.get(condition, ()))
    history = tuple(treatments[t] for t in case.history if t in treatments)
    return Context(treatments=named, carried=carried, history=history, past_classes=past, ingredients=ingredients)
