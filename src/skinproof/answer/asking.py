"""What the words of a case ask, as far as the weighing of facts turns on it."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from skinproof.question.case import Case

# Signs of skin that is sore, bruised, burnt or has changed colour.
HURT = frozenset({
    "colour_change", "blue_grey_specks", "skin_flaring", "burn_blisters", "barrier_damaged", "suction_marks", "hot_painful_swelling", "pigment_change", "open_wound",
})
# Marks that a treatment itself leaves.
OWN_MARKS = frozenset({"open_wound", "barrier_damaged"})
_FRESH_DAYS = 14


class Asking(Struct, frozen=True, kw_only=True, dict=True):
    """A case, asked what it asks."""

    case: Case

    def says(self, concern: str) -> bool:
        """Tell whether the words carry a concern."""
        return concern in self.case.concerns

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of question that the parts are."""
        return frozenset(p.kind for p in self.case.parts)

    @property
    def apart(self) -> bool:
        """Whether two things are meant for different times of day."""
        return self.says("apart")

    @property
    def choosing(self) -> bool:
        """Whether it is the one or the other, so that rules about using both do not count."""
        return "which" in self.kinds

    @property
    def comparing(self) -> bool:
        """Whether things are compared, by the asker or by experts who differ."""
        return self.choosing or self.experts_disagree

    @property
    def chosen_between(self) -> bool:
        """Whether "or" stands between two names."""
        return self.says("this_or_that")

    @property
    def brands_compared(self) -> bool:
        """Whether two names of one treatment are compared."""
        return self.says("brands_compared")

    @property
    def experts_disagree(self) -> bool:
        """Whether experts are said to differ."""
        return self.says("experts_disagree")

    @property
    def carry_on(self) -> bool:
        """Whether more of the same is asked about."""
        return self.says("carry_on")

    @property
    def aftermath(self) -> bool:
        """Whether what has followed a treatment is asked about."""
        return "what_went_wrong" in self.kinds

    @property
    def fresh(self) -> bool:
        """Whether all that is said of time lies within two weeks."""
        return bool(self.case.days) and max(self.case.days) <= _FRESH_DAYS

    @property
    def hurt(self) -> bool:
        """Whether the skin is sore, bruised or burnt, or a treatment left marks."""
        return bool(HURT & {*self.case.signs, *self.case.person.conditions}) or self.says("left_marks")

    @property
    def way_asked(self) -> bool:
        """Whether a way to an aim is asked for: "tried creams, what can I do about the spots"."""
        return self.says("goal_first") and bool(self.case.goals)

    @property
    def only_safety(self) -> bool:
        """Whether nothing but safety or timing is asked about."""
        return self.kinds <= {"safe_for_me", "timing"}

    @property
    def price_only(self) -> bool:
        """Whether nothing but a price is asked about; whether it is fair we cannot tell."""
        return self.kinds <= {"price"}

    @property
    def harm_asked(self) -> bool:
        """Whether it is asked what it can cause: silence of the rules is no yes."""
        return self.says("harm_asked")

    @property
    def claim_asked(self) -> bool:
        """Whether it is asked if what a product is sold as is true."""
        return self.says("claim_asked")

    @property
    def infant(self) -> bool:
        """Whether a baby or toddler is to be treated: what we hold is about grown skin."""
        return self.case.person.has("infant")

    @property
    def beside_medicine(self) -> bool:
        """Whether something that we have no rule on is asked about beside a medicine."""
        return self.says("beside_medicine")

    @property
    def open_timing(self) -> bool:
        """Whether "when can I" is asked: a range is the answer, not a plan to judge."""
        return self.says("open_timing")

    @property
    def sessions_asked(self) -> bool:
        """Whether it is asked how many sessions, so that no wait is."""
        return self.says("sessions_asked")
