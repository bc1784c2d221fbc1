"""Reports and cards as HTML: one file that asks for nothing else, readable on a phone, on paper and in the dark."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from skinproof.answer.render.card import Card, Part
from skinproof.answer.render.report import Block, Chapter, Reference, Report, Sentence, Table

_STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --faint: #555; --paper: #fff; --box: #f2f2f0; --line: #999; --link: #1d4e89; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --faint: #b5b5b5; --paper: #161616; --box: #242424; --line: #777; --link: #9cc3f0; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 3rem; background: var(--paper); color: var(--ink); font: 1.05rem/1.55 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .2rem 0 1rem; } h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
a { color: var(--link); } sup { line-height: 0; } sup a { text-decoration: none; padding: 0 .1em; }
.kind, .note, footer { color: var(--faint); font-size: .88rem; } .lead { background: var(--box); border-radius: .4rem; padding: .8rem 1rem; }
.headline { font-weight: bold; font-size: 1.25rem; margin: 0 0 .5rem; } .row { font-weight: bold; margin: 1.2rem 0 .3rem; } .detail { margin: .3rem 0 .3rem 1.2rem; font-size: .95rem; }
.scroll { overflow-x: auto; overflow-wrap: normal; } table { border-collapse: collapse; font-size: .88rem; min-width: 38rem; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--line); }
ol.references { font-size: .9rem; } ul.tick { list-style: none; padding-left: 0; } ul.tick li { padding: .1rem 0 1.4rem 1.9rem; border-bottom: 1px dotted var(--line); margin-bottom: .5rem; position: relative; }
ul.tick li::before { content: ""; position: absolute; left: 0; top: .35rem; width: 1rem; height: 1rem; border: 1.5px solid var(--ink); border-radius: .15rem; }
@media print { :root { --ink: #000; --paper: #fff; --box: #f2f2f0; --link: #000; } body { font-size: 10pt; max-width: none; padding: 0; } h2, .row { break-after: avoid; } tr, li { break-inside: avoid; } .scroll { overflow: visible; } table { min-width: 0; } }
@page { margin: 14mm; }
@media print { .card { font-size: 9.5pt; line-height: 1.3; } .card h1 { font-size: 15pt; margin: 0 0 .4rem; } .card h2 { font-size: 11pt; margin: .8rem 0 .2rem; } .card p, .card ul { margin: .25rem 0; }
  .card ul.tick li { padding-bottom: .9rem; margin-bottom: .3rem; } .card ul.tick li::before { width: .8rem; height: .8rem; top: .15rem; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def report_html(report: Report) -> str:
    """Return a report as one HTML file.

    Args:
        report: the report.
    """
    body = [
        f'<p class="kind">{escape(report.kind)}</p>', f"<h1>{escape(report.question)}</h1>",
        f'<section class="lead">{_blocks(report.lead.blocks)}</section>' if report.lead else "",
        _table(report.table) if report.table else "", *(_chapter(c) for c in report.chapters), _references(report) if report.references else "",
        f"<footer><p><em>{escape(report.informs)}</em></p><p>{escape(report.made)}</p></footer>",
    ]
    return _page(report.language, report.question, body, kind="report")


def card_html(card: Card) -> str:
    """Return a card as one HTML file that prints on one page.

    Args:
        card: the card.
    """
    body = [
        f"<h1>{escape(card.title)}</h1>", f'<p><span class="note">{escape(card.asked)}</span> <em>{escape(card.question)}</em></p>',
        *(_part(part, card.more) for part in card.parts), f"<p><strong>{escape(card.close)}</strong></p>" if card.close else "",
        f'<p class="note">{escape(card.reviewed)}</p>' if card.reviewed else "", f"<footer><p>{escape(card.made)} · {escape(card.informs)}</p></footer>",
    ]
    return _page(card.language, card.title, body, kind="card")


def _page(language: str, title: str, body: Iterable[str], *, kind: str) -> str:
    head = (
        f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="referrer" content="no-referrer">\n<title>{escape(title)}</title>\n<style>{_STYLE}</style>'
    )
    inside = "\n".join(part for part in body if part)
    return f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n{head}\n</head>\n<body class="{kind}">\n<main>\n{inside}\n</main>\n</body>\n</html>\n'


def _chapter(chapter: Chapter) -> str:
    return f'<section id="{escape(chapter.id)}"><h2>{escape(chapter.heading)}</h2>\n{_blocks(chapter.blocks)}</section>'


def _blocks(blocks: Iterable[Block]) -> str:
    """Blocks in their order, with neighbouring bullets as one list."""
    parts: list[str] = []
    for block in blocks:
        said = " ".join(_sentence(s) for s in block.sentences)
        if block.style == "bullet":
            opened = bool(parts) and parts[-1] == "</ul>"
            parts = [*(parts[:-1] if opened else [*parts, "<ul>"]), f"<li>{said}</li>", "</ul>"]
        else:
            parts.append(f'<p class="{block.style}">{said}</p>')
    return "\n".join(parts)


def _sentence(sentence: Sentence) -> str:
    marks = ",".join(f'<a href="#r{n}" aria-label="reference {n}">{n}</a>' for n in sentence.marks)
    return escape(sentence.text) + (f"<sup>{marks}</sup>" if marks else "")


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(c)}</th>' for c in table.columns)
    rows = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows)
    title = escape(table.title)
    return (
        f'<h2>{title}</h2>\n<div class="scroll" role="region" aria-label="{title}" tabindex="0"><table><thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table></div>'
    )


def _references(report: Report) -> str:
    items = "\n".join(f'<li id="r{r.number}" value="{r.number}">{escape(r.text)}{_link(r)}</li>' for r in report.references)
    return f'<section><h2>{escape(report.references_heading)}</h2>\n<p class="note">{escape(report.marks_note)}</p>\n<ol class="references">{items}</ol></section>'


def _link(reference: Reference) -> str:
    """Only addresses of the web become links."""
    if not reference.address.startswith(("https://", "http://")):
        return ""
    return f' <a href="{escape(reference.address)}" rel="noreferrer">{escape(reference.address)}</a>'


def _part(part: Part, more: str) -> str:
    heading = f"<h2>{escape(part.heading)}</h2>\n" if part.heading else ""
    if len(part.items) == 1 and not part.tick:
        shown = f"<p>{escape(part.items[0])}</p>"
    else:
        kind = ' class="tick"' if part.tick else ""
        shown = f"<ul{kind}>" + "".join(f"<li>{escape(i)}</li>" for i in part.items) + "</ul>"
    return heading + shown + (f'\n<p class="note">{escape(more)}</p>' if part.more else "")
