"""When there is no record, nothing was understood, or the question lies outside: said plainly, with what can be done."""

from __future__ import annotations

from typing import Literal

from skinproof.answer.draft import Draft
from skinproof.answer.sections import manners
from skinproof.answer.words import listed
from skinproof.question.language import SUPPORTED

SECTION = "bottom_line"
_PRODUCTS = {"cream", "serum", "mask", "patch", "patches", "ampoule", "booster"}


def add(draft: Draft, status: Literal["not_understood", "unknown_treatment", "out_of_scope"]) -> None:
    """Write the section.

    Args:
        draft: the answer in the making.
        status: why there is nothing to say.
    """
    writer, version = draft.writer, f"evidence:{draft.knowledge.store.meta['version']}"
    if status == "unknown_treatment":
        writer.say(
            SECTION, "no_record", (version,), basis="none", style="headline", names=listed((f"“{n}”" for n in draft.case.unknown_names), "or"), date=draft.knowledge.store.meta["date"],
        )
        product = all(name.rpartition(" ")[2].casefold() in _PRODUCTS for name in draft.case.unknown_names)
        writer.say(SECTION, "fixed.no_record_advice_product" if product else "fixed.no_record_advice", basis="none")
    else:
        said = status if draft.case.language in SUPPORTED else "another_language"
        writer.say(SECTION, f"fixed.{said}", basis="none", style="headline")
        writer.say(SECTION, f"fixed.{said}_advice", basis="none")
    manners.add(draft, SECTION)
