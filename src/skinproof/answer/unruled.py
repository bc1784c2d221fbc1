"""Serious things that the person named and that no rule about these treatments mentions: silence is then no comfort."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from skinproof.answer.beliefs import of_another
from skinproof.answer.gathered import PLAIN
from skinproof.answer.knowledge import Knowledge
from skinproof.catalogue.rules import Precaution
from skinproof.question.case import WITH_CHILD, Case
from skinproof.question.person import SERIOUS
from skinproof.safety.context import Context, touches
from skinproof.safety.precautions import Applied

# What tells that the skin was hurt by what was done.
# A medicine is not held against itself.
_ITSELF = {"isotretinoin_now": {"isotretinoin_oral"}, "isotretinoin_recent": {"isotretinoin_oral"}, "photosensitising_medicine": {"oral_antibiotic"}, "retinoid_user": {"tretinoin", "adapalene", "retinol"}}
# An illness that a wider rule has spoken of, and what bears on light alone: "no rule" beside that rule would contradict it.
_KIND_OF = {"lupus": "autoimmune"}
_OF_LIGHT = frozenset({"photosensitising_medicine"})
_WITH_CHILD_WORDS = ("pregnan", "breastfe", "nursing", "baby", "babies", "father")
# What is rubbed in because of a pregnancy.
_IN_PREGNANCY = frozenset({"stretch_mark_cream", "face_oil", "ha_topical", "cellulite_cream", "panthenol"})
# Kinds of question in which pregnancy, milk and allergy are not named in passing.
_OPEN = frozenset({"safe_for_me", "does_it_work", "which", "worth_it", "home_device", "mixing", "course"})


def _fine_for_some(context: Context, applying: Sequence[Precaution]) -> set[str]:
    """Conditions of which rules only say that something named is fine, and not everything: that moisturiser goes with isotretinoin says nothing of a gua sha beside it."""
    fine = {c for rule in applying if rule.action == "ok" for c in rule.when} - {c for rule in applying if rule.action != "ok" for c in rule.when} - WITH_CHILD
    return {c for c in fine if not all(any(c in rule.when and touches(t, rule.scope) for rule in applying) for t in context.treatments)}


def unruled(case: Case, context: Context, knowledge: Knowledge, found: Iterable[Applied]) -> tuple[str, ...]:
    """Serious conditions that the person named and that no rule about these treatments mentions: when safety was asked, and for pregnancy, milk and allergy whenever something was."""
    kinds, premises = {p.kind for p in case.parts}, knowledge.premises(case.premises)
    if of_another(case, premises):
        return ()  # what he takes is told, and nothing is taken by her
    if not context.treatments or not kinds & _OPEN:
        return ()
    planned = "planned" in case.concerns and not (case.goals or case.outcomes or premises or set(case.treatments) <= PLAIN)  # "she wants the laser, she has a pacemaker" asks for no benefit
    if "safe_for_me" in kinds or planned:
        asked = {c for c in case.person.conditions if c in SERIOUS or c.startswith("allergy_") or (c in {"child", "dry_eyes"} and not set(case.treatments) <= PLAIN)}
    else:
        believed = set(case.treatments) <= PLAIN | _IN_PREGNANCY or any(
            (p.verdict == "false" and p.when_wrong in {"does_not_help", "unsafe", "not_enough_evidence"}) or any(word in f"{p.belief} {p.answer}".casefold() for word in _WITH_CHILD_WORDS) for p in premises
        )
        asked = {c for c in case.person.conditions if (c in WITH_CHILD and not believed) or c in {"allergy_other", "allergy_nuts", "allergy_latex"}}
    applying = [rule for rule in knowledge.precautions if context.touches(rule.scope) and set(rule.also) <= set(case.person.conditions)]
    ruled = ({c for rule in applying for c in rule.when} | {a.condition for a in found}) - _fine_for_some(context, applying)
    if asked & WITH_CHILD & ruled:
        asked -= WITH_CHILD  # one rule speaks of the child
    if asked & ruled:
        asked -= {kind for kind, wider in _KIND_OF.items() if wider in ruled} | _OF_LIGHT
    told = {t for p in premises for t in p.treatments} - set(case.treatments)
    return tuple(c for c in case.person.conditions if c in asked and c not in ruled and not (c in _ITSELF and (set(case.treatments) <= _ITSELF[c] or _ITSELF[c] & told)))
