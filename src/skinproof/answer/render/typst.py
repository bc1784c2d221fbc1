"""Reports and cards as PDF, set by typst; without it, an error names what to install."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from types import ModuleType

import msgspec

from skinproof.answer.render.card import Card
from skinproof.answer.render.report import Report
from skinproof.errors import MissingExtraError, SkinproofError

_HERE = Path(__file__).parent
_ACCESSIBLE = "ua-1"  # PDF/UA-1: tagged, titled, every sign readable aloud
_CARD_SIZES_PT = ("13", "12", "11.5", "11", "10.5", "10", "9.5", "9", "8.5", "8")


def report_pdf(report: Report) -> bytes:
    """Return a report as PDF; the same report gives the same bytes.

    Args:
        report: the report.

    Raises:
        MissingExtraError: typst is not installed.
    """
    return _compile("report.typ", {"data": _data(report)}, report.as_of)


def card_pdf(card: Card) -> bytes:
    """Return a card as PDF of one page, in the largest text that fits.

    Args:
        card: the card.

    Raises:
        MissingExtraError: typst is not installed.
        SkinproofError: it does not fit even in the smallest text.
    """
    typst = _typst()
    source = (_HERE / "card.typ").read_bytes()
    for size in _CARD_SIZES_PT:
        inputs = {"data": _data(card), "size": size}
        if json.loads(typst.query(source, "<pages>", sys_inputs=inputs))[0]["value"] == 1:
            return _compile("card.typ", inputs, card.as_of)
    raise SkinproofError("The card does not fit on one page. Ask about fewer treatments at once, or leave out --card for the whole report.")


def _compile(template: str, inputs: dict[str, str], day: str) -> bytes:
    typst = _typst()
    stamp = int(dt.datetime.fromisoformat(day).replace(tzinfo=dt.UTC).timestamp())
    source = (_HERE / template).read_bytes()
    try:
        return bytes(typst.compile(source, format="pdf", sys_inputs=inputs, timestamp=stamp, pdf_standards=_ACCESSIBLE))
    except typst.TypstError:  # a sign of the question that no font here can show is no reason to print nothing
        return bytes(typst.compile(source, format="pdf", sys_inputs=inputs, timestamp=stamp))


def _data(record: Report | Card) -> str:
    return msgspec.json.encode(record).decode()


def _typst() -> ModuleType:
    try:
        import typst  # noqa: PLC0415 - an extra, loaded when a PDF is asked for
    except ImportError:
        raise MissingExtraError.of("A PDF (but not .html or .md)", "typst", "pdf") from None
    return typst
