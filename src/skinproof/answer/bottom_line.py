"""The bottom line's one word, derived last: gates in a fixed order, as docs/grading.md tells; the first that speaks decides."""

from __future__ import annotations

from collections.abc import Callable

from skinproof.answer.asked_first import law_here, number_asked
from skinproof.answer.decision import CAUTION, Decision, Shown, shown
from skinproof.answer.efficacy import Row
from skinproof.answer.gates import afterwards, care, evidence, label, safety, silence, told
from skinproof.answer.gathered import Gathered
from skinproof.question.case import Part
from skinproof.synthesis.ranking import counts, direct

Gate = Callable[[Part, Gathered, Shown], Decision | None]


def decide(part: Part, gathered: Gathered) -> Decision:
    """Return the bottom line of one part.

    Args:
        part: the question.
        gathered: everything that bears on it.
    """
    seen = shown(_main(gathered))
    return next(decision for gate in GATES if (decision := gate(part, gathered, seen)) is not None)


def grounds(part: Part, gathered: Gathered) -> list[Decision]:
    """Return what every gate would decide, and every belief, practical fact and guideline that bears on it, in the order of the gates.

    Args:
        part: the question.
        gathered: everything that bears on it.
    """
    seen = shown(_main(gathered))
    found = [decision for gate in GATES if (decision := gate(part, gathered, seen)) is not None]
    found += [seen.decide(told.belief_word(p), f"premise:{p.id}", grade=p.grade) for p in gathered.premises]
    found += [seen.decide(p.direction, f"practice:{p.id}", grade=p.grade) for p in gathered.practice]
    found += [seen.decide(s.direction, f"aftermath:{s.id}", grade=s.grade) for s in gathered.symptoms]
    praised = len(gathered.treatments) > 1 and evidence.first_is_recommended(gathered)  # what is said against the other is no answer for both
    return found + [seen.decide(evidence.word(c), f"consensus:{c.id}", grade=c.grade) for c in gathered.consensus if not (praised and c.says == "not_recommended")]


def _main(gathered: Gathered) -> list[Row]:
    """Where no aim was said, what a treatment is sold for comes before what else it was tested for, if any of that was tested."""
    sold = {t.id: t.sold_for for t in gathered.treatments}
    main = [r for r in gathered.rows if r.goal or r.outcome in sold.get(r.treatment, ())]
    tested = {r.treatment for r in main if r.goal or (r.verdict and direct(r.verdict) and counts(r.verdict))}
    return [r for r in gathered.rows if r.treatment not in tested or r in main]


GATES: tuple[Gate, ...] = (
    safety.red_flag, safety.danger_signs, told.side_by_side, safety.stop_or_wait, safety.already_happened, safety.regulator_against, afterwards.more_of_it,
    law_here, number_asked, afterwards.how_long, told.lasts, afterwards.own_marks, label.claim_broken, safety.ask_or_fine,
    silence.nothing_held, label.list_is_free, label.list_is_clean, afterwards.undone, care.care_held, afterwards.usual, afterwards.what_went_wrong,
    care.no_care_held, told.belief, safety.too_small, told.practice, told.harm, told.regulation, afterwards.afterwards, silence.beside_medicine,
    silence.no_pair_rule, silence.only_in_the_family, silence.nothing_against, evidence.doubted, evidence.guidelines, told.plain_information, told.aim,
    evidence.efficacy,
)

__all__ = ["CAUTION", "GATES", "Decision", "decide", "grounds"]
