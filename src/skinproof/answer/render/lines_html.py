"""One line of an answer as HTML: its sentences, the numbers of the studies behind them, and "Why" with the other grounds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape
from itertools import pairwise

from skinproof.answer.answer import Answer
from skinproof.answer.render.grounds import Ground, grounds_of
from skinproof.answer.render.messages import Messages, messages_of
from skinproof.catalogue.record import Source

_MOST_NUMBERS = 8


class LineWriter:
    """Writes the statements of one answer as HTML; every argument is escaped."""

    def __init__(self, answer: Answer) -> None:
        """Prepare for an answer.

        Args:
            answer: whose statements to write.
        """
        self.messages = messages_of(answer.catalogue)
        self.cited: set[int] = set()  # numbers of the studies that were pointed to
        self._answer = answer
        self._grounds = grounds_of(answer)
        self._numbers = {f"study:{s.id}": place for place, s in enumerate(answer.studies, 1)}

    def texts(self, names: Iterable[str]) -> str:
        """Return statements as plain escaped text.

        Args:
            names: their ids.
        """
        return escape(" ".join(self.messages.say(self._answer.statements[name]) for name in names))

    def line(self, names: Sequence[str]) -> str:
        """Return statements with the numbers of their studies, and their other grounds to be opened.

        Sentences in a row that rest on the same studies carry the numbers once, at the last.

        Args:
            names: ids of the statements of one line.
        """
        numbers = [*(self._numbers_of(name) for name in names), ()]
        said = " ".join(self._sentence(name, () if own == after else own) for name, (own, after) in zip(names, pairwise(numbers), strict=True))
        return said + self.why(names)

    def why(self, names: Iterable[str]) -> str:
        """Return the grounds of statements that are no studies, to be opened; nothing when there are none.

        Args:
            names: their ids.
        """
        facts = dict.fromkeys(f for name in names for f in self._answer.statements[name].fact_ids)
        grounds = dict.fromkeys(ground_html(g, self.messages) for f in facts if (g := self._grounds.get(f)) is not None and g.sources)
        return f'<details class="why"><summary>{escape(self.messages.word("why"))}</summary><ul>{"".join(grounds)}</ul></details>' if grounds else ""

    def _numbers_of(self, name: str) -> tuple[int, ...]:
        return tuple(sorted({self._numbers.get(f.partition("#")[0], 0) for f in self._answer.statements[name].fact_ids} - {0}))

    def _sentence(self, name: str, numbers: Sequence[int]) -> str:
        shown = numbers[:_MOST_NUMBERS]
        self.cited.update(shown)
        links = " ".join(f'<a href="#ref-{n}">[{n}]</a>' for n in shown)
        more = " …" if len(numbers) > _MOST_NUMBERS else ""
        return escape(self.messages.say(self._answer.statements[name])) + (f'&nbsp;<span class="refs">{links}{more}</span>' if links else "")


@lru_cache(maxsize=4096)
def ground_html(ground: Ground, messages: Messages) -> str:
    """Return a ground as an item of a list: how firm it is, and its sources.

    Args:
        ground: the ground.
        messages: of the language.
    """
    firm = escape(messages.word(f"basis.{ground.basis}") + (f"{messages.semicolon}{messages.word('unreviewed')}" if ground.reviewed is False else ""))
    return f"<li>{firm}{messages.colon}{'; '.join(source_html(s, messages) for s in ground.sources)}</li>"


def source_html(source: Source, messages: Messages) -> str:
    """Return a source as a link to the paper or page, how much of it was read, and when.

    Args:
        source: the source.
        messages: of the language.
    """
    name = escape(source.citation or source.address)
    name = name if messages.language == "en" else f'<span lang="en">{name}</span>'  # what we call a page is told in English
    address = f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/" if source.pmid else f"https://doi.org/{source.doi}" if source.doi else source.address
    linked = f'<a href="{escape(address)}" rel="noreferrer">{name}</a>' if address.startswith(("https://", "http://")) else name
    return f"{linked} ({escape(messages.word(f'read.{source.read}'))}, {source.date})"
